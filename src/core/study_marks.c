/* study_marks.c - one mark in a user's file and its event in the log: both or neither. */
#include "study_edit.h"

/* At most so many places change for one topic. */
enum { PATCHES = 3 };

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

/* Said again on a later day, or in a round, it is as fresh as if it had changed. */
static bool says_nothing(const struct edit *ed, const struct marking *m, enum level level)
{
	return m->ev.kind == EVENT_LEVEL && level == m->level && m->row.level == level &&
	       m->row.since == ed->s->today && event_id_none(m->ev.ref);
}

/* All topics of one file: their patches, their events. */
struct marks {
	struct marking *m;
	size_t n;
	struct event_id given, lead; /* of the deed; none: the first that is logged leads */
	bool deed;
	struct str *path; /* of the files */
	size_t npath;
};

static bool log_mark(struct edit *ed, struct marks *all, struct marking *m, struct err *e)
{
	bool follows = all->deed && m->ev.kind == EVENT_LEVEL;
	if (follows && !event_id_none(all->lead))
		m->ev.ref = all->lead;
	if (!study_append(ed->s, &m->ev, e))
		return false;
	if (follows && event_id_none(all->lead))
		all->lead = m->ev.id;
	return true;
}

static bool mark_topic(struct edit *ed, const struct topics *t, struct marks *all,
	struct marking *m, struct patch *patch, size_t *n, bool *logged, struct err *e)
{
	const struct topic *topic = find_topic(t, m->row.id);
	if (!topic && m->ev.kind != EVENT_VOID)
		return err_set(e, ERR_STALE,
			"%.*s: changed meanwhile, and this topic is no longer in it; nothing was "
			"written",
			STR_ARG(ed->rel));
	if (topic && says_nothing(ed, m, topic->level))
		return true;
	if (topic && m->ev.kind == EVENT_LEVEL)
		m->ev.text = str_of(level_name(topic->level));
	if (topic)
		*n += (size_t)topics_patch(topic, ed->text, m->level, &patch[*n]);
	*logged = true;
	return log_mark(ed, all, m, e);
}

static bool change_topics(struct edit *ed, void *ctx, struct err *e)
{
	struct marks *all = ctx;
	struct topics t;
	int ignored = 0;
	size_t n = 0;
	bool logged = false;
	struct patch *patch = arena_alloc(&ed->arena, all->n, PATCHES * sizeof *patch);
	if (str_eq(ed->rel, all->path[0]))
		all->lead = all->given; /* perhaps tried again */
	if (!study_topics(ed->s, ed->text, ed->rel, &t, &ed->arena, e))
		return false;
	if (!ed->known && !study_seen_topics(ed->s, &ed->row, &t, &ignored, e))
		return false;
	for (size_t i = 0; i < all->n; i++)
		if (str_eq(all->m[i].row.path, ed->rel) &&
			!mark_topic(ed, &t, all, &all->m[i], patch, &n, &logged, e))
			return false;
	if (!logged)
		return true;
	study_edit_patch(ed, patch, n);
	return put_topics(ed, e);
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

static void add_path(struct marks *all, struct str path)
{
	for (size_t i = 0; i < all->npath; i++)
		if (str_eq(all->path[i], path))
			return;
	all->path[all->npath++] = path;
}

/* Of a topic that is gone only the log is told that its rating does not count. */
static bool find_row(
	struct study *s, struct marks *all, struct marking *m, struct arena *a, struct err *e)
{
	struct err why = { 0 };
	if (catalog_topic(s->store, m->topic, &m->row, a, &why)) {
		add_path(all, m->row.path);
		return true;
	}
	m->row = (struct topic_row){ 0 };
	if (why.kind == ERR_MISSING && m->ev.kind == EVENT_VOID)
		return study_log(s, &m->ev, e);
	return err_set(e, why.kind, "%s", why.text);
}

bool study_mark_topics(
	struct study *s, struct marking *m, size_t n, struct event_id *deed, struct err *e)
{
	struct arena a = { 0 };
	struct marks all = { .m = m, .n = n, .deed = deed != NULL };
	if (deed)
		all.given = all.lead = *deed;
	all.path = arena_alloc(&a, n + 1, sizeof *all.path);
	bool ok = true;
	for (size_t i = 0; ok && i < n; i++)
		ok = find_row(s, &all, &m[i], &a, e);
	ok = ok && study_edit_all(s, all.path, all.npath, change_topics, &all, e);
	if (ok && deed)
		*deed = all.lead;
	arena_release(&a);
	return ok;
}
