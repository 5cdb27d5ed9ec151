/* find_text.c - words looked for in a text, section by section. */
#include "find_priv.h"

#include "hone/tex.h"
#include "hone/text.h"

/* What a section is worth: its heading most, then lines that have several of the words. */
enum {
	IN_HEADING = 60,
	ABOVE = 10,
	ONCE = 4,
	MOST_ONCE = 5,
	WHOLE = 6,
	SAME_LINE = 25,
	MOST_CELLS = 32,
};

struct find_text find_text(struct str markdown, struct arena *a)
{
	struct find_text t = { .text = markdown };
	struct buf b = { 0 };
	size_t cap = 0;
	struct str rest = markdown, line;
	while (str_line(&rest, &line)) {
		t.line = arena_room(a, t.line, (size_t)t.nline, &cap, sizeof *t.line);
		t.line[t.nline++] = (uint32_t)b.n;
		find_fold(&b, line, NULL);
		buf_addc(&b, '\n');
	}
	t.line = arena_room(a, t.line, (size_t)t.nline, &cap, sizeof *t.line);
	t.line[t.nline] = (uint32_t)b.n;
	t.folded = arena_str(a, buf_str(&b));
	buf_release(&b);
	t.heading = md_outline(markdown, &t.nheading, a);
	return t;
}

/* Lines [from, to), from 1 on, as they are compared. */
static struct str lines(const struct find_text *t, int from, int to)
{
	to = to > t->nline + 1 ? t->nline + 1 : to;
	return from < to ? str_slice(t->folded, t->line[from - 1], t->line[to - 1])
			 : (struct str){ 0 };
}

static struct str heading_line(const struct find_text *t, int heading)
{
	int at = t->heading[heading].source;
	return lines(t, at, at + 1);
}

/* Is the term in a heading that the section stands under? */
static bool is_above(const struct find_term *term, const struct find_text *t, int heading)
{
	size_t end;
	int level = heading >= 0 ? t->heading[heading].level : 0;
	for (int i = heading - 1; i >= 0 && level > 1; i--) {
		if (t->heading[i].level >= level)
			continue;
		level = t->heading[i].level;
		if (find_term(term, heading_line(t, i), 0, &end) >= 0)
			return true;
	}
	return false;
}

/* Does a word end there? */
static bool ends_word(struct str text, size_t at)
{
	return text.p && at < text.n && (text.p[at] == ' ' || text.p[at] == '\n');
}

/* What one term is worth in a section; 0: it is not there. *own: it stands in the section itself. */
static int worth(const struct find_term *term, const struct find_text *t,
	const struct find_section *s, bool *own)
{
	size_t end = 0;
	int sum = 0, times = 0;
	bool headed = s->heading >= 0;
	struct str head = headed ? heading_line(t, s->heading) : (struct str){ 0 };
	struct str body = lines(t, s->from + headed, s->to);
	if (find_term(term, head, 0, &end) >= 0)
		sum += IN_HEADING + (ends_word(head, end) ? WHOLE : 0);
	for (ptrdiff_t at = 0; times < MOST_ONCE; at = (ptrdiff_t)end, times++) {
		at = find_term(term, body, (size_t)at, &end);
		if (at < 0)
			break;
		sum += ONCE + (times == 0 && ends_word(body, end) ? WHOLE : 0);
	}
	*own = *own || sum;
	return sum ? sum : is_above(term, t, s->heading) ? ABOVE : 0;
}

/* The line with most of the terms: returns how many, it in s->line. */
static int best_line(const struct find_query *q, const struct find_text *t, struct find_section *s)
{
	int best = 0;
	size_t end;
	s->line = s->from;
	for (int i = s->from + (s->heading >= 0); i < s->to; i++) {
		struct str line = lines(t, i, i + 1);
		int n = 0;
		for (int k = 0; k < q->n; k++)
			n += find_term(&q->term[k], line, 0, &end) >= 0;
		if (n > best) {
			best = n;
			s->line = i;
		}
		if (best == q->n)
			break;
	}
	return best;
}

static bool look(const struct find_query *q, const struct find_text *t, struct find_section *s)
{
	bool own = false;
	s->score = 0;
	for (int i = 0; i < q->n; i++) {
		int one = worth(&q->term[i], t, s, &own);
		if (one == 0)
			return false;
		s->score += one;
	}
	if (!own)
		return false;
	int together = best_line(q, t, s);
	s->score += together > 1 ? (together - 1) * SAME_LINE : 0;
	return true;
}

