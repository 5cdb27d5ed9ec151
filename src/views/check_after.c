/* check_after.c - after an interview: questions become cards for tomorrow, and what they are about is rated. */
#include "views/check_priv.h"

/* The list as the user would write it, with the ratings as they are now. */
static void write_list(struct check_view *v)
{
	struct buf b = { 0 };
	for (int i = 0; i < v->interview.n; i++) {
		const struct interview_question *q = &v->interview.question[i];
		buf_addf(&b, "%s%.*s\n",
			q->level == LEVEL_UNSURE ? "u: "
			: q->level == LEVEL_NONE ? "k: "
						 : "",
			STR_ARG(q->text));
	}
	buf_release(&v->questions);
	v->questions = b;
}

static void say_what_is_written(struct check_view *v, const struct study *s)
{
	const struct interview *iv = &v->interview;
	char date[48];
	bool rates = false;
	for (int i = 0; i < iv->n; i++)
		rates = rates || iv->question[i].ntopic;
	if (iv->lines.n == 0)
		check_wrap(v, ROLE_DIM,
			arena_printf(&v->page, "%.*s has them all already.", STR_ARG(iv->path)));
	else
		check_wrap(v, ROLE_DIM,
			iv->fresh ? arena_printf(&v->page, "A new file, %.*s:", STR_ARG(iv->path))
				  : arena_printf(
					    &v->page, "%.*s:%d", STR_ARG(iv->path), iv->edit.line));
	check_say_lines(v, '+', ROLE_KNOW, iv->lines);
	check_add(v, ROLE_TEXT, STR(""));
	check_wrap(v, ROLE_DIM,
		arena_printf(&v->page, "y makes the cards, due %s%s; one U takes all of it back.",
			views_dates(s->today + 1, s->today + 1, s->today, date),
			rates ? ", and rates the topics" : ""));
}

bool check_show_after(struct check_view *v, const struct study *s, struct err *e)
{
	struct arena *a = &v->offer_arena;
	struct interview *iv = &v->interview;
	*iv = (struct interview){ 0 };
	if (!interview_read(s, arena_str(a, buf_str(&v->questions)), iv, a, e) ||
		!interview_edit(s, buf_str(&v->deck), iv, a, e))
		return false;
	say_what_is_written(v, s);
	return true;
}

void check_rate_after(struct check_view *v, const struct study *s, enum level level)
{
	if (v->asked.cursor >= v->interview.n)
		return;
	v->interview.question[v->asked.cursor].level = level;
	write_list(v);
	check_show_offer(v, s, OFFER_CARDS);
	list_move(&v->asked, MOTION_DOWN, 0);
}

bool check_do_after(struct check_view *v, struct app *app, struct err *e)
{
	struct study *s = app_study(app);
	size_t n;
	interview_ratings(&v->interview, &n, &v->offer_arena);
	if (!interview_write(s, &v->interview, e))
		return false;
	app_changed(app, PART_ALL);
	app_toast(app, TOAST_INFO, "%d card%s due tomorrow, %d topic%s rated.", v->interview.ncard,
		v->interview.ncard == 1 ? "" : "s", (int)n, n == 1 ? "" : "s");
	buf_clear(&v->questions);
	return true;
}

bool check_can_rate(const struct check_view *v)
{
	return v->asked.cursor < v->interview.n &&
	       v->interview.question[v->asked.cursor].ntopic > 0;
}

/* ---- in the editor */

bool check_edit_after(struct check_view *v, struct app *app, struct err *e)
{
	if (!interview_draft_make(app_study(app), buf_str(&v->questions), e))
		return false;
	v->drafting = true;
	app_edit(app, STR(INTERVIEW_DRAFT), 1);
	return true;
}

/* The editor has ended. */
bool check_take_draft(struct check_view *v, struct app *app, const struct study *s, struct err *e)
{
	struct interview iv;
	v->drafting = false;
	buf_clear(&v->questions);
	if (!interview_draft_take(s, &v->questions, e))
		return false;
	arena_clear(&v->offer_arena);
	if (!interview_read(s, buf_str(&v->questions), &iv, &v->offer_arena, e))
		return false;
	v->interview = iv;
	write_list(v);
	if (iv.n == 0) /* an editor that could not be run has said why */
		return app_failed(app) ||
		       check_refuse(v, "There was no question in it, so nothing is done.");
	if (v->deck.n == 0)
		buf_add(&v->deck, STR(INTERVIEW_DECK));
	v->asked.cursor = 0;
	check_show_offer(v, s, OFFER_CARDS);
	return true;
}

/* ---- drawing */

static struct str topics_of(
	const struct interview *iv, const struct interview_question *q, struct buf *out)
{
	for (int i = 0; i < q->ntopic; i++)
		buf_addf(out, "%s%s%.*s", i ? "; " : "", q->near ? "near: " : "",
			STR_ARG(iv->topic[q->topic[i]].name));
	if (q->ntopic == 0)
		buf_add(out, STR("none of your topics"));
	return buf_str(out);
}

int check_after_rows(const struct check_view *v, int rows)
{
	int most = rows / 2 > 1 ? rows / 2 : 1;
	return v->offer != OFFER_CARDS ? 0 : v->interview.n < most ? v->interview.n : most;
}

void check_draw_after(const struct check_view *v, struct canvas c, bool focused)
{
	enum { LEVEL_COLS = 9, LEFT = 4 };
	const struct interview *iv = &v->interview;
	struct buf b = { 0 };
	int left = c.cols > 44 ? LEFT : 1, right = c.cols > 60 ? (c.cols - left) / 3 : 0;
	for (int row = 0; row < c.rows && v->asked.top + row < iv->n; row++) {
		int i = v->asked.top + row;
		const struct interview_question *q = &iv->question[i];
		bool rates = q->ntopic && q->level;
		canvas_text(c, row, left, rates ? views_level_role(q->level) : ROLE_DIM,
			rates ? str_of(level_name(q->level)) : STR("-"));
		canvas_field(c, row, left + LEVEL_COLS, c.cols - left - LEVEL_COLS - right - 2,
			ROLE_TEXT, q->text);
		buf_clear(&b);
		if (right)
			canvas_field(
				c, row, c.cols - right - 1, right, ROLE_DIM, topics_of(iv, q, &b));
		if (i != v->asked.cursor)
			continue;
		canvas_restyle(c, row, 0, c.cols, focused ? ROLE_SELECTED : ROLE_SELECTED_OFF);
		if (focused)
			canvas_cursor(c, row, 0);
	}
	buf_release(&b);
}
