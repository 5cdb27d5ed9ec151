/* review_desk.c - the screen over a study for tests of the review. */
#include "screen/review_desk.h"

#include <stdlib.h>
#include <string.h>

#include "hone/files.h"
#include "test.h"

const char sheet_md[] = "# Capitals\n\nOf countries.\n\n## Walking\n\nStep by step.\n\n"
			"## Graph walks\n\nBreadth first.\n";

const char basic_md[] = "# Questions\n\n## Walking\n\n"
			"### Q1: Which queue does breadth first search use?\n\nA FIFO.\n\n"
			"### Q2: What does depth first search cost?\n\nO(V + E).\n\n"
			"### Q3: What is a tree?\n\nA graph without cycles.\n";

void write_file(const char *dir, const char *name, const char *text)
{
	struct arena a = { 0 };
	struct err e = { 0 };
	if (!files_write(path_join(&a, str_of(dir), str_of(name)), str_of(text), &e))
		fail_msg("%s", e.text);
	arena_release(&a);
}

void sync_study(struct study *s)
{
	struct sync_report report;
	struct err e = { 0 };
	if (!study_sync(s, NULL, NULL, &report, &e))
		fail_msg("%s", e.text);
}

/* A study of two sheets and the deck, if any; its screen is opened by open_desk(). */
struct desk study_of(const char *deck)
{
	struct desk d = { .dir = test_tmpdir() };
	struct err e = { 0 };
	setenv("HONE_NOW", "2025-11-12T09:00:00", 1);
	write_file(d.dir, "words.md", sheet_md);
	if (deck)
		write_file(d.dir, "deck.md", deck);
	d.study = study_open(d.dir, &e);
	if (!d.study)
		fail_msg("%s", e.text);
	sync_study(d.study);
	return d;
}

/* A card as a deck would give it. */
void put_card(struct desk *d, const struct deck_card *c)
{
	struct arena a = { 0 };
	struct err e = { 0 };
	struct file_row f;
	bool found = false, ok = catalog_file(d->study->store, STR("words.md"), &f, &found, &a, &e);
	assert_true(ok && found);
	ok = store_begin(d->study->store, &e) &&
	     catalog_put_card(d->study->store, (int64_t)c->id, f.id, c, &e) &&
	     store_commit(d->study->store, &e);
	if (!ok)
		fail_msg("%s", e.text);
	arena_release(&a);
}

void open_desk(struct desk *d, int rows, int cols)
{
	static const struct app_options options = {
		.pane = { &view_plan, &view_review, &view_sheet, &view_topics },
		.start = &view_start,
		.help = &view_help,
		.cards = &view_browse,
		.find = &view_find,
		.checks = &view_check,
	};
	d->app = app_new(&options, d->study);
	app_resize(d->app, rows, cols);
}

/* The screen over a single card. */
struct desk desk_of(struct deck_card c)
{
	struct desk d = study_of(NULL);
	c.id = 77;
	c.line = 1;
	c.topic = STR("Capitals");
	put_card(&d, &c);
	open_desk(&d, 24, 80);
	return d;
}

struct desk desk_basic(void)
{
	struct desk d = study_of(basic_md);
	open_desk(&d, 24, 80);
	return d;
}

const char *screen(struct desk *d)
{
	app_draw(d->app, &d->surface);
	buf_clear(&d->text);
	surface_text(&d->surface, &d->text);
	return buf_cstr(&d->text);
}

void see(struct desk *d, const char *what)
{
	const char *text = screen(d);
	if (!strstr(text, what))
		fail_msg("\"%s\" is not on the screen:\n%s", what, text);
}

void see_not(struct desk *d, const char *what)
{
	const char *text = screen(d);
	if (strstr(text, what))
		fail_msg("\"%s\" is on the screen:\n%s", what, text);
}

void type(struct desk *d, const char *keys)
{
	for (; *keys; keys++)
		app_key(d->app, *keys);
}

void desk_free(struct desk *d)
{
	struct err e = { 0 };
	app_free(d->app);
	assert_true(study_close(d->study, &e));
	surface_release(&d->surface);
	buf_release(&d->text);
}

/* What the log says of the card: its last event of that kind. */
struct event last_event(struct desk *d, int64_t card, enum event_kind kind)
{
	struct arena a = { 0 };
	struct err e = { 0 };
	struct event *ev, found = { 0 };
	size_t n = 0;
	assert_true(store_history(d->study->store, card, &ev, &n, &a, &e));
	for (size_t i = 0; i < n; i++)
		if (ev[i].kind == kind)
			found = ev[i];
	found.text = (struct str){ 0 };
	arena_release(&a);
	return found;
}

const struct deck_card typed_card = { .kind = CARD_TYPED,
	.front = STR_INIT("Which city is the capital of France?"),
	.back = STR_INIT("Paris") };

const struct deck_card choice_card = { .kind = CARD_CHOICE,
	.front = STR_INIT("What is or was the name of the capital of France?"),
	.back = STR_INIT("- [x] Paris\n- [ ] Lyon\n- [x] Lutetia\n- [ ] Nice\n") };

const struct deck_card problem_card = { .kind = CARD_PROBLEM,
	.front = STR_INIT("Write a walk over a graph."),
	.back = STR_INIT("- a queue\n- a set of what was seen\n"),
	.minutes_from = 20,
	.minutes_to = 25 };

const struct deck_card explain_card = { .kind = CARD_EXPLAIN,
	.front = STR_INIT("Explain what a capital is.") };

/* The line on which it stands. */
static int line_of(struct desk *d, const char *what)
{
	const char *text = screen(d), *at = strstr(text, what);
	int n = 0;
	assert_non_null(at);
	for (; text < at; text++)
		n += *text == '\n';
	return n;
}

int place_of(struct desk *d, const char *choice)
{
	const char *text = screen(d), *at = strstr(text, choice);
	int n = 0;
	assert_non_null(at);
	for (const char *box = text; (box = strstr(box, "[")) && box < at; box++)
		n += box[2] == ']' && (box[1] == ' ' || box[1] == 'x');
	return n;
}

void tick(struct desk *d, const char *choice)
{
	type(d, "9k");
	for (int i = 0; i < 9 && line_of(d, "›") != line_of(d, choice); i++)
		type(d, "j");
	assert_int_equal(line_of(d, "›"), line_of(d, choice));
	type(d, "x");
}
