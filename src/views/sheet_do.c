/* sheet_do.c - from the section at the top of a sheet to what belongs to it. */
#include "hone/join.h"
#include "views/sheet_priv.h"
#include "views/views.h"

/* The line of the heading over the first line in sight that is not empty; 1 before the first heading. */
static int section_line(const struct pager *p)
{
	int top = p->list.top, source = 1;
	while (top + 1 < p->doc.nline && p->doc.line[top].nspan == 0)
		top++;
	for (int i = 0; i < p->doc.nheading && p->doc.heading[i].line <= top; i++)
		source = p->doc.heading[i].source;
	return source;
}

static void open_section(struct sheet *v, struct app *app, const struct view_ops *view)
{
	struct page *page = sheet_page(v);
	pager_complete(&page->pager);
	app_open(app, view, buf_str(&page->path), section_line(&page->pager));
}

void sheet_belongs(struct sheet *v, struct app *app)
{
	open_section(v, app, &view_here);
}

void sheet_joins(struct sheet *v, struct app *app)
{
	struct page *page = sheet_page(v);
	pager_complete(&page->pager);
	const struct md_doc *doc = &page->pager.doc;
	int line = section_line(&page->pager);
	int64_t id = 0;
	for (int i = 0; i < doc->nheading; i++)
		if (doc->heading[i].source == line)
			id = join_section(buf_str(&page->path), doc->heading[i].text);
	app_open(app, &view_joins, STR("section-topic"), id);
}

void sheet_new_card(struct sheet *v, struct app *app)
{
	open_section(v, app, &view_newcard);
}
