/* study_rate.c - marks of topics in the user's files and their events in the log: all of them or none. */
#include <inttypes.h>
#include <stdlib.h>

#include "study_edit.h"

/* At most so many places change for one topic. */
enum { PATCHES = 3 };

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

/* Topics of the file as it is after the change. */
static bool put_topics(struct edit *ed, struct err *e)
{
	size_t bom = ed->was.n - ed->text.n;
	struct str text = str_slice(buf_str(&ed->now), bom, ed->now.n);
	struct topics t;
	return study_topics(ed->s, text, ed->rel, &t, &ed->arena, e) &&
	       catalog_put_topics(ed->s->store, ed->row.id, &t, e);
}

/*
 * The same key again, with nothing done between. Said again on a later day, in a round or after an answer, it is as
 * fresh as if it had changed.
 */
static bool says_nothing(
	struct edit *ed, const struct marking *m, enum level level, bool *is, struct err *e)
{
	struct event last;
	bool found;
	*is = m->ev.kind == EVENT_LEVEL && level == m->level && m->row.level == level &&
	      m->row.since == ed->s->today && event_id_none(m->ev.ref);
	if (!*is)
		return true;
	if (!store_undoable(ed->s->store, &last, &found, &ed->arena, e))
		return false;
	*is = found && last.kind == EVENT_LEVEL && last.subject == m->ev.subject;
	return true;
}

/* All topics of one file: their patches, their events. */
struct marks {
	struct marking *m;
	size_t n;
	struct event_id given, lead; /* of the deed; none: the first that is logged leads */
	bool deed;
	struct str *path; /* of the files */
	size_t npath;
	struct str intent; /* what the setting "rating" must say; empty: nothing */
	bool again;        /* the rest of what a program that was killed began */
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
	bool nothing = false;
	if (topic && !all->again && !says_nothing(ed, m, topic->level, &nothing, e))
		return false;
	if (nothing)
		return true;
	if (topic && m->ev.kind == EVENT_LEVEL)
		m->ev.text = str_of(level_name(all->again ? m->was : topic->level));
	if (topic)
		*n += (size_t)topics_patch(topic, ed->text, m->level, &patch[*n]);
	*logged = true;
	return log_mark(ed, all, m, e);
}

/* Perhaps tried again. What was to be done is no longer, once it is. */
static bool first_file(struct edit *ed, struct marks *all, struct err *e)
{
	struct store *store = ed->s->store;
	struct str text;
	all->lead = all->given;
	if (all->intent.n == 0)
		return true;
	if (!store_setting(store, "rating", (struct str){ 0 }, &text, &ed->arena, e))
		return false;
	if (!str_eq(text, all->intent))
		return err_set(e, ERR_STALE,
			"another hone was writing at the same moment; nothing "
			"was written");
	return store_set(store, "rating", (struct str){ 0 }, e);
}

