/*
 * plan_date.c - dates as people write them: 2025-11-04, 4 Nov 2025, Nov 4-6, 04.11.2025, 11/04/2025,
 * 4. November, 11月4日.
 */
#include <string.h>

#include "plan_line.h"

/*
 * A date whose year is not written is kept in this one until the others tell. A leap year, and before any
 * that is written.
 */
enum { LOOSE_YEAR = 4, FIRST_YEAR = 1900, LAST_YEAR = 2199, ISO_LENGTH = 10 };

/* year 0: not written */
struct date {
	int year, month, day;
};

/* Longer before shorter where one begins the other. */
static const struct plan_words month_words = {
	.of[LETTER('a')] =
		WORDS({ STR_INIT("april"), 4 }, { STR_INIT("avril"), 4 }, { STR_INIT("abril"), 4 },
			{ STR_INIT("apr"), 4 }, { STR_INIT("avr"), 4 }, { STR_INIT("august"), 8 },
			{ STR_INIT("août"), 8 }, { STR_INIT("agosto"), 8 }, { STR_INIT("aug"), 8 }),
	.of[LETTER('d')] = WORDS({ STR_INIT("december"), 12 }, { STR_INIT("dezember"), 12 },
		{ STR_INIT("décembre"), 12 }, { STR_INIT("diciembre"), 12 },
		{ STR_INIT("dezembro"), 12 }, { STR_INIT("dec"), 12 }, { STR_INIT("dez"), 12 },
		{ STR_INIT("déc"), 12 }, { STR_INIT("dic"), 12 }),
	.of[LETTER('e')] = WORDS({ STR_INIT("enero"), 1 }),
	.of[LETTER('f')] = WORDS({ STR_INIT("february"), 2 }, { STR_INIT("februar"), 2 },
		{ STR_INIT("feb"), 2 }, { STR_INIT("février"), 2 }, { STR_INIT("févr"), 2 },
		{ STR_INIT("febrero"), 2 }, { STR_INIT("fevereiro"), 2 }),
	.of[LETTER('j')] = WORDS({ STR_INIT("january"), 1 }, { STR_INIT("januar"), 1 },
		{ STR_INIT("janvier"), 1 }, { STR_INIT("jan"), 1 }, { STR_INIT("janeiro"), 1 },
		{ STR_INIT("june"), 6 }, { STR_INIT("juni"), 6 }, { STR_INIT("juin"), 6 },
		{ STR_INIT("junio"), 6 }, { STR_INIT("junho"), 6 }, { STR_INIT("jun"), 6 },
		{ STR_INIT("july"), 7 }, { STR_INIT("juli"), 7 }, { STR_INIT("juillet"), 7 },
		{ STR_INIT("juil"), 7 }, { STR_INIT("julio"), 7 }, { STR_INIT("julho"), 7 },
		{ STR_INIT("jul"), 7 }),
	.of[LETTER('m')] = WORDS({ STR_INIT("march"), 3 }, { STR_INIT("märz"), 3 },
		{ STR_INIT("mär"), 3 }, { STR_INIT("mars"), 3 }, { STR_INIT("marzo"), 3 },
		{ STR_INIT("mar"), 3 }, { STR_INIT("março"), 3 }, { STR_INIT("may"), 5 },
		{ STR_INIT("mai"), 5 }, { STR_INIT("mayo"), 5 }, { STR_INIT("maio"), 5 }),
	.of[LETTER('n')] = WORDS({ STR_INIT("november"), 11 }, { STR_INIT("novembre"), 11 },
		{ STR_INIT("noviembre"), 11 }, { STR_INIT("novembro"), 11 },
		{ STR_INIT("nov"), 11 }),
	.of[LETTER('o')] = WORDS({ STR_INIT("october"), 10 }, { STR_INIT("oktober"), 10 },
		{ STR_INIT("octobre"), 10 }, { STR_INIT("octubre"), 10 },
		{ STR_INIT("outubro"), 10 }, { STR_INIT("oct"), 10 }, { STR_INIT("okt"), 10 }),
	.of[LETTER('s')] = WORDS({ STR_INIT("september"), 9 }, { STR_INIT("septembre"), 9 },
		{ STR_INIT("septiembre"), 9 }, { STR_INIT("setembro"), 9 }, { STR_INIT("sept"), 9 },
		{ STR_INIT("sep"), 9 }),
	.wide = WORDS({ STR_INIT("января"), 1 }, { STR_INIT("февраля"), 2 },
		{ STR_INIT("марта"), 3 }, { STR_INIT("апреля"), 4 }, { STR_INIT("мая"), 5 },
		{ STR_INIT("июня"), 6 }, { STR_INIT("июля"), 7 }, { STR_INIT("августа"), 8 },
		{ STR_INIT("сентября"), 9 }, { STR_INIT("октября"), 10 },
		{ STR_INIT("ноября"), 11 }, { STR_INIT("декабря"), 12 }),
};

