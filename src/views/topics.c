/* topics.c - what the user knows, is unsure of and does not know, topic by topic. */
#include <stdlib.h>
#include <string.h>

#include "hone/belong.h"
#include "views/topics_priv.h"

/* What the log says is asked when nothing was typed for so long; of a long log that takes a while, so after an
 * answer, which changes little, later. */
enum { IDLE_MS = 300, LATER_MS = 3000 };

enum action {
	KNOW = ACTION_OWN,
	UNSURE,
	DUNNO,
	NEXT_AREA,
	PREVIOUS_AREA,
	READINESS,
	ROUNDS,
	JOINS,
	SHEET,
	DOUBTS,
	MATRIX,
	ENTER,
	EDIT,
	CARD,
	MARK,
	MARK_TO,
	LET_GO,
};

enum live { LIVE_LIST = 1, LIVE_MATRIX = 2, LIVE_MARKED = 4 };

static const struct key_row keys[] = {
	{ "k", KNOW, "know", "Rate the topic Know: can explain it", LIVE_LIST },
	{ "u", UNSURE, "unsure", "Rate the topic Unsure: heard of it, needs review", LIVE_LIST },
	{ "d", DUNNO, "dunno", "Rate the topic Dunno: cannot explain it", LIVE_LIST },
	{ "m", MARK, "choose",
		"Choose this topic, or do not: those that are chosen are rated together",
		LIVE_LIST },
	{ "v", MARK_TO, "to here", "Choose all from the topic that was chosen last to this one",
		LIVE_MARKED },
	{ "M Esc", LET_GO, "let go", "Let go of all that are chosen", LIVE_MARKED },
	{ "r", ROUNDS, "rounds", "Go through the topics one by one; rounds of ratings side by side",
		0 },
	{ "e", EDIT, "edit", "Add topics; reword, split or weigh this one, in your file", 0 },
	{ "c", CARD, "card", "A new card to explain the topic, in a deck", LIVE_LIST },
	{ "a", MATRIX, "areas", "Area by area, or the topics again", 0 },
	{ "Enter", ENTER, "topics", "The topics of this area", LIVE_MATRIX },
	{ "R", READINESS, "readiness",
		"Readiness: by area, over time, what raises it, what you say too high or low", 0 },
	{ "s", SHEET, NULL, "The section of a sheet that is about the topic", LIVE_LIST },
	{ "J", JOINS, NULL, "Cards that may be about a topic: say so, or not", 0 },
	{ "D", DOUBTS, NULL, "New topics and cards that may be old ones reworded", 0 },
	{ "j Down Space", MOTION_DOWN, "next", "The next one", 0 },
	{ "Up Backspace", MOTION_UP, "back", "The one before", 0 },
	{ "] Right", NEXT_AREA, "area", "Next area", 0 },
	{ "[ Left", PREVIOUS_AREA, NULL, "Previous area", 0 },
	{ "PageDown Ctrl-F", MOTION_PAGE_DOWN, NULL, "A page down", LIVE_LIST },
	{ "PageUp Ctrl-B", MOTION_PAGE_UP, NULL, "A page up", LIVE_LIST },
	{ "g Home", MOTION_FIRST, NULL, "To the first topic", 0 },
	{ "G End", MOTION_LAST, NULL, "To the last topic", 0 },
	{ 0 },
};

/* ---- what is known */

int topics_area(const struct topics_view *v, int topic)
{
	return topic < v->coverage.ntopic ? v->area[topic] : 0;
}

/* The files may have changed since: then the topic stands elsewhere, or is not known yet. */
const struct readiness_topic *topics_known(const struct topics_view *v, int topic)
{
	const struct readiness *r = &v->known;
	int64_t id = v->coverage.topic[topic].id;
	if (topic < r->ntopic && r->topic[topic].topic->id == id)
		return &r->topic[topic];
	for (int i = 0; i < r->ntopic; i++)
		if (r->topic[i].topic->id == id)
			return &r->topic[i];
	return NULL;
}

