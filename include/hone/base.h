/*
 * base.h - errors, memory and hashing: what every other file stands on.
 *
 * There are three kinds of failure and three ways to report them. A user could cause it: fill a
 * `struct err` and return false. Only we could cause it: bug(). Memory ran out: the allocation
 * functions end the program through one place and never return NULL.
 */
#ifndef HONE_BASE_H
#define HONE_BASE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define PRINTF_LIKE(f, a) __attribute__((format(printf, f, a)))
#define MUST_CHECK        __attribute__((warn_unused_result))
#define LENGTH(array)     (sizeof(array) / sizeof *(array))

/* What went wrong, coarsely: enough to choose an exit code or a question to ask. */
enum err_kind {
	ERR_NONE,
	ERR_INVALID,  /* input or argument that cannot be used */
	ERR_MISSING,  /* no such file, folder, card, topic, task */
	ERR_IO,       /* the operating system refused */
	ERR_STALE,    /* the file changed since it was read */
	ERR_READONLY, /* the study is open for reading only */
	ERR_LOCKED,   /* another program holds the database */
	ERR_DAMAGED,  /* the database is corrupt */
	ERR_NEWER,    /* the database was made by a newer hone */
	ERR_TERMINAL, /* no terminal, or one that cannot show a full screen */
};

/*
 * An error: a whole sentence for the status line, with file and line where there is one, in words
 * that tell what to do. A zero err means "no error". Owned by the caller, nothing to free.
 */
struct err {
	enum err_kind kind;
	char text[400];
};

/* Fill *e (which may be NULL) and return false, so that `return err_set(e, ...)` reads well. */
bool err_set(struct err *e, enum err_kind kind, const char *fmt, ...) PRINTF_LIKE(3, 4);

/* Put context before the text of an error that a callee set: "context: text". Returns false. */
bool err_under(struct err *e, const char *fmt, ...) PRINTF_LIKE(2, 3);

/* A state that no input can cause. Says where, restores the terminal, aborts. */
#define bug(...) bug_at(__FILE__, __LINE__, __VA_ARGS__)
_Noreturn void bug_at(const char *file, int line, const char *fmt, ...) PRINTF_LIKE(3, 4);

/* Called once, before bug_at() or an allocation failure ends the program: restores the terminal. */
void base_on_fatal(void (*restore)(void));

/* Allocation that cannot fail; `count` members of `size` bytes, the product checked. */
void *xcalloc(size_t count, size_t size);
void *xrealloc(void *old, size_t count, size_t size);

/*
 * Make room for one more member in a growing array: `array` is a pointer, `n` members are used,
 * *cap are allocated. Returns the array, perhaps moved. Capacity doubles.
 */
void *array_room(void *array, size_t n, size_t *cap, size_t size);

/*
 * MurmurHash64A (A. Appleby): all bits depend on all bytes. Same bytes, same value on every machine: card
 * identity rests on it. Chain by passing the last value as `seed`; start with 0.
 */
uint64_t hash64(uint64_t seed, const void *bytes, size_t n);

#endif
