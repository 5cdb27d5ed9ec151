/* print_file.c - what was printed goes to its file; a PDF is made by a program of this machine. */
#include "hone/print.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "hone/files.h"

/* Each reads HTML from its input and writes PDF to its output. */
static const struct tool {
	const char *argv[12];
} tools[] = {
	{ { "weasyprint", "-", "-" } },
	{ { "wkhtmltopdf", "-q", "-T", "15mm", "-B", "15mm", "-L", "15mm", "-R", "15mm", "-",
		"-" } },
};

enum { PATIENCE_MS = 60000, LOOK_MS = 5, NOT_STARTED = 127, ARGUMENTS = 13 };

const char *print_pdf_tools(void)
{
	return "weasyprint or wkhtmltopdf";
}

/* Is there a program of that name, as the shell would find it? */
static bool is_installed(const char *name)
{
	struct str rest = str_of(getenv("PATH"));
	struct arena a = { 0 };
	bool found = false;
	while (!found && rest.n > 0) {
		ptrdiff_t colon = str_find(rest, STR(":"), 0);
		struct str dir = str_slice(rest, 0, colon < 0 ? rest.n : (size_t)colon);
		rest = colon < 0 ? STR("") : str_slice(rest, (size_t)colon + 1, rest.n);
		found = dir.n > 0 && access(path_join(&a, dir, str_of(name)), X_OK) == 0;
	}
	arena_release(&a);
	return found;
}

const char *print_pdf_tool(void)
{
	for (size_t i = 0; i < LENGTH(tools); i++)
		if (is_installed(tools[i].argv[0]))
			return tools[i].argv[0];
	return NULL;
}

static void run_child(const struct tool *t, int in, int out)
{
	static const int usual[] = { SIGINT, SIGQUIT, SIGPIPE };
	char *argv[ARGUMENTS] = { NULL };
	for (size_t i = 0; i < LENGTH(usual); i++)
		signal(usual[i], SIG_DFL);
	for (size_t i = 0; i < LENGTH(t->argv) && t->argv[i]; i++)
		argv[i] = strdup(t->argv[i]);
	int null = open("/dev/null", O_WRONLY);
	if (dup2(in, STDIN_FILENO) < 0 || dup2(out, STDOUT_FILENO) < 0 ||
		dup2(null, STDERR_FILENO) < 0)
		_exit(NOT_STARTED);
	execvp(argv[0], argv);
	_exit(NOT_STARTED);
}

/* Does it end well before patience does? */
static bool wait_child(pid_t child, const char *name, struct err *e)
{
	const struct timespec look = { .tv_nsec = LOOK_MS * 1000000L };
	int how = 0;
	for (int ms = 0; ms < PATIENCE_MS; ms += LOOK_MS) {
		pid_t got = waitpid(child, &how, WNOHANG);
		if (got == child)
			return (WIFEXITED(how) && WEXITSTATUS(how) == 0) ||
			       err_set(e, ERR_IO, "%s made no PDF: it ended with code %d", name,
				       WIFEXITED(how) ? WEXITSTATUS(how) : 128 + WTERMSIG(how));
		if (got < 0 && errno != EINTR)
			return err_set(e, ERR_IO, "%s: %s", name, strerror(errno));
		nanosleep(&look, NULL);
	}
	kill(child, SIGKILL);
	waitpid(child, &how, 0);
	return err_set(e, ERR_IO, "%s made no PDF within a minute", name);
}

static bool run(const struct tool *t, FILE *in, FILE *out, struct err *e)
{
	pid_t child = fork();
	if (child == 0)
		run_child(t, fileno(in), fileno(out));
	if (child < 0)
		return err_set(e, ERR_IO, "%s cannot be run: %s", t->argv[0], strerror(errno));
	return wait_child(child, t->argv[0], e);
}

static bool read_pdf(FILE *f, const char *name, struct buf *pdf, struct err *e)
{
	char block[16384];
	rewind(f);
	for (size_t n; (n = fread(block, 1, sizeof block, f)) > 0;)
		buf_add(pdf, (struct str){ block, n });
	return str_starts(buf_str(pdf), STR("%PDF-")) ||
	       err_set(e, ERR_IO, "%s made no PDF: what it wrote is something else", name);
}

/* By files without a name, which nobody has to take away. */
static bool convert(const struct tool *t, struct str html, struct buf *pdf, struct err *e)
{
	FILE *in = tmpfile(), *out = tmpfile();
	bool ok = in && out && fwrite(html.p, 1, html.n, in) == html.n && fflush(in) == 0;
	if (!ok)
		err_set(e, ERR_IO, "a temporary file: %s", strerror(errno));
	else {
		rewind(in);
		ok = run(t, in, out, e) && read_pdf(out, t->argv[0], pdf, e);
	}
	if (in)
		fclose(in);
	if (out)
		fclose(out);
	return ok;
}

/* Where one fails, perhaps over a letter of a font, the next is tried. */
static bool make_pdf(struct str html, struct buf *pdf, struct err *e)
{
	bool any = false;
	for (size_t i = 0; i < LENGTH(tools); i++) {
		if (!is_installed(tools[i].argv[0]))
			continue;
		any = true;
		buf_clear(pdf);
		if (convert(&tools[i], html, pdf, e))
			return true;
	}
	if (!any)
		err_set(e, ERR_MISSING,
			"no program here makes a PDF: install %s, or write .html and print that in "
			"a browser",
			print_pdf_tools());
	return false;
}

bool print_write(const char *path, struct str made, bool replace, struct err *e)
{
	struct buf pdf = { 0 };
	if (files_is_text(str_of(path)))
		return err_set(e, ERR_INVALID,
			"%s: would be read as notes; choose a name that ends in .txt, .html or "
			".pdf",
			path);
	if (!replace && access(path, F_OK) == 0)
		return err_set(e, ERR_INVALID,
			"%s is there already: hone writes over no file; choose another name", path);
	bool is_pdf = print_form_of(str_of(path)) == PRINT_PDF;
	bool ok = !is_pdf || make_pdf(made, &pdf, e);
	struct str content = is_pdf ? buf_str(&pdf) : made;
	ok = ok && (replace ? files_write(path, content, e) : files_create(path, content, e));
	buf_release(&pdf);
	return ok;
}
