/* store_cards.c - what is stored of cards. */
#include "hone/catalog.h"

#include <stdlib.h>

#include "store_priv.h"
#include "store_schema.h"

/* A card with what the log says of it: c, the path of its file, its memory m (left joined). */
#define CARD_COLUMNS_AND(path)                                                                     \
	"c.id, c.file, " path ", c.line, c.shape, c.label, c.front, c.back, c.topic, c.tags,"      \
	" m.card IS NOT NULL, " STATE_COLUMNS
#define CARD_COLUMNS CARD_COLUMNS_AND("f.path")

/* A card's kind, ordinal and minutes in one number: see store_schema.c. */
enum { KIND_BITS = 4, FROM_AT = 32, TO_AT = 48, MINUTES_MOST = INT16_MAX };
enum { ORDINAL_MOST = (1 << (FROM_AT - KIND_BITS)) - 1 };

static int within(int value, int most)
{
	return value < 0 ? 0 : value > most ? most : value;
}

static int64_t shape_of(const struct deck_card *c)
{
	return (int64_t)c->kind | (int64_t)within(c->ordinal, ORDINAL_MOST) << KIND_BITS |
	       (int64_t)within(c->minutes_from, MINUTES_MOST) << FROM_AT |
	       (int64_t)within(c->minutes_to, MINUTES_MOST) << TO_AT;
}

static enum card_kind shape_kind(int64_t shape)
{
	return (enum card_kind)(shape & ((1 << KIND_BITS) - 1));
}

static int shape_ordinal(int64_t shape)
{
	return (int)(shape >> KIND_BITS & ORDINAL_MOST);
}

static int shape_minutes(int64_t shape, int at)
{
	return (int)(shape >> at & MINUTES_MOST);
}

/* Its strings live until the next step. */
static struct card read_card(struct sql *q)
{
	int64_t shape = sql_int(q, 4);
	struct card c = {
		.id = sql_int(q, 0),
		.file = sql_int(q, 1),
		.deck = sql_str(q, 2),
		.line = sql_small(q, 3),
		.kind = shape_kind(shape),
		.ordinal = shape_ordinal(shape),
		.label = sql_str(q, 5),
		.front = sql_str(q, 6),
		.back = sql_str(q, 7),
		.topic = sql_str(q, 8),
		.tags = sql_str(q, 9),
		.minutes_from = shape_minutes(shape, FROM_AT),
		.minutes_to = shape_minutes(shape, TO_AT),
		.present = true,
	};
	c.state = sql_int(q, 10) ? store_read_state(q, 11) : fold_card_new();
	return c;
}

static uint64_t hash_str(uint64_t seed, struct str s)
{
	/* The length first: "ab" and "c" are not "a" and "bc". */
	uint64_t length = s.n;
	return hash64(hash64(seed, &length, sizeof length), s.p, s.n);
}

/* Columns line, shape, label, front, back, topic, tags from `column` on. */
static struct deck_card read_deck_card(struct sql *q, int column)
{
	int64_t shape = sql_int(q, column + 1);
	return (struct deck_card){
		.line = sql_small(q, column),
		.kind = shape_kind(shape),
		.ordinal = shape_ordinal(shape),
		.minutes_from = shape_minutes(shape, FROM_AT),
		.minutes_to = shape_minutes(shape, TO_AT),
		.label = sql_str(q, column + 2),
		.front = sql_str(q, column + 3),
		.back = sql_str(q, column + 4),
		.topic = sql_str(q, column + 5),
		.tags = sql_str(q, column + 6),
	};
}

/* Of what is found by words. */
static uint64_t text_hash(uint64_t seed, const struct deck_card *c)
{
	uint64_t h = hash_str(seed, c->label);
	h = hash_str(h, c->front);
	h = hash_str(h, c->back);
	h = hash_str(h, c->topic);
	return hash_str(h, c->tags);
}

/* Computed on both sides, not stored: it is compared in one process only, and bytes are saved. */
uint64_t catalog_content(const struct deck_card *c)
{
	int64_t number[2] = { shape_of(c), c->line };
	return text_hash(hash64(0, number, sizeof number), c);
}

static int key_cmp(const void *a, const void *b)
{
	const struct card_key *x = a, *y = b;
	return (x->id > y->id) - (x->id < y->id);
}

