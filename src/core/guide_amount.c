/* guide_amount.c - percents and lengths of time in a line of a plan. */
#include <string.h>

#include "guide_line.h"

enum {
	MAX_TENTHS = 1000,     /* hundred percent */
	MAX_WORDS_BEFORE = 16, /* bytes looked at before a percent */
};

/* ---- percents */

/* "2.5" in tenths, rounded; false above a thousand. */
static bool tenths(struct str *s, int *value)
{
	struct str t = *s;
	if (!str_number(&t, value) || *value > MAX_TENTHS)
		return false;
	*value *= 10;
	if (t.n > 1 && (*t.p == '.' || *t.p == ',') && plan_digit(t.p[1])) {
		*value += t.p[1] - '0';
		*value += t.n > 2 && t.p[2] >= '5' && t.p[2] <= '9';
		t = plan_after(t, 2);
		while (t.n && plan_digit(*t.p))
			t = plan_after(t, 1);
	}
	*s = t;
	return true;
}

static bool percent_sign(struct str *s)
{
	static const struct plan_word sign[] = { { STR_INIT("%"), 1 }, { STR_INIT("％"), 1 },
		{ STR_INIT("percent"), 1 }, { STR_INIT("prozent"), 1 },
		{ STR_INIT("pour cent"), 1 }, { STR_INIT("por ciento"), 1 } };
	struct str t = *s;
	plan_skip_spaces(&t);
	if (str_starts(t, STR("\xc2\xa0"))) /* as French writes it */
		t = plan_after(t, 2);
	const struct plan_word *w = plan_word_at(t, sign, LENGTH(sign));
	if (!w)
		return false;
	*s = plan_after(t, w->name.n);
	return true;
}

/* "60-70 %", "60%-70%", "85%+" at *s; advances past it. */
static bool percent_at(struct str *s, struct guide_percent *p)
{
	struct str t = *s;
	if (!tenths(&t, &p->low) || p->low > MAX_TENTHS)
		return false;
	struct str first = t;
	bool sign = percent_sign(&first), spaced = sign && first.n && *first.p == ' ';
	struct str next = sign ? first : t;
	bool range = !spaced && plan_skip_range(&next) && tenths(&next, &p->high) &&
		     percent_sign(&next) && p->high >= p->low && p->high <= MAX_TENTHS;
	if (!sign && !range)
		return false;
	t = range ? next : first;
	p->high = range ? p->high : p->low;
	p->least = str_starts(t, STR("+"));
	*s = p->least ? plan_after(t, 1) : t;
	return true;
}

enum {
	BEFORE_BASE = 1,
	BEFORE_WANTED = 2,
	BEFORE_LEAST = 4,
	BEFORE_BELOW = 8,
	BEFORE_LINK = 16,
	BEFORE_IF = 32
};

