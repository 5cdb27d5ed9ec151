/* study_describe.c - what was done, in words. */
#include "hone/calendar.h"
#include "hone/join.h"
#include "hone/md.h"
#include "hone/text.h"
#include "study_edit.h"
#include "study_section.h"

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

/* What is in no catalog: a section of a sheet, or something that went from the files. */
static bool add_section(
	const struct study *s, int64_t id, struct buf *out, struct arena *a, struct err *e)
{
	struct study_section section;
	bool found;
	if (!study_find_section(s, id, &section, &found, a, e))
		return false;
	if (found)
		add_quoted(out, section.name, a);
	else
		buf_add(out, STR("a question that is no longer in the study"));
	return true;
}

/* Of an event whose subject may be a card, a topic, a plan item or a section of a sheet. */
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
	struct card c;
	if (catalog_card(s->store, id, &c, a, &why))
		return add_card(s, id, out, a, e);
	if (why.kind != ERR_MISSING)
		return err_set(e, why.kind, "%s", why.text);
	return add_section(s, id, out, a, e);
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

/* "put 3 new cards on 13 Nov" */
static void add_wanted(const struct study *s, const struct event *ev, struct buf *out)
{
	struct str rest = ev->text;
	struct civil c = day_civil((int)ev->value);
	size_t n = 0;
	while (str_word(&rest).n)
		n++;
	buf_addf(out, "put %zu new card%s on %d %.3s", n, n == 1 ? "" : "s", c.day,
		day_month_name(c.month));
	if (c.year != day_civil(s->today).year)
		buf_addf(out, " %d", c.year);
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
	case EVENT_WANT: add_wanted(s, ev, out); break;
	case EVENT_LEVEL:
		buf_add(out, STR("rated "));
		ok = add_topic(s, ev->subject, out, a, e);
		buf_addf(out, " %s", ev->value ? level_name((enum level)ev->value) : "not at all");
		break;
	case EVENT_TICK:
		buf_addf(out, "%s ", ev->value ? "ticked" : "unticked");
		add_item(s, (uint64_t)ev->subject, out, a);
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
	case EVENT_SPOKEN: buf_addf(out, "answered question %d", (int)ev->value + 1); break;
	case EVENT_STATE:
	case EVENT_VOID: buf_addf(out, "%s", event_kind_name(ev->kind)); break;
	}
	return ok;
}

/* Are its followers things of their own, and no part of what it says? */
static bool has_more(const struct event *ev)
{
	return ev->kind == EVENT_TICK || ev->kind == EVENT_LEVEL || ev->kind == EVENT_FLAG ||
	       ev->kind == EVENT_WANT || (ev->kind == EVENT_NOTE && ev->value == NOTE_FILE);
}

bool study_describe(const struct study *s, const struct event *ev, size_t more, struct buf *out,
	struct arena *a, struct err *e)
{
	if (!describe(s, ev, out, a, e))
		return false;
	if (more && has_more(ev))
		buf_addf(out, " and %zu more", more);
	return true;
}
