/*
 * store_words.c - the index of words in cards, a database of its own beside the store.
 *
 * It is a cache: what is not the index of just this store, or is damaged, is made anew. It holds words and
 * numbers of cards, not the texts. `searched` tells whose index it is, up to which number it reaches, the
 * card of that number, how many texts it holds, how many had been dropped from the store by then, and of
 * how many texts the pieces were joined.
 *
 * FTS5 writes a piece for each part that is put in, and joins some of the same size now and then; a word
 * is looked for in each. Thirty pieces made a search of a million cards four times as long as one does.
 * So the first, long build joins little on its way (automerge 16), which makes up for joining all at its
 * end; after that a few pieces more are allowed (automerge 4), until the index has doubled.
 */
#include "hone/catalog.h"

#include "store_priv.h"

/* With more texts, how many pieces the index has is felt. */
enum { WORDS_MANY = 5000 };

static const char schema[] =
	"CREATE TABLE searched("
	" store INTEGER NOT NULL,"
	" upto INTEGER NOT NULL,"
	" card INTEGER NOT NULL,"
	" texts INTEGER NOT NULL,"
	" dropped INTEGER NOT NULL,"
	" joined INTEGER NOT NULL"
	") STRICT;"
	"CREATE VIRTUAL TABLE card_text USING fts5(front, back, topic, tags, deck, content='',"
	" columnsize=0, tokenize='unicode61 remove_diacritics 2');"
	"INSERT INTO card_text(card_text, rank) VALUES('automerge', 16), ('crisismerge', 64)";

struct reach {
	int64_t store, upto, card, texts, dropped, joined;
};

static bool ask(struct store *s, const char *text, int64_t *value, struct err *e)
{
	struct sql q;
	return sql_start(&q, s, STMT_ONCE, text, e) && sql_one_int(&q, value, e);
}

static bool read_reach(struct store *words, struct reach *r, struct err *e)
{
	static const char text[] = "SELECT store, upto, card, texts, dropped, joined FROM searched";
	struct sql q;
	bool row;
	*r = (struct reach){ 0 };
	if (!sql_start(&q, words, STMT_WORDS_REACH, text, e) || !sql_one(&q, &row, e))
		return false;
	if (!row)
		return true;
	*r = (struct reach){ sql_int(&q, 0), sql_int(&q, 1), sql_int(&q, 2), sql_int(&q, 3),
		sql_int(&q, 4), sql_int(&q, 5) };
	sql_end(&q);
	return true;
}

static bool write_reach(struct store *words, const struct reach *r, struct err *e)
{
	static const char text[] = "INSERT INTO searched VALUES(?, ?, ?, ?, ?, ?)";
	struct sql q;
	if (!sql_exec(words, "DELETE FROM searched", e) ||
		!sql_start(&q, words, STMT_ONCE, text, e))
		return false;
	sql_bind_int(&q, r->store);
	sql_bind_int(&q, r->upto);
	sql_bind_int(&q, r->card);
	sql_bind_int(&q, r->texts);
	sql_bind_int(&q, r->dropped);
	sql_bind_int(&q, r->joined);
	return sql_run(&q, e);
}

/* What a store that is not this one would not have: its tag, and that card under that number. */
static bool fits(struct store *s, const struct reach *r, bool *fit, struct err *e)
{
	static const char text[] =
		"SELECT (SELECT texts >= ?1 AND max(last, ifnull((SELECT max(no) FROM card), 0)) "
		">= ?2"
		" FROM dropped) AND ifnull((SELECT id FROM card WHERE no = ?2), ?3) = ?3";
	uint64_t machine;
	struct sql q;
	int64_t same = 0;
	if (!store_machine(s, &machine, e) || !sql_start(&q, s, STMT_ONCE, text, e))
		return false;
	sql_bind_int(&q, r->dropped);
	sql_bind_int(&q, r->upto);
	sql_bind_int(&q, r->card);
	if (!sql_one_int(&q, &same, e))
		return false;
	*fit = same && r->store == (int64_t)machine;
	return true;
}

