/* calendar_moves.c - the moves: as text of an event, and whether one can be made. */
#include <inttypes.h>

#include "calendar_priv.h"

enum { MINUTES_MOST = 24 * 60 };

static const struct str kind_names[] = {
	[MOVE_START] = STR_INIT("start"),
	[MOVE_RHYTHM] = STR_INIT("rhythm"),
	[MOVE_SHIFT] = STR_INIT("shift"),
	[MOVE_EXTEND] = STR_INIT("extend"),
	[MOVE_SPLIT] = STR_INIT("split"),
	[MOVE_SWAP] = STR_INIT("swap"),
	[MOVE_DEFER] = STR_INIT("defer"),
	[MOVE_RESUME] = STR_INIT("resume"),
	[MOVE_CHOOSE] = STR_INIT("choose"),
	[MOVE_OFF] = STR_INIT("off"),
	[MOVE_ON] = STR_INIT("on"),
};

/* ---- as text: the kind, then its members; "-" is no date */

static bool read_id(struct str *rest, uint64_t *id)
{
	struct str word = str_word(rest);
	*id = 0;
	for (size_t i = 0; i < word.n; i++) {
		char c = word.p[i];
		int digit = c >= '0' && c <= '9'   ? c - '0'
			    : c >= 'a' && c <= 'f' ? c - 'a' + 10
						   : -1;
		if (digit < 0)
			return false;
		*id = *id << 4 | (uint64_t)digit;
	}
	return word.n == 16;
}

static bool read_int(struct str *rest, int *n)
{
	struct str word = str_word(rest);
	bool minus = str_starts(word, STR("-"));
	if (minus)
		word = str_slice(word, 1, word.n);
	if (!str_number(&word, n) || word.n)
		return false;
	*n = minus ? -*n : *n;
	return *n >= -CALENDAR_REACH && *n <= CALENDAR_REACH;
}

static bool read_date(struct str *rest, int *date)
{
	struct str word = str_word(rest);
	return word.n == 10 && day_parse(word, date);
}

static bool read_maybe(struct str *rest, int *date)
{
	struct str word = str_word(rest);
	*date = DAY_NONE;
	return str_eq(word, STR("-")) || (word.n == 10 && day_parse(word, date));
}

/* Without what move_fix() adds, the move is as the user makes it. */
static bool read_fixed(struct str *rest, struct move *m)
{
	*rest = str_trim(*rest);
	if (rest->n == 0)
		return true;
	m->fixed = true;
	switch (m->kind) {
	case MOVE_SHIFT:
		return read_date(rest, &m->date) && read_maybe(rest, &m->pin) &&
		       read_int(rest, &m->lap) && m->lap >= 0;
	case MOVE_EXTEND: return read_maybe(rest, &m->date);
	case MOVE_SPLIT: return read_date(rest, &m->date_to);
	case MOVE_SWAP: return read_maybe(rest, &m->pin) && read_maybe(rest, &m->other_pin);
	case MOVE_RESUME: return read_maybe(rest, &m->pin);
	default: return true;
	}
}

static bool read_members(struct str *rest, struct move *m)
{
	switch (m->kind) {
	case MOVE_START: return read_date(rest, &m->date);
	case MOVE_RHYTHM: return rhythm_parse(*rest, &m->rhythm, NULL);
	case MOVE_SHIFT:
	case MOVE_EXTEND: return read_id(rest, &m->day) && read_int(rest, &m->n);
	case MOVE_SPLIT: return read_id(rest, &m->day) && read_date(rest, &m->date);
	case MOVE_SWAP: return read_id(rest, &m->day) && read_id(rest, &m->other);
	case MOVE_DEFER:
	case MOVE_RESUME:
	case MOVE_CHOOSE: return read_id(rest, &m->day);
	case MOVE_OFF:
	case MOVE_ON:
		return read_date(rest, &m->date) && read_date(rest, &m->date_to) &&
		       m->date <= m->date_to;
	}
	return false;
}

static bool is_of_day(enum move_kind kind)
{
	return kind >= MOVE_SHIFT && kind <= MOVE_RESUME && kind != MOVE_DEFER;
}

bool move_parse(struct str text, struct move *m)
{
	struct str name = str_word(&text);
	for (size_t i = 0; i < LENGTH(kind_names); i++) {
		struct move read = { .kind = (enum move_kind)i };
		if (!str_eq(name, kind_names[i]))
			continue;
		if (!read_members(&text, &read))
			return false;
		if (is_of_day(read.kind) && !read_fixed(&text, &read))
			return false;
		read.fixed = read.fixed || !is_of_day(read.kind);
		*m = read;
		return true;
	}
	return false;
}

static void put_date(struct buf *out, int date)
{
	char iso[16];
	buf_addf(out, " %s", date == DAY_NONE ? "-" : day_iso(date, iso));
}