bool topics_to_ask(const struct topics_view *v, int topic)
{
	const struct readiness_topic *k = topics_known(v, topic);
	return k && topic_age_now(&v->coverage.topic[topic], k, v->known.today) != AGE_FRESH;
}

const struct readiness_area *topics_known_area(const struct topics_view *v, int area)
{
	const struct coverage_area *a = &v->coverage.area[area];
	const struct readiness *r = &v->known;
	for (int i = 0; i < r->narea; i++)
		if (str_eq(r->area[i].path, a->path) && str_eq(r->area[i].number, a->number) &&
			str_eq(r->area[i].name, a->name))
			return &r->area[i];
	return NULL;
}

static void say_summary(struct topics_view *v)
{
	struct coverage_count n = v->coverage.count;
	struct buf b = { 0 };
	if (n.total)
		buf_addf(&b, "%d know · %d unsure · %d dunno  %d%%", n.know, n.unsure, n.dunno,
			coverage_percent(n));
	if (v->due > 0)
		buf_addf(&b, " · %d to ask", v->due);
	v->summary = arena_str(&v->arena, buf_str(&b));
	buf_release(&b);
}

static void say(struct topics_view *v)
{
	const struct coverage *c = &v->coverage;
	struct buf b = { 0 };
	v->percent = arena_alloc(&v->arena, (size_t)c->narea + 1, sizeof *v->percent);
	v->gap = arena_alloc(&v->arena, (size_t)c->ntopic + 1, sizeof *v->gap);
	for (int i = 0; i < c->narea; i++)
		v->percent[i] = arena_printf(&v->arena, "%d%%", coverage_percent(c->area[i].count));
	v->any_gap = false;
	for (int i = 0; i < c->ntopic; i++) {
		buf_clear(&b);
		assess_gaps(c->topic[i].notes, &b);
		v->gap[i] = b.n ? arena_str(&v->arena, buf_str(&b)) : (struct str){ 0 };
		v->any_gap = v->any_gap || b.n;
	}
	buf_release(&b);
	say_summary(v);
}

/* A topic that is not known and has no card: that gap is one key away from being filled. */
static bool is_gap(const struct topics_view *v)
{
	if (v->list.n == 0)
		return false;
	enum level level = v->coverage.topic[v->list.cursor].level;
	const struct readiness_topic *k = topics_known(v, v->list.cursor);
	return (level == LEVEL_UNSURE || level == LEVEL_DUNNO) && k && k->cards == 0;
}

static void offer_card(struct topics_view *v)
{
	for (int i = 0; i < v->nfact; i++)
		if (strcmp(v->fact[i].name, "cards") == 0)
			v->fact[i] = (struct topic_fact){ "cards",
				STR("none: c writes one to explain it"), ROLE_UNSURE };
}

/* What stands below the list. */
static bool detail(struct topics_view *v, const struct study *s, struct err *e)
{
	v->nfact = 0;
	arena_clear(&v->detail);
	if (v->list.n == 0 || topics_detail_rows(v->rows) == 0)
		return true;
	if (!topic_facts(s, &v->coverage.topic[v->list.cursor], topics_known(v, v->list.cursor),
		    v->fact, &v->nfact, &v->detail, e))
		return false;
	if (is_gap(v))
		offer_card(v);
	return true;
}

/* What is no longer in the files cannot be rated. */
static void forget_gone(struct topics_view *v)
{
	for (size_t i = v->marked.n; i > 0; i--) {
		int64_t id = v->marked.id[i - 1];
		bool there = false;
		for (int k = 0; k < v->coverage.ntopic && !there; k++)
			there = v->coverage.topic[k].id == id;
		if (!there)
			marked_turn(&v->marked, id);
	}
}

