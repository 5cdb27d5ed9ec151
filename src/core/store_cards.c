/* store_cards.c - what is stored of cards. */
#include "hone/catalog.h"

#include "store_priv.h"

/* A card with what the log says of it: c, its file f, its memory m (left joined). */
#define CARD_COLUMNS                                                                               \
	"c.id, c.file, f.path, c.line, c.kind, c.ordinal, c.label, c.front, c.back, c.topic,"      \
	" c.tags, m.card IS NOT NULL, " STATE_COLUMNS
#define CARD_TABLES                                                                                \
	" FROM file f CROSS JOIN card c ON c.file = f.id LEFT JOIN memory m ON m.card = c.id"

/* Its strings live until the next step. */
static struct card read_card(struct sql *q)
{
	struct card c = {
		.id = sql_int(q, 0),
		.file = sql_int(q, 1),
		.deck = sql_str(q, 2),
		.line = sql_small(q, 3),
		.kind = (enum card_kind)sql_small(q, 4),
		.ordinal = sql_small(q, 5),
		.label = sql_str(q, 6),
		.front = sql_str(q, 7),
		.back = sql_str(q, 8),
		.topic = sql_str(q, 9),
		.tags = sql_str(q, 10),
		.present = true,
	};
	c.state = sql_int(q, 11) ? store_read_state(q, 12) : fold_card_new();
	return c;
}

static uint64_t hash_str(uint64_t seed, struct str s)
{
	/* The length first: "ab" and "c" are not "a" and "bc". */
	uint64_t length = s.n;
	return hash64(hash64(seed, &length, sizeof length), s.p, s.n);
}

static struct deck_card read_deck_card(struct sql *q)
{
	return (struct deck_card){
		.id = (uint64_t)sql_int(q, 0),
		.line = sql_small(q, 1),
		.kind = (enum card_kind)sql_small(q, 2),
		.ordinal = sql_small(q, 3),
		.label = sql_str(q, 4),
		.front = sql_str(q, 5),
		.back = sql_str(q, 6),
		.topic = sql_str(q, 7),
		.tags = sql_str(q, 8),
	};
}

/* Computed on both sides, not stored: it is compared in one process only, and bytes are saved. */
uint64_t catalog_content(const struct deck_card *c)
{
	int number[3] = { c->kind, c->ordinal, c->line };
	uint64_t h = hash64(0, number, sizeof number);
	h = hash_str(h, c->label);
	h = hash_str(h, c->front);
	h = hash_str(h, c->back);
	h = hash_str(h, c->topic);
	return hash_str(h, c->tags);
}

bool catalog_card_keys(struct store *s, int64_t file, struct card_key **key, size_t *n,
	struct arena *a, struct err *e)
{
	static const char text[] = "SELECT id, line, kind, ordinal, label, front, back, topic, tags"
				   " FROM card WHERE file = ? ORDER BY id";
	struct card_key *list = NULL;
	size_t used = 0, cap = 0;
	struct sql q;
	if (!sql_start(&q, s, STMT_CARD_KEYS, text, e))
		return false;
	sql_bind_int(&q, file);
	enum sql_step step;
	while ((step = sql_next(&q, e)) == SQL_ROW) {
		struct deck_card c = read_deck_card(&q);
		list = arena_room(a, list, used, &cap, sizeof *list);
		list[used++] =
			(struct card_key){ (int64_t)c.id, catalog_content(&c), c.line, false };
	}
	if (step == SQL_FAILED)
		return false;
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

bool catalog_put_card(
	struct store *s, int64_t id, int64_t file, const struct deck_card *c, struct err *e)
{
	static const char text[] =
		"INSERT INTO card(id, file, line, kind, ordinal, fresh, label, front, back, topic,"
		" tags) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
		" ON CONFLICT(id) DO UPDATE SET file = excluded.file, line = excluded.line,"
		" kind = excluded.kind, ordinal = excluded.ordinal, fresh = excluded.fresh,"
		" label = excluded.label, front = excluded.front, back = excluded.back,"
		" topic = excluded.topic, tags = excluded.tags";
	bool fresh, known;
	struct sql q;
	if (!look_up(s, id, &fresh, &known, e) || !sql_start(&q, s, STMT_PUT_CARD, text, e))
		return false;
	sql_bind_int(&q, id);
	sql_bind_int(&q, file);
	sql_bind_int(&q, c->line);
	sql_bind_int(&q, c->kind);
	sql_bind_int(&q, c->ordinal);
	sql_bind_int(&q, fresh);
	sql_bind_str(&q, c->label);
	sql_bind_str(&q, c->front);
	sql_bind_str(&q, c->back);
	sql_bind_str(&q, c->topic);
	sql_bind_str(&q, c->tags);
	return sql_run(&q, e) && (!known || set_present(s, id, true, e));
}

bool catalog_drop_card(struct store *s, int64_t id, struct err *e)
{
	struct sql q;
	if (!sql_start(&q, s, STMT_DROP_CARD, "DELETE FROM card WHERE id = ?", e))
		return false;
	sql_bind_int(&q, id);
	return sql_run(&q, e) && set_present(s, id, false, e);
}

bool catalog_card_elsewhere(
	struct store *s, int64_t id, int64_t file, bool *elsewhere, struct err *e)
{
	static const char text[] = "SELECT file FROM card WHERE id = ?";
	struct sql q;
	int64_t at = file;
	if (!sql_start(&q, s, STMT_CARD_ELSEWHERE, text, e))
		return false;
	sql_bind_int(&q, id);
	if (!sql_one_int(&q, &at, e))
		return false;
	*elsewhere = at != file;
	return true;
}

bool catalog_card(struct store *s, int64_t id, struct card *c, struct arena *a, struct err *e)
{
	static const char text[] =
		"SELECT " CARD_COLUMNS " FROM card c JOIN file f ON f.id = c.file"
		" LEFT JOIN memory m ON m.card = c.id WHERE c.id = ?";
	struct sql q;
	bool any;
	if (!sql_start(&q, s, STMT_CARD, text, e))
		return false;
	sql_bind_int(&q, id);
	if (!sql_one(&q, &any, e))
		return false;
	if (!any)
		return err_set(e, ERR_MISSING, "there is no such card");
	*c = read_card(&q);
	struct str *text_of[] = { &c->deck, &c->label, &c->front, &c->back, &c->topic, &c->tags };
	for (size_t i = 0; i < LENGTH(text_of); i++)
		*text_of[i] = arena_str(a, *text_of[i]);
	sql_end(&q);
	return true;
}

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
		"SELECT " CARD_COLUMNS CARD_TABLES " ORDER BY f.path, c.line, c.ordinal";
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
		"SELECT id FROM card WHERE ?1 AND id BETWEEN ?2 AND ?3"
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
