/* content.c - decides what a markdown file is. */
#include "hone/content.h"

#include <string.h>

#include "hone/checklog.h"
#include "hone/deck.h"
#include "hone/plan.h"
#include "hone/topics.h"

static bool holds_checks(struct str text)
{
	struct arena a = { 0 };
	int n;
	checklog_parse(text, &n, &a);
	arena_release(&a);
	return n > 0;
}

unsigned content_roles(struct str text, const struct survey *survey, int *plan_points)
{
	unsigned roles = CONTENT_SHEET;
	int points = plan_score(text);
	bool tables = text.n && memchr(text.p, '|', text.n);
	if (survey ? deck_survey_is(survey) : deck_is(text))
		roles |= CONTENT_DECK;
	if (tables && topics_is(text))
		roles |= CONTENT_TOPICS;
	if (tables && holds_checks(text))
		roles |= CONTENT_CHECKS;
	/* Boxes below weeks and days are tasks, whatever their headings say. */
	if (roles == CONTENT_SHEET && topics_is_list(text) && !plan_has_days(text))
		roles |= CONTENT_TOPICS;
	/* Boxes occur in all of these too, so a plan is what is nothing else. */
	if (points > 0 && roles == CONTENT_SHEET)
		roles |= CONTENT_PLAN;
	if (plan_points)
		*plan_points = points;
	return roles;
}
