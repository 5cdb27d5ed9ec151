/* plan_words.c - what a line of a plan says in words and signs: states, dates, minutes, titles. */
#include <string.h>

#include "hone/text.h"
#include "plan_line.h"

enum { MAX_MINUTES = 100000, MAX_REMARK = 200, DATE_LENGTH = 10 };

/*
 * Words that state something. In the running text of a line they count in capitals only, in small
 * letters at the start of a parenthesis or as the last thing after a colon or dash. "MOVED FROM" is
 * not here: that day was moved to where it stands.
 */
static const struct plan_word status_words[] = {
	{ STR_INIT("completed"), PLAN_DONE },
	{ STR_INIT("complete"), PLAN_DONE },
	{ STR_INIT("done"), PLAN_DONE },
	{ STR_INIT("finished"), PLAN_DONE },
	{ STR_INIT("in progress"), PLAN_IN_PROGRESS },
	{ STR_INIT("in-progress"), PLAN_IN_PROGRESS },
	{ STR_INIT("wip"), PLAN_IN_PROGRESS },
	{ STR_INIT("deferred"), PLAN_DEFERRED },
	{ STR_INIT("postponed"), PLAN_DEFERRED },
	{ STR_INIT("on hold"), PLAN_DEFERRED },
	{ STR_INIT("moved to"), PLAN_MOVED },
	{ STR_INIT("shifted to"), PLAN_MOVED },
	{ STR_INIT("skipped"), PLAN_SKIPPED },
};

/* -1: a remark starts, but it is no state. */
static const struct plan_word status_signs[] = {
	{ STR_INIT("✅"), PLAN_DONE },
	{ STR_INIT("☑"), PLAN_DONE },
	{ STR_INIT("✔"), PLAN_DONE },
	{ STR_INIT("✓"), PLAN_DONE },
	{ STR_INIT("🔄"), PLAN_IN_PROGRESS },
	{ STR_INIT("⏳"), PLAN_IN_PROGRESS },
	{ STR_INIT("🚧"), PLAN_IN_PROGRESS },
	{ STR_INIT("🟡"), PLAN_IN_PROGRESS },
	{ STR_INIT("⏸"), PLAN_DEFERRED },
	{ STR_INIT("⏭"), PLAN_SKIPPED },
	{ STR_INIT("⚠"), -1 },
	{ STR_INIT("⭐"), -1 },
	{ STR_INIT("❌"), -1 },
	{ STR_INIT("⬜"), -1 },
};

/* Longer before shorter. */
static const struct plan_word unit_words[] = {
	{ STR_INIT("minutes"), 1 },
	{ STR_INIT("minuten"), 1 },
	{ STR_INIT("minutos"), 1 },
	{ STR_INIT("minute"), 1 },
	{ STR_INIT("mins"), 1 },
	{ STR_INIT("min"), 1 },
	{ STR_INIT("分钟"), 1 },
	{ STR_INIT("hours"), 60 },
	{ STR_INIT("hour"), 60 },
	{ STR_INIT("hrs"), 60 },
	{ STR_INIT("hr"), 60 },
	{ STR_INIT("stunden"), 60 },
	{ STR_INIT("stunde"), 60 },
	{ STR_INIT("std"), 60 },
	{ STR_INIT("heures"), 60 },
	{ STR_INIT("heure"), 60 },
	{ STR_INIT("horas"), 60 },
	{ STR_INIT("hora"), 60 },
	{ STR_INIT("小时"), 60 },
	{ STR_INIT("h"), 60 },
};

/* Most of a line are letters within words and spaces: nothing begins there. */
static bool is_inside(struct str s, size_t at)
{
	return s.p[at] == ' ' || (at > 0 && plan_alpha(s.p[at]) && plan_alpha(s.p[at - 1]));
}

/* The last thing before `at` that is no space; 0 at the start of the line. */
static char char_before(struct str s, size_t at)
{
	while (at > 0 && s.p[at - 1] == ' ')
		at--;
	return at ? s.p[at - 1] : 0;
}

/* "not done", "to be completed" */
static bool is_negated(struct str s, size_t at)
{
	struct str before = str_trim(str_slice(s, at > 5 ? at - 5 : 0, at));
	struct str tail = str_slice(before, before.n > 3 ? before.n - 3 : 0, before.n);
	return str_caseeq(tail, STR("not")) || str_caseeq(tail, STR(" be"));
}

/* The state that the word at s.p[at] gives, or -1. */
static int status_word(struct str s, size_t at, bool shouted)
{
	if (!plan_alpha(s.p[at]) || (at > 0 && plan_alnum(s.p[at - 1])))
		return -1;
	const struct plan_word *w =
		plan_word_at(plan_after(s, at), status_words, LENGTH(status_words));
	if (!w)
		return -1;
	size_t end = at + w->name.n;
	if (end < s.n && plan_alnum(s.p[end]))
		return -1;
	if (is_negated(s, at))
		return -1;
	if (!shouted && plan_capitals(str_slice(s, at, end)))
		return w->value;
	char before = char_before(s, at);
	if (before == '(' || before == '[')
		return w->value;
	struct str next = plan_after(s, end);
	plan_skip_separators(&next);
	bool last = next.n == 0 || *next.p == '(' || *next.p == ')' || plan_digit(*next.p);
	return last && (before == ':' || before == '-' || before == 0) ? w->value : -1;
}

