/* plan_tasks.c - the day selected: its head, its tasks, what was worked on them. */
#include <stdio.h>

#include "hone/md.h"
#include "hone/want.h"
#include "views/plan_priv.h"
#include "views/views.h"

/* Below ROOMY rows the head is a title and a bar; below SMALL only a title. */
enum {
	ROOMY = 11,
	SMALL = 6,
	HEAD_ROWS = 4,
	FOOT_ROWS = 3,
	MOST_NOTES = 4,
	MOST_DEPTH = 4,
	MINUTE_MS = 60000
};

/* ---- what is said of the unit */

/* The text without an estimate at its end, which the row shows in a column of its own. */
static struct str without_minutes(struct str text)
{
	int from, to;
	size_t open = text.n;
	while (open > 0 && text.p[open - 1] != '(')
		open--;
	bool ends = text.n && text.p[text.n - 1] == ')';
	if (ends && open > 1 && plan_minutes(str_slice(text, open - 1, text.n), &from, &to))
		return str_trim(str_slice(text, 0, open - 1));
	return text;
}

static bool block_in(const struct plan_block *b, struct unit u)
{
	return u.kind == UNIT_DAY    ? b->day == u.index
	       : u.kind == UNIT_WEEK ? b->week == u.index && b->day < 0
				     : false;
}

static void list_blocks(struct plan_view *v, const struct plan *p, struct unit u)
{
	int n = 0;
	v->nblock = 0;
	for (int i = 0; v->nunit && !v->bare && i < p->nblock; i++)
		n += block_in(&p->block[i], u);
	v->block = arena_alloc(&v->page, (size_t)n + 1, sizeof *v->block);
	for (int i = 0; v->nblock < n; i++)
		if (block_in(&p->block[i], u))
			v->block[v->nblock++] = (struct plan_part){ i, p->block[i].line,
				md_plain(p->block[i].title, &v->page) };
}

static void load_list(struct plan_view *v, const struct plan *p)
{
	struct unit u = v->nunit ? v->unit[v->current] : (struct unit){ 0 };
	int n = 0;
	v->done = 0;
	for (int i = 0; v->nunit && !v->bare && i < p->nitem; i++)
		n += plan_in_unit(p, u, i);
	v->task = arena_alloc(&v->page, (size_t)n + 1, sizeof *v->task);
	list_blocks(v, p, u);
	v->row = arena_alloc(&v->page, (size_t)(n + v->nblock + MOST_NOTES) + 1, sizeof *v->row);
	for (int i = 0, k = 0; k < n; i++) {
		if (!plan_in_unit(p, u, i))
			continue;
		struct plan_task *t = &v->task[k++];
		*t = (struct plan_task){ .item = i, .id = p->item[i].id, .line = p->item[i].line };
		t->whole = md_shown(p->item[i].text, &v->page);
		t->text = without_minutes(t->whole);
		v->done += p->item[i].done;
	}
	v->list = (struct list){ .page = v->list.page };
	list_resize(&v->list, n, v->list.page);
}

/* "Week 3 · Day 2 · ~Wed 12 Nov-Thu 13 Nov" */
static void describe_day(
	const struct plan_view *v, const struct study *s, int day, bool brief, struct buf *out)
{
	const struct plan_day *d = &s->plan.day[day];
	const struct calendar_day *at = &v->cal.day[day];
	char dates[48];
	if (s->plan.week[d->week].number)
		buf_addf(out, brief ? "W%d · " : "Week %d · ", s->plan.week[d->week].number);
	buf_addf(out, "Day %d", d->from);
	if (d->to > d->from)
		buf_addf(out, "-%d", d->to);
	if (at->from != DAY_NONE)
		buf_addf(out, " · %s%s", at->projected ? "~" : "",
			views_dates(at->from, at->to, s->today, dates));
	if (d->status >= PLAN_DEFERRED) /* what the bar below cannot show */
		buf_addf(out, " · %s", plan_status_name(d->status));
	else if (at->deferred)
		buf_add(out, STR(" · deferred"));
}

