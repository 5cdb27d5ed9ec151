/* plan_table.c - tables of weeks, days or dates as a plan. */
#include <string.h>

#include "plan_priv.h"

/* Heads of columns; those of weeks and days are labels. */
static const struct plan_words column_words = {
	.of[LETTER('a')] = WORDS({ STR_INIT("activity"), COLUMN_TASK },
		{ STR_INIT("activities"), COLUMN_TASK }, { STR_INIT("afternoon"), COLUMN_TASK },
		{ STR_INIT("aufgabe"), COLUMN_TASK }, { STR_INIT("aufgaben"), COLUMN_TASK },
		{ STR_INIT("activités"), COLUMN_TASK }, { STR_INIT("actividad"), COLUMN_TASK },
		{ STR_INIT("actividades"), COLUMN_TASK }),
	.of[LETTER('b')] = WORDS({ STR_INIT("bis"), COLUMN_DATE_TO }),
	.of[LETTER('c')] = WORDS({ STR_INIT("completed"), COLUMN_STATUS },
		{ STR_INIT("complete"), COLUMN_STATUS }, { STR_INIT("chapter"), COLUMN_TASK },
		{ STR_INIT("chapters"), COLUMN_TASK }, { STR_INIT("content"), COLUMN_TASK },
		{ STR_INIT("contenu"), COLUMN_TASK }, { STR_INIT("contenido"), COLUMN_TASK },
		{ STR_INIT("comments"), COLUMN_ASIDE }),
	.of[LETTER('d')] = WORDS({ STR_INIT("date"), COLUMN_DATE },
		{ STR_INIT("dates"), COLUMN_DATE }, { STR_INIT("datum"), COLUMN_DATE },
		{ STR_INIT("début"), COLUMN_DATE }, { STR_INIT("duration"), COLUMN_TIME },
		{ STR_INIT("dauer"), COLUMN_TIME }, { STR_INIT("durée"), COLUMN_TIME },
		{ STR_INIT("duración"), COLUMN_TIME }, { STR_INIT("done"), COLUMN_STATUS },
		{ STR_INIT("done?"), COLUMN_STATUS }, { STR_INIT("deliverable"), COLUMN_ASIDE }),
	.of[LETTER('e')] = WORDS({ STR_INIT("end date"), COLUMN_DATE_TO },
		{ STR_INIT("end"), COLUMN_DATE_TO }, { STR_INIT("erledigt"), COLUMN_STATUS },
		{ STR_INIT("estado"), COLUMN_STATUS }, { STR_INIT("exercise"), COLUMN_TASK },
		{ STR_INIT("exercises"), COLUMN_TASK }, { STR_INIT("evening"), COLUMN_TASK },
		{ STR_INIT("exercices"), COLUMN_TASK }, { STR_INIT("ejercicios"), COLUMN_TASK }),
	.of[LETTER('f')] = WORDS({ STR_INIT("from"), COLUMN_DATE },
		{ STR_INIT("fecha"), COLUMN_DATE }, { STR_INIT("fechas"), COLUMN_DATE },
		{ STR_INIT("fin"), COLUMN_DATE_TO }, { STR_INIT("fait"), COLUMN_STATUS },
		{ STR_INIT("focus"), COLUMN_TITLE }, { STR_INIT("focus area"), COLUMN_TITLE }),
	.of[LETTER('g')] =
		WORDS({ STR_INIT("goal"), COLUMN_ASIDE }, { STR_INIT("goals"), COLUMN_ASIDE }),
	.of[LETTER('h')] =
		WORDS({ STR_INIT("hours"), COLUMN_HOURS }, { STR_INIT("heures"), COLUMN_HOURS },
			{ STR_INIT("horaire"), COLUMN_TIME }, { STR_INIT("horas"), COLUMN_HOURS },
			{ STR_INIT("hora"), COLUMN_TIME }, { STR_INIT("hecho"), COLUMN_STATUS }),
	.of[LETTER('i')] = WORDS({ STR_INIT("inhalt"), COLUMN_TASK }),
	.of[LETTER('l')] =
		WORDS({ STR_INIT("link"), COLUMN_ASIDE }, { STR_INIT("links"), COLUMN_ASIDE }),
	.of[LETTER('m')] = WORDS({ STR_INIT("morning"), COLUMN_TASK },
		{ STR_INIT("milestone"), COLUMN_ASIDE }, { STR_INIT("material"), COLUMN_ASIDE }),
	.of[LETTER('n')] = WORDS({ STR_INIT("notes"), COLUMN_ASIDE },
		{ STR_INIT("notizen"), COLUMN_ASIDE }, { STR_INIT("notas"), COLUMN_ASIDE }),
	.of[LETTER('o')] = WORDS(
		{ STR_INIT("objectif"), COLUMN_ASIDE }, { STR_INIT("objetivo"), COLUMN_ASIDE }),
	.of[LETTER('p')] =
		WORDS({ STR_INIT("progress"), COLUMN_STATUS }, { STR_INIT("phase"), COLUMN_TITLE },
			{ STR_INIT("practice"), COLUMN_TASK }, { STR_INIT("plan"), COLUMN_TASK }),
	.of[LETTER('r')] = WORDS({ STR_INIT("reading"), COLUMN_TASK },
		{ STR_INIT("resources"), COLUMN_ASIDE }, { STR_INIT("resource"), COLUMN_ASIDE },
		{ STR_INIT("ressources"), COLUMN_ASIDE }, { STR_INIT("recursos"), COLUMN_ASIDE }),
	.of[LETTER('s')] = WORDS({ STR_INIT("start date"), COLUMN_DATE },
		{ STR_INIT("start"), COLUMN_DATE }, { STR_INIT("stunden"), COLUMN_HOURS },
		{ STR_INIT("status"), COLUMN_STATUS }, { STR_INIT("stand"), COLUMN_STATUS },
		{ STR_INIT("statut"), COLUMN_STATUS }, { STR_INIT("subject"), COLUMN_TITLE },
		{ STR_INIT("schwerpunkt"), COLUMN_TITLE }, { STR_INIT("sujet"), COLUMN_TITLE },
		{ STR_INIT("study"), COLUMN_TASK }, { STR_INIT("score"), COLUMN_ASIDE }),
	.of[LETTER('t')] =
		WORDS({ STR_INIT("time"), COLUMN_TIME }, { STR_INIT("tiempo"), COLUMN_TIME },
			{ STR_INIT("theme"), COLUMN_TITLE }, { STR_INIT("topic"), COLUMN_TITLE },
			{ STR_INIT("topics"), COLUMN_TITLE }, { STR_INIT("title"), COLUMN_TITLE },
			{ STR_INIT("thema"), COLUMN_TITLE }, { STR_INIT("thème"), COLUMN_TITLE },
			{ STR_INIT("tema"), COLUMN_TITLE }, { STR_INIT("task"), COLUMN_TASK },
			{ STR_INIT("tasks"), COLUMN_TASK }, { STR_INIT("to do"), COLUMN_TASK },
			{ STR_INIT("todo"), COLUMN_TASK }, { STR_INIT("tâche"), COLUMN_TASK },
			{ STR_INIT("tâches"), COLUMN_TASK }, { STR_INIT("tarea"), COLUMN_TASK },
			{ STR_INIT("tareas"), COLUMN_TASK }, { STR_INIT("target"), COLUMN_ASIDE }),
	.of[LETTER('u')] =
		WORDS({ STR_INIT("until"), COLUMN_DATE_TO }, { STR_INIT("uhrzeit"), COLUMN_TIME }),
	.of[LETTER('v')] = WORDS({ STR_INIT("von"), COLUMN_DATE }),
	.of[LETTER('w')] =
		WORDS({ STR_INIT("work"), COLUMN_TASK }, { STR_INIT("what"), COLUMN_TASK }),
	.of[LETTER('z')] =
		WORDS({ STR_INIT("zeit"), COLUMN_TIME }, { STR_INIT("ziel"), COLUMN_ASIDE }),
	.wide = WORDS({ STR_INIT("日期"), COLUMN_DATE }, { STR_INIT("日付"), COLUMN_DATE },
		{ STR_INIT("дата"), COLUMN_DATE }, { STR_INIT("даты"), COLUMN_DATE },
		{ STR_INIT("时间"), COLUMN_TIME }, { STR_INIT("时长"), COLUMN_TIME },
		{ STR_INIT("時間"), COLUMN_TIME }, { STR_INIT("время"), COLUMN_TIME },
		{ STR_INIT("✓"), COLUMN_STATUS }, { STR_INIT("✔"), COLUMN_STATUS },
		{ STR_INIT("✅"), COLUMN_STATUS }, { STR_INIT("状态"), COLUMN_STATUS },
		{ STR_INIT("完成"), COLUMN_STATUS }, { STR_INIT("状態"), COLUMN_STATUS },
		{ STR_INIT("статус"), COLUMN_STATUS }, { STR_INIT("готово"), COLUMN_STATUS },
		{ STR_INIT("主题"), COLUMN_TITLE }, { STR_INIT("重点"), COLUMN_TITLE },
		{ STR_INIT("テーマ"), COLUMN_TITLE }, { STR_INIT("тема"), COLUMN_TITLE },
		{ STR_INIT("übungen"), COLUMN_TASK }, { STR_INIT("任务"), COLUMN_TASK },
		{ STR_INIT("内容"), COLUMN_TASK }, { STR_INIT("学习内容"), COLUMN_TASK },
		{ STR_INIT("学習内容"), COLUMN_TASK }, { STR_INIT("課題"), COLUMN_TASK },
		{ STR_INIT("やること"), COLUMN_TASK }, { STR_INIT("задачи"), COLUMN_TASK },
		{ STR_INIT("задания"), COLUMN_TASK }, { STR_INIT("что делать"), COLUMN_TASK },
		{ STR_INIT("备注"), COLUMN_ASIDE }, { STR_INIT("目标"), COLUMN_ASIDE },
		{ STR_INIT("資料"), COLUMN_ASIDE }, { STR_INIT("目標"), COLUMN_ASIDE }),
};

