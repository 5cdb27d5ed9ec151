/* pager.c - a laid-out document: its place, its headings, what was searched in it. */
#include "tui/pager.h"

#include <string.h>

enum {
	AHEAD = 8,    /* lines laid out beyond those in sight */
	GENEROUS = 2, /* lines of source read for each line wanted: empty ones show nothing */
};

/* A line as one text, so that a match may run over several spans. */
static struct str line_text(const struct md_line *line, struct buf *scratch)
{
	if (line->nspan == 1)
		return line->span[0].text;
	buf_clear(scratch);
	for (int i = 0; i < line->nspan; i++)
		buf_add(scratch, line->span[i].text);
	return buf_str(scratch);
}

static int line_cols(const struct md_line *line)
{
	int cols = 0;
	for (int i = 0; i < line->nspan; i++)
		cols += text_cols(line->span[i].text);
	return cols;
}

static bool has_capital(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] >= 'A' && s.p[i] <= 'Z')
			return true;
	return false;
}

static ptrdiff_t find(struct str text, struct str pattern, size_t from)
{
	if (pattern.n == 0)
		return -1;
	return has_capital(pattern) ? str_find(text, pattern, from)
				    : str_casefind(text, pattern, from);
}

static int line_matches(const struct md_line *line, struct str pattern, struct buf *scratch)
{
	struct str text = line_text(line, scratch);
	int n = 0;
	for (ptrdiff_t at = 0; (at = find(text, pattern, (size_t)at)) >= 0;
		at += (ptrdiff_t)pattern.n)
		n++;
	return n;
}

/* Matches in the lines before `end`. */
static int matches_before(const struct pager *p, int end)
{
	struct buf scratch = { 0 };
	int n = 0;
	for (int i = 0; i < end && i < p->doc.nline; i++)
		n += line_matches(&p->doc.line[i], buf_str(&p->pattern), &scratch);
	buf_release(&scratch);
	return n;
}

/* The line that holds match number p->match. */
static int match_line(const struct pager *p)
{
	struct buf scratch = { 0 };
	int n = 0, i = 0;
	for (; i < p->doc.nline; i++) {
		n += line_matches(&p->doc.line[i], buf_str(&p->pattern), &scratch);
		if (n >= p->match)
			break;
	}
	buf_release(&scratch);
	return i;
}

static void scroll_to(struct pager *p, int line)
{
	list_scroll(&p->list, MOTION_FIRST, 0);
	if (line > 0)
		list_scroll(&p->list, MOTION_DOWN, line);
}

static bool in_sight(const struct pager *p, int line)
{
	return line >= p->list.top && line < p->list.top + p->list.page;
}

/* The first laid-out line of the text that begins at or above that line of the source. */
static int first_of_source(const struct pager *p, int source)
{
	int found = 0;
	for (int i = 0; i < p->doc.nline && p->doc.line[i].source <= source; i++)
		if (p->doc.line[i].source != p->doc.line[found].source)
			found = i;
	return found;
}

static int lines_of_source(const struct pager *p, int first)
{
	int n = 1;
	while (first + n < p->doc.nline &&
		p->doc.line[first + n].source == p->doc.line[first].source)
		n++;
	return n;
}

/* The first `lines` lines of the text and on to the end of a block: an empty line outside of code. */
static struct str beginning(struct str text, int lines)
{
	struct str rest = text, line;
	struct md_fence fence = { 0 };
	for (int n = 0; str_line(&rest, &line); n++) {
		bool code = md_fence_line(&fence, line);
		if (n >= lines && !code && str_trim(line).n == 0)
			break;
	}
	return str_slice(text, 0, text.n - rest.n);
}

/* At least `lines` lines of the text, or all of them when it is 0 or the text has fewer. */
static void lay_out(struct pager *p, int cols, int lines)
{
	struct str text = buf_str(&p->source);
	if (lines > 0)
		text = beginning(text, GENEROUS * lines);
	arena_clear(&p->arena);
	p->doc = md_layout(text, cols, lines, &p->arena);
	if (p->doc.nline < lines && text.n < p->source.n) {
		lines = 0;
		text = buf_str(&p->source);
		arena_clear(&p->arena);
		p->doc = md_layout(text, cols, 0, &p->arena);
	}
	p->doc.cols = cols;
	p->partial = lines > 0 && (text.n < p->source.n || p->doc.nline >= lines);
	list_resize(&p->list, p->doc.nline, p->list.page);
	p->nmatch = matches_before(p, p->doc.nline);
	if (p->match > p->nmatch)
		p->match = p->nmatch;
}

