/* progress_rows.c - the progress page as rows of a width. */
#include <stdio.h>

#include "hone/md.h"
#include "hone/text.h"
#include "views/progress_priv.h"
#include "views/views.h"

enum { MINUTE_MS = 60000, ASKED_AHEAD = 7, MOST_RUNS = 6, MOST_AREAS = 8 };

static bool is_wide(const struct progress_view *v)
{
	return v->rows.cols >= PROGRESS_WIDE;
}

/* Minutes as progress_minutes() says them. */
static struct str hours(struct progress_view *v, int minutes)
{
	struct buf b = { 0 };
	progress_minutes(minutes, &b);
	struct str said = arena_str(&v->rows.arena, buf_str(&b));
	buf_release(&b);
	return said;
}

static struct str date(struct progress_view *v, int day)
{
	char out[48];
	return arena_str(&v->rows.arena, str_of(views_dates(day, day, v->today, out)));
}

static void add_said(struct progress_view *v, enum role role, struct str said)
{
	rows_text(&v->rows, (struct row){ .kind = ROW_TEXT, .indent = 2, .role = role }, said);
}

/* What bars stand for, beside a heading. */
static struct str legend(struct progress_view *v, const char *done, const char *next)
{
	const char *sign = v->ascii ? "#" : "━", *other = v->ascii ? "=" : "╍";
	return arena_printf(&v->rows.arena, "%s %s  %s %s", sign, done, other, next);
}

/* Bars end where the widest text beside one of them begins: all from that row on get its width. */
static void align_right(struct progress_view *v, int from)
{
	int cols = 0;
	for (int i = from; i < v->rows.list.n; i++) {
		int own = text_cols(v->rows.row[i].right);
		cols = own > cols ? own : cols;
	}
	for (int i = from; i < v->rows.list.n; i++) {
		struct str *right = &v->rows.row[i].right;
		*right = arena_printf(
			&v->rows.arena, "%*s%.*s", cols - text_cols(*right), "", STR_ARG(*right));
	}
}

/* ---- the head */

static struct str say_pace(struct progress_view *v)
{
	static const char *const said[] = {
		[PACE_UNKNOWN] = "No hours a week are known.",
		[PACE_BUDGET] = "Pace as the plan says; too little is measured yet.",
		[PACE_RHYTHM] = "Pace of your rhythm; too little is measured yet.",
		[PACE_MEASURED] = "Pace of the last four weeks.",
	};
	const struct progress *p = &v->report.progress;
	if (p->planned_finish == DAY_NONE)
		return str_of(said[p->pace]);
	return arena_printf(&v->rows.arena, "Planned to end %.*s. %s",
		STR_ARG(date(v, p->planned_finish)), said[p->pace]);
}

static void add_asked(struct progress_view *v)
{
	int i = progress_asked(v);
	if (i < 0)
		return;
	const struct progress_decision *d = &v->report.decision[i];
	struct row r = { .kind = PROGRESS_ASKED, .index = i, .role = ROLE_UNSURE, .stop = true };
	rows_add(&v->rows, (struct row){ .kind = ROW_BLANK });
	rows_text(&v->rows, r,
		arena_printf(&v->rows.arena, "To decide %s %.*s: %.*s",
			d->due < v->today ? "since" : "by", STR_ARG(date(v, d->due)),
			STR_ARG(md_plain(d->d->title, &v->rows.arena))));
}

static void add_head(struct progress_view *v)
{
	const struct progress_part *all = &v->report.progress.all;
	struct str done = hours(v, all->minutes_done), whole = hours(v, all->minutes);
	struct str worked = hours(v, all->minutes_worked);
	rows_text(&v->rows, (struct row){ .kind = ROW_HEADING, .role = ROLE_ACCENT },
		v->report.sentence.n ? v->report.sentence : STR("Nothing to do in this plan"));
	rows_add(&v->rows, (struct row){ .kind = PROGRESS_WHOLE });
	struct row r = { .kind = ROW_TEXT, .role = ROLE_DIM };
	rows_text(&v->rows, r,
		arena_printf(&v->rows.arena,
			"%d of %d tasks · %.*s of %.*s done by estimate · %.*s measured", all->done,
			all->tasks, STR_ARG(done), STR_ARG(whole), STR_ARG(worked)));
	rows_text(&v->rows, r, say_pace(v));
	add_asked(v);
}

static void add_advice(struct progress_view *v)
{
	const struct guide_advice *a = v->report.advice;
	if (!a)
		return;
	rows_heading(&v->rows,
		a->when == GUIDE_SLOWER ? STR("What the plan says for when you are slower")
					: STR("What the plan says for when you are faster"),
		(struct str){ 0 });
	for (int i = 0; i < a->nline; i++)
		add_said(v, ROLE_TEXT,
			arena_printf(&v->rows.arena, "%s %.*s", v->ascii ? "-" : "•",
				STR_ARG(a->line_text[i])));
}

