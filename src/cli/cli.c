/* cli.c - arguments, the table of verbs, exit codes. */
#include "cli/cli.h"

#include <errno.h>
#include <getopt.h>
#include <langinfo.h>
#include <limits.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/screen.h"
#include "hone/home.h"
#include "hone/text.h"

/* Reading that takes longer than this says so. */
enum { PROGRESS_AFTER_MS = 300, PROGRESS_EVERY_MS = 100 };

const struct cli_verb cli_verbs[] = {
	{ "status", "", "today: plan, cards due, topics", NEEDS_SYNC, 0, 0, cli_status },
	{ "plan", "[tick|untick ITEM ...]",
		"the plan; tick (--tree), timer, time, note, status, summary, shift, extend, "
		"progress, ... (--dry-run)",
		NEEDS_SYNC, 0, 15, cli_plan },
	{ "cards", "[WORDS]", "all cards, or those that contain the words", NEEDS_SYNC, 0, 1,
		cli_cards },
	{ "search", "WORDS",
		"sheets, cards, topics and tasks with all words; \"in this order\"; of cards "
		"front: back:",
		NEEDS_SYNC, 1, INT_MAX, cli_search },
	{ "due", "", "the cards of today; --quiet: 0 if there are any", NEEDS_SYNC, 0, 0, cli_due },
	{ "review", "--plain [WORDS]",
		"ask cards line by line; --minutes, --limit, --ahead, --cram", NEEDS_NOTHING, 0,
		INT_MAX, cli_review },
	{ "grade", "CARD 0..5", "grade one card", NEEDS_SYNC, 2, 2, cli_grade },
	{ "undo", "", "take back the last thing done here", NEEDS_SYNC, 0, 0, cli_undo },
	{ "redo", "", "take back the last undo", NEEDS_SYNC, 0, 0, cli_redo },
	{ "hide", "CARD", "ask a card no more", NEEDS_SYNC, 1, 1, cli_hide },
	{ "unhide", "CARD", "ask it again", NEEDS_SYNC, 1, 1, cli_unhide },
	{ "doubts", "", "new cards and topics that may be old ones reworded", NEEDS_SYNC, 0, 0,
		cli_doubts },
	{ "same", "CARD|TOPIC", "of a doubt: the new one is the old one, its history goes on",
		NEEDS_SYNC, 1, 1, cli_same },
	{ "differ", "CARD|TOPIC", "of a doubt: it is another one", NEEDS_SYNC, 1, 1, cli_differ },
	{ "topics", "[add|rename|split|priority ...]",
		"what you know, by area; add AREA NAMES, rename TOPIC NAME, split TOPIC NAMES, "
		"priority TOPIC high (--dry-run; names with ; between them)",
		NEEDS_SYNC, 0, 3, cli_topics },
	{ "rate", "TOPIC... know|unsure|dunno", "rate a topic, or several in one step", NEEDS_SYNC,
		2, INT_MAX, cli_rate },
	{ "joins", "",
		"cards, sheet sections and days that may be about a topic, sheets that may belong "
		"to a "
		"day, and what you said of them",
		NEEDS_SYNC, 0, 0, cli_joins },
	{ "join", "CARD|FILE#HEADING|day:3.2 TOPIC|day:3.2 [no]",
		"say that the card, the section or the day is about the topic, or the section "
		"belongs "
		"to the day; no: that it does not",
		NEEDS_SYNC, 2, 3, cli_join },
	{ "assess", "[ROUND [ROUND]]",
		"rounds of ratings, two of them side by side; --plain [NAME] asks topic by topic",
		NEEDS_SYNC, 0, 2, cli_assess },
	{ "check", "", "past knowledge checks; --plain asks the one of today line by line",
		NEEDS_SYNC, 0, 0, cli_check },
	{ "interview", "[DECK] < questions",
		"after one: its questions as cards for tomorrow, topics rated; --dry-run; on a "
		"terminal: in your editor",
		NEEDS_SYNC, 0, 1, cli_interview },
	{ "week", "[DATE]",
		"a look back at a week: checks, what stays weak, work, what that suggests",
		NEEDS_SYNC, 0, 1, cli_week },
	{ "adopt", "FILE", "take over an SM-2 schedule kept by hand as a table; --dry-run",
		NEEDS_SYNC, 1, 1, cli_adopt },
	{ "readiness", "", "what you know by what you say and recall, against the target",
		NEEDS_SYNC, 0, 0, cli_readiness },
	{ "stats", "", "reviews, retention, forecast, time, calibration", NEEDS_SYNC, 0, 0,
		cli_stats },
	{ "sheets", "[new TITLE | choose FILE...]",
		"the sheets; a new one (--dry-run); those to be read in a row", NEEDS_SYNC, 0,
		INT_MAX, cli_sheets },
	{ "read", "[FILE...] [-o OUT]",
		"sheets set for the terminal (none named: those chosen); OUT: .txt, .html, .pdf; "
		"--width N",
		NEEDS_NOTHING, 0, INT_MAX, cli_read },
	{ "sync", "", "read the files again and say what changed", NEEDS_STUDY, 0, 0, cli_sync },
	{ "export", "[CHART] --format F [-o OUT]",
		"ics: the plan's days; csv, svg: coverage, readiness, checks, calibration",
		NEEDS_SYNC, 0, 1, cli_export },
	{ "merge", "DATABASE", "take in what another machine's .hone/hone.db knows", NEEDS_SYNC, 1,
		1, cli_merge },
	{ "repair", "FILE", "write a file of a broken encoding as it was meant; --dry-run",
		NEEDS_SYNC, 1, 1, cli_repair },
	{ "verify", "", "check everything; --rebuild, --move-aside", NEEDS_NOTHING, 0, 0,
		cli_verify },
	{ "sched", "sm2 < reviews.tsv", "run the scheduler over seq, day, grade", NEEDS_NOTHING, 1,
		1, cli_sched },
	{ "keys", "", "every key of every screen", NEEDS_NOTHING, 0, 0, cli_keys },
	{ "doctor", "", "facts for a report of a fault", NEEDS_NOTHING, 0, 0, cli_doctor },
	{ 0 },
};

