/* study_help.c - small studies for tests. */
#include "study_help.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "hone/files.h"
#include "test.h"

const char help_deck[] = "# Rivers\n"
			 "\n"
			 "Q: Which river runs through the city of Lyon?\n"
			 "A: The Rhone, which the Saone joins there.\n"
			 "\n"
			 "Q: Where does the river Volga end?\n"
			 "A: In the Caspian Sea, in a delta near Astrakhan.\n"
			 "\n"
			 "Q: Is the Danube longer than the Rhine?\n"
			 "A: Yes\n"
			 "\n"
			 "Q: Name the largest river of Australia by length\n"
			 "A: The Murray, together with the Darling.\n";

const char help_plan[] = "# Learning to row\n"
			 "\n"
			 "## Week 1: Dry land\n"
			 "\n"
			 "**Day 1: Words (1 hour)**\n"
			 "- [x] Read the names of the parts\n"
			 "- [ ] Draw a boat and label it\n"
			 "\n"
			 "**Day 2: Machine (30 min)**\n"
			 "- [ ] Ten minutes on the machine\n"
			 "- [x] Stretch afterwards\n"
			 "\n"
			 "## Week 2: Water\n"
			 "\n"
			 "**Day 1: First trip (2 hours)**\n"
			 "- [ ] Carry the boat\n"
			 "- [ ] Row to the bridge\n";

const char help_topics[] = "# Boats: topic check\n"
			   "\n"
			   "## Area 1: Parts (2 topics)\n"
			   "\n"
			   "| Subtopic | Know | Unsure | Dunno | Notes |\n"
			   "|---|---|---|---|---|\n"
			   "| Hull | [x] | [ ] | [ ] | |\n"
			   "| Keel | [ ] | [ ] | [ ] | |\n"
			   "\n"
			   "## Area 2: Knots (1 topics)\n"
			   "\n"
			   "| # | Topic | Status | Notes |\n"
			   "|---|---|---|---|\n"
			   "| 2.1 | Bowline | [unsure] | |\n";

static void path_of(char out[static 512], const char *dir, const char *name)
{
	assert_true(snprintf(out, 512, "%s/%s", dir, name) < 512);
}

void help_put(const char *dir, const char *name, const char *text)
{
	char path[512];
	struct err e = { 0 };
	path_of(path, dir, name);
	char *slash = strrchr(path, '/');
	*slash = '\0';
	assert_true(files_mkdirs(path, &e));
	*slash = '/';
	FILE *f = fopen(path, "wb");
	assert_non_null(f);
	assert_int_equal(fwrite(text, 1, strlen(text), f), strlen(text));
	assert_int_equal(fclose(f), 0);
}

void help_remove(const char *dir, const char *name)
{
	char path[512];
	path_of(path, dir, name);
	assert_int_equal(unlink(path), 0);
}

void help_rename(const char *dir, const char *from, const char *to)
{
	char old[512], new[512];
	path_of(old, dir, from);
	path_of(new, dir, to);
	assert_int_equal(rename(old, new), 0);
}

void help_assert_file(const char *dir, const char *name, const char *want)
{
	char path[512];
	path_of(path, dir, name);
	struct buf b = test_read(path);
	assert_str(buf_str(&b), want);
	buf_release(&b);
}

void help_day(int day)
{
	char now[48], iso[16];
	snprintf(now, sizeof now, "%sT09:00:00", day_iso(day_of_civil(2030, 1, 1) + day - 1, iso));
	assert_int_equal(setenv("HONE_NOW", now, 1), 0);
}

const char *help_folder(void)
{
	const char *dir = test_tmpdir();
	help_day(7);
	help_put(dir, "deck.md", help_deck);
	help_put(dir, "plan.md", help_plan);
	help_put(dir, "check/topics.md", help_topics);
	help_put(dir, "sheet.md", "# A sheet\n\nJust words.\n");
	return dir;
}

struct study *help_open(const char *dir)
{
	struct err e = { 0 };
	struct study *s = study_open(dir, &e);
	if (!s)
		fail_msg("%s", e.text);
	return s;
}

void help_close(struct study *s)
{
	struct err e = { 0 };
	if (!study_close(s, &e))
		fail_msg("%s", e.text);
}

struct sync_report help_sync(struct study *s)
{
	struct sync_report r;
	struct err e = { 0 };
	if (!study_sync(s, NULL, NULL, &r, &e))
		fail_msg("%s", e.text);
	return r;
}

struct search {
	struct str words;
	int64_t id;
	int n;
};

static bool remember(void *ctx, const struct card *c)
{
	struct search *s = ctx;
	if (str_find(c->front, s->words, 0) >= 0) {
		s->id = c->id;
		s->n++;
	}
	return true;
}

int64_t help_card(struct study *s, const char *words)
{
	struct search search = { .words = str_of(words) };
	struct err e = { 0 };
	if (!catalog_cards(s->store, STR(""), remember, &search, &e))
		fail_msg("%s", e.text);
	assert_true(search.n <= 1);
	return search.id;
}

int help_history(struct study *s, int64_t card)
{
	struct arena a = { 0 };
	struct event *ev;
	size_t n;
	struct err e = { 0 };
	int grades = 0;
	if (!store_history(s->store, card, &ev, &n, &a, &e))
		fail_msg("%s", e.text);
	for (size_t i = 0; i < n; i++)
		grades += ev[i].kind == EVENT_GRADE;
	arena_release(&a);
	return grades;
}

void help_grade(struct study *s, const char *words, int grade)
{
	struct err e = { 0 };
	int64_t card = help_card(s, words);
	assert_true(card != 0);
	if (!study_grade(s, card, grade, 0, NULL, &e))
		fail_msg("%s", e.text);
}

const struct plan_item *help_item(struct study *s, const char *text)
{
	for (int i = 0; i < s->plan.nitem; i++)
		if (str_find(s->plan.item[i].text, str_of(text), 0) >= 0)
			return &s->plan.item[i];
	fail_msg("no task \"%s\"", text);
	return NULL;
}

struct topic_row help_topic(struct study *s, const char *name, struct arena *a)
{
	struct topic_row *row;
	size_t n;
	struct err e = { 0 };
	if (!catalog_topics(s->store, &row, &n, a, &e))
		fail_msg("%s", e.text);
	for (size_t i = 0; i < n; i++)
		if (str_eq(row[i].name, str_of(name)))
			return row[i];
	fail_msg("no topic \"%s\"", name);
	return (struct topic_row){ 0 };
}