/* "Week 3 · Mon 9-Sun 15 Feb, any day" */
static void describe_week(
	const struct plan_view *v, const struct study *s, int week, bool brief, struct buf *out)
{
	const struct plan_week *w = &s->plan.week[week];
	struct calendar_week at = v->cal.week[week];
	char dates[48];
	buf_addf(out, brief ? "W%d" : "Week %d", w->number);
	if (w->to > w->number)
		buf_addf(out, "-%d", w->to);
	if (at.from != DAY_NONE)
		buf_addf(out, " · %s%s", w->date_from == DAY_NONE ? "~" : "",
			views_dates(at.from, at.to, s->today, dates));
	buf_add(out, STR(", any day"));
}

static void add_part(struct buf *out, const char *part)
{
	buf_addf(out, "%s%s", out->n ? " · " : "", part);
}

static const char *days(int n)
{
	return n == 1 ? "day" : "days";
}

/* "planned 2 days, took 3 · first planned 13-14 Nov"; worked: days of work that the log knows. */
static void describe_more(
	const struct plan_view *v, const struct study *s, int day, int worked, struct buf *out)
{
	const struct plan_day *d = &s->plan.day[day];
	const struct calendar_day *at = &v->cal.day[day];
	bool done = calendar_progress(d) == CALENDAR_DONE;
	int takes = done ? worked : at->n > worked ? at->n : worked;
	char part[96], dates[48];
	if (v->nwanted) {
		snprintf(part, sizeof part, "%d new card%s for it", v->nwanted,
			v->nwanted == 1 ? "" : "s");
		add_part(out, part);
	}
	for (int i = 0; i < PLAN_MARKS; i++)
		if (d->marks & 1u << i && 1u << i != PLAN_CHECKPOINT)
			add_part(out, plan_mark_name(i));
	if (takes && takes != at->planned) {
		snprintf(part, sizeof part, "planned %d %s, %s %d", at->planned, days(at->planned),
			done ? "took" : "takes", takes);
		add_part(out, part);
	}
	if (at->was_from != DAY_NONE && (at->was_from != at->from || at->was_to != at->to)) {
		snprintf(part, sizeof part, "first planned %s",
			views_dates(at->was_from, at->was_to, s->today, dates));
		add_part(out, part);
	}
}

static struct str keep(struct plan_view *v, struct buf *b)
{
	struct str kept = arena_str(&v->page, buf_str(b));
	buf_release(b);
	return kept;
}

static struct str bare_words(const struct plan_view *v)
{
	if (calendar_is_off(&v->cal, v->date))
		return STR("Off: no study on this date");
	if (!calendar_is_study(&v->cal, v->date))
		return STR("No study day in the rhythm of the week");
	return STR("No day of the plan stands here");
}

static void describe_unit(
	struct plan_view *v, const struct study *s, struct unit u, struct buf *where)
{
	const struct plan *p = &s->plan;
	int room = v->cols - v->left - 2;
	if (u.kind == UNIT_DAY) {
		const struct plan_day *d = &p->day[u.index];
		v->title = md_shown(d->title, &v->page);
		views_minutes(d->minutes_from, d->minutes_to, v->minutes);
		describe_day(v, s, u.index, false, where);
		if (text_cols(buf_str(where)) > room) {
			buf_clear(where);
			describe_day(v, s, u.index, true, where);
		}
	} else if (u.kind == UNIT_WEEK) {
		v->title = md_shown(p->week[u.index].title, &v->page);
		describe_week(v, s, u.index, false, where);
		if (text_cols(buf_str(where)) > room) {
			buf_clear(where);
			describe_week(v, s, u.index, true, where);
		}
	} else {
		v->title = md_shown(p->section[u.index].title, &v->page);
		buf_add(where, STR("Outside the weeks"));
	}
}

static void describe(struct plan_view *v, const struct study *s, int worked)
{
	struct buf where = { 0 }, more = { 0 };
	char dates[48];
	v->title = (struct str){ 0 };
	v->minutes[0] = '\0';
	if (v->bare) {
		v->title =
			arena_str(&v->page, str_of(views_dates(v->date, v->date, s->today, dates)));
		buf_add(&where, bare_words(v));
	} else if (v->nunit) {
		struct unit u = v->unit[v->current];
		describe_unit(v, s, u, &where);
		if (u.kind == UNIT_DAY)
			describe_more(v, s, u.index, worked, &more);
	}
	v->where = keep(v, &where);
	v->more = keep(v, &more);
}

