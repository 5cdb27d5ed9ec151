/* plan_label.c - labels of a plan's headings: "Week 3-4:", "第 3 周", "2. Woche", "Monday". */
#include <string.h>

#include "hone/text.h"
#include "plan_line.h"

enum { MAX_NUMBER = 999 };

/* Singular; a plural ending may follow. */
static const struct plan_words label_words = {
	.of[LETTER('d')] = (const struct plan_word[]){ { STR_INIT("day"), LABEL_DAY },
		{ STR_INIT("día"), LABEL_DAY }, { STR_INIT("dia"), LABEL_DAY },
		{ STR_INIT("dag"), LABEL_DAY }, { { 0 }, 0 } },
	.of[LETTER('e')] =
		(const struct plan_word[]){ { STR_INIT("etapa"), LABEL_PHASE }, { { 0 }, 0 } },
	.of[LETTER('f')] =
		(const struct plan_word[]){ { STR_INIT("fase"), LABEL_PHASE }, { { 0 }, 0 } },
	.of[LETTER('g')] =
		(const struct plan_word[]){ { STR_INIT("giorno"), LABEL_DAY }, { { 0 }, 0 } },
	.of[LETTER('j')] =
		(const struct plan_word[]){ { STR_INIT("jour"), LABEL_DAY }, { { 0 }, 0 } },
	.of[LETTER('k')] =
		(const struct plan_word[]){ { STR_INIT("kw"), LABEL_WEEK }, { { 0 }, 0 } },
	.of[LETTER('m')] = (const struct plan_word[]){ { STR_INIT("month"), LABEL_PHASE },
		{ STR_INIT("monat"), LABEL_PHASE }, { STR_INIT("mois"), LABEL_PHASE },
		{ STR_INIT("mes"), LABEL_PHASE }, { { 0 }, 0 } },
	.of[LETTER('p')] =
		(const struct plan_word[]){ { STR_INIT("phase"), LABEL_PHASE }, { { 0 }, 0 } },
	.of[LETTER('s')] = (const struct plan_word[]){ { STR_INIT("semaine"), LABEL_WEEK },
		{ STR_INIT("semana"), LABEL_WEEK }, { STR_INIT("settimana"), LABEL_WEEK },
		{ STR_INIT("stage"), LABEL_PHASE }, { { 0 }, 0 } },
	.of[LETTER('t')] =
		(const struct plan_word[]){ { STR_INIT("tag"), LABEL_DAY }, { { 0 }, 0 } },
	.of[LETTER('v')] =
		(const struct plan_word[]){ { STR_INIT("vecka"), LABEL_WEEK }, { { 0 }, 0 } },
	.of[LETTER('w')] = (const struct plan_word[]){ { STR_INIT("week"), LABEL_WEEK },
		{ STR_INIT("wk"), LABEL_WEEK }, { STR_INIT("woche"), LABEL_WEEK },
		{ STR_INIT("weken"), LABEL_WEEK }, { { 0 }, 0 } },
	.wide = (const struct plan_word[]){ { STR_INIT("неделя"), LABEL_WEEK },
		{ STR_INIT("недели"), LABEL_WEEK }, { STR_INIT("день"), LABEL_DAY },
		{ STR_INIT("дни"), LABEL_DAY }, { STR_INIT("étape"), LABEL_PHASE },
		{ STR_INIT("этап"), LABEL_PHASE }, { STR_INIT("фаза"), LABEL_PHASE },
		{ { 0 }, 0 } },
};

