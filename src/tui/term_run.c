/* term_run.c - another program has the terminal for a while. */
#include "tui/term_priv.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { NOT_STARTED = 127, SIGNAL_EXIT = 128 };

/* What this program ignores or handles is as usual again in the child. */
static void as_usual(void)
{
	static const int usual[] = { SIGINT, SIGQUIT, SIGPIPE };
	for (size_t i = 0; i < LENGTH(usual); i++)
		signal(usual[i], SIG_DFL);
}

static void run_child(int in, char *const argv[])
{
	as_usual();
	if (in != STDIN_FILENO)
		dup2(in, STDIN_FILENO);
	execvp(argv[0], argv);
	_exit(NOT_STARTED);
}

/* Stopped with Ctrl-Z it takes us along: the shell sees both stop, and both go on. */
static bool wait_child(pid_t child, int *status)
{
	int how;
	for (;;) {
		if (waitpid(child, &how, WUNTRACED) < 0) {
			if (errno == EINTR)
				continue;
			return false;
		}
		if (WIFSTOPPED(how)) {
			raise(SIGSTOP);
			kill(child, SIGCONT);
			continue;
		}
		*status = WIFSIGNALED(how) ? SIGNAL_EXIT + WTERMSIG(how) : WEXITSTATUS(how);
		return true;
	}
}

bool run_program(int in, char *const argv[], int *status, struct err *e)
{
	static const int keyboard[] = { SIGINT, SIGQUIT };
	struct sigaction ignore = { .sa_handler = SIG_IGN }, before[LENGTH(keyboard)];
	sigemptyset(&ignore.sa_mask);
	for (size_t i = 0; i < LENGTH(keyboard); i++)
		sigaction(keyboard[i], &ignore, &before[i]);
	pid_t child = fork();
	if (child == 0)
		run_child(in, argv);
	bool done = child > 0 && wait_child(child, status);
	if (!done)
		err_set(e, ERR_TERMINAL, "%s cannot be run: %s", argv[0], strerror(errno));
	for (size_t i = 0; i < LENGTH(keyboard); i++)
		sigaction(keyboard[i], &before[i], NULL);
	return done;
}

/* Away from the terminal, and a child of nobody here. Why it cannot be started goes into the pipe. */
static void run_aside(int pipe_in, char *const argv[])
{
	as_usual();
	int null = open("/dev/null", O_RDWR);
	if (setsid() < 0 || fork() != 0)
		_exit(0);
	for (int fd = STDIN_FILENO; null >= 0 && fd <= STDERR_FILENO; fd++)
		dup2(null, fd);
	execvp(argv[0], argv);
	int why = errno;
	_exit(write(pipe_in, &why, sizeof why) < 0 ? NOT_STARTED : 0);
}

bool run_apart(char *const argv[], struct err *e)
{
	int ends[2], why = 0, status;
	if (pipe(ends) < 0)
		return err_set(e, ERR_TERMINAL, "%s cannot be run: %s", argv[0], strerror(errno));
	fcntl(ends[0], F_SETFD, FD_CLOEXEC);
	fcntl(ends[1], F_SETFD, FD_CLOEXEC); /* a program that started closes it */
	pid_t child = fork();
	if (child == 0)
		run_aside(ends[1], argv);
	if (child < 0)
		why = errno;
	close(ends[1]);
	while (child > 0 && waitpid(child, &status, 0) < 0 && errno == EINTR)
		;
	if (child > 0 && read(ends[0], &why, sizeof why) != (ssize_t)sizeof why)
		why = 0;
	close(ends[0]);
	return why == 0 || err_set(e, ERR_TERMINAL, "%s cannot be run: %s", argv[0], strerror(why));
}
