/* home.c - hone's own folders by the XDG rules, and the list of studies in them. */
#include "hone/home.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "hone/files.h"

enum { MOST_STUDIES = 50 };

/* A variable that holds an absolute path, else NULL. */
static const char *absolute(const char *variable)
{
	const char *value = getenv(variable);
	return value && value[0] == '/' ? value : NULL;
}

/* `rest` is the default below HOME. NULL when neither is there. */
static const char *folder(const char *variable, const char *rest, struct arena *a)
{
	const char *base = absolute(variable);
	if (base)
		return path_join(a, str_of(base), STR("hone"));
	const char *user = absolute("HOME");
	return user ? path_join(a, str_of(user), str_of(rest)) : NULL;
}

static bool is_folder(const char *path)
{
	struct stat st;
	return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

static const char *list_path(const struct home *h, struct arena *a)
{
	return path_join(a, str_of(h->data), STR("studies"));
}

/* A list that is not there yet is empty. */
static bool list_read(const struct home *h, struct buf *text, struct arena *a, struct err *e)
{
	struct err why = { 0 };
	if (files_read(list_path(h, a), text, NULL, &why) || why.kind == ERR_MISSING)
		return true;
	return err_set(e, why.kind, "%s", why.text);
}

/* The list with dir first and no longer further down. */
static void list_write(struct buf *out, struct str old, struct str dir)
{
	struct str line;
	buf_addf(out, "%.*s\n", STR_ARG(dir));
	for (int n = 1; n < MOST_STUDIES && str_line(&old, &line);) {
		if (line.n == 0 || str_eq(line, dir))
			continue;
		buf_addf(out, "%.*s\n", STR_ARG(line));
		n++;
	}
}

bool home_find(struct home *h, struct arena *a, struct err *e)
{
	const char *own = getenv("HONE_HOME");
	if (own && *own && *own != '/')
		return err_set(e, ERR_INVALID, "HONE_HOME is \"%s\"; give an absolute path", own);
	if (own && *own) {
		const char *copy = arena_str(a, str_of(own)).p;
		*h = (struct home){ .config = copy, .data = copy, .state = copy };
		return true;
	}
	struct home found = {
		.config = folder("XDG_CONFIG_HOME", ".config/hone", a),
		.data = folder("XDG_DATA_HOME", ".local/share/hone", a),
		.state = folder("XDG_STATE_HOME", ".local/state/hone", a),
	};
	if (!found.config || !found.data || !found.state)
		return err_set(
			e, ERR_MISSING, "HOME is not set; set it, or HONE_HOME, to a folder");
	*h = found;
	return true;
}

bool home_studies(const struct home *h, struct str **dir, size_t *n, struct arena *a, struct err *e)
{
	struct buf text = { 0 };
	if (!list_read(h, &text, a, e))
		return false;
	struct str rest = buf_str(&text), line, *list = NULL;
	size_t count = 0, cap = 0;
	while (count < MOST_STUDIES && str_line(&rest, &line)) {
		struct str path = arena_str(a, line);
		if (path.n == 0 || path.p[0] != '/' || !is_folder(path.p))
			continue;
		list = arena_room(a, list, count, &cap, sizeof *list);
		list[count++] = path;
	}
	buf_release(&text);
	*dir = list;
	*n = count;
	return true;
}

bool home_remember(const struct home *h, const char *dir, struct err *e)
{
	if (dir[0] != '/' || strchr(dir, '\n'))
		return err_set(e, ERR_INVALID, "%s: cannot stand in the list of studies", dir);
	struct arena a = { 0 };
	struct buf old = { 0 }, new = { 0 };
	bool ok = list_read(h, &old, &a, e);
	if (ok) {
		list_write(&new, buf_str(&old), str_of(dir));
		if (!str_eq(buf_str(&old), buf_str(&new)))
			ok = files_mkdirs(h->data, e) &&
			     files_write(list_path(h, &a), buf_str(&new), e);
	}
	buf_release(&old);
	buf_release(&new);
	arena_release(&a);
	return ok;
}
