/* check.c - knowledge checks: what is asked, one question after the other, and what came out. */
#include <stdarg.h>
#include <stdio.h>

#include "views/check_priv.h"

enum { SECOND_MS = 1000, MOST_MINUTES = 24 * 60 };

enum action {
	BEGIN = ACTION_OWN,
	ANEW,
	MARK,
	ALL,
	REVEAL,
	NEXT,
	SCORE, /* SCORE + index of the button */
	PERCENT = SCORE + CHECK_BUTTONS,
	LATER,
	STOP,
	EDIT,
	ROW,
	LEVELS,
	FLAGS,
	TASKS,
	TOPICS,
	GAPS,
	APPLY,
	LIST,
	AS_DUNNO,
	AS_UNSURE,
	AS_IS,
	NO_TOPIC,
	BACK,
	DOWN,
	UP,
	ASKED, /* prompts: a question of an interview, the deck, */
	DECK,
	QUESTIONS, /* how many, and how long */
	MINUTES,
};

enum live {
	LIVE_HOME = 1,
	LIVE_AREAS = 2,
	LIVE_HIDDEN = 4, /* a question without its answer */
	LIVE_BLIND = 8,
	LIVE_SHOWN = 16,
	LIVE_ASK = 32,
	LIVE_CHECK = 64, /* the result of a check, */
	LIVE_BANK = 128, /* of something else */
	LIVE_OFFER = 256,
	LIVE_LONG = 512,
	LIVE_AFTER = 1024,    /* questions of an interview, */
	LIVE_WRITE = 2048,    /* or the place where they begin */
	LIVE_NO_TOPIC = 8192, /* of such a question */
	LIVE_BARE = 4096,     /* gaps without a topic are spoken of */
	LIVE_LIST = LIVE_HOME | LIVE_AREAS,
};

const struct check_button check_buttons[CHECK_BUTTONS] = {
	{ 0, "nothing" },
	{ 25, "wrong" },
	{ 50, "partly" },
	{ 75, "mostly" },
	{ 100, "right" },
};

static const struct key_row keys[] = {
	{ "Enter", BEGIN, "begin", "Begin, go on where it was, or show what came out", LIVE_LIST },
	{ "e", LIST, "editor", "After an interview: write the questions in your editor, one a line",
		LIVE_WRITE },
	{ "n", ANEW, "anew", "Begin another one, whatever was begun before", LIVE_HOME },
	{ "Space x", MARK, "choose", "Ask this area, or do not", LIVE_AREAS },
	{ "a", ALL, "all", "All areas, or none", LIVE_AREAS },
	{ "Space Enter", REVEAL, "reveal", "Show the answer", LIVE_HIDDEN },
	{ "Space Enter", NEXT, "next", "On to the next question; answers come after the last one",
		LIVE_BLIND },
	{ "0", SCORE, NULL, "0 %: nothing of it", LIVE_SHOWN },
	{ "1", SCORE + 1, NULL, "25 %: wrong, or not known", LIVE_SHOWN },
	{ "2", SCORE + 2, NULL, "50 %: partly, with real gaps", LIVE_SHOWN },
	{ "3", SCORE + 3, NULL, "75 %: mostly, with small gaps", LIVE_SHOWN },
	{ "4", SCORE + 4, "right", "100 %: right and clearly explained", LIVE_SHOWN },
	{ "p %", PERCENT, "percent", "Any other percentage", LIVE_SHOWN },
	{ "s", LATER, "later", "Ask it later, after the others", LIVE_ASK },
	{ "e", EDIT, "edit", "Edit the question in your editor, at its line", LIVE_ASK },
	{ "R", STOP, "result", "What came out so far; the rest can be asked later", LIVE_ASK },
	{ "a", GAPS, "gaps",
		"All that the gaps lead to, in one step: cards for tomorrow, levels, tasks",
		LIVE_CHECK | LIVE_BANK },
	{ "w", ROW, "row", "A row for your own table of checks", LIVE_CHECK },
	{ "l", LEVELS, "levels", "Rate the topics of gaps Dunno, of what is rusty Unsure",
		LIVE_CHECK | LIVE_BANK },
	{ "f", FLAGS, "flag", "Flag the cards of the gaps", LIVE_CHECK | LIVE_BANK },
	{ "t", TASKS, "tasks", "Tasks into the next day of the plan", LIVE_CHECK | LIVE_BANK },
	{ "y", APPLY, "do it", "Do what is shown, and nothing else", LIVE_OFFER },
	{ "d", AS_DUNNO, "dunno", "Rate what the question is about Dunno", LIVE_AFTER },
	{ "u", AS_UNSURE, "unsure", "Rate what it is about Unsure", LIVE_AFTER },
	{ "x", AS_IS, "as it is", "Leave what it is about as it is", LIVE_AFTER },
	{ "d u x", NO_TOPIC, NULL, "Nothing: the question is about none of your topics",
		LIVE_NO_TOPIC },
	{ "q Esc", BACK, "back", "Back; a round that is not finished goes on later", 0 },
	{ "n", TOPICS, "new topics", "Gaps that are about no topic as new topics, rated Dunno",
		LIVE_CHECK | LIVE_BANK | LIVE_BARE },
	{ "j Down", MOTION_DOWN, "move", "Down", 0 },
	{ "k Up", MOTION_UP, NULL, "Up", 0 },
	{ "Space PageDown Ctrl-F", DOWN, "scroll", "A page down", LIVE_LONG },
	{ "PageUp Ctrl-B", UP, NULL, "A page up", 0 },
	{ "g Home", MOTION_FIRST, NULL, "To the beginning", 0 },
	{ "G End", MOTION_LAST, NULL, "To the end", 0 },
	{ 0 },
};