static bool make_tables(struct store *s, struct store *words, struct err *e)
{
	struct reach r = { 0 };
	uint64_t machine;
	if (!store_machine(s, &machine, e) || !ask(s, "SELECT texts FROM dropped", &r.dropped, e))
		return false;
	r.store = (int64_t)machine;
	return sql_exec(words, schema, e) && write_reach(words, &r, e);
}

/* Another hone may make them at the same time: looked at under the lock. */
static bool prepare(struct store *s, struct store *words, struct err *e)
{
	static const char there[] =
		"SELECT EXISTS (SELECT 1 FROM sqlite_schema WHERE name = 'searched')";
	int64_t made = 0;
	if (!ask(words, there, &made, e) || made)
		return made;
	if (!store_begin(words, e))
		return false;
	bool done = ask(words, there, &made, e) && (made || make_tables(s, words, e)) &&
		    store_commit(words, e);
	if (!done)
		store_rollback(words);
	return done;
}

static bool open_fitting(struct store *s, enum store_mode mode, bool *fit, struct err *e)
{
	struct reach r;
	s->words = store_open_words(s, mode, e);
	bool done = s->words && (mode == STORE_READ || prepare(s, s->words, e)) &&
		    read_reach(s->words, &r, e) && fits(s, &r, fit, e);
	if (!done || !*fit) {
		store_close_words(s);
		*fit = false;
	}
	return done;
}

static bool open_to_write(struct store *s, struct err *e)
{
	struct err why = { 0 };
	bool fit = false;
	bool done = open_fitting(s, STORE_WRITE, &fit, &why);
	if (done && fit)
		return true;
	if (!done && why.kind != ERR_DAMAGED)
		return err_set(e, why.kind, "%s", why.text);
	return store_remove_words(s, e) && open_fitting(s, STORE_WRITE, &fit, e) &&
	       (fit || err_set(e, ERR_LOCKED,
			       "%s is made by another hone at this moment: search again",
			       buf_cstr(&s->path)));
}

static bool count_left(struct store *s, int64_t *left, struct err *e)
{
	/* From the numbers of the cards: counting the rows would read them all. */
	static const char text[] = "SELECT ifnull((SELECT max(no) FROM card), 0)";
	struct reach r;
	struct sql q;
	if (!read_reach(s->words, &r, e) || !sql_start(&q, s, STMT_LAST_NO, text, e) ||
		!sql_one_int(&q, left, e))
		return false;
	*left = *left > r.upto ? *left - r.upto : 0;
	return true;
}

/* What cannot be written and is not complete is indexed in memory, for this time. */
static bool open_to_read(struct store *s, struct err *e)
{
	bool fit = false;
	int64_t left = 1;
	if (open_fitting(s, STORE_READ, &fit, NULL) && fit && count_left(s, &left, NULL) &&
		left == 0)
		return true;
	store_close_words(s);
	return open_fitting(s, STORE_MEMORY, &fit, e);
}

bool store_need_words(struct store *s, struct err *e)
{
	if (s->words)
		return true;
	if (s->mode == STORE_WRITE)
		return open_to_write(s, e);
	bool fit;
	return s->mode == STORE_READ ? open_to_read(s, e) : open_fitting(s, STORE_MEMORY, &fit, e);
}

/* What went stays in the index until that is half of it. */
static bool drop_gone(struct store *s, struct reach *r, struct err *e)
{
	enum { MANY = 1000 };
	int64_t dropped;
	if (!ask(s, "SELECT texts FROM dropped", &dropped, e))
		return false;
	int64_t gone = dropped - r->dropped;
	if (gone <= MANY || gone * 2 <= r->texts)
		return true;
	*r = (struct reach){ .store = r->store, .dropped = dropped };
	return sql_exec(s->words, "INSERT INTO card_text(card_text) VALUES('delete-all')", e);
}

