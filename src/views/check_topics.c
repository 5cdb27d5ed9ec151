/* check_topics.c - gaps that are about no topic of the tables: offered as topics, rated Dunno. */
#include "hone/inventory.h"
#include "views/check_priv.h"

void check_note_bare(struct check_view *v, const struct check_item *item, int percent)
{
	if (round_strength(percent) != STRENGTH_GAP || v->nbare == INVENTORY_NAMES)
		return;
	for (int i = 0; i < v->nbare; i++)
		if (str_eq(v->bare[i], item->name))
			return;
	v->bare[v->nbare++] = item->name;
}

void check_say_bare(struct check_view *v)
{
	if (v->nbare)
		check_wrap(v, ROLE_DIM,
			arena_printf(&v->page,
				"%d gap%s about no topic yet: n shows %s as new topics, rated "
				"Dunno.",
				v->nbare, v->nbare == 1 ? " is" : "s are",
				v->nbare == 1 ? "it" : "them"));
}

bool check_show_topics(struct check_view *v, const struct study *s, struct err *e)
{
	if (!check_gather_bare(v, s, e))
		return false;
	if (v->nbare == 0)
		return err_set(e, ERR_MISSING, "There is no gap without a topic.");
	if (!inventory_gaps(s, v->bare, v->nbare, &v->topics, &v->offer_arena, e))
		return false;
	const struct planner_edit *edit = &v->topics.edit;
	check_wrap(v, ROLE_DIM,
		arena_printf(&v->page, "%.*s:%d%s", STR_ARG(edit->path), edit->line,
			v->topics.fresh ? ", which is made" : ""));
	check_say_lines(v, '+', ROLE_KNOW, edit->after);
	check_add(v, ROLE_TEXT, STR(""));
	check_wrap(v, ROLE_DIM,
		STR("y writes these lines and rates the topics Dunno; one U takes both back."));
	return true;
}

bool check_do_topics(struct check_view *v, struct app *app, struct err *e)
{
	if (!inventory_apply_rated(app_study(app), &v->topics, LEVEL_DUNNO, e))
		return false;
	app_changed(app, PART_TOPICS | PART_FILES);
	app_toast(app, TOAST_INFO, "%d new topic%s, rated Dunno.", v->nbare,
		v->nbare == 1 ? "" : "s");
	return true;
}
