/* cmd_plan.c - the verbs status and plan. */
#include <inttypes.h>

#include "cli/cmd_plan.h"
#include "hone/check.h"
#include "hone/coverage.h"
#include "hone/planner.h"
#include "hone/queue.h"
#include "hone/readiness.h"

static void put_marks(struct json *j, unsigned marks)
{
	json_key(j, "marks");
	json_open(j, '[');
	for (int i = 0; i < PLAN_MARKS; i++)
		if (marks & 1u << i)
			json_str(j, str_of(plan_mark_name(i)));
	json_close(j, ']');
}

/* A number that -1 stands for none of: null then. */
static void put_index(struct json *j, const char *key, int value)
{
	json_key(j, key);
	if (value < 0)
		json_null(j);
	else
		json_int(j, value);
}

static void put_range(struct json *j, size_t from, size_t to)
{
	json_key_int(j, "from_at", (int64_t)from);
	json_key_int(j, "to_at", (int64_t)to);
}

static void put_item(struct json *j, const struct plan *p, const struct plan_item *t)
{
	json_open(j, '{');
	json_key_id(j, "id", t->id);
	json_key_str(j, "text", t->text);
	json_key(j, "done");
	json_bool(j, t->done);
	json_key_int(j, "line", t->line);
	json_key_int(j, "depth", t->depth);
	json_key_int(j, "minutes_from", t->minutes_from);
	json_key_int(j, "minutes_to", t->minutes_to);
	json_key(j, "boxed");
	json_bool(j, t->boxed);
	json_key_str(j, "status", str_of(plan_status_name(t->status)));
	put_marks(j, t->marks);
	put_index(j, "clock", t->clock);
	put_index(j, "block", t->block);
	if (t->parent >= 0)
		json_key_id(j, "parent", p->item[t->parent].id);
	json_close(j, '}');
}

/* The items that have this day, week and section; -1 is "outside". */
static void put_items(struct json *j, const struct plan *p, int week, int day, int section)
{
	json_key(j, "items");
	json_open(j, '[');
	for (int i = 0; i < p->nitem; i++)
		if (p->item[i].week == week && p->item[i].day == day &&
			p->item[i].section == section)
			put_item(j, p, &p->item[i]);
	json_close(j, ']');
}

/* Those of this day, -1 being outside days; `index` is what the items' "block" says. */
static void put_blocks(struct json *j, const struct plan *p, int first, int n, int day)
{
	json_key(j, "blocks");
	json_open(j, '[');
	for (int i = first; i < first + n; i++) {
		const struct plan_block *b = &p->block[i];
		if (b->day != day)
			continue;
		json_open(j, '{');
		json_key_int(j, "index", i);
		json_key_str(j, "title", b->title);
		json_key_str(j, "status", str_of(plan_status_name(b->status)));
		put_marks(j, b->marks);
		json_key_int(j, "minutes_from", b->minutes_from);
		json_key_int(j, "minutes_to", b->minutes_to);
		put_index(j, "clock", b->clock);
		json_key_int(j, "tasks", b->nitem);
		json_key_int(j, "done", b->ndone);
		json_key_int(j, "line", b->line);
		json_close(j, '}');
	}
	json_close(j, ']');
}

static void put_day_head(struct json *j, const struct plan_day *d)
{
	json_key_id(j, "id", d->id);
	json_key_int(j, "from", d->from);
	json_key_int(j, "to", d->to);
	json_key_str(j, "title", d->title);
	json_key_str(j, "status", str_of(plan_status_name(d->status)));
	json_key_day(j, "date", d->date);
	json_key_int(j, "minutes_from", d->minutes_from);
	json_key_int(j, "minutes_to", d->minutes_to);
	json_key_int(j, "tasks", d->nitem);
	json_key_int(j, "done", d->ndone);
	put_marks(j, d->marks);
	json_key_day(j, "date_to", d->date_to);
	json_key_int(j, "overall_from", d->overall_from);
	json_key_int(j, "overall_to", d->overall_to);
	json_key_int(j, "line", d->line);
	put_range(j, d->from_at, d->to_at);
}

/* The dates a day stands on, and where it stood without moves and delays. */
static void put_placed(struct json *j, const struct calendar_day *d)
{
	char iso[16];
	json_key(j, "placed");
	json_open(j, '[');
	for (int i = 0; i < d->n; i++)
		json_str(j, str_of(day_iso(d->date[i], iso)));
	json_close(j, ']');
	json_key_int(j, "planned", d->planned);
	json_key(j, "was");
	if (d->was_from == DAY_NONE) {
		json_null(j);
	} else {
		json_open(j, '[');
		json_str(j, str_of(day_iso(d->was_from, iso)));
		json_str(j, str_of(day_iso(d->was_to, iso)));
		json_close(j, ']');
	}
}

