/* cmd_plan_marks.c - the verbs that write into the plan or time it, and the repair of a file. */
#include <inttypes.h>

#include "cli/cmd_plan.h"
#include "hone/md.h"
#include "hone/planner.h"

static void say_item(struct cli *c, uint64_t id)
{
	const struct plan_item *t = plan_find(&c->study->plan, id);
	if (t) {
		cli_text(c, md_plain(t->text, &c->arena));
		return;
	}
	for (int i = 0; i < c->study->plan.nday; i++)
		if (c->study->plan.day[i].id == id) {
			cli_text(c, c->study->plan.day[i].title);
			return;
		}
	buf_add(&c->out, STR("a task that is no longer in the plan"));
}

static int tick(struct cli *c, bool done, struct err *e)
{
	uint64_t id = 0;
	if (!plan_item_arg(c->study, c->arg[1], &id, e))
		return EXIT_FAILED;
	bool ok = c->tree ? planner_tick_tree(c->study, id, done, e)
			  : study_tick(c->study, id, done, e);
	if (!ok)
		return EXIT_FAILED;
	if (!c->quiet) {
		buf_addf(&c->out, "%s ", done ? "[x]" : "[ ]");
		say_item(c, id);
		buf_addf(&c->out, "%s\n", c->tree ? ", with all below it" : "");
	}
	return EXIT_DONE;
}

int plan_tick_verb(struct cli *c, struct err *e)
{
	return tick(c, true, e);
}

int plan_untick_verb(struct cli *c, struct err *e)
{
	return tick(c, false, e);
}

/* "1 h 05 min", "12 min", "40 s" */
static void say_ms(struct cli *c, int64_t ms)
{
	int seconds = (int)(ms / 1000), minutes = seconds / 60;
	if (minutes >= 60)
		buf_addf(&c->out, "%d h %02d min", minutes / 60, minutes % 60);
	else if (minutes)
		buf_addf(&c->out, "%d min", minutes);
	else
		buf_addf(&c->out, "%d s", seconds);
}

static void timer_json(struct cli *c, const struct planner_timer *t)
{
	struct json *j = &c->j;
	if (!t->item) {
		json_null(j);
		return;
	}
	json_open(j, '{');
	json_key_id(j, "item", t->item);
	json_key_int(j, "ms", t->ms);
	json_key(j, "running");
	json_bool(j, t->running);
	json_key(j, "capped");
	json_bool(j, t->capped);
	json_close(j, '}');
}

static void say_timer(struct cli *c, const struct planner_timer *t)
{
	if (!t->item) {
		buf_add(&c->out, STR("No timer is running.\n"));
		return;
	}
	say_ms(c, t->ms);
	buf_addf(&c->out, "%s on \"", t->running ? "" : ", paused,");
	say_item(c, t->item);
	buf_add(&c->out, STR("\"\n"));
	if (t->capped)
		buf_add(&c->out,
			STR("It ran for more than 12 hours at a stretch; 12 of them count.\n"));
}

static int show_timer(struct cli *c, struct err *e)
{
	struct planner_timer t;
	if (!planner_timer(c->study, &t, e))
		return EXIT_FAILED;
	if (c->json)
		timer_json(c, &t);
	else if (!c->quiet)
		say_timer(c, &t);
	return EXIT_DONE;
}

/* What it counted is said before it is gone. */
static int end_timer(struct cli *c, bool log, struct err *e)
{
	struct planner_timer t;
	bool ok = planner_timer(c->study, &t, e) &&
		  (log ? planner_timer_stop(c->study, e) : planner_timer_drop(c->study, e));
	if (!ok)
		return EXIT_FAILED;
	if (c->quiet)
		return EXIT_DONE;
	buf_addf(&c->out, "%s ",
		!log                    ? "forgot"
		: t.ms < TIMER_LEAST_MS ? "not logged:"
					: "logged");
	say_timer(c, &t);
	return EXIT_DONE;
}

static int timer_start(struct cli *c, struct err *e)
{
	uint64_t id;
	if (!plan_item_arg(c->study, c->arg[2], &id, e) || !planner_timer_start(c->study, id, e))
		return EXIT_FAILED;
	return show_timer(c, e);
}

static int timer_pause(struct cli *c, struct err *e)
{
	return planner_timer_pause(c->study, true, e) ? show_timer(c, e) : EXIT_FAILED;
}

static int timer_resume(struct cli *c, struct err *e)
{
	return planner_timer_pause(c->study, false, e) ? show_timer(c, e) : EXIT_FAILED;
}

static int timer_stop(struct cli *c, struct err *e)
{
	return end_timer(c, true, e);
}

static int timer_drop(struct cli *c, struct err *e)
{
	return end_timer(c, false, e);
}

int plan_timer_verb(struct cli *c, struct err *e)
{
	static const struct {
		struct str name;
		int narg;
		int (*run)(struct cli *c, struct err *e);
	} row[] = {
		{ STR_INIT("start"), 3, timer_start },
		{ STR_INIT("pause"), 2, timer_pause },
		{ STR_INIT("resume"), 2, timer_resume },
		{ STR_INIT("stop"), 2, timer_stop },
		{ STR_INIT("drop"), 2, timer_drop },
	};
	if (c->narg == 1)
		return show_timer(c, e);
	for (size_t i = 0; i < LENGTH(row); i++)
		if (c->narg == row[i].narg && str_eq(str_of(c->arg[1]), row[i].name))
			return row[i].run(c, e);
	err_set(e, ERR_INVALID, "usage: hone plan timer [start ITEM|pause|resume|stop|drop]");
	return EXIT_USAGE;
}