static const struct plan_word ordinals[] = {
	{ STR_INIT("st"), 0 },
	{ STR_INIT("nd"), 0 },
	{ STR_INIT("rd"), 0 },
	{ STR_INIT("th"), 0 },
	{ STR_INIT("er"), 0 },
	{ STR_INIT("º"), 0 },
};

static bool valid(struct date d)
{
	bool year = d.year == 0 || (d.year >= FIRST_YEAR && d.year <= LAST_YEAR);
	return year && day_valid(d.year ? d.year : LOOSE_YEAR, d.month, d.day);
}

/* Up to `most` digits and no more; how many there were, 0 when it is no such number. */
static size_t number(struct str *s, size_t most, int *value)
{
	size_t n = 0;
	*value = 0;
	for (; n < s->n && plan_digit(s->p[n]); n++) {
		if (n == most)
			return 0;
		*value = *value * 10 + (s->p[n] - '0');
	}
	*s = plan_after(*s, n);
	return n;
}

static bool skip(struct str *s, struct str what)
{
	if (!str_starts(*s, what))
		return false;
	*s = plan_after(*s, what.n);
	return true;
}

/* A month by its name; capital where letters alone could be a word of the text ("may", "march"). */
static bool month_name(struct str *s, bool capital, int *month)
{
	size_t n;
	if (s->n == 0 || (capital && *s->p >= 'a' && *s->p <= 'z'))
		return false;
	if (plan_digit(*s->p) || *s->p == ' ')
		return false;
	const struct plan_word *w = plan_find_word(*s, &month_words, true, &n);
	if (!w)
		return false;
	*month = w->value;
	*s = plan_after(*s, n);
	skip(s, STR("."));
	return true;
}

/* " 2025", ", 2025", "-2025", " de 2025" after day and month; without one the year stays open. */
static void year_after(struct str *s, int *year)
{
	struct str t = *s;
	int value;
	skip(&t, STR(","));
	while (t.n && (*t.p == ' ' || *t.p == '-'))
		t = plan_after(t, 1);
	skip(&t, STR("de "));
	if (number(&t, 4, &value) != 4 || value < FIRST_YEAR || value > LAST_YEAR)
		return;
	*year = value;
	*s = t;
}

/* A number of two digits that no other number follows: "4" of "Nov 4", not of "Nov 4.5" or "Nov 4th-grade". */
static bool day_number(struct str *s, int *day)
{
	struct str t = *s;
	size_t n;
	if (!number(&t, 2, day))
		return false;
	if (plan_term_at(t, ordinals, LENGTH(ordinals), &n))
		t = plan_after(t, n);
	if (t.n && (plan_alpha(*t.p) || *t.p == '%' || *t.p == ':' || *t.p == '/'))
		return false;
	if (t.n > 1 && (*t.p == '.' || *t.p == ',') && plan_digit(t.p[1]))
		return false;
	*s = t;
	return true;
}

/* "Nov 4", "November 4th, 2025" */
static bool month_first(struct str *s, struct date *d)
{
	struct str t = *s;
	*d = (struct date){ 0 };
	if (!month_name(&t, true, &d->month))
		return false;
	plan_skip_spaces(&t);
	if (!day_number(&t, &d->day))
		return false;
	year_after(&t, &d->year);
	*s = t;
	return valid(*d);
}

/* The month after a day: " Nov 2025", ". November", " de noviembre de 2025", "-Jul-2025" */
static bool month_after(struct str *s, struct date *d)
{
	size_t n;
	struct str t = *s;
	if (t.n && *t.p > ' ' && plan_term_at(t, ordinals, LENGTH(ordinals), &n))
		t = plan_after(t, n);
	skip(&t, STR("."));
	while (t.n && (*t.p == ' ' || *t.p == '-'))
		t = plan_after(t, 1);
	skip(&t, STR("de "));
	skip(&t, STR("of "));
	if (!month_name(&t, false, &d->month))
		return false;
	year_after(&t, &d->year);
	*s = t;
	return true;
}

