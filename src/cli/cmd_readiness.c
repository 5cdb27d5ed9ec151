/* cmd_readiness.c - the verbs readiness and stats. */
#include <inttypes.h>

#include "cli/cli.h"
#include "hone/report.h"
#include "hone/stats.h"

enum { LINE_ROWS = 9, SHOWN_CLAIMS = 10, MINUTE = 60 };

/* ---- readiness as JSON */

static void put_percent(struct json *j, const char *name, bool known, double percent)
{
	json_key(j, name);
	if (known)
		json_fixed(j, (int64_t)(percent * 10 + 0.5), 10);
	else
		json_null(j);
}

static void put_target(struct json *j, const struct progress_target *t)
{
	json_key(j, "target");
	if (!t || t->low < 0) {
		json_null(j);
		return;
	}
	json_open(j, '{');
	json_key_int(j, "low", t->low);
	json_key_int(j, "high", t->high);
	json_key_day(j, "due", t->due);
	json_key_str(j, "text", t->text);
	json_close(j, '}');
}

static void put_recall(struct json *j, struct readiness_recall r)
{
	put_percent(j, "recall", r.n > 0, r.percent);
	json_key_int(j, "n", r.n);
}

static void put_topic(struct json *j, const struct readiness_topic *t)
{
	static const char *const verdict[] = { NULL, "overclaimed", "underclaimed" };
	json_open(j, '{');
	json_key_id(j, "id", (uint64_t)t->topic->id);
	json_key_str(j, "name", t->topic->name);
	json_key(j, "level");
	if (t->topic->level == LEVEL_NONE)
		json_null(j);
	else
		json_str(j, str_of(level_name(t->topic->level)));
	put_percent(j, "readiness", t->now.known, t->now.percent);
	put_recall(j, t->recall);
	json_key(j, "claim");
	if (verdict[t->verdict])
		json_str(j, str_of(verdict[t->verdict]));
	else
		json_null(j);
	json_key_int(j, "cards", t->cards);
	json_key_int(j, "open", t->open);
	json_close(j, '}');
}

static void put_area(struct json *j, const struct report *r, int i)
{
	const struct readiness_area *area = &r->readiness.area[i];
	json_open(j, '{');
	json_key_str(j, "file", area->path);
	json_key_str(j, "number", area->number);
	json_key_str(j, "area", area->name);
	put_percent(j, "readiness", area->known > 0, area->percent);
	put_recall(j, area->recall);
	put_target(j, &r->targets.area[i]);
	json_key(j, "topics");
	json_open(j, '[');
	for (int k = area->first; k < area->first + area->ntopic; k++)
		put_topic(j, &r->readiness.topic[k]);
	json_close(j, ']');
	json_close(j, '}');
}

static void put_history(struct json *j, const struct chart_days *d)
{
	json_key(j, "history");
	json_open(j, '[');
	for (int i = 0; i < d->nvalue; i++) {
		json_open(j, '{');
		json_key_day(j, "day", d->from + i);
		put_percent(j, "readiness", true, d->value[i]);
		json_close(j, '}');
	}
	json_close(j, ']');
}

static void put_raise(struct json *j, const struct report *r)
{
	json_key(j, "raise");
	json_open(j, '[');
	for (int i = 0; i < r->nraise; i++) {
		const struct readiness_topic *t = &r->readiness.topic[r->raise[i]];
		json_open(j, '{');
		json_key_id(j, "id", (uint64_t)t->topic->id);
		json_key_str(j, "name", t->topic->name);
		json_key(j, "gain");
		json_fixed(j, (int64_t)(t->gain * 100 + 0.5), 100);
		json_key_int(j, "seconds", t->seconds);
		json_key_int(j, "open", t->open);
		json_close(j, '}');
	}
	json_close(j, ']');
}

static void readiness_json(struct cli *c, const struct report *r)
{
	struct json *j = &c->j;
	const struct readiness *of = &r->readiness;
	json_open(j, '{');
	json_key_day(j, "today", of->today);
	put_percent(j, "readiness", of->known > 0, of->percent);
	json_key_int(j, "topics", of->ntopic);
	json_key_int(j, "recalled", of->seen);
	json_key_int(j, "without_cards", of->bare);
	json_key_int(j, "overclaimed", of->over);
	json_key_int(j, "underclaimed", of->under);
	put_target(j, r->targets.now >= 0 ? &r->targets.whole[r->targets.now] : NULL);
	json_key(j, "areas");
	json_open(j, '[');
	for (int i = 0; i < of->narea; i++)
		put_area(j, r, i);
	json_close(j, ']');
	put_history(j, &r->history);
	put_raise(j, r);
	json_close(j, '}');
}

/* ---- and as text */

static void put_chart(struct cli *c, struct chart chart)
{
	struct buf line = { 0 };
	for (int i = 0; i < chart.n; i++) {
		buf_clear(&line);
		chart_text(&chart.row[i], &line);
		cli_text(c, buf_str(&line));
		buf_addc(&c->out, '\n');
	}
	buf_release(&line);
}