/* Most texts do not have all of the words. */
static bool has_all(const struct find_query *q, const struct find_text *t)
{
	size_t end;
	for (int i = 0; i < q->n; i++)
		if (find_term(&q->term[i], t->folded, 0, &end) < 0)
			return false;
	return q->n > 0;
}

int find_sections(
	const struct find_query *q, const struct find_text *t, struct find_section *out, int max)
{
	int n = 0;
	if (!has_all(q, t))
		return 0;
	for (int i = -1; i < t->nheading && n < max; i++) {
		struct find_section s = { .heading = i };
		s.from = i < 0 ? 1 : t->heading[i].source;
		s.to = i + 1 < t->nheading ? t->heading[i + 1].source : t->nline + 1;
		if (s.from < s.to && look(q, t, &s))
			out[n++] = s;
	}
	return n;
}

/* ---- what is shown of it */

/* Without what makes it an item, a quote, a heading. */
static struct str without_marks(struct str line)
{
	line = str_trim(line);
	while (line.n && str_find(STR("#>-*+"), str_slice(line, 0, 1), 0) >= 0) {
		struct str rest = line;
		while (rest.n && rest.p[0] == line.p[0])
			rest = str_slice(rest, 1, rest.n);
		if (rest.n && rest.p[0] != ' ')
			break; /* **bold** */
		line = str_trim(rest);
	}
	struct str rest = line;
	int number;
	if (str_number(&rest, &number) && rest.n > 1 && (rest.p[0] == '.' || rest.p[0] == ')') &&
		rest.p[1] == ' ')
		line = str_trim(str_slice(rest, 1, rest.n));
	return line;
}

/* A row of a table as its cells. */
static struct str cells(struct str line, struct arena *a)
{
	struct str cell[MOST_CELLS];
	struct buf b = { 0 };
	int n = md_table_cells(line, cell, MOST_CELLS);
	for (int i = 0; i < n && i < MOST_CELLS; i++) {
		struct str text = md_shown(cell[i], a);
		if (text.n == 0)
			continue;
		buf_add(&b, b.n ? STR(" · ") : STR(""));
		buf_add(&b, text);
	}
	struct str out = arena_str(a, buf_str(&b));
	buf_release(&b);
	return out;
}

struct str find_plain(struct str line, struct arena *a)
{
	line = without_marks(line);
	if (md_table_rule(line))
		return (struct str){ 0 };
	return line.n && line.p[0] == '|' ? cells(line, a) : md_shown(line, a);
}

static bool has_letters(struct str line)
{
	while (line.n)
		if (text_is_word(text_decode(&line)))
			return true;
	return false;
}

/* The formula between the "$$" where s starts and the next one. */
static struct str formula(struct str s, struct arena *a)
{
	struct str line = { 0 };
	ptrdiff_t end = str_find(s, STR("$$"), 2);
	bool known = end >= 0 && tex_line(str_slice(s, 2, (size_t)end), a, &line);
	return known ? line : (struct str){ 0 };
}

/* The first line below the heading of a section that has words, as one reads it, or a formula. */
static struct str line_below(const struct find_query *q, const struct find_text *t,
	const struct find_section *s, struct arena *a)
{
	struct md_fence fence = { 0 };
	struct str rest = t->text, line;
	for (int i = 1; i < s->to && str_line(&rest, &line); i++) {
		if (i <= s->from || md_fence_line(&fence, line))
			continue;
		struct str text = str_trim(line);
		if (str_starts(text, STR("$$")))
			text = formula(
				str_slice(t->text, (size_t)(text.p - t->text.p), t->text.n), a);
		else
			text = find_plain(find_near(q, line), a);
		if (has_letters(text))
			return text;
	}
	return (struct str){ 0 };
}

/* The line that was found; a section never begins inside of code, so that is known from there on. */
static struct str line_found(const struct find_text *t, const struct find_section *s, bool *code)
{
	struct md_fence fence = { 0 };
	struct str rest = t->text, line;
	for (int i = 1; i < s->to && str_line(&rest, &line); i++) {
		if (i < s->from)
			continue;
		*code = md_fence_line(&fence, line);
		if (i == s->line)
			return line;
	}
	return (struct str){ 0 };
}

struct str find_section_excerpt(const struct find_query *q, const struct find_text *t,
	const struct find_section *section, int cols, struct arena *a)
{
	bool code = false;
	if (section->heading >= 0 && section->line == section->from)
		return find_excerpt(q, line_below(q, t, section, a), cols, a);
	struct str line = find_near(q, line_found(t, section, &code));
	return find_excerpt(q, code ? str_trim(line) : find_plain(line, a), cols, a);
}
