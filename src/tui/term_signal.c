/* term_signal.c - signals, and the terminal put back whatever happens. */
#include "tui/term_priv.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

/*
 * Handlers are given nothing but a number, so this is one of the few places with state of the process.
 * What handlers touch is either sig_atomic_t or written only while they are not installed.
 */
static volatile sig_atomic_t ended, resized, stopped, continued, guarded;
static int pipe_read = -1, pipe_write = -1;
static int tty_fd = -1;
static struct termios tty_before;
static int stderr_real = -1, stderr_read = -1;
static bool stderr_held;

/* Synchronised output, paste, focus reports. The screen itself is curses' to enter and leave. */
const char term_modes_on[] = "\033[?2004h\033[?1004h";
const char term_modes_off[] = "\033[?2026l\033[?2004l\033[?1004l";

/* Everything that curses and we may have switched on, for a way out without curses. */
static const char restore_all[] =
	"\033[?2026l\033[?2004l\033[?1004l\033[?1l\033>\033[0m\033[?25h\033[?1049l\r";

enum { ALT_STACK = 65536 };
static char alt_stack[ALT_STACK];

static const int ending[] = { SIGHUP, SIGINT, SIGTERM };
static const int crashing[] = { SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT, SIGQUIT };
static const int telling[] = { SIGWINCH, SIGTSTP, SIGCONT };
enum { MOST_SIGNAL = 64 };
static struct sigaction before[MOST_SIGNAL];

void term_write(const char *bytes)
{
	size_t n = strlen(bytes);
	while (n > 0) {
		ssize_t done = write(STDOUT_FILENO, bytes, n);
		if (done < 0 && errno != EINTR)
			return; /* a terminal that is gone is noticed where it is read */
		if (done > 0) {
			bytes += done;
			n -= (size_t)done;
		}
	}
}

/* Only calls that are safe in a handler. */
static void put_back(void)
{
	if (!guarded)
		return;
	guarded = 0;
	term_write(restore_all);
	tcsetattr(tty_fd, TCSANOW, &tty_before);
	signal_hold_stderr(false);
}

static void on_crash(int signal_number)
{
	put_back();
	signal(signal_number, SIG_DFL);
	raise(signal_number);
}

static void on_signal(int signal_number)
{
	int saved = errno;
	switch (signal_number) {
	case SIGWINCH: resized = 1; break;
	case SIGTSTP: stopped = 1; break;
	case SIGCONT: continued = 1; break;
	default:
		if (!ended)
			ended = signal_number;
	}
	/* A full pipe wakes the loop just as well. */
	ssize_t unused = write(pipe_write, "", 1);
	(void)unused;
	errno = saved;
}

static bool make_pipe(int *out, int *in)
{
	int fd[2];
	if (pipe(fd) != 0)
		return false;
	for (int i = 0; i < 2; i++) {
		fcntl(fd[i], F_SETFD, FD_CLOEXEC);
		fcntl(fd[i], F_SETFL, O_NONBLOCK);
	}
	*out = fd[0];
	*in = fd[1];
	return true;
}

static void install(const int *numbers, size_t n, void (*handler)(int), int flags)
{
	struct sigaction sa = { .sa_handler = handler, .sa_flags = flags };
	sigemptyset(&sa.sa_mask);
	for (size_t i = 0; i < n; i++)
		sigaction(numbers[i], &sa, &before[numbers[i]]);
}

static void uninstall(const int *numbers, size_t n)
{
	for (size_t i = 0; i < n; i++)
		sigaction(numbers[i], &before[numbers[i]], NULL);
}

bool signal_open(int tty, struct err *e)
{
	static const int ignored[] = { SIGPIPE };
	const stack_t stack = { .ss_sp = alt_stack, .ss_size = sizeof alt_stack };
	if (tcgetattr(tty, &tty_before) != 0 || !make_pipe(&pipe_read, &pipe_write))
		return err_set(e, ERR_TERMINAL, "the terminal cannot be used: %s", strerror(errno));
	tty_fd = tty;
	ended = resized = stopped = continued = 0;
	sigaltstack(&stack, NULL);
	install(crashing, LENGTH(crashing), on_crash, SA_ONSTACK | (int)SA_RESETHAND);
	install(ending, LENGTH(ending), on_signal, SA_RESTART);
	install(telling, LENGTH(telling), on_signal, SA_RESTART);
	install(ignored, LENGTH(ignored), SIG_IGN, 0);
	base_on_fatal(put_back);
	return true;
}

void signal_close(void)
{
	base_on_fatal(NULL);
	uninstall(crashing, LENGTH(crashing));
	uninstall(ending, LENGTH(ending));
	uninstall(telling, LENGTH(telling));
	close(pipe_read);
	close(pipe_write);
	pipe_read = pipe_write = -1;
}

int signal_fd(void)
{
	return pipe_read;
}

unsigned signal_drain(void)
{
	char bytes[64];
	while (read(pipe_read, bytes, sizeof bytes) > 0)
		;
	unsigned told = (resized ? TOLD_RESIZE : 0u) | (stopped ? TOLD_STOP : 0u) |
			(continued ? TOLD_CONTINUE : 0u);
	resized = stopped = continued = 0;
	return told;
}

int signal_ended(void)
{
	return ended;
}

void signal_hang_up(void)
{
	if (!ended)
		ended = SIGHUP;
}

void signal_stop(void)
{
	guarded = 0;
	raise(SIGSTOP);
	guarded = 1;
	stopped = continued = 0;
}

void signal_leave_tty(void)
{
	tcsetattr(tty_fd, TCSANOW, &tty_before);
}

void signal_guard(bool on)
{
	guarded = on;
}

/*
 * A pipe holds what a library may print; were it a file, each start would make one. What it cannot hold
 * is lost, but the screen is not.
 */
void signal_hold_stderr(bool hold)
{
	int in;
	if (hold == stderr_held || (hold && !isatty(STDERR_FILENO)))
		return;
	if (!hold) {
		stderr_held = false;
		dup2(stderr_real, STDERR_FILENO);
		char bytes[512];
		for (ssize_t n; (n = read(stderr_read, bytes, sizeof bytes)) > 0;)
			if (write(STDERR_FILENO, bytes, (size_t)n) < 0)
				break;
		close(stderr_real);
		close(stderr_read);
		return;
	}
	stderr_real = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
	if (stderr_real < 0 || !make_pipe(&stderr_read, &in))
		return;
	dup2(in, STDERR_FILENO);
	close(in);
	stderr_held = true;
}
