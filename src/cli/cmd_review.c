/* cmd_review.c - the verb review: cards line by line, for pipes, plain terminals and screen readers. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/aloud.h"
#include "hone/diff.h"
#include "hone/md.h"
#include "hone/session.h"

/* LONGEST_MS is the most thinking time that is believed: beyond it the user was away. */
enum { CHOICES_MOST = 32, LONGEST_MS = 10 * 60 * 1000 };

static const struct {
	int grade;
	const char *name;
} buttons[] = { { 1, "again" }, { 3, "hard" }, { 4, "good" }, { 5, "easy" } };

static const char help_text[] =
	"Enter shows the answer. Then 1 is again, 2 hard, 3 good, 4 easy.\n"
	"u takes the last answer back, s skips the card, h hides it for good, b until tomorrow,\n"
	"f flags it, q ends, ? is this help. Where an answer is typed, put a colon before: :q\n";

/* What became of the card that was asked. */
enum outcome { OUTCOME_NEXT, OUTCOME_QUIT, OUTCOME_FAILED };

struct answered {
	int64_t card;
	int button;
	int64_t took_ms;
};

struct dialogue {
	struct cli *c;
	struct session *session;
	struct arena arena; /* the card */
	struct card card;
	int64_t shown_at;
	struct answered *answer; /* given here and not taken back, oldest first */
	size_t n, cap;
	struct aloud in;
};

/* ---- what is said */

static const char *plural(int64_t n)
{
	return n == 1 ? "" : "s";
}

static void put_duration(struct buf *out, int64_t seconds)
{
	if (seconds < 60)
		buf_addf(out, "%d s", (int)seconds);
	else
		buf_addf(out, "%d min", (int)((seconds + 30) / 60));
}

/* "Card 3 of 20, deck.md, Patterns, Q1, 20-25 min, flagged" */
static bool put_place(struct dialogue *d, struct err *e)
{
	struct session_counts n;
	struct cli *c = d->c;
	const struct card *card = &d->card;
	if (!session_count(d->session, c->study, &n, e))
		return false;
	int64_t total = (int64_t)d->n + n.left;
	bool more = n.capped;
	if (c->limit && total > c->limit) {
		total = c->limit;
		more = false;
	}
	buf_addf(&c->out, "\nCard %zu of %lld%s, ", d->n + 1, (long long)total, more ? "+" : "");
	cli_text(c, card->deck);
	const struct str more_text[] = { card->topic, card->label };
	for (size_t i = 0; i < LENGTH(more_text); i++)
		if (more_text[i].n) {
			buf_add(&c->out, STR(", "));
			cli_text(c, more_text[i]);
		}
	if (card->minutes_to > card->minutes_from && card->minutes_from > 0)
		buf_addf(&c->out, ", %d-%d min", card->minutes_from, card->minutes_to);
	else if (card->minutes_to > 0)
		buf_addf(&c->out, ", %d min", card->minutes_to);
	buf_addf(&c->out, "%s\n", card->state.flagged ? ", flagged" : "");
	return true;
}

/* ---- choices */

/* Bits of the numbers in the line, 1 first; 0 when it holds anything else. */
static uint32_t numbers_in(struct str said, size_t most)
{
	uint32_t bits = 0;
	while (said.n) {
		int number;
		if (*said.p == ' ' || *said.p == ',') {
			said = str_slice(said, 1, said.n);
			continue;
		}
		if (!str_number(&said, &number) || number < 1 || (size_t)number > most)
			return 0;
		bits |= UINT32_C(1) << (number - 1);
	}
	return bits;
}

static size_t choices_of(const struct card *card, struct choice out[static CHOICES_MOST])
{
	size_t n = card->kind == CARD_CHOICE ? deck_choices(card->back, out, CHOICES_MOST) : 0;
	return n > CHOICES_MOST ? 0 : n;
}

static void put_choices(struct dialogue *d, bool right_only)
{
	struct choice choice[CHOICES_MOST];
	size_t n = choices_of(&d->card, choice);
	for (size_t i = 0; i < n; i++) {
		if (right_only && !choice[i].right)
			continue;
		buf_addf(&d->c->out, "%zu. ", i + 1);
		cli_text(d->c, md_shown(choice[i].text, &d->arena));
		buf_addc(&d->c->out, '\n');
	}
}

