/* store_replay_test.c - what is stored is what a replay gives: random histories, merges, verify. */
#include "hone/store.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store_help.h"
#include "test.h"

enum { NCARD = 10, NTOPIC = 3, FIRST_TOPIC = 900 };

static void assert_same(struct buf a, struct buf b)
{
	assert_true(a.n > 0);
	assert_string_equal(buf_cstr(&a), buf_cstr(&b));
	buf_release(&a);
	buf_release(&b);
}

struct play {
	struct random random;
	int64_t ms;
	struct event_id made[4000]; /* by this machine */
	int nmade;
};

static struct event random_event(struct play *p)
{
	static const enum event_kind kinds[] = { EVENT_GRADE, EVENT_GRADE, EVENT_GRADE, EVENT_GRADE,
		EVENT_GRADE, EVENT_GRADE, EVENT_STATE, EVENT_LEVEL, EVENT_SCORE, EVENT_TICK,
		EVENT_HIDE, EVENT_BURY, EVENT_FLAG, EVENT_ALIAS, EVENT_VOID, EVENT_NOTE, EVENT_MOVE,
		EVENT_COUNT, EVENT_DECIDE, EVENT_ROUND, EVENT_JOIN, (enum event_kind)42 };
	struct random *r = &p->random;
	struct event ev = {
		.kind = kinds[below(r, LENGTH(kinds))],
		.day = BASE_DAY + (int)((p->ms - BASE_MS) / 86400000),
		.subject = below(r, NCARD) - NCARD / 2,
		.value = below(r, 6),
	};
	if (ev.kind == EVENT_ALIAS) {
		ev.value = below(r, NCARD) - NCARD / 2;
	} else if (ev.kind == EVENT_LEVEL) {
		ev.subject = FIRST_TOPIC + below(r, NTOPIC);
		ev.value = below(r, 4);
	} else if (ev.kind == EVENT_SCORE) {
		ev.value = below(r, 110);
		ev.text = below(r, 2) ? STR(SCORE_GRADES) : STR("");
	} else if (ev.kind == EVENT_BURY) {
		ev.value = ev.day - below(r, 2);
	} else if (ev.kind == EVENT_HIDE || ev.kind == EVENT_FLAG) {
		ev.value = below(r, 2);
	} else if (ev.kind == EVENT_STATE) {
		ev.text = below(r, 3) ? STR("3 210 20 20020 20000") : STR("3 110 20 20020 20000");
	} else if (ev.kind == EVENT_VOID && p->nmade) {
		ev.ref = p->made[below(r, 3) ? p->nmade - 1 : below(r, p->nmade)];
	}
	return ev;
}

/* Minutes, sometimes days, sometimes back. */
static void pass_time(struct play *p)
{
	switch (below(&p->random, 8)) {
	case 0: p->ms += 86400000 * (int64_t)below(&p->random, 20); break;
	case 1: p->ms -= 86400000 * (int64_t)below(&p->random, 5); break;
	case 2: break;
	default: p->ms += 60000 * (int64_t)below(&p->random, 300);
	}
}

static void play(struct store *s, struct play *p, int steps)
{
	struct sm2_options o = sm2_defaults();
	for (int i = 0; i < steps; i++) {
		struct event_id id = { 0 };
		pass_time(p);
		int what = below(&p->random, 12);
		if (what < 2)
			id = to_undo(s, what == 1);
		struct event ev = random_event(p);
		if (!event_id_none(id))
			ev = (struct event){ .kind = EVENT_VOID, .day = ev.day, .ref = id };
		if (what == 2) {
			assert_true(store_begin(s, NULL));
			(void)!store_append(s, &o, p->ms, &ev, NULL);
			store_rollback(s);
			continue;
		}
		id = append_at(s, p->ms, ev);
		if (!event_id_none(id))
			p->made[p->nmade++] = id;
	}
}

struct log {
	struct event *event;
	size_t n, cap;
};