bool catalog_card_keys(struct store *s, int64_t file, struct card_key **key, size_t *n,
	struct arena *a, struct err *e)
{
	static const char text[] =
		"SELECT c.id, c.line, c.shape, c.label, c.front, c.back, c.topic, c.tags"
		" FROM place p CROSS JOIN card c ON c.no = p.no"
		" WHERE p.deck IN (?1, -?1)";
	struct card_key *list = NULL;
	size_t used = 0, cap = 0;
	struct sql q;
	if (!sql_start(&q, s, STMT_CARD_KEYS, text, e))
		return false;
	sql_bind_int(&q, file);
	enum sql_step step;
	while ((step = sql_next(&q, e)) == SQL_ROW) {
		struct deck_card c = read_deck_card(&q, 1);
		list = arena_room(a, list, used, &cap, sizeof *list);
		list[used++] =
			(struct card_key){ sql_int(&q, 0), catalog_content(&c), c.line, false };
	}
	if (step == SQL_FAILED)
		return false;
	/* Here and not by SQLite, which would carry the texts along. */
	if (used)
		qsort(list, used, sizeof *list, key_cmp);
	*key = list;
	*n = used;
	return true;
}

/* *fresh: new to the queue. *known: it has a row in memory, which now learns that it is present. */
static bool look_up(struct store *s, int64_t id, bool *fresh, bool *known, struct err *e)
{
	static const char text[] = "SELECT " STATE_COLUMNS " FROM memory m WHERE m.card = ?";
	struct sql q;
	struct card_state state = fold_card_new();
	if (!sql_start(&q, s, STMT_CARD_KNOWN, text, e))
		return false;
	sql_bind_int(&q, id);
	if (!sql_one(&q, known, e))
		return false;
	if (*known)
		state = store_read_state(&q, 0);
	sql_end(&q);
	*fresh = store_is_fresh(&state);
	return true;
}

static bool set_present(struct store *s, int64_t id, bool present, struct err *e)
{
	static const char text[] =
		"UPDATE memory SET present = ?1 WHERE card = ?2 AND present <> ?1";
	struct sql q;
	if (!sql_start(&q, s, STMT_PRESENT, text, e))
		return false;
	sql_bind_int(&q, present);
	sql_bind_int(&q, id);
	return sql_run(&q, e);
}

/* Where a card stands now; no is 0 when it is not stored. */
struct standing {
	int64_t no, file, line, shape;
	uint64_t text; /* text_hash() */
};

static bool find_standing(struct store *s, int64_t id, struct standing *at, struct err *e)
{
	static const char text[] = "SELECT no, file, line, shape, label, front, back, topic, tags "
				   "FROM card WHERE" CARD_IS("", "?1");
	struct sql q;
	bool row;
	*at = (struct standing){ 0 };
	if (!sql_start(&q, s, STMT_CARD_PLACE, text, e))
		return false;
	sql_bind_int(&q, id);
	if (!sql_one(&q, &row, e))
		return false;
	if (!row)
		return true;
	struct deck_card c = read_deck_card(&q, 2);
	*at = (struct standing){ sql_int(&q, 0), sql_int(&q, 1), c.line, shape_of(&c),
		text_hash(0, &c) };
	sql_end(&q);
	return true;
}

static bool drop_place(struct store *s, const struct standing *at, struct err *e)
{
	static const char text[] = "DELETE FROM place WHERE deck IN (?1, -?1)"
				   " AND line = ? AND shape = ? AND no = ?";
	struct sql q;
	if (at->no == 0)
		return true;
	if (!sql_start(&q, s, STMT_DROP_PLACE, text, e))
		return false;
	sql_bind_int(&q, at->file);
	sql_bind_int(&q, at->line);
	sql_bind_int(&q, at->shape);
	sql_bind_int(&q, at->no);
	return sql_run(&q, e);
}

static bool put_place(struct store *s, bool fresh, const struct standing *at, struct err *e)
{
	static const char text[] = "INSERT INTO place(deck, line, shape, no) VALUES(?, ?, ?, ?)";
	struct sql q;
	if (!sql_start(&q, s, STMT_PUT_PLACE, text, e))
		return false;
	sql_bind_int(&q, fresh ? at->file : -at->file);
	sql_bind_int(&q, at->line);
	sql_bind_int(&q, at->shape);
	sql_bind_int(&q, at->no);
	return sql_run(&q, e);
}

