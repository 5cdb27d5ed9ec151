/* app_draw.c - one frame: head, panes and their titles, lines between them, foot, what lies over it. */
#include "tui/app_priv.h"

enum {
	HINT_GAP = 2,
	MOST_TOAST_ROWS = 4,
	LEAST_UNDO_COLS = 40,
	UNDO_COLS = 24, /* at least: `undo: graded "abc…" Good` */
	WIDE_TABS_COLS = 60,
	DATE_GAP = 4,
	COUNT_COLS = 8,
	NAMED_TABS_COLS = 40
};

static void glyph(struct canvas c, int row, int col, const char *utf8)
{
	canvas_text(c, row, col, ROLE_RULE, str_of(utf8));
}

static bool has_focus(const struct app *app, enum pane pane)
{
	return app->focus == pane && !app->slot[SLOT_HELP].state && !app->prompt.on;
}

/* ---- head ---- */

/* Due cards and, where the desk shows it, the date; returns where they begin. */
static int draw_counts(const struct app *app, struct canvas c, bool date)
{
	int at = canvas_right(c, 0, c.cols - 1, ROLE_TEXT, buf_str(&app->facts.counts));
	if (date)
		at = canvas_right(c, 0, at - DATE_GAP, ROLE_DIM, buf_str(&app->facts.date));
	return at;
}

static void draw_title(const struct app *app, struct canvas c)
{
	int room = draw_counts(app, c, true) - HINT_GAP;
	struct canvas left = canvas_sub(c, 0, 0, 1, room);
	int at = 1;
	at += canvas_attr_text(left, 0, at, ROLE_ACCENT, ATTR_BOLD, str_of(app->study->name));
	if (app->facts.place.n == 0)
		return;
	at += canvas_text(left, 0, at, ROLE_DIM, STR(" › "));
	canvas_field(left, 0, at, left.cols - at, ROLE_TEXT, buf_str(&app->facts.place));
}

/* " 1 Plan  [2 Review]  3 Sheet  4 Topics"; on a narrow screen the others are numbers only. */
static void draw_tabs(const struct app *app, struct canvas c)
{
	int at = 0;
	for (int i = 0; i < PANE_COUNT; i++) {
		const char *name = app->slot[i].ops->name;
		if (app->focus == (enum pane)i)
			at += canvas_printf(c, 0, at, ROLE_FOCUS, "[%d %s]", i + 1, name);
		else if (c.cols >= NAMED_TABS_COLS)
			at += canvas_printf(c, 0, at, ROLE_ACCENT, " %d %s ", i + 1, name);
		else
			at += canvas_printf(c, 0, at, ROLE_ACCENT, " %d ", i + 1);
		at += c.cols >= WIDE_TABS_COLS;
	}
	int counts = text_cols(buf_str(&app->facts.counts));
	if (at + HINT_GAP + counts < c.cols)
		draw_counts(app, c, false);
}

static void draw_head(const struct app *app, struct canvas c)
{
	if (app->layout.head < 0)
		return;
	c = canvas_sub(c, app->layout.head, 0, 1, c.cols);
	canvas_fill(c, ROLE_TEXT, ' ');
	if (app->layout.tabs)
		draw_tabs(app, c);
	else
		draw_title(app, c);
}

/* ---- panes ---- */

static struct buf status(const struct app *app, const struct slot *s)
{
	struct buf b = { 0 };
	if (s->ops->status)
		s->ops->status(s->state, app->study, &b);
	return b;
}

/* What the view says of itself, to the right on a row of which `from` columns are taken. */
static void draw_status(const struct app *app, struct canvas c, const struct slot *s, int from)
{
	struct buf b = status(app, s);
	int room = c.cols - 1 - from - HINT_GAP, cols = text_cols(buf_str(&b));
	int width = cols < room ? cols : room;
	if (width > 0) {
		canvas_text(c, 0, c.cols - width - 2, ROLE_DIM, STR(" "));
		canvas_field(c, 0, c.cols - width - 1, width, ROLE_DIM, buf_str(&b));
		canvas_text(c, 0, c.cols - 1, ROLE_DIM, STR(" "));
	}
	buf_release(&b);
}

static void draw_pane_title(const struct app *app, struct canvas c, enum pane pane)
{
	const struct slot *s = &app->slot[pane];
	bool here = app->focus == pane;
	enum role role = here ? ROLE_FOCUS : ROLE_ACCENT;
	int cols =
		canvas_printf(c, 0, 0, role, "%s%d %s", here ? "▸" : " ", pane + 1, s->ops->name);
	draw_status(app, c, s, cols);
}