static bool keep_event(void *ctx, const struct event *ev, bool voided)
{
	struct log *log = ctx;
	(void)voided;
	log->event = array_room(log->event, log->n, &log->cap, sizeof *log->event);
	log->event[log->n++] = *ev;
	/* The event's text is gone after this call: the literal of random_event() that it equals is not. */
	static const struct str literal[] = { STR_INIT("3 110 20 20020 20000"),
		STR_INIT("3 210 20 20020 20000"), STR_INIT(SCORE_GRADES), STR_INIT("") };
	for (size_t i = 0; i < LENGTH(literal); i++)
		if (str_eq(ev->text, literal[i]))
			log->event[log->n - 1].text = literal[i];
	return true;
}

/* Plainly, without any table: aliases first, then card by card all events in order. */
static struct card_state replay_card(const struct log *log, const bool *voided, int64_t card)
{
	struct sm2_options o = sm2_defaults();
	int64_t to[NCARD];
	for (int i = 0; i < NCARD; i++)
		to[i] = i - NCARD / 2;
	for (size_t i = 0; i < log->n; i++) {
		const struct event *ev = &log->event[i];
		if (ev->kind != EVENT_ALIAS || voided[i])
			continue;
		int64_t end = ev->value;
		while (end != ev->subject && to[end + NCARD / 2] != end)
			end = to[end + NCARD / 2];
		if (end != ev->subject)
			to[ev->subject + NCARD / 2] = ev->value;
	}
	struct card_state state = fold_card_new();
	for (size_t i = 0; i < log->n; i++) {
		int64_t end = log->event[i].subject;
		if (voided[i] || end < -NCARD / 2 || end >= NCARD / 2)
			continue;
		while (to[end + NCARD / 2] != end)
			end = to[end + NCARD / 2];
		int64_t canonical = card;
		while (to[canonical + NCARD / 2] != canonical)
			canonical = to[canonical + NCARD / 2];
		if (end == canonical)
			state = fold_card(&o, state, &log->event[i]);
	}
	return state;
}

static void assert_replays(struct store *s)
{
	struct log log = { 0 };
	assert_true(store_events(s, (struct event_id){ 0 }, keep_event, &log, NULL));
	bool *voided = xcalloc(log.n, sizeof *voided);
	fold_voids(log.event, log.n, voided);
	for (int64_t card = -NCARD / 2; card < NCARD / 2; card++) {
		struct card_state want = replay_card(&log, voided, card), got;
		assert_true(store_card_state(s, card, &got, NULL));
		assert_memory_equal(&got.memory, &want.memory, sizeof want.memory);
		assert_int_equal(got.first, want.first);
		assert_int_equal(event_id_cmp(got.drill_at, want.drill_at), 0);
		assert_int_equal(got.hidden, want.hidden);
		assert_int_equal(got.seen, want.seen);
	}
	free(voided);
	free(log.event);
}

TEST(store_holds_what_a_replay_of_random_events_gives)
{
	for (int run = 0; run < 12; run++) {
		struct store *s = open_store(NULL, STORE_MEMORY);
		struct play p = { .random = { 77 + (uint64_t)run }, .ms = BASE_MS };
		for (int i = 0; i < 20; i++) {
			play(s, &p, 25);
			assert_sound(s);
			assert_replays(s);
		}
		close_store(s);
	}
}

static void merge(const char *into, const char *from)
{
	struct sm2_options o = sm2_defaults();
	struct store *s = open_store(into, STORE_WRITE);
	struct err e = { 0 };
	int64_t added;
	if (!store_merge(s, &o, from, &added, &e))
		fail_msg("%s", e.text);
	assert_sound(s);
	close_store(s);
}

static void copy(const char *from, const char *to)
{
	struct buf bytes = test_read(from);
	write_file(to, bytes.p, bytes.n);
	buf_release(&bytes);
}

