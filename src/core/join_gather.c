/* join_gather.c - the names of topics and days, and the words of what may be joined with them. */
#include "hone/belong.h"
#include "hone/planner_days.h"
#include "hone/md.h"
#include "join_gather.h"

/* ---- names */

static bool is_small(struct str word)
{
	static const struct str small[] = { STR_INIT("a"), STR_INIT("an"), STR_INIT("and"),
		STR_INIT("as"), STR_INIT("at"), STR_INIT("by"), STR_INIT("for"), STR_INIT("from"),
		STR_INIT("how"), STR_INIT("in"), STR_INIT("is"), STR_INIT("it"), STR_INIT("of"),
		STR_INIT("on"), STR_INIT("or"), STR_INIT("the"), STR_INIT("to"), STR_INIT("vs"),
		STR_INIT("what"), STR_INIT("when"), STR_INIT("which"), STR_INIT("why"),
		STR_INIT("with") };
	for (size_t i = 0; i < LENGTH(small); i++)
		if (str_eq(word, small[i]))
			return true;
	return false;
}

static int word_number(struct nearing *g, struct str word)
{
	uint64_t hash = match_word(word);
	int number;
	if (idmap_find(&g->hashes, (int64_t)hash, &number))
		return number;
	g->word = arena_room(g->a, g->word, (size_t)g->nword, &g->cap_word, sizeof *g->word);
	g->word[g->nword] = (struct near_word){ .last = -1, .small = is_small(word) };
	idmap_put(&g->hashes, (int64_t)hash, g->nword);
	return g->nword++;
}

static bool has_name(const struct near_word *w, int name)
{
	return w->nname && w->name[w->nname - 1] == name;
}

static void learn_part(struct nearing *g, int to, struct str part)
{
	struct buf words = { 0 };
	int name = g->nname;
	struct near_name new = { .to = to, .asked = -1 };
	match_words(&words, part);
	struct str rest = buf_str(&words), one;
	while ((one = str_word(&rest)).n) {
		int number = word_number(g, one);
		struct near_word *w = &g->word[number];
		if (has_name(w, name))
			continue;
		w->names++;
		w->name = arena_room(g->a, w->name, (size_t)w->nname, &w->cap, sizeof *w->name);
		w->name[w->nname++] = name;
		new.word = arena_room(g->a, new.word, (size_t) new.n, &new.cap, sizeof *new.word);
		new.word[new.n++] = number;
	}
	buf_release(&words);
	g->name = arena_room(g->a, g->name, (size_t)name, &g->cap_name, sizeof *g->name);
	g->name[g->nname++] = new;
}

/* Where the next part begins, and how long the sign before it is. */
static size_t part_end(struct str name, size_t *sign)
{
	static const struct str signs[] = { STR_INIT(" and "), STR_INIT(" & "), STR_INIT(", "),
		STR_INIT("; "), STR_INIT(" vs "), STR_INIT(" vs. ") };
	size_t end = name.n;
	*sign = 0;
	for (size_t i = 0; i < LENGTH(signs); i++) {
		ptrdiff_t at = str_casefind(name, signs[i], 0);
		if (at < 0 || (size_t)at >= end)
			continue;
		end = (size_t)at;
		*sign = signs[i].n;
	}
	return end;
}

static void learn_name(struct nearing *g, int to)
{
	struct str rest = name_head(g->to[to].name);
	size_t sign;
	while (rest.n) {
		size_t end = part_end(rest, &sign);
		learn_part(g, to, str_slice(rest, 0, end));
		rest = str_slice(rest, end + sign, rest.n);
	}
}

static void gather_topics(struct nearing *g)
{
	g->nto = g->about.cover.ntopic;
	g->to = arena_alloc(g->a, (size_t)g->nto + 1, sizeof *g->to);
	for (int i = 0; i < g->nto; i++) {
		g->to[i] = (struct near_to){ g->about.id[i], g->about.cover.topic[i].name, 0 };
		learn_name(g, i);
	}
}

static void gather_days(struct nearing *g)
{
	const struct plan *p = &g->s->plan;
	g->nto = p->nday;
	g->to = arena_alloc(g->a, (size_t)g->nto + 1, sizeof *g->to);
	for (int i = 0; i < g->nto; i++) {
		g->to[i] = (struct near_to){ (int64_t)p->day[i].id, md_plain(p->day[i].title, g->a),
			0 };
		learn_name(g, i);
	}
}

/* ---- what may be joined with them */

static void take_words(
	struct nearing *g, struct near_from *f, size_t *cap, struct str text, struct near_have have)
{
	struct buf words = { 0 };
	match_words(&words, text);
	struct str rest = buf_str(&words), one;
	while ((one = str_word(&rest)).n) {
		if (!idmap_find(&g->hashes, (int64_t)match_word(one), &have.word) ||
			g->word[have.word].last == g->nfrom)
			continue;
		g->word[have.word].last = g->nfrom;
		g->word[have.word].items += !have.text;
		f->have = arena_room(g->a, f->have, (size_t)f->n, cap, sizeof *f->have);
		f->have[f->n++] = have;
	}
	buf_release(&words);
}

static void drop_compounds(struct str text, struct buf *out)
{
	struct str one;
	while ((one = str_word(&text)).n)
		if (str_find(one, STR("-"), 1) < 0)
			buf_addf(out, "%.*s ", STR_ARG(one));
}

/* What it is called and asks before its text; of each first what stands in no compound. */
static void add_words(
	struct nearing *g, struct near_from *f, size_t *cap, struct str text, bool is_text)
{
	struct buf plain = { 0 };
	drop_compounds(text, &plain);
	take_words(g, f, cap, buf_str(&plain), (struct near_have){ .text = is_text, .free = true });
	take_words(g, f, cap, text, (struct near_have){ .text = is_text });
	buf_release(&plain);
}

