/* guide_timing.c - how long a thing was to take and took, as written beside it. */
#include "guide_line.h"

enum { AMOUNTS = 8, MAX_WORD = 24 };

static const struct plan_word target_words[] = {
	{ STR_INIT("target"), 0 },
	{ STR_INIT("goal"), 0 },
	{ STR_INIT("planned"), 0 },
	{ STR_INIT("estimate"), 0 },
	{ STR_INIT("estimated"), 0 },
	{ STR_INIT("ziel"), 0 },
	{ STR_INIT("soll"), 0 },
	{ STR_INIT("geplant"), 0 },
	{ STR_INIT("objectif"), 0 },
	{ STR_INIT("cible"), 0 },
	{ STR_INIT("prévu"), 0 },
	{ STR_INIT("objetivo"), 0 },
	{ STR_INIT("previsto"), 0 },
};

static const struct plan_word actual_words[] = {
	{ STR_INIT("actual"), 0 },
	{ STR_INIT("actually"), 0 },
	{ STR_INIT("took"), 0 },
	{ STR_INIT("needed"), 0 },
	{ STR_INIT("now"), 0 },
	{ STR_INIT("ist"), 0 },
	{ STR_INIT("tatsächlich"), 0 },
	{ STR_INIT("gebraucht"), 0 },
	{ STR_INIT("réel"), 0 },
	{ STR_INIT("real"), 0 },
};

static bool letter(char c)
{
	return plan_alpha(c) || (unsigned char)c >= 0xc3;
}

/* The word before `at`, over ": ~(" and the like. */
static struct str word_before(struct str s, size_t at)
{
	size_t end = at;
	while (end > 0 && (s.p[end - 1] == ' ' || s.p[end - 1] == ':' || s.p[end - 1] == '~' ||
				  s.p[end - 1] == '='))
		end--;
	size_t from = end;
	while (from > 0 && end - from < MAX_WORD &&
		(letter(s.p[from - 1]) || ((unsigned char)s.p[from - 1] & 0xc0) == 0x80))
		from--;
	return str_slice(s, from, end);
}

static bool is_one_of(struct str s, const struct plan_word *table, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (str_caseeq(s, table[i].name))
			return true;
	}
	return false;
}

enum role { PLAIN, TARGET, ACTUAL };

static enum role role_of(struct str s, const struct plan_amount *a)
{
	struct str before = word_before(s, a->at), after = plan_after(s, a->end);
	if (is_one_of(before, target_words, LENGTH(target_words)))
		return TARGET;
	if (is_one_of(before, actual_words, LENGTH(actual_words)))
		return ACTUAL;
	while (after.n && (*after.p == ' ' || *after.p == '-'))
		after = plan_after(after, 1);
	return plan_word_at(after, target_words, LENGTH(target_words)) ? TARGET : PLAIN;
}

/* Nothing but an arrow between two lengths. */
static bool arrow(struct str s)
{
	s = str_trim(s);
	return str_eq(s, STR("→")) || str_eq(s, STR("->")) || str_eq(s, STR("=>")) ||
	       str_eq(s, STR("⇒")) || str_eq(s, STR("➜"));
}

static int middle(const struct plan_amount *a)
{
	return a->from + (a->to - a->from) / 2;
}

static bool read_timing(struct str s, struct guide_timing *out)
{
	struct plan_amount a[AMOUNTS];
	int n = guide_amounts(s, a, AMOUNTS), plain = -1;
	for (int i = 0; i < n; i++) {
		enum role role = role_of(s, &a[i]);
		if (role == TARGET && out->target_to == 0) {
			out->target_from = a[i].from;
			out->target_to = a[i].to;
		} else if (role == ACTUAL && out->actual == 0) {
			out->actual = middle(&a[i]);
		} else if (role == PLAIN) {
			bool led = plain >= 0 && plain == i - 1 &&
				   arrow(str_slice(s, a[plain].end, a[i].at));
			if (led && out->before == 0) {
				out->before = middle(&a[plain]);
				out->actual = middle(&a[i]);
			}
			plain = plain < 0 || led ? i : plain;
		}
	}
	if (out->actual == 0 && out->target_to && plain >= 0)
		out->actual = middle(&a[plain]);
	return out->actual > 0 && (out->target_to || out->before);
}

struct guide_timing *guide_timings(
	struct str text, const struct plan *plan, int *n, struct arena *a)
{
	struct guide_text t = guide_scan(text, plan, a);
	struct guide_timing *timing = NULL;
	size_t cap = 0;
	*n = 0;
	for (int i = 0; i < t.nline; i++) {
		const struct guide_line *l = &t.line[i];
		struct guide_timing x = { .item = l->item, .week = l->week, .line = l->number };
		x.day = l->day == l->day_to ? l->day : -1;
		if (l->joined || l->kind == GUIDE_HEADING || !read_timing(l->plain, &x))
			continue;
		timing = arena_room(a, timing, (size_t)*n, &cap, sizeof x);
		timing[(*n)++] = x;
	}
	return timing;
}