/* The cells of a row by what their columns hold. */
struct row {
	struct str cell[MAX_CELLS];
	int n;
	struct str week, day, date, date_to, time, status, title;
	const char *box; /* "[ ]" as the whole of the status, else NULL */
	bool hours;      /* a bare number in `time` counts hours */
	bool done;
	int stated; /* -1 */
};

/* A later row for the whole of the head. */
static const struct plan_word *longer_word(struct str head, const struct plan_word *w, size_t *n)
{
	for (; w->name.n && *n < head.n; w++) {
		if (plan_term_at(head, w, 1, n) && *n == head.n)
			return w;
		*n = 0;
	}
	return NULL;
}

static enum column column_of(struct str head, bool first)
{
	size_t n;
	int from, to;
	enum label_kind label = plan_label_word(head);
	if (label == LABEL_WEEK)
		return COLUMN_WEEK;
	if (label == LABEL_DAY || (first && head.n == 0))
		return COLUMN_DAY;
	const struct plan_word *w = plan_find_word(head, &column_words, true, &n);
	if (w && n < head.n) /* "start" of "start date" */
		w = longer_word(head, w, &n);
	if (w && n == head.n)
		return (enum column)w->value;
	return plan_minutes(head, &from, &to) ? COLUMN_TASK : COLUMN_TEXT;
}