bool plan_line_status(struct str s, bool shouted, enum plan_status *status)
{
	for (size_t i = 0; i < s.n; i++) {
		int value = -1;
		if (is_inside(s, i))
			continue;
		if ((unsigned char)s.p[i] >= 0xe2) {
			const struct plan_word *w =
				plan_word_at(plan_after(s, i), status_signs, LENGTH(status_signs));
			value = w ? w->value : -1;
		} else {
			value = status_word(s, i, shouted);
		}
		if (value < 0)
			continue;
		*status = (enum plan_status)value;
		return true;
	}
	return false;
}

/* An ISO date at s.p[at], cut off from other digits. */
static bool date_at(struct str s, size_t at, int *day)
{
	if (!plan_digit(s.p[at]) || (at > 0 && plan_digit(s.p[at - 1])))
		return false;
	if (at + DATE_LENGTH < s.n && plan_digit(s.p[at + DATE_LENGTH]))
		return false;
	return day_parse(plan_after(s, at), day);
}

int plan_line_date(struct str s)
{
	int day;
	for (size_t i = 0; i + DATE_LENGTH <= s.n; i++) {
		if (date_at(s, i, &day))
			return day;
	}
	return DAY_NONE;
}

int plan_target_date(struct str line)
{
	static const struct plan_word name[] = {
		{ { "target date", 11 }, 0 },
		{ { "target", 6 }, 0 },
		{ { "deadline", 8 }, 0 },
		{ { "exam date", 9 }, 0 },
		{ { "exam", 4 }, 0 },
		{ { "interview date", 14 }, 0 },
		{ { "interview", 9 }, 0 },
	};
	while (line.n && strchr("*_->+ ", *line.p))
		line = plan_after(line, 1);
	const struct plan_word *w = plan_word_at(line, name, LENGTH(name));
	if (!w)
		return DAY_NONE;
	line = plan_after(line, w->name.n);
	while (line.n && (*line.p == '*' || *line.p == '_'))
		line = plan_after(line, 1);
	return line.n && *line.p == ':' ? plan_line_date(line) : DAY_NONE;
}

/* "2.5" in thousandths. */
static bool decimal(struct str *s, int *value)
{
	struct str t = *s;
	int whole;
	if (!str_number(&t, &whole) || whole > MAX_MINUTES)
		return false;
	*value = whole * 1000;
	if (t.n > 1 && (*t.p == '.' || *t.p == ',') && plan_digit(t.p[1])) {
		t = plan_after(t, 1);
		for (int unit = 100; t.n && plan_digit(*t.p); unit /= 10, t = plan_after(t, 1))
			*value += unit * (*t.p - '0');
	}
	*s = t;
	return true;
}

/* Minutes that the unit at *s stands for, 0 when there is none. */
static int unit(struct str *s)
{
	struct str t = *s;
	plan_skip_spaces(&t);
	/* Most numbers are followed by a sign, which begins no word: the table is not asked. */
	bool sign = t.n && (unsigned char)*t.p < 0x80 && !plan_alpha(*t.p);
	const struct plan_word *w = sign ? NULL : plan_word_at(t, unit_words, LENGTH(unit_words));
	if (!w)
		return 0;
	t = plan_after(t, w->name.n);
	if (t.n && plan_alnum(*t.p))
		return 0;
	*s = t;
	return w->value;
}

static int to_minutes(int thousandths, int unit_minutes)
{
	int64_t minutes = (int64_t)thousandths * unit_minutes / 1000;
	return minutes > MAX_MINUTES ? MAX_MINUTES : (int)minutes;
}

/* "-60 min" after "45", or " - 1 hour" after "30 min": *to becomes the upper end. */
static bool upper_end(struct str *s, int *to, int *units)
{
	struct str t = *s;
	if (!plan_skip_range(&t) || !decimal(&t, to))
		return false;
	*units = unit(&t);
	if (*units)
		*s = t;
	return *units > 0;
}

/* A length of time at *s; advances past it. */
static bool amount(struct str *s, int *from, int *to)
{
	struct str t = *s;
	int low, high = 0, more = 0, high_units = 0;
	if (!decimal(&t, &low))
		return false;
	if (str_starts(t, STR("+")))
		t = plan_after(t, 1);
	int units = unit(&t);
	bool range = upper_end(&t, &high, &high_units);
	if (!units && !range)
		return false;
	*from = to_minutes(low, units ? units : high_units);
	*to = range ? to_minutes(high, high_units) : *from;
	struct str next = t;
	plan_skip_spaces(&next);
	/* "2h 10min" */
	if (!range && units > 1 && decimal(&next, &more) && unit(&next) == 1) {
		*to = *from += to_minutes(more, 1);
		t = next;
	}
	if (*to < *from)
		*to = *from;
	*s = t;
	return true;
}