/* The first and the last date of the days of a week. */
static void put_week_dates(struct json *j, const struct plan_week *w, const struct calendar *cal)
{
	int from = DAY_NONE, to = DAY_NONE;
	for (int i = w->first_day; i < w->first_day + w->nday; i++) {
		const struct calendar_day *d = &cal->day[i];
		if (d->n && (from == DAY_NONE || d->from < from))
			from = d->from;
		if (d->n && d->to > to)
			to = d->to;
	}
	json_key_day(j, "placed_from", from);
	json_key_day(j, "placed_to", to);
}

static void put_week(struct json *j, const struct plan *p, const struct calendar *cal, int week)
{
	const struct plan_week *w = &p->week[week];
	json_open(j, '{');
	json_key_int(j, "number", w->number);
	json_key_int(j, "to", w->to);
	json_key_int(j, "phase", w->phase);
	json_key_str(j, "title", w->title);
	json_key_int(j, "tasks", w->nitem);
	json_key_int(j, "done", w->ndone);
	put_week_dates(j, w, cal);
	put_marks(j, w->marks);
	json_key_int(j, "minutes_from", w->minutes_from);
	json_key_int(j, "minutes_to", w->minutes_to);
	json_key_day(j, "date_from", w->date_from);
	json_key_day(j, "date_to", w->date_to);
	json_key_int(j, "line", w->line);
	put_range(j, w->from_at, w->to_at);
	json_key(j, "days");
	json_open(j, '[');
	for (int i = w->first_day; i < w->first_day + w->nday; i++) {
		json_open(j, '{');
		put_day_head(j, &p->day[i]);
		put_placed(j, &cal->day[i]);
		put_blocks(j, p, p->day[i].first_block, p->day[i].nblock, i);
		put_items(j, p, week, i, -1);
		json_close(j, '}');
	}
	json_close(j, ']');
	put_blocks(j, p, w->first_block, w->nblock, -1);
	put_items(j, p, week, -1, -1);
	json_close(j, '}');
}

static void put_phases(struct json *j, const struct plan *p)
{
	json_key(j, "phases");
	json_open(j, '[');
	for (int i = 0; i < p->nphase; i++) {
		json_open(j, '{');
		json_key_int(j, "number", p->phase[i].number);
		json_key_str(j, "title", p->phase[i].title);
		json_key_int(j, "from_week", p->phase[i].from_week);
		json_key_int(j, "to_week", p->phase[i].to_week);
		put_marks(j, p->phase[i].marks);
		json_key_int(j, "minutes_from", p->phase[i].minutes_from);
		json_key_int(j, "minutes_to", p->phase[i].minutes_to);
		json_key_int(j, "line", p->phase[i].line);
		put_range(j, p->phase[i].from_at, p->phase[i].to_at);
		json_close(j, '}');
	}
	json_close(j, ']');
}

static void put_sections(struct json *j, const struct plan *p)
{
	json_key(j, "sections");
	json_open(j, '[');
	for (int i = 0; i < p->nsection; i++) {
		json_open(j, '{');
		json_key_str(j, "title", p->section[i].title);
		json_key_int(j, "tasks", p->section[i].nitem);
		json_key_int(j, "done", p->section[i].ndone);
		put_range(j, p->section[i].from_at, p->section[i].to_at);
		put_items(j, p, -1, -1, i);
		json_close(j, '}');
	}
	json_close(j, ']');
}

static void plan_json(struct cli *c, const struct calendar *cal)
{
	const struct plan *p = &c->study->plan;
	struct json *j = &c->j;
	json_open(j, '{');
	json_key(j, "file");
	if (c->study->plan_path.n)
		json_str(j, c->study->plan_path);
	else
		json_null(j);
	json_key_str(j, "title", p->title);
	json_key_int(j, "tasks", p->nitem);
	json_key_int(j, "done", p->ndone);
	put_phases(j, p);
	json_key(j, "weeks");
	json_open(j, '[');
	for (int i = 0; i < p->nweek; i++)
		put_week(j, p, cal, i);
	json_close(j, ']');
	put_sections(j, p);
	json_close(j, '}');
}