/* "4 Nov", and of "4-6 Nov" the 4, whose month the 6 tells. */
static bool day_first(struct str *s, struct date *d, struct date *last)
{
	struct str t = *s;
	*d = (struct date){ 0 };
	if (!number(&t, 2, &d->day))
		return false;
	struct str after = t;
	if (month_after(&t, d) && valid(*d)) {
		*s = t;
		return true;
	}
	*last = (struct date){ 0 };
	skip(&after, STR("."));
	if (!plan_skip_range(&after) || !number(&after, 2, &last->day) ||
		!month_after(&after, last) || last->day <= d->day)
		return false;
	d->month = last->month;
	d->year = last->year;
	*s = after;
	return valid(*d) && valid(*last);
}

/* "2025/11/04", "2025.11.4", "2025年11月4日", "11月4日": after the first number. */
static bool year_first(struct str *s, struct date *d)
{
	static const struct str marks[][3] = {
		{ STR_INIT("-"), STR_INIT("-"), STR_INIT("") },
		{ STR_INIT("/"), STR_INIT("/"), STR_INIT("") },
		{ STR_INIT("."), STR_INIT("."), STR_INIT("") },
		{ STR_INIT("年"), STR_INIT("月"), STR_INIT("日") },
		{ STR_INIT("년 "), STR_INIT("월 "), STR_INIT("일") },
	};
	for (size_t i = 0; i < LENGTH(marks); i++) {
		struct str t = *s;
		if (!skip(&t, marks[i][0]) || !number(&t, 2, &d->month) || !skip(&t, marks[i][1]) ||
			!number(&t, 2, &d->day) || !skip(&t, marks[i][2]))
			continue;
		*s = t;
		return valid(*d);
	}
	return false;
}

/* "11月4日", "11월 4일" after the month. */
static bool cjk_month(struct str *s, struct date *d)
{
	struct str t = *s;
	bool korean = skip(&t, STR("월"));
	if (!korean && !skip(&t, STR("月")))
		return false;
	plan_skip_spaces(&t);
	if (!number(&t, 2, &d->day) || !skip(&t, korean ? STR("일") : STR("日")))
		return false;
	*s = t;
	return valid(*d);
}

/* "04.11.2025", "04.11.": the trailing dot tells it from a decimal. */
static bool dotted(struct str *s, struct date *d)
{
	struct str t = *s;
	if (!skip(&t, STR(".")) || !number(&t, 2, &d->month) || !skip(&t, STR(".")))
		return false;
	struct str year = t;
	size_t n = number(&year, 4, &d->year);
	if (n == 4)
		t = year;
	else if (n == 0 && (t.n == 0 || !plan_digit(*t.p)))
		d->year = 0;
	else
		return false;
	*s = t;
	return valid(*d);
}

/* "11/04/2025": the month first, unless it is none. "25/12/2025" */
static bool slashed(struct str *s, struct date *d, int first)
{
	struct str t = *s;
	int second;
	if (!skip(&t, STR("/")) || !number(&t, 2, &second) || !skip(&t, STR("/")))
		return false;
	size_t n = number(&t, 4, &d->year);
	if (n != 4 && n != 2)
		return false;
	d->year += n == 2 ? 2000 : 0;
	d->month = first > 12 ? second : first;
	d->day = first > 12 ? first : second;
	*s = t;
	return valid(*d);
}

/* One date that starts with a digit; of "4-6 Nov" both. */
static bool digits_at(struct str *s, struct date *d, struct date *last)
{
	struct str t = *s;
	int first;
	size_t n = number(&t, 4, &first);
	struct date by_year = { .year = first }, by_day = { .day = first };
	struct date by_month = { .month = first }, any = { 0 };
	if (n == 4 && year_first(&t, &by_year))
		*d = by_year;
	else if (n == 0 || n > 2 || t.n == 0 || (*t.p > 0 && !strchr(" ./-snrtedSNRTED", *t.p)))
		return false;
	else if (dotted(&t, &by_day))
		*d = by_day;
	else if (slashed(&t, &any, first))
		*d = any;
	else if (cjk_month(&t, &by_month))
		*d = by_month;
	else
		return day_first(s, d, last);
	if (t.n && plan_digit(*t.p))
		return false;
	*s = t;
	return true;
}

static int as_day(struct date d)
{
	return day_of_civil(d.year ? d.year : LOOSE_YEAR, d.month, d.day);
}

/* Where only one end of a range names the year, the other has it too, or the one beside. */
static void share_year(struct date *a, struct date *b)
{
	bool turns = b->month < a->month;
	if (a->year && !b->year)
		b->year = a->year + turns;
	else if (b->year && !a->year)
		a->year = b->year - turns;
}

