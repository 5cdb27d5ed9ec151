/* review.c - one card after the other: question, reveal, grade. */
#include <stdio.h>
#include <stdlib.h>

#include "hone/belong.h"
#include "views/review_priv.h"

enum action {
	REVEAL = ACTION_OWN,
	TYPE,
	AGAIN,
	HARD,
	GOOD,
	EASY,
	PROPOSED,
	NEXT_PAGE,
	PREVIOUS_PAGE,
	EDIT,
	SHEET,
	FLAG,
	BURY,
	HIDE,
	INFO,
	JOINS,
	ZEN,
	FILTER,
	MINUTES,
	CRAM,
	AHEAD,
	LEAVE,
	CRAM_BACK,
	TICK,
	NEXT_CHOICE,
	PREVIOUS_CHOICE,
};

enum live {
	LIVE_ASK = 1,
	LIVE_TYPE = 2,
	LIVE_CHOICE = 4, /* choices can be ticked */
	LIVE_ANSWER = 8,
	LIVE_PROPOSED = 16,
	LIVE_CARD = 32,
	LIVE_VERBS = 64, /* letters mean what they mean everywhere */
	LIVE_SESSION = 128,
	LIVE_CRAMMED = 256, /* a card was answered, and nothing of it logged */
};

static const struct key_row keys[] = {
	{ "Space Enter", REVEAL, "reveal", "Show the answer", LIVE_ASK },
	{ "Space Enter", TYPE, "answer", "Type the answer; an empty one only shows it", LIVE_TYPE },
	{ "x", TICK, "tick", "Tick or untick the choice that is marked", LIVE_CHOICE },
	{ "j Down", NEXT_CHOICE, "choose", "Next choice", LIVE_CHOICE },
	{ "k Up", PREVIOUS_CHOICE, NULL, "Choice before", LIVE_CHOICE },
	{ "Enter", PROPOSED, "take", "Take the grade that is marked", LIVE_PROPOSED },
	{ "1", AGAIN, "again", "Grade Again: not known; asked again today", LIVE_ANSWER },
	{ "2", HARD, "hard", "Grade Hard: known with serious difficulty; asked again today",
		LIVE_ANSWER },
	{ "3", GOOD, "good", "Grade Good: known", LIVE_ANSWER },
	{ "4", EASY, "easy", "Grade Easy: known at once", LIVE_ANSWER },
	{ "e", EDIT, "edit", "Edit the card in your editor, at its line", LIVE_VERBS },
	{ "s", SHEET, "sheet", "To the sheet of its topic; s there comes back", LIVE_VERBS },
	{ "f", FLAG, "flag", "Flag the card, or take the flag off", LIVE_VERBS },
	{ "b", BURY, "bury", "Bury: set the card aside until tomorrow", LIVE_VERBS },
	{ "h", HIDE, "hide", "Hide: the card is not asked any more", LIVE_VERBS },
	{ "i", INFO, NULL, "The card's own page: its schedule and its history", LIVE_VERBS },
	{ "J", JOINS, NULL, "Cards that may be about a topic: say so, or not", 0 },
	{ "Z", ZEN, NULL, "Zen: question and answer and nothing else", LIVE_CARD },
	{ "Space PageDown Ctrl-F", NEXT_PAGE, NULL, "Scroll a long answer down", LIVE_ANSWER },
	{ "PageUp Ctrl-B", PREVIOUS_PAGE, NULL, "Scroll a long answer up", LIVE_ANSWER },
	{ "j Down", MOTION_DOWN, NULL, "Scroll down a line", LIVE_CARD },
	{ "k Up", MOTION_UP, NULL, "Scroll up a line", LIVE_CARD },
	{ "/", FILTER, "filter", "Ask only some cards: words, or deck: topic: tag: is:", 0 },
	{ "m", MINUTES, "minutes", "Ask as many cards as fit into some minutes", 0 },
	{ "C", CRAM, "cram", "Cram: ask cards due or not; nothing is logged", 0 },
	{ "L", AHEAD, "ahead", "Look ahead: ask what is due in the next days, too", 0 },
	{ "u U", CRAM_BACK, "back", "Ask the card before again", LIVE_CRAMMED },
	{ "Esc", LEAVE, "all", "Back to the cards of today", LIVE_SESSION },
	{ 0 },
};

