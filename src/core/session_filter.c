/* session_filter.c - the words by which cards are chosen. */
#include "session_priv.h"

#include "hone/text.h"

static const struct {
	struct str name; /* with its colon */
	enum filter_field field;
} fields[] = {
	{ STR_INIT("deck:"), FILTER_DECK },
	{ STR_INIT("tag:"), FILTER_TAG },
	{ STR_INIT("topic:"), FILTER_TOPIC },
	{ STR_INIT("is:"), FILTER_IS },
	{ STR_INIT("id:"), FILTER_ID },
};

/* The first five are those of queue_state_name(). */
static const struct str states[] = {
	STR_INIT("new"),
	STR_INIT("due"),
	STR_INIT("drill"),
	STR_INIT("learning"),
	STR_INIT("hidden"),
	STR_INIT("flagged"),
	STR_INIT("leech"),
};

/* Cut the first word between spaces off *rest; empty when there is none. */
static struct str cut(struct str *rest)
{
	size_t n = 0;
	*rest = str_trim(*rest);
	while (n < rest->n && rest->p[n] != ' ' && rest->p[n] != '\t' && rest->p[n] != '\n')
		n++;
	struct str word = str_slice(*rest, 0, n);
	*rest = str_slice(*rest, n, rest->n);
	return word;
}

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* "size:large", but neither "std::map" nor "https://x". */
static bool looks_like_field(struct str word)
{
	size_t n = 0;
	while (n < word.n && is_letter(word.p[n]))
		n++;
	if (n == 0 || n == word.n || word.p[n] != ':')
		return false;
	return n + 1 == word.n || (word.p[n + 1] != ':' && word.p[n + 1] != '/');
}

static bool known_state(struct str name)
{
	for (size_t i = 0; i < LENGTH(states); i++)
		if (str_caseeq(name, states[i]))
			return true;
	return false;
}

static bool read_word(struct str word, struct filter_word *out, struct err *e)
{
	*out = (struct filter_word){ FILTER_TEXT, word };
	if (!looks_like_field(word))
		return true;
	for (size_t i = 0; i < LENGTH(fields); i++)
		if (str_casestarts(word, fields[i].name))
			*out = (struct filter_word){ fields[i].field,
				str_slice(word, fields[i].name.n, word.n) };
	if (out->field == FILTER_TEXT || out->text.n == 0)
		return err_set(e, ERR_INVALID,
			"\"%.*s\" is no filter: words, deck:PART, tag:NAME, topic:PART, "
			"is:STATE and id:ID,ID are",
			STR_ARG(word));
	if (out->field == FILTER_IS && !known_state(out->text))
		return err_set(e, ERR_INVALID,
			"\"%.*s\" is no state: after is: comes new, due, drill, learning, hidden, "
			"flagged or leech",
			STR_ARG(out->text));
	return true;
}

bool filter_parse(struct filter *f, struct str words, struct arena *a, struct err *e)
{
	struct str rest = arena_str(a, words), word;
	*f = (struct filter){ 0 };
	while ((word = cut(&rest)).n) {
		struct filter_word w;
		if (!read_word(word, &w, e))
			return false;
		f->word = arena_room(a, f->word, f->n, &f->cap, sizeof *f->word);
		f->word[f->n++] = w;
		f->hidden =
			f->hidden || (w.field == FILTER_IS && str_caseeq(w.text, STR("hidden")));
	}
	return true;
}

static bool has_tag(struct str tags, struct str name)
{
	struct str tag;
	while ((tag = cut(&tags)).n)
		if (str_caseeq(tag, name))
			return true;
	return false;
}

static bool is_in(struct str state, const struct card *c, const struct study *s)
{
	if (str_caseeq(state, STR("flagged")))
		return c->state.flagged;
	if (str_caseeq(state, STR("leech")))
		return s->settings.sm2.leech > 0 && c->state.memory.lapses >= s->settings.sm2.leech;
	return str_caseeq(state, str_of(queue_state_name(c, s->today)));
}

