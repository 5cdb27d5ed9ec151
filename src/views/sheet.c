/* sheet.c - reading: the sheets of a study, one or two of them as pages, and how to get about in them. */
#include "hone/files.h"
#include "views/sheet_priv.h"
#include "views/views.h"

enum {
	TEXT_COLS = 88, /* unless another width was chosen */
	WIDTH_STEP = 4,
	SIDE_STEP = 8,
	SAVE_MS = 1000, /* after the last key */
	NEAR_HEAD = 2,  /* rows over the list of names that are alike */
};

enum action {
	FILES = ACTION_OWN,
	OUTLINE,
	BESIDE,
	OPEN,
	LEAVE,
	CLEAR,
	SEARCH,
	NEXT_MATCH,
	PREVIOUS_MATCH,
	NEXT_HEADING,
	PREVIOUS_HEADING,
	NEXT_LINK,
	PREVIOUS_LINK,
	FOLLOW,
	HINTS,
	LINKS,
	BACK,
	FORWARD,
	MARK,
	JUMP,
	BEFORE,
	LETTER,
	SPLIT,
	OTHER,
	WIDER,
	NARROWER,
	RIGHT,
	LEFT,
	CARD,
	BELONGS,
	NEW_CARD,
	JOINS,
	CHOOSE,
	CHOOSE_NONE,
	RUN,
	NEXT_SHEET,
	PREVIOUS_SHEET,
	PRINT,
	PRINT_ALL,
	NEW_SHEET,
	SELECT,
	OTHER_END,
	SELECT_CARD,
	PRINT_OVER, /* the answer to a question */
};

enum live {
	LIVE_PAGE = 1,
	LIVE_LIST = 2,
	LIVE_SEARCH = 4,
	LIVE_LINK = 8, /* one is chosen */
	LIVE_LETTER = 16,
	LIVE_JUMP = 32, /* and that is a mark to go to */
	LIVE_BACK = 64,
	LIVE_FORWARD = 128,
	LIVE_TWO = 256,
	LIVE_FILES = 512,    /* the list is that of the sheets */
	LIVE_CHOSEN = 1024,  /* and some are chosen */
	LIVE_READY = 2048,   /* some are, while the page is shown, */
	LIVE_RUN = 4096,     /* and it has one of them */
	LIVE_NONE = 8192,    /* there are no sheets */
	LIVE_SELECT = 16384, /* lines are chosen */
};

