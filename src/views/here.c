/* here.c - what belongs to a section of a sheet: its cards, its topics, the days of the plan it is of. */
#include "hone/belong.h"
#include "hone/planner_days.h"
#include "hone/planner.h"
#include "tui/app.h"
#include "views/hits.h"
#include "views/views.h"

enum { MOST_EACH = 100 };

enum action { OPEN = ACTION_OWN, NEXT, BEFORE, JOINS, CLOSE };

static const struct key_row keys[] = {
	{ "Enter Space", OPEN, "open", "Go there", 0 },
	{ "] Right", NEXT, "section", "The next section of the sheet", 0 },
	{ "[ Left", BEFORE, NULL, "The section before", 0 },
	{ "J", JOINS, "join", "What may belong to this section: say so, or not", 0 },
	{ "q Esc x", CLOSE, "back", "Back to the sheet", 0 },
	LIST_KEYS,
	{ 0 },
};

struct here {
	struct buf path;
	int line;
	struct arena arena;
	struct belong_place place;
	struct hit_list found;
};

/* ---- days of the plan */

static struct str day_title(const struct study *s, int day, struct arena *a)
{
	const struct plan_day *d = &s->plan.day[day];
	const struct plan_week *w = &s->plan.week[d->week];
	struct str title = md_plain(d->title, a);
	return w->number ? arena_printf(
				   a, "Week %d · Day %d %.*s", w->number, d->from, STR_ARG(title))
			 : arena_printf(a, "Day %d %.*s", d->from, STR_ARG(title));
}

static struct search_hit day_hit(
	struct here *h, const struct study *s, const struct calendar *cal, int day, const char *how)
{
	char dates[48];
	const struct plan_day *d = &s->plan.day[day];
	views_dates(cal->day[day].from, cal->day[day].to, s->today, dates);
	return (struct search_hit){ .kind = SEARCH_PLAN,
		.id = (int64_t)d->id,
		.path = arena_str(&h->arena, s->plan_path),
		.line = d->line,
		.title = day_title(s, day, &h->arena),
		.where = arena_printf(&h->arena, "%s%s%s", how, *dates ? " · " : "", dates) };
}

static bool add_days(struct here *h, const struct study *s, const struct file_row *file,
	struct search_hits *hits, struct err *e)
{
	struct decoded text;
	struct calendar cal;
	struct joins joins;
	bool links;
	if (!joins_load(s, &joins, &h->arena, e) ||
		!study_text(s, s->plan_path, &text, &h->arena, e) ||
		!planner_calendar(s, &cal, &h->arena, e))
		return false;
	size_t n = hits->n, most = n + (size_t)s->plan.nday + 1;
	struct search_hit *hit = arena_alloc(&h->arena, most, sizeof *hit);
	for (size_t i = 0; i < n; i++)
		hit[i] = hits->hit[i];
	for (int i = 0; i < s->plan.nday; i++) {
		const struct join *said = belong_day(&joins, &h->place, s->plan.day[i].id);
		if (!day_links_sheet(s, i, text.text, file->path, &links, &h->arena, e))
			return false;
		if (said ? said->yes : links || day_owns_sheet(s, i, file))
			hit[n++] = day_hit(h, s, &cal, i,
				said    ? "you said so"
				: links ? "names it"
					: "its number");
	}
	hits->of[SEARCH_PLAN] = n - hits->n;
	hits->hit = hit;
	hits->n = n;
	return true;
}

static bool load(struct here *h, const struct study *s, struct err *e)
{
	struct decoded text;
	struct file_row file;
	struct search_hits hits;
	bool found;
	struct str path = buf_str(&h->path);
	hits_set(&h->found, (struct search_hits){ 0 });
	arena_clear(&h->arena);
	h->place = (struct belong_place){ 0 };
	if (!study_text(s, path, &text, &h->arena, e))
		return false;
	h->place = belong_at(path, text.text, h->line, &h->arena);
	if (!belong_here(s, &h->place, MOST_EACH, &hits, &h->arena, e) ||
		!catalog_file(s->store, path, &file, &found, &h->arena, e) ||
		(found && s->plan.nday && !add_days(h, s, &file, &hits, e)))
		return false;
	hits_set(&h->found, hits);
	return true;
}

