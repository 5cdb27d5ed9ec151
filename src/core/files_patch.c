/* files_patch.c - writing: byte ranges of a user's file, and whole files, never half of either. */
#define _DEFAULT_SOURCE /* syscall */
#include "hone/files.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "files_priv.h"

/* The file behind the links, as it was when it was checked. */
struct target {
	char *path; /* of realpath() */
	struct stat st;
};

static bool same_file(const struct stat *a, const struct stat *b)
{
	return a->st_dev == b->st_dev && a->st_ino == b->st_ino && a->st_size == b->st_size &&
	       a->st_mtim.tv_sec == b->st_mtim.tv_sec && a->st_mtim.tv_nsec == b->st_mtim.tv_nsec;
}

/* Does the path hold exactly these bytes? *st is of the file that was read. */
static bool holds(const char *path, struct str was, struct stat *st, struct err *e)
{
	struct buf now = { 0 };
	int fd = file_open(path, O_RDONLY, st, e);
	if (fd < 0)
		return false;
	bool ok = file_read_all(fd, path, (size_t)st->st_size, &now, e);
	close(fd);
	if (ok && !str_eq(buf_str(&now), was))
		ok = err_set(
			e, ERR_STALE, "%s: changed by another program; nothing was written", path);
	buf_release(&now);
	return ok;
}

static bool target_open(struct target *t, const char *path, struct str was, struct err *e)
{
	t->path = realpath(path, NULL);
	if (!t->path)
		return file_error(e, path, "cannot be found");
	if (faccessat(AT_FDCWD, t->path, W_OK, AT_EACCESS) < 0)
		file_error(e, path, "may not be written");
	else if (holds(t->path, was, &t->st, e))
		return true;
	free(t->path);
	return false;
}

static bool target_unchanged(const struct target *t, struct str was, struct err *e)
{
	struct stat st;
	if (!holds(t->path, was, &st, e))
		return false;
	return same_file(&t->st, &st) ||
	       err_set(e, ERR_STALE, "%s: replaced by another program; nothing was written",
		       t->path);
}

/* Beside the file, so that rename() is one step; hidden, so that no listing shows it. */
static char *temp_name(const char *path)
{
	static const char pattern[] = ".hone-XXXXXX";
	const char *slash = strrchr(path, '/');
	size_t folder = slash ? (size_t)(slash - path) + 1 : 0;
	char *name = xcalloc(folder + sizeof pattern, 1);
	memcpy(name, path, folder);
	memcpy(name + folder, pattern, sizeof pattern);
	return name;
}

/* With the owner and the mode of `like`, or not at all. */
static int temp_open(const char *name_like, const struct stat *like, char **temp)
{
	*temp = temp_name(name_like);
	int fd = mkstemp(*temp);
	if (fd < 0) {
		free(*temp);
		return -1;
	}
	struct stat st;
	bool ok = fcntl(fd, F_SETFD, FD_CLOEXEC) == 0 && fstat(fd, &st) == 0;
	if (ok && like && (st.st_uid != like->st_uid || st.st_gid != like->st_gid))
		ok = fchown(fd, like->st_uid, like->st_gid) == 0;
	if (ok && like)
		ok = fchmod(fd, like->st_mode & 07777) == 0;
	if (ok)
		return fd;
	int why = errno;
	close(fd);
	unlink(*temp);
	free(*temp);
	errno = why;
	return -1;
}

/* Fill the temporary file; its descriptor is closed, and on failure its name is gone. */
static bool temp_fill(int fd, const char *temp, const char *path, struct str bytes, struct err *e)
{
	bool ok = file_write_all(fd, bytes, -1) && fsync(fd) == 0;
	if (!ok)
		file_error(e, path, "cannot be written");
	if (close(fd) < 0 && ok)
		ok = file_error(e, path, "cannot be written");
	if (!ok)
		unlink(temp);
	return ok;
}

static bool temp_move(const char *temp, const char *path, struct err *e)
{
	if (rename(temp, path) == 0)
		return file_sync_folder(path, e);
	file_error(e, path, "cannot be replaced");
	unlink(temp);
	return false;
}

/* Two names change their files in one step. False with ENOSYS or EINVAL where that is not known. */
static bool swap_names(const char *a, const char *b)
{
#ifdef SYS_renameat2
	enum { EXCHANGE = 2 };
	return syscall(SYS_renameat2, AT_FDCWD, a, AT_FDCWD, b, EXCHANGE) == 0;
#else
	(void)a, (void)b;
	errno = ENOSYS;
	return false;
#endif
}

/*
 * What came out of the place was not what was checked: it goes back there. Where yet another program has
 * written over ours meanwhile nothing may be thrown away: what was there stays beside it.
 */
static bool swap_back(const char *temp, const struct target *t, struct str ours, struct err *e)
{
	struct stat st;
	if (swap_names(temp, t->path) && holds(temp, ours, &st, NULL)) {
		unlink(temp);
		return err_set(e, ERR_STALE, "%s: changed by another program; nothing was written",
			t->path);
	}
	return err_set(e, ERR_IO,
		"%s: was written by two other programs at the same moment; the bytes of one of "
		"them are in %s",
		t->path, temp);
}

/*
 * The temporary file takes the place of the one that was checked, and no other: what comes out is looked at
 * once more, so that nothing is lost that was written between the check and this.
 */