static const struct key_row keys[] = {
	{ "Enter Space", OPEN, "open", "Open what the cursor is on", LIVE_LIST },
	{ "a", SELECT_CARD, "new card", "A new card with these lines as its answer", LIVE_SELECT },
	{ "v", SELECT, "begin here", "Begin the lines anew here", LIVE_SELECT },
	{ "o", OTHER_END, "other end", "To the other end of the lines", LIVE_SELECT },
	{ "Esc", LEAVE, "back", "Back to the page", LIVE_LIST | LIVE_LETTER | LIVE_SELECT },
	{ "m", CHOOSE, "choose", "Choose this sheet to be read with others in a row, or not",
		LIVE_FILES },
	{ "r", RUN, "read the chosen", "Read the chosen sheets from the first, one after the other",
		LIVE_CHOSEN },
	{ "M", CHOOSE_NONE, NULL, "Choose none any more; once again: those of before", LIVE_FILES },
	{ "Enter", FOLLOW, "follow", "Follow the chosen link", LIVE_LINK },
	{ "< Ctrl-O Backspace", BACK, "back", "Back to where you were before", LIVE_BACK },
	{ ">", FORWARD, "forward", "Forward again", LIVE_FORWARD },
	{ "s", CARD, "card", "Back to the card", LIVE_PAGE | LIVE_LIST },
	{ "x", BELONGS, "what belongs here",
		"Cards, topics and days of the plan that belong to this section", LIVE_PAGE },
	{ "J", JOINS, NULL, "Topics and days that the section may belong to: say so, or not",
		LIVE_PAGE },
	{ "a", NEW_CARD, NULL, "A new card with this section as its answer", LIVE_PAGE },
	{ "v", SELECT, NULL, "Choose lines, for a card: j and k say how many", LIVE_PAGE },
	{ "A", NEW_SHEET, "new sheet", "Make a new sheet", LIVE_NONE },
	{ "A", NEW_SHEET, NULL, "Make a new sheet", LIVE_PAGE | LIVE_LIST },
	{ "o", FILES, "sheets", "Choose a sheet", LIVE_PAGE | LIVE_LIST },
	{ "c", OUTLINE, "contents", "The headings of this sheet", LIVE_PAGE | LIVE_LIST },
	{ "f", HINTS, "links", "Letters at the links in sight: type one to follow it", LIVE_PAGE },
	{ "/", SEARCH, "search", "Search in this sheet; Up brings back what was searched for",
		LIVE_PAGE },
	{ "n", NEXT_MATCH, "next", "Next place that matches", LIVE_SEARCH },
	{ "N", PREVIOUS_MATCH, NULL, "Previous place that matches", LIVE_SEARCH },
	{ "]", NEXT_HEADING, "heading", "Next heading", LIVE_PAGE },
	{ "[", PREVIOUS_HEADING, NULL, "Previous heading", LIVE_PAGE },
	{ "}", NEXT_LINK, NULL, "Choose the next link", LIVE_PAGE },
	{ "{", PREVIOUS_LINK, NULL, "Choose the link before", LIVE_PAGE },
	{ "L", LINKS, NULL, "All links of this sheet and where they lead", LIVE_PAGE | LIVE_LIST },
	{ "m", MARK, NULL, "Mark this place with a letter", LIVE_PAGE },
	{ "'", JUMP, NULL, "To the mark of a letter; '' is back to before the jump", LIVE_PAGE },
	{ "'", BEFORE, NULL, "To where you were before the jump", LIVE_JUMP },
	{ "a b c d e f g h i j k l m n o p q r s t u v w x y z", LETTER, NULL,
		"The link, or the mark, of that letter", LIVE_LETTER },
	{ "C", BESIDE, NULL, "The contents beside the page, in a wide pane, or not", LIVE_PAGE },
	{ "|", SPLIT, NULL, "Two sheets side by side, or one again", LIVE_PAGE },
	{ "w Ctrl-W", OTHER, "other page", "To the other page", LIVE_TWO },
	{ "+ =", WIDER, NULL, "Wider lines", LIVE_PAGE },
	{ "-", NARROWER, NULL, "Narrower lines", LIVE_PAGE },
	{ "r", RUN, NULL, "Read the chosen sheets from the first, one after the other",
		LIVE_READY },
	{ ")", NEXT_SHEET, NULL, "The next of the chosen sheets; Space at the end goes there too",
		LIVE_RUN },
	{ "(", PREVIOUS_SHEET, NULL, "The chosen sheet before", LIVE_RUN },
	{ "p", PRINT, NULL, "Print this sheet to a file: PDF, HTML or plain text", LIVE_PAGE },
	{ "P", PRINT_ALL, NULL, "Print the chosen sheets to a file", LIVE_READY },
	{ "Space", MOTION_PAGE_DOWN, NULL, "A page down", LIVE_PAGE },
	{ "l Right", RIGHT, NULL, "Sideways right, for wide code and tables", LIVE_PAGE },
	{ "h Left", LEFT, NULL, "Sideways left", LIVE_PAGE },
	{ "Esc", CLEAR, NULL, "No search any more, no chosen link", LIVE_SEARCH | LIVE_LINK },
	LIST_KEYS_WHEN(LIVE_PAGE | LIVE_LIST | LIVE_SELECT),
	{ 0 },
};

/* ---- the lists ---- */

static bool is_list(enum sheet_mode mode)
{
	return mode == MODE_FILES || mode == MODE_OUTLINE || mode == MODE_LINKS ||
	       mode == MODE_NEAR;
}

