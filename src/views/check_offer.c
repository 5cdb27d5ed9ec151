/* check_offer.c - what a result leads to, shown before it is done. */
#include "hone/about.h"
#include "views/check_priv.h"

enum { MOST_TASKS = 8, MOST_NAMES = 3 };

/* ---- a row of the user's table */

static void say_lines(struct check_view *v, char sign, enum role role, struct str text)
{
	struct str line, part;
	while (str_line(&text, &line)) {
		bool first = true;
		if (line.n == 0)
			check_add(v, role, arena_printf(&v->page, "%c", sign));
		while (text_wrap(&line, check_cols(v) - 2, &part)) {
			check_add(v, role,
				arena_printf(
					&v->page, "%c %.*s", first ? sign : ' ', STR_ARG(part)));
			first = false;
		}
	}
}

static void say_edit(struct check_view *v)
{
	check_wrap(v, ROLE_DIM,
		arena_printf(&v->page, "%.*s:%d", STR_ARG(v->edit.path), v->edit.line));
	say_lines(v, '+', ROLE_KNOW, v->edit.after);
	check_add(v, ROLE_TEXT, STR(""));
	check_wrap(v, ROLE_DIM, STR("y writes just this; u takes it out again."));
}

static bool show_row(struct check_view *v, const struct study *s, struct err *e)
{
	if (!check_row_edit(s, &v->round, &v->edit, &v->offer_arena, e))
		return false;
	say_edit(v);
	return true;
}

/* ---- ratings */

struct evidence {
	int n, sum;
};

static void add_evidence(
	struct about *b, const struct check_item *item, const struct asked *q, struct evidence *out)
{
	int n = 0;
	const int *found = q->topic ? NULL : about_card(b, &item->card, &n);
	for (int i = 0; i < n; i++) {
		out[found[i]].n++;
		out[found[i]].sum += q->percent;
	}
	for (int i = 0; q->topic && i < b->cover.ntopic; i++)
		if (b->id[i] == q->id) {
			out[i].n++;
			out[i].sum += q->percent;
		}
}

static bool gather(struct check_view *v, const struct study *s, struct about *b,
	struct evidence *out, struct err *e)
{
	for (int i = 0; i < v->round.n; i++) {
		const struct asked *q = &v->round.asked[i];
		struct check_item item;
		if (q->percent < 0)
			continue;
		if (!check_item(s, q, &item, &v->offer_arena, e))
			return false;
		if (item.there)
			add_evidence(b, &item, q, out);
	}
	return true;
}

/* Of gaps Dunno, of what is rusty Unsure; nobody is told to know more than said. */
static enum level level_of(struct evidence n, enum level now)
{
	enum strength s = n.n ? round_strength(n.sum / n.n) : STRENGTH_STRONG;
	enum level to = s == STRENGTH_GAP ? LEVEL_DUNNO : s == STRENGTH_RUSTY ? LEVEL_UNSURE : now;
	return to > now ? to : now;
}

static void say_rating(
	struct check_view *v, const struct topic_row *t, enum level to, struct evidence n)
{
	struct check_line *l = check_add(v, views_level_role(to),
		arena_printf(&v->page, "%s  %.*s", level_name(to), STR_ARG(t->name)));
	l->right_role = ROLE_DIM;
	l->right = arena_printf(&v->page, "%s, %d %% of %d",
		t->level == LEVEL_NONE ? "not rated" : level_name(t->level), n.sum / n.n, n.n);
}

static bool show_levels(struct check_view *v, const struct study *s, struct err *e)
{
	struct about b;
	struct arena *a = &v->offer_arena;
	if (!about_load(s, &b, a, e))
		return false;
	const struct coverage c = b.cover;
	struct evidence *n = arena_alloc(a, (size_t)c.ntopic + 1, sizeof *n);
	if (!gather(v, s, &b, n, e))
		return false;
	v->rating = arena_alloc(a, (size_t)c.ntopic + 1, sizeof *v->rating);
	for (int i = 0; i < c.ntopic; i++) {
		enum level to = level_of(n[i], c.topic[i].level);
		if (to == c.topic[i].level)
			continue;
		v->rating[v->nrating++] = (struct check_rating){ c.topic[i], to };
		say_rating(v, &c.topic[i], to, n[i]);
	}
	if (v->nrating == 0)
		return err_set(e, ERR_MISSING,
			"No topic that these questions are about would be rated lower than it is.");
	check_add(v, ROLE_TEXT, STR(""));
	check_wrap(v, ROLE_DIM,
		STR("y rates them so, in your files too; u takes back one after the other."));
	return true;
}