static bool change_topics(struct edit *ed, void *ctx, struct err *e)
{
	struct marks *all = ctx;
	struct topics t;
	struct sync_report ignored = { 0 };
	size_t n = 0;
	bool logged = false;
	struct patch *patch = arena_alloc(&ed->arena, all->n, PATCHES * sizeof *patch);
	if (str_eq(ed->rel, all->path[0]) && !first_file(ed, all, e))
		return false;
	if (!study_topics(ed->s, ed->text, ed->rel, &t, &ed->arena, e))
		return false;
	if (!ed->known && !all->again && !study_seen_topics(ed->s, &ed->row, &t, &ignored, e))
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

/* ---- marks of several files: what is about to be done, in the setting "rating" */

static void put_id(struct buf *out, struct event_id id)
{
	for (size_t i = 0; i < sizeof id.b; i++)
		buf_addf(out, "%02x", id.b[i]);
	buf_addc(out, '\n');
}

static void format(struct buf *out, const struct marks *all)
{
	put_id(out, all->given);
	for (size_t i = 0; i < all->n; i++) {
		const struct marking *m = &all->m[i];
		buf_addf(out, "%d %016" PRIx64 " %d %d ", (int)m->ev.kind, (uint64_t)m->topic,
			(int)m->level, (int)m->row.mark);
		put_id(out, m->ev.ref);
	}
}

static bool read_hex(struct str digits, uint8_t *out, size_t n)
{
	if (digits.n != 2 * n)
		return false;
	for (size_t i = 0; i < 2 * n; i++) {
		char c = digits.p[i];
		int d = c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
		if (d < 0)
			return false;
		out[i / 2] = (uint8_t)(i % 2 ? out[i / 2] | d : d << 4);
	}
	return true;
}

static bool read_marking(struct str line, struct marking *m)
{
	struct str kind = str_word(&line), topic = str_word(&line), level = str_word(&line),
		   was = str_word(&line), ref = str_word(&line);
	uint8_t id[8];
	int numbers[3];
	*m = (struct marking){ 0 };
	if (!str_number(&kind, &numbers[0]) || !str_number(&level, &numbers[1]) ||
		!str_number(&was, &numbers[2]) || !read_hex(topic, id, sizeof id) ||
		!read_hex(ref, m->ev.ref.b, sizeof m->ev.ref.b))
		return false;
	uint64_t whole = 0;
	for (size_t i = 0; i < sizeof id; i++)
		whole = whole << 8 | id[i];
	m->topic = m->ev.subject = (int64_t)whole;
	m->ev.kind = (enum event_kind)numbers[0];
	m->level = (enum level)numbers[1];
	m->was = (enum level)numbers[2];
	m->ev.value = m->ev.kind == EVENT_LEVEL ? numbers[1] : 0;
	return true;
}

static bool parse(struct str text, struct marks *all, struct arena *a)
{
	struct str line;
	size_t cap = 0;
	if (!str_line(&text, &line) || !read_hex(line, all->given.b, sizeof all->given.b))
		return false;
	while (str_line(&text, &line)) {
		all->m = arena_room(a, all->m, all->n, &cap, sizeof *all->m);
		if (!read_marking(line, &all->m[all->n++]))
			return false;
	}
	all->deed = all->n && all->m[0].ev.kind == EVENT_LEVEL;
	return all->n > 0;
}

/* Does one of the files show already what the catalog does not know of? */
static bool is_begun(
	struct study *s, const struct marks *all, bool *begun, struct arena *a, struct err *e)
{
	*begun = false;
	for (size_t i = 0; i < all->npath; i++) {
		struct decoded text;
		struct topics t;
		if (!study_text(s, all->path[i], &text, a, e) ||
			!study_topics(s, text.text, all->path[i], &t, a, e))
			return false;
		for (size_t k = 0; k < all->n; k++) {
			const struct marking *m = &all->m[k];
			const struct topic *topic =
				str_eq(m->row.path, all->path[i]) ? find_topic(&t, m->topic) : NULL;
			*begun = *begun ||
				 (topic && topic->level == m->level && m->row.mark != m->level);
		}
	}
	return true;
}

static bool set_intent(struct study *s, struct str text, struct err *e)
{
	if (!store_begin(s->store, e))
		return false;
	if (store_set(s->store, "rating", text, e) && store_commit(s->store, e))
		return true;
	store_rollback(s->store);
	return false;
}

/* Some of the files were written when the program was killed: then the others are now. */
static bool go_on(struct study *s, struct marks *all, struct arena *a, struct err *e)
{
	bool begun = false;
	all->again = true;
	all->path = arena_alloc(a, all->n + 1, sizeof *all->path);
	for (size_t i = 0; i < all->n; i++) {
		struct err why = { 0 };
		if (catalog_topic(s->store, all->m[i].topic, &all->m[i].row, a, &why))
			add_path(all, all->m[i].row.path);
		else if (why.kind != ERR_MISSING)
			return err_set(e, why.kind, "%s", why.text);
	}
	struct err why = { 0 };
	bool ok = is_begun(s, all, &begun, a, &why) &&
		  (!begun || study_edit_all(s, all->path, all->npath, change_topics, all, &why));
	/* What cannot be gone on with stands in the files as if an editor had written it. */
	return (ok && begun) || set_intent(s, (struct str){ 0 }, e);
}

bool study_rate_recover(struct study *s, struct err *e)
{
	struct arena a = { 0 };
	struct marks all = { 0 };
	struct str text;
	bool ok = store_setting(s->store, "rating", (struct str){ 0 }, &text, &a, e);
	if (ok && text.n) {
		all.intent = text;
		ok = parse(text, &all, &a) ? go_on(s, &all, &a, e)
					   : set_intent(s, (struct str){ 0 }, e);
	}
	arena_release(&a);
	return ok;
}

/* One file changes in one step; of several it is said before what they are to hold. */
static bool mark_files(struct study *s, struct marks *all, struct arena *a, struct err *e)
{
	struct buf intent = { 0 };
	if (all->npath > 1) {
		format(&intent, all);
		all->intent = arena_str(a, buf_str(&intent));
	}
	buf_release(&intent);
	if (all->intent.n && !(study_edit_recover(s, e) && set_intent(s, all->intent, e)))
		return false;
	if (study_edit_all(s, all->path, all->npath, change_topics, all, e))
		return true;
	if (all->intent.n && !set_intent(s, (struct str){ 0 }, NULL))
		err_under(e, "the next start of hone looks at it again");
	return false;
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
	ok = ok && mark_files(s, &all, &a, e);
	if (ok && deed)
		*deed = all.lead;
	arena_release(&a);
	return ok;
}
