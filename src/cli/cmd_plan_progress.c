/* cmd_plan_progress.c - the verbs plan progress and plan decide; arg[0] is the verb's name. */
#include <stdio.h>

#include "cli/cmd_plan.h"
#include "hone/progress.h"

enum { MINUTE_MS = 60000 };

static const char *pace_name(enum progress_pace pace)
{
	static const char *const name[] = {
		[PACE_UNKNOWN] = "unknown",
		[PACE_BUDGET] = "budget",
		[PACE_RHYTHM] = "rhythm",
		[PACE_MEASURED] = "measured",
	};
	return name[pace];
}

static const char *when_name(enum guide_when when)
{
	static const char *const name[] = {
		[GUIDE_FASTER] = "faster",
		[GUIDE_SLOWER] = "slower",
		[GUIDE_EARLY_INTERVIEW] = "early-interview",
		[GUIDE_TOO_EASY] = "too-easy",
		[GUIDE_TOO_HARD] = "too-hard",
	};
	return name[when];
}

/* ---- JSON */

static void key_bool(struct json *j, const char *name, bool b)
{
	json_key(j, name);
	json_bool(j, b);
}

/* The number, or null where it is less than 0. */
static void key_known(struct json *j, const char *name, int n)
{
	json_key(j, name);
	if (n >= 0)
		json_int(j, n);
	else
		json_null(j);
}

static void put_part(struct json *j, const struct progress_part *p)
{
	json_open(j, '{');
	json_key_int(j, "number", p->number);
	json_key_int(j, "to", p->to);
	json_key_str(j, "title", p->title);
	json_key_int(j, "tasks", p->tasks);
	json_key_int(j, "done", p->done);
	json_key_int(j, "minutes", p->minutes);
	json_key_int(j, "minutes_done", p->minutes_done);
	json_key_int(j, "minutes_worked", p->minutes_worked);
	json_key_int(j, "expected", p->expected);
	json_key_day(j, "from_date", p->from);
	json_key_day(j, "to_date", p->to_date);
	key_bool(j, "checkpoint", p->checkpoint);
	json_close(j, '}');
}

static void put_parts(struct json *j, const char *name, const struct progress_part *p, int n)
{
	json_key(j, name);
	json_open(j, '[');
	for (int i = 0; i < n; i++)
		put_part(j, &p[i]);
	json_close(j, ']');
}

static void put_hours(struct json *j, const struct progress *p)
{
	json_key(j, "hours");
	json_open(j, '[');
	for (int i = 0; i < p->nhours; i++) {
		const struct progress_hours *h = &p->hours[i];
		json_open(j, '{');
		json_key_day(j, "week", h->week_start);
		json_key_int(j, "minutes", h->ms / MINUTE_MS);
		json_key_int(j, "written", h->written);
		json_key_int(j, "budget_from", h->budget_from);
		json_key_int(j, "budget_to", h->budget_to);
		json_close(j, '}');
	}
	json_close(j, ']');
}

static void put_advice(struct json *j, const struct guide_advice *advice)
{
	json_key(j, "advice");
	if (!advice) {
		json_null(j);
		return;
	}
	json_open(j, '{');
	json_key_str(j, "when", str_of(when_name(advice->when)));
	json_key(j, "lines");
	json_open(j, '[');
	for (int i = 0; i < advice->nline; i++)
		json_str(j, advice->line_text[i]);
	json_close(j, ']');
	json_key_int(j, "line", advice->line);
	json_close(j, '}');
}

static void put_counters(struct json *j, const struct progress_report *g)
{
	json_key(j, "counters");
	json_open(j, '[');
	for (int i = 0; i < g->ncounter; i++) {
		const struct progress_counter *c = &g->counter[i];
		json_open(j, '{');
		json_key_id(j, "id", c->c->id);
		json_key_str(j, "name", c->c->name);
		json_key_int(j, "low", c->c->low);
		json_key_int(j, "high", c->c->high);
		key_bool(j, "per_week", c->c->per_week);
		json_key_int(j, "count", c->all);
		json_key_int(j, "count_week", c->week);
		key_bool(j, "reached", c->reached);
		json_key_int(j, "line", c->c->line);
		json_close(j, '}');
	}
	json_close(j, ']');
}

