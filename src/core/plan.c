/* plan.c - builds phases, weeks, days and tasks out of the lines of a file. */
#include "hone/plan.h"

#include <string.h>

#include "hone/md.h"
#include "hone/text.h"
#include "plan_line.h"

enum {
	MAX_LEVEL = 6,
	LEVEL_BOLD = MAX_LEVEL + 1, /* a bold line stands below every heading */
	MAX_NEST = 64,
	LOOK_BACK = 16, /* days and phases asked for a match: more would not be linear */
};

/* What is known about a day while its week is read. */
struct day_note {
	int overall_from, overall_to;
	enum plan_status status;
	bool stated;    /* the status is written there */
	bool tentative; /* perhaps only a remark: no day if it has no boxes */
};

/* A range without boxes whose single days followed: it lends them its title. */
struct cover {
	int week, from, to;
	struct str title;
};

/* How often each key occurred; open addressing, 0 is free. */
struct seen {
	uint64_t *key;
	int *count;
	size_t cap, n;
};

struct parser {
	struct plan plan;
	struct arena *a;
	const char *start;
	bool outline; /* structure and counts only */
	size_t cap_phase, cap_week, cap_day, cap_note, cap_section, cap_item;

	/* What is open now, as indexes or -1, and the heading level whose next heading ends it. */
	int phase, week, day, section;
	int phase_level, week_level, day_level;
	bool day_bold;
	struct str heading[MAX_LEVEL + 1];
	int level;

	struct day_note *note; /* beside plan.day */
	struct cover cover;
	int implicit;      /* the last week made for days that stand in none, or -1 */
	int heading_weeks; /* weeks that are headings */

	int line;
	bool blank; /* the line before was empty, or a heading */
	struct md_fence fence;
	int nest[MAX_NEST], nnest; /* indentation of the open list items */

	uint64_t seed;
	struct seen seen;
	struct buf normal;
};

/* After the number of a day these say that the line reports, not what the day is about. */
static const char *const report_words[] = {
	"progress",
	"results",
	"results summary",
	"summary",
	"status",
	"final status",
	"notes",
	"log",
};

static uint64_t hash_numbers(uint64_t seed, const int *number, size_t n)
{
	unsigned char bytes[16];
	for (size_t i = 0; i < n; i++) {
		for (size_t b = 0; b < 4; b++)
			bytes[4 * i + b] = (unsigned char)((uint32_t)number[i] >> 8 * b);
	}
	return hash64(seed, bytes, 4 * n);
}

static size_t seen_slot(const struct seen *s, uint64_t key)
{
	size_t i = key & (s->cap - 1);
	while (s->key[i] && s->key[i] != key)
		i = (i + 1) & (s->cap - 1);
	return i;
}

static void seen_grow(struct seen *s, struct arena *a)
{
	struct seen old = *s;
	s->cap = old.cap ? old.cap * 2 : 256;
	s->key = arena_alloc(a, s->cap, sizeof *s->key);
	s->count = arena_alloc(a, s->cap, sizeof *s->count);
	for (size_t i = 0; i < old.cap; i++) {
		if (!old.key[i])
			continue;
		size_t to = seen_slot(s, old.key[i]);
		s->key[to] = old.key[i];
		s->count[to] = old.count[i];
	}
}

/* The key made unique: its first occurrence as it is, later ones with their number. */
static uint64_t unique_id(struct parser *ps, uint64_t key)
{
	struct seen *s = &ps->seen;
	key += key == 0;
	if (2 * s->n >= s->cap)
		seen_grow(s, ps->a);
	size_t i = seen_slot(s, key);
	s->n += s->key[i] == 0;
	s->key[i] = key;
	int before = s->count[i]++;
	return before ? hash_numbers(key, &before, 1) : key;
}

static void *room(struct parser *ps, void *array, int n, size_t *cap, size_t size)
{
	return arena_room(ps->a, array, (size_t)n, cap, size);
}

/* Opening `kind` at a heading level ends what stands there or below, never its own parents. */
static void end_open(struct parser *ps, int level, enum label_kind kind)
{
	if (kind != LABEL_NONE || level <= ps->day_level)
		ps->day = -1;
	bool rises = kind == LABEL_DAY ? level < ps->week_level : level <= ps->week_level;
	if (kind == LABEL_PHASE || kind == LABEL_WEEK || rises)
		ps->week = ps->day = -1;
	rises = kind == LABEL_NONE ? level <= ps->phase_level : level < ps->phase_level;
	if (kind == LABEL_PHASE || rises)
		ps->phase = -1;
}