/* The text of that number stands nowhere any more. */
static bool text_gone(struct store *s, int64_t no, struct err *e)
{
	static const char text[] = "UPDATE dropped SET texts = texts + 1, last = max(last, ?)";
	struct sql q;
	if (!sql_start(&q, s, STMT_TEXT_GONE, text, e))
		return false;
	sql_bind_int(&q, no);
	return sql_run(&q, e);
}

/* The number of the next text; after the first of a transaction they are counted here. */
static bool next_number(struct store *s, int64_t *no, struct err *e)
{
	static const char text[] =
		"SELECT max(last, ifnull((SELECT max(no) FROM card), 0)) + 1 FROM dropped";
	struct sql q;
	if (s->next_no == 0 &&
		(!sql_start(&q, s, STMT_NEXT_NO, text, e) || !sql_one_int(&q, &s->next_no, e)))
		return false;
	*no = s->next_no++;
	return true;
}

#define INTO_CARD "INTO card(no, id, file, line, shape, front, back, label, topic, tags) VALUES"

/*
 * at->no 0: it gets a number that the index of words does not know. With `add` that is no row yet; else a row
 * that is there goes, for which SQLite keeps a journal of each statement.
 */
static bool put_row(struct store *s, int64_t id, struct standing *at, const struct deck_card *c,
	bool add, struct err *e)
{
	static const char put[] = "INSERT OR REPLACE " INTO_CARD "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
			  new[] = "INSERT " INTO_CARD "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
			  bare[] = "INSERT " INTO_CARD "(?, ?, ?, ?, ?, ?, ?, '', '', '')";
	bool is_bare = add && c->label.n + c->topic.n + c->tags.n == 0;
	enum stmt stmt = is_bare ? STMT_ADD_BARE_CARD : add ? STMT_ADD_CARD : STMT_PUT_CARD;
	struct sql q;
	if ((at->no == 0 && !next_number(s, &at->no, e)) || !sql_start(&q, s, stmt,
								    is_bare ? bare
								    : add   ? new
									    : put,
								    e))
		return false;
	sql_bind_int(&q, at->no);
	sql_bind_int(&q, id);
	sql_bind_int(&q, at->file);
	sql_bind_int(&q, at->line);
	sql_bind_int(&q, at->shape);
	sql_bind_str(&q, c->front);
	sql_bind_str(&q, c->back);
	if (!is_bare) {
		sql_bind_str(&q, c->label);
		sql_bind_str(&q, c->topic);
		sql_bind_str(&q, c->tags);
	}
	return sql_run(&q, e);
}

/* Its row and its place, after what stood there was dropped. */
static bool put_at(struct store *s, int64_t id, struct standing *at, const struct deck_card *c,
	bool add, bool logged, struct err *e)
{
	bool fresh = true, known = false;
	if ((logged && !look_up(s, id, &fresh, &known, e)) || !put_row(s, id, at, c, add, e))
		return false;
	return put_place(s, fresh, at, e) && (!known || set_present(s, id, true, e));
}

static bool drop_row(struct store *s, int64_t no, struct err *e)
{
	struct sql q;
	if (!sql_start(&q, s, STMT_DROP_CARD, "DELETE FROM card WHERE no = ?", e))
		return false;
	sql_bind_int(&q, no);
	return sql_run(&q, e);
}

bool catalog_put_card(
	struct store *s, int64_t id, int64_t file, const struct deck_card *c, struct err *e)
{
	struct standing old;
	if (!find_standing(s, id, &old, e) || !drop_place(s, &old, e))
		return false;
	struct standing at = { .file = file, .line = c->line, .shape = shape_of(c) };
	at.no = old.file == file && old.text == text_hash(0, c) ? old.no : 0;
	if (old.no != at.no && (!text_gone(s, old.no, e) || !drop_row(s, old.no, e)))
		return false;
	return put_at(s, id, &at, c, false, true, e);
}

bool catalog_add_card(struct store *s, int64_t id, int64_t file, const struct deck_card *c,
	bool logged, struct err *e)
{
	struct standing at = { .file = file, .line = c->line, .shape = shape_of(c) };
	if (s->filling)
		return put_row(s, id, &at, c, true, e);
	return put_at(s, id, &at, c, true, logged, e);
}

