/* round.c - rounds of questions in the log. */
#include "hone/round.h"

#include <stdio.h>
#include <stdlib.h>

#include "study_priv.h"

enum { ID_DIGITS = 16 };

/* What a word of a ROUND stands for. */
static const struct {
	char letter;
	enum asked_kind kind;
	bool review;
	enum level level;
} letters[] = {
	{ 'c', ASKED_CARD, false, LEVEL_NONE },
	{ 'r', ASKED_CARD, true, LEVEL_NONE },
	{ 't', ASKED_TOPIC, false, LEVEL_NONE },
	{ 's', ASKED_TOPIC, true, LEVEL_NONE },
	{ 'k', ASKED_TOPIC, false, LEVEL_KNOW },
	{ 'u', ASKED_TOPIC, false, LEVEL_UNSURE },
	{ 'd', ASKED_TOPIC, false, LEVEL_DUNNO },
	{ 'p', ASKED_TASK, false, LEVEL_NONE },
	{ 'q', ASKED_TASK, true, LEVEL_NONE },
	{ 'h', ASKED_SECTION, false, LEVEL_NONE },
	{ 'i', ASKED_SECTION, true, LEVEL_NONE },
};

/* ---- the text of the event */

static char letter_of(const struct asked *q)
{
	for (size_t i = 0; i < LENGTH(letters); i++)
		if (letters[i].kind == q->kind && letters[i].review == q->review &&
			letters[i].level == q->level)
			return letters[i].letter;
	bug("a question without a letter");
}

static void format(struct buf *out, const struct round_plan *p)
{
	char id[17];
	struct str name = p->name, line;
	if (str_line(&name, &line))
		buf_add(out, line);
	buf_addc(out, '\n');
	if (p->minutes)
		buf_addf(out, "m%d ", p->minutes);
	for (int i = 0; i < p->n; i++)
		buf_addf(out, "%s%c%s", i ? " " : "", letter_of(&p->asked[i]),
			study_id((uint64_t)p->asked[i].id, id));
}

static bool read_id(struct str digits, int64_t *id)
{
	uint64_t v = 0;
	if (digits.n != ID_DIGITS)
		return false;
	for (size_t i = 0; i < digits.n; i++) {
		char c = digits.p[i];
		int d = c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
		if (d < 0)
			return false;
		v = v << 4 | (uint64_t)d;
	}
	*id = (int64_t)v;
	return true;
}

static void read_word(struct round *r, struct str word, size_t *cap, struct arena *a)
{
	struct asked q = { .percent = -1 };
	struct str rest = str_slice(word, 1, word.n);
	int minutes;
	if (*word.p == 'm' && str_number(&rest, &minutes) && rest.n == 0)
		r->minutes = minutes;
	for (size_t i = 0; i < LENGTH(letters); i++) {
		if (letters[i].letter != *word.p || !read_id(rest, &q.id) || r->n == ROUND_MOST)
			continue;
		q.kind = letters[i].kind;
		q.review = letters[i].review;
		q.level = q.before = letters[i].level;
		r->asked = arena_room(a, r->asked, (size_t)r->n, cap, sizeof q);
		r->asked[r->n++] = q;
		return;
	}
}

static struct round read_round(const struct event *ev, struct arena *a)
{
	struct round r = {
		.id = ev->id, .kind = (enum round_kind)ev->value, .day = ev->day, .last = ev->day
	};
	struct str rest = ev->text, word;
	size_t cap = 0;
	if (str_line(&rest, &r.name))
		while ((word = str_word(&rest)).n)
			read_word(&r, word, &cap, a);
	return r;
}

/* ---- reading */

struct reading {
	struct round *round;
	int n;
};

