/*
 * store_verify.c - the whole database checked: SQLite's own checks, and the folds against the log.
 */
#include "store_priv.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* More findings than these tell nobody anything; they are counted. */
enum { FINDINGS_MOST = 100 };

struct check {
	struct verify_report *report;
	struct arena *arena;
	int64_t unlisted;
};

/* How two arrays of a replay, sorted by the id that begins each member, are compared. */
struct table {
	const char *name;
	size_t size;    /* of a member */
	size_t id_size; /* of its id: 8 or 16 */
	bool (*same)(const void *a, const void *b);
};

static void add(struct check *c, struct str sentence)
{
	struct verify_report *r = c->report;
	if (r->nproblem >= FINDINGS_MOST) {
		c->unlisted++;
		return;
	}
	r->problem = arena_room(c->arena, r->problem, r->nproblem, &r->cap, sizeof *r->problem);
	r->problem[r->nproblem++] = sentence;
}

static bool same_card(const void *a, const void *b)
{
	return store_same_state(
		&((const struct replay_card *)a)->state, &((const struct replay_card *)b)->state);
}

static bool same_topic(const void *a, const void *b)
{
	const struct topic_state *x = &((const struct replay_topic *)a)->state;
	const struct topic_state *y = &((const struct replay_topic *)b)->state;
	return x->level == y->level && x->since == y->since;
}

static bool same_alias(const void *a, const void *b)
{
	return ((const struct replay_alias *)a)->card == ((const struct replay_alias *)b)->card;
}

static bool same_id(const void *a, const void *b)
{
	return memcmp(a, b, sizeof(struct event_id)) == 0;
}

static int compare_ids(const struct table *t, const void *a, const void *b)
{
	if (t->id_size == sizeof(struct event_id))
		return memcmp(a, b, t->id_size);
	int64_t x, y;
	memcpy(&x, a, sizeof x);
	memcpy(&y, b, sizeof y);
	return (x > y) - (x < y);
}

static void report(struct check *c, const struct table *t, const void *member, const char *what)
{
	uint8_t bytes[16];
	char id[33];
	if (t->id_size == sizeof(struct event_id)) {
		memcpy(bytes, member, sizeof bytes);
		for (size_t i = 0; i < sizeof bytes; i++)
			snprintf(id + 2 * i, 3, "%02x", bytes[i]);
	} else {
		int64_t number;
		memcpy(&number, member, sizeof number);
		snprintf(id, sizeof id, "%016" PRIx64, (uint64_t)number);
	}
	add(c, arena_printf(c->arena, "%s %s: %s", t->name, id, what));
}

static void compare(struct check *c, const struct table *t, const void *stored, size_t nstored,
	const void *folded, size_t nfolded)
{
	const char *a = stored, *b = folded;
	const char *a_end = a + nstored * t->size, *b_end = b + nfolded * t->size;
	while (a < a_end || b < b_end) {
		int order = a == a_end ? 1 : b == b_end ? -1 : compare_ids(t, a, b);
		if (order < 0)
			report(c, t, a, "stored, but the log does not know it");
		else if (order > 0)
			report(c, t, b, "in the log, but not stored");
		else if (!t->same(a, b))
			report(c, t, a, "what is stored differs from what the log says");
		a += order <= 0 ? t->size : 0;
		b += order >= 0 ? t->size : 0;
	}
}

static bool load_cards(struct replay *p, struct store *s, struct err *e)
{
	static const char text[] = "SELECT m.card, " STATE_COLUMNS " FROM memory m ORDER BY m.card";
	struct sql q;
	size_t cap = 0;
	enum sql_step step;
	if (!sql_start(&q, s, STMT_ONCE, text, e))
		return false;
	while ((step = sql_next(&q, e)) == SQL_ROW) {
		p->card = array_room(p->card, p->ncard, &cap, sizeof *p->card);
		p->card[p->ncard++] =
			(struct replay_card){ sql_int(&q, 0), store_read_state(&q, 1) };
	}
	return step == SQL_DONE;
}

