/* home_test.c - where hone's own files lie, and the list of studies. */
#include "test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "hone/home.h"

static const char *const variable[] = { "HONE_HOME", "HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME",
	"XDG_STATE_HOME" };

/* NULL leaves a variable unset. */
static void environment(const char *const value[5])
{
	for (size_t i = 0; i < LENGTH(variable); i++) {
		if (value[i])
			setenv(variable[i], value[i], 1);
		else
			unsetenv(variable[i]);
	}
}

TEST(folders_follow_the_xdg_rules)
{
	static const struct {
		const char *value[5];
		const char *config, *data, *state; /* NULL: an error */
	} row[] = {
		{ { NULL, "/h", NULL, NULL, NULL }, "/h/.config/hone", "/h/.local/share/hone",
			"/h/.local/state/hone" },
		{ { NULL, "/h", "/c", "/d", "/s" }, "/c/hone", "/d/hone", "/s/hone" },
		{ { NULL, "/h", "c", "", "./s" }, "/h/.config/hone", "/h/.local/share/hone",
			"/h/.local/state/hone" },
		{ { "/all", "/h", "/c", "/d", "/s" }, "/all", "/all", "/all" },
		{ { "/all", NULL, NULL, NULL, NULL }, "/all", "/all", "/all" },
		{ { "", "/h", "/c", "/d", "/s" }, "/c/hone", "/d/hone", "/s/hone" },
		{ { NULL, NULL, "/c", "/d", "/s" }, "/c/hone", "/d/hone", "/s/hone" },
		{ { NULL, NULL, NULL, NULL, NULL }, NULL, NULL, NULL },
		{ { NULL, "relative", NULL, NULL, NULL }, NULL, NULL, NULL },
		{ { "relative", "/h", NULL, NULL, NULL }, NULL, NULL, NULL },
	};
	for (size_t i = 0; i < LENGTH(row); i++) {
		struct home h = { 0 };
		struct arena a = { 0 };
		struct err e = { 0 };
		environment(row[i].value);
		assert_int_equal(home_find(&h, &a, &e), row[i].config != NULL);
		if (row[i].config) {
			assert_string_equal(h.config, row[i].config);
			assert_string_equal(h.data, row[i].data);
			assert_string_equal(h.state, row[i].state);
		} else {
			assert_int_not_equal(e.kind, ERR_NONE);
		}
		arena_release(&a);
	}
}

static void assert_studies(const struct home *h, const char *const *want, size_t nwant)
{
	struct arena a = { 0 };
	struct err e = { 0 };
	struct str *dir;
	size_t n;
	assert_true(home_studies(h, &dir, &n, &a, &e));
	assert_int_equal(n, nwant);
	for (size_t i = 0; i < n; i++)
		assert_str(dir[i], want[i]);
	arena_release(&a);
}

TEST(studies_are_listed_newest_first_and_only_while_they_exist)
{
	const char *root = test_tmpdir();
	char data[128], a[128], b[128];
	snprintf(data, sizeof data, "%s/deep/data", root);
	snprintf(a, sizeof a, "%s/a study", root);
	snprintf(b, sizeof b, "%s/b", root);
	mkdir(a, 0700);
	mkdir(b, 0700);
	struct home h = { .data = data };
	struct err e = { 0 };
	assert_studies(&h, NULL, 0);
	assert_true(home_remember(&h, a, &e));
	assert_true(home_remember(&h, b, &e));
	assert_studies(&h, (const char *const[]){ b, a }, 2);
	assert_true(home_remember(&h, a, &e));
	assert_true(home_remember(&h, a, &e));
	assert_studies(&h, (const char *const[]){ a, b }, 2);
	assert_int_equal(rmdir(a), 0);
	assert_studies(&h, (const char *const[]){ b }, 1);
}

TEST(the_list_of_studies_holds_fifty)
{
	const char *root = test_tmpdir();
	struct home h = { .data = root };
	struct err e = { 0 };
	char path[128], list[128];
	for (int i = 0; i < 53; i++) {
		snprintf(path, sizeof path, "/nowhere/%d", i);
		assert_true(home_remember(&h, path, &e));
	}
	snprintf(list, sizeof list, "%s/studies", root);
	struct buf text = test_read(list);
	struct str rest = buf_str(&text), line;
	int n = 0;
	for (; str_line(&rest, &line); n++) {
		snprintf(path, sizeof path, "/nowhere/%d", 52 - n);
		assert_str(line, path);
	}
	assert_int_equal(n, 50);
	buf_release(&text);
}

TEST(a_path_that_is_no_line_is_not_remembered)
{
	struct home h = { .data = test_tmpdir() };
	struct err e = { 0 };
	assert_false(home_remember(&h, "/a\nb", &e));
	assert_false(home_remember(&h, "relative", &e));
	assert_int_equal(e.kind, ERR_INVALID);
}
