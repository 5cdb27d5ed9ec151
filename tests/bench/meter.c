/*
 * meter.c - what a full-screen program costs, key by key.
 *
 *   meter [-q MS] [-Q MS] [-t MS] SCRIPT COMMAND [ARG...]
 *
 * Runs COMMAND in a terminal of 120 columns and 40 rows and plays SCRIPT, one step a line:
 *   key BYTES [LABEL]     sends BYTES in one write (\e \r \t \s \\ are escapes); "20*key" repeats it
 *   idle MS [LABEL]       no input
 *   quit BYTES            sends BYTES and waits for the end
 * A step is over when nothing was written for -q ms (15), the first frame after -Q ms (150), or when
 * nothing came at all within -t ms (300; the first frame: ten times that).
 *
 * Prints a row a step, tabs between: label, processor time in us (all threads, as the kernel counts it),
 * bytes written, ms to the first and to the last byte, context switches. The first row is "@start"; the
 * last is "@memory" with the highest resident size in kB as its first number.
 */
#include <dirent.h>
#include <errno.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { COLS = 120, ROWS = 40, LINE_MAX_BYTES = 512, FRAME_GAP_MS = 20 };

struct limits {
	int key_gap_ms, start_gap_ms, silence_ms;
};

struct meter {
	pid_t pid;
	int fd;
	bool gone;
	struct limits limits;
};

struct sample {
	double cpu_us, first_ms, last_ms;
	long bytes, switches;
};

static _Noreturn void die(const char *what, const char *name)
{
	fprintf(stderr, "meter: %s %s: %s\n", what, name, strerror(errno));
	exit(2);
}

