/* cmd_charts.c - each chart as a table of its numbers and as a picture. */
#include "cli/cmd_charts.h"

#include "hone/svg.h"
#include "hone/report.h"

static void heads(struct buf *out, const char *const *name, size_t n)
{
	for (size_t i = 0; i < n; i++)
		csv_text(out, i == 0, str_of(name[i]));
	csv_end(out);
}

/* A percentage, empty when it is not known. */
static void percent(struct buf *out, bool known, double value)
{
	if (known)
		csv_number(out, false, value, 1);
	else
		csv_text(out, false, STR(""));
}

/* ---- coverage, areas */

static void coverage_csv(const struct report *r, struct buf *out)
{
	static const char *const head[] = { "file", "number", "area", "know", "unsure", "dunno",
		"unrated", "topics" };
	const struct coverage *c = &r->readiness.coverage;
	heads(out, head, LENGTH(head));
	for (int i = 0; i < c->narea; i++) {
		const struct coverage_count *n = &c->area[i].count;
		const int count[] = { n->know, n->unsure, n->dunno, n->unrated, n->total };
		csv_text(out, true, c->area[i].path);
		csv_text(out, false, c->area[i].number);
		csv_text(out, false, c->area[i].name);
		for (size_t k = 0; k < LENGTH(count); k++)
			csv_number(out, false, count[k], 0);
		csv_end(out);
	}
}

static void coverage_svg(const struct report *r, struct buf *out)
{
	svg_coverage(&r->readiness.coverage, STR("What you say, by area"), out);
}

static void areas_csv(const struct report *r, struct buf *out)
{
	static const char *const head[] = { "file", "number", "area", "readiness", "target",
		"recall", "n" };
	heads(out, head, LENGTH(head));
	for (int i = 0; i < r->readiness.narea; i++) {
		const struct readiness_area *a = &r->readiness.area[i];
		csv_text(out, true, a->path);
		csv_text(out, false, a->number);
		csv_text(out, false, a->name);
		percent(out, a->known > 0, a->percent);
		percent(out, r->bar[i].target >= 0, r->bar[i].target);
		percent(out, a->recall.n > 0, a->recall.percent);
		csv_number(out, false, a->recall.n, 0);
		csv_end(out);
	}
}

static void areas_svg(const struct report *r, struct buf *out)
{
	svg_bars(r->bar, r->readiness.narea, STR("Readiness by area"), out);
}

/* ---- over time */

static double goal_of(const struct chart_days *d, int day)
{
	for (int i = 0; i < d->ngoal; i++)
		if (d->goal[i].day >= day)
			return d->goal[i].percent;
	return d->ngoal ? d->goal[d->ngoal - 1].percent : -1;
}

static void readiness_csv(const struct report *r, struct buf *out)
{
	static const char *const head[] = { "day", "readiness", "target" };
	const struct chart_days *d = &r->history;
	char iso[16];
	heads(out, head, LENGTH(head));
	for (int i = 0; i < d->nvalue; i++) {
		double goal = goal_of(d, d->from + i);
		csv_text(out, true, str_of(day_iso(d->from + i, iso)));
		csv_number(out, false, d->value[i], 1);
		percent(out, goal >= 0, goal);
		csv_end(out);
	}
}

static void readiness_svg(const struct report *r, struct buf *out)
{
	svg_days(&r->history, STR("Readiness"), out);
}

static void checks_csv(const struct report *r, struct buf *out)
{
	static const char *const head[] = { "day", "score", "questions" };
	char iso[16];
	heads(out, head, LENGTH(head));
	for (int i = 0; i < r->ncheck; i++) {
		csv_text(out, true, str_of(day_iso(r->check[i].day, iso)));
		csv_number(out, false, r->check[i].percent, 1);
		if (r->check[i].n)
			csv_number(out, false, r->check[i].n, 0);
		else
			csv_text(out, false, STR(""));
		csv_end(out);
	}
}

static void checks_svg(const struct report *r, struct buf *out)
{
	svg_days(&r->checks, STR("Knowledge checks"), out);
}

/* ---- calibration */

static void calibration_csv(const struct report *r, struct buf *out)
{
	static const char *const head[] = { "area", "topic", "level", "recall", "n", "readiness",
		"claim" };
	static const char *const verdict[] = { "", "overclaimed", "underclaimed" };
	heads(out, head, LENGTH(head));
	for (int i = 0; i < r->readiness.ntopic; i++) {
		const struct readiness_topic *t = &r->readiness.topic[i];
		csv_text(out, true, t->topic->area);
		csv_text(out, false, t->topic->name);
		csv_text(out, false, str_of(level_name(t->topic->level)));
		percent(out, t->recall.n > 0, t->recall.percent);
		csv_number(out, false, t->recall.n, 0);
		percent(out, t->now.known, t->now.percent);
		csv_text(out, false, str_of(verdict[t->verdict]));
		csv_end(out);
	}
}

static void calibration_svg(const struct report *r, struct buf *out)
{
	svg_points(r->point, r->npoint, STR("What you say and what you recall"),
		STR("you say: Dunno 10, Unsure 50, Know 90"), STR("you recall, % of 30 days"), out);
}

static const struct chart_kind {
	const char *name;
	void (*csv)(const struct report *r, struct buf *out);
	void (*svg)(const struct report *r, struct buf *out);
} kinds[] = {
	{ "coverage", coverage_csv, coverage_svg },
	{ "areas", areas_csv, areas_svg },
	{ "readiness", readiness_csv, readiness_svg },
	{ "checks", checks_csv, checks_svg },
	{ "calibration", calibration_csv, calibration_svg },
};

static const struct chart_kind *find(const char *name)
{
	for (size_t i = 0; i < LENGTH(kinds); i++)
		if (str_eq(str_of(kinds[i].name), str_of(name)))
			return &kinds[i];
	return NULL;
}

bool chart_named(const char *name)
{
	return find(name) != NULL;
}

void chart_names(struct buf *out)
{
	for (size_t i = 0; i < LENGTH(kinds); i++)
		buf_addf(out, "%s%s", i ? ", " : "", kinds[i].name);
}

bool chart_export(
	struct cli *c, const char *name, struct str format, struct buf *out, struct err *e)
{
	const struct chart_kind *k = find(name);
	bool csv = str_eq(format, STR("csv"));
	struct report r;
	if (!csv && !str_eq(format, STR("svg")))
		return err_set(e, ERR_INVALID,
			"a chart is exported as csv or svg: hone export %s --format svg", name);
	if (!report_load(c->study, &r, &c->arena, e))
		return false;
	(csv ? k->csv : k->svg)(&r, out);
	return true;
}
