/* check_history.c - knowledge checks over the days: those of the log, and those of tables kept by hand. */
#include "hone/check.h"

#include <stdlib.h>

#include "hone/checklog.h"

struct history {
	const struct study *s;
	struct arena *a;
	struct check_entry *entry;
	int n;
	size_t cap;
	bool bare; /* without the words of the log's checks */
	int since; /* of the log from there on */
};

static void add(struct history *h, struct check_entry e)
{
	h->entry = arena_room(h->a, h->entry, (size_t)h->n, &h->cap, sizeof e);
	h->entry[h->n++] = e;
}

static bool add_table(struct history *h, struct str path, struct err *e)
{
	struct decoded text;
	int n;
	if (!study_text(h->s, path, &text, h->a, e))
		return false;
	struct check_row *row = checklog_parse(text.text, &n, h->a);
	for (int i = 0; i < n; i++)
		add(h, (struct check_entry){ .number = row[i].number,
			       .date = row[i].date,
			       .score = row[i].score,
			       .fresh = row[i].fresh,
			       .review = row[i].review,
			       .strong = row[i].strong,
			       .weak = row[i].weak,
			       .action = row[i].action,
			       .path = path,
			       .line = row[i].line });
	return true;
}

static struct check_entry *find_row(struct history *h, int date, int score)
{
	for (int i = 0; i < h->n; i++)
		if (h->entry[i].date == date && h->entry[i].score == score &&
			event_id_none(h->entry[i].round))
			return &h->entry[i];
	return NULL;
}

static struct str names(
	struct history *h, const struct round *r, bool weak, bool *ok, struct err *e)
{
	struct buf out = { 0 };
	*ok = *ok && check_names(h->s, r, weak, &out, e);
	struct str s = arena_str(h->a, buf_str(&out));
	buf_release(&out);
	return s;
}

static bool add_round(struct history *h, const struct round *r, struct err *e)
{
	struct round_result got = round_result(r);
	struct check_entry *row = find_row(h, r->day, got.overall);
	bool ok = true;
	struct check_entry made = { .date = r->day, .score = got.overall };
	if (row)
		made = *row;
	made.round = r->id;
	made.fresh = got.fresh;
	made.review = got.review;
	made.questions = got.n;
	if (row) {
		*row = made;
		return true;
	}
	if (!h->bare) {
		made.strong = names(h, r, false, &ok, e);
		made.weak = names(h, r, true, &ok, e);
		made.action = str_of(round_band_advice(round_band(got.overall)));
	}
	if (ok)
		add(h, made);
	return ok;
}

/* Without a date it stays behind the row before it. By insertion, since nearly all are in order. */
static void sort(struct history *h)
{
	for (int i = 1; i < h->n; i++) {
		struct check_entry e = h->entry[i];
		int at = i;
		while (at > 0 && e.date != DAY_NONE && h->entry[at - 1].date > e.date)
			at--;
		for (int k = i; k > at; k--)
			h->entry[k] = h->entry[k - 1];
		h->entry[at] = e;
	}
}

static bool load(struct history *h, struct err *e)
{
	const struct study *s = h->s;
	struct file_row *file;
	struct round *round;
	size_t nfile;
	int nround;
	if (!catalog_files(s->store, CONTENT_CHECKS, &file, &nfile, h->a, e) ||
		!round_list(s, 1u << ROUND_CHECK, &round, &nround, h->a, e))
		return false;
	for (size_t i = 0; i < nfile; i++)
		if (!add_table(h, file[i].path, e))
			return false;
	for (int i = 0; i < nround; i++)
		if (round[i].nanswered && round[i].day >= h->since && !add_round(h, &round[i], e))
			return false;
	sort(h);
	return true;
}

bool check_history(
	const struct study *s, struct check_entry **out, int *n, struct arena *a, struct err *e)
{
	struct history h = { .s = s, .a = a, .since = DAY_NONE };
	if (!load(&h, e))
		return false;
	*out = h.entry;
	*n = h.n;
	return true;
}

