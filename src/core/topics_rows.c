/* topics_rows.c - lines for topics: added, reworded, split and weighed in the manner of those there. */
#include "hone/topics_edit.h"

#include <limits.h>
#include <string.h>

#include "hone/text.h"
#include "topics_priv.h"

/* The line of a topic, and of a table its cells by the columns of its head. */
struct row {
	size_t at, end; /* of the line, without its ending */
	int line;
	bool list;
	struct topic_columns columns;
	struct str cell[TABLE_CELLS];
	int ncell;
	struct topic_box box;
};

/* ---- lines of the text */

static struct str line_of(struct str text, const struct row *r)
{
	return str_slice(text, r->at, r->end);
}

static bool find_line(struct str text, int line, struct row *r)
{
	struct str rest = text, cut = { 0 };
	for (int i = 0; i < line; i++)
		if (!str_line(&rest, &cut))
			return false;
	r->at = (size_t)(cut.p - text.p);
	r->end = r->at + cut.n;
	r->line = line;
	return true;
}

static struct str ending_of(struct str text)
{
	return str_find(text, STR("\r\n"), 0) >= 0 ? STR("\r\n") : STR("\n");
}

static bool find_cells(struct str text, struct row *r, struct arena *a)
{
	struct table t = { .text = text, .rest = text };
	bool open = false;
	while (table_row(&t) && t.line <= r->line) {
		if (t.head)
			open = topics_columns(&t, &r->columns, a);
		if (t.head || t.line != r->line)
			continue;
		memcpy(r->cell, t.cell, sizeof r->cell);
		r->ncell = t.ncell;
		return open;
	}
	return false;
}

static bool find_row(
	struct str text, const struct topic *t, struct row *r, struct arena *a, struct err *e)
{
	*r = (struct row){ .list = t->mark.list };
	bool found = find_line(text, t->line, r);
	if (found && r->list)
		found = topics_box(r->at, line_of(text, r), &r->box);
	else if (found)
		found = find_cells(text, r, a);
	return found || err_set(e, ERR_INVALID, "line %d: this topic is no longer there", t->line);
}

/* ---- words */

/* A bar would end a cell, and a line end the table; what is escaped already stays. */
static struct str clean(struct str words, bool list, struct arena *a)
{
	struct buf b = { 0 };
	words = str_trim(words);
	for (size_t i = 0; i < words.n; i++) {
		char c = words.p[i];
		if (c == '|' && !list && (i == 0 || words.p[i - 1] != '\\'))
			buf_addc(&b, '\\');
		buf_addc(&b, (unsigned char)c < ' ' || c == 0x7f ? ' ' : c);
	}
	struct str out = arena_str(a, str_trim(buf_str(&b)));
	buf_release(&b);
	return out;
}

static bool has_words(struct str words, struct err *e)
{
	if (str_trim(words).n == 0)
		return err_set(e, ERR_INVALID, "a topic needs a name");
	return text_bad_bytes(words) == 0 || err_set(e, ERR_INVALID, "a name must be UTF-8");
}

static bool all_have_words(const struct str *name, int n, struct err *e)
{
	if (n <= 0)
		return err_set(e, ERR_INVALID, "a topic needs a name");
	for (int i = 0; i < n; i++)
		if (!has_words(name[i], e))
			return false;
	return true;
}

/* ---- a line made anew */

/* What stands in some cells in place of what does; .p NULL: it stays. */
struct cells {
	struct str cell[TABLE_CELLS];
};

static void set(struct cells *c, int column, struct str to)
{
	if (column >= 0)
		c->cell[column] = (struct str){ to.p ? to.p : "", to.n };
}

/* The cells of a table stand in the order of the line. */
static void put_cells(struct buf *out, struct str text, const struct row *r, const struct cells *c)
{
	size_t from = r->at;
	for (int i = 0; i < r->ncell; i++) {
		struct str old = r->cell[i], new = c->cell[i];
		size_t at = (size_t)(old.p - text.p);
		if (!new.p)
			continue;
		buf_add(out, str_slice(text, from, at));
		if (old.n == 0 && new.n && at > 0 && text.p[at - 1] == '|')
			buf_addc(out, ' ');
		buf_add(out, new);
		if (old.n == 0 && new.n && at < text.n &&text.p[at] == '|')
			buf_addc(out, ' ');
		from = at + old.n;
	}
	buf_add(out, str_slice(text, from, r->end));
}