static void put_fixed(struct buf *out, const struct move *m)
{
	switch (m->kind) {
	case MOVE_SHIFT:
		put_date(out, m->date);
		put_date(out, m->pin);
		buf_addf(out, " %d", m->lap);
		break;
	case MOVE_EXTEND: put_date(out, m->date); break;
	case MOVE_SPLIT: put_date(out, m->date_to); break;
	case MOVE_SWAP:
		put_date(out, m->pin);
		put_date(out, m->other_pin);
		break;
	case MOVE_RESUME: put_date(out, m->pin); break;
	default: break;
	}
}

void move_format(const struct move *m, struct buf *out)
{
	buf_add(out, kind_names[m->kind]);
	if (m->kind >= MOVE_SHIFT && m->kind <= MOVE_CHOOSE)
		buf_addf(out, " %016" PRIx64, m->day);
	switch (m->kind) {
	case MOVE_RHYTHM:
		buf_addc(out, ' ');
		rhythm_format(m->rhythm, out);
		break;
	case MOVE_SHIFT:
	case MOVE_EXTEND: buf_addf(out, " %d", m->n); break;
	case MOVE_SWAP: buf_addf(out, " %016" PRIx64, m->other); break;
	case MOVE_START:
	case MOVE_SPLIT: put_date(out, m->date); break;
	case MOVE_OFF:
	case MOVE_ON:
		put_date(out, m->date);
		put_date(out, m->date_to);
		break;
	default: break;
	}
	if (m->fixed)
		put_fixed(out, m);
}

/* ---- whether a move can be made, and what it means from now on */

struct fix {
	struct move *m;
	const struct plan *plan;
	const struct calendar *cal;
	int today, index;
	const struct plan_day *day;    /* that the move is about */
	const struct calendar_day *at; /* where it stands */
	struct buf name;               /* of it, for errors */
	struct err *e;
};

static bool not_fit(struct fix *f, const char *why)
{
	return err_set(f->e, ERR_INVALID, "%s %s", buf_cstr(&f->name), why);
}

static bool is_taken(const struct fix *f, int date)
{
	for (int i = 0; i < f->cal->nday; i++) {
		const struct calendar_day *c = &f->cal->day[i];
		if (!c->pinned || calendar_progress(&f->plan->day[i]) == CALENDAR_DONE)
			continue;
		for (int k = 0; k < c->n; k++)
			if (c->date[k] == date)
				return true;
	}
	return false;
}

/* A date that the day could stand on: one without a date flows round the dated ones. */
static bool is_place(const struct fix *f, int date)
{
	return calendar_is_study(f->cal, date) && (f->at->pinned || !is_taken(f, date));
}

static int next_place(const struct fix *f, int date)
{
	do
		date = calendar_next(f->cal, date + 1, false);
	while (date != DAY_NONE && !is_place(f, date));
	return date;
}

static int places_back(const struct fix *f, int date, int n)
{
	while (n > 0 && date > f->today)
		n -= is_place(f, --date);
	return n > 0 ? DAY_NONE : date;
}

static bool fix_shift(struct fix *f)
{
	struct move *m = f->m;
	int date = f->at->from;
	if (m->n == 0)
		return not_fit(f, "stays where it is: shift it by at least one study day");
	if (m->n < 0)
		date = places_back(f, date, -m->n);
	if (date == DAY_NONE)
		return not_fit(f, "cannot stand before today");
	for (int i = 0; i < m->n && date != DAY_NONE; i++)
		date = next_place(f, date);
	if (date != DAY_NONE && date < f->today)
		date = next_place(f, f->today - 1);
	if (date == DAY_NONE)
		return not_fit(f, "finds no study day within ten years: every date is off");
	m->date = date;
	m->pin = f->day->date;
	m->lap = 0;
	for (int to = f->at->turn; !f->at->pinned && to > date; to--)
		m->lap += is_place(f, to - 1);
	return true;
}

static bool fix_extend(struct fix *f)
{
	struct move *m = f->m;
	int n = f->at->n + m->n, date = f->at->to;
	if (m->n == 0)
		return not_fit(f, "stays as long as it is: extend it by at least one study day");
	if (n < 1)
		return not_fit(f, "takes at least one study day");
	if (n > CALENDAR_LONGEST)
		return not_fit(f, "can take a year of study days at most");
	if (m->n < 0)
		date = f->at->date[n - 1];
	for (int i = f->at->n; i < n && date != DAY_NONE; i++)
		date = next_place(f, date);
	if (date == DAY_NONE)
		return not_fit(f, "finds no study day within ten years: every date is off");
	m->date = !f->at->pinned && f->at->from <= f->today ? date : DAY_NONE;
	return true;
}

