/* deck_cloze.c - the deletions of a cloze text, in one pass over its bytes. */
#include "deck_cloze.h"

#include <stdlib.h>
#include <string.h>

#include "deck_text.h"
#include "hone/md.h"

enum marks { MARK_BRACKET = 1, MARK_BRACE = 2, MARK_HIGHLIGHT = 4 };

enum { MAX_GROUP = 9999 }; /* a number that somebody wrote; deletions without one are above */

static const size_t NO_MARK = SIZE_MAX;

/* The state of the search for deletions. */
struct gap_search {
	struct str s;
	unsigned marks;
	struct gap *gap;
	size_t ngap;
	size_t *open; /* offsets of '[' that wait for their ']' */
	size_t nopen, cap;
	size_t brace,
		brace_text; /* the "{{c1::" that is open and what follows it; NO_MARK for none */
	int brace_group;
	size_t highlight; /* the "==" that is open, or NO_MARK */
	bool target;      /* inside the "(...)" of a link */
};

/*
 * "$5 [x] and [$y$": a sum of money, then a formula. A formula that starts with a digit may not tear
 * a pair of brackets apart.
 */
static bool is_money(struct str inner)
{
	int depth = 0;
	if (inner.p[0] < '0' || inner.p[0] > '9')
		return false;
	for (size_t i = 0; i < inner.n && depth >= 0; i++)
		depth += (inner.p[i] == '[') - (inner.p[i] == ']');
	return depth != 0;
}

/*
 * Past the formula that opens at `at`, or past its '$' when it is none. The next '$' of the line
 * decides, as md.h has it: no space inside at the ends, no digit after, so that "$5 to $10" is money.
 */
static size_t math_end(struct str s, size_t at)
{
	size_t n = deck_run(s, at), from = at + n, i = from;
	if (n == 2) {
		ptrdiff_t end = str_find(s, STR("$$"), from);
		return end < 0 ? from : (size_t)end + 2;
	}
	if (n > 2 || from == s.n || deck_space(s.p[from]))
		return from;
	while (i < s.n && s.p[i] != '$' && s.p[i] != '\n')
		i += s.p[i] == '\\' ? 2 : 1;
	if (i >= s.n || s.p[i] == '\n' || deck_space(s.p[i - 1]))
		return from;
	bool digit = i + 1 < s.n && s.p[i + 1] >= '0' && s.p[i + 1] <= '9';
	return digit || is_money(str_slice(s, from, i)) ? from : i + 1;
}

static void add_gap(struct gap_search *g, struct gap gap)
{
	if (gap.group == 0)
		gap.group = MAX_GROUP + 1 + (int)g->ngap;
	if (gap.inside.n > 0 && g->ngap <= CLOZE_MAX_GAPS)
		g->gap[g->ngap++] = gap;
}

/*
 * Cut the hint behind `mark` off *inside, outside code. A `glued` mark touches both, so that
 * "a || b" stays whole.
 */
static struct str cut_hint(struct str *inside, struct str mark, bool glued)
{
	struct str s = *inside;
	for (size_t at = 0; at < s.n;) {
		bool here = str_starts(str_slice(s, at, s.n), mark);
		size_t end = at + mark.n;
		bool apart = here && (at == 0 || end >= s.n || deck_space(s.p[at - 1]) ||
					     deck_space(s.p[end]));
		if (here && at > 0 && !(glued && apart)) {
			*inside = str_trim(str_slice(s, 0, at));
			return str_trim(str_slice(s, end, s.n));
		}
		at = s.p[at] == '`' ? deck_code_end(s, at) : at + 1;
	}
	return (struct str){ 0 };
}

