/* planner_links.c - what a task points to: addresses of the web, and files of the study. */
#include "hone/planner_links.h"

#include "hone/link.h"

static int indent_of(struct str line)
{
	int n = 0;
	while ((size_t)n < line.n && (line.p[n] == ' ' || line.p[n] == '\t'))
		n++;
	return n;
}

/* A list item with a box: a task of its own. */
static bool has_box(struct str line)
{
	line = str_trim(line);
	if (line.n < 5 || (line.p[0] != '-' && line.p[0] != '*' && line.p[0] != '+'))
		return false;
	line = str_trim(str_slice(line, 1, line.n));
	return line.n > 2 && line.p[0] == '[' && line.p[2] == ']';
}

/* The line of the task and those nested under it, before the next task. */
static struct str lines_of(struct str text, int line)
{
	struct str rest = text, one;
	size_t from = 0, to = 0;
	int at = 0, indent = 0;
	while (str_line(&rest, &one)) {
		size_t next = text.n - rest.n;
		at++;
		bool blank = str_trim(one).n == 0;
		if (at == line) {
			from = (size_t)(one.p - text.p);
			indent = indent_of(one);
		}
		if (at > line && !blank && (indent_of(one) <= indent || has_box(one)))
			break;
		if (at >= line)
			to = next;
	}
	return str_slice(text, from, to);
}

static bool ends_address(char c)
{
	return c <= ' ' || c == '<' || c == '>' || c == '"' || c == '`' || c == '|' || c == '*';
}

/* Without the punctuation of the sentence it stands in, and a bracket that was opened before it. */
static struct str without_tail(struct str s)
{
	int open = 0;
	for (size_t i = 0; i < s.n; i++) {
		open += (s.p[i] == '(') - (s.p[i] == ')');
		if (open < 0 || s.p[i] == ']')
			s = str_slice(s, 0, i);
	}
	while (s.n && str_find(STR(".,;:!?'"), str_slice(s, s.n - 1, s.n), 0) >= 0)
		s = str_slice(s, 0, s.n - 1);
	return s;
}

static void add(struct plan_links *l, struct str target, bool web)
{
	for (int i = 0; i < l->n; i++)
		if (str_eq(l->link[i].target, target))
			return;
	if (l->n < MOST_LINKS)
		l->link[l->n++] = (struct plan_link){ target, web };
}

static bool is_name_char(char c)
{
	return c > ' ' && !ends_address(c) && c != '(' && c != ')' && c != '[' && c != ']' &&
	       c != ',';
}

/* Where names lead. */
struct names {
	const struct study *study;
	struct file_row *file;
	size_t nfile;
	struct arena *arena;
};

/* The address that `text` begins with, and the bytes it takes; 0: none. */
static size_t scan_address(struct plan_links *l, struct str text)
{
	size_t end = 0;
	if (!str_casestarts(text, STR("http://")) && !str_casestarts(text, STR("https://")))
		return 0;
	while (end < text.n && !ends_address(text.p[end]))
		end++;
	struct str address = without_tail(str_slice(text, 0, end));
	if (link_is_address(address))
		add(l, address, true);
	return end;
}

/* The name of a file that `text` begins with, or another word. */
static size_t scan_name(struct plan_links *l, struct str text, const struct names *names)
{
	size_t end = 0;
	while (end < text.n && is_name_char(text.p[end]))
		end++;
	struct str name = without_tail(str_slice(text, 0, end));
	struct link to = { .kind = LINK_FOREIGN };
	if (str_find(name, STR("."), 0) > 0)
		to = link_resolve(
			name, names->study->plan_path, names->file, names->nfile, names->arena);
	if (to.kind == LINK_SHEET)
		add(l, to.path, false);
	return end ? end : 1;
}

static void scan(struct plan_links *l, struct str text, const struct names *names)
{
	for (size_t at = 0; at < text.n;) {
		struct str rest = str_slice(text, at, text.n);
		size_t taken = scan_address(l, rest);
		at += taken ? taken : scan_name(l, rest, names);
	}
}

bool plan_links_in(const struct study *s, struct str text, struct plan_links *out, struct arena *a,
	struct err *e)
{
	struct names names = { .study = s, .arena = a };
	*out = (struct plan_links){ 0 };
	if (!catalog_files(s->store, CONTENT_SHEET, &names.file, &names.nfile, a, e))
		return false;
	scan(out, text, &names);
	return true;
}

bool plan_find_links(const struct study *s, const struct plan_item *item, struct plan_links *out,
	struct arena *a, struct err *e)
{
	struct decoded text;
	*out = (struct plan_links){ 0 };
	return study_text(s, s->plan_path, &text, a, e) &&
	       plan_links_in(s, lines_of(text.text, item->line), out, a, e);
}