/* ---- phases and weeks */

static struct str part_right(struct progress_view *v, const struct progress_part *p)
{
	char tasks[32];
	snprintf(tasks, sizeof tasks, "%d/%d", p->done, p->tasks);
	if (!is_wide(v))
		return arena_str(&v->rows.arena, str_of(tasks));
	struct str done = hours(v, p->minutes_done), all = hours(v, p->minutes);
	return arena_printf(&v->rows.arena, "%7s  %*s%.*s of %*s%.*s", tasks, 6 - (int)done.n, "",
		STR_ARG(done), 7 - (int)all.n, "", STR_ARG(all));
}

/* "Week 4 Progress check", "Weeks 11-12 Applications"; short where there is little room. */
static struct str part_name(
	struct progress_view *v, const char *what, const struct progress_part *p)
{
	struct str title = md_plain(p->title, &v->rows.arena);
	char number[48];
	bool range = p->to > p->number, wide = is_wide(v);
	snprintf(number, sizeof number, wide ? "%.8s%s %d" : "%.1s%s%d", what,
		wide && range ? "s" : "", p->number);
	if (p->number == 0)
		return title;
	if (range)
		return arena_printf(&v->rows.arena, "%s-%d %.*s", number, p->to, STR_ARG(title));
	return arena_printf(&v->rows.arena, "%s %.*s", number, STR_ARG(title));
}

static void add_part(struct progress_view *v, int kind, int index, const struct progress_part *p)
{
	bool week = kind == PROGRESS_WEEK;
	rows_add(&v->rows, (struct row){ .kind = kind,
				   .index = index,
				   .stop = true,
				   .indent = week && v->report.progress.nphase ? 4 : 2,
				   .role = week ? ROLE_TEXT : ROLE_HEADING3,
				   .text = part_name(v, week ? "Week" : "Phase", p),
				   .right = part_right(v, p) });
}

static bool is_of_phase(const struct progress *p, const struct plan *plan, int week, int phase)
{
	return plan->week[week].phase == p->phase[phase].number;
}

/* Each phase before its first week; those without weeks where they stand. */
static void add_parts(struct progress_view *v, const struct plan *plan)
{
	const struct progress *p = &v->report.progress;
	int phase = 0;
	if (p->nphase + p->nweek == 0)
		return;
	rows_heading(&v->rows, STR("Phases and weeks"),
		is_wide(v) ? legend(v, "done", "planned until today, not done")
			   : legend(v, "done", "late"));
	int from = v->rows.list.n;
	for (int i = 0; i < p->nweek; i++) {
		int at = phase;
		while (at < p->nphase && !is_of_phase(p, plan, i, at))
			at++;
		for (; at < p->nphase && phase <= at; phase++)
			add_part(v, PROGRESS_PHASE, phase, &p->phase[phase]);
		add_part(v, PROGRESS_WEEK, i, &p->week[i]);
	}
	for (; phase < p->nphase; phase++)
		add_part(v, PROGRESS_PHASE, phase, &p->phase[phase]);
	align_right(v, from);
}

/* ---- hours */

static struct str hours_right(struct progress_view *v, const struct progress_hours *h, bool noted)
{
	char budget[32], all[48];
	struct str done = hours(v, (int)(h->ms / MINUTE_MS));
	views_minutes(h->budget_from, h->budget_to, budget);
	snprintf(all, sizeof all, "%.*s%s%s", STR_ARG(done), *budget ? " of " : "", budget);
	if (!noted || !is_wide(v))
		return arena_str(&v->rows.arena, str_of(all));
	struct str written = hours(v, h->written);
	return h->written ? arena_printf(&v->rows.arena, "%s  noted %6.*s", all, STR_ARG(written))
			  : arena_printf(&v->rows.arena, "%s  %12s", all, "");
}

static void add_hours(struct progress_view *v)
{
	const struct progress *p = &v->report.progress;
	bool noted = false;
	for (int i = 0; i < p->nhours; i++)
		noted = noted || p->hours[i].written;
	if (p->nhours == 0)
		return;
	rows_heading(&v->rows, STR("Hours a week"),
		noted ? legend(v, "measured", is_wide(v) ? "noted in the plan" : "noted")
		      : (struct str){ 0 });
	int from = v->rows.list.n;
	for (int i = 0; i < p->nhours; i++)
		rows_add(&v->rows, (struct row){ .kind = PROGRESS_HOURS,
					   .index = i,
					   .indent = 2,
					   .role = ROLE_TEXT,
					   .text = date(v, p->hours[i].week_start),
					   .right = hours_right(v, &p->hours[i], noted) });
	align_right(v, from);
}