static void draw_pane(const struct app *app, struct canvas c, enum pane pane)
{
	const struct slot *s = &app->slot[pane];
	struct rect whole = app->layout.pane[pane], r = app_content(app, pane);
	if (r.rows <= 0 || !s->state)
		return;
	if (!app->layout.tabs)
		draw_pane_title(app, canvas_sub(c, whole.row, whole.col, 1, whole.cols), pane);
	struct canvas content = canvas_sub(c, r.row, r.col, r.rows, r.cols);
	s->ops->draw(s->state, app->study, content, has_focus(app, pane));
}

/* The line to the left of a pane and, where another pane stands above, the one over it. */
static void draw_pane_lines(const struct app *app, struct canvas c, struct rect r)
{
	int top = app->layout.head + 1;
	bool below = r.row > top + app->layout.rules;
	if (r.rows <= 0)
		return;
	if (below)
		canvas_hline(c, r.row - 1, r.col, r.cols, ROLE_RULE);
	if (r.col == 0)
		return;
	canvas_vline(c, r.row, r.col - 1, r.rows, ROLE_RULE);
	if (below)
		glyph(c, r.row - 1, r.col - 1, "├");
	else
		glyph(c, top, r.col - 1, "┬");
	if (r.row + r.rows == app->layout.foot - 1)
		glyph(c, app->layout.foot - 1, r.col - 1, "┴");
}

/* Where a line between two panes of the middle column meets the column to the right. */
static void draw_joints(const struct app *app, struct canvas c)
{
	struct rect lower = app->layout.pane[PANE_TOPICS], right = app->layout.pane[PANE_SHEET];
	if (!app->layout.tabs && lower.rows > 0 && right.col > lower.col)
		glyph(c, lower.row - 1, right.col - 1, "┤");
}

static void draw_lines(const struct app *app, struct canvas c)
{
	const struct layout *l = &app->layout;
	if (!l->rules)
		return;
	canvas_hline(c, l->head + 1, 0, c.cols, ROLE_RULE);
	canvas_hline(c, l->foot - 1, 0, c.cols, ROLE_RULE);
	for (int i = 0; i < PANE_COUNT; i++)
		draw_pane_lines(app, c, l->pane[i]);
	draw_joints(app, c);
	if (l->tabs) /* on the line, which goes on to its right */
		draw_status(app, canvas_sub(c, l->head + 1, 0, 1, c.cols - 1),
			&app->slot[app->focus], 0);
}

/* ---- foot ---- */

/* What is quoted gives way where it is too long, for the words after it matter more. */
static void draw_words(struct canvas c, int col, int width, enum role role, struct str s)
{
	size_t first = 0, last = s.n;
	while (first < s.n && s.p[first] != '"')
		first++;
	while (last > first && s.p[last - 1] != '"')
		last--;
	struct str quoted = str_slice(s, first + 1, last ? last - 1 : 0);
	int room = text_cols(quoted) + width - text_cols(s) - 1;
	struct buf b = { 0 };
	if (text_cols(s) > width && last > first + 1 && room >= 0) {
		buf_add(&b, str_slice(s, 0, first + 1));
		buf_add(&b, str_trim(text_prefix(quoted, room, NULL)));
		buf_add(&b, STR("…"));
		s = str_slice(s, last - 1, s.n);
	}
	buf_add(&b, s);
	canvas_field(c, 0, col, width, role, buf_str(&b));
	buf_release(&b);
}

/* As far as there is room. */
static void draw_hints(const struct app *app, struct canvas c)
{
	int at = 1;
	for (int i = 0; i < app->hints.n; i++) {
		const struct hint *h = &app->hints.hint[i];
		if (at + h->cols > c.cols)
			return; /* nor may a shorter one follow: it would seem more likely */
		int key = canvas_text(c, 0, at, ROLE_KEY, h->key) + 1;
		canvas_text(c, 0, at + key, ROLE_TEXT, h->does);
		at += h->cols + HINT_GAP;
	}
}

