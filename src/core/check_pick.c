/* check_pick.c - the questions of a daily check. */
#include "check_day.h"

#include "hone/about.h"
#include "hone/files.h"
#include "hone/match.h"
#include "hone/md.h"
#include "hone/planner_days.h"
#include "hone/session.h"

enum {
	REVIEW_PERCENT = 30,
	MOST_FOUND = 500, /* cards of one kind that are looked at closer */
	MOST_DUE = 200,
	DAY_MS = 86400000,
};

/* What a card is tagged to ask for. */
enum type { TYPE_CONCEPT, TYPE_CODE, TYPE_APPLIED, TYPES, TYPE_NONE = TYPES };

static const struct {
	int percent;
	const char *tag[3];
} types[TYPES] = {
	[TYPE_CONCEPT] = { 40, { "conceptual", "concept" } },
	[TYPE_CODE] = { 40, { "implementation", "code" } },
	[TYPE_APPLIED] = { 20, { "applied", "scenario" } },
};

/* A card or topic that may be asked. */
struct option {
	int64_t id;
	enum asked_kind kind;
	enum type type;
	int64_t file; /* and line: cards of one text have both in common */
	int line;
};

struct options {
	struct option *option;
	size_t n, cap, next;
};

struct picking {
	const struct study *s;
	struct arena *a;
	int day;
	struct about about;        /* of the study */
	struct about_topic *topic; /* of the day */
	int ntopic;
	struct options begun, due, sheet, section, task;
	struct options *of; /* of each topic of the day */
	int64_t *answered;  /* today, in the order of the log */
	size_t nanswered, answered_cap;
	int quota[TYPES + 1];
	struct option *taken;
	size_t ntaken, taken_cap;
	struct err *e;
	bool failed;
};

/* ---- options */

static enum type type_of(struct str tags)
{
	struct str rest = tags, word;
	while ((word = str_word(&rest)).n)
		for (int t = 0; t < TYPES; t++)
			for (size_t i = 0; i < LENGTH(types[t].tag) && types[t].tag[i]; i++)
				if (str_caseeq(word, str_of(types[t].tag[i])))
					return (enum type)t;
	return TYPE_NONE;
}

static struct option option_of(const struct card *c)
{
	return (struct option){
		.id = c->id, .type = type_of(c->tags), .file = c->file, .line = c->line
	};
}

static bool can_be_asked(const struct card *c, int today)
{
	int buried = c->state.buried;
	return c->present && !c->state.hidden && (buried == DAY_NONE || buried < today);
}

static void add(struct picking *p, struct options *list, struct option o, size_t most)
{
	for (size_t i = 0; i < list->n; i++)
		if (list->option[i].id == o.id)
			return;
	if (list->n >= most)
		return;
	list->option = arena_room(p->a, list->option, list->n, &list->cap, sizeof o);
	list->option[list->n++] = o;
}

/* ---- what was answered today */

static bool answered_today(void *ctx, const struct event *ev, bool voided)
{
	struct picking *p = ctx;
	bool answer = ev->kind == EVENT_GRADE ||
		      (ev->kind == EVENT_SCORE && str_eq(ev->text, STR(SCORE_GRADES)));
	if (voided || !answer || ev->day != p->s->today || p->nanswered == MOST_FOUND)
		return true;
	p->answered =
		arena_room(p->a, p->answered, p->nanswered, &p->answered_cap, sizeof *p->answered);
	p->answered[p->nanswered++] = ev->subject;
	return true;
}

/* A card, or none that can be asked; false only when the store fails. */
static bool read_card(struct picking *p, int64_t id, struct card *c, bool *usable, struct err *e)
{
	struct err why = { 0 };
	int64_t now;
	if (!store_alias(p->s->store, id, &now, e))
		return false;
	*usable = catalog_card(p->s->store, now, c, p->a, &why);
	if (!*usable && why.kind != ERR_MISSING)
		return err_set(e, why.kind, "%s", why.text);
	*usable = *usable && can_be_asked(c, p->s->today);
	return true;
}

static bool find_begun(struct picking *p, struct err *e)
{
	struct event_id floor = event_id_floor(((int64_t)p->s->today - 1) * DAY_MS);
	if (!store_events(p->s->store, floor, answered_today, p, e))
		return false;
	for (size_t i = 0; i < p->nanswered; i++) {
		struct card c;
		bool usable;
		if (!read_card(p, p->answered[i], &c, &usable, e))
			return false;
		if (usable && c.state.first == p->s->today)
			add(p, &p->begun, option_of(&c), MOST_FOUND);
	}
	return true;
}

