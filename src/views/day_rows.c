/* day_rows.c - the day page as rows of a width. */
#include <stdio.h>

#include "hone/md.h"
#include "views/day_priv.h"
#include "views/views.h"

enum { MOST_DEPTH = 4, MINUTE_MS = 60000 };

/* ---- what the plan says */

static void add_said(struct day_view *v, const char *label, struct str said)
{
	if (said.n == 0)
		return;
	rows_heading(&v->rows, str_of(label), (struct str){ 0 });
	rows_text(&v->rows, (struct row){ .kind = ROW_TEXT, .indent = 2, .role = ROLE_TEXT }, said);
}

static void add_list(struct day_view *v, const char *label, const struct str *said, int n)
{
	if (n)
		rows_heading(&v->rows, str_of(label), (struct str){ 0 });
	for (int i = 0; i < n; i++)
		rows_text(&v->rows,
			(struct row){ .kind = ROW_TEXT, .indent = 2, .role = ROLE_TEXT },
			arena_printf(
				&v->rows.arena, "%s %.*s", v->ascii ? "-" : "•", STR_ARG(said[i])));
}

/* ---- tasks */

static struct str say_minutes(struct day_view *v, int from, int to, int64_t ms)
{
	char estimate[32];
	int done = (int)((ms + MINUTE_MS / 2) / MINUTE_MS);
	views_minutes(from, to, estimate);
	if (ms == 0)
		return arena_str(&v->rows.arena, str_of(estimate));
	if (to)
		return arena_printf(&v->rows.arena, "%d m of %s", done, estimate);
	return arena_printf(&v->rows.arena, "%d m", done);
}

/* Before what else is on the right, where the timer is on it: "running 12:40 · 20 m". */
static struct str with_timer(struct day_view *v, uint64_t id, struct str right)
{
	char clock[32];
	if (v->timer.item != id)
		return right;
	return arena_printf(&v->rows.arena, "%s %s%s%.*s", v->timer.running ? "running" : "paused",
		work_clock(&v->timer, clock), right.n ? " · " : "", STR_ARG(right));
}

static struct str block_right(struct day_view *v, const struct plan_block *b)
{
	char minutes[32];
	views_minutes(b->minutes_from, b->minutes_to, minutes);
	if (b->nitem == 0)
		return arena_printf(&v->rows.arena, "%s%s%s", plan_status_name(b->status),
			*minutes ? " · " : "", minutes);
	return arena_printf(
		&v->rows.arena, "%d/%d%s%s", b->ndone, b->nitem, *minutes ? " · " : "", minutes);
}

static void add_task(struct day_view *v, const struct study *s, int i)
{
	const struct day_task *t = &v->task[i];
	const struct plan_item *item = &s->plan.item[t->item];
	int depth = item->depth < MOST_DEPTH ? item->depth : MOST_DEPTH;
	struct row r = { .kind = DAY_TASK, .index = i, .indent = 2 * depth + 2 };
	r.role = item->done ? ROLE_DIM : ROLE_TEXT;
	r.right = with_timer(
		v, item->id, say_minutes(v, item->minutes_from, item->minutes_to, t->ms));
	rows_text(&v->rows, r, t->text);
	r = (struct row){ .kind = DAY_TASK,
		.index = i,
		.more = true,
		.indent = 2 * depth + 4,
		.role = ROLE_QUOTE };
	for (int k = 0; k < t->nnote; k++)
		rows_text(&v->rows, r, t->note[k]);
}

static void add_tasks(struct day_view *v, const struct study *s)
{
	const struct plan_day *d = &s->plan.day[v->day];
	int next = d->first_block, end = d->first_block + d->nblock;
	if (v->ntask)
		rows_heading(&v->rows, STR("Tasks"), say_minutes(v, 0, 0, v->ms));
	for (int i = 0; i <= v->ntask; i++) {
		int block = i < v->ntask ? s->plan.item[v->task[i].item].block : end - 1;
		while (next < end && next <= block) {
			const struct plan_block *b = &s->plan.block[next++];
			rows_text(&v->rows,
				(struct row){ .kind = ROW_TEXT,
					.role = ROLE_ACCENT,
					.right = block_right(v, b) },
				md_plain(b->title, &v->rows.arena));
		}
		if (i < v->ntask)
			add_task(v, s, i);
	}
	if (v->ntask == 0)
		rows_text(&v->rows, (struct row){ .kind = ROW_TEXT, .role = ROLE_DIM },
			STR("No boxes to tick here."));
}

/* ---- topics, links, files */

static struct str topic_right(struct day_view *v, const struct day_topic *t)
{
	const char *level = !t->known  ? "not in your topics"
			    : t->level ? level_name(t->level)
				       : "not rated";
	if (t->due == 0)
		return arena_printf(&v->rows.arena, "%s%s", t->said ? "you said so · " : "", level);
	return arena_printf(&v->rows.arena, "%s%s · %d%s due", t->said ? "you said so · " : "",
		level, t->due, v->many ? "+" : "");
}

