/* guide_line.c - a plan as lines: what each stands under, in which week and day, below which task. */
#include "guide_line.h"

#include <limits.h>
#include <string.h>

#include "hone/md.h"
#include "hone/text.h"

enum {
	MAX_LEVEL = 6,
	MAX_NEST = 64,
	MAX_LABEL = 90,      /* bytes; a colon further on is one of a sentence */
	MAX_LABEL_WORDS = 5, /* of a label that is not bold */
	MAX_CELLS = 32,
};

struct scanner {
	struct guide_text t;
	size_t cap;
	struct md_fence fence;
	const char *start; /* of the text */
	int number;
	size_t at;
	bool blank; /* the line before was empty */
	int heading[MAX_LEVEL + 1];
	int label; /* the label that lists stand under, or -1 */
	int indent[MAX_NEST], bullet[MAX_NEST], nnest;
	int table;
	int next_item;
	struct guide_place place;
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
	l.at = s->at;
	l.table = -1;
	l.section = -1;
	if (l.kind == GUIDE_BULLET && plan_box(l.raw, &l.done, &l.raw))
		l.boxed = true;
	l.sign = guide_done_sign(l.raw);
	l.plain = skip_signs(plain_of(l.raw, s->t.a));
	if (l.kind != GUIDE_ROW)
		split_label(s, &l);
	guide_place_line(&s->place, &l);
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
	guide_place_end_block(&s->place);
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
	s->at = (size_t)(line.p - s->start);
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

static struct scanner scanner_new(struct str text, const struct plan *plan, struct arena *a)
{
	struct scanner s = { .t = { .plan = plan, .a = a }, .start = text.p, .blank = true };
	for (int i = 0; i <= MAX_LEVEL; i++)
		s.heading[i] = -1;
	s.label = s.table = -1;
	s.place = guide_place_start(plan);
	return s;
}

static struct guide_text scan_lines(struct scanner *s, struct str text)
{
	struct str line;
	while (str_line(&text, &line)) {
		s->number++;
		scan_line(s, line);
	}
	set_ends(&s->t);
	join_values(&s->t);
	return s->t;
}

struct guide_text guide_scan(struct str text, const struct plan *plan, struct arena *a)
{
	struct scanner s = scanner_new(text, plan, a);
	struct guide_text t = scan_lines(&s, text);
	set_sections(&t);
	index_weeks(&t);
	return t;
}

/* As scan_line(), for headings alone: the rest only as far as it tells where fences are. True at one. */
static bool skim_line(struct scanner *s, struct str line)
{
	int indent;
	s->at = (size_t)(line.p - s->start);
	struct str body = str_trim(body_of(line, &indent)), text;
	bool blank = s->blank;
	s->blank = body.n == 0 || *body.p == '#';
	if (body.n == 0 || fenced(s, line, body))
		return false;
	int level = *body.p == '#' ? md_heading_line(line, &text) : 0;
	bool rule = blank && plan_rule(body);
	if (level) {
		guide_place_pass(&s->place, s->number);
		heading_line(s, text, level);
	} else if (!rule && any_bullet(&body)) {
		s->nnest = 1;
	} else if (rule || (blank && indent < 2)) {
		s->nnest = 0;
	}
	return level > 0;
}

/* Reads the headings up to the one that text.p[end] is or stands below; returns what follows that one. */
static struct str skim(struct scanner *s, struct str text, size_t end)
{
	struct str line, rest = text, below = text;
	int number = 0;
	while ((size_t)(rest.p - text.p) <= end && str_line(&rest, &line)) {
		s->number++;
		if (skim_line(s, line)) {
			below = rest;
			number = s->number;
		}
	}
	s->number = number;
	s->nnest = 0;
	s->blank = true;
	s->fence = (struct md_fence){ 0 };
	return below;
}

struct guide_text guide_scan_week(
	struct str text, const struct plan *plan, int week, struct arena *a)
{
	struct scanner s = scanner_new(text, plan, a);
	if (week + 1 < plan->nweek)
		text.n = plan->week[week + 1].from_at;
	struct str rest = skim(&s, text, plan->week[week].from_at);
	return scan_lines(&s, rest);
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
