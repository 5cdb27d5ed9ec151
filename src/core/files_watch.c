/* files_watch.c - notice that somebody changed a file of the study. */
#include "hone/files.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#ifdef __linux__
#include <dirent.h>
#include <fcntl.h>
#include <limits.h>
#include <stdalign.h>
#include <sys/inotify.h>
#include <sys/stat.h>

enum { MOST_FOLDERS = 4096 }; /* the system grants a user some thousands of watches in all */

static const uint32_t events =
	IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | IN_CREATE | IN_ONLYDIR;

/* Folders on the way; links are not followed: what they lead to is watched when it lies below too. */
struct queue {
	struct arena arena;
	const char **path;
	size_t n, cap;
};

static void push(struct queue *q, const char *path)
{
	if (q->n >= MOST_FOLDERS)
		return;
	q->path = arena_room(&q->arena, q->path, q->n, &q->cap, sizeof *q->path);
	q->path[q->n++] = path;
}

static void push_below(struct queue *q, const char *path)
{
	DIR *d = opendir(path);
	if (!d)
		return;
	for (struct dirent *item; (item = readdir(d));) {
		struct stat st;
		if (item->d_name[0] != '.' &&
			fstatat(dirfd(d), item->d_name, &st, AT_SYMLINK_NOFOLLOW) == 0 &&
			S_ISDIR(st.st_mode))
			push(q, path_join(&q->arena, str_of(path), str_of(item->d_name)));
	}
	closedir(d);
}

/* Watching a folder twice is once, so new folders are found by going through all. */
static void add_all(struct watch *w)
{
	struct queue q = { 0 };
	const char *hone = path_join(&q.arena, str_of(w->dir), STR(".hone"));
	w->hone = inotify_add_watch(w->fd, hone, IN_MODIFY | IN_ONLYDIR);
	push(&q, w->dir);
	for (size_t i = 0; i < q.n; i++) {
		if (inotify_add_watch(w->fd, q.path[i], events) >= 0)
			push_below(&q, q.path[i]);
	}
	arena_release(&q.arena);
}

static bool concerns_us(const struct inotify_event *ev)
{
	struct str name = str_of(ev->len ? ev->name : "");
	if (ev->mask & IN_ISDIR)
		return name.n && name.p[0] != '.';
	/* Creation alone: the writer is not done, IN_CLOSE_WRITE follows. */
	if (name.n == 0 || name.p[0] == '.' || ev->mask & IN_CREATE)
		return false;
	return str_eq(name, STR("hone.ini")) || files_is_text(name);
}

/* In WAL mode every commit is written there first. */
static bool is_log(const struct inotify_event *ev)
{
	return ev->len && str_eq(str_of(ev->name), STR("hone.db-wal"));
}

struct watch watch_open(const char *dir)
{
	struct watch w = { .fd = inotify_init1(IN_NONBLOCK | IN_CLOEXEC) };
	if (w.fd < 0)
		return (struct watch){ .fd = -1 };
	w.dir = xrealloc(NULL, strlen(dir) + 1, 1);
	memcpy(w.dir, dir, strlen(dir) + 1);
	add_all(&w);
	return w;
}

bool watch_drain(struct watch *w, bool *database)
{
	alignas(struct inotify_event) char
		block[16 * (sizeof(struct inotify_event) + NAME_MAX + 1)];
	bool concerned = false, folders = false;
	*database = false;
	if (w->fd < 0)
		return false;
	for (ssize_t n; (n = read(w->fd, block, sizeof block)) > 0;) {
		for (const char *p = block; p < block + n;) {
			struct inotify_event ev;
			memcpy(&ev, p, sizeof ev);
			const void *whole = p;
			bool lost = ev.mask & IN_Q_OVERFLOW; /* it may have been anything */
			if (lost || ev.wd == w->hone)
				*database = *database || lost || is_log(whole);
			if (lost || ev.wd != w->hone)
				concerned = concerned || lost || concerns_us(whole);
			folders = folders || lost || ev.mask & IN_ISDIR;
			p += sizeof ev + ev.len;
		}
	}
	if (folders)
		add_all(w);
	return concerned;
}

#else

struct watch watch_open(const char *dir)
{
	(void)dir;
	return (struct watch){ .fd = -1 };
}

bool watch_drain(struct watch *w, bool *database)
{
	(void)w;
	*database = false;
	return false;
}

#endif

void watch_close(struct watch *w)
{
	if (w->fd >= 0)
		close(w->fd);
	free(w->dir);
	*w = (struct watch){ .fd = -1 };
}
