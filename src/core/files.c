/* files.c - the user's files: listed, read whole, copied. */
#define _DEFAULT_SOURCE /* madvise */
#include "hone/files.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <time.h>
#include <unistd.h>

#include "files_priv.h"

enum { SETTLE_MS = 20 }; /* twice the coarsest usual tick of a kernel */

/* A walk through folders without recursion: what is still to be opened. */
struct walk {
	struct arena *arena;
	struct str *real, *link; /* paths relative to the top */
	size_t nreal, real_cap, nlink, link_cap;
	struct folder {
		dev_t dev;
		ino_t ino;
	} * seen;
	size_t nseen, seen_cap;
	struct file_entry *entry;
	size_t n, cap;
	size_t unreadable;
};

bool file_error(struct err *e, const char *path, const char *what)
{
	enum err_kind kind = errno == ENOENT || errno == ENOTDIR ? ERR_MISSING : ERR_IO;
	return err_set(e, kind, "%s: %s (%s)", path, what, strerror(errno));
}

int file_open(const char *path, int flags, struct stat *st, struct err *e)
{
	int fd;
	do
		fd = open(path, flags | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
	while (fd < 0 && errno == EINTR);
	if (fd < 0) {
		file_error(e, path, "cannot be opened");
		return -1;
	}
	if (fstat(fd, st) < 0)
		file_error(e, path, "cannot be examined");
	else if (!S_ISREG(st->st_mode))
		err_set(e, ERR_INVALID, "%s: not a regular file", path);
	else
		return fd;
	close(fd);
	return -1;
}

/*
 * A long text is gone through many times: in large pages there is little to look up where it lies. One of some
 * length gets all its pages at once, for asking for them one by one takes longer than to read them. Only slower
 * where the system has no such thing.
 */
static void want_pages(const char *p, size_t n)
{
#if defined MADV_HUGEPAGE && defined MADV_POPULATE_WRITE
	enum { SOME = 256 << 10, LONG = 4 << 20 };
	uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE),
		  from = ((uintptr_t)p + page - 1) / page * page;
	if (n >= SOME)
		madvise((void *)from, ((uintptr_t)p + n - from) / page * page,
			n >= LONG ? MADV_HUGEPAGE : MADV_POPULATE_WRITE);
#else
	(void)p;
	(void)n;
#endif
}

bool file_read_all(int fd, const char *path, size_t expected, struct buf *out, struct err *e)
{
	if (expected > FILE_LIMIT)
		return err_set(e, ERR_INVALID, "%s: larger than %d MiB", path, FILE_LIMIT >> 20);
	struct buf b = { .cap = expected + 2 };
	b.p = xrealloc(NULL, b.cap, 1);
	want_pages(b.p, b.cap);
	for (;;) {
		ssize_t n = read(fd, b.p + b.n, b.cap - b.n - 1);
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0) {
			buf_release(&b);
			return file_error(e, path, "cannot be read");
		}
		b.n += (size_t)n;
		b.p[b.n] = '\0';
		if (n == 0)
			break;
		if (b.n > FILE_LIMIT) {
			buf_release(&b);
			return err_set(
				e, ERR_INVALID, "%s: larger than %d MiB", path, FILE_LIMIT >> 20);
		}
		b.p = array_room(b.p, b.n + 1, &b.cap, 1);
	}
	buf_release(out);
	*out = b;
	return true;
}

bool file_write_all(int fd, struct str bytes, off_t at)
{
	for (size_t done = 0; done < bytes.n;) {
		ssize_t n = at < 0 ? write(fd, bytes.p + done, bytes.n - done)
				   : pwrite(fd, bytes.p + done, bytes.n - done, at + (off_t)done);
		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return false;
		done += (size_t)n;
	}
	return true;
}

bool file_sync_folder(const char *path, struct err *e)
{
	const char *slash = strrchr(path, '/');
	struct arena a = { 0 };
	size_t n = slash == path ? 1 : slash ? (size_t)(slash - path) : 0;
	const char *dir = slash ? arena_str(&a, (struct str){ path, n }).p : ".";
	int fd = open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	/* Some file systems cannot sync a folder and say EINVAL: nothing more can be done there. */
	bool ok = fd >= 0 && (fsync(fd) == 0 || errno == EINVAL);
	/* A folder that may be entered but not listed cannot be synced either. */
	if (!ok && !(fd < 0 && errno == EACCES))
		file_error(e, dir, "cannot be made durable");
	else
		ok = true;
	if (fd >= 0)
		close(fd);
	arena_release(&a);
	return ok;
}

static struct file_stat stat_of(const struct stat *st)
{
	return (struct file_stat){
		.size = st->st_size,
		.mtime_ns = (int64_t)st->st_mtim.tv_sec * 1000000000 + st->st_mtim.tv_nsec,
	};
}

bool files_is_text(struct str name)
{
	static const struct str suffix[] = { STR_INIT(".md"), STR_INIT(".markdown"),
		STR_INIT(".mkd"), STR_INIT(".org") };
	for (size_t i = 0; i < LENGTH(suffix); i++)
		if (name.n > suffix[i].n &&
			str_caseeq(str_slice(name, name.n - suffix[i].n, name.n), suffix[i]))
			return true;
	return false;
}

