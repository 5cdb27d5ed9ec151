/* study_reword.c - topics of a table that were reworded in an editor: sure ones go on, of others the user is asked. */
#include <stdlib.h>
#include <string.h>

#include "hone/join.h"
#include "hone/match.h"
#include "hone/text.h"
#include "study_priv.h"

enum {
	DOUBT_PERMILLE = 300, /* of the words in common, as of cards */
	ALIKE_PERMILLE = 700, /* of the letters, where a name keeps its place */
	SAME_HEAD = 3,        /* names_alike() */
};

/* The setting that holds the doubts: a line "CAME GONE PERMILLE DAY NAME" each, ids as study_id() writes them. */
static const char doubts_setting[] = "topic-doubts";

/* A topic of the table, as it was stored or as it is now, with its place among those that stayed in its area. */
struct spot {
	int64_t id;
	uint64_t area;
	struct str name;
	bool stays, taken;
	struct place place;
	int at; /* index into the topics of the text */
};

struct rewording {
	struct study *s;
	struct spot *gone, *came; /* all of them, those that stay included */
	int ngone, ncame;
	struct arena *a;
};

/* ---- places */

/* By the number where there is one: its name may be reworded, too. */
static uint64_t area_key(struct str number, struct str name)
{
	struct buf words = { 0 };
	text_normalize(&words, name);
	struct str key = number.n ? number : buf_str(&words);
	uint64_t hash = hash64(number.n > 0, key.p, key.n);
	buf_release(&words);
	return hash & INT64_MAX;
}

/* Between which of those that stay, in the same area, each of the others stands. */
static void find_places(struct spot *spot, int n)
{
	for (int i = 0; i < n; i++) {
		int before = i - 1, after = i + 1;
		while (before >= 0 && spot[before].area == spot[i].area && !spot[before].stays)
			before--;
		while (after < n && spot[after].area == spot[i].area && !spot[after].stays)
			after++;
		bool first = before < 0 || spot[before].area != spot[i].area;
		bool last = after >= n || spot[after].area != spot[i].area;
		spot[i].place = (struct place){ (int64_t)spot[i].area, first ? 0 : spot[before].id,
			last ? 0 : spot[after].id, i - before - 1, after - i - 1 };
	}
}

static bool same_place(const struct spot *a, const struct spot *b)
{
	return a->place.file == b->place.file && a->place.before == b->place.before &&
	       a->place.after == b->place.after && a->place.rank == b->place.rank;
}

/* ---- how alike names are */

/* Letters that both begin or end with, of those of the longer one, in thousandths: "Hash tabels", "Hash tables". */
static int letters_alike(struct str x, struct str y)
{
	struct buf a = { 0 }, b = { 0 };
	text_normalize(&a, x);
	text_normalize(&b, y);
	size_t shorter = a.n < b.n ? a.n : b.n, longer = a.n < b.n ? b.n : a.n;
	size_t head = 0, tail = 0;
	while (head < shorter && a.p[head] == b.p[head])
		head++;
	while (tail < shorter - head && a.p[a.n - 1 - tail] == b.p[b.n - 1 - tail])
		tail++;
	buf_release(&a);
	buf_release(&b);
	return longer ? (int)((head + tail) * 1000 / longer) : 0;
}

static bool surely_same(const struct spot *gone, const struct spot *came)
{
	return same_place(gone, came) &&
	       (names_alike(name_head(gone->name), name_head(came->name)) == SAME_HEAD ||
		       letters_alike(gone->name, came->name) >= ALIKE_PERMILLE);
}

/* Thousandths; 0: no reason to ask. */
static int maybe_same(const struct spot *gone, const struct spot *came, struct arena *a)
{
	int permille = study_overlap(study_words(gone->name, a), study_words(came->name, a));
	int letters = letters_alike(gone->name, came->name);
	if (gone->area == came->area && permille >= DOUBT_PERMILLE)
		return permille;
	return same_place(gone, came) && letters >= ALIKE_PERMILLE / 2 ? letters : 0;
}

/* ---- those that are sure */

static bool go_on(struct rewording *r, struct spot *gone, struct spot *came, struct topics *t,
	int *matched, struct err *e)
{
	struct event ev = { .kind = EVENT_ALIAS, .subject = came->id, .value = gone->id };
	if (!study_append(r->s, &ev, e))
		return false;
	gone->taken = came->taken = true;
	t->topic[came->at].id = (uint64_t)gone->id;
	++*matched;
	return true;
}

static struct mover mover_of(const struct spot *spot)
{
	struct mover m = { .place = spot->place, .id = spot->id };
	m.front = m.back = spot->name;
	study_mover_hash(&m);
	return m;
}

