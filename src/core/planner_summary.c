/* planner_summary.c - what a day came to: measured, and put into lines as the plan's other days have them. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "hone/round.h"
#include "hone/checklog.h"
#include "hone/text.h"
#include "plan_line.h"
#include "planner_priv.h"

/* ---- measuring */

struct moved {
	int64_t topic;
	enum level from, to;
	bool known; /* where it came from */
};

struct measure {
	const struct study *s;
	const struct plan_day *day;
	struct planner_summary *out;
	struct arena *a;
	struct moved *moved;
	int64_t *card;
	size_t nmoved, cap_moved, ncard, cap_card, cap_learning;
	int64_t ms;
};

static bool of_day(const struct measure *m, int64_t subject)
{
	const struct plan *p = &m->s->plan;
	const struct plan_day *d = m->day;
	if ((uint64_t)subject == d->id)
		return true;
	for (int i = d->first; i < d->first + d->nitem; i++)
		if (p->item[i].id == (uint64_t)subject)
			return true;
	return false;
}

static void add_level(struct measure *m, const struct event *ev)
{
	size_t i = 0;
	while (i < m->nmoved && m->moved[i].topic != ev->subject)
		i++;
	if (i == m->nmoved) {
		struct moved first = { .topic = ev->subject };
		first.known = level_parse(ev->text, &first.from);
		m->moved = arena_room(m->a, m->moved, i, &m->cap_moved, sizeof *m->moved);
		m->moved[m->nmoved++] = first;
	}
	m->moved[i].to = (enum level)ev->value;
}

static void add_learning(struct measure *m, struct str text)
{
	struct planner_summary *out = m->out;
	out->learning = arena_room(m->a, out->learning, (size_t)out->nlearning, &m->cap_learning,
		sizeof *out->learning);
	out->learning[out->nlearning++] = arena_str(m->a, text);
}

static bool measure_event(void *ctx, const struct event *ev, bool voided)
{
	struct measure *m = ctx;
	if (voided || ev->day != m->s->today)
		return true;
	if (ev->kind == EVENT_GRADE) {
		m->card = arena_room(m->a, m->card, m->ncard, &m->cap_card, sizeof *m->card);
		m->card[m->ncard++] = ev->subject;
	} else if (ev->kind == EVENT_LEVEL) {
		add_level(m, ev);
	} else if (ev->kind == EVENT_TIME && of_day(m, ev->subject)) {
		m->ms += ev->took_ms;
	} else if (ev->kind == EVENT_NOTE && ev->value == NOTE_TEXT && of_day(m, ev->subject)) {
		add_learning(m, ev->text);
	}
	return true;
}

static int id_cmp(const void *a, const void *b)
{
	const int64_t *x = a, *y = b;
	return (*x > *y) - (*x < *y);
}

static bool count_cards(struct measure *m, struct err *e)
{
	for (size_t i = 0; i < m->ncard; i++)
		if (!store_alias(m->s->store, m->card[i], &m->card[i], e))
			return false;
	if (m->ncard)
		qsort(m->card, m->ncard, sizeof *m->card, id_cmp);
	for (size_t i = 0; i < m->ncard; i++)
		m->out->cards_reviewed += i == 0 || m->card[i] != m->card[i - 1];
	return catalog_count_first(m->s->store, m->s->today, &m->out->cards_new, e);
}

/* "Heaps: unsure to know" */
static bool name_topics(struct measure *m, struct err *e)
{
	struct planner_summary *out = m->out;
	out->topic_moved = arena_alloc(m->a, m->nmoved, sizeof *out->topic_moved);
	for (size_t i = 0; i < m->nmoved; i++) {
		const struct moved *v = &m->moved[i];
		struct topic_row row;
		struct err why = { 0 };
		if (v->known && v->from == v->to)
			continue;
		if (!catalog_topic(m->s->store, v->topic, &row, m->a, &why)) {
			if (why.kind != ERR_MISSING)
				return err_set(e, why.kind, "%s", why.text);
			continue;
		}
		const char *to = v->to == LEVEL_NONE ? "not rated" : level_name(v->to);
		out->topic_moved[out->ntopic_moved++] =
			v->known ? arena_printf(m->a, "%.*s: %s to %s", STR_ARG(row.name),
					   level_name(v->from), to)
				 : arena_printf(m->a, "%.*s: %s", STR_ARG(row.name), to);
	}
	return true;
}