/* A ']' at `at`: a pair that is no link, picture or empty box is a deletion; the outermost counts. */
static void close_bracket(struct gap_search *g, size_t at)
{
	if (g->nopen == 0)
		return;
	size_t from = g->open[--g->nopen];
	bool counts = g->marks & MARK_BRACKET;
	while (counts && g->ngap > 0 && g->gap[g->ngap - 1].from > from)
		g->ngap--;
	g->target = at + 1 < g->s.n && g->s.p[at + 1] == '(';
	bool picture = from > 0 && g->s.p[from - 1] == '!';
	struct gap gap = { .from = from, .to = at + 1 };
	gap.inside = str_trim(str_slice(g->s, from + 1, at));
	if (!counts || g->target || picture)
		return;
	gap.hint = cut_hint(&gap.inside, STR("||"), true);
	add_gap(g, gap);
}

/* "{{c12::" at `at`: what follows waits for its "}}". Returns where to go on. */
static size_t open_brace(struct gap_search *g, size_t at)
{
	struct str s = str_slice(g->s, at, g->s.n);
	int group = 0;
	if (!str_starts(s, STR("{{c")))
		return at + 1;
	s = str_slice(s, 3, s.n);
	if (!str_number(&s, &group) || group < 1 || group > MAX_GROUP || !str_starts(s, STR("::")))
		return at + 1;
	g->brace = at;
	g->brace_group = group;
	return g->brace_text = (size_t)(s.p - g->s.p) + 2;
}

static size_t close_brace(struct gap_search *g, size_t at)
{
	if (!str_starts(str_slice(g->s, at, g->s.n), STR("}}")))
		return at + 1;
	struct gap gap = { .from = g->brace, .to = at + 2, .group = g->brace_group };
	gap.inside = str_trim(str_slice(g->s, g->brace_text, at));
	gap.hint = cut_hint(&gap.inside, STR("::"), false);
	add_gap(g, gap);
	g->brace = NO_MARK;
	return gap.to;
}

/* "^[hint]" and "[^1]" behind a highlight: past them. */
static size_t highlight_end(struct gap_search *g, size_t at, struct gap *gap)
{
	struct str rest = str_slice(g->s, at, g->s.n), line;
	if (!str_line(&rest, &line))
		return at;
	ptrdiff_t end = str_starts(line, STR("^[")) ? str_find(line, STR("]"), 2) : -1;
	if (end > 0) {
		gap->hint = str_trim(str_slice(line, 2, (size_t)end));
		line = str_slice(line, (size_t)end + 1, line.n);
	}
	end = str_starts(line, STR("[^")) ? str_find(line, STR("]"), 2) : -1;
	if (end > 0) {
		struct str number = str_slice(line, 2, (size_t)end);
		if (!str_number(&number, &gap->group) || gap->group > MAX_GROUP || number.n > 0)
			gap->group = 0;
		line = str_slice(line, (size_t)end + 1, line.n);
	}
	return (size_t)(line.p - g->s.p);
}

/* "==" at `at`: opens before a word and closes behind one. Returns where to go on. */
static size_t highlight(struct gap_search *g, size_t at)
{
	size_t n = deck_run(g->s, at), end = at + n;
	if (n != 2)
		return end;
	if (g->highlight != NO_MARK && at > g->highlight + 2 && !deck_space(g->s.p[at - 1])) {
		struct gap gap = { .from = g->highlight };
		gap.inside = str_trim(str_slice(g->s, g->highlight + 2, at));
		gap.to = highlight_end(g, end, &gap);
		add_gap(g, gap);
		g->highlight = NO_MARK;
		return gap.to;
	}
	if (end < g->s.n && !deck_space(g->s.p[end]))
		g->highlight = at;
	return end;
}

/* Look at what stands at `at`, which is outside code; returns where to go on. */
static size_t gap_step(struct gap_search *g, size_t at)
{
	char c = g->s.p[at];
	if (c == '\\')
		return at + 2;
	if (c == '`')
		return deck_code_end(g->s, at);
	if (g->target) {
		g->target = c != ')' && c != '\n';
		return at + 1;
	}
	if (c == '$')
		return math_end(g->s, at);
	if (c == '{' && (g->marks & MARK_BRACE) && g->brace == NO_MARK)
		return open_brace(g, at);
	if (c == '}' && g->brace != NO_MARK)
		return close_brace(g, at);
	if (c == '=' && (g->marks & MARK_HIGHLIGHT) && g->brace == NO_MARK)
		return highlight(g, at);
	if (c == '[') {
		g->open = array_room(g->open, g->nopen, &g->cap, sizeof *g->open);
		g->open[g->nopen++] = at;
	} else if (c == ']') {
		close_bracket(g, at);
	}
	return at + 1;
}