static bool phase_line(struct parser *ps, const struct label *l, int level)
{
	struct plan *p = &ps->plan;
	if (level == LEVEL_BOLD)
		return true;
	/* "Month 2" within a phase is a heading; so is "Phase 1 Review" after phase 1. */
	bool inner = ps->phase >= 0 && level > ps->phase_level;
	if (inner || (l->words && p->nphase && p->phase[p->nphase - 1].number == l->from))
		return false;
	end_open(ps, level, LABEL_PHASE);
	p->phase = room(ps, p->phase, p->nphase, &ps->cap_phase, sizeof *p->phase);
	struct plan_phase phase = { .number = l->from,
		.title = plan_title(l->rest, l->shouted, ps->a) };
	struct label weeks;
	if (plan_label_within(l->rest, LABEL_WEEK, &weeks)) {
		phase.from_week = weeks.from;
		phase.to_week = weeks.to;
	}
	ps->phase = p->nphase;
	ps->phase_level = level;
	p->phase[p->nphase++] = phase;
	return true;
}

/* The phase above, else the last one whose range names the week, else 0. */
static int phase_of_week(const struct parser *ps, int number)
{
	const struct plan *p = &ps->plan;
	if (ps->phase >= 0)
		return p->phase[ps->phase].number;
	for (int i = p->nphase - 1; i >= 0 && i >= p->nphase - LOOK_BACK; i--) {
		if (p->phase[i].from_week <= number && number <= p->phase[i].to_week)
			return p->phase[i].number;
	}
	return 0;
}

static void pop_day(struct parser *ps)
{
	struct plan *p = &ps->plan;
	p->nday--;
	p->week[p->day[p->nday].week].nday--;
	if (ps->day == p->nday)
		ps->day = -1;
}

static void drop_tentative(struct parser *ps)
{
	int last = ps->plan.nday - 1;
	if (last >= 0 && ps->note[last].tentative && ps->plan.day[last].nitem == 0)
		pop_day(ps);
}

static void push_week(struct parser *ps, struct plan_week week, int level)
{
	struct plan *p = &ps->plan;
	drop_tentative(ps);
	p->week = room(ps, p->week, p->nweek, &ps->cap_week, sizeof *p->week);
	week.first_day = p->nday;
	week.line = ps->line;
	ps->week = p->nweek;
	ps->week_level = level;
	p->week[p->nweek++] = week;
}

/* Weeks in bold before the first week that is a heading were an overview. */
static void drop_overview(struct parser *ps)
{
	struct plan *p = &ps->plan;
	while (p->nweek && p->week[p->nweek - 1].nday == 0 && p->week[p->nweek - 1].nitem == 0)
		p->nweek--;
}

static void open_week(struct parser *ps, const struct label *l, int level, struct str title)
{
	end_open(ps, level, LABEL_WEEK);
	if (level != LEVEL_BOLD && ps->heading_weeks++ == 0)
		drop_overview(ps);
	struct plan_week week = {
		.number = l->from, .to = l->to, .phase = phase_of_week(ps, l->from), .title = title
	};
	push_week(ps, week, level == LEVEL_BOLD ? ps->level : level);
}

/* Days that stand in no week get one with the number 0, which ends with each of them. */
static void need_week(struct parser *ps, int level)
{
	struct plan *p = &ps->plan;
	if (ps->week >= 0)
		return;
	int end = level == LEVEL_BOLD ? ps->level : level;
	int phase = ps->phase >= 0 ? p->phase[ps->phase].number : 0;
	if (ps->implicit >= 0 && ps->implicit == p->nweek - 1 &&
		p->week[ps->implicit].phase == phase) {
		ps->week = ps->implicit;
		ps->week_level = end;
		return;
	}
	ps->implicit = p->nweek;
	push_week(ps, (struct plan_week){ .phase = phase }, end);
}

/* A range without boxes steps back when its single days follow. */
static void drop_covered(struct parser *ps, const struct label *l)
{
	int last = ps->plan.nday - 1;
	if (last < 0 || ps->plan.day[last].week != ps->week)
		return;
	struct plan_day d = ps->plan.day[last];
	bool within = d.from <= l->from && l->to <= d.to && d.to - d.from > l->to - l->from;
	if (d.nitem || !within)
		return;
	ps->cover = (struct cover){ ps->week, d.from, d.to, d.title };
	pop_day(ps);
}

