/* plan_amount.c - lengths of time and clocks in a plan: "45-60 min", "2h 10min", "3 x 25 min", "09:00-10:30". */
#include <string.h>

#include "plan_line.h"

enum { MAX_MINUTES = 100000, MAX_TIMES = 100, HOUR = 60, DAY = 24 * 60, MAX_WORDS = 40 };

/* Whole words; of those that no space follows the longer stand before the shorter. */
static const struct plan_words unit_words = {
	.of[LETTER('h')] = WORDS({ STR_INIT("h"), HOUR }, { STR_INIT("hour"), HOUR },
		{ STR_INIT("hours"), HOUR }, { STR_INIT("hrs"), HOUR }, { STR_INIT("hr"), HOUR },
		{ STR_INIT("heures"), HOUR }, { STR_INIT("heure"), HOUR },
		{ STR_INIT("horas"), HOUR }, { STR_INIT("hora"), HOUR }),
	.of[LETTER('m')] = WORDS({ STR_INIT("min"), 1 }, { STR_INIT("minutes"), 1 },
		{ STR_INIT("minuten"), 1 }, { STR_INIT("minutos"), 1 }, { STR_INIT("minuti"), 1 },
		{ STR_INIT("minute"), 1 }, { STR_INIT("mins"), 1 }),
	.of[LETTER('o')] = WORDS({ STR_INIT("ore"), HOUR }),
	.of[LETTER('s')] = WORDS({ STR_INIT("stunden"), HOUR }, { STR_INIT("stunde"), HOUR },
		{ STR_INIT("std"), HOUR }),
	.wide = WORDS({ STR_INIT("分钟"), 1 }, { STR_INIT("分鐘"), 1 }, { STR_INIT("分間"), 1 },
		{ STR_INIT("분"), 1 }, { STR_INIT("минут"), 1 }, { STR_INIT("мин"), 1 },
		{ STR_INIT("小时"), HOUR }, { STR_INIT("小時"), HOUR }, { STR_INIT("時間"), HOUR },
		{ STR_INIT("시간"), HOUR }, { STR_INIT("часов"), HOUR }, { STR_INIT("часа"), HOUR },
		{ STR_INIT("час"), HOUR }, { STR_INIT("ч"), HOUR }, { STR_INIT("分"), 1 }),
};

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
	size_t n;
	const struct plan_word *w = plan_find_word(t, &unit_words, true, &n);
	if (!w)
		return 0;
	t = plan_after(t, n);
	if (t.n && plan_digit(*t.p))
		return 0;
	/* "80分" is a score, too. */
	if (str_eq(w->name, STR("分")) && !str_starts(t, STR(")")) && !str_starts(t, STR("）")))
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
	if (str_starts(t, STR("+")))
		t = plan_after(t, 1);
	*units = unit(&t);
	if (*units)
		*s = t;
	return *units > 0;
}

/* "30" after "1h": hours and minutes in one word. */
static bool short_minutes(struct str *s, int *minutes)
{
	struct str t = *s;
	if (t.n < 3 || (*t.p | 0x20) != 'h' || !plan_digit(t.p[1]) || !plan_digit(t.p[2]))
		return false;
	*minutes = (t.p[1] - '0') * 10 + (t.p[2] - '0');
	t = plan_after(t, 3);
	if (str_casestarts(t, STR("min")))
		t = plan_after(t, 3);
	else if (t.n && (*t.p | 0x20) == 'm')
		t = plan_after(t, 1);
	if (*minutes >= HOUR || (t.n && plan_alnum(*t.p)))
		return false;
	*s = t;
	return true;
}

/* "-hour" after "2": the unit behind the hyphen, 0 when there is none. */
static int hyphen_unit(struct str *s)
{
	struct str t = plan_after(*s, str_starts(*s, STR("-")));
	int units = t.n < s->n && t.n && plan_alpha(*t.p) ? unit(&t) : 0;
	if (units)
		*s = t;
	return units;
}