static struct mover *movers(struct spot *spot, int n, size_t *count, struct arena *a)
{
	struct mover *m = arena_alloc(a, (size_t)n + 1, sizeof *m);
	*count = 0;
	for (int i = 0; i < n; i++)
		if (!spot[i].stays)
			m[(*count)++] = mover_of(&spot[i]);
	return m;
}

static struct spot *spot_of(struct spot *spot, int n, int64_t id)
{
	for (int i = 0; i < n; i++)
		if (spot[i].id == id && !spot[i].stays)
			return &spot[i];
	bug("a topic that is not among those compared");
}

/* As cards are matched, by all their words and their place. */
static bool match_words_of(struct rewording *r, struct topics *t, int *matched, struct err *e)
{
	size_t ngone, ncame;
	struct mover *gone = movers(r->gone, r->ngone, &ngone, r->a);
	struct mover *came = movers(r->came, r->ncame, &ncame, r->a);
	study_match(gone, ngone, came, ncame);
	for (size_t i = 0; i < ncame; i++)
		if (came[i].match && !go_on(r, spot_of(r->gone, r->ngone, came[i].match->id),
					     spot_of(r->came, r->ncame, came[i].id), t, matched, e))
			return false;
	return true;
}

static bool is_open(const struct spot *spot)
{
	return !spot->stays && !spot->taken;
}

static bool match_places(struct rewording *r, struct topics *t, int *matched, struct err *e)
{
	for (int i = 0; i < r->ncame; i++)
		for (int k = 0; k < r->ngone && is_open(&r->came[i]); k++)
			if (is_open(&r->gone[k]) && surely_same(&r->gone[k], &r->came[i]) &&
				!go_on(r, &r->gone[k], &r->came[i], t, matched, e))
				return false;
	return true;
}

/* ---- doubts */

static void put_doubt(const struct rewording *r, struct buf *out, const struct spot *came,
	const struct spot *gone, int permille)
{
	char hex[17];
	buf_addf(out, "%s ", study_id((uint64_t)came->id, hex));
	buf_addf(out, "%s %d %d ", study_id((uint64_t)gone->id, hex), permille, r->s->today);
	for (size_t i = 0; i < gone->name.n; i++)
		buf_addc(out, (unsigned char)gone->name.p[i] < ' ' ? ' ' : gone->name.p[i]);
	buf_addc(out, '\n');
}

/* For each that came the one most alike; each of the two is asked about once. */
static bool note_doubts(struct rewording *r, int *doubts, struct err *e)
{
	struct str known;
	struct buf all = { 0 };
	int before = *doubts;
	if (!store_setting(r->s->store, doubts_setting, (struct str){ 0 }, &known, r->a, e))
		return false;
	buf_add(&all, known);
	for (int i = 0; i < r->ncame; i++) {
		int best = 0, at = -1;
		for (int k = 0; k < r->ngone && is_open(&r->came[i]); k++) {
			int permille = is_open(&r->gone[k])
					       ? maybe_same(&r->gone[k], &r->came[i], r->a)
					       : 0;
			if (permille > best) {
				best = permille;
				at = k;
			}
		}
		if (at < 0)
			continue;
		r->gone[at].taken = r->came[i].taken = true;
		put_doubt(r, &all, &r->came[i], &r->gone[at], best);
		++*doubts;
	}
	bool ok = *doubts == before || store_set(r->s->store, doubts_setting, buf_str(&all), e);
	buf_release(&all);
	return ok;
}

/* ---- what is compared */

static bool has_id(const struct spot *spot, int n, int64_t id)
{
	for (int i = 0; i < n; i++)
		if (spot[i].id == id)
			return true;
	return false;
}

/* Does the log speak of it, or did the user join anything with it? */
static bool is_known(
	struct rewording *r, const struct joins *j, int64_t id, bool *known, struct err *e)
{
	struct event *ev;
	size_t n;
	if (!store_deeds(r->s->store, id, &ev, &n, r->a, e))
		return false;
	*known = n > 0;
	for (int i = 0; i < j->n; i++)
		*known |= join_to(j->join[i].kind) == JOINED_TOPIC && j->join[i].to == id;
	return true;
}

static void gather(
	struct rewording *r, const struct topic_row *row, size_t n, const struct topics *t)
{
	r->gone = arena_alloc(r->a, n + 1, sizeof *r->gone);
	r->came = arena_alloc(r->a, (size_t)t->ntopic + 1, sizeof *r->came);
	r->ngone = (int)n;
	r->ncame = t->ntopic;
	for (int i = 0; i < r->ngone; i++)
		r->gone[i] = (struct spot){ .id = row[i].id,
			.area = area_key(row[i].area_number, row[i].area),
			.name = row[i].name };
	for (int i = 0; i < r->ncame; i++) {
		const struct topic *now = &t->topic[i];
		r->came[i] = (struct spot){ .id = (int64_t)now->id,
			.area = area_key(t->area[now->iarea].number, now->area),
			.name = now->name,
			.at = i };
		r->came[i].stays = has_id(r->gone, r->ngone, r->came[i].id);
	}
	for (int i = 0; i < r->ngone; i++)
		r->gone[i].stays = has_id(r->came, r->ncame, r->gone[i].id);
}

