/* study_marks.c - one mark in a user's file and its event in the log: both or neither. */
#include "study_edit.h"

/* The item, if it is the only one with its id. */
static const struct plan_item *find_item(const struct plan *p, uint64_t id)
{
	const struct plan_item *found = NULL;
	for (int i = 0; i < p->nitem; i++) {
		if (p->item[i].id != id)
			continue;
		if (found)
			return NULL;
		found = &p->item[i];
	}
	return found;
}

static const struct topic *find_topic(const struct topics *t, int64_t id)
{
	const struct topic *found = NULL;
	for (int i = 0; i < t->ntopic; i++) {
		if ((int64_t)t->topic[i].id != id)
			continue;
		if (found)
			return NULL;
		found = &t->topic[i];
	}
	return found;
}

/* The patch of one box, if its mark changes; the letter that was there goes into the event. */
static size_t tick_patch(
	const struct edit *ed, const struct plan_item *item, struct tick *t, struct patch *out)
{
	if (item->done == t->done || !item->boxed)
		return 0;
	char letter = t->letter ? t->letter : ed->s->state->tick;
	if (t->ev.kind == EVENT_TICK)
		t->ev.text = str_trim(str_slice(ed->text, item->box, item->box + 1));
	struct str mark = !t->done ? STR(" ") : letter == 'X' ? STR("X") : STR("x");
	*out = (struct patch){ item->box, 1, mark };
	return 1;
}

/* Of a task without a box: it is done because it was ticked in hone, not because its line says so. */
static bool unticks(struct edit *ed, const struct plan_item *item, struct err *e)
{
	bool ticked;
	if (!study_seen_log(ed->s, item->id, &ticked, e))
		return false;
	return ticked || err_set(e, ERR_INVALID,
				 "%.*s, line %d: says itself that it is done; change it in your "
				 "editor",
				 STR_ARG(ed->rel), item->line);
}

/* The first TICK that is logged leads those after it. */
static bool log_tick(struct edit *ed, const struct plan_item *item, struct tick *t,
	struct event_id *lead, struct err *e)
{
	bool tick = t->ev.kind == EVENT_TICK;
	if (tick && item->done == t->done)
		return true;
	if (tick && !t->done && !item->boxed && !unticks(ed, item, e))
		return false;
	if (tick)
		t->ev.ref = *lead;
	if (!study_append(ed->s, &t->ev, e))
		return false;
	if (tick && event_id_none(*lead))
		*lead = t->ev.id;
	return !item || !item->boxed || study_seen_item(ed->s, t->item, t->done, e);
}

static bool mark_ticks(
	struct edit *ed, const struct plan *plan, struct tick *tick, size_t n, struct err *e)
{
	struct patch *patch = arena_alloc(&ed->arena, n, sizeof *patch);
	struct event_id lead = { 0 };
	size_t np = 0;
	for (size_t i = 0; i < n; i++) {
		const struct plan_item *item = find_item(plan, tick[i].item);
		if (!item && tick[i].ev.kind != EVENT_VOID)
			return err_set(e, ERR_STALE,
				"%.*s: changed meanwhile, and this task is no longer in it; "
				"nothing was written",
				STR_ARG(ed->rel));
		if (item)
			np += tick_patch(ed, item, &tick[i], &patch[np]);
		if (!log_tick(ed, item, &tick[i], &lead, e))
			return false;
	}
	if (np)
		study_edit_patch(ed, patch, np);
	return study_edit_write(ed, e);
}

struct ticks {
	struct tick *tick;
	size_t n;
};

static bool change_ticks(struct edit *ed, void *ctx, struct err *e)
{
	struct ticks *t = ctx;
	struct plan plan;
	return study_edit_plan(ed, &plan, e) && mark_ticks(ed, &plan, t->tick, t->n, e);
}

/* One past the last item that stands below item `root`. */
static int tree_end(const struct plan *p, int root)
{
	int end = root + 1;
	while (end < p->nitem && p->item[end].parent >= root)
		end++;
	return end;
}

struct tree {
	uint64_t item;
	bool done;
};

