/* md_wrap.c - flows cut into lines, lines added to a layout. */
#include "md_priv.h"

#include <string.h>

#include "hone/text.h"

static bool is_plain(unsigned char c)
{
	return (c > ' ' && c < 0x7f) || c == MD_HOLD;
}

static bool is_blank(char c)
{
	return c == ' ' || c == MD_HOLD;
}

/* The first blank of the text from `from` up to `to`, if what stands before it is not seen; else 0. */
static size_t blank_before(struct str text, size_t from, const char *to)
{
	for (size_t i = from; text.p + i < to; i++)
		if (text.p[i] == ' ' || text.p[i] == '\n')
			return i;
	return 0;
}

/*
 * One cluster, or a run of ASCII, from *i, within `cols`. False when not all of it fits: *i is then
 * where it would have to be broken.
 */
static bool take(struct str text, size_t *i, size_t end, int cols, int *used)
{
	size_t from = *i, j = from, room = cols > *used ? (size_t)(cols - *used) : 0;
	size_t most =
		end - from > room ? from + room + 1 : end; /* one more tells that it is too long */
	while (j < most && is_plain((unsigned char)text.p[j]))
		j++;
	if (j > from && j < end && (unsigned char)text.p[j] >= 0x80)
		j--; /* the last may carry a combining mark */
	if (j > from) {
		size_t n = j - from < room ? j - from : room;
		*i += n;
		*used += (int)n;
		return *i == j;
	}
	struct str rest = str_slice(text, from, end);
	struct cluster c;
	if (!text_next(&rest, &c)) {
		*i = end; /* nothing visible is left */
		return true;
	}
	size_t blank = blank_before(text, from, rest.p);
	if (blank > 0) {
		*i = blank;
		return true;
	}
	if (*used + c.cols > cols)
		return false;
	*used += c.cols;
	*i = (size_t)(rest.p - text.p);
	return true;
}

static void trim_cut(struct str text, struct md_cut *cut)
{
	while (cut->to > cut->from && is_blank(text.p[cut->to - 1])) {
		cut->to--;
		cut->cols--;
	}
}

/* One cluster and a blank after it: an operator, as a rule. */
static bool is_operator(struct str rest)
{
	struct cluster c;
	return text_next(&rest, &c) && rest.n > 0 && is_blank(rest.p[0]);
}

/* How well a word is broken before `i`: after a blank of a formula, best after an operator; after a hyphen or slash. */
static int break_rank(struct str text, size_t i)
{
	if (text.p[i - 1] == MD_HOLD)
		return is_operator(str_slice(text, i, text.n)) ? 2 : 3;
	return text.p[i - 1] == '-' || text.p[i - 1] == '/';
}

/* A word longer than a line is broken at its best place before `to`, the last of those that are as good. */
static void break_word(struct str text, struct md_cut *cut, int cols)
{
	size_t to = cut->to;
	int best = 0;
	for (size_t i = to; i > cut->from + 1 && best < 3; i--) {
		int rank = break_rank(text, i);
		if (rank <= best)
			continue;
		int used = text_cols(str_slice(text, cut->from, i));
		if (used * 3 < cols) /* too short a line for what it gains */
			return;
		best = rank;
		cut->to = i;
		cut->cols = used;
	}
}

/* No line of Chinese or Japanese begins with what closes or ends something, or ends with what opens it. */
static bool closes(uint32_t cp)
{
	static const uint32_t list[] = { 0x3001, 0x3002, 0x3005, 0x3009, 0x300B, 0x300D, 0x300F,
		0x3011, 0x3015, 0x30FB, 0x30FC, 0xFF01, 0xFF09, 0xFF0C, 0xFF0E, 0xFF1A, 0xFF1B,
		0xFF1F, 0xFF3D, 0xFF5D };
	for (size_t i = 0; i < LENGTH(list); i++)
		if (list[i] == cp)
			return true;
	return false;
}

static bool opens(uint32_t cp)
{
	static const uint32_t list[] = { 0x3008, 0x300A, 0x300C, 0x300E, 0x3010, 0x3014, 0xFF08,
		0xFF3B, 0xFF5B };
	for (size_t i = 0; i < LENGTH(list); i++)
		if (list[i] == cp)
			return true;
	return false;
}

/* Wide, and of a writing that puts no blanks between words; Korean does. */
static bool is_dense(const struct cluster *c)
{
	return c->cols == 2 && !(c->base >= 0xAC00 && c->base <= 0xD7A3);
}

/* Such a text may be broken between any two of its characters: at the last place from `from` up to `to`. */
static bool break_dense(struct str text, size_t from, size_t to, struct md_cut *cut)
{
	struct str rest = str_slice(text, from, text.n);
	struct cluster c;
	uint32_t before = 0;
	size_t best = 0, at;
	while ((at = (size_t)(rest.p - text.p)) <= to && text_next(&rest, &c)) {
		bool dense = is_dense(&c);
		if (before && dense && at > cut->from && !closes(c.base) && !opens(before))
			best = at;
		before = dense ? c.base : 0;
	}
	if (best == 0)
		return false;
	cut->to = best;
	cut->cols = text_cols(str_slice(text, cut->from, best));
	return true;
}