enum {
	OPT_COLOR = 256,
	OPT_THEME,
	OPT_ASCII,
	OPT_WIDTH,
	OPT_REBUILD,
	OPT_MOVE_ASIDE,
	OPT_LATE,
	OPT_DRILL,
	OPT_MAX,
	OPT_PLAIN,
	OPT_MINUTES,
	OPT_LIMIT,
	OPT_AHEAD,
	OPT_CRAM,
	OPT_TREE,
	OPT_DRY_RUN,
	OPT_FORMAT,
};

static const struct option options[] = {
	{ "study", required_argument, NULL, 's' },
	{ "json", no_argument, NULL, 'j' },
	{ "quiet", no_argument, NULL, 'q' },
	{ "help", no_argument, NULL, 'h' },
	{ "version", no_argument, NULL, 'V' },
	{ "color", required_argument, NULL, OPT_COLOR },
	{ "theme", required_argument, NULL, OPT_THEME },
	{ "ascii", no_argument, NULL, OPT_ASCII },
	{ "width", required_argument, NULL, OPT_WIDTH },
	{ "rebuild", no_argument, NULL, OPT_REBUILD },
	{ "move-aside", no_argument, NULL, OPT_MOVE_ASIDE },
	{ "late-credit", no_argument, NULL, OPT_LATE },
	{ "drill-below", required_argument, NULL, OPT_DRILL },
	{ "max-interval", required_argument, NULL, OPT_MAX },
	{ "plain", no_argument, NULL, OPT_PLAIN },
	{ "minutes", required_argument, NULL, OPT_MINUTES },
	{ "limit", required_argument, NULL, OPT_LIMIT },
	{ "ahead", required_argument, NULL, OPT_AHEAD },
	{ "cram", no_argument, NULL, OPT_CRAM },
	{ "tree", no_argument, NULL, OPT_TREE },
	{ "dry-run", no_argument, NULL, OPT_DRY_RUN },
	{ "format", required_argument, NULL, OPT_FORMAT },
	{ "output", required_argument, NULL, 'o' },
	{ 0 },
};

static const char usage[] =
	"hone [DIR]                 open a study folder full screen (no DIR: the last one)\n"
	"hone [-s DIR] VERB [ARGS]  without the screen, also while one is open\n\n";

static const char options_help[] =
	"\n  -s, --study DIR      the study; without it the last one opened\n"
	"      --json           one JSON value on standard output\n"
	"  -q, --quiet          say nothing, tell by the exit code\n"
	"      --color=WHEN     auto, always or never\n"
	"      --theme=FILE     colours of the screen\n"
	"      --ascii          no characters beyond ASCII on the screen\n"
	"  -h, --help           this help\n"
	"  -V, --version        versions of hone and its libraries\n\n"
	"Exit codes: 0 done, 1 failed, 2 usage or no terminal, 3 database held by another "
	"program,\n"
	"4 damage found, 5 made by a newer hone.\n";

