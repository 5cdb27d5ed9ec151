/* plan_words.c - what a line of a plan says in words and signs: states and marks; its title. */
#include <string.h>

#include "hone/text.h"
#include "plan_line.h"

enum {
	MAX_REMARK = 200,
	MARK = 8,          /* marks stand above the states */
	LOOSE = 1024,      /* and those that small letters state in headings above these */
	IF_TIME = 1 << 20, /* makes anything optional wherever it stands */
};

/*
 * Words that state something. In the running text of a line they count in capitals only, in small
 * letters at the start of a parenthesis or as the last thing after a colon or dash; those that are LOOSE
 * count in headings in any letters. "MOVED FROM" is no state: that day was moved to where it stands.
 */
static const struct plan_words status_words = {
	.of[LETTER('a')] = WORDS({ STR_INIT("adjusted"), PLAN_REVISED *MARK },
		{ STR_INIT("abgeschlossen"), PLAN_DONE }, { STR_INIT("aplazado"), PLAN_DEFERRED },
		{ STR_INIT("assessment"), LOOSE *PLAN_CHECKPOINT }),
	.of[LETTER('b')] = WORDS({ STR_INIT("begonnen"), PLAN_IN_PROGRESS }),
	.of[LETTER('c')] = WORDS({ STR_INIT("completed"), PLAN_DONE },
		{ STR_INIT("complete"), PLAN_DONE }, { STR_INIT("cancelled"), PLAN_SKIPPED },
		{ STR_INIT("canceled"), PLAN_SKIPPED },
		{ STR_INIT("continues to"), PLAN_EXTENDED *MARK },
		{ STR_INIT("continued from"), PLAN_EXTENDED *MARK },
		{ STR_INIT("customized"), PLAN_REVISED *MARK },
		{ STR_INIT("customised"), PLAN_REVISED *MARK },
		{ STR_INIT("completado"), PLAN_DONE }, { STR_INIT("completada"), PLAN_DONE },
		{ STR_INIT("checkpoint"), LOOSE *PLAN_CHECKPOINT }),
	.of[LETTER('d')] =
		WORDS({ STR_INIT("done"), PLAN_DONE }, { STR_INIT("deferred"), PLAN_DEFERRED },
			{ STR_INIT("decision point"), LOOSE *PLAN_CHECKPOINT }),
	.of[LETTER('e')] = WORDS({ STR_INIT("extended"), PLAN_EXTENDED *MARK },
		{ STR_INIT("erledigt"), PLAN_DONE }, { STR_INIT("en cours"), PLAN_IN_PROGRESS },
		{ STR_INIT("en curso"), PLAN_IN_PROGRESS },
		{ STR_INIT("en progreso"), PLAN_IN_PROGRESS }),
	.of[LETTER('f')] = WORDS({ STR_INIT("finished"), PLAN_DONE },
		{ STR_INIT("fertig"), PLAN_DONE }, { STR_INIT("fini"), PLAN_DONE },
		{ STR_INIT("fait"), PLAN_DONE }, { STR_INIT("facultatif"), LOOSE *PLAN_OPTIONAL }),
	.of[LETTER('h')] = WORDS({ STR_INIT("hecho"), PLAN_DONE }),
	.of[LETTER('i')] = WORDS({ STR_INIT("in progress"), PLAN_IN_PROGRESS },
		{ STR_INIT("in-progress"), PLAN_IN_PROGRESS },
		{ STR_INIT("in prog"), PLAN_IN_PROGRESS },
		{ STR_INIT("in arbeit"), PLAN_IN_PROGRESS }, { STR_INIT("if time"), IF_TIME },
		{ STR_INIT("if needed"), IF_TIME }),
	.of[LETTER('m')] = WORDS({ STR_INIT("moved to"), PLAN_MOVED },
		{ STR_INIT("moved from"), PLAN_MOVED_HERE *MARK }),
	.of[LETTER('n')] = WORDS({ STR_INIT("not started"), PLAN_OPEN }),
	.of[LETTER('o')] = WORDS({ STR_INIT("ongoing"), PLAN_IN_PROGRESS },
		{ STR_INIT("on hold"), PLAN_DEFERRED }, { STR_INIT("offen"), PLAN_OPEN },
		{ STR_INIT("omitido"), PLAN_SKIPPED },
		{ STR_INIT("optional"), LOOSE *PLAN_OPTIONAL },
		{ STR_INIT("optionnel"), LOOSE *PLAN_OPTIONAL },
		{ STR_INIT("opcional"), LOOSE *PLAN_OPTIONAL }),
	.of[LETTER('p')] = WORDS({ STR_INIT("postponed"), PLAN_DEFERRED },
		{ STR_INIT("pospuesto"), PLAN_DEFERRED }, { STR_INIT("pendiente"), PLAN_OPEN },
		{ STR_INIT("provisoire"), LOOSE *PLAN_TENTATIVE },
		{ STR_INIT("provisional"), LOOSE *PLAN_TENTATIVE },
		{ STR_INIT("progress check"), LOOSE *PLAN_CHECKPOINT }),
	.of[LETTER('r')] = WORDS({ STR_INIT("revised"), PLAN_REVISED *MARK },
		{ STR_INIT("reporté"), PLAN_DEFERRED },
		{ STR_INIT("re-assessment"), LOOSE *PLAN_CHECKPOINT },
		{ STR_INIT("reassessment"), LOOSE *PLAN_CHECKPOINT }),
	.of[LETTER('s')] = WORDS({ STR_INIT("started"), PLAN_IN_PROGRESS },
		{ STR_INIT("shifted to"), PLAN_MOVED }, { STR_INIT("skipped"), PLAN_SKIPPED },
		{ STR_INIT("shifted from"), PLAN_SHIFTED *MARK },
		{ STR_INIT("sauté"), PLAN_SKIPPED },
		{ STR_INIT("subject to change"), LOOSE *PLAN_TENTATIVE },
		{ STR_INIT("subject to adjustment"), LOOSE *PLAN_TENTATIVE },
		{ STR_INIT("self-assessment"), LOOSE *PLAN_CHECKPOINT }),
	.of[LETTER('t')] =
		WORDS({ STR_INIT("terminé"), PLAN_DONE }, { STR_INIT("terminado"), PLAN_DONE },
			{ STR_INIT("tentative"), LOOSE *PLAN_TENTATIVE }),
	.of[LETTER('v')] = WORDS({ STR_INIT("verschoben auf"), PLAN_MOVED },
		{ STR_INIT("verschoben"), PLAN_DEFERRED },
		{ STR_INIT("vorläufig"), LOOSE *PLAN_TENTATIVE }),
	.of[LETTER('w')] = WORDS({ STR_INIT("wip"), PLAN_IN_PROGRESS }),
	.wide = WORDS({ STR_INIT("übersprungen"), PLAN_SKIPPED },
		{ STR_INIT("à faire"), PLAN_OPEN }, { STR_INIT("已完成"), PLAN_DONE },
		{ STR_INIT("完成"), PLAN_DONE }, { STR_INIT("完了"), PLAN_DONE },
		{ STR_INIT("済み"), PLAN_DONE }, { STR_INIT("进行中"), PLAN_IN_PROGRESS },
		{ STR_INIT("進行中"), PLAN_IN_PROGRESS }, { STR_INIT("学習中"), PLAN_IN_PROGRESS },
		{ STR_INIT("延期"), PLAN_DEFERRED }, { STR_INIT("推迟"), PLAN_DEFERRED },
		{ STR_INIT("推遲"), PLAN_DEFERRED }, { STR_INIT("跳过"), PLAN_SKIPPED },
		{ STR_INIT("跳過"), PLAN_SKIPPED }, { STR_INIT("スキップ"), PLAN_SKIPPED },
		{ STR_INIT("未开始"), PLAN_OPEN }, { STR_INIT("未着手"), PLAN_OPEN },
		{ STR_INIT("выполнено"), PLAN_DONE }, { STR_INIT("завершено"), PLAN_DONE },
		{ STR_INIT("сделано"), PLAN_DONE }, { STR_INIT("готово"), PLAN_DONE },
		{ STR_INIT("в процессе"), PLAN_IN_PROGRESS },
		{ STR_INIT("отложено"), PLAN_DEFERRED }, { STR_INIT("перенесено на"), PLAN_MOVED },
		{ STR_INIT("перенесено"), PLAN_DEFERRED }, { STR_INIT("пропущено"), PLAN_SKIPPED },
		{ STR_INIT("可选"), PLAN_OPTIONAL *MARK },
		{ STR_INIT("选做"), PLAN_OPTIONAL *MARK },
		{ STR_INIT("任意"), PLAN_OPTIONAL *MARK }),
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
	{ STR_INIT("☐"), -1 },
};