/* Is it a sign between blanks? No line starts with it: a dash would look like the mark of a list. */
static bool is_lone_sign(struct str text, size_t at, size_t end)
{
	static const char *const signs[] = { "-", "+", "=", "*", "<", ">", "−", "–", "—", "×", "·",
		"≈", "≠", "≤", "≥" };
	if (at == end || !(md_among("-+=*<>", text.p[at]) || text.p[at] == '\xe2' ||
				 text.p[at] == '\xc2' || text.p[at] == '\xc3'))
		return false;
	for (size_t i = 0; i < LENGTH(signs); i++) {
		size_t n = strlen(signs[i]);
		if (at + n < end && text.p[at + n] == ' ' && memcmp(text.p + at, signs[i], n) == 0)
			return true;
	}
	return false;
}

/*
 * The next line, from `i` on, when it is printable ASCII and it is clear where it ends: with its text, or with
 * the last word that fits and has one of that kind after it. False when it is not, though there may be such a line.
 */
static bool plain_cut(struct str text, size_t i, size_t end, int cols, struct md_cut *cut)
{
	size_t most = cols > 0 ? (size_t)cols : 0;
	size_t n = text_plain(str_slice(text, i, end), most + 1);
	if (n <= most) { /* what follows a word may be a mark on its last letter */
		if (i + n < end && text.p[i + n] != '\n')
			return false;
		*cut = (struct md_cut){ .from = i, .to = i + n, .cols = (int)n };
		return true;
	}
	size_t to = i + most, next;
	while (to > i && text.p[to] != ' ')
		to--;
	for (next = to; next < end && text.p[next] == ' ';)
		next++;
	while (to > i && text.p[to - 1] == ' ')
		to--;
	if (to == i || next == end || !is_plain((unsigned char)text.p[next]) ||
		is_lone_sign(text, next, end))
		return false;
	*cut = (struct md_cut){ .from = i, .to = to, .cols = (int)(to - i) };
	return true;
}

/* How far a line goes: `i` is the end of what fits, `word` that of the last word of it that may end a line; 0: none. */
struct reach {
	size_t i, word;
	int used, word_cols;
	bool fits; /* up to the end, or a newline */
};

static struct reach reach_of(struct str text, size_t from, size_t end, int cols)
{
	struct reach r = { .i = from, .fits = true };
	while (r.fits && r.i < end && text.p[r.i] != '\n') {
		if (text.p[r.i] != ' ') {
			r.fits = take(text, &r.i, end, cols, &r.used);
			continue;
		}
		size_t blank = r.i;
		while (r.i < end && text.p[r.i] == ' ')
			r.i++;
		bool seen = r.used <= cols; /* else it is behind what is not */
		if (seen && (r.word_cols * 3 < cols || !is_lone_sign(text, r.i, end))) {
			r.word = blank;
			r.word_cols = r.used;
		}
		r.used += (int)(r.i - blank);
	}
	return r;
}

bool flow_cut(struct str text, size_t *at, size_t end, int cols, struct md_cut *cut)
{
	size_t i = *at;
	while (i < end && is_blank(text.p[i]))
		i++;
	if (i == end)
		return false;
	if (plain_cut(text, i, end, cols, cut)) {
		*at = cut->to + (cut->to < end && text.p[cut->to] == '\n');
		trim_cut(text, cut);
		return true;
	}
	struct reach r = reach_of(text, i, end, cols);
	bool whole = r.fits || r.word == 0;
	*cut = (struct md_cut){ i, whole ? r.i : r.word, whole ? r.used : r.word_cols };
	bool dense = !r.fits && (unsigned char)text.p[r.i] >= 0xE2 &&
		     break_dense(text, r.word ? r.word : i, r.i, cut);
	if (!r.fits && r.word == 0 && !dense)
		break_word(text, cut, cols);
	*at = r.fits && r.i < end ? r.i + 1 : cut->to;
	if (r.fits && r.used > cols && r.word > 0) { /* what is behind the last blank is not seen */
		cut->to = r.word;
		cut->cols = r.word_cols;
	}
	trim_cut(text, cut);
	return true;
}

struct str layout_keep(struct md_layout *l, struct str s)
{
	if (s.n == 0)
		return (struct str){ "", 0 };
	char *p = arena_alloc(l->a, s.n, 1);
	memcpy(p, s.p, s.n);
	if (l->masked)
		md_unmask(p, s.n);
	return (struct str){ p, s.n };
}

struct md_level *layout_level(const struct md_layout *l)
{
	return &l->level[l->nlevel - 1];
}

/*
 * cmark forgets the lines of link definitions and of code over several lines, so a source is a good
 * guess there: keep it in order and inside the text.
 */
static void add_line(struct md_layout *l, int source)
{
	int before = l->nline > 0 ? l->line[l->nline - 1].source : 1;
	if (l->nsource > 0 && source > (int)l->nsource)
		source = (int)l->nsource;
	source += l->front;
	l->line = array_room(l->line, l->nline, &l->line_cap, sizeof *l->line);
	l->line[l->nline++] = (struct md_line){ .source = source > before ? source : before };
}

