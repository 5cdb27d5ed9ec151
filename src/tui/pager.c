/* pager.c - a laid-out document: its place, its headings, what was searched in it. */
#include "tui/pager.h"

#include <stdlib.h>
#include <string.h>

enum {
	AHEAD = 8,    /* lines laid out beyond those in sight */
	GENEROUS = 2, /* lines of source read for each line wanted: empty ones show nothing */
	LONG = 64
	       << 10, /* bytes: a text of which it is worth to lay out only what is around its place */
};

static int line_cols(const struct md_line *line)
{
	int cols = 0;
	for (int i = 0; i < line->nspan; i++)
		cols += text_cols(line->span[i].text);
	return cols;
}

static bool is_heading(const struct pager *p, int line)
{
	int low = 0, high = p->doc.nheading;
	while (low < high) {
		int middle = low + (high - low) / 2;
		if (p->doc.heading[middle].line < line)
			low = middle + 1;
		else
			high = middle;
	}
	return low < p->doc.nheading && p->doc.heading[low].line == line;
}

/* The last top that leaves no empty rows at the end. */
static int last_top(const struct pager *p)
{
	return p->doc.nline > p->list.page ? p->doc.nline - p->list.page : 0;
}

void pager_scroll_to(struct pager *p, int line)
{
	if (line > last_top(p) && is_heading(p, line)) {
		p->list.top = p->list.cursor = line;
		return;
	}
	list_scroll(&p->list, MOTION_FIRST, 0);
	if (line > 0)
		list_scroll(&p->list, MOTION_DOWN, line);
}

bool pager_in_sight(const struct pager *p, int line)
{
	return line >= p->list.top && line < p->list.top + p->list.page;
}

void pager_show_line(struct pager *p, int line)
{
	if (!pager_in_sight(p, line))
		pager_scroll_to(p, line - p->list.page / 3);
}