TEST(store_merge_is_a_union_in_any_order)
{
	char p[3][200], x[200], y[200];
	const char *dir = test_tmpdir();
	for (int i = 0; i < 3; i++) {
		char name[8] = { (char)('a' + i), '.', 'd', 'b', 0 };
		struct store *s = open_store(in_dir(dir, name, p[i]), STORE_WRITE);
		struct play *game = xcalloc(1, sizeof *game);
		*game = (struct play){ .random = { 5 + (uint64_t)i }, .ms = BASE_MS + i };
		play(s, game, 90);
		close_store(s);
		free(game);
	}
	in_dir(dir, "x.db", x);
	in_dir(dir, "y.db", y);

	/* a + b is b + a. */
	copy(p[0], x), merge(x, p[1]);
	copy(p[1], y), merge(y, p[0]);
	assert_same(dump(x), dump(y));
	/* (a + b) + c is a + (b + c): here b + a of y has c added, and c has b and then a added. */
	merge(y, p[2]);
	copy(p[2], x), merge(x, p[1]), merge(x, p[0]);
	assert_same(dump(x), dump(y));
	/* And once is enough. */
	struct buf once = dump(x);
	merge(x, y);
	merge(x, p[0]);
	assert_same(once, dump(x));
}

TEST(store_goes_on_after_merges_with_a_machine_whose_clock_is_ahead)
{
	char a_path[200], b_path[200];
	const char *dir = test_tmpdir();
	struct sm2_options o = sm2_defaults();
	struct store *a = open_store(in_dir(dir, "a.db", a_path), STORE_WRITE);
	close_store(open_store(in_dir(dir, "b.db", b_path), STORE_WRITE));
	struct play *pa = xcalloc(2, sizeof *pa), *pb = pa + 1;
	*pa = (struct play){ .random = { 3 }, .ms = BASE_MS };
	*pb = (struct play){ .random = { 4 }, .ms = BASE_MS + INT64_C(40) * 86400000 };
	for (int round = 0; round < 8; round++) {
		struct store *b = open_store(b_path, STORE_WRITE);
		int64_t added;
		play(b, pb, 12);
		close_store(b);
		assert_true(store_merge(a, &o, b_path, &added, NULL));
		for (int i = 0; i < 8; i++) {
			play(a, pa, 3);
			assert_sound(a);
		}
		assert_replays(a);
	}
	close_store(a);
	free(pa);
}

TEST(store_merge_refuses_what_it_cannot_read_and_changes_nothing)
{
	char path[200], other[200];
	const char *dir = test_tmpdir();
	struct sm2_options o = sm2_defaults();
	int64_t added = 7;
	struct store *s = open_store(in_dir(dir, "a.db", path), STORE_WRITE);
	grade(s, 5, BASE_DAY, 4);
	struct err e = { 0 };
	assert_false(store_merge(s, &o, path, &added, &e));
	assert_int_equal(e.kind, ERR_INVALID);
	assert_false(store_merge(s, &o, in_dir(dir, "none", other), &added, &e));
	assert_int_equal(e.kind, ERR_MISSING);
	in_dir(dir, "b.db", other);
	close_store(open_store(other, STORE_WRITE));
	run_sql(other, "PRAGMA user_version = 9", true);
	assert_false(store_merge(s, &o, other, &added, &e));
	assert_int_equal(e.kind, ERR_NEWER);
	run_sql(other, "PRAGMA user_version = 1; PRAGMA application_id = 3", true);
	assert_false(store_merge(s, &o, other, &added, &e));
	assert_int_equal(e.kind, ERR_DAMAGED);
	assert_non_null(strstr(e.text, other));
	assert_int_equal(added, 7);
	assert_int_equal(memory_of(s, 5).reps, 1);
	close_store(s);
}

