/* study_config.c - hone.ini of a study: settings, and which files are what. */
#include <fnmatch.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include <ini.h>

#include "hone/content.h"
#include "study_priv.h"

static const char file_name[] = "hone.ini";

/* All that the file can set; keys write into it by offset. */
struct config {
	struct settings settings;
	struct study_globs globs;
};

enum value { VALUE_NUMBER, VALUE_BOOL, VALUE_DAY, VALUE_GLOBS };

static const struct key {
	const char *section, *name;
	enum value value;
	size_t offset;
	int least, most;
} keys[] = {
#define NUMBER(section, name, member, least, most)                                                 \
	{                                                                                          \
		section, name, VALUE_NUMBER, offsetof(struct config, member), least, most          \
	}
#define GLOBS(name)                                                                                \
	{                                                                                          \
		"files", #name, VALUE_GLOBS, offsetof(struct config, globs.name), 0, 0             \
	}
	NUMBER("day", "rollover", settings.rollover, 0, 23),
	NUMBER("review", "new_per_day", settings.new_per_day, 0, 1000000),
	{ "review", "deadline", VALUE_DAY, offsetof(struct config, settings.deadline), 0, 0 },
	NUMBER("review", "max_interval", settings.sm2.max_interval, 1, 36500),
	{ "review", "late_credit", VALUE_BOOL, offsetof(struct config, settings.sm2.late_credit), 0,
		0 },
	NUMBER("review", "drill_below", settings.sm2.drill_below, 0, 5),
	NUMBER("review", "leech", settings.sm2.leech, 0, 1000),
	NUMBER("check", "questions", settings.questions, 1, 100),
	NUMBER("readiness", "target", settings.target, 1, 100),
	GLOBS(plan),
	GLOBS(deck),
	GLOBS(topics),
	GLOBS(checks),
	GLOBS(sheet),
	GLOBS(ignore),
#undef NUMBER
#undef GLOBS
};

/* The reader hands over lines and counts them; the handler keeps the first error it meets. */
struct reading {
	struct str rest;
	int line;
	struct config *config;
	struct arena *arena;
	struct err err;
	int err_line;
};

static int refuse(struct reading *r, const struct err *why)
{
	r->err = *why;
	r->err_line = r->line;
	return 0;
}

static char *next_line(char *out, int size, void *stream)
{
	struct reading *r = stream;
	struct str line;
	if (r->err_line || !str_line(&r->rest, &line))
		return NULL;
	r->line++;
	struct err e = { 0 };
	if (line.n + 1 >= (size_t)size)
		err_set(&e, ERR_INVALID,
			"line longer than %d bytes; continue it on an indented line", size - 2);
	else if (memchr(line.p, '\0', line.n))
		err_set(&e, ERR_INVALID, "holds a zero byte; this must be a text file");
	if (e.kind) {
		refuse(r, &e);
		return NULL;
	}
	memcpy(out, line.p, line.n);
	out[line.n] = '\0';
	return out;
}

static bool number_value(struct str text, const struct key *k, int *out, struct err *e)
{
	int v;
	if (!str_number(&text, &v) || text.n || v < k->least || v > k->most)
		return err_set(e, ERR_INVALID, "%s must be a number from %d to %d", k->name,
			k->least, k->most);
	*out = v;
	return true;
}

static bool bool_value(struct str text, const struct key *k, bool *out, struct err *e)
{
	static const struct {
		struct str word;
		bool value;
	} row[] = {
		{ { "yes", 3 }, true },
		{ { "true", 4 }, true },
		{ { "on", 2 }, true },
		{ { "no", 2 }, false },
		{ { "false", 5 }, false },
		{ { "off", 3 }, false },
	};
	for (size_t i = 0; i < LENGTH(row); i++) {
		if (!str_caseeq(text, row[i].word))
			continue;
		*out = row[i].value;
		return true;
	}
	return err_set(e, ERR_INVALID, "%s must be yes or no", k->name);
}

/* "2026-02-12" and nothing more. */
static bool day_value(struct str text, const struct key *k, int *out, struct err *e)
{
	enum { ISO_BYTES = 10 };
	int day;
	if (text.n != ISO_BYTES || !day_parse(text, &day))
		return err_set(e, ERR_INVALID,
			"%s must be a date that exists, year first, such as 2026-02-12", k->name);
	*out = day;
	return true;
}

/* A key given again, as inih does for indented lines, goes on with the list. */
static bool globs_value(struct str text, struct str *out, struct arena *a)
{
	*out = out->n ? arena_printf(a, "%.*s,%.*s", STR_ARG(*out), STR_ARG(text))
		      : arena_str(a, text);
	return true;
}

static bool set_value(struct reading *r, const struct key *k, struct str text, struct err *e)
{
	char *member = (char *)r->config + k->offset;
	if (k->value == VALUE_NUMBER)
		return number_value(text, k, (void *)member, e);
	if (k->value == VALUE_BOOL)
		return bool_value(text, k, (void *)member, e);
	if (k->value == VALUE_DAY)
		return day_value(text, k, (void *)member, e);
	return globs_value(text, (void *)member, r->arena);
}

