/* cmd_sched.c - the verb sched: a scheduler run over sequences of reviews from standard input. */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "cli/cli.h"
#include "hone/sched.h"

/* One sequence after the other; a new number in the first column starts one. */
struct run {
	struct sm2_options options;
	struct memory memory;
	struct str seq; /* the sequence being run */
	int step, line;
};

static bool number(struct str s, int *value)
{
	return str_number(&s, value) && s.n == 0;
}

/* The next field of a line cut at tabs. */
static struct str field(struct str *rest)
{
	ptrdiff_t tab = str_find(*rest, STR("\t"), 0);
	size_t n = tab < 0 ? rest->n : (size_t)tab;
	struct str s = str_trim(str_slice(*rest, 0, n));
	*rest = str_slice(*rest, tab < 0 ? n : n + 1, rest->n);
	return s;
}

static bool review(struct cli *c, struct run *r, struct str line, struct err *e)
{
	int day, grade;
	struct str rest = line, seq = field(&rest);
	if (!number(field(&rest), &day) || !number(field(&rest), &grade) || grade > 5)
		return err_set(e, ERR_INVALID,
			"stdin:%d: need three columns seq, day, grade 0-5, separated by tabs",
			r->line);
	if (r->step == 0 || !str_eq(seq, r->seq)) {
		r->memory = sm2_new();
		r->seq = seq;
		r->step = 0;
	}
	r->memory = sm2_answer(&r->options, r->memory, grade, day, NULL);
	r->step++;
	buf_addf(&c->out, "%.*s\t%d\t%d\t%d.%02d\t%d\n", STR_ARG(seq), r->step, r->memory.reps,
		r->memory.ease / 100, r->memory.ease % 100, r->memory.interval);
	return true;
}

static bool is_head(struct str line)
{
	return line.n == 0 || line.p[0] == '#' || str_starts(line, STR("seq\t"));
}

static bool read_all(struct buf *in, struct err *e)
{
	char block[65536];
	for (size_t n; (n = fread(block, 1, sizeof block, stdin)) > 0;)
		buf_add(in, (struct str){ block, n });
	if (ferror(stdin))
		return err_set(e, ERR_IO, "standard input: %s", strerror(errno));
	return true;
}

int cli_sched(struct cli *c, struct err *e)
{
	struct run r = { .options = sm2_defaults() };
	struct buf in = { 0 };
	if (!str_eq(str_of(c->arg[0]), STR("sm2"))) {
		err_set(e, ERR_INVALID, "there is no scheduler \"%s\"; known: sm2", c->arg[0]);
		return EXIT_USAGE;
	}
	r.options.late_credit = c->late_credit;
	if (c->drill_below)
		r.options.drill_below = c->drill_below;
	if (c->max_interval)
		r.options.max_interval = c->max_interval;
	bool ok = read_all(&in, e);
	struct str rest = buf_str(&in), line;
	while (ok && str_line(&rest, &line)) {
		r.line++;
		ok = is_head(line) || review(c, &r, line, e);
	}
	buf_release(&in);
	return ok ? EXIT_DONE : EXIT_FAILED;
}
