/* field.c - the editor of a line. */
#include "tui/field.h"

enum action { LEFT = 1, RIGHT, FIRST, LAST, ERASE, DELETE, ERASE_WORD, ERASE_ALL };

static const struct key_row keys[] = {
	{ "Left Ctrl-B", LEFT, NULL, "Back a character", 0 },
	{ "Right Ctrl-F", RIGHT, NULL, "On a character", 0 },
	{ "Home Ctrl-A", FIRST, NULL, "To the beginning", 0 },
	{ "End Ctrl-E", LAST, NULL, "To the end", 0 },
	{ "Backspace Ctrl-H", ERASE, NULL, "Erase the character before", 0 },
	{ "Delete Ctrl-D", DELETE, NULL, "Erase the character under the cursor", 0 },
	{ "Ctrl-W", ERASE_WORD, NULL, "Erase the word before", 0 },
	{ "Ctrl-U", ERASE_ALL, NULL, "Erase what stands before", 0 },
	{ 0 },
};

/* Where the cluster after `at` ends. */
static size_t next(const struct field *f, size_t at)
{
	struct str rest = str_slice(buf_str(&f->text), at, f->text.n);
	struct cluster c;
	return text_next(&rest, &c) ? f->text.n - rest.n : f->text.n;
}

/* Where the cluster before `at` begins. */
static size_t previous(const struct field *f, size_t at)
{
	size_t begin = 0;
	for (size_t end; begin < at && (end = next(f, begin)) < at; begin = end)
		;
	return begin;
}

static size_t word_before(const struct field *f)
{
	size_t at = f->at;
	while (at > 0 && f->text.p[at - 1] == ' ')
		at--;
	while (at > 0 && f->text.p[at - 1] != ' ')
		at--;
	return at;
}

/* Replace the bytes [from, to) and put the cursor after what stands there now. */
static void replace(struct field *f, size_t from, size_t to, struct str text)
{
	struct buf b = { 0 };
	buf_add(&b, str_slice(buf_str(&f->text), 0, from));
	buf_add(&b, text);
	buf_add(&b, str_slice(buf_str(&f->text), to, f->text.n));
	buf_release(&f->text);
	f->text = b;
	f->at = from + text.n;
}

/* Put in what the user typed or pasted. */
static void type(struct field *f, struct str text)
{
	replace(f, f->selected ? 0 : f->at, f->selected ? f->text.n : f->at, text);
	f->selected = false;
}

static void edit(struct field *f, int action)
{
	static const struct str nothing = { 0 };
	f->selected = false;
	switch (action) {
	case LEFT: f->at = previous(f, f->at); break;
	case RIGHT: f->at = next(f, f->at); break;
	case FIRST: f->at = 0; break;
	case LAST: f->at = f->text.n; break;
	case ERASE: replace(f, previous(f, f->at), f->at, nothing); break;
	case DELETE: replace(f, f->at, next(f, f->at), nothing); break;
	case ERASE_WORD: replace(f, word_before(f), f->at, nothing); break;
	case ERASE_ALL: replace(f, 0, f->at, nothing); break;
	default: bug("no edit %d", action);
	}
}

void field_set(struct field *f, struct str text)
{
	struct buf copy = { 0 };
	buf_add(&copy, text);
	buf_release(&f->text);
	f->text = copy;
	f->at = copy.n;
	f->selected = copy.n > 0;
}

void field_paste(struct field *f, struct str text)
{
	struct buf clean = { 0 };
	text_sanitize(&clean, text);
	for (size_t i = 0; i < clean.n; i++)
		if (clean.p[i] == '\n' || clean.p[i] == '\t')
			clean.p[i] = ' ';
	type(f, buf_str(&clean));
	buf_release(&clean);
}

bool field_key(struct field *f, int key)
{
	const struct key_row *row = keys_find(keys, key, 0);
	if (row) {
		edit(f, row->action);
		return true;
	}
	if (key < ' ' || key >= KEY_SPECIAL)
		return false;
	struct buf b = { 0 };
	text_encode(&b, (uint32_t)key);
	/* As typed: a mark must be able to join the letter before it. */
	type(f, buf_str(&b));
	buf_release(&b);
	return true;
}

void field_draw(const struct field *f, struct canvas c)
{
	int cursor = text_cols(str_slice(buf_str(&f->text), 0, f->at));
	int left = cursor >= c.cols ? cursor - c.cols + 1 : 0;
	canvas_text(c, 0, -left, f->selected ? ROLE_SELECTED : ROLE_TEXT, buf_str(&f->text));
	canvas_cursor(c, 0, cursor - left);
}

void field_release(struct field *f)
{
	buf_release(&f->text);
	*f = (struct field){ 0 };
}
