/* deck_show.c - cards as lines of text. */
#include "deck_show.h"

#include "test.h"

static void show(struct buf *b, const struct deck_card *c)
{
	buf_addf(b, "%d %s/%d {%.*s} ", c->line, card_kind_name(c->kind), c->ordinal,
		STR_ARG(c->tags));
	buf_add(b, c->front);
	if (c->minutes_to > 0)
		buf_addf(b, " %d-%d min", c->minutes_from, c->minutes_to);
	buf_add(b, STR(" => "));
	buf_add(b, c->back);
	if (c->name.n > 0)
		buf_addf(b, " @%.*s", STR_ARG(c->name));
	buf_addc(b, '\n');
}

static bool each(void *ctx, const struct deck_card *c)
{
	show(ctx, c);
	return true;
}

void deck_check(const struct deck_sample *s, size_t n, const char *path)
{
	for (size_t i = 0; i < n; i++) {
		struct buf got = { 0 }, one = { 0 }, two = { 0 };
		struct arena a = { 0 }, scratch = { 0 };
		struct deck d = deck_parse(str_of(s[i].text), str_of(path), &a);
		for (size_t k = 0; k < d.ncard; k++)
			show(&one, &d.card[k]);
		deck_each(str_of(s[i].text), str_of(path), &scratch,
			(struct deck_sink){ .card = each, .problem = NULL, .ctx = &two });
		assert_string_equal(buf_cstr(&one), buf_cstr(&two));
		buf_add(&got, buf_str(&one));
		for (size_t k = 0; k < d.nproblem; k++)
			buf_addf(
				&got, "! %d %.*s\n", d.problem[k].line, STR_ARG(d.problem[k].text));
		assert_string_equal(buf_cstr(&got), s[i].want);
		arena_release(&a);
		arena_release(&scratch);
		buf_release(&one);
		buf_release(&two);
		buf_release(&got);
	}
}