/* "Mon", "Monday (2 h)", "Mon, Jan 5" as the head of a column. */
static bool weekday_column(struct str head, struct label *l)
{
	struct plan_amount amount;
	int from, to;
	struct str rest = plan_skip_decoration(head), name = rest;
	int weekday = plan_weekday(&rest, true);
	if (weekday < 0 || plan_word_follows(rest))
		return false;
	*l = (struct label){ .kind = LABEL_DAY, .weekday = true, .rest = rest };
	l->from = l->to = weekday + 1;
	l->name = str_slice(name, 0, name.n - rest.n);
	return plan_skip_decoration(rest).n == 0 || plan_line_dates(rest, &from, &to) ||
	       plan_find_amount(rest, 0, false, &amount);
}

/* A timetable has two columns of weekdays at least: one alone may be a word. */
static void mark_weekdays(struct plan_table *t)
{
	struct label l;
	int n = 0;
	for (int i = 0; i < t->ncolumn; i++)
		n += weekday_column(t->head[i], &l);
	t->timetable = n > 1;
	for (int i = 0; t->timetable && i < t->ncolumn; i++) {
		if (weekday_column(t->head[i], &l))
			t->column[i] = COLUMN_WEEKDAY;
	}
}

/* The head says what the columns are; a plan's says where and what. */
static void open_table(struct parser *ps)
{
	struct plan_table *t = &ps->table;
	bool has[COLUMNS] = { false };
	t->ncolumn = md_table_cells(t->before, t->head, MAX_CELLS);
	t->open = true;
	t->week = -1;
	t->ntext = 0;
	for (int i = 0; i < t->ncolumn; i++) {
		t->head[i] = str_trim(md_plain(t->head[i], ps->a));
		t->column[i] = column_of(t->head[i], i == 0);
	}
	mark_weekdays(t);
	for (int i = 0; i < t->ncolumn; i++)
		has[t->column[i]] = true;
	bool where = has[COLUMN_WEEK] || has[COLUMN_DAY] || has[COLUMN_DATE] || has[COLUMN_TIME];
	t->useful = where && (has[COLUMN_TASK] || has[COLUMN_TITLE] || has[COLUMN_DATE_TO]);
	/* Without a column of tasks those whose heads say nothing, else the topic, are what to do. */
	t->what = has[COLUMN_TASK] ? COLUMN_TASK : has[COLUMN_TEXT] ? COLUMN_TEXT : COLUMN_TITLE;
	for (int i = 0; i < t->ncolumn; i++)
		t->ntext += t->column[i] == t->what;
	t->weeks = has[COLUMN_WEEK];
	if (t->weeks && (!ps->tables || ps->known_weeks)) /* an overview: only its dates count */
		t->useful = has[COLUMN_DATE];
	else
		t->useful = (t->useful || t->timetable) && ps->tables;
	/* Where weeks are headings, a timetable outside them is how weeks go as a rule. */
	if (t->timetable && ps->known_weeks && ps->week < 0)
		t->useful = false;
}

