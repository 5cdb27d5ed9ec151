/* study_section.c - sections of sheets, each found again by an id. */
#include "study_section.h"

#include <limits.h>
#include <stdlib.h>

#include "hone/files.h"
#include "hone/md.h"

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
	struct study_section section;
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

struct study_section *study_sections(struct str path, struct str text, int *n, struct arena *a)
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
		found[k].section = (struct study_section){
			id_of(path, h[i].text, same_before(h, i)), path, bare(h[i].text), body,
			up >= 0 && h[up].level > 1 ? bare(h[up].text) : path_base(path), h[i].source
		};
		found[k].turn = turns[up + 1]++;
		found[k].at = i;
		k++;
	}
	qsort(found, (size_t)k, sizeof *found, by_turn);
	struct study_section *out = arena_alloc(a, (size_t)k + 1, sizeof *out);
	for (int i = 0; i < k; i++)
		out[i] = found[i].section;
	*n = k;
	return out;
}

bool study_find_section(const struct study *s, int64_t id, struct study_section *out, bool *found,
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
		struct study_section *own = study_sections(file[i].path, text.text, &n, a);
		for (int k = 0; k < n && !*found; k++)
			if (own[k].id == id) {
				*out = own[k];
				*found = true;
			}
	}
	return true;
}
