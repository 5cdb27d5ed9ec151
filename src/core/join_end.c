/* join_end.c - what is joined: cards, sections of sheets, days of the plan, topics, by their ids. */
#include "hone/join.h"
#include "hone/link.h"
#include "hone/md.h"
#include "study_priv.h"

static const struct {
	enum join_what from, to;
} ends[JOIN_KINDS] = {
	[JOIN_CARD_TOPIC] = { JOINED_CARD, JOINED_TOPIC },
	[JOIN_SECTION_TOPIC] = { JOINED_SECTION, JOINED_TOPIC },
	[JOIN_DAY_TOPIC] = { JOINED_DAY, JOINED_TOPIC },
	[JOIN_SECTION_DAY] = { JOINED_SECTION, JOINED_DAY },
};

enum join_what join_from(enum join_kind kind)
{
	return ends[kind].from;
}

enum join_what join_to(enum join_kind kind)
{
	return ends[kind].to;
}

int64_t join_section(struct str path, struct str heading)
{
	struct arena a = { 0 };
	struct str slug = link_slug(heading, &a);
	uint64_t id = hash64(hash64(0, path.p, path.n), slug.p, slug.n);
	arena_release(&a);
	return (int64_t)(id ? id : 1);
}

/* "notes/heaps.md#Sifting down": before and behind the first "#" after the last "/". */
static void cut_place(struct str place, struct str *path, struct str *heading)
{
	size_t from = place.n;
	while (from > 0 && place.p[from - 1] != '/')
		from--;
	ptrdiff_t at = str_find(place, STR("#"), from);
	*path = at < 0 ? place : str_slice(place, 0, (size_t)at);
	*heading = at < 0 ? (struct str){ 0 } : str_slice(place, (size_t)at + 1, place.n);
}

static bool is_known(
	const struct study *s, struct str path, bool *known, struct arena *a, struct err *e)
{
	struct file_row row;
	return catalog_file(s->store, path, &row, known, a, e);
}

static void place_section(
	struct join_end *out, struct str path, const struct md_heading *h, struct arena *a)
{
	out->there = true;
	out->id = join_section(path, h->text);
	out->name = h->text;
	out->line = h->source;
	out->section = arena_printf(a, "%.*s#%.*s", STR_ARG(path), STR_ARG(h->text));
}

/* The heading with that id, or, where it is 0, with that text, or the first. */
static int find_heading(
	struct str path, struct str text, int64_t id, const struct md_heading *h, int n)
{
	if (id == 0)
		return text.n ? link_heading(text, h, n) : n ? 0 : -1;
	for (int i = 0; i < n; i++)
		if (join_section(path, h[i].text) == id)
			return i;
	return -1;
}

/* Cards and topics that were reworded go on as what they were. */
bool join_follow(const struct study *s, struct join *j, struct err *e)
{
	if (ends[j->kind].from == JOINED_CARD && !store_alias(s->store, j->from, &j->from, e))
		return false;
	return ends[j->kind].to != JOINED_TOPIC || store_alias(s->store, j->to, &j->to, e);
}

static bool section_end(const struct study *s, struct str place, struct join_end *out,
	struct arena *a, struct err *e)
{
	struct str path, heading;
	struct decoded text;
	bool known;
	int n;
	cut_place(place, &path, &heading);
	out->path = out->where = path = arena_str(a, path);
	out->name = arena_str(a, heading.n ? heading : path);
	out->section = arena_str(a, place);
	if (!is_known(s, path, &known, a, e))
		return false;
	if (!known)
		return true;
	if (!study_text(s, path, &text, a, e))
		return false;
	const struct md_heading *h = md_outline(text.text, &n, a);
	int at = find_heading(path, heading, out->id, h, n);
	if (at >= 0)
		place_section(out, path, &h[at], a);
	return true;
}

static void day_end(const struct study *s, struct join_end *out, struct arena *a)
{
	out->name = STR("a day of the plan");
	for (int i = 0; i < s->plan.nday; i++) {
		const struct plan_day *d = &s->plan.day[i];
		const struct plan_week *w = &s->plan.week[d->week];
		if (d->id != (uint64_t)out->id)
			continue;
		struct str title = md_plain(d->title, a);
		out->there = true;
		out->path = arena_str(a, s->plan_path);
		out->line = d->line;
		out->name = arena_printf(a, "Day %d %.*s", d->from, STR_ARG(title));
		if (w->number)
			out->name =
				arena_printf(a, "Week %d · %.*s", w->number, STR_ARG(out->name));
	}
}

static bool card_end(const struct study *s, struct join_end *out, struct arena *a, struct err *e)
{
	struct card c;
	struct err why = { 0 };
	out->name = STR("a card");
	if (!catalog_card(s->store, out->id, &c, a, &why))
		return why.kind == ERR_MISSING || err_set(e, why.kind, "%s", why.text);
	out->there = true;
	out->name = c.front;
	out->where = c.topic;
	out->path = c.deck;
	out->line = c.line;
	return true;
}

static bool topic_end(const struct study *s, struct join_end *out, struct arena *a, struct err *e)
{
	struct topic_row t;
	struct err why = { 0 };
	out->name = STR("a topic");
	if (!catalog_topic(s->store, out->id, &t, a, &why))
		return why.kind == ERR_MISSING || err_set(e, why.kind, "%s", why.text);
	out->there = true;
	out->name = t.name;
	out->where = t.area_number.n
			     ? arena_printf(a, "%.*s %.*s", STR_ARG(t.area_number), STR_ARG(t.area))
			     : t.area;
	out->path = t.path;
	out->line = t.line;
	return true;
}

bool join_end(const struct study *s, enum join_what what, int64_t id, struct str section,
	struct join_end *out, struct arena *a, struct err *e)
{
	*out = (struct join_end){ .what = what, .id = id };
	switch (what) {
	case JOINED_CARD: return card_end(s, out, a, e);
	case JOINED_SECTION: return section_end(s, section, out, a, e);
	case JOINED_TOPIC: return topic_end(s, out, a, e);
	case JOINED_DAY: day_end(s, out, a); return true;
	}
	return true;
}

bool join_now(const struct study *s, const struct join *j, struct join_end *from,
	struct join_end *to, struct arena *a, struct err *e)
{
	struct join now = *j;
	return join_follow(s, &now, e) &&
	       join_end(s, ends[j->kind].from, now.from, j->section, from, a, e) &&
	       join_end(s, ends[j->kind].to, now.to, j->section, to, a, e);
}

const char *join_verb(enum join_kind kind, bool yes)
{
	if (kind == JOIN_SECTION_DAY)
		return yes ? "belongs to" : "does not belong to";
	return yes ? "is about" : "is not about";
}

bool join_find_section(const struct study *s, struct str place, struct join_end *out,
	struct arena *a, struct err *e)
{
	*out = (struct join_end){ .what = JOINED_SECTION };
	if (!section_end(s, place, out, a, e))
		return false;
	return out->there || err_set(e, ERR_MISSING,
				     "there is no section \"%.*s\": write it as FILE#HEADING, the "
				     "file as `hone sheets` has it",
				     STR_ARG(place));
}
