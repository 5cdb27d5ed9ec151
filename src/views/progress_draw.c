/* progress_draw.c - rows of the progress page with a bar or a sign. */
#include <stdio.h>

#include "views/progress_priv.h"
#include "views/views.h"

/* The bar is BAR columns from ROOMY columns on, so that names keep their room below that. */
enum { BAR = 24, BAR_MIDDLE = 14, BAR_NARROW = 8, ROOMY = 96, MIDDLE = 56, MINUTE_MS = 60000 };

/* What a bar shows: done, then up to `next` what is missing or noted only, then up to `track` nothing. */
struct gauge {
	int64_t done, next, track, whole;
	enum role role, next_role;
	bool thick; /* for a bar that stands alone: of several below each other thick ones make a wall */
};

static int cells(int64_t part, int64_t whole, int cols)
{
	if (whole <= 0 || part <= 0)
		return 0;
	return part >= whole ? cols : (int)(part * cols / whole);
}

static void draw_gauge(
	const struct progress_view *v, struct canvas c, int row, int col, int cols, struct gauge g)
{
	int done = cells(g.done, g.whole, cols), next = cells(g.next, g.whole, cols);
	int track = cells(g.track, g.whole, cols);
	static const uint32_t thick[] = { 0x2588, 0x2592, 0x2591 }; /* █ ▒ ░ */
	static const uint32_t thin[] = { 0x2501, 0x254D, 0x2500 };  /* ━ ╍ ─ */
	static const uint32_t ascii[] = { '#', '=', '.' };
	const uint32_t *sign = v->ascii ? ascii : g.thick ? thick : thin;
	next = next > done ? next : done;
	views_run(c, row, col, done, g.role, sign[0]);
	views_run(c, row, col + done, next - done, g.next_role, sign[1]);
	if (track > next)
		views_run(c, row, col + next, track - next, ROLE_DIM, sign[2]);
}

/* The name, cut where it must be, the bar, and what is on the right. */
static void draw_measured(
	const struct progress_view *v, const struct row *r, struct canvas c, int at, struct gauge g)
{
	int col = ROWS_MARGIN + r->indent;
	int cols = c.cols >= ROOMY ? BAR : c.cols >= MIDDLE ? BAR_MIDDLE : BAR_NARROW;
	int end = canvas_right(c, at, c.cols - ROWS_MARGIN, ROLE_DIM, r->right) - 2;
	draw_gauge(v, c, at, end - cols, cols, g);
	canvas_field(c, at, col, end - cols - 1 - col, r->role, r->text);
}

static struct gauge part_gauge(const struct progress_part *p, bool thick)
{
	bool done = p->minutes_done >= p->minutes;
	return (struct gauge){ p->minutes_done, p->expected, p->minutes, p->minutes,
		done ? ROLE_KNOW : ROLE_ACCENT, ROLE_DUNNO, thick };
}

static int percent(int64_t part, int64_t whole)
{
	return whole > 0 ? (int)(part * 100 / whole) : 0;
}

/* The bar of the whole takes the width that the words leave. */
static void draw_whole(const struct progress_view *v, struct canvas c, int at)
{
	const struct progress_part *all = &v->report.progress.all;
	int done = percent(all->minutes_done, all->minutes);
	int planned = percent(all->expected, all->minutes);
	char said[64];
	if (all->from == DAY_NONE)
		snprintf(said, sizeof said, "%d %%", done);
	else if (c.cols >= PROGRESS_WIDE)
		snprintf(said, sizeof said, "%d %% done, planned until today %d %%", done, planned);
	else
		snprintf(said, sizeof said, "%d %%, planned %d %%", done, planned);
	int end = canvas_right(c, at, c.cols - ROWS_MARGIN, ROLE_TEXT, str_of(said)) - 2;
	draw_gauge(v, c, at, ROWS_MARGIN, end - ROWS_MARGIN, part_gauge(all, true));
}

static void draw_part(const struct progress_view *v, const struct row *r, struct canvas c, int at)
{
	const struct progress *p = &v->report.progress;
	bool week = r->kind == PROGRESS_WEEK;
	const struct progress_part *part = week ? &p->week[r->index] : &p->phase[r->index];
	int sign = ROWS_MARGIN + r->indent - 2;
	draw_measured(v, r, c, at, part_gauge(part, false));
	if (week && r->index == v->week)
		canvas_text(c, at, sign, ROLE_ACCENT, STR("▸"));
	else if (part->tasks && part->done == part->tasks)
		canvas_text(c, at, sign, ROLE_KNOW, STR("✓"));
}

