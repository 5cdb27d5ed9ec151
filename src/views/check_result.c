/* check_result.c - what came out of a round. */
#include <stdlib.h>

#include "views/check_priv.h"

enum { LISTED = 400 }; /* items of one kind that are listed */

/* An answered question with what it was about. */
struct answer {
	const struct asked *asked;
	struct str name, area;
};

struct answers {
	struct answer *a;
	int n;
};

static enum role percent_role(int percent)
{
	static const enum role role[] = { ROLE_KNOW, ROLE_UNSURE, ROLE_DUNNO };
	return role[round_strength(percent)];
}

static int by_percent(const void *a, const void *b)
{
	const struct answer *x = a, *y = b;
	int dx = x->asked->percent, dy = y->asked->percent;
	return dx != dy ? dx - dy : (x->asked > y->asked) - (x->asked < y->asked);
}

static bool collect(struct check_view *v, const struct study *s, struct answers *out, struct err *e)
{
	out->a = arena_alloc(&v->page, (size_t)v->round.n + 1, sizeof *out->a);
	for (int i = 0; i < v->round.n; i++) {
		const struct asked *q = &v->round.asked[i];
		struct check_item item;
		if (q->percent < 0)
			continue;
		if (!check_item(s, q, &item, &v->page, e))
			return false;
		struct str deck = item.there ? item.card.deck : (struct str){ 0 };
		out->a[out->n++] = (struct answer){ q, item.name, item.area.n ? item.area : deck };
	}
	qsort(out->a, (size_t)out->n, sizeof *out->a, by_percent);
	return true;
}

/* Those from `least` to below `end` percent under a heading. */
static void add_list(
	struct check_view *v, const struct answers *all, const char *heading, int least, int end)
{
	int n = 0;
	for (int i = 0; i < all->n; i++)
		n += all->a[i].asked->percent >= least && all->a[i].asked->percent < end;
	if (n == 0)
		return;
	check_add(v, ROLE_TEXT, STR(""));
	check_add(v, ROLE_ACCENT, arena_printf(&v->page, "%s  %d", heading, n));
	for (int i = 0, shown = 0; i < all->n && shown < LISTED; i++) {
		const struct answer *a = &all->a[i];
		int percent = a->asked->percent;
		if (percent < least || percent >= end)
			continue;
		struct check_line *l = check_add(v, percent_role(percent), a->name);
		l->lead = arena_printf(&v->page, "%3d %%  ", percent);
		l->right = a->area;
		l->right_role = ROLE_DIM;
		shown++;
	}
}

/* ---- by area */

struct area {
	struct str name;
	int n, sum, part[STRENGTHS];
};

static struct area *area_of(struct area *list, int *n, struct str name)
{
	for (int i = 0; i < *n; i++)
		if (str_eq(list[i].name, name))
			return &list[i];
	list[*n] = (struct area){ .name = name };
	return &list[(*n)++];
}

static int by_mean(const void *a, const void *b)
{
	const struct area *x = a, *y = b;
	int64_t d = (int64_t)x->sum * y->n - (int64_t)y->sum * x->n;
	return d ? (d > 0) - (d < 0) : str_cmp(x->name, y->name);
}

/* The weakest first. */
static void add_areas(struct check_view *v, const struct answers *all)
{
	struct area *list = arena_alloc(&v->page, (size_t)all->n + 1, sizeof *list);
	int n = 0;
	for (int i = 0; i < all->n; i++) {
		struct area *a = area_of(list, &n, all->a[i].area);
		a->n++;
		a->sum += all->a[i].asked->percent;
		a->part[round_strength(all->a[i].asked->percent)]++;
	}
	qsort(list, (size_t)n, sizeof *list, by_mean);
	check_add(v, ROLE_TEXT, STR(""));
	struct check_line *head = check_add(v, ROLE_ACCENT, STR("By area"));
	head->right = STR("█strong ▒rusty ·gap");
	head->right_role = ROLE_DIM;
	for (int i = 0; i < n; i++) {
		struct area *a = &list[i];
		int percent = (a->sum + a->n / 2) / a->n;
		struct check_line *l = check_add(
			v, percent_role(percent), a->name.n ? a->name : STR("without a topic"));
		l->lead = arena_printf(&v->page, "%3d %%  ", percent);
		l->right = arena_printf(&v->page, "%d", a->n);
		l->right_role = ROLE_DIM;
		for (int k = 0; k < STRENGTHS; k++)
			l->part[k] = a->part[k];
	}
}

