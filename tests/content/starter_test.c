/* starter_test.c - the studies that come with hone are whole: cards, topics, links, lines. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "hone/coverage.h"
#include "hone/files.h"
#include "hone/link.h"
#include "hone/match.h"
#include "test.h"

enum { LONGEST_LINE = 2000 };

/* A copy of one of the studies, with what is found wrong in it. */
struct starter {
	struct arena arena;
	struct study *study;
	const char *dir;
	struct coverage coverage;
	struct matcher *matcher;
	int *cards; /* of each topic */
	int ncard, problems, tagged;
	int bad;
};

static void open_starter(struct starter *t, const char *name)
{
	*t = (struct starter){ 0 };
	struct err e = { 0 };
	struct sync_report r;
	t->dir = path_join(&t->arena, str_of(test_tmpdir()), str_of(name));
	const char *from = path_join(&t->arena, STR("decks"), str_of(name));
	if (!files_copy_tree(from, t->dir, &e) || !(t->study = study_open(t->dir, &e)) ||
		!study_sync(t->study, NULL, NULL, &r, &e) ||
		!coverage_load(t->study, &t->coverage, &t->arena, &e))
		fail_msg("%s", e.text);
	assert_int_equal(r.problems, 0);
	assert_int_equal(r.doubts, 0);
	assert_int_equal(r.unreadable, 0);
	t->matcher = match_new(&t->arena);
	for (int i = 0; i < t->coverage.ntopic; i++)
		match_name(t->matcher, i, name_head(t->coverage.topic[i].name));
	t->cards = arena_alloc(&t->arena, (size_t)t->coverage.ntopic + 1, sizeof *t->cards);
}

static void close_starter(struct starter *t)
{
	struct err e = { 0 };
	assert_true(study_close(t->study, &e));
	arena_release(&t->arena);
}

static void complain(
	struct starter *t, struct str path, int line, const char *what, struct str which)
{
	t->bad++;
	print_error("%.*s:%d: %s: %.*s\n", STR_ARG(path), line, what, STR_ARG(which));
}

static bool has_tag(struct str tags, const char *tag)
{
	for (struct str word = str_word(&tags); word.n > 0; word = str_word(&tags))
		if (str_eq(word, str_of(tag)))
			return true;
	return false;
}

static int among(struct str tags, const char *const *tag, size_t n)
{
	int found = 0;
	for (size_t i = 0; i < n; i++)
		found += has_tag(tags, tag[i]);
	return found;
}

static bool look_at_card(void *ctx, const struct card *c)
{
	static const char *const kind[] = { "conceptual", "implementation", "applied" };
	static const char *const grade[] = { "easy", "medium", "hard" };
	struct starter *t = ctx;
	int n;
	const int *topic = match_card(t->matcher, c->topic, c->tags, c->front, &n);
	for (int i = 0; i < n; i++)
		t->cards[topic[i]]++;
	if (n == 0)
		complain(t, c->deck, c->line, "about no topic", c->front);
	if (c->kind != CARD_EXPLAIN && str_trim(c->back).n == 0)
		complain(t, c->deck, c->line, "no answer", c->front);
	bool tagged = among(c->tags, kind, LENGTH(kind)) == 1 &&
		      among(c->tags, grade, LENGTH(grade)) == 1;
	bool question = c->kind == CARD_BASIC && str_starts(c->deck, STR("questions/"));
	if (question && !tagged)
		complain(t, c->deck, c->line, "not one kind and one difficulty", c->front);
	t->ncard++;
	t->problems += c->kind == CARD_PROBLEM;
	t->tagged += question && tagged;
	return true;
}

/* Is the topic named below the heading of those that have no cards on purpose? */
static bool meant_to_be_bare(struct starter *t, const struct topic_row *topic)
{
	struct buf file = test_read(path_join(&t->arena, str_of(t->dir), topic->path));
	ptrdiff_t at = str_find(buf_str(&file), STR("## Without cards on purpose"), 0);
	bool named = at >= 0 && str_find(buf_str(&file), name_head(topic->name), (size_t)at) >= 0;
	buf_release(&file);
	return named;
}

static void look_at_cards(struct starter *t)
{
	struct err e = { 0 };
	if (!catalog_cards(t->study->store, STR(""), look_at_card, t, &e))
		fail_msg("%s", e.text);
	for (int i = 0; i < t->coverage.ntopic; i++) {
		const struct topic_row *topic = &t->coverage.topic[i];
		if (t->cards[i] == 0 && !meant_to_be_bare(t, topic))
			complain(t, topic->path, topic->line, "no cards", topic->name);
	}
}

static bool leads(struct starter *t, struct link to, const struct file_row *file, size_t n)
{
	if (to.kind == LINK_WEB)
		return str_starts(to.path, STR("https://"));
	if (to.kind == LINK_FILE)
		return access(path_join(&t->arena, str_of(t->dir), to.path), F_OK) == 0;
	for (size_t i = 0; i < n && to.kind == LINK_SHEET; i++) {
		if (!str_eq(file[i].path, to.path))
			continue;
		struct buf text = test_read(path_join(&t->arena, str_of(t->dir), to.path));
		struct md_doc doc = md_layout(buf_str(&text), 80, 0, &t->arena);
		bool there =
			to.anchor.n == 0 || link_heading(to.anchor, doc.heading, doc.nheading) >= 0;
		buf_release(&text);
		return there;
	}
	return false;
}

static void look_at_file(
	struct starter *t, const struct file_row *row, const struct file_row *file, size_t n)
{
	struct buf text = test_read(path_join(&t->arena, str_of(t->dir), row->path));
	struct str rest = buf_str(&text), line;
	for (int i = 1; str_line(&rest, &line); i++)
		if (line.n > LONGEST_LINE)
			complain(t, row->path, i, "a long line", str_slice(line, 0, 40));
	struct md_doc doc = md_layout(buf_str(&text), 80, 0, &t->arena);
	for (int i = 0; i < doc.nlink; i++) {
		struct link to = link_resolve(doc.link[i].target, row->path, file, n, &t->arena);
		if (!leads(t, to, file, n))
			complain(t, row->path, 0, "a link that leads nowhere", doc.link[i].target);
	}
	buf_release(&text);
}

static void look_at_files(struct starter *t)
{
	struct err e = { 0 };
	struct file_row *file;
	size_t n;
	if (!catalog_files(t->study->store, CONTENT_SHEET, &file, &n, &t->arena, &e))
		fail_msg("%s", e.text);
	for (size_t i = 0; i < n; i++)
		look_at_file(t, &file[i], file, n);
}

static void assert_good(struct starter *t)
{
	if (t->bad)
		fail_msg("%d things are wrong in %s", t->bad, t->dir);
}

TEST(the_study_for_interviews_is_whole)
{
	struct starter t;
	open_starter(&t, "ml-interview");
	look_at_cards(&t);
	look_at_files(&t);
	assert_good(&t);
	assert_true(t.tagged >= 189);
	assert_int_equal(t.problems, 25);
	assert_int_equal(t.coverage.count.unrated, t.coverage.count.total);
	assert_int_equal(t.study->plan.nweek, 12);
	close_starter(&t);
}

TEST(the_study_of_the_terminal_is_whole)
{
	struct starter t;
	open_starter(&t, "terminal");
	look_at_cards(&t);
	look_at_files(&t);
	assert_good(&t);
	assert_true(t.ncard > 100);
	assert_int_equal(t.study->plan.nweek, 2);
	close_starter(&t);
}
