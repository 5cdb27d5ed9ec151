/* term_run.c - another program has the terminal for a while. */
#include "tui/term_priv.h"

#include <errno.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { NOT_STARTED = 127, SIGNAL_EXIT = 128 };

/* What this program ignores or handles is as usual again in the child. */
static void run_child(int in, const char *command)
{
	static const int usual[] = { SIGINT, SIGQUIT, SIGPIPE };
	for (size_t i = 0; i < LENGTH(usual); i++)
		signal(usual[i], SIG_DFL);
	if (in != STDIN_FILENO)
		dup2(in, STDIN_FILENO);
	execl("/bin/sh", "sh", "-c", command, (char *)NULL);
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

bool run_command(int in, const char *command, int *status, struct err *e)
{
	static const int keyboard[] = { SIGINT, SIGQUIT };
	struct sigaction ignore = { .sa_handler = SIG_IGN }, before[LENGTH(keyboard)];
	sigemptyset(&ignore.sa_mask);
	for (size_t i = 0; i < LENGTH(keyboard); i++)
		sigaction(keyboard[i], &ignore, &before[i]);
	pid_t child = fork();
	if (child == 0)
		run_child(in, command);
	bool done = child > 0 && wait_child(child, status);
	if (!done)
		err_set(e, ERR_TERMINAL, "the command cannot be run: %s", strerror(errno));
	for (size_t i = 0; i < LENGTH(keyboard); i++)
		sigaction(keyboard[i], &before[i], NULL);
	return done;
}
