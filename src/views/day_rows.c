/* day_rows.c - the day page as rows of a width. */
#include <stdio.h>

#include "hone/md.h"
#include "views/day_priv.h"
#include "views/views.h"

enum { MARGIN = 1, MOST_DEPTH = 4, RIGHT_LEAST = 30, MINUTE_MS = 60000 };

/* ---- rows */

static void add(struct day_view *v, struct day_row r)
{
	v->row = arena_room(&v->page, v->row, (size_t)v->list.n, &v->cap, sizeof *v->row);
	v->row[v->list.n++] = r;
}

/* Wrapped; the text on the right stands in the first row of it. */
static void add_text(struct day_view *v, struct day_row r, struct str text)
{
	int right = r.right.n ? text_cols(r.right) + 2 : 0;
	int cols = v->cols - 2 * MARGIN - r.indent - right;
	while (text_wrap(&text, cols > 4 ? cols : 4, &r.text)) {
		add(v, r);
		r.more = true;
		r.right = (struct str){ 0 };
	}
}

static void add_heading(struct day_view *v, struct str text, struct str right)
{
	add(v, (struct day_row){ .kind = DAY_BLANK });
	add_text(v, (struct day_row){ .kind = DAY_HEADING, .role = ROLE_ACCENT, .right = right },
		text);
}

static void add_said(struct day_view *v, const char *label, struct str said)
{
	if (said.n == 0)
		return;
	add_heading(v, str_of(label), (struct str){ 0 });
	add_text(v, (struct day_row){ .kind = DAY_TEXT, .indent = 2, .role = ROLE_TEXT }, said);
}

static void add_list(struct day_view *v, const char *label, const struct str *said, int n)
{
	if (n)
		add_heading(v, str_of(label), (struct str){ 0 });
	for (int i = 0; i < n; i++)
		add_text(v, (struct day_row){ .kind = DAY_TEXT, .indent = 2, .role = ROLE_TEXT },
			arena_printf(&v->page, "%s %.*s", v->ascii ? "-" : "•", STR_ARG(said[i])));
}

/* ---- tasks */

static struct str say_minutes(struct day_view *v, int from, int to, int64_t ms)
{
	char estimate[32];
	int done = (int)((ms + MINUTE_MS / 2) / MINUTE_MS);
	views_minutes(from, to, estimate);
	if (ms == 0)
		return arena_str(&v->page, str_of(estimate));
	if (to)
		return arena_printf(&v->page, "%d m of %s", done, estimate);
	return arena_printf(&v->page, "%d m", done);
}

static struct str block_right(struct day_view *v, const struct plan_block *b)
{
	char minutes[32];
	views_minutes(b->minutes_from, b->minutes_to, minutes);
	if (b->nitem == 0)
		return arena_printf(&v->page, "%s%s%s", plan_status_name(b->status),
			*minutes ? " · " : "", minutes);
	return arena_printf(&v->page, "%d/%d%s%s", b->ndone, b->nitem, *minutes ? " · " : "",
		minutes);
}

static void add_task(struct day_view *v, const struct study *s, int i)
{
	const struct day_task *t = &v->task[i];
	const struct plan_item *item = &s->plan.item[t->item];
	int depth = item->depth < MOST_DEPTH ? item->depth : MOST_DEPTH;
	struct day_row r = { .kind = DAY_TASK, .index = i, .indent = 2 * depth + 2 };
	r.role = item->done ? ROLE_DIM : ROLE_TEXT;
	r.right = say_minutes(v, item->minutes_from, item->minutes_to, t->ms);
	if (v->timer.item == item->id)
		r.right = arena_printf(&v->page, "%s %.*s", v->timer.running ? "running" : "paused",
			STR_ARG(r.right));
	add_text(v, r, t->text);
	r = (struct day_row){ .kind = DAY_TASK,
		.index = i,
		.more = true,
		.indent = 2 * depth + 4,
		.role = ROLE_QUOTE };
	for (int k = 0; k < t->nnote; k++)
		add_text(v, r, t->note[k]);
}

static void add_tasks(struct day_view *v, const struct study *s)
{
	const struct plan_day *d = &s->plan.day[v->day];
	int next = d->first_block, end = d->first_block + d->nblock;
	if (v->ntask)
		add_heading(v, STR("Tasks"), say_minutes(v, 0, 0, v->ms));
	for (int i = 0; i <= v->ntask; i++) {
		int block = i < v->ntask ? s->plan.item[v->task[i].item].block : end - 1;
		while (next < end && next <= block) {
			const struct plan_block *b = &s->plan.block[next++];
			add_text(v,
				(struct day_row){ .kind = DAY_TEXT,
					.role = ROLE_ACCENT,
					.right = block_right(v, b) },
				md_plain(b->title, &v->page));
		}
		if (i < v->ntask)
			add_task(v, s, i);
	}
	if (v->ntask == 0)
		add_text(v, (struct day_row){ .kind = DAY_TEXT, .role = ROLE_DIM },
			STR("No boxes to tick here."));
}

/* ---- topics, links, files */