/* ---- counters and milestones */

static struct str counter_right(struct progress_view *v, const struct progress_counter *n)
{
	int count = n->c->per_week ? n->week : n->all;
	if (n->c->high > n->c->low)
		return arena_printf(&v->rows.arena, "%d of %d-%d", count, n->c->low, n->c->high);
	return arena_printf(&v->rows.arena, "%d of %d", count, n->c->low);
}

static void add_counters(struct progress_view *v)
{
	const struct progress_report *r = &v->report;
	if (r->ncounter)
		rows_heading(&v->rows, STR("Counters"), (struct str){ 0 });
	int from = v->rows.list.n;
	for (int i = 0; i < r->ncounter; i++) {
		const struct progress_counter *n = &r->counter[i];
		struct str name = md_plain(n->c->name, &v->rows.arena);
		if (n->c->per_week)
			name = arena_printf(&v->rows.arena, "%.*s, this week (%d in all)",
				STR_ARG(name), n->all);
		rows_add(&v->rows, (struct row){ .kind = PROGRESS_COUNTER,
					   .index = i,
					   .stop = true,
					   .indent = 4,
					   .role = n->reached ? ROLE_DIM : ROLE_TEXT,
					   .text = name,
					   .right = counter_right(v, n) });
	}
	align_right(v, from);
}

static void add_milestone(struct progress_view *v, int i)
{
	const struct progress_milestone *m = &v->report.milestone[i];
	rows_text(&v->rows,
		(struct row){ .kind = PROGRESS_MILESTONE,
			.index = i,
			.stop = true,
			.indent = 4,
			.role = m->done ? ROLE_DIM : ROLE_TEXT,
			.right = date(v, m->due) },
		md_plain(m->m->title, &v->rows.arena));
}

/* By when they are due; those of one date as the plan has them, those without a date last. */
static void add_milestones(struct progress_view *v)
{
	const struct progress_report *r = &v->report;
	int done = 0,
	    *order = arena_alloc(&v->rows.arena, (size_t)r->nmilestone + 1, sizeof *order);
	for (int i = 0; i < r->nmilestone; i++) {
		int at = i, due = r->milestone[i].due;
		for (; at > 0 && due != DAY_NONE; at--) {
			int before = r->milestone[order[at - 1]].due;
			if (before != DAY_NONE && before <= due)
				break;
			order[at] = order[at - 1];
		}
		order[at] = i;
		done += r->milestone[i].done;
	}
	if (r->nmilestone)
		rows_heading(&v->rows, STR("Milestones"),
			arena_printf(&v->rows.arena, "%d/%d", done, r->nmilestone));
	for (int i = 0; i < r->nmilestone; i++)
		add_milestone(v, order[i]);
}

/* ---- decisions */

int progress_asked(const struct progress_view *v)
{
	const struct progress_report *r = &v->report;
	int found = -1;
	for (int i = 0; i < r->ndecision; i++) {
		const struct progress_decision *d = &r->decision[i];
		if (d->chosen >= 0 || d->due == DAY_NONE || d->due > v->today + ASKED_AHEAD)
			continue;
		if (found < 0 || d->due < r->decision[found].due)
			found = i;
	}
	return found;
}

static bool is_overall(const struct guide_decision *d)
{
	for (int i = 0; i < d->noption; i++)
		if (d->option[i].test == GUIDE_OVERALL_AT_LEAST ||
			d->option[i].test == GUIDE_OVERALL_BELOW)
			return true;
	return false;
}

/* Areas below the threshold, lowest first, each with what is missing. */
static void add_areas(struct progress_view *v, int i, int below)
{
	const struct progress_decision *d = &v->report.decision[i];
	int shown = below > MOST_AREAS + 1 ? MOST_AREAS : below;
	struct str said =
		d->nmeasure == 1
			? arena_printf(&v->rows.arena, "Below %d %%:", d->percent)
			: arena_printf(&v->rows.arena, "%d of %d areas %s below %d %%:", below,
				  d->nmeasure, below == 1 ? "is" : "are", d->percent);
	add_said(v, ROLE_TEXT, said);
	for (int k = 0; k < shown; k++)
		rows_add(&v->rows, (struct row){ .kind = PROGRESS_AREA,
					   .index = progress_sub_row(i, k),
					   .indent = 4,
					   .role = ROLE_TEXT,
					   .text = md_plain(d->measure[k].area, &v->rows.arena),
					   .right = arena_printf(&v->rows.arena, "%2d of %d %%",
						   d->measure[k].percent, d->percent) });
	if (shown < below)
		rows_text(&v->rows, (struct row){ .kind = ROW_TEXT, .indent = 4, .role = ROLE_DIM },
			arena_printf(&v->rows.arena, "and %d more", below - shown));
}