/* ---- flags */

static bool show_flags(struct check_view *v, const struct study *s, struct err *e)
{
	v->flag = arena_alloc(&v->offer_arena, (size_t)v->round.n + 1, sizeof *v->flag);
	for (int i = 0; i < v->round.n; i++) {
		const struct asked *q = &v->round.asked[i];
		struct check_item item;
		if (q->percent < 0 || q->topic || round_strength(q->percent) != STRENGTH_GAP)
			continue;
		if (!check_item(s, q, &item, &v->offer_arena, e))
			return false;
		if (!item.there || item.card.state.flagged)
			continue;
		v->flag[v->nflag++] = q->id;
		check_add(v, ROLE_TEXT,
			arena_printf(&v->page, "%3d %%  %.*s", q->percent, STR_ARG(item.name)));
	}
	if (v->nflag == 0)
		return err_set(e, ERR_MISSING, "No card of a gap is without a flag.");
	check_add(v, ROLE_TEXT, STR(""));
	check_wrap(v, ROLE_DIM, STR("y flags these cards; in the review, / is:flagged asks them."));
	return true;
}

/* ---- tasks */

struct task {
	struct str area;
	struct buf names;
	int n;
};

static struct task *task_of(struct task *t, int *n, struct str area)
{
	for (int i = 0; i < *n; i++)
		if (str_eq(t[i].area, area))
			return &t[i];
	if (*n == MOST_TASKS)
		return NULL;
	t[*n].area = area;
	return &t[(*n)++];
}

static bool gap_tasks(
	struct check_view *v, const struct study *s, struct task *t, int *n, struct err *e)
{
	for (int i = 0; i < v->round.n; i++) {
		const struct asked *q = &v->round.asked[i];
		struct check_item item;
		if (q->percent < 0 || round_strength(q->percent) != STRENGTH_GAP)
			continue;
		if (!check_item(s, q, &item, &v->offer_arena, e))
			return false;
		struct task *to = task_of(t, n, item.area);
		if (to && to->n++ < MOST_NAMES)
			buf_addf(&to->names, "%s%.*s", to->names.n ? "; " : "", STR_ARG(item.name));
	}
	return true;
}

static struct str task_text(struct check_view *v, const struct task *t)
{
	return arena_printf(&v->offer_arena, "Close %d gap%s%s%.*s: %s%s", t->n,
		t->n == 1 ? "" : "s", t->area.n ? " in " : "", STR_ARG(t->area),
		buf_cstr(&t->names), t->n > MOST_NAMES ? "; ..." : "");
}

/* The first day after today's on which something of the plan stands, else the day to work on. */
static bool next_day(struct check_view *v, const struct study *s, int *day, struct err *e)
{
	struct calendar cal;
	if (!planner_calendar(s, &cal, &v->offer_arena, e))
		return false;
	*day = -1;
	for (int date = s->today + 1; *day < 0 && cal.end != DAY_NONE && date <= cal.end; date++)
		calendar_mark(&s->plan, &cal, s->today, date, day, NULL);
	*day = *day < 0 ? v->day : *day;
	return *day >= 0 || err_set(e, ERR_MISSING, "The plan has no day for these tasks.");
}

static bool show_tasks(struct check_view *v, const struct study *s, struct err *e)
{
	struct task t[MOST_TASKS] = { 0 };
	struct str text[MOST_TASKS];
	int n = 0, day;
	bool ok = gap_tasks(v, s, t, &n, e);
	for (int i = 0; i < n; i++) {
		text[i] = task_text(v, &t[i]);
		buf_release(&t[i].names);
	}
	if (ok && n == 0)
		return err_set(e, ERR_MISSING, "There are no gaps, so there is nothing to plan.");
	if (!ok || !next_day(v, s, &day, e) ||
		!planner_tasks_edit(s, day, text, n, &v->edit, &v->offer_arena, e))
		return false;
	check_wrap(v, ROLE_TEXT,
		arena_printf(&v->page, "Tasks for %.*s",
			STR_ARG(md_plain(s->plan.day[day].title, &v->page))));
	say_edit(v);
	return true;
}

/* ---- cards after an interview */

static void put_questions(struct buf *out, struct str questions)
{
	struct str line;
	while (str_line(&questions, &line))
		if (str_trim(line).n)
			buf_addf(out, "\nQ: %.*s #explain\n", STR_ARG(str_trim(line)));
}

