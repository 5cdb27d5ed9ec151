/* deck_org.c - drill items of an org file as cards, one pass over its lines. */
#include "deck_org.h"

#include <string.h>

#include "deck_cloze.h"
#include "deck_text.h"

enum { DEPTH = 16, SIDES = 2 };

/* The item that is being read: its own text, its first two sub-headings, all after those. */
struct item {
	int level, line, side_level, nside;
	struct str title, tags, name, type;
	struct buf body, side[SIDES], more;
};

struct org {
	struct arena *a;
	bool clear;
	org_take *take;
	void *ctx;
	struct item item;
	struct str above[DEPTH];
	int number;
	bool drawer, block;
};

/* The level of a headline and what follows its stars. */
static int headline(struct str line, struct str *text)
{
	size_t n = 0;
	while (n < line.n && line.p[n] == '*')
		n++;
	if (n == 0 || n >= DEPTH || n >= line.n || line.p[n] != ' ')
		return 0;
	*text = str_trim(str_slice(line, n, line.n));
	return (int)n;
}

/* Cut ":a:b:" off the end of a headline. */
static struct str cut_org_tags(struct str *text)
{
	size_t at = text->n;
	while (at > 0 && !deck_space(text->p[at - 1]))
		at--;
	struct str tags = str_slice(*text, at, text->n);
	if (tags.n < 3 || tags.p[0] != ':' || tags.p[tags.n - 1] != ':' || at == 0)
		return (struct str){ 0 };
	*text = str_trim(str_slice(*text, 0, at));
	return tags;
}

bool org_is_drill(struct str line)
{
	struct str text;
	return headline(line, &text) > 0 && str_find(cut_org_tags(&text), STR(":drill:"), 0) >= 0;
}

/* ":a:drill:b:" as "a b". */
static struct str other_tags(struct str tags, struct arena *a)
{
	struct buf b = { 0 };
	for (size_t at = 1, end; at < tags.n; at = end + 1) {
		for (end = at; end < tags.n && tags.p[end] != ':';)
			end++;
		struct str word = str_slice(tags, at, end);
		if (word.n == 0 || str_eq(word, STR("drill")))
			continue;
		if (b.n > 0)
			buf_addc(&b, ' ');
		buf_add(&b, word);
	}
	struct str s = arena_str(a, buf_str(&b));
	buf_release(&b);
	return s;
}

static struct str joined(struct arena *a, struct str x, struct str y)
{
	struct buf b = { 0 };
	buf_add(&b, x);
	if (x.n > 0 && y.n > 0)
		buf_add(&b, STR("\n\n"));
	buf_add(&b, y);
	struct str s = arena_str(a, buf_str(&b));
	buf_release(&b);
	return s;
}

/* What an item shows under its name, and what it is known by. */
static void take(struct org *o, struct deck_card card, struct str shown)
{
	struct str title = o->item.title;
	struct str question = joined(o->a, title, shown);
	o->take(o->ctx, &card, question);
}

static struct str titled(struct org *o, struct str text)
{
	struct str title = arena_printf(o->a, "**%.*s**", STR_ARG(o->item.title));
	return o->item.title.n > 0 ? joined(o->a, title, text) : text;
}

static void finish_cloze(struct org *o, struct deck_card card, struct str body, struct str rest)
{
	struct gap gap[CLOZE_MAX_GAPS + 1];
	int group[CLOZE_MAX_GAPS];
	size_t n = cloze_gaps(body, CLOZE_BLOCK, gap);
	bool each = str_find(o->item.type, STR("cloze"), 0) >= 0;
	for (size_t i = 0; i < n && !each; i++)
		gap[i].group = 1;
	size_t cards = n > CLOZE_MAX_GAPS ? 0 : cloze_groups(gap, n, group);
	card.kind = CARD_CLOZE;
	for (size_t i = 0; i < cards; i++) {
		card.front = titled(o, cloze_front(body, gap, n, group[i], o->a));
		card.back = joined(o->a, cloze_back(body, gap, n, group[i], o->a), rest);
		take(o, card, body);
	}
}

static void finish_sides(
	struct org *o, struct deck_card card, struct str body, const struct str *side)
{
	card.front = titled(o, joined(o->a, body, side[0]));
	card.back = side[1];
	take(o, card, joined(o->a, body, side[0]));
	card.kind = CARD_REVERSE;
	card.front = titled(o, joined(o->a, body, side[1]));
	card.back = side[0];
	take(o, card, joined(o->a, body, side[1]));
}