/* The check that was answered here today stands before a row kept by hand. */
static bool find_round(struct measure *m, struct err *e)
{
	struct round *r;
	int n;
	if (!round_list(m->s, 1u << ROUND_CHECK, &r, &n, m->a, e))
		return false;
	for (int i = 0; i < n; i++)
		if (r[i].day == m->s->today && r[i].nanswered)
			m->out->score_tenths = round_result(&r[i]).overall;
	return true;
}

static bool find_score(struct measure *m, struct err *e)
{
	struct file_row *file;
	size_t nfile;
	m->out->score_tenths = -1;
	if (!catalog_files(m->s->store, CONTENT_CHECKS, &file, &nfile, m->a, e))
		return false;
	for (size_t i = 0; i < nfile; i++) {
		struct decoded text;
		int n;
		if (!study_text(m->s, file[i].path, &text, m->a, e))
			return false;
		struct check_row *row = checklog_parse(text.text, &n, m->a);
		for (int k = 0; k < n; k++)
			if (row[k].date == m->s->today && row[k].score >= 0)
				m->out->score_tenths = row[k].score;
	}
	return find_round(m, e);
}

bool planner_summarise(
	const struct study *s, int day, struct planner_summary *out, struct arena *a, struct err *e)
{
	enum { DAY_MS = 86400000, MINUTE_MS = 60000 };
	struct planner_summary made = { 0 };
	if (!planner_has_day(s, day, e))
		return false;
	struct measure m = { .s = s, .day = &s->plan.day[day], .out = &made, .a = a };
	/* A study day begins at most a day before its date does anywhere on Earth. */
	struct event_id floor = event_id_floor(((int64_t)s->today - 1) * DAY_MS);
	if (!store_events(s->store, floor, measure_event, &m, e) || !count_cards(&m, e) ||
		!name_topics(&m, e) || !find_score(&m, e))
		return false;
	made.minutes = m.ms > 0 ? (int)((m.ms + MINUTE_MS / 2) / MINUTE_MS) : 0;
	made.ticked = m.day->ndone;
	made.open = m.day->nitem - m.day->ndone;
	*out = made;
	return true;
}

/* ---- the manner of the plan's earlier ones */

enum fact { FACT_TIME, FACT_LEARNING, FACT_CHECK, FACT_TASKS, FACT_TOPICS, FACT_CARDS, FACTS };

static const struct {
	struct str sign, label;
	const char *words[4]; /* one of them in a label says that it is about this */
} facts[] = {
	[FACT_TIME] = { STR_INIT("⏱️ "), STR_INIT("Total time"), { "time", "hours" } },
	[FACT_LEARNING] = { STR_INIT("💡 "), STR_INIT("Key learnings"),
		{ "learning", "learned", "learnt", "takeaway" } },
	[FACT_CHECK] = { STR_INIT("📊 "), STR_INIT("Knowledge check"),
		{ "check", "quiz", "score" } },
	[FACT_TASKS] = { STR_INIT("✅ "), STR_INIT("Tasks"), { "task" } },
	[FACT_TOPICS] = { STR_INIT("🎯 "), STR_INIT("Topics"), { "topic", "coverage" } },
	[FACT_CARDS] = { STR_INIT("🔄 "), STR_INIT("Reviews"), { "sm-2", "card", "repetition" } },
};

/* One line of an earlier summary: "- 📊 **Knowledge Check: 92%**". */
struct label_manner {
	struct str sign, label;
	bool inner; /* the value stands within the bold too */
};

struct summary_manner {
	struct str head;           /* the line, empty when there is no earlier one */
	struct str bullet, nested; /* "- ", "  - " */
	bool bold, signs;
	struct label_manner label[FACTS];
	enum fact order[FACTS];
	int norder;
};

