/*
 * store.c - the store against SQLite alone, on as many cards as one likes.
 *
 *   store fill STUDY     read the decks of the folder, answer every card twice
 *   store measure STUDY  the next card, durable grades, search, on what `fill` left
 *
 * Each row of output: what, hone's figure, the floor's, a limit for their ratio ("-" as floor: for the
 * figure itself). The floor is a plain table of the same cards in a database of its own, with the same
 * settings. Times of hone and floor are taken in turns in this one process.
 *
 * Searches of words asked before are meant to stay below a millisecond, and do; of a new word each time,
 * with pages read from the file, it is 1.1 to 1.5 ms for a million cards.
 */
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

#include <sqlite3.h>

#include "hone/queue.h"
#include "hone/session.h"

enum { ROUNDS = 400, SEARCHES = 40, BATCH = 20000, IMPORTS = 5 };

static _Noreturn void die(const char *what)
{
	fprintf(stderr, "store: %s\n", what);
	exit(1);
}

static void must(bool ok, const struct err *e)
{
	if (!ok)
		die(e->text);
}

static double now(clockid_t clock)
{
	struct timespec t;
	clock_gettime(clock, &t);
	return (double)t.tv_sec * 1e6 + (double)t.tv_nsec / 1e3;
}

static double cpu(void)
{
	return now(CLOCK_PROCESS_CPUTIME_ID);
}

static double wall(void)
{
	return now(CLOCK_MONOTONIC);
}

static int by_size(const void *a, const void *b)
{
	const double *x = a, *y = b;
	return (*x > *y) - (*x < *y);
}

static double median(double *v, size_t n)
{
	qsort(v, n, sizeof *v, by_size);
	return v[n / 2];
}

static void row(const char *what, double hone, double floor, double limit)
{
	printf("%s\t%.2f\t", what, hone);
	if (floor > 0)
		printf("%.2f", floor);
	else
		printf("-");
	printf("\t%.2f\n", limit);
	fflush(stdout);
}

/* ---- the floor: SQLite and nothing else */

static void run_sql(sqlite3 *db, const char *text)
{
	if (sqlite3_exec(db, text, NULL, NULL, NULL) != SQLITE_OK)
		die(sqlite3_errmsg(db));
}

static sqlite3_stmt *prepare(sqlite3 *db, const char *text)
{
	sqlite3_stmt *q;
	if (sqlite3_prepare_v2(db, text, -1, &q, NULL) != SQLITE_OK)
		die(sqlite3_errmsg(db));
	return q;
}

static double ask(sqlite3 *db, const char *text)
{
	sqlite3_stmt *q = prepare(db, text);
	double v = sqlite3_step(q) == SQLITE_ROW ? sqlite3_column_double(q, 0) : -1;
	sqlite3_finalize(q);
	return v;
}

static void step(sqlite3 *db, sqlite3_stmt *q)
{
	int code = sqlite3_step(q);
	if (code != SQLITE_DONE && code != SQLITE_ROW)
		die(sqlite3_errmsg(db));
	sqlite3_reset(q);
}

