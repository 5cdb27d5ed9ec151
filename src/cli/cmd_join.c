/* cmd_join.c - the verbs joins and join: which cards are about which topics. */
#include <limits.h>
#include <string.h>

#include "cli/cli.h"
#include "hone/join.h"

/* A card and a topic, one of them perhaps no longer in a file. */
struct pair {
	int64_t card, topic;
	struct str front, name;
};

static void put_pair(struct cli *c, const struct pair *p)
{
	struct json *j = &c->j;
	json_key(j, "card");
	json_open(j, '{');
	json_key_id(j, "id", (uint64_t)p->card);
	json_key_str(j, "front", p->front);
	json_close(j, '}');
	json_key(j, "topic");
	json_open(j, '{');
	json_key_id(j, "id", (uint64_t)p->topic);
	json_key_str(j, "name", p->name);
	json_close(j, '}');
}

/* Two lines: the question and, below it, the topic. */
static void print_pair(struct cli *c, const struct pair *p, const char *verb)
{
	char id[17];
	struct str rest = p->front, first;
	buf_addf(&c->out, "%s  ", study_id((uint64_t)p->card, id));
	if (str_line(&rest, &first))
		cli_text(c, first);
	buf_addf(&c->out, "\n%12s  %s  ", verb, study_id((uint64_t)p->topic, id));
	cli_text(c, p->name);
}

/* ---- proposals */

static void put_offer(struct cli *c, const struct join_offer *o)
{
	struct pair p = { o->card.id, o->topic.id, o->card.front, o->topic.name };
	if (c->json) {
		json_open(&c->j, '{');
		put_pair(c, &p);
		json_key_str(&c->j, "words", o->words);
		json_key_int(&c->j, "percent", o->percent);
		json_close(&c->j, '}');
		return;
	}
	print_pair(c, &p, "about?");
	buf_add(&c->out, STR("  ("));
	cli_text(c, o->words);
	buf_add(&c->out, STR(")\n"));
}

static bool put_offers(struct cli *c, struct err *e)
{
	struct join_offers v;
	if (!join_propose(c->study, INT_MAX, &v, &c->arena, e))
		return false;
	if (c->json) {
		json_key_int(&c->j, "cards_without", v.cards);
		json_key_int(&c->j, "topics_without", v.topics);
		json_key(&c->j, "proposed");
		json_open(&c->j, '[');
	}
	for (int i = 0; i < v.n; i++)
		put_offer(c, &v.offer[i]);
	if (c->json)
		json_close(&c->j, ']');
	else
		buf_addf(&c->out,
			"%d proposed; %d cards are about no topic, %d topics have no cards\n", v.n,
			v.cards, v.topics);
	return true;
}

/* ---- what was said */

static bool find_pair(struct cli *c, const struct join *j, struct pair *p, struct err *e)
{
	struct store *store = c->study->store;
	struct card card;
	struct topic_row topic;
	struct err why = { 0 };
	*p = (struct pair){ j->card, j->topic, STR("(in no file now)"), STR("(in no file now)") };
	if (catalog_card(store, j->card, &card, &c->arena, &why))
		p->front = card.front;
	else if (why.kind != ERR_MISSING)
		return err_set(e, why.kind, "%s", why.text);
	if (catalog_topic(store, j->topic, &topic, &c->arena, &why))
		p->name = topic.name;
	else if (why.kind != ERR_MISSING)
		return err_set(e, why.kind, "%s", why.text);
	return true;
}

static bool put_join(struct cli *c, const struct join *j, struct err *e)
{
	struct pair p;
	if (!find_pair(c, j, &p, e))
		return false;
	if (!c->json) {
		print_pair(c, &p, j->yes ? "is about" : "is not about");
		buf_addc(&c->out, '\n');
		return true;
	}
	json_open(&c->j, '{');
	put_pair(c, &p);
	json_key(&c->j, "about");
	json_bool(&c->j, j->yes);
	json_close(&c->j, '}');
	return true;
}

static bool put_joins(struct cli *c, struct err *e)
{
	struct joins v;
	if (!joins_load(c->study, &v, &c->arena, e))
		return false;
	if (c->json) {
		json_key(&c->j, "said");
		json_open(&c->j, '[');
	}
	for (int i = 0; i < v.n; i++)
		if (!put_join(c, &v.join[i], e))
			return false;
	if (c->json)
		json_close(&c->j, ']');
	else if (v.n)
		buf_addf(&c->out, "%d said\n", v.n);
	return true;
}

int cli_joins(struct cli *c, struct err *e)
{
	if (c->json)
		json_open(&c->j, '{');
	if (!put_offers(c, e) || !put_joins(c, e))
		return EXIT_FAILED;
	if (c->json)
		json_close(&c->j, '}');
	return EXIT_DONE;
}

int cli_join(struct cli *c, struct err *e)
{
	struct join j = { .yes = c->narg < 3 };
	if (!j.yes && strcmp(c->arg[2], "no") != 0) {
		err_set(e, ERR_INVALID, "after card and topic comes nothing or no, not \"%s\"",
			c->arg[2]);
		return EXIT_USAGE;
	}
	if (!cli_find_card(c, c->arg[0], &j.card, e) ||
		!cli_find_topic(c, c->arg[1], &j.topic, e) ||
		!join_say(c->study, j.card, j.topic, j.yes, e))
		return EXIT_FAILED;
	if (c->json || !c->quiet)
		return put_join(c, &j, e) ? EXIT_DONE : EXIT_FAILED;
	return EXIT_DONE;
}