static void put_milestones(struct json *j, const struct progress_report *g)
{
	json_key(j, "milestones");
	json_open(j, '[');
	for (int i = 0; i < g->nmilestone; i++) {
		const struct progress_milestone *m = &g->milestone[i];
		json_open(j, '{');
		json_key_str(j, "title", m->m->title);
		json_key_int(j, "week", m->m->week);
		json_key_int(j, "day", m->m->day);
		key_bool(j, "open_end", m->m->open_end);
		json_key_day(j, "due", m->due);
		key_bool(j, "over", m->over);
		key_bool(j, "done", m->done);
		json_key_int(j, "line", m->m->line);
		json_close(j, '}');
	}
	json_close(j, ']');
}

static void put_options(struct json *j, const struct guide_decision *d)
{
	json_key(j, "options");
	json_open(j, '[');
	for (int i = 0; i < d->noption; i++) {
		const struct guide_option *o = &d->option[i];
		json_open(j, '{');
		json_key_str(j, "name", o->name);
		json_key_str(j, "condition", o->condition);
		json_key_str(j, "action", o->action);
		key_known(j, "percent", o->percent);
		json_key_int(j, "line", o->line);
		json_close(j, '}');
	}
	json_close(j, ']');
}

static void put_areas(struct json *j, const struct progress_decision *d)
{
	json_key(j, "areas");
	json_open(j, '[');
	for (int i = 0; i < d->nmeasure; i++) {
		json_open(j, '{');
		json_key_str(j, "area", d->measure[i].area);
		key_known(j, "percent", d->measure[i].percent);
		key_bool(j, "holds", d->measure[i].holds);
		json_close(j, '}');
	}
	json_close(j, ']');
}

/* Options are numbered from 1, as `hone plan decide` takes them. */
static void put_decisions(struct json *j, const struct progress_report *g)
{
	json_key(j, "decisions");
	json_open(j, '[');
	for (int i = 0; i < g->ndecision; i++) {
		const struct progress_decision *d = &g->decision[i];
		json_open(j, '{');
		json_key_id(j, "id", d->d->id);
		json_key_str(j, "title", d->d->title);
		json_key_day(j, "due", d->due);
		key_known(j, "option", d->option < 0 ? -1 : d->option + 1);
		json_key_str(j, "reason", d->reason);
		key_known(j, "percent", d->percent);
		put_options(j, d->d);
		put_areas(j, d);
		key_known(j, "chosen", d->chosen < 0 ? -1 : d->chosen + 1);
		json_key_day(j, "chosen_day", d->chosen < 0 ? DAY_NONE : d->chosen_day);
		json_key_str(j, "chosen_reason", d->chosen_reason);
		json_key_int(j, "line", d->d->line);
		json_close(j, '}');
	}
	json_close(j, ']');
}

static void put_timed(struct json *j, const struct progress_report *g)
{
	json_key(j, "timed");
	json_open(j, '[');
	for (int i = 0; i < g->ntimed; i++) {
		const struct progress_timed *t = &g->timed[i];
		json_open(j, '{');
		json_key_id(j, "id", t->item);
		json_key_str(j, "title", t->title);
		json_key_int(j, "target_from", t->target_from);
		json_key_int(j, "target_to", t->target_to);
		json_key_int(j, "best", t->best);
		json_key(j, "history");
		json_open(j, '[');
		for (int k = 0; k < t->n; k++) {
			json_open(j, '{');
			json_key_day(j, "date", t->day[k]);
			json_key_int(j, "minutes", t->minutes[k]);
			json_close(j, '}');
		}
		json_close(j, ']');
		json_close(j, '}');
	}
	json_close(j, ']');
}