static bool right_choice(const struct card *card, uint32_t chosen)
{
	struct choice choice[CHOICES_MOST];
	size_t n = choices_of(card, choice);
	uint32_t right = 0;
	for (size_t i = 0; i < n; i++)
		right |= (uint32_t)choice[i].right << i;
	return chosen == right;
}

/* ---- commands */

static bool flag(struct dialogue *d, struct err *e)
{
	bool flagged = !d->card.state.flagged;
	if (!study_flag(d->c->study, d->card.id, flagged, e))
		return false;
	d->card.state.flagged = flagged;
	buf_add(&d->c->out, flagged ? STR("Flagged.\n") : STR("No longer flagged.\n"));
	return true;
}

/* The log's last answer is taken back; in a cram there is none in the log. */
static bool undo_cram(struct dialogue *d, bool *changed)
{
	*changed = d->n > 0;
	if (*changed) {
		session_again(d->session, d->answer[--d->n].card);
		buf_add(&d->c->out, STR("Taken back: asked again.\n"));
	} else {
		buf_add(&d->c->out, STR("There is nothing to take back.\n"));
	}
	return true;
}

/* *changed: another card is to be asked. */
static void taken_back(struct dialogue *d, const struct event *ev, int64_t card, bool *changed)
{
	*changed = ev->kind == EVENT_GRADE || ev->kind == EVENT_HIDE || ev->kind == EVENT_BURY;
	if (*changed)
		session_again(d->session, card);
	if (ev->kind == EVENT_GRADE && d->n && d->answer[d->n - 1].card == card)
		d->n--;
	if (ev->kind == EVENT_FLAG && card == d->card.id)
		d->card.state.flagged = !d->card.state.flagged;
}

static bool undo_logged(struct dialogue *d, bool *changed, struct err *e)
{
	struct study *s = d->c->study;
	struct event ev;
	struct buf what = { 0 };
	int64_t card;
	if (!store_undoable(s->store, &ev, changed, &d->arena, e))
		return false;
	if (!*changed) {
		buf_add(&d->c->out, STR("There is nothing to take back.\n"));
		return true;
	}
	bool ok = study_undo(s, &what, e) && store_alias(s->store, ev.subject, &card, e);
	if (ok) {
		buf_add(&d->c->out, STR("Taken back: "));
		cli_text(d->c, buf_str(&what));
		buf_add(&d->c->out, STR(".\n"));
		taken_back(d, &ev, card, changed);
	}
	buf_release(&what);
	return ok;
}

static bool undo(struct dialogue *d, bool *changed, struct err *e)
{
	return d->c->cram ? undo_cram(d, changed) : undo_logged(d, changed, e);
}

/* One letter, or '\0' when the line is no command. Where answers are typed a colon comes before. */
static char command_in(struct str said, bool typed)
{
	bool colon = said.n > 0 && said.p[0] == ':';
	if (typed && !colon)
		return '\0';
	said = str_slice(said, colon, said.n);
	return said.n == 1 && strchr("uhbfsq?", said.p[0]) ? said.p[0] : '\0';
}

/* *stay: the card is asked on. */
static enum outcome command(struct dialogue *d, char letter, bool *stay, struct err *e)
{
	struct study *s = d->c->study;
	bool ok = true, changed = true;
	*stay = false;
	switch (letter) {
	case 'q': return OUTCOME_QUIT;
	case 's': return OUTCOME_NEXT;
	case 'u':
		ok = undo(d, &changed, e);
		*stay = !changed;
		break;
	case 'h':
		ok = study_hide(s, d->card.id, true, e);
		buf_add(&d->c->out, STR("Hidden; u brings it back.\n"));
		break;
	case 'b':
		ok = study_bury(s, d->card.id, e);
		buf_add(&d->c->out, STR("Not asked again today; u brings it back.\n"));
		break;
	case 'f':
		ok = flag(d, e);
		*stay = true;
		break;
	default:
		buf_add(&d->c->out, str_of(help_text));
		*stay = true;
		break;
	}
	return ok ? OUTCOME_NEXT : OUTCOME_FAILED;
}

/* ---- a card */