/* To the heading after or before this one. */
static bool step(struct here *h, const struct study *s, int by, struct err *e)
{
	struct arena a = { 0 };
	struct decoded text;
	int n = 0, at = 0;
	bool ok = study_text(s, buf_str(&h->path), &text, &a, e);
	const struct md_heading *heading = ok ? md_outline(text.text, &n, &a) : NULL;
	while (at < n && heading[at].source <= h->line)
		at++;
	at += by > 0 ? 0 : -2;
	if (at >= 0 && at < n)
		h->line = heading[at].source;
	arena_release(&a);
	return ok && load(h, s, e);
}

/* Of the card under the cursor, else of the section itself. */
static void join(const struct here *h, struct app *app)
{
	int at = hits_chosen(&h->found);
	const struct search_hit *hit = at < 0 ? NULL : &h->found.hits.hit[at];
	if (hit && hit->kind == SEARCH_CARD)
		app_open(app, &view_joins, STR("card-topic"), hit->id);
	else
		app_open(app, &view_joins, STR("section-topic"),
			h->place.nheading ? join_section(h->place.path, h->place.heading[0]) : 0);
}

static bool act(struct here *h, struct app *app, const struct msg *m, struct err *e)
{
	switch (m->action) {
	case OPEN: hits_go(&h->found, app); return true;
	case JOINS: join(h, app); return true;
	case NEXT:
	case BEFORE: return step(h, app_study(app), m->action == NEXT ? 1 : -1, e);
	default: hits_move(&h->found, m->action, m->count); return true;
	}
}

static struct nav update(void *state, struct app *app, const struct msg *m)
{
	struct here *h = state;
	struct err e = { 0 };
	bool ok = true;
	switch (m->kind) {
	case MSG_OPEN:
		buf_add(&h->path, m->text);
		h->line = (int)m->number;
		ok = load(h, app_study(app), &e);
		break;
	case MSG_SIZE: hits_resize(&h->found, m->rows); break;
	case MSG_STUDY: ok = load(h, app_study(app), &e); break;
	case MSG_ACTION:
		if (m->action == CLOSE)
			return (struct nav){ .kind = NAV_CLOSE };
		ok = act(h, app, m, &e);
		break;
	case MSG_TEXT:
	case MSG_GOTO:
	case MSG_TICK:
	case MSG_AWAY:
	case MSG_BACK: return (struct nav){ .kind = NAV_SAME };
	}
	if (!ok)
		app_error(app, &e);
	return (struct nav){ .kind = NAV_STAY };
}

static void draw(const void *state, const struct study *study, struct canvas c, bool focused)
{
	static const char *const none[] = {
		"Cards and topics belong to a section whose heading is their topic, or stands in "
		"their "
		"question; days of the plan to a sheet that they name, or whose number it carries.",
	};
	const struct here *h = state;
	(void)study;
	if (h->found.hits.n == 0)
		views_empty(c, "Nothing belongs to this section yet.", none, (int)LENGTH(none));
	hits_draw(&h->found, c, NULL, focused);
}

static void status(const void *state, const struct study *study, struct buf *out)
{
	const struct here *h = state;
	(void)study;
	if (h->place.nheading)
		buf_addf(out, "%.*s", STR_ARG(h->place.heading[0]));
}

static void release(void *state)
{
	struct here *h = state;
	hits_release(&h->found);
	buf_release(&h->path);
	arena_release(&h->arena);
}

const struct view_ops view_here = {
	.name = "What belongs here",
	.keys = keys,
	.size = sizeof(struct here),
	.update = update,
	.draw = draw,
	.status = status,
	.close = release,
};
