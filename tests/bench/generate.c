/*
 * generate.c - makes the inputs of the bench, the same ones every time.
 *
 *   generate study DIR     a folder like a real one: a plan of 57 KB, 76 cards, 11 sheets, notes,
 *                          topic checks
 *   generate deck FILE N   one deck of N short cards
 *   generate plan FILE N   a plan of N tasks in weeks, days and sessions
 *   generate sheet FILE N  a cheat sheet of N bytes: tables, lists, code, formulas
 *   generate floor FILE    the database of floor.c: 10,000 cards of the same make as the study's
 *
 * The text is made of syllables. What counts is its shape: lengths, marks, lists, tables, code.
 */
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include <sqlite3.h>

enum { STUDY_CARDS = 76, SHEETS = 11, FLOOR_CARDS = 10000, NOW = 1790000000, YEAR_S = 86400 * 365 };

/* Where text goes, and the state of a small random generator (xorshift). */
struct prose {
	FILE *out;
	uint32_t seed;
};

static const char *const heads[] = { "br", "c", "d", "f", "gr", "k", "l", "m", "n", "p", "r", "st",
	"t", "v" };
static const char *const vowels[] = { "a", "e", "i", "o", "u", "ea", "ou" };
static const char *const tails[] = { "", "n", "r", "s", "l", "nt", "ck", "m" };

#define PICK(p, table) ((table)[roll(p, sizeof(table) / sizeof *(table))])

static _Noreturn void die(const char *what)
{
	perror(what);
	exit(1);
}

static uint32_t roll(struct prose *p, uint32_t n)
{
	p->seed ^= p->seed << 13;
	p->seed ^= p->seed >> 17;
	p->seed ^= p->seed << 5;
	return p->seed % n;
}

static void word(struct prose *p)
{
	for (uint32_t n = 1 + roll(p, 3); n > 0; n--)
		fprintf(p->out, "%s%s", PICK(p, heads), PICK(p, vowels));
	fputs(PICK(p, tails), p->out);
}

static void words(struct prose *p, uint32_t least, uint32_t most)
{
	uint32_t n = least + roll(p, most - least + 1);
	for (uint32_t i = 0; i < n; i++) {
		const char *mark =
			i == 0 ? ""
			       : (const char *[]){ "", "", "", "", "", "**", "", "`" }[roll(p, 8)];
		fputs(i > 0 ? " " : "", p->out);
		fputs(mark, p->out);
		word(p);
		fputs(mark, p->out);
		fputs(roll(p, 9) == 0 && i + 1 < n ? "," : "", p->out);
	}
}

static void paragraph(struct prose *p)
{
	words(p, 12, 40);
	fputs(".\n\n", p->out);
}

static void bullets(struct prose *p)
{
	for (uint32_t n = 3 + roll(p, 4); n > 0; n--) {
		fputs("- **", p->out);
		word(p);
		fputs("**: ", p->out);
		words(p, 5, 12);
		fputc('\n', p->out);
	}
	fputc('\n', p->out);
}

static void code(struct prose *p)
{
	fputs("```python\n", p->out);
	for (uint32_t n = 3 + roll(p, 6); n > 0; n--) {
		fputs("    ", p->out);
		word(p);
		fputs(" = ", p->out);
		word(p);
		fprintf(p->out, "(%u)\n", roll(p, 100));
	}
	fputs("```\n\n", p->out);
}

static void table(struct prose *p)
{
	fputs("| | First | Second |\n|---|---|---|\n", p->out);
	for (uint32_t n = 3 + roll(p, 3); n > 0; n--) {
		fputs("| ", p->out);
		words(p, 1, 2);
		fputs(" | ", p->out);
		words(p, 2, 5);
		fputs(" | ", p->out);
		words(p, 2, 5);
		fputs(" |\n", p->out);
	}
	fputc('\n', p->out);
}

static void answer(struct prose *p)
{
	paragraph(p);
	bullets(p);
	if (roll(p, 3) == 0)
		code(p);
	paragraph(p);
	if (roll(p, 2) == 0)
		bullets(p);
}