bool catalog_begin_fill(struct store *s, struct err *e)
{
	s->filling = sql_exec(s, "DROP INDEX card_id", e);
	return s->filling;
}

/* Sorted and written once, where each card would be put between the others. */
bool catalog_end_fill(struct store *s, struct err *e)
{
	s->filling = false;
	return sql_exec(s,
		CARD_INDEX ";INSERT INTO place SELECT file, line, shape, no FROM card ORDER BY no",
		e);
}

bool catalog_drop_card(struct store *s, int64_t id, struct err *e)
{
	struct standing at;
	if (!find_standing(s, id, &at, e) || !drop_place(s, &at, e) ||
		(at.no && (!text_gone(s, at.no, e) || !drop_row(s, at.no, e))))
		return false;
	return set_present(s, id, false, e);
}

bool catalog_card_file(struct store *s, int64_t id, int64_t *file, struct err *e)
{
	struct sql q;
	*file = 0;
	if (!sql_start(&q, s, STMT_CARD_FILE, "SELECT file FROM card WHERE" CARD_IS("", "?1"), e))
		return false;
	sql_bind_int(&q, id);
	return sql_one_int(&q, file, e);
}

/* The card of the first row, with texts of its own. */
static bool take_card(struct sql *q, struct card *c, bool *any, struct arena *a, struct err *e)
{
	if (!sql_one(q, any, e))
		return false;
	if (!*any)
		return true;
	*c = read_card(q);
	struct str *text_of[] = { &c->deck, &c->label, &c->front, &c->back, &c->topic, &c->tags };
	for (size_t i = 0; i < LENGTH(text_of); i++)
		*text_of[i] = arena_str(a, *text_of[i]);
	sql_end(q);
	return true;
}

#define ONE_CARD                                                                                   \
	"SELECT " CARD_COLUMNS " FROM card c JOIN file f ON f.id = c.file"                         \
	" LEFT JOIN memory m ON m.card = c.id WHERE "

static bool one_card(struct store *s, enum stmt stmt, const char *text, int64_t key, struct card *c,
	struct arena *a, struct err *e)
{
	struct sql q;
	bool any;
	if (!sql_start(&q, s, stmt, text, e))
		return false;
	sql_bind_int(&q, key);
	if (!take_card(&q, c, &any, a, e))
		return false;
	return any || err_set(e, ERR_MISSING, "there is no such card");
}

bool catalog_card(struct store *s, int64_t id, struct card *c, struct arena *a, struct err *e)
{
	return one_card(s, STMT_CARD, ONE_CARD CARD_IS("c.", "?1"), id, c, a, e);
}

bool store_card_at(struct store *s, int64_t no, struct card *c, struct arena *a, struct err *e)
{
	return one_card(s, STMT_CARD_AT, ONE_CARD "c.no = ?", no, c, a, e);
}

/* One card after another mostly is of the same file: its path is kept. */
static bool path_of(struct store *s, int64_t file, struct str *path, struct arena *a, struct err *e)
{
	struct sql q;
	if (s->deck_of != file) {
		if (!sql_start(&q, s, STMT_FILE_PATH, "SELECT path FROM file WHERE id = ?", e))
			return false;
		sql_bind_int(&q, file);
		bool any;
		if (!sql_one(&q, &any, e))
			return false;
		buf_clear(&s->deck);
		if (any) {
			buf_add(&s->deck, sql_str(&q, 0));
			sql_end(&q);
		}
		s->deck_of = file;
	}
	*path = arena_str(a, buf_str(&s->deck));
	return true;
}

bool catalog_next_card(
	struct store *s, int today, int64_t except, struct card *c, struct arena *a, struct err *e)
{
	static const char text[] = "SELECT " CARD_COLUMNS_AND(
		"''") " FROM memory m CROSS JOIN card c ON" CARD_IS("c.",
		"m.card") " WHERE" IN_QUEUE " AND due <= ?1" NOT_BURIED " AND m.card <> ?2"
			  " AND NOT EXISTS (SELECT 1 FROM place p WHERE p.deck = -c.file"
			  " AND p.line = c.line AND p.no <> c.no AND EXISTS (SELECT 1 FROM card b"
			  " CROSS JOIN memory n ON n.card = b.id WHERE b.no = p.no AND n.last = "
			  "?1))"
			  " ORDER BY m.due, m.card LIMIT 1";
	struct sql q;
	bool any;
	if (!sql_start(&q, s, STMT_NEXT_CARD, text, e))
		return false;
	sql_bind_int(&q, today);
	sql_bind_int(&q, except);
	if (!take_card(&q, c, &any, a, e))
		return false;
	if (any)
		return path_of(s, c->file, &c->deck, a, e);
	*c = (struct card){ 0 };
	return true;
}