static int fact_of(struct str label)
{
	for (int f = 0; f < FACTS; f++)
		for (size_t i = 0; i < LENGTH(facts[f].words) && facts[f].words[i]; i++)
			if (str_casefind(label, str_of(facts[f].words[i]), 0) >= 0)
				return f;
	return -1;
}

/* Signs and the spaces after them at the start of a text. */
static struct str sign_of(struct str s)
{
	struct str rest = s;
	while (rest.n) {
		struct str next = rest;
		uint32_t cp = text_decode(&next);
		if (cp != ' ' && !(cp >= 0x80 && plan_symbol(cp)))
			break;
		rest = next;
	}
	return str_slice(s, 0, s.n - rest.n);
}

static void read_label(struct summary_manner *m, struct str words)
{
	struct label_manner l = { .sign = sign_of(words) };
	struct str rest = str_slice(words, l.sign.n, words.n);
	ptrdiff_t end = str_starts(rest, STR("**")) ? str_find(rest, STR("**"), 2) : -1;
	struct str label = end > 0 ? str_slice(rest, 2, (size_t)end) : rest;
	ptrdiff_t colon = str_find(label, STR(":"), 0);
	m->bold = m->bold || end > 0;
	m->signs = m->signs || l.sign.n;
	l.inner = end > 0 && colon > 0 && (size_t)colon + 1 < label.n;
	l.label = colon > 0 ? str_slice(label, 0, (size_t)colon) : label;
	int f = (end > 0 || colon > 0) && l.label.n < 40 ? fact_of(l.label) : -1;
	if (f < 0 || m->label[f].label.n)
		return;
	m->label[f] = l;
	m->order[m->norder++] = (enum fact)f;
}

static struct summary_manner read_sample(struct str text, int line)
{
	struct summary_manner m = { .bullet = STR("- "), .nested = STR("  - ") };
	struct walk w = { .text = text };
	if (!line || !walk_to(&w, line))
		return m;
	m.head = spot_str(text, w.now);
	while (walk_next(&w)) {
		struct str s = spot_str(text, w.now), words = s;
		plan_skip_spaces(&words);
		struct str mark = words;
		if (words.n == 0 && m.norder == 0 && w.now.line == line + 1)
			continue;
		if (w.now.code || !plan_bullet(&words) || plan_digit(*mark.p))
			break;
		struct str start = str_slice(s, 0, s.n - words.n);
		if (spot_indent(s) > spot_indent(m.bullet)) {
			m.nested = start;
			continue;
		}
		m.bullet = start;
		read_label(&m, words);
	}
	return m;
}

/* ---- composing */

struct summary_of {
	uint64_t day;
	const struct planner_summary *m;
};

static void add_minutes(struct buf *out, int minutes)
{
	if (minutes < 60)
		buf_addf(out, "%d min", minutes);
	else if (minutes % 60 == 0)
		buf_addf(out, "%d h", minutes / 60);
	else
		buf_addf(out, "%d h %d min", minutes / 60, minutes % 60);
}

/* What stands after the label; nothing when it was not measured. */
static void add_value(struct buf *out, enum fact f, const struct planner_summary *m)
{
	if (f == FACT_TIME && m->minutes > 0)
		add_minutes(out, m->minutes);
	if (f == FACT_CHECK && m->score_tenths >= 0)
		buf_addf(out, "%d.%d%%", m->score_tenths / 10, m->score_tenths % 10);
	if (f == FACT_TASKS && m->ticked + m->open > 0)
		buf_addf(out, "%d of %d done", m->ticked, m->ticked + m->open);
	if (f == FACT_CARDS && m->cards_reviewed > 0)
		buf_addf(out, "%d %s, %d of them new", m->cards_reviewed,
			m->cards_reviewed == 1 ? "card" : "cards", m->cards_new);
	for (int i = 0; f == FACT_TOPICS && i < m->ntopic_moved; i++)
		buf_addf(out, "%s%.*s", i ? ", " : "", STR_ARG(m->topic_moved[i]));
}