/* ---- what the day of the plan is about */

static bool is_of_day(const struct picking *p, const struct card *c)
{
	return p->day >= 0 && day_has_name(&p->s->plan, p->day, path_base(c->deck));
}

/* A task below one that is done is part of it. */
static void add_tasks(struct picking *p)
{
	const struct plan *plan = &p->s->plan;
	const struct plan_day *d = &plan->day[p->day];
	for (int i = d->first; i < d->first + d->nitem; i++) {
		const struct plan_item *item = &plan->item[i];
		bool part = item->parent >= 0 && plan->item[item->parent].done;
		if (!part && check_is_studied(plan, item))
			add(p, &p->task,
				(struct option){ .id = (int64_t)item->id,
					.kind = ASKED_TASK,
					.type = TYPE_NONE },
				MOST_FOUND);
	}
}

static bool add_sections(struct picking *p, struct err *e)
{
	struct study_section *sec;
	int n;
	if (!check_day_sections(p->s, p->day, &sec, &n, p->a, e))
		return false;
	for (int i = 0; i < n; i++)
		add(p, &p->section,
			(struct option){
				.id = sec[i].id, .kind = ASKED_SECTION, .type = TYPE_NONE },
			MOST_FOUND);
	return true;
}

/* What the user said of the card and the topic goes over the words. */
static bool is_about(const struct picking *p, const struct card *c, const struct about_topic *t)
{
	const struct join *said =
		t->topic < 0 ? NULL : about_said(&p->about, JOIN_CARD_TOPIC, c->id, t->topic);
	if (said)
		return said->yes;
	return (c->topic.n && names_alike(t->name, c->topic)) || text_mentions(c->front, t->name);
}

static bool look_at(void *ctx, const struct card *c)
{
	struct picking *p = ctx;
	if (!can_be_asked(c, p->s->today))
		return true;
	for (int i = 0; i < p->ntopic; i++)
		if (is_about(p, c, &p->topic[i]))
			add(p, &p->of[i], option_of(c), MOST_FOUND);
	if (is_of_day(p, c))
		add(p, &p->sheet, option_of(c), MOST_FOUND);
	return true;
}

static bool look_at_found(void *ctx, const struct card *c, struct str excerpt)
{
	(void)excerpt;
	return look_at(ctx, c);
}

/* Of many cards those that the index of words finds: to look at all of them takes seconds. */
static bool find_about(struct picking *p, struct err *e)
{
	int64_t n;
	if (!catalog_count_cards(p->s->store, &n, e))
		return false;
	if (n <= SESSION_MANY)
		return catalog_cards(p->s->store, STR(""), look_at, p, e);
	for (int i = 0; i < p->ntopic; i++)
		if (!catalog_search(p->s->store, p->topic[i].name, MOST_FOUND, look_at_found, p, e))
			return false;
	return true;
}

/* A topic of the day that no card is about is asked itself, if the study has it. */
static void add_topics(struct picking *p)
{
	for (int i = 0; i < p->ntopic; i++)
		if (p->of[i].n == 0 && p->topic[i].topic >= 0)
			add(p, &p->of[i],
				(struct option){ .id = p->about.id[p->topic[i].topic],
					.kind = ASKED_TOPIC,
					.type = TYPE_NONE },
				MOST_FOUND);
}

/* What the plan and the user say that the day is about. */
static bool find_topics(struct picking *p, struct err *e)
{
	struct decoded text;
	const struct study *s = p->s;
	const struct plan_day *d = &s->plan.day[p->day];
	if (!study_text(s, s->plan_path, &text, p->a, e) || !about_load(s, &p->about, p->a, e))
		return false;
	struct guide_day guide = guide_of_day(text.text, &s->plan, d->week, p->day, p->a);
	p->topic = about_day(&p->about, d->id, &guide, &p->ntopic, p->a);
	return true;
}

static bool find_studied(struct picking *p, struct err *e)
{
	if (p->day >= 0 && !find_topics(p, e))
		return false;
	p->of = arena_alloc(p->a, (size_t)p->ntopic + 1, sizeof *p->of);
	if (p->day < 0)
		return true;
	if (!find_about(p, e) || !add_sections(p, e))
		return false;
	add_topics(p);
	add_tasks(p);
	return true;
}