static struct prose open_file(const char *dir, const char *stem, int number)
{
	char path[4096];
	snprintf(path, sizeof path, "%s/%s-%d.md", dir, stem, number);
	struct prose p = { .out = fopen(path, "w"), .seed = 77 + (uint32_t)number };
	if (!p.out)
		die(path);
	return p;
}

static void close_file(struct prose *p)
{
	if (fclose(p->out) != 0)
		die("write");
}

static void plan_day(struct prose *p, int day)
{
	fprintf(p->out, "**Day %d: ", day);
	words(p, 2, 4);
	fputs(" (1-2 hours)**\n\n", p->out);
	for (uint32_t n = 2 + roll(p, 2); n > 0; n--) {
		fprintf(p->out, "- [%c] ", roll(p, 3) == 0 ? 'x' : ' ');
		words(p, 4, 9);
		fputs(" (30 min)\n  - ", p->out);
		words(p, 6, 12);
		fputc('\n', p->out);
	}
	fputc('\n', p->out);
	if (day % 2 == 0)
		bullets(p);
	else
		paragraph(p);
}

static void make_plan(const char *dir)
{
	struct prose p = open_file(dir, "plan", 1);
	fputs("# A plan of twelve weeks\n\n", p.out);
	for (int week = 1; week <= 12; week++) {
		if (week % 3 == 1) {
			fprintf(p.out, "## Phase %d: Part %d (Weeks %d-%d)\n\n", week / 3 + 1,
				week / 3 + 1, week, week + 2);
			paragraph(&p);
		}
		fprintf(p.out, "### Week %d: ", week);
		words(&p, 2, 4);
		fputs("\n\n", p.out);
		for (int day = 1; day <= 7; day++)
			plan_day(&p, day);
	}
	close_file(&p);
}

static void make_decks(const char *dir)
{
	struct prose p = { 0 };
	for (int i = 0; i < STUDY_CARDS; i++) {
		if (i % 26 == 0) {
			if (p.out)
				close_file(&p);
			p = open_file(dir, "questions", i / 26 + 1);
			fputs("# Questions\n\n", p.out);
		}
		if (i % 13 == 0)
			fprintf(p.out, "## %d. Part %d\n\n", i / 13 + 1, i / 13 + 1);
		fprintf(p.out, "### Q%d.%d: ", i / 13 + 1, i % 13 + 1);
		words(&p, 6, 14);
		fputs("?\n\n", p.out);
		answer(&p);
		fputs("---\n\n", p.out);
	}
	close_file(&p);
}

static void make_sheet(const char *dir, const char *stem, int number, long bytes)
{
	struct prose p = open_file(dir, stem, number);
	fprintf(p.out, "# Sheet %d\n\n", number);
	while (ftell(p.out) < bytes) {
		fputs("## ", p.out);
		words(&p, 2, 4);
		fputs("\n\n", p.out);
		paragraph(&p);
		bullets(&p);
		table(&p);
		code(&p);
	}
	close_file(&p);
}

static void make_topics(const char *dir, int number)
{
	static const char *const marks[] = { "[x] | [ ] | [ ]", "[ ] | [x] | [ ]",
		"[ ] | [ ] | [x]" };
	struct prose p = open_file(dir, "checks/topics", number);
	fprintf(p.out, "# Topic check %d\n\n", number);
	for (int area = 1; area <= 8; area++) {
		fprintf(p.out, "## Area %d: ", area);
		words(&p, 2, 3);
		fputs("\n\n| Subtopic | Know | Unsure | Dunno | Notes |\n", p.out);
		fputs("|----------|------|--------|-------|-------|\n", p.out);
		for (int i = 0; i < 9; i++) {
			fputs("| ", p.out);
			words(&p, 4, 8);
			fprintf(p.out, " | %s | |\n", PICK(&p, marks));
		}
		fputc('\n', p.out);
		for (int i = 0; i < 4; i++)
			paragraph(&p);
	}
	close_file(&p);
}

static void make_folder(const char *dir, const char *name)
{
	char path[4096];
	snprintf(path, sizeof path, "%s%s", dir, name);
	if (mkdir(path, 0777) != 0)
		die(path);
}

