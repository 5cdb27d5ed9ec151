/* cmd_cards.c - the verbs about cards: cards due grade undo redo hide unhide
 * doubts same differ. */
#include <inttypes.h>
#include <stdio.h>

#include "cli/cli.h"
#include "hone/queue.h"

static void put_card(struct cli *c, const struct card *card)
{
	struct json *j = &c->j;
	const struct memory *m = &card->state.memory;
	json_open(j, '{');
	json_key_id(j, "id", (uint64_t)card->id);
	json_key_str(j, "label", card->label);
	json_key_str(j, "deck", card->deck);
	json_key_int(j, "line", card->line);
	json_key_str(j, "kind", str_of(card_kind_name(card->kind)));
	json_key_str(j, "front", card->front);
	json_key_str(j, "back", card->back);
	json_key_str(j, "topic", card->topic);
	json_key_str(j, "tags", card->tags);
	json_key_str(j, "state", str_of(queue_state_name(card, c->study->today)));
	json_key_day(j, "due", m->due);
	json_key_int(j, "interval", m->interval);
	json_key(j, "ease");
	json_fixed(j, m->ease, 100);
	json_key_int(j, "reps", m->reps);
	json_key_int(j, "lapses", m->lapses);
	json_close(j, '}');
}

/* A line of the table: id, state, due, question. */
static void card_line(struct cli *c, const struct card *card)
{
	char id[17], due[16];
	buf_addf(&c->out, "%s  %-8s  %-10s  ", study_id((uint64_t)card->id, id),
		queue_state_name(card, c->study->today), day_iso(card->state.memory.due, due));
	if (card->label.n) {
		cli_text(c, card->label);
		buf_add(&c->out, STR("  "));
	}
	struct str rest = card->front, first;
	if (str_line(&rest, &first))
		cli_text(c, first);
	buf_addc(&c->out, '\n');
}

static bool each_card(void *ctx, const struct card *card)
{
	struct cli *c = ctx;
	if (c->json)
		put_card(c, card);
	else
		card_line(c, card);
	return true;
}

int cli_cards(struct cli *c, struct err *e)
{
	struct str words = c->narg ? str_of(c->arg[0]) : (struct str){ 0 };
	if (c->json)
		json_open(&c->j, '[');
	if (!catalog_cards(c->study->store, words, each_card, c, e))
		return EXIT_FAILED;
	if (c->json)
		json_close(&c->j, ']');
	return EXIT_DONE;
}

int cli_due(struct cli *c, struct err *e)
{
	struct queue_counts n;
	if (!queue_count(c->study, 0, &n, e))
		return EXIT_FAILED;
	if (c->quiet)
		return n.due + n.fresh + n.drill ? EXIT_DONE : EXIT_FAILED;
	if (c->json)
		json_open(&c->j, '[');
	if (!queue_each(c->study, each_card, c, e))
		return EXIT_FAILED;
	if (c->json)
		json_close(&c->j, ']');
	else
		buf_addf(&c->out, "%d due, %d new, %d to repeat today\n", n.due, n.fresh, n.drill);
	return EXIT_DONE;
}

bool cli_find_card(struct cli *c, const char *name, int64_t *id, struct err *e)
{
	int n;
	if (!catalog_card_like(c->study->store, str_of(name), id, 2, &n, e))
		return false;
	if (n == 1)
		return true;
	if (n > 1)
		return err_set(e, ERR_INVALID,
			"\"%s\" names more than one card: give more digits of the id", name);
	return err_set(e, ERR_MISSING, "there is no card \"%s\": `hone cards` lists them", name);
}

static const char *answer_words(enum answer_kind kind)
{
	static const char *const words[] = { "new card", "due card", "repeated today",
		"not due: logged, the schedule stays" };
	return words[kind];
}

int cli_grade(struct cli *c, struct err *e)
{
	int64_t id = 0;
	int grade;
	enum answer_kind kind;
	struct card card;
	char due[16];
	struct str digits = str_of(c->arg[1]);
	if (!str_number(&digits, &grade) || digits.n || grade > 5) {
		err_set(e, ERR_INVALID, "a grade is a number from 0 to 5, not \"%s\"", c->arg[1]);
		return EXIT_USAGE;
	}
	if (!cli_find_card(c, c->arg[0], &id, e) ||
		!study_grade(c->study, id, grade, 0, &kind, e) ||
		!catalog_card(c->study->store, id, &card, &c->arena, e))
		return EXIT_FAILED;
	if (c->json)
		put_card(c, &card);
	else if (!c->quiet)
		buf_addf(&c->out, "graded %d (%s), due %s, interval %d\n", grade,
			answer_words(kind), day_iso(card.state.memory.due, due),
			card.state.memory.interval);
	return EXIT_DONE;
}

