/* newcard_test.c - a card at the end of a deck, written and taken out again. */
#include "hone/newcard.h"

#include "study_help.h"
#include "test.h"

struct made {
	struct study *s;
	const char *dir;
	struct arena a;
	struct newcard card;
	struct err e;
};

static struct made open_made(const char *deck)
{
	struct made m = { .dir = help_folder() };
	help_put(m.dir, "deck.md", deck);
	m.s = help_open(m.dir);
	help_sync(m.s);
	return m;
}

static void close_made(struct made *m)
{
	help_close(m->s);
	arena_release(&m->a);
}

static bool write_card(struct made *m, const char *path, const char *question, const char *answer)
{
	m->e = (struct err){ 0 };
	return newcard_edit(m->s, str_of(path), str_of(question), str_of(answer), &m->card, &m->a,
		       &m->e) &&
	       newcard_write(m->s, &m->card, &m->e);
}

static void undo(struct made *m, const char *want)
{
	struct buf what = { 0 };
	assert_true(study_undo(m->s, &what, &m->e));
	assert_str(buf_str(&what), want);
	buf_release(&what);
}

TEST(a_card_is_written_as_a_block_and_taken_out_again)
{
	static const char deck[] = "# Deck\n\nQ: One?\nA: 1";
	struct made m = open_made(deck);
	assert_true(write_card(&m, "deck.md", " Two? ", "\n2\n\n- two\n"));
	help_assert_file(m.dir, "deck.md", "# Deck\n\nQ: One?\nA: 1\n\nQ: Two?\nA: 2\n\n- two\n");
	assert_int_equal(m.card.line, 6);
	assert_int_equal(help_sync(m.s).cards_added, 1);
	assert_int_equal(help_card(m.s, "Two"), (int64_t)m.card.id);
	undo(&m, "wrote the card \"Two?\"");
	help_assert_file(m.dir, "deck.md", deck);
	struct buf what = { 0 };
	assert_true(study_redo(m.s, &what, &m.e));
	help_assert_file(m.dir, "deck.md", "# Deck\n\nQ: One?\nA: 1\n\nQ: Two?\nA: 2\n\n- two\n");
	buf_release(&what);
	close_made(&m);
}

TEST(a_deck_of_headings_gets_a_heading)
{
	struct made m = open_made("# Deck\n\n## Area\n\n### Q1: One?\n\nA one.\n");
	assert_true(write_card(&m, "deck.md", "Two?", "2"));
	help_assert_file(m.dir, "deck.md",
		"# Deck\n\n## Area\n\n### Q1: One?\n\nA one.\n\n### Q: Two?\n\n2\n");
	close_made(&m);
}

TEST(ends_of_lines_are_those_of_the_file)
{
	struct made m = open_made("Q: One?\r\nA: 1\r\n");
	assert_true(write_card(&m, "deck.md", "Two?", "2\nand more"));
	help_assert_file(
		m.dir, "deck.md", "Q: One?\r\nA: 1\r\n\r\nQ: Two?\r\nA: 2\r\nand more\r\n");
	close_made(&m);
}

TEST(a_file_that_is_not_there_is_made)
{
	struct made m = open_made("Q: One?\nA: 1\n");
	assert_true(write_card(&m, "cards.md", "Two?", "2"));
	assert_true(m.card.fresh);
	help_assert_file(m.dir, "cards.md", "Q: Two?\nA: 2\n");
	undo(&m, "wrote the card \"Two?\"");
	help_assert_file(m.dir, "cards.md", "");
	close_made(&m);
}

TEST(what_would_be_no_card_is_refused_and_nothing_written)
{
	static const char deck[] = "Q: One?\nA: 1\n";
	struct made m = open_made(deck);
	assert_false(write_card(&m, "deck.md", "Two?", "2\n\nQ: Three?\nA: 3"));
	assert_int_equal(m.e.kind, ERR_INVALID);
	assert_false(write_card(&m, "deck.md", "Two?", "2\n---\nthis is prose"));
	assert_false(write_card(&m, "deck.md", "", "2"));
	assert_false(write_card(&m, "deck.md", "Two?", "  \n"));
	assert_false(write_card(&m, "fresh.md", "Two?", "text\n# heading\nmore"));
	help_assert_file(m.dir, "deck.md", deck);
	close_made(&m);
}

