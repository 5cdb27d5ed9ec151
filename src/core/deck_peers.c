/* deck_peers.c - the marks of other programs, told from prose and code. */
#include "deck_peers.h"

#include <string.h>

#include "deck_text.h"
#include "hone/md.h"

/* Name spaces that prose about programs is full of. */
static const struct str name_spaces[] = {
	STR_INIT("std"),
	STR_INIT("boost"),
	STR_INIT("absl"),
	STR_INIT("self"),
	STR_INIT("super"),
	STR_INIT("crate"),
	STR_INIT("core"),
	STR_INIT("chrono"),
	STR_INIT("torch"),
	STR_INIT("at"),
	STR_INIT("cv"),
	STR_INIT("fmt"),
};

static const struct str card_signs[] = {
	STR_INIT("\xf0\x9f\xa7\xa0"),         /* brain */
	STR_INIT("\xe2\x9a\xa1\xef\xb8\x8f"), /* lightning, as a picture */
	STR_INIT("\xe2\x9a\xa1"),
};

static const struct str schedule_mark = STR_INIT("<!--SR:");
static const struct str deck_tag = STR_INIT("#flashcards");

static bool is_letter(char c)
{
	char low = (char)(c | 0x20);
	return (low >= 'a' && low <= 'z') || (unsigned char)c >= 0x80;
}

static bool is_name_char(char c)
{
	return is_letter(c) || (c >= '0' && c <= '9') || c == '_';
}

static bool is_name_space(struct str word)
{
	for (size_t i = 0; i < LENGTH(name_spaces); i++)
		if (str_caseeq(word, name_spaces[i]))
			return true;
	return false;
}

/* "camelCase" */
static bool is_camel(struct str word)
{
	for (size_t i = 1; i < word.n; i++)
		if (word.p[i] >= 'A' && word.p[i] <= 'Z' && word.p[i - 1] >= 'a' &&
			word.p[i - 1] <= 'z')
			return true;
	return false;
}

/* Do the words that touch the mark make a name of code? */
static bool is_scope(struct str front, struct str back)
{
	size_t from = front.n, to = 0;
	while (from > 0 && is_name_char(front.p[from - 1]))
		from--;
	while (to < back.n && is_name_char(back.p[to]))
		to++;
	if (from == front.n || to == 0)
		return false;
	struct str left = str_slice(front, from, front.n), right = str_slice(back, 0, to);
	char next = to < back.n ? back.p[to] : ' ';
	return is_name_space(left) || memchr(left.p, '_', left.n) || memchr(right.p, '_', to) ||
	       next == '(' || next == '<' || next == '{' || (is_camel(left) && is_camel(right));
}

bool peers_split(struct str line, struct str *front, struct str *back, bool *both)
{
	if (str_find(line, STR("::"), 0) < 0 && str_find(line, STR(";;"), 0) < 0)
		return false;
	struct str s = deck_line_text(line);
	size_t mark = 0, length = 0;
	for (size_t at = 0; at < s.n;) {
		size_t n = s.p[at] == ':' || s.p[at] == ';' ? deck_run(s, at) : 0;
		if (n > 1 && length > 0)
			return false;
		if (n > 1) {
			mark = at;
			length = n;
		}
		at = n ? at + n : s.p[at] == '`' ? deck_code_end(s, at) : at + 1;
	}
	if (length < 2 || length > 3)
		return false;
	*front = str_trim(str_slice(s, 0, mark));
	*back = str_trim(str_slice(s, mark + length, s.n));
	*both = length == 3;
	bool touch = mark > 0 && mark + length < s.n && !deck_space(s.p[mark - 1]) &&
		     !deck_space(s.p[mark + length]);
	bool code = touch && s.p[mark] == ':' && is_scope(*front, *back);
	return front->n > 0 && back->n > 0 && !code;
}