static void day_line(struct cli *c, const struct calendar *cal, int day, int current)
{
	const struct plan_day *d = &c->study->plan.day[day];
	const struct calendar_day *at = &cal->day[day];
	char iso[16];
	buf_addf(&c->out, "  %s Day %d", day == current ? ">" : " ", d->from);
	if (d->to > d->from)
		buf_addf(&c->out, "-%d", d->to);
	buf_addf(&c->out, " %s%-10s  %3d/%-3d  ", at->projected ? "~" : " ", day_iso(at->from, iso),
		d->ndone, d->nitem);
	cli_text(c, d->title);
	buf_addf(&c->out, "%s%s\n", d->status == PLAN_OPEN ? "" : "  ",
		d->status == PLAN_OPEN ? "" : plan_status_name(d->status));
}

static void plan_text(struct cli *c, const struct calendar *cal)
{
	const struct plan *p = &c->study->plan;
	int current = planner_today(c->study, cal);
	cli_text(c, p->title);
	buf_addf(&c->out, "\n%.*s: %d of %d tasks done\n", STR_ARG(c->study->plan_path), p->ndone,
		p->nitem);
	for (int w = 0; w < p->nweek; w++) {
		buf_addf(&c->out, "\nWeek %d", p->week[w].number);
		if (p->week[w].to > p->week[w].number)
			buf_addf(&c->out, "-%d", p->week[w].to);
		buf_addf(&c->out, "  %d/%d  ", p->week[w].ndone, p->week[w].nitem);
		cli_text(c, p->week[w].title);
		buf_addc(&c->out, '\n');
		for (int d = 0; d < p->week[w].nday; d++)
			day_line(c, cal, p->week[w].first_day + d, current);
	}
	for (int i = 0; i < p->nsection; i++) {
		buf_addf(&c->out, "\n");
		cli_text(c, p->section[i].title);
		buf_addf(&c->out, "  %d/%d\n", p->section[i].ndone, p->section[i].nitem);
	}
}

bool plan_item_arg(const struct study *s, const char *name, uint64_t *id, struct err *e)
{
	char hex[17];
	struct str want = str_of(name), digits = want;
	int line, found = 0;
	bool is_line = str_number(&digits, &line) && digits.n == 0 && want.n < 7;
	for (int i = 0; i < s->plan.nitem; i++) {
		const struct plan_item *t = &s->plan.item[i];
		if (str_starts(str_of(study_id(t->id, hex)), want) ||
			(is_line && t->line == line)) {
			*id = t->id;
			found++;
		}
	}
	if (found == 1)
		return true;
	if (found > 1)
		return err_set(e, ERR_INVALID, "%s is the beginning of %d tasks: give more digits",
			name, found);
	return err_set(e, ERR_MISSING,
		"the plan has no task %s: `hone plan --json` lists them with id and line", name);
}

/* "3.2", "W3D2": the second day of week 3. */
static bool week_and_day(struct str name, int *week, int *day)
{
	if (str_casestarts(name, STR("w")))
		name = str_slice(name, 1, name.n);
	if (!str_number(&name, week))
		return false;
	if (!str_starts(name, STR(".")) && !str_casestarts(name, STR("d")))
		return false;
	name = str_slice(name, 1, name.n);
	return str_number(&name, day) && name.n == 0;
}

/* Is the day called so? */
static bool day_is(const struct study *s, const struct plan_day *d, struct str name)
{
	char hex[17];
	int week, number, date;
	bool dotted = str_find(name, STR("."), 0) >= 0 || str_casestarts(name, STR("w"));
	if (day_parse(name, &date) && name.n == 10)
		return d->date == date;
	if (dotted)
		return week_and_day(name, &week, &number) && s->plan.week[d->week].number == week &&
		       d->from <= number && number <= d->to;
	return name.n && str_starts(str_of(study_id(d->id, hex)), name);
}

bool plan_day_arg(const struct study *s, const char *name, int *day, struct err *e)
{
	int found = 0;
	if (str_eq(str_of(name), STR("today")) && s->plan.nday)
		return planner_find_today(s, day, e);
	for (int i = 0; i < s->plan.nday; i++) {
		if (!day_is(s, &s->plan.day[i], str_of(name)))
			continue;
		*day = i;
		found++;
	}
	if (found == 1)
		return true;
	if (found > 1)
		return err_set(e, ERR_INVALID,
			"%s may be %d days: give the id, which `hone plan --json` lists", name,
			found);
	return err_set(e, ERR_MISSING,
		"the plan has no day %s: give WEEK.DAY, a date, today, or an id of `hone plan "
		"--json`",
		name);
}