static void add_fact(struct buf *out, enum fact f, const struct summary_manner *way,
	const struct planner_summary *m, struct str eol)
{
	struct buf value = { 0 };
	struct label_manner l = way->label[f];
	add_value(&value, f, m);
	bool list = f == FACT_LEARNING && m->nlearning > 0;
	if (value.n || list) {
		if (!l.label.n)
			l = (struct label_manner){ facts[f].sign, facts[f].label, false };
		struct str sign = way->signs ? l.sign : (struct str){ 0 };
		const char *bold = way->bold ? "**" : "";
		bool inner = l.inner && value.n;
		buf_addf(out, "%.*s%.*s%s%.*s%s", STR_ARG(way->bullet), STR_ARG(sign), bold,
			STR_ARG(l.label), inner ? ": " : bold);
		buf_addf(out, "%s%s%s%s", inner ? "" : ":", value.n && !inner ? " " : "",
			buf_cstr(&value), inner ? bold : "");
		buf_add(out, eol);
	}
	for (int i = 0; list && i < m->nlearning; i++) {
		buf_add(out, way->nested);
		place_words(out, m->learning[i]);
		buf_add(out, eol);
	}
	buf_release(&value);
}

/* The numbers of a heading's label: offset and length. */
static struct str numbers_in(struct str head)
{
	size_t from = 0, to;
	while (from < head.n && !plan_digit(head.p[from]))
		from++;
	for (to = from; to < head.n && plan_digit(head.p[to]);)
		to++;
	if (to + 1 < head.n && head.p[to] == '-' && plan_digit(head.p[to + 1]))
		for (to++; to < head.n && plan_digit(head.p[to]);)
			to++;
	return str_slice(head, from, to);
}

static bool heading_label(struct str line, struct label *l)
{
	struct str words = line;
	plan_skip_spaces(&words);
	if (md_heading_line(line, &words) == 0 && !plan_bold_line(words, &words))
		return false;
	return plan_label(words, l) && l->kind == LABEL_DAY;
}

static bool label_at(struct str text, int line, struct label *l)
{
	struct walk w = { .text = text };
	return walk_to(&w, line) && heading_label(spot_str(text, w.now), l);
}

/* As the earlier one counts: "Day 15" from the first day, or the day's number in its week. */
static void add_number(struct buf *out, struct str text, const struct plan *p, int day, int sample)
{
	struct label own, theirs, other;
	const struct plan_day *d = &p->day[day];
	int near = -1, from = d->from, to = d->to;
	for (int i = 0; i < p->nday; i++)
		if (p->day[i].line < sample && (near < 0 || p->day[i].line > p->day[near].line))
			near = i;
	bool overall = near >= 0 && label_at(text, sample, &theirs) &&
		       label_at(text, p->day[near].line, &other) && other.overall_from &&
		       other.overall_from == theirs.from;
	if (overall && label_at(text, d->line, &own) && own.overall_from) {
		from = own.overall_from;
		to = own.overall_to;
	}
	buf_addf(out, "%d", from);
	if (to > from)
		buf_addf(out, "-%d", to);
}

/* Text after the number with the date in it made today's; what else is said of that day is not for ours. */
static bool add_tail(struct buf *out, struct str tail, int today)
{
	char iso[16];
	int day;
	for (size_t i = 0; i + 10 <= tail.n; i++) {
		if (!day_parse(str_slice(tail, i, tail.n), &day))
			continue;
		struct str rest = str_slice(tail, i + 10, tail.n);
		if (rest.n > 6)
			return false;
		buf_add(out, str_slice(tail, 0, i));
		buf_add(out, str_of(day_iso(today, iso)));
		buf_add(out, rest);
		return true;
	}
	for (size_t i = 0; i < tail.n; i++)
		if (plan_digit(tail.p[i]))
			return false;
	buf_add(out, tail);
	return tail.n < 30;
}

