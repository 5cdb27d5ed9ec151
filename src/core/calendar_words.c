/* calendar_words.c - moves and the rhythm of a week in words. */
#include "calendar_priv.h"
#include "hone/md.h"
#include "hone/text.h"

enum { WEEK = 7, TITLE_COLS = 40, MINUTES_MOST = 24 * 60 };

/* ---- the rhythm */

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == ',' || c == ';' || c == ':' || c == '\n' || c == '\r';
}

static struct str next_word(struct str *rest)
{
	size_t from = 0;
	while (from < rest->n && is_blank(rest->p[from]))
		from++;
	size_t to = from;
	while (to < rest->n && !is_blank(rest->p[to]))
		to++;
	struct str word = str_slice(*rest, from, to);
	*rest = str_slice(*rest, to, rest->n);
	return word;
}

/* "mon", "monday", "Tues": three letters and more of it. */
static int weekday_of(struct str word)
{
	static const struct str name[] = { STR_INIT("monday"), STR_INIT("tuesday"),
		STR_INIT("wednesday"), STR_INIT("thursday"), STR_INIT("friday"),
		STR_INIT("saturday"), STR_INIT("sunday") };
	for (int i = 0; i < WEEK; i++)
		if (word.n >= 3 && str_casestarts(name[i], word))
			return i;
	return -1;
}

/* "60", "60min", "1h", "1h30" */
static bool minutes_of(struct str word, int *minutes)
{
	int rest = 0;
	if (!str_number(&word, minutes) || *minutes > MINUTES_MOST)
		return false;
	bool hours = str_casestarts(word, STR("h"));
	if (hours) {
		word = str_slice(word, 1, word.n);
		*minutes *= 60;
		if (word.n && (!str_number(&word, &rest) || rest >= 60))
			return false;
	}
	if (word.n && !str_caseeq(word, STR("m")) && !str_caseeq(word, STR("min")))
		return false;
	*minutes += rest;
	return *minutes <= MINUTES_MOST;
}

bool rhythm_parse(struct str text, struct rhythm *r, struct err *e)
{
	struct rhythm read = { 0 };
	struct str word;
	if (str_caseeq(str_trim(text), STR("none"))) {
		*r = read;
		return true;
	}
	bool any = false;
	while ((word = next_word(&text)).n) {
		int day = weekday_of(word), minutes;
		if (day < 0)
			return err_set(e, ERR_INVALID,
				"\"%.*s\" is no weekday: write for example \"mon 60, sat 150\", or "
				"none",
				STR_ARG(word));
		struct str number = next_word(&text);
		if (!minutes_of(number, &minutes))
			return err_set(e, ERR_INVALID,
				"%.*s needs minutes of study, up to a day of them, not \"%.*s\"",
				STR_ARG(word), STR_ARG(number));
		read.minutes[day] = minutes;
		any = true;
	}
	if (!any)
		return err_set(e, ERR_INVALID,
			"name weekdays with their minutes, for example \"mon 60, sat 150\", or "
			"none");
	*r = read;
	return true;
}

void rhythm_format(struct rhythm r, struct buf *out)
{
	static const char *const name[] = { "mon", "tue", "wed", "thu", "fri", "sat", "sun" };
	const char *comma = "";
	if (!rhythm_set(r))
		buf_add(out, STR("none"));
	for (int i = 0; i < WEEK; i++)
		if (r.minutes[i]) {
			buf_addf(out, "%s%s %d", comma, name[i], r.minutes[i]);
			comma = ", ";
		}
}

/* ---- moves */

static void add_title(struct buf *out, struct str md)
{
	struct arena a = { 0 };
	int cols;
	struct str plain = str_trim(md_plain(md, &a)), cut = text_prefix(plain, TITLE_COLS, &cols);
	if (plain.n) {
		buf_add(out, STR(" \""));
		if (cut.n < plain.n)
			cut = str_trim(text_prefix(plain, TITLE_COLS - 1, &cols));
		text_sanitize(out, cut);
		buf_add(out, cut.n < plain.n ? STR("…\"") : STR("\""));
	}
	arena_release(&a);
}

void calendar_day_name(const struct plan *plan, uint64_t id, struct buf *out)
{
	int i;
	const struct plan_day *d = calendar_find(plan, id, &i);
	if (!d) {
		buf_add(out, STR("a day that is no longer in the plan"));
		return;
	}
	if (plan->week[d->week].number)
		buf_addf(out, "Week %d ", plan->week[d->week].number);
	buf_addf(out, "Day %d", d->from);
	if (d->to > d->from)
		buf_addf(out, "-%d", d->to);
	add_title(out, d->title);
}

static void add_days(struct buf *out, int n)
{
	n = n < 0 ? -n : n;
	buf_addf(out, "%d study day%s", n, n == 1 ? "" : "s");
}

static void add_dates(struct buf *out, const struct move *m)
{
	char iso[16];
	buf_addf(out, "%s", day_iso(m->date, iso));
	if (m->date_to > m->date)
		buf_addf(out, " to %s", day_iso(m->date_to, iso));
}

static void add_moved(struct buf *out, const struct move *m, const struct plan *plan)
{
	char iso[16];
	static const char *const verb[] = { [MOVE_SHIFT] = "moved ",
		[MOVE_SPLIT] = "split ",
		[MOVE_SWAP] = "swapped ",
		[MOVE_DEFER] = "deferred ",
		[MOVE_RESUME] = "brought back ",
		[MOVE_CHOOSE] = "chose " };
	if (m->kind == MOVE_EXTEND) {
		buf_add(out, m->n < 0 ? STR("took ") : STR("gave "));
		add_days(out, m->n);
		buf_add(out, m->n < 0 ? STR(" from ") : STR(" more to "));
	} else {
		buf_addf(out, "%s", verb[m->kind]);
	}
	calendar_day_name(plan, m->day, out);
	if (m->kind == MOVE_SHIFT) {
		buf_addc(out, ' ');
		add_days(out, m->n);
		buf_add(out, m->n < 0 ? STR(" earlier") : STR(" later"));
	} else if (m->kind == MOVE_SPLIT) {
		buf_addf(out, ", the rest on %s", day_iso(m->date, iso));
	} else if (m->kind == MOVE_SWAP) {
		buf_add(out, STR(" with "));
		calendar_day_name(plan, m->other, out);
	}
}

void move_words(const struct move *m, const struct plan *plan, struct buf *out)
{
	char iso[16];
	switch (m->kind) {
	case MOVE_START: buf_addf(out, "set the start to %s", day_iso(m->date, iso)); break;
	case MOVE_RHYTHM:
		buf_add(out, STR("set the rhythm of the week to "));
		rhythm_format(m->rhythm, out);
		break;
	case MOVE_OFF:
		buf_add(out, STR("took off "));
		add_dates(out, m);
		break;
	case MOVE_ON:
		buf_add(out, STR("made a study day of "));
		add_dates(out, m);
		break;
	default: add_moved(out, m, plan); break;
	}
}