static void list_headings(struct sheet *v)
{
	struct pager *p = &sheet_page(v)->pager;
	pager_complete(p);
	int here = pager_heading(p);
	v->mode = MODE_OUTLINE;
	v->list = (struct list){ 0 };
	list_resize(&v->list, p->doc.nheading, v->rows);
	list_show(&v->list, here > 0 ? here : 0);
}

static bool open_chosen(struct sheet *v, struct app *app, struct err *e)
{
	enum sheet_mode mode = v->mode;
	struct page *p = sheet_page(v);
	const struct study *s = app_study(app);
	if (v->list.n == 0)
		return true;
	if (mode == MODE_FILES)
		return sheet_visit(v, s, v->file[v->list.cursor].path, NULL, e);
	if (mode == MODE_LINKS)
		return sheet_follow(v, app, v->choice[v->list.cursor].link, e);
	if (mode == MODE_NEAR)
		return sheet_visit(v, s, v->choice[v->list.cursor].where, NULL, e);
	struct place at = page_heading(p, v->list.cursor);
	return sheet_visit(v, s, buf_str(&p->path), &at, e);
}

/* ---- searching ---- */

static void ask_search(struct sheet *v, struct app *app)
{
	struct pager *p = &sheet_page(v)->pager;
	struct buf past = { 0 };
	v->origin = page_place(sheet_page(v));
	buf_clear(&v->pattern);
	buf_add(&v->pattern, buf_str(&p->pattern));
	reading_searches(&v->reading, &past);
	app_prompt(app, "Search: ", buf_str(&p->pattern), SEARCH);
	app_prompt_more(app, buf_str(&past), true);
	buf_release(&past);
}

/* While it is typed the page shows what would be found; it begins anew from where it was each time. */
static void search(struct sheet *v, struct app *app, const struct msg *m)
{
	struct pager *p = &sheet_page(v)->pager;
	pager_goto_place(p, v->origin.source, v->origin.into);
	if (m->typing == TYPING_DONE)
		sheet_leave(v);
	pager_search(p, m->typing == TYPING_LEFT ? buf_str(&v->pattern) : m->text);
	if (m->typing == TYPING_LEFT)
		pager_goto_place(p, v->origin.source, v->origin.into);
	if (m->typing != TYPING_DONE)
		return;
	reading_put_search(&v->reading, m->text);
	if (m->text.n && p->nmatch == 0)
		app_toast(
			app, TOAST_INFO, "\"%.*s\" does not occur in this sheet", STR_ARG(m->text));
}

static void next_match(struct sheet *v, struct app *app, int step)
{
	struct pager *p = &sheet_page(v)->pager;
	int before = p->match;
	pager_next_match(p, step);
	if (p->nmatch > 1 && (step > 0 ? p->match < before : p->match > before))
		app_toast(app, TOAST_INFO,
			step > 0 ? "On from the first place again"
				 : "On from the last place again");
}

/* First the search, then the link. */
static void clear(struct sheet *v)
{
	struct pager *p = &sheet_page(v)->pager;
	if (p->pattern.n > 0)
		pager_search(p, STR(""));
	else
		p->link = 0;
}

/* ---- letters ---- */

static void ask_letter(struct sheet *v, struct app *app, enum sheet_mode mode)
{
	v->mode = mode;
	if (mode == MODE_MARK)
		app_toast(app, TOAST_INFO, "Mark this place with a letter");
	else
		sheet_say_marks(v, app);
}

static bool letter(struct sheet *v, struct app *app, int key, struct err *e)
{
	enum sheet_mode mode = v->mode;
	if (mode == MODE_HINTS)
		return sheet_hint(v, app, key, e);
	v->mode = MODE_PAGE;
	if (mode == MODE_JUMP)
		return sheet_jump(v, app, key, e);
	sheet_mark(v, app, key);
	return true;
}