TEST(store_verify_finds_each_difference_and_rebuild_mends_it)
{
	static const struct {
		const char *damage, *finding;
	} table[] = {
		{ "UPDATE memory SET interval = 99 WHERE card = 1",
			"card 0000000000000001: what is" },
		{ "DELETE FROM memory WHERE card = 2", "card 0000000000000002: in the log" },
		{ "INSERT INTO memory(card, reps, ease, interval, lapses, hidden, present)"
		  " VALUES(77, 0, 250, 0, 0, 0, 0)",
			"card 000000000000004d: stored, but" },
		{ "DELETE FROM voided", "taken back event" },
		{ "UPDATE alias SET card = 2", "continued card 0000000000000003" },
		{ "UPDATE memory SET present = 1 WHERE card = 1", "1 cards whose text" },
		{ "UPDATE memory SET drill = 3 WHERE card = 1", "card 0000000000000001: what is" },
	};
	char path[200];
	struct sm2_options o = sm2_defaults();
	struct arena a = { 0 };
	in_dir(test_tmpdir(), "hone.db", path);
	struct store *s = open_store(path, STORE_WRITE);
	for (int card = 1; card <= 2; card++)
		grade(s, card, BASE_DAY, 4);
	void_of(s, grade(s, 1, BASE_DAY + 1, 4));
	append_at(s, BASE_MS, (struct event){ .kind = EVENT_ALIAS, .subject = 3, .value = 1 });
	close_store(s);
	struct buf sound = dump(path);
	for (size_t t = 0; t < LENGTH(table); t++) {
		struct verify_report r;
		run_sql(path, table[t].damage, true);
		s = open_store(path, STORE_WRITE);
		assert_true(store_verify(s, &o, false, &r, &a, NULL));
		assert_true(r.nproblem >= 1);
		assert_false(r.rebuilt);
		assert_int_equal(r.events, 5);
		assert_int_equal(r.cards, 2);
		if (!str_starts(r.problem[0], str_of(table[t].finding)))
			fail_msg("%.*s", STR_ARG(r.problem[0]));
		assert_true(store_verify(s, &o, true, &r, &a, NULL));
		assert_true(r.rebuilt && r.nproblem >= 1);
		assert_sound(s);
		close_store(s);
		struct buf mended = dump(path);
		assert_string_equal(buf_cstr(&mended), buf_cstr(&sound));
		buf_release(&mended);
	}
	buf_release(&sound);
	arena_release(&a);
}

TEST(store_verify_reports_damage_as_a_finding)
{
	char path[200];
	struct sm2_options o = sm2_defaults();
	struct arena a = { 0 };
	struct verify_report r;
	in_dir(test_tmpdir(), "hone.db", path);
	struct store *s = open_store(path, STORE_WRITE);
	for (int i = 0; i < 300; i++)
		grade(s, i, BASE_DAY + i, 4);
	close_store(s);
	int64_t page = ask_int(path, "SELECT rootpage FROM sqlite_schema WHERE name = 'memory'");
	int fd = open(path, O_WRONLY);
	char noise[600];
	memset(noise, 0x5a, sizeof noise);
	assert_int_equal(pwrite(fd, noise, sizeof noise, (page - 1) * 4096 + 3), sizeof noise);
	close(fd);
	s = open_store(path, STORE_WRITE);
	struct err e = { 0 };
	assert_true(store_verify(s, &o, false, &r, &a, &e));
	assert_true(r.nproblem >= 1);
	assert_non_null(strstr(r.problem[0].p, "damaged"));
	arena_release(&a);
	close_store(s);
}

TEST(store_lists_at_most_a_hundred_findings)
{
	char path[200];
	struct sm2_options o = sm2_defaults();
	struct arena a = { 0 };
	struct verify_report r;
	in_dir(test_tmpdir(), "hone.db", path);
	struct store *s = open_store(path, STORE_WRITE);
	for (int i = 0; i < 150; i++)
		grade(s, i, BASE_DAY, 4);
	close_store(s);
	run_sql(path, "DELETE FROM memory", true);
	s = open_store(path, STORE_WRITE);
	assert_true(store_verify(s, &o, true, &r, &a, NULL));
	assert_int_equal(r.nproblem, 100);
	assert_str(r.problem[99], "and 51 more like these");
	assert_sound(s);
	arena_release(&a);
	close_store(s);
}
