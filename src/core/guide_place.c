/* guide_place.c - in which phase, week and day of the plan each line stands, one line after the other. */
#include "guide_line.h"

enum { LOOK_ASIDE = 16 /* days asked for a match in each direction: keeps the cost linear */ };

struct guide_place guide_place_start(const struct plan *plan)
{
	return (struct guide_place){
		.plan = plan, .phase = -1, .week = -1, .day = -1, .day_to = -1
	};
}

/* Phases, weeks and days that the plan has at this line. True when there is a week or day. */
static bool open_here(struct guide_place *s, const struct guide_line *l)
{
	const struct plan *p = s->plan;
	bool opened = false, bold = l->kind != GUIDE_HEADING;
	int level = bold ? s->level : l->level;
	while (s->next_phase < p->nphase && p->phase[s->next_phase].line <= l->number) {
		s->phase = s->next_phase++;
		s->week = s->day = s->day_to = -1;
	}
	for (; s->next_week < p->nweek && p->week[s->next_week].line <= l->number; opened = true) {
		s->week = s->next_week++;
		s->week_level = level;
		s->day = s->day_to = -1;
	}
	for (; s->next_day < p->nday && p->day[s->next_day].line <= l->number; opened = true) {
		s->day = s->day_to = s->next_day++;
		s->week = p->day[s->day].week;
		s->day_level = level;
		s->day_bold = bold;
	}
	return opened;
}

/*
 * The plan knows where phases and weeks end. A heading ends days and weeks of its level or below, too: days
 * that a heading reports on, and the week of days without one, which goes on further below.
 */
static void end_places(struct guide_place *s, const struct guide_line *l, enum label_kind kind)
{
	const struct plan *p = s->plan;
	bool heading = l->kind == GUIDE_HEADING;
	int level = kind == LABEL_DAY ? l->level + 1 : l->level;
	if (s->phase >= 0 && l->at >= p->phase[s->phase].to_at)
		s->phase = -1;
	bool week_ends = s->week >= 0 && l->at >= p->week[s->week].to_at;
	week_ends = week_ends || (heading && level <= s->week_level);
	if (week_ends || (heading && level <= s->day_level))
		s->day = s->day_to = -1;
	if (week_ends)
		s->week = -1;
}

static bool matches(const struct guide_place *s, int day, const struct label *l)
{
	const struct plan_day *d = &s->plan->day[day];
	return (d->from == l->from && d->to == l->to) ||
	       (d->overall_from == l->from && d->overall_to == l->to && l->from);
}

/* The day that this line reports on: seen before, in this week; -1. */
static int reported_day(const struct guide_place *s, const struct label *l)
{
	const struct plan *p = s->plan;
	int low = s->next_day > LOOK_ASIDE ? s->next_day - LOOK_ASIDE : 0;
	int last = -1;
	for (int i = s->next_day - 1; i >= low && p->day[i].week == s->week; i--) {
		const struct plan_day *d = &p->day[i];
		if (matches(s, i, l) || (i == s->day && d->from <= l->from && l->to <= d->to))
			return i;
		if (last < 0 && l->from <= d->from && d->to <= l->to)
			last = i;
	}
	return last;
}

/* "Day 1-2: ..." before the days 1 and 2, which the plan does not list as a day of its own. */
static bool cover(struct guide_place *s, const struct label *l)
{
	const struct plan *p = s->plan;
	int first = -1, last = -1;
	for (int i = s->next_day; i < p->nday && i < s->next_day + LOOK_ASIDE; i++) {
		const struct plan_day *d = &p->day[i];
		if (d->week != s->week || d->from < l->from || d->to > l->to)
			break;
		first = first < 0 ? i : first;
		last = i;
	}
	if (first < 0)
		return false;
	s->day = first;
	s->day_to = last;
	return true;
}

/* A label with the number of a day or week that is none itself: its own lines belong there. */
static void place_report(struct guide_place *s, struct guide_line *l, struct label label)
{
	struct label inner;
	if (s->week < 0 || label.kind == LABEL_PHASE || label.kind == LABEL_NONE)
		return;
	if (label.kind == LABEL_WEEK) {
		bool same = s->plan->week[s->week].number == label.from;
		bool with_day = plan_label(label.rest, &inner) && inner.kind == LABEL_DAY;
		if (!same)
			return;
		if (!with_day || inner.from < inner.to) {
			l->day = l->day_to = -1;
			s->day = with_day ? s->day : -1;
			s->day_to = s->day;
			return;
		}
		label = inner;
	}
	int day = reported_day(s, &label);
	if (day >= 0 && l->kind == GUIDE_HEADING)
		s->day = s->day_to = day;
	if (day < 0 && !cover(s, &label))
		return;
	l->day = day >= 0 ? day : s->day;
	l->day_to = day >= 0 ? day : s->day_to;
}

void guide_place_line(struct guide_place *s, struct guide_line *l)
{
	struct label label = { 0 };
	bool titled = l->kind == GUIDE_HEADING || l->kind == GUIDE_LABEL;
	bool labelled = titled && plan_label(l->plain, &label);
	if (l->kind == GUIDE_HEADING)
		s->level = l->level;
	end_places(s, l, labelled ? label.kind : LABEL_NONE);
	bool opened = open_here(s, l);
	l->phase = s->phase;
	l->week = s->week;
	l->day = s->day;
	l->day_to = s->day_to;
	if (labelled && !opened)
		place_report(s, l, label);
}

void guide_place_pass(struct guide_place *s, int line)
{
	while (s->next_week < s->plan->nweek && s->plan->week[s->next_week].line < line)
		s->next_week++;
	while (s->next_day < s->plan->nday && s->plan->day[s->next_day].line < line)
		s->next_day++;
}

void guide_place_end_block(struct guide_place *s)
{
	/* A bold day, and a range that stands before its days. */
	if ((s->day >= 0 && s->day_bold) || s->day != s->day_to)
		s->day = s->day_to = -1;
}