static bool load_topics(struct replay *p, struct store *s, struct err *e)
{
	struct sql q;
	size_t cap = 0;
	enum sql_step step;
	if (!sql_start(&q, s, STMT_ONCE, "SELECT id, level, since FROM topic ORDER BY id", e))
		return false;
	while ((step = sql_next(&q, e)) == SQL_ROW) {
		p->topic = array_room(p->topic, p->ntopic, &cap, sizeof *p->topic);
		p->topic[p->ntopic++] = (struct replay_topic){ sql_int(&q, 0),
			{ (enum level)sql_small(&q, 1), sql_day(&q, 2) } };
	}
	return step == SQL_DONE;
}

static bool load_aliases(struct replay *p, struct store *s, struct err *e)
{
	struct sql q;
	size_t cap = 0;
	enum sql_step step;
	if (!sql_start(&q, s, STMT_ONCE, "SELECT id, card FROM alias ORDER BY id", e))
		return false;
	while ((step = sql_next(&q, e)) == SQL_ROW) {
		p->alias = array_room(p->alias, p->nalias, &cap, sizeof *p->alias);
		p->alias[p->nalias++] = (struct replay_alias){ sql_int(&q, 0), sql_int(&q, 1) };
	}
	return step == SQL_DONE;
}

static bool load_voided(struct replay *p, struct store *s, struct err *e)
{
	struct sql q;
	size_t cap = 0;
	enum sql_step step;
	if (!sql_start(&q, s, STMT_ONCE, "SELECT id FROM voided ORDER BY id", e))
		return false;
	while ((step = sql_next(&q, e)) == SQL_ROW) {
		p->voided = array_room(p->voided, p->nvoided, &cap, sizeof *p->voided);
		p->voided[p->nvoided++] = sql_id(&q, 0);
	}
	return step == SQL_DONE;
}

/* The log knows topics whose file is gone; only those that are stored can be compared. */
static void keep_stored_topics(struct replay *folded, const struct replay *stored)
{
	struct replay_topic *want = xcalloc(stored->ntopic, sizeof *want);
	for (size_t i = 0, j = 0; i < stored->ntopic; i++) {
		int64_t id = stored->topic[i].topic;
		while (j < folded->ntopic && folded->topic[j].topic < id)
			j++;
		bool known = j < folded->ntopic && folded->topic[j].topic == id;
		want[i] = (struct replay_topic){ id,
			known ? folded->topic[j].state : fold_topic_new() };
	}
	free(folded->topic);
	folded->topic = want;
	folded->ntopic = stored->ntopic;
}

static void compare_folds(struct check *c, const struct replay *a, const struct replay *b)
{
	static const struct table cards = { "card", sizeof(struct replay_card), 8, same_card };
	static const struct table topics = { "topic", sizeof(struct replay_topic), 8, same_topic };
	static const struct table aliases = { "continued card", sizeof(struct replay_alias), 8,
		same_alias };
	static const struct table voided = { "taken back event", sizeof(struct event_id), 16,
		same_id };
	compare(c, &cards, a->card, a->ncard, b->card, b->ncard);
	compare(c, &topics, a->topic, a->ntopic, b->topic, b->ntopic);
	compare(c, &aliases, a->alias, a->nalias, b->alias, b->nalias);
	compare(c, &voided, a->voided, a->nvoided, b->voided, b->nvoided);
}