/* "known: a, b": the sections, or the keys of one. */
static void unknown(struct err *e, const char *section, const char *name)
{
	struct buf known = { 0 };
	bool has_section = false;
	for (size_t i = 0; i < LENGTH(keys); i++)
		has_section = has_section || strcmp(keys[i].section, section) == 0;
	for (size_t i = 0; i < LENGTH(keys); i++) {
		bool repeated = i > 0 && strcmp(keys[i].section, keys[i - 1].section) == 0;
		if (has_section ? strcmp(keys[i].section, section) != 0 : repeated)
			continue;
		const char *word = has_section ? keys[i].name : keys[i].section;
		buf_addf(&known, known.n ? ", %s" : "%s", word);
	}
	if (has_section)
		err_set(e, ERR_INVALID, "unknown key '%s' in [%s]; known: %s", name, section,
			buf_cstr(&known));
	else if (*section)
		err_set(e, ERR_INVALID, "unknown section [%s]; known: %s", section,
			buf_cstr(&known));
	else
		err_set(e, ERR_INVALID, "'%s' stands in no section; known: %s", name,
			buf_cstr(&known));
	buf_release(&known);
}

static int take(void *user, const char *section, const char *name, const char *value)
{
	struct reading *r = user;
	struct err e = { 0 };
	const struct key *k = NULL;
	for (size_t i = 0; i < LENGTH(keys) && name; i++)
		if (strcmp(keys[i].section, section) == 0 && strcmp(keys[i].name, name) == 0)
			k = &keys[i];
	if (!k)
		unknown(&e, section, name ? name : "");
	else if (set_value(r, k, str_trim(str_of(value)), &e))
		return 1;
	return r->err_line ? 0 : refuse(r, &e);
}

/* inih keeps reading after an error; the first line that is wrong is the one to tell of. */
static bool parse(struct reading *r, struct err *e)
{
	int line = ini_parse_stream(next_line, r, take, r);
	if (line < 0)
		return err_set(e, ERR_IO, "%s: cannot be parsed", file_name);
	if (r->err_line && (line == 0 || r->err_line <= line))
		return err_set(e, r->err.kind, "%s:%d: %s", file_name, r->err_line, r->err.text);
	if (line > 0)
		return err_set(e, ERR_INVALID, "%s:%d: neither 'key = value' nor '[section]'",
			file_name, line);
	return true;
}

bool study_config(const char *dir, struct settings *settings, struct study_globs *globs,
	struct arena *a, struct err *e)
{
	struct config config = {
		.settings = { .rollover = 4,
			.new_per_day = 20,
			.questions = 10,
			.deadline = DAY_NONE,
			.sm2 = sm2_defaults() },
	};
	struct buf text = { 0 };
	struct err why = { 0 };
	bool ok = true;
	if (files_read(path_join(a, str_of(dir), STR("hone.ini")), &text, NULL, &why)) {
		struct reading r = { .rest = buf_str(&text), .config = &config, .arena = a };
		if (str_starts(r.rest, STR("\xEF\xBB\xBF")))
			r.rest = str_slice(r.rest, 3, r.rest.n);
		ok = parse(&r, e);
		buf_release(&text);
	} else if (why.kind != ERR_MISSING) {
		ok = err_set(e, why.kind, "%s", why.text);
	}
	if (!ok)
		return false;
	*settings = config.settings;
	*globs = config.globs;
	return true;
}

bool study_glob(struct str globs, struct str path)
{
	if (globs.n == 0)
		return false;
	struct arena a = { 0 };
	const char *name = arena_str(&a, path).p;
	bool found = false;
	for (size_t from = 0; from < globs.n && !found;) {
		ptrdiff_t comma = str_find(globs, STR(","), from);
		size_t to = comma < 0 ? globs.n : (size_t)comma;
		struct str glob = str_trim(str_slice(globs, from, to));
		found = glob.n && fnmatch(arena_str(&a, glob).p, name, 0) == 0;
		from = to + 1;
	}
	arena_release(&a);
	return found;
}

bool study_ignored(const struct study_globs *g, struct str path)
{
	return study_glob(g->ignore, path);
}

unsigned study_roles(const struct study_globs *g, struct str path, unsigned by_content)
{
	const struct {
		struct str globs;
		unsigned role;
	} row[] = {
		{ g->sheet, CONTENT_SHEET },
		{ g->plan, CONTENT_PLAN },
		{ g->deck, CONTENT_DECK },
		{ g->topics, CONTENT_TOPICS },
		{ g->checks, CONTENT_CHECKS },
	};
	unsigned roles = by_content;
	for (size_t i = 0; i < LENGTH(row); i++) {
		if (row[i].globs.n == 0)
			continue;
		roles &= ~row[i].role;
		if (study_glob(row[i].globs, path))
			roles |= row[i].role;
	}
	return roles;
}

uint64_t study_globs_hash(const struct study_globs *g)
{
	const struct str all[] = { g->plan, g->deck, g->topics, g->checks, g->sheet, g->ignore };
	uint64_t h = 0;
	for (size_t i = 0; i < LENGTH(all); i++)
		h = hash64(h + i, all[i].p, all[i].n);
	return h;
}
