/* app_prompt.c - the line editor of prompts. */
#include "tui/app_priv.h"

enum action {
	ENTER = 1,
	CANCEL,
	LEFT,
	RIGHT,
	FIRST,
	LAST,
	ERASE,
	DELETE,
	ERASE_WORD,
	ERASE_ALL,
	OLDER,
	NEWER
};

static const struct key_row keys[] = {
	{ "Enter", ENTER, NULL, "Take the text", 0 },
	{ "Esc Ctrl-C", CANCEL, NULL, "Leave without it", 0 },
	{ "Left Ctrl-B", LEFT, NULL, "Back a character", 0 },
	{ "Right Ctrl-F", RIGHT, NULL, "On a character", 0 },
	{ "Home Ctrl-A", FIRST, NULL, "To the beginning", 0 },
	{ "End Ctrl-E", LAST, NULL, "To the end", 0 },
	{ "Backspace Ctrl-H", ERASE, NULL, "Erase the character before", 0 },
	{ "Delete Ctrl-D", DELETE, NULL, "Erase the character under the cursor", 0 },
	{ "Ctrl-W", ERASE_WORD, NULL, "Erase the word before", 0 },
	{ "Ctrl-U", ERASE_ALL, NULL, "Erase what stands before", 0 },
	{ "Up Ctrl-P", OLDER, NULL, "What was typed here before", 0 },
	{ "Down Ctrl-N", NEWER, NULL, "What was typed here after that", 0 },
	{ 0 },
};

/* Where the cluster after `at` ends. */
static size_t next(const struct prompt *p, size_t at)
{
	struct str rest = str_slice(buf_str(&p->text), at, p->text.n);
	struct cluster c;
	return text_next(&rest, &c) ? p->text.n - rest.n : p->text.n;
}

/* Where the cluster before `at` begins. */
static size_t previous(const struct prompt *p, size_t at)
{
	size_t begin = 0;
	for (size_t end; begin < at && (end = next(p, begin)) < at; begin = end)
		;
	return begin;
}

static size_t word_before(const struct prompt *p)
{
	size_t at = p->at;
	while (at > 0 && p->text.p[at - 1] == ' ')
		at--;
	while (at > 0 && p->text.p[at - 1] != ' ')
		at--;
	return at;
}

/* Replace the bytes [from, to) and put the cursor after what stands there now. */
static void replace(struct prompt *p, size_t from, size_t to, struct str text)
{
	struct buf b = { 0 };
	buf_add(&b, str_slice(buf_str(&p->text), 0, from));
	buf_add(&b, text);
	buf_add(&b, str_slice(buf_str(&p->text), to, p->text.n));
	buf_release(&p->text);
	p->text = b;
	p->at = from + text.n;
}

/* Put in what the user typed or pasted. */
static void type(struct prompt *p, struct str text)
{
	replace(p, p->selected ? 0 : p->at, p->selected ? p->text.n : p->at, text);
	p->selected = false;
}

/* The line `back` of what was typed before; false when there are less. */
static bool past_line(const struct prompt *p, int back, struct str *line)
{
	struct str rest = buf_str(&p->past);
	while (back > 0 && str_line(&rest, line))
		back--;
	return back == 0;
}

/* Another of the lines typed before; behind the newest is what was typed now. */
static void recall(struct prompt *p, int step)
{
	struct str line = { 0 };
	int back = p->back + step;
	if (back < 0 || !past_line(p, back, &line))
		return;
	if (p->back == 0) {
		buf_clear(&p->typed);
		buf_add(&p->typed, buf_str(&p->text));
	}
	p->back = back;
	replace(p, 0, p->text.n, back ? line : buf_str(&p->typed));
}

static void edit(struct prompt *p, int action)
{
	static const struct str nothing = { 0 };
	p->selected = false;
	switch (action) {
	case LEFT: p->at = previous(p, p->at); break;
	case RIGHT: p->at = next(p, p->at); break;
	case FIRST: p->at = 0; break;
	case LAST: p->at = p->text.n; break;
	case ERASE: replace(p, previous(p, p->at), p->at, nothing); break;
	case DELETE: replace(p, p->at, next(p, p->at), nothing); break;
	case ERASE_WORD: replace(p, word_before(p), p->at, nothing); break;
	case ERASE_ALL: replace(p, 0, p->at, nothing); break;
	case OLDER: recall(p, 1); break;
	case NEWER: recall(p, -1); break;
	default: bug("no edit %d", action);
	}
}

void prompt_open(struct prompt *p, const char *label, struct str initial)
{
	struct buf text = { 0 }; /* initial may be what was typed before */
	buf_add(&text, initial);
	buf_clear(&p->label);
	buf_add(&p->label, str_of(label));
	buf_release(&p->text);
	p->text = text;
	p->at = text.n;
	p->on = true;
	p->selected = text.n > 0;
	p->again = p->tells = false;
	p->back = 0;
	buf_clear(&p->past);
}

void prompt_past(struct prompt *p, struct str past)
{
	buf_clear(&p->past);
	buf_add(&p->past, past);
}

void prompt_insert(struct prompt *p, struct str text)
{
	struct buf clean = { 0 };
	text_sanitize(&clean, text);
	for (size_t i = 0; i < clean.n; i++)
		if (clean.p[i] == '\n' || clean.p[i] == '\t')
			clean.p[i] = ' ';
	type(p, buf_str(&clean));
	buf_release(&clean);
}

void prompt_release(struct prompt *p)
{
	buf_release(&p->label);
	buf_release(&p->text);
	buf_release(&p->past);
	buf_release(&p->typed);
	p->on = false;
}

enum prompt_end prompt_key(struct prompt *p, int key)
{
	const struct key_row *row = keys_find(keys, key, 0);
	if (row && row->action == ENTER)
		return PROMPT_ENTERED;
	if (row && row->action == CANCEL)
		return PROMPT_CANCELLED;
	if (row)
		edit(p, row->action);
	else if (key >= ' ' && key < KEY_SPECIAL) {
		struct buf b = { 0 };
		text_encode(&b, (uint32_t)key);
		/* As typed: a mark must be able to join the letter before it. */
		type(p, buf_str(&b));
		buf_release(&b);
	}
	return PROMPT_GOES_ON;
}

void prompt_draw(const struct prompt *p, struct canvas c)
{
	int label = canvas_text(c, 0, 1, ROLE_ACCENT, buf_str(&p->label)) + 1;
	struct canvas field = canvas_sub(c, 0, label, 1, c.cols - label);
	int cursor = text_cols(str_slice(buf_str(&p->text), 0, p->at));
	int left = cursor >= field.cols ? cursor - field.cols + 1 : 0;
	canvas_text(field, 0, -left, p->selected ? ROLE_SELECTED : ROLE_TEXT, buf_str(&p->text));
	canvas_cursor(field, 0, cursor - left);
}
