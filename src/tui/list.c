/* list.c - where the cursor goes and what scrolls. */
#include "tui/list.h"

static int clamp(long v, long low, long high)
{
	if (high < low)
		high = low;
	return (int)(v < low ? low : v > high ? high : v);
}

/* Scroll as little as possible so that the cursor is in sight and no empty rows stand at the end. */
static void settle(struct list *l)
{
	l->cursor = clamp(l->cursor, 0, (long)l->n - 1);
	l->top = clamp(l->top, (long)l->cursor - l->page + 1, l->cursor);
	l->top = clamp(l->top, 0, (long)l->n - l->page);
}

/* Where a motion leads from `from` in a list whose last place is `last`. False for no motion. */
static bool target(const struct list *l, int action, int count, int from, int last, long *to)
{
	long times = count > 0 ? count : 1;
	long half = l->page > 1 ? l->page / 2 : 1;
	switch (action) {
	case MOTION_DOWN: *to = from + times; break;
	case MOTION_UP: *to = from - times; break;
	case MOTION_PAGE_DOWN: *to = from + times * l->page; break;
	case MOTION_PAGE_UP: *to = from - times * l->page; break;
	case MOTION_HALF_DOWN: *to = from + times * half; break;
	case MOTION_HALF_UP: *to = from - times * half; break;
	case MOTION_FIRST: *to = 0; break;
	case MOTION_LAST: *to = count > 0 ? count - 1L : last; break;
	default: return false;
	}
	return true;
}

void list_resize(struct list *l, int n, int page)
{
	l->n = n > 0 ? n : 0;
	l->page = page > 0 ? page : 1;
	settle(l);
}

bool list_move(struct list *l, int action, int count)
{
	long to;
	if (l->page < 1)
		l->page = 1;
	if (!target(l, action, count, l->cursor, l->n - 1, &to))
		return false;
	/* A page keeps the cursor's place on the screen where it can. */
	if (action == MOTION_PAGE_DOWN || action == MOTION_PAGE_UP)
		l->top = clamp(l->top + to - l->cursor, 0, (long)l->n - l->page);
	l->cursor = clamp(to, 0, (long)l->n - 1);
	settle(l);
	return true;
}

void list_show(struct list *l, int row)
{
	if (l->page < 1)
		l->page = 1;
	l->cursor = row;
	settle(l);
}

bool list_scroll(struct list *l, int action, int count)
{
	long to;
	if (l->page < 1)
		l->page = 1;
	int last = l->n > l->page ? l->n - l->page : 0;
	if (!target(l, action, count, l->top, last, &to))
		return false;
	/* So that list_resize(), which keeps the cursor in sight, keeps the place of the text. */
	l->cursor = l->top = clamp(to, 0, last);
	return true;
}

void list_changed(const struct list *before, const struct list *after, int *from, int *to)
{
	*from = 0;
	*to = after->page;
	if (before->top != after->top || before->n != after->n || before->page != after->page)
		return;
	int a = before->cursor - after->top, b = after->cursor - after->top;
	*from = a < b ? a : b;
	*to = (a < b ? b : a) + 1;
}