static bool fix_split(struct fix *f)
{
	struct move *m = f->m;
	char iso[16];
	for (int i = 0; i < f->at->n; i++)
		if (f->at->date[i] == m->date)
			return not_fit(f, "stands on that date already");
	if (m->date < f->today || m->date <= f->at->from)
		return not_fit(
			f, "can only be finished on a date to come, after the one it begins on");
	if (m->date > f->today + CALENDAR_REACH)
		return not_fit(f, "can be finished within ten years at most");
	if (calendar_is_off(f->cal, m->date))
		return err_set(f->e, ERR_INVALID,
			"%s is off: put it on again or choose another date", day_iso(m->date, iso));
	m->date_to = f->at->from;
	return true;
}

static bool fix_swap(struct fix *f)
{
	int other;
	const struct plan_day *d = calendar_find(f->plan, f->m->other, &other);
	if (!d)
		return err_set(f->e, ERR_MISSING, "the plan has no such day to swap with");
	if (other == f->index)
		return not_fit(f, "cannot change places with itself");
	if (calendar_progress(d) == CALENDAR_DONE)
		return not_fit(f, "cannot change places with a day that is done");
	if (f->cal->day[other].n == 0)
		return not_fit(
			f, "cannot change places with a day that has no date: resume that first");
	f->m->pin = f->day->date;
	f->m->other_pin = d->date;
	return true;
}

static bool has_alternative(const struct fix *f)
{
	for (int i = 0; i < f->plan->nday; i++)
		if (calendar_alternatives(f->plan, i, f->index) && f->cal->day[i].n)
			return true;
	return false;
}

static bool fix_day(struct fix *f)
{
	f->day = calendar_find(f->plan, f->m->day, &f->index);
	if (!f->day)
		return err_set(f->e, ERR_MISSING, "the plan has no such day any more");
	f->at = &f->cal->day[f->index];
	if (calendar_progress(f->day) == CALENDAR_DONE)
		return not_fit(f, "is done and stays where it is");
	if (f->m->kind == MOVE_CHOOSE)
		return has_alternative(f) || not_fit(f, "has no alternative in the calendar");
	if (f->m->kind == MOVE_DEFER)
		return !f->at->deferred || not_fit(f, "is deferred already");
	if (f->m->kind == MOVE_RESUME) {
		f->m->pin = f->day->date;
		return true;
	}
	if (f->at->n == 0)
		return not_fit(f, f->at->deferred ? "is deferred: resume it first"
						  : "has no date: resume it first");
	switch (f->m->kind) {
	case MOVE_SHIFT: return fix_shift(f);
	case MOVE_EXTEND: return fix_extend(f);
	case MOVE_SPLIT: return fix_split(f);
	default: return fix_swap(f);
	}
}

static bool check_dates(const struct fix *f)
{
	const struct move *m = f->m;
	char iso[16];
	bool off = m->kind == MOVE_OFF, same = true;
	if (m->date_to < m->date)
		return err_set(f->e, ERR_INVALID, "the last date lies before the first");
	if (m->date < f->today)
		return err_set(f->e, ERR_INVALID, "%s is past", day_iso(m->date, iso));
	if (m->date_to > f->today + CALENDAR_REACH)
		return err_set(f->e, ERR_INVALID, "%s is more than ten years away",
			day_iso(m->date_to, iso));
	for (int date = m->date; date <= m->date_to; date++)
		same = same &&
		       (off ? calendar_is_off(f->cal, date) : calendar_is_study(f->cal, date));
	if (!same)
		return true;
	return err_set(f->e, ERR_INVALID, "%s is %s already", day_iso(m->date, iso),
		off ? "off" : "a study day");
}

static bool check_rest(const struct fix *f)
{
	const struct move *m = f->m;
	char iso[16];
	if (m->kind == MOVE_OFF || m->kind == MOVE_ON)
		return check_dates(f);
	if (m->kind == MOVE_START &&
		(m->date < f->today - CALENDAR_REACH || m->date > f->today + CALENDAR_REACH))
		return err_set(
			f->e, ERR_INVALID, "%s is more than ten years away", day_iso(m->date, iso));
	for (int i = 0; m->kind == MOVE_RHYTHM && i < 7; i++)
		if (m->rhythm.minutes[i] < 0 || m->rhythm.minutes[i] > MINUTES_MOST)
			return err_set(f->e, ERR_INVALID, "%s has %d minutes at most",
				day_weekday_name(i), MINUTES_MOST);
	return true;
}

bool move_fix(struct move *m, const struct plan *plan, const struct calendar *cal, int today,
	struct err *e)
{
	struct move fixed = *m;
	struct fix f = { .m = &fixed, .plan = plan, .cal = cal, .today = today, .e = e };
	bool ok;
	if (m->kind >= MOVE_SHIFT && m->kind <= MOVE_CHOOSE) {
		calendar_day_name(plan, m->day, &f.name);
		ok = fix_day(&f);
	} else {
		ok = check_rest(&f);
	}
	buf_release(&f.name);
	fixed.fixed = true;
	if (ok)
		*m = fixed;
	return ok;
}