static bool load(struct topics_view *v, const struct study *s, struct err *e)
{
	struct arena fresh = { 0 };
	struct coverage c;
	if (!coverage_load(s, &c, &fresh, e)) {
		arena_release(&fresh);
		return false;
	}
	arena_release(&v->arena);
	v->arena = fresh;
	v->coverage = c;
	v->area = arena_alloc(&v->arena, (size_t)c.ntopic + 1, sizeof *v->area);
	for (int i = 0; i < c.narea; i++)
		for (int j = 0; j < c.area[i].ntopic; j++)
			v->area[c.area[i].first + j] = i;
	list_resize(&v->list, c.ntopic, v->list.page);
	forget_gone(v);
	say(v);
	return detail(v, s, e);
}

static bool load_known(struct topics_view *v, const struct study *s, struct err *e)
{
	struct arena fresh = { 0 };
	struct readiness r;
	v->asked = true; /* also where it fails: not again and again */
	if (!readiness_load(s, &r, &fresh, e)) {
		arena_release(&fresh);
		return false;
	}
	arena_release(&v->known_arena);
	v->known_arena = fresh;
	v->known = r;
	v->due = 0;
	v->any_cards = v->any_recall = false;
	for (int i = 0; i < r.ntopic; i++) {
		v->due += readiness_age(&r.topic[i], r.today) != AGE_FRESH;
		v->any_cards = v->any_cards || r.topic[i].cards;
		v->any_recall = v->any_recall || r.topic[i].recall.n;
	}
	say_summary(v);
	return detail(v, s, e);
}

/* ---- what the keys do */

/* One deed, which one undo takes back. */
static bool rate_marked(struct topics_view *v, struct app *app, enum level level, struct err *e)
{
	struct study *s = app_study(app);
	struct event_id deed = { 0 };
	int n = (int)v->marked.n;
	struct rating *r = xcalloc(v->marked.n, sizeof *r);
	for (int i = 0; i < n; i++)
		r[i] = (struct rating){ v->marked.id[i], level };
	bool ok = study_rate_all(s, r, v->marked.n, &deed, e);
	free(r);
	if (!ok || !load(v, s, e))
		return false;
	marked_clear(&v->marked);
	v->asked = false; /* what is to be asked again is counted anew */
	app_changed(app, PART_TOPICS | PART_FILES);
	app_toast(app, TOAST_INFO, "%d topic%s rated %s; one U takes that back.", n,
		n == 1 ? "" : "s", level_name(level));
	return true;
}

/* Rows between the one that was chosen last and the cursor. */
static void mark_to(struct topics_view *v)
{
	int64_t last = marked_last(&v->marked);
	int from = v->list.cursor, to = from;
	for (int i = 0; i < v->list.n; i++)
		if (v->coverage.topic[i].id == last)
			from = i;
	for (int i = from; i != to; i += from < to ? 1 : -1)
		marked_add(&v->marked, v->coverage.topic[i].id);
	if (v->list.n)
		marked_add(&v->marked, v->coverage.topic[to].id);
}

static void mark(struct topics_view *v)
{
	if (v->list.n == 0)
		return;
	marked_turn(&v->marked, v->coverage.topic[v->list.cursor].id);
	list_move(&v->list, MOTION_DOWN, 0);
}

static bool rate(struct topics_view *v, struct app *app, enum level level, struct err *e)
{
	if (v->list.n == 0)
		return true;
	if (v->marked.n)
		return rate_marked(v, app, level, e);
	struct study *s = app_study(app);
	const struct readiness_topic *k = topics_known(v, v->list.cursor);
	if (!study_rate(s, v->coverage.topic[v->list.cursor].id, level, e))
		return false;
	/* Nothing else of what is known changes. */
	if (k && v->due > 0 && topics_to_ask(v, v->list.cursor))
		v->due--;
	if (!load(v, s, e))
		return false;
	app_changed(app, PART_TOPICS | PART_FILES);
	list_move(&v->list, MOTION_DOWN, 0);
	return true;
}