/* A length of time at *s; advances past it. */
static bool amount(struct str *s, bool hyphen, int *from, int *to)
{
	struct str t = *s;
	int low, high = 0, more = 0, high_units = 0;
	if (!decimal(&t, &low))
		return false;
	if (short_minutes(&t, &more)) {
		*from = *to = to_minutes(low, HOUR) + more;
		*s = t;
		return true;
	}
	if (str_starts(t, STR("+")))
		t = plan_after(t, 1);
	int units = unit(&t);
	if (!units && hyphen)
		units = hyphen_unit(&t);
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

/* After the number at s.p[at] something follows that can make it a length: units, ranges and signs. */
static bool may_measure(struct str s, size_t at)
{
	static const char next[] = "hHmMoOsStTaAbB-~&+";
	while (at < s.n && (plan_digit(s.p[at]) || s.p[at] == '.' || s.p[at] == ','))
		at++;
	while (at < s.n && (s.p[at] == ' ' || s.p[at] == '\t'))
		at++;
	return at < s.n &&
	       ((unsigned char)s.p[at] >= 0x80 || memchr(next, s.p[at], sizeof next - 1));
}

bool plan_find_amount(struct str s, size_t at, bool hyphen, struct plan_amount *out)
{
	for (size_t i = at; i < s.n; i++) {
		while (i < s.n && !plan_digit(s.p[i]))
			i++;
		if (i == s.n)
			return false;
		struct str t = plan_after(s, i);
		if (t.n > 1 && t.p[1] > 0 && strchr(")/:%]=;", t.p[1]))
			continue;
		if ((i == 0 || (!plan_alnum(s.p[i - 1]) && s.p[i - 1] != '.')) &&
			may_measure(s, i) && amount(&t, hyphen, &out->from, &out->to)) {
			out->at = i;
			out->end = s.n - t.n;
			return true;
		}
		while (i + 1 < s.n && plan_digit(s.p[i + 1]))
			i++;
	}
	return false;
}

static bool skip_times(struct str *s)
{
	struct str t = *s;
	plan_skip_spaces(&t);
	bool sign = str_starts(t, STR("×")) || str_starts(t, STR("✕"));
	bool letter = t.n > 1 && (*t.p | 0x20) == 'x' && !plan_alpha(t.p[1]);
	if (!sign && !letter)
		return false;
	*s = plan_after(t, letter ? 1 : str_starts(t, STR("×")) ? 2 : 3);
	plan_skip_spaces(s);
	return true;
}

/* "3-4 problems × " before the amount at `start`: how many times it counts. */
static bool times_before(struct str s, size_t start, int *low, int *high)
{
	size_t least = start > MAX_WORDS ? start - MAX_WORDS : 0, at = start;
	while (at > least && s.p[at - 1] == ' ')
		at--;
	size_t sign = at;
	while (sign > least && !plan_digit(s.p[sign - 1]) && s.p[sign - 1] != ' ')
		sign--;
	struct str t = str_slice(s, sign, start);
	if (sign == at || !skip_times(&t) || t.n)
		return false;
	for (at = sign; at > least && (plan_alpha(s.p[at - 1]) || s.p[at - 1] == ' ');)
		at--;
	for (sign = at; sign > least && (plan_digit(s.p[sign - 1]) || s.p[sign - 1] == '-');)
		sign--;
	t = str_slice(s, sign, at);
	if (!str_number(&t, low))
		return false;
	*high = *low;
	return t.n == 0 ||
	       (str_starts(t, STR("-")) && (t = plan_after(t, 1), str_number(&t, high)));
}

/* " × 3" after it. */
static bool times_after(struct str s, size_t end, int *low, int *high)
{
	struct str t = plan_after(s, end);
	if (!skip_times(&t) || !str_number(&t, low))
		return false;
	*high = *low;
	struct str range = t;
	if (plan_skip_range(&range))
		str_number(&range, high);
	return true;
}

bool plan_minutes(struct str text, int *from, int *to)
{
	struct plan_amount a;
	int less, more;
	if (!plan_find_amount(text, 0, false, &a))
		return false;
	if ((times_before(text, a.at, &less, &more) || times_after(text, a.end, &less, &more)) &&
		less > 0 && less <= more && more <= MAX_TIMES) {
		a.from = to_minutes(a.from * 1000, less);
		a.to = to_minutes(a.to * 1000, more);
	}
	bool below = plan_char_before(text, a.at) == '<';
	*from = below ? 0 : a.from;
	*to = a.to;
	return true;
}

/* "09:00", "9am", "9:30 pm", "9h30", "14:30 Uhr"; *bare: only a number with "h", which is a length, too. */
static bool clock_at(struct str *s, int *at, bool *bare)
{
	struct str t = *s;
	int hour, minute = 0;
	bool colon = false;
	if (!str_number(&t, &hour) || hour > 24)
		return false;
	*bare = t.n && *t.p == 'h';
	colon = t.n > 2 && (*t.p == ':' || *bare) && plan_digit(t.p[1]) && plan_digit(t.p[2]);
	if (colon) {
		minute = (t.p[1] - '0') * 10 + (t.p[2] - '0');
		t = plan_after(t, 3);
	} else if (*bare) {
		t = plan_after(t, 1);
	}
	struct str half = t;
	plan_skip_spaces(&half);
	bool am = str_casestarts(half, STR("am")), pm = str_casestarts(half, STR("pm"));
	if ((am || pm) && hour <= 12 && (half.n == 2 || !plan_alnum(half.p[2]))) {
		hour = hour % 12 + (pm ? 12 : 0);
		t = plan_after(half, 2);
	} else if (!colon && !*bare) {
		return false;
	}
	*at = hour * HOUR + minute;
	*s = t;
	return minute < HOUR && *at <= DAY && (t.n == 0 || !plan_alnum(*t.p));
}

/* "9" of "9-10:30 am", the hour before a range whose end is a clock. */
static bool hour_at(struct str *s, int *at)
{
	struct str t = *s;
	if (!str_number(&t, at) || *at > 24 || (t.n && plan_alnum(*t.p)))
		return false;
	*at *= HOUR;
	*s = t;
	return true;
}

bool plan_clock(struct str *s, int *from, int *to)
{
	struct str t = *s;
	bool bare = false, end_bare = false;
	if (t.n == 0 || !plan_digit(*t.p))
		return false;
	bool plain = !clock_at(&t, from, &bare);
	if (plain && (t = *s, !hour_at(&t, from)))
		return false;
	struct str end = t;
	bool range = plan_skip_range(&end) && clock_at(&end, to, &end_bare) && !(plain && end_bare);
	if (range && plain && *from + 12 * HOUR <= *to && *from < 12 * HOUR)
		*from += 12 * HOUR; /* "1-3 pm" */
	if (!range && (plain || bare))
		return false;
	/* "2h-3h" is how long something takes. */
	if (range && (*to <= *from || (bare && *from < 6 * HOUR)))
		return false;
	if (!range) {
		*to = -1;
		end = t;
	}
	struct str next = end;
	plan_skip_spaces(&next);
	if (str_starts(next, STR("Uhr")))
		end = plan_after(next, 3);
	*s = end;
	return range || plan_word_follows(next) || next.n == 0 || !plan_digit(*next.p);
}
