/* plan_units.c - what can be selected in the plan pane, and moving from one to another. */
#include "views/plan_priv.h"

bool plan_in_unit(const struct plan *p, struct unit u, int item)
{
	const struct plan_item *t = &p->item[item];
	switch (u.kind) {
	case UNIT_DAY: return t->day == u.index;
	case UNIT_WEEK: return t->week == u.index && t->day < 0;
	default: return t->section == u.index;
	}
}

static bool week_has_loose(const struct plan *p, int week)
{
	int in_days = 0;
	for (int d = 0; d < p->week[week].nday; d++)
		in_days += p->day[p->week[week].first_day + d].nitem;
	return p->week[week].nitem > in_days;
}

/* What a unit is known by when the plan was read again. */
uint64_t plan_unit_id(const struct plan *p, struct unit u)
{
	switch (u.kind) {
	case UNIT_DAY: return p->day[u.index].id;
	case UNIT_WEEK: return hash64(UNIT_WEEK, &p->week[u.index].number, sizeof(int));
	default:
		return hash64(
			UNIT_SECTION, p->section[u.index].title.p, p->section[u.index].title.n);
	}
}

static void add_unit(struct plan_view *v, enum unit_kind kind, int index)
{
	v->unit[v->nunit++] = (struct unit){ kind, index };
}

void plan_units(struct plan_view *v, const struct plan *p)
{
	v->unit = arena_alloc(
		&v->arena, (size_t)(p->nday + p->nweek + p->nsection + 1), sizeof *v->unit);
	v->nunit = 0;
	for (int w = 0; w < p->nweek; w++) {
		for (int d = 0; d < p->week[w].nday; d++)
			add_unit(v, UNIT_DAY, p->week[w].first_day + d);
		if (week_has_loose(p, w) || p->week[w].nday == 0)
			add_unit(v, UNIT_WEEK, w);
	}
	for (int i = 0; i < p->nsection; i++)
		add_unit(v, UNIT_SECTION, i);
}

static int week_of(const struct plan *p, struct unit u)
{
	return u.kind == UNIT_DAY ? p->day[u.index].week : u.kind == UNIT_WEEK ? u.index : -1;
}

static int find_unit(const struct plan_view *v, enum unit_kind kind, int index)
{
	for (int i = 0; i < v->nunit; i++)
		if (v->unit[i].kind == kind && v->unit[i].index == index)
			return i;
	return 0;
}

int plan_unit_of_day(const struct plan_view *v, int day)
{
	return find_unit(v, UNIT_DAY, day);
}

const struct plan_day *plan_selected(const struct plan_view *v, const struct plan *p)
{
	if (v->bare || v->nunit == 0 || v->unit[v->current].kind != UNIT_DAY)
		return NULL;
	return &p->day[v->unit[v->current].index];
}

static bool show_selected(struct plan_view *v, const struct study *s, struct err *e)
{
	return plan_load_tasks(v, s, e) && plan_load_dates(v, s, e);
}

/* The date that is selected with a unit: today where it stands there, too. */
static int date_of_unit(const struct plan_view *v, const struct study *s, struct unit u)
{
	const struct calendar_week *w = u.kind == UNIT_WEEK ? &v->cal.week[u.index] : NULL;
	int from = u.kind == UNIT_DAY ? v->cal.day[u.index].from : w ? w->from : DAY_NONE;
	bool today = from == DAY_NONE || (w && from <= s->today && s->today <= w->to);
	return today ? s->today : from;
}

bool plan_select(struct plan_view *v, const struct study *s, int unit, struct err *e)
{
	v->bare = false;
	v->current = unit < 0 ? 0 : unit >= v->nunit ? v->nunit - 1 : unit;
	v->date = s->today;
	v->unit_id = 0;
	if (v->nunit) {
		struct unit u = v->unit[v->current];
		v->date = date_of_unit(v, s, u);
		v->unit_id = plan_unit_id(&s->plan, u);
	} else {
		v->current = 0;
	}
	return show_selected(v, s, e);
}

bool plan_select_date(struct plan_view *v, const struct study *s, int date, struct err *e)
{
	int day;
	calendar_mark(&s->plan, &v->cal, s->today, date, &day, NULL);
	int week = day < 0 ? calendar_week_on(&s->plan, &v->cal, date) : -1;
	v->bare = day < 0 && week < 0;
	if (!v->bare) {
		v->current = day >= 0 ? plan_unit_of_day(v, day) : find_unit(v, UNIT_WEEK, week);
		v->unit_id = plan_unit_id(&s->plan, v->unit[v->current]);
	}
	v->date = date;
	return show_selected(v, s, e);
}

/* Of a plan without days: the week that today lies in, else the first that is not done, else its last. */
static int week_now(const struct plan_view *v, const struct study *s)
{
	const struct plan *p = &s->plan;
	int week = calendar_week_on(p, &v->cal, s->today);
	for (int i = 0; week < 0 && i < p->nweek; i++)
		if (p->week[i].nday == 0 && p->week[i].nitem > p->week[i].ndone)
			week = i;
	return week < 0 ? p->nweek - 1 : week;
}

