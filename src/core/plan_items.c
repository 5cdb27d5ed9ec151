/* plan_items.c - tasks and the blocks they stand in, added to the day, week or section that is open. */
#include <string.h>

#include "plan_priv.h"

enum { MAX_TITLE = 72 /* of a block: a longer line is named by its bold beginning */ };

/* A list of these holds no work, in a plan whose tasks have no boxes. */
static const struct plan_word aside_words[] = {
	{ STR_INIT("resources"), 0 },
	{ STR_INIT("resource"), 0 },
	{ STR_INIT("references"), 0 },
	{ STR_INIT("materials"), 0 },
	{ STR_INIT("links"), 0 },
	{ STR_INIT("notes"), 0 },
	{ STR_INIT("note"), 0 },
	{ STR_INIT("goals"), 0 },
	{ STR_INIT("goal"), 0 },
	{ STR_INIT("objectives"), 0 },
	{ STR_INIT("objective"), 0 },
	{ STR_INIT("outcomes"), 0 },
	{ STR_INIT("outcome"), 0 },
	{ STR_INIT("prerequisites"), 0 },
	{ STR_INIT("success criteria"), 0 },
	{ STR_INIT("key learnings"), 0 },
	{ STR_INIT("results"), 0 },
	{ STR_INIT("tips"), 0 },
	{ STR_INIT("tip"), 0 },
	{ STR_INIT("time"), 0 },
	{ STR_INIT("duration"), 0 },
	{ STR_INIT("thoughts"), 0 },
	{ STR_INIT("link"), 0 },
	{ STR_INIT("ressourcen"), 0 },
	{ STR_INIT("material"), 0 },
	{ STR_INIT("notizen"), 0 },
	{ STR_INIT("ziele"), 0 },
	{ STR_INIT("ziel"), 0 },
	{ STR_INIT("dauer"), 0 },
	{ STR_INIT("ressources"), 0 },
	{ STR_INIT("objectifs"), 0 },
	{ STR_INIT("objectif"), 0 },
	{ STR_INIT("durée"), 0 },
	{ STR_INIT("recursos"), 0 },
	{ STR_INIT("notas"), 0 },
	{ STR_INIT("objetivos"), 0 },
	{ STR_INIT("objetivo"), 0 },
	{ STR_INIT("duración"), 0 },
	{ STR_INIT("资源"), 0 },
	{ STR_INIT("资料"), 0 },
	{ STR_INIT("本周目标"), 0 },
	{ STR_INIT("目标"), 0 },
	{ STR_INIT("笔记"), 0 },
	{ STR_INIT("目標"), 0 },
	{ STR_INIT("メモ"), 0 },
	{ STR_INIT("教材"), 0 },
	{ STR_INIT("ресурсы"), 0 },
	{ STR_INIT("материалы"), 0 },
	{ STR_INIT("цели"), 0 },
	{ STR_INIT("цель"), 0 },
	{ STR_INIT("заметки"), 0 },
};

static const struct plan_word session_words[] = {
	{ STR_INIT("session"), 0 },
	{ STR_INIT("sitzung"), 0 },
	{ STR_INIT("einheit"), 0 },
	{ STR_INIT("séance"), 0 },
	{ STR_INIT("sesión"), 0 },
	{ STR_INIT("セッション"), 0 },
	{ STR_INIT("сессия"), 0 },
};

/* A bullet begins with a box of its own kind. */
static const struct plan_word drawn_boxes[] = {
	{ STR_INIT("☐"), false },
	{ STR_INIT("□"), false },
	{ STR_INIT("⬜"), false },
	{ STR_INIT("☑"), true },
	{ STR_INIT("☒"), true },
	{ STR_INIT("✅"), true },
	{ STR_INIT("✔"), true },
	{ STR_INIT("✓"), true },
};

bool plan_is_aside(struct str name)
{
	size_t n;
	name = plan_skip_decoration(name);
	return plan_term_at(name, aside_words, LENGTH(aside_words), &n) != NULL;
}