/* " - Nov 6", "-6", "–06.11.2025" after a date: the last day of the range. */
static bool range_end(struct str *s, const struct date *d, struct date *last, bool month_word)
{
	struct str t = *s;
	struct date none = { 0 };
	if (!plan_skip_range(&t))
		return false;
	plan_weekday(&t, true);
	while (t.n && (*t.p == ' ' || *t.p == ','))
		t = plan_after(t, 1);
	struct str whole = t;
	if (month_first(&t, last) || (t = whole, digits_at(&t, last, &none) && !none.day)) {
		*s = t;
		return true;
	}
	*last = *d;
	last->year = 0;
	t = whole;
	if (!month_word || !day_number(&t, &last->day) || last->day <= d->day)
		return false;
	skip(&t, STR("日"));
	year_after(&t, &last->year);
	*s = t;
	return valid(*last);
}

/* One date, after a weekday perhaps; *word: its month is a word. */
static bool date_at(struct str *s, struct date *d, struct date *last, bool *word)
{
	struct str t = *s;
	*word = t.n && !plan_digit(*t.p);
	if (*word ? month_first(&t, d) : digits_at(&t, d, last)) {
		*s = t;
		return true;
	}
	t = *s;
	if (!*word || plan_weekday(&t, true) < 0)
		return false;
	while (t.n && strchr(" ,.", *t.p))
		t = plan_after(t, 1);
	*word = t.n && !plan_digit(*t.p);
	if (*word ? !month_first(&t, d) : !digits_at(&t, d, last))
		return false;
	*s = t;
	return true;
}

/* ", Monday" or " (Mon)" after a date. */
static void weekday_after(struct str *s)
{
	struct str t = *s;
	while (t.n && strchr(" ,(", *t.p))
		t = plan_after(t, 1);
	bool apart = t.n < s->n, closes = apart && t.p[-1] == '(';
	if (!apart || plan_weekday(&t, true) < 0)
		return;
	if (closes && !skip(&t, STR(")")))
		return;
	struct str next = t;
	plan_skip_spaces(&next);
	if (!plan_word_follows(next))
		*s = t;
}

bool plan_dates_at(struct str *s, int *from, int *to)
{
	struct str t = *s;
	struct date d, last = { 0 };
	bool word;
	if (!date_at(&t, &d, &last, &word))
		return false;
	word = word || str_ends((struct str){ s->p, s->n - t.n }, STR("日"));
	bool ranged = last.day || range_end(&t, &d, &last, word);
	if (ranged)
		share_year(&d, &last);
	else
		weekday_after(&t);
	*from = as_day(d);
	*to = ranged && as_day(last) != *from ? as_day(last) : DAY_NONE;
	if (*to < *from && d.year)
		*to = DAY_NONE;
	*s = t;
	return true;
}

/* After the word at s.p[at] comes a number, or a comma and perhaps the name of a month. */
static bool number_near(struct str s, size_t at)
{
	bool comma = false;
	while (at < s.n && (plan_alpha(s.p[at]) || (unsigned char)s.p[at] >= 0x80))
		at++;
	for (; at < s.n && (s.p[at] == ' ' || s.p[at] == ',' || s.p[at] == '.'); at++)
		comma = comma || s.p[at] == ',';
	return at < s.n && (plan_digit(s.p[at]) || (comma && plan_alpha(s.p[at])));
}

/* A number that is cut from the next by what dates are cut with, or comes before the name of a month. */
static bool digits_near(struct str s, size_t at)
{
	size_t i = at, n;
	while (i < s.n && plan_digit(s.p[i]))
		i++;
	if (i + 1 >= s.n || i - at > 4)
		return false;
	if ((unsigned char)s.p[i] >= 0x80)
		return true;
	if (strchr("./-", s.p[i]) && plan_digit(s.p[i + 1]) && (i - at == 4 || s.p[i] != '-'))
		return true;
	if (plan_alpha(s.p[i])) /* "4th" */
		return i + 2 < s.n && (unsigned char)s.p[i + 2] <= ' ';
	while (i < s.n && (plan_digit(s.p[i]) || (s.p[i] && strchr(" .-", s.p[i]))))
		i++;
	struct str t = plan_after(s, i);
	if (t.n && (unsigned char)*t.p >= 0x80)
		return true;
	if (t.n && plan_alpha(*t.p) && plan_skip_range(&t)) /* "12 to 25 January" */
		return t.n && plan_digit(*t.p);
	return str_casestarts(t, STR("de ")) || str_casestarts(t, STR("of ")) ||
	       plan_find_word(t, &month_words, true, &n);
}

