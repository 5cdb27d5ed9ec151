/* evening_check.c - what the knowledge check at the end of a day would ask. */
#include "hone/check.h"
#include "hone/md.h"
#include "views/evening_priv.h"

static bool say_question(
	struct evening_view *v, const struct study *s, const struct asked *q, struct err *e)
{
	struct check_item item;
	if (!check_item(s, q, &item, &v->look, e))
		return false;
	evening_say(v, ROLE_DIM,
		arena_printf(&v->look, "%s%.*s",
			q->review                                                ? "review: "
			: q->kind != ASKED_CARD && !check_says_itself(item.name) ? "explain: "
										 : "",
			STR_ARG(item.name)));
	return true;
}

/* One of today that is not finished goes on. */
static bool say_open(struct evening_view *v, const struct study *s, bool *open, struct err *e)
{
	struct round r;
	if (!round_open(s, ROUND_CHECK, &r, open, &v->look, e))
		return false;
	if (*open)
		evening_say(v, ROLE_TEXT,
			arena_printf(&v->look, "The check of today goes on: %d of %d answered.",
				r.nanswered, r.n));
	return true;
}

bool evening_check(struct evening_view *v, const struct study *s, struct err *e)
{
	struct check_pick p;
	bool open;
	if (!say_open(v, s, &open, e))
		return false;
	if (open)
		return true;
	if (!check_pick(s, v->day, s->settings.questions, &p, &v->look, e))
		return false;
	if (p.n == 0)
		return err_set(e, ERR_MISSING, "%.*s", STR_ARG(p.missing));
	struct str earlier = { 0 };
	if (p.nearlier)
		earlier = arena_printf(&v->look, ", %d of an earlier day", p.nearlier);
	evening_say(v, ROLE_TEXT,
		arena_printf(&v->look, "%d question%s: %d of what was studied today, %d due%.*s.",
			p.n, p.n == 1 ? "" : "s", p.nfresh, p.nreview - p.nearlier,
			STR_ARG(earlier)));
	if (p.missing.n)
		evening_say(v, ROLE_DIM, p.missing);
	evening_say(v, ROLE_DIM,
		STR("Each is scored in percent, and the schedule of its card follows."));
	evening_say(v, ROLE_TEXT, STR(""));
	for (int i = 0; i < p.n; i++)
		if (!say_question(v, s, &p.asked[i], e))
			return false;
	return true;
}
