/* move_choice.c - what can be done with a day of the plan or a date, and with what value. */
#include <string.h>

#include "hone/guide.h"
#include "hone/md.h"
#include "views/move_priv.h"
#include "views/views.h"

enum { MOST_N = 365, DATES_AHEAD = 3660 };

/* ---- which there are */

static struct move_choice *add(struct move_view *v, enum move_kind kind, int n)
{
	struct move_choice *c = &v->choice[v->list.n++];
	*c = (struct move_choice){ .kind = kind, .n = n, .date = DAY_NONE, .other = -1 };
	return c;
}

/* The study day after `date`, else the next date. */
static int next_study(const struct move_view *v, int date)
{
	for (int i = 1; i < DATES_AHEAD; i++)
		if (calendar_is_study(&v->before, date + i))
			return date + i;
	return date + 1;
}

static bool can_swap(const struct move_view *v, const struct plan *p, int day)
{
	return day != v->day && v->before.day[day].n &&
	       calendar_progress(&p->day[day]) != CALENDAR_DONE;
}

/* From `from` on in this direction, round the end; -1: there is none. */
static int next_swap(const struct move_view *v, const struct plan *p, int from, int step)
{
	for (int i = 1; i <= p->nday; i++) {
		int day = ((from + i * step) % p->nday + p->nday) % p->nday;
		if (can_swap(v, p, day))
			return day;
	}
	return -1;
}

/* Is there another day to do in place of it? */
static bool has_alternative(const struct move_view *v, const struct plan *p)
{
	for (int i = 0; i < p->nday; i++)
		if (calendar_alternatives(p, i, v->day) && v->before.day[i].n)
			return true;
	return false;
}

static void add_of_day(struct move_view *v, const struct study *s)
{
	const struct calendar_day *at = &v->before.day[v->day];
	bool chooses = has_alternative(v, &s->plan);
	if (at->deferred || at->n == 0) {
		add(v, MOVE_RESUME, 0);
		if (chooses)
			add(v, MOVE_CHOOSE, 0);
		return;
	}
	add(v, MOVE_SHIFT, 1);
	add(v, MOVE_EXTEND, 1);
	int after = at->to > s->today ? at->to : s->today;
	add(v, MOVE_SPLIT, 0)->date = next_study(v, after);
	int other = next_swap(v, &s->plan, v->day, 1);
	if (other >= 0)
		add(v, MOVE_SWAP, 0)->other = other;
	add(v, MOVE_DEFER, 0);
	if (chooses)
		add(v, MOVE_CHOOSE, 0);
}

static void add_offer(struct move_view *v, struct str title, struct rhythm r)
{
	if (v->noffer < MOST_OFFERS)
		v->offer[v->noffer++] = (struct offer){ title, r };
}

static void list_offers(struct move_view *v)
{
	static const struct rhythm weekdays = { { 60, 60, 60, 60, 60, 0, 0 } },
				   every = { { 60, 60, 60, 60, 60, 60, 60 } }, none = { { 0 } };
	v->noffer = 0;
	for (int i = 0; i < v->nworded; i++)
		add_offer(v, v->worded[i].title, v->worded[i].rhythm);
	add_offer(v, STR("an hour on weekdays"), weekdays);
	add_offer(v, STR("an hour every day"), every);
	if (rhythm_set(v->before.rhythm))
		add_offer(v, STR("none, every day counts"), none);
}

bool move_rhythms(struct move_view *v, const struct study *s, struct err *e)
{
	struct decoded text;
	if (s->plan_path.n == 0)
		return true;
	if (!study_text(s, s->plan_path, &text, &v->guide, e))
		return false;
	struct guide g = guide_parse(text.text, s->plan_path, &s->plan, &v->guide);
	for (int i = 0; i < g.nrhythm && v->nworded < MOST_WORDED; i++) {
		struct offer *o = &v->worded[v->nworded++];
		o->title = g.rhythm[i].title;
		memcpy(o->rhythm.minutes, g.rhythm[i].minutes, sizeof o->rhythm.minutes);
	}
	return true;
}