/* Of a list: the words behind the box, and the mark when it is given. */
static void put_box(
	struct buf *out, struct str text, const struct row *r, struct str words, const char *mark)
{
	buf_add(out, str_slice(text, r->at, r->box.mark));
	if (mark)
		buf_addf(out, "%s", mark);
	buf_add(out, str_slice(text, r->box.mark + (mark ? r->box.length : 0), r->box.from));
	buf_add(out, words);
	buf_add(out, str_slice(text, r->box.to, r->end));
}

static void take(struct topics_edit *out, struct buf *b, struct arena *a)
{
	out->lines = arena_str(a, buf_str(b));
	buf_release(b);
}

static struct topics_edit in_place(const struct row *r)
{
	return (struct topics_edit){ .at = r->at, .length = r->end - r->at, .line = r->line };
}

struct str topics_source(struct str text, const struct topic *t)
{
	struct arena a = { 0 };
	struct row r;
	struct err ignored = { 0 };
	struct str name = { 0 };
	if (find_row(text, t, &r, &a, &ignored))
		name = r.list ? str_slice(text, r.box.from, r.box.to) : r.cell[r.columns.topic];
	arena_release(&a);
	return name;
}

/* ---- adding */

/* "3.10" behind "3.9", with as many behind it; empty where the last one is no number. */
static struct str next_number(struct str last, int step, struct arena *a)
{
	size_t digits = last.n;
	int n;
	while (digits > 0 && last.p[digits - 1] >= '0' && last.p[digits - 1] <= '9')
		digits--;
	struct str rest = str_slice(last, digits, last.n);
	if (!str_number(&rest, &n))
		return (struct str){ 0 };
	return arena_printf(a, "%.*s%d", (int)digits, last.p, n + step);
}

static void put_new(struct buf *out, struct str text, const struct row *r, struct str name,
	struct str number, struct arena *a)
{
	struct cells c = { 0 };
	name = clean(name, r->list, a);
	if (r->list) {
		put_box(out, text, r, name, " ");
		return;
	}
	for (int i = 0; i < r->ncell; i++)
		set(&c, i, (struct str){ 0 });
	set(&c, r->columns.topic, name);
	set(&c, r->columns.number, number);
	set(&c, r->columns.status, STR("[ ]"));
	for (int i = 0; r->columns.status < 0 && i < LEVEL_COUNT; i++)
		set(&c, r->columns.box[i], STR("[ ]"));
	put_cells(out, text, r, &c);
}

bool topics_add(struct str text, const struct topics *t, int area, const struct str *name, int n,
	struct topics_edit *out, struct arena *a, struct err *e)
{
	const struct topic *last = NULL;
	struct row r;
	struct buf b = { 0 };
	for (int i = 0; i < t->ntopic; i++)
		last = t->topic[i].iarea == area ? &t->topic[i] : last;
	if (!last)
		return err_set(e, ERR_INVALID, "there is no such area");
	if (!all_have_words(name, n, e) || !find_row(text, last, &r, a, e))
		return false;
	struct str ending = ending_of(text);
	size_t next = r.end;
	while (next < text.n && text.p[next] != '\n')
		next++;
	bool ended = next < text.n;
	if (!ended)
		buf_add(&b, ending);
	for (int i = 0; i < n; i++) {
		put_new(&b, text, &r, name[i], next_number(last->number, i + 1, a), a);
		if (ended || i + 1 < n)
			buf_add(&b, ending);
	}
	*out = (struct topics_edit){ .at = next + ended, .line = r.line + 1 };
	take(out, &b, a);
	return true;
}

/* ---- a further area */

static const char plain_head[] = "| Topic | Status | Notes |\n|-------|--------|-------|\n"
				 "| x | [ ] | |\n";

/* Above the topics: the level and words of the last heading. Below: where the next one begins, else the end. */
struct around {
	int level;
	struct str words;
	size_t next;
	int line; /* of next */
};

static struct around around(struct str text, const struct topics *t)
{
	struct around r = { .level = 2, .next = text.n, .line = 1 };
	int last = t->ntopic ? t->topic[t->ntopic - 1].line : INT_MAX, line = 0;
	struct str rest = text, cut, words;
	struct md_fence fence = { 0 };
	while (str_line(&rest, &cut)) {
		int level = md_fence_line(&fence, cut) ? 0 : md_heading_line(cut, &words);
		line++;
		if (level && line > last) {
			r.next = (size_t)(cut.p - text.p);
			r.line = line;
			return r;
		}
		if (level && t->ntopic) {
			r.level = level;
			r.words = words;
		}
	}
	r.line = line + 1;
	return r;
}

