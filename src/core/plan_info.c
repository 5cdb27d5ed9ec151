/* plan_info.c - lines that say something about the day, week or phase they stand in. */
#include <string.h>

#include "plan_priv.h"

/* Lines of a day, week or phase that say something about it: "**Time**: 20-40 hours". */
enum info { INFO_STATUS = 1, INFO_DATE, INFO_TIME, INFO_OTHER };

static const struct plan_words info_words = {
	.of[LETTER('c')] = WORDS({ STR_INIT("context"), INFO_OTHER }),
	.of[LETTER('d')] = WORDS({ STR_INIT("date"), INFO_DATE }, { STR_INIT("dates"), INFO_DATE },
		{ STR_INIT("datum"), INFO_DATE }, { STR_INIT("duration"), INFO_TIME },
		{ STR_INIT("dauer"), INFO_TIME }, { STR_INIT("durée"), INFO_TIME },
		{ STR_INIT("duración"), INFO_TIME }),
	.of[LETTER('e')] = WORDS(
		{ STR_INIT("estado"), INFO_STATUS }, { STR_INIT("estimated time"), INFO_TIME }),
	.of[LETTER('f')] =
		WORDS({ STR_INIT("fecha"), INFO_DATE }, { STR_INIT("fechas"), INFO_DATE }),
	.of[LETTER('g')] = WORDS({ STR_INIT("goal"), INFO_OTHER }),
	.of[LETTER('h')] =
		WORDS({ STR_INIT("hours"), INFO_TIME }, { STR_INIT("hinweis"), INFO_OTHER }),
	.of[LETTER('n')] =
		WORDS({ STR_INIT("note"), INFO_OTHER }, { STR_INIT("nota"), INFO_OTHER }),
	.of[LETTER('o')] =
		WORDS({ STR_INIT("objectif"), INFO_OTHER }, { STR_INIT("objetivo"), INFO_OTHER }),
	.of[LETTER('p')] = WORDS({ STR_INIT("purpose"), INFO_OTHER }),
	.of[LETTER('r')] = WORDS({ STR_INIT("rationale"), INFO_OTHER }),
	.of[LETTER('s')] =
		WORDS({ STR_INIT("status"), INFO_STATUS }, { STR_INIT("stand"), INFO_STATUS },
			{ STR_INIT("statut"), INFO_STATUS }, { STR_INIT("strategy"), INFO_OTHER }),
	.of[LETTER('t')] =
		WORDS({ STR_INIT("time"), INFO_TIME }, { STR_INIT("time budget"), INFO_TIME },
			{ STR_INIT("temps"), INFO_TIME }, { STR_INIT("tiempo"), INFO_TIME },
			{ STR_INIT("target"), INFO_OTHER }, { STR_INIT("tip"), INFO_OTHER }),
	.of[LETTER('w')] = WORDS({ STR_INIT("when"), INFO_DATE }, { STR_INIT("why"), INFO_OTHER }),
	.of[LETTER('z')] = WORDS({ STR_INIT("zeit"), INFO_TIME },
		{ STR_INIT("zeitaufwand"), INFO_TIME }, { STR_INIT("ziel"), INFO_OTHER }),
	.wide = WORDS({ STR_INIT("état"), INFO_STATUS }, { STR_INIT("状态"), INFO_STATUS },
		{ STR_INIT("ステータス"), INFO_STATUS }, { STR_INIT("статус"), INFO_STATUS },
		{ STR_INIT("日期"), INFO_DATE }, { STR_INIT("日付"), INFO_DATE },
		{ STR_INIT("дата"), INFO_DATE }, { STR_INIT("даты"), INFO_DATE },
		{ STR_INIT("时间"), INFO_TIME }, { STR_INIT("时间预算"), INFO_TIME },
		{ STR_INIT("時間"), INFO_TIME }, { STR_INIT("время"), INFO_TIME },
		{ STR_INIT("目标"), INFO_OTHER }, { STR_INIT("目標"), INFO_OTHER },
		{ STR_INIT("цель"), INFO_OTHER }),
};

/* What a line that belongs to a day says about its date and status; later lines know better. */
void plan_note_day(struct parser *ps, int day, struct str line, bool shouted)
{
	struct plan_day *d = &ps->plan.day[day];
	if (d->date == DAY_NONE)
		plan_line_dates(line, &d->date, &d->date_to);
	struct plan_says says = plan_line_says(line, PLACE_HEAD, shouted, &ps->starts);
	d->marks |= says.marks;
	if (says.status > PLAN_OPEN)
		ps->note[day].status = (enum plan_status)says.status;
}

