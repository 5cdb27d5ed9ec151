/* deck_text.c - tags, names and line cards: what is found inside the text of a card. */
#include "deck_text.h"

#include <stdlib.h>
#include <string.h>

#include "hone/md.h"

/* Longer backtick runs open no code, longer comments name no card: keeps the cost linear. */
enum { MAX_CODE_RUN = 16, MAX_COMMENT = 256 };

bool deck_space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

static bool is_tag_char(char c)
{
	char low = (char)(c | 0x20);
	return (low >= 'a' && low <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-' ||
	       c == '/' || (unsigned char)c >= 0x80;
}

size_t deck_run(struct str s, size_t at)
{
	size_t i = at;
	while (i < s.n && s.p[i] == s.p[at])
		i++;
	return i - at;
}

size_t deck_code_end(struct str s, size_t at)
{
	size_t n = deck_run(s, at), from = at + n;
	if (n > MAX_CODE_RUN)
		return from;
	for (size_t i = from; i < s.n;) {
		const char *tick = memchr(s.p + i, '`', s.n - i);
		if (!tick)
			break;
		i = (size_t)(tick - s.p);
		size_t m = deck_run(s, i);
		i += m;
		if (m == n)
			return i;
	}
	return from;
}

/* A word "#tag": a letter first, so that "#1" and "# x" are none. */
static bool is_tag(struct str word)
{
	if (word.n < 2 || word.p[0] != '#' || !is_tag_char(word.p[1]) ||
		(word.p[1] >= '0' && word.p[1] <= '9'))
		return false;
	for (size_t i = 1; i < word.n; i++)
		if (!is_tag_char(word.p[i]))
			return false;
	return true;
}

struct str deck_cut_tags(struct str *line, struct arena *a)
{
	struct str s = str_trim(*line), found = { 0 };
	for (;;) {
		size_t at = s.n;
		while (at > 0 && !deck_space(s.p[at - 1]))
			at--;
		struct str word = str_slice(s, at, s.n);
		if (at == 0 || !is_tag(word))
			break;
		found = (struct str){ word.p,
			found.n ? found.n + (size_t)(found.p - word.p) : word.n };
		s = str_trim(str_slice(s, 0, at));
	}
	if (found.n == 0)
		return found;
	*line = s;
	struct buf tags = { 0 };
	for (size_t i = 0; i < found.n; i++)
		if (found.p[i] == '#' && tags.n > 0)
			buf_addc(&tags, ' ');
		else if (found.p[i] != '#' && !deck_space(found.p[i]))
			buf_addc(&tags, found.p[i]);
	found = arena_str(a, buf_str(&tags));
	buf_release(&tags);
	return found;
}

/* The comment `<!-- id: name -->` that starts at `at`: its end and its name; 0 when it is another. */
static size_t name_comment(struct str line, size_t at, struct str *name)
{
	struct str s = str_slice(line, at, at + MAX_COMMENT);
	ptrdiff_t end = str_starts(s, STR("<!--")) ? str_find(s, STR("-->"), 4) : -1;
	if (end < 0)
		return 0;
	struct str inner = str_trim(str_slice(s, 4, (size_t)end));
	if (!str_starts(inner, STR("id:")))
		return 0;
	*name = str_trim(str_slice(inner, 3, inner.n));
	return name->n ? at + (size_t)end + 3 : 0;
}

/* The first such comment of a line, outside inline code. */
static bool find_name(struct str line, struct range *where, struct str *name)
{
	for (size_t at = 0; at < line.n;) {
		size_t end = 0;
		if (line.p[at] == '<')
			end = name_comment(line, at, name);
		if (end) {
			*where = (struct range){ at, end };
			return true;
		}
		at = line.p[at] == '`' ? deck_code_end(line, at) : at + 1;
	}
	return false;
}

/* The text around a comment; a line that held nothing else goes with it. */
static struct str without(struct str text, struct range where, struct arena *a)
{
	size_t from = where.from, to = where.to;
	while (from > 0 && (text.p[from - 1] == ' ' || text.p[from - 1] == '\t'))
		from--;
	bool starts_line = from == 0 || text.p[from - 1] == '\n';
	struct str rest = str_slice(text, to, text.n), line;
	if (starts_line && str_line(&rest, &line) && str_trim(line).n == 0)
		to = (size_t)(rest.n ? rest.p - text.p : (ptrdiff_t)text.n);
	struct buf b = { 0 };
	buf_add(&b, str_slice(text, 0, from));
	buf_add(&b, str_slice(text, to, text.n));
	struct str s = arena_str(a, buf_str(&b));
	buf_release(&b);
	return s;
}

struct str deck_cut_name(struct str *text, struct arena *a)
{
	struct str rest = *text, line, name;
	struct md_fence fence = { 0 };
	if (str_find(rest, STR("<!--"), 0) < 0)
		return (struct str){ 0 };
	while (str_line(&rest, &line)) {
		struct range where;
		if (md_fence_line(&fence, line) || !find_name(line, &where, &name))
			continue;
		size_t at = (size_t)(line.p - text->p);
		name = arena_str(a, name);
		*text = without(*text, (struct range){ at + where.from, at + where.to }, a);
		return name;
	}
	return (struct str){ 0 };
}

/* Past "- ", "* ", "+ ", "1. ", "> "; a task's box is no front, so such a line gives nothing. */
static struct str skip_marker(struct str s)
{
	size_t n = 0;
	while (n < s.n && s.p[n] >= '0' && s.p[n] <= '9')
		n++;
	bool bullet = n == 0 && s.n > 0 && strchr("-*+>", s.p[0]) && s.p[0] != '\0';
	bool number = n > 0 && n < s.n && (s.p[n] == '.' || s.p[n] == ')');
	if ((!bullet && !number) || n + 1 >= s.n || !deck_space(s.p[n + 1]))
		return s;
	s = str_trim(str_slice(s, n + 1, s.n));
	bool task = s.n > 3 && s.p[0] == '[' && s.p[2] == ']' && s.p[3] == ' ';
	return task ? (struct str){ 0 } : s;
}

/* Four columns of white space before anything but a list item make code. */
static bool is_indented_code(struct str line, struct str content)
{
	size_t cols = 0;
	for (size_t i = 0; i < line.n && (line.p[i] == ' ' || line.p[i] == '\t'); i++)
		cols += line.p[i] == '\t' ? 4 : 1;
	struct str s = str_trim(line);
	return cols >= 4 && s.p == content.p;
}

bool deck_indented(struct str line)
{
	if (line.n == 0 || (line.p[0] != ' ' && line.p[0] != '\t'))
		return false;
	struct str s = str_trim(line);
	return s.n > 0 && is_indented_code(line, skip_marker(s));
}

struct str deck_line_text(struct str line)
{
	struct str s = skip_marker(str_trim(line));
	return is_indented_code(line, s) ? (struct str){ 0 } : s;
}

bool deck_split(struct str line, struct str *front, struct str *back, bool *both)
{
	if (str_find(line, STR(" ::"), 0) < 0)
		return false;
	struct str s = deck_line_text(line);
	for (size_t at = 0; at < s.n;) {
		size_t n = s.p[at] == ':' ? deck_run(s, at) : 0;
		bool apart = at > 0 && deck_space(s.p[at - 1]) && at + n < s.n &&
			     deck_space(s.p[at + n]);
		if ((n == 2 || n == 3) && apart) {
			*front = str_trim(str_slice(s, 0, at));
			*back = str_trim(str_slice(s, at + n, s.n));
			*both = n == 3;
			return front->n > 0 && back->n > 0;
		}
		at = n ? at + n : s.p[at] == '`' ? deck_code_end(s, at) : at + 1;
	}
	return false;
}

static bool is_rule_mark(char c)
{
	return c == '-' || c == '*' || c == '_';
}

bool deck_rule(struct str line)
{
	int n = 0;
	struct str s = str_trim(line);
	if (s.n == 0 || !is_rule_mark(s.p[0]))
		return false;
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] == s.p[0])
			n++;
		else if (!deck_space(s.p[i]))
			return false;
	}
	return n >= 3;
}

static struct str cut_empty_lines(struct str s)
{
	size_t from = 0, to = s.n;
	for (size_t i = 0; i < s.n && deck_space(s.p[i]); i++)
		if (s.p[i] == '\n')
			from = i + 1;
	while (to > from && deck_space(s.p[to - 1]))
		to--;
	return str_slice(s, from, to);
}

struct str deck_clean(struct str s, struct arena *a)
{
	for (;;) {
		s = cut_empty_lines(s);
		if (s.n == 0 || !is_rule_mark(s.p[s.n - 1]))
			break;
		size_t at = s.n;
		while (at > 0 && s.p[at - 1] != '\n')
			at--;
		if (!deck_rule(str_slice(s, at, s.n)))
			break;
		s.n = at;
	}
	if (s.n == 0 || !memchr(s.p, '\r', s.n))
		return s;
	struct buf b = { 0 };
	for (struct str rest = s, line; str_line(&rest, &line);) {
		buf_add(&b, line);
		if (rest.n > 0)
			buf_addc(&b, '\n');
	}
	s = arena_str(a, buf_str(&b));
	buf_release(&b);
	return s;
}
