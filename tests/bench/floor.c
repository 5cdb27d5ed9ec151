/*
 * floor.c - a floor for the bench: the least program that reviews cards, of SQLite, cmark and ncurses.
 *
 *   floor DATABASE     Space shows the answer, 1-4 grade with one durable transaction, q ends
 */
#include <locale.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

#include <cmark.h>
#include <ncurses.h>
#include <sqlite3.h>

enum { NOW = 1790000000, DAY_S = 86400, EDGE = 4, WORD_MAX = 250 };

struct floor {
	sqlite3 *db;
	sqlite3_stmt *next, *count, *update, *insert, *begin, *commit;
	char *front, *back;
	long id, due, done;
	bool open;
};

/* Where the next word goes. */
struct pen {
	int row, col, height, width;
	attr_t style;
};

static _Noreturn void die(sqlite3 *db)
{
	fprintf(stderr, "floor: %s\n", sqlite3_errmsg(db));
	exit(1);
}

static sqlite3_stmt *prepare(sqlite3 *db, const char *sql)
{
	sqlite3_stmt *q;
	if (sqlite3_prepare_v2(db, sql, -1, &q, NULL) != SQLITE_OK)
		die(db);
	return q;
}

static void run(struct floor *f, sqlite3_stmt *q)
{
	if (sqlite3_step(q) != SQLITE_DONE)
		die(f->db);
	sqlite3_reset(q);
}

static char *column(sqlite3_stmt *q, int i)
{
	return strdup((const char *)sqlite3_column_text(q, i));
}

static void next_card(struct floor *f)
{
	free(f->front);
	free(f->back);
	f->front = f->back = NULL;
	f->open = false;
	sqlite3_bind_int64(f->next, 1, NOW);
	if (sqlite3_step(f->next) == SQLITE_ROW) {
		f->id = (long)sqlite3_column_int64(f->next, 0);
		f->front = column(f->next, 1);
		f->back = column(f->next, 2);
	}
	sqlite3_reset(f->next);
}

static void grade(struct floor *f, int grade)
{
	run(f, f->begin);
	sqlite3_bind_int64(f->update, 1, f->id);
	sqlite3_bind_int64(f->update, 2, NOW + (grade * 3 + 300 + f->id % 97) * (long)DAY_S);
	sqlite3_bind_double(f->update, 3, 12.5 * grade);
	sqlite3_bind_double(f->update, 4, 5.1);
	sqlite3_bind_int64(f->update, 5, NOW + f->done);
	run(f, f->update);
	sqlite3_bind_int64(f->insert, 1, f->id);
	sqlite3_bind_int64(f->insert, 2, NOW + f->done);
	sqlite3_bind_int(f->insert, 3, grade);
	sqlite3_bind_double(f->insert, 4, 12.5 * grade);
	sqlite3_bind_double(f->insert, 5, 5.1);
	run(f, f->insert);
	run(f, f->commit);
	f->done++;
	f->due--;
}

static void draw_word(struct pen *p, const char *s, size_t n)
{
	wchar_t word[WORD_MAX];
	int count = 0, cols = 0;
	mbstate_t state = { 0 };
	while (n > 0 && count < WORD_MAX) {
		wchar_t c = L'?';
		size_t used = mbrtowc(&c, s, n, &state);
		if (used == 0 || used > n)
			used = 1;
		s += used;
		n -= used;
		int width = wcwidth(c);
		if (width < 0)
			continue;
		cols += width;
		word[count++] = c;
	}
	if (p->col + cols > p->width - EDGE) {
		p->row++;
		p->col = EDGE;
	}
	attrset(p->style);
	if (p->row < p->height - 1)
		mvaddnwstr(p->row, p->col, word, count);
	attrset(A_NORMAL);
	p->col += cols;
}

static void draw_text(struct pen *p, const char *s, bool lines)
{
	while (*s) {
		size_t n = strcspn(s, " \n");
		draw_word(p, s, n);
		s += n;
		if (*s == '\n' && lines) {
			p->row++;
			p->col = EDGE + 2;
		} else if (*s) {
			p->col++;
		}
		s += *s != '\0';
	}
}

static void draw_code(struct pen *p, const char *s)
{
	attr_t style = p->style;
	p->col = EDGE + 2;
	p->style = COLOR_PAIR(2);
	draw_text(p, s, true);
	p->style = style;
	p->row++;
}