static void ask(struct dialogue *d)
{
	const char *prompt = "Enter shows the answer: ";
	aloud_text(d->c, d->card.front, &d->arena);
	if (d->card.kind == CARD_TYPED)
		prompt = "Type the answer: ";
	struct choice choice[CHOICES_MOST];
	if (choices_of(&d->card, choice)) {
		put_choices(d, false);
		prompt = "Type the numbers of the right ones: ";
	}
	buf_add(&d->c->out, str_of(prompt));
}

/* An empty line only shows the answer. False when the line cannot be an answer. */
static bool judge(struct dialogue *d, struct str said)
{
	struct choice choice[CHOICES_MOST];
	size_t n = choices_of(&d->card, choice);
	bool right;
	if (said.n == 0)
		return true;
	if (d->card.kind == CARD_TYPED) {
		struct diff diff = diff_texts(said, str_trim(d->card.back), &d->arena);
		right = diff.extra == 0 && diff.missing == 0;
	} else if (n && numbers_in(said, n)) {
		right = right_choice(&d->card, numbers_in(said, n));
	} else {
		buf_add(&d->c->out, n ? STR("Type numbers such as 1 3, or ? for help: ")
				      : STR("Press Enter for the answer, ? for help: "));
		return false;
	}
	buf_add(&d->c->out, right ? STR("Right.\n") : STR("Wrong.\n"));
	return true;
}

static void put_answer(struct dialogue *d)
{
	struct choice choice[CHOICES_MOST];
	if (choices_of(&d->card, choice))
		put_choices(d, true);
	else if (str_trim(d->card.back).n)
		aloud_text(d->c, d->card.back, &d->arena);
	else
		buf_add(&d->c->out, STR("No answer is written: judge by yourself.\n"));
}

static void put_grades(struct dialogue *d)
{
	const struct study *s = d->c->study;
	const struct memory m = d->card.state.memory;
	enum answer_kind kind = sm2_kind(m, s->today);
	bool fixed = d->c->cram || kind == ANSWER_EARLY || kind == ANSWER_DRILL;
	for (size_t i = 0; i < LENGTH(buttons); i++) {
		buf_addf(&d->c->out, "%s%zu %s", i ? ", " : "", i + 1, buttons[i].name);
		int due = sm2_answer(&s->settings.sm2, m, buttons[i].grade, s->today, NULL).due;
		int comes = queue_comes(s, due), days = comes - s->today;
		if (!fixed)
			buf_addf(&d->c->out, " %d day%s%s", days, plural(days),
				comes == due ? "" : " (last pass)");
	}
	buf_add(&d->c->out, fixed ? STR(" (changes no schedule): ") : STR(": "));
}

static bool grade(struct dialogue *d, int button, struct err *e)
{
	int64_t took = clock_ticks_ms() - d->shown_at;
	struct answered a = { d->card.id, button, took > LONGEST_MS ? LONGEST_MS : took };
	if (!session_grade(d->session, d->c->study, a.card, buttons[button].grade, a.took_ms, e))
		return false;
	d->answer = array_room(d->answer, d->n, &d->cap, sizeof *d->answer);
	d->answer[d->n++] = a;
	return true;
}

/* Until the answer may be shown (*shown), or the card is done with. */
static enum outcome question(struct dialogue *d, bool *shown, struct err *e)
{
	struct str said;
	*shown = false;
	ask(d);
	while (aloud_hear(d->c, &d->in, &said)) {
		bool stay;
		char letter = command_in(said, d->card.kind == CARD_TYPED);
		if (!letter && judge(d, said)) {
			*shown = true;
			return OUTCOME_NEXT;
		}
		if (!letter)
			continue;
		enum outcome o = command(d, letter, &stay, e);
		if (o != OUTCOME_NEXT || !stay)
			return o;
		ask(d);
	}
	return OUTCOME_QUIT;
}

static enum outcome answer(struct dialogue *d, struct err *e)
{
	struct str said;
	put_answer(d);
	put_grades(d);
	while (aloud_hear(d->c, &d->in, &said)) {
		bool stay = true;
		char letter = command_in(said, false);
		if (said.n == 1 && said.p[0] >= '1' && said.p[0] <= '4')
			return grade(d, said.p[0] - '1', e) ? OUTCOME_NEXT : OUTCOME_FAILED;
		enum outcome o = letter ? command(d, letter, &stay, e) : OUTCOME_NEXT;
		if (o != OUTCOME_NEXT || !stay)
			return o;
		if (!letter)
			buf_add(&d->c->out, STR("Type 1, 2, 3 or 4, or ? for help.\n"));
		put_grades(d);
	}
	return OUTCOME_QUIT;
}

