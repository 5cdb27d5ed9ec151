/* deck_lines.c - reads a deck line by line and counts what decides whether it is one. */
#include "deck_lines.h"

#include <string.h>

#include "deck_kind.h"
#include "deck_org.h"
#include "deck_peers.h"
#include "deck_text.h"
#include "label.h"

/* Headings with "?", and lines "front::back", that make a habit of it. */
enum { MIN_ASKING = 2, MIN_GLUED = 2 };

/* "key: value" or "key = value", which a block "Q: ..." is not. */
static bool is_setting(struct str line)
{
	size_t n = 0;
	while (n < line.n && (((line.p[n] | 0x20) >= 'a' && (line.p[n] | 0x20) <= 'z') ||
				     line.p[n] == '_' || (n > 0 && line.p[n] == '-')))
		n++;
	struct str rest = str_trim(str_slice(line, n, line.n));
	return n > 1 && rest.n > 0 && (rest.p[0] == ':' || rest.p[0] == '=');
}

/* Past a head between "---" lines at the very start; it is none unless its first line sets something. */
static void skip_head(struct reader *r)
{
	struct str rest = r->text, line;
	int n = 1;
	bool setting = false;
	if (!str_line(&rest, &line) || !str_eq(str_trim(line), STR("---")) || line.p[0] != '-')
		return;
	while (str_line(&rest, &line)) {
		n++;
		if (str_eq(str_trim(line), STR("---")) && line.p[0] == '-') {
			if (setting)
				r->head = str_slice(r->text, 0, (size_t)(line.p - r->text.p));
			r->rest = setting ? rest : r->rest;
			r->number = setting ? n : 0;
			return;
		}
		if (!setting && str_trim(line).n > 0 && !is_setting(line))
			return;
		setting = setting || str_trim(line).n > 0;
	}
}

struct reader reader_of(struct str text)
{
	struct reader r = { .text = text, .rest = text };
	skip_head(&r);
	return r;
}

static bool is_dashes(struct str line)
{
	if (line.n < 3 || line.p[0] != '-')
		return false;
	struct str s = str_trim(line);
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] != '-')
			return false;
	return s.n >= 3;
}

/* A row of a table, or the line over the rule under its head. */
static bool is_table_line(struct reader *r)
{
	struct str cell, rest = r->rest, next;
	if (!memchr(r->line.p, '|', r->line.n) || md_table_cells(r->line, &cell, 1) == 0)
		r->table = false;
	else if (!r->table)
		r->table = str_line(&rest, &next) && md_table_rule(next);
	return r->table;
}

/* A comment that takes whole lines hides what is in it, a schedule aside; one that nothing ends is text. */
static bool is_comment(struct reader *r)
{
	struct str s = str_trim(r->line);
	ptrdiff_t end = str_find(s, STR("-->"), 0);
	if (r->open) {
		r->open = end < 0;
		return true;
	}
	if (!str_starts(s, STR("<!--")) || peers_schedule(s))
		return false;
	if (end < 0 && !r->unclosed) {
		r->open = str_find(r->rest, STR("-->"), 0) >= 0;
		r->unclosed = !r->open;
	}
	return r->open || end == (ptrdiff_t)s.n - 3;
}

static enum line_kind classify(struct reader *r)
{
	struct str front, back, line = r->line;
	bool both;
	r->comment = !r->fence.mark && is_comment(r);
	if (r->comment)
		return LINE_TEXT;
	r->code = md_fence_line(&r->fence, line);
	r->indented = !r->code && deck_indented(line);
	if (r->code)
		return LINE_TEXT;
	if (str_trim(line).n == 0) {
		r->table = false;
		return LINE_BLANK;
	}
	if (str_starts(line, STR("Q:")))
		return LINE_QUESTION;
	if (str_starts(line, STR("A:")))
		return LINE_ANSWER;
	if (str_starts(line, STR("C:")))
		return LINE_CLOZE;
	r->level = md_heading_line(line, &r->heading);
	if (r->level > 0)
		return LINE_HEADING;
	if (is_dashes(line))
		return LINE_RULE;
	if (is_table_line(r))
		return LINE_TEXT;
	return deck_split(line, &front, &back, &both) ? LINE_PAIR : LINE_TEXT;
}

bool read_line(struct reader *r)
{
	if (!str_line(&r->rest, &r->line))
		return false;
	r->number++;
	r->apart = r->number == 1 || r->kind == LINE_BLANK || r->kind == LINE_HEADING;
	r->at = (size_t)(r->line.p - r->text.p);
	r->kind = classify(r);
	return true;
}

