/* deck_kind.c - typed answers, choices, problems and explanations among the basic cards. */
#include "deck_kind.h"

#include <string.h>

#include "deck_text.h"

enum { MAX_MINUTES = 1440, STATED_LINES = 5 };

static const struct {
	struct str word;
	enum card_kind kind;
} kind_tags[] = {
	{ STR_INIT("type"), CARD_TYPED },
	{ STR_INIT("typed"), CARD_TYPED },
	{ STR_INIT("problem"), CARD_PROBLEM },
	{ STR_INIT("explain"), CARD_EXPLAIN },
};

/* Longer before shorter. */
static const struct {
	struct str word;
	int minutes;
} units[] = {
	{ STR_INIT("minutes"), 1 },
	{ STR_INIT("minute"), 1 },
	{ STR_INIT("mins"), 1 },
	{ STR_INIT("min"), 1 },
	{ STR_INIT("hours"), 60 },
	{ STR_INIT("hour"), 60 },
	{ STR_INIT("hrs"), 60 },
	{ STR_INIT("hr"), 60 },
	{ STR_INIT("h"), 60 },
};

static const struct str range_marks[] = {
	STR_INIT("-"),
	STR_INIT("\xe2\x80\x93"),
	STR_INIT("\xe2\x80\x94"),
	STR_INIT("to "),
};

static const struct str time_labels[] = {
	STR_INIT("expected time"),
	STR_INIT("target time"),
	STR_INIT("time"),
};

static void skip(struct str *s, size_t n)
{
	*s = str_trim(str_slice(*s, n, s->n));
}

static bool is_digit(struct str s)
{
	return s.n > 0 && s.p[0] >= '0' && s.p[0] <= '9';
}

/* "1.5" in hundredths at *s. */
static bool number(struct str *s, int *value)
{
	struct str t = *s;
	if (!is_digit(t) || !str_number(&t, value) || *value > MAX_MINUTES)
		return false;
	*value *= 100;
	if (t.n > 1 && (t.p[0] == '.' || t.p[0] == ',') && is_digit(str_slice(t, 1, 2))) {
		t = str_slice(t, 1, t.n);
		for (int part = 10; is_digit(t); part /= 10, t = str_slice(t, 1, t.n))
			*value += part * (t.p[0] - '0');
	}
	*s = str_trim(t);
	return true;
}

/* The minutes of the unit at *s, 0 for none. */
static int unit(struct str *s)
{
	for (size_t i = 0; i < LENGTH(units); i++) {
		if (!str_casestarts(*s, units[i].word))
			continue;
		struct str rest = str_slice(*s, units[i].word.n, s->n);
		char next = rest.n ? (char)(rest.p[0] | 0x20) : ' ';
		if (next >= 'a' && next <= 'z')
			return 0;
		*s = str_trim(rest);
		return units[i].minutes;
	}
	return 0;
}

static bool range_mark(struct str *s)
{
	for (size_t i = 0; i < LENGTH(range_marks); i++)
		if (str_starts(*s, range_marks[i])) {
			skip(s, range_marks[i].n);
			return true;
		}
	return false;
}

static int in_minutes(int hundredths, int unit_minutes)
{
	int64_t n = ((int64_t)hundredths * unit_minutes + 50) / 100;
	return n > MAX_MINUTES ? MAX_MINUTES : (int)n;
}

/* "20-25 min", "~20 min", "<15 min", "1-1.5 hours", "1 h 30 min", "45 min - 1 h"; *s after it. */
static bool length_of_time(struct str *s, int *from, int *to)
{
	struct str t = str_trim(*s);
	int low, high = 0, high_unit = 0;
	bool below = str_starts(t, STR("<")), about = str_starts(t, STR("~"));
	if (below || about)
		skip(&t, 1);
	if (!number(&t, &low))
		return false;
	int low_unit = unit(&t);
	bool range = range_mark(&t);
	bool more = range || (low_unit == 60 && is_digit(t));
	if (more && (!number(&t, &high) || (high_unit = unit(&t)) == 0))
		return false;
	if (low_unit == 0 && high_unit == 0)
		return false;
	int first = in_minutes(low, low_unit ? low_unit : high_unit);
	*to = !more ? first : in_minutes(high, high_unit) + (range ? 0 : first);
	*from = below ? 0 : range ? first : *to;
	if (*to < *from)
		*to = *from;
	*s = t;
	return *to > 0;
}

/* Cut a "(20-25 min)" off the end of a line that says more than that. */
static bool cut_minutes(struct str *line, int *from, int *to)
{
	struct str s = str_trim(*line);
	size_t at = s.n;
	if (!str_ends(s, STR(")")))
		return false;
	while (at > 0 && s.p[at - 1] != '(')
		at--;
	struct str inner = str_trim(str_slice(s, at, s.n - 1));
	struct str rest = str_trim(str_slice(s, 0, at ? at - 1 : 0));
	if (rest.n == 0 || !length_of_time(&inner, from, to) || inner.n > 0)
		return false;
	*line = rest;
	return true;
}