static struct str day_title(struct parser *ps, const struct label *l)
{
	struct str title = plan_title(l->rest, l->shouted, ps->a);
	for (size_t i = 0; l->words && i < LENGTH(report_words); i++) {
		if (str_caseeq(title, str_of(report_words[i])))
			title.n = 0;
	}
	const struct cover *c = &ps->cover;
	bool covered = c->week == ps->week && c->from <= l->from && l->to <= c->to;
	return title.n == 0 && covered ? c->title : title;
}

/* What a line that belongs to a day says about its date and status; later lines know better. */
static void note_day(struct parser *ps, int day, struct str line, bool shouted)
{
	if (ps->plan.day[day].date == DAY_NONE)
		ps->plan.day[day].date = plan_line_date(line);
	if (plan_line_status(line, shouted, &ps->note[day].status))
		ps->note[day].stated = true;
}

static void open_day(struct parser *ps, const struct label *l, int level)
{
	struct plan *p = &ps->plan;
	end_open(ps, level, LABEL_DAY);
	drop_tentative(ps);
	need_week(ps, level);
	drop_covered(ps, l);
	p->day = room(ps, p->day, p->nday, &ps->cap_day, sizeof *p->day);
	ps->note = room(ps, ps->note, p->nday, &ps->cap_note, sizeof *ps->note);
	struct plan_day *d = &p->day[p->nday];
	*d = (struct plan_day){ .week = ps->week, .from = l->from, .to = l->to, .date = DAY_NONE };
	d->first = p->nitem;
	d->line = ps->line;
	d->title = day_title(ps, l);
	plan_minutes(l->rest, &d->minutes_from, &d->minutes_to);
	ps->note[p->nday] = (struct day_note){
		.overall_from = l->overall_from,
		.overall_to = l->overall_to,
		.tentative = l->words && level == LEVEL_BOLD,
	};
	note_day(ps, p->nday, l->rest, l->shouted);
	p->week[ps->week].nday++;
	ps->day = p->nday++;
	ps->day_bold = level == LEVEL_BOLD;
	ps->day_level = ps->day_bold ? ps->level : level;
}

/* The day of this week that "Day 2 Results" or "Day 14 Results" reports on, or -1. */
static int find_day(const struct parser *ps, const struct label *l)
{
	const struct plan *p = &ps->plan;
	int first = p->week[ps->week].first_day;
	for (int i = p->nday - 1; i >= first && i >= p->nday - LOOK_BACK; i--) {
		const struct plan_day *d = &p->day[i];
		const struct day_note *n = &ps->note[i];
		if (d->from == l->from && d->to == l->to)
			return i;
		if (n->overall_from == l->from && n->overall_to == l->to)
			return i;
		/* "Day 6 Results" within the block of "Day 6-7". */
		if (i == ps->day && d->nitem && d->from <= l->from && l->to <= d->to)
			return i;
	}
	return -1;
}

/* "Day 1-2 Status" after days 1 and 2 reports on both, so on neither. */
static bool spans_days(const struct parser *ps, const struct label *l)
{
	const struct plan *p = &ps->plan;
	int first = p->week[ps->week].first_day;
	for (int i = p->nday - 1; i >= first && i >= p->nday - LOOK_BACK; i--) {
		if (l->from <= p->day[i].from && p->day[i].to <= l->to)
			return true;
	}
	return false;
}

/* The line reports on a day that is already there: true, and the day knows it. */
static bool report_line(struct parser *ps, const struct label *l, int level)
{
	if (ps->week < 0)
		return false;
	int day = find_day(ps, l);
	if (day < 0)
		return l->from < l->to && spans_days(ps, l);
	note_day(ps, day, l->rest, l->shouted);
	if (day != ps->day && level <= ps->day_level)
		ps->day = -1;
	return true;
}

static bool day_line(struct parser *ps, const struct label *l, int level)
{
	if (l->words && report_line(ps, l, level))
		return true;
	if (l->words && level == LEVEL_BOLD && ps->week < 0)
		return true;
	open_day(ps, l, level);
	return true;
}