static bool before(struct sheet *v, struct app *app, struct err *e)
{
	v->mode = MODE_PAGE;
	return sheet_before(v, app, e);
}

/* ---- what keys do ---- */

static bool move(struct sheet *v, struct app *app, const struct msg *m, struct err *e)
{
	bool far = m->action == MOTION_FIRST || m->action == MOTION_LAST;
	if (is_list(v->mode)) {
		list_move(&v->list, m->action, m->count);
		return true;
	}
	if (v->mode == MODE_SELECT) {
		sheet_select_move(v, m);
		return true;
	}
	if (far)
		sheet_leave(v);
	return sheet_run_scroll(v, app, m, e);
}

static void beside(struct sheet *v, struct app *app)
{
	v->outline = !v->outline;
	reading_put_number(&v->reading, "outline", v->outline);
	sheet_fit(v);
	if (v->outline && sheet_shown(v)->plain)
		app_toast(app, TOAST_INFO, "The contents stand beside a page with headings");
	else if (v->outline && sheet_outline_cols(v) == 0)
		app_toast(app, TOAST_INFO,
			"The contents stand beside the page where the pane is wide enough; z gives "
			"it all");
}

static void leave(struct sheet *v)
{
	sheet_select_leave(v);
	v->mode = MODE_PAGE;
}

static bool act_anywhere(struct sheet *v, struct app *app, const struct msg *m, struct err *e)
{
	switch (m->action) {
	case FILES: return sheet_list_files(v, app_study(app), e);
	case OUTLINE: list_headings(v); return true;
	case OPEN: return open_chosen(v, app, e);
	case LEAVE: leave(v); return true;
	case LINKS: return sheet_list_links(v, app, e);
	case LETTER: return letter(v, app, m->key, e);
	case BEFORE: return before(v, app, e);
	case CARD: app_goto(app, PANE_REVIEW, STR(""), 0); return true;
	case NEW_SHEET: app_open(app, &view_newsheet, STR(""), 0); return true;
	case CHOOSE: return sheet_choose(v, app, e);
	case CHOOSE_NONE: return sheet_choose_none(v, app, e);
	case RUN: return sheet_run_begin(v, app, e);
	case NEXT_SHEET: return sheet_run_step(v, app, 1, e);
	case PREVIOUS_SHEET: return sheet_run_step(v, app, -1, e);
	default: return move(v, app, m, e);
	}
}

static bool act(struct sheet *v, struct app *app, const struct msg *m, struct err *e)
{
	struct pager *p = &sheet_page(v)->pager;
	buf_clear(&v->awaited);
	switch (m->action) {
	case SEARCH: ask_search(v, app); return true;
	case NEXT_MATCH: next_match(v, app, 1); return true;
	case PREVIOUS_MATCH: next_match(v, app, -1); return true;
	case NEXT_HEADING: pager_next_heading(p, 1); return true;
	case PREVIOUS_HEADING: pager_next_heading(p, -1); return true;
	case NEXT_LINK: sheet_next_link(v, app, 1); return true;
	case PREVIOUS_LINK: sheet_next_link(v, app, -1); return true;
	case FOLLOW: return sheet_follow(v, app, p->link, e);
	case HINTS: sheet_hints(v, app); return true;
	case BACK: return sheet_back(v, app, -1, e);
	case FORWARD: return sheet_back(v, app, 1, e);
	case MARK: ask_letter(v, app, MODE_MARK); return true;
	case JUMP: ask_letter(v, app, MODE_JUMP); return true;
	case BELONGS: sheet_belongs(v, app); return true;
	case JOINS: sheet_joins(v, app); return true;
	case NEW_CARD: sheet_new_card(v, app); return true;
	case SELECT: sheet_select(v, app); return true;
	case OTHER_END: sheet_select_other_end(v); return true;
	case SELECT_CARD: sheet_select_card(v, app); return true;
	case PRINT:
	case PRINT_ALL: sheet_print(v, app, m->action == PRINT_ALL, PRINT); return true;
	case CLEAR: clear(v); return true;
	case BESIDE: beside(v, app); return true;
	case SPLIT: sheet_split(v, app); return true;
	case OTHER: v->here = !v->here; return true;
	case WIDER: sheet_widen(v, app, WIDTH_STEP); return true;
	case NARROWER: sheet_widen(v, app, -WIDTH_STEP); return true;
	case RIGHT: pager_sideways(p, SIDE_STEP); return true;
	case LEFT: pager_sideways(p, -SIDE_STEP); return true;
	default: return act_anywhere(v, app, m, e);
	}
}

