/* planner_lines.c - lines in files of the study, shown before they are written. */
#include "planner_priv.h"

bool planner_lines_edit(const struct study *s, const struct planner_put *put,
	struct planner_edit *out, struct arena *a, struct err *e)
{
	struct buf bytes = { 0 };
	if (!files_read(study_path(s, put->path, a), &bytes, NULL, e))
		return false;
	uint64_t file = hash64(0, bytes.p, bytes.n);
	struct decoded d = encoding_decode(buf_str(&bytes), a);
	bool same = str_eq(d.text, put->text);
	buf_release(&bytes);
	if (!same)
		return err_set(e, ERR_STALE, "%.*s: was changed just now; look at it again",
			STR_ARG(put->path));
	*out = (struct planner_edit){
		.path = arena_str(a, put->path),
		.line = put->line,
		.before = arena_str(a, str_slice(put->text, put->at, put->at + put->length)),
		.after = arena_str(a, put->lines),
		.at = put->at,
		.length = put->length,
		.file = file,
		.note = put->length ? NOTE_SWAP : NOTE_FILE,
	};
	return true;
}

/* What stands before the brackets of a task: "- ", "  * ". Numbers would have to go on. */
static struct str bullet_of(struct str text, const struct plan_item *item)
{
	struct walk w = { .text = text };
	if (!item->boxed || !walk_to(&w, item->line))
		return (struct str){ 0 };
	struct str line = spot_str(text, w.now);
	ptrdiff_t box = str_find(line, STR("["), 0);
	struct str before = str_slice(line, 0, box > 0 ? (size_t)box : 0);
	struct str mark = str_trim(before);
	return mark.n == 1 && str_find(STR("-*+"), mark, 0) >= 0 ? before : (struct str){ 0 };
}

/* As the day's own outermost tasks have it, else those of the plan. */
static struct str bullet(struct str text, const struct plan *p, const struct plan_day *d)
{
	struct str found = { 0 };
	for (int i = d->first; found.n == 0 && i < d->first + d->nitem; i++)
		if (p->item[i].depth == 0)
			found = bullet_of(text, &p->item[i]);
	for (int i = 0; found.n == 0 && i < p->nitem; i++)
		if (p->item[i].depth == 0 && p->item[i].day >= 0)
			found = bullet_of(text, &p->item[i]);
	return found.n ? found : STR("- ");
}

static void put_tasks(
	struct buf *out, struct str before, const struct str *task, int n, struct str ending)
{
	for (int i = 0; i < n; i++) {
		buf_add(out, before);
		buf_add(out, STR("[ ] "));
		place_words(out, task[i]);
		buf_add(out, ending);
	}
}

bool planner_tasks_edit(const struct study *s, int day, const struct str *task, int n,
	struct planner_edit *out, struct arena *a, struct err *e)
{
	struct decoded d;
	struct extent x;
	struct buf lines = { 0 };
	if (!planner_has_day(s, day, e) || !study_text(s, s->plan_path, &d, a, e))
		return false;
	struct plan now = plan_parse(d.text, s->plan_path, a);
	int at = planner_day_in(&now, s->plan.day[day].id);
	if (at < 0 || !place_extent(d.text, &now, at, &x))
		return err_set(e, ERR_STALE, "%.*s: the plan was changed; look at it again",
			STR_ARG(s->plan_path));
	struct str ending = spot_ending(d.text, x.task);
	bool ended = x.task.next > x.task.end;
	if (!ended)
		buf_add(&lines, ending);
	if (x.task.line == x.head.line)
		buf_add(&lines, ending);
	put_tasks(&lines, bullet(d.text, &now, &now.day[at]), task, n, ending);
	if (!ended)
		lines.n -= ending.n;
	struct planner_put put = { s->plan_path, d.text, x.task.next, x.task.line + 1,
		buf_str(&lines), 0 };
	bool ok = planner_lines_edit(s, &put, out, a, e);
	buf_release(&lines);
	if (ok)
		out->tasks = n;
	return ok;
}
