/* guide_line.c - a plan as lines: what each stands under, in which week and day, below which task. */
#include "guide_line.h"

#include <limits.h>
#include <string.h>

#include "hone/md.h"
#include "hone/text.h"

enum {
	MAX_LEVEL = 6,
	LEVEL_BOLD = MAX_LEVEL + 1,
	MAX_NEST = 64,
	MAX_LABEL = 90,      /* bytes; a colon further on is one of a sentence */
	MAX_LABEL_WORDS = 5, /* of a label that is not bold */
	LOOK_ASIDE = 16,     /* days asked for a match in each direction: keeps the cost linear */
	MAX_CELLS = 32,
};

struct scanner {
	struct guide_text t;
	size_t cap;
	struct md_fence fence;
	int number;
	bool blank; /* the line before was empty */
	int heading[MAX_LEVEL + 1], level;
	int label; /* the label that lists stand under, or -1 */
	int indent[MAX_NEST], bullet[MAX_NEST], nnest;
	int table;

	/* Where the line stands, and the heading level whose next heading ends it. */
	int phase, week, day, day_to;
	int phase_level, week_level, day_level;
	bool day_bold;
	int next_phase, next_week, next_day, next_item;
	int (*overall)[2]; /* beside plan.day: numbers counted from the first day */
};

static bool is_sign(uint32_t cp)
{
	return plan_symbol(cp) || cp == '*' || cp == '_' || cp == '~' || cp == ' ' || cp == '\t';
}

static struct str skip_signs(struct str s)
{
	while (s.n) {
		struct str t = s;
		uint32_t cp = text_decode(&t);
		if (!is_sign(cp) || cp == '~')
			return s;
		s = t;
	}
	return s;
}

/* md_plain() costs a copy; most lines hold no markup. */
static struct str plain_of(struct str s, struct arena *a)
{
	static const bool mark[UCHAR_MAX + 1] = { ['*'] = true,
		['_'] = true,
		['`'] = true,
		['['] = true,
		[']'] = true,
		['\\'] = true,
		['~'] = true,
		['<'] = true,
		['&'] = true,
		['!'] = true };
	for (size_t i = 0; i < s.n; i++) {
		if (mark[(unsigned char)s.p[i]])
			return str_trim(md_plain(s, a));
	}
	return str_trim(s);
}

/* Where the colon of a label stands, or s.n: outside parentheses, and before a space. */
static size_t label_colon(struct str s, size_t *width)
{
	int depth = 0;
	for (size_t i = 0; i < s.n && i < MAX_LABEL; i++) {
		char c = s.p[i];
		depth += c == '(' ? 1 : c == ')' ? -1 : 0;
		*width = c == ':' ? 1 : str_starts(plan_after(s, i), STR("：")) ? STR("：").n : 0;
		if (*width == 0 || depth > 0)
			continue;
		if (*width > 1 || i + 1 == s.n || s.p[i + 1] == ' ' || s.p[i + 1] == '*')
			return i;
	}
	return s.n;
}

static int count_words(struct str s)
{
	int n = 0;
	for (size_t i = 0; i < s.n; i++)
		n += s.p[i] != ' ' && (i == 0 || s.p[i - 1] == ' ');
	return n;
}

/* The bold start of a line as plain text: raw is "**Goal** text". */
static struct str bold_part(struct str raw, struct arena *a)
{
	struct str s;
	if (!plan_bold_line(raw, &s))
		return (struct str){ 0 };
	ptrdiff_t end = str_find(str_slice(s, 0, MAX_LABEL), str_slice(s, 0, 2), 2);
	return end < 0 ? (struct str){ 0 } : plain_of(str_slice(s, 2, (size_t)end), a);
}

static void split_label(struct scanner *s, struct guide_line *l)
{
	struct str bold = bold_part(l->raw, s->t.a);
	size_t width = 0, colon = label_colon(l->plain, &width);
	l->rest = l->plain;
	if (colon < l->plain.n) {
		struct str label = str_trim(str_slice(l->plain, 0, colon));
		if (bold.n == 0 && l->kind != GUIDE_HEADING && count_words(label) > MAX_LABEL_WORDS)
			return;
		l->label = label;
		l->rest = str_trim(plan_after(l->plain, colon + width));
	} else if (l->kind == GUIDE_HEADING) {
		l->label = l->plain;
		l->rest.n = 0;
	} else if (bold.n && str_starts(l->plain, skip_signs(bold))) {
		l->label = skip_signs(bold);
		l->rest = str_trim(plan_after(l->plain, l->label.n));
	}
	l->word = guide_label_words(l->label);
}