/* ---- what is due */

static bool take_due(void *ctx, int64_t id, int due, int interval, int64_t file)
{
	struct picking *p = ctx;
	struct card c;
	bool usable;
	(void)due;
	(void)interval;
	(void)file;
	if (!read_card(p, id, &c, &usable, p->e)) {
		p->failed = true;
		return false;
	}
	if (usable)
		add(p, &p->due, option_of(&c), MOST_DUE);
	return p->due.n < MOST_DUE;
}

static bool find_due(struct picking *p, struct err *e)
{
	p->e = e;
	int today = p->s->today;
	return catalog_each_due(p->s->store, today, today, take_due, p, e) && !p->failed;
}

/* ---- choosing */

static bool is_taken(const struct picking *p, const struct option *o)
{
	for (size_t i = 0; i < p->ntaken; i++) {
		const struct option *t = &p->taken[i];
		bool card = o->kind == ASKED_CARD;
		if (t->kind == o->kind &&
			(t->id == o->id || (card && t->file == o->file && t->line == o->line)))
			return true;
	}
	return false;
}

static void take(struct picking *p, const struct option *o)
{
	p->taken = arena_room(p->a, p->taken, p->ntaken, &p->taken_cap, sizeof *o);
	p->taken[p->ntaken++] = *o;
	p->quota[o->type]--;
}

static bool has_room(const struct picking *p, const struct option *o)
{
	return o->type == TYPE_NONE || p->quota[o->type] > 0;
}

/* The oldest due that is not taken. */
static bool take_review(struct picking *p)
{
	while (p->due.next < p->due.n) {
		const struct option *o = &p->due.option[p->due.next++];
		if (is_taken(p, o))
			continue;
		take(p, o);
		return true;
	}
	return false;
}

/* All of today in the order in which they are asked. */
static struct options order_studied(struct picking *p)
{
	struct options all = { 0 };
	bool more = true;
	for (size_t i = 0; i < p->begun.n; i++)
		add(p, &all, p->begun.option[i], SIZE_MAX);
	for (size_t turn = 0; more; turn++) {
		more = false;
		for (int i = 0; i < p->ntopic; i++) {
			if (turn >= p->of[i].n)
				continue;
			add(p, &all, p->of[i].option[turn], SIZE_MAX);
			more = true;
		}
	}
	const struct options *const rest[] = { &p->sheet, &p->section, &p->task };
	for (size_t k = 0; k < LENGTH(rest); k++)
		for (size_t i = 0; i < rest[k]->n; i++)
			add(p, &all, rest[k]->option[i], SIZE_MAX);
	return all;
}

/* The first whose kind has room, else the first of all. */
static bool take_studied(struct picking *p, const struct options *all)
{
	const struct option *first = NULL;
	for (size_t i = 0; i < all->n; i++) {
		const struct option *o = &all->option[i];
		if (is_taken(p, o))
			continue;
		if (has_room(p, o)) {
			take(p, o);
			return true;
		}
		first = first ? first : o;
	}
	if (first)
		take(p, first);
	return first != NULL;
}

static void set_quota(struct picking *p, int most)
{
	int left = most;
	for (int t = 0; t < TYPES - 1; t++) {
		p->quota[t] = (most * types[t].percent + 50) / 100;
		left -= p->quota[t];
	}
	p->quota[TYPES - 1] = left;
}

static void write_down(
	const struct picking *p, size_t from, size_t to, bool review, struct check_pick *out)
{
	for (size_t i = from; i < to; i++)
		out->asked[out->n++] = (struct asked){ .id = p->taken[i].id,
			.kind = p->taken[i].kind,
			.review = review,
			.percent = -1 };
}

/* ---- an earlier day */

/* Is there anything that it leaves to be asked? Its topics alone say only what was meant. */
static bool has_left(struct picking *p, int day, bool *has, struct err *e)
{
	struct study_section *sec;
	int n = 0;
	const struct plan *plan = &p->s->plan;
	const struct plan_day *d = &plan->day[day];
	*has = false;
	for (int i = d->first; i < d->first + d->nitem; i++)
		*has = *has || check_is_studied(plan, &plan->item[i]);
	if (*has)
		return true;
	if (!check_day_sections(p->s, day, &sec, &n, p->a, e))
		return false;
	*has = n > 0;
	return true;
}

