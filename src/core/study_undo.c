/* study_undo.c - taking back what was done last, and saying what that is. */
#include "hone/calendar.h"
#include "hone/join.h"
#include "hone/md.h"
#include "hone/text.h"
#include "study_edit.h"

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
	const struct plan_day *day = place_day(&s->plan, id);
	if (item)
		add_quoted(out, item->text, a);
	else if (day && day->title.n)
		add_quoted(out, day->title, a);
	else if (day)
		buf_addf(out, "Day %d", day->from);
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
	if (plan_find(&s->plan, (uint64_t)id) || place_day(&s->plan, (uint64_t)id)) {
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
	struct topic_row t;
	struct err why = { 0 };
	bool own = catalog_card(s->store, ev->subject, &c, a, &why) ||
		   catalog_topic(s->store, ev->subject, &t, a, &why);
	buf_add(out, STR("joined "));
	bool ok = add_subject(s, own ? ev->subject : ev->value, out, a, e);
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
		if (ev->text.n)
			buf_addc(out, ' ');
		text_sanitize(out, ev->text);
	} else if (ev->kind == EVENT_DECIDE) {
		buf_addf(out, "decided%s", ev->text.n ? ": " : "");
		text_sanitize(out, ev->text);
	} else if (move_parse(ev->text, &m)) {
		move_words(&m, &s->plan, out);
	} else {
		buf_add(out, STR("moved something in the plan"));
	}
}

/* "timed 25 min on", "took 10 min off" */
static void add_time(const struct event *ev, struct buf *out)
{
	int64_t minutes = (ev->took_ms < 0 ? -ev->took_ms : ev->took_ms) / 60000;
	bool whole = ev->took_ms < 0 || minutes;
	buf_addf(out, "%s ", ev->took_ms < 0 ? "took" : "timed");
	if (whole)
		buf_addf(out, "%d min", (int)minutes);
	else
		buf_addf(out, "%d s", (int)(ev->took_ms / 1000));
	buf_addf(out, " %s ", ev->took_ms < 0 ? "off" : "on");
}

/* What a NOTE wrote: "noted", "wrote the status of". */
static void add_note_verb(const struct event *ev, struct buf *out, struct arena *a)
{
	if (ev->value == NOTE_LINE) {
		buf_add(out, STR("wrote the status of "));
	} else if (ev->value == NOTE_BLOCK) {
		buf_add(out, STR("wrote the summary of "));
	} else if (ev->value == NOTE_FILE || ev->value == NOTE_SWAP) {
		bool swap = ev->value == NOTE_SWAP;
		buf_addf(out, "%s ", swap ? "changed a line of" : "wrote lines into");
		text_sanitize(out, study_lines_path(ev->text, NULL, NULL));
	} else {
		buf_add(out, STR("noted "));
		add_quoted(out, ev->text, a);
		buf_add(out, STR(" on "));
	}
}

/* The question as the block has it, behind "Q:" or the signs of a heading. */
static void add_new_card(const struct event *ev, struct buf *out, struct arena *a)
{
	struct str rest = ev->text, line = { 0 };
	str_line(&rest, &line); /* the path */
	while (str_line(&rest, &line) && str_trim(line).n == 0)
		;
	ptrdiff_t colon = str_find(line, STR("Q:"), 0);
	buf_add(out, STR("wrote the card "));
	add_quoted(out, colon < 0 ? line : str_slice(line, (size_t)colon + 2, line.n), a);
}

static bool add_note(const struct study *s, const struct event *ev, struct buf *out,
	struct arena *a, struct err *e)
{
	if (ev->value == NOTE_CARD) {
		add_new_card(ev, out, a);
		return true;
	}
	add_note_verb(ev, out, a);
	return ev->value > NOTE_CARD || add_subject(s, ev->subject, out, a, e);
}

/* Behind the name stands what is asked. */
static void add_round(const struct event *ev, struct buf *out, struct arena *a)
{
	struct str rest = ev->text, name = { 0 };
	str_line(&rest, &name);
	buf_add(out, STR("began "));
	add_quoted(out, name, a);
}

static void add_end(struct buf *out, const struct join_end *end, struct arena *a)
{
	if (end->there || end->what == JOINED_SECTION)
		add_quoted(out, end->name, a);
	else
		buf_add(out, end->name);
}

/* "said that "What is ZeRO?" is about "ZeRO stages"" */
static bool add_said(const struct study *s, const struct event *ev, struct buf *out,
	struct arena *a, struct err *e)
{
	struct join j;
	struct join_end from, to;
	if (!join_parse(ev->text, &j)) {
		buf_add(out, STR("said what belongs together"));
		return true;
	}
	buf_add(out, STR("said that "));
	if (!join_now(s, &j, &from, &to, a, e))
		return false;
	add_end(out, &from, a);
	buf_addf(out, " %s ", join_verb(j.kind, j.yes));
	add_end(out, &to, a);
	return true;
}