/* A date can begin here: no part of a word or a longer number. */
static bool begins(struct str s, size_t at)
{
	char c = s.p[at], before = at > 0 ? s.p[at - 1] : ' ';
	if (plan_digit(c))
		return !plan_digit(before) && before != '.' && before != '/' && digits_near(s, at);
	return c >= 'A' && c <= 'Z' && !plan_alnum(before) && number_near(s, at);
}

bool plan_date_in(struct str s, size_t at, int *from, int *to, size_t *n)
{
	struct str t = plan_after(s, at);
	if (!begins(s, at) || !plan_dates_at(&t, from, to))
		return false;
	*n = s.n - at - t.n;
	return true;
}

/* Where the words before the number at s.p[at] begin that may belong to its date: a weekday, a month. */
static size_t words_before(struct str s, size_t at)
{
	for (int words = 0; words < 2; words++) {
		size_t end = at, i;
		while (end > 0 &&
			(s.p[end - 1] == ' ' || s.p[end - 1] == ',' || s.p[end - 1] == '.'))
			end--;
		for (i = end;
			i > 0 && (plan_alpha(s.p[i - 1]) || (unsigned char)s.p[i - 1] >= 0x80);)
			i--;
		if (i == end || end == at || s.p[i] < 'A' || s.p[i] > 'Z')
			break;
		at = i;
	}
	return at;
}

/* Every date has a number: the search goes from one to the next. */
bool plan_line_dates(struct str s, int *from, int *to)
{
	size_t n;
	for (size_t i = 0; i < s.n; i++) {
		if (!plan_digit(s.p[i]) || (i > 0 && plan_digit(s.p[i - 1])))
			continue;
		for (size_t k = words_before(s, i); k <= i; k++) {
			bool may = k == i || (s.p[k] >= 'A' && s.p[k] <= 'Z');
			if (may && plan_date_in(s, k, from, to, &n))
				return true;
		}
	}
	return false;
}

bool plan_date_loose(int date, int *month, int *day)
{
	struct civil c = day_civil(date);
	if (date == DAY_NONE || c.year != LOOSE_YEAR)
		return false;
	*month = c.month;
	*day = c.day;
	return true;
}

/* 29 February is the 28th of other years. */
static int in_year(int year, int month, int day)
{
	int length = day_month_length(year, month);
	return day_of_civil(year, month, day > length ? length : day);
}

int plan_date_near(int month, int day, int near)
{
	int year = day_civil(near).year, best = in_year(year, month, day);
	for (int y = year - 1; y <= year + 1; y += 2) {
		int other = in_year(y, month, day);
		int here = best > near ? best - near : near - best;
		int there = other > near ? other - near : near - other;
		if (there < here)
			best = other;
	}
	return best;
}

static const struct plan_words target_words = {
	.of[LETTER('d')] = WORDS({ STR_INIT("deadline"), 0 }, { STR_INIT("date de l'examen"), 0 }),
	.of[LETTER('e')] = WORDS(
		{ STR_INIT("exam date"), 0 }, { STR_INIT("exam"), 0 }, { STR_INIT("examen"), 0 }),
	.of[LETTER('f')] = WORDS({ STR_INIT("fecha del examen"), 0 }),
	.of[LETTER('i')] = WORDS({ STR_INIT("interview date"), 0 }, { STR_INIT("interview"), 0 }),
	.of[LETTER('p')] = WORDS({ STR_INIT("prüfungstermin"), 0 }, { STR_INIT("prüfung"), 0 }),
	.of[LETTER('t')] = WORDS({ STR_INIT("target date"), 0 }, { STR_INIT("target"), 0 },
		{ STR_INIT("test date"), 0 }),
	.wide = WORDS({ STR_INIT("考试日期"), 0 }, { STR_INIT("考试"), 0 },
		{ STR_INIT("試験日"), 0 }, { STR_INIT("дата экзамена"), 0 },
		{ STR_INIT("экзамен"), 0 }),
};

static bool decorates(char c)
{
	return c == ' ' || c == '*' || c == '-' || c == '_' || c == '>' || c == '+';
}

int plan_target_date(struct str line)
{
	int from, to;
	size_t n;
	size_t i = 0;
	while (i < line.n && decorates(line.p[i]))
		i++;
	line = plan_after(line, i);
	if (!plan_find_word(line, &target_words, true, &n))
		return DAY_NONE;
	line = plan_after(line, n);
	while (line.n && decorates(*line.p))
		line = plan_after(line, 1);
	bool colon = str_starts(line, STR(":")) || str_starts(line, STR("："));
	return colon && plan_line_dates(line, &from, &to) ? from : DAY_NONE;
}
