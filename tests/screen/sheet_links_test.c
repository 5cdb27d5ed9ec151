/* sheet_links_test.c - links of a sheet: letters at them, chosen, listed, followed, and what is not followed. */
#include "screen/sheet_desk.h"

#include <string.h>

#include "test.h"

static const struct {
	const char *name;
	const char *shown; /* on the screen afterwards */
	enum app_wish wish;
	const char *target;
} rows[] = {
	{ "the web", "", APP_WISH_FOLLOW, "https://example.org/trees?a=1" },
	{ "code", "", APP_WISH_EDIT, "code/tree.py" },
	{ "picture", "", APP_WISH_SHOW, "pic.png" },
	{ "nothing alike", "\"zzz.qq\" is not here, and no sheet has a name like it", APP_WISH_NONE,
		"" },
	{ "mail", "Not followed: \"mailto:a@example.org\"", APP_WISH_NONE, "" },
	{ "away", "Not followed: \"../../etc/passwd\"", APP_WISH_NONE, "" },
	{ "folder", "\"code\" is a folder", APP_WISH_NONE, "" },
	{ "wrong", "\"heaps.md\" has no heading \"nowhere\"", APP_WISH_NONE, "" },
};

/* Choose the link with that text in the list of links, and follow it. */
static void follow(struct desk *d, const char *name)
{
	struct buf line = { 0 };
	buf_addf(&line, " %s  ", name);
	type(d, "L");
	struct str rest = str_of(screen(d)), row;
	int at = -1, first = -1;
	for (int i = 0; str_line(&rest, &row); i++) {
		if (first < 0 && str_starts(row, STR(" heaps  ")))
			first = i;
		if (at < 0 && str_starts(row, buf_str(&line)))
			at = i;
	}
	if (first < 0 || at < 0)
		fail_msg("no link \"%s\" in\n%s", name, screen(d));
	type(d, "g");
	for (int i = first; i < at; i++)
		type(d, "j");
	type(d, "\r");
	buf_release(&line);
}

TEST(a_followed_link_opens_what_it_names)
{
	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct desk d = sheet_desk(24, 120);
		type(&d, "z");
		assert_int_equal(app_wish(d.app), APP_WISH_NONE);
		follow(&d, rows[i].name);
		see(&d, rows[i].shown);
		int line = 0;
		enum app_wish wish = app_wish(d.app);
		assert_int_equal(wish, rows[i].wish);
		const char *target = wish == APP_WISH_EDIT ? app_edited(d.app, &line)
				     : wish                ? app_followed(d.app)
							   : "";
		assert_string_equal(target, rows[i].target);
		desk_free(&d);
	}
}

TEST(a_link_to_a_sheet_opens_it_at_its_heading)
{
	struct desk d = sheet_desk(24, 80);
	see_sheet(&d, "trees.md");
	follow(&d, "how to walk");
	see_sheet(&d, "walks.md › In order");
	see_not(&d, "Root first.");
	type(&d, "g"); /* the link there is seen from its own folder */
	type(&d, "f");
	type(&d, "f");
	see_sheet(&d, "trees.md");
	follow(&d, "below");
	see_sheet(&d, "trees.md");
	desk_free(&d);
}

TEST(letters_stand_at_the_links_in_sight_and_follow_them)
{
	struct desk d = sheet_desk(24, 80);
	type(&d, "f");
	see(&d, "See feaps and jow to walk, or deaps.md.");
	see(&d, "Esc back");
	see(&d, "Type the letters of a link to follow it");
	type(&d, "x");
	see(&d, "No link has that letter");
	see(&d, "See heaps and how to walk");
	type(&d, "f");
	type(&d, "\033");
	see(&d, "See heaps and how to walk");
	type(&d, "fd");
	see_sheet(&d, "heaps.md");
	type(&d, "Gf");
	see(&d, "No link is in sight");
	desk_free(&d);
}

