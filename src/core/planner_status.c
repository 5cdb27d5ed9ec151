/* planner_status.c - the status of a day at the end of its heading, as the plan's other days have it. */
#include <string.h>

#include "hone/md.h"
#include "hone/text.h"
#include "plan_line.h"
#include "planner_priv.h"

enum { MANNERS = 32 };

/* How the end of a heading states something: " ✅ **COMPLETED (2025-11-12)**". */
struct manner {
	struct str lead; /* what joins it to the words: "-", empty */
	struct str sign; /* with its spaces: "✅ "; empty when there is none */
	struct str bold; /* "**", "__" or empty */
	struct str word; /* as written */
	bool bracket;    /* the word stands in "( )" */
	enum { DATE_NONE, DATE_BARE, DATE_BRACKET, DATE_AFTER_BOLD } date;
	enum plan_status status;
	int count;
};

static const struct {
	enum plan_status status;
	struct str sign, word;
} usual[] = {
	{ PLAN_IN_PROGRESS, STR_INIT("🔄 "), STR_INIT("in progress") },
	{ PLAN_DONE, STR_INIT("✅ "), STR_INIT("completed") },
	{ PLAN_DEFERRED, STR_INIT("⏸️ "), STR_INIT("deferred") },
	{ PLAN_MOVED, STR_INIT("➡️ "), STR_INIT("moved to later") },
	{ PLAN_SKIPPED, STR_INIT("⏭️ "), STR_INIT("skipped") },
};

bool planner_has_day(const struct study *s, int day, struct err *e)
{
	return (day >= 0 && day < s->plan.nday) ||
	       err_set(e, ERR_MISSING, "%s: the plan has no such day", s->name);
}

int planner_day_in(const struct plan *p, uint64_t id)
{
	const struct plan_day *d = place_day(p, id);
	return d ? (int)(d - p->day) : -1;
}

/* Signs and the spaces after them at the start of *s. */
static struct str cut_signs(struct str *s)
{
	struct str rest = *s;
	while (rest.n) {
		struct str next = rest;
		uint32_t cp = text_decode(&next);
		if (cp != ' ' && !(cp >= 0x80 && plan_symbol(cp)))
			break;
		rest = next;
	}
	struct str signs = str_slice(*s, 0, s->n - rest.n);
	*s = rest;
	return str_trim(signs).n ? signs : (struct str){ 0 };
}

/* "(2025-11-12)" or "2025-11-12" at the end of *s, cut off with the spaces before it. */
static bool cut_date(struct str *s, bool *bracket)
{
	struct str t = str_trim(*s);
	int day;
	*bracket = str_ends(t, STR(")"));
	size_t length = *bracket ? 12 : 10;
	if (t.n < length || !day_parse(str_slice(t, t.n - length + *bracket, t.n), &day))
		return false;
	if (*bracket && t.p[t.n - length] != '(')
		return false;
	*s = str_trim(str_slice(t, 0, t.n - length));
	return true;
}

/* Is the whole of `words` a state, with the sign before it? */
static bool states(struct str signs, struct str words, bool marked, enum plan_status *status)
{
	int sign = plan_status_alone(signs), word = -1;
	if (words.n > 40 || (words.n && !plan_alpha(*words.p)))
		return false;
	for (size_t i = 0; i < words.n; i++)
		if (!plan_alnum(words.p[i]) && !strchr(" -'", words.p[i]))
			return false;
	/* In small letters it is a state in a bracket only, or in bold. */
	if (words.n && (marked || plan_capitals(words)))
		word = plan_status_alone(words);
	int found = sign >= 0 ? sign : word;
	if (found >= 0)
		*status = (enum plan_status)found;
	return found >= 0;
}

static bool parse_inner(struct str inner, struct manner *m)
{
	bool bracket;
	if (cut_date(&inner, &bracket))
		m->date = bracket ? DATE_BRACKET : DATE_BARE;
	m->word = str_trim(inner);
	return states(m->sign, m->word, m->bracket || m->bold.n, &m->status);
}

/* All of `tail` as a state; it has no spaces at its ends. */
static bool parse_tail(struct str tail, struct manner *m)
{
	bool bracket;
	*m = (struct manner){ 0 };
	m->sign = cut_signs(&tail);
	if (str_starts(tail, STR("(")) && str_ends(tail, STR(")"))) {
		m->bracket = true;
		return parse_inner(str_slice(tail, 1, tail.n - 1), m);
	}
	if (!str_starts(tail, STR("**")) && !str_starts(tail, STR("__")))
		return parse_inner(tail, m);
	m->bold = str_slice(tail, 0, 2);
	bool after = !str_ends(tail, m->bold) && cut_date(&tail, &bracket) && bracket;
	if (tail.n < 5 || !str_ends(tail, m->bold) ||
		str_find(tail, m->bold, 2) != (ptrdiff_t)tail.n - 2)
		return false;
	if (!parse_inner(str_slice(tail, 2, tail.n - 2), m))
		return false;
	if (after)
		m->date = DATE_AFTER_BOLD;
	return true;
}

