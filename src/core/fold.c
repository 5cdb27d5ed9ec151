/* fold.c - one event after the other applied to the state of a card or a topic. */
#include "hone/fold.h"

/* Days beyond these are no dates of ours; inside them no sum of days passes an int. */
enum { DAY_LEAST = -5000000, DAY_MOST = 5000000 };
enum { EASE_LEAST = 130, EASE_MOST = 10000, INTERVAL_MOST = 36500, REPS_MOST = 1000000 };

static bool day_sane(int day)
{
	return day >= DAY_LEAST && day <= DAY_MOST;
}

static bool within(int value, int least, int most)
{
	return value >= least && value <= most;
}

/* "reps ease interval due last", each after the first with one space before it. */
static bool read_numbers(struct str text, int *number, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (i > 0) {
			if (!str_starts(text, STR(" ")))
				return false;
			text = str_slice(text, 1, text.n);
		}
		bool negative = str_starts(text, STR("-"));
		if (negative)
			text = str_slice(text, 1, text.n);
		if (!str_number(&text, &number[i]))
			return false;
		if (negative)
			number[i] = -number[i];
	}
	return text.n == 0;
}

static struct card_state apply_state(struct card_state s, struct str text)
{
	int v[5];
	if (!read_numbers(text, v, LENGTH(v)))
		return s;
	bool sound = within(v[0], 0, REPS_MOST) && within(v[1], EASE_LEAST, EASE_MOST) &&
		     within(v[2], 1, INTERVAL_MOST) && day_sane(v[3]) && day_sane(v[4]) &&
		     v[3] >= v[4];
	if (!sound)
		return s;
	s.memory = (struct memory){
		.reps = v[0],
		.ease = v[1],
		.interval = v[2],
		.due = v[3],
		.last = v[4],
		.lapses = s.memory.lapses,
		.drill = DAY_NONE,
	};
	if (s.first == DAY_NONE)
		s.first = v[4];
	s.drill_at = (struct event_id){ 0 };
	s.seen = true;
	return s;
}

static struct card_state apply_grade(
	const struct sm2_options *o, struct card_state s, const struct event *e, int64_t grade)
{
	if (grade < 0 || grade > 5 || !day_sane(e->day))
		return s;
	enum answer_kind kind = sm2_kind(s.memory, e->day);
	s.memory = sm2_answer(o, s.memory, (int)grade, e->day, NULL);
	s.seen = true;
	if (kind == ANSWER_EARLY)
		return s;
	if (s.first == DAY_NONE)
		s.first = e->day;
	s.drill_at = s.memory.drill == DAY_NONE ? (struct event_id){ 0 } : e->id;
	return s;
}

static struct card_state apply_score(
	const struct sm2_options *o, struct card_state s, const struct event *e)
{
	if (!str_eq(e->text, STR(SCORE_GRADES)) || e->value < 0 || e->value > 100)
		return s;
	return apply_grade(o, s, e, sm2_grade_of_percent((int)e->value));
}

static size_t find_event(const struct event *event, size_t n, struct event_id id)
{
	size_t low = 0, high = n;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (event_id_cmp(event[middle].id, id) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low < n && event_id_cmp(event[low].id, id) == 0 ? low : n;
}

struct card_state fold_card_new(void)
{
	return (struct card_state){ .memory = sm2_new(), .first = DAY_NONE, .buried = DAY_NONE };
}

struct card_state fold_card(const struct sm2_options *o, struct card_state s, const struct event *e)
{
	switch (e->kind) {
	case EVENT_GRADE: return apply_grade(o, s, e, e->value);
	case EVENT_SCORE: return apply_score(o, s, e);
	case EVENT_STATE: return apply_state(s, e->text);
	case EVENT_HIDE:
		s.hidden = e->value != 0;
		s.seen = true;
		return s;
	case EVENT_FLAG:
		s.flagged = e->value != 0;
		s.seen = true;
		return s;
	case EVENT_BURY:
		if (e->value == (int)e->value && day_sane((int)e->value))
			s.buried = (int)e->value;
		s.seen = true;
		return s;
	default: return s;
	}
}

struct topic_state fold_topic_new(void)
{
	return (struct topic_state){ .since = DAY_NONE };
}

struct topic_state fold_topic(struct topic_state s, const struct event *e)
{
	if (e->kind != EVENT_LEVEL || e->value < LEVEL_NONE || e->value > LEVEL_DUNNO ||
		!day_sane(e->day))
		return s;
	return (struct topic_state){ .level = (enum level)e->value, .since = e->day };
}

void fold_voids(const struct event *event, size_t n, bool *voided)
{
	for (size_t i = 0; i < n; i++)
		voided[i] = false;
	/* Newest first: whether a VOID counts is known before what it refers to is looked at. */
	for (size_t i = n; i-- > 0;) {
		if (event[i].kind != EVENT_VOID || voided[i])
			continue;
		size_t at = find_event(event, i, event[i].ref);
		if (at < i)
			voided[at] = true;
	}
}
