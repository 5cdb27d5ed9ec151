/* plan_line.c - the shape of a plan's lines: bullets, boxes, rules, labels such as "Week 3-4:". */
#include "plan_line.h"

#include <string.h>

#include "hone/text.h"

enum { MAX_NUMBER = 999 };

/* Singular; a plural ending may follow. Letters outside ASCII do not fold: both cases stand here. */
static const struct plan_word label_words[] = {
	{ STR_INIT("week"), LABEL_WEEK },
	{ STR_INIT("woche"), LABEL_WEEK },
	{ STR_INIT("semaine"), LABEL_WEEK },
	{ STR_INIT("semana"), LABEL_WEEK },
	{ STR_INIT("settimana"), LABEL_WEEK },
	{ STR_INIT("weken"), LABEL_WEEK },
	{ STR_INIT("vecka"), LABEL_WEEK },
	{ STR_INIT("неделя"), LABEL_WEEK },
	{ STR_INIT("Неделя"), LABEL_WEEK },
	{ STR_INIT("day"), LABEL_DAY },
	{ STR_INIT("tag"), LABEL_DAY },
	{ STR_INIT("jour"), LABEL_DAY },
	{ STR_INIT("día"), LABEL_DAY },
	{ STR_INIT("dÍa"), LABEL_DAY },
	{ STR_INIT("dia"), LABEL_DAY },
	{ STR_INIT("giorno"), LABEL_DAY },
	{ STR_INIT("dag"), LABEL_DAY },
	{ STR_INIT("день"), LABEL_DAY },
	{ STR_INIT("День"), LABEL_DAY },
	{ STR_INIT("phase"), LABEL_PHASE },
	{ STR_INIT("fase"), LABEL_PHASE },
	{ STR_INIT("stage"), LABEL_PHASE },
	{ STR_INIT("etapa"), LABEL_PHASE },
	{ STR_INIT("étape"), LABEL_PHASE },
	{ STR_INIT("Étape"), LABEL_PHASE },
	{ STR_INIT("month"), LABEL_PHASE },
	{ STR_INIT("monat"), LABEL_PHASE },
	{ STR_INIT("mois"), LABEL_PHASE },
	{ STR_INIT("mes"), LABEL_PHASE },
	{ STR_INIT("этап"), LABEL_PHASE },
	{ STR_INIT("Этап"), LABEL_PHASE },
};

/* After "第" and a number. */
static const struct plan_word counter_words[] = {
	{ STR_INIT("周"), LABEL_WEEK },
	{ STR_INIT("週"), LABEL_WEEK },
	{ STR_INIT("天"), LABEL_DAY },
	{ STR_INIT("日"), LABEL_DAY },
	{ STR_INIT("阶段"), LABEL_PHASE },
	{ STR_INIT("階段"), LABEL_PHASE },
	{ STR_INIT("个月"), LABEL_PHASE },
};

static const struct str plural_endings[] = { STR_INIT("en"), STR_INIT("es"), STR_INIT("s"),
	STR_INIT("n"), STR_INIT("e") };
static const struct str range_marks[] = { STR_INIT("-"), STR_INIT("–"), STR_INIT("—"),
	STR_INIT("~"), STR_INIT("～"), STR_INIT("&"), STR_INIT("to "), STR_INIT("and "),
	STR_INIT("bis ") };
static const struct str wide_separators[] = { STR_INIT("–"), STR_INIT("—"), STR_INIT("："),
	STR_INIT("·") };

bool plan_symbol(uint32_t cp)
{
	return (cp >= 0x2000 && cp <= 0x2bff) || (cp >= 0x3000 && cp <= 0x303f) ||
	       (cp >= 0xfe00 && cp <= 0xfe0f) || (cp >= 0xff00 && cp <= 0xff0f) || cp == 0xff1a ||
	       (cp >= 0x1f000 && cp <= 0x1faff) || cp == 0xa0 || cp == 0xb7;
}

/* Most rows of a table fail on the first letter, in either case: no call for those. */
static bool starts_with(struct str s, struct str word)
{
	return s.n && ((*s.p ^ *word.p) & ~0x20) == 0 && str_casestarts(s, word);
}

static bool skip_one(struct str *s, const struct str *list, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (!starts_with(*s, list[i]))
			continue;
		*s = plan_after(*s, list[i].n);
		return true;
	}
	return false;
}

void plan_skip_spaces(struct str *s)
{
	while (s->n && (*s->p == ' ' || *s->p == '\t'))
		*s = plan_after(*s, 1);
}

void plan_skip_separators(struct str *s)
{
	static const char thin[] = { ' ', '\t', ':', '-', '.', ',', '|' };
	while (s->n) {
		if (memchr(thin, *s->p, sizeof thin))
			*s = plan_after(*s, 1);
		else if ((unsigned char)*s->p < 0x80 ||
			 !skip_one(s, wide_separators, LENGTH(wide_separators)))
			return;
	}
}

bool plan_skip_range(struct str *s)
{
	plan_skip_spaces(s);
	if (!skip_one(s, range_marks, LENGTH(range_marks)))
		return false;
	plan_skip_spaces(s);
	return true;
}

