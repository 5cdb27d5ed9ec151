/* deck.c - finds the cards of a markdown file, line by line. */
#include "hone/deck.h"

#include <string.h>

#include "deck_lines.h"
#include "deck_text.h"
#include "hone/text.h"
#include "idset.h"
#include "label.h"

struct scan {
	struct reader r;
	const struct survey *survey;
	bool lines; /* "front :: back" counts */
	struct deck_sink sink;
	bool clear; /* the arena after each question */
	struct arena *a;
	struct idset seen;
	struct buf key;
	uint64_t seed;            /* hash of the path */
	struct str above[LEVELS]; /* the headings that hold the current line */
	enum part part;
	int line, level;          /* where the part starts; level of its heading */
	struct str head;          /* text of its heading */
	size_t from, split, body; /* offsets: question, its end, answer */
	bool stop;
};

static const char *const kind_names[] = {
	[CARD_BASIC] = "basic",
	[CARD_REVERSE] = "reverse",
	[CARD_CLOZE] = "cloze",
	[CARD_TYPED] = "typed",
	[CARD_PROBLEM] = "problem",
	[CARD_CHOICE] = "choice",
	[CARD_EXPLAIN] = "explain",
};

/* The name of the nearest heading above `level`; the document's title groups nothing. */
static struct str topic_above(struct scan *s, int level)
{
	for (int i = level - 1; i > 0; i--)
		if (s->above[i].n > 0 && !is_title(s->survey, i))
			return label_section(s->above[i], NULL, s->a);
	return (struct str){ 0 };
}

static void report(struct scan *s, int line, struct str text)
{
	if (s->sink.problem)
		s->sink.problem(s->sink.ctx, line, text);
}

/* The hash of what a card asks. Names and questions never meet: the mark between them differs. */
static uint64_t card_key(struct scan *s, const struct deck_card *card, struct str question)
{
	const char *kind = card_kind_name(card->kind);
	uint64_t key = hash64(s->seed, kind, strlen(kind));
	bool named = card->name.n > 0;
	buf_clear(&s->key);
	buf_addc(&s->key, named ? '!' : '?');
	if (named)
		buf_add(&s->key, card->name);
	else
		text_normalize(&s->key, question);
	return hash64(key, s->key.p, s->key.n);
}

static void emit(struct scan *s, struct deck_card card, struct str question)
{
	if (s->stop)
		return;
	uint64_t key = card_key(s, &card, question);
	card.id = idset_next(&s->seen, key, card.kind == CARD_REVERSE, &card.ordinal);
	s->stop = !s->sink.card(s->sink.ctx, &card);
}

static void emit_basic(struct scan *s, struct deck_card card)
{
	if (card.front.n == 0)
		report(s, card.line, STR("question without text: write it after 'Q:'"));
	else if (card.back.n == 0)
		report(s, card.line, STR("question without an answer: write one below it"));
	else
		emit(s, card, card.front);
}

static void finish_heading(struct scan *s, size_t end)
{
	struct ask q = ask_of(s->head, s->a);
	struct deck_card card = { .kind = CARD_BASIC, .line = s->line };
	card.front = q.front;
	card.label = q.label;
	card.tags = q.tags;
	card.name = q.name;
	card.topic = topic_above(s, s->level);
	card.back = deck_clean(str_slice(s->r.text, s->body, end), s->a);
	if (card.name.n == 0) {
		card.name = deck_cut_name(&card.back, s->a);
		card.back = deck_clean(card.back, s->a);
	}
	emit_basic(s, card);
}

/* The text of a block from `from` to `to`; a name in it goes to the card. */
static struct str block_text(struct scan *s, size_t from, size_t to, struct deck_card *card)
{
	struct str text = str_slice(s->r.text, from, to);
	while (text.n > 0 && (text.p[0] == ' ' || text.p[0] == '\t'))
		text = str_slice(text, 1, text.n);
	text = deck_clean(text, s->a);
	struct str name = deck_cut_name(&text, s->a);
	if (name.n == 0)
		return text;
	card->name = name;
	return deck_clean(text, s->a);
}

/* Tags stand at the end of the question's first line. */
static struct str cut_first_line_tags(struct scan *s, struct str text, struct str *tags)
{
	struct str rest = text, line, first;
	if (!str_line(&rest, &line))
		return text;
	first = line;
	*tags = deck_cut_tags(&first, s->a);
	if (tags->n == 0)
		return text;
	if (rest.n == 0)
		return first;
	buf_clear(&s->key);
	buf_add(&s->key, first);
	buf_addc(&s->key, '\n');
	buf_add(&s->key, rest);
	return arena_str(s->a, buf_str(&s->key));
}

static void finish_answer(struct scan *s, size_t end)
{
	struct deck_card card = { .kind = CARD_BASIC, .line = s->line };
	card.front = block_text(s, s->from, s->split, &card);
	card.front = cut_first_line_tags(s, card.front, &card.tags);
	card.back = block_text(s, s->body, end, &card);
	card.topic = topic_above(s, LEVELS);
	emit_basic(s, card);
}

static void finish_cloze(struct scan *s, size_t end)
{
	struct deck_card card = { .kind = CARD_CLOZE, .line = s->line };
	struct gap gap[CLOZE_MAX_GAPS + 1];
	struct str text = block_text(s, s->from, end, &card);
	text = cut_first_line_tags(s, text, &card.tags);
	if (text.n > CLOZE_MAX_BYTES) {
		report(s, s->line, STR("cloze text too long: write '---' on a line where it ends"));
		return;
	}
	size_t n = deck_gaps(text, gap);
	if (n == 0)
		report(s, s->line,
			STR("cloze without a deletion: put [brackets] round what to ask"));
	if (n > CLOZE_MAX_GAPS) {
		report(s, s->line, STR("cloze with more than 64 deletions: make several of it"));
		return;
	}
	card.topic = topic_above(s, LEVELS);
	for (size_t i = 0; i < n && !s->stop; i++) {
		card.front = deck_cloze_front(text, gap, n, i, s->a);
		card.back = deck_cloze_back(text, gap, n, i, s->a);
		emit(s, card, text);
	}
}

