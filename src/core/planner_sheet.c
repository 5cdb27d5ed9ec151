/* planner_sheet.c - a new sheet for a day of the plan. */
#include <unistd.h>

#include "hone/files.h"
#include "hone/md.h"
#include "hone/text.h"
#include "planner_priv.h"

enum { MOST_NAME = 48 };

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

/* Words of letters and digits with a dash between, as many as fit. */
static void add_words(struct buf *name, struct str text)
{
	struct buf plain = { 0 };
	text_normalize(&plain, text);
	struct str rest = buf_str(&plain), word;
	while (text_wrap(&rest, 1 + (int)rest.n, &word) && word.n) {
		for (size_t i = 0; i < word.n && name->n < MOST_NAME; i++) {
			char c = word.p[i];
			bool kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
			if (kept)
				buf_addc(name, c);
			else if (name->n && name->p[name->n - 1] != '-')
				buf_addc(name, '-');
		}
	}
	buf_release(&plain);
}

static struct str folder_of(struct str path)
{
	size_t n = path.n;
	while (n > 0 && path.p[n - 1] != '/')
		n--;
	return str_slice(path, 0, n);
}

/* The folder, with its slash, of most files that are sheets and nothing else. */
static struct str sheet_folder(const struct file_row *file, size_t n)
{
	struct str best = STR("references/");
	size_t most = 0;
	for (size_t i = 0; i < n; i++) {
		struct str folder = folder_of(file[i].path);
		size_t count = 0;
		for (size_t k = 0; k < n; k++)
			count += file[k].roles == CONTENT_SHEET &&
				 str_eq(folder_of(file[k].path), folder);
		if (count > most) {
			most = count;
			best = folder;
		}
	}
	return best;
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
		add_words(&name, topic[i]);
	}
	if (ntopic == 0 && d->title.n) {
		buf_addc(&name, '-');
		add_words(&name, md_plain(d->title, a));
	}
	while (name.n && name.p[name.n - 1] == '-')
		name.n--;
	struct str path = arena_printf(a, "%.*s%.*s.md", STR_ARG(folder), (int)name.n, name.p);
	buf_release(&name);
	return path;
}

/* ---- its text */

static struct str sheet_text(
	const struct study *s, int day, const struct str *topic, int ntopic, struct arena *a)
{
	const struct plan_day *d = &s->plan.day[day];
	struct str title = md_plain(d->title, a);
	struct buf out = { 0 };
	int number = planner_day_number(&s->plan, day);
	if (number)
		buf_addf(&out, "# Day %d", number);
	else
		buf_addf(&out, "# Week %d Day %d", s->plan.week[d->week].number, d->from);
	if (title.n)
		buf_addf(&out, ": %.*s", STR_ARG(title));
	buf_addc(&out, '\n');
	for (int i = 0; i < ntopic; i++)
		buf_addf(&out, "\n## %.*s\n\n", STR_ARG(topic[i]));
	struct str text = arena_str(a, buf_str(&out));
	buf_release(&out);
	return text;
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
	struct file_row *file;
	size_t n;
	if (!planner_has_day(s, day, e) || !catalog_files(s->store, CONTENT_SHEET, &file, &n, a, e))
		return false;
	struct str path = sheet_path(s, day, topic, ntopic, sheet_folder(file, n), a);
	if (access(path_join(a, str_of(s->dir), path), F_OK) == 0)
		return is_there(path, e);
	*out = (struct planner_sheet){ path, sheet_text(s, day, topic, ntopic, a) };
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