static void take_cell(struct row *r, enum column c, struct str cell)
{
	struct str *place[COLUMNS] = {
		[COLUMN_WEEK] = &r->week,
		[COLUMN_DAY] = &r->day,
		[COLUMN_DATE] = &r->date,
		[COLUMN_DATE_TO] = &r->date_to,
		[COLUMN_TIME] = &r->time,
		[COLUMN_HOURS] = &r->time,
		[COLUMN_STATUS] = &r->status,
		[COLUMN_TITLE] = &r->title,
	};
	if (place[c] && place[c]->n == 0)
		*place[c] = cell;
	r->hours = r->hours || c == COLUMN_HOURS;
}

static struct row read_row(struct parser *ps, struct str line)
{
	struct plan_table *t = &ps->table;
	struct row r = { .stated = -1 };
	r.n = md_table_cells(line, r.cell, MAX_CELLS);
	for (int i = 0; i < r.n && i < t->ncolumn; i++)
		take_cell(&r, t->column[i], r.cell[i]);
	struct str s = r.status;
	r.stated = plan_status_alone(s);
	if (s.n == 3 && s.p[0] == '[' && s.p[2] == ']' &&
		(s.p[1] == ' ' || (s.p[1] | 0x20) == 'x')) {
		r.box = s.p;
		r.stated = s.p[1] == ' ' ? PLAN_OPEN : PLAN_DONE;
	} else if (str_caseeq(s, STR("x")) || str_caseeq(s, STR("yes"))) {
		r.stated = PLAN_DONE;
	}
	r.done = r.stated == PLAN_DONE;
	return r;
}

static void row_dates(const struct row *r, int *from, int *to)
{
	int end;
	if (!plan_line_dates(r->date, from, to))
		return;
	if (plan_line_dates(r->date_to, &end, &(int){ 0 }))
		*to = end;
}

static void row_minutes(struct parser *ps, const struct row *r, int *from, int *to)
{
	struct str s = r->time;
	if (r->hours && s.n && plan_digit(s.p[s.n - 1]))
		s = arena_printf(ps->a, "%.*s hours", STR_ARG(s));
	plan_minutes(s, from, to);
}