/* What a paragraph without bold says it is. */
static bool reads_as_label(const struct guide_line *l)
{
	return l->label.n && (l->rest.n == 0 || l->word);
}

static int innermost_heading(const struct scanner *s)
{
	for (int i = MAX_LEVEL; i > 0; i--) {
		if (s->heading[i] >= 0)
			return s->heading[i];
	}
	return -1;
}

/* ---- places */

static void open_phase(struct scanner *s, const struct label *l, int level)
{
	const struct plan *p = s->t.plan;
	if (s->next_phase >= p->nphase || p->phase[s->next_phase].number != l->from)
		return;
	s->phase = s->next_phase++;
	s->phase_level = level;
	s->week = s->day = s->day_to = -1;
}

static void note_overall(struct scanner *s, int day, struct str plain)
{
	struct label l, inner;
	if (!plan_label(plain, &l))
		return;
	if (l.kind == LABEL_WEEK && plan_label(l.rest, &inner))
		l = inner;
	s->overall[day][0] = l.overall_from;
	s->overall[day][1] = l.overall_to;
}

/* Weeks and days that the plan has at this line. True when there is one. */
static bool open_here(struct scanner *s, const struct guide_line *l)
{
	const struct plan *p = s->t.plan;
	bool opened = false, bold = l->kind != GUIDE_HEADING;
	int level = bold ? s->level : l->level;
	for (; s->next_week < p->nweek && p->week[s->next_week].line <= l->number; opened = true) {
		s->week = s->next_week++;
		s->week_level = level;
		s->day = s->day_to = -1;
	}
	for (; s->next_day < p->nday && p->day[s->next_day].line <= l->number; opened = true) {
		s->day = s->day_to = s->next_day++;
		s->week = p->day[s->day].week;
		s->day_level = level;
		s->day_bold = bold;
		note_overall(s, s->day, l->plain);
	}
	return opened;
}

/* A heading ends what stands at its level or below. */
static void end_places(struct scanner *s, int level, enum label_kind kind)
{
	bool day_rises = kind == LABEL_DAY ? level < s->day_level : level <= s->day_level;
	bool week_rises = kind == LABEL_DAY ? level < s->week_level : level <= s->week_level;
	if (day_rises || week_rises)
		s->day = s->day_to = -1;
	if (week_rises)
		s->week = -1;
	if (s->phase >= 0 && level <= s->phase_level)
		s->phase = -1;
}

static bool matches(const struct scanner *s, int day, const struct label *l)
{
	const struct plan_day *d = &s->t.plan->day[day];
	return (d->from == l->from && d->to == l->to) ||
	       (s->overall[day][0] == l->from && s->overall[day][1] == l->to && l->from);
}

/* The day that this line reports on: seen before, in this week; -1. */
static int reported_day(const struct scanner *s, const struct label *l)
{
	const struct plan *p = s->t.plan;
	int low = s->next_day > LOOK_ASIDE ? s->next_day - LOOK_ASIDE : 0;
	int last = -1;
	for (int i = s->next_day - 1; i >= low && p->day[i].week == s->week; i--) {
		const struct plan_day *d = &p->day[i];
		if (matches(s, i, l) || (i == s->day && d->from <= l->from && l->to <= d->to))
			return i;
		if (last < 0 && l->from <= d->from && d->to <= l->to)
			last = i;
	}
	return last;
}

/* "Day 1-2: ..." before the days 1 and 2, which the plan does not list as a day of its own. */
static bool cover(struct scanner *s, const struct label *l)
{
	const struct plan *p = s->t.plan;
	int first = -1, last = -1;
	for (int i = s->next_day; i < p->nday && i < s->next_day + LOOK_ASIDE; i++) {
		const struct plan_day *d = &p->day[i];
		if (d->week != s->week || d->from < l->from || d->to > l->to)
			break;
		first = first < 0 ? i : first;
		last = i;
	}
	if (first < 0)
		return false;
	s->day = first;
	s->day_to = last;
	return true;
}