static bool show(struct review *r, const struct study *s, struct err *e)
{
	return review_count(r, s, e) && review_begin(r, s, e) &&
	       (r->card.id || review_load_done(r, s, e));
}

static bool next(struct review *r, const struct study *s, struct err *e)
{
	return review_take(r, s, e) && show(r, s, e);
}

static bool show_again(struct review *r, const struct study *s, int64_t card, struct err *e)
{
	if (r->session) {
		session_again(r->session, card);
		return next(r, s, e);
	}
	arena_clear(&r->arena);
	return catalog_card(s->store, card, &r->card, &r->arena, e) && show(r, s, e);
}

/* ---- what was done, and what becomes of it when the study changes */

static void remember(struct review *r, struct card_state after, int grade, int64_t took_ms)
{
	r->handled = array_room(r->handled, r->nhandled, &r->handled_cap, sizeof *r->handled);
	r->handled[r->nhandled++] =
		(struct handled){ r->card.id, r->card.state, after, grade, took_ms };
	r->last = r->card.id;
}

static int64_t forget(struct review *r)
{
	const struct handled *h = &r->handled[--r->nhandled];
	if (r->session && h->grade)
		review_tally_add(&r->sitting, h->grade, h->took_ms, -1);
	r->last = 0;
	return h->id;
}

/* Of an answer that changed no schedule it is only seen that there is one less. */
static bool is_back(const struct handled *h, const struct card_state *now, bool fewer)
{
	if (review_same_state(&h->before, &h->after))
		return fewer;
	return !review_same_state(now, &h->after) && review_same_state(now, &h->before);
}

/* The card whose grade an undo took back, 0 if none: it is asked again. */
static bool taken_back(
	struct review *r, const struct study *s, bool fewer, int64_t *card, struct err *e)
{
	struct card_state now;
	*card = 0;
	if (r->nhandled == 0)
		return true;
	const struct handled *h = &r->handled[r->nhandled - 1];
	if (!store_card_state(s->store, h->id, &now, e))
		return false;
	if (is_back(h, &now, fewer))
		*card = forget(r);
	return true;
}

/* The card on the page, which may have been reworded; *asked: it is still there and was not answered. */
static bool read_again(struct review *r, const struct study *s, bool *asked, struct err *e)
{
	struct arena fresh = { 0 };
	struct card now;
	struct err why = { 0 };
	bool found = catalog_card(s->store, r->card.id, &now, &fresh, &why);
	*asked = found && now.present && review_same_state(&now.state, &r->card.state);
	if (!*asked) {
		if (found && !review_same_state(&r->card.state, &now.state))
			remember(r, now.state, 0, 0);
		arena_release(&fresh);
		return found || why.kind == ERR_MISSING || err_set(e, why.kind, "%s", why.text);
	}
	r->typed = arena_str(&fresh, r->typed);
	arena_release(&r->arena);
	r->arena = fresh;
	r->card = now;
	review_reread(r, s);
	return true;
}

static bool count_today(struct review *r, const struct study *s, struct err *e)
{
	r->day = s->today;
	return review_tally(&r->today, s, s->today, e);
}

/* The card that is asked stays, unless it went or an older answer than those of this screen came back. */
static bool reload(struct review *r, const struct study *s, struct err *e)
{
	bool asked = false;
	int64_t taken;
	int done = r->day == s->today ? r->today.n : 0;
	if (!count_today(r, s, e) || !taken_back(r, s, r->today.n < done, &taken, e))
		return false;
	if (taken)
		return show_again(r, s, taken, e);
	if (r->card.id && !read_again(r, s, &asked, e))
		return false;
	if (!asked || (r->today.n < done && !r->revealed && !r->session))
		return next(r, s, e);
	return review_count(r, s, e);
}