static bool is_letter(char c)
{
	return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

/* "Area 8: " behind a heading "Area 7: Heaps"; nothing where that has no whole number. */
static void put_number(struct buf *out, struct str heading, struct str number)
{
	ptrdiff_t at = number.n ? str_find(heading, number, 0) : -1;
	struct str rest = number;
	int n;
	if (at < 0 || !heading.p || !str_number(&rest, &n) || rest.n)
		return;
	size_t begin = (size_t)at, end = begin + number.n;
	while (begin > 0 && (is_letter(heading.p[begin - 1]) || heading.p[begin - 1] == ' '))
		begin--;
	struct str word = str_trim(str_slice(heading, begin, (size_t)at));
	struct str sign = str_slice(heading, end, end + 1);
	bool plain = str_eq(sign, STR(".")) || str_eq(sign, STR(")")) || str_eq(sign, STR(":"));
	buf_addf(out, "%.*s%s%d%.*s ", STR_ARG(word), word.n ? " " : "", n + 1,
		STR_ARG(plain ? sign : STR(":")));
}

/* "## Area 3: Trees" in the manner of the one before it. */
static void put_heading(struct buf *out, const struct around *r, const struct topics *t,
	struct str area, struct str ending)
{
	for (int i = 0; i < r->level; i++)
		buf_addc(out, '#');
	buf_addc(out, ' ');
	put_number(out, r->words, t->narea ? t->area[t->narea - 1].number : (struct str){ 0 });
	buf_add(out, area);
	buf_add(out, ending);
	buf_add(out, ending);
}

/* The head of the table in which that topic stands, and the rule below it. */
static struct str head_of(struct str text, const struct topic *last)
{
	struct table t = { .text = text, .rest = text };
	struct row r = { 0 };
	int head = 0;
	while (table_row(&t) && t.line < last->line)
		head = t.head ? t.line : head;
	if (head == 0 || !find_line(text, head, &r))
		return (struct str){ 0 };
	struct str rest = str_slice(text, r.at, text.n), line;
	size_t n = rest.n;
	str_line(&rest, &line);
	str_line(&rest, &line);
	return str_slice(text, r.at, r.at + n - rest.n);
}

static void put_lead(struct buf *out, struct str text, struct str ending)
{
	if (text.n && !str_ends(text, STR("\n")))
		buf_add(out, ending);
	if (text.n && !str_ends(text, STR("\n\n")) && !str_ends(text, STR("\n\r\n")))
		buf_add(out, ending);
}

bool topics_add_area(struct str text, const struct topics *t, struct str area,
	const struct str *name, int n, struct topics_edit *out, struct arena *a, struct err *e)
{
	struct buf b = { 0 };
	struct row r = { 0 };
	struct str ending = ending_of(text), plain = str_of(plain_head), model = text;
	const struct topic *last = t->ntopic ? &t->topic[t->ntopic - 1] : NULL;
	struct topics none = topics_parse(plain, (struct str){ 0 }, a);
	struct around here = around(text, t);
	if (!last) {
		last = &none.topic[0];
		model = plain;
	}
	if (!has_words(area, e) || !all_have_words(name, n, e) || !find_row(model, last, &r, a, e))
		return false;
	put_lead(&b, str_slice(text, 0, here.next), ending);
	put_heading(&b, &here, t, clean(area, true, a), ending);
	if (!r.list) {
		struct str head = head_of(model, last), cut;
		while (str_line(&head, &cut))
			buf_addf(&b, "%.*s%.*s", STR_ARG(cut), STR_ARG(ending));
	}
	for (int i = 0; i < n; i++) {
		put_new(&b, model, &r, name[i], (struct str){ 0 }, a);
		buf_add(&b, ending);
	}
	if (here.next < text.n)
		buf_add(&b, ending);
	*out = (struct topics_edit){ .at = here.next, .line = here.line };
	take(out, &b, a);
	return true;
}

/* ---- in place of a line */

bool topics_rename(struct str text, const struct topic *t, struct str name, struct topics_edit *out,
	struct arena *a, struct err *e)
{
	struct row r;
	struct buf b = { 0 };
	struct cells c = { 0 };
	if (!has_words(name, e) || !find_row(text, t, &r, a, e))
		return false;
	name = clean(name, r.list, a);
	set(&c, r.columns.topic, name);
	if (r.list)
		put_box(&b, text, &r, name, NULL);
	else
		put_cells(&b, text, &r, &c);
	*out = in_place(&r);
	take(out, &b, a);
	return true;
}

bool topics_split(struct str text, const struct topic *t, const struct str *name, int n,
	struct topics_edit *out, struct arena *a, struct err *e)
{
	enum { LETTERS = 26 };
	struct row r;
	struct buf b = { 0 };
	if (n < 2 || n > LETTERS)
		return err_set(e, ERR_INVALID, "give from 2 to %d names, a semicolon between them",
			LETTERS);
	if (!all_have_words(name, n, e) || !find_row(text, t, &r, a, e))
		return false;
	for (int i = 0; i < n; i++) {
		struct cells c = { 0 };
		struct str words = clean(name[i], r.list, a);
		if (i)
			buf_add(&b, ending_of(text));
		set(&c, r.columns.topic, words);
		if (t->number.n)
			set(&c, r.columns.number,
				arena_printf(a, "%.*s%c", STR_ARG(t->number), 'a' + i));
		if (r.list)
			put_box(&b, text, &r, words, NULL);
		else
			put_cells(&b, text, &r, &c);
	}
	*out = in_place(&r);
	take(out, &b, a);
	return true;
}

/* ---- priority */

/* "[ ] High [x] Med": the tick goes to the box whose word it is. */
static void tick_priority(struct buf *out, struct str cell, enum priority p)
{
	size_t from = 0;
	for (size_t i = 0; i + 2 < cell.n; i++) {
		enum priority is = PRIORITY_NONE;
		if (cell.p[i] != '[' || cell.p[i + 2] != ']')
			continue;
		struct str rest = str_slice(cell, i + 3, cell.n);
		bool named = priority_parse(str_word(&rest), &is);
		buf_add(out, str_slice(cell, from, i + 1));
		buf_addc(out, named && p != PRIORITY_NONE && is == p ? 'x' : ' ');
		from = i + 2;
	}
	buf_add(out, str_slice(cell, from, cell.n));
}

static struct str priority_cell(struct str cell, enum priority p, struct arena *a)
{
	static const struct str word[] = { STR_INIT(""), STR_INIT("Low"), STR_INIT("Medium"),
		STR_INIT("High") };
	struct buf b = { 0 };
	if (str_find(cell, STR("["), 0) < 0)
		return word[p];
	tick_priority(&b, cell, p);
	struct str out = arena_str(a, buf_str(&b));
	buf_release(&b);
	return out;
}

/* Without the words of a priority, and what joined or enclosed them. */
static struct str without_priority(struct str notes, bool list, struct arena *a)
{
	size_t from, to;
	if (!topics_priority_words(notes, &from, &to))
		return notes;
	struct str before = str_trim(str_slice(notes, 0, from)),
		   after = str_trim(str_slice(notes, to, notes.n));
	if (list && str_ends(before, STR("(")) && str_starts(after, STR(")"))) {
		before = str_trim(str_slice(before, 0, before.n - 1));
		after = str_trim(str_slice(after, 1, after.n));
	} else if (str_ends(before, STR(";"))) {
		before = str_trim(str_slice(before, 0, before.n - 1));
	} else if (before.n == 0 && str_starts(after, STR(";"))) {
		after = str_trim(str_slice(after, 1, after.n));
	}
	return arena_printf(a, "%.*s%s%.*s", STR_ARG(before),
		before.n && after.n && *after.p != ';' ? " " : "", STR_ARG(after));
}

static struct str with_priority(struct str notes, enum priority p, bool list, struct arena *a)
{
	notes = without_priority(notes, list, a);
	if (p == PRIORITY_NONE)
		return notes;
	if (list)
		return arena_printf(a, "%.*s (priority: %s)", STR_ARG(notes), priority_name(p));
	return arena_printf(
		a, "%.*s%spriority: %s", STR_ARG(notes), notes.n ? "; " : "", priority_name(p));
}

bool topics_prioritise(struct str text, const struct topic *t, enum priority priority,
	struct topics_edit *out, struct arena *a, struct err *e)
{
	struct row r;
	struct buf b = { 0 };
	struct cells c = { 0 };
	if (!find_row(text, t, &r, a, e))
		return false;
	const struct topic_columns *k = &r.columns;
	if (!r.list && k->priority < 0 && (k->notes < 0 || k->notes >= r.ncell))
		return err_set(e, ERR_INVALID,
			"line %d: the table has no column for notes or priority", r.line);
	if (r.list)
		put_box(&b, text, &r,
			with_priority(str_slice(text, r.box.from, r.box.to), priority, true, a),
			NULL);
	else if (k->priority >= 0 && k->priority < r.ncell)
		set(&c, k->priority, priority_cell(r.cell[k->priority], priority, a));
	else
		set(&c, k->notes, with_priority(r.cell[k->notes], priority, false, a));
	if (!r.list)
		put_cells(&b, text, &r, &c);
	*out = in_place(&r);
	take(out, &b, a);
	return true;
}
