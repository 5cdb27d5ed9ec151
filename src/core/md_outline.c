/* md_outline.c - the headings of a text, line by line, without a full parse. */
#include "hone/md.h"

#include "md_priv.h"

/* What the lines before were, as far as the next line's being a heading depends on it. */
enum outline_state {
	OUT_NONE,
	OUT_PARAGRAPH, /* at top level: an underline makes it a heading */
	OUT_OTHER,     /* a paragraph in a list or quote */
	OUT_HTML,      /* up to an empty line */
	OUT_COMMENT,   /* up to the end of the comment */
};

struct outline {
	struct md_heading *heading;
	size_t n, cap;
	struct arena *a;
	enum outline_state state;
	struct str paragraph; /* from its first line to its last */
	int started;          /* source line of the first */
};

static void outline_add(struct outline *o, struct str text, int level, int source)
{
	o->heading = arena_room(o->a, o->heading, o->n, &o->cap, sizeof *o->heading);
	o->heading[o->n++] = (struct md_heading){
		.text = md_plain(text, o->a), .level = level, .line = -1, .source = source
	};
	o->state = OUT_NONE;
}

/* 1 or 2 for a line that makes a heading of the paragraph above it, else 0. */
static int underline_level(struct str line)
{
	struct str s = str_trim(line);
	if (s.n == 0 || (s.p[0] != '=' && s.p[0] != '-') || md_run_length(s, 0) != s.n)
		return 0;
	return s.p[0] == '=' ? 1 : 2;
}

/* A line of three or more '*', '-' or '_', perhaps with blanks between them. */
static bool thematic_break(struct str line)
{
	int n = 0;
	struct str s = str_trim(line);
	if (s.n == 0 || (s.p[0] != '*' && s.p[0] != '-' && s.p[0] != '_'))
		return false;
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] == s.p[0])
			n++;
		else if (!md_blank(s.p[i]))
			return false;
	}
	return n >= 3;
}

/* The tags that start a block of raw HTML even in the middle of a paragraph, the usual ones. */
static bool html_block(struct str s)
{
	static const char *const tag[] = { "details", "summary", "div", "p", "table", "tr", "td",
		"th", "ul", "ol", "li", "center", "section", "blockquote", "pre", "script",
		"style" };
	if (s.n < 2 || s.p[0] != '<')
		return false;
	size_t from = s.p[1] == '/' ? 2 : 1, to = from;
	while (to < s.n && md_letter(s.p[to]))
		to++;
	bool ends = to == s.n || md_blank(s.p[to]) || s.p[to] == '>' || s.p[to] == '/';
	for (size_t i = 0; ends && i < LENGTH(tag); i++)
		if (str_caseeq(str_slice(s, from, to), str_of(tag[i])))
			return true;
	return false;
}

/* A line of text: the paragraph goes on, or one starts. */
static void outline_text(
	struct outline *o, struct str line, struct md_margin m, int item, int source)
{
	struct str s = str_slice(line, m.at, line.n);
	if (str_starts(s, STR("<!--"))) {
		o->state = str_find(s, STR("-->"), 4) < 0 ? OUT_COMMENT : OUT_NONE;
	} else if (html_block(s)) {
		o->state = OUT_HTML;
	} else if (thematic_break(line)) {
		o->state = OUT_NONE;
	} else if (o->state == OUT_PARAGRAPH && !m.item && !m.quotes) {
		o->paragraph.n = (size_t)(line.p + line.n - o->paragraph.p);
	} else if (o->state == OUT_NONE && !m.item && !m.quotes && m.cols < 4 && item == 0) {
		o->state = OUT_PARAGRAPH;
		o->paragraph = line;
		o->started = source;
	} else if (o->state != OUT_NONE || m.item || m.quotes || item > 0) {
		o->state = OUT_OTHER;
	}
}

static void outline_line(struct outline *o, struct str line, int item, int source)
{
	struct str text;
	struct md_margin m = md_margin(line);
	int level;
	if (o->state == OUT_COMMENT) {
		if (str_find(line, STR("-->"), 0) >= 0)
			o->state = OUT_NONE;
	} else if (str_trim(line).n == 0) {
		o->state = OUT_NONE;
	} else if (o->state == OUT_HTML) {
		return;
	} else if ((item == 0 || m.cols < item) && (level = md_heading_line(line, &text)) > 0) {
		outline_add(o, text, level, source);
	} else if (o->state == OUT_PARAGRAPH && (level = underline_level(line)) > 0) {
		outline_add(o, str_trim(o->paragraph), level, o->started);
	} else {
		outline_text(o, line, m, item, source);
	}
}

struct md_heading *md_outline(struct str src, int *n, struct arena *a)
{
	struct outline o = { .a = a };
	struct md_fence fence = { 0 };
	struct str line;
	if (str_starts(src, STR("\xef\xbb\xbf")))
		src = str_slice(src, 3, src.n);
	struct str front = str_slice(src, 0, md_front(src));
	src = str_slice(src, front.n, src.n);
	int source = 1;
	while (str_line(&front, &line))
		source++;
	for (; str_line(&src, &line); source++) {
		bool open = o.state == OUT_COMMENT || o.state == OUT_HTML;
		if (!open && md_fence_line(&fence, line))
			o.state = OUT_NONE;
		else
			outline_line(&o, line, fence.item, source);
	}
	*n = (int)o.n;
	return o.heading;
}

struct str md_link_text(const struct md_doc *doc, int i, struct arena *a)
{
	struct buf b = { 0 };
	int from = doc->link[i].line;
	bool more = from >= 0;
	for (int k = from; more && k < doc->nline; k++) {
		more = k == from;
		for (int j = 0; j < doc->line[k].nspan; j++) {
			const struct md_span *s = &doc->line[k].span[j];
			if (s->link != i + 1)
				continue;
			if (b.n > 0 && !more)
				buf_addc(&b, ' ');
			more = true;
			buf_add(&b, s->text);
		}
	}
	struct str text = arena_str(a, buf_str(&b));
	buf_release(&b);
	return text;
}
