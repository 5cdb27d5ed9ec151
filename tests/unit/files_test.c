/* files_test.c - listing, reading, patching and watching the user's files. */
#include "test.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "hone/files.h"

static void put(const char *path, const char *text)
{
	FILE *f = fopen(path, "wb");
	assert_non_null(f);
	assert_int_equal(fwrite(text, 1, strlen(text), f), strlen(text));
	assert_int_equal(fclose(f), 0);
}

static void assert_file(const char *path, const char *want)
{
	struct buf b = test_read(path);
	assert_str(buf_str(&b), want);
	buf_release(&b);
}

/* Nothing of ours is left in the folder. */
static void assert_no_temp(const char *dir)
{
	char command[256];
	snprintf(command, sizeof command, "ls -A '%s' | grep -q '^\\.hone-'", dir);
	assert_int_not_equal(system(command), 0);
}

TEST(patch_changes_only_the_bytes_it_names)
{
	static const struct {
		const char *was;
		struct patch patch[2];
		size_t n;
		const char *want;
	} row[] = {
		{ "- [ ] a\n", { { 3, 1, { "x", 1 } } }, 1, "- [x] a\n" },
		{ "- [ ] a\r\n- [x] b\r\n", { { 12, 1, { " ", 1 } } }, 1,
			"- [ ] a\r\n- [ ] b\r\n" },
		{ "\xEF\xBB\xBF- [ ] a\n", { { 6, 1, { "X", 1 } } }, 1, "\xEF\xBB\xBF- [X] a\n" },
		{ "- [ ] no newline", { { 3, 1, { "x", 1 } } }, 1, "- [x] no newline" },
		{ "|[x]|[ ]|\n", { { 2, 1, { " ", 1 } }, { 6, 1, { "x", 1 } } }, 2, "|[ ]|[x]|\n" },
		{ "[know] z", { { 1, 4, { "unsure", 6 } } }, 1, "[unsure] z" },
		{ "bad \xff\x80 bytes", { { 0, 3, { "BAD", 3 } } }, 1, "BAD \xff\x80 bytes" },
		{ "same", { { 0 } }, 0, "same" },
	};
	char path[128];
	const char *dir = test_tmpdir();
	snprintf(path, sizeof path, "%s/f.md", dir);
	for (size_t i = 0; i < LENGTH(row); i++) {
		struct err e = { 0 };
		put(path, row[i].was);
		assert_true(files_patch(
			path, str_of(row[i].was), row[i].patch, row[i].n, NULL, NULL, &e));
		assert_file(path, row[i].want);
	}
	assert_no_temp(dir);
}

TEST(patch_refuses_a_file_that_is_not_as_it_was_read)
{
	char path[128];
	const char *dir = test_tmpdir();
	snprintf(path, sizeof path, "%s/f.md", dir);
	put(path, "- [ ] a\n- [ ] more\n");
	struct patch p = { 3, 1, STR("x") };
	struct err e = { 0 };
	assert_false(files_patch(path, STR("- [ ] a\n"), &p, 1, NULL, NULL, &e));
	assert_int_equal(e.kind, ERR_STALE);
	assert_non_null(strstr(e.text, "f.md"));
	assert_file(path, "- [ ] a\n- [ ] more\n");
	assert_no_temp(dir);
}

struct meddler {
	char path[128];
	const char *text;
	bool by_rename;
	int wait; /* for so many calls */
};

static void meddle(void *ctx)
{
	struct meddler *m = ctx;
	if (m->wait-- > 0)
		return;
	if (!m->by_rename) {
		put(m->path, m->text);
		return;
	}
	char other[160];
	snprintf(other, sizeof other, "%s~", m->path);
	put(other, m->text);
	assert_int_equal(rename(other, m->path), 0);
}

TEST(patch_keeps_what_another_program_writes_meanwhile)
{
	static const struct {
		const char *text; /* what the other program leaves */
		bool by_rename, hard_link;
	} row[] = {
		{ "- [ ] a\n- [ ] theirs\n", false, false },
		{ "- [ ] a\n- [ ] theirs\n", true, false },
		{ "- [ ] b\n", false, false }, /* of the same length */
		{ "- [ ] a\n", true, false },  /* the same bytes in another file */
		{ "- [ ] a\n- [ ] theirs\n", false, true },
		{ "- [ ] b\n", true, true },
	};
	for (size_t i = 0; i < LENGTH(row); i++) {
		const char *dir = test_tmpdir();
		struct meddler m = { .text = row[i].text, .by_rename = row[i].by_rename };
		snprintf(m.path, sizeof m.path, "%s/f.md", dir);
		put(m.path, "- [ ] a\n");
		char second[128];
		snprintf(second, sizeof second, "%s/g.md", dir);
		if (row[i].hard_link)
			assert_int_equal(link(m.path, second), 0);
		struct patch p = { 3, 1, STR("x") };
		struct err e = { 0 };
		assert_false(files_patch(m.path, STR("- [ ] a\n"), &p, 1, meddle, &m, &e));
		assert_int_equal(e.kind, ERR_STALE);
		assert_file(m.path, row[i].text);
		assert_no_temp(dir);
	}
}

