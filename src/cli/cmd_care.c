/* cmd_care.c - the verbs that look after a study and the program: sync verify keys doctor. */
#include <inttypes.h>
#include <langinfo.h>
#include <stdlib.h>
#include <unistd.h>

#include "cli/cli.h"
#include "hone/home.h"
#include "hone/inventory.h"
#include "hone/md.h"
#include "hone/text.h"
#include "tui/app.h"
#include "tui/term.h"
#include "views/views.h"

static bool put_problems(struct cli *c, struct err *e)
{
	struct problem_row *p;
	size_t n;
	if (!catalog_problems(c->study->store, &p, &n, &c->arena, e))
		return false;
	if (c->json) {
		json_key(&c->j, "problems");
		json_open(&c->j, '[');
	}
	for (size_t i = 0; i < n; i++) {
		if (c->json) {
			json_open(&c->j, '{');
			json_key_str(&c->j, "file", p[i].path);
			json_key_int(&c->j, "line", p[i].problem.line);
			json_key_str(&c->j, "text", p[i].problem.text);
			json_close(&c->j, '}');
			continue;
		}
		cli_text(c, p[i].path);
		if (p[i].problem.line)
			buf_addf(&c->out, ":%d", p[i].problem.line);
		buf_add(&c->out, STR(": "));
		cli_text(c, p[i].problem.text);
		buf_addc(&c->out, '\n');
	}
	if (c->json)
		json_close(&c->j, ']');
	return true;
}

/* Sums in the user's files that do not agree with the marks: said, and left to the user. */
static bool put_tallies(struct cli *c, struct err *e)
{
	struct inventory_tally *t;
	int n;
	if (!inventory_tallies(c->study, &t, &n, &c->arena, e))
		return false;
	if (c->json) {
		json_key(&c->j, "tallies");
		json_open(&c->j, '[');
	}
	for (int i = 0; i < n; i++) {
		if (c->json) {
			json_open(&c->j, '{');
			json_key_str(&c->j, "file", t[i].path);
			json_key_int(&c->j, "line", t[i].line);
			json_key_str(&c->j, "text", t[i].text);
			json_close(&c->j, '}');
			continue;
		}
		cli_text(c, t[i].path);
		buf_addf(&c->out, ":%d: ", t[i].line);
		cli_text(c, t[i].text);
		buf_addc(&c->out, '\n');
	}
	if (c->json)
		json_close(&c->j, ']');
	return true;
}

static void report_json(struct json *j, const struct sync_report *r)
{
	json_key_int(j, "files", r->files);
	json_key_int(j, "changed", r->changed);
	json_key_int(j, "removed", r->removed);
	json_key_int(j, "cards_added", r->cards_added);
	json_key_int(j, "cards_changed", r->cards_changed);
	json_key_int(j, "cards_gone", r->cards_gone);
	json_key_int(j, "cards_matched", r->cards_matched);
	json_key_int(j, "topics_matched", r->topics_matched);
	json_key_int(j, "doubts", r->doubts);
	json_key_int(j, "levels", r->levels);
	json_key_int(j, "ticks", r->ticks);
}

static void report_text(struct cli *c, const struct sync_report *r)
{
	buf_addf(&c->out, "%d files read, %d changed, %d removed\n", r->files, r->changed,
		r->removed);
	if (r->cards_added || r->cards_changed || r->cards_gone || r->cards_matched)
		buf_addf(&c->out,
			"cards: %d new, %d changed, %d gone, %d reworded with their history\n",
			r->cards_added, r->cards_changed, r->cards_gone, r->cards_matched);
	if (r->topics_matched)
		buf_addf(&c->out, "topics: %d reworded with their history\n", r->topics_matched);
	if (r->doubts)
		buf_addf(&c->out, "%d may be old ones reworded: hone doubts\n", r->doubts);
	if (r->levels || r->ticks)
		buf_addf(
			&c->out, "marked in an editor: %d topics, %d tasks\n", r->levels, r->ticks);
}

int cli_sync(struct cli *c, struct err *e)
{
	struct sync_report r;
	if (!study_sync(c->study, NULL, NULL, &r, e))
		return EXIT_FAILED;
	if (c->json) {
		json_open(&c->j, '{');
		report_json(&c->j, &r);
	} else {
		report_text(c, &r);
	}
	if (!put_problems(c, e) || !put_tallies(c, e))
		return EXIT_FAILED;
	if (c->json)
		json_close(&c->j, '}');
	return EXIT_DONE;
}

int cli_merge(struct cli *c, struct err *e)
{
	int64_t added;
	if (!study_merge(c->study, c->arg[0], &added, e))
		return EXIT_FAILED;
	if (c->json) {
		json_open(&c->j, '{');
		json_key_int(&c->j, "events_added", added);
		json_close(&c->j, '}');
	} else if (!c->quiet) {
		buf_addf(&c->out, "%" PRId64 " events taken in\n", added);
	}
	return EXIT_DONE;
}

static int set_aside(struct cli *c, struct err *e)
{
	struct buf to = { 0 };
	bool ok = c->dir ? study_set_aside(c->dir, &to, e)
			 : err_set(e, ERR_INVALID,
				   "--move-aside needs the study: hone -s DIR verify");
	if (ok)
		buf_addf(&c->out,
			"The damaged database is now %s; a new one starts with the next command.\n",
			buf_cstr(&to));
	buf_release(&to);
	return ok ? EXIT_DONE : EXIT_FAILED;
}