/* To the right on the foot: what was typed of a count, else the undo in words; its first column. */
static int draw_right(const struct app *app, struct canvas c)
{
	if (app->counting)
		return c.cols - 1 -
		       canvas_printf(c, 0, c.cols - COUNT_COLS, ROLE_KEY, "%*d", COUNT_COLS - 1,
			       app->count);
	if (c.cols < LEAST_UNDO_COLS || app->facts.undo.n == 0 || !app->study)
		return c.cols;
	struct str undo = buf_str(&app->facts.undo);
	int most = c.cols * 2 / 5 > UNDO_COLS ? c.cols * 2 / 5 : UNDO_COLS;
	int cols = text_cols(undo) + 6, width = cols < most ? cols : most;
	int at = c.cols - 1 - width;
	if (app->hints.n && at < 1 + app->hints.hint[0].cols + HINT_GAP)
		return c.cols; /* the first key is to be seen beside it */
	canvas_text(c, 0, at, ROLE_DIM, STR("undo: "));
	draw_words(c, at + 6, width - 6, ROLE_DIM, undo);
	return at;
}

/* A message that has room beside the hints, or at least on the line. */
static int draw_toast(const struct app *app, struct canvas c)
{
	bool error = app->toast.kind == TOAST_ERROR;
	int cols = text_cols(buf_str(&app->toast.text)) + 2, room = c.cols - 2;
	int width = cols < room ? cols : room, at = c.cols - 1 - width;
	enum role role = error ? ROLE_ERROR : ROLE_INFO;
	canvas_text(c, 0, at, role, error ? STR("! ") : STR("· "));
	draw_words(c, at + 2, width - 2, role, buf_str(&app->toast.text));
	return at;
}

/* A message on the last lines of c, as many as it takes: it must be read to be acted on. */
static void draw_long_toast(const struct app *app, struct canvas c)
{
	bool error = app->toast.kind == TOAST_ERROR;
	enum role role = error ? ROLE_ERROR : ROLE_INFO;
	struct str rest = buf_str(&app->toast.text), count = rest, line;
	int n = 0;
	while (n < MOST_TOAST_ROWS && n < c.rows && text_wrap(&count, c.cols - 4, &line))
		n++;
	c = canvas_sub(c, c.rows - n, 0, n, c.cols);
	canvas_fill(c, role, ' ');
	canvas_text(c, 0, 1, role, error ? STR("!") : STR("·"));
	for (int i = 0; i < n && text_wrap(&rest, c.cols - 4, &line); i++)
		canvas_text(c, i, 3, role, line);
}

/* A notice that quotes something is cut there instead: draw_words(). */
static bool toast_is_long(const struct app *app)
{
	struct str text = buf_str(&app->toast.text);
	bool cut = app->toast.kind == TOAST_INFO && str_find(text, STR("\""), 0) >= 0;
	return app->toast.on && !cut && text_cols(text) + 4 > app->cols;
}

static void draw_foot(const struct app *app, struct canvas c)
{
	struct canvas foot = canvas_sub(c, c.rows - 1, 0, 1, c.cols);
	canvas_fill(foot, ROLE_TEXT, ' ');
	bool error = app->toast.on && app->toast.kind == TOAST_ERROR;
	if (app->prompt.on) {
		prompt_draw(&app->prompt, foot);
		if (error)
			draw_long_toast(app, canvas_sub(c, 0, 0, c.rows - 1, c.cols));
		return;
	}
	int end = app->toast.on ? draw_toast(app, foot) : draw_right(app, foot);
	struct canvas left = canvas_sub(foot, 0, 0, 1, end < foot.cols ? end - HINT_GAP : end);
	draw_hints(app, left);
	if (toast_is_long(app))
		draw_long_toast(app, c);
}

/* ---- over the desk ---- */

static void draw_help(const struct app *app, struct canvas c)
{
	const struct slot *s = &app->slot[SLOT_HELP];
	if (!s->state)
		return;
	struct rect r = app_help_box(app);
	c = canvas_sub(c, r.row, r.col, r.rows, r.cols);
	int right = c.cols - 1, bottom = c.rows - 1;
	canvas_fill(c, ROLE_TEXT, ' ');
	canvas_hline(c, 0, 0, c.cols, ROLE_RULE);
	canvas_hline(c, bottom, 0, c.cols, ROLE_RULE);
	canvas_vline(c, 1, 0, c.rows - 2, ROLE_RULE);
	canvas_vline(c, 1, right, c.rows - 2, ROLE_RULE);
	glyph(c, 0, 0, "┌");
	glyph(c, 0, right, "┐");
	glyph(c, bottom, 0, "└");
	glyph(c, bottom, right, "┘");
	canvas_printf(c, 0, 2, ROLE_FOCUS, " %s ", s->ops->name);
	s->ops->draw(s->state, app->study, canvas_sub(c, 1, 1, c.rows - 2, c.cols - 2), true);
}