TEST(two_letters_are_typed_where_one_is_not_enough)
{
	struct buf text = { 0 };
	for (int i = 0; i < 30; i++)
		buf_addf(&text, "[to%d](%s.md) ", i, i == 28 ? "heaps" : "trees");
	struct desk d = sheet_desk_of(buf_cstr(&text), 24, 80);
	type(&d, "f");
	see(&d, "ff0 fj1 fd2"); /* the third is d, the second k comes later */
	type(&d, "jd");
	see_sheet(&d, "heaps.md");
	buf_release(&text);
	desk_free(&d);
}

TEST(the_chosen_link_is_said_and_followed_by_enter)
{
	struct desk d = sheet_desk(24, 80);
	see_not(&d, "Enter follow");
	type(&d, "}}");
	see(&d, "notes/walks.md#in-order");
	see(&d, "Enter follow");
	type(&d, "{");
	see(&d, "· heaps.md");
	type(&d, "{");
	see(&d, "No link above");
	type(&d, "\033");
	see_not(&d, "Enter follow");
	type(&d, "}\r");
	see_sheet(&d, "heaps.md");
	desk_free(&d);
}

TEST(the_list_of_links_says_where_they_lead)
{
	struct desk d = sheet_desk(24, 100);
	type(&d, "zL");
	see(&d, "notes/walks.md › in-order");
	see(&d, "https://example.org/trees?a=1");
	see(&d, "heap.md, not here");
	see(&d, "mailto:a@example.org, not followed");
	type(&d, "\033");
	see(&d, "See heaps and");
	desk_free(&d);
	d = sheet_desk_of("# Alone\n", 24, 80);
	type(&d, "L\r");
	see(&d, "No links here.");
	desk_free(&d);
	d = sheet_desk_of("A claim[^1]. https://example.org/a/path/that/is/longer/than/the/page/is/"
			  "wide/to/its/very/end.html ok\n\n[^1]: Its source.\n",
		24, 80);
	type(&d, "L");
	see(&d, " [1]  its footnote");
	see(&d, " [1]  back to the text");
	see(&d, " https://example.org/a/path/that/is/longer/than/the/page/is/wide/to/its/very/e…");
	desk_free(&d);
}

TEST(a_link_that_leads_nowhere_offers_the_nearest_names)
{
	struct desk d = sheet_desk(24, 80);
	follow(&d, "lost");
	see(&d, "\"heap.md\" is not here. Did you mean:");
	see(&d, "Heaps");
	type(&d, "\r");
	see_sheet(&d, "heaps.md");
	type(&d, "<");
	see_sheet(&d, "trees.md");
	desk_free(&d);
}

TEST(nothing_of_a_link_acts_on_the_terminal)
{
	struct desk d = sheet_desk_of(
		"[x](<https://a\033[2J b>) [y](<a\033]0;t\007.md>) [z](<-rf \xE2\x80\xAE.md>)\n",
		24, 80);
	type(&d, "}}}");
	type(&d, "L");
	assert_null(strchr(screen(&d), '\033'));
	type(&d, "g\r");
	assert_null(strchr(screen(&d), '\033'));
	assert_int_equal(app_wish(d.app), APP_WISH_NONE);
	desk_free(&d);
}

TEST(a_footnote_leads_to_its_text_and_back)
{
	struct buf text = { 0 };
	buf_addf(&text, "# Trees\n\nA claim[^1].\n\n");
	add_long(&text, 30);
	buf_addf(&text, "[^1]: Its source.\n");
	struct desk d = sheet_desk_of(buf_cstr(&text), 20, 80);
	see(&d, "A claim[1].");
	see_not(&d, "Its source.");
	type(&d, "}\r");
	see(&d, "Its source.");
	see_not(&d, "A claim");
	type(&d, "<");
	see(&d, "A claim[1].");
	buf_release(&text);
	desk_free(&d);
}

TEST(what_is_not_there_is_said_on_the_smallest_screen_too)
{
	struct desk d = sheet_desk_of("Nothing but words.\n", 24, 80);
	app_resize(d.app, 5, 20);
	type(&d, "L");
	see(&d, "No links here.");
	type(&d, "\033c");
	see(&d, "No headings here.");
	desk_free(&d);
}