/* After "第" and a number, or after a number alone ("3週目"). */
static const struct plan_word counter_words[] = {
	{ STR_INIT("周目"), LABEL_WEEK },
	{ STR_INIT("周"), LABEL_WEEK },
	{ STR_INIT("週間目"), LABEL_WEEK },
	{ STR_INIT("週目"), LABEL_WEEK },
	{ STR_INIT("週"), LABEL_WEEK },
	{ STR_INIT("天"), LABEL_DAY },
	{ STR_INIT("日目"), LABEL_DAY },
	{ STR_INIT("日"), LABEL_DAY },
	{ STR_INIT("阶段"), LABEL_PHASE },
	{ STR_INIT("階段"), LABEL_PHASE },
	{ STR_INIT("フェーズ"), LABEL_PHASE },
	{ STR_INIT("段階"), LABEL_PHASE },
	{ STR_INIT("个月"), LABEL_PHASE },
	{ STR_INIT("個月"), LABEL_PHASE },
};

/* After a number alone: without "第" only what cannot be a date or a count. */
static const struct plan_word suffix_words[] = {
	{ STR_INIT("週間目"), LABEL_WEEK },
	{ STR_INIT("週目"), LABEL_WEEK },
	{ STR_INIT("日目"), LABEL_DAY },
	{ STR_INIT("주차"), LABEL_WEEK },
	{ STR_INIT("일차"), LABEL_DAY },
};

/* "2. Woche", "1st week", "1er jour", "3-я неделя": the value holds the kind. */
static const struct plan_word ordinal_words[] = {
	{ STR_INIT(". woche"), LABEL_WEEK },
	{ STR_INIT(". tag"), LABEL_DAY },
	{ STR_INIT(". monat"), LABEL_PHASE },
	{ STR_INIT(". phase"), LABEL_PHASE },
	{ STR_INIT(". vecka"), LABEL_WEEK },
	{ STR_INIT("st week"), LABEL_WEEK },
	{ STR_INIT("nd week"), LABEL_WEEK },
	{ STR_INIT("rd week"), LABEL_WEEK },
	{ STR_INIT("th week"), LABEL_WEEK },
	{ STR_INIT("st day"), LABEL_DAY },
	{ STR_INIT("nd day"), LABEL_DAY },
	{ STR_INIT("rd day"), LABEL_DAY },
	{ STR_INIT("th day"), LABEL_DAY },
	{ STR_INIT("re semaine"), LABEL_WEEK },
	{ STR_INIT("e semaine"), LABEL_WEEK },
	{ STR_INIT("ème semaine"), LABEL_WEEK },
	{ STR_INIT("er jour"), LABEL_DAY },
	{ STR_INIT("e jour"), LABEL_DAY },
	{ STR_INIT("ème jour"), LABEL_DAY },
	{ STR_INIT("ª semana"), LABEL_WEEK },
	{ STR_INIT("a semana"), LABEL_WEEK },
	{ STR_INIT("-я неделя"), LABEL_WEEK },
	{ STR_INIT("-й день"), LABEL_DAY },
	{ STR_INIT("-й этап"), LABEL_PHASE },
};

static const struct plan_word number_words[] = {
	{ STR_INIT("one"), 1 },
	{ STR_INIT("two"), 2 },
	{ STR_INIT("three"), 3 },
	{ STR_INIT("four"), 4 },
	{ STR_INIT("five"), 5 },
	{ STR_INIT("six"), 6 },
	{ STR_INIT("seven"), 7 },
	{ STR_INIT("eight"), 8 },
	{ STR_INIT("nine"), 9 },
	{ STR_INIT("ten"), 10 },
	{ STR_INIT("eleven"), 11 },
	{ STR_INIT("twelve"), 12 },
};

/* Phases only: "Week I spent ..." is none. */
static const struct plan_word roman_words[] = {
	{ STR_INIT("iii"), 3 },
	{ STR_INIT("ii"), 2 },
	{ STR_INIT("iv"), 4 },
	{ STR_INIT("i"), 1 },
	{ STR_INIT("viii"), 8 },
	{ STR_INIT("vii"), 7 },
	{ STR_INIT("vi"), 6 },
	{ STR_INIT("v"), 5 },
};

