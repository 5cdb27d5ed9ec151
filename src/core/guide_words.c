/* guide_words.c - words of labels, and weekdays. */
#include <string.h>

#include "guide_line.h"
#include "hone/text.h"

enum { ENDING = 2 }; /* letters that may follow a word: "goals", "Zielen" */

/* Longer before shorter where one starts the other; "metas": "Meta" alone is a company. */
static const struct plan_words label_words = {
	.of[LETTER('a')] = WORDS({ STR_INIT("acceptance criteri"), WORD_CRITERION },
		{ STR_INIT("aim"), WORD_GOAL }, { STR_INIT("apprentissages"), WORD_LEARNING },
		{ STR_INIT("aprendizajes"), WORD_LEARNING }, { STR_INIT("aufwand"), WORD_BUDGET },
		{ STR_INIT("actual"), WORD_ACTUAL }, { STR_INIT("achieved"), WORD_ACTUAL },
		{ STR_INIT("atteint"), WORD_ACTUAL }),
	.of[LETTER('b')] = WORDS({ STR_INIT("begründung"), WORD_WHY },
		{ STR_INIT("background"), WORD_CONTEXT }, { STR_INIT("bilan"), WORD_RESULT },
		{ STR_INIT("budget"), WORD_BUDGET }),
	.of[LETTER('c')] = WORDS({ STR_INIT("criteri"), WORD_CRITERION },
		{ STR_INIT("critère"), WORD_CRITERION }, { STR_INIT("cible"), WORD_TARGET },
		{ STR_INIT("context"), WORD_CONTEXT }, { STR_INIT("contenidos"), WORD_TOPICS },
		{ STR_INIT("confidence level"), WORD_RESULT }, { STR_INIT("contrôle"), WORD_CHECK },
		{ STR_INIT("comprobación"), WORD_CHECK }, { STR_INIT("completed"), WORD_SCORE },
		{ STR_INIT("commitment"), WORD_BUDGET }),
	.of[LETTER('d')] = WORDS({ STR_INIT("definition of done"), WORD_CRITERION },
		{ STR_INIT("done when"), WORD_CRITERION },
		{ STR_INIT("deliverable"), WORD_DELIVERABLE },
		{ STR_INIT("dedicación"), WORD_BUDGET },
		{ STR_INIT("duration"), WORD_DURATION | WORD_TIME },
		{ STR_INIT("dauer"), WORD_DURATION | WORD_TIME },
		{ STR_INIT("durée"), WORD_DURATION | WORD_TIME },
		{ STR_INIT("duración"), WORD_DURATION | WORD_TIME },
		{ STR_INIT("decision"), WORD_DECISION }, { STR_INIT("décision"), WORD_DECISION },
		{ STR_INIT("decisión"), WORD_DECISION }),
	.of[LETTER('e')] = WORDS({ STR_INIT("exit criteri"), WORD_CRITERION },
		{ STR_INIT("expected outcome"), WORD_CRITERION },
		{ STR_INIT("expected result"), WORD_CRITERION },
		{ STR_INIT("erfolgskriteri"), WORD_CRITERION },
		{ STR_INIT("entregable"), WORD_DELIVERABLE },
		{ STR_INIT("erkenntnis"), WORD_LEARNING }, { STR_INIT("ergebnis"), WORD_RESULT },
		{ STR_INIT("entscheidung"), WORD_DECISION }, { STR_INIT("enlace"), WORD_LINK },
		{ STR_INIT("erreicht"), WORD_ACTUAL }),
	.of[LETTER('f')] = WORDS(
		{ STR_INIT("findings"), WORD_LEARNING }, { STR_INIT("fortschritt"), WORD_RESULT }),
	.of[LETTER('g')] =
		WORDS({ STR_INIT("goal"), WORD_GOAL }, { STR_INIT("gelernt"), WORD_LEARNING },
			{ STR_INIT("gesamtzeit"), WORD_TIME | WORD_TOTAL }),
	.of[LETTER('h')] = WORDS({ STR_INIT("hintergrund"), WORD_CONTEXT },
		{ STR_INIT("hours per week"), WORD_BUDGET }, { STR_INIT("hito"), WORD_MILESTONE }),
	.of[LETTER('i')] = WORDS(
		{ STR_INIT("inhalte"), WORD_TOPICS }, { STR_INIT("insights"), WORD_LEARNING }),
	.of[LETTER('j')] = WORDS(
		{ STR_INIT("justification"), WORD_WHY }, { STR_INIT("jalon"), WORD_MILESTONE }),
	.of[LETTER('k')] = WORDS({ STR_INIT("kriteri"), WORD_CRITERION },
		{ STR_INIT("kontext"), WORD_CONTEXT }, { STR_INIT("key learning"), WORD_LEARNING },
		{ STR_INIT("key insight"), WORD_LEARNING },
		{ STR_INIT("key finding"), WORD_LEARNING },
		{ STR_INIT("key takeaway"), WORD_LEARNING },
		{ STR_INIT("knowledge check"), WORD_CHECK }),
	.of[LETTER('l')] = WORDS({ STR_INIT("livrable"), WORD_DELIVERABLE },
		{ STR_INIT("lernziel"), WORD_GOAL }, { STR_INIT("learnings"), WORD_LEARNING },
		{ STR_INIT("lessons learned"), WORD_LEARNING },
		{ STR_INIT("lessons learnt"), WORD_LEARNING },
		{ STR_INIT("leçons"), WORD_LEARNING }, { STR_INIT("lecciones"), WORD_LEARNING },
		{ STR_INIT("lernkontrolle"), WORD_CHECK }, { STR_INIT("link"), WORD_LINK },
		{ STR_INIT("lien"), WORD_LINK }, { STR_INIT("logrado"), WORD_ACTUAL }),
	.of[LETTER('m')] = WORDS({ STR_INIT("metas"), WORD_GOAL },
		{ STR_INIT("meta semanal"), WORD_GOAL }, { STR_INIT("meta del"), WORD_GOAL },
		{ STR_INIT("milestone"), WORD_MILESTONE },
		{ STR_INIT("meilenstein"), WORD_MILESTONE }, { STR_INIT("metric"), WORD_METRIC }),
	.of[LETTER('o')] = WORDS({ STR_INIT("objective"), WORD_GOAL },
		{ STR_INIT("objectif"), WORD_GOAL | WORD_TARGET },
		{ STR_INIT("objetivo"), WORD_GOAL | WORD_TARGET },
		{ STR_INIT("outcome"), WORD_RESULT }),
	.of[LETTER('p')] = WORDS({ STR_INIT("pourquoi"), WORD_WHY },
		{ STR_INIT("por qué"), WORD_WHY }, { STR_INIT("progress"), WORD_RESULT },
		{ STR_INIT("punkte"), WORD_SCORE }, { STR_INIT("puntuación"), WORD_SCORE }),
	.of[LETTER('q')] =
		WORDS({ STR_INIT("quiz"), WORD_CHECK }, { STR_INIT("quelle"), WORD_LINK }),
	.of[LETTER('r')] = WORDS({ STR_INIT("rationale"), WORD_WHY },
		{ STR_INIT("reason"), WORD_WHY }, { STR_INIT("raison"), WORD_WHY },
		{ STR_INIT("razón"), WORD_WHY }, { STR_INIT("resultado"), WORD_RESULT },
		{ STR_INIT("result"), WORD_RESULT }, { STR_INIT("résultat"), WORD_RESULT },
		{ STR_INIT("resumen"), WORD_RESULT }, { STR_INIT("rythme"), WORD_BUDGET }),
	.of[LETTER('s')] = WORDS({ STR_INIT("success criteri"), WORD_CRITERION },
		{ STR_INIT("success metric"), WORD_METRIC }, { STR_INIT("subjects"), WORD_TOPICS },
		{ STR_INIT("sujets"), WORD_TOPICS }, { STR_INIT("summary"), WORD_RESULT },
		{ STR_INIT("status"), WORD_RESULT }, { STR_INIT("self-test"), WORD_CHECK },
		{ STR_INIT("self test"), WORD_CHECK }, { STR_INIT("score"), WORD_SCORE },
		{ STR_INIT("source"), WORD_LINK }),
	.of[LETTER('t')] = WORDS({ STR_INIT("target achieved"), WORD_RESULT },
		{ STR_INIT("target"), WORD_TARGET }, { STR_INIT("tagesziel"), WORD_GOAL },
		{ STR_INIT("topics"), WORD_TOPICS }, { STR_INIT("themen"), WORD_TOPICS },
		{ STR_INIT("thèmes"), WORD_TOPICS }, { STR_INIT("temas"), WORD_TOPICS },
		{ STR_INIT("takeaway"), WORD_LEARNING },
		{ STR_INIT("total time"), WORD_TIME | WORD_TOTAL },
		{ STR_INIT("time spent"), WORD_TIME | WORD_TOTAL },
		{ STR_INIT("time taken"), WORD_TIME | WORD_TOTAL },
		{ STR_INIT("temps total"), WORD_TIME | WORD_TOTAL },
		{ STR_INIT("tiempo total"), WORD_TIME | WORD_TOTAL },
		{ STR_INIT("time commitment"), WORD_BUDGET },
		{ STR_INIT("time budget"), WORD_BUDGET }, { STR_INIT("timeline"), WORD_DURATION },
		{ STR_INIT("time frame"), WORD_DURATION }, { STR_INIT("timeframe"), WORD_DURATION },
		{ STR_INIT("time"), WORD_TIME }, { STR_INIT("temps"), WORD_TIME },
		{ STR_INIT("tiempo"), WORD_TIME }),
	.of[LETTER('u')] = WORDS({ STR_INIT("url"), WORD_LINK }),
	.of[LETTER('w')] = WORDS({ STR_INIT("wochenziel"), WORD_GOAL },
		{ STR_INIT("why"), WORD_WHY }, { STR_INIT("warum"), WORD_WHY },
		{ STR_INIT("what i learned"), WORD_LEARNING },
		{ STR_INIT("wissenscheck"), WORD_CHECK }, { STR_INIT("wissenstest"), WORD_CHECK },
		{ STR_INIT("weekly hours"), WORD_BUDGET }),
	.of[LETTER('z')] = WORDS({ STR_INIT("zielwert"), WORD_TARGET },
		{ STR_INIT("ziel"), WORD_GOAL | WORD_TARGET },
		{ STR_INIT("zusammenfassung"), WORD_RESULT },
		{ STR_INIT("zeitaufwand"), WORD_BUDGET }, { STR_INIT("zeitbudget"), WORD_BUDGET },
		{ STR_INIT("zeitraum"), WORD_DURATION }, { STR_INIT("zeit"), WORD_TIME }),
	.wide = WORDS({ STR_INIT("目标"), WORD_GOAL }, { STR_INIT("目標"), WORD_GOAL },
		{ STR_INIT("étape clé"), WORD_MILESTONE },
		{ STR_INIT("étapes clés"), WORD_MILESTONE },
		{ STR_INIT("里程碑"), WORD_MILESTONE }),
};

