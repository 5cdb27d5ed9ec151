/* cmd_topics.c - the verbs topics and rate. */
#include "cli/cli.h"
#include "hone/coverage.h"
#include "hone/inventory.h"
#include "hone/match.h"

static void put_count(struct json *j, struct coverage_count n)
{
	json_key_int(j, "know", n.know);
	json_key_int(j, "unsure", n.unsure);
	json_key_int(j, "dunno", n.dunno);
	json_key_int(j, "unrated", n.unrated);
}

static void put_topic(struct json *j, const struct topic_row *t)
{
	json_open(j, '{');
	json_key_id(j, "id", (uint64_t)t->id);
	json_key_str(j, "number", t->number);
	json_key_str(j, "name", t->name);
	json_key(j, "level");
	if (t->level == LEVEL_NONE)
		json_null(j);
	else
		json_str(j, str_of(level_name(t->level)));
	json_key_str(j, "notes", t->notes);
	json_key_day(j, "since", t->since);
	json_key_int(j, "line", t->line);
	json_key(j, "priority");
	if (t->priority == PRIORITY_NONE)
		json_null(j);
	else
		json_str(j, str_of(priority_name(t->priority)));
	json_close(j, '}');
}

static void topics_json(struct cli *c, const struct coverage *v)
{
	struct json *j = &c->j;
	json_open(j, '{');
	put_count(j, v->count);
	json_key_int(j, "total", v->count.total);
	json_key(j, "areas");
	json_open(j, '[');
	for (int i = 0; i < v->narea; i++) {
		const struct coverage_area *a = &v->area[i];
		json_open(j, '{');
		json_key_str(j, "file", a->path);
		json_key_str(j, "number", a->number);
		json_key_str(j, "area", a->name);
		put_count(j, a->count);
		json_key_int(j, "total", a->count.total);
		json_key(j, "topics");
		json_open(j, '[');
		for (int k = a->first; k < a->first + a->ntopic; k++)
			put_topic(j, &v->topic[k]);
		json_close(j, ']');
		json_close(j, '}');
	}
	json_close(j, ']');
	json_close(j, '}');
}

static void topics_text(struct cli *c, const struct coverage *v)
{
	char id[17];
	for (int i = 0; i < v->narea; i++) {
		const struct coverage_area *a = &v->area[i];
		cli_text(c, a->number);
		buf_addf(&c->out, "%s", a->number.n ? " " : "");
		cli_text(c, a->name);
		buf_addf(&c->out, "  (%d know, %d unsure, %d dunno of %d)\n", a->count.know,
			a->count.unsure, a->count.dunno, a->count.total);
		for (int k = a->first; k < a->first + a->ntopic; k++) {
			const struct topic_row *t = &v->topic[k];
			buf_addf(&c->out, "  %s  %-6s  ", study_id((uint64_t)t->id, id),
				t->level == LEVEL_NONE ? "-" : level_name(t->level));
			cli_text(c, t->name);
			buf_addc(&c->out, '\n');
		}
	}
	buf_addf(&c->out, "%d know, %d unsure, %d dunno, %d unrated of %d topics\n", v->count.know,
		v->count.unsure, v->count.dunno, v->count.unrated, v->count.total);
}

/* The only one whose name, up to what it means, is just that. */
static bool find_whole(const struct topic_row *t, size_t n, struct str want, int64_t *id)
{
	int found = 0;
	for (size_t i = 0; i < n; i++)
		if (str_caseeq(t[i].name, want) || str_caseeq(name_head(t[i].name), want)) {
			*id = t[i].id;
			found++;
		}
	return found == 1;
}

bool cli_find_topic(struct cli *c, const char *name, int64_t *id, struct err *e)
{
	struct topic_row *t;
	size_t n;
	int found = 0;
	char hex[17];
	struct str want = str_of(name);
	if (!catalog_topics(c->study->store, &t, &n, &c->arena, e))
		return false;
	if (find_whole(t, n, want, id))
		return true;
	for (size_t i = 0; i < n; i++)
		if (str_starts(str_of(study_id((uint64_t)t[i].id, hex)), want) ||
			str_eq(t[i].number, want) || str_casefind(t[i].name, want, 0) >= 0) {
			*id = t[i].id;
			found++;
		}
	if (found == 1)
		return true;
	if (found > 1)
		return err_set(e, ERR_INVALID, "\"%s\" fits %d topics: give the id", name, found);
	return err_set(e, ERR_MISSING, "there is no topic \"%s\": `hone topics` lists them", name);
}

/* ---- changing them */

static bool row_of(struct cli *c, const char *name, struct topic_row *t, struct err *e)
{
	int64_t id = 0;
	return cli_find_topic(c, name, &id, e) &&
	       catalog_topic(c->study->store, id, t, &c->arena, e);
}