static const struct plan_word chinese_digits[] = {
	{ STR_INIT("一"), 1 },
	{ STR_INIT("二"), 2 },
	{ STR_INIT("三"), 3 },
	{ STR_INIT("四"), 4 },
	{ STR_INIT("五"), 5 },
	{ STR_INIT("六"), 6 },
	{ STR_INIT("七"), 7 },
	{ STR_INIT("八"), 8 },
	{ STR_INIT("九"), 9 },
	{ STR_INIT("十"), 10 },
};

static const struct str plural_endings[] = { STR_INIT("en"), STR_INIT("es"), STR_INIT("s"),
	STR_INIT("n"), STR_INIT("e") };

/* The whole cell of a table's head is one of these; singular. */
static const struct plan_word head_words[] = {
	{ STR_INIT("周"), LABEL_WEEK },
	{ STR_INIT("週"), LABEL_WEEK },
	{ STR_INIT("周次"), LABEL_WEEK },
	{ STR_INIT("天"), LABEL_DAY },
	{ STR_INIT("日"), LABEL_DAY },
	{ STR_INIT("曜日"), LABEL_DAY },
	{ STR_INIT("星期"), LABEL_DAY },
	{ STR_INIT("weekday"), LABEL_DAY },
	{ STR_INIT("wochentag"), LABEL_DAY },
};

/* A whole number of a label: no part of a decimal, a date or a name such as "3a". */
static bool small_number(struct str *s, int *value)
{
	struct str t = *s;
	if (!str_number(&t, value) || *value > MAX_NUMBER)
		return false;
	if (t.n && plan_alpha(*t.p))
		return false;
	if (t.n > 1 && (*t.p == '.' || *t.p == ',') && plan_digit(t.p[1]))
		return false;
	*s = t;
	return true;
}

/* 一 to 九十九 */
static bool chinese_number(struct str *s, int *value)
{
	struct str t = *s;
	size_t digits = 0;
	for (*value = 0; digits < 3; digits++) {
		const struct plan_word *w = plan_word_at(t, chinese_digits, LENGTH(chinese_digits));
		if (!w)
			break;
		*value = w->value < 10 ? *value + w->value : *value ? *value * 10 : 10;
		t = plan_after(t, w->name.n);
	}
	if (digits)
		*s = t;
	return digits > 0;
}

static bool word_number(struct str *s, const struct plan_word *table, size_t rows, int *value)
{
	size_t n;
	const struct plan_word *w = plan_term_at(*s, table, rows, &n);
	if (!w || (n < s->n && (plan_digit(s->p[n]) || s->p[n] == '\'' || s->p[n] == '-')))
		return false;
	*value = w->value;
	*s = plan_after(*s, n);
	return true;
}

/* "Week A": rotations are lettered. */
static bool letter_number(struct str *s, int *value)
{
	if (s->n == 0 || *s->p < 'A' || *s->p > 'H' || plan_word_follows(plan_after(*s, 1)))
		return false;
	*value = *s->p - 'A' + 1;
	*s = plan_after(*s, 1);
	return true;
}

/* The number after the word of a label. */
static bool label_number_after(struct str *s, enum label_kind kind, int *value)
{
	if (small_number(s, value))
		return true;
	if (s->n == 0 || !plan_alpha(*s->p))
		return false;
	if (word_number(s, number_words, LENGTH(number_words), value))
		return true;
	if (kind == LABEL_WEEK)
		return letter_number(s, value);
	return kind == LABEL_PHASE && word_number(s, roman_words, LENGTH(roman_words), value);
}

/* The "-4" of "Week 1-4". With spaces around the dash ("Day 2 - 3 talks") no word may follow. */
static void label_range(struct str *s, struct label *l)
{
	struct str t = *s;
	bool spaced = str_starts(t, STR(" "));
	int to;
	if (!plan_skip_range(&t) || !small_number(&t, &to) || to <= l->from)
		return;
	struct str next = t;
	plan_skip_spaces(&next);
	if (spaced && plan_word_follows(next))
		return;
	l->to = to;
	*s = t;
}