static const struct plan_word week_words[] = {
	{ STR_INIT("/week"), 1 },
	{ STR_INIT("/wk"), 1 },
	{ STR_INIT("/woche"), 1 },
	{ STR_INIT("/semaine"), 1 },
	{ STR_INIT("/semana"), 1 },
	{ STR_INIT("/ week"), 1 },
	{ STR_INIT("per week"), 1 },
	{ STR_INIT("a week"), 1 },
	{ STR_INIT("each week"), 1 },
	{ STR_INIT("every week"), 1 },
	{ STR_INIT("weekly"), 1 },
	{ STR_INIT("pro woche"), 1 },
	{ STR_INIT("die woche"), 1 },
	{ STR_INIT("wöchentlich"), 1 },
	{ STR_INIT("par semaine"), 1 },
	{ STR_INIT("por semana"), 1 },
	{ STR_INIT("a la semana"), 1 },
	{ STR_INIT("每周"), 1 },
};

enum { EACH_DAY = 0x80 }; /* beside the days: what follows is for each of them */

static const struct plan_word day_groups[] = {
	{ STR_INIT("weekday"), 0x1f },
	{ STR_INIT("werktag"), 0x1f },
	{ STR_INIT("werktage"), 0x1f },
	{ STR_INIT("wochentag"), 0x1f },
	{ STR_INIT("wochentage"), 0x1f },
	{ STR_INIT("unter der woche"), 0x1f },
	{ STR_INIT("en semaine"), 0x1f },
	{ STR_INIT("entre semana"), 0x1f },
	{ STR_INIT("weekend"), 0x60 },
	{ STR_INIT("week-end"), 0x60 },
	{ STR_INIT("wochenende"), 0x60 },
	{ STR_INIT("fin de semana"), 0x60 },
	{ STR_INIT("daily"), 0x7f | EACH_DAY },
	{ STR_INIT("every day"), 0x7f | EACH_DAY },
	{ STR_INIT("each day"), 0x7f | EACH_DAY },
	{ STR_INIT("täglich"), 0x7f | EACH_DAY },
	{ STR_INIT("chaque jour"), 0x7f | EACH_DAY },
	{ STR_INIT("todos los días"), 0x7f | EACH_DAY },
};

