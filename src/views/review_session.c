/* review_session.c - where cards come from: the queue of the day, or a session of chosen ones. */
#include "views/review_priv.h"

bool review_take(struct review *r, const struct study *s, struct err *e)
{
	arena_clear(&r->arena);
	if (r->session)
		return session_next(r->session, s, &r->card, &r->arena, e);
	return queue_next(s, r->last, &r->card, &r->arena, e);
}

bool review_count(struct review *r, const struct study *s, struct err *e)
{
	struct queue_counts q;
	struct session_counts n;
	if (r->session) {
		if (!session_count(r->session, s, &n, e))
			return false;
		r->left = n.left;
		r->capped = n.capped;
		return true;
	}
	if (!queue_count(s, COUNT_CAP, &q, e))
		return false;
	r->left = q.due + q.fresh + q.drill;
	r->capped = q.capped;
	return true;
}

bool review_answer(struct review *r, struct study *s, int grade, int64_t took_ms, struct err *e)
{
	if (!r->session)
		return study_grade(s, r->card.id, grade, took_ms, NULL, e);
	if (!session_grade(r->session, s, r->card.id, grade, took_ms, e))
		return false;
	review_tally_add(&r->sitting, grade, took_ms, 1);
	return true;
}

bool review_crams(const struct review *r)
{
	return r->session && r->choice_of.mode == SESSION_CRAM;
}

/* "25 min", "cram", "ahead 7 d" and the words that cards must have, with points between. */
void review_session_words(const struct review *r, struct buf *out)
{
	const struct session_options *o = &r->choice_of;
	if (!r->session)
		return;
	if (o->mode == SESSION_CRAM)
		buf_add(out, STR(" · cram"));
	if (o->mode == SESSION_AHEAD)
		buf_addf(out, " · ahead %d d", o->days);
	if (o->minutes)
		buf_addf(out, " · %d min", o->minutes);
	if (str_casestarts(o->filter, STR("id:"))) { /* nobody reads ids */
		buf_add(out, STR(" · chosen cards"));
	} else if (o->filter.n) {
		buf_add(out, STR(" · "));
		buf_add(out, o->filter);
	}
}

static void put_session(struct review *r, struct session *ss, struct session_options o)
{
	struct str filter = o.filter; /* may be the one that is released here */
	struct buf kept = { 0 };
	buf_add(&kept, filter);
	session_free(r->session);
	buf_release(&r->filter);
	r->filter = kept;
	r->session = ss;
	r->choice_of = o;
	r->choice_of.filter = buf_str(&r->filter);
	r->nhandled = 0;
	r->last = 0;
	r->sitting = (struct tally){ 0 };
}

void review_end_session(struct review *r)
{
	put_session(r, NULL, (struct session_options){ 0 });
}

bool review_begin_session(
	struct review *r, const struct study *s, struct session_options o, struct err *e)
{
	o.filter = str_trim(o.filter);
	if (o.mode == SESSION_TODAY && o.minutes == 0 && o.filter.n == 0) {
		review_end_session(r);
		return true;
	}
	struct session *ss = session_new(s, &o, e);
	if (ss)
		put_session(r, ss, o);
	return ss != NULL;
}

bool review_say_session(const struct review *r, struct app *app, struct err *e)
{
	struct session_counts n;
	struct buf words = { 0 };
	if (!r->session)
		return true;
	if (!session_count(r->session, app_study(app), &n, e))
		return false;
	if (n.left > 0) {
		session_describe(&n, &words);
		app_toast(app, TOAST_INFO, "%s; Esc leaves.", buf_cstr(&words));
	}
	buf_release(&words);
	return true;
}
