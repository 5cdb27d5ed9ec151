/* check_home.c - what can be asked, what goes on, and the checks before. */
#include "hone/report.h"
#include "views/check_priv.h"

/* The chart stands above the list where that keeps LIST_ROWS. */
enum { TREND = 5, MOCK_QUESTIONS = 10, CHART_ROWS = 9, LIST_ROWS = 12, MOST_CHART_COLS = 100 };

static const enum round_kind kinds[HOMES] = {
	[HOME_DAILY] = ROUND_CHECK,
	[HOME_GAPS] = ROUND_GAPS,
	[HOME_MOCK] = ROUND_MOCK,
};

const char *check_round_title(enum round_kind kind)
{
	switch (kind) {
	case ROUND_CHECK: return "Daily check";
	case ROUND_GAPS: return "Gap analysis";
	case ROUND_MOCK: return "Mock interview";
	case ROUND_TOPICS: return "Topics";
	}
	return "Questions";
}

static bool find_day(struct check_view *v, const struct study *s, struct err *e)
{
	struct calendar cal;
	v->day = -1;
	for (int i = 0; v->id && i < s->plan.nday; i++)
		if (s->plan.day[i].id == v->id)
			v->day = i;
	if (v->day >= 0 || s->plan.nday == 0)
		return true;
	if (!planner_calendar(s, &cal, &v->arena, e))
		return false;
	v->day = planner_today(s, &cal);
	return true;
}

/* ---- beside the rows */

static struct str say_score(struct check_view *v, const struct round *r, int today)
{
	struct round_result got = round_result(r);
	char dates[48];
	return arena_printf(&v->arena, "%s: %d.%d %% %s", views_dates(r->day, r->day, today, dates),
		got.overall / 10, got.overall % 10, round_letter(got.overall));
}

static bool say_daily(struct check_view *v, const struct study *s, struct err *e)
{
	struct check_pick p;
	if (!check_pick(s, v->day, s->settings.questions, &p, &v->arena, e))
		return false;
	const struct {
		int n;
		const char *what;
	} part[] = { { p.nfresh, "of today" }, { p.nreview - p.nearlier, "due" },
		{ p.nearlier, "of an earlier day" } };
	struct buf b = { 0 };
	if (p.n == 0)
		buf_add(&b, STR("nothing was studied today and nothing is due"));
	else
		buf_addf(&b, "%d question%s", p.n, p.n == 1 ? "" : "s");
	for (size_t i = 0, said = 0; i < LENGTH(part); i++)
		if (part[i].n)
			buf_addf(&b, "%s%d %s", said++ ? ", " : ": ", part[i].n, part[i].what);
	v->said[HOME_DAILY] = arena_str(&v->arena, buf_str(&b));
	v->missing = p.missing;
	buf_release(&b);
	return true;
}

static bool say_bank(struct check_view *v, const struct study *s, struct err *e)
{
	int n = 0;
	if (!check_areas(s, &v->area, &v->narea, &v->arena, e))
		return false;
	for (int i = 0; i < v->narea; i++)
		n += v->area[i].n;
	struct str bank = n == 0 ? STR("no cards in any deck")
				 : arena_printf(&v->arena, "%d question%s in %d area%s", n,
					   n == 1 ? "" : "s", v->narea, v->narea == 1 ? "" : "s");
	v->said[HOME_GAPS] = v->said[HOME_MOCK] = bank;
	return true;
}

/* Of an interview that is not scored yet what was answered aloud, and its time. */
static struct str say_open(struct check_view *v, const struct round *r)
{
	char time[16];
	int64_t left = (int64_t)r->minutes * 60000 - r->spent_ms;
	if (r->kind != ROUND_MOCK || r->nanswered)
		return arena_printf(&v->arena, "goes on: %d of %d answered", r->nanswered, r->n);
	if (r->minutes == 0)
		return arena_printf(&v->arena, "goes on: %d of %d asked", r->nspoken, r->n);
	return arena_printf(&v->arena, "goes on: %d of %d asked, %s left", r->nspoken, r->n,
		watch_text(left > 0 ? left : 0, time));
}

static bool say_round(struct check_view *v, const struct study *s, const struct round *list, int n,
	enum check_home home, struct err *e)
{
	const struct round *last = NULL;
	struct round open;
	bool found;
	for (int i = 0; i < n; i++)
		if (list[i].kind == kinds[home] && list[i].nanswered)
			last = &list[i];
	if (!round_open(s, kinds[home], &open, &found, &v->arena, e))
		return false;
	v->open[home] = found ? open.id : (struct event_id){ 0 };
	v->last[home] = last ? last->id : (struct event_id){ 0 };
	bool of_today = last && (home != HOME_DAILY || last->day == s->today);
	if (found)
		v->said[home] = say_open(v, &open);
	else if (of_today)
		v->said[home] = say_score(v, last, s->today);
	if (!of_today && !found)
		v->last[home] = (struct event_id){ 0 };
	return true;
}

/* ---- the checks before */

static void say_entry(struct check_view *v, const struct check_entry *e, int today)
{
	char dates[48];
	struct check_line *l = check_add(v, e->score < 0 ? ROLE_DIM : ROLE_TEXT, STR(""));
	views_dates(e->date, e->date, today, dates);
	if (e->score < 0)
		l->text = arena_printf(&v->page, "%-12s     -", dates);
	else
		l->text = arena_printf(&v->page, "%-12s %3d.%d %%  %-2s  %.*s", dates,
			e->score / 10, e->score % 10, round_letter(e->score),
			STR_ARG(md_shown(e->weak, &v->page)));
}