/* ---- words */

bool guide_done_sign(struct str s)
{
	return str_starts(s, STR("✅")) || str_starts(s, STR("☑")) || str_starts(s, STR("✔")) ||
	       str_starts(s, STR("✓"));
}

static bool trimmed(uint32_t cp)
{
	return plan_symbol(cp) || (cp < 0x80 && cp > 0 && strchr(" \t*_:;,|-~=>", (int)cp));
}

struct str guide_clean(struct str s)
{
	while (s.n) {
		struct str t = s;
		if (!trimmed(text_decode(&t)) || *s.p == '~')
			break;
		s = t;
	}
	while (s.n) {
		size_t last = s.n - 1;
		while (last > 0 && s.n - last < 4 && ((unsigned char)s.p[last] & 0xc0) == 0x80)
			last--;
		struct str t = str_slice(s, last, s.n);
		if (!trimmed(text_decode(&t)))
			break;
		s.n = last;
	}
	return s;
}

static bool word_start(struct str s, size_t at)
{
	return at == 0 || !plan_alnum(s.p[at - 1]) || (unsigned char)s.p[at] >= 0xe3;
}

/* The bytes that words of a table begin with: most places of a text are told by these. */
struct firsts {
	uint32_t of[8];
};

static void add_first(struct firsts *f, unsigned char c)
{
	f->of[c / 32] |= 1u << c % 32;
}

