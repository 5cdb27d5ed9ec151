/* day_load.c - what is known of a day of the plan: its text, its tasks, its topics, its files. */
#include <stdio.h>

#include "hone/about.h"
#include "hone/planner_days.h"
#include "hone/md.h"
#include "hone/want.h"
#include "views/day_priv.h"
#include "views/views.h"

/* Of more reviews than that it is not asked which are of the day's topics. */
enum { MOST_DUE = 1000 };

static struct str keep(struct day_view *v, struct buf *b)
{
	struct str kept = arena_str(&v->arena, buf_str(b));
	buf_release(b);
	return kept;
}

/* ---- where it stands */

static void add_dates(struct buf *out, const struct calendar_day *at, int today)
{
	char dates[48];
	if (at->from != DAY_NONE)
		buf_addf(out, " · %s%s", at->projected ? "~" : "",
			views_dates(at->from, at->to, today, dates));
}

static struct str where(struct day_view *v, const struct study *s, const struct plan_day *d)
{
	const struct plan_week *w = &s->plan.week[d->week];
	const struct calendar_day *at = &v->cal.day[v->day];
	struct buf out = { 0 };
	if (w->number)
		buf_addf(&out, "Week %d · ", w->number);
	buf_addf(&out, "Day %d", d->from);
	if (d->to > d->from)
		buf_addf(&out, "-%d", d->to);
	if (d->overall_from)
		buf_addf(&out, " (day %d of all)", d->overall_from);
	add_dates(&out, at, s->today);
	buf_addf(&out, " · %s",
		at->deferred && d->status < PLAN_DEFERRED ? "deferred"
							  : plan_status_name(d->status));
	for (int i = 0; i < PLAN_MARKS; i++)
		if (d->marks & (1u << i))
			buf_addf(&out, " · %s", plan_mark_name(i));
	return keep(v, &out);
}

/* "first planned Tue 11 Nov · planned 1 day, so far 2 · noted: 135 m" */
static struct str more(struct day_view *v, const struct study *s, int worked)
{
	const struct calendar_day *at = &v->cal.day[v->day];
	struct buf out = { 0 };
	char text[48];
	buf_addf(&out, "planned %d %s", at->planned, at->planned == 1 ? "day" : "days");
	if (worked)
		buf_addf(&out, ", worked on %d", worked);
	if (at->was_from != DAY_NONE && (at->was_from != at->from || at->was_to != at->to))
		buf_addf(&out, " · first planned %s",
			views_dates(at->was_from, at->was_to, s->today, text));
	if (v->guide.minutes_taken)
		buf_addf(&out, " · the plan says it took %s",
			views_minutes(v->guide.minutes_taken, v->guide.minutes_taken, text));
	if (v->guide.score >= 0)
		buf_addf(&out, " · knowledge check %.4g %%", v->guide.score / 10.0);
	return keep(v, &out);
}

/* ---- tasks */

static bool load_tasks(
	struct day_view *v, const struct study *s, const struct plan_day *d, struct err *e)
{
	struct planner_deeds deeds;
	v->ntask = d->nitem;
	v->done = d->ndone;
	v->task = arena_alloc(&v->arena, (size_t)d->nitem + 1, sizeof *v->task);
	for (int i = 0; i < d->nitem; i++) {
		const struct plan_item *item = &s->plan.item[d->first + i];
		if (!planner_deeds(s, item->id, &deeds, &v->arena, e))
			return false;
		v->task[i] = (struct day_task){ d->first + i, item->id, item->done, deeds.ms,
			md_plain(item->text, &v->arena), deeds.note, deeds.nnote };
	}
	if (!planner_timer(s, &v->timer, e) || !planner_day_deeds(s, v->day, &deeds, &v->arena, e))
		return false;
	v->ms = deeds.ms;
	v->more = more(v, s, deeds.days);
	return true;
}

/* ---- topics */

struct counting {
	struct day_view *v;
	const struct study *s;
	struct matcher *topics; /* of the day, by their numbers there */
	struct about about;
	int64_t *id; /* of them, 0: not among the study's */
	struct arena arena;
	struct err *e;
	int n;
	bool failed;
};