static void claims_text(
	struct cli *c, const struct report *r, const char *title, const int *list, int n)
{
	struct buf words = { 0 };
	if (n)
		buf_addf(&c->out, "\n%s\n", title);
	for (int i = 0; i < n && i < SHOWN_CLAIMS; i++) {
		const struct readiness_topic *t = &r->readiness.topic[list[i]];
		buf_clear(&words);
		readiness_words(t, &words);
		buf_add(&c->out, STR("  "));
		cli_text(c, t->topic->name);
		buf_addf(&c->out, ": %s\n", buf_cstr(&words));
	}
	if (n > SHOWN_CLAIMS)
		buf_addf(&c->out, "  and %d more\n", n - SHOWN_CLAIMS);
	buf_release(&words);
}

static void raise_text(struct cli *c, const struct report *r)
{
	if (r->nraise)
		buf_addf(&c->out,
			"\nWhat raises it most for the time, if all its cards of today are "
			"known%s\n",
			r->readiness.timed ? "" : " (30 s a card, not measured yet)");
	for (int i = 0; i < r->nraise; i++) {
		const struct readiness_topic *t = &r->readiness.topic[r->raise[i]];
		bool short_time = t->seconds < MINUTE;
		buf_addf(&c->out, "  +%.2f  %3d %-3s  %3d card%s  ", t->gain,
			short_time ? t->seconds : (t->seconds + MINUTE / 2) / MINUTE,
			short_time ? "s" : "min", t->open, t->open == 1 ? " " : "s");
		cli_text(c, t->topic->name);
		buf_addc(&c->out, '\n');
	}
	if (r->readiness.bare)
		buf_addf(&c->out, "%d topic%s no card: only a rating moves %s.\n",
			r->readiness.bare, r->readiness.bare == 1 ? " has" : "s have",
			r->readiness.bare == 1 ? "it" : "them");
}

static void checks_text(struct cli *c, const struct report *r, struct chart_look look)
{
	if (r->ncheck == 0)
		return;
	const struct report_check *last = &r->check[r->ncheck - 1];
	double *percent = arena_alloc(&c->arena, (size_t)r->ncheck, sizeof *percent);
	char iso[16];
	for (int i = 0; i < r->ncheck; i++)
		percent[i] = r->check[i].percent;
	look.cols /= 2;
	struct str shape = chart_spark(percent, r->ncheck, look, &c->arena);
	buf_addf(&c->out, "\n%d knowledge check%s  %.*s  the last %d %% on %s\n", r->ncheck,
		r->ncheck == 1 ? "" : "s", STR_ARG(shape), readiness_whole(last->percent),
		day_iso(last->day, iso));
	struct buf week = { 0 };
	report_week(r, &week);
	if (week.n)
		buf_addf(&c->out, "Checks: %.*s\n", STR_ARG(buf_str(&week)));
	buf_release(&week);
}

static void readiness_text(struct cli *c, const struct report *r)
{
	struct buf words = { 0 };
	struct chart_look look = { cli_width(c), LINE_ROWS, c->ascii };
	report_sentence(r, &words);
	buf_add(&c->out, STR("Readiness: "));
	cli_text(c, buf_str(&words));
	buf_addc(&c->out, '\n');
	buf_release(&words);
	if (r->readiness.ntopic == 0)
		return;
	buf_addf(&c->out,
		"%d of them by what you recalled, the others by what you say. By area, and on the "
		"right "
		"what you\nrecalled in 30 days, of how many answers:\n\n",
		r->readiness.seen);
	put_chart(c, chart_bars(r->bar, r->readiness.narea, look, &c->arena));
	buf_addc(&c->out, '\n');
	put_chart(c, chart_line(&r->history, look, &c->arena));
	raise_text(c, r);
	checks_text(c, r, look);
	claims_text(c, r, "You say Know, and recall less than 80 %", r->over, r->nover);
	claims_text(c, r, "You know more than you say: above 90 %", r->under, r->nunder);
}

int cli_readiness(struct cli *c, struct err *e)
{
	struct report r;
	if (!report_load(c->study, &r, &c->arena, e))
		return EXIT_FAILED;
	if (c->json)
		readiness_json(c, &r);
	else
		readiness_text(c, &r);
	return EXIT_DONE;
}

/* ---- stats */

static void put_span(struct json *j, const char *name, const struct stats_span *s)
{
	json_key(j, name);
	json_open(j, '{');
	json_key_int(j, "answers", s->answers);
	json_key_int(j, "new", s->fresh);
	json_key_int(j, "seconds", (s->ms + 500) / 1000);
	json_close(j, '}');
}

static void put_retention(struct json *j, const char *name, struct stats_retention r)
{
	json_key(j, name);
	json_open(j, '{');
	json_key_int(j, "n", r.n);
	json_key_int(j, "right", r.right);
	json_key(j, "percent");
	if (r.n)
		json_int(j, stats_percent(r));
	else
		json_null(j);
	json_close(j, '}');
}

static struct stats_retention both(const struct stats *s)
{
	return (struct stats_retention){ s->young.n + s->mature.n,
		s->young.right + s->mature.right };
}

