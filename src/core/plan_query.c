/* plan_query.c - questions to a plan: how much it is one, what to do today. */
#include "plan_line.h"

static const char *const status_names[] = {
	[PLAN_OPEN] = "open",
	[PLAN_IN_PROGRESS] = "in-progress",
	[PLAN_DONE] = "done",
	[PLAN_DEFERRED] = "deferred",
	[PLAN_MOVED] = "moved",
	[PLAN_SKIPPED] = "skipped",
};

static const char *const mark_names[] = { "extended", "shifted", "moved-here", "tentative",
	"optional", "revised", "checkpoint" };

/*
 * Weeks and days with boxes weigh most. The number of boxes counts little, so that a long checklist
 * or one topic check with "Week 2" in its title does not pass for the plan of a folder.
 */
int plan_score(struct str text)
{
	enum { WEEK = 20, DAY = 10, PHASE = 5, EMPTY_WEEK = 2, MIN_BOXES = 3, MAX_BOXES = 20 };
	struct arena a = { 0 };
	struct plan p = plan_outline(text, &a);
	int64_t score = (int64_t)PHASE * p.nphase;
	for (int i = 0; i < p.nweek; i++)
		score += p.week[i].nitem ? WEEK : EMPTY_WEEK;
	for (int i = 0; i < p.nday; i++)
		score += p.day[i].nitem ? DAY : 1;
	if (score > 0 || p.nitem >= MIN_BOXES)
		score += p.nitem < MAX_BOXES ? p.nitem : MAX_BOXES;
	arena_release(&a);
	return score > INT_MAX ? INT_MAX : (int)score;
}

bool plan_has_days(struct str text)
{
	struct arena a = { 0 };
	struct plan p = plan_outline(text, &a);
	bool has = p.nphase + p.nweek + p.nday > 0;
	arena_release(&a);
	return has;
}

const char *plan_status_name(enum plan_status s)
{
	return status_names[s];
}

const char *plan_mark_name(int i)
{
	return mark_names[i];
}

const struct plan_item *plan_find(const struct plan *p, uint64_t id)
{
	for (int i = 0; i < p->nitem; i++) {
		if (p->item[i].id == id)
			return &p->item[i];
	}
	return NULL;
}

static bool is_over(enum plan_status s)
{
	return s == PLAN_DONE || s == PLAN_MOVED || s == PLAN_SKIPPED;
}

int plan_today(const struct plan *p, int today)
{
	int next = 0;
	for (int i = 0; i < p->nday; i++) {
		if (today != DAY_NONE && p->day[i].date == today)
			return i;
		if (p->day[i].status == PLAN_DONE)
			next = i + 1;
	}
	while (next < p->nday && is_over(p->day[next].status))
		next++;
	return next < p->nday ? next : p->nday - 1;
}