static void go_area(struct topics_view *v, int step)
{
	int area = topics_area(v, v->list.cursor);
	const struct coverage_area *a = v->coverage.area;
	if (step < 0 && v->list.n && v->list.cursor > a[area].first && !v->matrix)
		step = 0; /* first to the beginning of this one */
	area += step;
	if (area < 0 || area >= v->coverage.narea)
		return;
	/* The area as a whole, as far as it fits. */
	list_show(&v->list, a[area].first + a[area].ntopic - 1);
	list_show(&v->list, a[area].first);
}

/* The topic of that id, its area as a whole as far as it fits. */
static void go_topic(struct topics_view *v, int64_t id)
{
	for (int i = 0; i < v->list.n; i++) {
		const struct coverage_area *a = &v->coverage.area[topics_area(v, i)];
		if (v->coverage.topic[i].id != id)
			continue;
		list_show(&v->list, a->first + a->ntopic - 1);
		list_show(&v->list, a->first);
		list_show(&v->list, i);
		v->matrix = false;
		return;
	}
}

static void move(struct topics_view *v, int action, int count)
{
	if (v->matrix && (action == MOTION_DOWN || action == MOTION_UP))
		go_area(v, action == MOTION_DOWN ? 1 : -1);
	else
		list_move(&v->list, action, count);
}

static int64_t under(const struct topics_view *v)
{
	return v->list.n ? v->coverage.topic[v->list.cursor].id : 0;
}

static bool open_sheet(struct topics_view *v, struct app *app, struct err *e)
{
	struct buf where = { 0 };
	if (v->list.n == 0)
		return true;
	bool ok = belong_topic(app_study(app), &v->coverage.topic[v->list.cursor], &where, e);
	if (ok && where.n)
		app_goto(app, PANE_SHEET, buf_str(&where), 0);
	else if (ok)
		app_toast(app, TOAST_INFO, "No sheet has a section about this topic.");
	buf_release(&where);
	return ok;
}

static bool act(struct topics_view *v, struct app *app, const struct msg *m, struct err *e)
{
	switch (m->action) {
	case KNOW: return rate(v, app, LEVEL_KNOW, e);
	case UNSURE: return rate(v, app, LEVEL_UNSURE, e);
	case DUNNO: return rate(v, app, LEVEL_DUNNO, e);
	case READINESS: app_open(app, &view_readiness, STR(""), 0); return true;
	case ROUNDS: app_open(app, &view_assess, STR(""), under(v)); return true;
	case EDIT: app_open(app, &view_inventory, STR(""), under(v)); return true;
	case CARD:
		if (v->list.n)
			app_open(app, &view_newcard, STR(""), under(v));
		return true;
	case JOINS: app_open(app, &view_joins, STR("card-topic"), under(v)); return true;
	case MARK: mark(v); return true;
	case MARK_TO: mark_to(v); return true;
	case LET_GO: marked_clear(&v->marked); return true;
	case DOUBTS: app_open(app, &view_doubts, STR(""), 0); return true;
	case SHEET: return open_sheet(v, app, e);
	case ENTER:
	case MATRIX: v->matrix = !v->matrix && v->list.n; return true;
	case NEXT_AREA: go_area(v, 1); return true;
	case PREVIOUS_AREA: go_area(v, -1); return true;
	default: move(v, m->action, m->count); return true;
	}
}

/* ---- messages */

static void resize(struct topics_view *v, const struct msg *m)
{
	int rows = m->rows - TOPICS_HEAD_ROWS - topics_detail_rows(m->rows);
	v->rows = m->rows;
	v->cols = m->cols;
	list_resize(&v->list, v->list.n, rows > 1 ? rows : 1);
}

