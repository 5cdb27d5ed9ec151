/* find_words.c - words and words in a row, looked for in folded text. */
#include <stdlib.h>
#include <string.h>

#include "find_priv.h"
#include "hone/text.h"

enum { WHOLE = 3, BEGUN = 2, LEAD = 3 };

/* ---- folding */

/* Of ASCII: letters small, digits as they are, newlines; all else parts words. */
static const char ascii[129] = "          \n                     "
			       "                0123456789      "
			       " abcdefghijklmnopqrstuvwxyz     "
			       " abcdefghijklmnopqrstuvwxyz     ";

static char plain(unsigned char c)
{
	return ascii[c & 0x7F];
}

struct folding {
	struct buf *out;
	struct find_map *map; /* NULL: nobody asks */
	size_t first;         /* out->n before */
};

static void put(struct folding *f, char c, size_t at)
{
	size_t n = f->out->n;
	char last = n > f->first ? f->out->p[n - 1] : '\n';
	if (c == ' ' && (last == ' ' || last == '\n'))
		return;
	if (f->map) {
		f->map->at = array_room(f->map->at, f->map->n, &f->map->cap, sizeof *f->map->at);
		f->map->at[f->map->n++] = (uint32_t)at;
	}
	buf_addc(f->out, c);
}

/* An arrow, a sign of mathematics, a picture: a word by itself. */
static bool is_sign(uint32_t cp)
{
	return (cp >= 0x2190 && cp < 0x2300) || cp >= 0x1F000;
}

static void put_other(struct folding *f, uint32_t cp, size_t at)
{
	uint32_t part[TEXT_FOLD];
	struct buf b = { 0 };
	bool word = text_is_word(cp), sign = !word && is_sign(cp);
	size_t n = word || sign ? text_fold(cp, part) : 0;
	for (size_t i = 0; i < n; i++)
		text_encode(&b, part[i]);
	if (!word)
		put(f, ' ', at);
	for (size_t i = 0; i < b.n; i++)
		put(f, b.p[i], at);
	if (sign)
		put(f, ' ', at);
	buf_release(&b);
}

/* ASCII at the start of s, the bulk of most texts, a stretch at a time. Returns how much. */
static size_t put_ascii(struct folding *f, struct str s)
{
	char made[512];
	size_t n = 0, i = 0, had = f->out->n;
	char last = had > f->first ? f->out->p[had - 1] : '\n';
	for (; i < s.n && n < sizeof made && (unsigned char)s.p[i] < 0x80; i++) {
		char c = plain((unsigned char)s.p[i]);
		bool keep = (c != ' ') | ((last != ' ') & (last != '\n'));
		made[n] = c;
		n += keep;
		last = keep ? c : last;
	}
	buf_add(f->out, (struct str){ made, n });
	return i;
}

void find_fold(struct buf *out, struct str s, struct find_map *map)
{
	struct folding f = { out, map, out->n };
	for (size_t i = 0; i < s.n;) {
		if (!map)
			i += put_ascii(&f, str_slice(s, i, s.n));
		else if ((unsigned char)s.p[i] < 0x80) {
			put(&f, plain((unsigned char)s.p[i]), i);
			i++;
		}
		if (i == s.n || (unsigned char)s.p[i] < 0x80)
			continue;
		struct str rest = str_slice(s, i, s.n);
		uint32_t cp = text_decode(&rest);
		put_other(&f, cp, i);
		i = s.n - rest.n;
	}
}

/* ---- looking for a term */

static bool parts(char c)
{
	return c == ' ' || c == '\n';
}

/* Scripts without blanks between words: theirs begin anywhere. */
static bool starts(struct str text, size_t at)
{
	static const unsigned char cjk = 0xE3; /* first byte from U+3000 on */
	return at == 0 || parts(text.p[at - 1]) || (unsigned char)text.p[at] >= cjk;
}