/* Weeks are headings: the table tells when they are. */
static void overview_row(struct parser *ps, const struct row *r)
{
	struct week_dates d = { 0, DAY_NONE, DAY_NONE };
	int to;
	row_dates(r, &d.from, &d.to);
	struct str week = md_plain(r->week, ps->a);
	if (d.from == DAY_NONE || !plan_cell_number(week, LABEL_WEEK, &d.number, &to))
		return;
	ps->dates = plan_room(ps, ps->dates, ps->ndates, &ps->cap_dates, sizeof *ps->dates);
	ps->dates[ps->ndates++] = d;
}

static struct str row_title(struct parser *ps, const struct row *r)
{
	struct str title = md_plain(r->title, ps->a);
	return plan_title(title, plan_shouted(title), ps->a);
}

/* True when the row stands in a week, which it may open; an empty cell means the one above. */
static bool row_week(struct parser *ps, const struct row *r, bool has_day)
{
	struct plan_table *t = &ps->table;
	struct label l = { .kind = LABEL_WEEK };
	struct str cell = md_plain(r->week, ps->a);
	if (str_trim(cell).n == 0)
		return t->week >= 0;
	if (!plan_cell_number(cell, LABEL_WEEK, &l.from, &l.to))
		return false;
	if (t->week >= 0 && ps->week == t->week && ps->plan.week[t->week].number == l.from)
		return true;
	plan_open_week(ps, &l, LEVEL_BOLD, has_day ? (struct str){ 0 } : row_title(ps, r));
	t->week = ps->week;
	struct plan_week *w = &ps->plan.week[ps->week];
	if (!has_day) {
		row_dates(r, &w->date_from, &w->date_to);
		row_minutes(ps, r, &w->minutes_from, &w->minutes_to);
	}
	w->marks |=
		plan_line_says(md_plain(r->status, ps->a), PLACE_HEAD, false, &ps->starts).marks;
	return true;
}

/* The label of a row's day: "3", "Day 3", "Mon", or the date. */
static bool day_label(struct parser *ps, const struct row *r, struct label *l)
{
	struct str cell = str_trim(md_plain(r->day, ps->a)), t = cell;
	*l = (struct label){ .kind = LABEL_DAY };
	int weekday;
	if (plan_cell_number(cell, LABEL_DAY, &l->from, &l->to))
		return true;
	t = plan_skip_decoration(t);
	weekday = plan_weekday(&t, true);
	if (weekday >= 0) {
		l->weekday = true;
		l->from = l->to = weekday + 1;
		return true;
	}
	return !ps->outline && plan_label_day(cell.n ? cell : md_plain(r->date, ps->a), l) &&
	       l->key;
}

static void row_day(struct parser *ps, const struct row *r, struct label *l)
{
	l->rest = l->key ? l->rest : (struct str){ 0 };
	plan_open_day(ps, l, LEVEL_BOLD);
	ps->table.days = true;
	struct plan_day *d = &ps->plan.day[ps->day];
	d->title = row_title(ps, r);
	if (!d->title.n && l->weekday)
		d->title = plan_skip_decoration(str_trim(md_plain(r->day, ps->a)));
	if (d->date == DAY_NONE)
		row_dates(r, &d->date, &d->date_to);
	row_minutes(ps, r, &d->minutes_from, &d->minutes_to);
	if (r->stated > PLAN_OPEN)
		ps->note[ps->day].status = (enum plan_status)r->stated;
	d->marks |=
		plan_line_says(md_plain(r->status, ps->a), PLACE_HEAD, false, &ps->starts).marks;
}