static bool change_tree(struct edit *ed, void *ctx, struct err *e)
{
	const struct tree *t = ctx;
	struct plan plan;
	if (!study_edit_plan(ed, &plan, e))
		return false;
	const struct plan_item *item = find_item(&plan, t->item);
	int root = item ? (int)(item - plan.item) : 0;
	int end = item ? tree_end(&plan, root) : 1;
	struct tick *tick = arena_alloc(&ed->arena, (size_t)(end - root), sizeof *tick);
	for (int i = root; i < end; i++) {
		uint64_t id = item ? plan.item[i].id : t->item;
		struct event ev = { .kind = EVENT_TICK, .subject = (int64_t)id, .value = t->done };
		tick[i - root] = (struct tick){ .item = id, .done = t->done, .ev = ev };
	}
	return mark_ticks(ed, &plan, tick, (size_t)(end - root), e);
}

/* Topics of the file as it is after the change. */
static bool put_topics(struct edit *ed, struct err *e)
{
	size_t bom = ed->was.n - ed->text.n;
	struct str text = str_slice(buf_str(&ed->now), bom, ed->now.n);
	struct topics t;
	return study_topics(ed->s, text, ed->rel, &t, &ed->arena, e) &&
	       catalog_put_topics(ed->s->store, ed->row.id, &t, e);
}

static bool mark_topic(struct edit *ed, const struct topic_row *row, enum level level,
	struct event *ev, struct err *e)
{
	struct study *s = ed->s;
	struct topics t;
	struct sync_report ignored = { 0 };
	if (!study_topics(s, ed->text, ed->rel, &t, &ed->arena, e))
		return false;
	if (!ed->known && !study_seen_topics(s, &ed->row, &t, &ignored, e))
		return false;
	const struct topic *topic = find_topic(&t, row->id);
	if (!topic && ev->kind == EVENT_VOID)
		return study_append(s, ev, e);
	if (!topic)
		return err_set(e, ERR_STALE,
			"%.*s: changed meanwhile, and this topic is no longer in it; nothing was "
			"written",
			STR_ARG(ed->rel));
	if (ev->kind == EVENT_LEVEL) {
		/* Said again on a later day, or in a round, it is as fresh as if it had changed. */
		if (topic->level == level && row->level == level && row->since == s->today &&
			event_id_none(ev->ref))
			return true;
		ev->text = str_of(level_name(topic->level));
	}
	struct patch patch[3];
	int n = topics_patch(topic, ed->text, level, patch);
	study_edit_patch(ed, patch, (size_t)n);
	return study_append(s, ev, e) && put_topics(ed, e) && study_edit_write(ed, e);
}

/* Without a plan only what is taken back can be logged. */
static bool no_plan(struct study *s, struct tick *tick, size_t n, struct err *e)
{
	if (n == 0 || tick->ev.kind != EVENT_VOID)
		return err_set(e, ERR_MISSING, "%s: this study has no plan", s->name);
	if (!store_begin(s->store, e))
		return false;
	bool ok = true;
	for (size_t i = 0; ok && i < n; i++)
		ok = study_append(s, &tick[i].ev, e);
	if (ok && store_commit(s->store, e))
		return true;
	store_rollback(s->store);
	return false;
}

bool study_mark_items(struct study *s, struct tick *tick, size_t n, struct err *e)
{
	if (s->plan_path.n == 0)
		return no_plan(s, tick, n, e);
	return study_edit(s, s->plan_path, change_ticks, &(struct ticks){ tick, n }, e);
}

bool study_mark_tree(struct study *s, uint64_t item, bool done, struct err *e)
{
	if (s->plan_path.n == 0)
		return no_plan(s, NULL, 0, e);
	return study_edit(s, s->plan_path, change_tree, &(struct tree){ item, done }, e);
}

struct rating {
	struct topic_row row;
	enum level level;
	struct event *ev;
};

static bool change_topic(struct edit *ed, void *ctx, struct err *e)
{
	struct rating *r = ctx;
	return mark_topic(ed, &r->row, r->level, r->ev, e);
}

bool study_mark_topic(
	struct study *s, int64_t topic, enum level level, struct event *ev, struct err *e)
{
	struct arena a = { 0 };
	struct rating r = { .level = level, .ev = ev };
	struct err why = { 0 };
	bool ok = catalog_topic(s->store, topic, &r.row, &a, &why);
	if (ok)
		ok = study_edit(s, r.row.path, change_topic, &r, e);
	else if (why.kind == ERR_MISSING && ev->kind == EVENT_VOID)
		ok = study_log(s, ev, e);
	else
		err_set(e, why.kind, "%s", why.text);
	arena_release(&a);
	return ok;
}
