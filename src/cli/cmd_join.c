/* cmd_join.c - the verbs joins and join: cards, sections, days and topics that belong together. */
#include <limits.h>
#include <string.h>

#include "cli/cli.h"
#include "cli/cmd_plan.h"
#include "hone/join.h"

static const char *const what_name[] = {
	[JOINED_CARD] = "card",
	[JOINED_SECTION] = "section",
	[JOINED_DAY] = "day",
	[JOINED_TOPIC] = "topic",
};

static void put_end(struct cli *c, const struct join_end *end)
{
	struct json *j = &c->j;
	json_key(j, what_name[end->what]);
	json_open(j, '{');
	json_key_id(j, "id", (uint64_t)end->id);
	json_key_str(j, end->what == JOINED_CARD ? "front" : "name", end->name);
	if (end->what == JOINED_SECTION)
		json_key_str(j, "place", end->section);
	json_close(j, '}');
}

static void put_pair(
	struct cli *c, enum join_kind kind, const struct join_end *from, const struct join_end *to)
{
	json_key_str(&c->j, "kind", str_of(join_kind_name(kind)));
	put_end(c, from);
	put_end(c, to);
}

/* Sections are named by their place, all else by their id. */
static void print_end(struct cli *c, const struct join_end *end)
{
	char id[17];
	struct str rest = end->what == JOINED_SECTION ? end->section : end->name, first;
	if (end->what != JOINED_SECTION)
		buf_addf(&c->out, "%s  ", study_id((uint64_t)end->id, id));
	if (str_line(&rest, &first))
		cli_text(c, first);
	if (!end->there)
		buf_add(&c->out, STR(" (in no file now)"));
}

/* Two lines: the question and, below it, the topic. */
static void print_pair(
	struct cli *c, const struct join_end *from, const struct join_end *to, const char *verb)
{
	print_end(c, from);
	buf_addf(&c->out, "\n%12s  ", verb);
	print_end(c, to);
}

/* ---- proposals */

static void put_offer(struct cli *c, const struct join_offer *o)
{
	if (c->json) {
		json_open(&c->j, '{');
		put_pair(c, o->kind, &o->from, &o->to);
		json_key_str(&c->j, "words", o->words);
		json_key_int(&c->j, "percent", o->percent);
		json_close(&c->j, '}');
		return;
	}
	print_pair(c, &o->from, &o->to, o->kind == JOIN_SECTION_DAY ? "belongs to?" : "about?");
	buf_add(&c->out, STR("  ("));
	cli_text(c, o->words);
	buf_add(&c->out, STR(")\n"));
}

/* How many are joined with nothing, in words. */
static const struct {
	const char *key_from, *key_to, *from, *to;
} without[JOIN_KINDS] = {
	[JOIN_CARD_TOPIC] = { "cards_without", "topics_without", "cards are about no topic",
		"topics have no cards" },
	[JOIN_SECTION_TOPIC] = { "sections_without", "topics_without_section",
		"sections are about no topic", "topics have no section" },
	[JOIN_DAY_TOPIC] = { "days_without", "topics_without_day", "days are about no topic",
		"topics have no day" },
	[JOIN_SECTION_DAY] = { "sheets_without_day", "days_without_sheet",
		"sheets belong to no day", "days have no sheet" },
};

static void put_count(struct cli *c, enum join_kind kind, const struct join_offers *v)
{
	if (c->json) {
		json_key_int(&c->j, without[kind].key_from, v->from);
		json_key_int(&c->j, without[kind].key_to, v->to);
		return;
	}
	if (kind == JOIN_CARD_TOPIC || v->n)
		buf_addf(&c->out, "%d proposed; %d %s, %d %s\n", v->n, v->from, without[kind].from,
			v->to, without[kind].to);
}

static bool put_offers(struct cli *c, struct err *e)
{
	struct join_offers v[JOIN_KINDS];
	for (int i = 0; i < JOIN_KINDS; i++)
		if (!join_propose(c->study, (enum join_kind)i, INT_MAX, &v[i], &c->arena, e))
			return false;
	for (int i = 0; c->json && i < JOIN_KINDS; i++)
		put_count(c, (enum join_kind)i, &v[i]);
	if (c->json) {
		json_key(&c->j, "proposed");
		json_open(&c->j, '[');
	}
	for (int i = 0; i < JOIN_KINDS; i++) {
		for (int k = 0; k < v[i].n; k++)
			put_offer(c, &v[i].offer[k]);
		if (!c->json)
			put_count(c, (enum join_kind)i, &v[i]);
	}
	if (c->json)
		json_close(&c->j, ']');
	return true;
}

/* ---- what was said */

static bool put_join(struct cli *c, const struct join *j, struct err *e)
{
	struct join_end from, to;
	if (!join_now(c->study, j, &from, &to, &c->arena, e))
		return false;
	if (!c->json) {
		print_pair(c, &from, &to, join_verb(j->kind, j->yes));
		buf_addc(&c->out, '\n');
		return true;
	}
	json_open(&c->j, '{');
	put_pair(c, j->kind, &from, &to);
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

/* ---- saying it */

/* "day:3.2": what stands behind the colon; NULL when it is no day. */
static const char *day_name(const char *arg)
{
	static const char sign[] = "day:";
	return strncmp(arg, sign, sizeof sign - 1) == 0 ? arg + sizeof sign - 1 : NULL;
}

static bool find_day(struct cli *c, const char *name, int64_t *id, struct err *e)
{
	int day;
	if (!plan_day_arg(c->study, name, &day, e))
		return false;
	*id = (int64_t)c->study->plan.day[day].id;
	return true;
}

/* A file of the study, or a heading of it. */
static bool is_section(struct cli *c, struct str arg, bool *section, struct err *e)
{
	struct file_row row;
	*section = str_find(arg, STR("#"), 0) > 0;
	return *section || catalog_file(c->study->store, arg, &row, section, &c->arena, e);
}

static bool find_from(struct cli *c, const char *arg, struct join *j, struct err *e)
{
	struct join_end end;
	bool section;
	if (day_name(arg)) {
		j->kind = JOIN_DAY_TOPIC;
		return find_day(c, day_name(arg), &j->from, e);
	}
	if (!is_section(c, str_of(arg), &section, e))
		return false;
	if (!section)
		return cli_find_card(c, arg, &j->from, e);
	if (!join_find_section(c->study, str_of(arg), &end, &c->arena, e))
		return false;
	j->kind = JOIN_SECTION_TOPIC;
	j->from = end.id;
	j->section = end.section;
	return true;
}

static bool find_to(struct cli *c, const char *arg, struct join *j, struct err *e)
{
	if (!day_name(arg))
		return cli_find_topic(c, arg, &j->to, e);
	if (j->kind != JOIN_SECTION_TOPIC)
		return err_set(e, ERR_INVALID, "only a section of a sheet belongs to a day");
	j->kind = JOIN_SECTION_DAY;
	return find_day(c, day_name(arg), &j->to, e);
}

int cli_join(struct cli *c, struct err *e)
{
	struct join j = { .yes = c->narg < 3 };
	if (!j.yes && strcmp(c->arg[2], "no") != 0) {
		err_set(e, ERR_INVALID, "after the two comes nothing or no, not \"%s\"", c->arg[2]);
		return EXIT_USAGE;
	}
	if (!find_from(c, c->arg[0], &j, e) || !find_to(c, c->arg[1], &j, e) ||
		!join_say(c->study, &j, e))
		return EXIT_FAILED;
	if (c->json || !c->quiet)
		return put_join(c, &j, e) ? EXIT_DONE : EXIT_FAILED;
	return EXIT_DONE;
}