/* ---- the whole */

static void add_share(struct check_view *v, struct buf *b, const char *name, int tenths, int n)
{
	(void)v;
	if (n)
		buf_addf(b, "%s%s %d.%d %% (%d)", b->n ? "  ·  " : "", name, tenths / 10,
			tenths % 10, n);
}

static void add_head(struct check_view *v, const struct round_result *r)
{
	struct buf b = { 0 };
	bool check = v->round.kind == ROUND_CHECK, bank = v->round.kind == ROUND_GAPS;
	enum band band = round_band(r->overall);
	check_add(v, ROLE_ACCENT,
		arena_printf(&v->page, "%d.%d %%  %s%s%s", r->overall / 10, r->overall % 10,
			bank ? "" : round_letter(r->overall), check ? "  " : "",
			check ? round_band_name(band) : ""))
		->attr = ATTR_BOLD;
	add_share(v, &b, check ? "Today" : "Not asked before", r->fresh, r->nfresh);
	add_share(v, &b, check ? "Review" : "Known before", r->review, r->nreview);
	if (r->took_ms >= 60000)
		buf_addf(&b, "  ·  %d min", (int)((r->took_ms + 30000) / 60000));
	check_wrap(v, ROLE_TEXT, arena_str(&v->page, buf_str(&b)));
	buf_release(&b);
	if (r->n < v->round.n)
		check_wrap(v, ROLE_UNSURE,
			arena_printf(&v->page,
				"%d of %d questions answered; Enter on the page before goes on.",
				r->n, v->round.n));
	if (check)
		check_wrap(v, ROLE_TEXT, str_of(round_band_advice(band)));
}

static void add_spread(struct check_view *v, const struct round_result *r)
{
	struct check_line *l = check_add(v, ROLE_TEXT,
		arena_printf(&v->page, "%d strong  ·  %d rusty  ·  %d gap%s", r->strong, r->rusty,
			r->gap, r->gap == 1 ? "" : "s"));
	l->part[STRENGTH_STRONG] = r->strong;
	l->part[STRENGTH_RUSTY] = r->rusty;
	l->part[STRENGTH_GAP] = r->gap;
}

static void settle(struct check_view *v)
{
	int n = v->lines.list.n, page = v->lines.list.page;
	v->lines.list = (struct list){ 0 };
	list_resize(&v->lines.list, n, page > 0 ? page : 1);
}

bool check_say_result(struct check_view *v, const struct study *s, struct err *e)
{
	struct answers all = { 0 };
	struct round_result r = round_result(&v->round);
	v->stage = CHECK_RESULT;
	check_clear_lines(v);
	v->lines.list.page = v->rows > 2 ? v->rows - 2 : 1;
	if (r.n == 0) {
		check_wrap(v, ROLE_TEXT,
			STR("No question was answered yet; Enter on the page before goes on."));
		settle(v);
		return true;
	}
	if (!collect(v, s, &all, e))
		return false;
	add_head(v, &r);
	if (v->round.kind == ROUND_CHECK) {
		add_list(v, &all, "Weak (below 70 %)", 0, ROUND_WEAK);
		add_list(v, &all, "In between", ROUND_WEAK, ROUND_STRONG);
		add_list(v, &all, "Strong (from 90 %)", ROUND_STRONG, 101);
	} else {
		add_spread(v, &r);
		add_areas(v, &all);
		add_list(v, &all, "Gaps (0-39 %)", 0, 40);
		add_list(v, &all, "Rusty (40-79 %)", 40, 80);
		add_list(v, &all, "Strong (80-100 %)", 80, 101);
	}
	settle(v);
	return true;
}