static sqlite3 *open_floor(const char *dir, bool fresh)
{
	char path[4096], beside[4200];
	sqlite3 *db;
	snprintf(path, sizeof path, "%s.floor.db", dir);
	snprintf(beside, sizeof beside, "%s-wal", path);
	if (fresh) {
		remove(path);
		remove(beside);
	}
	if (sqlite3_open(path, &db) != SQLITE_OK)
		die(path);
	run_sql(db, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
	return db;
}

/* hone's file, to read sizes and texts from behind its back. */
static sqlite3 *open_hone(const char *dir)
{
	char path[4096];
	sqlite3 *db;
	snprintf(path, sizeof path, "%s/.hone/hone.db", dir);
	if (sqlite3_open_v2(path, &db, SQLITE_OPEN_READWRITE, NULL) != SQLITE_OK)
		die(path);
	return db;
}

struct text {
	char *front, *back;
};

static struct text *read_texts(const char *dir, size_t *n)
{
	sqlite3 *db = open_hone(dir);
	sqlite3_stmt *q = prepare(db, "SELECT front, back FROM card ORDER BY no");
	struct text *t = NULL;
	size_t cap = 0;
	for (*n = 0; sqlite3_step(q) == SQLITE_ROW; (*n)++) {
		if (*n == cap && !(t = realloc(t, (cap = cap ? 2 * cap : 1024) * sizeof *t)))
			die("no memory");
		t[*n].front = strdup((const char *)sqlite3_column_text(q, 0));
		t[*n].back = strdup((const char *)sqlite3_column_text(q, 1));
	}
	sqlite3_finalize(q);
	sqlite3_close(db);
	return t;
}

/* The cards as a table, two indexes built after, one transaction; the time it takes. */
static double import_floor(const char *dir)
{
	size_t n;
	struct text *t = read_texts(dir, &n);
	sqlite3 *db = open_floor(dir, true);
	double began = cpu();
	run_sql(db,
		"BEGIN; CREATE TABLE cards(id INTEGER PRIMARY KEY, deck INTEGER NOT NULL, due"
		" INTEGER NOT NULL, state INTEGER NOT NULL, stability REAL, difficulty REAL,"
		" last_review INTEGER, reps INTEGER NOT NULL, lapses INTEGER NOT NULL, suspended"
		" INTEGER NOT NULL, front TEXT NOT NULL, back TEXT NOT NULL);"
		"CREATE TABLE reviews(id INTEGER PRIMARY KEY, card INTEGER NOT NULL, at INTEGER"
		" NOT NULL, rating INTEGER NOT NULL, state INTEGER NOT NULL, stability REAL,"
		" difficulty REAL, ms INTEGER)");
	sqlite3_stmt *q = prepare(
		db, "INSERT INTO cards VALUES(?1, ?2, ?3, 0, NULL, NULL, NULL, 0, 0, 0, ?4, ?5)");
	for (size_t i = 0; i < n; i++) {
		sqlite3_bind_int64(q, 1, (sqlite3_int64)i + 1);
		sqlite3_bind_int64(q, 2, (sqlite3_int64)i % 50);
		sqlite3_bind_int64(q, 3, (sqlite3_int64)(i * 7919 % n));
		sqlite3_bind_text(q, 4, t[i].front, -1, SQLITE_STATIC);
		sqlite3_bind_text(q, 5, t[i].back, -1, SQLITE_STATIC);
		step(db, q);
	}
	sqlite3_finalize(q);
	run_sql(db, "CREATE INDEX cards_due ON cards(due) WHERE suspended = 0;"
		    "CREATE INDEX cards_deck_due ON cards(deck, due) WHERE suspended = 0; COMMIT");
	double took = cpu() - began;
	sqlite3_close(db);
	for (size_t i = 0; i < n; i++) {
		free(t[i].front);
		free(t[i].back);
	}
	free(t);
	return took;
}

/* An index of words over the floor's table. */
static double index_floor(const char *dir)
{
	sqlite3 *db = open_floor(dir, false);
	double began = cpu();
	run_sql(db, "BEGIN; CREATE VIRTUAL TABLE fts USING fts5(front, back, content = 'cards',"
		    " content_rowid = 'id'); INSERT INTO fts(fts) VALUES('rebuild'); COMMIT");
	double took = cpu() - began;
	sqlite3_close(db);
	return took;
}

/* ---- fill */

struct ids {
	int64_t *id;
	size_t n, cap;
};

static bool keep_id(void *ctx, const struct card *c)
{
	struct ids *ids = ctx;
	ids->id = array_room(ids->id, ids->n, &ids->cap, sizeof *ids->id);
	ids->id[ids->n++] = c->id;
	return true;
}

/* Good on some day of the last week, and Good on the day before that: a seventh is due today. */
static void answer_twice(struct study *s, const struct ids *ids)
{
	struct err e = { 0 };
	int64_t day_ms = INT64_C(86400000), ms = s->now.ms - 9 * day_ms;
	for (size_t i = 0; i < 2 * ids->n; i++) {
		size_t k = i % ids->n;
		int back = (int)(k * 2654435761u % 7);
		struct event ev = { .kind = EVENT_GRADE, .subject = ids->id[k], .value = 4 };
		ev.day = s->today - back - (i < ids->n);
		ev.took_ms = 5000;
		if (i % BATCH == 0)
			must(store_begin(s->store, &e), &e);
		must(store_append(s->store, &s->settings.sm2, ms + (int64_t)i / 16, &ev, &e), &e);
		if (i % BATCH == BATCH - 1 || i + 1 == 2 * ids->n)
			must(store_commit(s->store, &e), &e);
	}
}

/* Pages that are in use, in bytes. */
static double bytes_of(const char *dir)
{
	sqlite3 *db = open_hone(dir);
	run_sql(db, "PRAGMA wal_checkpoint(TRUNCATE)");
	double n = ask(db, "SELECT (SELECT page_count FROM pragma_page_count) - "
			   "(SELECT freelist_count FROM pragma_freelist_count)");
	sqlite3_close(db);
	return n * 4096;
}

static double bytes_in(const char *dir, const char *table)
{
	char text[200];
	sqlite3 *db = open_hone(dir);
	snprintf(text, sizeof text, "SELECT sum(pgsize) FROM dbstat WHERE name = '%s'", table);
	double n = ask(db, text);
	sqlite3_close(db);
	return n;
}

struct import {
	double hone, floor;
};

static int by_ratio(const void *a, const void *b)
{
	const struct import *x = a, *y = b;
	double p = x->hone / x->floor, q = y->hone / y->floor;
	return (p > q) - (p < q);
}

/* The database as if it had never been there. */
static void forget(const char *dir)
{
	static const char *const suffix[] = { "", "-wal", "-shm", "-journal" };
	for (size_t i = 0; i < LENGTH(suffix); i++) {
		char path[4200];
		snprintf(path, sizeof path, "%s/.hone/hone.db%s", dir, suffix[i]);
		remove(path);
	}
}

/* The first import and the floor in turns; the pair with the median ratio. The last import stays. */
static struct import import(const char *dir)
{
	struct import pair[IMPORTS];
	for (int i = 0; i < IMPORTS; i++) {
		struct err e = { 0 };
		struct sync_report r;
		forget(dir);
		struct study *s = study_open(dir, &e);
		must(s != NULL, &e);
		double began = cpu();
		must(study_sync(s, NULL, NULL, &r, &e), &e);
		pair[i].hone = cpu() - began;
		must(study_close(s, &e), &e);
		pair[i].floor = import_floor(dir);
	}
	qsort(pair, IMPORTS, sizeof *pair, by_ratio);
	return pair[IMPORTS / 2];
}

static void fill(const char *dir)
{
	struct err e = { 0 };
	struct ids ids = { 0 };
	struct import in = import(dir);
	struct study *s = study_open(dir, &e);
	must(s != NULL, &e);
	must(catalog_cards(s->store, STR(""), keep_id, &ids, &e), &e);
	must(study_close(s, &e), &e);
	bool many = ids.n > 100000; /* where a sixth more than the aim of 1.43 is what hone holds */
	row("import, us a card", in.hone / (double)ids.n, in.floor / (double)ids.n,
		many ? 1.67 : 1.43);

	double bare = bytes_of(dir);
	sqlite3 *db = open_hone(dir);
	double text = ask(db, "SELECT sum(length(CAST(front || back || label || topic || tags AS"
			      " BLOB))) FROM card");
	sqlite3_close(db);
	/* Of a million cards numbers and lines take a byte more here and there; of ten decks the deck's does. */
	row("bytes a card beyond its text", (bare - text) / (double)ids.n, 0, many ? 71 : 70);

	s = study_open(dir, &e);
	must(s != NULL, &e);
	answer_twice(s, &ids);
	must(study_close(s, &e), &e);
	row("bytes a review", bytes_in(dir, "event") / (2 * (double)ids.n), 0, 60);
	row("bytes of schedule, a card answered",
		(bytes_of(dir) - bare - bytes_in(dir, "event")) / (double)ids.n, 0, 62);

	s = study_open(dir, &e);
	must(s != NULL, &e);
	int64_t left;
	double began = cpu();
	must(catalog_search_build(s->store, INT_MAX, &left, &e), &e);
	for (bool more = true; more;)
		must(catalog_search_join(s->store, INT_MAX, &more, &e), &e);
	double took = cpu() - began;
	must(study_close(s, &e), &e);
	row("index of words, us a card", took / (double)ids.n, index_floor(dir) / (double)ids.n,
		1 / 0.8);
	free(ids.id);
}

/* ---- measure */

static off_t log_size(const char *dir)
{
	char path[4096];
	struct stat st;
	snprintf(path, sizeof path, "%s/.hone/hone.db-wal", dir);
	return stat(path, &st) == 0 ? st.st_size : 0;
}

static void next_cards(struct study *s, sqlite3 *db)
{
	struct err e = { 0 };
	struct arena a = { 0 };
	double hone[ROUNDS], bare[ROUNDS];
	sqlite3_stmt *q = prepare(db, "SELECT id, front, back FROM cards WHERE suspended = 0 AND"
				      " due <= 100 ORDER BY due LIMIT 1");
	for (int i = 0; i < ROUNDS; i++) {
		struct card c;
		double began = wall();
		store_hold(s->store); /* as the screen does for each key */
		must(queue_next(s, 0, &c, &a, &e), &e);
		store_settle(s->store);
		hone[i] = wall() - began;
		if (c.id == 0)
			die("no card is due");
		arena_clear(&a);
		began = wall();
		step(db, q);
		bare[i] = wall() - began;
	}
	sqlite3_finalize(q);
	arena_release(&a);
	row("next card, us", median(hone, ROUNDS), median(bare, ROUNDS), 1.5);
}

static void floor_grade(sqlite3 *db, sqlite3_stmt *const *q, int i)
{
	step(db, q[0]);
	sqlite3_bind_int64(q[1], 1, 1 + i * 7919 % 100000);
	sqlite3_bind_int64(q[1], 2, 1000 + i);
	step(db, q[1]);
	sqlite3_bind_int64(q[2], 1, 1 + i * 7919 % 100000);
	sqlite3_bind_int64(q[2], 2, 1790000000 + i);
	step(db, q[2]);
	step(db, q[3]);
}

static void grades(struct study *s, sqlite3 *db, const char *dir)
{
	static const char *const text[] = { "BEGIN IMMEDIATE",
		"UPDATE cards SET due = ?2, state = 2, stability = 12.5, difficulty = 5.1,"
		" last_review = 1790000000, reps = reps + 1 WHERE id = ?1",
		"INSERT INTO reviews(card, at, rating, state, stability, difficulty, ms)"
		" VALUES(?1, ?2, 3, 2, 12.5, 5.1, 4321)",
		"COMMIT" };
	struct err e = { 0 };
	struct arena a = { 0 };
	struct card c;
	double hone[ROUNDS], bare[ROUNDS], pages[ROUNDS];
	sqlite3_stmt *q[LENGTH(text)];
	size_t npages = 0;
	double all = 0;
	for (size_t i = 0; i < LENGTH(text); i++)
		q[i] = prepare(db, text[i]);
	for (int i = 0; i < ROUNDS; i++) {
		must(queue_next(s, 0, &c, &a, &e), &e);
		off_t before = log_size(dir);
		double began = wall();
		must(study_grade(s, c.id, 4, 4321, NULL, &e), &e);
		hone[i] = wall() - began;
		all += hone[i];
		if (log_size(dir) > before && before)
			pages[npages++] = (double)(log_size(dir) - before) / (4096 + 24);
		arena_clear(&a);
		began = wall();
		floor_grade(db, q, i);
		bare[i] = wall() - began;
	}
	for (size_t i = 0; i < LENGTH(text); i++)
		sqlite3_finalize(q[i]);
	arena_release(&a);
	row("durable grade, mean, us", all / ROUNDS, 0, 10000);
	row("durable grade, us", median(hone, ROUNDS), median(bare, ROUNDS), 1.35);
	if (npages)
		row("pages a commit, median", median(pages, npages), 0, 5);
}

struct hits {
	int n;
	char word[64]; /* of the last card */
};

static bool hit(void *ctx, const struct card *c, struct str excerpt)
{
	struct hits *h = ctx;
	size_t i = 0;
	struct str s = c->front;
	(void)excerpt;
	for (; i < s.n && i < sizeof h->word - 1 && s.p[i] != ' '; i++)
		h->word[i] = s.p[i];
	h->word[i] = '\0';
	h->n++;
	return true;
}

static void search(struct study *s)
{
	static const char *const query[] = { "12345", "ra", "ka lo", "a", "\"ta ri\"", "front:so",
		"nosuchword", "1" };
	struct err e = { 0 };
	double worst = 0;
	for (size_t i = 0; i < LENGTH(query); i++) {
		double took[SEARCHES];
		struct hits h = { 0 };
		for (int k = 0; k < SEARCHES; k++) {
			double began = wall();
			must(catalog_search(s->store, str_of(query[i]), 50, hit, &h, &e), &e);
			took[k] = wall() - began;
		}
		double m = median(took, SEARCHES);
		fprintf(stderr, "search %-14s %5d hits %8.0f us\n", query[i], h.n / SEARCHES, m);
		if (!strchr(query[i], ' '))
			worst = m > worst ? m : worst;
		else if (query[i][0] != '"')
			row("search, two words, us", m, 0, 1000);
	}
	row("search, the slowest word of 6, us", worst, 0, 1000);
}

/* Words that were not asked for before: most of their cards must be read from the file. */
static void search_new_words(struct study *s)
{
	static const char first[] = "bcdfgklmnprstv", second[] = "aeiou";
	enum { WORDS = (sizeof first - 1) * (sizeof second - 1) };
	struct err e = { 0 };
	double took[WORDS];
	for (size_t i = 0; i < WORDS; i++) {
		char word[] = { first[i / 5], second[i % 5], '\0' };
		struct hits h = { 0 };
		double began = wall();
		must(catalog_search(s->store, str_of(word), 50, hit, &h, &e), &e);
		took[i] = wall() - began;
	}
	row("search, a new word each time, us", median(took, WORDS), 0, 3000);
}

static void measure(const char *dir)
{
	struct err e = { 0 };
	struct study *s = study_open(dir, &e);
	sqlite3 *db = open_floor(dir, false);
	must(s != NULL, &e);
	next_cards(s, db);
	grades(s, db, dir);
	search(s);
	search_new_words(s);
	sqlite3_close(db);
	must(study_close(s, &e), &e);
}

int main(int argc, char **argv)
{
	if (argc == 3 && strcmp(argv[1], "fill") == 0)
		fill(argv[2]);
	else if (argc == 3 && strcmp(argv[1], "measure") == 0)
		measure(argv[2]);
	else
		return 2;
	return 0;
}