/* Take signs and tags off the end, in any order; true when one of them marks a card. */
static bool cut_mark(struct str *line, struct str *tags, struct arena *a)
{
	bool marked = false, more = true;
	struct str s = str_trim(*line);
	struct buf all = { 0 };
	while (more) {
		struct str found = deck_cut_tags(&s, a);
		if (found.n > 0 && all.n > 0)
			buf_addc(&all, ' ');
		buf_add(&all, found);
		more = false;
		for (size_t i = 0; i < LENGTH(card_signs) && !more; i++)
			more = s.n > card_signs[i].n && str_ends(s, card_signs[i]);
		for (size_t i = 0; i < LENGTH(card_signs) && more; i++)
			if (str_ends(s, card_signs[i]))
				s = str_trim(str_slice(s, 0, s.n - card_signs[i].n));
		marked = marked || more;
	}
	*line = s;
	*tags = arena_str(a, buf_str(&all));
	buf_release(&all);
	return marked;
}

/* Take "flashcard" off space separated tags. */
static bool take_flashcard(struct str *tags, struct arena *a)
{
	bool found = false;
	struct buf kept = { 0 };
	for (size_t at = 0, end; at < tags->n; at = end + 1) {
		for (end = at; end < tags->n && tags->p[end] != ' ';)
			end++;
		struct str word = str_slice(*tags, at, end);
		bool mark = str_eq(word, STR("flashcard"));
		found = found || mark;
		if (!mark && kept.n > 0)
			buf_addc(&kept, ' ');
		if (!mark)
			buf_add(&kept, word);
	}
	*tags = arena_str(a, buf_str(&kept));
	buf_release(&kept);
	return found;
}

/*
 * The colon between prompt and response: one with space on both sides, else with space behind, else
 * one that stands in no time of day, address or name of code. 0 for none.
 */
static size_t find_colon(struct str s)
{
	size_t best = 0;
	int best_rank = 0;
	for (size_t at = 0; at < s.n;) {
		size_t n = s.p[at] == ':' ? deck_run(s, at) : 0;
		if (n == 1 && at > 0 && at + 1 < s.n) {
			bool before = deck_space(s.p[at - 1]), behind = deck_space(s.p[at + 1]);
			char next = s.p[at + 1];
			bool plain = next != '/' && !(next >= '0' && next <= '9');
			int rank = before && behind ? 3 : behind ? 2 : plain;
			if (rank > best_rank) {
				best = at;
				best_rank = rank;
			}
		}
		at = n ? at + n : s.p[at] == '`' ? deck_code_end(s, at) : at + 1;
	}
	return best;
}

bool peers_marked(
	struct str line, struct str *front, struct str *back, struct str *tags, struct arena *a)
{
	bool sign = false;
	for (size_t i = 0; i < LENGTH(card_signs) && !sign; i++)
		sign = str_find(line, card_signs[i], 0) >= 0;
	if (!sign && str_find(line, STR("#flashcard"), 0) < 0)
		return false;
	struct str s = deck_line_text(line);
	sign = cut_mark(&s, tags, a);
	bool tag = take_flashcard(tags, a);
	size_t colon = find_colon(s);
	if (!tag && (!sign || colon == 0))
		return false;
	*front = str_trim(str_slice(s, 0, colon ? colon : s.n));
	*back = colon ? str_trim(str_slice(s, colon + 1, s.n)) : (struct str){ 0 };
	return front->n > 0;
}

/* The end of a deck tag at `at`; 0 when there is none. */
static size_t deck_tag_end(struct str s, size_t at)
{
	if (!str_starts(str_slice(s, at, s.n), deck_tag) || (at > 0 && !deck_space(s.p[at - 1])))
		return 0;
	size_t end = at + deck_tag.n;
	if (end < s.n && s.p[end] != '/' && !deck_space(s.p[end]))
		return 0;
	while (end < s.n && !deck_space(s.p[end]))
		end++;
	return end;
}

bool peers_tagged(struct str line)
{
	if (str_find(line, deck_tag, 0) < 0)
		return false;
	for (size_t at = 0; at < line.n;) {
		if (deck_tag_end(line, at) > 0)
			return true;
		at = line.p[at] == '`' ? deck_code_end(line, at) : at + 1;
	}
	return false;
}