/* The part ends before `end`: its cards are made. */
static void finish(struct scan *s, size_t end)
{
	enum part part = s->part;
	s->part = PART_NONE;
	if (part == PART_HEADING)
		finish_heading(s, end);
	else if (part == PART_ANSWER)
		finish_answer(s, end);
	else if (part == PART_CLOZE)
		finish_cloze(s, end);
	else if (part == PART_QUESTION)
		report(s, s->line,
			STR("question without an answer: write 'A:' on a line of its own after "
			    "it"));
	if (part != PART_NONE && s->clear)
		arena_clear(s->a);
}

static void pair(struct scan *s)
{
	bool both = false;
	struct deck_card card = { .kind = CARD_BASIC, .line = s->r.number };
	struct str line = s->r.line;
	card.name = deck_cut_name(&line, s->a);
	if (!deck_split(line, &card.front, &card.back, &both))
		return;
	card.tags = deck_cut_tags(&card.front, s->a);
	card.topic = topic_above(s, LEVELS);
	emit(s, card, card.front);
	if (both) {
		struct str front = card.front;
		card.front = card.back;
		card.back = front;
		card.kind = CARD_REVERSE;
		emit(s, card, card.front);
	}
	if (s->clear)
		arena_clear(s->a);
}

static void begin(struct scan *s, enum part part, size_t from)
{
	finish(s, s->r.at);
	s->part = part;
	s->line = s->r.number;
	s->from = from;
}

static void heading(struct scan *s)
{
	int level = s->r.level;
	if (s->part == PART_HEADING && level > s->level)
		return;
	finish(s, s->r.at);
	s->above[level] = s->r.heading;
	for (int i = level + 1; i < LEVELS; i++)
		s->above[i] = (struct str){ 0 };
	struct ask q = ask_of(s->r.heading, s->a);
	if (!is_question(s->survey, level, &q))
		return;
	begin(s, PART_HEADING, s->r.at);
	s->level = level;
	s->head = s->r.heading;
	s->body = (size_t)(s->r.text.n - s->r.rest.n);
}

static void answer(struct scan *s)
{
	if (s->part == PART_QUESTION) {
		s->part = PART_ANSWER;
		s->split = s->r.at;
		s->body = s->r.at + 2;
		return;
	}
	finish(s, s->r.at);
	report(s, s->r.number,
		STR("answer without a question: write 'Q:' on a line of its own before it"));
}

static void step(struct scan *s)
{
	enum line_kind kind = s->r.kind;
	if (kind == LINE_HEADING)
		heading(s);
	else if (s->part == PART_HEADING)
		return; /* all of it is the answer */
	else if (kind == LINE_QUESTION)
		begin(s, PART_QUESTION, s->r.at + 2);
	else if (kind == LINE_CLOZE)
		begin(s, PART_CLOZE, s->r.at + 2);
	else if (kind == LINE_ANSWER)
		answer(s);
	else if (kind == LINE_RULE)
		finish(s, s->r.at);
	else if (kind == LINE_PAIR && s->part == PART_NONE && s->lines)
		pair(s);
}

static void scan_cards(
	struct str text, struct str path, struct arena *a, struct deck_sink sink, bool clear)
{
	struct survey v = survey_of(text);
	struct scan s = {
		.r = reader_of(text), .survey = &v, .sink = sink, .clear = clear, .a = a
	};
	s.lines = survey_is_deck(&v);
	s.seed = hash64(0, path.p, path.n);
	while (!s.stop && read_line(&s.r))
		step(&s);
	if (!s.stop)
		finish(&s, text.n);
	idset_release(&s.seen);
	buf_release(&s.key);
}

/* A deck that is being collected. */
struct collect {
	struct deck deck;
	size_t card_cap, problem_cap;
	struct arena *a;
};

static bool collect_card(void *ctx, const struct deck_card *card)
{
	struct collect *c = ctx;
	struct deck *d = &c->deck;
	d->card = arena_room(c->a, d->card, d->ncard, &c->card_cap, sizeof *d->card);
	d->card[d->ncard++] = *card;
	return true;
}

static void collect_problem(void *ctx, int line, struct str text)
{
	struct collect *c = ctx;
	struct deck *d = &c->deck;
	d->problem = arena_room(c->a, d->problem, d->nproblem, &c->problem_cap, sizeof *d->problem);
	d->problem[d->nproblem++] = (struct problem){ line, text };
}

struct deck deck_parse(struct str text, struct str path, struct arena *a)
{
	struct collect c = { .a = a };
	scan_cards(text, path, a, (struct deck_sink){ collect_card, collect_problem, &c }, false);
	return c.deck;
}

void deck_each(struct str text, struct str path, struct arena *scratch, struct deck_sink sink)
{
	scan_cards(text, path, scratch, sink, true);
}

bool deck_is(struct str text)
{
	struct survey v = survey_of(text);
	return survey_is_deck(&v);
}

const char *card_kind_name(enum card_kind kind)
{
	if ((size_t)kind >= LENGTH(kind_names))
		bug("no such kind of card: %d", (int)kind);
	return kind_names[kind];
}