/* The view over the panes: its name and what it says of itself, a line, its content. */
static void draw_over(const struct app *app, struct canvas c)
{
	const struct slot *s = app_below_help(app);
	struct rect r = app_over_box(app);
	int name = 1 + canvas_attr_text(c, 0, 1, ROLE_FOCUS, ATTR_BOLD, str_of(s->ops->name));
	draw_status(app, canvas_sub(c, 0, 0, 1, c.cols), s, name);
	if (r.row > 1)
		canvas_hline(c, r.row - 1, 0, c.cols, ROLE_RULE);
	if (s->state)
		s->ops->draw(s->state, app->study, canvas_sub(c, r.row, r.col, r.rows, r.cols),
			!app->slot[SLOT_HELP].state && !app->prompt.on);
}

static void draw_desk(struct app *app, struct canvas c)
{
	facts_update(app);
	draw_head(app, c);
	for (int i = 0; i < PANE_COUNT; i++)
		draw_pane(app, c, (enum pane)i);
	draw_lines(app, c);
}

/* The head if what it says is no longer so, and the panes that were told something. */
static void draw_changes(struct app *app, struct canvas c)
{
	bool head = !app->facts.known;
	facts_update(app);
	if (head)
		draw_head(app, c);
	for (int i = 0; i < PANE_COUNT; i++) {
		const struct slot *s = &app->slot[i];
		if (!s->dirty && s->from >= s->to)
			continue;
		struct rect r = app->layout.pane[i];
		int top = app_content(app, (enum pane)i).row;
		struct canvas part = c;
		if (!s->dirty)
			part = canvas_keep(canvas_only(c, top + s->from, top + s->to),
				top + s->keep_from, top + s->keep_to);
		canvas_fill(canvas_sub(part, r.row, r.col, r.rows, r.cols), ROLE_TEXT, ' ');
		if (app->focus == (enum pane)i)
			c.surface->cursor_row = c.surface->cursor_col = -1;
		draw_pane(app, part, (enum pane)i);
	}
}

static void draw_start(const struct app *app, struct canvas c)
{
	const struct slot *s = &app->slot[SLOT_START];
	if (s->state)
		s->ops->draw(s->state, NULL, canvas_sub(c, 0, 0, c.rows - 1, c.cols),
			!app->prompt.on && !app->slot[SLOT_HELP].state);
}

static void draw_all(struct app *app, struct surface *s)
{
	if (s->rows != app->rows || s->cols != app->cols)
		surface_resize(s, app->rows, app->cols);
	else
		surface_clear(s);
	struct canvas c = canvas_of(s);
	if (app->layout.too_small) {
		canvas_printf(c, 0, 0, ROLE_TEXT, "hone: %dx%d (needs 20x5)", app->cols, app->rows);
		return;
	}
	if (app->nover) {
		facts_update(app);
		draw_over(app, c);
	} else if (app->study)
		draw_desk(app, c);
	else
		draw_start(app, c);
	draw_help(app, c);
	draw_foot(app, c);
}

/* Something stands over the panes, or takes their focus. */
static bool covered(const struct app *app)
{
	return app->slot[SLOT_HELP].state || app->nover || app->prompt.on ||
	       (app->toast.on && app->toast.kind == TOAST_ERROR) || toast_is_long(app);
}

/* Only panes on the desk are drawn apart; one that stands alone has its status on a line of the desk. */
static bool in_parts(const struct app *app)
{
	bool alone = app->layout.tabs && app->slot[app->focus].dirty;
	return app->study && !app->layout.too_small && !alone;
}

void app_draw(struct app *app, struct surface *s)
{
	bool over = covered(app), size = s->rows == app->rows && s->cols == app->cols;
	bool whole = app->whole || over || !size || !in_parts(app);
	hints_update(app);
	if (whole)
		draw_all(app, s);
	else {
		draw_changes(app, canvas_of(s));
		draw_foot(app, canvas_of(s));
	}
	for (int i = 0; i < SLOT_COUNT; i++) {
		app->slot[i].dirty = false;
		app->slot[i].from = app->slot[i].to = 0;
		app->slot[i].keep_from = app->slot[i].keep_to = 0;
	}
	app->whole = over; /* what was covered comes back whole */
	app->stale = false;
}