bool check_refuse(struct check_view *v, const char *fmt, ...)
{
	va_list args;
	va_start(args, fmt);
	vsnprintf(v->refused.text, sizeof v->refused.text, fmt, args);
	va_end(args);
	return true;
}

/* ---- back */

static bool to_result(struct check_view *v, const struct study *s, struct err *e)
{
	return v->offer == OFFER_CARDS ? check_load_home(v, s, e) : check_say_result(v, s, e);
}

static bool back(struct check_view *v, struct study *s, bool *close, struct err *e)
{
	*close = v->stage == CHECK_HOME;
	if (*close)
		return true;
	if (!check_pause(v, s, e))
		return false;
	return v->stage == CHECK_OFFER ? to_result(v, s, e) : check_load_home(v, s, e);
}

/* ---- choosing */

static void mark_all(struct check_view *v)
{
	bool all = true;
	for (int i = 0; i < v->narea; i++)
		all = all && v->area[i].chosen;
	for (int i = 0; i < v->narea; i++)
		v->area[i].chosen = !all;
}

static void mark(struct check_view *v)
{
	struct check_area *a = &v->area[v->areas.cursor];
	a->chosen = !a->chosen;
	list_move(&v->areas, MOTION_DOWN, 0);
}

static bool begin(struct check_view *v, struct app *app, bool anew, struct err *e)
{
	struct study *s = app_study(app);
	if (v->stage == CHECK_HOME && v->homes.cursor == HOME_AFTER) {
		buf_clear(&v->questions);
		app_prompt(app, "A question you were asked: ", STR(""), ASKED);
		return true;
	}
	if (v->stage == CHECK_HOME)
		return check_enter(v, app, (enum check_home)v->homes.cursor, anew, e);
	bool some = false;
	for (int i = 0; i < v->narea; i++)
		some = some || v->area[i].chosen;
	if (!some)
		return check_refuse(v, "Choose at least one area with Space.");
	if (v->begun == HOME_MOCK) {
		app_prompt(app, "How many questions: ", STR("10"), QUESTIONS);
		return true;
	}
	if (!check_begin_areas(v, s, 0, 0, e))
		return false;
	app_changed(app, PART_SCHEDULE);
	return true;
}

/* ---- prompts */

static bool number_in(struct str text, int least, int most, int *n, struct err *e)
{
	text = str_trim(text);
	if (str_ends(text, STR("%")))
		text = str_trim(str_slice(text, 0, text.n - 1));
	if (!str_number(&text, n) || text.n || *n < least || *n > most)
		return err_set(e, ERR_INVALID, "Type a number from %d to %d.", least, most);
	return true;
}

static bool ask_deck(struct check_view *v, struct app *app)
{
	if (v->questions.n)
		app_prompt(app,
			"Into which deck: ", v->deck.n ? buf_str(&v->deck) : STR(INTERVIEW_DECK),
			DECK);
	return true;
}

static bool take_question(struct check_view *v, struct app *app, struct str text)
{
	text = str_trim(text);
	if (text.n == 0)
		return ask_deck(v, app);
	buf_add(&v->questions, text);
	buf_addc(&v->questions, '\n');
	app_prompt(app, "The next one (empty: that was all): ", STR(""), ASKED);
	return true;
}

static bool take_deck(struct check_view *v, const struct study *s, struct str text)
{
	text = str_trim(text);
	if (text.n == 0)
		return true;
	buf_clear(&v->deck);
	buf_add(&v->deck, text);
	if (!str_ends(text, STR(".md")))
		buf_add(&v->deck, STR(".md"));
	v->asked.cursor = 0;
	check_show_offer(v, s, OFFER_CARDS);
	return true;
}

static bool score(struct check_view *v, struct app *app, int percent, struct err *e)
{
	if (!check_score(v, app_study(app), percent, e))
		return false;
	app_changed(app, PART_SCHEDULE);
	return true;
}