/* A topic of the area of that name or number; *found is false where there is none. */
static bool find_area(
	struct cli *c, struct str want, struct topic_row *t, bool *found, struct err *e)
{
	struct coverage v;
	*found = false;
	if (!coverage_load(c->study, &v, &c->arena, e))
		return false;
	for (int i = 0; i < v.narea; i++) {
		const struct coverage_area *a = &v.area[i];
		if (!str_caseeq(a->name, want) && !(a->number.n && str_eq(a->number, want)))
			continue;
		if (*found)
			return err_set(e, ERR_INVALID,
				"\"%.*s\" fits two areas: give the name of the area",
				STR_ARG(want));
		*found = true;
		*t = v.topic[a->first];
	}
	if (!*found && v.ntopic)
		*t = v.topic[v.ntopic - 1];
	return true;
}

/* Into the area, or into one of that name that is made. */
static bool add_edit(struct cli *c, struct inventory_edit *x, struct err *e)
{
	struct topic_row beside = { 0 };
	struct str area = str_of(c->arg[1]), name[INVENTORY_NAMES];
	bool found;
	int n;
	inventory_names(str_of(c->arg[2]), name, &n);
	if (!find_area(c, area, &beside, &found, e))
		return false;
	if (found)
		return inventory_add(c->study, &beside, name, n, x, &c->arena, e);
	return inventory_add_area(
		c->study, beside.id ? &beside : NULL, area, name, n, x, &c->arena, e);
}

static bool rename_edit(struct cli *c, struct inventory_edit *x, struct err *e)
{
	struct topic_row t;
	return row_of(c, c->arg[1], &t, e) &&
	       inventory_rename(c->study, &t, str_of(c->arg[2]), x, &c->arena, e);
}

static bool split_edit(struct cli *c, struct inventory_edit *x, struct err *e)
{
	struct topic_row t;
	struct str name[INVENTORY_NAMES];
	int n;
	inventory_names(str_of(c->arg[2]), name, &n);
	return row_of(c, c->arg[1], &t, e) &&
	       inventory_split(c->study, &t, name, n, x, &c->arena, e);
}

static bool priority_edit(struct cli *c, struct inventory_edit *x, struct err *e)
{
	struct topic_row t;
	enum priority p;
	if (!priority_parse(str_of(c->arg[2]), &p))
		return err_set(e, ERR_INVALID,
			"a priority is high, medium, low or none, not \"%s\"", c->arg[2]);
	return row_of(c, c->arg[1], &t, e) &&
	       inventory_prioritise(c->study, &t, p, x, &c->arena, e);
}

static const struct {
	const char *word;
	bool (*edit)(struct cli *c, struct inventory_edit *x, struct err *e);
} changes[] = {
	{ "add", add_edit },
	{ "rename", rename_edit },
	{ "split", split_edit },
	{ "priority", priority_edit },
};

static int change(struct cli *c, struct err *e)
{
	struct inventory_edit x;
	for (size_t i = 0; i < LENGTH(changes); i++) {
		if (!str_eq(str_of(c->arg[0]), str_of(changes[i].word)) || c->narg != 3)
			continue;
		if (!changes[i].edit(c, &x, e) ||
			(!c->dry_run && !inventory_apply(c->study, &x, e)))
			return EXIT_FAILED;
		cli_say_edit(c, &x.edit);
		return EXIT_DONE;
	}
	err_set(e, ERR_INVALID,
		"usage: hone topics [add AREA NAMES | rename TOPIC NAME | split TOPIC NAMES | "
		"priority TOPIC high]");
	return EXIT_USAGE;
}

int cli_topics(struct cli *c, struct err *e)
{
	struct coverage v;
	if (c->narg)
		return change(c, e);
	if (!coverage_load(c->study, &v, &c->arena, e))
		return EXIT_FAILED;
	if (c->json)
		topics_json(c, &v);
	else
		topics_text(c, &v);
	return EXIT_DONE;
}

static bool rate_all(struct cli *c, enum level level, struct rating *r, size_t n, struct err *e)
{
	struct event_id deed = { 0 };
	for (size_t i = 0; i < n; i++) {
		r[i].level = level;
		if (!cli_find_topic(c, c->arg[i], &r[i].topic, e))
			return false;
	}
	return study_rate_all(c->study, r, n, &deed, e);
}

static bool say_rated(struct cli *c, int64_t id, struct err *e)
{
	struct topic_row t;
	if (!catalog_topic(c->study->store, id, &t, &c->arena, e))
		return false;
	if (c->json) {
		put_topic(&c->j, &t);
	} else if (!c->quiet) {
		buf_addf(&c->out, "%s  ", level_name(t.level));
		cli_text(c, t.name);
		buf_addc(&c->out, '\n');
	}
	return true;
}

int cli_rate(struct cli *c, struct err *e)
{
	enum level level;
	size_t n = (size_t)c->narg - 1;
	struct rating *r = arena_alloc(&c->arena, n, sizeof *r);
	if (!level_parse(str_of(c->arg[n]), &level) || level == LEVEL_NONE) {
		err_set(e, ERR_INVALID, "a level is know, unsure or dunno, not \"%s\"", c->arg[n]);
		return EXIT_USAGE;
	}
	bool ok = rate_all(c, level, r, n, e);
	if (c->json && n > 1)
		json_open(&c->j, '[');
	for (size_t i = 0; ok && i < n; i++)
		ok = say_rated(c, r[i].topic, e);
	if (c->json && n > 1)
		json_close(&c->j, ']');
	return ok ? EXIT_DONE : EXIT_FAILED;
}