int cli_exit_of(enum err_kind kind)
{
	switch (kind) {
	case ERR_NONE: return EXIT_DONE;
	case ERR_LOCKED: return EXIT_LOCKED;
	case ERR_DAMAGED: return EXIT_DAMAGED;
	case ERR_NEWER: return EXIT_NEWER;
	case ERR_TERMINAL: return EXIT_USAGE;
	default: return EXIT_FAILED;
	}
}

void cli_text(struct cli *c, struct str s)
{
	text_sanitize(&c->out, s);
}

bool cli_ascii(const struct cli *c)
{
	return c->ascii || strcmp(nl_langinfo(CODESET), "UTF-8") != 0;
}

struct str cli_signs(struct str s, struct arena *a)
{
	struct buf b = { 0 };
	while (s.n) {
		struct str one = s;
		uint32_t cp = text_decode(&s);
		one.n -= s.n;
		int cols = text_cols(one);
		if (cols > 0)
			buf_addc(&b, text_ascii(cp));
		if (cols > 1)
			buf_addc(&b, ' ');
	}
	struct str out = arena_str(a, buf_str(&b));
	buf_release(&b);
	return out;
}

static int help(void)
{
	fputs(usage, stdout);
	for (const struct cli_verb *v = cli_verbs; v->name; v++)
		printf("  %-9s %-24s %s\n", v->name, v->usage, v->help);
	fputs(options_help, stdout);
	return EXIT_DONE;
}

static int version(void)
{
	printf("hone %s\n", HONE_VERSION);
	return EXIT_DONE;
}

static int complain(int code, const struct err *e)
{
	struct buf safe = { 0 };
	text_sanitize(&safe, str_of(e->text));
	fprintf(stderr, "hone: %s\n", buf_cstr(&safe));
	buf_release(&safe);
	return code;
}

static bool whole_number(const char *s, int least, int *value, const char *option, struct err *e)
{
	struct str rest = str_of(s);
	if (str_number(&rest, value) && rest.n == 0 && *value >= least)
		return true;
	return err_set(e, ERR_INVALID, "--%s needs a whole number of at least %d, not \"%s\"",
		option, least, s);
}

static bool set_color(struct cli *c, const char *when, struct err *e)
{
	static const char *const name[] = { "auto", "always", "never" };
	for (size_t i = 0; i < LENGTH(name); i++)
		if (strcmp(when, name[i]) == 0) {
			c->color = (enum cli_color)i;
			return true;
		}
	return err_set(e, ERR_INVALID, "--color is auto, always or never, not \"%s\"", when);
}

/* "-10" arrives digit by digit. */
static bool add_digit(struct cli *c, int digit, struct err *e)
{
	if (c->less > 100000)
		return err_set(e, ERR_INVALID, "the number after - is too large");
	c->less = 10 * c->less + digit;
	return true;
}

static bool set_option(struct cli *c, int option, struct err *e)
{
	if (option >= '0' && option <= '9')
		return add_digit(c, option - '0', e);
	switch (option) {
	case 's': c->dir = optarg; return true;
	case 'j': c->json = true; return true;
	case 'q': c->quiet = true; return true;
	case OPT_COLOR: return set_color(c, optarg, e);
	case OPT_THEME: c->theme = optarg; return true;
	case OPT_ASCII: c->ascii = true; return true;
	case OPT_REBUILD: c->rebuild = true; return true;
	case OPT_MOVE_ASIDE: c->move_aside = true; return true;
	case OPT_LATE: c->late_credit = true; return true;
	case OPT_PLAIN: c->plain = true; return true;
	case OPT_CRAM: c->cram = true; return true;
	case 'o': c->output = optarg; return true;
	case OPT_FORMAT: c->format = optarg; return true;
	case OPT_TREE: c->tree = true; return true;
	case OPT_DRY_RUN: c->dry_run = true; return true;
	case OPT_MINUTES: return whole_number(optarg, 1, &c->minutes, "minutes", e);
	case OPT_LIMIT: return whole_number(optarg, 1, &c->limit, "limit", e);
	case OPT_AHEAD: return whole_number(optarg, 1, &c->ahead, "ahead", e);
	case OPT_WIDTH: return whole_number(optarg, 8, &c->width, "width", e);
	case OPT_DRILL: return whole_number(optarg, 1, &c->drill_below, "drill-below", e);
	case OPT_MAX: return whole_number(optarg, 1, &c->max_interval, "max-interval", e);
	default: return err_set(e, ERR_INVALID, "no such option; `hone --help` lists them");
	}
}

static const struct cli_verb *find_verb(const char *name)
{
	for (const struct cli_verb *v = cli_verbs; v->name; v++)
		if (strcmp(v->name, name) == 0)
			return v;
	return NULL;
}

