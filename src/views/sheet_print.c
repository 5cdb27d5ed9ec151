/* sheet_print.c - a sheet, or the chosen ones, into a file: asked for its name, and before one is written over. */
#include <unistd.h>

#include "hone/files.h"
#include "hone/print.h"
#include "views/sheet_priv.h"
#include "views/views.h"

void sheet_print(struct sheet *v, struct app *app, bool all, int action)
{
	struct buf name = { 0 };
	if (all)
		buf_addf(&name, "%s-sheets", v->study->name);
	else
		buf_add(&name, path_stem(buf_str(&sheet_page(v)->path)));
	buf_addf(&name, ".%s", print_pdf_tool() ? "pdf" : "txt");
	v->print.all = all;
	app_prompt(app, "Print to (.pdf .html .txt): ", buf_str(&name), action);
	buf_release(&name);
}

/* From the folder of the study, unless it says from where. */
static void set_path(struct sheet *v, struct str typed)
{
	struct buf *path = &v->print.path;
	buf_clear(path);
	if (typed.p[0] != '/' && !str_starts(typed, STR("~/")))
		buf_addf(path, "%s/", v->study->dir);
	views_at_home(path, typed);
}

/* It may take seconds, so a frame says so before. */
static void wait(struct sheet *v, struct app *app)
{
	v->print.waits = true;
	app_toast(app, TOAST_INFO, "Printing to %s", buf_cstr(&v->print.path));
}

void sheet_print_to(struct sheet *v, struct app *app, struct str typed, int over)
{
	struct arena a = { 0 };
	typed = str_trim(arena_str(&a, typed));
	v->print.replace = false;
	if (typed.n > 0) {
		set_path(v, typed);
		bool there = access(buf_cstr(&v->print.path), F_OK) == 0;
		/* One that holds notes is refused, so it is not asked about. */
		if (there && !files_is_text(buf_str(&v->print.path)))
			app_prompt(app, "Overwrite it? yes, or another name: ", STR(""), over);
		else
			wait(v, app);
	}
	arena_release(&a);
}

void sheet_print_over(struct sheet *v, struct app *app, struct str typed, int over)
{
	struct str answer = str_trim(typed);
	if (!str_caseeq(answer, STR("yes")) && !str_caseeq(answer, STR("y"))) {
		sheet_print_to(v, app, typed, over);
		return;
	}
	v->print.replace = true;
	wait(v, app);
}

static bool load(
	const struct sheet *v, struct print_sheet **sheet, int *n, struct arena *a, struct err *e)
{
	struct str one = buf_str(&sheet_shown(v)->path);
	const struct str *path = v->print.all ? v->run.path : &one;
	*n = v->print.all ? v->run.n : 1;
	*sheet = arena_alloc(a, (size_t)*n + 1, sizeof **sheet);
	for (int i = 0; i < *n; i++) {
		struct decoded text;
		if (!study_text(v->study, path[i], &text, a, e))
			return false;
		(*sheet)[i] = (struct print_sheet){ path[i], text.text };
	}
	return true;
}

bool sheet_print_now(struct sheet *v, struct app *app, struct err *e)
{
	struct arena a = { 0 };
	struct buf made = { 0 };
	struct print_sheet *sheet;
	const char *path = buf_cstr(&v->print.path);
	int n;
	v->print.waits = false;
	bool ok = load(v, &sheet, &n, &a, e);
	if (ok) {
		print_sheets(sheet, n, PRINT_COLS, print_form_of(str_of(path)), &made);
		ok = print_write(path, buf_str(&made), v->print.replace, e);
	}
	if (ok)
		app_toast(app, TOAST_INFO, "Printed to %s", path);
	buf_release(&made);
	arena_release(&a);
	return ok;
}
