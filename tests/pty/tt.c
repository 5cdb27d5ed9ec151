/* tt.c - a pty with libvterm behind it. */
#include "tt.h"

#include <errno.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

#include <vterm.h>

#include "hone/base.h"
#include "hone/str.h"

enum { PATIENCE_MS = 20000, SLICE_MS = 50, REPLY_MAX = 48 };

#define ASK "\033[7717~"

/* The last answer to ASK, and the part of the next one that has arrived. */
struct reply {
	unsigned long asked;
	int rows, cols;
	char part[REPLY_MAX];
	size_t npart;
};

struct tt {
	pid_t pid;
	int fd;
	int rows, cols;
	VTerm *vt;
	VTermScreen *screen;
	bool cursor_visible, alternate, mouse;
	bool gone;
	bool ended;
	int status;
	unsigned long asked;
	struct reply reply;
	struct buf output;
	struct termios found;
};

static const struct {
	const char *name, *bytes;
} key_names[] = {
	{ "Enter", "\r" },
	{ "Esc", "\033" },
	{ "Tab", "\t" },
	{ "BS", "\177" },
	{ "Space", " " },
	{ "lt", "<" },
	{ "Up", "\033OA" },
	{ "Down", "\033OB" },
	{ "Right", "\033OC" },
	{ "Left", "\033OD" },
	{ "Home", "\033OH" },
	{ "End", "\033OF" },
	{ "PageUp", "\033[5~" },
	{ "PageDown", "\033[6~" },
	{ "F1", "\033OP" },
};

