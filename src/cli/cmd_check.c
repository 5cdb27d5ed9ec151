/* cmd_check.c - the verb check: past knowledge checks, and the one of today line by line. */
#include <stdlib.h>

#include "cli/aloud.h"
#include "hone/check.h"

/* The most thinking time that is believed: beyond it the user was away. */
enum { LONGEST_MS = 10 * 60 * 1000, TREND = 5 };

/* ---- the list */

static void put_percent(struct json *j, const char *name, int tenths)
{
	json_key(j, name);
	if (tenths < 0)
		json_null(j);
	else
		json_fixed(j, tenths, 10);
}

static void put_entry(struct cli *c, const struct check_entry *r)
{
	struct json *j = &c->j;
	json_open(j, '{');
	json_key_int(j, "number", r->number);
	json_key_day(j, "date", r->date);
	put_percent(j, "score", r->score);
	put_percent(j, "new", r->fresh);
	put_percent(j, "review", r->review);
	json_key(j, "questions");
	if (r->questions)
		json_int(j, r->questions);
	else
		json_null(j);
	json_key_str(j, "letter", str_of(round_letter(r->score)));
	json_key_str(j, "strong", r->strong);
	json_key_str(j, "weak", r->weak);
	json_key_str(j, "action", r->action);
	json_key_str(j, "source",
		r->path.n ? arena_printf(&c->arena, "%.*s:%d", STR_ARG(r->path), r->line)
			  : STR("log"));
	json_close(j, '}');
}

static void entry_line(struct cli *c, const struct check_entry *r)
{
	char iso[16];
	if (r->number)
		buf_addf(&c->out, "%3d", r->number);
	else
		buf_add(&c->out, STR("  -"));
	buf_addf(&c->out, "  %-10s  ", day_iso(r->date, iso));
	if (r->score < 0)
		buf_add(&c->out, STR("      -   "));
	else
		buf_addf(&c->out, "%3d.%d %% %-2s", r->score / 10, r->score % 10,
			round_letter(r->score));
	buf_add(&c->out, STR("  "));
	cli_text(c, r->weak);
	buf_addc(&c->out, '\n');
}

static int list(struct cli *c, struct err *e)
{
	struct check_entry *entry;
	int n;
	if (!check_history(c->study, &entry, &n, &c->arena, e))
		return EXIT_FAILED;
	if (c->json)
		json_open(&c->j, '[');
	for (int i = 0; i < n; i++)
		if (c->json)
			put_entry(c, &entry[i]);
		else
			entry_line(c, &entry[i]);
	if (c->json)
		json_close(&c->j, ']');
	struct check_trend t = check_trend(entry, n, TREND);
	if (!c->json && t.n > 1)
		buf_addf(&c->out, "The last %d: %d.%d %%, %+.1f against those before.\n", t.n,
			t.mean / 10, t.mean % 10, t.change / 10.0);
	return EXIT_DONE;
}

/* ---- line by line */

struct dialogue {
	struct cli *c;
	struct aloud in;
	struct arena arena; /* the round and the question */
	struct round round;
	bool *later; /* put off, or gone from the files */
	struct check_item item;
};

static bool load(struct dialogue *d, struct event_id id, struct err *e)
{
	arena_clear(&d->arena);
	return round_load(d->c->study, id, &d->round, &d->arena, e);
}

/* Go on with the one of today, or begin it. *any is false when there is nothing to ask. */
static bool begin(struct dialogue *d, bool *any, struct err *e)
{
	struct study *s = d->c->study;
	struct event_id id;
	struct check_pick p;
	int day;
	if (!round_open(s, ROUND_CHECK, &d->round, any, &d->arena, e))
		return false;
	if (*any)
		return true;
	int most = d->c->limit ? d->c->limit : s->settings.questions;
	if (!planner_find_today(s, &day, e) || !check_pick(s, day, most, &p, &d->arena, e))
		return false;
	*any = p.n > 0;
	if (p.missing.n) {
		cli_text(d->c, p.missing);
		buf_addc(&d->c->out, '\n');
	}
	struct round_plan plan = { ROUND_CHECK, STR("Daily check"), 0, p.asked, p.n };
	return !*any || (round_begin(s, &plan, &id, e) && load(d, id, e));
}

