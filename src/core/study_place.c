/* study_place.c - places of lines in the text of a plan. */
#include "study_place.h"

#include <stdio.h>
#include <string.h>

#include "plan_line.h"

enum { MANNERS = 8 }; /* different ways of indentation that are counted */

bool walk_next(struct walk *w)
{
	size_t at = w->now.next;
	if (at >= w->text.n)
		return false;
	const char *nl = memchr(w->text.p + at, '\n', w->text.n - at);
	size_t next = nl ? (size_t)(nl - w->text.p) + 1 : w->text.n, end = nl ? next - 1 : next;
	if (nl && end > at && w->text.p[end - 1] == '\r')
		end--;
	w->now = (struct spot){ at, end, next, w->now.line + 1, false };
	w->now.code = md_fence_line(&w->fence, str_slice(w->text, at, end));
	return true;
}

bool walk_to(struct walk *w, int line)
{
	while (w->now.line < line)
		if (!walk_next(w))
			return false;
	return w->now.line == line;
}

struct str spot_str(struct str text, struct spot s)
{
	return str_slice(text, s.at, s.end);
}

int spot_indent(struct str line)
{
	int cols = 0;
	for (size_t i = 0; i < line.n && (line.p[i] == ' ' || line.p[i] == '\t'); i++)
		cols = line.p[i] == '\t' ? (cols | 3) + 1 : cols + 1;
	return cols;
}

struct str spot_ending(struct str text, struct spot s)
{
	size_t nl = s.next;
	if (s.next == s.end) { /* the last line, without an ending */
		if (s.at == 0)
			return STR("\n");
		nl = s.at;
	}
	return nl >= 2 && text.p[nl - 2] == '\r' ? STR("\r\n") : STR("\n");
}

static struct str body_of(struct str line)
{
	struct str s = line;
	plan_skip_spaces(&s);
	return s;
}

static bool is_blank(struct str line)
{
	return str_trim(line).n == 0;
}

static bool is_bullet(struct str line)
{
	struct str s = body_of(line);
	return !plan_rule(s) && plan_bullet(&s);
}

static bool is_task(struct str line)
{
	struct str s = body_of(line), words;
	bool done;
	return !plan_rule(s) && plan_bullet(&s) && plan_box(s, &done, &words);
}

static bool is_heading(struct str line)
{
	struct str words;
	return md_heading_line(line, &words) > 0;
}

/* Words that go on with a paragraph, wherever they stand. */
static bool goes_on(struct str line)
{
	struct str s = body_of(line), words;
	return s.n && !strchr(">|<`~", *s.p) && !is_bullet(line) && !is_heading(line) &&
	       !plan_rule(s) && !plan_bold_line(s, &words);
}

/*
 * The last line that belongs to the list item where the walk stands: what is further in, up to an empty
 * line or a task, fenced code as a whole. A paragraph may go on without indentation.
 */
static struct spot own_end(struct walk *w)
{
	struct spot item = w->now, last = w->now;
	int cols = spot_indent(spot_str(w->text, item));
	while (walk_next(w)) {
		struct str line = spot_str(w->text, w->now);
		bool inside = w->fence.mark != 0;
		if (w->now.code && inside)
			continue;
		bool paragraph = !w->now.code && last.line == w->now.line - 1 && goes_on(line);
		if (!w->now.code && (is_blank(line) || is_task(line)))
			break;
		if (!w->now.code && spot_indent(line) <= cols && !paragraph)
			break;
		last = w->now;
	}
	return last;
}

/* Leading white space of a line. */
static struct str margin(struct str line)
{
	size_t n = 0;
	while (n < line.n && (line.p[n] == ' ' || line.p[n] == '\t'))
		n++;
	return str_slice(line, 0, n);
}

/* The columns from an item's margin to its words: "- [ ] x" 2, "10. x" 4. */
static size_t marker_width(struct str line)
{
	struct str s = body_of(line), rest = s;
	return plan_bullet(&rest) ? s.n - rest.n : 2;
}

static char bullet_of(struct str line)
{
	struct str s = body_of(line);
	return s.n && strchr("-*+", *s.p) ? *s.p : '-';
}