/* The next task of a cell: cells hold several, cut by line breaks or bullets. */
static bool next_piece(struct str *cell, struct str *piece)
{
	static const struct str breaks[] = { STR_INIT("<br>"), STR_INIT("<br/>"),
		STR_INIT("<br />"), STR_INIT("•") };
	while (cell->n) {
		size_t end = cell->n, skip = 0;
		for (size_t i = 0; i < LENGTH(breaks); i++) {
			ptrdiff_t at = str_casefind(str_slice(*cell, 0, end), breaks[i], 0);
			if (at >= 0) {
				end = (size_t)at;
				skip = breaks[i].n;
			}
		}
		*piece = str_trim(str_slice(*cell, 0, end));
		*cell = plan_after(*cell, end + skip);
		struct str rest = *piece;
		if (plan_bullet(&rest) && rest.n)
			*piece = rest;
		if (plan_skip_decoration(*piece).n)
			return true;
	}
	return false;
}

static void add_pieces(struct parser *ps, const struct row *r, struct str cell)
{
	struct str piece, rest = cell, first;
	bool one = next_piece(&rest, &first) && !next_piece(&rest, &(struct str){ 0 });
	bool boxed = r->box && one && ps->table.ntext == 1;
	struct str box = boxed ? (struct str){ r->box, 3 } : (struct str){ 0 };
	ps->nnest = 0;
	while (next_piece(&cell, &piece)) {
		struct plan_item *it = plan_add_item(ps, box, piece, r->done);
		int from, to;
		struct str time = r->time;
		if (it->status < PLAN_DEFERRED && r->stated > PLAN_OPEN)
			it->status = (enum plan_status)r->stated;
		if (plan_clock(&time, &from, &to)) {
			it->clock = from;
			it->minutes_from = it->minutes_to = to >= 0 ? to - from : it->minutes_to;
		} else if (one && it->minutes_to == 0) {
			row_minutes(ps, r, &it->minutes_from, &it->minutes_to);
		}
	}
}

static void row_tasks(struct parser *ps, const struct row *r)
{
	struct plan_table *t = &ps->table;
	bool named = t->ntext > 1;
	for (int i = 0; i < r->n && i < t->ncolumn; i++) {
		struct str rest = r->cell[i];
		if (t->column[i] != t->what || !next_piece(&rest, &(struct str){ 0 }))
			continue;
		if (named)
			plan_name_block(ps, t->head[i]);
		add_pieces(ps, r, r->cell[i]);
	}
	plan_end_block(ps);
}

static void plan_row(struct parser *ps, struct str line)
{
	struct plan_table *t = &ps->table;
	struct row r = read_row(ps, line);
	struct label day;
	bool weeks = t->weeks;
	if (weeks && (!ps->tables || ps->known_weeks)) {
		overview_row(ps, &r);
		return;
	}
	bool has_day = (!weeks || r.day.n) && day_label(ps, &r, &day);
	plan_end_block(ps);
	if (weeks && !row_week(ps, &r, has_day))
		return;
	if (has_day)
		row_day(ps, &r, &day);
	else if (!weeks && (ps->week < 0 || !plan_clock(&(struct str){ r.time.p, r.time.n },
						    &(int){ 0 }, &(int){ 0 })))
		return;
	row_tasks(ps, &r);
	ps->tabled = ps->week;
}

/* ---- timetables: a column for each weekday */

/* How long something takes, or that nothing is done, is no task. */
static bool holds_task(struct str cell)
{
	struct str piece;
	struct plan_amount a;
	while (next_piece(&cell, &piece)) {
		if (!plan_find_amount(piece, 0, false, &a) || a.at > 0 || a.end < piece.n)
			return true;
	}
	return false;
}

/* Whether the first cells of rows name parts of a day, "Morning", and no clock or week. */
static bool names_parts(const struct plan_table *t)
{
	enum column c = t->column[0];
	return c != COLUMN_WEEKDAY && c != COLUMN_WEEK && c != COLUMN_TIME && c != COLUMN_HOURS;
}

static void slot_tasks(struct parser *ps, struct row r, int column, bool named)
{
	struct str name = plan_skip_decoration(r.cell[0]), clock = name;
	int from, to;
	if (named && plan_clock(&clock, &from, &to))
		r.time = name;
	else if (named && name.n)
		plan_name_block(ps, r.cell[0]);
	add_pieces(ps, &r, r.cell[column]);
	plan_end_block(ps);
}

