/* planner_days.c - which sheets belong to a day of the plan. */
#include "hone/planner_days.h"

#include "hone/files.h"
#include "hone/match.h"
#include "hone/planner.h"
#include "hone/planner_links.h"

bool day_has_name(const struct plan *p, int day, struct str name)
{
	const struct plan_day *d = &p->day[day];
	int from = planner_day_number(p, day);
	return name_has_day(
		name, from, from + d->to - d->from, p->week[d->week].number, d->from, d->to);
}

bool day_owns_sheet(const struct study *s, int day, const struct file_row *file)
{
	return day_has_name(&s->plan, day, path_base(file->path)) ||
	       day_has_name(&s->plan, day, file->title);
}

/* A link to it holds its name, with or without what stands behind the point. */
static bool may_link(struct str text, struct str path)
{
	struct str name = path_stem(path);
	return str_casefind(text, name, 0) >= 0 || str_find(text, STR("%"), 0) >= 0;
}

bool day_links_sheet(const struct study *s, int day, struct str plan_text, struct str path,
	bool *links, struct arena *a, struct err *e)
{
	const struct plan_day *d = &s->plan.day[day];
	struct str text = str_slice(plan_text, d->from_at, d->to_at);
	struct plan_links found;
	*links = false;
	if (!may_link(text, path))
		return true;
	if (!plan_links_in(s, text, &found, a, e))
		return false;
	for (int i = 0; i < found.n; i++)
		*links = *links || (!found.link[i].web && str_eq(found.link[i].target, path));
	return true;
}