static struct str topic_right(struct day_view *v, const struct day_topic *t)
{
	const char *level = !t->known ? "not in your topics"
			    : t->level ? level_name(t->level)
				       : "not rated";
	if (t->due == 0)
		return str_of(level);
	return arena_printf(
		&v->page, "%s · %d%s due", level, t->due, v->many ? "+" : "");
}

static void add_topics(struct day_view *v)
{
	if (v->ntopic)
		add_heading(v, STR("Topics"), (struct str){ 0 });
	for (int i = 0; i < v->ntopic; i++) {
		const struct day_topic *t = &v->topic[i];
		struct str name = t->name;
		if (t->note.n)
			name = arena_printf(
				&v->page, "%.*s (%.*s)", STR_ARG(t->name), STR_ARG(t->note));
		if (t->as.n)
			name = arena_printf(&v->page, "%.*s: your \"%.*s\"", STR_ARG(name),
				STR_ARG(t->as));
		add_text(v,
			(struct day_row){ .kind = DAY_TOPIC,
				.index = i,
				.indent = 2,
				.role = ROLE_TEXT,
				.right = topic_right(v, t) },
			name);
	}
}

static void add_links(
	struct day_view *v, const char *label, int kind, const struct day_link *link, int n)
{
	if (n)
		add_heading(v, str_of(label), (struct str){ 0 });
	for (int i = 0; i < n; i++) {
		struct day_row r = { .kind = kind, .index = i, .indent = 2 };
		struct str target = link[i].link.target;
		r.role = link[i].there ? ROLE_LINK : ROLE_DIM;
		if (!link[i].there)
			r.right = STR("not in this study");
		add_text(v, r, link[i].label.n ? link[i].label : target);
		r.more = true;
		r.role = ROLE_DIM;
		r.right = (struct str){ 0 };
		if (link[i].label.n && !str_eq(link[i].label, target))
			add_text(v, r, target);
	}
}

static void add_head(struct day_view *v)
{
	add_text(v,
		(struct day_row){ .kind = DAY_HEADING,
			.role = ROLE_ACCENT,
			.right = str_of(v->minutes) },
		v->title.n ? v->title : STR("A day of the plan"));
	struct day_row said = { .kind = DAY_TEXT, .role = ROLE_DIM };
	add_text(v, said, v->where);
	add_text(v, said, v->more);
	if (v->ntask)
		add(v, (struct day_row){ .kind = DAY_BAR });
}

static struct str target(struct day_view *v)
{
	const struct guide_day *g = &v->guide;
	if (g->target.n == 0 || !g->target_met)
		return g->target;
	return arena_printf(&v->page, "%.*s: achieved", STR_ARG(g->target));
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
	add_links(v, "Resources", DAY_LINK, v->link, v->nlink);
	add_links(v, "Sheets", DAY_SHEET, v->sheet, v->nsheet);
	add_said(v, "Target", target(v));
	add_list(v, "Done when", g->criterion, g->ncriterion);
	add_list(v, "Key learnings", g->learning, g->nlearning);
	add_list(v, "Results", g->result, g->nresult);
}

/* The row of what the cursor was on, else the nearest to where it was. */
static int row_of(const struct day_view *v, struct day_row was, int cursor)
{
	for (int i = 0; was.kind >= DAY_TASK && i < v->list.n; i++)
		if (v->row[i].kind == was.kind && v->row[i].index == was.index)
			return i;
	return cursor;
}

void day_lay_out(struct day_view *v, const struct study *s)
{
	struct list was = v->list;
	struct day_row at = was.n ? v->row[was.cursor] : (struct day_row){ 0 };
	arena_clear(&v->page);
	v->row = NULL;
	v->cap = 0;
	v->list.n = 0;
	if (v->day >= 0)
		add_all(v, s);
	int n = v->list.n;
	v->list.cursor = row_of(v, at, was.cursor);
	v->list.n = was.n;
	list_resize(&v->list, n, was.page);
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
	int end = canvas_right(c, row, c.cols - MARGIN, ROLE_TEXT, str_of(count));
	views_bar(c, row, MARGIN, end - MARGIN - 2, done, v->ntask,
		done == v->ntask ? ROLE_KNOW : ROLE_ACCENT);
}

static void draw_glyph(const struct day_view *v, const struct day_row *r, struct canvas c, int row)
{
	int col = MARGIN + r->indent - 2;
	bool done = r->kind == DAY_TASK && v->task[r->index].done;
	if (r->kind == DAY_TASK)
		canvas_text(c, row, col, done ? ROLE_KNOW : ROLE_TEXT, done ? STR("✓") : STR("□"));
	else if (r->kind == DAY_TOPIC && v->topic[r->index].known)
		views_run(c, row, col, 1, views_level_role(v->topic[r->index].level),
			views_level_glyph(v->topic[r->index].level));
}

void day_draw_row(const struct day_view *v, const struct day_row *r, struct canvas c, int row)
{
	if (r->kind == DAY_BAR) {
		draw_bar(v, c, row);
		return;
	}
	if (r->kind >= DAY_TASK && !r->more)
		draw_glyph(v, r, c, row);
	canvas_attr_text(c, row, MARGIN + r->indent, r->role,
		r->kind == DAY_HEADING ? ATTR_BOLD : 0, r->text);
	canvas_right(c, row, c.cols - MARGIN, ROLE_DIM, r->right);
}