TEST(patch_finds_what_is_written_between_its_last_look_and_the_replacement)
{
	static const struct {
		const char *text;
		bool by_rename;
	} row[] = {
		{ "- [ ] a\n- [ ] theirs\n", false },
		{ "- [ ] a\n- [ ] theirs\n", true },
		{ "- [ ] b\n", false },
	};
	for (size_t i = 0; i < LENGTH(row); i++) {
		const char *dir = test_tmpdir();
		struct meddler m = {
			.text = row[i].text, .by_rename = row[i].by_rename, .wait = 1
		};
		snprintf(m.path, sizeof m.path, "%s/f.md", dir);
		put(m.path, "- [ ] a\n");
		struct patch p = { 3, 1, STR("x") };
		struct err e = { 0 };
		assert_false(files_patch(m.path, STR("- [ ] a\n"), &p, 1, meddle, &m, &e));
		assert_int_equal(e.kind, ERR_STALE);
		assert_file(m.path, row[i].text);
		assert_no_temp(dir);
	}
}

TEST(patch_writes_behind_symbolic_links_and_leaves_them_links)
{
	const char *dir = test_tmpdir();
	char real[128], near[128], far[128];
	snprintf(real, sizeof real, "%s/real", dir);
	snprintf(near, sizeof near, "%s/near.md", dir);
	snprintf(far, sizeof far, "%s/far.md", dir);
	put(real, "- [ ] a\n");
	assert_int_equal(symlink("real", near), 0);
	assert_int_equal(symlink("near.md", far), 0);
	struct patch p = { 3, 1, STR("x") };
	struct err e = { 0 };
	assert_true(files_patch(far, STR("- [ ] a\n"), &p, 1, NULL, NULL, &e));
	struct stat st;
	assert_int_equal(lstat(far, &st), 0);
	assert_true(S_ISLNK(st.st_mode));
	assert_int_equal(lstat(near, &st), 0);
	assert_true(S_ISLNK(st.st_mode));
	assert_file(real, "- [x] a\n");
}

TEST(patch_of_a_link_loop_or_dangling_link_is_refused_with_its_name)
{
	const char *dir = test_tmpdir();
	char loop[128], dangling[128];
	snprintf(loop, sizeof loop, "%s/loop.md", dir);
	snprintf(dangling, sizeof dangling, "%s/dangling.md", dir);
	assert_int_equal(symlink("loop.md", loop), 0);
	assert_int_equal(symlink("nowhere.md", dangling), 0);
	struct err e = { 0 };
	assert_false(files_patch(loop, STR(""), NULL, 0, NULL, NULL, &e));
	assert_int_equal(e.kind, ERR_IO);
	assert_non_null(strstr(e.text, "loop.md"));
	assert_false(files_patch(dangling, STR(""), NULL, 0, NULL, NULL, &e));
	assert_int_equal(e.kind, ERR_MISSING);
}

TEST(patch_of_a_file_with_two_names_changes_both)
{
	const char *dir = test_tmpdir();
	char one[128], two[128];
	snprintf(one, sizeof one, "%s/one.md", dir);
	snprintf(two, sizeof two, "%s/two.md", dir);
	put(one, "[know] a\n");
	assert_int_equal(link(one, two), 0);
	struct patch p = { 1, 4, STR("KNOW") };
	struct err e = { 0 };
	assert_true(files_patch(one, STR("[know] a\n"), &p, 1, NULL, NULL, &e));
	assert_file(two, "[KNOW] a\n");
	p.text = STR("unsure");
	assert_false(files_patch(one, STR("[KNOW] a\n"), &p, 1, NULL, NULL, &e));
	assert_int_equal(e.kind, ERR_IO);
	assert_file(two, "[KNOW] a\n");
}