/* Most of a line are letters within words and spaces: nothing begins there. */
static bool is_inside(struct str s, size_t at)
{
	return s.p[at] == ' ' || (at > 0 && plan_alpha(s.p[at]) && plan_alpha(s.p[at - 1]));
}

/* "not done", "to be completed" */
static bool is_negated(struct str s, size_t at)
{
	struct str before = str_trim(str_slice(s, at > 5 ? at - 5 : 0, at));
	struct str tail = str_slice(before, before.n > 3 ? before.n - 3 : 0, before.n);
	return str_caseeq(tail, STR("not")) || str_caseeq(tail, STR(" be"));
}

/* Nothing but more remarks follows, or where it was moved to. */
static bool is_last(struct str next, int value)
{
	if (value == PLAN_MOVED)
		return true;
	if (value == PLAN_DEFERRED &&
		(str_casestarts(next, STR(" to ")) || str_casestarts(next, STR(" week ")) ||
			str_casestarts(next, STR(" day "))))
		return true;
	while (next.n && *next.p == '*')
		next = plan_after(next, 1);
	plan_skip_separators(&next);
	return next.n == 0 || *next.p == '(' || *next.p == ')' || plan_digit(*next.p) ||
	       str_starts(next, STR("（")) || str_starts(next, STR("）"));
}