static bool show_cards(struct check_view *v, const struct study *s, struct err *e)
{
	struct buf lines = { 0 };
	struct arena *a = &v->offer_arena;
	struct decoded d;
	struct err why = { 0 };
	struct str path = buf_str(&v->deck);
	bool there = study_text(s, path, &d, a, &why);
	if (!there && why.kind != ERR_MISSING)
		return err_set(e, why.kind, "%s", why.text);
	bool ended = !there || d.text.n == 0 || d.text.p[d.text.n - 1] == '\n';
	buf_addf(&lines, "%s", there ? (ended ? "" : "\n") : "# Interview questions\n");
	put_questions(&lines, buf_str(&v->questions));
	struct str text = arena_str(a, buf_str(&lines));
	buf_release(&lines);
	v->sheet = (struct planner_sheet){ there ? (struct str){ 0 } : arena_str(a, path), text };
	int line = 1;
	for (size_t i = 0; there && i < d.text.n; i++)
		line += d.text.p[i] == '\n';
	struct planner_put put = { path, d.text, d.text.n, line, text, 0 };
	if (there && !planner_lines_edit(s, &put, &v->edit, a, e))
		return false;
	if (there) {
		say_edit(v);
		return true;
	}
	check_wrap(v, ROLE_DIM, arena_printf(&v->page, "A new file, %.*s:", STR_ARG(path)));
	say_lines(v, '+', ROLE_KNOW, text);
	check_add(v, ROLE_TEXT, STR(""));
	check_wrap(v, ROLE_DIM, STR("y makes it."));
	return true;
}

/* ---- all of them */

void check_show_offer(struct check_view *v, const struct study *s, enum check_offer offer)
{
	static bool (*const show[])(struct check_view *, const struct study *, struct err *) = {
		[OFFER_ROW] = show_row,
		[OFFER_LEVELS] = show_levels,
		[OFFER_FLAGS] = show_flags,
		[OFFER_TASKS] = show_tasks,
		[OFFER_CARDS] = show_cards,
	};
	int page = v->rows > 2 ? v->rows - 2 : 1;
	arena_clear(&v->offer_arena);
	v->nrating = v->nflag = 0;
	v->offer = offer;
	v->stage = CHECK_OFFER;
	v->why = (struct err){ 0 };
	check_clear_lines(v);
	v->can = show[offer](v, s, &v->why);
	if (!v->can)
		check_wrap(v, ROLE_UNSURE, arena_str(&v->page, str_of(v->why.text)));
	int n = v->lines.list.n;
	v->lines.list = (struct list){ 0 };
	list_resize(&v->lines.list, n, page);
}

static bool rate(struct check_view *v, struct app *app, struct err *e)
{
	for (int i = 0; i < v->nrating; i++)
		if (!study_rate_in(app_study(app), v->rating[i].topic.id, v->rating[i].level,
			    v->round.id, e))
			return false;
	app_changed(app, PART_TOPICS | PART_FILES);
	app_toast(app, TOAST_INFO, "%d topic%s rated.", v->nrating, v->nrating == 1 ? "" : "s");
	return true;
}

static bool flag(struct check_view *v, struct app *app, struct err *e)
{
	for (int i = 0; i < v->nflag; i++)
		if (!study_flag(app_study(app), v->flag[i], true, e))
			return false;
	app_changed(app, PART_SCHEDULE);
	app_toast(app, TOAST_INFO, "%d card%s flagged.", v->nflag, v->nflag == 1 ? "" : "s");
	return true;
}

static bool write_edit(struct check_view *v, struct app *app, struct err *e)
{
	struct study *s = app_study(app);
	if (v->offer == OFFER_CARDS && v->sheet.path.n) {
		if (!planner_sheet(s, &v->sheet, e))
			return false;
		app_toast(app, TOAST_INFO, "Made %.*s.", STR_ARG(v->sheet.path));
	} else {
		if (!planner_apply(s, 0, &v->edit, e))
			return false;
		app_toast(app, TOAST_INFO, "Written into %.*s:%d.", STR_ARG(v->edit.path),
			v->edit.line);
	}
	app_changed(app, PART_ALL);
	return true;
}

bool check_do_offer(struct check_view *v, struct app *app, struct err *e)
{
	if (!v->can)
		return true;
	return v->offer == OFFER_LEVELS  ? rate(v, app, e)
	       : v->offer == OFFER_FLAGS ? flag(v, app, e)
					 : write_edit(v, app, e);
}