static bool last_study(struct cli *c, struct err *e)
{
	struct home home;
	struct str *dir;
	size_t n;
	if (!home_find(&home, &c->arena, e) || !home_studies(&home, &dir, &n, &c->arena, e))
		return false;
	if (n == 0)
		return err_set(e, ERR_MISSING, "no study was opened yet: name one with -s DIR");
	c->dir = arena_str(&c->arena, dir[0]).p;
	return true;
}

struct progress {
	int64_t began, told;
	bool shown;
};

static bool progress(void *ctx, struct str path, size_t done, size_t total)
{
	struct progress *p = ctx;
	int64_t now = clock_ticks_ms();
	if (now - p->began < PROGRESS_AFTER_MS || now - p->told < PROGRESS_EVERY_MS)
		return true;
	struct buf name = { 0 };
	text_sanitize(&name, path);
	fprintf(stderr, "\rReading %s: %zu of %zu\033[K", buf_cstr(&name), done, total);
	buf_release(&name);
	p->told = now;
	p->shown = true;
	return true;
}

bool cli_open(struct cli *c, bool sync, struct err *e)
{
	struct progress p = { .began = clock_ticks_ms() };
	struct sync_report report;
	if (!c->dir && !last_study(c, e))
		return false;
	c->study = study_open(c->dir, e);
	if (!c->study)
		return false;
	bool ok = !sync ||
		  study_sync(c->study, isatty(STDERR_FILENO) ? progress : NULL, &p, &report, e);
	if (p.shown)
		fputs("\r\033[K", stderr);
	return ok;
}

static int run_verb(struct cli *c, const struct cli_verb *v)
{
	struct err e = { 0 };
	if (c->narg < v->least || c->narg > v->most) {
		err_set(&e, ERR_INVALID, "usage: hone %s %s", v->name, v->usage);
		return complain(EXIT_USAGE, &e);
	}
	if (c->less && v->run != cli_plan) {
		err_set(&e, ERR_INVALID, "hone %s takes no negative number", v->name);
		return complain(EXIT_USAGE, &e);
	}
	int code = EXIT_FAILED;
	if (v->needs == NEEDS_NOTHING || cli_open(c, v->needs == NEEDS_SYNC, &e))
		code = v->run(c, &e);
	if (e.kind != ERR_NONE)
		return complain(code == EXIT_USAGE ? code : cli_exit_of(e.kind), &e);
	if (c->json)
		buf_addc(&c->out, '\n');
	fwrite(c->out.p ? c->out.p : "", 1, c->out.n, stdout);
	return code;
}

/* What was written is only known to have arrived when closing says so: a full disk shows here. */
static int finish(int code)
{
	if (fclose(stdout) != 0 && errno != EBADF) {
		fprintf(stderr, "hone: standard output: %s\n", strerror(errno));
		return EXIT_FAILED;
	}
	return code;
}

static int run(struct cli *c, int argc, char **argv)
{
	struct err e = { 0 };
	int left = argc - optind;
	const struct cli_verb *v = left ? find_verb(argv[optind]) : NULL;
	if (v) {
		c->arg = argv + optind + 1;
		c->narg = left - 1;
		return run_verb(c, v);
	}
	if (left > 1) {
		err_set(&e, ERR_INVALID, "there is no verb \"%s\"; `hone --help` lists them",
			argv[optind]);
		return complain(EXIT_USAGE, &e);
	}
	struct stat st;
	if (left && !strchr(argv[optind], '/') && stat(argv[optind], &st) != 0) {
		err_set(&e, ERR_MISSING,
			"\"%s\" is neither a verb nor a folder; `hone --help` lists the verbs",
			argv[optind]);
		return complain(EXIT_FAILED, &e);
	}
	if (left)
		c->dir = argv[optind];
	int code = screen_run(c, &e);
	return e.kind == ERR_NONE ? code : complain(cli_exit_of(e.kind), &e);
}

int cli_main(int argc, char **argv)
{
	struct cli c = { .j = { &c.out, false } };
	struct err e = { 0 };
	int option, code = EXIT_DONE;
	setlocale(LC_CTYPE, "");
	while ((option = getopt_long(argc, argv, "s:o:qhV0123456789", options, NULL)) != -1) {
		if (option == 'h')
			return finish(help());
		if (option == 'V')
			return finish(version());
		if (!set_option(&c, option, &e))
			return option == '?' ? EXIT_USAGE : complain(EXIT_USAGE, &e);
	}
	code = run(&c, argc, argv);
	if (c.study && !study_close(c.study, &e) && code == EXIT_DONE)
		code = complain(EXIT_FAILED, &e);
	buf_release(&c.out);
	arena_release(&c.arena);
	return finish(code);
}
