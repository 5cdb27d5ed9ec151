/* pack.c - the studies that come with hone, copied for a user who has none yet. */
#include "hone/pack.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "hone/files.h"

#ifndef HONE_DATADIR
#error "HONE_DATADIR is the folder that `make install` puts decks/ in"
#endif

static bool is_dir(const char *path)
{
	struct stat st;
	return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

/* Where the program itself lies; "" where the system does not tell. */
static struct str program_dir(struct arena *a)
{
	char path[4096];
	ssize_t n = readlink("/proc/self/exe", path, sizeof path);
	while (n > 0 && path[n - 1] != '/')
		n--;
	return arena_str(a, (struct str){ path, n > 0 ? (size_t)n : 0 });
}

bool pack_find(const char *name, const char **dir, struct arena *a, struct err *e)
{
	struct str here = program_dir(a);
	struct str place[] = {
		arena_printf(a, "%.*sdecks/%s", STR_ARG(here), name),
		arena_printf(a, "%.*s../../decks/%s", STR_ARG(here), name),
		arena_printf(a, "%s/decks/%s", HONE_DATADIR, name),
	};
	for (size_t i = 0; i < LENGTH(place); i++)
		if (is_dir(place[i].p)) {
			*dir = place[i].p;
			return true;
		}
	return err_set(e, ERR_MISSING,
		"the study \"%s\" that comes with hone is not installed: it was looked for in %s",
		name, HONE_DATADIR);
}

bool pack_install(const char *name, const struct home *home, const char **study, struct arena *a,
	struct err *e)
{
	const char *from, *to = path_join(a, str_of(home->data), str_of(name));
	if (!is_dir(to)) {
		if (!pack_find(name, &from, a, e) || !files_mkdirs(home->data, e))
			return false;
		if (!files_copy_tree(from, to, e))
			return false;
	}
	*study = to;
	return true;
}
