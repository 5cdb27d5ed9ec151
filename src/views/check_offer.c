/* check_offer.c - what a result leads to, shown before it is done. */
#include "hone/about.h"
#include "hone/match.h"
#include "hone/want.h"
#include "views/check_priv.h"

enum { MOST_TASKS = 8, MOST_NAMES = 3 };

/* ---- a row of the user's table */

void check_say_lines(struct check_view *v, char sign, enum role role, struct str text)
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

static void list_edit(struct check_view *v)
{
	check_wrap(v, ROLE_DIM,
		arena_printf(&v->page, "%.*s:%d", STR_ARG(v->edit.path), v->edit.line));
	check_say_lines(v, '+', ROLE_KNOW, v->edit.after);
}

static void say_edit(struct check_view *v)
{
	list_edit(v);
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

static void count_evidence(struct evidence *x, const struct asked *q)
{
	x->n++;
	x->sum += q->percent;
}

/* False: it is about no topic. */
static bool add_evidence(
	struct about *b, const struct check_item *item, const struct asked *q, struct evidence *out)
{
	int n = 0;
	bool some;
	const int *found = q->kind == ASKED_CARD ? about_card(b, &item->card, &n) : NULL;
	for (int i = 0; i < n; i++)
		count_evidence(&out[found[i]], q);
	some = n > 0;
	bool named = q->kind == ASKED_TASK || q->kind == ASKED_SECTION;
	for (int i = 0; q->kind != ASKED_CARD && i < b->cover.ntopic; i++)
		if (named ? text_mentions(item->name, b->cover.topic[i].name) : b->id[i] == q->id) {
			count_evidence(&out[i], q);
			some = true;
		}
	return some;
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
		if (item.there && !add_evidence(b, &item, q, out))
			check_note_bare(v, &item, q->percent);
	}
	return true;
}

bool check_gather_bare(struct check_view *v, const struct study *s, struct err *e)
{
	struct about b;
	if (!about_load(s, &b, &v->offer_arena, e))
		return false;
	struct evidence *n = arena_alloc(&v->offer_arena, (size_t)b.cover.ntopic + 1, sizeof *n);
	return gather(v, s, &b, n, e);
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

static bool list_levels(struct check_view *v, const struct study *s, struct err *e)
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
	bool about = false;
	for (int i = 0; i < c.ntopic; i++)
		about = about || n[i].n;
	if (!about)
		return err_set(e, ERR_MISSING, "%s",
			c.ntopic ? "None of these questions is about a topic of your tables."
				 : "There are no topics in this study yet.");
	if (v->nrating == 0)
		return err_set(e, ERR_MISSING,
			"The topics that these questions are about stay as they are rated.");
	return true;
}

/* Why there is nothing to rate is said on the page. */
static bool show_levels(struct check_view *v, const struct study *s, struct err *e)
{
	struct err why = { 0 };
	bool some = list_levels(v, s, &why);
	if (!some && why.kind != ERR_MISSING)
		return err_set(e, why.kind, "%s", why.text);
	if (!some) {
		check_wrap(v, ROLE_UNSURE, arena_str(&v->page, str_of(why.text)));
		check_say_bare(v);
		return false;
	}
	check_say_bare(v);
	check_add(v, ROLE_TEXT, STR(""));
	check_wrap(v, ROLE_DIM,
		STR("y rates them so, in your files too; one U takes all of it back."));
	return true;
}

/* ---- flags */

/* The card of a question that came out as a gap; item->there is false for any other. */
static bool gap_card(struct check_view *v, const struct study *s, const struct asked *q,
	struct check_item *item, struct err *e)
{
	*item = (struct check_item){ 0 };
	if (q->percent < 0 || q->kind != ASKED_CARD || round_strength(q->percent) != STRENGTH_GAP)
		return true;
	return check_item(s, q, item, &v->offer_arena, e);
}

