/* study_undo.c - taking back what was done last, and saying what that is. */
#include "hone/calendar.h"
#include "hone/md.h"
#include "hone/text.h"
#include "study_priv.h"

enum { WORD_COLS = 40 };

/* "text" on one line, at most 40 columns of it. */
static void add_quoted(struct buf *out, struct str md, struct arena *a)
{
	int cols;
	struct str plain = str_trim(md_plain(md, a));
	struct str cut = text_prefix(plain, WORD_COLS, &cols);
	buf_addc(out, '"');
	if (cut.n == plain.n) {
		text_sanitize(out, cut);
	} else {
		text_sanitize(out, str_trim(text_prefix(plain, WORD_COLS - 1, &cols)));
		buf_add(out, STR("…"));
	}
	buf_addc(out, '"');
}

static void add_item(const struct study *s, uint64_t id, struct buf *out, struct arena *a)
{
	const struct plan_item *item = plan_find(&s->plan, id);
	if (item)
		add_quoted(out, item->text, a);
	else
		buf_add(out, STR("a task that is no longer in the plan"));
}

static bool add_card(
	const struct study *s, int64_t id, struct buf *out, struct arena *a, struct err *e)
{
	struct card c;
	struct err why = { 0 };
	if (catalog_card(s->store, id, &c, a, &why))
		add_quoted(out, c.front, a);
	else if (why.kind == ERR_MISSING)
		buf_add(out, STR("a card that is no longer in the study"));
	else
		return err_set(e, why.kind, "%s", why.text);
	return true;
}

static bool add_topic(
	const struct study *s, int64_t id, struct buf *out, struct arena *a, struct err *e)
{
	struct topic_row t;
	struct err why = { 0 };
	if (catalog_topic(s->store, id, &t, a, &why))
		add_quoted(out, t.name, a);
	else if (why.kind == ERR_MISSING)
		buf_add(out, STR("a topic that is no longer in the study"));
	else
		return err_set(e, why.kind, "%s", why.text);
	return true;
}

/* Of an event whose subject may be a card, a topic or a plan item. */
static bool add_subject(
	const struct study *s, int64_t id, struct buf *out, struct arena *a, struct err *e)
{
	struct topic_row t;
	struct err why = { 0 };
	if (plan_find(&s->plan, (uint64_t)id)) {
		add_item(s, (uint64_t)id, out, a);
		return true;
	}
	if (catalog_topic(s->store, id, &t, a, &why)) {
		add_quoted(out, t.name, a);
		return true;
	}
	return add_card(s, id, out, a, e);
}

/* The card stands under the id of the one whose history it has, or, once that was undone, under its own. */
static bool add_joined(const struct study *s, const struct event *ev, struct buf *out,
	struct arena *a, struct err *e)
{
	struct card c;
	struct err why = { 0 };
	bool own = catalog_card(s->store, ev->subject, &c, a, &why);
	buf_add(out, STR("joined "));
	bool ok = add_card(s, own ? ev->subject : ev->value, out, a, e);
	buf_add(out, STR(" to its history"));
	return ok;
}

static const char *grade_word(int64_t grade)
{
	static const char *const word[] = { "Again", "Again", "Again", "Hard", "Good", "Easy" };
	return grade >= 0 && grade < (int64_t)LENGTH(word) ? word[grade] : "";
}

/* What is done to a card with one word: "hid" and the like. */
static const char *card_verb(const struct event *ev)
{
	switch (ev->kind) {
	case EVENT_GRADE: return "graded";
	case EVENT_HIDE: return ev->value ? "hid" : "showed again";
	case EVENT_FLAG: return ev->value ? "flagged" : "unflagged";
	default: return "set aside";
	}
}

/* "graded \"KV-cache\" Good" */
static bool add_card_verb(const struct study *s, const struct event *ev, struct buf *out,
	struct arena *a, struct err *e)
{
	buf_addf(out, "%s ", card_verb(ev));
	bool ok = add_card(s, ev->subject, out, a, e);
	if (ev->kind == EVENT_GRADE)
		buf_addf(out, " %s", grade_word(ev->value));
	return ok;
}

/* What was done to the calendar, a counter or a decision of the plan. */
static void add_planned(const struct study *s, const struct event *ev, struct buf *out)
{
	struct move m;
	if (ev->kind == EVENT_COUNT) {
		buf_addf(out, "counted %+d", (int)ev->value);
	} else if (ev->kind == EVENT_DECIDE) {
		buf_addf(out, "decided%s", ev->text.n ? ": " : "");
		text_sanitize(out, ev->text);
	} else if (move_parse(ev->text, &m)) {
		move_words(&m, &s->plan, out);
	} else {
		buf_add(out, STR("moved something in the plan"));
	}
}

