/* sheet_desk.c - the screen over a study of small sheets with links. */
#include "screen/sheet_desk.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "hone/files.h"
#include "test.h"

static const char trees_md[] =
	"# Trees\n\nSee [heaps](heaps.md) and [how to walk](notes/walks.md#in-order), or `heaps.md`.\n\n"
	"- [the web](https://example.org/trees?a=1)\n- [code](code/tree.py)\n- [picture](pic.png)\n"
	"- [lost](heap.md)\n- [nothing alike](zzz.qq)\n- [mail](mailto:a@example.org)\n"
	"- [away](../../etc/passwd)\n- [folder](code)\n- [below](#rotations)\n- [wrong](heaps.md#nowhere)\n\n"
	"## Rotations\n\nLeft and right.\n";

void add_long(struct buf *out, int n)
{
	for (int i = 1; i <= n; i++)
		buf_addf(out, "%sParagraph number %d.\n\n", i % 10 == 1 ? "## Part\n\n" : "", i);
}

void sheet_reopen(struct desk *d, int rows, int cols)
{
	struct err e = { 0 };
	if (d->study) {
		app_free(d->app);
		assert_true(study_close(d->study, &e));
	}
	d->study = study_open(d->dir, &e);
	if (!d->study)
		fail_msg("%s", e.text);
	sync_study(d->study);
	open_desk(d, rows, cols);
	type(d, "3");
}

static void make_folder(const char *dir, const char *name)
{
	char path[256];
	struct err e = { 0 };
	snprintf(path, sizeof path, "%s/%s", dir, name);
	if (!files_mkdirs(path, &e))
		fail_msg("%s", e.text);
}

struct desk sheet_desk_of(const char *trees, int rows, int cols)
{
	struct desk d = { .dir = test_tmpdir() };
	struct buf heaps = { 0 };
	setenv("HONE_NOW", "2025-11-12T09:00:00", 1);
	make_folder(d.dir, "notes");
	make_folder(d.dir, "code");
	buf_addf(&heaps, "# Heaps\n\nBack to [trees](trees.md).\n\n");
	add_long(&heaps, 60);
	write_file(d.dir, "heaps.md", buf_cstr(&heaps));
	write_file(d.dir, "notes/walks.md",
		"# Walks\n\nUp to [trees](../trees.md).\n\n## Pre-order\n\nRoot first.\n\n"
		"## In order\n\nLeft, root, right.\n\n1\n\n2\n\n3\n\n4\n\n5\n\n6\n\n7\n\n8\n\n9\n\n10\n\n"
		"11\n\n12\n\n13\n\n14\n\n15\n\n16\n\n17\n\n18\n\n19\n\n20\n");
	write_file(d.dir, "code/tree.py", "print('tree')\n");
	write_file(d.dir, "trees.md", trees ? trees : trees_md);
	char path[256];
	snprintf(path, sizeof path, "%s/pic.png", d.dir);
	FILE *f = fopen(path, "wb");
	assert_non_null(f);
	assert_int_equal(fwrite("\211PNG\0\0", 1, 6, f), 6);
	assert_int_equal(fclose(f), 0);
	buf_release(&heaps);
	sheet_reopen(&d, rows, cols);
	type(&d, "o");
	see(&d, "trees.md");
	type(&d, "G\r");
	return d;
}

struct desk sheet_desk(int rows, int cols)
{
	return sheet_desk_of(NULL, rows, cols);
}

void see_sheet(struct desk *d, const char *name)
{
	struct buf b = { 0 };
	buf_addf(&b, " %s", name);
	see(d, buf_cstr(&b));
	buf_release(&b);
}
