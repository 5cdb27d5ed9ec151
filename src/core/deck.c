/* deck.c - finds the cards of a markdown file, line by line. */
#include "hone/deck.h"

#include <string.h>

#include "deck_cloze.h"
#include "deck_kind.h"
#include "deck_lines.h"
#include "deck_org.h"
#include "deck_peers.h"
#include "deck_text.h"
#include "hone/text.h"
#include "idset.h"
#include "label.h"

struct scan {
	struct reader r;
	const struct survey *survey;
	bool lines; /* "front :: back" counts */
	bool glued; /* "front::back" too */
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
	bool both;                /* the answer below "??" asks for the question too */
	struct str tags;          /* of a line "#flashcards/..." above; borrowed from the text */
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

static struct str join_words(struct scan *s, struct str x, struct str y)
{
	if (x.n == 0 || y.n == 0)
		return x.n ? x : y;
	buf_clear(&s->key);
	buf_add(&s->key, x);
	buf_addc(&s->key, ' ');
	buf_add(&s->key, y);
	return arena_str(s->a, buf_str(&s->key));
}

/* The tags of the deck that the lines above named. */
static void add_deck_tags(struct scan *s, struct deck_card *card)
{
	struct str tags;
	if (s->tags.n > 0 && peers_tag_line(s->tags, &tags, s->a))
		card->tags = join_words(s, tags, card->tags);
}

static void emit_basic(struct scan *s, struct deck_card card, bool heading)
{
	add_deck_tags(s, &card);
	struct str problem = deck_settle_kind(&card, heading, s->a);
	if (card.front.n == 0)
		report(s, card.line, STR("question without text: write it after 'Q:'"));
	else if (card.back.n == 0 && card.kind != CARD_EXPLAIN)
		report(s, card.line, STR("question without an answer: write one below it"));
	else
		emit(s, card, card.front);
	if (problem.n > 0)
		report(s, card.line, problem);
}

/* The same pair the other way round. */
static void emit_reverse(struct scan *s, struct deck_card card)
{
	struct str front = card.front;
	if (front.n == 0 || card.back.n == 0)
		return;
	add_deck_tags(s, &card);
	card.front = card.back;
	card.back = front;
	card.kind = CARD_REVERSE;
	emit(s, card, card.front);
}

/* A page below its heading: the lines of links are tags, a line "%" ends the front. */
static void split_page(struct scan *s, struct deck_card *card)
{
	struct md_fence fence = { 0 };
	struct buf part = { 0 }, tags = { 0 };
	struct str line, above = { 0 };
	for (struct str rest = card->back; str_line(&rest, &line);) {
		bool code = md_fence_line(&fence, line);
		if (!code && peers_tag_links(line, &tags))
			continue;
		if (!code && above.n == 0 && peers_percent(line)) {
			above = arena_str(s->a, deck_clean(buf_str(&part), s->a));
			buf_clear(&part);
			continue;
		}
		buf_add(&part, line);
		buf_addc(&part, '\n');
	}
	card->back = arena_str(s->a, deck_clean(buf_str(&part), s->a));
	card->tags = join_words(s, card->tags, arena_str(s->a, buf_str(&tags)));
	if (above.n > 0)
		card->front =
			arena_printf(s->a, "%.*s\n\n%.*s", STR_ARG(card->front), STR_ARG(above));
	buf_release(&part);
	buf_release(&tags);
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
	if (s->survey->scheduled)
		card.back = deck_clean(peers_cut_schedules(card.back, s->a), s->a);
	if (card.name.n == 0) {
		card.name = deck_cut_name(&card.back, s->a);
		card.back = deck_clean(card.back, s->a);
	}
	if (s->level == 2 && survey_is_pages(s->survey))
		split_page(s, &card);
	emit_basic(s, card, true);
}

/* The text of a block from `from` to `to`; a name in it goes to the card. */
static struct str block_text(struct scan *s, size_t from, size_t to, struct deck_card *card)
{
	struct str text = str_slice(s->r.text, from, to);
	while (text.n > 0 && (text.p[0] == ' ' || text.p[0] == '\t'))
		text = str_slice(text, 1, text.n);
	text = deck_clean(text, s->a);
	if (s->survey->scheduled)
		text = deck_clean(peers_cut_schedules(text, s->a), s->a);
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

/* A tag "#flashcards/..." before the text of a card. */
static void cut_deck_tag(struct scan *s, struct deck_card *card)
{
	struct str tags, text = card->front;
	size_t n = 0;
	while (n < text.n && !deck_space(text.p[n]))
		n++;
	if (n < text.n && s->survey->tagged && peers_tag_line(str_slice(text, 0, n), &tags, s->a)) {
		card->front = str_trim(str_slice(text, n, text.n));
		card->tags = join_words(s, tags, card->tags);
	}
}

static void finish_answer(struct scan *s, size_t end, bool both)
{
	struct deck_card card = { .kind = CARD_BASIC, .line = s->line };
	card.front = block_text(s, s->from, s->split, &card);
	card.front = cut_first_line_tags(s, card.front, &card.tags);
	cut_deck_tag(s, &card);
	card.back = block_text(s, s->body, end, &card);
	card.topic = topic_above(s, LEVELS);
	emit_basic(s, card, false);
	if (both)
		emit_reverse(s, card);
}

/* A question that nothing answers: something to explain, or a mistake. */
static void finish_question(struct scan *s, size_t end)
{
	struct str line, rest = str_slice(s->r.text, s->from, end);
	if (str_line(&rest, &line) && deck_explains(line, s->a)) {
		s->split = s->body = end;
		finish_answer(s, end, false);
	} else {
		report(s, s->line,
			STR("question without an answer: write 'A:' on a line of its own after "
			    "it"));
	}
}

static void emit_gaps(
	struct scan *s, struct deck_card card, struct str text, const struct gap *gap, size_t n)
{
	int group[CLOZE_MAX_GAPS];
	size_t ngroup = cloze_groups(gap, n, group);
	card.topic = topic_above(s, LEVELS);
	add_deck_tags(s, &card);
	for (size_t i = 0; i < ngroup && !s->stop; i++) {
		card.front = cloze_front(text, gap, n, group[i], s->a);
		card.back = cloze_back(text, gap, n, group[i], s->a);
		emit(s, card, text);
	}
}

static void finish_cloze(struct scan *s, size_t end, enum cloze_form form)
{
	struct deck_card card = { .kind = CARD_CLOZE, .line = s->line };
	struct gap gap[CLOZE_MAX_GAPS + 1];
	card.front = block_text(s, s->from, end, &card);
	card.front = cut_first_line_tags(s, card.front, &card.tags);
	cut_deck_tag(s, &card);
	struct str text = card.front;
	if (text.n > CLOZE_MAX_BYTES) {
		if (form == CLOZE_BLOCK)
			report(s, s->line,
				STR("cloze text too long: write '---' on a line where it ends"));
		return;
	}
	size_t n = cloze_gaps(text, form, gap);
	if (n == 0 && form == CLOZE_BLOCK)
		report(s, s->line,
			STR("cloze without a deletion: put [brackets] round what to ask"));
	if (n > CLOZE_MAX_GAPS)
		report(s, s->line, STR("cloze with more than 64 deletions: make several of it"));
	else
		emit_gaps(s, card, text, gap, n);
}

/* The part ends before `end`: its cards are made. */
static void finish(struct scan *s, size_t end)
{
	enum part part = s->part;
	s->part = PART_NONE;
	switch (part) {
	case PART_NONE: return;
	case PART_HEADING: finish_heading(s, end); break;
	case PART_QUESTION: finish_question(s, end); break;
	case PART_ANSWER: finish_answer(s, end, false); break;
	case PART_ASKED: finish_answer(s, end, s->both); break;
	case PART_CLOZE: finish_cloze(s, end, CLOZE_BLOCK); break;
	case PART_NOTE:
		if (s->survey->tagged)
			finish_cloze(s, end, CLOZE_NOTE);
		break;
	case PART_MARKED:
		report(s, s->line,
			STR("card without an end: write '---' on a line below its answer"));
		break;
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

static void pair(struct scan *s, bool glued)
{
	bool both = false;
	struct deck_card card = { .kind = CARD_BASIC, .line = s->r.number };
	struct str line = s->r.line;
	finish(s, s->r.at);
	if (s->survey->scheduled)
		line = peers_cut_schedules(line, s->a);
	card.name = deck_cut_name(&line, s->a);
	bool found = glued ? peers_split(line, &card.front, &card.back, &both)
			   : deck_split(line, &card.front, &card.back, &both);
	if (!found)
		return;
	card.tags = deck_cut_tags(&card.front, s->a);
	cut_deck_tag(s, &card);
	card.topic = topic_above(s, LEVELS);
	emit_basic(s, card, false);
	if (both)
		emit_reverse(s, card);
	if (s->clear)
		arena_clear(s->a);
}

/* A marked line: a card, or the prompt of one that a rule ends. */
static bool marked(struct scan *s)
{
	struct str front, back, tags;
	if (s->survey->marked == 0 || !peers_marked(s->r.line, &front, &back, &tags, s->a))
		return false;
	struct deck_card card = { .kind = CARD_BASIC, .line = s->r.number };
	begin(s, PART_MARKED, s->r.at);
	s->body = s->r.at + s->r.line.n;
	if (back.n == 0)
		return true;
	s->part = PART_NONE;
	peers_marked(s->r.line, &card.front, &card.back, &card.tags, s->a);
	card.topic = topic_above(s, LEVELS);
	emit_basic(s, card, false);
	if (s->clear)
		arena_clear(s->a);
	return true;
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

/* The rule below the answer of a marked prompt. */
static void finish_marked(struct scan *s)
{
	struct str line = str_slice(s->r.text, s->from, s->body);
	struct deck_card card = { .kind = CARD_BASIC, .line = s->line };
	s->part = PART_NONE;
	if (!peers_marked(line, &card.front, &card.back, &card.tags, s->a))
		return;
	card.back = block_text(s, s->body, s->r.at, &card);
	card.topic = topic_above(s, LEVELS);
	emit_basic(s, card, false);
	if (s->clear)
		arena_clear(s->a);
}

/* A line inside the answer of a marked prompt. */
static void step_marked(struct scan *s)
{
	if (s->r.code || s->r.indented)
		return;
	if (deck_rule(s->r.line))
		finish_marked(s);
	else if (s->r.kind == LINE_TEXT)
		marked(s);
}

/* A paragraph of a file with "#flashcards": "?" makes a question of it. */
static void step_note(struct scan *s)
{
	struct str line = str_trim(s->r.line), tags;
	bool both = str_eq(line, STR("??"));
	if (s->part == PART_NOTE && !s->r.code && (both || str_eq(line, STR("?")))) {
		s->part = PART_ASKED;
		s->both = both;
		s->split = s->r.at;
		s->body = s->r.at + s->r.line.n;
	} else if (!s->r.code && peers_tag_line(line, &tags, s->a)) {
		finish(s, s->r.at);
		s->tags = line;
	} else if (s->part == PART_NONE && !peers_schedule(line)) {
		begin(s, PART_NOTE, s->r.at);
	}
}

/* A line outside blocks, or in a paragraph that is none yet. */
static void step_text(struct scan *s)
{
	struct str front, back;
	bool both, plain = !s->r.code && !s->r.table && !s->r.comment;
	if ((s->r.indented || s->r.comment) && s->part == PART_NONE)
		return;
	if (plain && marked(s))
		return;
	if (plain && s->glued && peers_split(s->r.line, &front, &back, &both))
		pair(s, true);
	else if (survey_is_obsidian(s->survey))
		step_note(s);
}

/* A line outside the answer of a heading. */
static void step_block(struct scan *s)
{
	enum line_kind kind = s->r.kind;
	bool outside = s->part == PART_NONE || s->part == PART_NOTE;
	bool blank = kind == LINE_BLANK && (outside || s->part == PART_ASKED);
	if (kind == LINE_QUESTION)
		begin(s, PART_QUESTION, s->r.at + 2);
	else if (kind == LINE_CLOZE)
		begin(s, PART_CLOZE, s->r.at + 2);
	else if (kind == LINE_ANSWER)
		answer(s);
	else if (kind == LINE_RULE || blank)
		finish(s, s->r.at);
	else if (outside && kind == LINE_PAIR && s->lines)
		pair(s, false);
	else if (outside && kind == LINE_TEXT)
		step_text(s);
}

/* Apart from the text above it a cloze is a card of its own, also below a question that is a heading. */
static bool ends_heading(const struct scan *s)
{
	struct gap gap[CLOZE_MAX_GAPS + 1];
	return s->r.kind == LINE_CLOZE && s->r.apart && cloze_gaps(s->r.line, CLOZE_BLOCK, gap) > 0;
}

static void step(struct scan *s)
{
	if (s->part == PART_HEADING && ends_heading(s))
		finish(s, s->r.at);
	if (s->part == PART_MARKED)
		step_marked(s);
	else if (s->r.kind == LINE_HEADING)
		heading(s);
	else if (s->part != PART_HEADING)
		step_block(s);
}

static void org_card(void *ctx, const struct deck_card *card, struct str question)
{
	emit(ctx, *card, question);
}

static void scan_cards(
	struct str text, struct str path, struct arena *a, struct deck_sink sink, bool clear)
{
	struct survey v = sink.survey ? *sink.survey : survey_of(text);
	struct scan s = {
		.r = reader_of(text), .survey = &v, .sink = sink, .clear = clear, .a = a
	};
	s.lines = survey_is_deck(&v);
	s.glued = survey_is_glued(&v);
	s.seed = hash64(0, path.p, path.n);
	if (str_ends(path, STR(".org"))) {
		org_each(text, a, clear, org_card, &s);
		s.stop = true;
	}
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
	scan_cards(text, path, a,
		(struct deck_sink){ .card = collect_card, .problem = collect_problem, .ctx = &c },
		false);
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

const struct survey *deck_survey(struct str text, struct arena *a)
{
	struct survey *v = arena_alloc(a, 1, sizeof *v);
	*v = survey_of(text);
	return v;
}

bool deck_survey_is(const struct survey *v)
{
	return survey_is_deck(v);
}

const char *card_kind_name(enum card_kind kind)
{
	if ((size_t)kind >= LENGTH(kind_names))
		bug("no such kind of card: %d", (int)kind);
	return kind_names[kind];
}