static int64_t now_ms(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static bool send_bytes(struct tt *t, const char *bytes, size_t n)
{
	while (n > 0) {
		ssize_t sent = write(t->fd, bytes, n);
		if (sent < 0 && errno != EINTR)
			return false;
		if (sent > 0) {
			bytes += sent;
			n -= (size_t)sent;
		}
	}
	return true;
}

static void on_output(const char *bytes, size_t n, void *user)
{
	struct tt *t = user;
	if (!send_bytes(t, bytes, n))
		t->gone = true;
}

static int on_property(VTermProp property, VTermValue *value, void *user)
{
	struct tt *t = user;
	if (property == VTERM_PROP_CURSORVISIBLE)
		t->cursor_visible = value->boolean;
	else if (property == VTERM_PROP_ALTSCREEN)
		t->alternate = value->boolean;
	else if (property == VTERM_PROP_MOUSE)
		t->mouse = value->number != 0;
	return 1;
}

static const VTermScreenCallbacks callbacks = { .settermprop = on_property };

/*
 * Looks for answers in the bytes themselves: libvterm's interface for sequences it does not know
 * changed between its versions.
 */
static void reply_feed(struct reply *r, char byte)
{
	static const char start[] = "\033]7717;";
	size_t head = sizeof start - 1;
	if (byte == '\a' && r->npart > head) {
		r->part[r->npart] = '\0';
		sscanf(r->part + head, "%lu;%d;%d", &r->asked, &r->rows, &r->cols);
		r->npart = 0;
	} else if (r->npart + 1 < sizeof r->part && (r->npart >= head || byte == start[r->npart])) {
		r->part[r->npart++] = byte;
	} else {
		r->part[0] = byte;
		r->npart = byte == '\033';
	}
}

/* Reads what there is; false when nothing came within `ms` or the program is gone. */
static bool take_output(struct tt *t, int ms)
{
	char bytes[65536];
	struct pollfd ready = { .fd = t->fd, .events = POLLIN };
	if (poll(&ready, 1, ms) <= 0)
		return false;
	ssize_t n = read(t->fd, bytes, sizeof bytes);
	if (n <= 0) {
		t->gone = true;
		return false;
	}
	for (ssize_t i = 0; i < n; i++)
		reply_feed(&t->reply, bytes[i]);
	buf_add(&t->output, (struct str){ bytes, (size_t)n });
	vterm_input_write(t->vt, bytes, (size_t)n);
	return true;
}

static bool ask(struct tt *t)
{
	t->asked++;
	return send_bytes(t, ASK, strlen(ASK));
}

static bool answered(const struct tt *t)
{
	return t->reply.asked >= t->asked;
}

static bool right_size(const struct tt *t)
{
	return t->reply.rows == t->rows && t->reply.cols == t->cols;
}

bool tt_sync(struct tt *t)
{
	int64_t end = now_ms() + PATIENCE_MS;
	if (!ask(t))
		return false;
	while (!t->gone && !(answered(t) && right_size(t))) {
		if (now_ms() > end)
			return false;
		/* An answer for the size of before the last resize: ask again. */
		bool early = answered(t);
		if (!take_output(t, early ? 1 : SLICE_MS) && early && !ask(t))
			return false;
	}
	while (take_output(t, 0))
		;
	return !t->gone;
}

static struct str key_named(struct str name)
{
	for (size_t i = 0; i < LENGTH(key_names); i++)
		if (str_eq(name, str_of(key_names[i].name)))
			return str_of(key_names[i].bytes);
	bug("no key is called <%.*s>", STR_ARG(name));
}

bool tt_type(struct tt *t, const char *keys)
{
	struct buf bytes = { 0 };
	while (*keys) {
		const char *close = *keys == '<' ? strchr(keys, '>') : NULL;
		if (close && keys[1] == 'C' && keys[2] == '-') {
			buf_addc(&bytes, (char)(keys[3] & 31));
			keys = close + 1;
		} else if (close) {
			struct str name = { keys + 1, (size_t)(close - keys - 1) };
			buf_add(&bytes, key_named(name));
			keys = close + 1;
		} else {
			buf_addc(&bytes, *keys++);
		}
	}
	bool sent = send_bytes(t, bytes.p, bytes.n);
	buf_release(&bytes);
	return sent;
}

bool tt_keys(struct tt *t, const char *keys)
{
	return tt_type(t, keys) && tt_sync(t);
}

bool tt_paste(struct tt *t, const char *text)
{
	vterm_keyboard_start_paste(t->vt);
	bool sent = send_bytes(t, text, strlen(text));
	vterm_keyboard_end_paste(t->vt);
	return sent && tt_sync(t);
}

bool tt_click(struct tt *t, int row, int col)
{
	vterm_mouse_move(t->vt, row, col, VTERM_MOD_NONE);
	vterm_mouse_button(t->vt, 1, true, VTERM_MOD_NONE);
	vterm_mouse_button(t->vt, 1, false, VTERM_MOD_NONE);
	return tt_sync(t);
}

bool tt_resize(struct tt *t, int rows, int cols)
{
	struct winsize size = { .ws_row = (unsigned short)rows, .ws_col = (unsigned short)cols };
	t->rows = rows;
	t->cols = cols;
	vterm_set_size(t->vt, rows, cols);
	return ioctl(t->fd, TIOCSWINSZ, &size) == 0 && tt_sync(t);
}

static void add_utf8(struct buf *b, uint32_t c)
{
	char bytes[4];
	size_t n = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
	static const unsigned char lead[] = { 0, 0, 0xc0, 0xe0, 0xf0 };
	for (size_t i = n; i-- > 1; c >>= 6)
		bytes[i] = (char)(0x80 | (c & 0x3f));
	bytes[0] = (char)(lead[n] | c);
	buf_add(b, (struct str){ bytes, n });
}

static void add_row(struct tt *t, struct buf *b, int row)
{
	size_t start = b->n;
	int col = 0;
	while (col < t->cols) {
		VTermScreenCell cell;
		vterm_screen_get_cell(t->screen, (VTermPos){ .row = row, .col = col }, &cell);
		if (!cell.chars[0])
			buf_addc(b, ' ');
		for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL && cell.chars[i]; i++)
			add_utf8(b, cell.chars[i]);
		col += cell.width == 2 ? 2 : 1;
	}
	while (b->n > start && b->p[b->n - 1] == ' ')
		b->n--; /* buf_addc() puts the NUL right again */
	buf_addc(b, '\n');
}

