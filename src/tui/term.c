/* term.c - one terminal: opened, read, drawn on, left. */
#include "tui/term_priv.h"
#include "tui/term_info.h"

#include <errno.h>
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <curses.h>

enum {
	ESCAPE_DELAY_MS = 25,
	MOST_FDS = 8,
	MOST_SILENT = 3, /* readable and empty that often: the terminal is gone */
	SYNC_ROWS = 3,   /* a frame that changes more rows than this is shown at once */
};

/* Keys come from the terminal even when stdin is a file. */
static bool open_input(struct term *t, struct err *e)
{
	t->in = STDIN_FILENO;
	if (!isatty(STDOUT_FILENO))
		return err_set(e, ERR_TERMINAL, "stdout is not a terminal; try `hone due`");
	if (isatty(STDIN_FILENO))
		return true;
	t->tty = fopen("/dev/tty", "r");
	if (!t->tty)
		return err_set(e, ERR_TERMINAL, "there is no terminal to read keys from");
	t->in = fileno(t->tty);
	return true;
}

static bool utf8_locale(void)
{
	const char *now = setlocale(LC_CTYPE, NULL);
	/* Only what concerns characters: numbers must not be written with commas. */
	if (!now || strcmp(now, "C") == 0)
		setlocale(LC_CTYPE, "");
	return strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

/* The size that the system tells, unless it knows none. */
static void take_size(struct term *t)
{
	struct winsize ws;
	getmaxyx(stdscr, t->rows, t->cols);
	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &ws) != 0 || ws.ws_row == 0 || ws.ws_col == 0)
		return;
	if (ws.ws_row == t->rows && ws.ws_col == t->cols)
		return;
	resizeterm(ws.ws_row, ws.ws_col);
	getmaxyx(stdscr, t->rows, t->cols);
}

static void prepare(struct term *t, const struct term_options *o)
{
	/*
	 * Until it comes back from the shell for the first time, ncurses writes each movement of the
	 * cursor apart, some forty system calls a frame. So it leaves and comes back before anything is shown.
	 */
	endwin();
	reset_prog_mode();
	set_escdelay(ESCAPE_DELAY_MS);
	raw();
	noecho();
	nonl();
	typeahead(-1);
	color_open(t, o);
	input_open(t);
	take_size(t);
	draw_open(t);
	term_write(term_modes_on);
	signal_hold_stderr(true);
}

static void resume(struct term *t)
{
	reset_prog_mode();
	signal_hold_stderr(true);
	term_write(term_modes_on);
	t->repaint = t->resized = true;
}

/* Was the terminal's own wake-up for nothing that often, it is gone though poll() does not say so. */
static bool hung_up(struct term *t, short events)
{
	if (events & (POLLHUP | POLLERR | POLLNVAL))
		return true;
	if (!(events & POLLIN))
		return false;
	return ++t->silent > MOST_SILENT;
}

static void heed_signals(struct term *t)
{
	unsigned told = signal_drain();
	if (told & TOLD_STOP)
		term_suspend(t);
	else if (told & TOLD_CONTINUE)
		resume(t);
	if (told & TOLD_RESIZE)
		t->resized = true;
}

struct term *term_open(const struct term_options *o, struct err *e)
{
	struct term *t = xcalloc(1, sizeof *t);
	const char *name = NULL;
	if (!open_input(t, e) || !(name = term_info_name(&t->notice, e)) || !signal_open(t->in, e))
		goto fail;
	t->ascii = !utf8_locale() || o->ascii;
	t->screen = newterm(name, stdout, t->tty ? t->tty : stdin);
	if (!t->screen) {
		signal_close();
		err_set(e, ERR_TERMINAL, "the terminal '%s' cannot be used", name);
		goto fail;
	}
	signal_guard(true);
	prepare(t, o);
	return t;
fail:
	if (t->tty)
		fclose(t->tty);
	buf_release(&t->notice);
	free(t);
	return NULL;
}