/* A week in bold opens one only where the plan does not write its weeks as headings. */
static bool week_line(struct parser *ps, const struct label *l, int level)
{
	const struct plan *p = &ps->plan;
	struct label day;
	bool with_day = plan_label(l->rest, &day) && day.kind == LABEL_DAY;
	bool same = p->nweek && p->week[p->nweek - 1].number == l->from;
	if (with_day && same && ps->week >= 0)
		return day_line(ps, &day, level);
	if (l->words && !with_day && same) {
		if (level <= ps->day_level)
			ps->day = -1;
		return true;
	}
	bool remark = l->open_end || (l->words && (!with_day || day.words));
	if (level == LEVEL_BOLD && (remark || ps->heading_weeks))
		return true;
	open_week(ps, l, level,
		with_day ? (struct str){ 0 } : plan_title(l->rest, l->shouted, ps->a));
	return !with_day || day_line(ps, &day, level);
}

/* True when the line opened or reported on something; else it is like any other. */
static bool labelled(struct parser *ps, struct str raw, int level)
{
	struct label l;
	if (!plan_label(raw, &l) || !plan_label(md_plain(raw, ps->a), &l))
		return false;
	if (l.kind == LABEL_PHASE)
		return phase_line(ps, &l, level);
	return l.kind == LABEL_WEEK ? week_line(ps, &l, level) : day_line(ps, &l, level);
}

static void heading_line(struct parser *ps, struct str text, int level)
{
	for (int i = level; i <= MAX_LEVEL; i++)
		ps->heading[i] = (struct str){ 0 };
	ps->heading[level] = text;
	ps->level = level;
	ps->section = -1;
	ps->nnest = 0;
	ps->blank = true;
	if (level == 1 && !ps->plan.title.p && text.n)
		ps->plan.title = md_plain(text, ps->a);
	if (!labelled(ps, text, level))
		end_open(ps, level, LABEL_NONE);
}

static void bold_line(struct parser *ps, struct str text)
{
	if (labelled(ps, text, LEVEL_BOLD) || ps->day < 0)
		return;
	struct str name = str_slice(text, 2, text.n);
	if (str_casestarts(name, STR("status")) || str_casestarts(name, STR("date")))
		note_day(ps, ps->day, md_plain(text, ps->a), false);
}

static int section_here(struct parser *ps)
{
	struct plan *p = &ps->plan;
	if (ps->section >= 0)
		return ps->section;
	p->section = room(ps, p->section, p->nsection, &ps->cap_section, sizeof *p->section);
	struct str title = md_plain(ps->heading[ps->level], ps->a);
	title = str_trim(title);
	if (str_ends(title, STR(":")))
		title = str_trim(str_slice(title, 0, title.n - 1));
	p->section[p->nsection] = (struct plan_section){ .title = title };
	return ps->section = p->nsection++;
}

static void count_item(struct parser *ps, struct plan_item *it)
{
	struct plan *p = &ps->plan;
	if (it->week < 0) {
		it->section = section_here(ps);
		p->section[it->section].nitem++;
		p->section[it->section].ndone += it->done;
	} else {
		p->week[it->week].nitem++;
		p->week[it->week].ndone += it->done;
	}
	if (it->day >= 0) {
		p->day[it->day].nitem++;
		p->day[it->day].ndone += it->done;
	}
	p->ndone += it->done;
}

/* Neither line numbers nor ticks enter: the item stays the same when the user moves or ticks it. */
static uint64_t item_id(struct parser *ps, const struct plan_item *it)
{
	const struct plan *p = &ps->plan;
	int place[] = {
		it->week < 0 ? -1 : p->week[it->week].number,
		it->day < 0 ? -1 : p->day[it->day].from,
		it->day < 0 ? -1 : p->day[it->day].to,
	};
	buf_clear(&ps->normal);
	text_normalize(&ps->normal, it->text);
	uint64_t key = hash_numbers(ps->seed, place, LENGTH(place));
	return unique_id(ps, hash64(key, buf_cstr(&ps->normal), ps->normal.n));
}

static void add_item(struct parser *ps, struct str box, struct str text, bool done)
{
	struct plan *p = &ps->plan;
	p->item = room(ps, p->item, p->nitem, &ps->cap_item, sizeof *p->item);
	struct plan_item *it = &p->item[p->nitem++];
	*it = (struct plan_item){
		.text = text,
		.done = done,
		.line = ps->line,
		.box = (size_t)(box.p + 1 - ps->start),
		.depth = ps->nnest - 1,
		.week = ps->week,
		.day = ps->day,
		.section = -1,
	};
	count_item(ps, it);
	if (ps->outline)
		return;
	plan_minutes(text, &it->minutes_from, &it->minutes_to);
	it->id = item_id(ps, it);
}

