/* topics.c - finds topics and their marks in tables, and changes a mark. */
#include "hone/topics.h"

#include <string.h>

#include "hone/md.h"
#include "hone/text.h"
#include "idset.h"
#include "label.h"
#include "topics_priv.h"

/* A table as far as it was read. */
struct draft {
	struct topic_columns columns;
	bool open;    /* it may list topics */
	int first;    /* its first topic */
	bool foreign; /* a status that is no level: the table speaks of something else */
};

struct parse {
	struct topics found;
	size_t topic_cap, area_cap;
	struct table table;
	struct draft draft;
	int area_line; /* the heading of the last area */
	struct idset seen;
	struct buf key;
	uint64_t seed;
	struct arena *a;
};

static const struct str topic_names[] = {
	STR_INIT("topic"),
	STR_INIT("subtopic"),
	STR_INIT("concept"),
	STR_INIT("subject"),
	STR_INIT("skill"),
	STR_INIT("topics"),
	STR_INIT("concepts"),
};
static const struct str status_names[] = { STR_INIT("status"), STR_INIT("level") };
static const struct str notes_names[] = {
	STR_INIT("notes"),
	STR_INIT("note"),
	STR_INIT("comment"),
	STR_INIT("comments"),
};
static const struct str priority_names[] = { STR_INIT("priority"), STR_INIT("prio"),
	STR_INIT("importance") };
static const struct str number_names[] = { STR_INIT("#"), STR_INIT("no"), STR_INIT("no."),
	STR_INIT("nr") };

