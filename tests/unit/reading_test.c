/* reading_test.c - what is remembered of the sheets: places, marks, searches, numbers. */
#include "hone/reading.h"

#include "test.h"

static struct study *open_at(const char *dir)
{
	struct err e = { 0 };
	struct study *s = study_open(dir, &e);
	if (!s)
		fail_msg("%s", e.text);
	return s;
}

static void save_to(struct reading *r, const char *dir)
{
	struct err e = { 0 };
	struct study *s = open_at(dir);
	if (!reading_save(r, s, &e) || !study_close(s, &e))
		fail_msg("%s", e.text);
}

static struct reading load_from(const char *dir)
{
	struct reading r = { 0 };
	struct err e = { 0 };
	struct study *s = open_at(dir);
	if (!reading_load(&r, s, &e) || !study_close(s, &e))
		fail_msg("%s", e.text);
	return r;
}

static void assert_place(const struct reading *r, const char *path, int source, int into)
{
	struct place at = reading_place(r, str_of(path));
	assert_int_equal(at.source, source);
	assert_int_equal(at.into, into);
}

TEST(a_place_is_that_of_its_sheet_and_the_last_one_put)
{
	struct reading r = { 0 };
	assert_place(&r, "a.md", 0, 0);
	assert_str(reading_last(&r), "");
	reading_put_place(&r, STR("a.md"), (struct place){ 12, 3 });
	reading_put_place(&r, STR("notes/b c.md"), (struct place){ 7, 0 });
	assert_str(reading_last(&r), "notes/b c.md");
	reading_put_place(&r, STR("a.md"), (struct place){ 20, 1 });
	assert_place(&r, "a.md", 20, 1);
	assert_place(&r, "notes/b c.md", 7, 0);
	assert_place(&r, "b c.md", 0, 0);
	assert_str(reading_last(&r), "a.md");
	reading_put_place(&r, STR("two\nlines.md"), (struct place){ 1, 0 });
	assert_place(&r, "two\nlines.md", 0, 0);
	reading_release(&r);
}

TEST(only_so_many_places_are_kept_and_nothing_else_goes_for_them)
{
	struct reading r = { 0 };
	reading_put_mark(&r, 'q', STR("first.md"), (struct place){ 5, 0 });
	for (int i = 0; i < 400; i++) {
		struct buf path = { 0 };
		buf_addf(&path, "%d.md", i);
		reading_put_place(&r, buf_str(&path), (struct place){ i + 1, 0 });
		buf_release(&path);
	}
	assert_place(&r, "399.md", 400, 0);
	assert_place(&r, "100.md", 101, 0);
	assert_place(&r, "99.md", 0, 0);
	struct str path;
	struct place at;
	assert_true(reading_mark(&r, 'q', &path, &at));
	assert_str(path, "first.md");
	reading_release(&r);
}

TEST(marks_searches_and_numbers_are_apart)
{
	struct reading r = { 0 };
	struct str path;
	struct place at;
	struct buf b = { 0 };
	assert_false(reading_mark(&r, 'a', &path, &at));
	reading_put_mark(&r, 'a', STR("x.md"), (struct place){ 3, 2 });
	reading_put_mark(&r, 'b', STR("x.md"), (struct place){ 4, 0 });
	reading_put_mark(&r, 'a', STR("y.md"), (struct place){ 9, 1 });
	assert_true(reading_mark(&r, 'a', &path, &at));
	assert_str(path, "y.md");
	assert_int_equal(at.source * 10 + at.into, 91);
	assert_true(reading_mark(&r, 'b', &path, &at));
	reading_put_search(&r, STR("b tree"));
	reading_put_search(&r, STR("b heap"));
	reading_put_search(&r, STR("b tree"));
	reading_searches(&r, &b);
	assert_str(buf_str(&b), "b tree\nb heap\n");
	assert_int_equal(reading_number(&r, "width", 88), 88);
	reading_put_number(&r, "width", 60);
	reading_put_number(&r, "outline", 0);
	assert_int_equal(reading_number(&r, "width", 88), 60);
	assert_int_equal(reading_number(&r, "outline", 1), 0);
	buf_release(&b);
	reading_release(&r);
}

TEST(what_was_remembered_is_there_after_a_restart)
{
	const char *dir = test_tmpdir();
	struct reading r = load_from(dir);
	assert_false(r.changed);
	reading_put_place(&r, STR("a.md"), (struct place){ 12, 3 });
	reading_put_number(&r, "width", 60);
	assert_true(r.changed);
	save_to(&r, dir);
	assert_false(r.changed);
	reading_release(&r);
	r = load_from(dir);
	assert_place(&r, "a.md", 12, 3);
	assert_int_equal(reading_number(&r, "width", 88), 60);
	reading_put_number(&r, "width", 60);
	assert_false(r.changed);
	reading_release(&r);
}

TEST(lines_that_are_damaged_are_passed_over)
{
	struct reading r = { 0 };
	struct str path;
	struct place at;
	buf_add(&r.text, STR("place\nplace x 1 a.md\nplace 5 a.md\nmark a\nmark b 1\nnumber "
			     "width\n\nplace 5 1 a.md\n"));
	assert_place(&r, "a.md", 5, 1);
	assert_str(reading_last(&r), "a.md");
	assert_false(reading_mark(&r, 'a', &path, &at));
	assert_false(reading_mark(&r, 'b', &path, &at));
	assert_int_equal(reading_number(&r, "width", 88), 88);
	reading_release(&r);
}