/* Bold marks round the whole text go. */
static struct str cut_bold(struct str s)
{
	struct str inner = str_slice(s, 2, s.n < 2 ? 0 : s.n - 2);
	bool bold = s.n > 4 && str_starts(s, STR("**")) && str_ends(s, STR("**"));
	return bold && str_find(inner, STR("**"), 0) < 0 ? str_trim(inner) : s;
}

struct ask ask_of(struct str heading, struct arena *a)
{
	struct ask q = { 0 };
	struct str s = heading;
	q.name = deck_cut_name(&s, a);
	q.tags = deck_cut_tags(&s, a);
	s = cut_bold(str_trim(s));
	q.labelled = label_question(s, &q.label, &q.front);
	if (!q.labelled) {
		q.front = s;
		label_number(&q.front, &q.label);
	}
	q.asking = str_ends(q.front, STR("?"));
	return q;
}

static void count_heading(struct survey *v, int level, struct str heading, struct arena *a)
{
	struct ask q = ask_of(heading, a);
	v->heading[level]++;
	v->labelled[level] += q.labelled;
	v->asking[level] += q.asking;
	v->mute[level] += q.asking && !q.labelled;
	v->part = PART_NONE;
	v->inside = false;
	if (level <= 2)
		v->page = false;
}

/* One more paragraph, for the card it stands in or for none. */
static void count_paragraph(struct survey *v)
{
	v->paragraph++;
	if (v->part == PART_NONE)
		return;
	v->pending++;
	if (v->proven) {
		v->carried += v->pending;
		v->pending = 0;
	}
}

static void count_block(struct survey *v, enum part part, bool proven)
{
	if (part != PART_ANSWER)
		v->pending = 0;
	v->part = part;
	v->proven = proven;
	v->inside = true;
	count_paragraph(v);
}

/* Something in the line looks like a deletion. */
static bool may_delete(struct str line)
{
	return memchr(line.p, '[', line.n) || str_find(line, STR("{{c"), 0) >= 0 ||
	       str_find(line, STR("=="), 0) >= 0;
}

static void count_text(struct survey *v, struct str line)
{
	if (v->part == PART_CLOZE && !v->proven && may_delete(line)) {
		v->proven = true;
		v->carried += v->pending;
		v->pending = 0;
	}
	if (!v->inside)
		count_paragraph(v);
	v->inside = true;
}

/* A line that may belong to the deck of another program: never inside code or a table. */
static void count_peer(struct survey *v, const struct reader *r, struct arena *a)
{
	struct str s = str_trim(r->line), front, back, tags;
	struct buf links = { 0 };
	bool both, glued = false;
	v->tagged = v->tagged || ((v->may & MAY_TAG) && peers_tagged(s));
	v->scheduled = v->scheduled || ((v->may & MAY_SCHEDULE) && peers_schedule(s));
	v->ignored = v->ignored || str_eq(s, STR("@carddown-ignore"));
	v->drills += (v->may & MAY_DRILL) && org_is_drill(r->line);
	bool page =
		peers_percent(r->line) || ((v->may & MAY_LINK) && peers_tag_links(r->line, &links));
	if (page && v->heading[2] > 0 && !v->page) {
		v->pages++;
		v->page = true;
	}
	buf_release(&links);
	if (v->part != PART_NONE)
		return;
	if ((v->may & MAY_MARK) && peers_marked(r->line, &front, &back, &tags, a)) {
		v->marked += back.n > 0;
		v->prompt = back.n == 0;
	} else if (v->prompt && deck_rule(s)) {
		v->marked++;
		v->prompt = false;
	}
	v->asked += v->inside && (str_eq(s, STR("?")) || str_eq(s, STR("??")));
	v->highlights += v->tagged && str_find(s, STR("=="), 0) >= 0;
	if (v->may & MAY_GLUE)
		glued = peers_split(r->line, &front, &back, &both);
	v->glued += glued;
	v->plain += !glued && !peers_schedule(s);
}

static void count_line(struct survey *v, const struct reader *r, struct arena *a)
{
	if (r->comment)
		return;
	if (r->kind == LINE_TEXT && !r->code && !r->indented && !r->table)
		count_peer(v, r, a);
	if (r->kind == LINE_RULE && v->prompt && v->part == PART_NONE) {
		v->marked++;
		v->prompt = false;
	}
	bool pair = r->kind == LINE_PAIR && v->part == PART_NONE;
	switch (r->kind) {
	case LINE_BLANK: v->inside = false; break;
	case LINE_HEADING: count_heading(v, r->level, r->heading, a); break;
	case LINE_RULE: v->part = PART_NONE; break;
	case LINE_QUESTION:
		count_block(v, PART_QUESTION, (v->may & MAY_EXPLAIN) && deck_explains(r->line, a));
		break;
	case LINE_CLOZE: count_block(v, PART_CLOZE, may_delete(r->line)); break;
	case LINE_ANSWER:
		if (v->part == PART_QUESTION)
			count_block(v, PART_ANSWER, true);
		else
			count_text(v, r->line);
		break;
	case LINE_PAIR:
	case LINE_TEXT:
		if (pair) {
			v->paragraph++;
			v->carried++;
			v->pairs++;
			v->inside = false;
		} else {
			count_text(v, r->line);
		}
		break;
	}
}