/* As on the page of readiness: the scores by day. */
static bool say_chart(struct check_view *v, const struct study *s, struct err *e)
{
	struct report r;
	int cols = v->cols - 2 * CHECK_MARGIN;
	if (v->lines.list.page - v->lines.list.n < CHART_ROWS + 1 + LIST_ROWS)
		return true;
	if (!report_load_checks(s, &r, &v->page, e))
		return false;
	if (r.checks.from == r.checks.to)
		return true; /* one day is no line */
	struct chart_look look = { cols < MOST_CHART_COLS ? cols : MOST_CHART_COLS, CHART_ROWS,
		v->ascii };
	struct chart c = chart_line(&r.checks, look, &v->page);
	for (int i = 0; i < c.n; i++)
		check_add(v, ROLE_TEXT, STR(""))->chart = &c.row[i];
	check_add(v, ROLE_TEXT, STR(""));
	return true;
}

static bool say_history(struct check_view *v, const struct study *s, struct err *e)
{
	struct check_entry *entry;
	int n;
	if (!check_history(s, &entry, &n, &v->page, e))
		return false;
	struct check_trend t = check_trend(entry, n, TREND);
	if (n == 0)
		return true;
	struct check_line *l = check_add(v, ROLE_ACCENT, STR("Checks before"));
	if (t.n)
		l->right =
			arena_printf(&v->page, "last %d: %d.%d %%", t.n, t.mean / 10, t.mean % 10);
	if (t.change)
		l->right =
			arena_printf(&v->page, "%.*s (%+.1f)", STR_ARG(l->right), t.change / 10.0);
	l->right_role = ROLE_DIM;
	if (!say_chart(v, s, e))
		return false;
	for (int i = n - 1; i >= 0; i--)
		say_entry(v, &entry[i], s->today);
	return true;
}

/* Not once the check of today is begun, or done. */
static void say_missing(struct check_view *v)
{
	bool begun = !event_id_none(v->open[HOME_DAILY]) || !event_id_none(v->last[HOME_DAILY]);
	if (v->missing.n == 0 || begun)
		return;
	check_wrap(v, ROLE_DIM, arena_str(&v->page, v->missing));
	check_add(v, ROLE_TEXT, STR(""));
}

bool check_say_home(struct check_view *v, const struct study *s, struct err *e)
{
	check_clear_lines(v);
	v->lines.list.page = v->rows > 8 ? v->rows - 7 : 1;
	say_missing(v);
	return say_history(v, s, e);
}

bool check_load_home(struct check_view *v, const struct study *s, struct err *e)
{
	struct round *list;
	int n, cursor = v->homes.cursor;
	arena_clear(&v->arena);
	v->stage = CHECK_HOME;
	if (!find_day(v, s, e) || !say_daily(v, s, e) || !say_bank(v, s, e) ||
		!round_list(s, ~0u, &list, &n, &v->arena, e))
		return false;
	for (int h = HOME_DAILY; h <= HOME_MOCK; h++)
		if (!say_round(v, s, list, n, (enum check_home)h, e))
			return false;
	v->said[HOME_AFTER] = STR("the questions you were asked become cards");
	v->homes = (struct list){ .cursor = cursor };
	list_resize(&v->homes, HOMES, HOMES);
	return check_say_home(v, s, e);
}

/* ---- beginning */

static bool start(struct check_view *v, struct study *s, const struct round_plan *p, struct err *e)
{
	struct event_id id;
	return round_begin(s, p, &id, e) && check_run(v, s, id, e);
}

static bool begin_daily(struct check_view *v, struct study *s, struct err *e)
{
	struct check_pick p;
	if (!check_pick(s, v->day, s->settings.questions, &p, &v->arena, e))
		return false;
	if (p.n == 0)
		return check_refuse(v, "%.*s", STR_ARG(p.missing));
	return start(
		v, s, &(struct round_plan){ ROUND_CHECK, STR("Daily check"), 0, p.asked, p.n }, e);
}

bool check_begin_areas(struct check_view *v, struct study *s, int most, int minutes, struct err *e)
{
	struct round_plan p = { .kind = kinds[v->begun], .minutes = minutes };
	struct asked *asked;
	p.name = str_of(check_round_title(p.kind));
	if (!check_bank(
		    s, v->area, v->narea, most, (uint64_t)s->now.ms, &asked, &p.n, &v->arena, e))
		return false;
	p.asked = asked;
	return start(v, s, &p, e);
}

static void choose_areas(struct check_view *v, enum check_home home)
{
	if (v->narea == 0) {
		check_refuse(v, "No deck of this folder has cards yet: there is nothing to ask.");
		return;
	}
	v->begun = home;
	v->most = MOCK_QUESTIONS;
	v->stage = CHECK_AREAS;
	v->areas = (struct list){ .page = v->rows > 3 ? v->rows - 2 : 1 };
	list_resize(&v->areas, v->narea, v->areas.page);
	for (int i = 0; i < v->narea; i++)
		v->area[i].chosen = true;
}

bool check_enter(
	struct check_view *v, struct app *app, enum check_home home, bool anew, struct err *e)
{
	struct study *s = app_study(app);
	if (!anew && !event_id_none(v->open[home]))
		return check_run(v, s, v->open[home], e);
	if (!anew && !event_id_none(v->last[home]))
		return check_run(v, s, v->last[home], e);
	if (home != HOME_DAILY) {
		choose_areas(v, home);
		return true;
	}
	if (!begin_daily(v, s, e))
		return false;
	if (v->stage == CHECK_ASK)
		app_changed(app, PART_SCHEDULE);
	return true;
}