/* "of 12" and "/12" after a number say how many there are. */
static void skip_total(struct str *s)
{
	struct str t = *s;
	int total;
	plan_skip_spaces(&t);
	if (!str_starts(t, STR("/")) && !str_casestarts(t, STR("of ")))
		return;
	t = plan_after(t, *t.p == '/' ? 1 : 3);
	if (small_number(&t, &total))
		*s = t;
}

static bool is_counter(struct str s)
{
	return s.n && *s.p == *"第" && str_starts(s, STR("第"));
}

/* The kind that a counter word at *s gives; advances past it. */
static bool label_suffix(struct str *s, const struct plan_word *table, size_t rows, struct label *l)
{
	struct str t = *s;
	plan_skip_spaces(&t);
	const struct plan_word *w = plan_word_at(t, table, rows);
	if (!w)
		return false;
	l->kind = (enum label_kind)w->value;
	*s = plan_after(t, w->name.n);
	return true;
}

/* "第 3 周", "第一周" */
static bool label_counter(struct str *s, struct label *l)
{
	struct str t = plan_after(*s, STR("第").n);
	plan_skip_spaces(&t);
	if (!small_number(&t, &l->from) && !chinese_number(&t, &l->from))
		return false;
	l->to = l->from;
	label_range(&t, l);
	if (!label_suffix(&t, counter_words, LENGTH(counter_words), l))
		return false;
	*s = t;
	return true;
}

/* "3週目", "2. Woche", "1st week" */
static bool label_ordinal(struct str *s, struct label *l)
{
	struct str t = *s;
	if (!str_number(&t, &l->from) || l->from > MAX_NUMBER)
		return false;
	l->to = l->from;
	if (t.n && (unsigned char)*t.p >= 0x80 &&
		label_suffix(&t, suffix_words, LENGTH(suffix_words), l)) {
		*s = t;
		return true;
	}
	size_t n;
	const struct plan_word *w = plan_term_at(t, ordinal_words, LENGTH(ordinal_words), &n);
	if (!w)
		return false;
	t = plan_after(t, n);
	struct str next = t;
	plan_skip_spaces(&next);
	if (next.n && plan_digit(*next.p)) /* "3. Phase 1" is the third heading */
		return false;
	l->kind = (enum label_kind)w->value;
	*s = t;
	return true;
}

static bool skip_plural(struct str *s)
{
	for (size_t i = 0; i < LENGTH(plural_endings); i++) {
		if (!str_casestarts(*s, plural_endings[i]))
			continue;
		*s = plan_after(*s, plural_endings[i].n);
		return true;
	}
	return false;
}

/* "week 3", "Tage 1": kind and first number. */
static bool label_start(struct str *s, struct label *l)
{
	struct str t = *s;
	size_t n;
	const struct plan_word *w = plan_find_word(t, &label_words, false, &n);
	if (!w)
		return false;
	t = plan_after(t, n);
	if (t.n && plan_alpha(*t.p) && !skip_plural(&t))
		return false;
	while (t.n && (*t.p == ' ' || *t.p == '#'))
		t = plan_after(t, 1);
	l->kind = (enum label_kind)w->value;
	if (!label_number_after(&t, l->kind, &l->from))
		return false;
	l->to = l->from;
	*s = t;
	return true;
}

bool plan_label_numbers(struct str *s, struct label *l)
{
	*l = (struct label){ 0 };
	if (is_counter(*s)) {
		if (!label_counter(s, l))
			return false;
	} else if (s->n && plan_digit(*s->p)) {
		if (!label_ordinal(s, l))
			return false;
	} else {
		if (!label_start(s, l))
			return false;
		label_range(s, l);
	}
	skip_total(s);
	l->open_end = str_starts(*s, STR("+"));
	if (l->open_end)
		*s = plan_after(*s, 1);
	return true;
}