static bool add_words(struct store *words, struct sql *from, struct err *e)
{
	static const char text[] = "INSERT INTO card_text(rowid, front, back, topic, tags, deck)"
				   " VALUES(?, ?, ?, ?, ?, ?)";
	enum { COLUMNS = 5 };
	struct sql q;
	if (!sql_start(&q, words, STMT_ADD_WORDS, text, e))
		return false;
	sql_bind_int(&q, sql_int(from, 0));
	for (int i = 0; i < COLUMNS; i++)
		sql_bind_str(&q, sql_str(from, i + 2));
	return sql_run(&q, e);
}

static bool add_part(struct store *s, int most, struct reach *r, struct err *e)
{
	static const char text[] =
		"SELECT c.no, c.id, c.label || ' ' || c.front, c.back, c.topic, c.tags, f.path"
		" FROM card c CROSS JOIN file f ON f.id = c.file"
		" WHERE c.no > ? ORDER BY c.no LIMIT ?";
	struct sql q;
	enum sql_step step;
	if (!drop_gone(s, r, e) || !sql_start(&q, s, STMT_ONCE, text, e))
		return false;
	sql_bind_int(&q, r->upto);
	sql_bind_int(&q, most);
	while ((step = sql_next(&q, e)) == SQL_ROW) {
		r->upto = sql_int(&q, 0);
		r->card = sql_int(&q, 1);
		r->texts++;
		if (!add_words(s->words, &q, e)) {
			sql_end(&q);
			return false;
		}
	}
	return step == SQL_DONE && write_reach(s->words, r, e);
}

static bool build_part(struct store *s, int most, struct err *e)
{
	struct reach r;
	if (!store_begin(s->words, e))
		return false;
	if (read_reach(s->words, &r, e) && add_part(s, most, &r, e))
		return store_commit(s->words, e);
	store_rollback(s->words);
	return false;
}

bool catalog_search_build(struct store *s, int most, int64_t *left, struct err *e)
{
	*left = 0;
	if (!store_need_words(s, e) || !count_left(s, left, e))
		return false;
	if (*left == 0 || most <= 0)
		return true;
	return build_part(s, most, e) && count_left(s, left, e);
}

/* ---- pieces */

static bool in_pieces(const struct reach *r)
{
	return r->texts > WORDS_MANY && r->texts >= 2 * r->joined;
}

/* A negative number joins all pieces, begun or not; *worked is false when there is one only. */
static bool join_pages(struct store *words, int most, bool *worked, struct err *e)
{
	static const char text[] = "INSERT INTO card_text(card_text, rank) VALUES('merge', ?)";
	struct sql q;
	int before = sqlite3_total_changes(words->db);
	if (!sql_start(&q, words, STMT_ONCE, text, e))
		return false;
	sql_bind_int(&q, -(int64_t)most);
	if (!sql_run(&q, e))
		return false;
	/* The command counts as one. */
	*worked = sqlite3_total_changes(words->db) - before >= 2;
	return true;
}

static bool keep_joined(struct store *words, struct reach *r, struct err *e)
{
	r->joined = r->texts;
	return write_reach(words, r, e) &&
	       sql_exec(words,
		       "INSERT INTO card_text(card_text, rank) VALUES('automerge', 4),"
		       " ('crisismerge', 16)",
		       e);
}

static bool join_part(struct store *words, int most, bool *more, struct err *e)
{
	struct reach r;
	if (!store_begin(words, e))
		return false;
	/* Another hone may have joined them since. */
	bool done = read_reach(words, &r, e) &&
		    (!in_pieces(&r) || (join_pages(words, most, more, e) &&
					       (*more || keep_joined(words, &r, e))));
	if (done)
		return store_commit(words, e);
	store_rollback(words);
	return false;
}

bool catalog_search_join(struct store *s, int most, bool *more, struct err *e)
{
	struct reach r;
	*more = false;
	if (!store_need_words(s, e) || !read_reach(s->words, &r, e))
		return false;
	if (s->words->mode == STORE_READ || !in_pieces(&r))
		return true;
	*more = most <= 0;
	return most <= 0 || join_part(s->words, most, more, e);
}

bool store_many_words(struct store *s, bool *many, struct err *e)
{
	struct reach r;
	if (!read_reach(s->words, &r, e))
		return false;
	*many = r.texts > WORDS_MANY;
	return true;
}