TEST(patch_keeps_mode_and_owner)
{
	const char *dir = test_tmpdir();
	char path[128];
	snprintf(path, sizeof path, "%s/f.md", dir);
	put(path, "- [ ] a\n");
	assert_int_equal(chmod(path, 0640), 0);
	if (geteuid() == 0)
		assert_int_equal(chown(path, 65534, 65534), 0);
	struct stat before, after;
	assert_int_equal(stat(path, &before), 0);
	struct patch p = { 3, 1, STR("x") };
	struct err e = { 0 };
	assert_true(files_patch(path, STR("- [ ] a\n"), &p, 1, NULL, NULL, &e));
	assert_int_equal(stat(path, &after), 0);
	assert_int_equal(after.st_mode & 07777, 0640);
	assert_int_equal(after.st_uid, before.st_uid);
	assert_int_equal(after.st_gid, before.st_gid);
}

/* Permissions do not bind root, so the test steps down to an ordinary user where it is root. */
static void become_ordinary(const char *dir)
{
	if (geteuid() != 0)
		return;
	assert_int_equal(chown(dir, 65534, 65534), 0);
	assert_int_equal(seteuid(65534), 0);
}

static void become_oneself(void)
{
	if (getuid() == 0)
		assert_int_equal(seteuid(0), 0);
}

TEST(patch_in_a_folder_that_cannot_be_written_goes_in_place)
{
	const char *dir = test_tmpdir();
	char path[128];
	snprintf(path, sizeof path, "%s/f.md", dir);
	become_ordinary(dir);
	put(path, "- [ ] a\n");
	struct stat before, after;
	stat(path, &before);
	chmod(dir, 0500);
	struct patch p = { 3, 1, STR("x") };
	struct err e = { 0 };
	bool ok = files_patch(path, STR("- [ ] a\n"), &p, 1, NULL, NULL, &e);
	stat(path, &after);
	chmod(dir, 0700);
	become_oneself();
	assert_true(ok);
	assert_int_equal(before.st_ino, after.st_ino);
	assert_file(path, "- [x] a\n");
}

TEST(patch_does_not_replace_a_file_that_may_not_be_written)
{
	const char *dir = test_tmpdir();
	char path[128];
	snprintf(path, sizeof path, "%s/f.md", dir);
	become_ordinary(dir);
	put(path, "- [ ] a\n");
	chmod(path, 0400);
	struct patch p = { 3, 1, STR("x") };
	struct err e = { 0 };
	bool ok = files_patch(path, STR("- [ ] a\n"), &p, 1, NULL, NULL, &e);
	become_oneself();
	assert_false(ok);
	assert_int_equal(e.kind, ERR_IO);
	assert_file(path, "- [ ] a\n");
}

TEST(listing_is_sorted_and_passes_over_hidden_names_and_other_kinds)
{
	const char *dir = test_tmpdir();
	static const char *const folder[] = { "a", "a/b", ".git", "z" };
	static const char *const file[] = { "z.md", "a.md", "a/b/c.MARKDOWN", "a/x.mkd", "a/x.txt",
		".hidden.md", ".git/y.md", "md", ".md" };
	char path[128];
	for (size_t i = 0; i < LENGTH(folder); i++) {
		snprintf(path, sizeof path, "%s/%s", dir, folder[i]);
		assert_int_equal(mkdir(path, 0700), 0);
	}
	for (size_t i = 0; i < LENGTH(file); i++) {
		snprintf(path, sizeof path, "%s/%s", dir, file[i]);
		put(path, "text");
	}
	snprintf(path, sizeof path, "%s/fifo.md", dir);
	assert_int_equal(mkfifo(path, 0600), 0);
	/* A loop, and a folder that is reached by two names. */
	snprintf(path, sizeof path, "%s/z/up", dir);
	assert_int_equal(symlink("..", path), 0);
	snprintf(path, sizeof path, "%s/0link", dir);
	assert_int_equal(symlink("a/b", path), 0);
	snprintf(path, sizeof path, "%s/broken.md", dir);
	assert_int_equal(symlink("nowhere", path), 0);
	struct arena a = { 0 };
	struct file_entry *entry;
	size_t n, unreadable;
	struct err e = { 0 };
	assert_true(files_list(dir, &entry, &n, &unreadable, &a, &e));
	static const char *const want[] = { "a.md", "a/b/c.MARKDOWN", "a/x.mkd", "z.md" };
	assert_int_equal(n, LENGTH(want));
	for (size_t i = 0; i < n; i++) {
		assert_str(entry[i].path, want[i]);
		assert_int_equal(entry[i].stat.size, 4);
		assert_true(entry[i].stat.mtime_ns > 0);
	}
	assert_int_equal(unreadable, 1);
	arena_release(&a);
}

