/*
 * files.h - the user's files: listed, read whole, patched with care, watched.
 */
#ifndef HONE_FILES_H
#define HONE_FILES_H

#include "hone/arena.h"

struct file_stat {
	int64_t size, mtime_ns;
};

struct file_entry {
	struct str path; /* relative to the folder */
	struct file_stat stat;
};

/* A path joined from a folder and a relative path, in the arena. */
const char *path_join(struct arena *a, struct str dir, struct str rel);

/* A file's name without its folders; without its ending too. A point that begins a name ends nothing. */
struct str path_base(struct str path);
struct str path_stem(struct str path);

/* Is a file of that name read: .md, .markdown, .mkd, .org in any case? */
bool files_is_text(struct str name);

/*
 * The files of files_is_text() below dir, sorted by path bytewise. Folders and files whose name
 * begins with a dot are passed over; symbolic links are followed, each real folder once. What cannot be
 * read is passed over and counted in *unreadable.
 */
bool files_list(const char *dir, struct file_entry **entry, size_t *n, size_t *unreadable,
	struct arena *a, struct err *e) MUST_CHECK;

/* What is there at a path below dir; links are followed, and what they lead to must be below dir as well. */
enum file_found { FILE_NOWHERE, FILE_OUTSIDE, FILE_FOLDER, FILE_WORDS, FILE_BYTES, FILE_SPECIAL };

/* FILE_WORDS: a regular file that an editor can show, for its begin holds no byte 0; FILE_BYTES: another one.
 * One that cannot be read is FILE_NOWHERE. */
enum file_found files_find(const char *dir, struct str rel);

enum { FILE_LIMIT = 256 << 20 }; /* bytes; larger files are refused */

/*
 * The whole regular file, opened without blocking. Other kinds and files above FILE_LIMIT: ERR_INVALID.
 * *stat (may be NULL) is taken before reading, so that a change during it shows as a newer one.
 */
bool files_read(
	const char *path, struct buf *out, struct file_stat *stat, struct err *e) MUST_CHECK;

/*
 * Wait, if the file was changed a moment ago, until a further change must show in its time: file
 * systems count time in steps of some milliseconds. Call before reading what is compared by stat.
 */
void files_settle(struct file_stat stat);

/* Append `was` with the patches (sorted, apart, inside it) applied. Pure. */
void patch_apply(struct buf *out, struct str was, const struct patch *patch, size_t n);

/*
 * Change byte ranges of a file, sorted and apart. The file must hold exactly `was`: else ERR_STALE and
 * nothing is changed. Durable when it returns true. The new content is written to a temporary file in
 * the same folder, synced, and renamed over the file behind the link, with its owner, mode and times of
 * nothing else touched; where that is not possible (more than one hard link, folder not writable) the
 * bytes are written in place, which needs equal lengths. `hook` (tests only, may be NULL) runs before
 * the last check and, where the file is replaced, again after it: what is written even then is found, since
 * the two files change places in one step and the old one is looked at once more (where the system can do
 * that: Linux).
 */
bool files_patch(const char *path, struct str was, const struct patch *patch, size_t n,
	void (*hook)(void *), void *ctx, struct err *e) MUST_CHECK;

/* Write a whole new file or replace one, durably, through a temporary file. Mode 0600 when new. */
bool files_write(const char *path, struct str content, struct err *e) MUST_CHECK;

/* Write a file where none is: ERR_INVALID when one is there, whatever it is. Mode as the user's umask has it. */
bool files_create(const char *path, struct str content, struct err *e) MUST_CHECK;

/* Make the folder and its parents, mode 0700 for new ones. */
bool files_mkdirs(const char *path, struct err *e) MUST_CHECK;

/*
 * Copy a tree of regular files and folders into `to`, which must not exist. The copies can be written
 * by their owner. Links and special files are refused; what was copied until then stays.
 */
bool files_copy_tree(const char *from, const char *to, struct err *e) MUST_CHECK;

/*
 * Watch the folders of a study for changes (inotify). The descriptor becomes readable when something
 * changed; watch_drain() empties it and says whether a markdown file or hone.ini was concerned, and in
 * *database whether somebody, perhaps we, wrote to the log of the database: what was written there
 * becomes visible a little later. Where the system has no inotify, watch_open() gives a watch whose fd
 * is -1.
 */
struct watch {
	int fd;
	int hone;  /* number of the system for the study's folder .hone, -1 when there is none */
	char *dir; /* owned; new folders are found from here */
};
struct watch watch_open(const char *dir);
bool watch_drain(struct watch *w, bool *database);
void watch_close(struct watch *w);

#endif