static struct firsts firsts_of(const struct plan_word *table, size_t n)
{
	struct firsts f = { 0 };
	for (size_t i = 0; i < n; i++) {
		add_first(&f, (unsigned char)*table[i].name.p);
		if (plan_alpha(*table[i].name.p))
			add_first(&f, (unsigned char)*table[i].name.p & ~0x20u);
	}
	return f;
}

const struct plan_word *guide_find(
	struct str s, const struct plan_word *table, size_t n, size_t *at)
{
	struct firsts f = firsts_of(table, n);
	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];
		if (!(f.of[c / 32] >> c % 32 & 1) || (plan_alpha(s.p[i]) && !word_start(s, i)))
			continue;
		const struct plan_word *w = plan_word_at(plan_after(s, i), table, n);
		if (w) {
			*at = i;
			return w;
		}
	}
	return NULL;
}

bool guide_has(struct str s, const struct plan_word *table, size_t n)
{
	size_t at;
	return guide_find(s, table, n, &at) != NULL;
}

bool guide_per_week(struct str s)
{
	return guide_has(s, week_words, LENGTH(week_words));
}

/* Whether the word that ends at `end` ends there, but for a plural or case ending. */
static bool ends_soon(struct str s, size_t end)
{
	size_t i = end;
	while (i < s.n && plan_alpha(s.p[i]))
		i++;
	return i - end <= ENDING;
}

/* The first row whose word stands at s.p[at] and ends there. */
static const struct plan_word *label_word_at(struct str s, size_t at)
{
	struct str t = plan_after(s, at);
	const struct plan_word *w =
		plan_alpha(*t.p) ? label_words.of[LETTER(*t.p | 0x20)] : label_words.wide;
	for (; w && w->name.n; w++) {
		/* Most fail on the second letter. */
		if (w->name.n > t.n || ((w->name.p[1] ^ t.p[1]) & ~0x20) ||
			!str_casestarts(t, w->name))
			continue;
		if ((unsigned char)*w->name.p >= 0xe3 || ends_soon(t, w->name.n))
			return w;
	}
	return NULL;
}