static void page_json(struct cli *c, const struct progress_report *g)
{
	struct json *j = &c->j;
	const struct progress *p = &g->progress;
	json_open(j, '{');
	json_key_day(j, "today", c->study->today);
	json_key_str(j, "sentence", g->sentence);
	json_key_int(j, "behind_minutes", p->behind_min);
	json_key(j, "behind_percent");
	json_fixed(j, p->behind_permille, 10);
	json_key(j, "pace");
	json_str(j, str_of(pace_name(p->pace)));
	json_key_int(j, "pace_week", p->pace_week);
	json_key_day(j, "finish", p->finish);
	json_key_day(j, "planned_finish", p->planned_finish);
	json_key(j, "all");
	put_part(j, &p->all);
	put_parts(j, "phases", p->phase, p->nphase);
	put_parts(j, "weeks", p->week, p->nweek);
	put_hours(j, p);
	put_advice(j, g->advice);
	put_counters(j, g);
	put_milestones(j, g);
	put_decisions(j, g);
	put_timed(j, g);
	json_close(j, '}');
}

/* ---- text */

/* Minutes in a column of their own width. */
static void put_minutes(struct cli *c, int minutes, int cols)
{
	struct buf b = { 0 };
	progress_minutes(minutes, &b);
	buf_addf(&c->out, "%*s", cols, buf_cstr(&b));
	buf_release(&b);
}

static void part_line(struct cli *c, const char *name, const struct progress_part *p)
{
	char iso[16], number[24];
	snprintf(number, sizeof number, p->to > p->number ? "%d-%d" : "%d", p->number, p->to);
	buf_addf(&c->out, "  %s %-6s %3d/%-4d", name, number, p->done, p->tasks);
	put_minutes(c, p->minutes_done, 7);
	buf_add(&c->out, STR(" of "));
	put_minutes(c, p->minutes, 7);
	buf_addf(&c->out, "  %-11s ", day_iso(p->from, iso));
	cli_text(c, p->title);
	buf_addf(&c->out, "%s\n", p->checkpoint ? "  (checkpoint)" : "");
}

static void parts_text(struct cli *c, const struct progress *p)
{
	char iso[16];
	buf_addf(&c->out, "%d of %d tasks; ", p->all.done, p->all.tasks);
	put_minutes(c, p->all.minutes_done, 0);
	buf_add(&c->out, STR(" of "));
	put_minutes(c, p->all.minutes, 0);
	buf_add(&c->out, STR(" done by estimate; "));
	put_minutes(c, p->all.minutes_worked, 0);
	buf_add(&c->out, STR(" measured"));
	if (p->planned_finish != DAY_NONE)
		buf_addf(&c->out, "; planned to end %s", day_iso(p->planned_finish, iso));
	buf_add(&c->out, STR("\n\n"));
	for (int i = 0; i < p->nphase; i++)
		part_line(c, "Phase", &p->phase[i]);
	for (int i = 0; i < p->nweek; i++)
		part_line(c, "Week ", &p->week[i]);
}

static void budget_text(struct cli *c, const struct progress_hours *h)
{
	if (h->budget_to == 0)
		return;
	buf_add(&c->out, STR("  of "));
	if (h->budget_from < h->budget_to) {
		put_minutes(c, h->budget_from, 0);
		buf_add(&c->out, STR(" to "));
	}
	put_minutes(c, h->budget_to, 0);
}

static void hours_text(struct cli *c, const struct progress *p)
{
	char iso[16];
	buf_add(&c->out, STR("\nWeek from   measured\n"));
	for (int i = 0; i < p->nhours; i++) {
		const struct progress_hours *h = &p->hours[i];
		buf_addf(&c->out, "  %s", day_iso(h->week_start, iso));
		put_minutes(c, (int)(h->ms / MINUTE_MS), 8);
		budget_text(c, h);
		if (h->written) {
			buf_add(&c->out, STR("  (the plan notes "));
			put_minutes(c, h->written, 0);
			buf_addc(&c->out, ')');
		}
		buf_addc(&c->out, '\n');
	}
}

