/* assess.c - topics gone through one by one, and rounds of that side by side. */
#include "views/assess_priv.h"
#include "hone/belong.h"

enum action {
	ENTER = ACTION_OWN,
	KNOW,
	UNSURE,
	DUNNO,
	PASS,
	BACK_ONE,
	UNDO,
	SHEET,
	EDIT,
	EARLIER,
	LATER,
	CLOSE,
	NAME, /* prompt: what the round is called */
};

enum live {
	LIVE_HOME = 1,
	LIVE_WALK = 2,
	LIVE_PAIR = 4,
	LIVE_TOPIC = 8,
	LIVE_ROWS = LIVE_HOME | LIVE_PAIR
};

static const struct key_row keys[] = {
	{ "Enter", ENTER, "begin, show",
		"Go through these topics; show the round beside the one before; edit the line",
		LIVE_HOME },
	{ "k", KNOW, "know", "Know: can explain it", LIVE_WALK },
	{ "u", UNSURE, "unsure", "Unsure: heard of it, needs review", LIVE_WALK },
	{ "d", DUNNO, "dunno", "Dunno: cannot explain it", LIVE_WALK },
	{ "Space j Down Right", PASS, "pass", "On to the next topic; this one stays as it is",
		LIVE_WALK },
	{ "U", UNDO, "undo", "Take back the last rating of this round, and ask it again",
		LIVE_WALK },
	{ "Backspace Up Left", BACK_ONE, "back", "The topic before", LIVE_WALK },
	{ "s", SHEET, "sheet", "The sheet that is about this topic; the round goes on later",
		LIVE_WALK },
	{ "e", EDIT, "edit", "Edit the table in your editor, at this topic", LIVE_WALK },
	{ "Enter", ENTER, "go to topic", "Go to the topic, in the topics", LIVE_TOPIC },
	{ "h Left [", EARLIER, "earlier", "Compare with an earlier round", LIVE_PAIR },
	{ "l Right ]", LATER, "later", "Compare with a later round", LIVE_PAIR },
	LIST_KEYS_WHEN(LIVE_ROWS),
	{ "q Esc", CLOSE, "back", "Back; a round that is not finished goes on later", 0 },
	{ 0 },
};

/* ---- beginning */

static bool ask_name(struct assess_view *v, struct app *app, int scope)
{
	v->chosen = scope;
	if (v->scope[scope].kind == ASSESS_DUE && v->scope[scope].due == 0) {
		app_toast(app, TOAST_INFO,
			"Nothing is to be asked again: no rating is %d days old or was "
			"contradicted.",
			READINESS_STALE);
		return true;
	}
	app_prompt(
		app, "Name of this round: ", assess_name(v->column, v->ncolumn, &v->arena), NAME);
	return true;
}

static bool begin(struct assess_view *v, struct app *app, struct str name, struct err *e)
{
	struct study *s = app_study(app);
	struct event_id id;
	struct round_plan p = { .kind = ROUND_TOPICS, .name = str_trim(name) };
	if (v->stage != ASSESS_HOME || v->chosen >= v->nscope)
		return true;
	p.asked = assess_order(&v->known, &v->scope[v->chosen], &p.n, &v->arena);
	if (p.name.n == 0)
		p.name = assess_name(v->column, v->ncolumn, &v->arena);
	if (p.n > ROUND_MOST)
		return err_set(e, ERR_INVALID,
			"%d topics are too many for one round; take a file or an area, %d at most",
			p.n, ROUND_MOST);
	return round_begin(s, &p, &id, e) && assess_walk(v, s, id, e);
}

/* ---- in a round */

static bool rate(struct assess_view *v, struct app *app, enum level level, struct err *e)
{
	struct study *s = app_study(app);
	int at = v->at;
	if (!study_rate_in(s, v->row.id, level, v->round.id, e))
		return false;
	app_changed(app, PART_TOPICS | PART_FILES);
	if (!assess_reload(v, s, e))
		return false;
	v->at = at;
	return assess_step(v, s, 1, e);
}

static bool undo(struct assess_view *v, struct app *app, struct err *e)
{
	struct study *s = app_study(app);
	struct buf what = { 0 };
	bool undone, ok = round_undo(s, &v->round, &undone, &what, e);
	if (ok && undone) {
		app_changed(app, PART_TOPICS | PART_FILES);
		app_toast(app, TOAST_INFO, "Undone: %s", buf_cstr(&what));
		ok = assess_reload(v, s, e);
	} else if (ok) {
		app_toast(
			app, TOAST_INFO, "Nothing of this round is the last thing that was done.");
	}
	buf_release(&what);
	return ok;
}

/* Leaves this page: the panes lie below it. */
static bool open_sheet(struct assess_view *v, struct app *app, struct err *e)
{
	struct buf where = { 0 };
	bool ok = belong_topic(app_study(app), &v->row, &where, e);
	if (ok && where.n)
		app_goto(app, PANE_SHEET, buf_str(&where), 0);
	else if (ok)
		app_toast(app, TOAST_INFO, "No sheet has a heading about this topic.");
	buf_release(&where);
	return ok;
}

/* ---- keys */

static bool enter(struct assess_view *v, struct app *app, struct err *e)
{
	const struct row *r = rows_under(&v->rows);
	switch (r->kind) {
	case ASSESS_GO_ON: return assess_walk(v, app_study(app), v->last, e);
	case ASSESS_SCOPE: return ask_name(v, app, r->index);
	case ASSESS_TALLY:
		app_edit(app, v->tally[r->index].path, v->tally[r->index].line);
		return true;
	case ASSESS_ROUND:
		assess_pair(v, r->index - 1, r->index);
		assess_lay_out(v, app_study(app));
		return true;
	case ASSESS_MOVED:
		app_goto(app, PANE_TOPICS, STR(""),
			v->known.coverage.topic[v->difference.change[r->index].topic].id);
		return true;
	default: return true;
	}
}

