/* find_draw.c - the line that is typed, and what was found. */
#include "hone/chosen.h"
#include "views/find_priv.h"
#include "views/views.h"

enum { TEXT_COL = 3, MOST_MARKS = 16 };

/* ---- names */

/* Is there room for the folders of all that are in sight? */
static bool has_folders(const struct find_view *v, struct canvas c)
{
	for (int i = v->list.top; i < v->list.n && i < v->list.top + c.rows; i++)
		if (text_cols(v->place[i].name->text) > c.cols - TEXT_COL - 1)
			return false;
	return true;
}

static void draw_place(
	const struct find_view *v, struct canvas c, int row, int i, bool folder, bool focused)
{
	const struct search_place *p = &v->place[i];
	struct find_mark mark[MOST_MARKS];
	struct find_pattern typed = find_pattern(buf_str(&v->field.text));
	int n = find_fitting(&typed, p->name, mark, MOST_MARKS), width = c.cols - TEXT_COL - 1;
	struct str name = p->name->text;
	size_t cut = folder ? 0 : p->folder;
	name = str_slice(name, cut, name.n);
	canvas_field(c, row, TEXT_COL, width, ROLE_TEXT, name);
	if (cut == 0)
		canvas_restyle(
			c, row, TEXT_COL, text_cols(str_slice(name, 0, p->folder)), ROLE_DIM);
	if (i == v->list.cursor)
		hits_bar(c, row, focused);
	if (chosen_place(v->chosen, v->nchosen, p->path) > 0)
		canvas_text(c, row, 1, ROLE_ACCENT, STR("•"));
	for (int k = 0; k < n; k++) {
		mark[k].from = mark[k].from > cut ? mark[k].from - cut : 0;
		mark[k].to = mark[k].to > cut ? mark[k].to - cut : 0;
	}
	hits_marks(c, row, TEXT_COL, width, name, mark, n);
}

static void draw_none(const struct find_view *v, struct canvas c)
{
	static const char *const nothing[] = {
		"Each word must stand there, or begin there; \"words in quotes\" stand in a row.",
		"Tab looks for letters of the names of sheets and headings.",
	};
	static const char *const words[] = {
		"Sheets, cards, topics and tasks that have all the words; \"words in quotes\" "
		"stand in a row.",
		"Of cards: front: back: topic: tag: deck: before a word look in one.",
		"Tab looks for letters of the names of sheets and headings.",
	};
	static const char *const names[] = {
		"Some letters in their order are enough: \"kvc\" finds \"KV cache\".",
		"Tab looks for words in everything; Ctrl-O makes a new sheet of this title.",
	};
	if (v->unread || (v->words && v->unsearched))
		return;
	if (!v->words)
		views_empty(c,
			v->field.text.n ? "No sheet or heading has these letters."
					: "No sheets yet.",
			names, (int)LENGTH(names));
	else if (v->field.text.n)
		views_empty(c, "Nothing was found.", nothing, (int)LENGTH(nothing));
	else
		views_empty(c, "Type words.", words, (int)LENGTH(words));
}

void find_draw(const void *state, const struct study *study, struct canvas c, bool focused)
{
	const struct find_view *v = state;
	struct arena a = { 0 };
	int head = v->rows < FIND_LOW ? 1 : FIND_HEAD;
	(void)study;
	int col = 2 + canvas_text(c, 0, 1, ROLE_ACCENT, v->words ? STR("Words:") : STR("Open:"));
	struct canvas line = canvas_sub(c, 0, col, 1, c.cols - col - 1);
	if (focused)
		field_draw(&v->field, line);
	else
		canvas_text(line, 0, 0, ROLE_TEXT, buf_str(&v->field.text));
	struct find_query q = find_query(buf_str(&v->field.text), &a);
	struct canvas list = canvas_sub(c, head, 0, c.rows - head, c.cols);
	if (v->words)
		hits_draw(&v->found, list, &q, focused);
	bool folders = !v->words && has_folders(v, list);
	for (int i = 0; !v->words && i < list.rows && v->list.top + i < v->list.n; i++)
		draw_place(v, list, i, v->list.top + i, folders, focused);
	if ((v->words ? (int)v->found.hits.n : v->list.n) == 0)
		draw_none(v, list);
	arena_release(&a);
}