/* How the plan's list items below tasks are indented against them: what most do. */
static struct str usual_step(struct str text)
{
	struct str step[MANNERS] = { { 0 } }, margin_above = { 0 };
	int count[MANNERS] = { 0 }, best = -1;
	bool above = false;
	struct walk w = { .text = text };
	while (walk_next(&w)) {
		struct str line = spot_str(text, w.now), here = margin(line);
		bool below = above && !w.now.code && is_bullet(line) && !is_task(line) &&
			     here.n > margin_above.n && str_starts(here, margin_above);
		struct str way = str_slice(here, margin_above.n, here.n);
		for (int i = 0; below && i < MANNERS; i++) {
			if (count[i] && !str_eq(step[i], way))
				continue;
			step[i] = way;
			count[i]++;
			best = best < 0 || count[i] > count[best] ? i : best;
			break;
		}
		above = !w.now.code && is_task(line);
		margin_above = here;
	}
	return best < 0 ? STR("  ") : step[best];
}

/* White space and sign of an item below `head`, which `last` ends. */
static void add_marker(struct buf *out, struct str text, struct spot head, struct spot last)
{
	struct str line = spot_str(text, head), step;
	struct walk w = { .text = text };
	bool there = walk_to(&w, head.line);
	while (there && w.now.line < last.line && walk_next(&w)) {
		struct str sub = spot_str(text, w.now);
		if (w.now.code || !is_bullet(sub) || spot_indent(sub) <= spot_indent(line))
			continue;
		buf_add(out, margin(sub));
		buf_addf(out, "%c ", bullet_of(sub));
		return;
	}
	step = usual_step(text);
	buf_add(out, margin(line));
	if (spot_indent(step) >= (int)marker_width(line))
		buf_add(out, step);
	else
		buf_addf(out, "%*s", (int)marker_width(line), "");
	buf_addf(out, "%c ", bullet_of(line));
}

/* What would be more than words at the start of a list item. */
void place_words(struct buf *out, struct str note)
{
	struct str words;
	bool done;
	struct str padded = note;
	if (plan_box(padded, &done, &words) || str_starts(note, STR("```")) ||
		str_starts(note, STR("~~~")) || str_starts(note, STR("<!--")))
		buf_addc(out, '\\');
	buf_add(out, note);
}

/* `line` put in after the line `after`, whatever it ends with. */
static void put_after(
	struct str text, struct spot after, struct str line, struct put *out, struct arena *a)
{
	struct str end = spot_ending(text, after);
	bool open = after.next == after.end;
	out->at = after.next;
	out->length = 0;
	out->line = after.line + 1;
	out->text = open ? arena_printf(a, "%.*s%.*s", STR_ARG(end), STR_ARG(line))
			 : arena_printf(a, "%.*s%.*s", STR_ARG(line), STR_ARG(end));
}

const struct plan_day *place_day(const struct plan *p, uint64_t id)
{
	const struct plan_day *found = NULL;
	for (int i = 0; i < p->nday; i++) {
		if (p->day[i].id != id)
			continue;
		if (found)
			return NULL;
		found = &p->day[i];
	}
	return found;
}

/* The line of a task or day; 0 when there is none or several of that id. */
static int line_of(const struct plan *p, uint64_t id)
{
	const struct plan_day *day = place_day(p, id);
	int line = day ? day->line : 0;
	for (int i = 0; i < p->nitem && !day; i++) {
		if (p->item[i].id != id)
			continue;
		if (line)
			return 0;
		line = p->item[i].line;
	}
	return line;
}

/*
 * The lines of a day's heading and of the paragraph that goes on below it; then, perhaps after an empty line,
 * its notes: list items that are no tasks or, where a plan without boxes has its tasks as list items, quoted
 * lines.
 */
struct day_head {
	struct spot head, gap, list; /* line 0 where there is none */
	bool quoted;
};

static bool is_quote(struct str line)
{
	return str_starts(body_of(line), STR(">"));
}

/* No box anywhere: list items would be tasks. */
static bool is_free(const struct plan *p)
{
	for (int i = 0; i < p->nitem; i++)
		if (p->item[i].boxed)
			return false;
	return true;
}

static struct day_head day_head(struct walk *w, const struct plan *p)
{
	struct day_head d = { .head = w->now, .quoted = is_free(p) };
	bool more = walk_next(w);
	while (more && !w->now.code && !is_blank(spot_str(w->text, w->now)) &&
		goes_on(spot_str(w->text, w->now))) {
		d.head = w->now;
		more = walk_next(w);
	}
	if (more && is_blank(spot_str(w->text, w->now))) {
		d.gap = w->now;
		more = walk_next(w);
	}
	while (more && d.quoted && is_quote(spot_str(w->text, w->now))) {
		d.list = w->now;
		more = walk_next(w);
	}
	while (more && !d.quoted && !w->now.code && is_bullet(spot_str(w->text, w->now)) &&
		!is_task(spot_str(w->text, w->now))) {
		d.list = own_end(w);
		more = w->now.line > d.list.line;
	}
	return d;
}

