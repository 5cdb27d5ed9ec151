/* cmd_interview.c - the verb interview: questions that were asked become cards for tomorrow, topics are rated. */
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "cli/cli.h"
#include "hone/files.h"
#include "hone/interview.h"
#include "tui/editor.h"

/* The list as it is when the user has left the editor. */
static bool write_in_editor(struct cli *c, struct buf *text, struct err *e)
{
	struct buf command = { 0 };
	if (!interview_draft_make(c->study, (struct str){ 0 }, e))
		return false;
	editor_command(&command, editor_name(),
		path_join(&c->arena, str_of(c->study->dir), STR(INTERVIEW_DRAFT)), 0);
	int status = system(buf_cstr(&command));
	buf_release(&command);
	if (status == -1 || !WIFEXITED(status) || WEXITSTATUS(status) != 0)
		return err_set(e, ERR_IO,
			"the editor (%s) did not end well, so nothing was done; set VISUAL or "
			"EDITOR. What you wrote is in %s",
			editor_name(), INTERVIEW_DRAFT);
	return interview_draft_take(c->study, text, e);
}

static bool read_input(struct buf *text, struct err *e)
{
	char block[4096];
	for (size_t n; (n = fread(block, 1, sizeof block, stdin)) > 0;)
		buf_add(text, (struct str){ block, n });
	return !ferror(stdin) || err_set(e, ERR_IO, "standard input cannot be read");
}

static void put_question(struct cli *c, const struct interview *iv, int i)
{
	const struct interview_question *q = &iv->question[i];
	bool rates = q->ntopic && q->level;
	buf_addf(&c->out, "%-6s  ", rates ? level_name(q->level) : "-");
	cli_text(c, q->text);
	for (int k = 0; k < q->ntopic; k++) {
		buf_addf(&c->out, "%s%s", k ? "; " : "  (", q->near ? "near: " : "");
		cli_text(c, iv->topic[q->topic[k]].name);
	}
	buf_addf(&c->out, "%s\n", q->ntopic ? ")" : "  (none of your topics)");
}

static void put_all(struct cli *c, const struct interview *iv)
{
	size_t n;
	interview_ratings(iv, &n, &c->arena);
	for (int i = 0; i < iv->n; i++)
		put_question(c, iv, i);
	if (c->dry_run)
		cli_text(c, iv->lines);
	buf_addf(&c->out, "%s%d card%s due tomorrow in ",
		c->dry_run ? "Not done, only shown: " : "", iv->ncard, iv->ncard == 1 ? "" : "s");
	cli_text(c, iv->path);
	buf_addf(&c->out, ", %d topic%s rated\n", (int)n, n == 1 ? "" : "s");
}

int cli_interview(struct cli *c, struct err *e)
{
	struct interview iv;
	struct sync_report report;
	struct buf text = { 0 };
	struct str deck = c->narg ? str_of(c->arg[0]) : STR(INTERVIEW_DECK);
	bool ok = isatty(STDIN_FILENO) ? write_in_editor(c, &text, e) : read_input(&text, e);
	ok = ok && interview_read(c->study, buf_str(&text), &iv, &c->arena, e) &&
	     interview_edit(c->study, deck, &iv, &c->arena, e);
	if (ok && !c->dry_run)
		ok = interview_write(c->study, &iv, e) &&
		     study_sync(c->study, NULL, NULL, &report, e);
	if (ok)
		put_all(c, &iv);
	buf_release(&text);
	return ok ? EXIT_DONE : EXIT_FAILED;
}
