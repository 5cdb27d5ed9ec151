/* newsheet_test.c - a new sheet from the pane and from the search, shown before it is made and after. */
#include "screen/sheet_desk.h"

#include <stdio.h>

#include "hone/files.h"
#include "test.h"

static void make_folder(struct desk *d, const char *name)
{
	char path[256];
	struct err e = { 0 };
	snprintf(path, sizeof path, "%s/%s", d->dir, name);
	assert_true(files_mkdirs(path, &e));
}

static void assert_file(struct desk *d, const char *name, const char *want)
{
	char path[256];
	snprintf(path, sizeof path, "%s/%s", d->dir, name);
	struct buf b = test_read(path);
	assert_str(buf_str(&b), want);
	buf_release(&b);
}

/* What the loop does after the editor. */
static void read_again(struct desk *d)
{
	sync_study(d->study);
	app_study_changed(d->app);
}

TEST(a_new_sheet_is_shown_before_it_is_made_and_after)
{
	struct desk d = sheet_desk(24, 80);
	int line = 0;
	type(&d, "A");
	see(&d, "Title:");
	type(&d, "Hash tables\r");
	see(&d, "Make hash-tables.md");
	see(&d, "+ # Hash tables");
	type(&d, "l");
	see(&d, "Make notes/hash-tables.md");
	type(&d, "e");
	see(&d, "Title: Hash tables");
	type(&d, "Trees\r");
	type(&d, "h");
	see(&d, "trees.md is there already");
	type(&d, "y"); /* no key now */
	type(&d, "eTries\ry");
	assert_int_equal(app_wish(d.app), APP_WISH_EDIT);
	assert_string_equal(app_edited(d.app, &line), "tries.md");
	assert_file(&d, "tries.md", "# Tries\n\n");
	see(&d, "Made tries.md.");
	read_again(&d);
	see_sheet(&d, "tries.md");
	see(&d, "Tries\n");
	type(&d, "<");
	see_sheet(&d, "trees.md");
	desk_free(&d);
}

TEST(a_template_of_the_study_is_what_a_new_sheet_begins_with)
{
	struct desk d = sheet_desk(24, 80);
	make_folder(&d, "templates");
	write_file(d.dir, "templates/sheet.md", "# {title}\n\nBegun {date}.\n\n## Traps\n");
	read_again(&d);
	app_key(d.app, key_parse(STR("Ctrl-P")));
	type(&d, "Bloom filters");
	see(&d, "Ctrl-O makes a new sheet");
	app_key(d.app, key_parse(STR("Ctrl-O")));
	see(&d, "Make bloom-filters.md");
	see(&d, "+ Begun 2025-11-12.");
	see(&d, "+ ## Traps");
	type(&d, "y");
	assert_file(&d, "bloom-filters.md", "# Bloom filters\n\nBegun 2025-11-12.\n\n## Traps\n");
	read_again(&d);
	see(&d, "Begun 2025-11-12.");
	see_sheet(&d, "bloom-filters.md");
	desk_free(&d);
}

TEST(a_sheet_that_was_never_read_is_not_waited_for_after_another_key)
{
	struct desk d = sheet_desk(24, 80);
	type(&d, "AOne\ry");
	type(&d, "]");
	read_again(&d);
	see_sheet(&d, "trees.md");
	type(&d, "A");
	type(&d, "\033");
	see(&d, "e asks for its title");
	type(&d, "q");
	see_sheet(&d, "trees.md");
	desk_free(&d);
}