/* The first length of time in s: where it starts and ends. */
static bool find_amount(struct str s, int *from, int *to, size_t *start, size_t *end)
{
	for (size_t i = 0; i < s.n; i++) {
		if (!plan_digit(s.p[i]))
			continue;
		struct str t = plan_after(s, i);
		if ((i == 0 || (!plan_alnum(s.p[i - 1]) && s.p[i - 1] != '.')) &&
			amount(&t, from, to)) {
			*start = i;
			*end = s.n - t.n;
			return true;
		}
		while (i + 1 < s.n && plan_digit(s.p[i + 1]))
			i++;
	}
	return false;
}

bool plan_minutes(struct str text, int *from, int *to)
{
	size_t start, end;
	int low, high;
	if (!find_amount(text, &low, &high, &start, &end))
		return false;
	bool below = char_before(text, start) == '<';
	*from = below ? 0 : low;
	*to = high;
	return true;
}

/* The length of the parenthesis at the start of s, 0 when it does not close soon. */
static size_t parenthesis(struct str s)
{
	char open = *s.p, close = open == '(' ? ')' : ']';
	int depth = 0;
	for (size_t i = 0; i < s.n && i < MAX_REMARK; i++) {
		depth += s.p[i] == open;
		depth -= s.p[i] == close;
		if (depth == 0)
			return i + 1;
	}
	return 0;
}

/* Parenthesis that says when, how long or how far, not what. */
static bool is_remark(struct str s)
{
	int from, to;
	struct label l;
	return plan_line_date(s) != DAY_NONE || plan_minutes(s, &from, &to) ||
	       status_word(s, 1, true) >= 0 ||
	       plan_label_numbers(&(struct str){ s.p + 1, s.n - 1 }, &l);
}

/* Length of what does not belong into a title at s.p[at]; SIZE_MAX when the title ends there. */
static size_t title_noise(struct str s, size_t at, bool begun, bool shouted)
{
	struct str t = plan_after(s, at);
	int day;
	if (is_inside(s, at))
		return 0;
	if (*t.p == '(' || *t.p == '[') {
		size_t n = parenthesis(t);
		return n && is_remark(str_slice(t, 0, n)) ? n : 0;
	}
	if (date_at(s, at, &day))
		return DATE_LENGTH;
	if (!shouted && status_word(s, at, false) >= 0)
		return SIZE_MAX;
	if ((unsigned char)*t.p < 0x80)
		return 0;
	if (begun && plan_word_at(t, status_signs, LENGTH(status_signs)))
		return SIZE_MAX;
	uint32_t cp = text_decode(&t);
	return !begun && plan_symbol(cp) ? s.n - at - t.n : 0;
}

static bool ends_title(uint32_t cp)
{
	if (cp >= 0x80)
		return !plan_symbol(cp);
	return plan_alnum((char)cp) || (cp > ' ' && strchr(")]+?!\"#%$", (int)cp));
}

/* Without separators and decoration at the end. */
static struct str trim_end(struct str s)
{
	while (s.n) {
		size_t last = s.n - 1;
		while (last > 0 && ((unsigned char)s.p[last] & 0xc0) == 0x80)
			last--;
		struct str t = str_slice(s, last, s.n);
		if (ends_title(text_decode(&t)))
			return s;
		s.n = last;
	}
	return s;
}

/* "Reading - 2 hours" without the hours. */
static struct str trim_amount(struct str s)
{
	size_t start, end;
	int from, to;
	if (!find_amount(s, &from, &to, &start, &end) || end != s.n || start == 0)
		return s;
	char before = char_before(s, start);
	bool apart = before == '-' || before == ',' || before == '~';
	return apart ? trim_end(str_slice(s, 0, start)) : s;
}

struct str plan_title(struct str s, bool shouted, struct arena *a)
{
	char *out = arena_alloc(a, s.n + 1, 1);
	size_t n = 0;
	plan_skip_separators(&s);
	for (size_t i = 0; i < s.n;) {
		size_t noise = title_noise(s, i, n > 0, shouted);
		if (noise == SIZE_MAX)
			break;
		i += noise;
		if (noise)
			continue;
		if (s.p[i] != ' ' || (n > 0 && out[n - 1] != ' '))
			out[n++] = s.p[i];
		i++;
	}
	struct str title = trim_amount(trim_end((struct str){ out, n }));
	plan_skip_separators(&title);
	bool wrapped = title.n > 2 && *title.p == '(' && parenthesis(title) == title.n;
	return wrapped ? str_slice(title, 1, title.n - 1) : title;
}