/* ---- blocks */

/* The text of a block's line without its clock, whose length is its time when no other is given. */
static struct str block_clock(struct plan_block *b, struct str line)
{
	struct str t = plan_skip_decoration(line);
	int from, to;
	b->clock = -1;
	if (t.n == 0 || !plan_digit(*t.p) || !plan_clock(&t, &from, &to))
		return line;
	b->clock = from;
	if (to >= 0)
		b->minutes_from = b->minutes_to = to - from;
	plan_skip_separators(&t);
	return t;
}

/* What stands in bold at the start of a line. */
static struct str bold_start(struct str raw, struct arena *a)
{
	if (!str_starts(raw, STR("**")))
		return raw;
	ptrdiff_t end = str_find(raw, STR("**"), 2);
	return end > 0 ? md_plain(str_slice(raw, 0, (size_t)end + 2), a) : raw;
}

/*
 * The title of the usual line, "Study (80-100 min):": words, and behind them nothing but a time. Empty for
 * all others.
 */
static struct str quick_title(struct str line, const struct plan_block *b)
{
	size_t n = 0;
	while (n < line.n &&
		((line.p[n] >= 'a' && line.p[n] <= 'z') || line.p[n] == ' ' ||
			(line.p[n] >= 'A' && line.p[n] <= 'Z' && (n == 0 || line.p[n - 1] == ' '))))
		n++;
	struct str title = str_trim(str_slice(line, 0, n)), rest = plan_after(line, n);
	ptrdiff_t close = str_starts(rest, STR("(")) ? str_find(rest, STR(")"), 0) : -1;
	if (close > 0 && b->minutes_to)
		rest = plan_after(rest, (size_t)close + 1);
	return rest.n == 0 || str_eq(rest, STR(":")) ? title : (struct str){ 0 };
}

struct plan_block *plan_add_block(struct parser *ps)
{
	struct plan *p = &ps->plan;
	struct str raw = ps->name, line = plan_plain(raw, ps->a);
	bool shouted = plan_shouted(line);
	p->block = plan_room(ps, p->block, p->nblock, &ps->cap_block, sizeof *p->block);
	struct plan_block *b = &p->block[p->nblock];
	*b = (struct plan_block){ .week = ps->week, .day = ps->day, .line = ps->name_line };
	b->first = p->nitem;
	line = block_clock(b, line);
	plan_minutes(line, &b->minutes_from, &b->minutes_to);
	b->title = quick_title(line, b);
	if (!b->title.n)
		b->title = plan_title(line, shouted, ps->a);
	if (b->title.n > MAX_TITLE)
		b->title = plan_title(bold_start(raw, ps->a), shouted, ps->a);
	struct plan_says says = plan_line_says(line, PLACE_HEAD, shouted, &ps->starts);
	b->marks = says.marks;
	b->status = says.status > PLAN_OPEN ? (enum plan_status)says.status : PLAN_OPEN;
	ps->block = p->nblock++;
	ps->name.n = 0;
	return b;
}

/* A session of a day is one before it has tasks; so is what has a time of its own. */
static bool is_session(const struct parser *ps)
{
	int from, to;
	size_t n;
	if (ps->day < 0 || ps->outline || ps->aside)
		return false;
	struct str name = plan_skip_decoration(ps->name);
	if (plan_term_at(name, session_words, LENGTH(session_words), &n))
		return true;
	ptrdiff_t open = str_find(name, STR("("), 0);
	return open >= 0 && plan_minutes(plan_after(name, (size_t)open), &from, &to);
}

void plan_end_block(struct parser *ps)
{
	if (ps->name.n && is_session(ps))
		plan_add_block(ps);
	ps->block = -1;
	ps->name.n = 0;
	ps->aside = false;
	ps->group = 0;
}