static size_t find_gaps(struct str text, unsigned marks, struct gap *gap)
{
	struct gap_search g = { .s = text, .marks = marks, .gap = gap, .brace = NO_MARK };
	struct md_fence fence = { 0 };
	struct str rest = text, line;
	size_t at = 0;
	while (str_line(&rest, &line)) {
		size_t from = (size_t)(line.p - text.p), to = from + line.n;
		bool code = md_fence_line(&fence, line);
		g.target = false;
		g.highlight = NO_MARK;
		/* Code and formulas may have led past the start of this line. */
		at = at > from ? at : from;
		while (at < to)
			at = code ? to : gap_step(&g, at);
	}
	free(g.open);
	return g.ngap;
}

size_t cloze_gaps(struct str text, enum cloze_form form, struct gap gap[static CLOZE_MAX_GAPS + 1])
{
	size_t n = 0;
	if (form == CLOZE_NOTE)
		return find_gaps(text, MARK_HIGHLIGHT | MARK_BRACE, gap);
	if (str_find(text, STR("{{c"), 0) >= 0)
		n = find_gaps(text, MARK_BRACE, gap);
	if (n == 0 && str_find(text, STR("==^["), 0) >= 0)
		n = find_gaps(text, MARK_HIGHLIGHT, gap);
	if (n == 0)
		n = find_gaps(text, MARK_BRACKET, gap);
	if (n == 0 && str_find(text, STR("=="), 0) >= 0)
		n = find_gaps(text, MARK_HIGHLIGHT, gap);
	return n;
}

size_t cloze_groups(const struct gap *gap, size_t ngap, int group[static CLOZE_MAX_GAPS])
{
	size_t n = 0;
	for (size_t i = 0; i < ngap && n < CLOZE_MAX_GAPS; i++) {
		size_t at = 0;
		while (at < n && group[at] < gap[i].group)
			at++;
		if (at < n && group[at] == gap[i].group)
			continue;
		memmove(group + at + 1, group + at, (n - at) * sizeof *group);
		group[at] = gap[i].group;
		n++;
	}
	return n;
}

static void add_marked(struct buf *b, struct str before, struct str s, struct str after)
{
	buf_add(b, before);
	buf_add(b, s);
	buf_add(b, after);
}

/* The text without the marks of its deletions; those of a group hidden or in bold. */
static struct str render(
	struct str text, const struct gap *gap, size_t ngap, int group, bool hide, struct arena *a)
{
	struct buf b = { 0 };
	size_t at = 0;
	for (size_t i = 0; i < ngap; i++) {
		const struct gap *g = &gap[i];
		buf_add(&b, str_slice(text, at, g->from));
		if (g->group != group)
			buf_add(&b, g->inside);
		else if (hide)
			add_marked(&b, STR("["), g->hint.n ? g->hint : STR("..."), STR("]"));
		else
			add_marked(&b, STR("**"), g->inside, STR("**"));
		at = g->to;
	}
	buf_add(&b, str_slice(text, at, text.n));
	struct str s = arena_str(a, buf_str(&b));
	buf_release(&b);
	return s;
}

struct str cloze_front(
	struct str text, const struct gap *gap, size_t ngap, int hidden, struct arena *a)
{
	return render(text, gap, ngap, hidden, true, a);
}

struct str cloze_back(
	struct str text, const struct gap *gap, size_t ngap, int shown, struct arena *a)
{
	return render(text, gap, ngap, shown, false, a);
}
