/* evening_look.c - what is chosen at the end of the day, shown before it is done. */
#include "hone/md.h"
#include "views/evening_priv.h"
#include "views/views.h"

enum { CONTEXT = 2 };

static void put(struct evening_view *v, struct evening_line line)
{
	v->line = arena_room(&v->look, v->line, (size_t)v->lines.n, &v->cap, sizeof *v->line);
	v->line[v->lines.n++] = line;
}

static int width(const struct evening_view *v)
{
	int cols = (v->left ? v->cols - v->left - 1 : v->cols) - 2;
	return cols > 8 ? cols : 8;
}

void evening_say(struct evening_view *v, enum role role, struct str text)
{
	struct str line;
	if (text.n == 0)
		put(v, (struct evening_line){ role, text, false });
	while (text_wrap(&text, width(v), &line))
		put(v, (struct evening_line){ role, line, false });
}

/* A line of a file with its sign, in rows as wide as there is room: each of its words can be read. */
static void put_file_line(struct evening_view *v, char sign, enum role role, struct str text)
{
	struct str rest = text, part;
	bool first = true;
	if (str_trim(text).n == 0)
		put(v, (struct evening_line){ role, arena_printf(&v->look, "%c", sign), true });
	while (text_wrap(&rest, width(v) - 2, &part)) {
		put(v, (struct evening_line){ role,
			       arena_printf(&v->look, "%c %.*s", first ? sign : ' ', STR_ARG(part)),
			       true });
		first = false;
	}
}

static void put_file_lines(struct evening_view *v, char sign, enum role role, struct str text)
{
	struct str line;
	while (str_line(&text, &line))
		put_file_line(v, sign, role, line);
}

/* ---- an edit as lines */

static size_t line_start(struct str text, size_t at)
{
	while (at > 0 && text.p[at - 1] != '\n')
		at--;
	return at;
}

static size_t line_end(struct str text, size_t at)
{
	while (at < text.n && text.p[at] != '\n')
		at++;
	return at < text.n ? at + 1 : at;
}

/* The lines that go and those that come; those that stand in both at the ends are context. */
static void trim_same(struct str *went, struct str *came)
{
	for (;;) {
		struct str a = *went, b = *came, x, y;
		if (!str_line(&a, &x) || !str_line(&b, &y) || !str_eq(x, y))
			return;
		*went = a;
		*came = b;
	}
}

static void show_edit(struct evening_view *v, struct str text)
{
	const struct planner_edit *edit = &v->edit;
	size_t from = line_start(text, edit->at), end = edit->at + edit->length;
	size_t to = end > from && end == line_start(text, end) ? end : line_end(text, end);
	if (edit->length == 0 && from == edit->at && str_ends(edit->after, STR("\n")))
		to = from;
	struct str went = str_slice(text, from, to);
	struct str came =
		arena_printf(&v->look, "%.*s%.*s%.*s", STR_ARG(str_slice(text, from, edit->at)),
			STR_ARG(edit->after), STR_ARG(str_slice(text, end, to)));
	size_t top = from, bottom = to;
	trim_same(&went, &came);
	for (int i = 0; i < CONTEXT && top > 0; i++)
		top = line_start(text, top - 1);
	for (int i = 0; i < CONTEXT; i++)
		bottom = line_end(text, bottom);
	evening_say(
		v, ROLE_DIM, arena_printf(&v->look, "%.*s:%d", STR_ARG(edit->path), edit->line));
	put_file_lines(v, ' ', ROLE_DIM, str_slice(text, top, (size_t)(went.p - text.p)));
	put_file_lines(v, '-', ROLE_DUNNO, went);
	put_file_lines(v, '+', ROLE_KNOW, came);
	put_file_lines(v, ' ', ROLE_DIM, str_slice(text, to, bottom));
	evening_say(v, ROLE_TEXT, STR(""));
	evening_say(v, ROLE_DIM, STR("y writes just these lines into the plan; u takes them out."));
}

static bool look_status(struct evening_view *v, const struct study *s, struct err *e)
{
	struct decoded text;
	if (!planner_status_edit(s, v->day, v->want, &v->edit, &v->look, e) ||
		!study_text(s, v->edit.path, &text, &v->look, e))
		return false;
	show_edit(v, text.text);
	return true;
}

static bool look_summary(struct evening_view *v, const struct study *s, struct err *e)
{
	struct decoded text;
	if (!planner_summary_edit(s, v->day, &v->sum, &v->edit, &v->look, e) ||
		!study_text(s, v->edit.path, &text, &v->look, e))
		return false;
	show_edit(v, text.text);
	return true;
}

/* ---- the others */