static unsigned may_hold(struct str text)
{
	enum { WINDOW = 32 << 10, LONGEST = 16 };
	static const struct {
		struct str sign;
		unsigned may;
	} signs[] = {
		{ STR_INIT("::"), MAY_GLUE },
		{ STR_INIT(";;"), MAY_GLUE },
		{ STR_INIT("\xf0\x9f\xa7\xa0"), MAY_MARK },
		{ STR_INIT("\xe2\x9a\xa1"), MAY_MARK },
		{ STR_INIT("#flashcard"), MAY_MARK },
		{ STR_INIT("#flashcards"), MAY_TAG },
		{ STR_INIT("<!--SR:"), MAY_SCHEDULE },
		{ STR_INIT("[!sr|"), MAY_SCHEDULE },
		{ STR_INIT("[#"), MAY_LINK },
		{ STR_INIT(":drill:"), MAY_DRILL },
		{ STR_INIT("#explain"), MAY_EXPLAIN },
	};
	unsigned may = 0;
	/* In windows, which the processor holds while one sign after the other is looked for. */
	for (size_t at = 0; at < text.n; at += WINDOW) {
		struct str window = str_slice(text, at, at + WINDOW + LONGEST);
		for (size_t i = 0; i < LENGTH(signs); i++)
			if (!(may & signs[i].may) && str_find(window, signs[i].sign, 0) >= 0)
				may |= signs[i].may;
	}
	return may;
}

struct survey survey_of(struct str text)
{
	struct survey v = { .may = may_hold(text) };
	struct arena a = { 0 };
	struct reader r = reader_of(text);
	if (peers_head_tagged(r.head))
		v.tagged = true;
	while (read_line(&r)) {
		count_line(&v, &r, &a);
		if (r.kind == LINE_HEADING || (v.may & (MAY_MARK | MAY_EXPLAIN)))
			arena_clear(&a);
	}
	arena_release(&a);
	if (v.ignored)
		v.marked = 0;
	return v;
}

bool is_title(const struct survey *v, int level)
{
	return level == 1 && v->heading[1] == 1;
}

/* Do headings of this level that end in "?" ask? */
static bool level_asks(const struct survey *v, int level)
{
	return !is_title(v, level) && v->asking[level] >= MIN_ASKING &&
	       v->asking[level] * 2 > v->heading[level];
}

/* Are the headings of this level questions? */
static bool level_holds(const struct survey *v, int level)
{
	size_t n = v->labelled[level] + (level_asks(v, level) ? v->mute[level] : 0);
	return !is_title(v, level) && n > 0 && n * 2 >= v->heading[level];
}

static bool headings_ask(const struct survey *v)
{
	for (int level = 1; level < LEVELS; level++)
		if (level_holds(v, level))
			return true;
	return false;
}

bool survey_is_obsidian(const struct survey *v)
{
	return v->tagged || v->scheduled;
}

bool survey_is_pages(const struct survey *v)
{
	return v->pages > 0 && v->pages * 2 >= v->heading[2] && !headings_ask(v);
}

/* A deck by what no other file holds. */
static bool is_marked_deck(const struct survey *v)
{
	size_t cards = v->pairs + v->glued + v->asked + (v->tagged ? v->highlights : 0);
	return v->marked > 0 || v->drills > 0 || (survey_is_obsidian(v) && cards > 0) ||
	       survey_is_pages(v);
}

static bool is_plain_deck(const struct survey *v)
{
	return headings_ask(v) || (v->carried > 0 && v->carried * 2 >= v->paragraph);
}

/* Lines "front::back" and nothing else but headings and blocks. */
static bool is_list(const struct survey *v)
{
	return v->glued >= MIN_GLUED && v->plain == 0;
}

bool survey_is_glued(const struct survey *v)
{
	return v->glued > 0 && (survey_is_obsidian(v) || is_plain_deck(v) || is_list(v));
}

bool survey_is_deck(const struct survey *v)
{
	return is_plain_deck(v) || is_marked_deck(v) || is_list(v);
}

bool is_question(const struct survey *v, int level, const struct ask *q)
{
	if (level == 2 && survey_is_pages(v))
		return true;
	return level_holds(v, level) && (q->labelled || (q->asking && level_asks(v, level)));
}
