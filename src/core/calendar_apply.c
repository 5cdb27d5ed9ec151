/* calendar_apply.c - what each move of the user wants of the days and dates. */
#include <string.h>

#include "calendar_priv.h"

const struct plan_day *calendar_find(const struct plan *plan, uint64_t id, int *index)
{
	for (int i = 0; i < plan->nday; i++)
		if (plan->day[i].id == id) {
			*index = i;
			return &plan->day[i];
		}
	return NULL;
}

static void add_span(struct board *b, struct calendar_span span)
{
	b->span =
		arena_room(b->arena, b->span, (size_t)b->cal.nspan, &b->span_cap, sizeof *b->span);
	b->span[b->cal.nspan++] = span;
}

/* Later words on a date overrule earlier ones: what they cover is cut out of the list first. */
static void apply_span(struct board *b, struct calendar_span new)
{
	int n = b->cal.nspan, left = 0, right;
	while (left < n && b->span[left].to < new.from)
		left++;
	for (right = left; right < n && b->span[right].from <= new.to;)
		right++;
	struct calendar_span part[3];
	int nput = 0;
	if (right > left && b->span[left].from < new.from) {
		part[nput] = b->span[left];
		part[nput++].to = new.from - 1;
	}
	part[nput++] = new;
	if (right > left && b->span[right - 1].to > new.to) {
		part[nput] = b->span[right - 1];
		part[nput++].from = new.to + 1;
	}
	for (int grow = nput - (right - left); grow > 0; grow--)
		add_span(b, (struct calendar_span){ 0 });
	memmove(b->span + left + nput, b->span + right, (size_t)(n - right) * sizeof *b->span);
	memcpy(b->span + left, part, (size_t)nput * sizeof *part);
	b->cal.nspan = n - (right - left) + nput;
	b->cal.span = b->span;
}

/*
 * Where the plan has another date for the day than it had then, the plan is followed. It pushed the dated days
 * after it, though, and goes on doing so once it is done and the plan says when.
 */
static void apply_shift(struct slot *s, const struct plan_day *d, const struct move *m)
{
	if (d->date != m->pin) {
		if (calendar_progress(d) == CALENDAR_DONE && m->pin != DAY_NONE) {
			s->push = m->date;
			s->was = m->pin;
		}
		return;
	}
	if (s->pin != DAY_NONE) {
		if (s->was == DAY_NONE)
			s->was = s->pin;
		s->pin = m->date;
		return;
	}
	s->lap = m->lap;
	s->floor = m->lap ? DAY_NONE : m->date;
}

static void apply_split(struct board *b, struct slot *s, const struct move *m)
{
	int at = 0;
	int *rest = arena_alloc(b->arena, (size_t)s->nrest + 1, sizeof *rest);
	if (s->nrest == 0)
		s->begun = m->date_to;
	while (at < s->nrest && s->rest[at] < m->date)
		at++;
	if (at < s->nrest && s->rest[at] == m->date)
		return;
	for (int i = 0; i <= s->nrest; i++)
		rest[i] = i < at ? s->rest[i] : i > at ? s->rest[i - 1] : m->date;
	s->rest = rest;
	s->nrest++;
}

/* A day that leaves its place leaves what was said of that place. */
static void leave(struct slot *s)
{
	s->floor = s->hold = DAY_NONE;
	s->lap = s->nrest = 0;
}

static void apply_swap(struct board *b, int x, int y, const struct move *m)
{
	struct slot *s = &b->slot[x], *t = &b->slot[y];
	int place = b->at[x];
	leave(s);
	leave(t);
	b->at[x] = b->at[y];
	b->at[y] = place;
	b->order[b->at[x]] = x;
	b->order[b->at[y]] = y;
	if (b->plan->day[x].date != m->pin || b->plan->day[y].date != m->other_pin)
		return;
	int pin = s->pin;
	s->pin = t->pin;
	t->pin = pin;
	s->was = t->was = DAY_NONE;
	s->swapped = t->swapped = true;
}

static void apply_resume(struct board *b, int day, const struct move *m)
{
	struct slot *s = &b->slot[day];
	s->out = s->passed = false;
	s->back = true;
	leave(s);
	if (b->plan->day[day].date != m->pin)
		return;
	s->pin = s->was = DAY_NONE;
	for (int i = b->at[day]; i > 0; i--) {
		b->order[i] = b->order[i - 1];
		b->at[b->order[i]] = i;
	}
	b->order[0] = day;
	b->at[day] = 0;
}

static void apply_choose(struct board *b, int day)
{
	for (int i = 0; i < b->plan->nday; i++)
		if (calendar_alternatives(b->plan, i, day))
			b->slot[i].passed = true;
	b->slot[day].passed = false;
}

static void apply_day(struct board *b, const struct move *m)
{
	int day, other;
	const struct plan_day *d = calendar_find(b->plan, m->day, &day);
	if (!d)
		return;
	struct slot *s = &b->slot[day];
	switch (m->kind) {
	case MOVE_SHIFT: apply_shift(s, d, m); break;
	case MOVE_EXTEND:
		if (m->date == DAY_NONE || s->pin != DAY_NONE)
			s->more += m->n;
		else
			s->hold = m->date;
		break;
	case MOVE_SPLIT: apply_split(b, s, m); break;
	case MOVE_SWAP:
		if (calendar_find(b->plan, m->other, &other) && other != day)
			apply_swap(b, day, other, m);
		break;
	case MOVE_DEFER:
		leave(s);
		s->out = true;
		s->back = false;
		break;
	case MOVE_RESUME: apply_resume(b, day, m); break;
	case MOVE_CHOOSE: apply_choose(b, day); break;
	default: break;
	}
}

void board_apply(struct board *b, const struct move *m)
{
	switch (m->kind) {
	case MOVE_START: b->cal.start = m->date; break;
	case MOVE_RHYTHM: b->cal.rhythm = m->rhythm; break;
	case MOVE_OFF:
	case MOVE_ON:
		apply_span(b, (struct calendar_span){ m->date, m->date_to, m->kind == MOVE_OFF });
		break;
	default: apply_day(b, m); break;
	}
}
