/* find_name.c - names by some of their letters: the best way in which these stand in it. */
#include "hone/find.h"

#include <limits.h>

#include "hone/text.h"

/*
 * A letter in its place is worth LETTER. Where it begins a name, a part of a path or a word it is worth more,
 * as it is where it follows the one before; what is passed over costs a little.
 */
enum {
	LETTER = 16,
	START_NAME = 12,
	START_PART = 10,
	START_WORD = 9,
	START_HUMP = 7,
	IN_ROW = 6,
	FIRST_TWICE = 2,
	GAP = 3,
	GAP_MORE = 1,
	NONE = INT_MIN / 2,
	CAPITAL = 0x80, /* in find_name.flag */
	START = 0x7F,
};

static int start_of(uint32_t before, uint32_t cp)
{
	bool upper = cp >= 'A' && cp <= 'Z', lower = before >= 'a' && before <= 'z';
	bool digit = cp >= '0' && cp <= '9', was_digit = before >= '0' && before <= '9';
	if (!text_is_word(cp))
		return 0;
	if (!before)
		return START_NAME;
	if (before == '/' || before == '>' || before == 0x203A)
		return START_PART;
	if (!text_is_word(before))
		return START_WORD;
	return (lower && upper) || (digit && !was_digit) || (was_digit && !digit) ? START_HUMP : 0;
}

struct find_name find_name(struct str text, struct arena *a)
{
	struct find_name name = { .text = text };
	size_t most = text.n < FIND_NAME ? text.n : FIND_NAME; /* letters take a byte at least */
	name.letter = arena_alloc(a, most + 1, sizeof *name.letter);
	name.flag = arena_alloc(a, most + 1, sizeof *name.flag);
	name.at = arena_alloc(a, most + 1, sizeof *name.at);
	struct str rest = text;
	uint32_t before = 0, part[TEXT_FOLD];
	while (rest.n && text.n - rest.n < UINT16_MAX) {
		size_t at = text.n - rest.n;
		uint32_t cp = text_decode(&rest);
		size_t n = text_fold(cp, part);
		int start = start_of(before, cp);
		for (size_t i = 0; i < n && name.n < (int)most; i++) {
			name.letter[name.n] = part[i];
			name.flag[name.n] =
				(uint8_t)((i ? 0 : start) | (part[i] != cp ? CAPITAL : 0));
			name.at[name.n++] = (uint16_t)at;
		}
		before = cp;
	}
	return name;
}

static void add_letter(struct find_part *p, uint32_t cp)
{
	uint32_t part[TEXT_FOLD];
	size_t n = text_fold(cp, part);
	bool capital = cp >= 'A' && cp <= 'Z';
	for (size_t i = 0; i < n && p->n < FIND_LETTERS; i++) {
		p->letter[p->n] = part[i];
		p->capital[p->n++] = capital;
	}
}

struct find_pattern find_pattern(struct str typed)
{
	struct find_pattern p = { 0 };
	struct str word;
	while (p.n < FIND_PARTS && (word = str_word(&typed)).n) {
		while (word.n)
			add_letter(&p.part[p.n], text_decode(&word));
		p.n += p.part[p.n].n > 0;
	}
	return p;
}

static bool same(const struct find_part *p, int i, const struct find_name *name, int k)
{
	return p->letter[i] == name->letter[k] && (!p->capital[i] || (name->flag[k] & CAPITAL));
}

/* Do the letters stand in it at all? Most names are done with here. */
static bool has_all(const struct find_part *p, const struct find_name *name)
{
	int i = 0;
	for (int k = 0; i < p->n && k < name->n; k++)
		i += same(p, i, name, k);
	return i == p->n;
}

/* The best score with letter i at each place, and where the letter before it stands then. */
struct grid {
	int score[FIND_LETTERS][FIND_NAME];
	int16_t from[FIND_LETTERS][FIND_NAME];
	uint8_t row[FIND_LETTERS][FIND_NAME]; /* what the start of the run was worth */
};

/* Letter i at k: right behind the one before, or after a gap. */
static void place(struct grid *g, const struct find_name *name, int i, int k, int gap, int gap_at)
{
	int start = name->flag[k] & START, best = NONE;
	if (i == 0) {
		g->score[i][k] = LETTER + start * FIRST_TWICE;
		g->row[i][k] = (uint8_t)start;
		return;
	}
	if (gap > NONE) {
		best = gap + LETTER + start;
		g->from[i][k] = (int16_t)gap_at;
		g->row[i][k] = (uint8_t)start;
	}
	if (k > 0 && g->score[i - 1][k - 1] > NONE) {
		int run = g->row[i - 1][k - 1] > start ? g->row[i - 1][k - 1] : start;
		int worth = g->score[i - 1][k - 1] + LETTER + (run > IN_ROW ? run : IN_ROW);
		if (worth >= best) {
			best = worth;
			g->from[i][k] = (int16_t)(k - 1);
			g->row[i][k] = (uint8_t)run;
		}
	}
	g->score[i][k] = best;
}

static void fill(struct grid *g, const struct find_part *p, const struct find_name *name, int i)
{
	int gap = NONE, gap_at = 0;
	for (int k = 0; k < name->n; k++) {
		/* The gap that ends before k: it grows, or one of a single letter begins. */
		if (i > 0 && k > 1) {
			int fresh = g->score[i - 1][k - 2];
			gap = gap > NONE ? gap - GAP_MORE : NONE;
			if (fresh > NONE && fresh - GAP >= gap) {
				gap = fresh - GAP;
				gap_at = k - 2;
			}
		}
		g->score[i][k] = NONE;
		if (same(p, i, name, k))
			place(g, name, i, k, gap, gap_at);
	}
}

/* The score of one part, and the places of its letters. */
static int fit(const struct find_part *p, const struct find_name *name, int16_t *at)
{
	struct grid g;
	int best = NONE, end = 0, last = p->n - 1;
	if (!has_all(p, name))
		return 0;
	for (int i = 0; i < p->n; i++)
		fill(&g, p, name, i);
	for (int k = 0; k < name->n; k++)
		if (g.score[last][k] > best) {
			best = g.score[last][k];
			end = k;
		}
	for (int i = last; at && i >= 0; i--) {
		at[i] = (int16_t)end;
		end = i ? g.from[i][end] : end;
	}
	return best > 0 ? best : 1;
}

int find_fits(const struct find_pattern *p, const struct find_name *name)
{
	int sum = p->n == 0;
	for (int i = 0; i < p->n; i++) {
		int one = fit(&p->part[i], name, NULL);
		if (one == 0)
			return 0;
		sum += one;
	}
	return sum;
}

/* Where the letter after k begins, those of one character taken together. */
static size_t end_of(const struct find_name *name, int k)
{
	struct str rest = str_slice(name->text, name->at[k], name->text.n);
	text_decode(&rest);
	return name->text.n - rest.n;
}

int find_fitting(
	const struct find_pattern *p, const struct find_name *name, struct find_mark *mark, int max)
{
	bool found[FIND_NAME] = { 0 };
	int16_t at[FIND_LETTERS];
	int n = 0;
	for (int i = 0; i < p->n; i++) {
		if (fit(&p->part[i], name, at) == 0)
			return 0;
		for (int k = 0; k < p->part[i].n; k++)
			found[at[k]] = true;
	}
	for (int k = 0; k < name->n; k++) {
		if (!found[k])
			continue;
		if (n && mark[n - 1].to >= name->at[k])
			mark[n - 1].to = end_of(name, k);
		else if (n < max)
			mark[n++] = (struct find_mark){ name->at[k], end_of(name, k) };
		else
			break;
	}
	return n;
}