/* Between two words of a row: a blank, perhaps the end of a line, but not of a paragraph. */
static size_t gap_end(struct str text, size_t at)
{
	int lines = 0;
	while (at < text.n && parts(text.p[at]) && lines < 2)
		lines += text.p[at++] == '\n';
	return lines < 2 ? at : text.n;
}

/* The end of the term if it stands at `at`, else 0. */
static size_t stands(const struct find_term *t, struct str text, size_t at)
{
	for (size_t i = 0; i < t->text.n; i++) {
		if (at >= text.n)
			return 0;
		if (t->text.p[i] == ' ') {
			size_t next = gap_end(text, at);
			if (next == at)
				return 0;
			at = next;
		} else if (text.p[at++] != t->text.p[i])
			return 0;
	}
	return t->begins || at == text.n || parts(text.p[at]) ? at : 0;
}

static struct str first_word(struct str s)
{
	const char *blank = s.n ? memchr(s.p, ' ', s.n) : NULL;
	return str_slice(s, 0, blank ? (size_t)(blank - s.p) : s.n);
}

ptrdiff_t find_term(const struct find_term *t, struct str folded, size_t from, size_t *end)
{
	struct str word = first_word(t->text);
	size_t last = word.n - 1;
	for (size_t at = from; word.n && at + word.n <= folded.n;) {
		unsigned char c = (unsigned char)folded.p[at + last];
		bool here = c == (unsigned char)word.p[last] && starts(folded, at) &&
			    memcmp(folded.p + at, word.p, word.n) == 0;
		*end = here ? stands(t, folded, at) : 0;
		if (*end)
			return (ptrdiff_t)at;
		at += t->step[c];
	}
	return -1;
}

/* ---- what was typed */

/* A byte that is not in the word is passed over with all of it. */
static void set_steps(struct find_term *t)
{
	struct str word = first_word(t->text);
	size_t most = word.n < UINT8_MAX ? word.n : UINT8_MAX;
	memset(t->step, (int)most, sizeof t->step);
	for (size_t i = 0; i + 1 < word.n; i++) {
		size_t step = word.n - 1 - i;
		t->step[(unsigned char)word.p[i]] = (uint8_t)(step < most ? step : most);
	}
}

static void add_term(struct find_query *q, struct str typed, bool begins, struct arena *a)
{
	struct buf b = { 0 };
	find_fold(&b, typed, NULL);
	for (size_t i = 0; i < b.n; i++)
		if (b.p[i] == '\n')
			b.p[i] = ' ';
	struct str text = str_trim(buf_str(&b));
	if (text.n && q->n < FIND_WORDS) {
		q->term[q->n] = (struct find_term){ .text = arena_str(a, text), .begins = begins };
		set_steps(&q->term[q->n++]);
	}
	buf_release(&b);
}

struct find_query find_query(struct str typed, struct arena *a)
{
	struct find_query q = { 0 };
	for (bool quoted = false; typed.n; quoted = !quoted) {
		ptrdiff_t quote = str_find(typed, STR("\""), 0);
		struct str part = str_slice(typed, 0, quote < 0 ? typed.n : (size_t)quote), word;
		typed = str_slice(typed, quote < 0 ? typed.n : (size_t)quote + 1, typed.n);
		if (quoted)
			add_term(&q, part, quote < 0, a);
		while (!quoted && (word = str_word(&part)).n)
			add_term(&q, word, true, a);
	}
	return q;
}

/* What one term is worth in a folded text; 0: it is not there. */
static int match(const struct find_term *t, struct str folded)
{
	size_t end;
	ptrdiff_t at = find_term(t, folded, 0, &end);
	if (at < 0)
		return 0;
	bool whole = end == folded.n || parts(folded.p[end]);
	return (whole ? WHOLE : BEGUN) + (at == 0 ? LEAD : 0);
}