/* ---- messages ---- */

static void answer(struct sheet *v, struct app *app, const struct msg *m)
{
	switch (m->action) {
	case PRINT: sheet_print_to(v, app, m->text, PRINT_OVER); break;
	case PRINT_OVER: sheet_print_over(v, app, m->text, PRINT_OVER); break;
	default: search(v, app, m);
	}
}

static bool open_view(struct sheet *v, struct app *app, struct err *e)
{
	v->study = app_study(app);
	v->width = TEXT_COLS;
	v->outline = true;
	if (!reading_load(&v->reading, v->study, e) || !sheet_run_load(v, v->study, e))
		return false;
	v->width = reading_number(&v->reading, "width", TEXT_COLS);
	v->outline = reading_number(&v->reading, "outline", 1);
	return sheet_open_first(v, sheet_page(v), v->study, e);
}

static void resize(struct sheet *v, const struct msg *m)
{
	v->rows = m->rows;
	v->cols = m->cols;
	sheet_select_leave(v);
	sheet_fit(v);
	list_resize(&v->list, v->list.n, m->rows - (v->mode == MODE_NEAR ? NEAR_HEAD : 0));
}

/* The file that a place "path#heading" names, and the heading; a path may hold a '#' itself. */
static const struct file_row *place_file(
	const struct sheet *v, struct str place, struct str *heading)
{
	ptrdiff_t at = -1;
	do {
		at = str_find(place, STR("#"), (size_t)(at + 1));
		size_t end = at < 0 ? place.n : (size_t)at;
		const struct file_row *f = sheet_find_file(v, str_slice(place, 0, end));
		*heading = str_slice(place, end + 1, place.n);
		if (f)
			return f;
	} while (at >= 0);
	return NULL;
}

/* The line of the first heading with that text, 0: none. Only this is looked for, nothing laid out. */
static int heading_named(const struct pager *p, struct str name)
{
	struct arena a = { 0 };
	int n, at = 0;
	const struct md_heading *h = md_outline(buf_str(&p->source), &n, &a);
	for (int i = 0; i < n && at == 0; i++)
		if (str_eq(h[i].text, name))
			at = h[i].source;
	arena_release(&a);
	return at;
}

/*
 * Show a sheet, at a line of its source (0: none is given) or at a heading if one is named. One that was just made
 * is shown when it was read.
 */
static bool go_to(
	struct sheet *v, const struct study *s, struct str place, int64_t line, struct err *e)
{
	struct str name;
	if (!sheet_load_files(v, s, e))
		return false;
	const struct file_row *f = place_file(v, place, &name);
	if (!f && files_find(s->dir, place) == FILE_WORDS) {
		buf_clear(&v->awaited);
		buf_add(&v->awaited, place);
		return true;
	}
	if (!f)
		return err_set(e, ERR_MISSING, "There is no sheet \"%.*s\".", STR_ARG(place));
	if (!sheet_visit(v, s, f->path, NULL, e))
		return false;
	int at = (int)line;
	if (name.n && at == 0)
		at = heading_named(&sheet_page(v)->pager, name);
	if (at > 0)
		pager_goto_heading(&sheet_page(v)->pager, at);
	return true;
}

/* The outline needs the whole text, which the first frame did not wait for. */
static bool wants_rest(const struct sheet *v)
{
	return sheet_outline_cols(v) > 0 && sheet_shown(v)->pager.partial;
}

