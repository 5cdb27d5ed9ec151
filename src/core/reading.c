/* reading.c - lines such as "place 12 0 notes/a.md": the first word says what it is, the newest stands first. */
#include "hone/reading.h"

enum { MOST_PLACES = 300, MOST_MARKS = 26, MOST_SEARCHES = 50, MOST_NUMBERS = 16 };

static const char setting[] = "reading";

/* The rest of a line of that kind. */
static bool line_of(struct str line, struct str kind, struct str *rest)
{
	if (!str_starts(line, kind) || line.n <= kind.n || line.p[kind.n] != ' ')
		return false;
	*rest = str_slice(line, kind.n + 1, line.n);
	return true;
}

/* "12 3 notes/a.md" */
static bool parse_place(struct str s, struct place *at, struct str *path)
{
	if (!str_number(&s, &at->source) || !str_starts(s, STR(" ")))
		return false;
	s = str_slice(s, 1, s.n);
	if (!str_number(&s, &at->into) || !str_starts(s, STR(" ")))
		return false;
	*path = str_slice(s, 1, s.n);
	return true;
}

/* Do two lines of a kind say something of the same thing? */
static bool same_thing(struct str kind, struct str a, struct str b)
{
	struct place at;
	struct str one, other;
	if (str_eq(kind, STR("place")))
		return parse_place(a, &at, &one) && parse_place(b, &at, &other) &&
		       str_eq(one, other);
	if (str_eq(kind, STR("search")))
		return str_eq(a, b);
	one = str_word(&a);
	other = str_word(&b);
	return str_eq(one, other);
}

/* A line goes to the front; an older one of the same thing goes, and what is more than `most` of the kind. */
static void put(struct reading *r, struct str kind, int most, struct str said)
{
	struct buf now = { 0 };
	struct str rest = buf_str(&r->text), line, other;
	int n = 1;
	buf_addf(&now, "%.*s %.*s\n", STR_ARG(kind), STR_ARG(said));
	while (str_line(&rest, &line)) {
		bool alike = line_of(line, kind, &other);
		if (alike && (same_thing(kind, said, other) || ++n > most))
			continue;
		buf_add(&now, line);
		buf_addc(&now, '\n');
	}
	r->changed = r->changed || !str_eq(buf_str(&now), buf_str(&r->text));
	buf_release(&r->text);
	r->text = now;
}

/* What a line is cut into must not be in it. */
static bool fits_line(struct str s)
{
	return s.n > 0 && str_find(s, STR("\n"), 0) < 0 && str_find(s, STR("\r"), 0) < 0;
}

bool reading_load(struct reading *r, const struct study *s, struct err *e)
{
	struct arena a = { 0 };
	struct str text;
	bool ok = store_setting(s->store, setting, (struct str){ 0 }, &text, &a, e);
	if (ok) {
		buf_clear(&r->text);
		buf_add(&r->text, text);
		r->changed = false;
	}
	arena_release(&a);
	return ok;
}

bool reading_save(struct reading *r, struct study *s, struct err *e)
{
	if (s->readonly)
		r->changed = false;
	if (!r->changed)
		return true;
	if (!store_begin(s->store, e))
		return false;
	if (!store_set(s->store, setting, buf_str(&r->text), e) || !store_commit(s->store, e)) {
		store_rollback(s->store);
		return false;
	}
	r->changed = false;
	return true;
}

void reading_release(struct reading *r)
{
	buf_release(&r->text);
	*r = (struct reading){ 0 };
}

struct place reading_place(const struct reading *r, struct str path)
{
	struct str rest = buf_str(&r->text), line, said, found;
	struct place at;
	while (str_line(&rest, &line))
		if (line_of(line, STR("place"), &said) && parse_place(said, &at, &found) &&
			str_eq(found, path))
			return at;
	return (struct place){ 0 };
}

void reading_put_place(struct reading *r, struct str path, struct place at)
{
	struct buf b = { 0 };
	if (!fits_line(path))
		return;
	buf_addf(&b, "%d %d %.*s", at.source, at.into, STR_ARG(path));
	put(r, STR("place"), MOST_PLACES, buf_str(&b));
	buf_release(&b);
}

struct str reading_last(const struct reading *r)
{
	struct str rest = buf_str(&r->text), line, said, path;
	struct place at;
	while (str_line(&rest, &line))
		if (line_of(line, STR("place"), &said) && parse_place(said, &at, &path))
			return path;
	return (struct str){ 0 };
}

bool reading_mark(const struct reading *r, char letter, struct str *path, struct place *at)
{
	struct str rest = buf_str(&r->text), line, said;
	while (str_line(&rest, &line))
		if (line_of(line, STR("mark"), &said) && said.n > 2 && said.p[0] == letter)
			return parse_place(str_slice(said, 2, said.n), at, path);
	return false;
}

void reading_put_mark(struct reading *r, char letter, struct str path, struct place at)
{
	struct buf b = { 0 };
	if (!fits_line(path))
		return;
	buf_addf(&b, "%c %d %d %.*s", letter, at.source, at.into, STR_ARG(path));
	put(r, STR("mark"), MOST_MARKS, buf_str(&b));
	buf_release(&b);
}

void reading_searches(const struct reading *r, struct buf *out)
{
	struct str rest = buf_str(&r->text), line, said;
	while (str_line(&rest, &line))
		if (line_of(line, STR("search"), &said)) {
			buf_add(out, said);
			buf_addc(out, '\n');
		}
}

void reading_put_search(struct reading *r, struct str pattern)
{
	if (fits_line(pattern))
		put(r, STR("search"), MOST_SEARCHES, pattern);
}

int reading_number(const struct reading *r, const char *name, int missing)
{
	struct str rest = buf_str(&r->text), line, said;
	while (str_line(&rest, &line)) {
		int value;
		if (!line_of(line, STR("number"), &said) || !str_eq(str_word(&said), str_of(name)))
			continue;
		said = str_trim(said);
		return str_number(&said, &value) ? value : missing;
	}
	return missing;
}

void reading_put_number(struct reading *r, const char *name, int value)
{
	struct buf b = { 0 };
	buf_addf(&b, "%s %d", name, value);
	put(r, STR("number"), MOST_NUMBERS, buf_str(&b));
	buf_release(&b);
}