static double now_ms(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

/* The number after `key` in a file of /proc; the first number of the file when key is empty. */
static double proc_number(const char *path, const char *key)
{
	char line[256];
	double number = 0;
	FILE *f = fopen(path, "r");
	if (!f)
		return 0;
	while (fgets(line, sizeof line, f)) {
		if (strncmp(line, key, strlen(key)) != 0)
			continue;
		number = strtod(line + strlen(key), NULL);
		break;
	}
	fclose(f);
	return number;
}

/* The sum of such numbers over the threads of the program. */
static double task_sum(const struct meter *m, const char *file, const char *key)
{
	char folder[64], path[384];
	double sum = 0;
	snprintf(folder, sizeof folder, "/proc/%d/task", (int)m->pid);
	DIR *d = opendir(folder);
	if (!d)
		return 0;
	for (struct dirent *e; (e = readdir(d));) {
		if (e->d_name[0] == '.')
			continue;
		snprintf(path, sizeof path, "%s/%s/%s", folder, e->d_name, file);
		sum += proc_number(path, key);
	}
	closedir(d);
	return sum;
}

static double cpu_us(const struct meter *m)
{
	return task_sum(m, "schedstat", "") / 1e3;
}

static long switches(const struct meter *m)
{
	return (long)(task_sum(m, "status", "voluntary_ctxt_switches:") +
		      task_sum(m, "status", "nonvoluntary_ctxt_switches:"));
}

/* Takes what is there within `ms`: the number of bytes, 0 for nothing. */
static long take(struct meter *m, double ms)
{
	static char bytes[65536];
	struct pollfd ready = { .fd = m->fd, .events = POLLIN };
	if (poll(&ready, 1, ms > 0 ? (int)ms + 1 : 0) <= 0)
		return 0;
	ssize_t n = read(m->fd, bytes, sizeof bytes);
	if (n <= 0)
		m->gone = true;
	return n > 0 ? (long)n : 0;
}

/* Counts output from `zero` on, until `gap` ms of quiet or `silence` ms without a first byte. */
static struct sample settle(struct meter *m, double zero, int gap, int silence)
{
	struct sample s = { .first_ms = -1, .last_ms = -1 };
	int wait = silence;
	for (long n; !m->gone && (n = take(m, wait)) > 0; wait = gap) {
		s.last_ms = now_ms() - zero;
		if (s.bytes == 0)
			s.first_ms = s.last_ms;
		s.bytes += n;
	}
	return s;
}

static void print_sample(const char *label, struct sample s)
{
	printf("%s\t%.1f\t%ld\t%.2f\t%.2f\t%ld\n", label, s.cpu_us, s.bytes, s.first_ms, s.last_ms,
		s.switches);
}

static void send(struct meter *m, const char *bytes, size_t n)
{
	if (write(m->fd, bytes, n) != (ssize_t)n)
		die("write to", "the program");
}

/* Puts the bytes that `text` names into out, which is as long; the number of them. */
static size_t unescape(char *out, const char *text)
{
	static const char names[] = "ertns\\", values[] = "\033\r\t\n \\";
	size_t n = 0;
	for (; *text; text++) {
		const char *name = *text == '\\' && text[1] ? strchr(names, text[1]) : NULL;
		out[n++] = name ? values[name - names] : *text;
		if (name)
			text++;
	}
	return n;
}

static void step_key(struct meter *m, const char *text, const char *label)
{
	char bytes[LINE_MAX_BYTES];
	size_t n = unescape(bytes, text);
	double before = cpu_us(m), zero = now_ms();
	send(m, bytes, n);
	struct sample s = settle(m, zero, m->limits.key_gap_ms, m->limits.silence_ms);
	s.cpu_us = cpu_us(m) - before;
	print_sample(label, s);
}

static void step_idle(struct meter *m, const char *text, const char *label)
{
	double before = cpu_us(m), zero = now_ms();
	double end = zero + strtod(text, NULL);
	long switched = switches(m);
	struct sample s = { 0 };
	while (!m->gone && now_ms() < end)
		s.bytes += take(m, end - now_ms());
	s.cpu_us = cpu_us(m) - before;
	s.switches = switches(m) - switched;
	print_sample(label, s);
}

static void step_quit(struct meter *m, const char *text)
{
	char bytes[LINE_MAX_BYTES], path[64];
	snprintf(path, sizeof path, "/proc/%d/status", (int)m->pid);
	print_sample("@memory", (struct sample){ .cpu_us = proc_number(path, "VmHWM:") });
	send(m, bytes, unescape(bytes, text));
	double end = now_ms() + 5000;
	while (waitpid(m->pid, NULL, WNOHANG) == 0) {
		if (now_ms() > end)
			kill(m->pid, SIGKILL);
		if (m->gone)
			poll(NULL, 0, 1);
		else
			take(m, 20);
	}
	m->pid = 0;
}

/* One line of the script; false: it is no step. */
static bool step(struct meter *m, char *line)
{
	char *end;
	long times = strtol(line, &end, 10);
	char *verb = times > 0 && *end == '*' ? end + 1 : line;
	char word[8], text[LINE_MAX_BYTES], label[64];
	int n = sscanf(verb, "%7s %511s %63s", word, text, label);
	if (n < 2)
		return false;
	const char *name = n == 3 ? label : text;
	for (long i = 0; i < (times > 0 ? times : 1) && m->pid; i++) {
		if (strcmp(word, "key") == 0)
			step_key(m, text, name);
		else if (strcmp(word, "idle") == 0)
			step_idle(m, text, name);
		else if (strcmp(word, "quit") == 0)
			step_quit(m, text);
		else
			return false;
	}
	return true;
}

static struct meter start(struct limits limits, char *const command[])
{
	struct meter m = { .limits = limits };
	struct winsize size = { .ws_row = ROWS, .ws_col = COLS };
	double zero = now_ms();
	m.pid = forkpty(&m.fd, NULL, NULL, &size);
	if (m.pid < 0)
		die("start", command[0]);
	if (m.pid == 0) {
		execvp(command[0], command);
		die("run", command[0]);
	}
	/* Its processor time is that of the frame, taken when the program has come to rest (the kernel
	 * counts a running one late): what it does after that is another matter. */
	struct sample s = settle(&m, zero, FRAME_GAP_MS, limits.silence_ms * 10);
	s.cpu_us = cpu_us(&m);
	struct sample rest = settle(&m, zero, limits.start_gap_ms, limits.start_gap_ms);
	s.bytes += rest.bytes;
	if (rest.bytes)
		s.last_ms = rest.last_ms;
	print_sample("@start", s);
	return m;
}

static void play(struct meter *m, const char *script)
{
	char line[LINE_MAX_BYTES];
	FILE *f = fopen(script, "r");
	if (!f)
		die("read", script);
	while (m->pid && fgets(line, sizeof line, f)) {
		line[strcspn(line, "\n")] = '\0';
		if (*line && *line != '#' && !step(m, line)) {
			fprintf(stderr, "meter: %s: not a step: %s\n", script, line);
			exit(2);
		}
		if (m->gone && m->pid) {
			fprintf(stderr, "meter: the program ended before: %s\n", line);
			exit(2);
		}
	}
	fclose(f);
}

int main(int argc, char **argv)
{
	struct limits limits = { .key_gap_ms = 15, .start_gap_ms = 150, .silence_ms = 300 };
	for (int option; (option = getopt(argc, argv, "+q:Q:t:")) != -1;) {
		int ms = option == '?' ? 0 : (int)strtol(optarg, NULL, 10);
		if (option == 'q')
			limits.key_gap_ms = ms;
		else if (option == 'Q')
			limits.start_gap_ms = ms;
		else if (option == 't')
			limits.silence_ms = ms;
	}
	if (argc - optind < 2) {
		fprintf(stderr, "usage: meter [-q MS] [-Q MS] [-t MS] SCRIPT COMMAND [ARG...]\n");
		return 2;
	}
	struct meter m = start(limits, argv + optind + 1);
	play(&m, argv[optind]);
	if (m.pid)
		kill(m.pid, SIGKILL);
	return 0;
}