static bool describe(const struct study *s, const struct event *ev, struct buf *out,
	struct arena *a, struct err *e)
{
	bool ok = true;
	switch (ev->kind) {
	case EVENT_GRADE:
	case EVENT_HIDE:
	case EVENT_BURY:
	case EVENT_FLAG: ok = add_card_verb(s, ev, out, a, e); break;
	case EVENT_LEVEL:
		buf_add(out, STR("rated "));
		ok = add_topic(s, ev->subject, out, a, e);
		buf_addf(out, " %s", ev->value ? level_name((enum level)ev->value) : "not at all");
		break;
	case EVENT_TICK:
		buf_addf(out, "%s ", ev->value ? "ticked" : "unticked");
		add_item(s, (uint64_t)ev->subject, out, a);
		break;
	case EVENT_SCORE:
		buf_add(out, STR("scored "));
		ok = add_subject(s, ev->subject, out, a, e);
		buf_addf(out, " %d%%", (int)ev->value);
		break;
	case EVENT_TIME:
		buf_addf(out, "timed %d min on ", (int)(ev->took_ms / 60000));
		add_item(s, (uint64_t)ev->subject, out, a);
		break;
	case EVENT_NOTE:
		buf_add(out, STR("noted something on "));
		ok = add_subject(s, ev->subject, out, a, e);
		break;
	case EVENT_ALIAS: ok = add_joined(s, ev, out, a, e); break;
	case EVENT_MOVE:
	case EVENT_COUNT:
	case EVENT_DECIDE: add_planned(s, ev, out); break;
	case EVENT_STATE:
	case EVENT_VOID: buf_addf(out, "%s", event_kind_name(ev->kind)); break;
	}
	return ok;
}

/* The card is stored under the id that has its history. */
static bool void_alias(
	struct study *s, const struct event *done, struct event *ev, bool forward, struct err *e)
{
	if (!store_begin(s->store, e))
		return false;
	bool ok = study_append(s, ev, e) &&
		  study_move_card(s, forward ? done->subject : done->value,
			  forward ? done->value : done->subject, e) &&
		  store_commit(s->store, e);
	if (!ok)
		store_rollback(s->store);
	return ok;
}

/* What a TICK or LEVEL left in the file becomes what it was before (or, to redo, what it left). */
static bool void_event(
	struct study *s, const struct event *done, struct event *ev, bool forward, struct err *e)
{
	if (done->kind == EVENT_TICK) {
		bool ticked = forward == (done->value != 0);
		char letter = done->text.n == 1 ? done->text.p[0] : 0;
		return study_mark_item(s, (uint64_t)done->subject, ticked, letter, ev, e);
	}
	if (done->kind == EVENT_LEVEL) {
		enum level level = LEVEL_NONE;
		if (forward)
			level = (enum level)done->value;
		else if (done->text.n && !level_parse(done->text, &level))
			level = LEVEL_NONE;
		return study_mark_topic(s, done->subject, level, ev, e);
	}
	if (done->kind == EVENT_ALIAS)
		return void_alias(s, done, ev, forward, e);
	return study_log(s, ev, e);
}

/* `target` is the event that becomes void; `done` the deed that is undone or done again by it. */
static bool take_back(struct study *s, const struct event *target, const struct event *done,
	bool forward, struct buf *what, struct arena *a, struct err *e)
{
	struct buf words = { 0 };
	struct event ev = { .kind = EVENT_VOID, .subject = done->subject, .ref = target->id };
	bool ok = describe(s, done, &words, a, e) && study_refresh(s, e) &&
		  void_event(s, done, &ev, forward, e);
	if (ok)
		buf_add(what, buf_str(&words));
	buf_release(&words);
	return ok;
}

bool study_undo(struct study *s, struct buf *what, struct err *e)
{
	struct arena a = { 0 };
	struct event ev;
	bool found;
	if (!study_writable(s, e))
		return false;
	bool ok = store_undoable(s->store, &ev, &found, &a, e);
	if (ok && !found)
		ok = err_set(e, ERR_MISSING, "nothing to undo");
	ok = ok && take_back(s, &ev, &ev, false, what, &a, e);
	arena_release(&a);
	return ok;
}

bool study_redo(struct study *s, struct buf *what, struct err *e)
{
	struct arena a = { 0 };
	struct event undo, done;
	bool found;
	if (!study_writable(s, e))
		return false;
	bool ok = store_redoable(s->store, &undo, &found, &a, e);
	if (ok && !found)
		ok = err_set(e, ERR_MISSING, "nothing to redo");
	ok = ok && store_event(s->store, undo.ref, &done, &a, e) &&
	     take_back(s, &undo, &done, true, what, &a, e);
	arena_release(&a);
	return ok;
}

bool study_undo_hint(const struct study *s, struct buf *what, struct err *e)
{
	struct arena a = { 0 };
	struct event ev;
	bool found;
	bool ok = store_undoable(s->store, &ev, &found, &a, e) &&
		  (!found || describe(s, &ev, what, &a, e));
	arena_release(&a);
	return ok;
}