/* A label with the number of a day or week that is none itself: its own lines belong there. */
static void place_report(struct scanner *s, struct guide_line *l, struct label label)
{
	struct label inner;
	if (s->week < 0 || label.kind == LABEL_PHASE || label.kind == LABEL_NONE)
		return;
	if (label.kind == LABEL_WEEK) {
		bool same = s->t.plan->week[s->week].number == label.from;
		bool with_day = plan_label(label.rest, &inner) && inner.kind == LABEL_DAY;
		if (!same)
			return;
		if (!with_day || inner.from < inner.to) {
			l->day = l->day_to = -1;
			s->day = with_day ? s->day : -1;
			s->day_to = s->day;
			return;
		}
		label = inner;
	}
	int day = reported_day(s, &label);
	if (day >= 0 && l->kind == GUIDE_HEADING)
		s->day = s->day_to = day;
	if (day < 0 && !cover(s, &label))
		return;
	l->day = day >= 0 ? day : s->day;
	l->day_to = day >= 0 ? day : s->day_to;
}

static void place(struct scanner *s, struct guide_line *l)
{
	struct label label = { 0 };
	bool titled = l->kind == GUIDE_HEADING || l->kind == GUIDE_LABEL;
	bool labelled = titled && plan_label(l->plain, &label);
	if (l->kind == GUIDE_HEADING) {
		end_places(s, l->level, labelled ? label.kind : LABEL_NONE);
		if (labelled && label.kind == LABEL_PHASE)
			open_phase(s, &label, l->level);
	}
	bool opened = open_here(s, l);
	l->phase = s->phase;
	l->week = s->week;
	l->day = s->day;
	l->day_to = s->day_to;
	if (labelled && !opened)
		place_report(s, l, label);
}

/* ---- lines */

/* What a line takes over from the one it stands under. */
static void inherit(struct scanner *s, struct guide_line *l)
{
	const struct plan *p = s->t.plan;
	const struct guide_line *o = l->owner >= 0 ? &s->t.line[l->owner] : NULL;
	struct label label;
	bool place_name = l->kind == GUIDE_HEADING && plan_label(l->plain, &label);
	bool title = o && o->kind == GUIDE_HEADING && plan_label(o->plain, &label);
	/* A title that says what it holds needs no other: "Success metrics" within a summary. */
	unsigned above = o && !title ? o->under : 0, own = place_name ? 0 : l->word;
	bool names = l->kind == GUIDE_HEADING || l->kind == GUIDE_LABEL;
	l->under = names && own ? own : own | above;
	l->item = -1;
	while (s->next_item < p->nitem && p->item[s->next_item].line < l->number)
		s->next_item++;
	if (s->next_item < p->nitem && p->item[s->next_item].line == l->number)
		l->item = s->next_item;
	else if (o && (o->kind == GUIDE_BULLET || o->kind == GUIDE_ROW))
		l->item = o->item;
	if (o && o->kind != GUIDE_HEADING && l->kind != GUIDE_LABEL) {
		l->week = o->week;
		l->day = o->day;
		l->day_to = o->day_to;
	}
}

static int add_line(struct scanner *s, struct guide_line l)
{
	l.number = s->number;
	l.table = -1;
	l.section = -1;
	if (l.kind == GUIDE_BULLET && plan_box(l.raw, &l.done, &l.raw))
		l.boxed = true;
	l.sign = guide_done_sign(l.raw);
	l.plain = skip_signs(plain_of(l.raw, s->t.a));
	if (l.kind != GUIDE_ROW)
		split_label(s, &l);
	place(s, &l);
	inherit(s, &l);
	l.value = l.rest;
	s->t.line = arena_room(s->t.a, s->t.line, (size_t)s->t.nline, &s->cap, sizeof l);
	s->t.line[s->t.nline] = l;
	return s->t.nline++;
}

static void heading_line(struct scanner *s, struct str text, int level)
{
	for (int i = level; i <= MAX_LEVEL; i++)
		s->heading[i] = -1;
	struct guide_line l = {
		.kind = GUIDE_HEADING, .level = level, .raw = text, .owner = innermost_heading(s)
	};
	s->level = level;
	s->label = s->table = -1;
	s->nnest = 0;
	s->heading[level] = add_line(s, l);
}