/* The day of a column, with what its rows hold for it; no day when that is nothing. */
static void timetable_day(struct parser *ps, const struct row *row, int nrow, int column)
{
	struct label l;
	bool named = nrow > 1 && names_parts(&ps->table), opened = false;
	if (!weekday_column(ps->table.head[column], &l))
		return;
	for (int i = 0; i < nrow; i++) {
		if (column >= row[i].n || !holds_task(row[i].cell[column]))
			continue;
		if (!opened)
			plan_open_day(ps, &l, LEVEL_BOLD);
		opened = ps->table.days = true;
		slot_tasks(ps, row[i], column, named);
	}
}

/* One week. Its tasks stand in the order of its days, in the line of the first of these rows. */
static void timetable_week(struct parser *ps, const struct row *row, int nrow)
{
	if (nrow == 0 || (row[0].week.n && !row_week(ps, &row[0], false)))
		return;
	for (int i = 0; i < ps->table.ncolumn; i++) {
		if (ps->table.column[i] == COLUMN_WEEKDAY)
			timetable_day(ps, row, nrow, i);
	}
	ps->tabled = ps->week;
}

/* The week that a row is for may be told by a column without a head: "Week 2". */
static void find_week(struct parser *ps, struct row *r)
{
	struct label l;
	struct str first = r->n ? md_plain(r->cell[0], ps->a) : (struct str){ 0 };
	if (!ps->table.weeks && plan_label(first, &l) && l.kind == LABEL_WEEK && !l.words)
		r->week = r->cell[0];
}

/* A row that names a week begins one; without, all rows together are one. */
static void read_timetable(struct parser *ps)
{
	struct plan_table *t = &ps->table;
	struct row *row = arena_alloc(ps->a, (size_t)t->nslot, sizeof *row);
	int line = ps->line, first = 0;
	size_t at = ps->at;
	plan_end_block(ps);
	for (int i = 0; i <= t->nslot; i++) {
		if (i < t->nslot) {
			row[i] = read_row(ps, t->slot[i].text);
			find_week(ps, &row[i]);
		}
		if (i < t->nslot && row[i].week.n == 0)
			continue;
		ps->line = t->slot[first].line;
		ps->at = t->slot[first].at;
		timetable_week(ps, row + first, i - first);
		first = i;
	}
	ps->line = line;
	ps->at = at;
}

static void keep_slot(struct parser *ps, struct str line)
{
	struct plan_table *t = &ps->table;
	t->slot = plan_room(ps, t->slot, t->nslot, &t->cap_slot, sizeof *t->slot);
	t->slot[t->nslot++] = (struct plan_slot){ line, ps->line, ps->at };
}

/* ---- lines */

void plan_end_table(struct parser *ps)
{
	struct plan_table *t = &ps->table;
	if (!t->open && !t->before.n)
		return;
	if (t->nslot)
		read_timetable(ps);
	if (t->open && t->useful && ps->tables) {
		if (t->week >= 0)
			plan_end_week(ps);
		else if (t->days)
			plan_end_day(ps);
	}
	*t = (struct plan_table){ .week = -1 };
}

/* A row without "|" at its start; no other kind of line. */
static bool bare_row(struct str line)
{
	return line.n && memchr(line.p, '|', line.n) && !strchr("#>", *line.p) &&
	       !plan_bullet(&line);
}

/* "--|--" below a row without "|" at its start, which is its head. */
static bool bare_head(struct parser *ps, struct str line)
{
	if (ps->above_line != ps->line - 1 || !md_table_rule(line) || !bare_row(ps->above))
		return false;
	ps->table.before = ps->above;
	return ps->table.bare = true;
}

bool plan_table_line(struct parser *ps, struct str line)
{
	struct plan_table *t = &ps->table;
	bool row = *line.p == '|' || (t->bare && bare_row(line));
	if (!row && !bare_head(ps, line)) {
		plan_end_table(ps);
		return false;
	}
	if (t->open && t->timetable && t->useful)
		keep_slot(ps, line);
	else if (t->open && t->useful)
		plan_row(ps, line);
	else if (!t->open && t->before.n && md_table_rule(line))
		open_table(ps);
	else if (!t->open)
		t->before = line;
	ps->nnest = 0;
	return true;
}