static void make_study(const char *dir)
{
	make_folder(dir, "");
	make_folder(dir, "/references");
	make_folder(dir, "/checks");
	make_plan(dir);
	make_decks(dir);
	for (int i = 1; i <= SHEETS; i++)
		make_sheet(dir, "references/sheet", i, 12000);
	make_sheet(dir, "notes", 1, 57000);
	make_sheet(dir, "notes", 2, 22000);
	make_topics(dir, 1);
	make_topics(dir, 2);
}

static void make_deck(const char *path, long cards)
{
	struct prose p = { .out = fopen(path, "w"), .seed = 5 };
	if (!p.out)
		die(path);
	fputs("# Short cards\n", p.out);
	for (long i = 0; i < cards; i++) {
		fprintf(p.out, "\nQ: %ld ", i);
		words(&p, 6, 14);
		fputs("?\nA: ", p.out);
		words(&p, 12, 24);
		fputc('\n', p.out);
	}
	close_file(&p);
}

static void plan_session(struct prose *p, int number, long tasks)
{
	fprintf(p->out, "**Session %d: ", number);
	words(p, 2, 3);
	fputs(" (45-60 min)**:\n\n", p->out);
	for (long i = 0; i < tasks; i++) {
		fprintf(p->out, "- [%c] ", roll(p, 3) == 0 ? 'x' : ' ');
		words(p, 4, 9);
		fputs(" (20 min)\n", p->out);
		if (i % 3 == 0) {
			fputs("  - ", p->out);
			words(p, 6, 12);
			fputc('\n', p->out);
		}
	}
	fputc('\n', p->out);
}

static void make_long_plan(const char *path, long tasks)
{
	struct prose p = { .out = fopen(path, "w"), .seed = 9 };
	if (!p.out)
		die(path);
	fputs("# A long plan\n\n", p.out);
	for (long day = 0; tasks > 0; day++) {
		if (day % 7 == 0) {
			fprintf(p.out, "## Week %ld: ", day / 7 + 1);
			words(&p, 2, 4);
			fputs("\n\n", p.out);
		}
		fprintf(p.out, "### Day %ld (Day %ld): ", day % 7 + 1, day + 1);
		words(&p, 2, 4);
		fputs(" (2-2.5 hours)\n\n", p.out);
		for (int i = 1; i <= 2 && tasks > 0; i++, tasks -= 5)
			plan_session(&p, i, tasks < 5 ? tasks : 5);
		paragraph(&p);
	}
	close_file(&p);
}

/* A cheat sheet: half tables and lists, with code and formulas between. */
static void formulas(struct prose *p)
{
	words(p, 3, 6);
	fputs(" $x_{i+1} = \\frac{a}{b} \\cdot y^2$ ", p->out);
	words(p, 3, 6);
	fputs(":\n\n$$\n\\hat{y} = \\sum_{i=1}^{n} w_i x_i + b\n$$\n\n", p->out);
}

static void quote(struct prose *p)
{
	fputs("> [!NOTE]\n> ", p->out);
	words(p, 8, 20);
	fputs(".\n\n", p->out);
}

static void links(struct prose *p)
{
	for (int i = 0; i < 3; i++) {
		fputs("- [ ] [", p->out);
		words(p, 1, 3);
		fputs("](notes/", p->out);
		word(p);
		fputs(".md#part) and <kbd>Enter</kbd>, H<sub>2</sub>O\n", p->out);
	}
	fputc('\n', p->out);
}

static void make_cheat_sheet(const char *path, long bytes)
{
	static void (*const part[])(struct prose *) = { paragraph, table, bullets, table, code,
		formulas, quote, links, table, bullets };
	struct prose p = { .out = fopen(path, "w"), .seed = 17 };
	if (!p.out)
		die(path);
	fputs("# A cheat sheet\n\n", p.out);
	for (size_t i = 0; ftell(p.out) < bytes; i++) {
		if (i % 5 == 0) {
			fputs("## ", p.out);
			words(&p, 2, 4);
			fputs("\n\n", p.out);
		}
		part[i % (sizeof part / sizeof *part)](&p);
	}
	close_file(&p);
}

