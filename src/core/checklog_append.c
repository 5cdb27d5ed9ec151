/* checklog_append.c - a further row of a table of checks, in the manner of those that are there. */
#include "checklog_priv.h"

/* The manner of a table. */
struct manner {
	struct check_columns columns;
	int ncell;
	struct str last; /* the last row, with what stands before its first bar */
	size_t next;     /* where the line below it begins */
	int line;        /* of that */
	bool bold, letter, decimal;
	bool found;
};

static struct str line_at(struct str text, size_t at)
{
	struct str rest = str_slice(text, at, text.n), line = { 0 };
	str_line(&rest, &line);
	return line;
}

/* Where the line of that number begins. */
static size_t line_offset(struct str text, int line)
{
	struct str rest = text, cut;
	for (int i = 1; i < line && str_line(&rest, &cut); i++)
		;
	return text.n - rest.n;
}

static void learn(struct manner *m, struct str text, const struct table *t,
	const struct check_row *r, const struct check_columns *c)
{
	struct str rest = str_slice(text, line_offset(text, t->line), text.n), line;
	struct str cell = table_cell(t, c->score);
	m->found = true;
	m->columns = *c;
	m->line = t->line + 1;
	m->last = line_at(rest, 0);
	str_line(&rest, &line);
	m->next = text.n - rest.n;
	if (r->score < 0)
		return;
	m->bold = str_starts(cell, STR("**"));
	m->letter = str_find(cell, STR("("), 0) >= 0;
	m->decimal = str_find(cell, STR("."), 0) >= 0;
}

static struct manner manner_of(struct str text)
{
	struct table t = { .text = text, .rest = text };
	struct manner m = { 0 };
	struct check_columns c;
	struct check_row r;
	bool log = false;
	int ncell = 0;
	while (table_row(&t)) {
		if (t.head) {
			log = checklog_columns(&t, &c);
			ncell = t.ncell;
		} else if (log && checklog_row(&t, &c, &r)) {
			learn(&m, text, &t, &r, &c);
			m.ncell = ncell;
		}
	}
	return m;
}

/* Words in a cell: a bar would end it, a line end the table. */
static void put_words(struct buf *out, struct str words)
{
	for (size_t i = 0; i < words.n; i++) {
		char c = words.p[i];
		if (c == '|')
			buf_addc(out, '\\');
		buf_addc(out, (unsigned char)c < ' ' || c == 0x7f ? ' ' : c);
	}
}

static void put_score(
	struct buf *out, const struct manner *m, const struct check_row *r, const char *letter)
{
	const char *bold = m->bold ? "**" : "";
	if (r->score < 0) {
		buf_add(out, STR("N/A"));
		return;
	}
	buf_addf(out, "%s%d", bold, r->score / 10);
	if (m->decimal || r->score % 10)
		buf_addf(out, ".%d", r->score % 10);
	buf_addc(out, '%');
	if (m->letter && *letter)
		buf_addf(out, " (%s)", letter);
	buf_addf(out, "%s", bold);
}

static void put_cell(struct buf *out, const struct manner *m, int i, const struct check_row *r,
	const char *letter)
{
	const struct check_columns *c = &m->columns;
	char iso[16];
	if (i == c->day && r->number)
		buf_addf(out, "%d", r->number);
	else if (i == c->date)
		buf_addf(out, "%s", day_iso(r->date, iso));
	else if (i == c->score)
		put_score(out, m, r, letter);
	else if (i == c->strong || i == c->weak || i == c->action)
		put_words(out, i == c->strong ? r->strong : i == c->weak ? r->weak : r->action);
}

struct str checklog_append(struct str text, const struct check_row *row, const char *letter,
	size_t *at, int *line, struct arena *a)
{
	struct manner m = manner_of(text);
	struct buf out = { 0 };
	if (!m.found)
		return (struct str){ 0 };
	ptrdiff_t bar = str_find(m.last, STR("|"), 0);
	struct str before = str_slice(m.last, 0, bar > 0 ? (size_t)bar : 0);
	bool first = str_trim(before).n == 0, end = str_ends(str_trim(m.last), STR("|"));
	bool ended = m.next > 0 && text.p[m.next - 1] == '\n';
	const char *ending = m.next > 1 && text.p[m.next - 2] == '\r' ? "\r\n" : "\n";
	if (!ended)
		buf_addf(&out, "%s", ending);
	if (first) {
		buf_add(&out, before);
		buf_add(&out, STR("| "));
	}
	for (int i = 0; i < m.ncell; i++) {
		buf_addf(&out, "%s", i ? " | " : "");
		put_cell(&out, &m, i, row, letter);
	}
	buf_addf(&out, "%s%s", end ? " |" : "", ended ? ending : "");
	*at = m.next;
	*line = m.line;
	struct str made = arena_str(a, buf_str(&out));
	buf_release(&out);
	return made;
}
