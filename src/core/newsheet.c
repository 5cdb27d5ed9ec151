/* newsheet.c - the name, the folder and the text of a new sheet. */
#include "hone/newsheet.h"

#include <stdlib.h>
#include <unistd.h>

#include "hone/files.h"
#include "hone/text.h"

enum { MOST_NAME = 48 };

/* ---- its text */

static void add_topics(struct buf *out, const struct str *topic, int n)
{
	for (int i = 0; i < n; i++)
		buf_addf(out, "%s## %.*s\n\n", i > 0 ? "\n" : "", STR_ARG(topic[i]));
}

/* The template with what its marks stand for. */
static struct str fill(struct str template, struct str title, struct str date,
	const struct str *topic, int ntopic, struct arena *a)
{
	static const struct str mark[] = { STR_INIT("{title}"), STR_INIT("{date}"),
		STR_INIT("{topics}") };
	enum { TITLE, DATE, TOPICS };
	struct buf out = { 0 };
	bool listed = false;
	for (size_t at = 0; at < template.n;) {
		struct str rest = str_slice(template, at, template.n);
		size_t k = 0;
		while (k < LENGTH(mark) && !str_starts(rest, mark[k]))
			k++;
		at += k < LENGTH(mark) ? mark[k].n : 1;
		if (k == TOPICS)
			add_topics(&out, topic, ntopic);
		else
			buf_add(&out, k == TITLE  ? title
				      : k == DATE ? date
						  : str_slice(rest, 0, 1));
		listed = listed || k == TOPICS;
	}
	if (!listed && ntopic > 0) {
		buf_addc(&out, '\n');
		add_topics(&out, topic, ntopic);
	}
	struct str text = arena_str(a, buf_str(&out));
	buf_release(&out);
	return text;
}

bool newsheet_text(const struct study *s, struct str title, const struct str *topic, int ntopic,
	struct str *text, struct arena *a, struct err *e)
{
	struct decoded own = { 0 };
	struct err why = { 0 };
	struct str template = ntopic > 0 ? STR("# {title}\n\n{topics}") : STR("# {title}\n\n");
	struct civil day = day_civil(s->today);
	if (study_text(s, STR(NEWSHEET_TEMPLATE), &own, a, &why))
		template = own.text;
	else if (why.kind != ERR_MISSING)
		return err_set(e, why.kind, "%s", why.text);
	if (own.encoding == ENCODING_UTF16)
		return err_set(e, ERR_INVALID,
			"%s is UTF-16; convert it: iconv -f UTF-16 -t UTF-8 FILE",
			NEWSHEET_TEMPLATE);
	struct str date = arena_printf(a, "%04d-%02d-%02d", day.year, day.month, day.day);
	*text = fill(template, title, date, topic, ntopic, a);
	return true;
}

/* ---- its name */

void newsheet_words(struct buf *name, struct str title)
{
	struct buf plain = { 0 };
	text_normalize(&plain, title);
	for (struct str rest = buf_str(&plain); rest.n > 0 && name->n < MOST_NAME;) {
		uint32_t part[TEXT_FOLD], cp = text_decode(&rest);
		size_t n = text_fold(cp, part);
		for (size_t i = 0; i < n; i++)
			if (text_is_word(part[i]))
				text_encode(name, part[i]);
		/* Of an accent that stands by itself nothing is left, and no gap. */
		bool gap = n > 0 && !text_is_word(part[0]);
		if (gap && name->n > 0 && name->p[name->n - 1] != '-')
			buf_addc(name, '-');
	}
	buf_release(&plain);
}

/* ---- its folder */

struct shelf {
	struct str folder;
	int pure; /* files in it that are sheets and nothing else */
};

static struct str folder_of(struct str path)
{
	while (path.n > 0 && path.p[path.n - 1] != '/')
		path.n--;
	return path;
}

static int by_number(const void *a, const void *b)
{
	const struct shelf *x = a, *y = b;
	if (x->pure != y->pure)
		return x->pure < y->pure ? 1 : -1;
	return str_cmp(x->folder, y->folder);
}

static void count(struct shelf *shelf, int *n, struct str folder, bool pure)
{
	int i = 0;
	while (i < *n && !str_eq(shelf[i].folder, folder))
		i++;
	if (i == *n)
		shelf[(*n)++] = (struct shelf){ .folder = folder };
	shelf[i].pure += pure;
}

bool newsheet_folders(
	const struct study *s, struct str **folder, int *n, struct arena *a, struct err *e)
{
	struct file_row *file;
	size_t nfile;
	int nshelf = 0;
	if (!catalog_files(s->store, CONTENT_SHEET, &file, &nfile, a, e))
		return false;
	struct shelf *shelf = arena_alloc(a, nfile + 2, sizeof *shelf);
	for (size_t i = 0; i < nfile; i++)
		if (!str_eq(file[i].path, STR(NEWSHEET_TEMPLATE)))
			count(shelf, &nshelf, folder_of(file[i].path),
				file[i].roles == CONTENT_SHEET);
	count(shelf, &nshelf, STR(""), false);
	qsort(shelf, (size_t)nshelf, sizeof *shelf, by_number);
	bool none = shelf[0].pure == 0;
	*folder = arena_alloc(a, (size_t)nshelf + 1, sizeof **folder);
	*n = 0;
	if (none)
		(*folder)[(*n)++] = STR("references/");
	for (int i = 0; i < nshelf; i++)
		if (!none || !str_eq(shelf[i].folder, STR("references/")))
			(*folder)[(*n)++] = shelf[i].folder;
	return true;
}

/* ---- all of it */

bool newsheet_edit(const struct study *s, struct str folder, struct str title,
	struct planner_sheet *out, struct arena *a, struct err *e)
{
	struct buf name = { 0 };
	title = str_trim(title);
	newsheet_words(&name, title);
	while (name.n > 0 && name.p[name.n - 1] == '-')
		name.n--;
	struct str path = arena_printf(a, "%.*s%.*s.md", STR_ARG(folder), STR_ARG(buf_str(&name)));
	bool empty = name.n == 0;
	buf_release(&name);
	if (empty || str_find(title, STR("\n"), 0) >= 0)
		return err_set(e, ERR_INVALID,
			"A sheet needs a title: a line with a letter or a digit in it.");
	if (access(path_join(a, str_of(s->dir), path), F_OK) == 0)
		return err_set(e, ERR_INVALID,
			"%.*s is there already: hone writes over no file; choose another title or "
			"folder",
			STR_ARG(path));
	out->path = path;
	return newsheet_text(s, title, NULL, 0, &out->text, a, e);
}
