/* planner_days.c - which sheets belong to a day of the plan. */
#include "hone/planner_days.h"

#include "hone/planner.h"
#include "hone/match.h"
#include "hone/planner_links.h"

static struct str base_name(struct str path)
{
	size_t n = path.n;
	while (n > 0 && path.p[n - 1] != '/')
		n--;
	return str_slice(path, n, path.n);
}

bool day_owns_sheet(const struct study *s, int day, const struct file_row *file)
{
	const struct plan_day *d = &s->plan.day[day];
	int week = s->plan.week[d->week].number, from = planner_day_number(&s->plan, day);
	int to = from + d->to - d->from;
	return name_has_day(base_name(file->path), from, to, week, d->from, d->to) ||
	       name_has_day(file->title, from, to, week, d->from, d->to);
}

/* A link to it holds its name, with or without what stands behind the point. */
static bool may_link(struct str text, struct str path)
{
	struct str name = base_name(path);
	for (size_t i = name.n; i > 1; i--)
		if (name.p[i - 1] == '.')
			name = str_slice(name, 0, i - 1);
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
