/* review_sheet.c - which heading of which sheet is about what a card asks. */
#include "views/review_priv.h"

/* A heading of fewer bytes says too little to be looked for in a question. */
enum { LEAST_HEADING = 4, SCORE_TOPIC = 10000, SCORE_IN_HEADING = 5000, SCORE_IN_TOPIC = 2000 };

struct search {
	const struct study *study;
	struct str topic, question; /* normalised */
	int best;
	struct buf *where;
};

static struct str normalized(struct str text, struct arena *a)
{
	struct buf b = { 0 };
	text_normalize(&b, text);
	struct str out = arena_str(a, buf_str(&b));
	buf_release(&b);
	return out;
}

/* Does it stand in the text between other words? */
static bool has_words(struct str text, struct str words)
{
	ptrdiff_t at = 0;
	while (words.n && (at = str_find(text, words, (size_t)at)) >= 0) {
		size_t end = (size_t)at + words.n;
		if ((at == 0 || text.p[at - 1] == ' ') && (end == text.n || text.p[end] == ' '))
			return true;
		at++;
	}
	return false;
}

/* A name of the topic counts most, then what the question holds: the longer, the surer. */
static int score(const struct search *f, struct str heading)
{
	int size = (int)(heading.n < 1000 ? heading.n : 1000);
	if (str_eq(heading, f->topic))
		return heading.n ? SCORE_TOPIC : 0;
	if (has_words(heading, f->topic))
		return SCORE_IN_HEADING - size; /* the shorter heading says little else */
	if (heading.n < LEAST_HEADING)
		return 0;
	if (has_words(f->topic, heading))
		return SCORE_IN_TOPIC + size;
	return has_words(f->question, heading) ? size : 0;
}

static bool look_into(struct search *f, const struct file_row *file, struct err *e)
{
	struct arena a = { 0 };
	struct decoded text;
	int n = 0;
	if (!study_text(f->study, file->path, &text, &a, e)) {
		arena_release(&a);
		return false;
	}
	const struct md_heading *h = md_outline(text.text, &n, &a);
	for (int i = 0; i < n; i++) {
		int points = score(f, normalized(h[i].text, &a));
		if (points <= f->best)
			continue;
		f->best = points;
		buf_clear(f->where);
		buf_addf(f->where, "%.*s#%.*s", STR_ARG(file->path), STR_ARG(h[i].text));
	}
	arena_release(&a);
	return true;
}

bool review_find_sheet(
	const struct study *s, const struct card *c, struct buf *where, struct err *e)
{
	struct arena a = { 0 };
	struct file_row *file;
	size_t n = 0;
	struct search f = { .study = s, .where = where };
	f.topic = normalized(c->topic, &a);
	f.question = normalized(c->front, &a);
	buf_clear(where);
	bool ok = catalog_files(s->store, CONTENT_SHEET, &file, &n, &a, e);
	for (size_t i = 0; i < n && ok; i++)
		if (file[i].roles == CONTENT_SHEET && !str_eq(file[i].path, c->deck))
			ok = look_into(&f, &file[i], e);
	arena_release(&a);
	return ok;
}
