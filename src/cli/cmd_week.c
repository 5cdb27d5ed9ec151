/* cmd_week.c - the verb week: a look back at a week of study. */
#include "cli/cli.h"
#include "hone/week.h"

static void put_tenths(struct json *j, const char *name, int tenths)
{
	json_key(j, name);
	if (tenths < 0)
		json_null(j);
	else
		json_fixed(j, tenths, 10);
}

static void put_weak(struct json *j, const struct week *w)
{
	json_key(j, "weak");
	json_open(j, '[');
	for (int i = 0; i < w->nweak; i++) {
		json_open(j, '{');
		json_key_str(j, "name", w->weak[i].name);
		json_key_int(j, "checks", w->weak[i].n);
		json_key_day(j, "last", w->weak[i].last);
		json_close(j, '}');
	}
	json_close(j, ']');
	json_key(j, "lapsed");
	json_open(j, '[');
	for (int i = 0; i < w->nlapse; i++)
		json_str(j, w->lapse[i].name);
	json_close(j, ']');
}

static void put_week(struct json *j, const struct week *w)
{
	json_open(j, '{');
	json_key_day(j, "from", w->from);
	json_key_day(j, "to", w->to);
	json_key_int(j, "checks", w->nchecks);
	put_tenths(j, "mean", w->mean);
	put_tenths(j, "mean_before", w->mean_before);
	put_weak(j, w);
	json_key_int(j, "minutes", w->minutes);
	json_key_int(j, "budget_from", w->budget_from);
	json_key_int(j, "budget_to", w->budget_to);
	json_key_int(j, "ticked", w->ticked);
	json_key_int(j, "answers", w->reviews);
	json_key_int(j, "right", w->right);
	json_key(j, "advice");
	json_open(j, '[');
	for (int i = 0; i < w->nadvice; i++)
		json_str(j, w->advice[i]);
	json_close(j, ']');
	json_close(j, '}');
}

static void say_items(struct cli *c, const struct week *w)
{
	for (int i = 0; i < w->nweak; i++) {
		buf_addf(&c->out, "weak in %d checks: ", w->weak[i].n);
		cli_text(c, w->weak[i].name);
		buf_addc(&c->out, '\n');
	}
	for (int i = 0; i < w->nlapse; i++) {
		buf_add(&c->out, STR("Know, and answered wrong: "));
		cli_text(c, w->lapse[i].name);
		buf_addc(&c->out, '\n');
	}
}

static void say_week(struct cli *c, const struct week *w)
{
	char from[16], to[16];
	buf_addf(&c->out, "%s to %s\n", day_iso(w->from, from), day_iso(w->to, to));
	if (w->mean >= 0)
		buf_addf(&c->out, "checks: %d, %d.%d %% on average\n", w->nchecks, w->mean / 10,
			w->mean % 10);
	if (w->mean_before >= 0)
		buf_addf(&c->out, "the week before: %d.%d %%\n", w->mean_before / 10,
			w->mean_before % 10);
	say_items(c, w);
	buf_addf(&c->out, "work: %d min, %d tasks ticked, %d answers, %d right\n", w->minutes,
		w->ticked, w->reviews, w->right);
	for (int i = 0; i < w->nadvice; i++) {
		cli_text(c, w->advice[i]);
		buf_addc(&c->out, '\n');
	}
}

int cli_week(struct cli *c, struct err *e)
{
	struct week w;
	int day = c->study->today;
	if (c->narg == 1 && !day_parse(str_of(c->arg[0]), &day)) {
		err_set(e, ERR_INVALID, "\"%s\" is no date; write it as 2025-11-20", c->arg[0]);
		return EXIT_FAILED;
	}
	if (!week_load(c->study, day, &w, &c->arena, e))
		return EXIT_FAILED;
	if (c->json)
		put_week(&c->j, &w);
	else
		say_week(c, &w);
	return EXIT_DONE;
}
