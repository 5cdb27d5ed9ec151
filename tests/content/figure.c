/* figure.c - looking figures up in the starter studies. */
#include "figure.h"

#include <math.h>
#include <stdio.h>

/* With one blank for each run of blanks and line ends. */
static struct buf squeezed(struct str s)
{
	struct buf out = { 0 };
	for (struct str word = str_word(&s); word.n > 0; word = str_word(&s)) {
		buf_add(&out, word);
		buf_addc(&out, ' ');
	}
	return out;
}

static bool stands(const struct figure *f)
{
	char path[512];
	snprintf(path, sizeof path, "decks/%s", f->path);
	struct buf file = test_read(path), flat = squeezed(buf_str(&file));
	bool found = str_find(buf_str(&flat), str_of(f->text), 0) >= 0;
	buf_release(&file);
	buf_release(&flat);
	return found;
}

static bool right(const struct figure *f)
{
	double off = fabs(f->computed - f->stated);
	return off <= f->within * (f->stated == 0 ? 1 : fabs(f->stated));
}

void figures_hold(const struct figure *f, size_t n)
{
	int bad = 0;
	for (size_t i = 0; i < n; i++) {
		if (!stands(&f[i]) && ++bad)
			print_error("%s: \"%s\" does not stand there\n", f[i].path, f[i].text);
		if (!right(&f[i]) && ++bad)
			print_error("%s: \"%s\" says %g, it is %g\n", f[i].path, f[i].text,
				f[i].stated, f[i].computed);
	}
	if (bad)
		fail_msg("%d figures are wrong", bad);
}

double normal_below(double z)
{
	return erfc(-z / sqrt(2)) / 2;
}

double choose(int n, int k)
{
	return exp(lgamma(n + 1.0) - lgamma(k + 1.0) - lgamma(n - k + 1.0));
}

double sigmoid(double z)
{
	return 1 / (1 + exp(-z));
}