unsigned guide_label_words(struct str label)
{
	unsigned words = 0;
	int depth = 0;
	for (size_t i = 0; i < label.n;) {
		char c = label.p[i];
		depth += c == '(' ? 1 : c == ')' ? -1 : 0;
		bool may = depth <= 0 && (plan_alpha(c) || (unsigned char)c >= 0x80);
		const struct plan_word *w =
			may && word_start(label, i) ? label_word_at(label, i) : NULL;
		words |= w ? (unsigned)w->value : 0;
		i += w ? w->name.n : 1;
	}
	return words;
}

/* ---- weekdays */

/* The days of the name or group that s starts with, 0 when it is none; *n is its length. */
static unsigned days_named(struct str s, size_t *n)
{
	const struct plan_word *w = plan_term_at(s, day_groups, LENGTH(day_groups), n);
	if (w)
		return (unsigned)w->value;
	struct str t = s;
	int day = plan_weekday(&t, true);
	*n = s.n - t.n;
	return day < 0 ? 0 : 1u << day;
}

/* The length of the word at the start of s when it may be a plural, "Mondays", else 0. */
static size_t plural(struct str s)
{
	size_t n = 0;
	while (n < s.n && (plan_alpha(s.p[n]) ||
				  ((unsigned char)s.p[n] >= 0x80 && (unsigned char)s.p[n] < 0xe0)))
		n++;
	return n > 3 && s.p[n - 1] == 's' ? n : 0;
}

/* "Do" and "Mi", "月" are days only where a mark follows: words of a sentence begin like them. */
static bool marked(struct str name, struct str next)
{
	bool brief = name.n == 2 || (name.n == 3 && (unsigned char)*name.p >= 0xe3);
	if (!brief || next.n == 0 || strchr(":/,.|+", *next.p) || str_starts(next, STR("：")))
		return true;
	return *next.p != ' ' && plan_skip_range(&next);
}

static bool one_weekday(struct str *s, unsigned *days)
{
	size_t n, word = plural(*s);
	*days = days_named(*s, &n);
	if (!*days && word) {
		*days = days_named(str_slice(*s, 0, word - 1), &n);
		*days = n + 1 == word ? *days : 0;
		n = word;
	}
	struct str t = plan_after(*s, n);
	if (!*days || !marked(str_slice(*s, 0, n), t))
		return false;
	*s = n > 2 && str_starts(t, STR(".")) ? plan_after(t, 1) : t;
	return true;
}

static bool skip_and(struct str *s)
{
	static const struct plan_word join[] = { { STR_INIT(","), 0 }, { STR_INIT("/"), 0 },
		{ STR_INIT("&"), 0 }, { STR_INIT("+"), 0 }, { STR_INIT("and "), 0 },
		{ STR_INIT("und "), 0 }, { STR_INIT("et "), 0 }, { STR_INIT("y "), 0 } };
	plan_skip_spaces(s);
	const struct plan_word *w = plan_word_at(*s, join, LENGTH(join));
	if (w)
		*s = plan_after(*s, w->name.n);
	plan_skip_spaces(s);
	return w != NULL;
}

/* All days from the one in `from` to the one in `to`, over Sunday if need be. */
static unsigned day_range(unsigned from, unsigned to)
{
	unsigned all = from;
	for (int i = 0; i < 7 && !(all & to); i++) {
		from = from == 0x40 ? 1 : from << 1;
		all |= from;
	}
	return all;
}

bool guide_weekdays(struct str *s, unsigned *days, bool *each)
{
	unsigned one;
	if (!one_weekday(s, &one))
		return false;
	*days = one & ~(unsigned)EACH_DAY;
	*each = one & EACH_DAY;
	struct str t = *s;
	bool single = (one & (one - 1)) == 0;
	if (single && plan_skip_range(&t) && one_weekday(&t, &one) && (one & (one - 1)) == 0) {
		*days = day_range(*days, one);
		*each = true;
		*s = t;
		return true;
	}
	for (t = *s; skip_and(&t) && one_weekday(&t, &one); *s = t) {
		*days |= one & ~(unsigned)EACH_DAY;
		*each = true;
	}
	return true;
}