static bool count_due(void *ctx, int64_t id, int due, int interval, int64_t file)
{
	struct counting *n = ctx;
	struct err why = { 0 };
	struct card c;
	(void)due;
	(void)interval;
	(void)file;
	if (n->n++ == MOST_DUE) {
		n->v->many = true;
		return false;
	}
	arena_clear(&n->arena);
	if (!catalog_card(n->s->store, id, &c, &n->arena, &why)) {
		n->failed = why.kind != ERR_MISSING && !err_set(n->e, why.kind, "%s", why.text);
		return !n->failed;
	}
	int found;
	const int *topic = match_card(n->topics, c.topic, c.tags, c.front, &found);
	topic = joins_apply(
		&n->about.joins, JOIN_CARD_TOPIC, id, n->id, n->v->ntopic, topic, &found);
	for (int i = 0; i < found; i++)
		n->v->topic[topic[i]].due++;
	return true;
}

static struct day_topic day_topic(const struct about *b, const struct about_topic *from)
{
	struct day_topic t = { .name = from->name, .note = from->note, .said = from->said };
	if (from->topic < 0)
		return t;
	const struct topic_row *row = &b->cover.topic[from->topic];
	t.known = true;
	t.id = row->id;
	t.level = row->level;
	if (!from->said && !str_caseeq(from->name, row->name))
		t.as = row->name;
	return t;
}

static bool load_topics(struct day_view *v, const struct study *s, struct err *e)
{
	struct counting n = { .v = v, .s = s, .e = e };
	v->ntopic = 0;
	v->many = false;
	if (!about_load(s, &n.about, &v->arena, e))
		return false;
	const struct about_topic *from =
		about_day(&n.about, v->id, &v->guide, &v->ntopic, &v->arena);
	v->topic = arena_alloc(&v->arena, (size_t)v->ntopic + 1, sizeof *v->topic);
	n.id = arena_alloc(&v->arena, (size_t)v->ntopic + 1, sizeof *n.id);
	n.topics = match_new(&v->arena);
	if (v->ntopic == 0)
		return true;
	for (int i = 0; i < v->ntopic; i++) {
		v->topic[i] = day_topic(&n.about, &from[i]);
		n.id[i] = v->topic[i].id;
		match_name(n.topics, i, v->topic[i].name);
		match_name(n.topics, i, v->topic[i].as);
	}
	bool ok = catalog_each_due(s->store, s->today, s->today, count_due, &n, e) && !n.failed;
	arena_release(&n.arena);
	return ok;
}

/* ---- cards that were put on it */

/* One that is over and not begun is on today. */
static bool load_wanted(struct day_view *v, const struct study *s, struct err *e)
{
	const struct calendar_day *at = &v->cal.day[v->day];
	struct want *w;
	int n;
	v->nwanted = 0;
	if (at->from == DAY_NONE)
		return true;
	if (!want_list(s, &w, &n, &v->arena, e))
		return false;
	v->wanted = arena_alloc(&v->arena, (size_t)n + 1, sizeof *v->wanted);
	for (int i = 0; i < n; i++) {
		struct card c;
		if (w[i].day < at->from || w[i].day > at->to)
			continue;
		if (!catalog_card(s->store, w[i].card, &c, &v->arena, e))
			return false;
		v->wanted[v->nwanted++] = md_plain(c.front, &v->arena);
	}
	return true;
}

/* ---- links and files */

static bool add_link(
	struct day_view *v, const struct study *s, const struct guide_link *from, struct err *e)
{
	struct plan_links found;
	struct day_link *to = &v->link[v->nlink++];
	if (!plan_links_in(s, from->url, &found, &v->arena, e))
		return false;
	*to = (struct day_link){ .label = from->label, .there = found.n > 0 };
	to->link = found.n ? found.link[0] : (struct plan_link){ .target = from->url };
	return true;
}

static bool load_links(struct day_view *v, const struct study *s, struct str text, struct err *e)
{
	struct guide g = guide_parse(text, s->plan_path, &s->plan, &v->arena);
	v->nlink = 0;
	v->link = arena_alloc(&v->arena, (size_t)g.nlink + 1, sizeof *v->link);
	for (int i = 0; i < g.nlink; i++)
		if (g.link[i].day == v->day && !add_link(v, s, &g.link[i], e))
			return false;
	return true;
}