static void advice_text(struct cli *c, const struct guide_advice *advice)
{
	if (!advice)
		return;
	buf_addf(&c->out, "\nThe plan says for when you are %s:\n", when_name(advice->when));
	for (int i = 0; i < advice->nline; i++) {
		buf_add(&c->out, STR("  - "));
		cli_text(c, advice->line_text[i]);
		buf_addc(&c->out, '\n');
	}
}

static void counters_text(struct cli *c, const struct progress_report *g)
{
	char id[17];
	if (g->ncounter)
		buf_add(&c->out, STR("\nCounters\n"));
	for (int i = 0; i < g->ncounter; i++) {
		const struct progress_counter *n = &g->counter[i];
		buf_addf(&c->out, "  %s  %s %3d of %d", study_id(n->c->id, id),
			n->reached ? "x" : " ", n->c->per_week ? n->week : n->all, n->c->low);
		if (n->c->high > n->c->low)
			buf_addf(&c->out, "-%d", n->c->high);
		buf_add(&c->out, STR("  "));
		cli_text(c, n->c->name);
		if (n->c->per_week)
			buf_addf(&c->out, ", this week (%d in all)", n->all);
		buf_addc(&c->out, '\n');
	}
}

static void milestones_text(struct cli *c, const struct progress_report *g)
{
	char iso[16];
	if (g->nmilestone)
		buf_add(&c->out, STR("\nMilestones\n"));
	for (int i = 0; i < g->nmilestone; i++) {
		const struct progress_milestone *m = &g->milestone[i];
		buf_addf(&c->out, "  %-10s %s ", day_iso(m->due, iso),
			m->done ? "x" : (m->over ? "!" : " "));
		cli_text(c, m->m->title);
		buf_addc(&c->out, '\n');
	}
}

static void option_text(struct cli *c, const struct progress_decision *d, int i)
{
	const struct guide_option *o = &d->d->option[i];
	buf_addf(&c->out, "    %d %s ", i + 1, i == d->option ? "holds:" : "      ");
	cli_text(c, o->condition);
	buf_add(&c->out, STR(" -> "));
	cli_text(c, o->action);
	buf_addc(&c->out, '\n');
}

static void decisions_text(struct cli *c, const struct progress_report *g)
{
	char iso[16], id[17];
	if (g->ndecision)
		buf_add(&c->out, STR("\nDecisions\n"));
	for (int i = 0; i < g->ndecision; i++) {
		const struct progress_decision *d = &g->decision[i];
		buf_addf(&c->out, "  %s  %-10s ", study_id(d->d->id, id), day_iso(d->due, iso));
		cli_text(c, d->d->title);
		buf_add(&c->out, STR("\n    "));
		cli_text(c, d->reason);
		buf_addc(&c->out, '\n');
		for (int k = 0; k < d->d->noption; k++)
			option_text(c, d, k);
		if (d->chosen >= 0) {
			buf_addf(&c->out, "    decided on %s: option %d, ",
				day_iso(d->chosen_day, iso), d->chosen + 1);
			cli_text(c, d->chosen_reason);
			buf_addc(&c->out, '\n');
		}
	}
}

static void timed_text(struct cli *c, const struct progress_report *g)
{
	if (g->ntimed)
		buf_add(&c->out, STR("\nAgainst the clock, in minutes\n"));
	for (int i = 0; i < g->ntimed; i++) {
		const struct progress_timed *t = &g->timed[i];
		buf_add(&c->out, STR("  "));
		for (int k = 0; k < t->n; k++)
			buf_addf(&c->out, "%s%d", k ? " -> " : "", t->minutes[k]);
		if (t->target_to > t->target_from)
			buf_addf(&c->out, " (target %d-%d)", t->target_from, t->target_to);
		else if (t->target_to)
			buf_addf(&c->out, " (target %d)", t->target_to);
		buf_add(&c->out, STR("  "));
		cli_text(c, t->title);
		buf_addc(&c->out, '\n');
	}
}

