/* study_refold.c - when the settings of the scheduler change, the log is folded anew under them. */
#include "study_priv.h"

static struct str fingerprint(const struct sm2_options *o, struct arena *a)
{
	return arena_printf(a, "sm2 %d %d %d %d", o->max_interval, (int)o->late_credit,
		o->drill_below, o->leech);
}

bool study_refold(struct study *s, struct arena *a, struct err *e)
{
	struct sm2_options defaults = sm2_defaults();
	struct str now = fingerprint(&s->settings.sm2, a), before;
	struct verify_report report = { 0 };
	if (!store_setting(s->store, "scheduler", fingerprint(&defaults, a), &before, a, e))
		return false;
	if (s->state->frozen || str_eq(now, before))
		return true;
	/* In this order: a crash in between folds once more, which changes nothing. */
	if (!store_verify(s->store, &s->settings.sm2, true, &report, a, e) ||
		!store_begin(s->store, e))
		return false;
	if (!store_set(s->store, "scheduler", now, e)) {
		store_rollback(s->store);
		return false;
	}
	return store_commit(s->store, e);
}
