/* cmd_plan_moves.c - the verbs that move the days of the plan, and its counters. */
#include "cli/cmd_plan.h"
#include "hone/guide.h"
#include "hone/planner.h"

/* ---- arguments */

static bool date_arg(const struct study *s, const char *name, int *date, struct err *e)
{
	struct str text = str_of(name);
	if (str_eq(text, STR("today")) || str_eq(text, STR("tomorrow"))) {
		*date = s->today + str_eq(text, STR("tomorrow"));
		return true;
	}
	if (text.n == 10 && day_parse(text, date))
		return true;
	return err_set(e, ERR_INVALID,
		"\"%s\" is no date; write it as 2025-11-20, today or tomorrow", name);
}

/* The number at arg[at], or after it a negative one, which arrives as an option. */
static bool number_arg(struct cli *c, int at, int *n, struct err *e)
{
	struct str rest = STR("");
	*n = -c->less;
	if (c->less && c->narg == at)
		return true;
	if (c->narg > at && !c->less) {
		rest = str_of(c->arg[at]);
		if (str_starts(rest, STR("+")))
			rest = str_slice(rest, 1, rest.n);
		if (str_number(&rest, n) && rest.n == 0)
			return true;
	}
	if (c->narg <= at)
		return err_set(e, ERR_INVALID, "say how many, for example 1 or -1");
	return err_set(e, ERR_INVALID, "\"%s\" is no number; give how many, for example 1 or -1",
		c->arg[at]);
}

static bool day_arg(struct cli *c, int at, uint64_t *id, struct err *e)
{
	int day;
	if (!plan_day_arg(c->study, c->arg[at], &day, e))
		return false;
	*id = c->study->plan.day[day].id;
	return true;
}

/* One date, or two with those between. */
static bool dates_arg(struct cli *c, struct move *m, struct err *e)
{
	if (!date_arg(c->study, c->arg[1], &m->date, e))
		return false;
	m->date_to = m->date;
	return c->narg < 3 || date_arg(c->study, c->arg[2], &m->date_to, e);
}

/* All words after the verb: quotes are not needed. */
static bool rhythm_arg(struct cli *c, struct rhythm *r, struct err *e)
{
	struct buf text = { 0 };
	for (int i = 1; i < c->narg; i++)
		buf_addf(&text, "%s ", c->arg[i]);
	bool ok = rhythm_parse(buf_str(&text), r, e);
	buf_release(&text);
	return ok;
}

static bool move_args(struct cli *c, struct move *m, struct err *e)
{
	switch (m->kind) {
	case MOVE_START: return date_arg(c->study, c->arg[1], &m->date, e);
	case MOVE_RHYTHM: return rhythm_arg(c, &m->rhythm, e);
	case MOVE_SHIFT:
	case MOVE_EXTEND: return day_arg(c, 1, &m->day, e) && number_arg(c, 2, &m->n, e);
	case MOVE_SPLIT:
		return day_arg(c, 1, &m->day, e) && date_arg(c->study, c->arg[2], &m->date, e);
	case MOVE_SWAP: return day_arg(c, 1, &m->day, e) && day_arg(c, 2, &m->other, e);
	case MOVE_DEFER:
	case MOVE_RESUME:
	case MOVE_CHOOSE: return day_arg(c, 1, &m->day, e);
	case MOVE_OFF:
	case MOVE_ON: return dates_arg(c, m, e);
	}
	return false;
}

/* ---- what changes */

static void put_dates(struct json *j, const char *from_name, const char *to_name, int from, int to)
{
	json_key_day(j, from_name, from);
	json_key_day(j, to_name, to);
}