/* Ids are of one length, so that none is found across a comma. */
static bool is_listed(struct str ids, int64_t id)
{
	char text[17];
	return str_casefind(ids, str_of(study_id((uint64_t)id, text)), 0) >= 0;
}

static bool contains(const struct card *c, struct str word)
{
	const struct str text[] = { c->front, c->label, c->topic, c->tags, c->deck };
	for (size_t i = 0; i < LENGTH(text); i++)
		if (str_casefind(text[i], word, 0) >= 0)
			return true;
	return false;
}

static bool fits(const struct filter_word *w, const struct card *c, const struct study *s)
{
	switch (w->field) {
	case FILTER_DECK: return str_casefind(c->deck, w->text, 0) >= 0;
	case FILTER_TOPIC: return str_casefind(c->topic, w->text, 0) >= 0;
	case FILTER_TAG: return has_tag(c->tags, w->text);
	case FILTER_IS: return is_in(w->text, c, s);
	case FILTER_ID: return is_listed(w->text, c->id);
	case FILTER_TEXT: break;
	}
	return contains(c, w->text);
}

bool filter_fits(const struct filter *f, const struct card *c, const struct study *s)
{
	for (size_t i = 0; i < f->n; i++)
		if (!fits(&f->word[i], c, s))
			return false;
	return true;
}

/* ---- looking for cards */

struct finding {
	const struct study *s;
	struct filter filter;
	bool (*each)(void *ctx, const struct card *c);
	void *ctx;
};

static bool found(void *ctx, const struct card *c)
{
	const struct finding *f = ctx;
	return !filter_fits(&f->filter, c, f->s) || f->each(f->ctx, c);
}

static bool found_words(void *ctx, const struct card *c, struct str excerpt)
{
	(void)excerpt;
	return found(ctx, c);
}

/* Words of states to *is, the others to *words; what stands in quotes is kept as it is. */
static void part(struct str query, struct buf *is, struct buf *words)
{
	bool quoted = false;
	struct str rest = query, word;
	while ((word = cut(&rest)).n) {
		bool state = !quoted && str_casestarts(word, STR("is:"));
		for (size_t i = 0; i < word.n; i++)
			quoted = quoted != (word.p[i] == '"');
		buf_addc(state ? is : words, ' ');
		buf_add(state ? is : words, word);
	}
}

bool session_find(const struct study *s, struct str query,
	bool (*each)(void *ctx, const struct card *c), void *ctx, struct err *e)
{
	struct finding f = { .s = s, .each = each, .ctx = ctx };
	struct arena a = { 0 };
	struct buf is = { 0 }, words = { 0 };
	part(query, &is, &words);
	bool ok = filter_parse(&f.filter, buf_str(&is), &a, e);
	if (ok && words.n)
		ok = catalog_search(s->store, buf_str(&words), f.filter.n ? 0 : SESSION_FOUND,
			found_words, &f, e);
	else if (ok)
		ok = catalog_cards(s->store, STR(""), found, &f, e);
	buf_release(&is);
	buf_release(&words);
	arena_release(&a);
	return ok;
}

/* The last word that is looked for as a begin, without its field; empty when it stands in quotes. */
static struct str last_begin(struct str words)
{
	struct str s = str_trim(words);
	size_t from = s.n;
	while (from > 0 && s.p[from - 1] != ' ' && s.p[from - 1] != ':')
		from--;
	s = str_slice(s, from, s.n);
	return str_find(s, STR("\""), 0) < 0 ? s : (struct str){ 0 };
}

bool session_find_misses(const struct study *s, struct str query, bool *misses, struct err *e)
{
	int64_t cards = 0;
	struct buf is = { 0 }, words = { 0 };
	part(query, &is, &words);
	size_t n = (size_t)text_cols(last_begin(buf_str(&words)));
	bool ok = n == 0 || n > SESSION_SHORT || catalog_count_cards(s->store, &cards, e);
	*misses = cards > SESSION_MANY;
	buf_release(&is);
	buf_release(&words);
	return ok;
}
