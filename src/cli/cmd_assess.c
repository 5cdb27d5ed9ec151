/* cmd_assess.c - the verb assess: rounds of ratings side by side, and going through the topics line by line. */
#include <stdlib.h>

#include "cli/aloud.h"
#include "hone/assess.h"

/* ---- the rounds */

static void put_count(struct json *j, const char *name, struct coverage_count n)
{
	json_key(j, name);
	json_open(j, '{');
	json_key_int(j, "know", n.know);
	json_key_int(j, "unsure", n.unsure);
	json_key_int(j, "dunno", n.dunno);
	json_key_int(j, "unrated", n.unrated);
	json_key_int(j, "total", n.total);
	json_close(j, '}');
}

static void put_column(struct json *j, const struct assess_column *x, int number)
{
	json_open(j, '{');
	json_key(j, "number");
	if (event_id_none(x->round))
		json_null(j);
	else
		json_int(j, number);
	json_key_str(j, "name", x->name);
	json_key_day(j, "date", x->day);
	json_key_int(j, "rated", x->rated);
	put_count(j, "topics", x->count);
	json_close(j, '}');
}

static void column_line(struct cli *c, const struct assess_column *x, int number)
{
	char iso[16];
	if (event_id_none(x->round))
		buf_add(&c->out, STR("     "));
	else
		buf_addf(&c->out, "%3d  ", number);
	buf_addf(&c->out, "%s  %4d know  %4d unsure  %4d dunno  %4d unrated  of %4d  ",
		day_iso(x->day, iso), x->count.know, x->count.unsure, x->count.dunno,
		x->count.unrated, x->count.total);
	cli_text(c, x->name);
	buf_addc(&c->out, '\n');
}

static int list(struct cli *c, const struct assess_column *x, int n)
{
	if (c->json)
		json_open(&c->j, '[');
	for (int i = 0; i < n; i++)
		if (c->json)
			put_column(&c->j, &x[i], i + 1);
		else
			column_line(c, &x[i], i + 1);
	if (c->json)
		json_close(&c->j, ']');
	return EXIT_DONE;
}

/* By its number, "now", or its name, of several the newest; -1 and e where there is none. */
static int find_column(const struct assess_column *x, int n, const char *name, struct err *e)
{
	struct str want = str_of(name), rest = want;
	int number;
	if (str_number(&rest, &number) && rest.n == 0 && number > 0 && number < n)
		return number - 1;
	for (int i = n; i-- > 0;)
		if (str_caseeq(x[i].name, want))
			return i;
	err_set(e, ERR_MISSING, "there is no round \"%s\": `hone assess` lists them", name);
	return -1;
}

/* ---- two of them */

static void put_pair(struct json *j, const struct assess_pair *p)
{
	put_count(j, "before", p->before);
	put_count(j, "after", p->after);
}

static const char *level_word(enum level level)
{
	return level == LEVEL_NONE ? "unrated" : level_name(level);
}

static void put_change(struct json *j, const struct coverage *c, const struct assess_change *d)
{
	const struct topic_row *t = &c->topic[d->topic];
	json_open(j, '{');
	json_key_id(j, "id", (uint64_t)t->id);
	json_key_str(j, "name", t->name);
	json_key_str(j, "before", str_of(level_word(d->before)));
	json_key_str(j, "after", str_of(level_word(d->after)));
	json_close(j, '}');
}

static void pair_json(struct cli *c, const struct coverage *v, const struct assess_difference *d)
{
	struct json *j = &c->j;
	json_open(j, '{');
	put_pair(j, &d->all);
	json_key(j, "areas");
	json_open(j, '[');
	for (int i = 0; i < v->narea; i++) {
		if (d->area[i].after.total == 0)
			continue;
		json_open(j, '{');
		json_key_str(j, "file", v->area[i].path);
		json_key_str(j, "number", v->area[i].number);
		json_key_str(j, "area", v->area[i].name);
		put_pair(j, &d->area[i]);
		json_close(j, '}');
	}
	json_close(j, ']');
	json_key(j, "changes");
	json_open(j, '[');
	for (int i = 0; i < d->nchange; i++)
		put_change(j, v, &d->change[i]);
	json_close(j, ']');
	json_close(j, '}');
}