bool plan_go_today(struct plan_view *v, const struct study *s, struct err *e)
{
	int day = planner_today(s, &v->cal);
	int unit = day >= 0 ? plan_unit_of_day(v, day) : find_unit(v, UNIT_WEEK, week_now(v, s));
	return plan_select(v, s, unit, e);
}

bool plan_go_week(struct plan_view *v, const struct study *s, int step, struct err *e)
{
	int here = week_of(&s->plan, v->unit[v->current]), i = v->current;
	while (i + step >= 0 && i + step < v->nunit && week_of(&s->plan, v->unit[i]) == here)
		i += step;
	int there = week_of(&s->plan, v->unit[i]);
	while (step < 0 && i > 0 && week_of(&s->plan, v->unit[i - 1]) == there)
		i--;
	return plan_select(v, s, i, e);
}

/* From a date without a day: the unit of the next day after it, or of the last before it; -1. */
static int unit_beside(const struct plan_view *v, int step)
{
	int found = -1, best = 0;
	for (int i = 0; i < v->nunit; i++) {
		struct unit u = v->unit[i];
		if (u.kind == UNIT_SECTION)
			continue;
		int from =
			u.kind == UNIT_DAY ? v->cal.day[u.index].from : v->cal.week[u.index].from;
		int ahead = from == DAY_NONE ? 0 : step > 0 ? from - v->date : v->date - from;
		if (ahead > 0 && (found < 0 || ahead < best)) {
			found = i;
			best = ahead;
		}
	}
	return found;
}

bool plan_go_unit(struct plan_view *v, const struct study *s, int step, struct err *e)
{
	if (!v->bare)
		return plan_select(v, s, v->current + step, e);
	int unit = unit_beside(v, step);
	return unit < 0 || plan_select(v, s, unit, e);
}

bool plan_go_month(struct plan_view *v, const struct study *s, int step, struct err *e)
{
	struct civil c = day_civil(v->date);
	int month = c.year * 12 + c.month - 1 + step, year = month / 12;
	month = month % 12 + 1;
	int last = day_month_length(year, month);
	return plan_select_date(v, s, day_of_civil(year, month, c.day < last ? c.day : last), e);
}

/* The unit of a day or of a task, -1. */
static int unit_of(const struct plan_view *v, const struct plan *p, uint64_t id)
{
	const struct plan_item *item = plan_find(p, id);
	for (int i = 0; i < v->nunit; i++)
		if (plan_unit_id(p, v->unit[i]) == id ||
			(item && plan_in_unit(p, v->unit[i], (int)(item - p->item))))
			return i;
	return -1;
}

bool plan_go_to(struct plan_view *v, const struct study *s, uint64_t id, struct err *e)
{
	int unit = unit_of(v, &s->plan, id);
	if (unit < 0)
		return true;
	if (!plan_select(v, s, unit, e))
		return false;
	for (int i = 0; i < v->list.n; i++)
		if (v->task[i].id == id)
			list_show(&v->list, i);
	plan_lay_out(v, s);
	return true;
}

static bool load(struct plan_view *v, const struct study *s, struct err *e)
{
	arena_clear(&v->arena);
	plan_units(v, &s->plan);
	if (planner_calendar(s, &v->cal, &v->arena, e))
		return true;
	v->cal = calendar_make(&s->plan, NULL, s->today, &v->arena);
	return false;
}

/* The unit and, of a day on several dates, the date again. */
static bool select_again(
	struct plan_view *v, const struct study *s, uint64_t id, int date, struct err *e)
{
	int unit = v->current;
	for (int i = 0; i < v->nunit; i++)
		if (plan_unit_id(&s->plan, v->unit[i]) == id)
			unit = i;
	if (!plan_select(v, s, unit, e))
		return false;
	const struct plan_day *d = plan_selected(v, &s->plan);
	const struct calendar_day *at = d ? &v->cal.day[d - s->plan.day] : NULL;
	struct unit u = v->nunit ? v->unit[v->current] : (struct unit){ UNIT_SECTION, 0 };
	const struct calendar_week *w = u.kind == UNIT_WEEK ? &v->cal.week[u.index] : NULL;
	bool there = w && w->from <= date && date <= w->to;
	for (int i = 0; at && i < at->n; i++)
		there = there || at->date[i] == date;
	if (!there || date == v->date)
		return true;
	v->date = date;
	return plan_load_dates(v, s, e);
}

bool plan_reload(struct plan_view *v, const struct study *s, struct err *e)
{
	bool first = v->nunit == 0;
	int cursor = v->list.cursor, date = v->date;
	uint64_t item = v->list.n ? v->task[cursor].id : 0, id = v->unit_id;
	if (!load(v, s, e))
		return false;
	if (first)
		return plan_go_today(v, s, e);
	if (v->bare)
		return plan_select_date(v, s, date, e);
	if (!select_again(v, s, id, date, e))
		return false;
	for (int i = 0; i < v->list.n; i++)
		if (v->task[i].id == item)
			cursor = i;
	list_show(&v->list, cursor);
	plan_lay_out(v, s);
	return true;
}
