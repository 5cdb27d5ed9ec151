/* newcard_passage.c - lines cut out of a text so that they read as they do in it. */
#include "hone/md.h"
#include "hone/newcard.h"

/* The lines [from, to] as they are; nothing when there are none. */
static struct str lines_of(struct str text, int from, int to)
{
	struct str rest = text, line;
	const char *begin = NULL, *end = NULL;
	for (int n = 1; n <= to && str_line(&rest, &line); n++) {
		if (n == from)
			begin = line.p;
		end = line.p + line.n;
	}
	return begin && end > begin ? (struct str){ begin, (size_t)(end - begin) }
				    : (struct str){ 0 };
}

static struct str line_at(struct str text, int n)
{
	return lines_of(text, n, n);
}

/* The fence that stands open before that line; empty when none does. */
static struct str open_fence(struct str text, int before, char *mark, size_t *length)
{
	struct str rest = text, line, opened = { 0 };
	struct md_fence fence = { 0 };
	for (int n = 1; n < before && str_line(&rest, &line); n++) {
		bool was = fence.mark != 0;
		md_fence_line(&fence, line);
		if (!was && fence.mark)
			opened = line;
	}
	*mark = fence.mark;
	*length = fence.length;
	return fence.mark ? opened : (struct str){ 0 };
}

/* The lines of the head of the table that line is a row of, with the rule below it; 0: it is none. */
static int table_head(struct str text, int row)
{
	struct str cell[1];
	for (int n = row; n > 1 && md_table_cells(line_at(text, n), cell, 1) > 0; n--)
		if (md_table_rule(line_at(text, n)))
			return n < row ? n - 1 : 0;
	return 0;
}

/* Without empty lines at both ends; the first line keeps its indentation. */
static struct str without_empty(struct str s)
{
	struct str rest = s, line;
	while (str_line(&rest, &line) && str_trim(line).n == 0)
		s = rest;
	struct str trimmed = str_trim(s);
	return str_slice(s, 0, trimmed.n ? (size_t)(trimmed.p - s.p) + trimmed.n : 0);
}

static size_t blanks_before(struct str line)
{
	size_t n = 0;
	while (n < line.n && line.p[n] == ' ')
		n++;
	return n;
}

/* Without the blanks that all lines begin with: part of a list is a list. */
static struct str moved_left(struct str s, struct arena *a)
{
	struct buf out = { 0 };
	size_t least = s.n;
	struct str rest = s, line;
	while (str_line(&rest, &line))
		if (str_trim(line).n > 0 && blanks_before(line) < least)
			least = blanks_before(line);
	for (rest = s; str_line(&rest, &line);)
		buf_addf(&out, "%.*s\n", STR_ARG(str_slice(line, least, line.n)));
	struct str moved = arena_str(a, buf_str(&out));
	buf_release(&out);
	return without_empty(moved);
}

static struct str heading_above(struct str text, int line, struct arena *a)
{
	int n;
	struct str found = { 0 };
	const struct md_heading *h = md_outline(text, &n, a);
	for (int i = 0; i < n && h[i].source <= line; i++)
		found = h[i].text;
	return found;
}

/* Lines that begin within a block of code or end in one get the fence that is missing. */
static struct str with_fences(
	struct str passage, struct str opened, char mark, size_t length, struct arena *a)
{
	struct buf out = { 0 };
	if (opened.n > 0)
		buf_addf(&out, "%.*s\n", STR_ARG(opened));
	buf_add(&out, passage);
	if (mark)
		buf_addc(&out, '\n');
	for (size_t i = 0; mark && i < length; i++)
		buf_addc(&out, mark);
	struct str all = arena_str(a, buf_str(&out));
	buf_release(&out);
	return all;
}

struct str newcard_passage(struct str text, int from, int to, struct str *question, struct arena *a)
{
	char mark;
	size_t length;
	struct str words, opened = open_fence(text, from, &mark, &length);
	*question = heading_above(text, from, a);
	bool closes = opened.n > 0 && open_fence(text, from + 1, &mark, &length).n == 0;
	if (closes)
		opened = (struct str){ 0 };
	if (closes || (opened.n == 0 && md_heading_line(line_at(text, from), &words) > 0))
		from++;
	struct str passage = without_empty(lines_of(text, from, to));
	if (passage.n == 0)
		return passage;
	int head = opened.n > 0 ? 0 : table_head(text, from);
	if (opened.n == 0)
		passage = moved_left(passage, a);
	if (head > 0)
		passage = arena_printf(
			a, "%.*s\n%.*s", STR_ARG(lines_of(text, head, head + 1)), STR_ARG(passage));
	open_fence(text, to + 1, &mark, &length);
	return with_fences(passage, opened, mark, length, a);
}