static void change_json(struct cli *c, struct str words, const struct calendar *a,
	const struct calendar *b, const struct calendar_change *change, int n)
{
	struct json *j = &c->j;
	json_open(j, '{');
	json_key_str(j, "move", words);
	json_key(j, "made");
	json_bool(j, !c->dry_run);
	json_key(j, "days");
	json_open(j, '[');
	for (int i = 0; i < n; i++) {
		json_open(j, '{');
		json_key_id(j, "id", c->study->plan.day[change[i].day].id);
		put_dates(j, "from", "to", change[i].from_a, change[i].to_a);
		put_dates(j, "new_from", "new_to", change[i].from_b, change[i].to_b);
		json_close(j, '}');
	}
	json_close(j, ']');
	put_dates(j, "end", "new_end", a->end, b->end);
	json_close(j, '}');
}

static void say_dates(struct cli *c, int from, int to)
{
	char iso[16];
	buf_addf(&c->out, "%s", from == DAY_NONE ? "no date" : day_iso(from, iso));
	if (to > from)
		buf_addf(&c->out, "..%s", day_iso(to, iso) + 5);
}

static void say_change(struct cli *c, const struct calendar_change *change)
{
	const struct plan *p = &c->study->plan;
	const struct plan_day *d = &p->day[change->day];
	buf_addf(&c->out, "  Week %d Day %d", p->week[d->week].number, d->from);
	if (d->to > d->from)
		buf_addf(&c->out, "-%d", d->to);
	buf_add(&c->out, STR("  "));
	say_dates(c, change->from_a, change->to_a);
	buf_add(&c->out, STR(" -> "));
	say_dates(c, change->from_b, change->to_b);
	buf_add(&c->out, STR("  "));
	cli_text(c, d->title);
	buf_addc(&c->out, '\n');
}

static void change_text(struct cli *c, struct str words, const struct calendar *a,
	const struct calendar *b, const struct calendar_change *change, int n)
{
	char was[16], now[16];
	buf_addf(&c->out, "%s%.*s\n", c->dry_run ? "not done, only shown: " : "", STR_ARG(words));
	for (int i = 0; i < n; i++)
		say_change(c, &change[i]);
	if (n == 0)
		buf_add(&c->out, STR("  no day of the plan changes its dates\n"));
	if (a->end != b->end)
		buf_addf(&c->out, "  the plan ends %s -> %s\n", day_iso(a->end, was),
			day_iso(b->end, now));
}

static void report(
	struct cli *c, const struct move *m, const struct calendar *a, const struct calendar *b)
{
	int n;
	struct buf words = { 0 };
	struct calendar_change *change = calendar_diff(a, b, &n, &c->arena);
	planner_words(c->study, m, &words);
	if (c->json)
		change_json(c, buf_str(&words), a, b, change, n);
	else if (!c->quiet)
		change_text(c, buf_str(&words), a, b, change, n);
	buf_release(&words);
}

static const struct {
	struct str name;
	enum move_kind kind;
} move_verbs[] = {
	{ STR_INIT("shift"), MOVE_SHIFT },
	{ STR_INIT("extend"), MOVE_EXTEND },
	{ STR_INIT("split"), MOVE_SPLIT },
	{ STR_INIT("swap"), MOVE_SWAP },
	{ STR_INIT("defer"), MOVE_DEFER },
	{ STR_INIT("resume"), MOVE_RESUME },
	{ STR_INIT("off"), MOVE_OFF },
	{ STR_INIT("on"), MOVE_ON },
	{ STR_INIT("start"), MOVE_START },
	{ STR_INIT("rhythm"), MOVE_RHYTHM },
};

/* The calendar before is taken first: the move is made by the same clock as the preview. */
int plan_move_verb(struct cli *c, struct err *e)
{
	struct move m = { 0 };
	struct calendar before, after;
	for (size_t i = 0; i < LENGTH(move_verbs); i++)
		if (str_eq(str_of(c->arg[0]), move_verbs[i].name))
			m.kind = move_verbs[i].kind;
	if (!move_args(c, &m, e))
		return e->kind == ERR_INVALID ? EXIT_USAGE : EXIT_FAILED;
	if (!planner_calendar(c->study, &before, &c->arena, e) ||
		!planner_preview(c->study, &m, &after, &c->arena, e) ||
		(!c->dry_run && !planner_move(c->study, &m, e)))
		return EXIT_FAILED;
	report(c, &m, &before, &after);
	return EXIT_DONE;
}