void move_choices(struct move_view *v, const struct study *s)
{
	v->list.n = 0;
	v->day = -1;
	for (int i = 0; v->id && i < s->plan.nday; i++)
		if (s->plan.day[i].id == v->id)
			v->day = i;
	list_offers(v);
	if (v->day >= 0 && calendar_progress(&s->plan.day[v->day]) != CALENDAR_DONE)
		add_of_day(v, s);
	v->date = v->date > s->today ? v->date : s->today;
	add(v, calendar_is_study(&v->before, v->date) ? MOVE_OFF : MOVE_ON, 1);
	add(v, MOVE_START, 0)->date = v->before.start != DAY_NONE ? v->before.start : s->today;
	add(v, MOVE_RHYTHM, 0);
	list_resize(&v->list, v->list.n, v->list.page);
}

struct move move_chosen(const struct move_view *v, const struct study *s)
{
	const struct move_choice *c = &v->choice[v->list.cursor];
	struct move m = { .kind = c->kind, .day = v->id, .n = c->n, .date = c->date };
	switch (c->kind) {
	case MOVE_SWAP: m.other = s->plan.day[c->other].id; break;
	case MOVE_OFF:
	case MOVE_ON:
		m.date = v->date;
		m.date_to = v->date + c->n - 1;
		break;
	case MOVE_RHYTHM: m.rhythm = v->offer[c->n].rhythm; break;
	default: break;
	}
	return m;
}

/* ---- other values */

static int clamp(int n, int low, int high)
{
	return n < low ? low : n > high ? high : n;
}

/* A shift or stretch by nothing is none: past 0 it goes on with the other direction. */
static int past_zero(int n, int by)
{
	int to = n + by;
	if (to == 0 || (to < 0) != (n < 0))
		to += by < 0 ? -(to == 0) : to == 0;
	return clamp(to, -MOST_N, MOST_N);
}

bool move_step(struct move_view *v, const struct study *s, int by)
{
	struct move_choice *c = &v->choice[v->list.cursor];
	v->typing = false;
	switch (c->kind) {
	case MOVE_SHIFT:
	case MOVE_EXTEND: c->n = past_zero(c->n, by); return true;
	case MOVE_OFF:
	case MOVE_ON: c->n = clamp(c->n + by, 1, MOST_N); return true;
	case MOVE_SPLIT:
	case MOVE_START: c->date += by; return true;
	case MOVE_SWAP: c->other = next_swap(v, &s->plan, c->other, by < 0 ? -1 : 1); return true;
	case MOVE_RHYTHM: c->n = ((c->n + by) % v->noffer + v->noffer) % v->noffer; return true;
	default: return false;
	}
}

void move_digit(struct move_view *v, int digit)
{
	struct move_choice *c = &v->choice[v->list.cursor];
	int sign = c->n < 0 ? -1 : 1;
	int n = (v->typing ? c->n * sign * 10 : 0) + digit;
	v->typing = true;
	c->n = sign * clamp(n, 0, MOST_N);
}

void move_erase(struct move_view *v)
{
	v->choice[v->list.cursor].n /= 10;
	v->typing = true;
}

static bool set_number(struct move_choice *c, struct str text, struct err *e)
{
	struct str rest = text;
	int n;
	bool minus = str_starts(rest, STR("-"));
	if (minus || str_starts(rest, STR("+")))
		rest = str_slice(rest, 1, rest.n);
	if (!str_number(&rest, &n) || rest.n || n > MOST_N)
		return err_set(
			e, ERR_INVALID, "\"%.*s\" is no number up to %d", STR_ARG(text), MOST_N);
	c->n = minus ? -n : n;
	return true;
}

bool move_set(struct move_view *v, struct str text, struct err *e)
{
	struct move_choice *c = &v->choice[v->list.cursor];
	struct rhythm r;
	text = str_trim(text);
	switch (c->kind) {
	case MOVE_SPLIT:
	case MOVE_START:
		return (text.n == 10 && day_parse(text, &c->date)) ||
		       err_set(e, ERR_INVALID, "\"%.*s\" is no date: write it as 2025-11-12",
			       STR_ARG(text));
	case MOVE_RHYTHM:
		if (!rhythm_parse(text, &r, e))
			return false;
		v->noffer -= v->noffer == MOST_OFFERS;
		add_offer(v, STR("as typed"), r);
		c->n = v->noffer - 1;
		return true;
	default: return set_number(c, text, e);
	}
}

