/* store_search.c - cards found by words: the index of words, asked. */
#include "hone/catalog.h"

#include <stdlib.h>

#include "store_priv.h"

/* What one item of a query asks for. */
struct term {
	const char *column; /* NULL: any */
	struct str text;
	bool prefix;
};

enum { TERMS_MOST = 32 };

struct query {
	struct term term[TERMS_MOST];
	size_t n;
};

struct hit {
	int64_t no;
	int score;
	size_t at; /* order in which it was found */
};

struct hits {
	struct hit *hit;
	size_t n, cap;
};

static const struct {
	const char *name, *column;
} fields[] = {
	{ "front:", "front" },
	{ "back:", "back" },
	{ "topic:", "topic" },
	{ "tag:", "tags" },
	{ "tags:", "tags" },
	{ "deck:", "deck" },
};

/* ---- what was typed */

static bool is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\0';
}

static struct str skip_spaces(struct str s)
{
	size_t i = 0;
	while (i < s.n && is_space(s.p[i]))
		i++;
	return str_slice(s, i, s.n);
}

/* "front:" and the like, with something behind it. */
static const char *take_field(struct str *s)
{
	for (size_t i = 0; i < LENGTH(fields); i++) {
		struct str name = str_of(fields[i].name);
		if (str_casestarts(*s, name) && s->n > name.n && !is_space(s->p[name.n])) {
			*s = str_slice(*s, name.n, s->n);
			return fields[i].column;
		}
	}
	return NULL;
}

static struct term take_phrase(struct str *s)
{
	ptrdiff_t end = str_find(*s, STR("\""), 1);
	size_t n = end < 0 ? s->n : (size_t)end;
	struct term t = { .text = str_slice(*s, 1, n), .prefix = end < 0 };
	*s = str_slice(*s, end < 0 ? n : n + 1, s->n);
	if (str_starts(*s, STR("*"))) {
		t.prefix = true;
		*s = str_slice(*s, 1, s->n);
	}
	return t;
}

static struct term take_word(struct str *s)
{
	size_t n = 0;
	while (n < s->n && !is_space(s->p[n]) && s->p[n] != '"')
		n++;
	struct term t = { .text = str_slice(*s, 0, n) };
	*s = str_slice(*s, n, s->n);
	while (str_ends(t.text, STR("*"))) {
		t.prefix = true;
		t.text = str_slice(t.text, 0, t.text.n - 1);
	}
	t.prefix = t.prefix || skip_spaces(*s).n == 0;
	return t;
}