/* What may stand before small letters that state something; 0 is the start of the line. */
static bool parts(char c)
{
	return c == 0 || c == '(' || c == '[' || c == ':' || c == '-';
}

/* The lead bytes of the letters that words of other scripts begin with: no arrows, no emoji. */
static bool wide_letter(unsigned char c)
{
	return c == 0xc3 || c == 0xd0 || c == 0xd1 || (c >= 0xe3 && c <= 0xed);
}

/* Letters all in capitals, so that capitals say nothing. */
bool plan_shouted(struct str s)
{
	bool capital = false;
	for (size_t i = 0; i < s.n; i++) {
		if ((s.p[i] >= 'a' && s.p[i] <= 'z') || wide_letter((unsigned char)s.p[i]))
			return false;
		capital = capital || (s.p[i] >= 'A' && s.p[i] <= 'Z');
	}
	return capital;
}

/* The word at s.p[at] begins with two capitals. */
static bool is_capital(struct str s, size_t at)
{
	return at + 1 < s.n && s.p[at] >= 'A' && s.p[at] <= 'Z' && s.p[at + 1] >= 'A' &&
	       s.p[at + 1] <= 'Z';
}

/*
 * What the word at s.p[at], which has n bytes there, states: a state, a mark times MARK, or -1. `before`
 * is what stands before it. Small letters state something at the start of a parenthesis, or last after a
 * colon or dash.
 */
static int strict_word(
	const struct plan_word *w, struct str s, size_t at, size_t n, char before, bool shouted)
{
	struct str next = plan_after(s, at + n);
	if (w->value >= LOOSE || (next.n && plan_digit(*next.p)) || is_negated(s, at))
		return -1;
	if (plan_alpha(s.p[at]) && !shouted && plan_capitals(str_slice(s, at, at + n)))
		return w->value;
	if (before == '(' || before == '[')
		return w->value;
	return parts(before) && is_last(next, w->value) ? w->value : -1;
}

static int status_word(struct str s, size_t at, char before, bool shouted)
{
	size_t n;
	if (!parts(before) && (shouted || !is_capital(s, at)))
		return -1;
	const struct plan_word *w = plan_find_word(plan_after(s, at), &status_words, true, &n);
	return w ? strict_word(w, s, at, n, before, shouted) : -1;
}