/* ---- counters */

static bool load_guide(struct cli *c, struct guide *g, struct err *e)
{
	const struct study *s = c->study;
	struct decoded text;
	*g = (struct guide){ 0 };
	if (!s->plan_path.n)
		return true;
	if (!study_text(s, s->plan_path, &text, &c->arena, e))
		return false;
	*g = guide_parse(text.text, s->plan_path, &s->plan, &c->arena);
	return true;
}

/* By its id or the beginning of it. */
static const struct guide_counter *counter_arg(
	const struct guide *g, const char *name, struct err *e)
{
	const struct guide_counter *found = NULL;
	char hex[17];
	int n = 0;
	for (int i = 0; *name && i < g->ncounter; i++)
		if (str_starts(str_of(study_id(g->counter[i].id, hex)), str_of(name))) {
			found = &g->counter[i];
			n++;
		}
	if (n > 1)
		err_set(e, ERR_INVALID, "%s is the beginning of %d counters: give more digits",
			name, n);
	else if (n == 0)
		err_set(e, ERR_MISSING, "the plan has no counter %s: `hone plan count` lists them",
			name);
	return n == 1 ? found : NULL;
}

static void counter_json(struct cli *c, const struct guide_counter *k, int all, int week)
{
	struct json *j = &c->j;
	json_open(j, '{');
	json_key_id(j, "id", k->id);
	json_key_str(j, "name", k->name);
	json_key_int(j, "low", k->low);
	json_key_int(j, "high", k->high);
	json_key(j, "per_week");
	json_bool(j, k->per_week);
	json_key_int(j, "line", k->line);
	json_key_int(j, "all", all);
	json_key_int(j, "week", week);
	json_close(j, '}');
}

static bool say_counter(struct cli *c, const struct guide_counter *k, struct err *e)
{
	int all, week;
	char hex[17];
	if (!planner_counted(c->study, k->id, c->study->today, &all, &week, e))
		return false;
	if (c->json) {
		counter_json(c, k, all, week);
		return true;
	}
	if (c->quiet)
		return true;
	buf_addf(&c->out, "%s  %d in all, %d this week", study_id(k->id, hex), all, week);
	if (k->low)
		buf_addf(&c->out, ", of %d", k->low);
	if (k->high > k->low)
		buf_addf(&c->out, "-%d", k->high);
	buf_addf(&c->out, "%s  ", k->low && k->per_week ? " a week" : "");
	cli_text(c, k->name);
	buf_addc(&c->out, '\n');
	return true;
}

static int list_counters(struct cli *c, const struct guide *g, struct err *e)
{
	if (c->json)
		json_open(&c->j, '[');
	for (int i = 0; i < g->ncounter; i++)
		if (!say_counter(c, &g->counter[i], e))
			return EXIT_FAILED;
	if (c->json)
		json_close(&c->j, ']');
	else if (g->ncounter == 0)
		buf_add(&c->out, STR("The plan asks for nothing to be counted.\n"));
	return EXIT_DONE;
}

int plan_count_verb(struct cli *c, struct err *e)
{
	struct guide g;
	int by;
	if (!load_guide(c, &g, e))
		return EXIT_FAILED;
	if (c->narg == 1 && !c->less)
		return list_counters(c, &g, e);
	if (c->narg == 1)
		err_set(e, ERR_INVALID, "say what to count: hone plan count COUNTER N");
	if (c->narg == 1 || !number_arg(c, 2, &by, e))
		return EXIT_USAGE;
	const struct guide_counter *k = counter_arg(&g, c->arg[1], e);
	if (!k || (!c->dry_run && !planner_count(c->study, k->id, by, e)) || !say_counter(c, k, e))
		return EXIT_FAILED;
	return EXIT_DONE;
}