/* What `make` writes, as a string to free. */
static char *text_of(uint32_t seed, void (*make)(struct prose *))
{
	char *text;
	size_t n;
	struct prose p = { .out = open_memstream(&text, &n), .seed = seed };
	if (!p.out)
		die("memory");
	make(&p);
	close_file(&p);
	return text;
}

static void question(struct prose *p)
{
	words(p, 6, 14);
	fputc('?', p->out);
}

static void must(sqlite3 *db, bool done)
{
	if (done)
		return;
	fprintf(stderr, "generate: %s\n", sqlite3_errmsg(db));
	exit(1);
}

static void fill_floor(sqlite3 *db)
{
	struct prose p = { .seed = 7 };
	sqlite3_stmt *insert;
	must(db, sqlite3_prepare_v2(db,
			 "INSERT INTO cards VALUES(?, ?, ?, 0, NULL, NULL, NULL, 0, 0, 0, ?, ?)",
			 -1, &insert, NULL) == SQLITE_OK);
	for (uint32_t i = 1; i <= FLOOR_CARDS; i++) {
		/* One in ten is due. */
		sqlite3_int64 due = NOW + (sqlite3_int64)roll(&p, YEAR_S) - YEAR_S / 10;
		sqlite3_bind_int64(insert, 1, i);
		sqlite3_bind_int64(insert, 2, i % 50 + 1);
		sqlite3_bind_int64(insert, 3, due);
		sqlite3_bind_text(insert, 4, text_of(i * 2 + 1, question), -1, free);
		sqlite3_bind_text(insert, 5, text_of(i * 2 + 2, answer), -1, free);
		must(db, sqlite3_step(insert) == SQLITE_DONE);
		sqlite3_reset(insert);
	}
	sqlite3_finalize(insert);
}

static void make_floor(const char *path)
{
	static const char schema[] =
		"PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF; BEGIN;"
		"CREATE TABLE cards(id INTEGER PRIMARY KEY, deck INTEGER NOT NULL, due INTEGER NOT "
		"NULL,"
		" state INTEGER NOT NULL, stability REAL, difficulty REAL, last_review INTEGER,"
		" reps INTEGER NOT NULL, lapses INTEGER NOT NULL, suspended INTEGER NOT NULL,"
		" front TEXT NOT NULL, back TEXT NOT NULL);"
		"CREATE TABLE reviews(id INTEGER PRIMARY KEY, card INTEGER NOT NULL, at INTEGER "
		"NOT NULL,"
		" rating INTEGER NOT NULL, state INTEGER NOT NULL, stability REAL, difficulty REAL,"
		" ms INTEGER);"
		"CREATE INDEX cards_due ON cards(due) WHERE suspended = 0;"
		"CREATE INDEX cards_deck_due ON cards(deck, due) WHERE suspended = 0;"
		"CREATE INDEX reviews_card ON reviews(card, at);";
	sqlite3 *db;
	must(NULL, sqlite3_open(path, &db) == SQLITE_OK);
	must(db, sqlite3_exec(db, schema, NULL, NULL, NULL) == SQLITE_OK);
	fill_floor(db);
	must(db, sqlite3_exec(db, "COMMIT; ANALYZE; PRAGMA wal_checkpoint(TRUNCATE)", NULL, NULL,
			 NULL) == SQLITE_OK);
	sqlite3_close(db);
}

int main(int argc, char **argv)
{
	if (argc == 3 && strcmp(argv[1], "study") == 0)
		make_study(argv[2]);
	else if (argc == 4 && strcmp(argv[1], "deck") == 0)
		make_deck(argv[2], strtol(argv[3], NULL, 10));
	else if (argc == 4 && strcmp(argv[1], "plan") == 0)
		make_long_plan(argv[2], strtol(argv[3], NULL, 10));
	else if (argc == 4 && strcmp(argv[1], "sheet") == 0)
		make_cheat_sheet(argv[2], strtol(argv[3], NULL, 10));
	else if (argc == 3 && strcmp(argv[1], "floor") == 0)
		make_floor(argv[2]);
	else
		return 2;
	return 0;
}