const struct plan_word *plan_word_at(struct str s, const struct plan_word *table, size_t n)
{
	/* Names are in lower case; the first byte tells most of them apart. */
	char first = s.n == 0 ? '\0' : *s.p >= 'A' && *s.p <= 'Z' ? (char)(*s.p | 0x20) : *s.p;
	for (size_t i = 0; i < n; i++) {
		if (*table[i].name.p == first && starts_with(s, table[i].name))
			return &table[i];
	}
	return NULL;
}

/* Headings are full of signs, bullets and stars before the first word. */
static struct str skip_decoration(struct str s)
{
	while (s.n) {
		struct str t = s;
		uint32_t cp = (unsigned char)*s.p;
		if (cp < 0x80)
			t = plan_after(s, 1);
		else
			cp = text_decode(&t);
		if (cp < 0x80 ? plan_alnum((char)cp) : !plan_symbol(cp))
			return s;
		s = t;
	}
	return s;
}

/* A word goes on here: a letter, a digit or the apostrophe of "Day 3's". */
static bool word_follows(struct str s)
{
	if (s.n == 0)
		return false;
	unsigned char c = (unsigned char)*s.p;
	if (c < 0x80)
		return plan_alnum(*s.p) || c == '\'';
	uint32_t cp = text_decode(&s);
	return !plan_symbol(cp) || cp == 0x2019;
}

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
	if (spaced && word_follows(next))
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

/* "week 3", "Tage 1", "第 3 周": kind and first number. */
static bool label_start(struct str *s, struct label *l)
{
	struct str t = *s;
	bool counter = is_counter(t);
	const struct plan_word *w = plan_word_at(t, label_words, LENGTH(label_words));
	if (!w && !counter)
		return false;
	t = plan_after(t, w ? w->name.n : STR("第").n);
	if (w && t.n && plan_alpha(*t.p) && !skip_one(&t, plural_endings, LENGTH(plural_endings)))
		return false;
	while (t.n && (*t.p == ' ' || *t.p == '#'))
		t = plan_after(t, 1);
	if (!small_number(&t, &l->from))
		return false;
	l->to = l->from;
	if (counter) {
		label_range(&t, l);
		plan_skip_spaces(&t);
		w = plan_word_at(t, counter_words, LENGTH(counter_words));
		if (!w)
			return false;
		t = plan_after(t, w->name.n);
	}
	l->kind = (enum label_kind)w->value;
	*s = t;
	return true;
}

bool plan_label_numbers(struct str *s, struct label *l)
{
	*l = (struct label){ 0 };
	bool counter = is_counter(*s);
	if (!label_start(s, l))
		return false;
	if (!counter)
		label_range(s, l);
	skip_total(s);
	l->open_end = str_starts(*s, STR("+"));
	if (l->open_end)
		*s = plan_after(*s, 1);
	return true;
}

bool plan_label(struct str s, struct label *l)
{
	struct str line = s;
	s = skip_decoration(s);
	bool counter = is_counter(s);
	if (!plan_label_numbers(&s, l))
		return false;
	plan_skip_spaces(&s);
	struct label inner;
	struct str t = str_starts(s, STR("(")) ? plan_after(s, 1) : (struct str){ 0 };
	if (plan_label_numbers(&t, &inner) && inner.kind == l->kind && str_starts(t, STR(")"))) {
		l->overall_from = inner.from;
		l->overall_to = inner.to;
		s = plan_after(t, 1);
		plan_skip_spaces(&s);
	}
	l->words = !counter && word_follows(s);
	plan_skip_separators(&s);
	l->shouted = plan_capitals(line);
	l->rest = s;
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

bool plan_bold_line(struct str line, struct str *text)
{
	size_t i = 0;
	while (i < line.n && i < 16 && ((unsigned char)line.p[i] >= 0x80 || line.p[i] == ' '))
		i++;
	*text = plan_after(line, i);
	return str_starts(*text, STR("**")) || str_starts(*text, STR("__"));
}

bool plan_rule(struct str s)
{
	size_t marks = 0;
	if (s.n < 3 || (*s.p != '-' && *s.p != '*' && *s.p != '_'))
		return false;
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] == s.p[0])
			marks++;
		else if (s.p[i] != ' ' && s.p[i] != '\t')
			return false;
	}
	return marks >= 3;
}

bool plan_bullet(struct str *s)
{
	size_t i = 0;
	while (i < s->n && i < 9 && plan_digit(s->p[i]))
		i++;
	if (i == s->n)
		return false;
	char c = s->p[i];
	if (i ? c != '.' && c != ')' : c != '-' && c != '*' && c != '+')
		return false;
	i++;
	if (i < s->n && s->p[i] != ' ' && s->p[i] != '\t')
		return false;
	*s = plan_after(*s, i);
	plan_skip_spaces(s);
	return true;
}

bool plan_box(struct str s, bool *done, struct str *text)
{
	if (s.n < 5 || s.p[0] != '[' || s.p[2] != ']' || (s.p[3] != ' ' && s.p[3] != '\t'))
		return false;
	char c = s.p[1];
	if (c != ' ' && c != 'x' && c != 'X')
		return false;
	*done = c != ' ';
	*text = str_trim(plan_after(s, 4));
	return text->n > 0;
}