static struct str trim_end(struct str s)
{
	while (s.n > 0 && s.p[s.n - 1] == ' ')
		s.n--;
	return s;
}

void layout_line(struct md_layout *l, int source)
{
	if (l->gap) {
		l->gap = false;
		add_line(l, source);
		layout_span(l, trim_end(l->gap_rest), MD_MARK);
	}
	add_line(l, source);
	layout_span(l, l->pending ? l->first : layout_level(l)->rest, MD_MARK);
	l->pending = false;
}

void layout_span(struct md_layout *l, struct str text, uint8_t style)
{
	if (text.n == 0)
		return;
	struct md_line *line = &l->line[l->nline - 1];
	struct md_span *last = line->nspan > 0 ? &l->span[l->nspan - 1] : NULL;
	if (last && last->style == style && last->link == l->link &&
		last->text.p + last->text.n == text.p) {
		last->text.n += text.n;
		return;
	}
	l->span = array_room(l->span, l->nspan, &l->span_cap, sizeof *l->span);
	l->span[l->nspan++] = (struct md_span){ text, style, l->link };
	line->nspan++;
	if (l->link > 0 && l->links.link[l->link - 1].line < 0)
		l->links.link[l->link - 1].line = (int)l->nline - 1;
}

void layout_trim(struct md_layout *l)
{
	struct md_line *line = &l->line[l->nline - 1];
	if (line->nspan != 1)
		return;
	struct md_span *span = &l->span[l->nspan - 1];
	span->text = trim_end(span->text);
	if (span->text.n == 0) {
		line->nspan = 0;
		l->nspan--;
	}
}

void layout_spaces(struct md_layout *l, int n)
{
	static const char spaces[] =
		"                                                                ";
	const int most = (int)sizeof spaces - 1;
	for (; n > 0; n -= most)
		layout_span(l, (struct str){ spaces, (size_t)(n < most ? n : most) }, MD_PLAIN);
}

/* Text of a flow that holds blanks together, with them as such. */
static struct str shown(struct md_layout *l, struct str s)
{
	if (s.n == 0 || !memchr(s.p, MD_HOLD, s.n))
		return s;
	char *p = arena_alloc(l->a, s.n, 1);
	for (size_t i = 0; i < s.n; i++)
		p[i] = s.p[i] == MD_HOLD ? ' ' : s.p[i];
	return (struct str){ p, s.n };
}

void layout_cut(struct md_layout *l, const struct md_flow *f, struct str text, struct md_cut cut,
	size_t *run)
{
	size_t r = *run;
	while (r + 1 < f->nrun && f->run[r + 1].from <= cut.from)
		r++;
	for (size_t at = cut.from; at < cut.to; r++) {
		bool last = r + 1 == f->nrun || f->run[r + 1].from >= cut.to;
		size_t to = last ? cut.to : f->run[r + 1].from;
		l->link = f->run[r].link;
		struct str part = str_slice(text, at, to);
		layout_span(l, f->holds ? shown(l, part) : part, f->run[r].style);
		at = to;
		*run = r;
	}
	l->link = 0;
}

int layout_flow(
	struct md_layout *l, const struct md_flow *f, struct str text, size_t from, size_t *run)
{
	size_t at = from;
	struct md_cut cut;
	int widest = 0;
	while (flow_cut(text, &at, text.n, layout_cols(l), &cut)) {
		while (*run + 1 < f->nrun && f->run[*run + 1].from <= cut.from)
			++*run;
		layout_line(l, f->run[*run].source);
		layout_cut(l, f, text, cut, run);
		if (cut.cols > widest)
			widest = cut.cols;
	}
	return widest;
}

int layout_cols(const struct md_layout *l)
{
	int rest = layout_level(l)->cols;
	int first = l->pending ? text_cols(l->first) : 0;
	return l->cols - (first > rest ? first : rest);
}

struct str layout_rule(struct md_layout *l, int cols)
{
	static const char dash[] = "─";
	const size_t n = sizeof dash - 1;
	if (l->rule.n == 0) {
		char *p = arena_alloc(l->a, (size_t)l->cols, n);
		for (int i = 0; i < l->cols; i++)
			memcpy(p + (size_t)i * n, dash, n);
		l->rule = (struct str){ p, (size_t)l->cols * n };
	}
	return str_slice(l->rule, 0, (size_t)cols * n);
}

struct str layout_source(const struct md_layout *l, int source, int column)
{
	size_t n = source >= 1 && (size_t)source <= l->nsource ? (size_t)source : 0;
	if (n == 0)
		return (struct str){ "", 0 };
	struct str s = str_slice(l->src, l->start[n - 1], l->start[n]);
	if (column > 0)
		return str_trim(str_slice(s, (size_t)column - 1, s.n));
	s = str_trim(s);
	for (int i = 0; i < l->quotes && s.n > 0 && s.p[0] == '>'; i++)
		s = str_trim(str_slice(s, 1, s.n));
	return s;
}