/* Undo and redo say in words what they took back. */
static int take_back(struct cli *c, const char *verb,
	bool (*run)(struct study *, struct buf *, struct err *), struct err *e)
{
	struct buf what = { 0 };
	bool ok = run(c->study, &what, e);
	if (ok && !c->quiet) {
		buf_addf(&c->out, "%s: ", verb);
		cli_text(c, buf_str(&what));
		buf_addc(&c->out, '\n');
	}
	buf_release(&what);
	return ok ? EXIT_DONE : EXIT_FAILED;
}

int cli_undo(struct cli *c, struct err *e)
{
	return take_back(c, "undone", study_undo, e);
}

int cli_redo(struct cli *c, struct err *e)
{
	return take_back(c, "done again", study_redo, e);
}

static int set_hidden(struct cli *c, bool hidden, struct err *e)
{
	int64_t id = 0;
	return cli_find_card(c, c->arg[0], &id, e) && study_hide(c->study, id, hidden, e)
		       ? EXIT_DONE
		       : EXIT_FAILED;
}

int cli_hide(struct cli *c, struct err *e)
{
	return set_hidden(c, true, e);
}

int cli_unhide(struct cli *c, struct err *e)
{
	return set_hidden(c, false, e);
}

static void put_gone(struct cli *c, const struct doubt *d)
{
	struct json *j = &c->j;
	json_key(j, "gone");
	json_open(j, '{');
	json_key_id(j, "id", (uint64_t)d->gone.id);
	json_key_str(j, "deck", d->gone.deck);
	json_key_str(j, "front", d->gone.front);
	json_key_str(j, "back", d->gone.back);
	json_key_day(j, "went", d->gone.day);
	json_key_day(j, "due", d->state.memory.due);
	json_key_int(j, "interval", d->state.memory.interval);
	json_close(j, '}');
}

static void put_topic_doubt(struct cli *c, const struct doubt *d)
{
	struct json *j = &c->j;
	json_open(j, '{');
	json_key(j, "topic");
	json_open(j, '{');
	json_key_id(j, "id", (uint64_t)d->came.id);
	json_key_str(j, "name", d->came.front);
	json_key_str(j, "area", d->came.topic);
	json_key_str(j, "path", d->came.deck);
	json_close(j, '}');
	json_key(j, "gone");
	json_open(j, '{');
	json_key_id(j, "id", (uint64_t)d->gone.id);
	json_key_str(j, "name", d->gone.front);
	json_key_day(j, "went", d->gone.day);
	json_key_str(j, "level", str_of(level_name(d->level)));
	json_close(j, '}');
	json_close(j, '}');
}

static void topic_line(struct cli *c, const struct doubt *d)
{
	char id[17];
	buf_addf(&c->out, "%s  ", study_id((uint64_t)d->came.id, id));
	cli_text(c, d->came.front);
	buf_addc(&c->out, '\n');
}

static void put_doubt(struct cli *c, const struct doubt *d)
{
	char went[16];
	struct str rest = d->gone.front, first;
	if (c->json && d->topic) {
		put_topic_doubt(c, d);
		return;
	}
	if (c->json) {
		json_open(&c->j, '{');
		json_key(&c->j, "card");
		put_card(c, &d->came);
		put_gone(c, d);
		json_close(&c->j, '}');
		return;
	}
	if (d->topic)
		topic_line(c, d);
	else
		card_line(c, &d->came);
	buf_addf(&c->out, "    was, until %s, in ", day_iso(d->gone.day, went));
	cli_text(c, d->gone.deck);
	buf_add(&c->out, STR(":  "));
	if (str_line(&rest, &first))
		cli_text(c, first);
	buf_addc(&c->out, '\n');
}

int cli_doubts(struct cli *c, struct err *e)
{
	struct doubt *d;
	size_t n;
	if (!study_doubts(c->study, &d, &n, &c->arena, e))
		return EXIT_FAILED;
	if (c->json)
		json_open(&c->j, '[');
	for (size_t i = 0; i < n; i++)
		put_doubt(c, &d[i]);
	if (c->json)
		json_close(&c->j, ']');
	return EXIT_DONE;
}

/* A card, or a topic that is in a doubt. */
static bool find_doubt(struct cli *c, const char *name, int64_t *id, struct err *e)
{
	struct doubt *d;
	size_t n;
	char hex[17];
	if (!study_doubts(c->study, &d, &n, &c->arena, e))
		return false;
	for (size_t i = 0; i < n; i++)
		if (d[i].topic &&
			(str_starts(str_of(study_id((uint64_t)d[i].came.id, hex)), str_of(name)) ||
				str_caseeq(d[i].came.front, str_of(name)))) {
			*id = d[i].came.id;
			return true;
		}
	return cli_find_card(c, name, id, e);
}

static int decide(struct cli *c, bool (*verb)(struct study *, int64_t, struct err *), struct err *e)
{
	int64_t id = 0;
	return find_doubt(c, c->arg[0], &id, e) && verb(c->study, id, e) ? EXIT_DONE : EXIT_FAILED;
}

int cli_same(struct cli *c, struct err *e)
{
	return decide(c, study_same, e);
}

int cli_differ(struct cli *c, struct err *e)
{
	return decide(c, study_differ, e);
}