/* The rule of a table: the line before is its head. */
static void rule_row(struct scanner *s)
{
	struct guide_line *l = s->t.nline ? &s->t.line[s->t.nline - 1] : NULL;
	if (!l || l->number != s->number - 1 || l->kind == GUIDE_BULLET)
		return;
	l->kind = GUIDE_ROW;
	l->head = true;
	l->joined = false;
	l->word = 0;
	l->label.n = 0;
	l->table = s->table = s->t.nline - 1;
	if (s->label == s->table)
		s->label = l->owner >= 0 && s->t.line[l->owner].kind == GUIDE_LABEL ? l->owner : -1;
}

static int list_owner(struct scanner *s)
{
	if (s->nnest)
		return s->bullet[s->nnest - 1];
	return s->label >= 0 ? s->label : innermost_heading(s);
}

static void bullet_line(struct scanner *s, struct str rest, int indent)
{
	while (s->nnest && indent < s->indent[s->nnest - 1] + 2)
		s->nnest--;
	struct guide_line l = { .kind = GUIDE_BULLET, .raw = rest, .owner = list_owner(s) };
	int i = add_line(s, l);
	if (s->nnest == MAX_NEST)
		return;
	s->indent[s->nnest] = indent;
	s->bullet[s->nnest++] = i;
}

/* True when the line goes on what the line before says. */
static bool joins(const struct scanner *s, struct str body)
{
	struct str text;
	if (s->blank || s->t.nline == 0 || plan_bold_line(body, &text))
		return false;
	const struct guide_line *last = &s->t.line[s->t.nline - 1];
	return last->number == s->number - 1 && last->kind != GUIDE_HEADING &&
	       last->kind != GUIDE_ROW;
}

/* Does a paragraph without bold say what it is? */
static bool plain_label(struct scanner *s, struct str body)
{
	struct guide_line probe = { .raw = body, .plain = skip_signs(plain_of(body, s->t.a)) };
	split_label(s, &probe);
	return reads_as_label(&probe);
}

static void text_line(struct scanner *s, struct str body, int indent)
{
	struct str text;
	struct guide_line l = { .raw = body };
	bool joined = joins(s, body);
	if (s->blank && indent < 2)
		s->nnest = 0;
	/* After "**Context**: ..." and an empty line something new begins. */
	if (s->blank && s->nnest == 0 && s->label >= 0 && s->t.line[s->label].rest.n)
		s->label = -1;
	bool label = s->nnest == 0 && (plan_bold_line(body, &text) || plain_label(s, body));
	l.kind = label ? GUIDE_LABEL : GUIDE_TEXT;
	l.owner = label ? innermost_heading(s) : list_owner(s);
	int i = add_line(s, l);
	s->t.line[i].joined = joined && !label;
	if (label)
		s->label = i;
}

static void row_line(struct scanner *s, struct str body)
{
	struct guide_line l = { .kind = GUIDE_ROW, .raw = body };
	l.owner = s->label >= 0 ? s->label : innermost_heading(s);
	int i = add_line(s, l);
	s->t.line[i].table = s->table;
}

/* ">" of a quote and "•" of a list are marks, too. */
static struct str body_of(struct str line, int *indent)
{
	size_t i = 0;
	for (*indent = 0; i < line.n && *indent < 1000; i++) {
		if (line.p[i] != ' ' && line.p[i] != '\t' && line.p[i] != '>')
			break;
		*indent = line.p[i] == '\t' ? (*indent | 3) + 1 : *indent + (line.p[i] == ' ');
	}
	return plan_after(line, i);
}

static bool any_bullet(struct str *s)
{
	if (str_starts(*s, STR("•"))) {
		*s = str_trim(plan_after(*s, STR("•").n));
		return true;
	}
	return plan_bullet(s);
}

static bool fenced(struct scanner *s, struct str line, struct str body)
{
	if (!s->fence.mark && *body.p != '`' && *body.p != '~')
		return false;
	return md_fence_line(&s->fence, s->nnest ? body : line);
}

static void end_block(struct scanner *s)
{
	s->label = -1;
	s->nnest = 0;
	/* A bold day, and a range that stands before its days. */
	if ((s->day >= 0 && s->day_bold) || s->day != s->day_to)
		s->day = s->day_to = -1;
}

static void scan_body(struct scanner *s, struct str line, struct str body, int indent)
{
	struct str text, rest = body;
	int level = *body.p == '#' ? md_heading_line(line, &text) : 0; /* none in quotes */
	bool pipes = memchr(body.p, '|', body.n) != NULL;
	if (level) {
		heading_line(s, text, level);
	} else if (s->blank && plan_rule(body)) {
		end_block(s);
	} else if (any_bullet(&rest)) {
		bullet_line(s, rest, indent);
	} else if (pipes && md_table_rule(line)) {
		rule_row(s);
	} else if (pipes && s->table >= 0) {
		row_line(s, body);
	} else if (indent < 4 || s->nnest) {
		text_line(s, body, indent);
	}
}