/* Of a deed of several events `ev` is the first, and `more` are the others. */
static bool describe(const struct study *s, const struct event *ev, size_t more, struct buf *out,
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
		if (more)
			buf_addf(out, " and %zu more", more);
		break;
	case EVENT_ROUND: add_round(ev, out, a); break;
	case EVENT_SCORE:
		buf_add(out, STR("scored "));
		ok = add_subject(s, ev->subject, out, a, e);
		buf_addf(out, " %d%%", (int)ev->value);
		break;
	case EVENT_TIME:
		add_time(ev, out);
		add_item(s, (uint64_t)ev->subject, out, a);
		break;
	case EVENT_NOTE: ok = add_note(s, ev, out, a, e); break;
	case EVENT_ALIAS: ok = add_joined(s, ev, out, a, e); break;
	case EVENT_JOIN: ok = add_said(s, ev, out, a, e); break;
	case EVENT_MOVE:
	case EVENT_COUNT:
	case EVENT_DECIDE: add_planned(s, ev, out); break;
	case EVENT_STATE:
	case EVENT_VOID: buf_addf(out, "%s", event_kind_name(ev->kind)); break;
	}
	return ok;
}

/* Is there a topic under one of the two ids? A card and a topic share none. */
static bool is_of_topics(struct study *s, const struct event *alias)
{
	struct arena a = { 0 };
	struct topic_row t;
	struct err why = { 0 };
	bool topic = catalog_topic(s->store, alias->subject, &t, &a, &why) ||
		     catalog_topic(s->store, alias->value, &t, &a, &why);
	arena_release(&a);
	return topic;
}

/* The card or topic is stored under the id that has its history. */
static bool void_alias(
	struct study *s, const struct event *done, struct event *ev, bool forward, struct err *e)
{
	int64_t from = forward ? done->subject : done->value;
	int64_t to = forward ? done->value : done->subject;
	bool topic = is_of_topics(s, done);
	if (!store_begin(s->store, e))
		return false;
	bool ok = study_append(s, ev, e) &&
		  (topic ? catalog_move_topic(s->store, from, to, e)
			 : study_move_card(s, from, to, e)) &&
		  store_commit(s->store, e);
	if (!ok)
		store_rollback(s->store);
	return ok;
}

/* What one deed logged: events of one moment, the first leads. And the VOIDs of them, to redo. */
struct deed {
	struct event *ev;        /* done */
	struct event_id *target; /* what becomes void: the same, or their VOIDs */
	size_t n, cap;
};

struct gathering {
	struct deed *deed;
	struct event_id lead;
	int64_t ms;
	bool undone; /* gather the VOIDs of the events that are there */
	struct arena *a;
};

static void deed_add(struct deed *d, const struct event *ev, struct arena *a)
{
	size_t cap = d->cap;
	d->ev = arena_room(a, d->ev, d->n, &d->cap, sizeof *d->ev);
	d->target = arena_room(a, d->target, d->n, &cap, sizeof *d->target);
	d->ev[d->n] = *ev;
	d->ev[d->n].text = arena_str(a, ev->text);
	d->target[d->n++] = ev->id;
}

static bool gather(void *ctx, const struct event *ev, bool voided)
{
	struct gathering *g = ctx;
	if (event_id_ms(ev->id) != g->ms)
		return false;
	if (g->undone) {
		for (size_t i = 0; !voided && ev->kind == EVENT_VOID && i < g->deed->n; i++)
			if (event_id_cmp(ev->ref, g->deed->ev[i].id) == 0)
				g->deed->target[i] = ev->id;
		return true;
	}
	bool follows = ev->kind != EVENT_VOID && event_id_cmp(ev->ref, g->lead) == 0;
	if (follows || event_id_cmp(ev->id, g->lead) == 0)
		deed_add(g->deed, ev, g->a);
	return true;
}

/* What follows it, the words of a topic that go on, is never undone alone. */
static bool is_swap(const struct event *ev)
{
	return ev->kind == EVENT_NOTE && ev->value == NOTE_SWAP;
}

/* All of the deed that `ev` belongs to; `undo` is its VOID when it was undone. */
static bool deed_of(const struct study *s, const struct event *ev, const struct event *undo,
	struct deed *d, struct arena *a, struct err *e)
{
	bool several = ev->kind == EVENT_TICK || ev->kind == EVENT_MOVE, swap = is_swap(ev);
	bool alone = !swap && (!several || event_id_none(ev->ref));
	struct gathering g = { .deed = d, .lead = swap ? ev->id : ev->ref, .a = a };
	if (alone) {
		deed_add(d, ev, a);
		if (undo)
			d->target[0] = undo->id;
		return true;
	}
	g.ms = event_id_ms(ev->id);
	if (!store_events(s->store, event_id_floor(g.ms), gather, &g, e))
		return false;
	g.undone = undo != NULL;
	g.ms = undo ? event_id_ms(undo->id) : 0;
	return !undo || store_events(s->store, event_id_floor(g.ms), gather, &g, e);
}