static void pair_text(struct cli *c, const struct coverage *v, const struct assess_difference *d)
{
	assess_words(&d->all, &c->out);
	buf_addc(&c->out, '\n');
	for (int i = 0; i < v->narea; i++) {
		if (d->area[i].after.total == 0)
			continue;
		buf_add(&c->out, STR("  "));
		cli_text(c, assess_area_name(v->area[i].number, v->area[i].name, &c->arena));
		buf_add(&c->out, STR(": "));
		assess_words(&d->area[i], &c->out);
		buf_addc(&c->out, '\n');
	}
	buf_addf(&c->out, "%d changed, %d better, %d worse\n", d->nchange, d->better, d->worse);
	for (int i = 0; i < d->nchange; i++) {
		buf_addf(&c->out, "  %-7s → %-7s  ", level_word(d->change[i].before),
			level_word(d->change[i].after));
		cli_text(c, v->topic[d->change[i].topic].name);
		buf_addc(&c->out, '\n');
	}
}

static int compare(struct cli *c, const struct coverage *v, const struct assess_column *x, int n,
	struct err *e)
{
	int left = find_column(x, n, c->arg[0], e);
	int right = left < 0 ? -1 : c->narg > 1 ? find_column(x, n, c->arg[1], e) : n - 1;
	if (left < 0 || right < 0)
		return EXIT_FAILED;
	struct assess_difference d = assess_compare(v, &x[left], &x[right], &c->arena);
	if (c->json)
		pair_json(c, v, &d);
	else
		pair_text(c, v, &d);
	return EXIT_DONE;
}

/* ---- line by line */

struct dialogue {
	struct cli *c;
	struct aloud in;
	struct arena arena;
	struct round round;
	int at;
};

static bool load(struct dialogue *d, struct event_id id, struct err *e)
{
	arena_clear(&d->arena);
	return round_load(d->c->study, id, &d->round, &d->arena, e);
}

/* Go on with the round that is open, unless a name for another one is given. */
static bool begin(struct dialogue *d, struct err *e)
{
	struct study *s = d->c->study;
	struct readiness r;
	struct assess_column *x;
	struct event_id id;
	bool open = false;
	int n, nscope;
	if (d->c->narg == 0 && !round_open(s, ROUND_TOPICS, &d->round, &open, &d->arena, e))
		return false;
	if (open)
		return true;
	if (!readiness_load(s, &r, &d->arena, e) ||
		!assess_columns(s, &r.coverage, &x, &n, &d->arena, e))
		return false;
	struct assess_scope *all = assess_scopes(&r, &nscope, &d->arena);
	struct round_plan p = { .kind = ROUND_TOPICS };
	p.name = d->c->narg ? str_of(d->c->arg[0]) : assess_name(x, n, &d->arena);
	p.asked = assess_order(&r, all, &p.n, &d->arena);
	if (p.n == 0)
		return err_set(e, ERR_MISSING, "there are no topics in this study");
	return round_begin(s, &p, &id, e) && load(d, id, e);
}

static const char help_text[] =
	"k: can explain it. u: heard of it. d: cannot. Enter leaves it as it is. "
	"undo takes the last one back, b goes back, q ends; the round then goes on later.\n";

static bool ask(struct dialogue *d, bool *there, struct err *e)
{
	struct topic_row t;
	struct err why = { 0 };
	struct cli *c = d->c;
	const struct asked *q = &d->round.asked[d->at];
	*there = catalog_topic(c->study->store, q->id, &t, &c->arena, &why);
	if (!*there)
		return why.kind == ERR_MISSING || err_set(e, why.kind, "%s", why.text);
	buf_addf(&c->out, "\n%d of %d, ", d->at + 1, d->round.n);
	cli_text(c, assess_area_name(t.area_number, t.area, &c->arena));
	buf_add(&c->out, STR(":\n"));
	cli_text(c, t.name);
	buf_addf(&c->out, "\nNow %s. k, u or d: ", level_word(t.level));
	return true;
}