/* ---- verbs */

/* The card was answered or set aside: on to the next. */
static bool leave(struct review *r, struct app *app, int grade, int64_t took_ms, struct err *e)
{
	struct card_state now;
	const struct study *s = app_study(app);
	if (!store_card_state(s->store, r->card.id, &now, e))
		return false;
	remember(r, now, grade, took_ms);
	app_changed(app, PART_SCHEDULE);
	return next(r, s, e);
}

static bool grade(struct review *r, struct app *app, enum button b, struct err *e)
{
	int64_t took = review_took_ms(r);
	int value = review_grade_of(b);
	if (!review_answer(r, app_study(app), value, took, e))
		return false;
	if (!review_crams(r))
		review_tally_add(&r->today, value, took, 1);
	return leave(r, app, value, took, e);
}

/* What was crammed is in no log for an undo to find. */
static bool cram_back(struct review *r, const struct study *s, struct err *e)
{
	return show_again(r, s, forget(r), e);
}

static bool flag(struct review *r, struct app *app, struct err *e)
{
	bool flagged = !r->card.state.flagged;
	if (!study_flag(app_study(app), r->card.id, flagged, e))
		return false;
	r->card.state.flagged = flagged;
	app_changed(app, PART_SCHEDULE);
	return true;
}

static bool bury(struct review *r, struct app *app, struct err *e)
{
	if (!study_bury(app_study(app), r->card.id, e))
		return false;
	app_toast(app, TOAST_INFO, "Buried until tomorrow; u brings it back.");
	return leave(r, app, 0, 0, e);
}

static bool hide(struct review *r, struct app *app, struct err *e)
{
	if (!study_hide(app_study(app), r->card.id, true, e))
		return false;
	app_toast(app, TOAST_INFO, "Hidden: it is not asked any more; u brings it back.");
	return leave(r, app, 0, 0, e);
}

static bool to_sheet(struct review *r, struct app *app, struct err *e)
{
	struct buf where = { 0 };
	bool ok = belong_sheet(app_study(app), &r->card, &where, e);
	if (ok && where.n)
		app_goto(app, PANE_SHEET, buf_str(&where), 0);
	else if (ok)
		app_toast(app, TOAST_INFO, "No sheet has a heading for \"%.*s\".",
			STR_ARG(r->card.topic.n ? r->card.topic : r->card.label));
	buf_release(&where);
	return ok;
}

/* What is explained has no other answer than its sheet: that comes beside it. */
static bool reveal(struct review *r, struct app *app, struct err *e)
{
	struct buf where = { 0 };
	bool ok = r->card.kind != CARD_EXPLAIN || belong_sheet(app_study(app), &r->card, &where, e);
	review_reveal(r);
	if (where.n)
		app_show(app, PANE_SHEET, buf_str(&where), 0);
	buf_release(&where);
	return ok;
}

static void ask_to_type(struct review *r, struct app *app)
{
	r->asking = r->card.id;
	app_prompt(app, "Answer: ", STR(""), TYPE);
}

/* The card may have changed while the answer was typed. */
static void take_answer(struct review *r, struct str text)
{
	if (r->asking != r->card.id || r->revealed)
		return;
	r->typed = arena_str(&r->arena, str_trim(text));
	review_reveal(r);
}

/* ---- sessions */

static void ask_for_session(struct review *r, struct app *app, int action)
{
	char number[16];
	const struct session_options *o = &r->choice_of;
	if (action == FILTER)
		app_prompt(app, "Filter (deck: topic: tag: is:): ", o->filter, FILTER);
	else if (action == CRAM)
		app_prompt(app, "Cram (empty: all): ", o->filter, CRAM);
	else if (action == MINUTES) {
		snprintf(number, sizeof number, "%d", o->minutes ? o->minutes : 25);
		app_prompt(app, "Minutes (0: no end): ", str_of(number), MINUTES);
	} else {
		snprintf(number, sizeof number, "%d", o->days ? o->days : 7);
		app_prompt(app, "Days ahead: ", str_of(number), AHEAD);
	}
}

