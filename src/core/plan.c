/* plan.c - builds phases, weeks, days and tasks out of the lines of a file. */
#include "hone/plan.h"

#include <string.h>

#include "plan_priv.h"

enum {
	LOOK_BACK = 16, /* days and phases asked for a match: more would not be linear */
	MAX_NAME = 40,  /* of a block that is named by a line of plain text */
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

void plan_end_day(struct parser *ps)
{
	if (ps->day >= 0)
		ps->plan.day[ps->day].to_at = ps->at;
	ps->day = -1;
}

void plan_end_week(struct parser *ps)
{
	plan_end_day(ps);
	if (ps->week >= 0)
		ps->plan.week[ps->week].to_at = ps->at;
	ps->week = -1;
}

static void end_phase(struct parser *ps)
{
	if (ps->phase >= 0)
		ps->plan.phase[ps->phase].to_at = ps->at;
	ps->phase = -1;
}

static void end_section(struct parser *ps)
{
	if (ps->section >= 0)
		ps->plan.section[ps->section].to_at = ps->at;
	ps->section = -1;
}

/* Opening `kind` at a heading level ends what stands there or below, never its own parents. */
static void end_open(struct parser *ps, int level, enum label_kind kind)
{
	if (kind != LABEL_NONE || level <= ps->day_level)
		plan_end_day(ps);
	bool rises = kind == LABEL_DAY ? level < ps->week_level : level <= ps->week_level;
	if (kind == LABEL_PHASE || kind == LABEL_WEEK || rises)
		plan_end_week(ps);
	rises = kind == LABEL_NONE ? level <= ps->phase_level : level < ps->phase_level;
	if (kind == LABEL_PHASE || rises)
		end_phase(ps);
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
	p->phase = plan_room(ps, p->phase, p->nphase, &ps->cap_phase, sizeof *p->phase);
	struct plan_phase phase = { .number = l->from,
		.title = plan_title(l->rest, l->shouted, ps->a),
		.line = ps->line,
		.from_at = ps->at };
	struct label weeks;
	if (plan_label_within(l->rest, LABEL_WEEK, &weeks)) {
		phase.from_week = weeks.from;
		phase.to_week = weeks.to;
	}
	phase.marks = plan_line_says(l->rest, PLACE_HEAD, l->shouted, &ps->starts).marks;
	ps->phase = p->nphase;
	ps->phase_level = level;
	p->phase[p->nphase++] = phase;
	ps->fresh = true;
	plan_note_phase(ps, l->rest);
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
	while (p->nblock && p->block[p->nblock - 1].day == p->nday)
		p->nblock--;
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
	p->week = plan_room(ps, p->week, p->nweek, &ps->cap_week, sizeof *p->week);
	week.first_day = p->nday;
	week.line = ps->line;
	week.from_at = ps->at;
	week.date_from = week.date_to = DAY_NONE;
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

void plan_open_week(struct parser *ps, const struct label *l, int level, struct str title)
{
	end_open(ps, level, LABEL_WEEK);
	if (level != LEVEL_BOLD && ps->heading_weeks++ == 0)
		drop_overview(ps);
	struct plan_week week = {
		.number = l->from, .to = l->to, .phase = phase_of_week(ps, l->from), .title = title
	};
	push_week(ps, week, level == LEVEL_BOLD ? ps->level : level);
}

/* What the heading of a week says beside its title. */
static void note_week(struct parser *ps, const struct label *l)
{
	struct plan_week *w = &ps->plan.week[ps->week];
	w->marks = plan_line_says(l->rest, PLACE_HEAD, l->shouted, &ps->starts).marks;
	plan_minutes(l->rest, &w->minutes_from, &w->minutes_to);
	plan_line_dates(l->rest, &w->date_from, &w->date_to);
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

/* A range without boxes steps back when its single days follow: true, and ps->cover knows it. */
static bool drop_covered(struct parser *ps, const struct label *l)
{
	int last = ps->plan.nday - 1;
	if (last < 0 || ps->plan.day[last].week != ps->week || l->key)
		return false;
	struct plan_day d = ps->plan.day[last];
	bool within = d.from <= l->from && l->to <= d.to && d.to - d.from > l->to - l->from;
	if (d.nitem || !within)
		return false;
	ps->cover = (struct cover){ ps->week, d.from, d.to, d.title, d.from_at };
	pop_day(ps);
	return true;
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

/* Days without a number are counted within their week. */
static void number_day(struct parser *ps, struct plan_day *d, const struct label *l)
{
	d->from = l->key ? ps->plan.week[ps->week].nday + 1 : l->from;
	d->to = l->key ? d->from : l->to;
}

/* The "(Days 13-14)" behind a title. */
static void late_overall(struct str s, struct plan_day *d)
{
	struct label l;
	for (ptrdiff_t at; (at = str_find(s, STR("("), 0)) >= 0;) {
		s = plan_after(s, (size_t)at + 1);
		struct str t = s;
		if (plan_label_numbers(&t, &l) && l.kind == LABEL_DAY && str_starts(t, STR(")"))) {
			d->overall_from = l.from;
			d->overall_to = l.to;
			return;
		}
	}
}

void plan_open_day(struct parser *ps, const struct label *l, int level)
{
	struct plan *p = &ps->plan;
	end_open(ps, level, LABEL_DAY);
	drop_tentative(ps);
	need_week(ps, level);
	bool covered = drop_covered(ps, l);
	p->day = plan_room(ps, p->day, p->nday, &ps->cap_day, sizeof *p->day);
	ps->note = plan_room(ps, ps->note, p->nday, &ps->cap_note, sizeof *ps->note);
	struct plan_day *d = &p->day[p->nday];
	*d = (struct plan_day){ .week = ps->week, .date = DAY_NONE, .date_to = DAY_NONE };
	number_day(ps, d, l);
	d->overall_from = l->overall_from;
	d->overall_to = l->overall_to;
	if (!d->overall_from)
		late_overall(l->rest, d);
	d->first = p->nitem;
	d->line = ps->line;
	d->from_at = covered ? ps->cover.from_at : ps->at;
	d->title = day_title(ps, l);
	if (!d->title.n)
		d->title = plan_title(l->name, l->shouted, ps->a);
	plan_minutes(l->rest, &d->minutes_from, &d->minutes_to);
	ps->note[p->nday] = (struct day_note){
		.key = l->key,
		.weekday = l->weekday,
		.tentative = l->words && level == LEVEL_BOLD,
	};
	plan_note_day(ps, p->nday, l->rest, l->shouted);
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
		if (d->from == l->from && d->to == l->to)
			return i;
		if (d->overall_from == l->from && d->overall_to == l->to)
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
	plan_note_day(ps, day, l->rest, l->shouted);
	if (day != ps->day && level <= ps->day_level)
		plan_end_day(ps);
	return true;
}

static bool day_line(struct parser *ps, const struct label *l, int level)
{
	if (l->words && report_line(ps, l, level))
		return true;
	if (l->words && level == LEVEL_BOLD && ps->week < 0)
		return true;
	plan_open_day(ps, l, level);
	ps->fresh = true;
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
			plan_end_day(ps);
		return true;
	}
	bool remark = l->open_end || (l->words && (!with_day || day.words));
	if (level == LEVEL_BOLD && (remark || ps->heading_weeks))
		return true;
	plan_open_week(ps, l, level,
		with_day ? (struct str){ 0 } : plan_title(l->rest, l->shouted, ps->a));
	ps->fresh = true;
	if (!with_day)
		note_week(ps, l);
	return !with_day || day_line(ps, &day, level);
}

/* Headings that are weekdays or dates are days where weeks are open or there are none. */
static bool unnumbered_day(struct parser *ps, struct str raw, struct label *l)
{
	bool place = ps->week >= 0 || ps->plan.nweek == 0 || ps->implicit == ps->plan.nweek - 1;
	if (!place || !plan_label_day(raw, l) || (l->key && ps->outline))
		return false;
	return plan_label_day(plan_plain(raw, ps->a), l);
}

/* True when the line opened or reported on something; else it is like any other. */
static bool labelled(struct parser *ps, struct str raw, int level)
{
	struct label l;
	if (!plan_label(raw, &l))
		return unnumbered_day(ps, raw, &l) && day_line(ps, &l, level);
	if (!plan_label(plan_plain(raw, ps->a), &l))
		return false;
	if (l.kind == LABEL_PHASE)
		return phase_line(ps, &l, level);
	return l.kind == LABEL_WEEK ? week_line(ps, &l, level) : day_line(ps, &l, level);
}

static void heading_line(struct parser *ps, struct str text, int level)
{
	plan_end_block(ps);
	for (int i = level; i <= MAX_LEVEL; i++)
		ps->heading[i] = (struct str){ 0 };
	ps->heading[level] = text;
	ps->heading_at = ps->at;
	ps->level = level;
	end_section(ps);
	ps->nnest = 0;
	ps->blank = true;
	ps->fresh = false;
	if (level == 1 && !ps->plan.title.p && text.n)
		ps->plan.title = md_plain(text, ps->a);
	if (!labelled(ps, text, level))
		end_open(ps, level, LABEL_NONE);
	if (!ps->fresh)
		plan_name_block(ps, text);
}

static void bold_line(struct parser *ps, struct str line, struct str text)
{
	bool info = plan_info_line(ps, text);
	if (!info)
		plan_end_block(ps);
	bool fresh = ps->fresh;
	ps->fresh = false;
	if (labelled(ps, text, LEVEL_BOLD)) {
		if (!ps->fresh)
			plan_name_block(ps, text);
		return;
	}
	ps->fresh = fresh;
	plan_remark_line(ps, line);
	if (!info)
		plan_name_block(ps, text);
	if (ps->day < 0)
		return;
	struct str name = str_slice(text, 2, text.n);
	if (str_casestarts(name, STR("status")) || str_casestarts(name, STR("date")))
		plan_note_day(ps, ps->day, md_plain(text, ps->a), false);
}

/* A paragraph in plain letters: "Morning:" names a block, too. */
static void plain_line(struct parser *ps, struct str line, bool blank)
{
	plan_remark_line(ps, line);
	if (ps->outline || (ps->week < 0 && ps->phase < 0) || plan_info_line(ps, line))
		return;
	if (ps->lists && plan_clock_line(ps, line))
		return;
	bool colon = str_ends(line, STR(":")) || str_ends(line, STR("："));
	if (blank && colon && line.n <= MAX_NAME && !ps->name.n)
		plan_name_block(ps, line);
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
	plan_end_block(ps);
	if (ps->day < 0 || !ps->day_bold)
		return;
	plan_end_day(ps);
	if (ps->week == ps->implicit)
		plan_end_week(ps);
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
		bold_line(ps, body, text);
	else
		plain_line(ps, body, blank);
}

/* A row, a rule, or what ends a table: most lines are told by their first letters. */
static bool may_be_table(const struct parser *ps, struct str body)
{
	bool rule = body.n > 2 && (*body.p == '-' || *body.p == ':') && body.p[1] != ' ';
	return rule || *body.p == '|' || ps->table.open || ps->table.before.n;
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
	if (ps->blank)
		plan_end_table(ps);
	if (ps->blank || fenced(ps, line, body) || (indent >= 4 && ps->nnest == 0))
		return;
	if (ps->plan.target == DAY_NONE)
		ps->plan.target = plan_target_date(body);
	if (may_be_table(ps, body) && plan_table_line(ps, body))
		return;
	ps->above = body;
	ps->above_line = ps->line;
	if (!(blank && plan_rule(body)) && plan_bullet(&rest)) {
		plan_list_line(ps, rest, indent);
		return;
	}
	if (blank && indent < 2)
		ps->nnest = 0;
	if (indent < (ps->nnest ? 2 : 4))
		block_line(ps, line, body, blank);
}

static struct plan parse(struct parser *ps, struct str text, struct str path, struct arena *a)
{
	ps->a = a;
	ps->start = text.p;
	ps->blank = true;
	ps->plan.target = DAY_NONE;
	ps->phase = ps->week = ps->day = ps->section = ps->implicit = ps->cover.week = -1;
	ps->block = ps->table.week = ps->tabled = -1;
	ps->seed = hash64(0, path.n ? path.p : "", path.n);
	plan_starts_fill(&ps->starts);
	struct str line, rest = text;
	while (str_line(&rest, &line)) {
		ps->line++;
		ps->at = (size_t)(line.p - text.p);
		parse_line(ps, line);
	}
	ps->at = text.n;
	plan_end_table(ps);
	plan_end_block(ps);
	plan_end_week(ps);
	end_phase(ps);
	end_section(ps);
	drop_tentative(ps);
	plan_settle(ps);
	buf_release(&ps->normal);
	idset_release(&ps->seen);
	return ps->plan;
}

/* Whether weeks and days hold no box, so that their tasks must be said in another way. */
static bool without_boxes(const struct plan *p)
{
	for (int i = 0; i < p->nweek; i++) {
		if (p->week[i].nitem)
			return false;
	}
	return true;
}

struct plan plan_parse(struct str text, struct str path, struct arena *a)
{
	struct parser strict = { 0 };
	struct plan p = parse(&strict, text, path, a);
	if (!without_boxes(&p))
		return p;
	struct parser loose = {
		.tables = true,
		.lists = p.nitem == 0,
		.weekless = p.nweek == 0,
		.known_weeks = p.nweek > 0,
	};
	struct plan q = parse(&loose, text, path, a);
	return q.nitem > p.nitem || q.nday > p.nday || q.nweek > p.nweek ? q : p;
}

struct plan plan_outline(struct str text, struct arena *a)
{
	struct parser strict = { .outline = true }, loose = { .outline = true, .tables = true };
	struct plan p = parse(&strict, text, (struct str){ 0 }, a);
	bool nothing = p.nweek == 0 && p.nitem == 0;
	return nothing ? parse(&loose, text, (struct str){ 0 }, a) : p;
}