/* Of "10 hours/week" the weeks of the phase make the whole. */
void plan_note_phase(struct parser *ps, struct str line)
{
	static const struct str weekly[] = { STR_INIT("/week"), STR_INIT("per week"),
		STR_INIT("/ week"), STR_INIT("a week"), STR_INIT("pro Woche"), STR_INIT("/Woche"),
		STR_INIT("par semaine"), STR_INIT("por semana") };
	struct plan_phase *ph = &ps->plan.phase[ps->phase];
	int from, to, weeks = 1;
	if (ph->minutes_to || !plan_minutes(line, &from, &to))
		return;
	for (size_t i = 0; i < LENGTH(weekly); i++) {
		if (str_casefind(line, weekly[i], 0) >= 0)
			weeks = ph->from_week ? ph->to_week - ph->from_week + 1 : 0;
	}
	ph->minutes_from = from * weeks;
	ph->minutes_to = to * weeks;
}

/* The word of a line "**Time**: 2 hours", "Status: done"; *rest is what follows the colon. */
static enum info info_word(struct str line, struct str *rest)
{
	enum { MAX_WORD = 24 }; /* with the stars around it */
	size_t n;
	if (line.n && (unsigned char)*line.p < 0x80 &&
		!memchr(line.p, ':', line.n < MAX_WORD ? line.n : MAX_WORD))
		return 0;
	while (line.n && (*line.p == '*' || *line.p == '_'))
		line = plan_after(line, 1);
	const struct plan_word *w = plan_find_word(line, &info_words, true, &n);
	if (!w)
		return 0;
	line = plan_after(line, n);
	while (line.n && (*line.p == '*' || *line.p == ' ' || *line.p == '_'))
		line = plan_after(line, 1);
	bool wide = str_starts(line, STR("："));
	if (!wide && !str_starts(line, STR(":")))
		return 0;
	*rest = plan_after(line, wide ? STR("：").n : 1);
	return (enum info)w->value;
}

static void note_time(struct parser *ps, struct str line)
{
	struct plan *p = &ps->plan;
	int *from, *to;
	if (ps->day >= 0) {
		from = &p->day[ps->day].minutes_from;
		to = &p->day[ps->day].minutes_to;
	} else if (ps->week >= 0) {
		from = &p->week[ps->week].minutes_from;
		to = &p->week[ps->week].minutes_to;
	} else {
		if (ps->phase >= 0)
			plan_note_phase(ps, line);
		return;
	}
	if (*to == 0)
		plan_minutes(line, from, to);
}

static void note_dates(struct parser *ps, struct str line)
{
	struct plan_week *w = ps->week >= 0 ? &ps->plan.week[ps->week] : NULL;
	if (ps->day >= 0)
		plan_note_day(ps, ps->day, md_plain(line, ps->a), false);
	else if (w && w->date_from == DAY_NONE)
		plan_line_dates(line, &w->date_from, &w->date_to);
}

/* A line that says something about what is open and names no block: true. */
bool plan_info_line(struct parser *ps, struct str line)
{
	struct str rest;
	enum info info = info_word(line, &rest);
	int status;
	if (!info)
		return false;
	rest = str_trim(rest);
	bool alone = rest.n == 0 || plan_skip_decoration(rest).n == 0;
	int from, to;
	if (info == INFO_TIME && plan_minutes(rest, &from, &to))
		note_time(ps, rest);
	else if (info == INFO_TIME || info == INFO_DATE)
		note_dates(ps, rest);
	else if (info == INFO_STATUS && ps->day >= 0 && (status = plan_status_alone(rest)) >= 0)
		ps->note[ps->day].status = (enum plan_status)status;
	return !alone;
}

/* Right below a heading: "⚠️ **SUBJECT TO CHANGE** ...", "📅 2026-09-07 - 2026-09-13". */
void plan_remark_line(struct parser *ps, struct str line)
{
	struct plan *p = &ps->plan;
	unsigned *marks = ps->day >= 0     ? &p->day[ps->day].marks
			  : ps->week >= 0  ? &p->week[ps->week].marks
			  : ps->phase >= 0 ? &p->phase[ps->phase].marks
					   : NULL;
	if (!ps->fresh || !marks || ps->outline)
		return;
	*marks |= plan_remark_marks(line);
	struct str dated = plan_skip_decoration(line);
	int from, to;
	if (ps->day < 0 && ps->week >= 0 && plan_dates_at(&dated, &from, &to))
		note_dates(ps, line);
}
