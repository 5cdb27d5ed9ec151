/* topic_facts.c - what is known of a topic in lines. */
#include "views/topic_facts.h"

#include <stdio.h>

#include "hone/md.h"

struct facts {
	struct topic_fact *out;
	int n;
	struct arena *a;
	int today;
};

static void add(struct facts *f, const char *name, enum role role, struct str text)
{
	if (text.n && f->n < TOPIC_FACTS)
		f->out[f->n++] = (struct topic_fact){ name, text, role };
}

static struct str on_day(const struct facts *f, int day)
{
	char dates[48];
	return arena_str(f->a, str_of(views_dates(day, day, f->today, dates)));
}

enum readiness_age topic_age_now(
	const struct topic_row *t, const struct readiness_topic *k, int today)
{
	bool same = k && k->topic->level == t->level && k->topic->since == t->since;
	return t->level == LEVEL_NONE ? AGE_UNRATED : same ? readiness_age(k, today) : AGE_FRESH;
}

/* ---- each of them */

static const char *ago(int days, char out[static 32])
{
	char interval[16];
	snprintf(out, 32, days > 0 ? "%s ago" : "%s", views_interval(days, interval));
	return out;
}

static void add_said(struct facts *f, const struct topic_row *t, const struct readiness_topic *k)
{
	static const char *const again[] = {
		[AGE_FRESH] = "",
		[AGE_UNRATED] = "",
		[AGE_UNDATED] = ": to be asked again",
		[AGE_STALE] = ": to be asked again",
		[AGE_LAPSED] = ", and wrong since: to be asked again",
	};
	char days[32];
	if (t->level == LEVEL_NONE) {
		add(f, "said", ROLE_DIM, STR("nothing yet"));
		return;
	}
	const char *when = t->since == DAY_NONE ? "without a date" : ago(f->today - t->since, days);
	add(f, "said", views_level_role(t->level),
		arena_printf(f->a, "%s, %s%s", level_name(t->level), when,
			again[topic_age_now(t, k, f->today)]));
}

static void add_recall(struct facts *f, enum level level, const struct readiness_topic *k)
{
	static const char *const verdict[] = {
		[READINESS_FITS] = "",
		[READINESS_OVER] = ": less than you say",
		[READINESS_UNDER] = ": more than you say",
	};
	static const enum role role[] = { ROLE_TEXT, ROLE_DUNNO, ROLE_KNOW };
	enum readiness_verdict v = readiness_judge(level, k->recall);
	if (k->recall.n)
		add(f, "recall", role[v],
			arena_printf(f->a, "%d %% of %d in 30 days%s",
				readiness_whole(k->recall.percent), k->recall.n, verdict[v]));
	if (k->cards == 0)
		add(f, "cards", ROLE_DIM, STR("none"));
	else
		add(f, "cards", ROLE_TEXT,
			arena_printf(f->a, "%d, %d of them due or new", k->cards, k->open));
}

static struct str first_line(struct str md, struct arena *a)
{
	struct str rest = str_trim(md), line = { 0 };
	str_line(&rest, &line);
	return md_shown(line, a);
}

/* The topic itself, or a card that is gone: only the day is said. */
static bool add_wrong(
	struct facts *f, const struct study *s, const struct readiness_topic *k, struct err *e)
{
	struct card c;
	struct err why = { 0 };
	if (k->lapse == DAY_NONE)
		return true;
	struct str day = on_day(f, k->lapse), front = { 0 };
	if (k->wrong != k->topic->id && catalog_card(s->store, k->wrong, &c, f->a, &why))
		front = first_line(c.front, f->a);
	if (why.kind != ERR_NONE && why.kind != ERR_MISSING)
		return err_set(e, why.kind, "%s", why.text);
	add(f, "wrong", ROLE_TEXT,
		arena_printf(
			f->a, "%.*s%s%.*s", STR_ARG(day), front.n ? ": " : "", STR_ARG(front)));
	return true;
}

static void add_scores(struct facts *f, const struct readiness_topic *k)
{
	struct buf b = { 0 };
	for (int i = 0; i < k->nscore; i++)
		buf_addf(&b, "%s%d %% %.*s", i ? " · " : "", k->score[i].percent,
			STR_ARG(on_day(f, k->score[i].day)));
	add(f, "checks", ROLE_TEXT, arena_str(f->a, buf_str(&b)));
	buf_release(&b);
}

bool topic_facts(const struct study *s, const struct topic_row *t, const struct readiness_topic *k,
	struct topic_fact out[static TOPIC_FACTS], int *n, struct arena *a, struct err *e)
{
	struct facts f = { .out = out, .a = a, .today = s->today };
	add_said(&f, t, k);
	if (k) {
		add_recall(&f, t->level, k);
		add_scores(&f, k);
	}
	if (k && !add_wrong(&f, s, k, e))
		return false;
	add(&f, "notes", ROLE_TEXT, md_shown(t->notes, a));
	add(&f, "priority", ROLE_TEXT, str_of(priority_name(t->priority)));
	*n = f.n;
	return true;
}

/* ---- briefly */

const char *topic_age(const struct topic_row *t, const struct readiness_topic *k, int today,
	char out[static 16], enum role *role)
{
	enum readiness_age age = topic_age_now(t, k, today);
	*role = age == AGE_LAPSED || age == AGE_STALE ? ROLE_UNSURE : ROLE_DIM;
	if (age == AGE_LAPSED || age == AGE_STALE)
		return age == AGE_LAPSED ? "lapsed" : "stale";
	if (t->since == DAY_NONE)
		return t->level == LEVEL_NONE ? "" : "no date";
	return views_interval(today - t->since, out);
}

int topic_facts_draw(struct canvas c, const struct topic_fact *fact, int n, bool wraps)
{
	int row = 0, cols = c.cols - TOPIC_FACT_COLS;
	for (int i = 0; i < n && row < c.rows; i++) {
		struct str rest = fact[i].text, line;
		canvas_text(c, row, 0, ROLE_DIM, str_of(fact[i].name));
		if (!wraps)
			canvas_field(c, row++, TOPIC_FACT_COLS, cols, fact[i].role, rest);
		while (wraps && row < c.rows && text_wrap(&rest, cols > 8 ? cols : 8, &line))
			canvas_text(c, row++, TOPIC_FACT_COLS, fact[i].role, line);
	}
	return row;
}