/* What may follow `hone plan`, with how many arguments, the name included. */
static const struct {
	struct str name;
	int least, most;
	int (*run)(struct cli *c, struct err *e);
} plan_verbs[] = {
	{ STR_INIT("tick"), 2, 2, plan_tick_verb },
	{ STR_INIT("untick"), 2, 2, plan_untick_verb },
	{ STR_INIT("timer"), 1, 3, plan_timer_verb },
	{ STR_INIT("time"), 2, 3, plan_time_verb },
	{ STR_INIT("note"), 3, 3, plan_note_verb },
	{ STR_INIT("status"), 3, 3, plan_status_verb },
	{ STR_INIT("summary"), 2, 2, plan_summary_verb },
	{ STR_INIT("shift"), 2, 3, plan_move_verb },
	{ STR_INIT("extend"), 2, 3, plan_move_verb },
	{ STR_INIT("split"), 3, 3, plan_move_verb },
	{ STR_INIT("swap"), 3, 3, plan_move_verb },
	{ STR_INIT("defer"), 2, 2, plan_move_verb },
	{ STR_INIT("resume"), 2, 2, plan_move_verb },
	{ STR_INIT("off"), 2, 3, plan_move_verb },
	{ STR_INIT("on"), 2, 3, plan_move_verb },
	{ STR_INIT("start"), 2, 2, plan_move_verb },
	{ STR_INIT("rhythm"), 2, 15, plan_move_verb },
	{ STR_INIT("count"), 1, 3, plan_count_verb },
	{ STR_INIT("progress"), 1, 1, plan_progress_verb },
	{ STR_INIT("decide"), 3, 3, plan_decide_verb },
};

static int plan_verb(struct cli *c, struct err *e)
{
	for (size_t i = 0; i < LENGTH(plan_verbs); i++)
		if (str_eq(str_of(c->arg[0]), plan_verbs[i].name) &&
			c->narg >= plan_verbs[i].least && c->narg <= plan_verbs[i].most)
			return plan_verbs[i].run(c, e);
	err_set(e, ERR_INVALID,
		"usage: hone plan [tick ITEM | untick ITEM | timer [start "
		"ITEM|pause|resume|stop|drop]"
		" | time ITEM MINUTES | note ITEM|DAY TEXT | status DAY WORD | summary DAY"
		" | shift DAY N | extend DAY N | split DAY DATE | swap DAY DAY | defer DAY | "
		"resume DAY"
		" | off DATE [DATE] | on DATE [DATE] | start DATE | rhythm \"mon 60, sat 150\""
		" | count [COUNTER N] | progress | decide DECISION OPTION]");
	return EXIT_USAGE;
}

int cli_plan(struct cli *c, struct err *e)
{
	if (c->narg)
		return plan_verb(c, e);
	struct calendar cal;
	if (!planner_calendar(c->study, &cal, &c->arena, e))
		return EXIT_FAILED;
	if (c->json)
		plan_json(c, &cal);
	else if (c->study->plan_path.n)
		plan_text(c, &cal);
	else
		buf_add(&c->out, STR("This study has no plan.\n"));
	return EXIT_DONE;
}

/* 1 when checks are kept, in a table or here, and none is of today. */
static bool checks_pending(struct cli *c, int *pending, struct err *e)
{
	struct check_entry *entry;
	int n;
	if (!check_history(c->study, &entry, &n, &c->arena, e))
		return false;
	*pending = n > 0;
	for (int i = 0; i < n; i++)
		if (entry[i].date == c->study->today)
			*pending = 0;
	return true;
}

struct status {
	struct queue_counts queue;
	struct readiness readiness;
	int64_t cards;
	int checks_pending, files[5];
	int day; /* of the plan, -1 none */
};

static const struct {
	const char *name;
	unsigned role;
} file_kinds[] = {
	{ "plan", CONTENT_PLAN },
	{ "decks", CONTENT_DECK },
	{ "topics", CONTENT_TOPICS },
	{ "sheets", CONTENT_SHEET },
	{ "checks", CONTENT_CHECKS },
};