int plan_timed(const struct plan_view *v)
{
	for (int i = 0; v->timer.item && i < v->list.n; i++)
		if (v->task[i].id == v->timer.item)
			return i;
	return -1;
}

/* What the timer is on when that is none of the tasks shown. */
static struct str elsewhere(struct plan_view *v, const struct study *s)
{
	if (v->timer.item == 0 || plan_timed(v) >= 0)
		return (struct str){ 0 };
	const struct plan_item *on = plan_find(&s->plan, v->timer.item);
	struct str text = on ? md_shown(on->text, &v->page) : STR("");
	return text.n ? text : STR("on a day of the plan");
}

/* New cards that were put on the day. */
static bool count_wanted(struct plan_view *v, const struct study *s, int day, struct err *e)
{
	const struct calendar_day *at = &v->cal.day[day];
	struct want *w;
	int n;
	if (!want_list(s, &w, &n, &v->page, e))
		return false;
	v->nwanted = 0;
	for (int i = 0; i < n; i++)
		v->nwanted += at->from != DAY_NONE && w[i].day >= at->from && w[i].day <= at->to;
	return true;
}

bool plan_load_deeds(struct plan_view *v, const struct study *s, struct err *e)
{
	const struct plan_day *d = plan_selected(v, &s->plan);
	struct planner_deeds deeds = { 0 };
	v->late = true;
	v->ms = 0;
	if (!planner_timer(s, &v->timer, e))
		return false;
	for (int i = 0; i < v->list.n; i++) {
		struct plan_task *t = &v->task[i];
		if (!planner_deeds(s, t->id, &deeds, &v->page, e))
			return false;
		t->ms = deeds.ms;
		t->note = deeds.note;
		t->nnote = deeds.nnote;
		v->ms += deeds.ms;
	}
	if (d && !planner_day_deeds(s, (int)(d - s->plan.day), &deeds, &v->page, e))
		return false;
	v->ms = d ? deeds.ms : v->ms;
	if (d && !count_wanted(v, s, (int)(d - s->plan.day), e))
		return false;
	v->elsewhere = elsewhere(v, s);
	describe(v, s, d ? deeds.days : 0);
	plan_lay_out(v, s);
	return true;
}

bool plan_load_tasks(struct plan_view *v, const struct study *s, struct err *e)
{
	arena_clear(&v->page);
	v->nwanted = 0;
	load_list(v, &s->plan);
	describe(v, s, 0);
	plan_lay_out(v, s);
	return !v->late || plan_load_deeds(v, s, e);
}

/* ---- rows */

static void add_row(struct plan_view *v, int kind, int task, struct str text)
{
	struct plan_row *r = &v->row[v->rows_shown.n++];
	r->kind = kind;
	r->task = task;
	r->text = text;
}

/* The newest notes that fit, oldest first. */
static void add_notes(struct plan_view *v, int task)
{
	const struct plan_task *t = &v->task[task];
	int room = MOST_NOTES, cols = v->cols - v->left - 8;
	for (int i = t->nnote > MOST_NOTES ? t->nnote - MOST_NOTES : 0; i < t->nnote; i++) {
		struct str rest = t->note[i], line;
		while (room > 0 && text_wrap(&rest, cols > 8 ? cols : 8, &line)) {
			add_row(v, ROW_NOTE, task, line);
			room--;
		}
	}
	v->notes = v->notes || t->nnote > 0;
}

/* The titles of the blocks from `block` on that begin before that line; the next block. */
static int add_blocks(struct plan_view *v, int block, int line)
{
	for (; block < v->nblock && v->block[block].line < line; block++)
		add_row(v, ROW_BLOCK, block, v->block[block].title);
	return block;
}

static void set_heights(struct plan_view *v)
{
	int left = v->rows - v->top;
	v->head = left >= ROOMY ? HEAD_ROWS + (v->more.n > 0) : left >= SMALL ? 2 : 1;
	v->foot = left >= ROOMY ? FOOT_ROWS : 0;
}