/* "optional" and the like; in a task only "(optional)" and what stands at its start. */
static unsigned loose_mark(int value, struct str next, char before, enum plan_place place)
{
	unsigned mark = value == IF_TIME ? PLAN_OPTIONAL : (unsigned)value / LOOSE;
	if (place == PLACE_HEAD || value == IF_TIME)
		return mark;
	if (mark == PLAN_CHECKPOINT || next.n == 0)
		return 0;
	bool closed = before == '(' && (*next.p == ')' || *next.p == ',');
	return closed || (before == 0 && *next.p == ':') ? mark : 0;
}

/* A sign states something in a heading; in a task only at its start or end. */
static int status_sign(struct str s, size_t at, enum plan_place place)
{
	struct str t = plan_after(s, at);
	const struct plan_word *w = plan_word_at(t, status_signs, LENGTH(status_signs));
	if (!w || w->value < 0)
		return -1;
	bool edge = at == 0 || plan_skip_decoration(t).n == 0;
	return place == PLACE_HEAD || edge ? w->value : -1;
}

static void take(struct plan_says *says, int value)
{
	if (value >= MARK)
		says->marks |= (unsigned)value / MARK;
	else if (value >= 0 && says->status < 0)
		says->status = value;
}

/* Most words of a line can state nothing where they stand: the table is not asked for those. */
static void take_word(struct plan_says *says, struct str s, size_t at, char before,
	enum plan_place place, bool shouted)
{
	size_t n;
	bool may = parts(before) || place == PLACE_HEAD || (s.p[at] | 0x20) == *"if time" ||
		   (!shouted && is_capital(s, at));
	if (!may || (at > 0 && plan_digit(s.p[at - 1])))
		return;
	const struct plan_word *w = plan_find_word(plan_after(s, at), &status_words, true, &n);
	if (!w)
		return;
	if (w->value >= LOOSE)
		says->marks |= loose_mark(w->value, plan_after(s, at + n), before, place);
	else
		take(says, strict_word(w, s, at, n, before, shouted));
}

static unsigned letter(struct str s, size_t at)
{
	return at < s.n ? (unsigned char)s.p[at] & 31u : 0;
}

/* The two letters after s.p[at] in one number below 32: all words of the table have three. */
static unsigned next_letters(struct str s, size_t at)
{
	return (letter(s, at + 1) + 13 * letter(s, at + 2)) & 31u;
}

void plan_starts_fill(struct plan_starts *p)
{
	*p = (struct plan_starts){ 0 };
	for (size_t i = 0; i < LENGTH(status_words.of); i++) {
		for (const struct plan_word *w = status_words.of[i]; w && w->name.n; w++)
			p->of[letter(w->name, 0)] |= 1u << next_letters(w->name, 0);
	}
}

struct plan_says plan_line_says(
	struct str s, enum plan_place place, bool shouted, const struct plan_starts *starts)
{
	struct plan_says says = { .status = -1, .digit = s.n };
	char before = 0;
	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];
		if (plan_alpha(s.p[i])) {
			if (starts->of[letter(s, i)] >> next_letters(s, i) & 1)
				take_word(&says, s, i, before, place, shouted);
			while (i + 1 < s.n && plan_alpha(s.p[i + 1]))
				i++;
			before = 'a';
		} else if (c >= 0x80) {
			take(&says, c >= 0xe2 ? status_sign(s, i, place) : -1);
			if (wide_letter(c) && parts(before))
				take(&says, status_word(s, i, before, shouted));
			while (i + 1 < s.n && ((unsigned char)s.p[i + 1] & 0xc0) == 0x80)
				i++;
			before = plan_char_before(s, i + 1);
		} else if (c != ' ' && c != '*') {
			/* The hyphen within a word parts nothing. */
			before = c != '-' || i == 0 || s.p[i - 1] == ' ' ? s.p[i] : 'a';
			if (plan_digit(before) && says.digit == s.n)
				says.digit = i;
		}
	}
	return says;
}

unsigned plan_remark_marks(struct str s)
{
	struct plan_says says = { .status = -1 };
	bool shouted = plan_shouted(s);
	s = plan_skip_decoration(s);
	if (s.n && (is_capital(s, 0) || plan_word_follows(s)))
		take_word(&says, s, 0, '(', PLACE_HEAD, shouted);
	return says.marks & ~(unsigned)PLAN_CHECKPOINT;
}