/* What follows the cursor: its rows and what is said of the topic, but for the rows between them. */
static struct nav moved(struct topics_view *v, const struct list *before)
{
	struct nav nav = { .kind = NAV_ROWS };
	int detail = topics_detail_rows(v->rows);
	if (v->matrix || topics_area(v, before->cursor) != topics_area(v, v->list.cursor))
		return (struct nav){ .kind = NAV_STAY };
	list_changed(before, &v->list, &nav.from, &nav.to);
	nav.from += TOPICS_HEAD_ROWS;
	nav.to += TOPICS_HEAD_ROWS;
	if (detail == 0)
		return nav;
	nav.keep_from = nav.to;
	nav.keep_to = v->rows - detail;
	nav.to = v->rows;
	return nav;
}

static bool tell(struct topics_view *v, struct app *app, const struct msg *m, struct err *e)
{
	struct study *s = app_study(app);
	switch (m->kind) {
	case MSG_SIZE: resize(v, m); break;
	case MSG_STUDY:
		v->wait = m->parts == PART_SCHEDULE ? LATER_MS : IDLE_MS;
		v->asked = false;
		return !(m->parts & PART_TOPICS) || load(v, s, e);
	case MSG_OPEN:
		v->due = -1;
		v->wait = IDLE_MS;
		return load(v, s, e);
	case MSG_ACTION:
		if (!act(v, app, m, e))
			return false;
		break;
	case MSG_GOTO: go_topic(v, m->number); break;
	case MSG_TICK: return v->asked || load_known(v, s, e);
	case MSG_TEXT:
	case MSG_AWAY:
	case MSG_BACK: break;
	}
	return detail(v, s, e);
}

static struct nav update(void *state, struct app *app, const struct msg *m)
{
	struct topics_view *v = state;
	struct list before = v->list;
	struct err e = { 0 };
	bool idle = m->kind == MSG_TICK && v->asked;
	bool other = m->kind == MSG_STUDY && !(m->parts & PART_TOPICS);
	if (!tell(v, app, m, &e))
		app_error(app, &e);
	if (idle || other || m->kind >= MSG_AWAY)
		return (struct nav){ .kind = NAV_SAME };
	if (m->kind == MSG_ACTION && m->action < ACTION_OWN && v->list.n)
		return moved(v, &before);
	return (struct nav){ .kind = NAV_STAY };
}

static int wake_ms(const void *state)
{
	const struct topics_view *v = state;
	return v->asked || v->list.n == 0 ? -1 : v->wait;
}

static void draw(const void *state, const struct study *study, struct canvas c, bool focused)
{
	static const char *const none[] = {
		"A topic check is a table in a markdown file of this folder:",
		"",
		"    ## Area 1: Networks",
		"    | Topic | Status | Notes |",
		"    |-------|--------|-------|",
		"    | TCP handshake | [unsure] | |",
		"",
		"or a list of boxes below a heading such as \"Topics\". e writes one for you.",
		"Rate each topic here with k (know), u (unsure) or d (dunno).",
	};
	const struct topics_view *v = state;
	if (v->list.n == 0)
		views_empty(c, "No topics yet.", none, (int)LENGTH(none));
	else
		topics_draw(v, study, c, focused);
}

static unsigned live(const void *state)
{
	const struct topics_view *v = state;
	return v->matrix ? LIVE_MATRIX : LIVE_LIST | (v->marked.n ? LIVE_MARKED : 0u);
}

static void status(const void *state, const struct study *study, struct buf *out)
{
	const struct topics_view *v = state;
	(void)study;
	if (v->marked.n)
		buf_addf(out, "%zu chosen · ", v->marked.n);
	buf_add(out, v->summary);
}

static void release(void *state)
{
	struct topics_view *v = state;
	arena_release(&v->arena);
	arena_release(&v->known_arena);
	arena_release(&v->detail);
	marked_release(&v->marked);
}

const struct view_ops view_topics = {
	.name = "Topics",
	.keys = keys,
	.size = sizeof(struct topics_view),
	.update = update,
	.draw = draw,
	.live = live,
	.status = status,
	.wake_ms = wake_ms,
	.close = release,
};