static void scan_line(struct scanner *s, struct str line)
{
	int indent;
	struct str body = str_trim(body_of(line, &indent));
	if (body.n == 0) {
		s->blank = true;
		s->table = -1;
		return;
	}
	if (!fenced(s, line, body))
		scan_body(s, line, body, indent);
	s->blank = *body.p == '#';
}

/* Ends of what stands below, values that go over several lines, sections of headings. */
static void join_values(struct guide_text *t)
{
	struct buf b = { 0 };
	for (int i = 0; i < t->nline; i++) {
		if (t->line[i].joined || i + 1 == t->nline || !t->line[i + 1].joined)
			continue;
		buf_clear(&b);
		buf_add(&b, t->line[i].rest);
		for (int k = i + 1; k < t->nline && t->line[k].joined; k++) {
			if (b.n)
				buf_addc(&b, ' ');
			buf_add(&b, t->line[k].plain);
		}
		t->line[i].value = arena_str(t->a, buf_str(&b));
	}
	buf_release(&b);
}

static void set_ends(struct guide_text *t)
{
	for (int i = t->nline - 1; i >= 0; i--) {
		struct guide_line *l = &t->line[i];
		l->end = l->end > i ? l->end : i + 1;
		if (l->owner >= 0 && t->line[l->owner].end < l->end)
			t->line[l->owner].end = l->end;
	}
}

static void set_sections(struct guide_text *t)
{
	for (int i = t->nline - 1; i >= 0; i--) {
		struct guide_line *l = &t->line[i];
		int section = l->item >= 0 ? t->plan->item[l->item].section : l->section;
		if (section >= 0 && l->owner >= 0 && l->kind != GUIDE_HEADING)
			t->line[l->owner].section = section;
		l->section = section;
	}
	for (int i = 0; i < t->nline; i++) {
		struct guide_line *l = &t->line[i];
		if (l->section < 0 && l->owner >= 0 && l->kind != GUIDE_HEADING && l->week < 0)
			l->section = t->line[l->owner].section;
	}
}

static void index_weeks(struct guide_text *t)
{
	t->week = arena_alloc(t->a, GUIDE_MAX_WEEK + 1, sizeof *t->week);
	for (int i = 0; i <= GUIDE_MAX_WEEK; i++)
		t->week[i] = -1;
	for (int i = t->plan->nweek - 1; i >= 0; i--) {
		const struct plan_week *w = &t->plan->week[i];
		for (int n = w->number; n > 0 && n <= w->to && n <= GUIDE_MAX_WEEK; n++)
			t->week[n] = i;
	}
}

struct guide_text guide_scan(struct str text, const struct plan *plan, struct arena *a)
{
	struct scanner s = { .t = { .plan = plan, .a = a }, .blank = true };
	struct str line;
	for (int i = 0; i <= MAX_LEVEL; i++)
		s.heading[i] = -1;
	s.label = s.table = s.phase = s.week = s.day = s.day_to = -1;
	s.overall = arena_alloc(a, (size_t)plan->nday + 1, sizeof *s.overall);
	while (str_line(&text, &line)) {
		s.number++;
		scan_line(&s, line);
	}
	set_ends(&s.t);
	join_values(&s.t);
	set_sections(&s.t);
	index_weeks(&s.t);
	return s.t;
}

int guide_week_index(const struct guide_text *t, int number)
{
	return number > 0 && number <= GUIDE_MAX_WEEK ? t->week[number] : -1;
}

int guide_above(const struct guide_text *t, int i, enum guide_kind kind)
{
	do {
		i = t->line[i].owner;
	} while (i >= 0 && t->line[i].kind != kind);
	return i;
}

int guide_cells(const struct guide_text *t, int row, struct str *cell, int max)
{
	struct str raw[MAX_CELLS];
	int n = md_table_cells(t->line[row].raw, raw, max < MAX_CELLS ? max : MAX_CELLS);
	for (int i = 0; i < n; i++)
		cell[i] = plain_of(raw[i], t->a);
	return n;
}
