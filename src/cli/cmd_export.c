/* cmd_export.c - what hone knows, for other programs. */
#include <stdio.h>

#include "cli/cmd_charts.h"
#include "hone/files.h"
#include "hone/ics.h"
#include "hone/planner.h"

static bool export_ics(struct cli *c, struct buf *out, struct err *e)
{
	struct calendar cal;
	const struct study *s = c->study;
	if (!s->plan_path.n)
		return err_set(
			e, ERR_MISSING, "%s: this study has no plan, so no calendar", s->name);
	if (!planner_calendar(s, &cal, &c->arena, e))
		return false;
	ics_write(&(struct ics_of){ .plan = &s->plan,
			  .cal = &cal,
			  .study = str_of(s->name),
			  .target = study_deadline(s),
			  .now_ms = s->now.ms },
		out);
	return true;
}

static const struct {
	struct str name;
	bool (*write)(struct cli *c, struct buf *out, struct err *e);
} formats[] = {
	{ STR_INIT("ics"), export_ics },
};

/* A file of the study is the user's own: nothing is exported over it. */
static bool write_out(struct cli *c, struct str content, struct err *e)
{
	if (files_is_text(str_of(c->output)))
		return err_set(e, ERR_INVALID,
			"%s: would be read as notes; choose a name like plan.ics", c->output);
	return files_write(c->output, content, e);
}

/* What was written goes to the file that was named, else to standard output. */
static bool put_out(struct cli *c, struct str content, struct err *e)
{
	if (c->output && !c->dry_run)
		return write_out(c, content, e);
	buf_add(&c->out, content);
	return true;
}

static int export_chart(struct cli *c, struct err *e)
{
	struct buf out = { 0 };
	if (!chart_named(c->arg[0])) {
		chart_names(&out);
		err_set(e, ERR_INVALID, "there is no chart \"%s\": %s", c->arg[0], buf_cstr(&out));
		buf_release(&out);
		return EXIT_USAGE;
	}
	bool ok = chart_export(c, c->arg[0], str_of(c->format), &out, e) &&
		  put_out(c, buf_str(&out), e);
	buf_release(&out);
	return ok ? EXIT_DONE : e->kind == ERR_INVALID && !c->output ? EXIT_USAGE : EXIT_FAILED;
}

int cli_export(struct cli *c, struct err *e)
{
	struct buf out = { 0 };
	struct str format = str_of(c->format);
	c->json = false; /* what is exported has a form of its own */
	if (c->narg)
		return export_chart(c, e);
	for (size_t i = 0; i < LENGTH(formats); i++) {
		if (!str_eq(format, formats[i].name))
			continue;
		bool ok = formats[i].write(c, &out, e) && put_out(c, buf_str(&out), e);
		buf_release(&out);
		return ok ? EXIT_DONE : EXIT_FAILED;
	}
	err_set(e, ERR_INVALID,
		"usage: hone export --format ics [-o OUT], or hone export CHART --format csv|svg");
	return EXIT_USAGE;
}