static struct str below(struct arena *a, struct str folder, const char *name)
{
	return folder.n ? arena_printf(a, "%.*s/%s", STR_ARG(folder), name)
			: arena_str(a, str_of(name));
}

static bool walk_first_visit(struct walk *w, const struct stat *st)
{
	for (size_t i = 0; i < w->nseen; i++)
		if (w->seen[i].dev == st->st_dev && w->seen[i].ino == st->st_ino)
			return false;
	w->seen = arena_room(w->arena, w->seen, w->nseen, &w->seen_cap, sizeof *w->seen);
	w->seen[w->nseen++] = (struct folder){ st->st_dev, st->st_ino };
	return true;
}

static void walk_push(struct walk *w, struct str path, bool is_link)
{
	if (is_link) {
		w->link = arena_room(w->arena, w->link, w->nlink, &w->link_cap, sizeof *w->link);
		w->link[w->nlink++] = path;
	} else {
		w->real = arena_room(w->arena, w->real, w->nreal, &w->real_cap, sizeof *w->real);
		w->real[w->nreal++] = path;
	}
}

/* Real folders before linked ones, so that a folder goes by its own name; links in name order. */
static bool walk_pop(struct walk *w, struct str *path)
{
	if (w->nreal) {
		*path = w->real[--w->nreal];
		return true;
	}
	if (!w->nlink)
		return false;
	size_t least = 0;
	for (size_t i = 1; i < w->nlink; i++)
		if (str_cmp(w->link[i], w->link[least]) < 0)
			least = i;
	*path = w->link[least];
	w->link[least] = w->link[--w->nlink];
	return true;
}

static void walk_name(struct walk *w, int folder_fd, struct str folder, const char *name)
{
	struct stat st;
	if (fstatat(folder_fd, name, &st, AT_SYMLINK_NOFOLLOW) < 0) {
		w->unreadable += errno != ENOENT;
		return;
	}
	bool is_link = S_ISLNK(st.st_mode);
	if (is_link && fstatat(folder_fd, name, &st, 0) < 0) {
		w->unreadable += files_is_text(str_of(name));
		return;
	}
	if (S_ISDIR(st.st_mode)) {
		walk_push(w, below(w->arena, folder, name), is_link);
	} else if (S_ISREG(st.st_mode) && files_is_text(str_of(name))) {
		w->entry = arena_room(w->arena, w->entry, w->n, &w->cap, sizeof *w->entry);
		w->entry[w->n++] = (struct file_entry){
			.path = below(w->arena, folder, name),
			.stat = stat_of(&st),
		};
	}
}

/* False when the folder itself cannot be read. One that was visited before is read as empty. */
static bool walk_folder(struct walk *w, const char *dir, struct str folder)
{
	DIR *d = opendir(path_join(w->arena, str_of(dir), folder));
	if (!d)
		return false;
	struct stat st;
	bool ok = fstat(dirfd(d), &st) == 0;
	if (ok && walk_first_visit(w, &st)) {
		errno = 0;
		for (struct dirent *item; (item = readdir(d)); errno = 0)
			if (item->d_name[0] != '.')
				walk_name(w, dirfd(d), folder, item->d_name);
		ok = errno == 0;
	}
	closedir(d);
	return ok;
}

static int entry_cmp(const void *a, const void *b)
{
	return str_cmp(((const struct file_entry *)a)->path, ((const struct file_entry *)b)->path);
}

static bool copy_file(const char *from, const char *to, struct err *e)
{
	struct stat st;
	struct buf bytes = { 0 };
	int fd = file_open(from, O_RDONLY, &st, e);
	if (fd < 0)
		return false;
	bool ok = file_read_all(fd, from, (size_t)st.st_size, &bytes, e);
	close(fd);
	if (!ok)
		return false;
	fd = open(to, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, (st.st_mode & 0777) | 0600);
	ok = fd >= 0 && file_write_all(fd, buf_str(&bytes), -1) && fsync(fd) == 0;
	if (!ok)
		file_error(e, to, "cannot be written");
	if (fd >= 0 && close(fd) < 0 && ok)
		ok = file_error(e, to, "cannot be written");
	buf_release(&bytes);
	return ok;
}

/* One folder of a copy; the folders in it are put on the walk. */
static bool copy_folder(
	struct walk *w, const char *from, const char *to, struct str folder, struct err *e)
{
	const char *source = path_join(w->arena, str_of(from), folder);
	DIR *d = opendir(source);
	if (!d)
		return file_error(e, source, "cannot be read");
	const char *target = path_join(w->arena, str_of(to), folder);
	bool ok = mkdir(target, 0777) == 0 || file_error(e, target, "cannot be made");
	for (struct dirent *item; ok && (item = readdir(d));) {
		if (strcmp(item->d_name, ".") == 0 || strcmp(item->d_name, "..") == 0)
			continue;
		struct str rel = below(w->arena, folder, item->d_name);
		const char *path = path_join(w->arena, str_of(from), rel);
		struct stat st;
		if (lstat(path, &st) < 0)
			ok = file_error(e, path, "cannot be examined");
		else if (S_ISDIR(st.st_mode))
			walk_push(w, rel, false);
		else if (S_ISREG(st.st_mode))
			ok = copy_file(path, path_join(w->arena, str_of(to), rel), e);
		else
			ok = err_set(e, ERR_INVALID, "%s: neither a file nor a folder", path);
	}
	closedir(d);
	return ok;
}