static void add_topics(struct day_view *v)
{
	if (v->ntopic)
		rows_heading(&v->rows, STR("Topics"), (struct str){ 0 });
	for (int i = 0; i < v->ntopic; i++) {
		const struct day_topic *t = &v->topic[i];
		struct str name = t->name;
		if (t->note.n)
			name = arena_printf(
				&v->rows.arena, "%.*s (%.*s)", STR_ARG(t->name), STR_ARG(t->note));
		if (t->as.n)
			name = arena_printf(&v->rows.arena, "%.*s: your \"%.*s\"", STR_ARG(name),
				STR_ARG(t->as));
		rows_text(&v->rows,
			(struct row){ .kind = DAY_TOPIC,
				.index = i,
				.indent = 2,
				.role = ROLE_TEXT,
				.right = topic_right(v, t) },
			name);
	}
}

static void add_wanted(struct day_view *v)
{
	if (v->nwanted)
		rows_heading(&v->rows, STR("New cards for this day"),
			arena_printf(&v->rows.arena, "%d", v->nwanted));
	for (int i = 0; i < v->nwanted; i++)
		rows_text(&v->rows,
			(struct row){ .kind = ROW_TEXT, .indent = 2, .role = ROLE_TEXT },
			v->wanted[i]);
}

static void add_links(
	struct day_view *v, const char *label, int kind, const struct day_link *link, int n)
{
	if (n)
		rows_heading(&v->rows, str_of(label), (struct str){ 0 });
	for (int i = 0; i < n; i++) {
		struct row r = { .kind = kind, .index = i, .indent = 2 };
		struct str target = link[i].link.target;
		r.role = link[i].there ? ROLE_LINK : ROLE_DIM;
		if (!link[i].there)
			r.right = STR("not in this study");
		rows_text(&v->rows, r, link[i].label.n ? link[i].label : target);
		r.more = true;
		r.role = ROLE_DIM;
		r.right = (struct str){ 0 };
		if (link[i].label.n && !str_eq(link[i].label, target))
			rows_text(&v->rows, r, target);
	}
}

static void add_head(struct day_view *v)
{
	rows_text(&v->rows,
		(struct row){ .kind = ROW_HEADING,
			.role = ROLE_ACCENT,
			.right = with_timer(v, v->id, str_of(v->minutes)) },
		v->title.n ? v->title : STR("A day of the plan"));
	struct row said = { .kind = ROW_TEXT, .role = ROLE_DIM };
	rows_text(&v->rows, said, v->where);
	rows_text(&v->rows, said, v->more);
	if (v->ntask)
		rows_add(&v->rows, (struct row){ .kind = DAY_BAR });
}

static struct str target(struct day_view *v)
{
	const struct guide_day *g = &v->guide;
	if (g->target.n == 0 || !g->target_met)
		return g->target;
	return arena_printf(&v->rows.arena, "%.*s: achieved", STR_ARG(g->target));
}

static void add_all(struct day_view *v, const struct study *s)
{
	const struct guide_day *g = &v->guide;
	add_head(v);
	add_said(v, "Goal", g->goal);
	add_said(v, "Why", g->rationale);
	add_said(v, "Context", g->context);
	add_tasks(v, s);
	add_topics(v);
	add_wanted(v);
	add_links(v, "Resources", DAY_LINK, v->link, v->nlink);
	add_links(v, "Sheets", DAY_SHEET, v->sheet, v->nsheet);
	add_said(v, "Target", target(v));
	add_list(v, "Done when", g->criterion, g->ncriterion);
	add_list(v, "Key learnings", g->learning, g->nlearning);
	add_list(v, "Results", g->result, g->nresult);
}

void day_lay_out(struct day_view *v, const struct study *s)
{
	rows_begin(&v->rows);
	if (v->day >= 0)
		add_all(v, s);
	rows_end(&v->rows);
}

/* ---- drawing */

static void draw_bar(const struct day_view *v, struct canvas c, int row)
{
	char count[48];
	int done = v->done, minutes = (int)((v->ms + MINUTE_MS / 2) / MINUTE_MS);
	if (minutes)
		snprintf(count, sizeof count, "%d/%d · %d:%02d h", done, v->ntask, minutes / 60,
			minutes % 60);
	else
		snprintf(count, sizeof count, "%d/%d", done, v->ntask);
	int end = canvas_right(c, row, c.cols - ROWS_MARGIN, ROLE_TEXT, str_of(count));
	views_bar(c, row, ROWS_MARGIN, end - ROWS_MARGIN - 2, done, v->ntask,
		done == v->ntask ? ROLE_KNOW : ROLE_ACCENT);
}

static void draw_glyph(const struct day_view *v, const struct row *r, struct canvas c, int row)
{
	int col = ROWS_MARGIN + r->indent - 2;
	bool done = r->kind == DAY_TASK && v->task[r->index].done;
	if (r->kind == DAY_TASK)
		canvas_text(c, row, col, done ? ROLE_KNOW : ROLE_TEXT, done ? STR("✓") : STR("□"));
	else if (r->kind == DAY_TOPIC && v->topic[r->index].known)
		views_run(c, row, col, 1, views_level_role(v->topic[r->index].level),
			views_level_glyph(v->topic[r->index].level));
}

bool day_draw_row(const void *state, const struct row *r, struct canvas c, int at)
{
	const struct day_view *v = state;
	if (r->kind == DAY_BAR)
		draw_bar(v, c, at);
	else if (!r->more)
		draw_glyph(v, r, c, at);
	return r->kind == DAY_BAR;
}
