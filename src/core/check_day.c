/* check_day.c - sections of the sheets of a day of the plan, as questions. */
#include "check_day.h"

#include "hone/files.h"
#include "hone/planner_days.h"

/* Sections of one day that are looked at. */
enum { MOST_SECTIONS = 200 };

/* ---- of a task */

bool check_is_studied(const struct plan *plan, const struct plan_item *item)
{
	bool files = str_casefind(item->text, STR(".md"), 0) >= 0;
	bool checks = item->block >= 0 &&
		      str_casefind(plan->block[item->block].title, STR("check"), 0) >= 0;
	return item->done && !files && !checks;
}

static bool is_indented(struct str line)
{
	return str_trim(line).n == 0 || *line.p == ' ' || *line.p == '\t';
}

struct str check_task_text(struct str text, const struct plan_item *item)
{
	struct str rest = text, line;
	const char *begin = NULL, *end = NULL;
	for (int at = 1; str_line(&rest, &line); at++) {
		if (at <= item->line)
			continue;
		if (!is_indented(line))
			break;
		begin = begin ? begin : line.p;
		end = line.p + line.n;
	}
	return begin ? (struct str){ begin, (size_t)(end - begin) } : (struct str){ 0 };
}

/* ---- of a day */

static bool is_sheet_of(const struct study *s, int day, struct str of_day, const struct file_row *f)
{
	/* A deck or a table of checks is no sheet of a day. */
	if (str_eq(f->path, s->plan_path) ||
		f->roles & (CONTENT_DECK | CONTENT_TOPICS | CONTENT_CHECKS))
		return false;
	return day_owns_sheet(s, day, f) || str_casefind(of_day, path_stem(f->path), 0) >= 0;
}

bool check_day_sections(const struct study *s, int day, struct study_section **out, int *n,
	struct arena *a, struct err *e)
{
	const struct plan_day *d = &s->plan.day[day];
	struct study_section *all = arena_alloc(a, MOST_SECTIONS, sizeof *all);
	struct file_row *file;
	struct decoded plan, text;
	size_t nfile;
	int k = 0, nown;
	if (!study_text(s, s->plan_path, &plan, a, e) ||
		!catalog_files(s->store, CONTENT_SHEET, &file, &nfile, a, e))
		return false;
	struct str of_day = str_slice(plan.text, d->from_at, d->to_at);
	for (size_t i = 0; i < nfile; i++) {
		if (!is_sheet_of(s, day, of_day, &file[i]))
			continue;
		if (!study_text(s, file[i].path, &text, a, e))
			return false;
		struct study_section *own = study_sections(file[i].path, text.text, &nown, a);
		for (int j = 0; j < nown && k < MOST_SECTIONS; j++)
			all[k++] = own[j];
	}
	*out = all;
	*n = k;
	return true;
}