static void add_from(struct nearing *g, const struct near_from *f)
{
	g->from = arena_room(g->a, g->from, (size_t)g->nfrom, &g->cap_from, sizeof *g->from);
	g->from[g->nfrom++] = *f;
}

static bool take_card(void *ctx, const struct card *card)
{
	struct nearing *g = ctx;
	int n;
	const int *found = about_card(&g->about, card, &n);
	for (int i = 0; i < n; i++)
		g->to[found[i]].joined++;
	if (card->state.hidden)
		return true;
	struct near_from f = { .id = card->id, .lone = n == 0 };
	size_t cap = 0;
	add_words(g, &f, &cap, card->topic, false);
	add_words(g, &f, &cap, card->tags, false);
	add_words(g, &f, &cap, card->front, false);
	add_from(g, &f);
	return true;
}

/* ---- days */

static bool gather_from_days(struct nearing *g, struct err *e)
{
	const struct plan *p = &g->s->plan;
	struct decoded text;
	if (p->nday == 0)
		return true;
	if (!study_text(g->s, g->s->plan_path, &text, g->a, e))
		return false;
	for (int i = 0; i < p->nday; i++) {
		const struct plan_day *d = &p->day[i];
		struct guide_day guide = guide_of_day(text.text, p, d->week, i, g->a);
		struct near_from f = { .id = (int64_t)d->id, .lone = true };
		size_t cap = 0;
		int n;
		const struct about_topic *t = about_day(&g->about, d->id, &guide, &n, g->a);
		for (int k = 0; k < n; k++) {
			if (t[k].topic < 0)
				continue;
			f.lone = false;
			g->to[t[k].topic].joined++;
		}
		add_words(g, &f, &cap, p->day[i].title, false);
		for (int k = 0; k < guide.ntopic; k++)
			add_words(g, &f, &cap, guide.topic[k], false);
		add_words(g, &f, &cap, str_slice(text.text, d->from_at, d->to_at), true);
		add_from(g, &f);
	}
	return true;
}

/* ---- sections */

/* Which topics is the section about? */
static bool count_topics(struct nearing *g, int64_t id, struct str heading)
{
	bool any = false;
	for (int i = 0; i < g->nto; i++) {
		const struct join *said = about_said(&g->about, JOIN_SECTION_TOPIC, id, i);
		bool joined = said ? said->yes : belong_names(heading, g->to[i].name);
		g->to[i].joined += joined;
		any |= joined;
	}
	return any;
}

/* Which days does the sheet belong to? */
static bool count_days(struct nearing *g, const struct file_row *file, int64_t id,
	struct str plan_text, bool *any, struct err *e)
{
	*any = false;
	for (int i = 0; i < g->nto; i++) {
		const struct join *said =
			joins_find(&g->about.joins, JOIN_SECTION_DAY, id, g->to[i].id);
		bool joined = said ? said->yes : day_owns_sheet(g->s, i, file);
		if (!said && !joined &&
			!day_links_sheet(g->s, i, plan_text, file->path, &joined, g->a, e))
			return false;
		g->to[i].joined += joined;
		*any |= joined;
	}
	return true;
}

static struct near_from section(struct nearing *g, struct str path, const struct md_heading *h)
{
	return (struct near_from){ .id = join_section(path, h->text),
		.section = arena_printf(g->a, "%.*s#%.*s", STR_ARG(path), STR_ARG(h->text)) };
}

static void take_sections(struct nearing *g, struct str path, const struct md_heading *h, int n)
{
	for (int i = 0; i < n; i++) {
		struct near_from f = section(g, path, &h[i]);
		size_t cap = 0;
		f.lone = !count_topics(g, f.id, h[i].text);
		add_words(g, &f, &cap, h[i].text, false);
		add_from(g, &f);
	}
}

static bool take_sheet(
	struct nearing *g, const struct file_row *file, struct str plan_text, struct err *e)
{
	struct decoded text;
	int n;
	if (!study_text(g->s, file->path, &text, g->a, e))
		return false;
	const struct md_heading *h = md_outline(text.text, &n, g->a);
	if (n == 0)
		return true;
	if (g->kind == JOIN_SECTION_TOPIC) {
		take_sections(g, file->path, h, n);
		return true;
	}
	struct near_from f = section(g, file->path, h);
	size_t cap = 0;
	bool any;
	if (!count_days(g, file, f.id, plan_text, &any, e))
		return false;
	f.lone = !any;
	add_words(g, &f, &cap, h->text, false);
	add_from(g, &f);
	return true;
}

static bool gather_sheets(struct nearing *g, struct err *e)
{
	struct file_row *file;
	struct decoded plan = { 0 };
	size_t n;
	if (g->kind == JOIN_SECTION_DAY && g->nto &&
		!study_text(g->s, g->s->plan_path, &plan, g->a, e))
		return false;
	if (!catalog_files(g->s->store, CONTENT_SHEET, &file, &n, g->a, e))
		return false;
	for (size_t i = 0; i < n; i++)
		if (file[i].roles == CONTENT_SHEET && !take_sheet(g, &file[i], plan.text, e))
			return false;
	return true;
}

bool join_gather(struct nearing *g, struct err *e)
{
	if (!about_load(g->s, &g->about, g->a, e))
		return false;
	if (join_to(g->kind) == JOINED_DAY)
		gather_days(g);
	else
		gather_topics(g);
	switch (join_from(g->kind)) {
	case JOINED_CARD: return catalog_cards(g->s->store, STR(""), take_card, g, e);
	case JOINED_DAY: return gather_from_days(g, e);
	default: return gather_sheets(g, e);
	}
}