/* How many lines of the layout come from before that line of the source. */
static int lines_before(const struct pager *p, int source)
{
	int low = 0, high = p->doc.nline;
	while (low < high) {
		int middle = low + (high - low) / 2;
		if (p->doc.line[middle].source < source)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* The first laid-out line of the text that begins at or above that line of the source. */
static int first_of_source(const struct pager *p, int source)
{
	int after = lines_before(p, source + 1);
	return after == 0 ? 0 : lines_before(p, p->doc.line[after - 1].source);
}

static int lines_of_source(const struct pager *p, int first)
{
	return lines_before(p, p->doc.line[first].source + 1) - first;
}

/*
 * The first `lines` lines of the text and on to the end of a block: an empty line outside of code. No more
 * than some LONG bytes of it, whatever its lines and blocks are.
 */
static struct str beginning(struct str text, int lines)
{
	struct str rest = text, line = { 0 };
	struct md_fence fence = { 0 };
	for (int n = 0; text.n - rest.n < LONG && str_line(&rest, &line); n++) {
		bool code = md_fence_line(&fence, line);
		if (n >= lines && !code && str_trim(line).n == 0)
			break;
	}
	size_t end = text.n - rest.n;
	if (line.n > LONG)
		end -= line.n - LONG;
	while (end < text.n && end > 0 && (text.p[end] & 0xC0) == 0x80)
		end--;
	return str_slice(text, 0, end);
}

/* "[ ]", "[x]" of a task and "[text](target)" name nothing that is defined elsewhere. */
static bool refers(struct str text, size_t open)
{
	const char *close = memchr(text.p + open, ']', text.n - open);
	size_t at = close ? (size_t)(close - text.p) : text.n;
	bool box = at == open + 2 && strchr(" xX", text.p[open + 1]);
	bool target = at + 1 < text.n && text.p[at + 1] == '(';
	return at < text.n && !box && !target;
}

/* Does it name a link or a note that may be defined anywhere, "[text][name]" or "[^1]"? *notes: some look like notes. */
static bool names_some(struct str part, bool *notes)
{
	bool named = false;
	for (size_t at = 0; at < part.n && !*notes; at++) {
		const char *open = memchr(part.p + at, '[', part.n - at);
		if (!open)
			break;
		at = (size_t)(open - part.p);
		named = named || refers(part, at);
		*notes = at + 1 < part.n && part.p[at + 1] == '^';
	}
	return named || *notes;
}

static bool ends_in_code(struct str part)
{
	struct md_fence fence = { 0 };
	struct str line;
	bool code = false;
	while (str_line(&part, &line))
		code = md_fence_line(&fence, line);
	return code;
}

/*
 * Append the lines of the text that define something, "[name]: …", and are not in its part. False when they are not
 * enough: one goes on below, or there are very many.
 */
static bool add_definitions(struct buf *out, struct str part, struct str text)
{
	const char *at = text.p, *end = text.p + text.n;
	for (; at < end && (at = memchr(at, '[', (size_t)(end - at))); at++) {
		struct str rest = { at, (size_t)(end - at) }, line;
		bool own = at >= part.p && at < part.p + part.n;
		if (own || at == text.p || at[-1] != '\n')
			continue;
		str_line(&rest, &line);
		ptrdiff_t colon = str_find(line, STR("]:"), 0);
		if (colon < 0)
			continue;
		if (out->n > LONG || str_trim(str_slice(line, (size_t)colon + 2, line.n)).n == 0)
			return false;
		buf_addf(out, "\n%.*s\n", STR_ARG(line));
	}
	return true;
}

/*
 * The part with all of what is defined elsewhere and that it may name, in *out; nothing there: it names nothing. Notes
 * are numbered from the beginning of the text on. False when it takes all of the text.
 */
static bool with_definitions(struct buf *out, struct str part, struct str text)
{
	bool notes = false;
	if (part.n == text.n || !names_some(part, &notes))
		return true;
	if ((notes && part.p > text.p) || ends_in_code(part))
		return false;
	buf_add(out, part);
	buf_add(out, STR("\n\n"));
	size_t before = out->n;
	bool enough = add_definitions(out, part, text);
	if (enough && out->n == before)
		buf_clear(out);
	return enough;
}

/*
 * Where a layout may begin that shows that line of the source: at a heading, which ends whatever stands
 * before it. *skipped: the lines before.
 */
static size_t begin_before(struct str text, int source, int *skipped)
{
	struct str rest = text, line, words;
	struct md_fence fence = { 0 };
	size_t at = 0;
	*skipped = 0;
	for (int n = 1; n <= source; n++) {
		size_t here = text.n - rest.n;
		if (!str_line(&rest, &line))
			break;
		bool code = md_fence_line(&fence, line);
		if (!code && line.n > 0 && line.p[0] == '#' && md_heading_line(line, &words) > 0) {
			at = here;
			*skipped = n - 1;
		}
	}
	return at;
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

static void lay_out_part(struct pager *p, int cols, struct str text, int most)
{
	arena_clear(&p->arena);
	p->doc = md_layout(text, cols, most, &p->arena);
	p->doc.cols = cols;
}

/* What is not of the first `nsource` lines goes again, and the links in it. */
static void cut_off(struct md_doc *doc, int nsource)
{
	while (doc->nline > 0 && doc->line[doc->nline - 1].source > nsource)
		doc->nline--;
	while (doc->nlink > 0 && doc->link[doc->nlink - 1].line >= doc->nline)
		doc->nlink--;
}

static void laid_out(struct pager *p)
{
	p->wide = NULL;
	p->left = 0;
	list_resize(&p->list, p->doc.nline, p->list.page);
	pager_find_all(p);
}

static void lay_out_all(struct pager *p, int cols)
{
	struct str text = buf_str(&p->source);
	lay_out_part(p, cols, text, 0);
	if (p->looked != text.n || p->nsource == 0)
		p->nsource = count_lines(text);
	p->looked = text.n;
	p->skipped = 0;
	p->partial = false;
	laid_out(p);
}

/*
 * At least `lines` lines of the text, or all of it when it has fewer; `source` is among them, 0: from the
 * beginning on.
 */
static void lay_out(struct pager *p, int cols, int lines, int source)
{
	struct str text = buf_str(&p->source);
	int skipped = 0;
	size_t from = source > 0 ? begin_before(text, source, &skipped) : 0;
	int far = source > 0 ? source - skipped : 0;
	struct str part = beginning(str_slice(text, from, text.n), far + GENEROUS * lines);
	struct buf more = { 0 };
	bool apart = with_definitions(&more, part, text);
	if (apart)
		lay_out_part(p, cols, more.n > 0 ? buf_str(&more) : part, source > 0 ? 0 : lines);
	if (more.n > 0)
		cut_off(&p->doc, count_lines(part));
	buf_release(&more);
	if (!apart || (p->doc.nline < lines && part.n < text.n)) {
		lay_out_all(p, cols);
		return;
	}
	for (int i = 0; i < p->doc.nline; i++)
		p->doc.line[i].source += skipped;
	for (int i = 0; i < p->doc.nheading; i++)
		p->doc.heading[i].source += skipped;
	p->skipped = skipped;
	p->nsource = skipped + count_lines(part);
	p->looked = from + part.n;
	p->partial = part.n < text.n || (source == 0 && p->doc.nline >= lines);
	laid_out(p);
}

int pager_line_place(const struct pager *p, int line, int *into)
{
	*into = 0;
	if (line < 0 || line >= p->doc.nline)
		return 0;
	int source = p->doc.line[line].source;
	*into = line - first_of_source(p, source);
	return source;
}

int pager_place(const struct pager *p, int *into)
{
	return pager_line_place(p, p->list.top, into);
}

static void goto_place(struct pager *p, int source_line, int into)
{
	int first = first_of_source(p, source_line), n = lines_of_source(p, first);
	pager_scroll_to(p, first + (into < n ? into : n - 1));
}

/* Another width: what stood at the top does so again, as far into its paragraph as before. */
static void lay_out_again(struct pager *p, int cols)
{
	bool at_begin = p->list.top == 0 && p->pattern.n == 0 && p->skipped == 0;
	if (p->doc.nline == 0 || at_begin) {
		lay_out(p, cols, p->list.page + AHEAD, 0);
		return;
	}
	int source = p->doc.line[p->list.top].source;
	int first = first_of_source(p, source), n = lines_of_source(p, first);
	int into = p->list.top - first;
	lay_out_all(p, cols);
	first = first_of_source(p, source);
	if (p->doc.nline > 0)
		pager_scroll_to(p, first + into * lines_of_source(p, first) / n);
}

void pager_complete(struct pager *p)
{
	if (!p->partial)
		return;
	int into, source = pager_place(p, &into), skipped = p->skipped;
	int lines = p->doc.nline > 0 ? lines_before(p, source + 1) : 0;
	bool at_begin = p->list.top - into == 0;
	lay_out_all(p, p->doc.cols);
	if (p->doc.nline == 0)
		return;
	/* An empty line stands over the heading with which a part begins, and its links have other numbers. */
	if (skipped > 0)
		p->link = 0;
	if (skipped > 0 && at_begin)
		into += lines_of_source(p, first_of_source(p, source)) - lines;
	goto_place(p, source, into > 0 ? into : 0);
}

/* The first layout of a text. Its lines are counted when all of them are looked at anyway. */
static void begin(struct pager *p)
{
	int cols = p->doc.cols;
	p->nsource = 0;
	p->partial = false;
	p->list = (struct list){ .page = p->list.page };
	p->left = 0;
	p->match = p->nmatch = p->link = p->want = 0;
	buf_clear(&p->pattern);
	p->doc = (struct md_doc){ .cols = cols };
	if (cols > 0)
		lay_out(p, cols, p->list.page + AHEAD, 0);
}

void pager_take(struct pager *p, struct buf *markdown)
{
	buf_release(&p->source);
	p->source = *markdown;
	*markdown = (struct buf){ 0 };
	begin(p);
}

void pager_set(struct pager *p, struct str markdown)
{
	/* The text may be the pager's own. */
	struct buf copy = { 0 };
	buf_add(&copy, markdown);
	pager_take(p, &copy);
}

void pager_goto_place(struct pager *p, int source_line, int into)
{
	p->want = p->doc.cols == 0 ? source_line : 0;
	p->want_into = into;
	if (p->doc.cols == 0)
		return;
	/* Only what is around the place, where that saves much; else a key soon needs all of it. */
	if (p->partial && p->source.n > LONG && p->pattern.n == 0)
		lay_out(p, p->doc.cols, p->list.page + AHEAD, source_line);
	bool there = p->doc.nline > 0 && p->doc.line[p->doc.nline - 1].source >= source_line;
	if (!there || p->source.n <= LONG)
		pager_complete(p);
	if (p->doc.nline > 0)
		goto_place(p, source_line, into);
	if (p->partial && p->list.top + p->list.page > p->doc.nline) {
		pager_complete(p);
		goto_place(p, source_line, into);
	}
}

void pager_resize(struct pager *p, int rows, int cols)
{
	static const int least = 8; /* of md_layout() */
	if (rows <= 0)
		return;
	cols = cols < least ? least : cols;
	int top = p->list.top;
	list_resize(&p->list, p->list.n, rows);
	if (top > p->list.top)
		pager_scroll_to(p, top);
	bool short_of = p->partial && p->list.top + rows > p->doc.nline;
	if (p->doc.cols == 0) {
		lay_out(p, cols, rows + AHEAD, 0);
		if (p->want > 0)
			pager_goto_place(p, p->want, p->want_into);
	} else if (cols != p->doc.cols || short_of)
		lay_out_again(p, cols);
}

bool pager_scroll(struct pager *p, int action, int count)
{
	/* Down a line and up need no more than what is there; everything else may. */
	bool near = action == MOTION_UP || action == MOTION_PAGE_UP || action == MOTION_HALF_UP ||
		    action == MOTION_FIRST ||
		    (action == MOTION_DOWN && p->list.top + p->list.page + count < p->doc.nline);
	if (p->skipped > 0 && action != MOTION_DOWN)
		near = action == MOTION_UP && p->list.top >= (count > 0 ? count : 1);
	if (!near)
		pager_complete(p);
	/* Where a heading was brought to the top there is nothing below, and up goes on from there. */
	bool past = p->list.top > last_top(p);
	bool down =
		action == MOTION_DOWN || action == MOTION_PAGE_DOWN || action == MOTION_HALF_DOWN;
	if (past && down)
		return true;
	if (past && action != MOTION_LAST)
		p->list.n = p->list.top + p->list.page;
	bool is_motion = list_scroll(&p->list, action, count);
	p->list.n = p->doc.nline;
	return is_motion;
}

bool pager_at_begin(const struct pager *p)
{
	return p->list.top == 0 && p->skipped == 0;
}

bool pager_at_end(const struct pager *p)
{
	return !p->partial && p->list.top >= last_top(p);
}

void pager_release(struct pager *p)
{
	arena_release(&p->arena);
	buf_release(&p->source);
	buf_release(&p->pattern);
	free(p->found);
	*p = (struct pager){ 0 };
}

/* The line after those that belong together: a block of code with its empty lines, a table, a paragraph. */
static int group_end(const struct pager *p, int first)
{
	bool code = pager_is_code(&p->doc.line[first]);
	int end = first + 1;
	for (int i = end; i < p->doc.nline; i++) {
		bool empty = p->doc.line[i].nspan == 0;
		if (empty ? !code : pager_is_code(&p->doc.line[i]) != code)
			break;
		end = empty ? end : i + 1;
	}
	return end;
}

/* Say which lines are scrolled; the columns of the widest one. */
static int find_wide(struct pager *p)
{
	int widest = 0;
	p->wide = arena_alloc(&p->arena, (size_t)p->doc.nline + 1, sizeof *p->wide);
	for (int i = 0; i < p->doc.nline;) {
		int end = group_end(p, i), most = 0;
		for (int k = i; k < end; k++) {
			int n = line_cols(&p->doc.line[k]);
			most = n > most ? n : most;
		}
		for (int k = i; k < end; k++)
			p->wide[k] = most > p->doc.cols;
		widest = most > widest ? most : widest;
		i = end;
	}
	return widest;
}

void pager_sideways(struct pager *p, int cols)
{
	pager_complete(p);
	int widest = find_wide(p), most = widest > p->doc.cols ? widest - p->doc.cols : 0;
	p->left += cols;
	if (p->left > most)
		p->left = most;
	if (p->left < 0)
		p->left = 0;
}

int pager_left(const struct pager *p, int line)
{
	return p->left > 0 && p->wide && p->wide[line] ? p->left : 0;
}

/* By lines of the source; as long as only its beginning was looked at, as if all of it were like that. */
int pager_percent(const struct pager *p)
{
	int seen = p->list.top + p->list.page;
	if (seen >= p->doc.nline)
		return p->partial ? 99 : 100;
	double part = p->doc.line[seen - 1].source * 100.0 / p->nsource;
	return (int)(p->partial ? part * (double)p->looked / (double)p->source.n : part);
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
		[MD_KEYWORD] = ROLE_KEYWORD,
		[MD_STRING] = ROLE_STRING,
		[MD_COMMENT] = ROLE_COMMENT,
		[MD_NUMBER] = ROLE_NUMBER,
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