/* Letters and digits, and all of other scripts: what is none of these ends a word. */
static bool in_word(char c)
{
	return (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z') ||
	       (unsigned char)c >= 0x80;
}

static bool has_word(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (in_word(s.p[i]))
			return true;
	return false;
}

static struct query parse(struct str s)
{
	struct query q = { .n = 0 };
	for (s = skip_spaces(s); s.n && q.n < TERMS_MOST; s = skip_spaces(s)) {
		const char *column = take_field(&s);
		struct term t = str_starts(s, STR("\"")) ? take_phrase(&s) : take_word(&s);
		t.column = column;
		if (has_word(t.text))
			q.term[q.n++] = t;
	}
	return q;
}

/* What is cut off the end of a text is its last word, begun. */
static struct str cut_begin(struct str *text)
{
	size_t at = text->n;
	while (at > 0 && in_word(text->p[at - 1]))
		at--;
	struct str begin = str_slice(*text, at, text->n);
	*text = str_slice(*text, 0, at);
	return begin;
}

static bool is_ascii(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if ((unsigned char)s.p[i] >= 0x80)
			return false;
	return true;
}

static void add_quoted(struct buf *out, struct str text, struct str end)
{
	const struct str part[] = { text, end };
	buf_add(out, STR(" \""));
	for (size_t i = 0; i < LENGTH(part); i++)
		for (size_t k = 0; k < part[i].n; k++)
			if (part[i].p[k] != '"')
				buf_addc(out, part[i].p[k] ? part[i].p[k] : ' ');
	buf_add(out, STR("\""));
}

static void add_column(struct buf *out, const struct term *t)
{
	if (t->column)
		buf_addf(out, " %s :", t->column);
}

/* The word after `word` in the index if it begins so; it replaces `word`. */
static bool next_word(
	struct store *s, struct str begin, struct buf *word, bool *found, struct err *e)
{
	static const char text[] = "SELECT term FROM temp.card_words WHERE term >= ? LIMIT 1";
	struct sql q;
	bool row;
	if (!sql_start(&q, s->words, STMT_SEARCH_WORDS, text, e))
		return false;
	sql_bind_str(&q, buf_str(word));
	if (!sql_one(&q, &row, e))
		return false;
	*found = row && str_starts(sql_str(&q, 0), begin);
	if (*found) {
		struct buf next = { 0 };
		buf_add(&next, sql_str(&q, 0));
		buf_release(word);
		*word = next;
	}
	if (row)
		sql_end(&q);
	return true;
}

/*
 * FTS5 itself would join the lists of all words that begin so before it gives the first card: half a
 * second for one letter and a million cards. An OR of some words is read as far as it is needed.
 */
static bool add_words(struct store *s, struct buf *out, const struct term *t, struct err *e)
{
	enum { WORDS = 16 };
	struct str head = t->text, last = cut_begin(&head);
	struct buf begin = { 0 }, word = { 0 };
	bool done = true, found = true;
	for (size_t i = 0; i < last.n; i++)
		buf_addc(&begin,
			last.p[i] >= 'A' && last.p[i] <= 'Z' ? (char)(last.p[i] | 32) : last.p[i]);
	buf_add(&word, buf_str(&begin));
	add_column(out, t);
	buf_addc(out, '(');
	for (int i = 0; i < WORDS && done && found; i++) {
		done = next_word(s, buf_str(&begin), &word, &found, e);
		if (!done || (!found && i > 0))
			break;
		buf_add(out, i > 0 ? STR(" OR") : STR(""));
		add_quoted(out, head, buf_str(&word));
		/* The least text that is no begin of that word and comes after it. */
		buf_addc(&word, '\1');
	}
	buf_addc(out, ')');
	buf_release(&begin);
	buf_release(&word);
	return done;
}

/*
 * Is it a begin that is looked up word by word? Not in the fields where few words are, which the first
 * words of the index would miss: there a begin of three letters is quick enough.
 */
static bool is_begin(const struct term *t)
{
	enum { LONG = 3 };
	struct str head = t->text, last = cut_begin(&head), column = str_of(t->column);
	bool large = !t->column || str_eq(column, STR("front")) || str_eq(column, STR("back"));
	return t->prefix && last.n > 0 && is_ascii(last) && (large || last.n < LONG);
}

/*
 * In the language of FTS5. All that was typed stands in quotes, so that nothing of it has a meaning
 * there. What is but listed is joined by AND, without what has no word in it.
 */
static bool write_match(
	struct store *s, struct buf *out, const struct query *q, bool by_word, struct err *e)
{
	bool any = false, done = true;
	for (size_t i = 0; i < q->n; i++) {
		const struct term *t = &q->term[i];
		if (by_word && is_begin(t))
			continue;
		add_column(out, t);
		add_quoted(out, t->text, (struct str){ 0 });
		/* "c++" is a whole word, none begun. */
		bool begun = t->prefix && in_word(t->text.p[t->text.n - 1]);
		buf_add(out, begun ? STR(" *") : STR(""));
		any = true;
	}
	for (size_t i = 0; i < q->n && by_word && done; i++) {
		if (!is_begin(&q->term[i]))
			continue;
		buf_add(out, any ? STR(" AND") : STR(""));
		done = add_words(s, out, &q->term[i], e);
		any = true;
	}
	return done;
}

/* Are begins looked up word by word? Then what that needs is made. */
static bool find_words(struct store *s, bool *by_word, struct err *e)
{
	struct store *words = s->words;
	if (!store_many_words(s, by_word, e))
		return false;
	if (*by_word && !words->lists_words)
		words->lists_words = sql_exec(words,
			"CREATE VIRTUAL TABLE temp.card_words"
			" USING fts5vocab('main', 'card_text', 'instance')",
			e);
	return !*by_word || words->lists_words;
}

/* ---- the answer */

/* A word in the question counts more than one in its topic or tags, and that more than elsewhere. */
static int score(const struct query *q, struct str front, struct str topic, struct str tags)
{
	int sum = 0;
	for (size_t i = 0; i < q->n; i++) {
		struct str text = q->term[i].text;
		if (str_casefind(front, text, 0) >= 0)
			sum += 4;
		else if (str_casefind(topic, text, 0) >= 0 || str_casefind(tags, text, 0) >= 0)
			sum += 2;
	}
	return sum;
}

/* The card of that number, unless it went. */
static bool add_hit(
	struct store *s, const struct query *query, int64_t no, struct hits *h, struct err *e)
{
	static const char text[] =
		"SELECT label || ' ' || front, topic, tags FROM card WHERE no = ?";
	struct sql q;
	bool row;
	if (!sql_start(&q, s, STMT_SEARCH_CARD, text, e))
		return false;
	sql_bind_int(&q, no);
	if (!sql_one(&q, &row, e))
		return false;
	if (!row)
		return true;
	h->hit = array_room(h->hit, h->n, &h->cap, sizeof *h->hit);
	h->hit[h->n] = (struct hit){ .no = no, .at = h->n };
	h->hit[h->n].score = score(query, sql_str(&q, 0), sql_str(&q, 1), sql_str(&q, 2));
	h->n++;
	sql_end(&q);
	return true;
}

/* `limit` 0: all. */
static bool collect(
	struct store *s, const struct query *query, size_t limit, struct hits *h, struct err *e)
{
	static const char text[] = "SELECT rowid FROM card_text WHERE card_text MATCH ?";
	struct buf match = { 0 };
	struct sql q;
	enum sql_step step = SQL_ROW;
	bool by_word = false;
	bool done = limit == 0 || find_words(s, &by_word, e);
	/* Its words are looked up one by one: with one lock, as the cards. */
	store_hold(s->words);
	done = done && write_match(s, &match, query, by_word, e) &&
	       sql_start(&q, s->words, STMT_SEARCH, text, e);
	if (done) {
		sql_bind_str(&q, buf_str(&match));
		while (done && (limit == 0 || h->n < limit) && (step = sql_next(&q, e)) == SQL_ROW)
			done = add_hit(s, query, sql_int(&q, 0), h, e);
		if (step == SQL_ROW)
			sql_end(&q);
		done = done && step != SQL_FAILED;
	}
	store_settle(s->words);
	buf_release(&match);
	return done;
}

static int hit_cmp(const void *a, const void *b)
{
	const struct hit *x = a, *y = b;
	if (x->score != y->score)
		return x->score > y->score ? -1 : 1;
	return (x->at > y->at) - (x->at < y->at);
}

static bool inside_character(struct str s, size_t at)
{
	return at < s.n && ((unsigned char)s.p[at] & 0xc0) == 0x80;
}

/* Part of the line around `at`, which is not far from its begin. */
static struct str line_around(struct str s, size_t at)
{
	enum { BEFORE = 40, LONGEST = 200 };
	size_t from = at, to = at;
	while (from > 0 && s.p[from - 1] != '\n' && at - from < BEFORE)
		from--;
	while (inside_character(s, from))
		from++;
	while (to < s.n && s.p[to] != '\n' && to - from < LONGEST)
		to++;
	while (to > from && inside_character(s, to))
		to--;
	return str_trim(str_slice(s, from, to));
}

static struct str excerpt_of(const struct query *q, const struct card *c)
{
	for (size_t i = 0; i < q->n; i++) {
		ptrdiff_t at = str_casefind(c->back, q->term[i].text, 0);
		if (at >= 0)
			return line_around(c->back, (size_t)at);
	}
	return line_around(c->back, 0);
}

/* Cards are read one by one, so that `each` may ask the store. */
static bool hand_out(struct store *s, const struct query *q, const struct hits *h, size_t n,
	bool (*each)(void *ctx, const struct card *c, struct str excerpt), void *ctx, struct err *e)
{
	struct arena a = { 0 };
	bool done = true, more = true;
	for (size_t i = 0; i < n && done && more; i++) {
		struct card c;
		arena_clear(&a);
		done = store_card_at(s, h->hit[i].no, &c, &a, e);
		more = done && each(ctx, &c, excerpt_of(q, &c));
	}
	arena_release(&a);
	return done;
}

static bool build_all(struct store *s, struct err *e)
{
	enum { PART = 20000 };
	int64_t left;
	do
		if (!catalog_search_build(s, PART, &left, e))
			return false;
	while (left > 0);
	return true;
}

bool catalog_search(struct store *s, struct str query, int max,
	bool (*each)(void *ctx, const struct card *c, struct str excerpt), void *ctx, struct err *e)
{
	enum { RANKED = 2 };
	struct query q = parse(query);
	struct hits h = { 0 };
	if (!build_all(s, e))
		return false;
	if (q.n == 0)
		return true;
	/* Some hundred cards are read: with one lock, not one each. */
	bool held = s->hold;
	store_hold(s);
	bool done = collect(s, &q, max > 0 ? (size_t)max * RANKED : 0, &h, e);
	if (h.n && max > 0)
		qsort(h.hit, h.n, sizeof *h.hit, hit_cmp);
	size_t n = max > 0 && h.n > (size_t)max ? (size_t)max : h.n;
	done = done && hand_out(s, &q, &h, n, each, ctx, e);
	if (!held)
		store_settle(s);
	free(h.hit);
	return done;
}