TEST(a_deck_that_changed_after_it_was_shown_is_left_alone)
{
	struct made m = open_made("Q: One?\nA: 1\n");
	assert_true(newcard_edit(m.s, STR("deck.md"), STR("Two?"), STR("2"), &m.card, &m.a, &m.e));
	help_put(m.dir, "deck.md", "Q: One?\nA: 1\n\n");
	assert_false(newcard_write(m.s, &m.card, &m.e));
	assert_int_equal(m.e.kind, ERR_STALE);
	help_assert_file(m.dir, "deck.md", "Q: One?\nA: 1\n\n");
	close_made(&m);
}

TEST(a_card_that_was_edited_stays_when_it_is_undone)
{
	struct made m = open_made("Q: One?\nA: 1\n");
	assert_true(write_card(&m, "deck.md", "Two?", "2"));
	help_put(m.dir, "deck.md", "Q: One?\nA: 1\n\nQ: Two?\nA: two, really\n");
	undo(&m, "wrote the card \"Two?\"; deck.md was changed there since, so it was left as it "
		 "is");
	help_assert_file(m.dir, "deck.md", "Q: One?\nA: 1\n\nQ: Two?\nA: two, really\n");
	close_made(&m);
}

static const char passages[] = "# Costs\n" /* 1 */
			       "\n"
			       "Of arrays\n"
			       "and of lists.\n"
			       "\n" /* 5 */
			       "- one\n"
			       "  - under it\n"
			       "  - again\n"
			       "\n"
			       "| a | b |\n" /* 10 */
			       "|---|---|\n"
			       "| 1 | 2 |\n"
			       "| 3 | 4 |\n"
			       "\n"
			       "```c\n" /* 15 */
			       "int x;\n"
			       "\n"
			       "\tint y;\n"
			       "```\n"
			       "\n" /* 20 */
			       "## Traps\n"
			       "\n"
			       "None.\n"
			       "\n"
			       "~~~~\n" /* 25 */
			       "never closed";

TEST(lines_of_a_text_are_a_passage_that_reads_as_they_do_in_it)
{
	static const struct {
		int from, to;
		const char *question, *passage;
	} rows[] = {
		{ 3, 3, "Costs", "Of arrays" },
		{ 3, 5, "Costs", "Of arrays\nand of lists." },
		{ 1, 3, "Costs", "Of arrays" }, /* the heading is the question */
		{ 1, 1, "Costs", "" },
		{ 7, 8, "Costs", "- under it\n- again" },
		{ 6, 8, "Costs", "- one\n  - under it\n  - again" },
		{ 13, 13, "Costs", "| a | b |\n|---|---|\n| 3 | 4 |" },
		{ 12, 14, "Costs", "| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |" },
		{ 10, 11, "Costs", "| a | b |\n|---|---|" },
		{ 16, 16, "Costs", "```c\nint x;\n```" },
		{ 18, 20, "Costs", "```c\n\tint y;\n```" },
		{ 15, 16, "Costs", "```c\nint x;\n```" },
		{ 19, 23, "Costs", "## Traps\n\nNone." },
		{ 21, 23, "Traps", "None." },
		{ 26, 26, "Traps", "~~~~\nnever closed\n~~~~" },
		{ 30, 40, "Traps", "" },
	};
	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct arena a = { 0 };
		struct str question, passage = newcard_passage(str_of(passages), rows[i].from,
					     rows[i].to, &question, &a);
		assert_str(question, rows[i].question);
		assert_str(passage, rows[i].passage);
		arena_release(&a);
	}
}
