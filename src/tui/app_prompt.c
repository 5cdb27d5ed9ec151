/* app_prompt.c - prompts: a label and a line being typed. */
#include "tui/app_priv.h"

enum action { ENTER = 1, CANCEL, OLDER, NEWER };

static const struct key_row keys[] = {
	{ "Enter", ENTER, NULL, "Take the text", 0 },
	{ "Esc Ctrl-C", CANCEL, NULL, "Leave without it", 0 },
	{ "Up Ctrl-P", OLDER, NULL, "What was typed here before", 0 },
	{ "Down Ctrl-N", NEWER, NULL, "What was typed here after that", 0 },
	{ 0 },
};

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
	p->field.selected = false;
	if (back < 0 || !past_line(p, back, &line))
		return;
	if (p->back == 0) {
		buf_clear(&p->typed);
		buf_add(&p->typed, buf_str(&p->field.text));
	}
	p->back = back;
	field_set(&p->field, back ? line : buf_str(&p->typed));
	p->field.selected = false;
}

void prompt_open(struct prompt *p, const char *label, struct str initial)
{
	field_set(&p->field, initial);
	buf_clear(&p->label);
	buf_add(&p->label, str_of(label));
	p->on = true;
	p->again = p->tells = false;
	p->back = 0;
	buf_clear(&p->past);
}

void prompt_past(struct prompt *p, struct str past)
{
	buf_clear(&p->past);
	buf_add(&p->past, past);
}

void prompt_release(struct prompt *p)
{
	buf_release(&p->label);
	field_release(&p->field);
	buf_release(&p->past);
	buf_release(&p->typed);
	p->on = false;
}

enum prompt_end prompt_key(struct prompt *p, int key)
{
	const struct key_row *row = keys_find(keys, key, 0);
	if (!row)
		field_key(&p->field, key);
	else if (row->action == OLDER || row->action == NEWER)
		recall(p, row->action == OLDER ? 1 : -1);
	else
		return row->action == ENTER ? PROMPT_ENTERED : PROMPT_CANCELLED;
	return PROMPT_GOES_ON;
}

void prompt_draw(const struct prompt *p, struct canvas c)
{
	int label = canvas_text(c, 0, 1, ROLE_ACCENT, buf_str(&p->label)) + 1;
	field_draw(&p->field, canvas_sub(c, 0, label, 1, c.cols - label));
}
