/* planner_sheet.c - a new sheet for a day of the plan. */
#include <unistd.h>

#include "hone/files.h"
#include "hone/md.h"
#include "hone/newsheet.h"
#include "planner_priv.h"

int planner_day_number(const struct plan *p, int day)
{
	const struct plan_day *d = &p->day[day];
	const struct plan_week *w = &p->week[d->week];
	if (d->overall_from)
		return d->overall_from;
	for (int i = w->first_day; i < w->first_day + w->nday; i++)
		if (p->day[i].overall_from)
			return p->day[i].overall_from - p->day[i].from + d->from;
	return w->number == 1 ? d->from : 0;
}

/* ---- its name */

static struct str folder_of(struct str path)
{
	size_t n = path.n;
	while (n > 0 && path.p[n - 1] != '/')
		n--;
	return str_slice(path, 0, n);
}

static struct str sheet_path(const struct study *s, int day, const struct str *topic, int ntopic,
	struct str folder, struct arena *a)
{
	const struct plan_day *d = &s->plan.day[day];
	struct buf name = { 0 };
	int number = planner_day_number(&s->plan, day);
	if (number)
		buf_addf(&name, "day%d", number);
	else
		buf_addf(&name, "week%d-day%d", s->plan.week[d->week].number, d->from);
	for (int i = 0; i < ntopic && i < 2; i++) {
		buf_addc(&name, '-');
		newsheet_words(&name, topic[i]);
	}
	if (ntopic == 0 && d->title.n) {
		buf_addc(&name, '-');
		newsheet_words(&name, md_plain(d->title, a));
	}
	while (name.n && name.p[name.n - 1] == '-')
		name.n--;
	struct str path = arena_printf(a, "%.*s%.*s.md", STR_ARG(folder), (int)name.n, name.p);
	buf_release(&name);
	return path;
}

/* ---- its text */

static struct str sheet_title(const struct study *s, int day, struct arena *a)
{
	const struct plan_day *d = &s->plan.day[day];
	struct str title = md_plain(d->title, a);
	int number = planner_day_number(&s->plan, day);
	struct str day_of =
		number ? arena_printf(a, "Day %d", number)
		       : arena_printf(a, "Week %d Day %d", s->plan.week[d->week].number, d->from);
	return title.n ? arena_printf(a, "%.*s: %.*s", STR_ARG(day_of), STR_ARG(title)) : day_of;
}

static bool is_there(struct str path, struct err *e)
{
	return err_set(e, ERR_INVALID,
		"%.*s is there already: hone writes over no file; open it with e in the sheets",
		STR_ARG(path));
}

bool planner_sheet_edit(const struct study *s, int day, const struct str *topic, int ntopic,
	struct planner_sheet *out, struct arena *a, struct err *e)
{
	struct str *folder, text;
	int n;
	if (!planner_has_day(s, day, e) || !newsheet_folders(s, &folder, &n, a, e))
		return false;
	struct str path = sheet_path(s, day, topic, ntopic, folder[0], a);
	if (access(path_join(a, str_of(s->dir), path), F_OK) == 0)
		return is_there(path, e);
	if (!newsheet_text(s, sheet_title(s, day, a), topic, ntopic, &text, a, e))
		return false;
	*out = (struct planner_sheet){ path, text };
	return true;
}

bool planner_sheet(struct study *s, const struct planner_sheet *sheet, struct err *e)
{
	struct arena a = { 0 };
	struct str folder = folder_of(sheet->path);
	struct str dir = folder.n ? str_slice(folder, 0, folder.n - 1) : folder;
	bool ok = study_writable(s, e) && files_mkdirs(path_join(&a, str_of(s->dir), dir), e) &&
		  files_create(path_join(&a, str_of(s->dir), sheet->path), sheet->text, e);
	arena_release(&a);
	return ok;
}