static const struct plan_word before_words[] = {
	{ STR_INIT("->"), BEFORE_LINK }, /* before ">" */
	{ STR_INIT("=>"), BEFORE_LINK },
	{ STR_INIT("→"), BEFORE_LINK },
	{ STR_INIT("⇒"), BEFORE_LINK },
	{ STR_INIT("➜"), BEFORE_LINK },
	{ STR_INIT("up from"), BEFORE_BASE },
	{ STR_INIT("from"), BEFORE_BASE },
	{ STR_INIT("von"), BEFORE_BASE },
	{ STR_INIT("depuis"), BEFORE_BASE },
	{ STR_INIT("desde"), BEFORE_BASE },
	{ STR_INIT("de"), BEFORE_BASE },
	{ STR_INIT("already"), BEFORE_BASE },
	{ STR_INIT("currently"), BEFORE_BASE },
	{ STR_INIT("bereits"), BEFORE_BASE },
	{ STR_INIT("derzeit"), BEFORE_BASE },
	{ STR_INIT("déjà"), BEFORE_BASE },
	{ STR_INIT("actualmente"), BEFORE_BASE },
	{ STR_INIT("by"), BEFORE_IF }, /* "faster by 25%" */
	{ STR_INIT("um"), BEFORE_IF },
	{ STR_INIT("(if"), BEFORE_IF },
	{ STR_INIT("if"), BEFORE_IF },
	{ STR_INIT("wenn"), BEFORE_IF },
	{ STR_INIT("si"), BEFORE_IF },
	{ STR_INIT("target:"), BEFORE_WANTED },
	{ STR_INIT("target"), BEFORE_WANTED },
	{ STR_INIT("expect"), BEFORE_WANTED },
	{ STR_INIT("goal:"), BEFORE_WANTED },
	{ STR_INIT("goal"), BEFORE_WANTED },
	{ STR_INIT("ziel:"), BEFORE_WANTED },
	{ STR_INIT("ziel"), BEFORE_WANTED },
	{ STR_INIT("objectif"), BEFORE_WANTED },
	{ STR_INIT("objetivo"), BEFORE_WANTED },
	{ STR_INIT("at least"), BEFORE_LEAST },
	{ STR_INIT("above"), BEFORE_LEAST },
	{ STR_INIT("over"), BEFORE_LEAST },
	{ STR_INIT("mindestens"), BEFORE_LEAST },
	{ STR_INIT("über"), BEFORE_LEAST },
	{ STR_INIT("au moins"), BEFORE_LEAST },
	{ STR_INIT("al menos"), BEFORE_LEAST },
	{ STR_INIT(">="), BEFORE_LEAST },
	{ STR_INIT("≥"), BEFORE_LEAST },
	{ STR_INIT(">"), BEFORE_LEAST },
	{ STR_INIT("below"), BEFORE_BELOW },
	{ STR_INIT("under"), BEFORE_BELOW },
	{ STR_INIT("less than"), BEFORE_BELOW },
	{ STR_INIT("unter"), BEFORE_BELOW },
	{ STR_INIT("moins de"), BEFORE_BELOW },
	{ STR_INIT("menos de"), BEFORE_BELOW },
	{ STR_INIT("<="), BEFORE_BELOW },
	{ STR_INIT("≤"), BEFORE_BELOW },
	{ STR_INIT("<"), BEFORE_BELOW },
	{ STR_INIT("to"), BEFORE_LINK },
	{ STR_INIT("auf"), BEFORE_LINK },
	{ STR_INIT("bis"), BEFORE_LINK },
	{ STR_INIT("à"), BEFORE_LINK },
	{ STR_INIT("a"), BEFORE_LINK },
	{ STR_INIT("hasta"), BEFORE_LINK },
};

/* The word that ends at `end`, the last one of before_words that does; 0. Its start in *at. */
static int word_before(struct str s, size_t end, size_t *at)
{
	while (end > 0 && strchr(" ~*\t", s.p[end - 1]) && s.p[end - 1])
		end--;
	struct str head = str_slice(s, end > MAX_WORDS_BEFORE ? end - MAX_WORDS_BEFORE : 0, end);
	for (size_t i = 0; i < LENGTH(before_words); i++) {
		struct str w = before_words[i].name;
		/* Most differ in the last letter. */
		if (head.n < w.n || ((head.p[head.n - 1] ^ w.p[w.n - 1]) & ~0x20) ||
			!str_caseeq(str_slice(head, head.n - w.n, head.n), w))
			continue;
		if (plan_alpha(*w.p) && end > w.n && plan_alnum(s.p[end - w.n - 1]))
			continue;
		*at = end - w.n;
		return before_words[i].value;
	}
	return 0;
}

/* The words before a percent; at most three: "→ target at least 80%". */
static void read_before(struct str s, size_t low, struct guide_percent *p)
{
	for (int i = 0; i < 3; i++) {
		size_t at = 0;
		int w = word_before(s, p->from, &at);
		if (w == 0 || at < low)
			return;
		p->base |= w == BEFORE_BASE;
		p->wanted |= w == BEFORE_WANTED;
		p->least |= w == BEFORE_LEAST;
		p->below |= w == BEFORE_BELOW;
		p->linked |= w == BEFORE_LINK;
		p->condition |= w == BEFORE_IF;
		p->from = at;
	}
}

int guide_percents(struct str s, struct guide_percent *out, int max)
{
	int n = 0;
	size_t low = 0;
	for (size_t i = 0; i < s.n && n < max; i++) {
		if (!plan_digit(s.p[i]))
			continue;
		struct str t = plan_after(s, i);
		struct guide_percent p = { .from = i };
		bool apart = i == 0 || (!plan_alnum(s.p[i - 1]) && !strchr(".,", s.p[i - 1]));
		if (apart && percent_at(&t, &p)) {
			p.to = s.n - t.n;
			read_before(s, low, &p);
			p.linked &= n > 0 && str_trim(str_slice(s, low, p.from)).n == 0;
			out[n++] = p;
			low = p.to;
			i = p.to - 1;
		}
		while (i + 1 < s.n && plan_digit(s.p[i]) && plan_digit(s.p[i + 1]))
			i++;
	}
	return n;
}

/* ---- lengths of time */

int guide_amounts(struct str s, struct plan_amount *out, int max)
{
	int n = 0;
	for (size_t at = 0; n < max && plan_find_amount(s, at, true, &out[n]); n++)
		at = out[n].end;
	return n;
}
