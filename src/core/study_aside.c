/* study_aside.c - putting a damaged database out of the way, when the user asks for it. */
#include "hone/study.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "hone/files.h"

/* "hone.db.damaged-20251112-090000" beside the database. */
static struct str aside_name(struct arena *a, struct str db, struct civil t)
{
	return arena_printf(a, "%.*s.damaged-%04d%02d%02d-%02d%02d%02d", STR_ARG(db), t.year,
		t.month, t.day, t.hour, t.minute, t.second);
}

/* What SQLite keeps beside a database carries its name; they belong together. */
static bool move_one(struct arena *a, const char *from, const char *to, const char *suffix,
	bool *moved, struct err *e)
{
	const char *old = arena_printf(a, "%s%s", from, suffix).p;
	const char *new = arena_printf(a, "%s%s", to, suffix).p;
	*moved = false;
	if (access(old, F_OK) != 0)
		return true;
	if (access(new, F_OK) == 0)
		return err_set(e, ERR_IO, "%s is there already: wait a second and try again", new);
	if (rename(old, new) != 0)
		return err_set(e, ERR_IO, "%s cannot be renamed: %s", old, strerror(errno));
	*moved = true;
	return true;
}

bool study_set_aside(const char *dir, struct buf *to, struct err *e)
{
	struct arena a = { 0 };
	struct moment now;
	bool moved = false, other;
	const char *from = path_join(&a, str_of(dir), STR(".hone/hone.db"));
	bool ok = clock_now(&now, e);
	if (ok) {
		struct str name = aside_name(&a, str_of(from), now.local);
		ok = move_one(&a, from, name.p, "", &moved, e) &&
		     move_one(&a, from, name.p, "-wal", &other, e) &&
		     move_one(&a, from, name.p, "-shm", &other, e);
		buf_add(to, name);
	}
	if (ok && !moved)
		ok = err_set(e, ERR_MISSING, "%s: there is no database to put aside", from);
	arena_release(&a);
	return ok;
}
