/* evening_load.c - what was done today, and what can be done now. */
#include "hone/md.h"
#include "views/evening_priv.h"
#include "views/views.h"

static void fact(struct evening_view *v, enum role role, struct str text)
{
	v->fact = arena_room(
		&v->arena, v->fact, (size_t)v->nfact, &v->fact_cap, sizeof *v->fact);
	v->fact[v->nfact++] = (struct evening_line){ role, text, false };
}

static const char *plural(int n)
{
	return n == 1 ? "" : "s";
}

static void tell_work(struct evening_view *v)
{
	const struct planner_summary *m = &v->sum;
	if (m->minutes)
		fact(v, ROLE_TEXT,
			arena_printf(&v->arena, "%d:%02d h worked on the day today",
				m->minutes / 60, m->minutes % 60));
	else
		fact(v, ROLE_DIM, STR("No minutes logged on the day today"));
	if (m->ticked + m->open)
		fact(v, m->open ? ROLE_TEXT : ROLE_KNOW,
			arena_printf(&v->arena, "%d of %d task%s done, %d open", m->ticked,
				m->ticked + m->open, plural(m->ticked + m->open), m->open));
}

static void tell_cards(struct evening_view *v)
{
	const struct planner_summary *m = &v->sum;
	if (m->cards_reviewed == 0)
		fact(v, ROLE_DIM, STR("No cards answered today"));
	else
		fact(v, ROLE_TEXT,
			arena_printf(&v->arena, "%d card%s answered today, %d of them new",
				m->cards_reviewed, plural(m->cards_reviewed), m->cards_new));
	if (m->score_tenths >= 0)
		fact(v, ROLE_TEXT,
			arena_printf(&v->arena, "Knowledge check: %.4g %%", m->score_tenths / 10.0));
	for (int i = 0; i < m->ntopic_moved; i++)
		fact(v, ROLE_TEXT, m->topic_moved[i]);
}

static struct str where(struct evening_view *v, const struct study *s)
{
	const struct plan_day *d = &s->plan.day[v->day];
	const struct calendar_day *at = &v->cal.day[v->day];
	char dates[48];
	return arena_printf(&v->arena, "Week %d · Day %d%s%s%s%s", s->plan.week[d->week].number,
		d->from, at->n ? " · " : "", at->n && at->projected ? "~" : "",
		at->n ? views_dates(at->from, at->to, s->today, dates) : "",
		d->status == PLAN_DONE ? " · done" : "");
}

static int index_of(const struct plan *p, uint64_t id)
{
	for (int i = 0; i < p->nday; i++)
		if (p->day[i].id == id)
			return i;
	return -1;
}

/* A file in a broken encoding is repaired before lines are written into it. */
static bool is_broken(const struct study *s)
{
	struct planner_repair r;
	struct arena a = { 0 };
	struct err why = { 0 };
	bool broken = planner_repair_preview(s, s->plan_path, &r, &a, &why);
	arena_release(&a);
	return broken;
}

static void choices(struct evening_view *v, const struct study *s)
{
	int n = 0, cursor = v->list.cursor;
	v->choice[n++] = EVENING_CHECK;
	v->choice[n++] = EVENING_SHEET;
	v->choice[n++] = EVENING_STATUS;
	v->choice[n++] = is_broken(s) ? EVENING_REPAIR : EVENING_SUMMARY;
	v->choice[n++] = EVENING_TOMORROW;
	v->list.cursor = cursor;
	list_resize(&v->list, n, n);
}

bool evening_load(struct evening_view *v, const struct study *s, struct err *e)
{
	struct decoded text;
	arena_clear(&v->arena);
	v->fact = NULL;
	v->nfact = 0;
	v->fact_cap = 0;
	v->guide = (struct guide_day){ 0 };
	v->sum = (struct planner_summary){ .score_tenths = -1 };
	v->day = index_of(&s->plan, v->id);
	if (v->day < 0)
		return true;
	int day = v->day;
	v->day = -1;
	if (!planner_calendar(s, &v->cal, &v->arena, e) ||
		!study_text(s, s->plan_path, &text, &v->arena, e) ||
		!planner_summarise(s, day, &v->sum, &v->arena, e))
		return false;
	v->day = day;
	v->guide = guide_of_day(text.text, &s->plan, s->plan.day[day].week, day, &v->arena);
	v->title = md_plain(s->plan.day[day].title, &v->arena);
	v->where = where(v, s);
	tell_work(v);
	tell_cards(v);
	choices(v, s);
	return true;
}

void evening_name(const struct evening_view *v, int choice, struct buf *name)
{
	static const char *const names[] = {
		[EVENING_CHECK] = "Knowledge check",
		[EVENING_SHEET] = "A sheet for the day",
		[EVENING_SUMMARY] = "Summary into the plan",
		[EVENING_REPAIR] = "Repair the plan's letters",
		[EVENING_TOMORROW] = "What comes next",
	};
	enum evening_kind kind = v->choice[choice];
	if (kind == EVENING_STATUS)
		buf_addf(name, "Mark the day %s", plan_status_name(v->want));
	else
		buf_addf(name, "%s", names[kind]);
}