bool peers_tag_line(struct str line, struct str *tags, struct arena *a)
{
	struct str s = str_trim(line);
	size_t end = deck_tag_end(s, 0);
	if (end == 0)
		return false;
	struct str first = str_slice(s, 0, end), rest = s, more = deck_cut_tags(&rest, a);
	if (!str_eq(str_trim(rest), first))
		return false;
	first = str_slice(first, deck_tag.n + 1, first.n);
	*tags = arena_printf(
		a, "%.*s%s%.*s", STR_ARG(first), first.n && more.n ? " " : "", STR_ARG(more));
	return true;
}

bool peers_head_tagged(struct str head)
{
	static const struct str word = STR_INIT("flashcards");
	for (struct str line; str_line(&head, &line);) {
		struct str s = str_trim(line);
		ptrdiff_t at = str_find(s, word, 0);
		bool list = str_casestarts(s, STR("tag")) || str_starts(s, STR("- "));
		if (at < 0 || !list)
			continue;
		size_t end = (size_t)at + word.n;
		bool whole = at > 0 && !is_name_char(s.p[at - 1]) && s.p[at - 1] != '/';
		if (whole && (end == s.n || !is_name_char(s.p[end])))
			return true;
	}
	return false;
}

/* The first line of a callout that holds a schedule, "> [!sr|card-metadata]". */
static bool is_callout(struct str line)
{
	struct str s = str_trim(line);
	return str_starts(s, STR(">")) && str_starts(str_trim(str_slice(s, 1, s.n)), STR("[!sr|"));
}

bool peers_schedule(struct str line)
{
	struct str s = str_trim(line);
	if (is_callout(s))
		return true;
	return str_starts(s, schedule_mark) && str_find(s, STR("-->"), 0) == (ptrdiff_t)s.n - 3;
}

/* A line without its schedules. */
static void add_unscheduled(struct buf *b, struct str line)
{
	size_t kept = 0;
	for (size_t at = 0; at < line.n;) {
		ptrdiff_t end = -1;
		if (str_starts(str_slice(line, at, line.n), schedule_mark)) {
			end = str_find(line, STR("-->"), at);
			if (end < 0)
				break;
			buf_add(b, str_slice(line, kept, at));
			kept = (size_t)end + 3;
		}
		at = end >= 0 ? kept : line.p[at] == '`' ? deck_code_end(line, at) : at + 1;
	}
	buf_add(b, str_slice(line, kept, line.n));
}

struct str peers_cut_schedules(struct str text, struct arena *a)
{
	struct md_fence fence = { 0 };
	struct buf b = { 0 };
	struct str rest = text, line;
	bool callout = false;
	if (str_find(text, schedule_mark, 0) < 0 && str_find(text, STR("[!sr|"), 0) < 0)
		return text;
	while (str_line(&rest, &line)) {
		bool code = md_fence_line(&fence, line);
		callout = !code && (is_callout(line) || (callout && str_starts(line, STR(">"))));
		if (callout)
			continue;
		if (code)
			buf_add(&b, line);
		else if (peers_schedule(line))
			continue;
		else
			add_unscheduled(&b, line);
		buf_addc(&b, '\n');
	}
	if (b.n > 0 && !str_ends(text, STR("\n")))
		b.n--;
	struct str s = arena_str(a, buf_str(&b));
	buf_release(&b);
	return s;
}

bool peers_tag_links(struct str line, struct buf *tags)
{
	struct str s = str_trim(line);
	if (!str_starts(line, STR("[#")))
		return false;
	struct buf found = { 0 };
	while (str_starts(s, STR("[#"))) {
		ptrdiff_t name = str_find(s, STR("]("), 0);
		ptrdiff_t end = name < 0 ? -1 : str_find(s, STR(")"), (size_t)name);
		if (end < 0 || name < 3)
			break;
		buf_addf(&found, "%s%.*s", tags->n + found.n ? " " : "", (int)name - 2, s.p + 2);
		s = str_trim(str_slice(s, (size_t)end + 1, s.n));
	}
	if (s.n == 0)
		buf_add(tags, buf_str(&found));
	buf_release(&found);
	return s.n == 0;
}

bool peers_percent(struct str line)
{
	return line.n > 0 && line.p[0] == '%' && str_trim(line).n == 1;
}