static bool is_letter(char c)
{
	return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

/* A level's name in a table's head, whatever signs stand beside it. */
static enum level head_level(struct str s)
{
	enum level level;
	while (s.n > 0 && !is_letter(s.p[0]))
		s = str_slice(s, 1, s.n);
	while (s.n > 0 && !is_letter(s.p[s.n - 1]))
		s.n--;
	return level_parse(s, &level) ? level : LEVEL_NONE;
}

static bool is_one_of(struct str s, const struct str *name, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (str_caseeq(s, name[i]))
			return true;
	return false;
}

static void take(int *column, bool matches, int i)
{
	if (matches && *column < 0)
		*column = i;
}

bool topics_columns(const struct table *t, struct topic_columns *c, struct arena *a)
{
	int other = -1;
	*c = (struct topic_columns){ { -1, -1, -1 }, -1, -1, -1, -1, -1 };
	for (int i = 0; i < t->ncell; i++) {
		struct str name = md_plain(t->cell[i], a);
		enum level level = head_level(name);
		if (level != LEVEL_NONE)
			take(&c->box[level - 1], true, i);
		take(&c->topic, is_one_of(name, topic_names, LENGTH(topic_names)), i);
		take(&c->status, is_one_of(name, status_names, LENGTH(status_names)), i);
		take(&c->notes, is_one_of(name, notes_names, LENGTH(notes_names)), i);
		take(&c->number, is_one_of(name, number_names, LENGTH(number_names)), i);
		take(&c->priority, is_one_of(name, priority_names, LENGTH(priority_names)), i);
		bool named = level != LEVEL_NONE || c->status == i || c->notes == i ||
			     c->number == i || c->priority == i;
		take(&other, !named, i);
	}
	bool boxes = c->box[0] >= 0 && c->box[1] >= 0 && c->box[2] >= 0;
	if (boxes) {
		c->status = -1;
		c->topic = c->topic >= 0 ? c->topic : other;
	}
	return c->topic >= 0 && (boxes || c->status >= 0);
}

/* The length of the one character between the brackets of a cell "[x]", else 0. */
static size_t box_length(struct str cell)
{
	struct str s = str_slice(cell, 1, cell.n);
	if (cell.n < 3 || cell.p[0] != '[' || s.p[0] == ']')
		return 0;
	text_decode(&s);
	bool closed = s.n == 1 && s.p[0] == ']';
	return closed ? cell.n - 2 : 0;
}

/* The marks of a row in the checkbox form: the leftmost one that is set counts. */
static bool read_boxes(const struct parse *p, struct topic *t)
{
	int marked = TABLE_CELLS;
	for (int i = 0; i < LEVEL_COUNT; i++) {
		int column = p->draft.columns.box[i];
		struct str cell = table_cell(&p->table, column);
		if (box_length(cell) == 0)
			return false;
		t->mark.box[i] = (size_t)(cell.p + 1 - p->table.text.p);
		if (cell.p[1] != ' ' && column < marked) {
			marked = column;
			t->level = (enum level)(i + 1);
		}
	}
	return true;
}

/*
 * The mark of a row in the status form, "[know]", "[ ]" or "[?]". For "[]" the brackets are the mark:
 * a length of 0 would say checkbox form.
 */
static bool read_status(struct parse *p, struct topic *t)
{
	struct str cell = table_cell(&p->table, p->draft.columns.status);
	ptrdiff_t end = str_find(cell, STR("]"), 0);
	if (cell.n == 0 || cell.p[0] != '[' || end < 0)
		return false;
	struct str inner = str_slice(cell, 1, (size_t)end), word = str_trim(inner);
	if (word.n == 0)
		word = inner;
	if (word.n == 0)
		word = str_slice(cell, 0, 2);
	t->mark.status = (size_t)(word.p - p->table.text.p);
	t->mark.length = word.n;
	bool blank = str_trim(inner).n == 0 || str_eq(word, STR("?"));
	if (!blank && !level_parse(word, &t->level)) {
		p->draft.foreign = true;
		return false;
	}
	return true;
}

static void read_topic(struct parse *p)
{
	const struct topic_columns *c = &p->draft.columns;
	struct topic t = { .line = p->table.line };
	if (c->status >= 0 ? !read_status(p, &t) : !read_boxes(p, &t))
		return;
	t.name = md_plain(table_cell(&p->table, c->topic), p->a);
	if (t.name.n == 0)
		return;
	t.number = table_cell(&p->table, c->number);
	t.notes = table_cell(&p->table, c->notes);
	t.priority = topics_priority(table_cell(&p->table, c->priority), t.notes);
	struct topics *f = &p->found;
	f->topic = arena_room(p->a, f->topic, (size_t)f->ntopic, &p->topic_cap, sizeof t);
	f->topic[f->ntopic++] = t;
}

/* The area of the heading above the table; tables under one heading share it. */
static int area_of(struct parse *p, struct str heading, int line)
{
	struct topics *f = &p->found;
	if (f->narea > 0 && p->area_line == line)
		return f->narea - 1;
	struct topic_area area = { 0 };
	area.name = label_section(heading, &area.number, p->a);
	f->area = arena_room(p->a, f->area, (size_t)f->narea, &p->area_cap, sizeof area);
	f->area[f->narea] = area;
	p->area_line = line;
	return f->narea++;
}

static void count_level(struct topic_area *area, enum level level)
{
	area->ntopic++;
	area->know += level == LEVEL_KNOW;
	area->unsure += level == LEVEL_UNSURE;
	area->dunno += level == LEVEL_DUNNO;
	area->unrated += level == LEVEL_NONE;
}

static uint64_t topic_key(struct parse *p, const struct topic *t)
{
	buf_clear(&p->key);
	text_normalize(&p->key, t->area);
	uint64_t key = hash64(p->seed, p->key.p, p->key.n);
	buf_clear(&p->key);
	text_normalize(&p->key, t->name);
	return hash64(key, p->key.p, p->key.n);
}

/* The table is over: its topics stay, unless it turned out to be about something else. */
static void close_table(struct parse *p, struct str heading, int heading_line)
{
	struct topics *f = &p->found;
	if (p->draft.open && p->draft.foreign)
		f->ntopic = p->draft.first;
	for (int i = p->draft.open ? p->draft.first : f->ntopic; i < f->ntopic; i++) {
		struct topic *t = &f->topic[i];
		int repeated;
		t->iarea = area_of(p, heading, heading_line);
		t->area = f->area[t->iarea].name;
		t->id = idset_next(&p->seen, topic_key(p, t), 0, &repeated);
		count_level(&f->area[t->iarea], t->level);
	}
	p->draft = (struct draft){ .first = f->ntopic };
}

static void add_box(struct parse *p, struct str text, const struct topic_box *b, int line)
{
	struct topics *f = &p->found;
	struct str words = str_slice(text, b->from, b->to), notes = { 0 };
	size_t from, to;
	/* "Heaps (priority: high)" */
	if (topics_priority_words(words, &from, &to) && from > 0 && words.p[from - 1] == '(' &&
		to + 1 == words.n) {
		notes = str_slice(words, from, to);
		words = str_trim(str_slice(words, 0, from - 1));
	}
	struct topic t = { .line = line, .level = b->level, .notes = notes };
	t.name = md_plain(words, p->a);
	t.priority = topics_priority((struct str){ 0 }, notes);
	t.mark = (struct topic_mark){ .status = b->mark, .length = b->length, .list = true };
	if (t.name.n == 0)
		return;
	f->topic = arena_room(p->a, f->topic, (size_t)f->ntopic, &p->topic_cap, sizeof t);
	f->topic[f->ntopic++] = t;
}

/* The boxes of the text. *named: some stand under a heading, or a title, that speaks of topics. */
static void parse_boxes(struct parse *p, struct str text, bool *named)
{
	struct md_fence fence = { 0 };
	struct str rest = text, line, heading = { 0 }, words;
	bool title = false, here = false;
	int n = 0, heading_line = 0, level;
	p->draft = (struct draft){ .open = true };
	while (str_line(&rest, &line)) {
		struct topic_box b;
		n++;
		if (md_fence_line(&fence, line))
			continue;
		if ((level = md_heading_line(line, &words)) > 0) {
			close_table(p, heading, heading_line);
			p->draft.open = true;
			heading = words;
			heading_line = n;
			here = topics_heading(words);
			title = title || (level == 1 && here);
		} else if (topics_box((size_t)(line.p - text.p), line, &b)) {
			add_box(p, text, &b, n);
			*named = *named || here || title;
		}
	}
	close_table(p, heading, heading_line);
}

static void parse_tables(struct parse *p)
{
	struct str heading = { 0 };
	int heading_line = 0;
	while (table_row(&p->table)) {
		if (p->table.head) {
			close_table(p, heading, heading_line);
			heading = p->table.heading;
			heading_line = p->table.heading_line;
			p->draft.open = topics_columns(&p->table, &p->draft.columns, p->a);
		} else if (p->draft.open) {
			read_topic(p);
		}
	}
	close_table(p, heading, heading_line);
}

/* *named: of boxes, whether they are said to be topics. */
static struct topics parse(struct str text, struct str path, bool *named, struct arena *a)
{
	struct parse p = { .table = { .text = text, .rest = text }, .a = a };
	p.seed = hash64(0, path.p, path.n);
	*named = false;
	parse_tables(&p);
	if (p.found.ntopic == 0)
		parse_boxes(&p, text, named);
	idset_release(&p.seen);
	buf_release(&p.key);
	return p.found;
}

struct topics topics_parse(struct str text, struct str path, struct arena *a)
{
	bool named;
	return parse(text, path, &named, a);
}

bool topics_is(struct str text)
{
	struct arena a = { 0 };
	struct parse p = { .table = { .text = text, .rest = text }, .a = &a };
	parse_tables(&p);
	bool found = p.found.ntopic > 0;
	idset_release(&p.seen);
	buf_release(&p.key);
	arena_release(&a);
	return found;
}

bool topics_is_list(struct str text)
{
	struct arena a = { 0 };
	bool named;
	parse(text, (struct str){ 0 }, &named, &a);
	arena_release(&a);
	return named;
}

/* What stands in the box whose inside starts at `at`. */
static struct str box_text(struct str text, size_t at)
{
	struct str rest = str_slice(text, at, text.n);
	ptrdiff_t end = str_find(str_slice(rest, 0, 5), STR("]"), 0);
	return str_slice(rest, 0, end > 0 ? (size_t)end : 1);
}

/* Where the table that holds offset `at` begins: its lines have a '|'. */
static size_t table_start(struct str text, size_t at)
{
	size_t start = at;
	for (size_t from = at; from > 0;) {
		size_t to = from--;
		while (from > 0 && text.p[from - 1] != '\n')
			from--;
		if (!memchr(text.p + from, '|', to - from))
			break;
		start = from;
	}
	return start;
}

/* The character that ticks a box: the row's own, else that of the table's first tick, else "x". */
static struct str habit(const struct topic *t, struct str text)
{
	for (int i = 0; i < LEVEL_COUNT; i++) {
		struct str now = box_text(text, t->mark.box[i]);
		if (str_trim(now).n > 0)
			return now;
	}
	size_t at = t->mark.box[0] < text.n ? t->mark.box[0] : text.n;
	struct str rest = str_slice(text, table_start(text, at), text.n), line;
	while (str_line(&rest, &line) && line.n > 0 && memchr(line.p, '|', line.n)) {
		if (str_find(line, STR("[x]"), 0) >= 0)
			break;
		if (str_find(line, STR("[X]"), 0) >= 0)
			return STR("X");
	}
	return STR("x");
}

/* A level's name in brackets in the line, or empty. */
static struct str bracketed_level(struct str line)
{
	enum level level;
	ptrdiff_t at = str_find(line, STR("["), 0);
	for (; at >= 0; at = str_find(line, STR("["), (size_t)at + 1)) {
		struct str s = str_slice(line, (size_t)at + 1, (size_t)at + 16);
		ptrdiff_t end = str_find(s, STR("]"), 0);
		s = str_slice(s, 0, end < 0 ? 0 : (size_t)end);
		if (level_parse(s, &level))
			return s;
	}
	return (struct str){ 0 };
}

/* The word whose case a new one follows: the old one, else the first of the table. */
static struct str model_word(const struct topic *t, struct str text, struct str old)
{
	enum level level;
	if (level_parse(old, &level))
		return old;
	size_t at = t->mark.status < text.n ? t->mark.status : text.n;
	struct str rest = str_slice(text, table_start(text, at), text.n), line, word = { 0 };
	while (word.n == 0 && str_line(&rest, &line) && line.n > 0 && memchr(line.p, '|', line.n))
		word = bracketed_level(line);
	return word;
}

/* The level's name, in lower case, with a capital or in capitals as the model is. */
static struct str status_word(struct str model, enum level level)
{
	static const struct str words[][LEVEL_COUNT] = {
		{ STR_INIT("know"), STR_INIT("unsure"), STR_INIT("dunno") },
		{ STR_INIT("Know"), STR_INIT("Unsure"), STR_INIT("Dunno") },
		{ STR_INIT("KNOW"), STR_INIT("UNSURE"), STR_INIT("DUNNO") },
	};
	bool first = model.n > 0 && model.p[0] >= 'A' && model.p[0] <= 'Z';
	bool second = model.n > 1 && model.p[1] >= 'A' && model.p[1] <= 'Z';
	return words[first + (first && second)][level - 1];
}

static int patch_status(
	const struct topic *t, struct str text, enum level level, struct patch out[static 3])
{
	struct str old = str_slice(text, t->mark.status, t->mark.status + t->mark.length);
	struct str word =
		level == LEVEL_NONE ? STR(" ") : status_word(model_word(t, text, old), level);
	enum level now = LEVEL_NONE;
	level_parse(old, &now);
	if (now == level)
		return 0;
	out[0] = (struct patch){ t->mark.status, t->mark.length, word };
	if (!str_eq(old, STR("[]")))
		return 1;
	out[0] = (struct patch){ t->mark.status + 1, 0, word };
	return 1;
}

int topics_patch(
	const struct topic *t, struct str text, enum level level, struct patch out[static 3])
{
	if (t->mark.list)
		return topics_patch_box(t, text, level, out);
	if (t->mark.length > 0)
		return patch_status(t, text, level, out);
	struct str tick = habit(t, text);
	int n = 0;
	for (int i = 0; i < LEVEL_COUNT; i++) {
		struct str now = box_text(text, t->mark.box[i]);
		bool set = str_trim(now).n > 0, want = level == (enum level)(i + 1);
		if (set != want)
			out[n++] = (struct patch){ t->mark.box[i], now.n, want ? tick : STR(" ") };
	}
	return n;
}