/* The "(Day 13)" after the number. */
static void label_overall(struct str *s, struct label *l)
{
	struct label inner;
	struct str t = str_starts(*s, STR("(")) ? plan_after(*s, 1) : (struct str){ 0 };
	if (!plan_label_numbers(&t, &inner) || inner.kind != l->kind || !str_starts(t, STR(")")))
		return;
	l->overall_from = inner.from;
	l->overall_to = inner.to;
	*s = plan_after(t, 1);
	plan_skip_spaces(s);
}

bool plan_label(struct str s, struct label *l)
{
	struct str line = s;
	s = plan_skip_decoration(s);
	bool counter = is_counter(s), digit = s.n && plan_digit(*s.p);
	if (!plan_label_numbers(&s, l))
		return false;
	/* "3週目" is never followed by what would make it another word. */
	counter = counter || (digit && (unsigned char)s.p[-1] >= 0x80);
	plan_skip_spaces(&s);
	label_overall(&s, l);
	l->words = !counter && plan_word_follows(s);
	plan_skip_separators(&s);
	l->shouted = plan_capitals(line);
	l->rest = s;
	return true;
}

bool plan_label_day(struct str s, struct label *l)
{
	struct str line = s;
	int from, to, month, day;
	*l = (struct label){ .kind = LABEL_DAY };
	s = plan_skip_decoration(s);
	struct str dated = s;
	size_t n;
	if (s.n && plan_date_in(s, 0, &from, &to, &n)) {
		if (!plan_date_loose(from, &month, &day)) {
			struct civil c = day_civil(from);
			month = c.month;
			day = c.day;
		}
		l->key = month * 100 + day;
		l->rest = dated;
	} else {
		int weekday = plan_weekday(&s, false);
		if (weekday < 0 || plan_word_follows(s))
			return false;
		plan_skip_spaces(&s);
		if (plan_word_follows(s))
			return false;
		plan_skip_separators(&s);
		l->from = l->to = weekday + 1;
		l->weekday = true;
		l->rest = s;
		l->name = (struct str){ dated.p, dated.n - s.n };
	}
	l->shouted = plan_capitals(line);
	return true;
}

bool plan_label_within(struct str s, enum label_kind kind, struct label *l)
{
	for (size_t i = 0; i < s.n; i++) {
		if (i > 0 && plan_alnum(s.p[i - 1]))
			continue;
		struct str t = plan_after(s, i);
		if (plan_label_numbers(&t, l) && l->kind == kind)
			return true;
	}
	return false;
}

enum label_kind plan_label_word(struct str s)
{
	s = str_trim(s);
	for (size_t i = 0; i < LENGTH(head_words); i++) {
		if (str_caseeq(s, head_words[i].name))
			return (enum label_kind)head_words[i].value;
	}
	size_t n;
	const struct plan_word *w = plan_find_word(s, &label_words, false, &n);
	if (!w)
		return LABEL_NONE;
	s = plan_after(s, n);
	if (s.n)
		skip_plural(&s);
	while (s.n && (*s.p == ' ' || *s.p == '#'))
		s = plan_after(s, 1);
	return s.n == 0 || str_caseeq(s, STR("no.")) ? (enum label_kind)w->value : LABEL_NONE;
}

bool plan_cell_number(struct str s, enum label_kind kind, int *from, int *to)
{
	struct label l = { 0 };
	s = plan_skip_decoration(str_trim(s));
	if (!plan_label_numbers(&s, &l)) {
		if (!small_number(&s, &l.from))
			return false;
		l.to = l.from;
		label_range(&s, &l);
		l.kind = kind;
		if (str_starts(s, STR("+")))
			s = plan_after(s, 1);
	}
	*from = l.from;
	*to = l.to;
	return l.kind == kind && plan_skip_decoration(s).n == 0;
}