/* What was taken back is asked again. */
static bool again(struct dialogue *d, struct err *e)
{
	bool was[ROUND_MOST] = { 0 };
	if (!load(d, d->round.id, e))
		return false;
	for (int i = 0; i < d->round.n; i++)
		was[i] = d->round.asked[i].rated;
	struct buf what = { 0 };
	bool undone, ok = round_undo(d->c->study, &d->round, &undone, &what, e);
	if (ok && undone) {
		buf_add(&d->c->out, STR("Taken back: "));
		cli_text(d->c, buf_str(&what));
		buf_add(&d->c->out, STR(".\n"));
		ok = load(d, d->round.id, e);
	} else if (ok) {
		buf_add(&d->c->out, STR("There is nothing of this round to take back.\n"));
	}
	for (int i = 0; ok && i < d->round.n; i++)
		if (was[i] && !d->round.asked[i].rated)
			d->at = i;
	buf_release(&what);
	return ok;
}

enum outcome { OUTCOME_GO, OUTCOME_QUIT, OUTCOME_FAILED };

static enum outcome answer(struct dialogue *d, struct str said, struct err *e)
{
	static const struct {
		struct str key;
		enum level level;
	} key[] = { { STR_INIT("k"), LEVEL_KNOW }, { STR_INIT("u"), LEVEL_UNSURE },
		{ STR_INIT("d"), LEVEL_DUNNO } };
	enum level level = LEVEL_NONE;
	if (str_eq(said, STR("q")))
		return OUTCOME_QUIT;
	if (str_eq(said, STR("undo")))
		return again(d, e) ? OUTCOME_GO : OUTCOME_FAILED;
	for (size_t i = 0; i < LENGTH(key); i++)
		if (str_eq(said, key[i].key))
			level = key[i].level;
	if (level == LEVEL_NONE)
		level_parse(said, &level);
	if (str_eq(said, STR("b")))
		d->at -= d->at > 0;
	else if (said.n && level == LEVEL_NONE)
		buf_add(&d->c->out, str_of(help_text));
	else if (level &&
		 !study_rate_in(d->c->study, d->round.asked[d->at].id, level, d->round.id, e))
		return OUTCOME_FAILED;
	else
		d->at++;
	return OUTCOME_GO;
}

static bool converse(struct dialogue *d, struct err *e)
{
	enum outcome o = OUTCOME_GO;
	struct str said;
	while (d->at < d->round.n && d->round.asked[d->at].rated)
		d->at++;
	while (o == OUTCOME_GO && d->at < d->round.n) {
		bool there;
		if (!ask(d, &there, e))
			return false;
		if (!there)
			d->at++;
		else
			o = aloud_hear(d->c, &d->in, &said) ? answer(d, said, e) : OUTCOME_QUIT;
	}
	return o != OUTCOME_FAILED;
}

static bool put_end(struct dialogue *d, struct err *e)
{
	struct coverage_count n = { 0 };
	if (!load(d, d->round.id, e))
		return false;
	for (int i = 0; i < d->round.n; i++) {
		enum level level = d->round.asked[i].level;
		n.know += level == LEVEL_KNOW;
		n.unsure += level == LEVEL_UNSURE;
		n.dunno += level == LEVEL_DUNNO;
	}
	buf_addf(&d->c->out, "\n%d of %d rated: %d know, %d unsure, %d dunno.\n",
		d->round.nanswered, d->round.n, n.know, n.unsure, n.dunno);
	return true;
}

static int ask_all(struct cli *c, struct err *e)
{
	struct dialogue d = { .c = c };
	bool ok = begin(&d, e);
	if (ok) {
		cli_text(c, d.round.name);
		buf_addf(
			&c->out, ": %d topics, %d rated. ? helps.\n", d.round.n, d.round.nanswered);
		ok = converse(&d, e) && put_end(&d, e);
	}
	aloud_release(&d.in);
	arena_release(&d.arena);
	return ok ? EXIT_DONE : EXIT_FAILED;
}

int cli_assess(struct cli *c, struct err *e)
{
	struct coverage v;
	struct assess_column *x;
	int n;
	if (c->plain)
		return ask_all(c, e);
	if (!coverage_load(c->study, &v, &c->arena, e) ||
		!assess_columns(c->study, &v, &x, &n, &c->arena, e))
		return EXIT_FAILED;
	return c->narg ? compare(c, &v, x, n, e) : list(c, x, n);
}