static bool take_text(struct check_view *v, struct app *app, const struct msg *m, struct err *e)
{
	struct study *s = app_study(app);
	int n;
	switch (m->action) {
	case ASKED: return take_question(v, app, m->text);
	case DECK: return take_deck(v, s, m->text);
	case PERCENT:
		if (v->stage != CHECK_ASK || !v->revealed)
			return true;
		return number_in(m->text, 0, 100, &n, e) && score(v, app, n, e);
	case QUESTIONS:
		if (!number_in(m->text, 1, ROUND_MOST, &v->most, e))
			return false;
		app_prompt(app, "Minutes for all of them (empty: 30, 0: no clock): ", STR(""),
			MINUTES);
		return true;
	default: break;
	}
	struct str minutes = str_trim(m->text).n ? m->text : STR("30");
	if (v->stage != CHECK_AREAS)
		return true;
	return number_in(minutes, 0, MOST_MINUTES, &n, e) && check_begin_areas(v, s, v->most, n, e);
}

/* ---- actions */

static void move(struct check_view *v, int action, int count)
{
	if (v->stage == CHECK_HOME && action >= ACTION_OWN)
		list_scroll(
			&v->lines.list, action == DOWN ? MOTION_PAGE_DOWN : MOTION_PAGE_UP, count);
	else if (v->stage == CHECK_HOME)
		list_move(&v->homes, action, count);
	else if (v->stage == CHECK_OFFER && v->offer == OFFER_CARDS && action < ACTION_OWN)
		list_move(&v->asked, action, count);
	else if (v->stage == CHECK_AREAS)
		list_move(&v->areas,
			action == DOWN ? MOTION_PAGE_DOWN
			: action == UP ? MOTION_PAGE_UP
				       : action,
			count);
	else
		list_scroll(&v->lines.list,
			action == DOWN ? MOTION_PAGE_DOWN
			: action == UP ? MOTION_PAGE_UP
				       : action,
			count);
}

static void edit(const struct check_view *v, struct app *app)
{
	if (v->item.there && v->round.asked[v->at].kind != ASKED_CARD)
		app_edit(app, v->item.topic.path, v->item.topic.line);
	else if (v->item.there)
		app_edit(app, v->item.card.deck, v->item.card.line);
}

static bool apply(struct check_view *v, struct app *app, struct err *e)
{
	return check_do_offer(v, app, e) && to_result(v, app_study(app), e);
}

static bool act(struct check_view *v, struct app *app, const struct msg *m, struct err *e)
{
	struct study *s = app_study(app);
	switch (m->action) {
	case BEGIN:
	case ANEW: return begin(v, app, m->action == ANEW, e);
	case MARK: mark(v); return true;
	case ALL: mark_all(v); return true;
	case REVEAL:
		check_reveal(v);
		check_lay_out(v, s);
		return true;
	case NEXT: return check_next(v, s, e);
	case PERCENT: app_prompt(app, "Percent: ", STR(""), PERCENT); return true;
	case LATER: return check_later(v, s, e);
	case STOP: return check_pause(v, s, e) && check_say_result(v, s, e);
	case EDIT: edit(v, app); return true;
	case ROW: check_show_offer(v, s, OFFER_ROW); return true;
	case LEVELS: check_show_offer(v, s, OFFER_LEVELS); return true;
	case FLAGS: check_show_offer(v, s, OFFER_FLAGS); return true;
	case TASKS: check_show_offer(v, s, OFFER_TASKS); return true;
	case TOPICS: check_show_offer(v, s, OFFER_TOPICS); return true;
	case GAPS: check_show_offer(v, s, OFFER_ALL); return true;
	case LIST: return check_edit_after(v, app, e);
	case AS_DUNNO: check_rate_after(v, s, LEVEL_DUNNO); return true;
	case AS_UNSURE: check_rate_after(v, s, LEVEL_UNSURE); return true;
	case AS_IS: check_rate_after(v, s, LEVEL_NONE); return true;
	case NO_TOPIC: return check_refuse(v, "That question is about none of your topics.");
	case APPLY: return apply(v, app, e);
	default: break;
	}
	if (m->action >= SCORE && m->action < SCORE + CHECK_BUTTONS)
		return score(v, app, check_buttons[m->action - SCORE].percent, e);
	move(v, m->action, m->count);
	return true;
}

/* ---- messages */

static bool resize(struct check_view *v, const struct study *s, const struct msg *m, struct err *e)
{
	v->rows = m->rows;
	v->cols = m->cols;
	int page = m->rows > 3 ? m->rows - 2 : 1;
	list_resize(&v->areas, v->areas.n, page);
	switch (v->stage) {
	case CHECK_ASK: check_lay_out(v, s); return true;
	case CHECK_RESULT: return check_say_result(v, s, e);
	case CHECK_OFFER: check_show_offer(v, s, v->offer); return true;
	default: break;
	}
	return v->stage != CHECK_HOME || check_say_home(v, s, e);
}