void plan_lay_out(struct plan_view *v, const struct study *s)
{
	int cursor = 0, block = 0, top = v->rows_shown.top;
	(void)s;
	set_heights(v);
	v->rows_shown = (struct list){ 0 };
	v->notes = false;
	for (int i = 0; i < v->list.n; i++) {
		block = add_blocks(v, block, v->task[i].line);
		if (i == v->list.cursor)
			cursor = v->rows_shown.n;
		add_row(v, ROW_TASK, i, (struct str){ 0 });
		if (i == v->list.cursor)
			add_notes(v, i);
	}
	add_blocks(v, block, INT_MAX);
	int n = v->rows_shown.n, page = v->rows - v->top - v->head - v->foot;
	v->rows_shown.top = top;
	/* The title over a task comes into sight with it. */
	v->rows_shown.cursor = cursor && v->row[cursor - 1].kind == ROW_BLOCK ? cursor - 1 : cursor;
	list_resize(&v->rows_shown, n, page);
	list_show(&v->rows_shown, cursor);
	list_resize(&v->list, v->list.n, page);
}

int plan_row_of(const struct plan_view *v, int task)
{
	for (int i = 0; i < v->rows_shown.page && v->rows_shown.top + i < v->rows_shown.n; i++) {
		const struct plan_row *r = &v->row[v->rows_shown.top + i];
		if (r->kind == ROW_TASK && r->task == task)
			return v->top + v->head + i;
	}
	return -1;
}

/* ---- drawing */

static const char *timer_sign(const struct plan_view *v)
{
	if (v->timer.running)
		return v->ascii ? ">" : "⏱";
	return v->ascii ? "=" : "⏸";
}

static struct str say_timer(const struct plan_view *v, char out[static 40])
{
	char clock[32];
	snprintf(out, 40, "%s %s", timer_sign(v), work_clock(&v->timer, clock));
	return str_of(out);
}

/* "25/30 m": worked of the estimate; without work the estimate alone. */
static struct str say_minutes(
	const struct plan_task *t, const struct plan_item *item, char out[static 40])
{
	char estimate[32];
	int done = (int)((t->ms + MINUTE_MS / 2) / MINUTE_MS);
	views_minutes(item->minutes_from, item->minutes_to, estimate);
	if (t->ms == 0)
		snprintf(out, 40, "%s", estimate);
	else if (item->minutes_to)
		snprintf(out, 40, "%d/%d m", done, item->minutes_to);
	else
		snprintf(out, 40, "%d m", done);
	return str_of(out);
}

static void draw_task(
	const struct plan_view *v, const struct plan *p, struct canvas c, int row, int task)
{
	const struct plan_task *t = &v->task[task];
	const struct plan_item *item = &p->item[t->item];
	char right[40];
	bool timed = v->timer.item == t->id;
	bool put_off = item->status >= PLAN_DEFERRED && !item->done;
	struct str time = timed     ? say_timer(v, right)
			  : put_off ? str_of(plan_status_name(item->status))
				    : say_minutes(t, item, right);
	int end = canvas_right(c, row, c.cols - 1, timed ? ROLE_ACCENT : ROLE_DIM, time);
	int col = 1 + 2 * (item->depth < MOST_DEPTH ? item->depth : MOST_DEPTH);
	enum role role = item->done || put_off ? ROLE_DIM : ROLE_TEXT;
	canvas_text(
		c, row, col, item->done ? ROLE_KNOW : ROLE_TEXT, item->done ? STR("✓") : STR("□"));
	canvas_field(c, row, col + 2, end - col - 3, role, t->text);
}

/* "Session 1 - Scales   done   45-60 m" */
static void draw_block(struct canvas c, int row, const struct plan_block *b, struct str title)
{
	char minutes[32];
	bool done = b->status == PLAN_DONE || (b->nitem && b->ndone == b->nitem);
	views_minutes(b->minutes_from, b->minutes_to, minutes);
	int end = canvas_right(c, row, c.cols - 1, ROLE_DIM, str_of(minutes));
	if (b->status != PLAN_OPEN && b->status != PLAN_DONE)
		end = canvas_right(
			c, row, end - 1, ROLE_UNSURE, str_of(plan_status_name(b->status)));
	else if (done)
		end = canvas_right(c, row, end - 1, ROLE_KNOW, STR("✓"));
	canvas_field(c, row, 1, end - 2, done ? ROLE_DIM : ROLE_HEADING3, title);
}