static bool is_row(struct str line)
{
	return str_starts(body_of(line), STR("|"));
}

static bool find_head(struct walk *w, const struct plan *p, uint64_t id, struct err *e)
{
	int line = line_of(p, id);
	if (line == 0 || !walk_to(w, line))
		return err_set(e, ERR_STALE,
			"the plan changed meanwhile, and this task or day is no longer in it; "
			"nothing was written");
	if (is_row(spot_str(w->text, w->now)))
		return err_set(e, ERR_INVALID,
			"line %d of the plan is a row of a table, below which no note can stand; "
			"write it there in your editor",
			line);
	return true;
}

/* Words, a table or the like, which would go on with a note right above them. */
static bool would_join(struct str line)
{
	struct str s = body_of(line);
	return !is_blank(line) && !is_bullet(line) && !is_heading(line) && !plan_rule(s);
}

/* Below the heading, with an empty line after it where one stands before it, or words follow. */
static void place_first(struct str text, const struct day_head *d, struct str line, struct put *out,
	struct arena *a)
{
	struct spot after = d->gap.line ? d->gap : d->head;
	struct walk w = { .text = text, .now = after };
	put_after(text, after, line, out, a);
	bool gap = walk_next(&w) && (d->gap.line || would_join(spot_str(text, w.now)));
	if (gap)
		out->text = arena_printf(
			a, "%.*s%.*s", STR_ARG(out->text), STR_ARG(spot_ending(text, after)));
}

static void place_below_day(struct str text, const struct day_head *d, struct str note,
	struct put *out, struct arena *a)
{
	struct buf line = { 0 };
	char sign = d->quoted ? '>' : d->list.line ? bullet_of(spot_str(text, d->list)) : '-';
	buf_addf(&line, "%c ", sign);
	place_words(&line, note);
	if (d->list.line)
		put_after(text, d->list, buf_str(&line), out, a);
	else
		place_first(text, d, buf_str(&line), out, a);
	buf_release(&line);
}

bool place_note(struct str text, const struct plan *p, uint64_t id, struct str note,
	struct put *out, struct arena *a, struct err *e)
{
	struct walk w = { .text = text };
	struct buf line = { 0 };
	if (!find_head(&w, p, id, e))
		return false;
	struct spot head = w.now;
	if (is_bullet(spot_str(text, head))) {
		struct spot last = own_end(&w);
		add_marker(&line, text, head, last);
		place_words(&line, note);
		put_after(text, last, buf_str(&line), out, a);
	} else {
		struct day_head d = day_head(&w, p);
		place_below_day(text, &d, note, out, a);
	}
	buf_release(&line);
	return true;
}

/* Where notes of a task or day may stand: after the line `from` up to `to`. */
struct notes {
	int from, to;
	bool of_day;
	struct day_head head; /* of a day */
};

static bool note_range(struct str text, const struct plan *p, uint64_t id, struct notes *out)
{
	struct walk w = { .text = text };
	if (!find_head(&w, p, id, NULL))
		return false;
	*out = (struct notes){ .from = w.now.line };
	out->of_day = !is_bullet(spot_str(text, w.now));
	if (!out->of_day) {
		out->to = own_end(&w).line;
		return true;
	}
	out->head = day_head(&w, p);
	out->to = out->head.list.line;
	return out->to > 0;
}

/* Did place_first() put the empty line after this note? */
static bool has_gap(struct str text, const struct notes *n, struct spot line, struct spot before)
{
	struct walk w = { .text = text, .now = line };
	if (!n->of_day || !walk_next(&w) || !is_blank(spot_str(text, w.now)))
		return false;
	if (is_blank(spot_str(text, before)))
		return true;
	return before.line == n->head.head.line && walk_next(&w) &&
	       would_join(spot_str(text, w.now));
}

/* The line goes, with the empty line that came with it, or without an ending the one before it. */
static struct put cut_line(struct str text, struct spot line, struct spot before, bool gap)
{
	struct put cut = { .at = line.at, .length = line.next - line.at, .line = line.line };
	struct walk w = { .text = text, .now = line };
	if (line.next == line.end)
		return (struct put){ before.end, line.end - before.end, line.line, { 0 } };
	if (gap && walk_next(&w))
		cut.length = w.now.next - line.at;
	return cut;
}