static void put_verify(struct cli *c, const struct verify_report *r)
{
	if (c->json) {
		json_open(&c->j, '{');
		json_key(&c->j, "ok");
		json_bool(&c->j, r->nproblem == 0);
		json_key_int(&c->j, "events", r->events);
		json_key_int(&c->j, "cards", r->cards);
		json_key(&c->j, "problems");
		json_open(&c->j, '[');
		for (size_t i = 0; i < r->nproblem; i++)
			json_str(&c->j, r->problem[i]);
		json_close(&c->j, ']');
		json_close(&c->j, '}');
		return;
	}
	for (size_t i = 0; i < r->nproblem; i++) {
		cli_text(c, r->problem[i]);
		buf_addc(&c->out, '\n');
	}
	buf_addf(&c->out, "%s: %" PRId64 " events, %" PRId64 " cards%s\n",
		r->nproblem ? "damaged" : "ok", r->events, r->cards, r->rebuilt ? ", rebuilt" : "");
}

int cli_verify(struct cli *c, struct err *e)
{
	struct verify_report r = { 0 };
	if (c->move_aside)
		return set_aside(c, e);
	if (!cli_open(c, false, e))
		return EXIT_FAILED;
	if (c->rebuild && c->study->readonly) {
		err_set(e, ERR_READONLY, "%s", c->study->why_readonly);
		return EXIT_FAILED;
	}
	if (!store_verify(c->study->store, &c->study->settings.sm2, c->rebuild, &r, &c->arena, e))
		return EXIT_FAILED;
	if (!catalog_count_cards(c->study->store, &r.cards, e))
		return EXIT_FAILED;
	put_verify(c, &r);
	return r.nproblem && !r.rebuilt ? EXIT_DAMAGED : EXIT_DONE;
}

static void put_keys(struct cli *c, const char *view, const struct key_row *row)
{
	if (!c->json)
		buf_addf(&c->out, "%s\n", view);
	for (; row->keys; row++) {
		if (!c->json) {
			buf_addf(&c->out, "  %-24s %s\n", row->keys, row->help);
			continue;
		}
		json_open(&c->j, '{');
		json_key_str(&c->j, "view", str_of(view));
		json_key_str(&c->j, "keys", str_of(row->keys));
		json_key_str(&c->j, "help", str_of(row->help));
		json_close(&c->j, '}');
	}
}

int cli_keys(struct cli *c, struct err *e)
{
	static const struct view_ops *const views[] = { &view_plan, &view_review, &view_sheet,
		&view_topics, &view_day, &view_evening, &view_progress, &view_week, &view_move,
		&view_browse, &view_card, &view_doubts, &view_joins, &view_readiness, &view_assess,
		&view_inventory, &view_check, &view_find, &view_here, &view_newcard, &view_help,
		&view_start };
	(void)e;
	if (c->json)
		json_open(&c->j, '[');
	put_keys(c, "Everywhere", app_keys());
	for (size_t i = 0; i < LENGTH(views); i++)
		put_keys(c, views[i]->name, views[i]->keys);
	if (c->json)
		json_close(&c->j, ']');
	return EXIT_DONE;
}

static void fact(struct cli *c, const char *name, const char *value)
{
	if (c->json)
		json_key_str(&c->j, name, str_of(value));
	else
		buf_addf(&c->out, "%-12s %s\n", name, value ? value : "-");
}

static void put_places(struct cli *c, struct err *e)
{
	struct home h;
	if (home_find(&h, &c->arena, e)) {
		fact(c, "config", h.config);
		fact(c, "data", h.data);
		fact(c, "state", h.state);
	} else {
		fact(c, "home", e->text);
	}
}

/* The study is opened if there is one; a report must also come out where it cannot be. */
static void put_study(struct cli *c, struct err *e)
{
	struct verify_report r = { 0 };
	if (!cli_open(c, false, e)) {
		fact(c, "study", e->text);
		return;
	}
	fact(c, "study", c->study->dir);
	fact(c, "read only", c->study->readonly ? c->study->why_readonly : "no");
	if (store_verify(c->study->store, &c->study->settings.sm2, false, &r, &c->arena, e))
		fact(c, "database", r.nproblem ? r.problem[0].p : "ok");
	else
		fact(c, "database", e->text);
}

int cli_doctor(struct cli *c, struct err *e)
{
	if (c->json)
		json_open(&c->j, '{');
	fact(c, "hone", HONE_VERSION);
	fact(c, "curses", term_engine());
	fact(c, "sqlite", store_engine());
	fact(c, "cmark", md_engine());
	fact(c, "utf8proc", text_engine());
	fact(c, "TERM", getenv("TERM"));
	fact(c, "COLORTERM", getenv("COLORTERM"));
	fact(c, "charset", nl_langinfo(CODESET));
	fact(c, "terminal", isatty(STDIN_FILENO) && isatty(STDOUT_FILENO) ? "yes" : "no");
	put_places(c, e);
	put_study(c, e);
	*e = (struct err){ 0 };
	if (c->json)
		json_close(&c->j, '}');
	return EXIT_DONE;
}