TEST(reading_refuses_what_is_no_regular_file_without_blocking)
{
	const char *dir = test_tmpdir();
	char fifo[128], path[128];
	snprintf(fifo, sizeof fifo, "%s/fifo.md", dir);
	snprintf(path, sizeof path, "%s/f.md", dir);
	assert_int_equal(mkfifo(fifo, 0600), 0);
	struct buf b = { 0 };
	struct file_stat st = { 0 };
	struct err e = { 0 };
	assert_false(files_read(fifo, &b, &st, &e));
	assert_int_equal(e.kind, ERR_INVALID);
	assert_false(files_read(dir, &b, &st, &e));
	assert_int_equal(e.kind, ERR_INVALID);
	assert_false(files_read("/dev/zero", &b, &st, &e));
	assert_int_equal(e.kind, ERR_INVALID);
	assert_false(files_read(path, &b, &st, &e));
	assert_int_equal(e.kind, ERR_MISSING);
	assert_null(b.p);
	assert_int_equal(st.size, 0);
	put(path, "two\nlines");
	assert_true(files_read(path, &b, &st, &e));
	assert_str(buf_str(&b), "two\nlines");
	assert_int_equal(st.size, 9);
	buf_release(&b);
}

TEST(a_file_above_the_limit_is_refused_unread)
{
	const char *dir = test_tmpdir();
	char path[128];
	snprintf(path, sizeof path, "%s/f.md", dir);
	put(path, "");
	assert_int_equal(truncate(path, (off_t)FILE_LIMIT + 1), 0);
	struct buf b = { 0 };
	struct err e = { 0 };
	assert_false(files_read(path, &b, NULL, &e));
	assert_int_equal(e.kind, ERR_INVALID);
	assert_non_null(strstr(e.text, "256 MiB"));
}