/* Another width: what stood at the top does so again, as far into its paragraph as before. */
static void lay_out_again(struct pager *p, int cols)
{
	if (p->doc.nline == 0 || (p->list.top == 0 && p->pattern.n == 0)) {
		lay_out(p, cols, p->list.page + AHEAD);
		return;
	}
	int source = p->doc.line[p->list.top].source;
	int first = first_of_source(p, source), n = lines_of_source(p, first);
	int into = p->list.top - first;
	lay_out(p, cols, 0);
	first = first_of_source(p, source);
	if (p->doc.nline > 0)
		scroll_to(p, first + into * lines_of_source(p, first) / n);
}

void pager_complete(struct pager *p)
{
	int top = p->list.top;
	if (!p->partial)
		return;
	lay_out(p, p->doc.cols, 0);
	scroll_to(p, top);
}

static int count_lines(struct str text)
{
	int n = text.n > 0 && text.p[text.n - 1] != '\n';
	const char *p = text.p, *end = text.p + text.n;
	while (p < end && (p = memchr(p, '\n', (size_t)(end - p)))) {
		p++;
		n++;
	}
	return n;
}

void pager_set(struct pager *p, struct str markdown)
{
	/* The text may be the pager's own. */
	struct buf copy = { 0 };
	buf_add(&copy, markdown);
	buf_release(&p->source);
	p->source = copy;
	p->nsource = count_lines(buf_str(&copy));
	p->partial = false;
	p->list = (struct list){ .page = p->list.page };
	p->left = 0;
	p->match = p->nmatch = 0;
	buf_clear(&p->pattern);
	int cols = p->doc.cols;
	p->doc = (struct md_doc){ .cols = cols };
	if (cols > 0)
		lay_out(p, cols, p->list.page + AHEAD);
}

void pager_resize(struct pager *p, int rows, int cols)
{
	static const int least = 8; /* of md_layout() */
	if (rows <= 0)
		return;
	cols = cols < least ? least : cols;
	list_resize(&p->list, p->list.n, rows);
	bool short_of = p->partial && p->list.top + rows > p->doc.nline;
	if (p->doc.cols == 0)
		lay_out(p, cols, rows + AHEAD);
	else if (cols != p->doc.cols || short_of)
		lay_out_again(p, cols);
}

bool pager_scroll(struct pager *p, int action, int count)
{
	/* Down a line and up need no more than what is there; everything else may. */
	bool near = action == MOTION_UP || action == MOTION_PAGE_UP || action == MOTION_HALF_UP ||
		    action == MOTION_FIRST ||
		    (action == MOTION_DOWN && p->list.top + p->list.page + count < p->doc.nline);
	if (!near)
		pager_complete(p);
	return list_scroll(&p->list, action, count);
}

void pager_release(struct pager *p)
{
	arena_release(&p->arena);
	buf_release(&p->source);
	buf_release(&p->pattern);
	*p = (struct pager){ 0 };
}

static void show_match(struct pager *p)
{
	int line = match_line(p);
	if (p->match > 0 && !in_sight(p, line))
		scroll_to(p, line - p->list.page / 3);
}

void pager_search(struct pager *p, struct str pattern)
{
	struct buf copy = { 0 };
	buf_add(&copy, pattern);
	pager_complete(p);
	buf_release(&p->pattern);
	p->pattern = copy;
	p->nmatch = matches_before(p, p->doc.nline);
	int before = matches_before(p, p->list.top);
	p->match = p->nmatch == 0 ? 0 : before < p->nmatch ? before + 1 : 1;
	show_match(p);
}

void pager_next_match(struct pager *p, int step)
{
	pager_complete(p);
	if (p->nmatch == 0)
		return;
	p->match += step;
	if (p->match > p->nmatch)
		p->match = 1;
	if (p->match < 1)
		p->match = p->nmatch;
	show_match(p);
}