void move_ask(const struct move_view *v, struct app *app, int action)
{
	const struct move_choice *c = &v->choice[v->list.cursor];
	struct buf now = { 0 };
	char iso[16];
	switch (c->kind) {
	case MOVE_SPLIT:
	case MOVE_START: app_prompt(app, "Date: ", str_of(day_iso(c->date, iso)), action); break;
	case MOVE_RHYTHM:
		rhythm_format(v->offer[c->n].rhythm, &now);
		app_prompt(app, "Minutes of the weekdays: ", buf_str(&now), action);
		break;
	default: buf_addf(&now, "%d", c->n); app_prompt(app, "Days: ", buf_str(&now), action);
	}
	buf_release(&now);
}

/* ---- in words */

void move_day_name(const struct plan *p, int day, bool brief, struct buf *out)
{
	struct arena a = { 0 };
	const struct plan_day *d = &p->day[day];
	if (p->week[d->week].number)
		buf_addf(out, brief ? "W%d " : "Week %d ", p->week[d->week].number);
	buf_addf(out, brief ? "D%d" : "Day %d", d->from);
	if (d->to > d->from)
		buf_addf(out, "-%d", d->to);
	buf_addc(out, ' ');
	buf_add(out, md_shown(d->title, &a));
	arena_release(&a);
}

void move_words_said(const struct study *s, const struct move *m, struct buf *out)
{
	size_t at = out->n;
	planner_words(s, m, out);
	if (out->n > at && out->p[at] >= 'a' && out->p[at] <= 'z')
		out->p[at] = (char)(out->p[at] - 'a' + 'A');
}

static void say_days(struct buf *out, int n, const char *less, const char *more)
{
	int many = n < 0 ? -n : n;
	buf_addf(out, "%d study day%s %s", many, many == 1 ? "" : "s", n < 0 ? less : more);
}

static void say_rhythm(const struct move_view *v, const struct move_choice *c, struct buf *out)
{
	buf_add(out, v->offer[c->n].title);
	if (!rhythm_set(v->offer[c->n].rhythm))
		return;
	buf_add(out, STR(": "));
	rhythm_format(v->offer[c->n].rhythm, out);
}

static const struct str names[] = {
	[MOVE_START] = STR_INIT("Start"),
	[MOVE_RHYTHM] = STR_INIT("Rhythm"),
	[MOVE_SHIFT] = STR_INIT("Shift"),
	[MOVE_EXTEND] = STR_INIT("Stretch"),
	[MOVE_SPLIT] = STR_INIT("Split"),
	[MOVE_SWAP] = STR_INIT("Swap"),
	[MOVE_DEFER] = STR_INIT("Defer"),
	[MOVE_RESUME] = STR_INIT("Resume"),
	[MOVE_CHOOSE] = STR_INIT("Choose"),
	[MOVE_OFF] = STR_INIT("Days off"),
	[MOVE_ON] = STR_INIT("Study"),
};

void move_say(const struct move_view *v, const struct study *s, int choice, struct str *name,
	struct buf *out)
{
	const struct move_choice *c = &v->choice[choice];
	char dates[48];
	*name = names[c->kind];
	switch (c->kind) {
	case MOVE_SHIFT: say_days(out, c->n, "earlier", "later"); break;
	case MOVE_EXTEND: say_days(out, c->n, "less", "more"); break;
	case MOVE_SPLIT:
		buf_addf(out, "the rest on %s", views_dates(c->date, c->date, s->today, dates));
		break;
	case MOVE_SWAP:
		buf_add(out, STR("with "));
		move_day_name(&s->plan, c->other, true, out);
		break;
	case MOVE_DEFER: buf_add(out, STR("out of the calendar for now")); break;
	case MOVE_RESUME: buf_add(out, STR("back into the calendar, next")); break;
	case MOVE_CHOOSE: buf_add(out, STR("this day of its alternatives")); break;
	case MOVE_OFF:
		buf_addf(out, "%s", views_dates(v->date, v->date + c->n - 1, s->today, dates));
		break;
	case MOVE_ON:
		buf_addf(out, "on %s after all",
			views_dates(v->date, v->date + c->n - 1, s->today, dates));
		break;
	case MOVE_START:
		buf_addf(out, "the plan on %s", views_dates(c->date, c->date, s->today, dates));
		break;
	case MOVE_RHYTHM: say_rhythm(v, c, out); break;
	}
}
