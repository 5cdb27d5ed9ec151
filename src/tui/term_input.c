/* term_input.c - bytes of the terminal as keys, pastes and reports. */
#include "tui/term_priv.h"

#include <stdlib.h>

/* Our names before <curses.h> takes them for its own; the two lists stand in the same order. */
static const int our_keys[] = { KEY_UP, KEY_DOWN, KEY_LEFT, KEY_RIGHT, KEY_HOME, KEY_END,
	KEY_PAGE_UP, KEY_PAGE_DOWN, KEY_INSERT, KEY_DELETE, KEY_BACKTAB, KEY_ENTER, KEY_BACKSPACE };
enum {
	OUR_F1 = KEY_F1,
	OUR_ENTER = KEY_ENTER,
	OUR_ESCAPE = KEY_ESCAPE,
	OUR_BACKSPACE = KEY_BACKSPACE
};

#include <curses.h>

static const int curses_keys[] = { KEY_UP, KEY_DOWN, KEY_LEFT, KEY_RIGHT, KEY_HOME, KEY_END,
	KEY_PPAGE, KEY_NPAGE, KEY_IC, KEY_DC, KEY_BTAB, KEY_ENTER, KEY_BACKSPACE };
_Static_assert(LENGTH(our_keys) == LENGTH(curses_keys), "one of ours for each of curses'");

enum { FUNCTION_KEYS = 12, LAST_BYTE = 255, LINE_FEED = 10, BACKSPACE_BYTE = 8 };
enum { MOST_PASTED = 1 << 20 };

/* Sequences of which terminfo says nothing. */
enum own_code { CODE_PASTE = 2000, CODE_PASTED, CODE_FOCUSED, CODE_BLURRED, CODE_SYNC };

static const struct {
	const char *bytes;
	int code;
} sequences[] = {
	{ "\033[200~", CODE_PASTE },
	{ "\033[201~", CODE_PASTED },
	{ "\033[I", CODE_FOCUSED },
	{ "\033[O", CODE_BLURRED },
};

static int next(struct term *t)
{
	return t->npushed > 0 ? t->pushed[--t->npushed] : wgetch(t->keys);
}

static void push_back(struct term *t, int code)
{
	if (code != ERR && t->npushed < PUSHED_BACK)
		t->pushed[t->npushed++] = code;
}

static int special(int code)
{
	for (size_t i = 0; i < LENGTH(curses_keys); i++)
		if (curses_keys[i] == code)
			return our_keys[i];
	if (code >= KEY_F(1) && code <= KEY_F(FUNCTION_KEYS))
		return OUR_F1 + code - KEY_F(1);
	return KEY_NONE;
}

/*
 * After an Escape that begins no sequence curses knows: a sequence all the same (a key with modifiers, a
 * reply) is passed over whole, or its letters would act as keys. Alt-x is Escape, then x.
 */
static int escape(struct term *t)
{
	int introducer = next(t);
	if (introducer != '[' && introducer != 'O') {
		push_back(t, introducer);
		return OUR_ESCAPE;
	}
	int c = next(t);
	if (c < ' ' || c > '~') {
		push_back(t, c);
		push_back(t, introducer);
		return OUR_ESCAPE;
	}
	while (introducer == '[' && c >= ' ' && c < '@')
		c = next(t);
	return KEY_NONE;
}

/* A byte of a character beyond ASCII; KEY_NONE until its last one is here. */
static int decode(struct term *t, int byte)
{
	static const size_t lengths[] = { 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 3, 4 };
	if (t->nutf8 == 0 && lengths[byte >> 4] < 2)
		return KEY_NONE;
	t->utf8[t->nutf8++] = (char)byte;
	if (t->nutf8 < lengths[(unsigned char)t->utf8[0] >> 4])
		return KEY_NONE;
	struct str s = { t->utf8, t->nutf8 };
	uint32_t cp = text_decode(&s);
	t->nutf8 = 0;
	return cp == TEXT_REPLACEMENT ? KEY_NONE : (int)cp;
}

/* KEY_NONE for what is no key, or not yet one. */
static int key_of(struct term *t, int code)
{
	if (code > LAST_BYTE)
		return special(code);
	if (code >= 0x80)
		return decode(t, code);
	t->nutf8 = 0;
	switch (code) {
	case OUR_ESCAPE: return escape(t);
	case LINE_FEED: return OUR_ENTER;
	case BACKSPACE_BYTE: return OUR_BACKSPACE;
	default: return code;
	}
}

static void keep_pasted(struct term *t, int code)
{
	if (code <= LAST_BYTE && t->paste.n < MOST_PASTED)
		buf_addc(&t->paste, code == '\r' ? '\n' : (char)code);
}

/* What a code says beside keys; INPUT_NONE: nothing. */
static struct input report(struct term *t, int code)
{
	switch (code) {
	case CODE_FOCUSED: return (struct input){ .kind = INPUT_FOCUS, .focused = true };
	case CODE_BLURRED: return (struct input){ .kind = INPUT_FOCUS };
	case CODE_SYNC: t->asked++; return (struct input){ .kind = INPUT_SYNC };
	case CODE_PASTE:
		t->pasting = true;
		buf_clear(&t->paste);
		return (struct input){ 0 };
	default: return (struct input){ 0 };
	}
}

void input_open(struct term *t)
{
	const char *sync = getenv("HONE_TEST_SYNC");
	/* Reading through a window that is never shown: curses refreshes the one it reads through. */
	t->keys = newpad(1, 1);
	keypad(t->keys, TRUE);
	nodelay(t->keys, TRUE);
	for (size_t i = 0; i < LENGTH(sequences); i++)
		define_key(sequences[i].bytes, sequences[i].code);
	t->sync_on = sync && sync[0] == '1';
	if (t->sync_on)
		define_key("\033[7717~", CODE_SYNC);
}

struct input input_read(struct term *t)
{
	for (int code; (code = next(t)) != ERR;) {
		t->silent = 0;
		if (t->pasting && code == CODE_PASTED) {
			t->pasting = false;
			return (struct input){ .kind = INPUT_PASTE, .text = buf_str(&t->paste) };
		}
		if (t->pasting) {
			keep_pasted(t, code);
			continue;
		}
		struct input in = report(t, code);
		if (in.kind != INPUT_NONE)
			return in;
		in.key = key_of(t, code);
		in.kind = INPUT_KEY;
		if (in.key != KEY_NONE)
			return in;
	}
	return (struct input){ 0 };
}