void pager_next_heading(struct pager *p, int step)
{
	int to = -1;
	pager_complete(p);
	for (int i = 0; i < p->doc.nheading; i++) {
		int line = p->doc.heading[i].line;
		if (step < 0 && line < p->list.top)
			to = line;
		if (step > 0 && line > p->list.top && to < 0)
			to = line;
	}
	if (to >= 0)
		scroll_to(p, to);
}

int pager_heading(const struct pager *p)
{
	int found = -1;
	for (int i = 0; i < p->doc.nheading && p->doc.heading[i].line <= p->list.top; i++)
		found = i;
	return found;
}

void pager_goto_source(struct pager *p, int source_line)
{
	pager_complete(p);
	if (p->doc.nline > 0)
		scroll_to(p, first_of_source(p, source_line));
}

void pager_sideways(struct pager *p, int cols)
{
	int widest = 0;
	pager_complete(p);
	for (int i = 0; i < p->doc.nline; i++) {
		int n = line_cols(&p->doc.line[i]);
		widest = n > widest ? n : widest;
	}
	int most = widest > p->doc.cols ? widest - p->doc.cols : 0;
	p->left += cols;
	if (p->left > most)
		p->left = most;
	if (p->left < 0)
		p->left = 0;
}

/* By lines of the source, which are known before the layout is. */
int pager_percent(const struct pager *p)
{
	int seen = p->list.top + p->list.page;
	if (seen >= p->doc.nline)
		return p->partial ? 99 : 100;
	return (int)(p->doc.line[seen - 1].source * 100L / p->nsource);
}

enum role pager_role(unsigned md_style, unsigned *attr)
{
	static const enum role roles[] = {
		[MD_PLAIN] = ROLE_TEXT,
		[MD_HEADING1] = ROLE_HEADING1,
		[MD_HEADING2] = ROLE_HEADING2,
		[MD_HEADING3] = ROLE_HEADING3,
		[MD_CODE] = ROLE_CODE,
		[MD_LINK] = ROLE_LINK,
		[MD_QUOTE] = ROLE_QUOTE,
		[MD_MARK] = ROLE_MARK,
		[MD_HTML] = ROLE_DIM,
		[MD_NOTE] = ROLE_NOTE,
		[MD_WARNING] = ROLE_WARNING,
		[MD_KEY] = ROLE_KEY,
	};
	unsigned kind = md_style & MD_KIND;
	*attr = 0;
	if (md_style & MD_STRONG)
		*attr |= ATTR_BOLD;
	if (md_style & MD_EMPH)
		*attr |= ATTR_ITALIC;
	if (md_style & MD_STRIKE)
		*attr |= ATTR_DIM;
	if (md_style & MD_UNDERLINE)
		*attr |= ATTR_UNDERLINE;
	return kind < LENGTH(roles) ? roles[kind] : ROLE_TEXT;
}

/* The column at which a byte of the line stands. */
static int byte_col(const struct md_line *line, size_t at)
{
	int col = 0;
	for (int i = 0; i < line->nspan && at > 0; i++) {
		struct str text = str_slice(line->span[i].text, 0, at);
		col += text_cols(text);
		at -= text.n;
	}
	return col;
}

void pager_draw_line(
	struct canvas c, int row, int col, const struct md_line *line, int left, struct str pattern)
{
	c = canvas_sub(c, row, col, 1, c.cols - col);
	int at = -left;
	for (int i = 0; i < line->nspan; i++) {
		unsigned attr;
		enum role role = pager_role(line->span[i].style, &attr);
		at += canvas_attr_text(c, 0, at, role, attr, line->span[i].text);
	}
	if (pattern.n == 0)
		return;
	struct buf scratch = { 0 };
	struct str text = line_text(line, &scratch);
	for (ptrdiff_t m = 0; (m = find(text, pattern, (size_t)m)) >= 0;
		m += (ptrdiff_t)pattern.n) {
		int from = byte_col(line, (size_t)m), to = byte_col(line, (size_t)m + pattern.n);
		canvas_restyle(c, 0, from - left, to - from, ROLE_MATCH);
	}
	buf_release(&scratch);
}

void pager_draw(const struct pager *p, struct canvas c)
{
	for (int row = 0; row < c.rows && p->list.top + row < p->doc.nline; row++)
		pager_draw_line(
			c, row, 0, &p->doc.line[p->list.top + row], p->left, buf_str(&p->pattern));
}