static bool load_status(struct cli *c, struct status *st, struct err *e)
{
	struct file_row *file;
	size_t n;
	if (!queue_count(c->study, 0, &st->queue, e) ||
		!readiness_load(c->study, &st->readiness, &c->arena, e) ||
		!catalog_count_cards(c->study->store, &st->cards, e) ||
		!checks_pending(c, &st->checks_pending, e) ||
		!catalog_files(c->study->store, CONTENT_SHEET | CONTENT_PLAN | CONTENT_DECK, &file,
			&n, &c->arena, e))
		return false;
	for (size_t k = 0; k < LENGTH(file_kinds); k++)
		for (size_t i = 0; i < n; i++)
			st->files[k] += file_kinds[k].role == CONTENT_PLAN
						? str_eq(file[i].path, c->study->plan_path)
						: (file[i].roles & file_kinds[k].role) != 0;
	return planner_find_today(c->study, &st->day, e);
}

static void put_topics(struct json *j, struct coverage_count n)
{
	json_open(j, '{');
	json_key_int(j, "know", n.know);
	json_key_int(j, "unsure", n.unsure);
	json_key_int(j, "dunno", n.dunno);
	json_key_int(j, "unrated", n.unrated);
	json_key_int(j, "total", n.total);
	json_close(j, '}');
}

static void status_json(struct cli *c, const struct status *st)
{
	struct json *j = &c->j;
	struct coverage_count n = st->readiness.coverage.count;
	json_open(j, '{');
	json_key_str(j, "study", str_of(c->study->dir));
	json_key_day(j, "today", c->study->today);
	json_key(j, "plan_day");
	if (st->day >= 0) {
		const struct plan_day *d = &c->study->plan.day[st->day];
		json_open(j, '{');
		json_key_int(j, "week", c->study->plan.week[d->week].number);
		put_day_head(j, d);
		json_close(j, '}');
	} else {
		json_null(j);
	}
	json_key_day(j, "deadline", study_deadline(c->study));
	json_key_int(j, "due", st->queue.due);
	json_key_int(j, "new", st->queue.fresh);
	json_key_int(j, "drill", st->queue.drill);
	json_key_int(j, "checks_pending", st->checks_pending);
	json_key(j, "topics");
	put_topics(j, n);
	json_key(j, "files");
	json_open(j, '{');
	for (size_t k = 0; k < LENGTH(file_kinds); k++)
		json_key_int(j, file_kinds[k].name, st->files[k]);
	json_close(j, '}');
	json_key_int(j, "cards", st->cards);
	json_key(j, "readiness");
	if (n.total)
		json_int(j, readiness_whole(st->readiness.percent));
	else
		json_null(j);
	json_close(j, '}');
}

static void status_text(struct cli *c, const struct status *st)
{
	char iso[16];
	struct coverage_count n = st->readiness.coverage.count;
	const struct plan *p = &c->study->plan;
	cli_text(c, str_of(c->study->name));
	buf_addf(&c->out, ", %s\n", day_iso(c->study->today, iso));
	if (st->day >= 0) {
		const struct plan_day *d = &p->day[st->day];
		buf_addf(&c->out, "plan     Week %d, Day %d: ", p->week[d->week].number, d->from);
		cli_text(c, d->title);
		buf_addf(&c->out, "  %d/%d tasks (%d/%d in all)\n", d->ndone, d->nitem, p->ndone,
			p->nitem);
	}
	buf_addf(&c->out, "review   %d due, %d new, %d to repeat today, of %" PRId64 " cards\n",
		st->queue.due, st->queue.fresh, st->queue.drill, st->cards);
	int deadline = study_deadline(c->study);
	if (deadline != DAY_NONE && deadline >= c->study->today)
		buf_addf(&c->out, "deadline %s, %d days left\n", day_iso(deadline, iso),
			deadline - c->study->today);
	if (n.total)
		buf_addf(&c->out,
			"topics   %d know, %d unsure, %d dunno, %d unrated of %d  (%d %% know)\n",
			n.know, n.unsure, n.dunno, n.unrated, n.total, coverage_percent(n));
	if (st->readiness.known)
		buf_addf(&c->out,
			"ready    %d %%  (recalled: %d of %d topics, the rest by what you say)\n",
			readiness_whole(st->readiness.percent), st->readiness.seen, n.total);
	if (st->checks_pending)
		buf_add(&c->out, STR("check    no knowledge check logged today\n"));
	if (c->study->readonly)
		buf_addf(&c->out, "study    %s\n", c->study->why_readonly);
}

int cli_status(struct cli *c, struct err *e)
{
	struct status st = { 0 };
	if (!load_status(c, &st, e))
		return EXIT_FAILED;
	if (c->json)
		status_json(c, &st);
	else
		status_text(c, &st);
	return EXIT_DONE;
}
