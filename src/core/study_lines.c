/* study_lines.c - lines that hone puts into any file of the study, and takes out again. */
#include "study_edit.h"

/*
 * The items of one plan are in the other one, in the same order and with the same marks, and that has so many
 * more; the days are the same.
 */
static bool is_more(const struct plan *less, const struct plan *more, int n)
{
	int k = 0;
	if (more->nitem - less->nitem != n || more->nday != less->nday)
		return false;
	for (int i = 0; i < more->nitem && k < less->nitem; i++)
		k += less->item[k].id == more->item[i].id &&
		     (!less->item[k].boxed || less->item[k].done == more->item[i].done);
	for (int i = 0; i < less->nday; i++)
		if (less->day[i].id != more->day[i].id)
			return false;
	return k == less->nitem;
}

static bool read_now(struct edit *ed, struct plan *out)
{
	size_t bom = ed->was.n - ed->text.n;
	*out = plan_parse(str_slice(buf_str(&ed->now), bom, ed->now.n), ed->rel, &ed->arena);
	return out->nitem >= 0;
}

/* `tasks` below 0: so many fewer. */
static bool check_lines(struct edit *ed, int tasks, struct err *e)
{
	struct plan was, now;
	if (!str_eq(ed->rel, ed->s->plan_path))
		return true;
	if (!study_edit_plan(ed, &was, e))
		return false;
	bool fits = read_now(ed, &now) &&
		    (tasks < 0 ? is_more(&now, &was, -tasks) : is_more(&was, &now, tasks));
	return fits ||
	       err_set(e, ERR_INVALID,
		       "%.*s: these lines would change other tasks or days of the plan, so they "
		       "were not written",
		       STR_ARG(ed->rel));
}

/* The line before an offset at which a line begins. */
static struct str line_before(struct str text, size_t at)
{
	size_t from, to = at;
	if (to > 0 && text.p[to - 1] == '\n')
		to--;
	for (from = to; from > 0 && text.p[from - 1] != '\n';)
		from--;
	struct str line = str_slice(text, from, to);
	return str_ends(line, STR("\r")) ? str_slice(line, 0, line.n - 1) : line;
}

struct str study_lines_path(struct str text, struct str *before, struct str *block)
{
	struct str path = { 0 }, line = { 0 };
	str_line(&text, &path);
	str_line(&text, &line);
	if (before)
		*before = line;
	if (block)
		*block = text;
	return path;
}

bool study_lines_put(struct edit *ed, const struct put *at, int tasks, struct err *e)
{
	study_edit_patch(ed, &(struct patch){ at->at, at->length, at->text }, 1);
	if (!check_lines(ed, tasks, e))
		return false;
	struct str old = at->length ? str_slice(ed->text, at->at, at->at + at->length)
				    : line_before(ed->text, at->at);
	study_edit_event(ed, (struct event){ .kind = EVENT_NOTE,
				     .subject = (int64_t)hash64(0, ed->rel.p, ed->rel.n),
				     .value = at->length ? NOTE_SWAP : NOTE_FILE,
				     .text = arena_printf(&ed->arena, "%.*s\n%.*s\n%.*s",
					     STR_ARG(ed->rel), STR_ARG(old), STR_ARG(at->text)) });
	return true;
}

/* ---- undo and redo */

struct voiding {
	const struct event *done, *ev;
	size_t n;
	bool forward, stays;
};

/* Where the line that equals `want` ends; the last one. False when there is none. */
static bool after_line(struct str text, struct str want, size_t *at)
{
	struct walk w = { .text = text };
	bool found = want.n == 0 && text.n == 0;
	*at = 0;
	while (walk_next(&w))
		if (str_eq(spot_str(text, w.now), want)) {
			found = true;
			*at = w.now.next;
		}
	return found;
}

/* Where it stands, the last time, at the begin of a line. */
static bool find_block(struct str text, struct str block, size_t *at)
{
	bool found = false;
	for (ptrdiff_t i = 0; block.n && (i = str_find(text, block, (size_t)i)) >= 0; i++) {
		bool starts =
			i == 0 || text.p[i - 1] == '\n' || *block.p == '\n' || *block.p == '\r';
		if (starts)
			*at = (size_t)i;
		found = found || starts;
	}
	return found;
}

/* How many tasks of the plan are among the lines. */
static int tasks_in(struct edit *ed)
{
	struct plan was, now;
	if (!str_eq(ed->rel, ed->s->plan_path) || !study_edit_plan(ed, &was, NULL) ||
		!read_now(ed, &now))
		return 0;
	return now.nitem - was.nitem;
}

/* Lines that went into the place of one; they end where a line ends. */
static bool find_whole(struct str text, struct str block, size_t *at)
{
	bool found = find_block(text, block, at);
	struct str rest = str_slice(text, *at + block.n, text.n);
	return found && (rest.n == 0 || *rest.p == '\n' || str_starts(rest, STR("\r\n")));
}

/* Where it stands, and what comes there; false when it is no longer there. */
static bool find_place(struct str text, const struct voiding *v, struct patch *p)
{
	struct str before, block;
	bool swap = v->done->value == NOTE_SWAP;
	study_lines_path(v->done->text, &before, &block);
	struct str from = v->forward ? (swap ? before : (struct str){ 0 }) : block;
	*p = (struct patch){ 0, from.n, v->forward ? block : swap ? before : (struct str){ 0 } };
	if (swap)
		return find_whole(text, from, &p->at);
	return v->forward ? after_line(text, before, &p->at) : find_block(text, block, &p->at);
}

static bool change_void(struct edit *ed, void *ctx, struct err *e)
{
	struct voiding *v = ctx;
	struct patch p;
	v->stays = !find_place(ed->text, v, &p);
	if (!v->stays) {
		study_edit_patch(ed, &p, 1);
		if (!check_lines(ed, tasks_in(ed), e))
			return false;
	}
	for (size_t i = 0; i < v->n; i++)
		study_edit_event(ed, v->ev[i]);
	return true;
}

/* The file is gone. */
static bool log_alone(struct study *s, const struct voiding *v, struct err *e)
{
	bool ok = store_begin(s->store, e);
	for (size_t i = 0; ok && i < v->n; i++) {
		struct event ev = v->ev[i];
		ok = study_append(s, &ev, e);
	}
	if (ok && store_commit(s->store, e))
		return true;
	store_rollback(s->store);
	return false;
}

bool study_void_lines(struct study *s, const struct event *done, const struct event *ev, size_t n,
	bool forward, bool *stays, struct err *e)
{
	struct voiding v = { .done = done, .ev = ev, .n = n, .forward = forward, .stays = true };
	struct err why = { 0 };
	struct str path = study_lines_path(done->text, NULL, NULL);
	bool ok = study_edit_logged(s, path, change_void, &v, &why);
	bool gone = !ok && why.kind == ERR_MISSING;
	if (gone)
		ok = log_alone(s, &v, e);
	else if (!ok)
		err_set(e, why.kind, "%s", why.text);
	*stays = v.stays || gone;
	return ok;
}
