/* match.c - names and texts compared by their words. */
#include "hone/match.h"

#include <stdlib.h>

#include "hone/text.h"

/* ---- two names */

static bool has_word(struct str text, struct str want)
{
	struct str word;
	while ((word = str_word(&text)).n)
		if (str_eq(word, want))
			return true;
	return false;
}

static bool has_all(struct str text, struct str words)
{
	struct str word;
	while ((word = str_word(&words)).n)
		if (!has_word(text, word))
			return false;
	return true;
}

/* Dashes and slashes part words here. */
void match_words(struct buf *out, struct str text)
{
	struct buf parted = { 0 };
	for (size_t i = 0; i < text.n; i++)
		buf_addc(&parted, str_find(STR("-/_,()"), str_slice(text, i, i + 1), 0) >= 0
					  ? ' '
					  : text.p[i]);
	text_normalize(out, buf_str(&parted));
	buf_release(&parted);
}

/* "systems" and "system" are one word. */
uint64_t match_word(struct str word)
{
	enum { SHORTEST = 4 };
	if (word.n >= SHORTEST && word.p[word.n - 1] == 's' && word.p[word.n - 2] != 's')
		word.n--;
	uint64_t h = hash64(0, word.p, word.n);
	return h ? h : 1;
}

int names_alike(struct str a, struct str b)
{
	struct buf x = { 0 }, y = { 0 };
	int alike = 0;
	match_words(&x, a);
	match_words(&y, b);
	if (x.n && y.n)
		alike = str_eq(buf_str(&x), buf_str(&y))    ? 3
			: has_all(buf_str(&y), buf_str(&x)) ? 2
			: has_all(buf_str(&x), buf_str(&y)) ? 1
							    : 0;
	buf_release(&x);
	buf_release(&y);
	return alike;
}