static int64_t most(int64_t a, int64_t b)
{
	return a > b ? a : b;
}

/* All weeks by one measure, so that they can be compared; the empty part ends at the budget. */
static struct gauge hours_gauge(const struct progress *p, int index)
{
	const struct progress_hours *h = &p->hours[index];
	int64_t minutes = h->ms / MINUTE_MS, whole = 0;
	for (int i = 0; i < p->nhours; i++) {
		const struct progress_hours *o = &p->hours[i];
		whole = most(whole, most(o->budget_to, most(o->written, o->ms / MINUTE_MS)));
	}
	bool enough = h->budget_from && minutes >= h->budget_from;
	return (struct gauge){ minutes, h->written, h->budget_to, whole,
		enough ? ROLE_KNOW : ROLE_ACCENT, ROLE_QUOTE, false };
}

static struct gauge counter_gauge(const struct progress_counter *n)
{
	int count = n->c->per_week ? n->week : n->all;
	return (struct gauge){ count, 0, n->c->high, n->c->high,
		n->reached ? ROLE_KNOW : ROLE_ACCENT, ROLE_DIM, false };
}

static struct gauge area_gauge(const struct progress_view *v, int index)
{
	const struct progress_decision *d = progress_decision_of(v, index);
	return (struct gauge){ d->measure[index % MOST_OPTIONS].percent, d->percent, 100, 100,
		ROLE_ACCENT, ROLE_DUNNO, false };
}

/* The last time, where it was to take no longer than something. */
static bool in_time(const struct progress_timed *t)
{
	return t->target_to && t->n && t->minutes[t->n - 1] <= t->target_to;
}

/* "□" is a box of the file that can be ticked here. */
static void draw_sign(const struct progress_view *v, const struct row *r, struct canvas c, int at)
{
	const struct progress_report *p = &v->report;
	int col = ROWS_MARGIN + r->indent - 2;
	bool done = false, over = false, box = false;
	if (r->kind == PROGRESS_COUNTER) {
		done = p->counter[r->index].reached;
		box = p->counter[r->index].c->item >= 0;
	} else if (r->kind == PROGRESS_MILESTONE) {
		done = p->milestone[r->index].done;
		over = p->milestone[r->index].over;
		box = p->milestone[r->index].m->item >= 0;
	}
	if (r->kind == PROGRESS_TIMED)
		done = in_time(&p->timed[r->index]);
	if (done)
		canvas_text(c, at, col, ROLE_KNOW, STR("✓"));
	else if (over)
		canvas_text(c, at, col, ROLE_DUNNO, STR("!"));
	else
		canvas_text(c, at, col, ROLE_DIM, box ? STR("□") : STR("·"));
}

static void draw_option(const struct progress_view *v, const struct row *r, struct canvas c, int at)
{
	const struct progress_decision *d = progress_decision_of(v, r->index);
	int option = r->index % MOST_OPTIONS, col = ROWS_MARGIN + r->indent - 2;
	if (option == d->chosen)
		canvas_text(c, at, col, ROLE_KNOW, STR("✓"));
	else if (option == d->option && d->chosen < 0)
		canvas_text(c, at, col, ROLE_ACCENT, STR("▸"));
	else
		canvas_text(c, at, col, ROLE_DIM, STR("·"));
}

bool progress_draw_row(const void *state, const struct row *r, struct canvas c, int at)
{
	const struct progress_view *v = state;
	const struct progress_report *p = &v->report;
	if (r->more)
		return false;
	switch (r->kind) {
	case PROGRESS_WHOLE: draw_whole(v, c, at); return true;
	case PROGRESS_PHASE:
	case PROGRESS_WEEK: draw_part(v, r, c, at); return true;
	case PROGRESS_HOURS:
		draw_measured(v, r, c, at, hours_gauge(&p->progress, r->index));
		return true;
	case PROGRESS_AREA: draw_measured(v, r, c, at, area_gauge(v, r->index)); return true;
	case PROGRESS_COUNTER:
		draw_sign(v, r, c, at);
		draw_measured(v, r, c, at, counter_gauge(&p->counter[r->index]));
		return true;
	case PROGRESS_TIMED:
	case PROGRESS_MILESTONE: draw_sign(v, r, c, at); return false;
	case PROGRESS_OPTION: draw_option(v, r, c, at); return false;
	default: return false;
	}
}