static bool temp_swap(
	const char *temp, const struct target *t, struct str was, struct str ours, struct err *e)
{
	struct stat st;
	struct err why = { 0 };
	if (!swap_names(temp, t->path)) {
		if (errno == ENOSYS || errno == EINVAL)
			return temp_move(temp, t->path, e);
		file_error(e, t->path, "cannot be replaced");
		unlink(temp);
		return false;
	}
	if (!holds(temp, was, &st, &why) || !same_file(&t->st, &st))
		return swap_back(temp, t, ours, e);
	unlink(temp);
	return file_sync_folder(t->path, e);
}

/* The bytes of all patches, or of what they replaced. */
static bool write_ranges(int fd, struct str was, const struct patch *patch, size_t n, bool forward)
{
	bool ok = true;
	for (size_t i = 0; i < n; i++) {
		struct str old = str_slice(was, patch[i].at, patch[i].at + patch[i].length);
		ok = file_write_all(fd, forward ? patch[i].text : old, (off_t)patch[i].at) && ok;
	}
	return fsync(fd) == 0 && ok;
}

static bool patch_in_place(const struct target *t, struct str was, const struct patch *patch,
	size_t n, void (*hook)(void *), void *ctx, struct err *e)
{
	for (size_t i = 0; i < n; i++)
		if (patch[i].length != patch[i].text.n)
			return err_set(e, ERR_IO,
				"%s: cannot be replaced as a whole here, and the change is longer "
				"or "
				"shorter than what it replaces",
				t->path);
	struct stat st;
	int fd = file_open(t->path, O_WRONLY, &st, e);
	if (fd < 0)
		return false;
	if (hook)
		hook(ctx);
	bool ok = same_file(&t->st, &st) ||
		  err_set(e, ERR_STALE, "%s: changed by another program; nothing was written",
			  t->path);
	ok = ok && target_unchanged(t, was, e);
	if (ok && !write_ranges(fd, was, patch, n, true)) {
		ok = file_error(e, t->path, "cannot be written");
		if (!write_ranges(fd, was, patch, n, false))
			err_under(e, "the old bytes could not be put back");
	}
	if (close(fd) < 0 && ok)
		ok = file_error(e, t->path, "cannot be written");
	return ok;
}

/* `new_bytes` are what the file holds afterwards; *temp_fd and *temp come from temp_open(). */
static bool patch_by_rename(const struct target *t, struct str was, struct str new_bytes,
	int temp_fd, const char *temp, void (*hook)(void *), void *ctx, struct err *e)
{
	if (!temp_fill(temp_fd, temp, t->path, new_bytes, e))
		return false;
	if (hook)
		hook(ctx);
	if (!target_unchanged(t, was, e)) {
		unlink(temp);
		return false;
	}
	if (hook)
		hook(ctx);
	return temp_swap(temp, t, was, new_bytes, e);
}

static bool refused(int why)
{
	return why == EACCES || why == EPERM || why == EROFS;
}

void patch_apply(struct buf *out, struct str was, const struct patch *patch, size_t n)
{
	size_t at = 0;
	for (size_t i = 0; i < n; i++) {
		if (patch[i].at < at || patch[i].at + patch[i].length > was.n)
			bug("patch %zu is out of order or outside the text", i);
		buf_add(out, str_slice(was, at, patch[i].at));
		buf_add(out, patch[i].text);
		at = patch[i].at + patch[i].length;
	}
	buf_add(out, str_slice(was, at, was.n));
}

bool files_patch(const char *path, struct str was, const struct patch *patch, size_t n,
	void (*hook)(void *), void *ctx, struct err *e)
{
	struct target t;
	if (!target_open(&t, path, was, e))
		return false;
	char *temp = NULL;
	int fd = -1;
	if (t.st.st_nlink == 1)
		fd = temp_open(t.path, &t.st, &temp);
	bool ok;
	if (fd >= 0) {
		struct buf bytes = { 0 };
		patch_apply(&bytes, was, patch, n);
		ok = patch_by_rename(&t, was, buf_str(&bytes), fd, temp, hook, ctx, e);
		buf_release(&bytes);
		free(temp);
	} else if (t.st.st_nlink > 1 || refused(errno)) {
		ok = patch_in_place(&t, was, patch, n, hook, ctx, e);
	} else {
		ok = file_error(e, path, "cannot be written");
	}
	free(t.path);
	return ok;
}

bool files_write(const char *path, struct str content, struct err *e)
{
	char *real = realpath(path, NULL);
	const char *target = real ? real : path;
	struct stat st;
	bool known = stat(target, &st) == 0;
	char *temp = NULL;
	int fd = -1;
	bool ok = false;
	if (known && !S_ISREG(st.st_mode))
		err_set(e, ERR_INVALID, "%s: not a regular file", path);
	else if ((fd = temp_open(target, known ? &st : NULL, &temp)) < 0)
		file_error(e, path, "cannot be written");
	else
		ok = temp_fill(fd, temp, target, content, e) && temp_move(temp, target, e);
	if (fd >= 0)
		free(temp);
	free(real);
	return ok;
}

/* Only who makes the file may write it. */
bool files_create(const char *path, struct str content, struct err *e)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666);
	if (fd < 0 && errno == EEXIST)
		return err_set(e, ERR_INVALID,
			"%s is there already: hone writes over no file; choose another name", path);
	if (fd < 0)
		return err_set(e, ERR_IO, "%s cannot be made: %s", path, strerror(errno));
	close(fd);
	if (files_write(path, content, e))
		return true;
	unlink(path); /* it is empty, and ours */
	return false;
}