/* Two columns further in is a list within; people do not indent as exactly as CommonMark wants. */
static void list_line(struct parser *ps, struct str rest, int indent)
{
	bool done;
	struct str text;
	while (ps->nnest && indent < ps->nest[ps->nnest - 1] + 2)
		ps->nnest--;
	if (ps->nnest < MAX_NEST)
		ps->nest[ps->nnest++] = indent;
	if (plan_box(rest, &done, &text))
		add_item(ps, rest, text, done);
}

static bool fenced(struct parser *ps, struct str line, struct str body)
{
	if (!ps->fence.mark && *body.p != '`' && *body.p != '~')
		return false;
	/* Within a list a fence is indented as far as its item. */
	return md_fence_line(&ps->fence, ps->nnest ? body : line);
}

static void end_bold_day(struct parser *ps)
{
	if (ps->day < 0 || !ps->day_bold)
		return;
	ps->day = -1;
	if (ps->week == ps->implicit)
		ps->week = -1;
}

/* A paragraph, heading or rule that starts in the first columns. */
static void block_line(struct parser *ps, struct str line, struct str body, bool blank)
{
	struct str text;
	int level = *body.p == '#' ? md_heading_line(line, &text) : 0;
	if (level)
		heading_line(ps, text, level);
	else if (blank && plan_rule(body)) /* without an empty line it underlines */
		end_bold_day(ps);
	else if (plan_bold_line(body, &text))
		bold_line(ps, text);
}

static void parse_line(struct parser *ps, struct str line)
{
	size_t i = 0;
	int indent = 0;
	for (; i < line.n && (line.p[i] == ' ' || line.p[i] == '\t') && indent < 1000; i++)
		indent = line.p[i] == '\t' ? (indent | 3) + 1 : indent + 1;
	struct str body = str_slice(line, i, line.n), rest = body;
	bool blank = ps->blank;
	ps->blank = body.n == 0;
	/* Four columns in and no list: code, or a paragraph that goes on. */
	if (ps->blank || fenced(ps, line, body) || (indent >= 4 && ps->nnest == 0))
		return;
	if (ps->plan.target == DAY_NONE)
		ps->plan.target = plan_target_date(body);
	if (!(blank && plan_rule(body)) && plan_bullet(&rest)) {
		list_line(ps, rest, indent);
		return;
	}
	if (blank && indent < 2)
		ps->nnest = 0;
	if (indent < (ps->nnest ? 2 : 4))
		block_line(ps, line, body, blank);
}

/* All boxes ticked is done, whatever is written; some are under way unless a word says else. */
static void settle_day(struct parser *ps, int i)
{
	struct plan_day *d = &ps->plan.day[i];
	if (d->nitem && d->ndone == d->nitem)
		d->status = PLAN_DONE;
	else if (ps->note[i].stated)
		d->status = ps->note[i].status;
	else
		d->status = d->ndone ? PLAN_IN_PROGRESS : PLAN_OPEN;
	int place[] = { ps->plan.week[d->week].number, d->from, d->to };
	d->id = unique_id(ps, hash64(hash_numbers(ps->seed, place, LENGTH(place)), "day", 3));
}

static struct plan parse(struct str text, struct str path, bool outline, struct arena *a)
{
	struct parser ps = { .a = a, .start = text.p, .outline = outline, .blank = true };
	ps.plan.target = DAY_NONE;
	ps.phase = ps.week = ps.day = ps.section = ps.implicit = ps.cover.week = -1;
	ps.seed = hash64(0, path.n ? path.p : "", path.n);
	struct str line;
	while (str_line(&text, &line)) {
		ps.line++;
		parse_line(&ps, line);
	}
	drop_tentative(&ps);
	for (int i = 0; i < ps.plan.nday; i++)
		settle_day(&ps, i);
	buf_release(&ps.normal);
	return ps.plan;
}

struct plan plan_parse(struct str text, struct str path, struct arena *a)
{
	return parse(text, path, false, a);
}

struct plan plan_outline(struct str text, struct arena *a)
{
	return parse(text, (struct str){ 0 }, true, a);
}