/* What the nearest such day leaves, its sheets first; *day is -1 when there is none. */
static bool find_earlier(struct picking *p, struct options *out, int *day, struct err *e)
{
	bool has = false;
	*day = p->day;
	while (*day > 0 && !has)
		if (!has_left(p, --*day, &has, e))
			return false;
	if (!has) {
		*day = -1;
		return true;
	}
	struct picking q = { .s = p->s, .a = p->a, .day = *day };
	if (!find_studied(&q, e))
		return false;
	const struct options *const list[] = { &q.section, &q.task };
	for (size_t k = 0; k < LENGTH(list); k++)
		for (size_t i = 0; i < list[k]->n; i++)
			add(p, out, list[k]->option[i], SIZE_MAX);
	struct options rest = order_studied(&q);
	for (size_t i = 0; i < rest.n; i++)
		add(p, out, rest.option[i], SIZE_MAX);
	return true;
}

/* "Day 2 (PyTorch basics)" */
static void say_day(const struct plan *plan, int day, struct buf *out, struct arena *a)
{
	const struct plan_day *d = &plan->day[day];
	struct str title = md_plain(d->title, a);
	if (plan->week[d->week].number)
		buf_addf(out, "week %d, ", plan->week[d->week].number);
	buf_addf(out, "day %d", d->from);
	if (title.n)
		buf_addf(out, " (%.*s)", STR_ARG(title));
}

static void say_missing(const struct picking *p, struct check_pick *out)
{
	struct buf b = { 0 };
	buf_add(&b, STR("Nothing of today can be asked: no card was begun"));
	if (p->day >= 0) {
		buf_add(&b, STR(", and "));
		say_day(&p->s->plan, p->day, &b, p->a);
		buf_add(&b, STR(" has no ticked task, no sheet with its number and no card about "
				"its topics"));
	}
	buf_addc(&b, '.');
	if (out->nearlier) {
		buf_add(&b, STR(" The questions come from "));
		say_day(&p->s->plan, out->earlier, &b, p->a);
		buf_add(&b,
			out->nreview > out->nearlier ? STR(", and from what is due.") : STR("."));
	} else if (out->n) {
		buf_add(&b, STR(" The questions are those that are due."));
	} else {
		buf_add(&b, STR(" Nothing is due either. Begin some cards in the review, tick what "
				"you did in the plan, or choose areas in the gap analysis."));
	}
	out->missing = arena_str(p->a, buf_str(&b));
	buf_release(&b);
}

/* Reviews first, since they are fixed; then what was studied; then more reviews where that was too little. */
static bool choose(struct picking *p, int most, struct check_pick *out, struct err *e)
{
	size_t n = (size_t)most, reviews = (size_t)(most * REVIEW_PERCENT + 50) / 100;
	struct options all = order_studied(p), earlier = { 0 };
	out->earlier = -1;
	if (all.n == 0 && !find_earlier(p, &earlier, &out->earlier, e))
		return false;
	set_quota(p, most);
	while (p->ntaken < reviews && take_review(p))
		;
	size_t studied = p->ntaken;
	while (p->ntaken < n && take_studied(p, &all))
		;
	size_t more = p->ntaken;
	while (p->ntaken < n && take_review(p))
		;
	size_t due = p->ntaken;
	while (p->ntaken < n && take_studied(p, &earlier))
		;
	out->asked = arena_alloc(p->a, p->ntaken + 1, sizeof *out->asked);
	write_down(p, studied, more, false, out);
	out->nfresh = out->n;
	write_down(p, 0, studied, true, out);
	write_down(p, more, p->ntaken, true, out);
	out->nreview = out->n - out->nfresh;
	out->nearlier = (int)(p->ntaken - due);
	if (out->nearlier == 0)
		out->earlier = -1;
	if (out->nfresh == 0)
		say_missing(p, out);
	return true;
}

bool check_pick(const struct study *s, int day, int most, struct check_pick *out, struct arena *a,
	struct err *e)
{
	struct picking p = { .s = s, .a = a, .day = day };
	struct check_pick made = { 0 };
	if (!find_begun(&p, e) || !find_studied(&p, e) || !find_due(&p, e) ||
		!choose(&p, most, &made, e))
		return false;
	*out = made;
	return true;
}