TEST(writing_a_new_file_is_private_and_replacing_one_keeps_its_mode)
{
	const char *dir = test_tmpdir();
	char path[128];
	snprintf(path, sizeof path, "%s/f", dir);
	struct err e = { 0 };
	struct stat st;
	assert_true(files_write(path, STR("one"), &e));
	assert_int_equal(stat(path, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0600);
	assert_int_equal(chmod(path, 0644), 0);
	assert_true(files_write(path, STR("two"), &e));
	assert_int_equal(stat(path, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0644);
	assert_file(path, "two");
	assert_no_temp(dir);
}

TEST(a_tree_is_copied_and_its_copies_can_be_written)
{
	const char *dir = test_tmpdir();
	char from[128], to[128], path[160];
	snprintf(from, sizeof from, "%s/from/deep/er", dir);
	struct err e = { 0 };
	assert_true(files_mkdirs(from, &e));
	assert_true(files_mkdirs(from, &e));
	snprintf(path, sizeof path, "%s/f.md", from);
	put(path, "text");
	chmod(path, 0444);
	snprintf(from, sizeof from, "%s/from", dir);
	snprintf(to, sizeof to, "%s/to", dir);
	assert_true(files_copy_tree(from, to, &e));
	snprintf(path, sizeof path, "%s/deep/er/f.md", to);
	assert_file(path, "text");
	struct stat st;
	assert_int_equal(stat(path, &st), 0);
	assert_int_equal(st.st_mode & 0200, 0200);
	assert_false(files_copy_tree(from, to, &e));
	assert_int_equal(e.kind, ERR_IO);
}

TEST(a_folder_cannot_be_made_where_a_file_is)
{
	const char *dir = test_tmpdir();
	char path[128];
	snprintf(path, sizeof path, "%s/f", dir);
	put(path, "");
	struct err e = { 0 };
	assert_false(files_mkdirs(path, &e));
	snprintf(path, sizeof path, "%s/f/g", dir);
	assert_false(files_mkdirs(path, &e));
}

static bool readable(int fd)
{
	struct pollfd p = { .fd = fd, .events = POLLIN };
	return poll(&p, 1, 1000) == 1;
}

TEST(watch_tells_markdown_and_settings_from_the_rest)
{
	static const struct {
		const char *name;
		bool concerned;
	} row[] = {
		{ "a.md", true },
		{ "hone.ini", true },
		{ "notes.txt", false },
		{ ".a.md.swp", false },
		{ "sub/b.md", true },
	};
	const char *dir = test_tmpdir();
	char path[128];
	snprintf(path, sizeof path, "%s/sub", dir);
	assert_int_equal(mkdir(path, 0700), 0);
	struct watch w = watch_open(dir);
	bool database = false;
	if (w.fd < 0)
		skip();
	assert_false(watch_drain(&w, &database));
	for (size_t i = 0; i < LENGTH(row); i++) {
		snprintf(path, sizeof path, "%s/%s", dir, row[i].name);
		put(path, "x");
		assert_true(readable(w.fd));
		assert_int_equal(watch_drain(&w, &database), row[i].concerned);
	}
	assert_false(database);
	watch_close(&w);
	assert_int_equal(w.fd, -1);
}

TEST(watch_follows_into_new_folders)
{
	const char *dir = test_tmpdir();
	struct watch w = watch_open(dir);
	bool database;
	if (w.fd < 0)
		skip();
	char path[128];
	snprintf(path, sizeof path, "%s/new", dir);
	assert_int_equal(mkdir(path, 0700), 0);
	assert_true(readable(w.fd));
	assert_true(watch_drain(&w, &database));
	snprintf(path, sizeof path, "%s/new/a.md", dir);
	put(path, "x");
	assert_true(readable(w.fd));
	assert_true(watch_drain(&w, &database));
	watch_close(&w);
}

TEST(watch_tells_a_change_of_the_database_from_one_of_files)
{
	static const struct {
		const char *name;
		bool concerned, database;
	} row[] = {
		{ ".hone/hone.db-wal", false, true },
		{ "a.md", true, false },
		{ ".hone/hone.db-wal", false, true },
	};
	const char *dir = test_tmpdir();
	char path[128];
	snprintf(path, sizeof path, "%s/.hone", dir);
	assert_int_equal(mkdir(path, 0700), 0);
	struct watch w = watch_open(dir);
	if (w.fd < 0)
		skip();
	for (size_t i = 0; i < LENGTH(row); i++) {
		bool database = true;
		snprintf(path, sizeof path, "%s/%s", dir, row[i].name);
		put(path, "x");
		assert_true(readable(w.fd));
		assert_int_equal(watch_drain(&w, &database), row[i].concerned);
		assert_int_equal(database, row[i].database);
	}
	watch_close(&w);
}

TEST(watch_follows_into_a_database_folder_that_is_made_later)
{
	const char *dir = test_tmpdir();
	char path[128];
	bool database = false;
	struct watch w = watch_open(dir);
	if (w.fd < 0)
		skip();
	snprintf(path, sizeof path, "%s/.hone", dir);
	assert_int_equal(mkdir(path, 0700), 0);
	assert_true(readable(w.fd));
	assert_false(watch_drain(&w, &database));
	snprintf(path, sizeof path, "%s/.hone/hone.db-wal", dir);
	put(path, "x");
	assert_true(readable(w.fd));
	assert_false(watch_drain(&w, &database));
	assert_true(database);
	watch_close(&w);
}

TEST(find_says_what_a_path_of_the_study_is_and_never_leaves_it)
{
	const char *top = test_tmpdir();
	char dir[128], path[256];
	snprintf(dir, sizeof dir, "%s/study", top);
	assert_int_equal(mkdir(dir, 0700), 0);
	snprintf(path, sizeof path, "%s/secret.txt", top);
	put(path, "x");
	snprintf(path, sizeof path, "%s/notes.py", dir);
	put(path, "print(1)\n");
	snprintf(path, sizeof path, "%s/empty", dir);
	put(path, "");
	snprintf(path, sizeof path, "%s/pic.png", dir);
	FILE *f = fopen(path, "wb");
	assert_non_null(f);
	assert_int_equal(fwrite("\211PNG\0\0", 1, 6, f), 6);
	assert_int_equal(fclose(f), 0);
	snprintf(path, sizeof path, "%s/sub", dir);
	assert_int_equal(mkdir(path, 0700), 0);
	snprintf(path, sizeof path, "%s/pipe", dir);
	assert_int_equal(mkfifo(path, 0600), 0);
	snprintf(path, sizeof path, "%s/out.txt", dir);
	assert_int_equal(symlink("../secret.txt", path), 0);
	static const struct {
		const char *path;
		enum file_found want;
	} rows[] = { { "notes.py", FILE_WORDS }, { "empty", FILE_WORDS }, { "pic.png", FILE_BYTES },
		{ "sub", FILE_FOLDER }, { "pipe", FILE_SPECIAL }, { "out.txt", FILE_OUTSIDE },
		{ "../secret.txt", FILE_OUTSIDE }, { "none.md", FILE_NOWHERE },
		{ "notes.py/x", FILE_NOWHERE }, { "", FILE_FOLDER } };
	for (size_t i = 0; i < LENGTH(rows); i++)
		if (files_find(dir, str_of(rows[i].path)) != rows[i].want)
			fail_msg("\"%s\" is %d", rows[i].path,
				(int)files_find(dir, str_of(rows[i].path)));
}