static bool has_link(const struct day_link *link, int n, struct str target)
{
	for (int i = 0; i < n; i++)
		if (str_eq(link[i].link.target, target))
			return true;
	return false;
}

static void add_sheet(struct day_view *v, const struct study *s, const struct file_row *f)
{
	if (str_eq(f->path, s->plan_path) || has_link(v->link, v->nlink, f->path) ||
		has_link(v->sheet, v->nsheet, f->path))
		return;
	v->sheet[v->nsheet++] = (struct day_link){ f->title, { f->path, false }, true };
}

/* What the user said of a sheet's first heading holds for the sheet. */
static const struct join *said_of(
	const struct joins *j, const struct file_row *f, const struct plan_day *d)
{
	return joins_find(j, JOIN_SECTION_DAY, join_section(f->path, f->title), (int64_t)d->id);
}

/* A section further down. */
static bool add_section(
	struct day_view *v, const struct study *s, const struct join *j, struct err *e)
{
	struct join_end end;
	if (!join_end(s, JOINED_SECTION, j->from, j->section, &end, &v->arena, e))
		return false;
	if (end.there && !has_link(v->sheet, v->nsheet, end.section) &&
		!has_link(v->sheet, v->nsheet, end.path))
		v->sheet[v->nsheet++] = (struct day_link){ end.name, { end.section, false }, true };
	return true;
}

/* Those that the user said, those that the day's text names, then those that carry its number. */
static bool load_sheets(struct day_view *v, const struct study *s, struct str text, struct err *e)
{
	const struct plan_day *d = &s->plan.day[v->day];
	struct plan_links named;
	struct joins j;
	struct file_row *file;
	size_t n;
	v->nsheet = 0;
	if (!plan_links_in(s, str_slice(text, d->from_at, d->to_at), &named, &v->arena, e) ||
		!catalog_files(s->store, CONTENT_SHEET, &file, &n, &v->arena, e) ||
		!joins_load(s, &j, &v->arena, e))
		return false;
	v->sheet = arena_alloc(&v->arena, n + (size_t)j.n + 1, sizeof *v->sheet);
	for (size_t i = 0; i < n; i++) {
		const struct join *said = said_of(&j, &file[i], d);
		if (said && said->yes)
			add_sheet(v, s, &file[i]);
	}
	for (int i = 0; i < j.n; i++)
		if (j.join[i].kind == JOIN_SECTION_DAY && j.join[i].to == (int64_t)d->id &&
			j.join[i].yes && !add_section(v, s, &j.join[i], e))
			return false;
	for (size_t i = 0; i < n; i++)
		for (int k = 0; k < named.n; k++)
			if (!named.link[k].web && str_eq(named.link[k].target, file[i].path) &&
				!said_of(&j, &file[i], d))
				add_sheet(v, s, &file[i]);
	for (size_t i = 0; i < n; i++)
		if (day_owns_sheet(s, v->day, &file[i]) && !said_of(&j, &file[i], d))
			add_sheet(v, s, &file[i]);
	return true;
}

static int index_of(const struct plan *p, uint64_t id)
{
	for (int i = 0; i < p->nday; i++)
		if (p->day[i].id == id)
			return i;
	return -1;
}

bool day_load(struct day_view *v, const struct study *s, struct err *e)
{
	struct decoded text;
	arena_clear(&v->arena);
	v->ntask = v->ntopic = v->nlink = v->nsheet = v->nwanted = 0;
	v->guide = (struct guide_day){ .score = -1 };
	v->more = v->where = v->title = (struct str){ 0 };
	v->day = index_of(&s->plan, v->id);
	if (v->day < 0)
		return true;
	const struct plan_day *d = &s->plan.day[v->day];
	if (!planner_calendar(s, &v->cal, &v->arena, e)) {
		v->day = -1;
		return false;
	}
	v->title = md_plain(d->title, &v->arena);
	views_minutes(d->minutes_from, d->minutes_to, v->minutes);
	v->where = where(v, s, d);
	if (!study_text(s, s->plan_path, &text, &v->arena, e))
		return false;
	v->guide = guide_of_day(text.text, &s->plan, d->week, v->day, &v->arena);
	return load_tasks(v, s, d, e) && load_topics(v, s, e) && load_wanted(v, s, e) &&
	       load_links(v, s, text.text, e) && load_sheets(v, s, text.text, e);
}
