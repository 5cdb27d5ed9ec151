/* check_adopt.c - an SM-2 schedule kept by hand becomes cards with their state and their scores. */
#include "hone/check.h"

#include "hone/deck.h"
#include "study_priv.h"

struct adopting {
	const struct study *s;
	struct arena *a;
	struct check_adoption *out;
	struct str text; /* of the deck, empty when it is not there */
	bool there;
	struct deck deck;
};

/* What may stand in "<!-- id: name -->" and names one card for good. */
static bool is_plain(struct str id)
{
	for (size_t i = 0; i < id.n; i++) {
		char c = id.p[i];
		bool letter = (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
		if (!letter && !(c >= '0' && c <= '9') && c != '_' && c != '.')
			return false;
	}
	return id.n > 0;
}

static struct str deck_of(struct str path, struct arena *a)
{
	size_t n = path.n;
	while (n > 0 && path.p[n - 1] != '.' && path.p[n - 1] != '/')
		n--;
	bool dot = n > 0 && path.p[n - 1] == '.';
	return arena_printf(a, "%.*s-cards.md", STR_ARG(str_slice(path, 0, dot ? n - 1 : path.n)));
}

static const struct deck_card *card_of(const struct adopting *x, const struct schedule_row *r)
{
	for (size_t i = 0; i < x->deck.ncard; i++) {
		const struct deck_card *c = &x->deck.card[i];
		if (is_plain(r->id) ? str_eq(c->name, r->id) : str_eq(str_trim(c->front), r->name))
			return c;
	}
	return NULL;
}

static void put_card(struct buf *out, const struct schedule_row *r, struct str *area)
{
	if (r->area.n && !str_eq(r->area, *area)) {
		buf_addf(out, "\n## %.*s\n", STR_ARG(r->area));
		*area = r->area;
	}
	buf_addf(out, "\nQ: %.*s #explain\n", STR_ARG(r->name));
	if (is_plain(r->id))
		buf_addf(out, "<!-- id: %.*s -->\n", STR_ARG(r->id));
}

static void compose(struct adopting *x)
{
	struct buf lines = { 0 };
	struct str area = { 0 };
	struct check_adoption *out = x->out;
	if (!x->there)
		buf_add(&lines, STR("# Cards of the schedule\n"));
	else if (x->text.n && x->text.p[x->text.n - 1] != '\n')
		buf_addc(&lines, '\n');
	for (int i = 0; i < out->nrow; i++) {
		if (card_of(x, &out->row[i]))
			continue;
		put_card(&lines, &out->row[i], &area);
		out->ncard++;
	}
	out->lines = out->ncard ? arena_str(x->a, buf_str(&lines)) : (struct str){ 0 };
	buf_release(&lines);
}

static bool read_deck(struct adopting *x, struct err *e)
{
	struct decoded d;
	struct err why = { 0 };
	x->there = study_text(x->s, x->out->deck, &d, x->a, &why);
	if (!x->there && why.kind != ERR_MISSING)
		return err_set(e, why.kind, "%s", why.text);
	x->text = x->there ? d.text : (struct str){ 0 };
	x->deck = deck_parse(x->text, x->out->deck, x->a);
	return true;
}

/* Does the log know nothing of the row's card? Then its state is taken over. */
static bool is_fresh(const struct adopting *x, const struct schedule_row *r, int64_t *card,
	bool *fresh, struct err *e)
{
	const struct deck_card *c = card_of(x, r);
	struct card_state state = fold_card_new();
	*card = 0;
	if (c && (!store_alias(x->s->store, (int64_t)c->id, card, e) ||
			 !store_card_state(x->s->store, *card, &state, e)))
		return false;
	*fresh = r->usable && !state.seen;
	return true;
}

static bool count(struct adopting *x, struct err *e)
{
	for (int i = 0; i < x->out->nrow; i++) {
		const struct schedule_row *r = &x->out->row[i];
		int64_t card;
		bool fresh;
		if (!is_fresh(x, r, &card, &fresh, e))
			return false;
		x->out->nbroken += r->wrong.n > 0;
		x->out->nstate += fresh;
		x->out->nscore += fresh ? r->nscore : 0;
	}
	return true;
}

static bool prepare(struct adopting *x, struct str path, struct err *e)
{
	struct decoded d;
	if (!study_text(x->s, path, &d, x->a, e))
		return false;
	x->out->row = schedule_parse(d.text, &x->out->nrow, x->a);
	x->out->deck = deck_of(path, x->a);
	if (x->out->nrow == 0)
		return err_set(e, ERR_MISSING,
			"%.*s: holds no table with topic, EF, interval and next review",
			STR_ARG(path));
	if (!read_deck(x, e))
		return false;
	compose(x);
	return count(x, e);
}

bool check_adopt_preview(const struct study *s, struct str path, struct check_adoption *out,
	struct arena *a, struct err *e)
{
	struct check_adoption made = { 0 };
	struct adopting x = { .s = s, .a = a, .out = &made };
	if (!prepare(&x, path, e))
		return false;
	*out = made;
	return true;
}

/* ---- doing it */

static bool write_cards(struct study *s, const struct adopting *x, struct err *e)
{
	struct planner_sheet sheet = { x->out->deck, x->out->lines };
	struct planner_edit edit;
	struct planner_put put = { x->out->deck, x->text, x->text.n, 1, x->out->lines, 0 };
	if (x->out->lines.n == 0)
		return true;
	if (!x->there)
		return planner_sheet(s, &sheet, e);
	for (size_t i = 0; i < x->text.n; i++)
		put.line += x->text.p[i] == '\n';
	return planner_lines_edit(s, &put, &edit, x->a, e) && planner_apply(s, 0, &edit, e);
}

static bool append(struct study *s, struct event ev, struct err *e)
{
	return store_append(s->store, &s->settings.sm2, s->now.ms, &ev, e);
}

static bool log_row(
	struct study *s, const struct schedule_row *r, int64_t card, struct arena *a, struct err *e)
{
	for (int i = 0; i < r->nscore; i++)
		if (!append(s,
			    (struct event){ .kind = EVENT_SCORE,
				    .day = schedule_score_day(r, i),
				    .subject = card,
				    .value = r->score[i],
				    .text = STR("file") },
			    e))
			return false;
	struct str text =
		arena_printf(a, "%d %d %d %d %d", r->reps, r->ease, r->interval, r->next, r->last);
	return append(s,
		(struct event){
			.kind = EVENT_STATE, .day = r->last, .subject = card, .text = text },
		e);
}

static bool log_rows(struct study *s, const struct adopting *x, struct err *e)
{
	for (int i = 0; i < x->out->nrow; i++) {
		const struct schedule_row *r = &x->out->row[i];
		int64_t card;
		bool fresh;
		if (!is_fresh(x, r, &card, &fresh, e) ||
			(fresh && card && !log_row(s, r, card, x->a, e)))
			return false;
	}
	return true;
}

bool check_adopt(struct study *s, struct str path, struct check_adoption *out, struct arena *a,
	struct err *e)
{
	struct check_adoption made = { 0 };
	struct adopting x = { .s = s, .a = a, .out = &made };
	struct sync_report report;
	if (!study_writable(s, e) || !prepare(&x, path, e) || !write_cards(s, &x, e) ||
		!study_sync(s, NULL, NULL, &report, e) || !read_deck(&x, e) ||
		!study_refresh(s, e) || !store_begin(s->store, e))
		return false;
	if (!log_rows(s, &x, e) || !store_commit(s->store, e)) {
		store_rollback(s->store);
		return false;
	}
	*out = made;
	return true;
}
