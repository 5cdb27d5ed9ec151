/* hello.c - a floor for the bench: a list of a thousand lines with ncurses, and nothing else. */
#include <locale.h>
#include <stdbool.h>
#include <stdlib.h>

#include <ncurses.h>

enum { ITEMS = 1000 };

struct list {
	int top, selected;
};

static void draw_item(int row, int item, bool selected)
{
	move(row, 0);
	clrtoeol();
	if (item >= ITEMS)
		return;
	attrset(selected ? A_BOLD | COLOR_PAIR(1) : A_NORMAL);
	printw("%4d  item number %d, some text that fills a part of the line %x", item, item,
		(unsigned)item * 2654435761u);
	attrset(A_NORMAL);
}

static void draw(struct list *l)
{
	int height, width;
	getmaxyx(stdscr, height, width);
	int rows = height - 2;
	if (l->selected < l->top)
		l->top = l->selected;
	if (l->selected >= l->top + rows)
		l->top = l->selected - rows + 1;
	attrset(A_REVERSE);
	mvprintw(0, 0, "%-*s", width, " hello, a floor");
	attrset(A_NORMAL);
	for (int i = 0; i < rows; i++)
		draw_item(i + 1, l->top + i, l->top + i == l->selected);
	mvprintw(height - 1, 0, "%d/%d", l->selected + 1, ITEMS);
	clrtoeol();
	refresh();
}

int main(void)
{
	struct list l = { 0 };
	setlocale(LC_ALL, "");
	initscr();
	cbreak();
	noecho();
	nonl();
	keypad(stdscr, TRUE);
	curs_set(0);
	set_escdelay(25);
	start_color();
	use_default_colors();
	init_pair(1, COLOR_YELLOW, COLOR_BLUE);
	for (int key = 0; key != 'q'; key = getch()) {
		if (key == 'j' && l.selected < ITEMS - 1)
			l.selected++;
		if (key == 'g')
			l.selected = 0;
		draw(&l);
	}
	endwin();
	return EXIT_SUCCESS;
}