const char *path_join(struct arena *a, struct str dir, struct str rel)
{
	if (rel.n == 0)
		return arena_str(a, dir).p;
	const char *slash = dir.n == 0 || dir.p[dir.n - 1] == '/' ? "" : "/";
	return arena_printf(a, "%.*s%s%.*s", STR_ARG(dir), slash, STR_ARG(rel)).p;
}

struct str path_base(struct str path)
{
	size_t n = path.n;
	while (n > 0 && path.p[n - 1] != '/')
		n--;
	return str_slice(path, n, path.n);
}

struct str path_stem(struct str path)
{
	struct str name = path_base(path);
	for (size_t i = name.n; i > 1; i--)
		if (name.p[i - 1] == '.')
			return str_slice(name, 0, i - 1);
	return name;
}

bool files_list(const char *dir, struct file_entry **entry, size_t *n, size_t *unreadable,
	struct arena *a, struct err *e)
{
	struct walk w = { .arena = a };
	if (!walk_folder(&w, dir, (struct str){ 0 }))
		return file_error(e, dir, "cannot be read");
	for (struct str folder; walk_pop(&w, &folder);)
		w.unreadable += !walk_folder(&w, dir, folder);
	if (w.n)
		qsort(w.entry, w.n, sizeof *w.entry, entry_cmp);
	*entry = w.entry;
	*n = w.n;
	*unreadable = w.unreadable;
	return true;
}

bool files_read(const char *path, struct buf *out, struct file_stat *stat, struct err *e)
{
	struct stat st;
	int fd = file_open(path, O_RDONLY, &st, e);
	if (fd < 0)
		return false;
	bool ok = file_read_all(fd, path, (size_t)st.st_size, out, e);
	close(fd);
	if (ok && stat)
		*stat = stat_of(&st);
	return ok;
}

void files_settle(struct file_stat stat)
{
	struct timespec now;
	if (clock_gettime(CLOCK_REALTIME, &now) < 0)
		return;
	int64_t age_ns = (int64_t)now.tv_sec * 1000000000 + now.tv_nsec - stat.mtime_ns;
	if (age_ns < 0 || age_ns >= SETTLE_MS * 1000000)
		return;
	struct timespec rest = { .tv_nsec = SETTLE_MS * 1000000 - (long)age_ns };
	nanosleep(&rest, NULL);
}

bool files_mkdirs(const char *path, struct err *e)
{
	struct arena a = { 0 };
	bool ok = true;
	for (const char *p = path; ok && *p;) {
		const char *end = strchr(p + 1, '/');
		end = end ? end : p + strlen(p);
		const char *part = arena_str(&a, (struct str){ path, (size_t)(end - path) }).p;
		struct stat st;
		if (mkdir(part, 0700) < 0 && (stat(part, &st) < 0 || !S_ISDIR(st.st_mode)))
			ok = file_error(e, part, "this folder cannot be made");
		p = end;
	}
	arena_release(&a);
	return ok;
}

bool files_copy_tree(const char *from, const char *to, struct err *e)
{
	struct arena a = { 0 };
	struct walk w = { .arena = &a };
	bool ok = copy_folder(&w, from, to, (struct str){ 0 }, e);
	for (struct str folder; ok && walk_pop(&w, &folder);)
		ok = copy_folder(&w, from, to, folder, e);
	arena_release(&a);
	return ok;
}

/* Does a regular file begin as a text does? */
static enum file_found look_into(const char *path)
{
	char begin[4096];
	struct stat st;
	int fd = file_open(path, O_RDONLY, &st, NULL);
	if (fd < 0)
		return FILE_NOWHERE;
	ssize_t n = pread(fd, begin, sizeof begin, 0);
	close(fd);
	if (n < 0)
		return FILE_NOWHERE;
	return memchr(begin, '\0', (size_t)n) ? FILE_BYTES : FILE_WORDS;
}

enum file_found files_find(const char *dir, struct str rel)
{
	struct arena a = { 0 };
	enum file_found found = FILE_NOWHERE;
	struct stat st;
	char *top = realpath(dir, NULL), *real = realpath(path_join(&a, str_of(dir), rel), NULL);
	size_t n = top ? strlen(top) : 0;
	n -= n > 0 && top[n - 1] == '/';
	if (top && real && stat(real, &st) == 0) {
		bool inside = strncmp(real, top, n) == 0 && (!real[n] || real[n] == '/');
		found = !inside               ? FILE_OUTSIDE
			: S_ISDIR(st.st_mode) ? FILE_FOLDER
			: S_ISREG(st.st_mode) ? look_into(real)
					      : FILE_SPECIAL;
	}
	free(top);
	free(real);
	arena_release(&a);
	return found;
}