static int next_open(const struct dialogue *d)
{
	for (int i = 0; i < d->round.n; i++)
		if (d->round.asked[i].percent < 0 && !d->later[i])
			return i;
	return -1;
}

static void ask(struct dialogue *d, int at)
{
	struct buf *out = &d->c->out;
	const struct asked *q = &d->round.asked[at];
	buf_addf(out, "\nQuestion %d of %d, %s", at + 1, d->round.n,
		q->review ? "review" : "of today");
	if (d->item.area.n) {
		buf_add(out, STR(", "));
		cli_text(d->c, d->item.area);
	}
	buf_addc(out, '\n');
	if (q->kind != ASKED_CARD) {
		if (!check_says_itself(d->item.topic.name))
			buf_add(out, STR("Explain: "));
		cli_text(d->c, d->item.topic.name);
		buf_addc(out, '\n');
	} else {
		aloud_text(d->c, d->item.card.front, &d->arena);
	}
	buf_add(out, STR("Enter shows the answer: "));
}

static void tell(struct dialogue *d, int at)
{
	struct str back =
		d->round.asked[at].kind != ASKED_CARD ? d->item.topic.notes : d->item.card.back;
	if (str_trim(back).n)
		aloud_text(d->c, back, &d->arena);
	else
		buf_add(&d->c->out, STR("No answer is written: judge by yourself.\n"));
	buf_add(&d->c->out, STR("Percent, 0 to 100: "));
}

static const char help_text[] = "Enter shows the answer, then type how much of it you knew: 100 "
				"right, 75 mostly, 50 partly, "
				"25 wrong.\nu takes the last one back, s asks it later, q ends; "
				"the check then goes on later.\n";

enum outcome { OUTCOME_NEXT, OUTCOME_QUIT, OUTCOME_FAILED, OUTCOME_STAY };

static enum outcome undo(struct dialogue *d, struct err *e)
{
	struct buf what = { 0 };
	bool undone;
	bool ok = round_undo(d->c->study, &d->round, &undone, &what, e);
	if (ok && undone) {
		buf_add(&d->c->out, STR("Taken back: "));
		cli_text(d->c, buf_str(&what));
		buf_add(&d->c->out, STR(".\n"));
		for (int i = 0; i < d->round.n; i++)
			d->later[i] = false;
	} else if (ok) {
		buf_add(&d->c->out, STR("There is nothing of this check to take back.\n"));
	}
	buf_release(&what);
	return ok ? OUTCOME_NEXT : OUTCOME_FAILED;
}

static enum outcome command(struct dialogue *d, struct str said, int at, struct err *e)
{
	if (str_eq(said, STR("q")))
		return OUTCOME_QUIT;
	if (str_eq(said, STR("u")))
		return undo(d, e);
	if (str_eq(said, STR("s"))) {
		d->later[at] = true;
		return OUTCOME_NEXT;
	}
	buf_add(&d->c->out, str_of(help_text));
	return OUTCOME_STAY;
}

static bool percent_in(struct str said, int *percent)
{
	if (str_ends(said, STR("%")))
		said = str_trim(str_slice(said, 0, said.n - 1));
	return str_number(&said, percent) && said.n == 0 && *percent <= 100;
}

static enum outcome score(struct dialogue *d, int at, int percent, int64_t took, struct err *e)
{
	took = took < LONGEST_MS ? took : LONGEST_MS;
	return round_answer(d->c->study, &d->round, at, percent, took, e) ? OUTCOME_NEXT
									  : OUTCOME_FAILED;
}

static enum outcome question(struct dialogue *d, int at, struct err *e)
{
	int64_t since = clock_ticks_ms(), took = 0;
	struct str said;
	int percent;
	bool shown = false;
	ask(d, at);
	while (aloud_hear(d->c, &d->in, &said)) {
		enum outcome o = OUTCOME_STAY;
		if (said.n == 0 && !shown)
			took = clock_ticks_ms() - since;
		else if (shown && percent_in(said, &percent))
			o = score(d, at, percent, took, e);
		else
			o = command(d, said, at, e);
		if (o != OUTCOME_STAY)
			return o;
		shown = shown || said.n == 0;
		if (shown)
			tell(d, at);
		else
			buf_add(&d->c->out, STR("Enter shows the answer: "));
	}
	return OUTCOME_QUIT;
}