static bool number_in(struct str text, int most, int *n, struct err *e)
{
	text = str_trim(text);
	if (!str_number(&text, n) || text.n || *n > most)
		return err_set(e, ERR_INVALID, "type a number from 0 to %d", most);
	return true;
}

/* What was typed changes this of the session and leaves the rest. */
static bool session_said(const struct msg *m, struct session_options *o, struct err *e)
{
	enum { MOST_MINUTES = 24 * 60, MOST_DAYS = 3650 };
	switch (m->action) {
	case MINUTES: return number_in(m->text, MOST_MINUTES, &o->minutes, e);
	case AHEAD:
		if (!number_in(m->text, MOST_DAYS, &o->days, e))
			return false;
		o->mode = o->days ? SESSION_AHEAD : SESSION_TODAY;
		return true;
	case CRAM: o->mode = SESSION_CRAM; break;
	default: break;
	}
	o->filter = m->text;
	return true;
}

static bool begin_session(struct review *r, struct app *app, const struct msg *m, struct err *e)
{
	struct session_options o = r->choice_of;
	const struct study *s = app_study(app);
	if (session_said(m, &o, e) && review_begin_session(r, s, o, e))
		return next(r, s, e) && review_say_session(r, app, e);
	if (e->kind == ERR_INVALID) /* the error stands above the text */
		app_prompt(app, "Again: ", m->text, m->action);
	return false;
}

/* A session that another view chose: its filter, and its mode as the number. */
static bool go_to(struct review *r, struct app *app, const struct msg *m, struct err *e)
{
	struct session_options o = { .mode = (enum session_mode)m->number, .filter = m->text };
	const struct study *s = app_study(app);
	if (m->text.n == 0)
		return true;
	return review_begin_session(r, s, o, e) && next(r, s, e) && review_say_session(r, app, e);
}

static bool leave_session(struct review *r, const struct study *s, struct err *e)
{
	review_end_session(r);
	return next(r, s, e);
}

static bool act(struct review *r, struct app *app, const struct msg *m, struct err *e)
{
	switch (m->action) {
	case REVEAL: return reveal(r, app, e);
	case TYPE: ask_to_type(r, app); return true;
	case AGAIN:
	case HARD:
	case GOOD:
	case EASY: return grade(r, app, (enum button)(m->action - AGAIN), e);
	case PROPOSED: return grade(r, app, r->proposed, e);
	case EDIT: app_edit(app, r->card.deck, r->card.line); return true;
	case SHEET: return to_sheet(r, app, e);
	case FLAG: return flag(r, app, e);
	case BURY: return bury(r, app, e);
	case HIDE: return hide(r, app, e);
	case INFO: app_open(app, &view_card, STR(""), r->card.id); return true;
	case JOINS: app_open(app, &view_joins, STR("card-topic"), r->card.id); return true;
	case ZEN:
		r->zen = !r->zen;
		review_lay_out(r);
		return true;
	case FILTER:
	case MINUTES:
	case CRAM:
	case AHEAD: ask_for_session(r, app, m->action); return true;
	case LEAVE: return leave_session(r, app_study(app), e);
	case CRAM_BACK: return cram_back(r, app_study(app), e);
	case TICK: review_tick(r); return true;
	case NEXT_CHOICE: review_choose(r, m->count ? m->count : 1); return true;
	case PREVIOUS_CHOICE: review_choose(r, -(m->count ? m->count : 1)); return true;
	case NEXT_PAGE: list_scroll(&r->scroll, MOTION_PAGE_DOWN, 0); return true;
	case PREVIOUS_PAGE: list_scroll(&r->scroll, MOTION_PAGE_UP, 0); return true;
	default: break;
	}
	list_scroll(&r->scroll, m->action, m->count);
	return true;
}

/* ---- messages */

static bool take_text(struct review *r, struct app *app, const struct msg *m, struct err *e)
{
	if (m->action != TYPE)
		return begin_session(r, app, m, e);
	take_answer(r, m->text);
	return true;
}