void plan_name_block(struct parser *ps, struct str line)
{
	plan_end_block(ps);
	ps->name = line;
	ps->name_line = ps->line;
	ps->aside = ps->lists && plan_is_aside(line);
}

/* The block that a task added now stands in, -1: none. */
static int block_here(struct parser *ps)
{
	if (ps->week < 0 || ps->outline)
		return -1;
	if (ps->name.n)
		plan_add_block(ps);
	return ps->block;
}

/* ---- tasks */

static int section_here(struct parser *ps)
{
	struct plan *p = &ps->plan;
	if (ps->section >= 0)
		return ps->section;
	p->section = plan_room(ps, p->section, p->nsection, &ps->cap_section, sizeof *p->section);
	struct str title = md_plain(ps->heading[ps->level], ps->a);
	title = str_trim(title);
	if (str_ends(title, STR(":")))
		title = str_trim(str_slice(title, 0, title.n - 1));
	p->section[p->nsection] =
		(struct plan_section){ .title = title, .from_at = ps->heading_at };
	return ps->section = p->nsection++;
}

static void count_item(struct parser *ps, struct plan_item *it)
{
	struct plan *p = &ps->plan;
	if (it->week < 0) {
		it->section = section_here(ps);
		p->section[it->section].nitem++;
		p->section[it->section].ndone += it->done;
	} else {
		p->week[it->week].nitem++;
		p->week[it->week].ndone += it->done;
	}
	if (it->day >= 0) {
		p->day[it->day].nitem++;
		p->day[it->day].ndone += it->done;
	}
	if (it->block >= 0) {
		p->block[it->block].nitem++;
		p->block[it->block].ndone += it->done;
	}
	p->ndone += it->done;
}

/* The nearest task that it is nested under, if that stands in the same day. */
static int parent_of(const struct parser *ps, const struct plan_item *it)
{
	for (int i = ps->nnest - 2; i >= 0; i--) {
		int up = ps->nest_item[i];
		if (up < 0)
			continue;
		const struct plan_item *other = &ps->plan.item[up];
		return other->week == it->week && other->day == it->day ? up : -1;
	}
	return -1;
}

/* The clock at the start of a task: "09:00-10:30 Read". */
static void note_clock(struct plan_item *it)
{
	struct str t = it->text;
	int from, to;
	while (t.n && (*t.p == '*' || *t.p == '(' || *t.p == '`'))
		t = plan_after(t, 1);
	if (t.n == 0 || !plan_digit(*t.p) || !plan_clock(&t, &from, &to))
		return;
	it->clock = from;
	if (to >= 0 && it->minutes_to == 0)
		it->minutes_from = it->minutes_to = to - from;
}

/*
 * Where it was put off to counts more than its tick; for the rest the tick is what is true. The end of the
 * text that holds its numbers.
 */
static struct str note_status(struct parser *ps, struct plan_item *it)
{
	enum { BEFORE = 4 }; /* bytes before a number that may say what it is */
	struct plan_says says =
		plan_line_says(it->text, PLACE_ITEM, plan_shouted(it->text), &ps->starts);
	it->marks = says.marks;
	if (says.status >= PLAN_DEFERRED)
		it->status = (enum plan_status)says.status;
	else if (!it->done && says.status == PLAN_IN_PROGRESS)
		it->status = PLAN_IN_PROGRESS;
	return plan_after(it->text, says.digit > BEFORE ? says.digit - BEFORE : 0);
}