/* A heading taken apart: the colon at its end, and the state before that. */
struct ending {
	size_t words;   /* length without state, colon and spaces */
	struct str end; /* colon and what follows */
	bool stated;
	struct manner manner;
};

/* Where a heading's words may end and a state begin. */
static bool may_begin(struct str line, size_t at)
{
	return at > 0 && line.p[at - 1] == ' ' && line.p[at] != ' ';
}

static void trim_words(struct str line, size_t *n)
{
	while (*n > 0 && line.p[*n - 1] == ' ')
		--*n;
}

/* "B - DONE": the dash goes with the state. */
static void cut_lead(struct str line, struct ending *e)
{
	static const struct str lead[] = { STR_INIT(" -"), STR_INIT(" –"), STR_INIT(" —"),
		STR_INIT(" |") };
	trim_words(line, &e->words);
	for (size_t i = 0; i < LENGTH(lead); i++) {
		if (!str_ends(str_slice(line, 0, e->words), lead[i]))
			continue;
		e->words -= lead[i].n;
		e->manner.lead = str_slice(lead[i], 1, lead[i].n);
		trim_words(line, &e->words);
		return;
	}
}

static struct ending take_apart(struct str line)
{
	struct ending e = { 0 };
	size_t n = str_trim(line).n ? (size_t)(str_trim(line).p - line.p) + str_trim(line).n : 0;
	size_t end = n;
	while (end > 0 && (line.p[end - 1] == ':' || line.p[end - 1] == '#'))
		end--;
	bool hashes = end < n && line.p[n - 1] == '#';
	if (hashes || end == 0)
		end = hashes ? end : n;
	trim_words(line, &end);
	e.end = str_slice(line, end, line.n);
	e.words = end;
	for (size_t i = 1; i < end && !e.stated; i++) {
		if (!may_begin(line, i) || !parse_tail(str_slice(line, i, end), &e.manner))
			continue;
		e.stated = true;
		e.words = i;
	}
	if (e.stated)
		cut_lead(line, &e);
	return e;
}

static bool same_manner(const struct manner *a, const struct manner *b)
{
	return a->status == b->status && a->bracket == b->bracket && a->date == b->date &&
	       str_eq(a->sign, b->sign) && str_eq(a->lead, b->lead) && str_eq(a->bold, b->bold) &&
	       str_eq(a->word, b->word);
}

/* The ways in which the headings of the plan's days state something, each with how often. */
struct manners {
	struct manner way[MANNERS];
	int n;
	bool signs; /* some heading of a day has a sign in it */
};

static void count_manner(struct manners *all, const struct manner *m)
{
	for (int i = 0; i < all->n; i++) {
		if (!same_manner(&all->way[i], m))
			continue;
		all->way[i].count++;
		return;
	}
	if (all->n == MANNERS)
		return;
	all->way[all->n] = *m;
	all->way[all->n++].count = 1;
}

static bool has_sign(struct str s)
{
	while (s.n) {
		uint32_t cp = text_decode(&s);
		if ((cp >= 0x2190 && cp < 0x2c00) || cp >= 0x1f000)
			return true;
	}
	return false;
}

static void read_manners(struct str text, const struct plan *p, int but, struct manners *all)
{
	struct walk w = { .text = text };
	for (int i = 0; i < p->nday; i++) {
		if (p->day[i].line <= w.now.line)
			w = (struct walk){ .text = text };
		if (i == but || !walk_to(&w, p->day[i].line))
			continue;
		struct str line = spot_str(text, w.now);
		all->signs = all->signs || has_sign(line);
		struct ending end = take_apart(line);
		if (end.stated)
			count_manner(all, &end.manner);
	}
}

/* The one that most have; of equals the later. With any status when `status` is PLAN_OPEN. */
static const struct manner *commonest(const struct manners *all, enum plan_status status)
{
	const struct manner *best = NULL;
	for (int i = 0; i < all->n; i++) {
		const struct manner *m = &all->way[i];
		if (status != PLAN_OPEN && m->status != status)
			continue;
		if (!best || m->count >= best->count)
			best = m;
	}
	return best;
}

/* As capitals as the model: "COMPLETED", "Completed" or "completed". */
static struct str in_case(struct str word, struct str model, struct arena *a)
{
	struct str made = arena_str(a, word);
	char *p = arena_alloc(a, made.n + 1, 1);
	memcpy(p, made.p, made.n);
	bool all = plan_capitals(model), first = model.n && *model.p >= 'A' && *model.p <= 'Z';
	for (size_t i = 0; i < made.n; i++)
		if (p[i] >= 'a' && p[i] <= 'z' && (all || (first && i == 0)))
			p[i] = (char)(p[i] - 'a' + 'A');
	return (struct str){ p, made.n };
}