static bool is_note(struct str line, struct str words, bool quoted)
{
	struct str s = body_of(line);
	if (!quoted)
		return plan_bullet(&s) && str_eq(s, words);
	return str_starts(s, STR("> ")) && str_eq(str_slice(s, 2, s.n), words);
}

bool place_find_note(struct str text, const struct plan *p, uint64_t id, struct str note,
	struct put *out, struct arena *a)
{
	struct notes n;
	bool found = false;
	struct buf want = { 0 };
	if (!note_range(text, p, id, &n))
		return false;
	place_words(&want, note);
	struct str words = arena_str(a, buf_str(&want));
	buf_release(&want);
	struct walk w = { .text = text };
	struct spot before = { 0 };
	while (walk_next(&w) && w.now.line <= n.to) {
		bool is_it = w.now.line > n.from && !w.now.code &&
			     is_note(spot_str(text, w.now), words, n.of_day && n.head.quoted);
		if (is_it)
			*out = cut_line(text, w.now, before, has_gap(text, &n, w.now, before));
		found = found || is_it;
		before = w.now;
	}
	return found;
}

/* Does a line of that number begin another day or week? */
static bool begins_other(const struct plan *p, int day, int line)
{
	for (int i = 0; i < p->nday; i++)
		if (i != day && p->day[i].line == line)
			return true;
	for (int i = 0; i < p->nweek; i++)
		if (p->week[i].line == line)
			return true;
	return false;
}

/* A heading within the day is deeper than that of the day; below a day in bold there is none. */
static bool ends_day(struct str line, int level)
{
	struct str words;
	int found = md_heading_line(line, &words);
	return (found && (!level || found <= level)) || (!level && plan_rule(body_of(line)));
}

bool place_extent(struct str text, const struct plan *p, int day, struct extent *out)
{
	struct walk w = { .text = text };
	const struct plan_day *d = &p->day[day];
	struct str words;
	if (!walk_to(&w, d->line))
		return false;
	int level = md_heading_line(spot_str(text, w.now), &words), task = 0;
	for (int i = d->first; i < d->first + d->nitem; i++)
		task = p->item[i].line > task ? p->item[i].line : task;
	out->head = out->last = out->task = w.now;
	while (walk_next(&w)) {
		struct str line = spot_str(text, w.now);
		if (!w.now.code && (ends_day(line, level) || begins_other(p, day, w.now.line)))
			break;
		if (w.now.code || !is_blank(line))
			out->last = w.now;
	}
	struct walk t = { .text = text };
	if (task && walk_to(&t, task))
		out->task = own_end(&t);
	if (out->last.line < out->task.line)
		out->last = out->task;
	return true;
}

bool place_is_summary(struct str line)
{
	struct str words, s = body_of(line);
	struct label l;
	bool head = md_heading_line(line, &words) > 0 || plan_bold_line(s, &words);
	if (!head || !plan_label(words, &l) || l.kind != LABEL_DAY || !l.words)
		return false;
	return str_casefind(l.rest, STR("summary"), 0) >= 0 ||
	       str_casestarts(l.rest, STR("results")) || str_casestarts(l.rest, STR("recap"));
}

/* Does the summary in this line stand right after the lines of the last task of its day? */
static bool follows_tasks(struct str text, const struct plan *p, int line)
{
	int day = -1;
	struct extent x;
	for (int i = 0; i < p->nday; i++)
		if (p->day[i].line < line && (day < 0 || p->day[i].line > p->day[day].line))
			day = i;
	if (day < 0 || !place_extent(text, p, day, &x) || x.task.line >= line)
		return false;
	struct walk w = { .text = text, .now = x.task };
	while (walk_next(&w) && w.now.line < line)
		if (!is_blank(spot_str(text, w.now)))
			return false;
	return true;
}

bool place_summary(struct str text, const struct plan *p, int day, struct spot *after, int *sample)
{
	struct extent x;
	if (!place_extent(text, p, day, &x))
		return false;
	*sample = 0;
	struct walk w = { .text = text };
	while (walk_next(&w)) {
		bool before = *sample == 0 || w.now.line < x.head.line;
		if (!w.now.code && before && place_is_summary(spot_str(text, w.now)))
			*sample = w.now.line;
	}
	*after = *sample && follows_tasks(text, p, *sample) ? x.task : x.last;
	return true;
}
