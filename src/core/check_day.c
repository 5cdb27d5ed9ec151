/* check_day.c - sections of the sheets of a day of the plan, as questions. */
#include "check_day.h"

#include <stdlib.h>

#include "hone/files.h"
#include "hone/md.h"
#include "hone/planner_days.h"

/* Sections of one day that are looked at. */
enum { MOST_SECTIONS = 200 };

/* ---- of one sheet */

static int64_t id_of(struct str path, struct str name, int before)
{
	uint64_t file = hash64(1, path.p, path.n), heading = hash64(2, name.p, name.n);
	heading = hash64(heading, &before, sizeof before);
	return (int64_t)((file << 32) | (heading & 0xffffffff));
}

static bool is_of_file(int64_t id, struct str path)
{
	return (uint64_t)id >> 32 == (hash64(1, path.p, path.n) & 0xffffffff);
}

/* Past "2.", "Q:" and the like. */
static struct str bare(struct str name)
{
	size_t n = 0;
	while (n < name.n && ((name.p[n] >= '0' && name.p[n] <= '9') || name.p[n] == '.'))
		n++;
	if (n > 0 && n < name.n && name.p[n] == ' ')
		name = str_trim(str_slice(name, n, name.n));
	if (str_starts(name, STR("Q:")))
		name = str_trim(str_slice(name, 2, name.n));
	while (str_ends(name, STR(":")))
		name = str_trim(str_slice(name, 0, name.n - 1));
	return name;
}

/* Lines [from, to) of a text, counted from 1. */
static struct str lines_of(struct str text, int from, int to)
{
	struct str rest = text, line;
	const char *begin = text.p + text.n, *end = begin;
	for (int at = 1; str_line(&rest, &line); at++) {
		if (at == from)
			begin = line.p;
		if (at == to) {
			end = line.p;
			break;
		}
	}
	return begin < end ? str_trim((struct str){ begin, (size_t)(end - begin) })
			   : (struct str){ 0 };
}

struct found {
	struct check_section section;
	int turn, at; /* how many of the same part come before it, and of all */
};

static int by_turn(const void *a, const void *b)
{
	const struct found *x = a, *y = b;
	return x->turn != y->turn ? x->turn - y->turn : x->at - y->at;
}

/* The heading that one stands under, -1: none. */
static int parent_of(const struct md_heading *h, int at)
{
	int up = at - 1;
	while (up >= 0 && h[up].level >= h[at].level)
		up--;
	return up;
}

static int same_before(const struct md_heading *h, int at)
{
	int n = 0;
	for (int i = 0; i < at; i++)
		n += str_eq(h[i].text, h[at].text);
	return n;
}

struct check_section *check_sections(struct str path, struct str text, int *n, struct arena *a)
{
	int nh, k = 0;
	struct md_heading *h = md_outline(text, &nh, a);
	struct found *found = arena_alloc(a, (size_t)nh + 1, sizeof *found);
	int *turns = arena_alloc(a, (size_t)nh + 1, sizeof *turns);
	for (int i = 0; i < nh; i++) {
		bool leaf = i + 1 == nh || h[i + 1].level <= h[i].level;
		int end = i + 1 < nh ? h[i + 1].source : INT_MAX, up = parent_of(h, i);
		struct str body = lines_of(text, h[i].source + 1, end);
		if (!leaf || (h[i].level == 1 && nh > 1) || body.n == 0 || bare(h[i].text).n == 0)
			continue;
		found[k].section = (struct check_section){
			id_of(path, h[i].text, same_before(h, i)), path, bare(h[i].text), body,
			up >= 0 && h[up].level > 1 ? bare(h[up].text) : path_base(path), h[i].source
		};
		found[k].turn = turns[up + 1]++;
		found[k].at = i;
		k++;
	}
	qsort(found, (size_t)k, sizeof *found, by_turn);
	struct check_section *out = arena_alloc(a, (size_t)k + 1, sizeof *out);
	for (int i = 0; i < k; i++)
		out[i] = found[i].section;
	*n = k;
	return out;
}

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

bool check_day_sections(const struct study *s, int day, struct check_section **out, int *n,
	struct arena *a, struct err *e)
{
	const struct plan_day *d = &s->plan.day[day];
	struct check_section *all = arena_alloc(a, MOST_SECTIONS, sizeof *all);
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
		struct check_section *own = check_sections(file[i].path, text.text, &nown, a);
		for (int j = 0; j < nown && k < MOST_SECTIONS; j++)
			all[k++] = own[j];
	}
	*out = all;
	*n = k;
	return true;
}

bool check_find_section(const struct study *s, int64_t id, struct check_section *out, bool *found,
	struct arena *a, struct err *e)
{
	struct file_row *file;
	size_t nfile;
	*found = false;
	if (!catalog_files(s->store, CONTENT_SHEET, &file, &nfile, a, e))
		return false;
	for (size_t i = 0; i < nfile && !*found; i++) {
		struct decoded text;
		int n;
		if (!is_of_file(id, file[i].path))
			continue;
		if (!study_text(s, file[i].path, &text, a, e))
			return false;
		struct check_section *own = check_sections(file[i].path, text.text, &n, a);
		for (int k = 0; k < n && !*found; k++)
			if (own[k].id == id) {
				*out = own[k];
				*found = true;
			}
	}
	return true;
}
