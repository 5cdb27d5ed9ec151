/* fake_desk.c - the view that stands in every pane, and what tests do with the desk around it. */
#include "screen/fake_desk.h"

#include <stdlib.h>
#include <string.h>

#include "hone/files.h"

enum fake_action {
	COUNT = ACTION_OWN,
	ASK,
	GRADE,
	PROMPT,
	PROMPT_PAST,
	TOAST,
	FAIL,
	GO,
	CHANGE,
	BACK,
	CLOSE,
	END
};

/* What a view was told, for the test to look at. */
struct fake {
	int opened, sized, changed, rows, cols, count, graded, back;
	bool asked;
	char text[64];
	int64_t number;
};

static const struct key_row fake_keys[] = {
	{ "x", COUNT, "count", "Count", 0 },
	{ "Space", ASK, "ask", "Ask", 0 },
	{ "1 2", GRADE, "grade", "Grade", FAKE_ASKED },
	{ "Esc", BACK, NULL, "Not asked any more", FAKE_ASKED },
	{ "p", PROMPT, NULL, "Prompt", 0 },
	{ "o", PROMPT_PAST, NULL, "Prompt with a past", 0 },
	{ "t", TOAST, NULL, "Toast", 0 },
	{ "f", FAIL, NULL, "Fail", 0 },
	{ "g", GO, NULL, "Go to the sheet", 0 },
	{ "c", CHANGE, NULL, "Change the study", 0 },
	{ "w", CLOSE, NULL, "Close", 0 },
	{ "e", END, NULL, "End", 0 },
	{ 0 },
};

static void keep_text(struct fake *f, struct str text)
{
	size_t n = text.n < sizeof f->text - 1 ? text.n : sizeof f->text - 1;
	memcpy(f->text, text.p, n);
	f->text[n] = '\0';
}

static struct nav act(struct fake *f, struct app *app, const struct msg *m)
{
	static const struct err e = { ERR_IO,
		"The disk that holds this study is full, so nothing of what "
		"you did was kept; make room and try it again." };
	switch (m->action) {
	case COUNT: f->count += m->count ? m->count : 1; break;
	case ASK: f->asked = true; break;
	case GRADE: f->graded++; break;
	case BACK:
		f->asked = false;
		f->back++;
		break;
	case PROMPT: app_prompt(app, "Name: ", STR("old"), 7); break;
	case PROMPT_PAST:
		app_prompt(app, "Find: ", STR(""), 7);
		app_prompt_more(app, STR("newest\nolder\n"), true);
		break;
	case TOAST: app_toast(app, TOAST_INFO, "%d times", 3); break;
	case FAIL: app_error(app, &e); break;
	case GO: app_goto(app, PANE_SHEET, STR("there.md"), 42); break;
	case CHANGE: app_changed(app, PART_ALL); break;
	case CLOSE: return (struct nav){ .kind = NAV_CLOSE };
	case END: return (struct nav){ .kind = NAV_QUIT };
	default: fail();
	}
	return (struct nav){ .kind = NAV_STAY };
}

static struct nav fake_update(void *state, struct app *app, const struct msg *m)
{
	struct fake *f = state;
	switch (m->kind) {
	case MSG_OPEN: f->opened++; break;
	case MSG_SIZE:
		f->sized++;
		f->rows = m->rows;
		f->cols = m->cols;
		break;
	case MSG_STUDY: f->changed++; break;
	case MSG_TICK:
	case MSG_AWAY:
	case MSG_BACK: return (struct nav){ .kind = NAV_SAME };
	case MSG_TEXT: /* as MSG_GOTO; the number is the prompt's, and 100 for each step of typing */
	case MSG_GOTO:
		keep_text(f, m->text);
		f->number = m->kind == MSG_TEXT ? m->action + 100 * (int)m->typing : m->number;
		break;
	case MSG_ACTION: return act(f, app, m);
	}
	return (struct nav){ .kind = NAV_STAY };
}