static bool show_flags(struct check_view *v, const struct study *s, struct err *e)
{
	v->flag = arena_alloc(&v->offer_arena, (size_t)v->round.n + 1, sizeof *v->flag);
	for (int i = 0; i < v->round.n; i++) {
		const struct asked *q = &v->round.asked[i];
		struct check_item item;
		if (!gap_card(v, s, q, &item, e))
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

static bool list_tasks(struct check_view *v, const struct study *s, struct err *e)
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
	list_edit(v);
	return true;
}

static bool show_tasks(struct check_view *v, const struct study *s, struct err *e)
{
	if (!list_tasks(v, s, e))
		return false;
	check_add(v, ROLE_TEXT, STR(""));
	check_wrap(v, ROLE_DIM, STR("y writes just this; u takes it out again."));
	return true;
}

/* ---- all that gaps lead to, in one step */

/* New ones come tomorrow; what has a schedule keeps it. */
static bool show_wanted(struct check_view *v, const struct study *s, struct err *e)
{
	char date[48];
	int known = 0;
	v->want = arena_alloc(&v->offer_arena, (size_t)v->round.n + 1, sizeof *v->want);
	struct check_line *head = check_add(v, ROLE_ACCENT, STR(""));
	int at = (int)(head - v->lines.line);
	for (int i = 0; i < v->round.n; i++) {
		const struct asked *q = &v->round.asked[i];
		struct check_item item;
		if (!gap_card(v, s, q, &item, e))
			return false;
		known += item.there && item.card.state.memory.due != DAY_NONE;
		if (!item.there || item.card.state.memory.due != DAY_NONE)
			continue;
		v->want[v->nwant++] = item.card.id;
		check_add(v, ROLE_TEXT,
			arena_printf(&v->page, "%3d %%  %.*s", q->percent, STR_ARG(item.name)));
	}
	v->lines.line[at].text = arena_printf(&v->page, "%d new card%s due %s", v->nwant,
		v->nwant == 1 ? "" : "s", views_dates(s->today + 1, s->today + 1, s->today, date));
	if (known)
		check_wrap(v, ROLE_DIM,
			arena_printf(&v->page, "%d more had been asked before and keep%s %s day.",
				known, known == 1 ? "s" : "", known == 1 ? "its" : "their"));
	return true;
}

/* A part of the whole that may have nothing to say. */
static bool show_part(struct check_view *v, const struct study *s, const char *name,
	bool (*list)(struct check_view *, const struct study *, struct err *), struct err *e)
{
	struct err why = { 0 };
	check_add(v, ROLE_TEXT, STR(""));
	check_add(v, ROLE_ACCENT, str_of(name));
	if (list(v, s, &why))
		return true;
	if (why.kind != ERR_MISSING)
		return err_set(e, why.kind, "%s", why.text);
	check_wrap(v, ROLE_DIM, arena_str(&v->page, str_of(why.text)));
	return true;
}

static bool show_all(struct check_view *v, const struct study *s, struct err *e)
{
	v->edit = (struct planner_edit){ 0 };
	if (!show_wanted(v, s, e) || !show_part(v, s, "Ratings", list_levels, e))
		return false;
	check_say_bare(v);
	if (!show_part(v, s, "Tasks", list_tasks, e))
		return false;
	if (v->nwant + v->nrating == 0 && v->edit.after.n == 0)
		return err_set(e, ERR_MISSING, "There are no gaps, so there is nothing to do.");
	check_add(v, ROLE_TEXT, STR(""));
	check_wrap(v, ROLE_DIM, STR("y does all of it; one U takes all of it back."));
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
		[OFFER_CARDS] = check_show_after,
		[OFFER_ALL] = show_all,
		[OFFER_TOPICS] = check_show_topics,
	};
	int page = v->rows > 2 ? v->rows - 2 : 1;
	arena_clear(&v->offer_arena);
	v->nrating = v->nflag = v->nwant = v->nbare = 0;
	v->offer = offer;
	v->stage = CHECK_OFFER;
	v->why = (struct err){ 0 };
	check_clear_lines(v);
	v->can = show[offer](v, s, &v->why);
	if (!v->can && v->why.kind)
		check_wrap(v, ROLE_UNSURE, arena_str(&v->page, str_of(v->why.text)));
	int n = v->lines.list.n, rows = check_after_rows(v, page);
	v->lines.list = (struct list){ 0 };
	list_resize(&v->lines.list, n, page - rows - (rows > 0) > 1 ? page - rows - (rows > 0) : 1);
	list_resize(&v->asked, rows ? v->interview.n : 0, rows ? rows : 1);
}

static bool rate(struct check_view *v, struct study *s, struct event_id *deed, struct err *e)
{
	struct rating *r = arena_alloc(&v->offer_arena, (size_t)v->nrating + 1, sizeof *r);
	for (int i = 0; i < v->nrating; i++)
		r[i] = (struct rating){ v->rating[i].topic.id, v->rating[i].level };
	return study_rate_all(s, r, (size_t)v->nrating, deed, e);
}

static bool do_levels(struct check_view *v, struct app *app, struct err *e)
{
	struct event_id deed = { 0 };
	if (!rate(v, app_study(app), &deed, e))
		return false;
	app_changed(app, PART_TOPICS | PART_FILES);
	app_toast(app, TOAST_INFO, "%d topic%s rated.", v->nrating, v->nrating == 1 ? "" : "s");
	return true;
}

static bool do_flags(struct check_view *v, struct app *app, struct err *e)
{
	struct event_id deed = { 0 };
	if (!study_flag_all(app_study(app), v->flag, (size_t)v->nflag, true, &deed, e))
		return false;
	app_changed(app, PART_SCHEDULE);
	app_toast(app, TOAST_INFO, "%d card%s flagged.", v->nflag, v->nflag == 1 ? "" : "s");
	return true;
}

static bool do_edit(struct check_view *v, struct app *app, struct err *e)
{
	if (!planner_apply(app_study(app), 0, &v->edit, e))
		return false;
	app_toast(app, TOAST_INFO, "Written into %.*s:%d.", STR_ARG(v->edit.path), v->edit.line);
	app_changed(app, PART_ALL);
	return true;
}

static bool do_all(struct check_view *v, struct app *app, struct err *e)
{
	struct study *s = app_study(app);
	struct event_id deed = { 0 };
	if (!want_cards(s, s->today + 1, v->want, v->nwant, &deed, e) || !rate(v, s, &deed, e))
		return false;
	v->edit.ref = deed;
	if (v->edit.after.n && !planner_apply(s, 0, &v->edit, e))
		return false;
	app_toast(app, TOAST_INFO, "%d card%s due tomorrow, %d topic%s rated%s.", v->nwant,
		v->nwant == 1 ? "" : "s", v->nrating, v->nrating == 1 ? "" : "s",
		v->edit.after.n ? ", tasks written" : "");
	app_changed(app, PART_ALL);
	return true;
}

bool check_do_offer(struct check_view *v, struct app *app, struct err *e)
{
	static bool (*const apply[])(struct check_view *, struct app *, struct err *) = {
		[OFFER_ROW] = do_edit,
		[OFFER_LEVELS] = do_levels,
		[OFFER_FLAGS] = do_flags,
		[OFFER_TASKS] = do_edit,
		[OFFER_CARDS] = check_do_after,
		[OFFER_ALL] = do_all,
		[OFFER_TOPICS] = check_do_topics,
	};
	return !v->can || apply[v->offer](v, app, e);
}