struct plan_item *plan_add_item(struct parser *ps, struct str box, struct str text, bool done)
{
	struct plan *p = &ps->plan;
	int block = block_here(ps);
	p->item = plan_room(ps, p->item, p->nitem, &ps->cap_item, sizeof *p->item);
	struct plan_item *it = &p->item[p->nitem++];
	*it = (struct plan_item){
		.text = text,
		.done = done,
		.boxed = box.p != NULL,
		.line = ps->line,
		.box = box.p ? (size_t)(box.p + 1 - ps->start) : SIZE_MAX,
		.depth = ps->nnest > 0 ? ps->nnest - 1 : 0,
		.status = done ? PLAN_DONE : PLAN_OPEN,
		.clock = -1,
		.week = ps->week,
		.day = ps->day,
		.block = block,
		.section = -1,
	};
	it->parent = parent_of(ps, it);
	ps->fresh = false;
	count_item(ps, it);
	if (ps->outline)
		return it;
	plan_minutes(note_status(ps, it), &it->minutes_from, &it->minutes_to);
	note_clock(it);
	it->id = plan_item_id(ps, it);
	return it;
}

/* ---- lists of tasks without boxes */

static bool tasks_here(const struct parser *ps)
{
	if (!ps->lists || ps->aside || (ps->week < 0 && !(ps->weekless && ps->phase >= 0)))
		return false;
	if (ps->week >= 0 && ps->week == ps->tabled)
		return false;
	for (int i = 0; i + 1 < ps->nnest; i++) {
		if (ps->nest_item[i] >= 0) /* says more about a task */
			return false;
	}
	return true;
}

/* "**Reading:**" with nothing behind it: what is nested below are the tasks. */
static bool is_group(struct str s)
{
	while (s.n && (s.p[s.n - 1] == '*' || s.p[s.n - 1] == ' '))
		s.n--;
	return str_ends(s, STR(":")) || str_ends(s, STR("："));
}

/* "Resources: ..." */
static bool is_aside_line(struct str s)
{
	ptrdiff_t colon = str_find(s, STR(":"), 0);
	if (colon < 0)
		colon = str_find(s, STR("："), 0);
	return colon >= 0 && plan_is_aside(s);
}

static void add_free_item(struct parser *ps, struct str rest)
{
	struct str text = str_trim(rest);
	const struct plan_word *drawn = plan_word_at(text, drawn_boxes, LENGTH(drawn_boxes));
	if (drawn)
		text = plan_skip_decoration(plan_after(text, drawn->name.n));
	if (text.n == 0)
		return;
	ps->nest_item[ps->nnest - 1] = ps->plan.nitem;
	bool done = (drawn && drawn->value) ||
		    plan_line_says(text, PLACE_ITEM, plan_shouted(text), &ps->starts).status ==
			    PLAN_DONE;
	plan_add_item(ps, (struct str){ 0 }, text, done);
}

static void free_line(struct parser *ps, struct str rest)
{
	if (ps->group && ps->nnest <= ps->group)
		plan_end_block(ps);
	if (!tasks_here(ps))
		return;
	if (is_group(rest)) {
		plan_name_block(ps, rest);
		ps->group = ps->nnest;
	} else if (!is_aside_line(rest)) {
		add_free_item(ps, rest);
	}
}

/* Two columns further in is a list within; people do not indent as exactly as CommonMark wants. */
void plan_list_line(struct parser *ps, struct str rest, int indent)
{
	bool done;
	struct str text;
	while (ps->nnest && indent < ps->nest[ps->nnest - 1] + 2)
		ps->nnest--;
	if (ps->nnest < MAX_NEST) {
		ps->nest_item[ps->nnest] = -1;
		ps->nest[ps->nnest++] = indent;
	}
	ps->fresh = false;
	if (plan_box(rest, &done, &text)) {
		ps->nest_item[ps->nnest - 1] = ps->plan.nitem;
		plan_add_item(ps, rest, text, done);
	} else if (ps->lists) {
		free_line(ps, rest);
	}
}

bool plan_clock_line(struct parser *ps, struct str line)
{
	struct str t = line;
	int from, to;
	if (ps->week < 0 || !plan_digit(*t.p) || !plan_clock(&t, &from, &to))
		return false;
	ps->nnest = 0;
	plan_add_item(ps, (struct str){ 0 }, str_trim(line),
		plan_line_says(line, PLACE_ITEM, false, &ps->starts).status == PLAN_DONE);
	return true;
}