/* The round on the left; before the first one stands what was said when the right one began. */
static void turn(struct assess_view *v, struct app *app, int step)
{
	int left = v->left + step;
	if (left < -1 || left >= v->right) {
		app_toast(app, TOAST_INFO, "There is no other round %s.",
			step < 0 ? "before it" : "between them");
		return;
	}
	assess_pair(v, left, v->right);
	assess_lay_out(v, app_study(app));
}

static bool act(struct assess_view *v, struct app *app, const struct msg *m, struct err *e)
{
	const struct study *s = app_study(app);
	switch (m->action) {
	case ENTER: return enter(v, app, e);
	case KNOW: return rate(v, app, LEVEL_KNOW, e);
	case UNSURE: return rate(v, app, LEVEL_UNSURE, e);
	case DUNNO: return rate(v, app, LEVEL_DUNNO, e);
	case PASS: v->passed += !v->round.asked[v->at].rated; return assess_step(v, s, 1, e);
	case BACK_ONE: return assess_step(v, s, -1, e);
	case UNDO: return undo(v, app, e);
	case SHEET: return open_sheet(v, app, e);
	case EDIT: app_edit(app, v->row.path, v->row.line); return true;
	case EARLIER: turn(v, app, -1); return true;
	case LATER: turn(v, app, 1); return true;
	default: rows_move(&v->rows, m->action, m->count); return true;
	}
}

/* The round or the pair stays; what is known of it is asked anew. */
static bool reload(struct assess_view *v, const struct study *s, struct err *e)
{
	struct event_id right =
		v->stage == ASSESS_PAIR ? v->column[v->right].round : (struct event_id){ 0 };
	if (v->stage == ASSESS_HOME)
		return assess_home(v, s, e);
	if (!assess_load(v, s, e))
		return false;
	if (v->stage == ASSESS_WALK)
		return assess_reload(v, s, e);
	assess_pair_of(v, right);
	assess_lay_out(v, s);
	return true;
}

static void resize(struct assess_view *v, const struct study *s, const struct msg *m)
{
	v->nrows = m->rows;
	v->cols = m->cols;
	assess_lay_out(v, s);
}

static struct nav update(void *state, struct app *app, const struct msg *m)
{
	struct assess_view *v = state;
	const struct study *s = app_study(app);
	struct err e = { 0 };
	bool ok = true;
	if (m->kind == MSG_ACTION && m->action == CLOSE && v->stage == ASSESS_HOME)
		return (struct nav){ .kind = NAV_CLOSE };
	switch (m->kind) {
	case MSG_OPEN:
		v->topic = m->number;
		v->ascii = app_ascii(app);
		v->cols = 80;
		ok = assess_home(v, s, &e);
		break;
	case MSG_STUDY: ok = reload(v, s, &e); break;
	case MSG_SIZE: resize(v, s, m); break;
	case MSG_ACTION:
		ok = m->action == CLOSE ? assess_home(v, s, &e) : act(v, app, m, &e);
		break;
	case MSG_TEXT: ok = begin(v, app, m->text, &e); break;
	case MSG_GOTO:
	case MSG_TICK:
	case MSG_AWAY:
	case MSG_BACK: return (struct nav){ .kind = NAV_SAME };
	}
	if (!ok)
		app_error(app, &e);
	return (struct nav){ .kind = NAV_STAY };
}

static void draw(const void *state, const struct study *study, struct canvas c, bool focused)
{
	static const char *const none[] = {
		"Here the topics of your tables are gone through one by one.",
		"A topic check is a table in a markdown file of this folder:",
		"",
		"    | Topic | Status | Notes |",
		"    |-------|--------|-------|",
		"    | TCP handshake | [unsure] | |",
	};
	const struct assess_view *v = state;
	if (v->known.ntopic == 0)
		views_empty(c, "No topics yet.", none, (int)LENGTH(none));
	else if (v->stage == ASSESS_WALK)
		assess_draw_walk(v, study, c, focused);
	else
		rows_draw(&v->rows, c, focused, assess_draw_row, v);
}

static unsigned live(const void *state)
{
	const struct assess_view *v = state;
	bool topic = v->stage == ASSESS_PAIR && rows_under(&v->rows)->kind == ASSESS_MOVED;
	return (v->stage == ASSESS_HOME          ? LIVE_HOME
		       : v->stage == ASSESS_WALK ? LIVE_WALK
						 : LIVE_PAIR) |
	       (topic ? LIVE_TOPIC : 0u);
}

static void status(const void *state, const struct study *study, struct buf *out)
{
	const struct assess_view *v = state;
	(void)study;
	if (v->stage != ASSESS_WALK)
		return;
	buf_addf(out, "%.*s: %d rated", STR_ARG(v->round.name), v->round.nanswered);
	if (v->passed)
		buf_addf(out, ", %d passed", v->passed);
}

static void release(void *state)
{
	struct assess_view *v = state;
	arena_release(&v->arena);
	arena_release(&v->run);
	arena_release(&v->detail);
	rows_release(&v->rows);
}

const struct view_ops view_assess = {
	.name = "Assessment",
	.keys = keys,
	.size = sizeof(struct assess_view),
	.update = update,
	.draw = draw,
	.live = live,
	.status = status,
	.close = release,
};