int find_matches(const struct find_query *q, struct str text, struct str above)
{
	struct buf own = { 0 }, over = { 0 };
	int sum = 0, in_own = 0, i = 0;
	size_t end;
	find_fold(&own, text, NULL);
	for (; i < q->n; i++) {
		int n = match(&q->term[i], buf_str(&own));
		if (n == 0 && over.n == 0)
			find_fold(&over, above, NULL);
		if (n == 0 && find_term(&q->term[i], buf_str(&over), 0, &end) < 0)
			break;
		sum += n ? n : 1;
		in_own += n > 0;
	}
	buf_release(&own);
	buf_release(&over);
	return i == q->n && in_own ? sum : 0;
}

/* ---- what is shown */

/* The bytes of `line` that are found, one after the other, as stretches. */
static int stretches(const bool *found, struct str line, struct find_mark *mark, int max)
{
	int n = 0;
	for (size_t i = 0; i < line.n; i++) {
		if (!found[i])
			continue;
		struct str rest = str_slice(line, i, line.n);
		text_decode(&rest);
		size_t end = line.n - rest.n;
		if (n && mark[n - 1].to == i)
			mark[n - 1].to = end;
		else if (n < max)
			mark[n++] = (struct find_mark){ i, end };
		else
			break;
		i = end - 1;
	}
	return n;
}

int find_marks(const struct find_query *q, struct str line, struct find_mark *mark, int max)
{
	struct find_map map = { 0 };
	struct buf b = { 0 };
	bool *found = xcalloc(line.n + 1, sizeof *found);
	find_fold(&b, line, &map);
	for (int i = 0; i < q->n; i++) {
		size_t end = 0;
		ptrdiff_t from = 0;
		while ((from = find_term(&q->term[i], buf_str(&b), (size_t)from, &end)) >= 0) {
			for (size_t k = map.at ? map.at[from] : end; map.at && k <= map.at[end - 1];
				k++)
				found[k] = true;
			from = (ptrdiff_t)end;
		}
	}
	int n = stretches(found, line, mark, max);
	buf_release(&b);
	free(map.at);
	free(found);
	return n;
}

struct str find_near(const struct find_query *q, struct str line)
{
	enum { LONG = 4096, OVER = 256 }; /* a word that stands on a cut is in the next part */
	struct find_mark mark;
	if (line.n <= LONG)
		return line;
	for (size_t from = 0; from < line.n; from += LONG - OVER) {
		struct str part = str_slice(line, from, from + LONG);
		if (find_marks(q, part, &mark, 1))
			return part;
	}
	return str_slice(line, 0, LONG);
}

/* Where a word begins at or after `at`, if that is near. */
static size_t word_after(struct str s, size_t at)
{
	enum { NEAR = 16 };
	for (size_t i = at; i < s.n && i < at + NEAR; i++)
		if (s.p[i] == ' ')
			return i + 1;
	while (at < s.n && ((unsigned char)s.p[at] & 0xC0) == 0x80)
		at++;
	return at;
}

struct str find_excerpt(const struct find_query *q, struct str line, int cols, struct arena *a)
{
	struct find_mark mark = { 0, 0 };
	size_t from = 0;
	line = str_trim(find_near(q, line));
	if (text_cols(line) <= cols)
		return arena_str(a, line);
	find_marks(q, line, &mark, 1);
	int start = text_cols(str_slice(line, 0, mark.from)) - cols / 3;
	int latest = text_cols(line) - cols + 2; /* no room is left behind the end */
	if (text_cols(str_slice(line, 0, mark.to)) > cols - 2) {
		struct str cut = text_prefix(line, start < latest ? start : latest, NULL);
		from = word_after(line, cut.n);
		from = from > mark.from ? mark.from : from;
	}
	struct str rest = str_slice(line, from, line.n);
	int room = cols - (from > 0);
	bool more = text_cols(rest) > room;
	rest = more ? str_trim(text_prefix(rest, room - 1, NULL)) : rest;
	return arena_printf(a, "%s%.*s%s", from ? "…" : "", STR_ARG(rest), more ? "…" : "");
}