static bool reload(struct check_view *v, const struct study *s, struct err *e)
{
	if (v->stage == CHECK_HOME)
		return check_load_home(v, s, e);
	if (v->stage == CHECK_ASK || v->stage == CHECK_RESULT)
		return check_reload(v, s, e);
	if (v->stage == CHECK_OFFER)
		check_show_offer(v, s, v->offer);
	return true;
}

static bool tell(struct check_view *v, struct app *app, const struct msg *m, struct err *e)
{
	struct study *s = app_study(app);
	switch (m->kind) {
	case MSG_OPEN:
		v->id = (uint64_t)m->number;
		v->ascii = app_ascii(app);
		if (!check_load_home(v, s, e))
			return false;
		return m->text.n == 0 || check_enter(v, app, HOME_DAILY, false, e);
	case MSG_SIZE: return resize(v, s, m, e);
	case MSG_STUDY: return reload(v, s, e);
	case MSG_ACTION: return act(v, app, m, e);
	case MSG_TEXT: return take_text(v, app, m, e);
	case MSG_TICK: return v->drafting ? check_take_draft(v, app, s, e) : check_tick(v, s, e);
	case MSG_AWAY:
	case MSG_BACK: watch_away(&v->watch, m->kind == MSG_AWAY); return true;
	case MSG_GOTO: break;
	}
	return true;
}

static struct nav update(void *state, struct app *app, const struct msg *m)
{
	struct check_view *v = state;
	struct err e = { 0 };
	bool close = false, ok;
	if (m->kind == MSG_ACTION && m->action == BACK)
		ok = back(v, app_study(app), &close, &e);
	else
		ok = tell(v, app, m, &e);
	if (!ok)
		app_error(app, &e);
	else if (v->refused.text[0])
		app_toast(app, TOAST_INFO, "%s", v->refused.text);
	v->refused = (struct err){ 0 };
	return (struct nav){ .kind = close ? NAV_CLOSE : NAV_STAY };
}

static void draw(const void *state, const struct study *study, struct canvas c, bool focused)
{
	check_draw(state, study, c, focused);
}

static unsigned live(const void *state)
{
	const struct check_view *v = state;
	bool longer = v->lines.list.n > v->lines.list.page;
	switch (v->stage) {
	case CHECK_HOME:
		return LIVE_HOME | (longer ? LIVE_LONG : 0u) |
		       (v->homes.cursor == HOME_AFTER ? LIVE_WRITE : 0u);
	case CHECK_AREAS: return LIVE_AREAS;
	case CHECK_ASK:
		if (check_is_blind(v))
			return LIVE_BLIND | LIVE_ASK;
		return (v->revealed ? LIVE_SHOWN | (longer ? LIVE_LONG : 0u) : LIVE_HIDDEN) |
		       LIVE_ASK;
	case CHECK_RESULT:
		return (v->round.nanswered == 0               ? 0u
			       : v->round.kind == ROUND_CHECK ? LIVE_CHECK
							      : LIVE_BANK) |
		       (longer ? LIVE_LONG : 0u);
	case CHECK_OFFER:
		return (v->can ? LIVE_OFFER : 0u) |
		       (v->nbare && v->offer != OFFER_TOPICS ? LIVE_BARE : 0u) |
		       (longer ? LIVE_LONG : 0u) | (v->offer == OFFER_CARDS ? LIVE_WRITE : 0u) |
		       (v->offer != OFFER_CARDS    ? 0u
			       : check_can_rate(v) ? LIVE_AFTER
						   : LIVE_NO_TOPIC);
	}
	return 0;
}

static int wake_ms(const void *state)
{
	const struct check_view *v = state;
	if (v->drafting)
		return 0;
	return v->stage == CHECK_ASK && check_is_blind(v) && v->round.minutes ? SECOND_MS : -1;
}

static void status(const void *state, const struct study *study, struct buf *out)
{
	const struct check_view *v = state;
	(void)study;
	if (v->stage == CHECK_ASK)
		buf_addf(out, "%s", check_round_title(v->round.kind));
}

static void release(void *state)
{
	struct check_view *v = state;
	check_release_run(v);
	arena_release(&v->arena);
	arena_release(&v->run);
	arena_release(&v->page);
	arena_release(&v->offer_arena);
	buf_release(&v->questions);
	buf_release(&v->deck);
}

const struct view_ops view_check = {
	.name = "Knowledge check",
	.keys = keys,
	.size = sizeof(struct check_view),
	.update = update,
	.draw = draw,
	.live = live,
	.status = status,
	.wake_ms = wake_ms,
	.close = release,
};