int plan_time_verb(struct cli *c, struct err *e)
{
	uint64_t id;
	int minutes = -c->less;
	struct str rest = str_of(c->narg == 3 ? c->arg[2] : "");
	bool number = c->less ? c->narg == 2 : str_number(&rest, &minutes) && rest.n == 0;
	if (!number || minutes == 0) {
		err_set(e, ERR_INVALID, "usage: hone plan time ITEM MINUTES (-10 takes 10 off)");
		return EXIT_USAGE;
	}
	if (!plan_item_arg(c->study, c->arg[1], &id, e) ||
		!planner_add_minutes(c->study, id, minutes, e))
		return EXIT_FAILED;
	if (!c->quiet) {
		buf_addf(&c->out, "%s %d min on \"", minutes < 0 ? "took off" : "logged",
			minutes < 0 ? -minutes : minutes);
		say_item(c, id);
		buf_add(&c->out, STR("\"\n"));
	}
	return EXIT_DONE;
}

void cli_say_edit(struct cli *c, const struct planner_edit *edit)
{
	struct str rest = edit->after, line;
	int number = edit->line;
	bool begun = false;
	while (!c->quiet && str_line(&rest, &line)) {
		begun = begun || line.n;
		if (!begun)
			continue;
		if (line.n || rest.n)
			buf_addf(&c->out, "%.*s:%d: ", STR_ARG(edit->path), number++);
		cli_text(c, line);
		buf_add(&c->out, line.n || rest.n ? STR("\n") : STR(""));
	}
}

/* Shown, and written unless it is a dry run. */
static int write_edit(struct cli *c, uint64_t id, const struct planner_edit *edit, struct err *e)
{
	if (!c->dry_run && !planner_apply(c->study, id, edit, e))
		return EXIT_FAILED;
	cli_say_edit(c, edit);
	return EXIT_DONE;
}

int plan_note_verb(struct cli *c, struct err *e)
{
	uint64_t id = 0;
	int day = -1;
	struct err why = { 0 };
	struct planner_edit edit;
	struct str text = str_of(c->arg[2]);
	if (!plan_item_arg(c->study, c->arg[1], &id, &why)) {
		if (why.kind != ERR_MISSING || !plan_day_arg(c->study, c->arg[1], &day, e)) {
			if (why.kind != ERR_MISSING)
				err_set(e, why.kind, "%s", why.text);
			return EXIT_FAILED;
		}
		id = c->study->plan.day[day].id;
	}
	if (!planner_note_edit(c->study, id, text, &edit, &c->arena, e) ||
		(!c->dry_run && !planner_note(c->study, id, text, e)))
		return EXIT_FAILED;
	cli_say_edit(c, &edit);
	return EXIT_DONE;
}

static bool status_arg(const char *name, enum plan_status *status, struct err *e)
{
	for (int i = PLAN_OPEN; i <= PLAN_SKIPPED; i++)
		if (str_eq(str_of(name), str_of(plan_status_name((enum plan_status)i)))) {
			*status = (enum plan_status)i;
			return true;
		}
	return err_set(e, ERR_INVALID,
		"\"%s\" is no status; give done, deferred, skipped, in-progress, moved or open",
		name);
}

int plan_status_verb(struct cli *c, struct err *e)
{
	int day;
	enum plan_status status = PLAN_OPEN;
	struct planner_edit edit;
	if (!status_arg(c->arg[2], &status, e))
		return EXIT_USAGE;
	if (!plan_day_arg(c->study, c->arg[1], &day, e) ||
		!planner_status_edit(c->study, day, status, &edit, &c->arena, e) ||
		(!c->dry_run && !planner_status(c->study, day, status, e)))
		return EXIT_FAILED;
	cli_say_edit(c, &edit);
	return EXIT_DONE;
}

int plan_summary_verb(struct cli *c, struct err *e)
{
	int day;
	struct planner_summary m;
	struct planner_edit edit;
	if (!plan_day_arg(c->study, c->arg[1], &day, e) ||
		!planner_summarise(c->study, day, &m, &c->arena, e) ||
		!planner_summary_edit(c->study, day, &m, &edit, &c->arena, e))
		return EXIT_FAILED;
	return write_edit(c, c->study->plan.day[day].id, &edit, e);
}

static void say_repair(struct cli *c, const struct planner_repair *r)
{
	buf_addf(&c->out, "%.*s was saved as %s: %zu characters %s right\n", STR_ARG(r->path),
		encoding_name(r->encoding), r->characters,
		r->backup ? "are now" : "would come out");
	for (int i = 0; i < r->nsample && !r->backup; i++) {
		buf_addf(&c->out, "%d  now   ", r->sample[i].line);
		cli_text(c, r->sample[i].before);
		buf_addf(&c->out, "\n%d  then  ", r->sample[i].line);
		cli_text(c, r->sample[i].after);
		buf_addc(&c->out, '\n');
	}
	if (r->backup)
		buf_addf(&c->out, "The file as it was: %s\n", r->backup);
}

int cli_repair(struct cli *c, struct err *e)
{
	struct planner_repair r;
	struct str path = str_of(c->arg[0]);
	bool ok = c->dry_run ? planner_repair_preview(c->study, path, &r, &c->arena, e)
			     : planner_repair(c->study, path, &r, &c->arena, e);
	if (!ok)
		return EXIT_FAILED;
	if (!c->quiet)
		say_repair(c, &r);
	return EXIT_DONE;
}