static void add_reason(struct progress_view *v, int i)
{
	const struct progress_decision *d = &v->report.decision[i];
	int below = 0;
	while (below < d->nmeasure && !d->measure[below].holds)
		below++;
	if (below == 0 || d->percent < 0 || is_overall(d->d))
		add_said(v, ROLE_TEXT,
			arena_printf(&v->rows.arena, "Now: %.*s", STR_ARG(d->reason)));
	else
		add_areas(v, i, below);
}

static void add_option(struct progress_view *v, int i, int k)
{
	const struct progress_decision *d = &v->report.decision[i];
	const struct guide_option *o = &d->d->option[k];
	struct row r = { .kind = PROGRESS_OPTION,
		.index = progress_sub_row(i, k),
		.stop = true,
		.indent = 4,
		.role = d->chosen >= 0 && d->chosen != k ? ROLE_DIM : ROLE_TEXT };
	struct str condition = md_plain(o->condition, &v->rows.arena);
	struct str action = md_plain(o->action, &v->rows.arena);
	r.right = k == d->chosen ? STR("chosen") : k == d->option ? STR("holds now") : STR("");
	rows_text(&v->rows, r, condition.n ? condition : action);
	if (condition.n == 0)
		return;
	r.more = true;
	r.stop = false;
	r.right = STR("");
	r.indent = 6;
	rows_text(&v->rows, r,
		arena_printf(&v->rows.arena, "%s %.*s", v->ascii ? "->" : "→", STR_ARG(action)));
}

static void add_decision(struct progress_view *v, int i)
{
	const struct progress_decision *d = &v->report.decision[i];
	struct str asked = date(v, d->due);
	if (i)
		rows_add(&v->rows, (struct row){ .kind = ROW_BLANK });
	rows_text(&v->rows,
		(struct row){
			.kind = ROW_TEXT, .indent = 2, .role = ROLE_HEADING3, .right = asked },
		md_plain(d->d->title, &v->rows.arena));
	if (d->chosen >= 0)
		add_said(v, ROLE_KNOW,
			arena_printf(&v->rows.arena, "Decided %.*s, as it stood then: %.*s",
				STR_ARG(date(v, d->chosen_day)), STR_ARG(d->chosen_reason)));
	add_reason(v, i);
	for (int k = 0; k < d->d->noption && k < MOST_OPTIONS; k++)
		add_option(v, i, k);
}

static void add_decisions(struct progress_view *v)
{
	if (v->report.ndecision)
		rows_heading(&v->rows, STR("Decisions"), (struct str){ 0 });
	for (int i = 0; i < v->report.ndecision; i++)
		add_decision(v, i);
}

/* ---- against the clock */

/* "60 → 25 → 15 min, target 30-40"; of a long history the last. */
static struct str timed_right(struct progress_view *v, const struct progress_timed *t)
{
	struct buf b = { 0 };
	const char *arrow = v->ascii ? " -> " : " → ";
	int from = t->n > MOST_RUNS ? t->n - MOST_RUNS : 0;
	if (from)
		buf_addf(&b, "%s", v->ascii ? "..." : "…");
	for (int k = from; k < t->n; k++)
		buf_addf(&b, "%s%d", k ? arrow : "", t->minutes[k]);
	buf_add(&b, STR(" min"));
	if (t->target_to)
		buf_addf(&b, ", target %d", t->target_from ? t->target_from : t->target_to);
	if (t->target_to > t->target_from && t->target_from)
		buf_addf(&b, "-%d", t->target_to);
	struct str said = arena_str(&v->rows.arena, buf_str(&b));
	buf_release(&b);
	return said;
}

static void add_timed(struct progress_view *v)
{
	const struct progress_report *r = &v->report;
	if (r->ntimed)
		rows_heading(&v->rows, STR("Against the clock"), (struct str){ 0 });
	for (int i = 0; i < r->ntimed; i++)
		rows_text(&v->rows,
			(struct row){ .kind = PROGRESS_TIMED,
				.index = i,
				.stop = true,
				.indent = 4,
				.role = ROLE_TEXT,
				.right = timed_right(v, &r->timed[i]) },
			r->timed[i].title);
}

void progress_lay_out(struct progress_view *v, const struct plan *plan)
{
	rows_begin(&v->rows);
	if (!v->none) {
		add_head(v);
		add_advice(v);
		add_parts(v, plan);
		add_hours(v);
		add_counters(v);
		add_milestones(v);
		add_decisions(v);
		add_timed(v);
	}
	rows_end(&v->rows);
}