static void draw_row(const struct plan_view *v, const struct plan *p, struct canvas c, int row,
	const struct plan_row *r)
{
	if (r->kind == ROW_TASK)
		draw_task(v, p, c, row, r->task);
	else if (r->kind == ROW_BLOCK)
		draw_block(c, row, &p->block[v->block[r->task].index], r->text);
	else
		canvas_text(c, row, 5, ROLE_QUOTE, r->text);
}

/* The bar, and beside it "3/8" and what was worked. */
static void draw_bar(const struct plan_view *v, struct canvas c, int row)
{
	char count[48];
	int n = v->list.n, minutes = (int)((v->ms + MINUTE_MS / 2) / MINUTE_MS);
	if (n == 0 && minutes == 0)
		return;
	if (minutes)
		snprintf(count, sizeof count, "%d/%d · %d:%02d h", v->done, n, minutes / 60,
			minutes % 60);
	else
		snprintf(count, sizeof count, "%d/%d", v->done, n);
	int end = canvas_right(c, row, c.cols - 1, ROLE_TEXT, str_of(count));
	views_bar(c, row, 1, end - 3, v->done, n, v->done == n && n ? ROLE_KNOW : ROLE_ACCENT);
}

static void draw_head(const struct plan_view *v, struct canvas c)
{
	int end = canvas_right(c, 0, c.cols - 1, ROLE_DIM, str_of(v->minutes)), row = 1;
	canvas_attr_text(canvas_sub(c, 0, 0, 1, end - 1), 0, 1, ROLE_ACCENT, ATTR_BOLD,
		v->title.n ? v->title : STR("Tasks"));
	if (v->head >= HEAD_ROWS) {
		canvas_field(c, row++, 1, c.cols - 2, ROLE_DIM, v->where);
		if (v->more.n)
			canvas_field(c, row++, 1, c.cols - 2, ROLE_DIM, v->more);
	}
	if (v->head > 1)
		draw_bar(v, c, row);
}

/* The task under the cursor in full, where its row has no room for it; and a timer that runs elsewhere. */
static void draw_foot(const struct plan_view *v, struct canvas c, bool focused)
{
	int rows = v->foot - 1, row = c.rows - rows;
	if (rows < 1)
		return;
	if (v->elsewhere.n) {
		int col = 1 + canvas_printf(c, c.rows - 1, 1, ROLE_ACCENT, "%s ", timer_sign(v));
		canvas_field(c, c.rows - 1, col, c.cols - col - 1, ROLE_ACCENT, v->elsewhere);
		rows--;
	}
	if (v->list.n == 0 || !focused)
		return;
	struct str rest = v->task[v->list.cursor].whole, line;
	bool cut = text_cols(rest) > c.cols - 10;
	for (int i = 0; cut && i < rows && text_wrap(&rest, c.cols - 2, &line); i++)
		canvas_text(c, row + i, 1, ROLE_TEXT, line);
}

void plan_draw_tasks(const struct plan_view *v, const struct plan *p, struct canvas c, bool focused)
{
	const struct list *l = &v->rows_shown;
	draw_head(v, c);
	for (int i = 0; i < l->page && l->top + i < l->n; i++) {
		const struct plan_row *r = &v->row[l->top + i];
		draw_row(v, p, c, v->head + i, r);
		if (l->top + i == l->cursor && focused) {
			canvas_restyle(c, v->head + i, 0, c.cols, ROLE_SELECTED);
			canvas_cursor(c, v->head + i, 0);
		}
	}
	if (v->list.n == 0 && v->nunit && !v->bare)
		canvas_text(c, v->head, 1, ROLE_DIM, STR("No boxes to tick here."));
	draw_foot(v, c, focused);
}