int plan_status_alone(struct str s)
{
	size_t n;
	while (s.n && strchr(" *:", *s.p))
		s = plan_after(s, 1);
	const struct plan_word *w = plan_word_at(s, status_signs, LENGTH(status_signs));
	if (!w) {
		s = plan_skip_decoration(s);
		w = plan_find_word(s, &status_words, true, &n);
	}
	return w && w->value >= 0 && w->value < MARK ? w->value : -1;
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

/* The same of "（...）". */
static size_t wide_parenthesis(struct str s)
{
	ptrdiff_t close = str_find(str_slice(s, 0, MAX_REMARK), STR("）"), 0);
	return str_starts(s, STR("（")) && close > 0 ? (size_t)close + STR("）").n : 0;
}

/* "optional)" */
static bool is_optional(struct str s)
{
	size_t n;
	const struct plan_word *w = plan_find_word(s, &status_words, true, &n);
	bool optional = w && (w->value == LOOSE * PLAN_OPTIONAL || w->value == IF_TIME);
	return optional && n < s.n && s.p[n] == ')';
}

/* Parenthesis that says when, how long or how far, not what; `lead` bytes open it. */
static bool is_remark(struct str s, size_t lead)
{
	int from, to;
	struct label l;
	struct str inner = plan_after(s, lead);
	struct plan_amount amount;
	return plan_find_amount(s, 0, false, &amount) || status_word(s, lead, '(', true) >= 0 ||
	       plan_label_numbers(&inner, &l) || plan_line_dates(s, &from, &to) ||
	       is_optional(plan_after(s, lead));
}

/* A word at s.p[at] states something, so that the title ends before it. */
static bool ends_here(struct str s, size_t at)
{
	bool word = plan_alpha(s.p[at]) ? at == 0 || !plan_alnum(s.p[at - 1])
					: wide_letter((unsigned char)s.p[at]);
	if (!word)
		return false;
	bool after_word = at > 1 && s.p[at - 1] == ' ' && plan_alnum(s.p[at - 2]);
	if (after_word && !is_capital(s, at))
		return false;
	return status_word(s, at, plan_char_before(s, at), false) >= 0;
}

/* Length of what does not belong into a title at s.p[at]; SIZE_MAX when the title ends there. */
static size_t title_noise(struct str s, size_t at, bool begun, bool shouted)
{
	struct str t = plan_after(s, at);
	int from, to;
	size_t n;
	if (is_inside(s, at))
		return 0;
	if (*t.p == '(' || *t.p == '[') {
		n = parenthesis(t);
		return n && is_remark(str_slice(t, 0, n), 1) ? n : 0;
	}
	bool dated = plan_digit(*t.p) || (*t.p >= 'A' && *t.p <= 'Z');
	if (dated && plan_date_in(s, at, &from, &to, &n))
		return n;
	if (!shouted && ends_here(s, at))
		return SIZE_MAX;
	if ((unsigned char)*t.p < 0x80)
		return 0;
	n = wide_parenthesis(t);
	if (n && is_remark(str_slice(t, 0, n), STR("（").n))
		return n;
	if (begun && plan_word_at(t, status_signs, LENGTH(status_signs)))
		return SIZE_MAX;
	uint32_t cp = text_decode(&t);
	return !begun && plan_symbol(cp) ? s.n - at - t.n : 0;
}

static bool ends_title(uint32_t cp)
{
	if (cp >= 0x80)
		return !plan_symbol(cp) || cp == 0xff09 || cp == 0x300d;
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
	struct plan_amount a;
	if (!plan_find_amount(s, 0, false, &a) || a.end != s.n || a.at == 0)
		return s;
	char before = plan_char_before(s, a.at);
	bool apart = before == '-' || before == ',' || before == '~';
	return apart ? trim_end(str_slice(s, 0, a.at)) : s;
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
		for (i++; i < s.n && plan_alpha(s.p[i]) && plan_alpha(s.p[i - 1]); i++)
			out[n++] = s.p[i];
	}
	struct str title = trim_amount(trim_end((struct str){ out, n }));
	plan_skip_separators(&title);
	bool wrapped = title.n > 2 && *title.p == '(' && parenthesis(title) == title.n;
	return wrapped ? str_slice(title, 1, title.n - 1) : title;
}