/* Those that were put off are asked at the end, once more. */
static bool converse(struct dialogue *d, struct err *e)
{
	struct event_id id = d->round.id;
	enum outcome o = OUTCOME_NEXT;
	bool again = true;
	while (o == OUTCOME_NEXT) {
		int at;
		if (!load(d, id, e))
			return false;
		at = next_open(d);
		if (at < 0 && again) {
			for (int i = 0; i < d->round.n; i++)
				d->later[i] = false;
			again = false;
			at = next_open(d);
		}
		if (at < 0)
			return true;
		if (!check_item(d->c->study, &d->round.asked[at], &d->item, &d->arena, e))
			return false;
		if (d->item.there)
			o = question(d, at, e);
		else
			d->later[at] = true;
	}
	return o != OUTCOME_FAILED && load(d, id, e);
}

static void put_share(struct buf *out, const char *name, int tenths, int n)
{
	if (n)
		buf_addf(out, "%s %d.%d %% of %d. ", name, tenths / 10, tenths % 10, n);
}

static bool put_end(struct dialogue *d, struct err *e)
{
	struct round_result r = round_result(&d->round);
	struct buf *out = &d->c->out, weak = { 0 };
	if (r.n == 0) {
		buf_add(out, STR("\nNothing was answered.\n"));
		return true;
	}
	enum band band = round_band(r.overall);
	buf_addf(out, "\n%d.%d %%, %s, %s. ", r.overall / 10, r.overall % 10,
		round_letter(r.overall), round_band_name(band));
	put_share(out, "Today", r.fresh, r.nfresh);
	put_share(out, "Review", r.review, r.nreview);
	if (r.n < d->round.n)
		buf_addf(out, "%d of %d answered; the rest goes on later today.", r.n, d->round.n);
	bool ok = check_names(d->c->study, &d->round, true, &weak, e);
	if (weak.n) {
		buf_add(out, STR("\nWeak: "));
		cli_text(d->c, buf_str(&weak));
	}
	buf_addf(out, "\n%s\n", round_band_advice(band));
	buf_release(&weak);
	return ok;
}

static int ask_today(struct cli *c, struct err *e)
{
	struct dialogue d = { .c = c };
	bool any, ok = begin(&d, &any, e);
	if (ok && any) {
		bool *later = xcalloc((size_t)d.round.n + 1, sizeof *later);
		d.later = later;
		buf_addf(&c->out, "%d questions, %d answered. ? helps.\n", d.round.n,
			d.round.nanswered);
		ok = converse(&d, e) && put_end(&d, e);
		free(later);
	}
	aloud_release(&d.in);
	arena_release(&d.arena);
	return ok ? EXIT_DONE : EXIT_FAILED;
}

int cli_check(struct cli *c, struct err *e)
{
	return c->plain ? ask_today(c, e) : list(c, e);
}

/* ---- adopt */

static void put_broken(struct cli *c, struct str path, const struct check_adoption *x)
{
	for (int i = 0; i < x->nrow; i++) {
		if (x->row[i].wrong.n == 0)
			continue;
		cli_text(c, path);
		buf_addf(&c->out, ":%d: ", x->row[i].line);
		cli_text(c, x->row[i].name);
		buf_add(&c->out, STR(": "));
		cli_text(c, x->row[i].wrong);
		buf_addf(&c->out, "%s\n", x->row[i].usable ? "" : "; its card begins as a new one");
	}
}

int cli_adopt(struct cli *c, struct err *e)
{
	struct check_adoption x;
	struct str path = str_of(c->arg[0]);
	bool ok = c->dry_run ? check_adopt_preview(c->study, path, &x, &c->arena, e)
			     : check_adopt(c->study, path, &x, &c->arena, e);
	if (!ok)
		return EXIT_FAILED;
	put_broken(c, path, &x);
	if (c->dry_run)
		cli_text(c, x.lines);
	buf_addf(&c->out, "%s%d rows: %d new cards in ", c->dry_run ? "Not done, only shown: " : "",
		x.nrow, x.ncard);
	cli_text(c, x.deck);
	buf_addf(&c->out, ", %d schedules and %d scores taken over\n", x.nstate, x.nscore);
	return EXIT_DONE;
}
