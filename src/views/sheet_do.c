/* sheet_do.c - from the section at the top of a sheet to what belongs to it. */
#include "views/sheet_priv.h"
#include "views/views.h"

/* The line of the heading at or above the top; 1 before the first. */
static int section_line(const struct pager *p)
{
	int heading = pager_heading(p);
	return heading >= 0 ? p->doc.heading[heading].source : 1;
}

void sheet_belongs(struct sheet *v, struct app *app)
{
	struct page *page = sheet_page(v);
	pager_complete(&page->pager);
	app_open(app, &view_here, buf_str(&page->path), section_line(&page->pager));
}