static void finish_simple(struct org *o, struct deck_card card, struct str body, struct str rest)
{
	card.front = rest.n > 0 ? titled(o, body) : o->item.title;
	card.back = rest.n > 0 ? rest : body;
	if (card.front.n > 0 && card.back.n > 0)
		take(o, card, rest.n > 0 ? body : (struct str){ 0 });
}

static struct str kept(struct org *o, const struct buf *b)
{
	return arena_str(o->a, deck_clean(buf_str(b), o->a));
}

static void make_cards(struct org *o)
{
	struct item *it = &o->item;
	struct gap gap[CLOZE_MAX_GAPS + 1];
	struct deck_card card = { .line = it->line, .tags = it->tags, .name = it->name };
	struct str body = kept(o, &it->body), side[SIDES], rest;
	for (int i = 0; i < SIDES; i++)
		side[i] = kept(o, &it->side[i]);
	rest = joined(o->a, joined(o->a, side[0], side[1]), kept(o, &it->more));
	for (int i = it->level - 1; i > 0 && card.topic.n == 0; i--)
		card.topic = o->above[i];
	bool sides = str_find(it->type, STR("sided"), 0) >= 0;
	if (sides && side[0].n > 0 && side[1].n > 0)
		finish_sides(o, card, body, side);
	else if (body.n <= CLOZE_MAX_BYTES && cloze_gaps(body, CLOZE_BLOCK, gap) > 0)
		finish_cloze(o, card, body, rest);
	else
		finish_simple(o, card, body, rest);
}

static void finish(struct org *o)
{
	struct item *it = &o->item;
	if (it->level > 0)
		make_cards(o);
	buf_clear(&it->body);
	buf_clear(&it->side[0]);
	buf_clear(&it->side[1]);
	buf_clear(&it->more);
	*it = (struct item){
		.body = it->body, .side = { it->side[0], it->side[1] }, .more = it->more
	};
	if (o->clear)
		arena_clear(o->a);
}

/* Where lines of the item go now. */
static struct buf *place(struct item *it)
{
	if (it->nside == 0)
		return &it->body;
	return it->nside <= SIDES ? &it->side[it->nside - 1] : &it->more;
}

/* A heading below the item: the next side, or a bold line within one. */
static void sub_heading(struct item *it, int level, struct str text)
{
	static const struct str answers[] = { STR_INIT("answer"), STR_INIT("the answer"),
		STR_INIT("back") };
	bool sides = str_find(it->type, STR("sided"), 0) >= 0, plain = false;
	if (it->nside == 0)
		it->side_level = level;
	if (level <= it->side_level)
		it->nside++;
	for (size_t i = 0; i < LENGTH(answers); i++)
		plain = plain || (it->nside == 1 && str_caseeq(text, answers[i]));
	if (!plain && !(sides && it->nside <= SIDES && level <= it->side_level))
		buf_addf(place(it), "\n**%.*s**\n\n", STR_ARG(text));
}

/* "[[target][text]]" at `at`, written as a link of markdown: its end, 0 for none. */
static size_t add_link(struct buf *b, struct str s, size_t at)
{
	if (!str_starts(str_slice(s, at, s.n), STR("[[")))
		return 0;
	ptrdiff_t end = str_find(s, STR("]]"), at + 2);
	if (end < 0)
		return 0;
	struct str inner = str_slice(s, at + 2, (size_t)end);
	ptrdiff_t middle = str_find(inner, STR("]["), 0);
	struct str target = middle < 0 ? inner : str_slice(inner, 0, (size_t)middle);
	struct str text = middle < 0 ? inner : str_slice(inner, (size_t)middle + 2, inner.n);
	buf_addf(b, "[%.*s](%.*s)", STR_ARG(text), STR_ARG(target));
	return (size_t)end + 2;
}

/* "=code=" and "~code~" at `at`, written with backticks: its end, 0 for none. */
static size_t add_code(struct buf *b, struct str s, size_t at)
{
	char mark = s.p[at];
	bool opens = (mark == '=' || mark == '~') && at + 2 < s.n && !deck_space(s.p[at + 1]) &&
		     (at == 0 || strchr(" \t(-'\"{[", s.p[at - 1]));
	const char *close = opens ? memchr(s.p + at + 2, mark, s.n - at - 2) : NULL;
	if (!close || deck_space(close[-1]))
		return 0;
	size_t end = (size_t)(close - s.p);
	buf_addf(b, "`%.*s`", (int)(end - at - 1), s.p + at + 1);
	return end + 1;
}