static void add_heading(struct buf *out, struct str text, const struct plan *p, int day,
	const struct summary_manner *way, int sample, int today)
{
	char iso[16];
	struct buf made = { 0 };
	struct str number = numbers_in(way->head);
	bool ok = number.n > 0;
	if (ok) {
		size_t at = (size_t)(number.p - way->head.p);
		buf_add(&made, str_slice(way->head, 0, at));
		add_number(&made, text, p, day, sample);
		ok = add_tail(&made, str_slice(way->head, at + number.n, way->head.n), today);
	}
	if (!ok) {
		buf_clear(&made);
		buf_addf(&made, "**Day ");
		add_number(&made, text, p, day, sample);
		buf_addf(&made, " Summary** (%s):", day_iso(today, iso));
	}
	buf_add(out, buf_str(&made));
	buf_release(&made);
}

static void add_facts(struct buf *out, const struct summary_manner *way,
	const struct planner_summary *m, struct str eol)
{
	bool said[FACTS] = { false };
	for (int i = 0; i < way->norder; i++) {
		add_fact(out, way->order[i], way, m, eol);
		said[way->order[i]] = true;
	}
	for (int f = 0; f < FACTS; f++)
		if (!said[f])
			add_fact(out, (enum fact)f, way, m, eol);
}

/* The line of a summary of the day that names today, 0 when there is none. */
static int summary_of_today(struct str text, const struct plan *p, int day, int today)
{
	struct extent x;
	char iso[16];
	struct walk w = { .text = text };
	if (!place_extent(text, p, day, &x) || !walk_to(&w, x.head.line))
		return 0;
	while (walk_next(&w) && w.now.line <= x.last.line) {
		struct str line = spot_str(text, w.now);
		if (!w.now.code && place_is_summary(line) &&
			str_find(line, str_of(day_iso(today, iso)), 0) >= 0)
			return w.now.line;
	}
	return 0;
}

/* Empty lines around the block, where the text has none. */
static struct str surround(
	struct str text, struct spot after, struct str block, struct str eol, struct arena *a)
{
	struct walk w = { .text = text, .now = after };
	bool open = after.next == after.end;
	if (open)
		return arena_printf(a, "%.*s%.*s%.*s", STR_ARG(eol), STR_ARG(eol),
			STR_ARG(str_slice(block, 0, block.n - eol.n)));
	bool follows = walk_next(&w) && str_trim(spot_str(text, w.now)).n > 0;
	return arena_printf(a, "%.*s%.*s%.*s", STR_ARG(eol), STR_ARG(block),
		STR_ARG(follows ? eol : (struct str){ 0 }));
}

static bool compose_summary(const struct study *s, struct str text, const struct plan *p,
	const void *ctx, struct put *out, struct arena *a, struct err *e)
{
	const struct summary_of *of = ctx;
	int day = planner_day_in(p, of->day), sample = 0;
	struct spot after;
	if (day < 0 || !place_summary(text, p, day, &after, &sample))
		return err_set(e, ERR_STALE,
			"the plan changed meanwhile, and this day is no longer in it; nothing was "
			"written");
	int already = summary_of_today(text, p, day, s->today);
	if (already)
		return err_set(e, ERR_INVALID,
			"the summary of today stands in line %d already; undo it or change it in "
			"your editor",
			already);
	struct summary_manner way = read_sample(text, sample);
	struct str eol = spot_ending(text, after);
	struct buf block = { 0 };
	add_heading(&block, text, p, day, &way, sample, s->today);
	buf_add(&block, eol);
	size_t head = block.n;
	add_facts(&block, &way, of->m, eol);
	bool any = block.n > head;
	*out = (struct put){ after.next, 0, after.line + 2,
		surround(text, after, buf_str(&block), eol, a) };
	buf_release(&block);
	return any || err_set(e, ERR_INVALID, "nothing was measured of this day");
}

bool planner_summary_edit(const struct study *s, int day, const struct planner_summary *m,
	struct planner_edit *out, struct arena *a, struct err *e)
{
	if (!planner_has_day(s, day, e))
		return false;
	struct summary_of of = { s->plan.day[day].id, m };
	struct writing w = { of.day, NOTE_BLOCK, { 0 }, compose_summary, &of };
	return planner_show(s, &w, out, a, e);
}
