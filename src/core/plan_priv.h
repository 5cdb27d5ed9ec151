/*
 * plan_priv.h - the state of reading a plan; private to the plan*.c. plan.c opens and ends phases, weeks
 * and days, plan_items.c adds tasks and blocks to what is open, plan_table.c reads tables.
 */
#ifndef HONE_PLAN_PRIV_H
#define HONE_PLAN_PRIV_H

#include "hone/md.h"
#include "idset.h"
#include "plan_line.h"

enum {
	MAX_LEVEL = 6,
	LEVEL_BOLD = MAX_LEVEL + 1, /* a bold line stands below every heading */
	MAX_NEST = 64,
	MAX_CELLS = 12,
};

/* What is known about a day while its week is read. */
struct day_note {
	enum plan_status status; /* as written; PLAN_OPEN: nothing */
	int key;                 /* tells days without a number apart: month * 100 + day, else 0 */
	bool weekday;            /* from and to are a weekday */
	bool tentative;          /* perhaps only a remark: no day if it has no boxes */
};

/* A range without boxes whose single days followed: it lends them its title, and the first its text. */
struct cover {
	int week, from, to;
	struct str title;
	size_t from_at;
};

/* The dates that an overview of weeks gives. */
struct week_dates {
	int number, from, to;
};

/* What a column of a table holds. */
enum column {
	COLUMN_TEXT, /* its head says nothing */
	COLUMN_WEEK,
	COLUMN_DAY,
	COLUMN_DATE,
	COLUMN_DATE_TO,
	COLUMN_TIME, /* a clock or how long */
	COLUMN_HOURS,
	COLUMN_STATUS,
	COLUMN_TITLE,
	COLUMN_TASK,
	COLUMN_ASIDE,
	COLUMN_WEEKDAY, /* of a timetable: what is to be done on that day */
	COLUMNS,
};

/* A row of a timetable, kept until its last one is read: tasks stand in the order of their days. */
struct plan_slot {
	struct str text;
	int line;
	size_t at;
};

struct plan_table {
	bool open;         /* the rows below its rule are being read */
	bool bare;         /* its rows need no '|' at their start */
	bool useful;       /* it has a column of weeks, days, dates or clocks */
	struct str before; /* the line before: its head if a rule follows */
	enum column column[MAX_CELLS];
	struct str head[MAX_CELLS];
	int ncolumn;
	enum column what; /* the columns that hold what to do, and how many these are */
	int ntext;
	bool weeks;     /* one is of weeks */
	bool timetable; /* its columns are weekdays */
	struct plan_slot *slot;
	int nslot;
	size_t cap_slot;
	bool days; /* its rows opened days */
	int week;  /* index of the week its rows opened last, -1 */
};

struct parser {
	struct plan plan;
	struct arena *a;
	const char *start;
	bool outline;  /* structure and counts only */
	bool tables;   /* rows of tables are weeks, days and tasks */
	bool lists;    /* list items without a box are tasks */
	bool weekless; /* lists: the plan has no weeks and no days, its phases are all there is */
	bool known_weeks; /* tables: weeks are headings, so a table of weeks is an overview */
	size_t cap_phase, cap_week, cap_day, cap_note, cap_section, cap_item, cap_block, cap_dates;

	/* What is open now, as indexes or -1, and the heading level whose next heading ends it. */
	int phase, week, day, section;
	int phase_level, week_level, day_level;
	bool day_bold;
	bool fresh; /* nothing since the heading of what is open */
	struct str heading[MAX_LEVEL + 1];
	size_t heading_at;
	int level;

	/* The block that is open, -1; or the line that names the next one, which its first task opens. */
	int block;
	struct str name;
	int name_line;
	bool aside; /* lists: what follows is no work: resources, notes, goals */
	int group;  /* lists: how deep the bullet that names the block stands, 0: no bullet does */

	struct day_note *note; /* beside plan.day */
	struct cover cover;
	struct week_dates *dates;
	int ndates;
	int implicit;      /* the last week made for days that stand in none, or -1 */
	int heading_weeks; /* weeks that are headings */

	int line;
	size_t at;  /* where the line starts */
	bool blank; /* the line before was empty, or a heading */
	struct md_fence fence;
	int nest[MAX_NEST], nnest; /* indentation of the open list items */
	int nest_item[MAX_NEST];   /* the task each of them is, or -1 */
	struct plan_table table;
	struct str above; /* the last line that was text, and its number */
	int above_line;
	int tabled; /* the last week that rows of a table gave tasks to, -1: its lists are none */

	struct plan_starts starts;
	uint64_t seed;
	struct idset seen;
	struct buf normal;
};

/* ---- plan.c */

/* A week or day begins on this line. */
void plan_open_week(struct parser *ps, const struct label *l, int level, struct str title);
void plan_open_day(struct parser *ps, const struct label *l, int level);

/* Ends the day, the week with its day, the section. */
void plan_end_day(struct parser *ps);
void plan_end_week(struct parser *ps);

/* ---- plan_info.c: what lines say beside their title */

/* Later lines of a day know better. */
void plan_note_day(struct parser *ps, int day, struct str line, bool shouted);
void plan_note_phase(struct parser *ps, struct str line);

/* "**Time**: 2 hours", "Goal: ...": it says something about what is open and names no block. */
bool plan_info_line(struct parser *ps, struct str line);

/* Right below a heading: "**SUBJECT TO CHANGE** ...", "2026-09-07 - 2026-09-13". */
void plan_remark_line(struct parser *ps, struct str line);

/* ---- plan_settle.c: what only the whole file tells, and identities */

void plan_settle(struct parser *ps);
uint64_t plan_item_id(struct parser *ps, const struct plan_item *it);
static inline void *plan_room(struct parser *ps, void *array, int n, size_t *cap, size_t size)
{
	return arena_room(ps->a, array, (size_t)n, cap, size);
}

/* ---- plan_items.c */

/* A task without a box has no place: box.p is NULL. */
struct plan_item *plan_add_item(struct parser *ps, struct str box, struct str text, bool done);

/* A line that starts with a bullet or number, which `rest` comes after. */
void plan_list_line(struct parser *ps, struct str rest, int indent);

/* Lists only: "09:00-10:30 Read" as a paragraph. */
bool plan_clock_line(struct parser *ps, struct str line);

/* The line names a block if tasks follow it; whatever was named before ends. */
void plan_name_block(struct parser *ps, struct str line);
void plan_end_block(struct parser *ps);
struct plan_block *plan_add_block(struct parser *ps);

/* The name of a list of what is not to be done: resources, notes, goals. */
bool plan_is_aside(struct str name);

/* All boxes ticked is done, whatever is written; some are under way unless a word says else. */
enum plan_status plan_settled(enum plan_status stated, int nitem, int ndone);

/* ---- plan_table.c */

/* A line that may belong to a table: true when it was one of its rows. */
bool plan_table_line(struct parser *ps, struct str line);
void plan_end_table(struct parser *ps);

#endif