void term_close(struct term *t)
{
	if (!t)
		return;
	/* After a hang-up nothing is written: nobody is there, and it may block or be another's. */
	if (signal_ended() != SIGHUP) {
		term_write(term_modes_off);
		endwin();
		signal_guard(false);
		delwin(t->keys);
		delscreen(t->screen);
	} else
		signal_leave_tty();
	signal_guard(false);
	signal_hold_stderr(false);
	signal_close();
	if (t->tty)
		fclose(t->tty);
	draw_close(t);
	buf_release(&t->paste);
	buf_release(&t->notice);
	free(t);
}

const char *term_notice(const struct term *t)
{
	return t->notice.n ? t->notice.p : NULL;
}

bool term_ascii(const struct term *t)
{
	return t->ascii;
}

void term_size(const struct term *t, int *rows, int *cols)
{
	*rows = t->rows;
	*cols = t->cols;
}

struct input term_read(struct term *t)
{
	if (t->gone)
		return (struct input){ .kind = INPUT_GONE };
	if (t->resized) {
		t->resized = false;
		int rows = t->rows, cols = t->cols;
		take_size(t);
		if (rows != t->rows || cols != t->cols)
			draw_resize(t);
		return (struct input){ .kind = INPUT_RESIZE };
	}
	return input_read(t);
}

bool term_wait(struct term *t, const int *fd, bool *ready, int n, int timeout_ms)
{
	struct pollfd p[2 + MOST_FDS] = { { t->in, POLLIN, 0 }, { signal_fd(), POLLIN, 0 } };
	if (n > MOST_FDS)
		bug("%d descriptors to wait for", n);
	for (int i = 0; i < n; i++) {
		p[2 + i] = (struct pollfd){ fd[i], POLLIN, 0 };
		ready[i] = false;
	}
	if (signal_ended())
		return false;
	if (t->npushed > 0 || t->resized)
		timeout_ms = 0;
	int found = poll(p, (nfds_t)(2 + n), timeout_ms);
	if (found < 0 && errno != EINTR)
		bug("poll: %s", strerror(errno));
	if (found <= 0) {
		heed_signals(t);
		return !signal_ended();
	}
	if (hung_up(t, p[0].revents)) {
		t->gone = true;
		signal_hang_up();
	}
	if (p[1].revents)
		heed_signals(t);
	for (int i = 0; i < n; i++)
		ready[i] = p[2 + i].revents != 0;
	return !signal_ended();
}

int term_signal(const struct term *t)
{
	(void)t;
	return signal_ended();
}

void term_draw(struct term *t, const struct surface *s)
{
	int changed;
	bool differs = draw_rows(t, s, &changed);
	if (!differs && !t->repaint)
		return;
	bool at_once = changed > SYNC_ROWS || t->repaint;
	if (t->repaint)
		clearok(curscr, TRUE);
	t->repaint = false;
	wnoutrefresh(stdscr);
	if (at_once)
		term_write("\033[?2026h");
	doupdate();
	draw_cursor(t);
	if (at_once)
		term_write("\033[?2026l");
}

void term_repaint(struct term *t)
{
	t->repaint = true;
}

void term_sync(struct term *t)
{
	char answer[96];
	if (!t->sync_on)
		return;
	snprintf(answer, sizeof answer, "\033]7717;%lu;%d;%d\a", t->asked, t->rows, t->cols);
	term_write(answer);
}

void term_suspend(struct term *t)
{
	term_write(term_modes_off);
	def_prog_mode();
	endwin();
	signal_hold_stderr(false);
	signal_stop();
	resume(t);
}

bool term_start(struct term *t, char *const argv[], int *status, struct err *e)
{
	term_write(term_modes_off);
	def_prog_mode();
	endwin();
	signal_hold_stderr(false);
	signal_guard(false);
	bool done = run_program(t->in, argv, status, e);
	signal_guard(true);
	resume(t);
	return done;
}

bool term_run(struct term *t, const char *command, int *status, struct err *e)
{
	size_t size = strlen(command) + 1;
	char *text = xcalloc(size, 1), sh[] = "/bin/sh", option[] = "-c";
	char *const argv[] = { sh, option, text, NULL };
	memcpy(text, command, size);
	bool done = term_start(t, argv, status, e);
	free(text);
	return done;
}

bool term_apart(char *const argv[], struct err *e)
{
	return run_apart(argv, e);
}

const char *term_engine(void)
{
	return curses_version();
}