/* "**Time**: 20 min" and the like: past the label. */
static bool cut_time_label(struct str *line)
{
	struct str s = str_trim(*line);
	if (!str_starts(s, STR("**")))
		return false;
	s = str_slice(s, 2, s.n);
	for (size_t i = 0; i < LENGTH(time_labels); i++) {
		if (!str_casestarts(s, time_labels[i]))
			continue;
		struct str rest = str_slice(s, time_labels[i].n, s.n);
		bool cut = str_starts(rest, STR("**:")) || str_starts(rest, STR(":**"));
		*line = str_slice(rest, 3, rest.n);
		return cut;
	}
	return false;
}

/* A time stated within the first lines of the answer. */
static bool stated_minutes(struct str back, int *from, int *to)
{
	struct str line;
	for (int n = 0; n < STATED_LINES && str_line(&back, &line);) {
		if (str_trim(line).n == 0)
			continue;
		n++;
		if (cut_time_label(&line))
			return length_of_time(&line, from, to);
	}
	return false;
}

/* The first line of the front without the time at its end. */
static bool cut_front_minutes(struct deck_card *card, struct arena *a)
{
	struct str rest = card->front, line;
	if (!str_line(&rest, &line) || !cut_minutes(&line, &card->minutes_from, &card->minutes_to))
		return false;
	struct buf b = { 0 };
	buf_add(&b, line);
	if (rest.n > 0)
		buf_addc(&b, '\n');
	buf_add(&b, rest);
	card->front = arena_str(a, buf_str(&b));
	buf_release(&b);
	return true;
}

static enum card_kind kind_of_tag(struct str tag)
{
	for (size_t i = 0; i < LENGTH(kind_tags); i++)
		if (str_caseeq(tag, kind_tags[i].word))
			return kind_tags[i].kind;
	return CARD_BASIC;
}

/* Take the tags that name a kind off; the first of them counts. */
static enum card_kind take_kind(struct str *tags, struct arena *a)
{
	enum card_kind kind = CARD_BASIC;
	struct buf kept = { 0 };
	for (struct str rest = *tags, word; (word = str_word(&rest)).n;) {
		enum card_kind named = kind_of_tag(word);
		if (named == CARD_BASIC && kept.n > 0)
			buf_addc(&kept, ' ');
		if (named == CARD_BASIC)
			buf_add(&kept, word);
		else if (kind == CARD_BASIC)
			kind = named;
	}
	if (kind != CARD_BASIC)
		*tags = arena_str(a, buf_str(&kept));
	buf_release(&kept);
	return kind;
}

bool deck_explains(struct str line, struct arena *a)
{
	if (str_find(line, STR("#explain"), 0) < 0)
		return false;
	struct str tags = deck_cut_tags(&line, a);
	return take_kind(&tags, a) == CARD_EXPLAIN;
}

struct str deck_settle_kind(struct deck_card *card, bool heading, struct arena *a)
{
	int *from = &card->minutes_from, *to = &card->minutes_to;
	card->kind = take_kind(&card->tags, a);
	if (card->kind == CARD_TYPED && memchr(card->back.p, '\n', card->back.n)) {
		card->kind = CARD_BASIC;
		return STR("typed answer of several lines: make it one line or take '#type' away");
	}
	bool timed = card->kind == CARD_PROBLEM || card->kind == CARD_EXPLAIN;
	if (timed && !cut_front_minutes(card, a))
		stated_minutes(card->back, from, to);
	if (card->kind == CARD_BASIC && heading && stated_minutes(card->back, from, to))
		card->kind = CARD_PROBLEM;
	else if (card->kind == CARD_BASIC && deck_choices(card->back, NULL, 0) > 0)
		card->kind = CARD_CHOICE;
	return (struct str){ 0 };
}

/* A line "- [x] text". */
static bool choice_line(struct str line, struct choice *c)
{
	struct str s = str_trim(line);
	if (s.n < 6 || !strchr("-*+", s.p[0]) || s.p[1] != ' ')
		return false;
	skip(&s, 2);
	bool ticked = str_casestarts(s, STR("[x] "));
	if (!ticked && !str_starts(s, STR("[ ] ")))
		return false;
	*c = (struct choice){ str_trim(str_slice(s, 4, s.n)), ticked };
	return c->text.n > 0;
}

size_t deck_choices(struct str back, struct choice *out, size_t max)
{
	size_t n = 0, right = 0;
	struct choice c;
	for (struct str line; str_line(&back, &line);) {
		if (str_trim(line).n == 0)
			continue;
		if (!choice_line(line, &c))
			return 0;
		if (n < max)
			out[n] = c;
		n++;
		right += c.right;
	}
	return n > 1 && right > 0 ? n : 0;
}