static struct nav tick(const struct review *r)
{
	int row = review_box(r).foot;
	if (row < 0 || !r->card.id || r->revealed)
		return (struct nav){ .kind = NAV_SAME };
	return (struct nav){ .kind = NAV_ROWS, .from = row, .to = row + 1 };
}

static void resize(struct review *r, const struct msg *m)
{
	r->rows = m->rows;
	r->cols = m->cols;
	review_lay_out(r);
}

static struct nav update(void *state, struct app *app, const struct msg *m)
{
	struct review *r = state;
	const struct study *s = app_study(app);
	struct err e = { 0 };
	bool ok = true;
	switch (m->kind) {
	case MSG_SIZE: resize(r, m); break;
	case MSG_OPEN: ok = count_today(r, s, &e) && next(r, s, &e); break;
	case MSG_STUDY:
		if (!(m->parts & PART_SCHEDULE) && (r->card.id || !(m->parts & PART_TOPICS)))
			return (struct nav){ .kind = NAV_SAME };
		ok = m->parts & PART_SCHEDULE ? reload(r, s, &e) : review_find_against(r, s, &e);
		break;
	case MSG_ACTION: ok = act(r, app, m, &e); break;
	case MSG_TEXT: ok = take_text(r, app, m, &e); break;
	case MSG_GOTO: ok = go_to(r, app, m, &e); break;
	case MSG_TICK: return tick(r);
	case MSG_AWAY:
	case MSG_BACK: watch_away(&r->watch, m->kind == MSG_AWAY); return tick(r);
	}
	if (!ok)
		app_error(app, &e);
	return (struct nav){ .kind = NAV_STAY };
}

static void draw(const void *state, const struct study *study, struct canvas c, bool focused)
{
	const struct review *r = state;
	if (r->card.id)
		review_draw_card(r, study, c, focused);
	else
		review_draw_done(r, c);
}

static unsigned session_live(const struct review *r)
{
	const struct handled *h = r->nhandled ? &r->handled[r->nhandled - 1] : NULL;
	bool crammed = review_crams(r) && h && review_same_state(&h->before, &h->after);
	return (r->session ? LIVE_SESSION : 0u) | (crammed ? LIVE_CRAMMED : 0u);
}

static unsigned live(const void *state)
{
	const struct review *r = state;
	unsigned session = session_live(r);
	if (!r->card.id)
		return session;
	unsigned bits = session | LIVE_CARD | LIVE_VERBS;
	if (r->revealed)
		return bits | LIVE_ANSWER | (r->proposed != BUTTON_NONE ? LIVE_PROPOSED : 0u);
	if (r->card.kind == CARD_TYPED)
		return bits | LIVE_TYPE;
	return bits | LIVE_ASK | (r->nchoice ? LIVE_CHOICE : 0u);
}

static void status(const void *state, const struct study *study, struct buf *out)
{
	const struct review *r = state;
	int done = r->session ? r->sitting.n : r->today.n;
	(void)study;
	if (!r->card.id || r->zen)
		return;
	buf_addf(out, "%d of %d%s", done + 1, done + r->left, r->capped ? "+" : "");
	review_session_words(r, out);
}

/* When the seconds of a stopwatch in sight change. */
static int wake_ms(const void *state)
{
	const struct review *r = state;
	if (!r->card.id || r->revealed || r->zen || !review_is_timed(r) || !watch_runs(&r->watch))
		return -1;
	return (int)(1000 - watch_ms(&r->watch) % 1000);
}

static void release(void *state)
{
	struct review *r = state;
	arena_release(&r->arena);
	arena_release(&r->page);
	arena_release(&r->against_arena);
	session_free(r->session);
	buf_release(&r->filter);
	free(r->handled);
}

const struct view_ops view_review = {
	.name = "Review",
	.keys = keys,
	.size = sizeof(struct review),
	.update = update,
	.draw = draw,
	.live = live,
	.status = status,
	.wake_ms = wake_ms,
	.close = release,
};