static struct round *find(struct reading *x, struct event_id id)
{
	int low = 0, high = x->n;
	while (low < high) {
		int middle = low + (high - low) / 2;
		if (event_id_cmp(x->round[middle].id, id) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low < x->n && event_id_cmp(x->round[low].id, id) == 0 ? &x->round[low] : NULL;
}

static void take_score(struct round *r, struct asked *q, const struct event *ev)
{
	r->nanswered += q->percent < 0;
	q->percent = (int)ev->value;
	q->took_ms = ev->took_ms;
}

static void take_level(struct round *r, struct asked *q, const struct event *ev)
{
	r->nanswered += !q->rated;
	q->rated = true;
	q->level = (enum level)ev->value;
}

/* Time is over whether the answer was taken back or not. */
static void take_spoken(struct reading *x, const struct event *ev, bool voided)
{
	struct round *r = find(x, ev->ref);
	if (!r || ev->value < 0 || ev->value >= r->n)
		return;
	struct asked *q = &r->asked[ev->value];
	bool ends = !voided && str_eq(ev->text, STR(SPOKEN_ANSWERED));
	q->spent_ms += ev->took_ms;
	r->spent_ms += ev->took_ms;
	r->nspoken += ends && !q->spoken;
	q->spoken = q->spoken || ends;
	r->last = ev->day;
}

static bool take(void *ctx, const struct event *ev, bool voided)
{
	struct reading *x = ctx;
	if (ev->kind == EVENT_SPOKEN)
		take_spoken(x, ev, voided);
	bool score = ev->kind == EVENT_SCORE && ev->value >= 0 && ev->value <= 100;
	bool level = ev->kind == EVENT_LEVEL && ev->value > LEVEL_NONE && ev->value <= LEVEL_DUNNO;
	struct round *r = !voided && (score || level) ? find(x, ev->ref) : NULL;
	if (!r || level != (r->kind == ROUND_TOPICS))
		return true; /* ratings that a check led to are none of its answers */
	r->last = ev->day;
	for (int i = 0; i < r->n; i++)
		if (r->asked[i].id == ev->subject)
			(level ? take_level : take_score)(r, &r->asked[i], ev);
	return true;
}

static bool take_all(const struct study *s, struct round *r, int n, struct err *e)
{
	struct reading x = { r, n };
	return n == 0 || store_events(s->store, r->id, take, &x, e);
}

bool round_list(const struct study *s, unsigned kinds, struct round **out, int *n, struct arena *a,
	struct err *e)
{
	struct event *ev;
	size_t nev;
	if (!store_deeds(s->store, SUBJECT_ROUND, &ev, &nev, a, e))
		return false;
	struct round *r = arena_alloc(a, nev + 1, sizeof *r);
	int found = 0;
	for (size_t i = 0; i < nev; i++)
		if (ev[i].kind == EVENT_ROUND && ev[i].value > 0 && ev[i].value < 32 &&
			kinds >> ev[i].value & 1u)
			r[found++] = read_round(&ev[i], a);
	if (!take_all(s, r, found, e))
		return false;
	*out = r;
	*n = found;
	return true;
}

static bool read_deeds(
	const struct study *s, struct event **ev, size_t *n, struct arena *a, struct err *e)
{
	return store_deeds(s->store, SUBJECT_ROUND, ev, n, a, e);
}

bool round_load(const struct study *s, struct event_id id, struct round *out, struct arena *a,
	struct err *e)
{
	struct event *ev;
	size_t n;
	if (!read_deeds(s, &ev, &n, a, e))
		return false;
	for (size_t i = 0; i < n; i++) {
		if (ev[i].kind != EVENT_ROUND || event_id_cmp(ev[i].id, id) != 0)
			continue;
		*out = read_round(&ev[i], a);
		return take_all(s, out, 1, e);
	}
	return err_set(e, ERR_MISSING, "this round of questions was taken back");
}

bool round_open(const struct study *s, enum round_kind kind, struct round *out, bool *found,
	struct arena *a, struct err *e)
{
	struct event *ev;
	size_t n;
	*found = false;
	if (!read_deeds(s, &ev, &n, a, e))
		return false;
	while (n > 0 && (ev[n - 1].kind != EVENT_ROUND || ev[n - 1].value != kind))
		n--;
	if (n == 0)
		return true;
	struct round r = read_round(&ev[n - 1], a);
	if (!take_all(s, &r, 1, e))
		return false;
	bool today = r.day == s->today;
	bool begun = r.nanswered > 0 || r.spent_ms > 0;
	*found = r.nanswered < r.n && (today || (kind != ROUND_CHECK && begun));
	if (*found)
		*out = r;
	return true;
}

/* ---- verbs */

bool round_begin(struct study *s, const struct round_plan *p, struct event_id *id, struct err *e)
{
	struct buf text = { 0 };
	if (p->n <= 0)
		return err_set(e, ERR_INVALID, "there is nothing to ask");
	if (p->n > ROUND_MOST)
		return err_set(e, ERR_INVALID,
			"%d questions are too many for one round; choose some areas, %d at most",
			p->n, ROUND_MOST);
	format(&text, p);
	bool ok = study_round(s, p->kind, buf_str(&text), id, e);
	buf_release(&text);
	return ok;
}

bool round_answer(
	struct study *s, const struct round *r, int i, int percent, int64_t took_ms, struct err *e)
{
	const struct asked *q = &r->asked[i];
	struct scoring what = { .subject = q->id,
		.percent = percent,
		.took_ms = took_ms,
		.round = r->id,
		.grades = r->kind == ROUND_CHECK && q->kind == ASKED_CARD };
	return study_score(s, &what, e);
}

bool round_speak(struct study *s, const struct round *r, int i, bool answered, int64_t took_ms,
	struct err *e)
{
	return study_spoken(s, r->id, i, answered, took_ms, e);
}

bool round_undo(
	struct study *s, const struct round *r, bool *undone, struct buf *what, struct err *e)
{
	struct arena a = { 0 };
	struct event ev;
	bool found, ok = store_undoable(s->store, &ev, &found, &a, e);
	*undone = ok && found && ev.kind == (r->kind == ROUND_TOPICS ? EVENT_LEVEL : EVENT_SCORE) &&
		  event_id_cmp(ev.ref, r->id) == 0;
	if (*undone)
		ok = study_undo(s, what, e);
	arena_release(&a);
	return ok;
}