static void page_text(struct cli *c, const struct progress_report *g)
{
	if (c->study->plan_path.n == 0) {
		buf_add(&c->out, STR("This study has no plan.\n"));
		return;
	}
	cli_text(c, g->sentence);
	buf_addc(&c->out, '\n');
	parts_text(c, &g->progress);
	hours_text(c, &g->progress);
	advice_text(c, g->advice);
	counters_text(c, g);
	milestones_text(c, g);
	decisions_text(c, g);
	timed_text(c, g);
}

int plan_progress_verb(struct cli *c, struct err *e)
{
	struct progress_report g;
	if (!progress_report_load(c->study, &g, &c->arena, e))
		return EXIT_FAILED;
	if (c->json)
		page_json(c, &g);
	else
		page_text(c, &g);
	return EXIT_DONE;
}

/* ---- decide */

/* By the beginning of its id. */
static const struct progress_decision *find_decision(
	const struct progress_decision *d, int n, const char *name, struct err *e)
{
	const struct progress_decision *found = NULL;
	char hex[17];
	for (int i = 0; i < n; i++) {
		if (!str_starts(str_of(study_id(d[i].d->id, hex)), str_of(name)))
			continue;
		if (found) {
			err_set(e, ERR_INVALID,
				"%s is the beginning of several decisions: give more digits", name);
			return NULL;
		}
		found = &d[i];
	}
	if (!found)
		err_set(e, ERR_MISSING,
			"the plan has no decision %s: `hone plan progress` lists them with their "
			"ids",
			name);
	return found;
}

/* By its number from 1, its name ("Option A"), or the last word of that ("A"); -1 and e set if none. */
static int find_option(const struct guide_decision *d, const char *name, struct err *e)
{
	struct str want = str_of(name), rest = want;
	int number;
	if (str_number(&rest, &number) && rest.n == 0 && number >= 1 && number <= d->noption)
		return number - 1;
	for (int i = 0; i < d->noption; i++) {
		struct str have = d->option[i].name, last = have;
		for (ptrdiff_t at; (at = str_find(last, STR(" "), 0)) >= 0;)
			last = str_slice(last, (size_t)at + 1, last.n);
		if (have.n > 0 && (str_caseeq(have, want) || str_caseeq(last, want)))
			return i;
	}
	err_set(e, ERR_INVALID, "%s is no option of this decision: give a number from 1 to %d",
		name, d->noption);
	return -1;
}

int plan_decide_verb(struct cli *c, struct err *e)
{
	struct guide g = progress_guide(c->study, &c->arena);
	struct progress_decision *d;
	int n;
	if (!progress_decisions(c->study, &g, &d, &n, &c->arena, e))
		return EXIT_FAILED;
	const struct progress_decision *found = find_decision(d, n, c->arg[1], e);
	int taken = found ? find_option(found->d, c->arg[2], e) : -1;
	if (taken < 0)
		return EXIT_FAILED;
	if (!c->dry_run && !planner_decide(c->study, found->d->id, taken, found->reason, e))
		return EXIT_FAILED;
	if (!c->quiet) {
		const struct guide_option *o = &found->d->option[taken];
		buf_addf(&c->out, "%s: option %d, ", c->dry_run ? "would decide" : "decided",
			taken + 1);
		cli_text(c, o->action);
		buf_add(&c->out, STR(" ("));
		cli_text(c, found->reason);
		buf_add(&c->out, STR(")\n"));
	}
	return EXIT_DONE;
}