/* ---- the session */

static bool next_card(struct dialogue *d, struct err *e)
{
	bool turned;
	arena_clear(&d->arena);
	d->card = (struct card){ 0 };
	if (d->c->limit && d->n >= (size_t)d->c->limit)
		return true;
	d->shown_at = clock_ticks_ms();
	return study_now(d->c->study, &turned, e) &&
	       session_next(d->session, d->c->study, &d->card, &d->arena, e) &&
	       (d->card.id == 0 || put_place(d, e));
}

static bool converse(struct dialogue *d, struct err *e)
{
	enum outcome o = OUTCOME_NEXT;
	while (o == OUTCOME_NEXT) {
		bool shown;
		if (!next_card(d, e))
			return false;
		if (d->card.id == 0)
			break;
		o = question(d, &shown, e);
		if (o == OUTCOME_NEXT && shown)
			o = answer(d, e);
	}
	return o != OUTCOME_FAILED;
}

/* "20 cards, about 10 min today; backlog 140, clears in 6 days. ? helps." */
static bool put_begin(struct dialogue *d, struct err *e)
{
	struct session_counts n;
	struct buf *out = &d->c->out;
	if (!session_count(d->session, d->c->study, &n, e))
		return false;
	if (n.left == 0) {
		buf_add(out, STR("Nothing to ask.\n"));
		return true;
	}
	session_describe(&n, out);
	buf_add(out, STR(". ? helps.\n"));
	return true;
}

/* "12 cards in 6 min: again 1, hard 2, good 8, easy 1; tomorrow 9 due" */
static bool put_end(struct dialogue *d, struct err *e)
{
	int given[LENGTH(buttons)] = { 0 }, due;
	int64_t took_ms = 0;
	struct buf *out = &d->c->out;
	const struct study *s = d->c->study;
	for (size_t i = 0; i < d->n; i++) {
		given[d->answer[i].button]++;
		took_ms += d->answer[i].took_ms;
	}
	if (!catalog_count_due(s->store, s->today + 1, LOAD_CAP, &due, e))
		return false;
	buf_addf(out, "\n%zu card%s in ", d->n, plural((int64_t)d->n));
	put_duration(out, took_ms / 1000);
	for (size_t i = 0; i < LENGTH(buttons); i++)
		buf_addf(out, "%s%s %d", i ? ", " : ": ", buttons[i].name, given[i]);
	buf_addf(out, "; tomorrow %d%s due\n", due < LOAD_CAP ? due : LOAD_CAP - 1,
		due < LOAD_CAP ? "" : "+");
	return true;
}

static struct str filter_of(struct cli *c)
{
	struct buf words = { 0 };
	for (int i = 0; i < c->narg; i++)
		buf_addf(&words, i ? " %s" : "%s", c->arg[i]);
	struct str filter = arena_str(&c->arena, buf_str(&words));
	buf_release(&words);
	return filter;
}

static bool review(struct dialogue *d, struct err *e)
{
	struct cli *c = d->c;
	struct session_options o = {
		.mode = c->cram    ? SESSION_CRAM
			: c->ahead ? SESSION_AHEAD
				   : SESSION_TODAY,
		.filter = filter_of(c),
		.days = c->ahead,
		.minutes = c->minutes,
	};
	d->session = session_new(c->study, &o, e);
	return d->session && put_begin(d, e) && converse(d, e) && put_end(d, e);
}

int cli_review(struct cli *c, struct err *e)
{
	struct dialogue d = { .c = c };
	if (!c->plain || (c->cram && c->ahead)) {
		err_set(e, ERR_INVALID, "%s",
			c->plain ? "--cram and --ahead do not go together: choose one"
				 : "review asks line by line with --plain; "
				   "full screen is `hone` alone");
		return EXIT_USAGE;
	}
	if (!cli_open(c, true, e))
		return EXIT_FAILED;
	bool ok = review(&d, e);
	if (ok)
		aloud_flush(c);
	session_free(d.session);
	arena_release(&d.arena);
	free(d.answer);
	aloud_release(&d.in);
	if (!d.session && e->kind == ERR_INVALID)
		return EXIT_USAGE;
	return ok ? EXIT_DONE : EXIT_FAILED;
}