static void fake_draw(const void *state, const struct study *study, struct canvas c, bool focused)
{
	const struct fake *f = state;
	(void)study;
	assert_int_equal(c.rows, f->rows);
	assert_int_equal(c.cols, f->cols);
	canvas_printf(c, 0, 0, ROLE_TEXT, "%s count=%d graded=%d back=%d changed=%d",
		focused ? "here" : "there", f->count, f->graded, f->back, f->changed);
	canvas_printf(c, 1, 0, ROLE_TEXT, "text=%s number=%d open=%d", f->text, (int)f->number,
		f->opened);
}

static unsigned fake_is_live(const void *state)
{
	const struct fake *f = state;
	return f->asked ? FAKE_ASKED : 0;
}

static void fake_status(const void *state, const struct study *study, struct buf *out)
{
	const struct fake *f = state;
	(void)study;
	buf_addf(out, "at %d", f->count);
}

#define FAKE(title)                                                                                \
	{                                                                                          \
		.name = (title), .keys = fake_keys, .size = sizeof(struct fake),                   \
		.update = fake_update, .draw = fake_draw, .live = fake_is_live,                    \
		.status = fake_status                                                              \
	}
const struct view_ops fake_panes[PANE_COUNT] = { FAKE("Plan"), FAKE("Review"), FAKE("Sheet"),
	FAKE("Topics") };
const struct view_ops fake_start = FAKE("Welcome"), fake_help = FAKE("Keys");

static const char plan[] = "# Plan\n\n## Week 1: Begin (2 hours)\n\n**Day 1: Vectors**\n\n"
			   "- [ ] read about vectors (30 min)\n- [ ] do the exercises\n";

struct study *desk_study(void)
{
	struct err e = { 0 };
	struct buf path = { 0 };
	const char *dir = test_tmpdir();
	buf_addf(&path, "%s/algebra", dir);
	if (!files_mkdirs(path.p, &e))
		fail_msg("%s", e.text);
	struct study *s;
	struct buf file = { 0 };
	buf_addf(&file, "%s/plan.md", path.p);
	if (!files_write(file.p, str_of(plan), &e))
		fail_msg("%s", e.text);
	s = study_open(path.p, &e);
	struct sync_report r;
	if (!s || !study_sync(s, NULL, NULL, &r, &e))
		fail_msg("%s", e.text);
	buf_release(&file);
	buf_release(&path);
	return s;
}

struct desk desk_open(bool with_study, int rows, int cols)
{
	setenv("HONE_NOW", "2025-11-12T09:00:00", 1);
	struct app_options o = { .start = &fake_start, .help = &fake_help };
	for (int i = 0; i < PANE_COUNT; i++)
		o.pane[i] = &fake_panes[i];
	struct desk d = { .study = with_study ? desk_study() : NULL };
	d.app = app_new(&o, d.study);
	app_resize(d.app, rows, cols);
	return d;
}

void desk_close(struct desk *d)
{
	app_free(d->app);
	surface_release(&d->surface);
	buf_release(&d->screen);
	if (d->study)
		assert_true(study_close(d->study, NULL));
}

void desk_type(struct desk *d, const char *names)
{
	struct str rest = str_of(names);
	while (rest.n) {
		ptrdiff_t space = str_find(rest, STR(" "), 0);
		struct str name = str_slice(rest, 0, space < 0 ? rest.n : (size_t)space);
		assert_int_not_equal(key_parse(name), KEY_NONE);
		app_key(d->app, key_parse(name));
		rest = str_trim(str_slice(rest, name.n, rest.n));
	}
}

struct str desk_look(struct desk *d)
{
	app_draw(d->app, &d->surface);
	buf_clear(&d->screen);
	surface_text(&d->surface, &d->screen);
	return buf_str(&d->screen);
}

bool desk_shows(struct desk *d, const char *text)
{
	return str_find(desk_look(d), str_of(text), 0) >= 0;
}

void desk_assert_shows(struct desk *d, const char *text)
{
	if (!desk_shows(d, text))
		fail_msg("no \"%s\" on\n%s", text, d->screen.p);
}

struct str desk_row(struct desk *d, int row)
{
	struct str rest = desk_look(d), line = { 0 };
	for (int i = 0; i <= row; i++)
		assert_true(str_line(&rest, &line));
	return line;
}