/* What follows from the folds and the cards together. */
static bool check_marks(struct check *c, struct store *s, struct err *e)
{
	static const struct {
		const char *text, *finding;
	} marks[] = {
		{ "SELECT count(*) FROM memory m"
		  " WHERE m.present <> EXISTS (SELECT 1 FROM card c WHERE" CARD_IS(
			  "c.", "m.card") ")",
			"cards whose text is there are marked as gone, or the reverse" },
		{ "SELECT count(*) FROM card c WHERE NOT EXISTS (SELECT 1 FROM place p"
		  " WHERE (p.line, p.shape, p.no) = (c.line, c.shape, c.no)"
		  " AND p.deck = iif(EXISTS (SELECT 1 FROM memory m WHERE m.card = c.id"
		  " AND (m.last IS NOT NULL OR m.hidden = 1)), -c.file, c.file))",
			"cards that were answered are marked as new, or the reverse" },
		{ "SELECT abs((SELECT count(*) FROM place) - (SELECT count(*) FROM card))",
			"places are of no card" },
		{ "SELECT count(*) - count(DISTINCT id) FROM card", "cards are stored twice" },
		{ "SELECT count(*) FROM card WHERE file NOT IN (SELECT id FROM file)",
			"cards belong to a file that is not known" },
	};
	for (size_t i = 0; i < LENGTH(marks); i++) {
		struct sql q;
		int64_t n = 0;
		if (!sql_start(&q, s, STMT_ONCE, marks[i].text, e) || !sql_one_int(&q, &n, e))
			return false;
		if (n)
			add(c, arena_printf(c->arena, "%" PRId64 " %s", n, marks[i].finding));
	}
	return true;
}

static bool check_file(struct check *c, struct store *s, struct err *e)
{
	struct sql q;
	enum sql_step step;
	if (!sql_start(&q, s, STMT_ONCE, "PRAGMA integrity_check", e))
		return false;
	while ((step = sql_next(&q, e)) == SQL_ROW)
		if (!str_eq(sql_str(&q, 0), STR("ok")))
			add(c, arena_printf(c->arena, "the file is damaged: %.*s",
				       STR_ARG(sql_str(&q, 0))));
	if (step == SQL_FAILED || !sql_start(&q, s, STMT_ONCE, "PRAGMA foreign_key_check", e))
		return false;
	while ((step = sql_next(&q, e)) == SQL_ROW)
		add(c, arena_printf(c->arena,
			       "row %" PRId64 " of %.*s belongs to a file that is not known",
			       sql_int(&q, 1), STR_ARG(sql_str(&q, 0))));
	return step == SQL_DONE;
}

static bool check_folds(struct check *c, struct store *s, struct replay *folded, struct err *e)
{
	struct replay stored = { 0 };
	bool done = load_cards(&stored, s, e) && load_topics(&stored, s, e) &&
		    load_aliases(&stored, s, e) && load_voided(&stored, s, e);
	if (done) {
		keep_stored_topics(folded, &stored);
		c->report->events = folded->events;
		c->report->cards = (int64_t)folded->ncard;
		compare_folds(c, &stored, folded);
		done = check_marks(c, s, e);
	}
	replay_release(&stored);
	return done;
}

static bool check_all(
	struct check *c, struct store *s, const struct sm2_options *o, bool rebuild, struct err *e)
{
	struct replay folded = { 0 };
	bool done = check_file(c, s, e) && replay_load(&folded, s, o, e) &&
		    check_folds(c, s, &folded, e);
	if (done && rebuild)
		done = replay_write(s, &folded, e) && store_commit(s, e);
	replay_release(&folded);
	return done;
}

bool store_verify(struct store *s, const struct sm2_options *o, bool rebuild,
	struct verify_report *report, struct arena *a, struct err *e)
{
	struct check c = { .report = report, .arena = a };
	struct err failure = { 0 };
	*report = (struct verify_report){ 0 };
	/*
	 * One transaction, so that nothing another program writes meanwhile looks like a
	 * difference.
	 */
	if (!(rebuild ? store_begin(s, e) : sql_exec(s, "BEGIN", e)))
		return false;
	report->rebuilt = check_all(&c, s, o, rebuild, &failure) && rebuild;
	store_rollback(s);
	if (failure.kind == ERR_DAMAGED)
		add(&c, arena_printf(a, "%s", failure.text));
	else if (failure.kind != ERR_NONE)
		return err_set(e, failure.kind, "%s", failure.text);
	if (c.unlisted)
		report->problem[report->nproblem - 1] =
			arena_printf(a, "and %" PRId64 " more like these", c.unlisted + 1);
	return true;
}