static int count_open(const struct spot *spot, int n)
{
	int open = 0;
	for (int i = 0; i < n; i++)
		open += is_open(&spot[i]);
	return open;
}

/*
 * What the log knows of those that came is theirs; of those that went nothing can go on of which it knows nothing.
 */
static bool leave_out(struct rewording *r, struct err *e)
{
	struct joins j;
	bool known;
	if (!joins_load(r->s, &j, r->a, e))
		return false;
	for (int i = 0; i < r->ncame; i++) {
		if (!is_known(r, &j, r->came[i].id, &known, e))
			return false;
		r->came[i].taken = known;
	}
	for (int i = 0; i < r->ngone; i++) {
		if (!is_known(r, &j, r->gone[i].id, &known, e))
			return false;
		r->gone[i].taken = !known;
	}
	return true;
}

static size_t keep_open(struct spot *spot, size_t n)
{
	size_t left = 0;
	for (size_t i = 0; i < n; i++)
		if (is_open(&spot[i]))
			spot[left++] = spot[i];
	return left;
}

bool study_reworded(struct study *s, const struct topic_row *row, size_t n, struct topics *t,
	struct reworded *out, struct err *e)
{
	struct arena a = { 0 };
	struct rewording r = { .s = s, .a = &a };
	bool ok = true;
	gather(&r, row, n, t);
	if (count_open(r.came, r.ncame) && count_open(r.gone, r.ngone)) {
		find_places(r.gone, r.ngone);
		find_places(r.came, r.ncame);
		ok = leave_out(&r, e);
		r.ngone = (int)keep_open(r.gone, (size_t)r.ngone);
		r.ncame = (int)keep_open(r.came, (size_t)r.ncame);
		ok = ok && match_words_of(&r, t, &out->matched, e) &&
		     match_places(&r, t, &out->matched, e) && note_doubts(&r, &out->doubts, e);
	}
	arena_release(&a);
	return ok;
}

/* ---- what the user is asked */

/* 16 digits, as study_id() writes them. */
static bool read_id(struct str word, int64_t *id)
{
	char digits[17] = { 0 }, *end;
	if (word.n != sizeof digits - 1)
		return false;
	memcpy(digits, word.p, word.n);
	*id = (int64_t)strtoull(digits, &end, 16);
	return *end == '\0';
}

static bool read_doubt(struct str line, struct topic_doubt *d)
{
	struct str came = str_word(&line), gone = str_word(&line), permille = str_word(&line),
		   day = str_word(&line);
	if (!read_id(came, &d->came) || !read_id(gone, &d->gone) ||
		!str_number(&permille, &d->permille) || !str_number(&day, &d->day))
		return false;
	d->was = str_trim(line);
	return true;
}

static bool stands(const struct topic_row *row, size_t n, int64_t id)
{
	for (size_t i = 0; i < n; i++)
		if (row[i].id == id)
			return true;
	return false;
}

bool study_topic_doubts(
	const struct study *s, struct topic_doubt **out, size_t *n, struct arena *a, struct err *e)
{
	struct str known, line;
	struct topic_row *row;
	size_t nrow, cap = 0;
	*out = NULL;
	*n = 0;
	if (!store_setting(s->store, doubts_setting, (struct str){ 0 }, &known, a, e) ||
		(known.n && !catalog_topics(s->store, &row, &nrow, a, e)))
		return false;
	while (str_line(&known, &line)) {
		struct topic_doubt d;
		if (!read_doubt(line, &d) || !stands(row, nrow, d.came) ||
			stands(row, nrow, d.gone))
			continue;
		*out = arena_room(a, *out, *n, &cap, sizeof **out);
		(*out)[(*n)++] = d;
	}
	return true;
}

bool study_topic_differ(struct study *s, int64_t came, struct err *e)
{
	struct arena a = { 0 };
	struct buf left = { 0 };
	struct str known, line;
	struct topic_doubt d;
	bool ok = store_setting(s->store, doubts_setting, (struct str){ 0 }, &known, &a, e);
	while (ok && str_line(&known, &line))
		if (!read_doubt(line, &d) || d.came != came)
			buf_addf(&left, "%.*s\n", STR_ARG(line));
	ok = ok && store_set(s->store, doubts_setting, buf_str(&left), e);
	buf_release(&left);
	arena_release(&a);
	return ok;
}
