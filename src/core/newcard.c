/* newcard.c - a card written at the end of a deck. */
#include "hone/newcard.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "hone/files.h"
#include "study_edit.h"

enum { MOST_LEVEL = 6 };

/* ---- its text */

/* An empty line before it. */
static const char *lead(struct str text)
{
	if (text.n == 0 || str_ends(text, STR("\n\n")) || str_ends(text, STR("\n\r\n")))
		return "";
	return str_ends(text, STR("\n")) ? "\n" : "\n\n";
}

/* With the ends of lines that the file has. */
static struct str with_ends(struct str text, struct str block, struct arena *a)
{
	struct buf b = { 0 };
	struct str rest = block, line;
	if (str_find(text, STR("\r\n"), 0) < 0)
		return block;
	while (str_line(&rest, &line))
		buf_addf(&b, "%.*s\r\n", STR_ARG(line));
	struct str out = arena_str(a, buf_str(&b));
	buf_release(&b);
	return out;
}

/* The level of the heading in that line, 0. */
static int level_at(struct str text, int line)
{
	struct str rest = text, one = { 0 }, words;
	for (int i = 0; i < line && str_line(&rest, &one); i++)
		;
	return md_heading_line(one, &words);
}

/* Of the last question that is a heading, 0 where none is. */
static int heading_level(struct str text, const struct deck *deck)
{
	for (size_t i = deck->ncard; i > 0; i--) {
		int level = level_at(text, deck->card[i - 1].line);
		if (level)
			return level;
	}
	return 0;
}

static bool same_cards(const struct deck *was, const struct deck *now)
{
	for (size_t i = 0; i < was->ncard; i++)
		if (was->card[i].id != now->card[i].id ||
			!str_eq(str_trim(was->card[i].back), str_trim(now->card[i].back)))
			return false;
	return true;
}

/* Whatever the ends of their lines. */
static bool same_lines(struct str a, struct str b)
{
	struct str x, y;
	while (str_line(&a, &x))
		if (!str_line(&b, &y) || !str_eq(x, y))
			return false;
	return b.n == 0;
}

/* Is the file with it the same deck and one card more, with this question? */
static bool reads_as_card(
	struct newcard *c, struct str text, const struct deck *was, struct arena *a)
{
	struct str all = arena_printf(a, "%.*s%.*s", STR_ARG(text), STR_ARG(c->block));
	struct deck now = deck_parse(all, c->path, a);
	if (now.ncard != was->ncard + 1 || !same_cards(was, &now) || !deck_is(all))
		return false;
	const struct deck_card *last = &now.card[now.ncard - 1];
	c->line = last->line;
	c->id = last->id;
	/* All of the answer, and nothing that a mark in it has cut off. */
	return str_starts(str_trim(last->front), c->question) &&
	       same_lines(str_trim(last->back), c->answer);
}

static bool compose(struct newcard *c, struct str text, struct arena *a)
{
	struct deck was = deck_parse(text, c->path, a);
	int level = heading_level(text, &was);
	if (c->answer.n == 0) {
		c->block = with_ends(text,
			arena_printf(a, "%sQ: %.*s #explain\n", lead(text), STR_ARG(c->question)),
			a);
		return reads_as_card(c, text, &was, a);
	}
	for (int heading = level > 0; heading >= 0; heading--) {
		c->block = heading ? arena_printf(a, "%s%.*s Q: %.*s\n\n%.*s\n", lead(text), level,
					     "######", STR_ARG(c->question), STR_ARG(c->answer))
				   : arena_printf(a, "%sQ: %.*s\nA: %.*s\n", lead(text),
					     STR_ARG(c->question), STR_ARG(c->answer));
		c->block = with_ends(text, c->block, a);
		if (reads_as_card(c, text, &was, a))
			return true;
	}
	return false;
}

static bool compose_or_say(struct newcard *c, struct str text, struct arena *a, struct err *e)
{
	return compose(c, text, a) ||
	       err_set(e, ERR_INVALID,
		       "%.*s: this would not be read as one card there, so it is not written; "
		       "choose "
		       "another deck, or a section without headings and questions in it",
		       STR_ARG(c->path));
}

static bool show(const struct study *s, struct newcard c, struct newcard *out, struct arena *a,
	struct err *e)
{
	struct err why = { 0 };
	struct decoded text = { 0 };
	if (c.question.n == 0 || str_find(c.question, STR("\n"), 0) >= 0)
		return err_set(e, ERR_INVALID, "A question is one line of text.");
	c.fresh = !study_text(s, c.path, &text, a, &why) && why.kind == ERR_MISSING;
	if (!c.fresh && why.kind)
		return err_set(e, why.kind, "%s", why.text);
	if (!compose_or_say(&c, text.text, a, e))
		return false;
	*out = c;
	return true;
}

bool newcard_edit(const struct study *s, struct str path, struct str question, struct str answer,
	struct newcard *out, struct arena *a, struct err *e)
{
	struct newcard c = {
		.path = path, .question = str_trim(question), .answer = str_trim(answer)
	};
	if (c.answer.n == 0)
		return err_set(
			e, ERR_INVALID, "There is no text in this section to be the answer.");
	return show(s, c, out, a, e);
}

bool newcard_explain(const struct study *s, struct str path, struct str question,
	struct newcard *out, struct arena *a, struct err *e)
{
	return show(s, (struct newcard){ .path = path, .question = str_trim(question) }, out, a, e);
}

/* ---- writing it */

static bool change(struct edit *ed, void *ctx, struct err *e)
{
	const struct newcard *want = ctx;
	struct newcard c = *want;
	if (!compose_or_say(&c, ed->text, &ed->arena, e))
		return false;
	if (!str_eq(c.block, want->block))
		return err_set(e, ERR_STALE, "%.*s was changed meanwhile; look at it again",
			STR_ARG(c.path));
	study_edit_patch(ed, &(struct patch){ ed->text.n, 0, c.block }, 1);
	study_edit_event(ed, (struct event){ .kind = EVENT_NOTE,
				     .subject = (int64_t)c.id,
				     .value = NOTE_CARD,
				     .text = arena_printf(&ed->arena, "%.*s\n%.*s", STR_ARG(c.path),
					     STR_ARG(c.block)) });
	return true;
}

/* An empty file, if there is none. */
static bool make_file(const char *path, bool *made, struct err *e)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666);
	*made = fd >= 0;
	if (fd < 0 && errno != EEXIST)
		return err_set(e, ERR_IO, "%s cannot be made: %s", path, strerror(errno));
	if (fd >= 0)
		close(fd);
	return true;
}

bool newcard_write(struct study *s, const struct newcard *card, struct err *e)
{
	struct arena a = { 0 };
	struct newcard copy = *card;
	const char *path = path_join(&a, str_of(s->dir), card->path);
	bool made = false;
	bool ok = study_writable(s, e) && (!card->fresh || make_file(path, &made, e)) &&
		  study_edit_logged(s, card->path, change, &copy, e);
	if (!ok && made)
		unlink(path); /* it is empty, and ours */
	arena_release(&a);
	return ok;
}