static bool is_plain(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/* The letters and digits that a name begins with, of ASCII: what any text with the name holds. */
static struct str first_letters(struct str name)
{
	size_t from = 0, to;
	while (from < name.n && !is_plain(name.p[from]))
		from++;
	for (to = from; to < name.n && is_plain(name.p[to]);)
		to++;
	return str_slice(name, from, to);
}

/* Do the words stand in the text one behind the other, from its begin on, with at most one between them? */
static bool begins_with(struct str text, struct str words)
{
	struct str word, want = str_word(&words);
	bool skipped = false;
	while (want.n && (word = str_word(&text)).n) {
		if (match_word(word) == match_word(want))
			want = str_word(&words);
		else if (skipped)
			return false;
		else
			skipped = true;
	}
	return want.n == 0;
}

/* Most texts do not hold the first word, which costs little to see. */
bool text_mentions(struct str text, struct str name)
{
	struct str first = first_letters(name);
	if (str_casefind(text, first, 0) < 0)
		return false;
	struct buf x = { 0 }, y = { 0 };
	match_words(&x, name);
	match_words(&y, text);
	struct str rest = buf_str(&y);
	bool found = false;
	while (x.n && rest.n && !found) {
		found = begins_with(rest, buf_str(&x));
		str_word(&rest);
	}
	buf_release(&x);
	buf_release(&y);
	return found;
}

struct str name_head(struct str name)
{
	static const struct str sign[] = { STR_INIT(" - "), STR_INIT(" – "), STR_INIT(" — "),
		STR_INIT(":"), STR_INIT("(") };
	struct str head = name;
	for (size_t i = 0; i < LENGTH(sign); i++) {
		ptrdiff_t at = str_find(head, sign[i], 0);
		if (at > 0 && first_letters(str_slice(head, 0, (size_t)at)).n)
			head = str_slice(head, 0, (size_t)at);
	}
	return str_trim(head);
}

/* ---- many names at once */

/* A word of a name, and the names it is the rarest word of. */
struct known {
	uint64_t hash; /* 0: free */
	int used;      /* names that have it */
	int first;     /* pattern, -1; the others follow by pattern.next */
	uint32_t seen; /* the last text that had it */
};

struct pattern {
	int topic, next;
	size_t *word; /* indexes into known[] once settled; before, the hashes in `hash` */
	uint64_t *hash;
	int n;
};

struct matcher {
	struct arena *a;
	struct pattern *pattern;
	size_t npattern, cap_pattern;
	struct known *known;
	size_t cap; /* of known, a power of two */
	uint32_t now;
	bool settled;
	int ntopic;
	uint32_t *taken, ntaken; /* of each topic: the card it was found for last */
	int *found, nfound;
	/* The words of a text: how many there are, and whether all are of names; of a question one after the other. */
	int nword;
	bool foreign;
	uint64_t *text;
	size_t ntext, cap_text;
	uint64_t last;      /* hash of topic and tags of the card before */
	int *named, nnamed; /* topics that those two name */
};

struct matcher *match_new(struct arena *a)
{
	struct matcher *m = arena_alloc(a, 1, sizeof *m);
	m->a = a;
	return m;
}

static bool has_hash(const struct pattern *p, uint64_t h)
{
	for (int i = 0; i < p->n; i++)
		if (p->hash[i] == h)
			return true;
	return false;
}

void match_name(struct matcher *m, int topic, struct str name)
{
	struct buf words = { 0 };
	struct pattern p = { .topic = topic, .next = -1 };
	size_t cap = 0;
	if (m->settled)
		bug("a name after the first card");
	match_words(&words, name_head(name));
	struct str rest = buf_str(&words), word;
	while ((word = str_word(&rest)).n) {
		uint64_t h = match_word(word);
		if (has_hash(&p, h))
			continue;
		p.hash = arena_room(m->a, p.hash, (size_t)p.n, &cap, sizeof *p.hash);
		p.hash[p.n++] = h;
	}
	buf_release(&words);
	m->ntopic = topic >= m->ntopic ? topic + 1 : m->ntopic;
	if (p.n == 0)
		return;
	m->pattern = arena_room(m->a, m->pattern, m->npattern, &m->cap_pattern, sizeof *m->pattern);
	m->pattern[m->npattern++] = p;
}

/* Where the word stands, or would. */
static size_t slot_of(const struct matcher *m, uint64_t hash)
{
	size_t i = (size_t)hash & (m->cap - 1);
	while (m->known[i].hash && m->known[i].hash != hash)
		i = (i + 1) & (m->cap - 1);
	return i;
}

static void learn_words(struct matcher *m, struct pattern *p)
{
	p->word = arena_alloc(m->a, (size_t)p->n, sizeof *p->word);
	for (int i = 0; i < p->n; i++) {
		size_t at = slot_of(m, p->hash[i]);
		struct known *k = &m->known[at];
		if (!k->hash)
			*k = (struct known){ .hash = p->hash[i], .first = -1 };
		k->used++;
		p->word[i] = at;
	}
}

static void settle(struct matcher *m)
{
	size_t words = 1;
	for (size_t i = 0; i < m->npattern; i++)
		words += (size_t)m->pattern[i].n;
	for (m->cap = 16; m->cap < words * 2;)
		m->cap *= 2;
	m->known = arena_alloc(m->a, m->cap, sizeof *m->known);
	for (size_t i = 0; i < m->npattern; i++)
		learn_words(m, &m->pattern[i]);
	for (size_t i = 0; i < m->npattern; i++) {
		struct pattern *p = &m->pattern[i];
		struct known *rarest = &m->known[p->word[0]];
		for (int k = 1; k < p->n; k++)
			if (m->known[p->word[k]].used < rarest->used)
				rarest = &m->known[p->word[k]];
		p->next = rarest->first;
		rarest->first = (int)i;
	}
	size_t room = (size_t)m->ntopic + 1;
	m->taken = arena_alloc(m->a, room, sizeof *m->taken);
	m->found = arena_alloc(m->a, room, sizeof *m->found);
	m->named = arena_alloc(m->a, room, sizeof *m->named);
	m->settled = true;
}

static void take(struct matcher *m, int topic)
{
	if (m->taken[topic] == m->ntaken)
		return;
	m->taken[topic] = m->ntaken;
	m->found[m->nfound++] = topic;
}

/* Mark the known words of the text; `words` are normalised. */
static void mark(struct matcher *m, struct str words)
{
	struct str word;
	m->now++;
	m->nword = 0;
	m->ntext = 0;
	m->foreign = false;
	while ((word = str_word(&words)).n) {
		uint64_t hash = match_word(word);
		struct known *k = &m->known[slot_of(m, hash)];
		m->text = arena_room(m->a, m->text, m->ntext, &m->cap_text, sizeof *m->text);
		m->text[m->ntext++] = hash;
		if (!k->hash)
			m->foreign = true;
		else if (k->seen != m->now) {
			k->seen = m->now;
			m->nword++;
		}
	}
}

static int marked(const struct matcher *m, const struct pattern *p)
{
	int n = 0;
	for (int i = 0; i < p->n; i++)
		n += m->known[p->word[i]].seen == m->now;
	return n;
}

/* Do the words of the name stand one behind the other, from that word of the text on, with at most one between? */
static bool begins_at(const struct matcher *m, const struct pattern *p, size_t from)
{
	size_t to = from + (size_t)p->n + 1;
	int found = 0;
	for (size_t i = from; i < to && i < m->ntext && found < p->n; i++)
		found += m->text[i] == p->hash[found];
	return found == p->n;
}

static bool stands_in_text(const struct matcher *m, const struct pattern *p)
{
	if (marked(m, p) < p->n)
		return false;
	for (size_t i = 0; i < m->ntext; i++)
		if (m->text[i] == p->hash[0] && begins_at(m, p, i))
			return true;
	return false;
}

/* The topics whose names stand in the question. */
static void take_mentioned(struct matcher *m, struct str front)
{
	struct buf words = { 0 };
	match_words(&words, front);
	mark(m, buf_str(&words));
	struct str rest = buf_str(&words), word;
	while ((word = str_word(&rest)).n) {
		const struct known *k = &m->known[slot_of(m, match_word(word))];
		for (int i = k->hash ? k->first : -1; i >= 0; i = m->pattern[i].next)
			if (stands_in_text(m, &m->pattern[i]))
				take(m, m->pattern[i].topic);
	}
	buf_release(&words);
}

/* Has one of the topics just the words of the text? */
static bool is_named(const struct matcher *m)
{
	for (size_t i = 0; i < m->npattern && !m->foreign; i++)
		if (m->pattern[i].n == m->nword && marked(m, &m->pattern[i]) == m->nword)
			return true;
	return false;
}

/* The topics that the card's own topic, or with `same` one of its tags, names. */
static void take_named(struct matcher *m, struct str text, bool same)
{
	struct buf words = { 0 };
	match_words(&words, text);
	mark(m, buf_str(&words));
	bool named = m->nword && is_named(m);
	for (size_t i = 0; i < m->npattern && m->nword; i++) {
		const struct pattern *p = &m->pattern[i];
		int n = marked(m, p);
		bool within = !m->foreign && n == m->nword; /* all of the text's words */
		if (same ? within && n == p->n : n == p->n || (within && !named && n * 2 >= p->n))
			take(m, p->topic);
	}
	buf_release(&words);
}

/* Remember what topic and tags named: the next cards of the deck mostly have the same. */
static void remember(struct matcher *m, uint64_t names)
{
	m->last = names;
	m->nnamed = m->nfound;
	for (int i = 0; i < m->nfound; i++)
		m->named[i] = m->found[i];
}

static int by_number(const void *a, const void *b)
{
	const int *x = a, *y = b;
	return (*x > *y) - (*x < *y);
}

const int *match_card(
	struct matcher *m, struct str topic, struct str tags, struct str front, int *n)
{
	uint64_t names = hash64(hash64(1, topic.p, topic.n), tags.p, tags.n);
	bool again = m->ntaken && names == m->last;
	if (!m->settled)
		settle(m);
	m->ntaken++;
	m->nfound = 0;
	for (int i = 0; again && i < m->nnamed; i++)
		take(m, m->named[i]);
	if (!again) {
		struct str rest = tags, tag;
		take_named(m, topic, false);
		while ((tag = str_word(&rest)).n)
			take_named(m, tag, true);
		remember(m, names);
	}
	take_mentioned(m, front);
	if (m->nfound > 1)
		qsort(m->found, (size_t)m->nfound, sizeof *m->found, by_number);
	*n = m->nfound;
	return m->found;
}

/* The rules of match_card() one after the other, on a matcher with that one name. */
enum match_how match_how(struct str topic, struct str tags, struct str front, struct str name)
{
	static const struct str none = { 0 };
	struct arena a = { 0 };
	struct matcher *m = match_new(&a);
	int by_topic, by_tags, by_front;
	match_name(m, 0, name);
	match_card(m, topic, none, none, &by_topic);
	match_card(m, none, tags, none, &by_tags);
	match_card(m, none, none, front, &by_front);
	arena_release(&a);
	return by_topic ? MATCH_TOPIC : by_tags ? MATCH_TAG : by_front ? MATCH_QUESTION : MATCH_NOT;
}

/* ---- numbers of days in names */

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_gap(char c)
{
	return c == ' ' || c == '-' || c == '_';
}

/* "day7", "Day 7-8", "week 2" at `at`: its numbers. "2-3D" is no range. */
static bool number_at(struct str s, size_t at, struct str word, int *from, int *to)
{
	struct str rest = str_slice(s, at, s.n), later;
	if (!str_casestarts(rest, word) || (at > 0 && is_letter(s.p[at - 1])))
		return false;
	rest = str_slice(rest, word.n, rest.n);
	if (str_casestarts(rest, STR("s")))
		rest = str_slice(rest, 1, rest.n);
	if (rest.p && rest.n && is_gap(*rest.p))
		rest = str_slice(rest, 1, rest.n);
	if (!str_number(&rest, from))
		return false;
	later = str_slice(rest, 1, rest.n);
	*to = *from;
	if (str_starts(rest, STR("-")) && str_number(&later, to) &&
		(*to <= *from || (later.p && later.n && is_letter(*later.p))))
		*to = *from;
	return true;
}

static bool find_number(struct str s, struct str word, int *from, int *to)
{
	for (size_t i = 0; i < s.n; i++)
		if (number_at(s, i, word, from, to))
			return true;
	return false;
}

bool name_has_day(struct str name, int from, int to, int week, int week_from, int week_to)
{
	int a, b, w, w_to;
	if (!find_number(name, STR("day"), &a, &b))
		return false;
	if (find_number(name, STR("week"), &w, &w_to))
		return w == week && a <= week_to && b >= week_from;
	return from > 0 && a <= to && b >= from;
}