static bool tick(struct sheet *v, struct app *app, bool *drawn, struct err *e)
{
	*drawn = !wants_rest(v);
	if (v->print.waits)
		return sheet_print_now(v, app, e);
	if (wants_rest(v)) {
		pager_complete(&sheet_page(v)->pager);
		sheet_fit(v);
	}
	return !sheet_unsaved(v) || sheet_save(v, e);
}

static struct nav update(void *state, struct app *app, const struct msg *m)
{
	struct sheet *v = state;
	struct err e = { 0 };
	bool ok = true, same = false;
	switch (m->kind) {
	case MSG_OPEN: ok = open_view(v, app, &e); break;
	case MSG_SIZE: resize(v, m); break;
	case MSG_STUDY:
		same = !(m->parts & PART_FILES);
		ok = same || sheet_reload(v, app_study(app), &e);
		break;
	case MSG_ACTION: ok = act(v, app, m, &e); break;
	case MSG_TEXT: answer(v, app, m); break;
	case MSG_GOTO: ok = go_to(v, app_study(app), m->text, m->number, &e); break;
	case MSG_TICK: ok = tick(v, app, &same, &e); break;
	case MSG_AWAY: same = true; break;
	case MSG_BACK: ok = sheet_run_load(v, app_study(app), &e); break;
	}
	if (!ok)
		app_error(app, &e);
	return (struct nav){ .kind = same && ok ? NAV_SAME : NAV_STAY };
}

static unsigned live(const void *state)
{
	const struct sheet *v = state;
	const struct page *p = sheet_shown(v);
	if (p->path.n == 0 && v->nfile == 0)
		return LIVE_NONE;
	bool chosen = v->run.n > 0;
	if (is_list(v->mode))
		return LIVE_LIST |
		       (v->mode == MODE_FILES ? LIVE_FILES | (chosen ? LIVE_CHOSEN : 0u) : 0u);
	if (v->mode == MODE_SELECT)
		return LIVE_SELECT;
	if (v->mode != MODE_PAGE)
		return LIVE_LETTER | (v->mode == MODE_JUMP ? LIVE_JUMP : 0u);
	return LIVE_PAGE | (chosen ? LIVE_READY : 0u) | (p->pager.pattern.n ? LIVE_SEARCH : 0u) |
	       (p->pager.link ? LIVE_LINK : 0u) | (p->trail.at > 0 ? LIVE_BACK : 0u) |
	       (p->trail.at + 1 < p->trail.n ? LIVE_FORWARD : 0u) |
	       (sheet_has_two(v) ? LIVE_TWO : 0u) | (sheet_run_at(v) > 0 ? LIVE_RUN : 0u);
}

static int wake_ms(const void *state)
{
	const struct sheet *v = state;
	if (wants_rest(v) || v->print.waits)
		return 0;
	return sheet_unsaved(v) ? SAVE_MS : -1;
}

static void release(void *state)
{
	struct sheet *v = state;
	struct err e = { 0 };
	/* There is nobody left to be told: the worst is that a sheet opens where it was a second before. */
	if (v->study && sheet_unsaved(v) && !sheet_save(v, &e))
		v->reading.changed = false;
	for (int i = 0; i < PAGES; i++) {
		pager_release(&v->page[i].pager);
		trail_release(&v->page[i].trail);
		stop_release(&v->page[i].before);
		buf_release(&v->page[i].path);
	}
	sheet_run_release(&v->run);
	reading_release(&v->reading);
	buf_release(&v->missing);
	buf_release(&v->awaited);
	buf_release(&v->pattern);
	buf_release(&v->print.path);
	arena_release(&v->choices);
	arena_release(&v->arena);
}

const struct view_ops view_sheet = {
	.name = "Sheet",
	.keys = keys,
	.size = sizeof(struct sheet),
	.update = update,
	.draw = sheet_draw,
	.live = live,
	.status = sheet_status,
	.wake_ms = wake_ms,
	.close = release,
};
