/* files_priv.h - system calls that the parts of files share. */
#ifndef HONE_FILES_PRIV_H
#define HONE_FILES_PRIV_H

#include <sys/stat.h>

#include "hone/files.h"

/* "path: what (reason of errno)"; ERR_MISSING for what is not there, ERR_IO for the rest. */
bool file_error(struct err *e, const char *path, const char *what);

/* Descriptor of a regular file, opened without blocking and closed on exec; -1 and e on failure. */
int file_open(const char *path, int flags, struct stat *st, struct err *e);

/* The rest of the descriptor's bytes, at most FILE_LIMIT; *out is replaced on success only. */
bool file_read_all(int fd, const char *path, size_t expected, struct buf *out, struct err *e);

/* All bytes, through interrupted and short writes; at >= 0 writes there, else at the file's offset. */
bool file_write_all(int fd, struct str bytes, off_t at);

/* Make a rename or a new name in the folder of `path` durable. */
bool file_sync_folder(const char *path, struct err *e);

#endif
