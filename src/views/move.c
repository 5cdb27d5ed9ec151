/* move.c - the move screen: what can be done with a day of the plan, and what that would change. */
#include "views/move_priv.h"
#include "views/views.h"

enum action { MORE = ACTION_OWN, LESS, DIGIT, ERASE, TYPE, APPLY, CLOSE, DOWN, UP };

enum live { LIVE_VALUE = 1, LIVE_NUMBER = 2, LIVE_TYPED = 4, LIVE_LONG = 8 };

static const struct key_row keys[] = {
	{ "Enter", APPLY, "do it", "Do what is chosen, as shown", 0 },
	{ "j Down", MOTION_DOWN, "choose", "The next thing that can be done", 0 },
	{ "k Up", MOTION_UP, NULL, "The one before", 0 },
	{ "+ = l Right", MORE, "more", "More of it: later, longer, the next one", LIVE_VALUE },
	{ "- h Left", LESS, "less", "Less of it: earlier, shorter, the one before", LIVE_VALUE },
	{ "0 1 2 3 4 5 6 7 8 9", DIGIT, NULL, "Type the number", LIVE_NUMBER },
	{ "Backspace Ctrl-H", ERASE, NULL, "Take its last digit away", LIVE_NUMBER },
	{ "e", TYPE, "type", "Type it: a number, a date, the minutes of the weekdays", LIVE_TYPED },
	{ "PageDown Ctrl-F", DOWN, NULL, "More of the days that change", LIVE_LONG },
	{ "PageUp Ctrl-B", UP, NULL, "Back to the first of them", LIVE_LONG },
	{ "g Home", MOTION_FIRST, NULL, "The first thing that can be done", 0 },
	{ "G End", MOTION_LAST, NULL, "The last one", 0 },
	{ "q Esc", CLOSE, "leave", "Leave everything as it is", 0 },
	{ 0 },
};

static bool load(struct move_view *v, const struct study *s, struct err *e)
{
	arena_clear(&v->arena);
	if (!planner_calendar(s, &v->before, &v->arena, e)) {
		v->before = calendar_make(&s->plan, NULL, s->today, &v->arena);
		return false;
	}
	return true;
}

static bool open_on(struct move_view *v, const struct study *s, const struct msg *m, struct err *e)
{
	v->id = (uint64_t)m->number;
	if (!day_parse(m->text, &v->date))
		v->date = s->today;
	bool ok = load(v, s, e) && move_rhythms(v, s, e);
	move_choices(v, s);
	if (str_ends(m->text, STR("earlier")) && v->choice[0].kind == MOVE_SHIFT)
		v->choice[0].n = -1;
	return ok;
}

/* The day may have moved, and what can be done with it be another: the kind that was chosen stays so. */
static bool reload(struct move_view *v, const struct study *s, struct err *e)
{
	struct move_choice was = v->choice[v->list.cursor];
	bool ok = load(v, s, e);
	move_choices(v, s);
	for (int i = 0; i < v->list.n; i++)
		if (v->choice[i].kind == was.kind)
			list_show(&v->list, i);
	return ok;
}

static void say(const struct study *s, const struct move *m, struct app *app)
{
	struct buf words = { 0 };
	move_words_said(s, m, &words);
	app_toast(app, TOAST_INFO, "%s", buf_cstr(&words));
	buf_release(&words);
}

static bool apply(struct move_view *v, struct app *app, struct err *e)
{
	struct study *s = app_study(app);
	struct move m = move_chosen(v, s);
	if (!planner_move(s, &m, e))
		return false;
	say(s, &m, app);
	app_changed(app, PART_PLAN);
	return true;
}

static void act(struct move_view *v, struct app *app, const struct msg *m)
{
	const struct study *s = app_study(app);
	int n = m->count > 0 ? m->count : 1;
	switch (m->action) {
	case MORE:
	case LESS: move_step(v, s, m->action == MORE ? n : -n); break;
	case DIGIT: move_digit(v, m->key - '0'); break;
	case ERASE: move_erase(v); break;
	case TYPE: move_ask(v, app, TYPE); return;
	case DOWN: list_scroll(&v->changes, MOTION_PAGE_DOWN, m->count); return;
	case UP: list_scroll(&v->changes, MOTION_PAGE_UP, m->count); return;
	default: v->typing = false; list_move(&v->list, m->action, m->count);
	}
	move_look(v, s);
}

static struct nav update(void *state, struct app *app, const struct msg *m)
{
	struct move_view *v = state;
	const struct study *s = app_study(app);
	struct nav nav = { .kind = NAV_STAY };
	struct err e = { 0 };
	bool ok = true;
	switch (m->kind) {
	case MSG_OPEN:
		ok = open_on(v, s, m, &e);
		move_look(v, s);
		break;
	case MSG_SIZE:
		v->rows = m->rows;
		v->cols = m->cols;
		move_shape(v);
		break;
	case MSG_STUDY:
		ok = reload(v, s, &e);
		move_look(v, s);
		break;
	case MSG_ACTION:
		if (m->action == CLOSE)
			return (struct nav){ .kind = NAV_CLOSE };
		if (m->action != APPLY)
			act(v, app, m);
		else if ((ok = apply(v, app, &e)))
			nav.kind = NAV_CLOSE;
		break;
	case MSG_TEXT:
		ok = move_set(v, m->text, &e);
		move_look(v, s);
		break;
	case MSG_GOTO:
	case MSG_TICK:
	case MSG_AWAY:
	case MSG_BACK: return (struct nav){ .kind = NAV_SAME };
	}
	if (!ok)
		app_error(app, &e);
	return nav;
}

static void draw(const void *state, const struct study *study, struct canvas c, bool focused)
{
	move_draw(state, study, c, focused);
}

static unsigned live(const void *state)
{
	static const unsigned of[] = {
		[MOVE_START] = LIVE_VALUE | LIVE_TYPED,
		[MOVE_RHYTHM] = LIVE_VALUE | LIVE_TYPED,
		[MOVE_SHIFT] = LIVE_VALUE | LIVE_NUMBER | LIVE_TYPED,
		[MOVE_EXTEND] = LIVE_VALUE | LIVE_NUMBER | LIVE_TYPED,
		[MOVE_SPLIT] = LIVE_VALUE | LIVE_TYPED,
		[MOVE_SWAP] = LIVE_VALUE,
		[MOVE_DEFER] = 0,
		[MOVE_RESUME] = 0,
		[MOVE_CHOOSE] = 0,
		[MOVE_OFF] = LIVE_VALUE | LIVE_NUMBER | LIVE_TYPED,
		[MOVE_ON] = LIVE_VALUE | LIVE_NUMBER | LIVE_TYPED,
	};
	const struct move_view *v = state;
	return of[v->choice[v->list.cursor].kind] |
	       (v->changes.n > v->changes.page ? LIVE_LONG : 0u);
}

static void status(const void *state, const struct study *study, struct buf *out)
{
	const struct move_view *v = state;
	char dates[48];
	if (v->day >= 0)
		move_day_name(&study->plan, v->day, false, out);
	else
		buf_addf(out, "%s", views_dates(v->date, v->date, study->today, dates));
}

static void release(void *state)
{
	struct move_view *v = state;
	arena_release(&v->arena);
	arena_release(&v->look);
	arena_release(&v->guide);
}

const struct view_ops view_move = {
	.name = "Move",
	.keys = keys,
	.size = sizeof(struct move_view),
	.update = update,
	.draw = draw,
	.live = live,
	.status = status,
	.close = release,
};