static void draw_node(struct pen *p, cmark_node *node, bool enter)
{
	switch (cmark_node_get_type(node)) {
	case CMARK_NODE_STRONG: p->style ^= A_BOLD; break;
	case CMARK_NODE_EMPH: p->style ^= A_UNDERLINE; break;
	case CMARK_NODE_HEADING:
		p->style ^= A_BOLD;
		p->row++;
		p->col = EDGE;
		break;
	case CMARK_NODE_PARAGRAPH:
		p->row += enter ? 0 : 2;
		p->col = EDGE;
		break;
	case CMARK_NODE_TEXT:
	case CMARK_NODE_CODE: draw_text(p, cmark_node_get_literal(node), false); break;
	case CMARK_NODE_CODE_BLOCK: draw_code(p, cmark_node_get_literal(node)); break;
	case CMARK_NODE_SOFTBREAK: p->col++; break;
	default: break;
	}
}

static void draw_markdown(struct pen *p, const char *s)
{
	cmark_node *root = cmark_parse_document(s, strlen(s), CMARK_OPT_DEFAULT);
	cmark_iter *i = cmark_iter_new(root);
	for (cmark_event_type e; (e = cmark_iter_next(i)) != CMARK_EVENT_DONE;)
		draw_node(p, cmark_iter_get_node(i), e == CMARK_EVENT_ENTER);
	cmark_iter_free(i);
	cmark_node_free(root);
}

static void draw(const struct floor *f)
{
	struct pen p = { .row = 2, .col = EDGE };
	getmaxyx(stdscr, p.height, p.width);
	erase();
	attrset(A_REVERSE);
	mvprintw(0, 0, "%-*s", p.width, " floor");
	mvprintw(0, p.width - 20, "%ld due, %ld done", f->due, f->done);
	attrset(A_NORMAL);
	if (f->front)
		draw_markdown(&p, f->front);
	if (f->open) {
		mvhline(p.row++, 2, ACS_HLINE, p.width - EDGE);
		p.row++;
		draw_markdown(&p, f->back);
		mvprintw(p.height - 1, 1, "1 again   2 hard   3 good   4 easy");
	} else {
		mvprintw(p.height - 1, 1, "space: show the answer");
	}
	refresh();
}

static struct floor open_floor(const char *path)
{
	struct floor f = { 0 };
	if (sqlite3_open_v2(path, &f.db, SQLITE_OPEN_READWRITE, NULL) != SQLITE_OK)
		die(f.db);
	sqlite3_exec(f.db, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL", NULL, NULL, NULL);
	f.next = prepare(f.db, "SELECT id, front, back FROM cards WHERE suspended = 0 AND due <= ?"
			       " ORDER BY due LIMIT 1");
	f.count = prepare(f.db, "SELECT count(*) FROM cards WHERE suspended = 0 AND due <= ?");
	f.update = prepare(f.db,
		"UPDATE cards SET due = ?2, state = 2, stability = ?3, difficulty = ?4,"
		" last_review = ?5, reps = reps + 1 WHERE id = ?1");
	f.insert = prepare(f.db,
		"INSERT INTO reviews(card, at, rating, state, stability, difficulty, ms)"
		" VALUES(?, ?, ?, 2, ?, ?, 4321)");
	f.begin = prepare(f.db, "BEGIN IMMEDIATE");
	f.commit = prepare(f.db, "COMMIT");
	sqlite3_bind_int64(f.count, 1, NOW);
	if (sqlite3_step(f.count) == SQLITE_ROW)
		f.due = (long)sqlite3_column_int64(f.count, 0);
	sqlite3_reset(f.count);
	next_card(&f);
	return f;
}

static void close_floor(struct floor *f)
{
	sqlite3_stmt *all[] = { f->next, f->count, f->update, f->insert, f->begin, f->commit };
	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		sqlite3_finalize(all[i]);
	sqlite3_close(f->db);
	free(f->front);
	free(f->back);
}

static void handle(struct floor *f, int key)
{
	if (key == ' ' && f->front)
		f->open = true;
	if (key >= '1' && key <= '4' && f->open) {
		grade(f, key - '0');
		next_card(f);
	}
}

int main(int argc, char **argv)
{
	if (argc != 2)
		return 2;
	setlocale(LC_ALL, "");
	struct floor f = open_floor(argv[1]);
	initscr();
	cbreak();
	noecho();
	nonl();
	keypad(stdscr, TRUE);
	curs_set(0);
	set_escdelay(25);
	start_color();
	use_default_colors();
	init_pair(2, COLOR_GREEN, -1);
	for (int key = 0; key != 'q'; key = getch()) {
		handle(&f, key);
		draw(&f);
	}
	endwin();
	close_floor(&f);
	return EXIT_SUCCESS;
}