/* The manner of that status, after that of others, or of plans without any. */
static struct manner choose(const struct manners *all, enum plan_status status, struct arena *a)
{
	const struct manner *same = commonest(all, status), *other = commonest(all, PLAN_OPEN);
	size_t u = 0;
	if (same)
		return *same;
	while (usual[u].status != status)
		u++;
	struct manner m = { .word = usual[u].word, .status = status };
	if (other) {
		m = *other;
		m.status = status;
		/* Where a sign says it all, hone's must be one that says it. */
		bool words = other->word.n || status == PLAN_MOVED;
		m.word = words ? in_case(usual[u].word, other->word, a) : (struct str){ 0 };
		m.sign = other->sign.n ? usual[u].sign : (struct str){ 0 };
		m.date = status == PLAN_DONE ? m.date : DATE_NONE;
	} else if (all->signs) {
		m.bold = STR("**");
		m.sign = usual[u].sign;
		m.word = in_case(usual[u].word, STR("X"), a);
		m.date = status == PLAN_DONE ? DATE_BRACKET : DATE_NONE;
	} else {
		m.bracket = true;
		m.word = status == PLAN_DONE ? STR("done") : m.word;
		m.date = status == PLAN_DONE ? DATE_BARE : DATE_NONE;
	}
	return m;
}

static void add_state(struct buf *out, const struct manner *m, int today)
{
	char iso[16];
	day_iso(today, iso);
	if (m->lead.n)
		buf_addf(out, " %.*s", STR_ARG(m->lead));
	struct str sign = m->word.n ? m->sign : str_trim(m->sign);
	buf_addf(out, " %.*s%.*s%s%.*s", STR_ARG(sign), STR_ARG(m->bold), m->bracket ? "(" : "",
		STR_ARG(m->word));
	if (m->date == DATE_BARE)
		buf_addf(out, " %s", iso);
	else if (m->date == DATE_BRACKET)
		buf_addf(out, " (%s)", iso);
	buf_addf(out, "%s%.*s", m->bracket ? ")" : "", STR_ARG(m->bold));
	if (m->date == DATE_AFTER_BOLD)
		buf_addf(out, " (%s)", iso);
}

struct status_of {
	uint64_t day;
	enum plan_status status;
};

static bool find_heading(
	struct str text, const struct plan *p, int day, struct walk *w, struct err *e)
{
	*w = (struct walk){ .text = text };
	if (day < 0 || !walk_to(w, p->day[day].line))
		return err_set(e, ERR_STALE,
			"the plan changed meanwhile, and this day is no longer in it; nothing was "
			"written");
	struct str line = str_trim(spot_str(text, w->now));
	return !str_starts(line, STR("|")) || err_set(e, ERR_INVALID,
						      "line %d of the plan is a row of a table; "
						      "write the status there in your editor",
						      p->day[day].line);
}

/* Words within the heading may say another state, which hone would go on reading. */
static bool check_state(struct str line, int number, enum plan_status want, struct err *e)
{
	struct plan_starts starts;
	plan_starts_fill(&starts);
	int says = plan_line_says(line, PLACE_HEAD, plan_shouted(line), &starts).status;
	enum plan_status now = says < 0 ? PLAN_OPEN : (enum plan_status)says;
	if (now == want)
		return true;
	return err_set(e, ERR_INVALID,
		"line %d of the plan says in its words that the day is %s; change that in your "
		"editor first",
		number, plan_status_name(now));
}

static bool compose_status(const struct study *s, struct str text, const struct plan *p,
	const void *ctx, struct put *out, struct arena *a, struct err *e)
{
	const struct status_of *want = ctx;
	int day = planner_day_in(p, want->day);
	struct walk w;
	if (!find_heading(text, p, day, &w, e))
		return false;
	struct str line = spot_str(text, w.now);
	struct ending end = take_apart(line);
	struct buf made = { 0 };
	buf_add(&made, str_slice(line, 0, end.words));
	if (want->status != PLAN_OPEN) {
		struct manners all = { .signs = has_sign(line) };
		read_manners(text, p, day, &all);
		struct manner m = choose(&all, want->status, a);
		add_state(&made, &m, s->today);
	}
	buf_add(&made, end.end);
	*out = (struct put){ w.now.at, line.n, w.now.line, arena_str(a, buf_str(&made)) };
	buf_release(&made);
	return check_state(out->text, w.now.line, want->status, e);
}

bool planner_status_edit(const struct study *s, int day, enum plan_status status,
	struct planner_edit *out, struct arena *a, struct err *e)
{
	if (!planner_has_day(s, day, e))
		return false;
	struct status_of want = { s->plan.day[day].id, status };
	struct writing w = { want.day, NOTE_LINE, { 0 }, compose_status, &want };
	return planner_show(s, &w, out, a, e);
}

bool planner_status(struct study *s, int day, enum plan_status status, struct err *e)
{
	if (!planner_has_day(s, day, e))
		return false;
	struct status_of want = { s->plan.day[day].id, status };
	struct writing w = { want.day, NOTE_LINE, { 0 }, compose_status, &want };
	return planner_write(s, &w, e);
}
