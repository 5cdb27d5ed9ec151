/* app_prompt.c - prompts: a label and a line being typed. */
#include "tui/app_priv.h"

enum action { ENTER = 1, CANCEL };

static const struct key_row keys[] = {
	{ "Enter", ENTER, NULL, "Take the text", 0 },
	{ "Esc Ctrl-C", CANCEL, NULL, "Leave without it", 0 },
	{ 0 },
};

void prompt_open(struct prompt *p, const char *label, struct str initial)
{
	field_set(&p->field, initial);
	buf_clear(&p->label);
	buf_add(&p->label, str_of(label));
	p->on = true;
	p->again = false;
}

void prompt_release(struct prompt *p)
{
	buf_release(&p->label);
	field_release(&p->field);
	p->on = false;
}

enum prompt_end prompt_key(struct prompt *p, int key)
{
	const struct key_row *row = keys_find(keys, key, 0);
	if (!row)
		field_key(&p->field, key);
	return !row ? PROMPT_GOES_ON : row->action == ENTER ? PROMPT_ENTERED : PROMPT_CANCELLED;
}

void prompt_draw(const struct prompt *p, struct canvas c)
{
	int label = canvas_text(c, 0, 1, ROLE_ACCENT, buf_str(&p->label)) + 1;
	field_draw(&p->field, canvas_sub(c, 0, label, 1, c.cols - label));
}