/* What TICKs left in the file becomes what it was before (or, to redo, what they left). */
static bool void_ticks(
	struct study *s, const struct deed *d, bool forward, struct arena *a, struct err *e)
{
	struct tick *tick = arena_alloc(a, d->n, sizeof *tick);
	for (size_t i = 0; i < d->n; i++) {
		const struct event *done = &d->ev[i];
		tick[i] = (struct tick){
			.item = (uint64_t)done->subject,
			.done = forward == (done->value != 0),
			.letter = done->text.n == 1 ? done->text.p[0] : '\0',
			.ev = { .kind = EVENT_VOID, .subject = done->subject, .ref = d->target[i] },
		};
	}
	return study_mark_items(s, tick, d->n, e);
}

static bool void_level(
	struct study *s, const struct event *done, struct event *ev, bool forward, struct err *e)
{
	enum level level = LEVEL_NONE;
	if (forward)
		level = (enum level)done->value;
	else if (done->text.n && !level_parse(done->text, &level))
		level = LEVEL_NONE;
	return study_mark_topic(s, done->subject, level, ev, e);
}

static bool void_note(struct study *s, const struct deed *d, bool forward, struct buf *words,
	struct arena *a, struct err *e)
{
	bool stays = false;
	const struct event *done = d->ev;
	struct event *ev = arena_alloc(a, d->n, sizeof *ev);
	/* That of the note comes last: a redo begins with the newest. */
	for (size_t i = 0; i < d->n; i++)
		ev[d->n - 1 - i] = (struct event){
			.kind = EVENT_VOID, .subject = d->ev[i].subject, .ref = d->target[i]
		};
	if (!study_void_note(s, done, ev, d->n, forward, &stays, e))
		return false;
	struct str rest = done->text, path = s->plan_path; /* as it is after that */
	if (done->value >= NOTE_CARD)
		str_line(&rest, &path);
	if (stays && forward)
		buf_add(words, STR("; its place is no longer there, so nothing was written"));
	else if (stays)
		buf_addf(words, "; %.*s was changed there since, so it was left as it is",
			STR_ARG(path));
	return true;
}

/* Of events that stand in the log alone. */
static bool void_all(struct study *s, const struct deed *d, struct err *e)
{
	if (!store_begin(s->store, e))
		return false;
	bool ok = true;
	for (size_t i = 0; i < d->n && ok; i++) {
		struct event ev = {
			.kind = EVENT_VOID, .subject = d->ev[i].subject, .ref = d->target[i]
		};
		ok = study_append(s, &ev, e);
	}
	if (ok && store_commit(s->store, e))
		return true;
	store_rollback(s->store);
	return false;
}

static bool void_deed(struct study *s, const struct deed *d, bool forward, struct buf *words,
	struct arena *a, struct err *e)
{
	const struct event *done = d->ev;
	struct event ev = { .kind = EVENT_VOID, .subject = done->subject, .ref = d->target[0] };
	switch (done->kind) {
	case EVENT_TICK: return void_ticks(s, d, forward, a, e);
	case EVENT_LEVEL: return void_level(s, done, &ev, forward, e);
	case EVENT_ALIAS: return void_alias(s, done, &ev, forward, e);
	case EVENT_NOTE: return void_note(s, d, forward, words, a, e);
	default: return void_all(s, d, e);
	}
}

/* `done` is the deed that is undone, or, after its VOID `undo`, done again. */
static bool take_back(struct study *s, const struct event *done, const struct event *undo,
	struct buf *what, struct arena *a, struct err *e)
{
	struct buf words = { 0 };
	struct deed d = { 0 };
	bool ok = deed_of(s, done, undo, &d, a, e) && describe(s, d.ev, d.n - 1, &words, a, e) &&
		  study_refresh(s, e) && void_deed(s, &d, undo != NULL, &words, a, e);
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
	if (!study_writable(s, e) || !study_edit_recover(s, e))
		return false;
	bool ok = store_undoable(s->store, &ev, &found, &a, e);
	if (ok && !found)
		ok = err_set(e, ERR_MISSING, "nothing to undo");
	ok = ok && take_back(s, &ev, NULL, what, &a, e);
	arena_release(&a);
	return ok;
}

bool study_redo(struct study *s, struct buf *what, struct err *e)
{
	struct arena a = { 0 };
	struct event undo, done;
	bool found;
	if (!study_writable(s, e) || !study_edit_recover(s, e))
		return false;
	bool ok = store_redoable(s->store, &undo, &found, &a, e);
	if (ok && !found)
		ok = err_set(e, ERR_MISSING, "nothing to redo");
	ok = ok && store_event(s->store, undo.ref, &done, &a, e) &&
	     take_back(s, &done, &undo, what, &a, e);
	arena_release(&a);
	return ok;
}

bool study_undo_hint(const struct study *s, struct buf *what, struct err *e)
{
	struct arena a = { 0 };
	struct event ev;
	struct deed d = { 0 };
	bool found;
	bool ok = store_undoable(s->store, &ev, &found, &a, e) &&
		  (!found || (deed_of(s, &ev, NULL, &d, &a, e) &&
				     describe(s, d.ev, d.n - 1, what, &a, e)));
	arena_release(&a);
	return ok;
}
