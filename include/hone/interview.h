/*
 * interview.h - after an interview: the questions that were asked become cards that are due tomorrow, and what they
 * are about is rated Dunno or Unsure.
 */
#ifndef HONE_INTERVIEW_H
#define HONE_INTERVIEW_H

#include "hone/planner.h"

#define INTERVIEW_DECK "interview-questions.md"

/* Where a list of questions is written down, as a path in the study. */
#define INTERVIEW_DRAFT ".hone/after-interview.md"

/* A question, and the topics of the study that it is about. */
struct interview_question {
	struct str text;  /* one line */
	enum level level; /* what they are rated; LEVEL_NONE: as they are */
	int *topic;       /* indexes into interview.topic */
	int ntopic;
	bool near; /* its words only come near that topic */
};

struct interview {
	struct interview_question *question;
	int n;
	struct topic_row *topic; /* of the study */
	size_t ntopic;
	/* What would be written, of interview_edit(): */
	struct str path, lines; /* lines: empty when all of them stand there already */
	int line;               /* of the first */
	bool fresh;             /* no file has that path: it is made */
	struct planner_edit edit;
	int64_t *card; /* of the questions, as they will be */
	int ncard;
};

/*
 * One question a line. Empty lines and those that begin with "#" are none, a bullet in front is no part of it. "u:"
 * in front rates its topics Unsure, "k:" leaves them as they are, "d:" says what is so without it: Dunno.
 */
bool interview_read(const struct study *s, struct str text, struct interview *out, struct arena *a,
	struct err *e) MUST_CHECK;

/* A file for an editor: what it is for, in lines that begin with "#", and the questions so far. */
void interview_draft(struct buf *out, struct str questions);
/* It is written, unless one is there that was never taken and nothing else is to be in it; and read and removed:
 * *text is empty when it is not there. */
bool interview_draft_make(const struct study *s, struct str questions, struct err *e) MUST_CHECK;
bool interview_draft_take(const struct study *s, struct buf *text, struct err *e) MUST_CHECK;

/* ERR_INVALID without questions, or when a line would not be read as the card that it is to be. */
bool interview_edit(const struct study *s, struct str path, struct interview *iv, struct arena *a,
	struct err *e) MUST_CHECK;

/* The ratings that this comes to: of a topic of several questions the lowest. In the arena. */
struct rating *interview_ratings(const struct interview *iv, size_t *n, struct arena *a);

/* Lines, cards for tomorrow and ratings as one deed. The cards are in the catalog after the next sync. */
bool interview_write(struct study *s, const struct interview *iv, struct err *e) MUST_CHECK;

#endif