/* Each of the two comes in order, so that they are only merged: nothing is sorted. */
#define CARDS_OF(deck)                                                                             \
	"SELECT " CARD_COLUMNS " FROM file f CROSS JOIN place p ON p.deck = " deck                 \
	" CROSS JOIN card c ON c.no = p.no LEFT JOIN memory m ON m.card = c.id"

static bool holds(const struct card *c, struct str word)
{
	const struct str text[] = { c->front, c->label, c->topic, c->tags, c->deck };
	for (size_t i = 0; i < LENGTH(text); i++)
		if (str_casefind(text[i], word, 0) >= 0)
			return true;
	return false;
}

static bool holds_all(const struct card *c, struct str words)
{
	for (words = str_trim(words); words.n; words = str_trim(words)) {
		ptrdiff_t space = str_find(words, STR(" "), 0);
		size_t end = space < 0 ? words.n : (size_t)space;
		if (!holds(c, str_slice(words, 0, end)))
			return false;
		words = str_slice(words, end, words.n);
	}
	return true;
}

bool catalog_cards(struct store *s, struct str words, bool (*each)(void *ctx, const struct card *c),
	void *ctx, struct err *e)
{
	static const char text[] =
		CARDS_OF("-f.id") " UNION ALL " CARDS_OF("f.id") " ORDER BY 3, 4, 5";
	struct sql q;
	if (!sql_start(&q, s, STMT_ONCE, text, e))
		return false;
	enum sql_step step;
	while ((step = sql_next(&q, e)) == SQL_ROW) {
		struct card c = read_card(&q);
		if (holds_all(&c, words) && !each(ctx, &c))
			break;
	}
	sql_end(&q);
	return step != SQL_FAILED;
}

/*
 * The least and the greatest id that begin with these digits, as the signed numbers that are
 * stored.
 */
static bool id_range(struct str prefix, int64_t *least, int64_t *most)
{
	uint64_t v = 0;
	if (prefix.n == 0 || prefix.n > 16)
		return false;
	for (size_t i = 0; i < prefix.n; i++) {
		ptrdiff_t digit =
			str_casefind(STR("0123456789abcdef"), str_slice(prefix, i, i + 1), 0);
		if (digit < 0)
			return false;
		v = v << 4 | (uint64_t)digit;
	}
	unsigned rest = 64 - 4 * (unsigned)prefix.n;
	uint64_t low = rest ? v << rest : v, fill = rest ? UINT64_MAX >> (64 - rest) : 0;
	*least = (int64_t)low;
	*most = (int64_t)(low | fill);
	return true;
}

bool catalog_card_like(
	struct store *s, struct str prefix, int64_t *id, int max, int *n, struct err *e)
{
	static const char text[] =
		"SELECT id FROM card WHERE ?1 AND id >> 40 BETWEEN ?2 >> 40 AND ?3 >> 40"
		" AND id BETWEEN ?2 AND ?3"
		" UNION SELECT id FROM card WHERE label = ?4 COLLATE NOCASE AND label <> ''"
		" ORDER BY id LIMIT ?5";
	int64_t least = 0, most = 0;
	bool digits = id_range(prefix, &least, &most);
	int used = 0;
	struct sql q;
	if (!sql_start(&q, s, STMT_ONCE, text, e))
		return false;
	sql_bind_int(&q, digits);
	sql_bind_int(&q, least);
	sql_bind_int(&q, most);
	sql_bind_str(&q, prefix);
	sql_bind_int(&q, max);
	enum sql_step step;
	while ((step = sql_next(&q, e)) == SQL_ROW)
		id[used++] = sql_int(&q, 0);
	if (step == SQL_FAILED)
		return false;
	*n = used;
	return true;
}