static void add_text(struct buf *b, struct str line)
{
	for (size_t at = 0; at < line.n;) {
		size_t end = line.p[at] == '[' ? add_link(b, line, at) : add_code(b, line, at);
		if (end == 0)
			buf_addc(b, line.p[at]);
		at = end ? end : at + 1;
	}
	buf_addc(b, '\n');
}

/* "#+begin_src c" and "#+end_src" as fences; other "#+" lines and comments vanish. */
static bool sharp_line(struct org *o, struct str s)
{
	bool keyword = str_starts(s, STR("#+"));
	if (!keyword && !str_starts(s, STR("# ")) && !str_eq(s, STR("#")))
		return false;
	if (str_casestarts(s, STR("#+begin_src")) || str_casestarts(s, STR("#+begin_example"))) {
		struct str rest = str_slice(s, 2, s.n), language;
		while (rest.n > 0 && !deck_space(rest.p[0]))
			rest = str_slice(rest, 1, rest.n);
		language = str_trim(rest);
		for (size_t i = 0; i < language.n; i++)
			if (deck_space(language.p[i]))
				language.n = i;
		buf_addf(place(&o->item), "```%.*s\n", STR_ARG(language));
		o->block = true;
	}
	return true;
}

/* ":PROPERTIES:" and the like: lines up to ":END:" are hidden, two of them read. */
static bool drawer_line(struct org *o, struct str s)
{
	if (o->drawer) {
		struct str id = STR(":ID:"), type = STR(":DRILL_CARD_TYPE:");
		o->drawer = !str_caseeq(s, STR(":END:"));
		if (str_casestarts(s, id))
			o->item.name = str_trim(str_slice(s, id.n, s.n));
		if (str_casestarts(s, type))
			o->item.type = str_trim(str_slice(s, type.n, s.n));
		return true;
	}
	bool opens = s.n > 2 && s.p[0] == ':' && s.p[s.n - 1] == ':';
	for (size_t i = 1; opens && i + 1 < s.n; i++)
		opens = !deck_space(s.p[i]) && s.p[i] != ':';
	o->drawer = opens;
	return opens;
}

static bool is_date_line(struct str s)
{
	return str_starts(s, STR("SCHEDULED:")) || str_starts(s, STR("DEADLINE:")) ||
	       str_starts(s, STR("CLOSED:"));
}

static void text_line(struct org *o, struct str line)
{
	struct str s = str_trim(line);
	if (o->block) {
		o->block = !str_casestarts(s, STR("#+end_"));
		buf_add(place(&o->item), o->block ? line : STR("```"));
		buf_addc(place(&o->item), '\n');
		return;
	}
	if (!drawer_line(o, s) && !sharp_line(o, s) && !is_date_line(s))
		add_text(place(&o->item), line);
}

static void heading_line(struct org *o, int level, struct str text)
{
	struct str tags = cut_org_tags(&text);
	bool drill = str_find(tags, STR(":drill:"), 0) >= 0;
	o->drawer = false;
	if (o->item.level > 0 && level > o->item.level && !drill) {
		sub_heading(&o->item, level, text);
		return;
	}
	finish(o);
	for (int i = level; i < DEPTH; i++)
		o->above[i] = (struct str){ 0 };
	o->above[level] = text;
	if (!drill)
		return;
	o->item.level = level;
	o->item.line = o->number;
	o->item.title = text;
	o->item.tags = other_tags(tags, o->a);
}

void org_each(struct str text, struct arena *a, bool clear, org_take *take_card, void *ctx)
{
	struct org o = { .a = a, .clear = clear, .take = take_card, .ctx = ctx };
	struct str line, head;
	while (str_line(&text, &line)) {
		o.number++;
		int level = o.block ? 0 : headline(line, &head);
		if (level > 0)
			heading_line(&o, level, head);
		else
			text_line(&o, line);
	}
	finish(&o);
	buf_release(&o.item.body);
	buf_release(&o.item.side[0]);
	buf_release(&o.item.side[1]);
	buf_release(&o.item.more);
}