static bool look_sheet(struct evening_view *v, const struct study *s, struct err *e)
{
	if (!planner_sheet_edit(s, v->day, v->guide.topic, v->guide.ntopic, &v->sheet, &v->look, e))
		return false;
	evening_say(
		v, ROLE_DIM, arena_printf(&v->look, "A new file, %.*s:", STR_ARG(v->sheet.path)));
	put_file_lines(v, '+', ROLE_KNOW, v->sheet.text);
	evening_say(v, ROLE_TEXT, STR(""));
	evening_say(v, ROLE_DIM, STR("y makes it and opens it in your editor."));
	return true;
}

static bool look_repair(struct evening_view *v, const struct study *s, struct err *e)
{
	struct planner_repair r;
	if (!planner_repair_preview(s, s->plan_path, &r, &v->look, e))
		return false;
	evening_say(v, ROLE_TEXT,
		arena_printf(&v->look,
			"%.*s was saved in a wrong encoding: %zu characters show as two and more. "
			"Lines are written into it once it is repaired.",
			STR_ARG(r.path), r.characters));
	for (int i = 0; i < r.nsample; i++) {
		evening_say(v, ROLE_DIM, arena_printf(&v->look, "line %d", r.sample[i].line));
		put_file_line(v, '-', ROLE_DUNNO, r.sample[i].before);
		put_file_line(v, '+', ROLE_KNOW, r.sample[i].after);
	}
	evening_say(v, ROLE_TEXT, STR(""));
	evening_say(v, ROLE_DIM,
		STR("y repairs the whole file; the old one is kept in .hone/backup. Not undone."));
	return true;
}

/* The first date after today on which another day of the plan stands. */
static int next_date(const struct evening_view *v, const struct study *s, int *day)
{
	for (int date = s->today + 1; v->cal.end != DAY_NONE && date <= v->cal.end; date++) {
		calendar_mark(&s->plan, &v->cal, s->today, date, day, NULL);
		if (*day >= 0)
			return date;
	}
	return DAY_NONE;
}

static void say_tasks(struct evening_view *v, const struct plan *p, const struct plan_day *d)
{
	for (int i = d->first; i < d->first + d->nitem; i++)
		evening_say(v, p->item[i].done ? ROLE_DIM : ROLE_TEXT,
			arena_printf(&v->look, "%s %.*s", p->item[i].done ? "✓" : "□",
				STR_ARG(md_plain(p->item[i].text, &v->look))));
}

static bool look_tomorrow(struct evening_view *v, const struct study *s, struct err *e)
{
	int day = -1, date = next_date(v, s, &day), due;
	char dates[48], minutes[32];
	if (date == DAY_NONE)
		return err_set(e, ERR_MISSING, "No day of the plan stands after today.");
	if (!study_load(s, date, &due, e))
		return false;
	const struct plan_day *d = &s->plan.day[day];
	views_minutes(d->minutes_from, d->minutes_to, minutes);
	v->next = d->id;
	evening_say(v, ROLE_ACCENT, md_plain(d->title, &v->look));
	evening_say(v, ROLE_DIM,
		arena_printf(&v->look, "%s%s · Week %d · Day %d%s%s",
			date == s->today + 1 ? "Tomorrow, " : "",
			views_dates(date, date, s->today, dates), s->plan.week[d->week].number,
			d->from, *minutes ? " · " : "", minutes));
	evening_say(v, ROLE_TEXT,
		arena_printf(&v->look, "%d%s review%s due that day", due,
			due >= LOAD_CAP ? "+" : "", due == 1 ? "" : "s"));
	evening_say(v, ROLE_TEXT, STR(""));
	say_tasks(v, &s->plan, d);
	evening_say(v, ROLE_TEXT, STR(""));
	evening_say(v, ROLE_DIM, STR("Enter opens its page."));
	return true;
}

static bool look_check(struct evening_view *v, const struct study *s, struct err *e)
{
	if (!evening_check(v, s, e))
		return false;
	evening_say(v, ROLE_TEXT, STR(""));
	evening_say(v, ROLE_DIM, STR("Enter begins; Esc there leaves it, and it goes on later."));
	return true;
}

void evening_look(struct evening_view *v, const struct study *s)
{
	static bool (*const look[])(struct evening_view *, const struct study *, struct err *) = {
		[EVENING_CHECK] = look_check,
		[EVENING_SHEET] = look_sheet,
		[EVENING_STATUS] = look_status,
		[EVENING_SUMMARY] = look_summary,
		[EVENING_REPAIR] = look_repair,
		[EVENING_TOMORROW] = look_tomorrow,
	};
	int page = v->lines.page;
	arena_clear(&v->look);
	v->line = NULL;
	v->cap = 0;
	v->lines = (struct list){ 0 };
	v->why = (struct err){ 0 };
	v->can = v->day >= 0 && look[v->choice[v->list.cursor]](v, s, &v->why);
	if (!v->can && v->day >= 0)
		evening_say(v, ROLE_UNSURE, str_of(v->why.text));
	int n = v->lines.n;
	v->lines = (struct list){ 0 };
	list_resize(&v->lines, n, page);
}