static const struct level_word {
	enum level level;
	const char *key, *word;
} level_words[] = {
	{ LEVEL_KNOW, "know", "Know" },
	{ LEVEL_UNSURE, "unsure", "Unsure" },
	{ LEVEL_DUNNO, "dunno", "Dunno" },
};

static void stats_json(struct cli *c, const struct stats *s, const struct readiness *r)
{
	struct json *j = &c->j;
	json_open(j, '{');
	json_key_day(j, "today_date", c->study->today);
	json_key_int(j, "cards", s->cards);
	put_span(j, "today", &s->today);
	put_span(j, "days_7", &s->week);
	put_span(j, "days_30", &s->month);
	put_span(j, "all", &s->all);
	put_retention(j, "retention", both(s));
	put_retention(j, "young", s->young);
	put_retention(j, "mature", s->mature);
	json_key(j, "daily");
	json_open(j, '[');
	for (int i = 0; i < STATS_DAYS; i++)
		json_int(j, (int64_t)s->daily[i]);
	json_close(j, ']');
	json_key(j, "forecast");
	json_open(j, '[');
	for (int i = 0; i < STATS_AHEAD; i++)
		json_int(j, s->ahead[i]);
	json_close(j, ']');
	json_key_int(j, "seconds_per_answer", s->seconds);
	json_key(j, "calibration");
	json_open(j, '{');
	for (size_t i = 0; i < LENGTH(level_words); i++) {
		json_key(j, level_words[i].key);
		json_open(j, '{');
		put_recall(j, r->recall[level_words[i].level]);
		json_close(j, '}');
	}
	json_key_int(j, "overclaimed", r->over);
	json_key_int(j, "underclaimed", r->under);
	json_close(j, '}');
	json_close(j, '}');
}

static void span_text(struct cli *c, const char *name, const struct stats_span *s)
{
	int64_t seconds = (s->ms + 500) / 1000;
	buf_addf(&c->out, "%-13s %6d answers, %5d of new cards, %4" PRId64 " min %02d s\n", name,
		s->answers, s->fresh, seconds / 60, (int)(seconds % 60));
}

static void retention_text(struct cli *c, const char *name, struct stats_retention r)
{
	if (r.n)
		buf_addf(&c->out, "%-13s %6d %%  (%d of %d)\n", name, stats_percent(r), r.right,
			r.n);
	else
		buf_addf(&c->out, "%-13s      -\n", name);
}

static void forecast_text(struct cli *c, const struct stats *s, struct chart_look look)
{
	double ahead[STATS_AHEAD];
	int sum = 0;
	for (int i = 0; i < STATS_AHEAD; i++) {
		ahead[i] = s->ahead[i];
		sum += s->ahead[i];
	}
	struct str shape = chart_spark(ahead, STATS_AHEAD, look, &c->arena);
	buf_addf(&c->out, "Next %d days  %6d reviews  %.*s  tomorrow %d", STATS_AHEAD, sum,
		STR_ARG(shape), s->ahead[0]);
	if (s->seconds)
		buf_addf(&c->out, ", about %d min", (s->ahead[0] * s->seconds + 59) / 60);
	buf_addc(&c->out, '\n');
}

static void stats_text(struct cli *c, const struct stats *s, const struct readiness *r)
{
	struct chart_look look = { cli_width(c), 0, c->ascii };
	span_text(c, "Today", &s->today);
	span_text(c, "Last 7 days", &s->week);
	span_text(c, "Last 30 days", &s->month);
	span_text(c, "All", &s->all);
	struct str shape = chart_spark(s->daily, STATS_DAYS, look, &c->arena);
	buf_addf(&c->out, "%-13s         %.*s\n", "Answers a day", STR_ARG(shape));
	buf_add(&c->out, STR("\nRetention over 30 days: cards that were due and known\n"));
	retention_text(c, "All", both(s));
	retention_text(c, "Under 21 days", s->young);
	retention_text(c, "21 and more", s->mature);
	buf_addc(&c->out, '\n');
	forecast_text(c, s, look);
	buf_add(&c->out, STR("\nWhat you say, and what you recall (30 days)\n"));
	for (size_t i = 0; i < LENGTH(level_words); i++) {
		struct readiness_recall recall = r->recall[level_words[i].level];
		buf_addf(&c->out, "%-13s ", level_words[i].word);
		if (recall.n)
			buf_addf(&c->out, "%6d %%  (n=%d)\n", readiness_whole(recall.percent),
				recall.n);
		else
			buf_add(&c->out, STR("     -\n"));
	}
	buf_addf(&c->out, "%d overclaimed, %d underclaimed: `hone readiness` lists them\n", r->over,
		r->under);
}

int cli_stats(struct cli *c, struct err *e)
{
	struct stats s;
	struct readiness r;
	if (!stats_load(c->study, &s, e) || !readiness_load(c->study, &r, &c->arena, e))
		return EXIT_FAILED;
	if (c->json)
		stats_json(c, &s, &r);
	else
		stats_text(c, &s, &r);
	return EXIT_DONE;
}