bool check_scores(const struct study *s, int since, struct check_entry **out, int *n,
	struct arena *a, struct err *e)
{
	struct history h = { .s = s, .a = a, .bare = true, .since = since };
	if (!load(&h, e))
		return false;
	*out = h.entry;
	*n = h.n;
	return true;
}

int check_mean(const struct check_entry *entry, int n, int from, int to, int *count)
{
	int sum = 0, found = 0;
	for (int i = 0; i < n; i++)
		if (entry[i].date >= from && entry[i].date <= to && entry[i].score >= 0) {
			sum += entry[i].score;
			found++;
		}
	*count = found;
	return found ? (sum + found / 2) / found : -1;
}

struct check_trend check_trend(const struct check_entry *entry, int n, int last)
{
	struct check_trend t = { .mean = -1 };
	int64_t sum = 0, before = 0;
	int nbefore = 0;
	for (int i = n - 1; i >= 0 && nbefore < last; i--) {
		if (entry[i].score < 0)
			continue;
		if (t.n < last) {
			sum += entry[i].score;
			t.n++;
		} else {
			before += entry[i].score;
			nbefore++;
		}
	}
	if (t.n)
		t.mean = (int)((2 * sum + t.n) / (2 * (int64_t)t.n));
	if (nbefore)
		t.change = t.mean - (int)((2 * before + nbefore) / (2 * (int64_t)nbefore));
	return t;
}

/* ---- a row for the user's table */

/* The number of the last row that has one, and the table it stands in. */
struct target {
	struct str path;
	int number;
};

static struct target find_target(const struct check_entry *entry, int n, int date)
{
	struct target t = { 0 };
	int last = DAY_NONE;
	for (int i = 0; i < n; i++) {
		if (entry[i].path.n == 0)
			continue;
		t.path = entry[i].path;
		if (entry[i].number == 0)
			continue;
		t.number = entry[i].number;
		last = entry[i].date;
	}
	/* A second check of a day has the day's number. */
	t.number += t.number && last != date;
	return t;
}

static bool is_kept(const struct check_entry *entry, int n, const struct round *r, struct err *e)
{
	for (int i = 0; i < n; i++)
		if (entry[i].path.n && event_id_cmp(entry[i].round, r->id) == 0)
			return err_set(e, ERR_INVALID, "%.*s:%d has the row of this check",
				STR_ARG(entry[i].path), entry[i].line);
	return true;
}

bool check_row_edit(const struct study *s, const struct round *r, struct planner_edit *out,
	struct arena *a, struct err *e)
{
	struct history h = { .s = s, .a = a };
	struct check_entry *entry;
	struct decoded text;
	int n;
	bool ok = true;
	struct round_result got = round_result(r);
	if (got.n == 0)
		return err_set(e, ERR_INVALID, "no question of this check was answered");
	if (!check_history(s, &entry, &n, a, e) || !is_kept(entry, n, r, e))
		return false;
	struct target t = find_target(entry, n, r->day);
	if (t.path.n == 0)
		return err_set(e, ERR_MISSING,
			"no file of this folder has a table of checks with a row to follow");
	struct check_row row = { .number = t.number, .date = r->day, .score = got.overall };
	row.strong = names(&h, r, false, &ok, e);
	row.weak = names(&h, r, true, &ok, e);
	row.strong = row.strong.n ? row.strong : STR("-");
	row.weak = row.weak.n ? row.weak : STR("None");
	row.action = str_of(round_band_advice(round_band(got.overall)));
	if (!ok || !study_text(s, t.path, &text, a, e))
		return false;
	struct planner_put put = { .path = t.path, .text = text.text };
	put.lines =
		checklog_append(text.text, &row, round_letter(got.overall), &put.at, &put.line, a);
	if (put.lines.n == 0)
		return err_set(e, ERR_STALE, "%.*s: was changed just now; look at it again",
			STR_ARG(t.path));
	return planner_lines_edit(s, &put, out, a, e);
}