char *tt_text(struct tt *t)
{
	struct buf b = { 0 };
	for (int row = 0; row < t->rows; row++)
		add_row(t, &b, row);
	return b.p;
}

bool tt_has(struct tt *t, const char *text)
{
	char *screen = tt_text(t);
	bool found = strstr(screen, text) != NULL;
	free(screen);
	return found;
}

const char *tt_output(struct tt *t)
{
	return buf_cstr(&t->output);
}

const char *tt_program(void)
{
	const char *program = getenv("HONE");
	return program && *program ? program : "./hone";
}

/* The line discipline of a new terminal, to start with and to compare with at the end. */
static struct termios fresh_discipline(void)
{
	int master, slave;
	struct termios found;
	if (openpty(&master, &slave, NULL, NULL, NULL) != 0 || tcgetattr(slave, &found) != 0)
		bug("openpty: %s", strerror(errno));
	close(master);
	close(slave);
	return found;
}

static _Noreturn void run_child(const struct tt_options *o, const char *const argv[])
{
	enum { ARGS_MAX = 16 };
	char *args[ARGS_MAX] = { 0 };
	for (size_t i = 0; argv[i] && i + 1 < ARGS_MAX; i++)
		args[i] = strdup(argv[i]);
	setenv("TERM", o->term ? o->term : "hone-test", 1);
	setenv("HONE_TEST_SYNC", "1", 1);
	setenv("TZ", "UTC", 1);
	setenv("LC_ALL", "C.UTF-8", 1);
	setenv("HONE_NOW", "2025-11-12T09:00:00", 0);
	unsetenv("COLUMNS");
	unsetenv("LINES");
	for (const char *const *e = o->env; e && *e; e++)
		putenv(strdup(*e));
	execv(args[0], args);
	_exit(127);
}

struct tt *tt_start(const struct tt_options *options, const char *const argv[])
{
	struct tt_options o = *options;
	struct tt *t = xcalloc(1, sizeof *t);
	t->rows = o.rows ? o.rows : 40;
	t->cols = o.cols ? o.cols : 120;
	t->cursor_visible = true;
	t->found = fresh_discipline();
	t->vt = vterm_new(t->rows, t->cols);
	vterm_set_utf8(t->vt, 1);
	vterm_output_set_callback(t->vt, on_output, t);
	t->screen = vterm_obtain_screen(t->vt);
	vterm_screen_set_callbacks(t->screen, &callbacks, t);
	vterm_screen_enable_altscreen(t->screen, 1);
	vterm_screen_reset(t->screen, 1);
	struct winsize size = { .ws_row = (unsigned short)t->rows,
		.ws_col = (unsigned short)t->cols };
	t->pid = forkpty(&t->fd, NULL, &t->found, &size);
	if (t->pid < 0)
		bug("forkpty: %s", strerror(errno));
	if (t->pid == 0)
		run_child(&o, argv);
	return t;
}

int tt_end(struct tt *t, int signal)
{
	int64_t end = now_ms() + PATIENCE_MS;
	int status = 0;
	if (signal)
		kill(t->pid, signal);
	while (waitpid(t->pid, &status, WNOHANG) == 0) {
		if (now_ms() > end)
			kill(t->pid, SIGKILL);
		if (t->gone)
			poll(NULL, 0, 1);
		else
			take_output(t, SLICE_MS);
	}
	while (!t->gone && take_output(t, 0))
		;
	t->ended = true;
	t->status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
	return t->status;
}

bool tt_cooked(struct tt *t)
{
	struct termios left;
	if (tcgetattr(t->fd, &left) != 0)
		return false;
	return left.c_lflag == t->found.c_lflag && left.c_iflag == t->found.c_iflag &&
	       left.c_oflag == t->found.c_oflag;
}

bool tt_restored(struct tt *t)
{
	return tt_cooked(t) && t->cursor_visible && !t->alternate && !t->mouse;
}

void tt_free(struct tt *t)
{
	if (!t->ended)
		tt_end(t, SIGKILL);
	close(t->fd);
	vterm_free(t->vt);
	buf_release(&t->output);
	free(t);
}
