/* study_help.h - small studies for tests. Every function fails the test when it cannot do its work. */
#ifndef HONE_STUDY_HELP_H
#define HONE_STUDY_HELP_H

#include "hone/study.h"

/* The files of help_folder(). */
extern const char help_deck[], help_plan[], help_topics[];

/* A new folder with deck.md, plan.md, check/topics.md and sheet.md; the clock stands on day 7. */
const char *help_folder(void);

/* Write dir/name; folders are made. */
void help_put(const char *dir, const char *name, const char *text);
void help_remove(const char *dir, const char *name);
void help_rename(const char *dir, const char *from, const char *to);
void help_assert_file(const char *dir, const char *name, const char *want);

/* Set the clock to 09:00 of a day of January 2030, local time. */
void help_day(int day);

struct study *help_open(const char *dir);
void help_close(struct study *s);
struct sync_report help_sync(struct study *s);

/* The only card whose question contains these words; id 0 when there is none. */
int64_t help_card(struct study *s, const char *words);

/* How often it was graded, as the log says. */
int help_history(struct study *s, int64_t card);

void help_grade(struct study *s, const char *words, int grade);

/* A plan item by its text, a topic by its name. */
const struct plan_item *help_item(struct study *s, const char *text);
struct topic_row help_topic(struct study *s, const char *name, struct arena *a);

#endif
