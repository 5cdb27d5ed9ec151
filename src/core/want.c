/* want.c - new cards that are due on a day. */
#include "hone/want.h"

#include "study_priv.h"

enum { ID_DIGITS = 16 };

struct wanting {
	const struct study *s;
	struct want *want;
	int n;
	size_t cap;
	struct arena *a;
};

static bool read_id(struct str word, int64_t *id)
{
	uint64_t v = 0;
	if (word.n != ID_DIGITS)
		return false;
	for (size_t i = 0; i < word.n; i++) {
		char c = word.p[i];
		int d = c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
		if (d < 0)
			return false;
		v = v << 4 | (uint64_t)d;
	}
	*id = (int64_t)v;
	return true;
}

/* Is it still new, and can it be asked? */
static bool waits(const struct study *s, int64_t card, bool *is, struct err *e)
{
	struct card_state state;
	int64_t file;
	if (!store_card_state(s->store, card, &state, e) ||
		!catalog_card_file(s->store, card, &file, e))
		return false;
	*is = file != 0 && state.memory.due == DAY_NONE && !state.hidden && state.buried < s->today;
	return true;
}

/* What is wished for again has the later day. */
static void keep(struct wanting *w, struct want now)
{
	int at = w->n;
	for (int i = 0; i < w->n; i++)
		if (w->want[i].card == now.card) {
			for (w->n--; i < w->n; i++)
				w->want[i] = w->want[i + 1];
			at = w->n;
		}
	w->want = arena_room(w->a, w->want, (size_t)w->n, &w->cap, sizeof now);
	while (at > 0 && w->want[at - 1].day > now.day) {
		w->want[at] = w->want[at - 1];
		at--;
	}
	w->want[at] = now;
	w->n++;
}

static bool take(struct wanting *w, const struct event *ev, struct err *e)
{
	struct str rest = ev->text, word;
	int today = w->s->today, day = ev->value < today ? today : (int)ev->value;
	while ((word = str_word(&rest)).n) {
		int64_t id, card;
		bool is;
		if (!read_id(word, &id))
			continue;
		if (!store_alias(w->s->store, id, &card, e) || !waits(w->s, card, &is, e))
			return false;
		if (is)
			keep(w, (struct want){ card, day });
	}
	return true;
}

bool want_list(const struct study *s, struct want **out, int *n, struct arena *a, struct err *e)
{
	struct wanting w = { .s = s, .a = a };
	struct load *kept = study_loads(s);
	struct event *ev = NULL;
	size_t nev = 0;
	if (kept->wishes != 0 && !store_deeds(s->store, SUBJECT_WANTS, &ev, &nev, a, e))
		return false;
	kept->wishes =
		(int)nev; /* an answer changes nothing about it, and most studies have none */
	for (size_t i = 0; i < nev; i++)
		if (ev[i].kind == EVENT_WANT && ev[i].value > s->today - WANT_DAYS &&
			ev[i].value < INT_MAX && !take(&w, &ev[i], e))
			return false;
	*out = w.want;
	*n = w.n;
	return true;
}

bool want_count(const struct study *s, int day, int *n, struct err *e)
{
	struct arena a = { 0 };
	struct want *w;
	int nw, found = 0;
	bool ok = want_list(s, &w, &nw, &a, e);
	for (int i = 0; ok && i < nw; i++)
		found += w[i].day == day;
	arena_release(&a);
	if (ok)
		*n = found;
	return ok;
}

bool want_day(const struct study *s, int64_t card, int *day, struct err *e)
{
	struct arena a = { 0 };
	struct want *w;
	int n, found = DAY_NONE;
	bool ok = want_list(s, &w, &n, &a, e);
	for (int i = 0; ok && i < n; i++)
		if (w[i].card == card)
			found = w[i].day;
	arena_release(&a);
	if (ok)
		*day = found;
	return ok;
}

bool want_cards(
	struct study *s, int day, const int64_t *card, int n, struct event_id *deed, struct err *e)
{
	struct buf text = { 0 };
	char id[17];
	if (n == 0)
		return true;
	for (int i = 0; i < n; i++)
		buf_addf(&text, "%s%s", i ? " " : "", study_id((uint64_t)card[i], id));
	struct event ev = { .kind = EVENT_WANT,
		.subject = SUBJECT_WANTS,
		.value = day,
		.ref = *deed,
		.text = buf_str(&text) };
	bool ok = study_writable(s, e) && study_refresh(s, e) && study_log(s, &ev, e);
	if (ok && event_id_none(*deed))
		*deed = ev.id;
	buf_release(&text);
	return ok;
}
