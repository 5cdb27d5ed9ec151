/* cmd_search.c - the verb search: words in sheets, cards, topics and the plan. */
#include <stdio.h>

#include "cli/cli.h"
#include "hone/search.h"
#include "hone/session.h"

enum { MOST = 50, EXCERPT_COLS = 76 };

static void put_hit(struct cli *c, const struct search_hit *h)
{
	json_open(&c->j, '{');
	json_key_str(&c->j, "kind", str_of(search_kind_name(h->kind)));
	if (h->id)
		json_key_id(&c->j, "id", (uint64_t)h->id);
	json_key_str(&c->j, "file", h->path);
	json_key_int(&c->j, "line", h->line);
	json_key_str(&c->j, "title", h->title);
	json_key_str(&c->j, "where", h->where);
	json_key_str(&c->j, "excerpt", h->excerpt);
	json_close(&c->j, '}');
}

/* "sheet  notes/heaps.md:12  Costs", and below it what stands there. */
static void hit_lines(struct cli *c, const struct find_query *q, const struct search_hit *h)
{
	buf_addf(&c->out, "%-5s  ", search_kind_name(h->kind));
	cli_text(c, h->path);
	buf_addf(&c->out, ":%d  ", h->line);
	cli_text(c, h->title);
	buf_addc(&c->out, '\n');
	struct str below = h->excerpt.n || h->kind != SEARCH_PLAN ? h->excerpt : h->where;
	if (below.n == 0)
		return;
	buf_add(&c->out, STR("       "));
	cli_text(c, find_excerpt(q, below, EXCERPT_COLS, &c->arena));
	buf_addc(&c->out, '\n');
}

static bool warn_of_begin(const struct cli *c, struct str words, struct err *e)
{
	bool misses = false;
	if (!session_find_misses(c->study, words, &misses, e))
		return false;
	if (misses && !c->quiet)
		fprintf(stderr, "hone: so short a word finds only some of so many cards; "
				"type more of it\n");
	return true;
}

static void put_hits(struct cli *c, struct str words, const struct search_hits *hits)
{
	struct find_query q = find_query(words, &c->arena);
	if (c->json)
		json_open(&c->j, '[');
	for (size_t i = 0; i < hits->n; i++)
		if (c->json)
			put_hit(c, &hits->hit[i]);
		else
			hit_lines(c, &q, &hits->hit[i]);
	if (c->json)
		json_close(&c->j, ']');
}

/* --limit says how many of each kind, 50 when it does not. */
int cli_search(struct cli *c, struct err *e)
{
	struct buf words = { 0 };
	struct search_hits hits;
	size_t left;
	for (int i = 0; i < c->narg; i++)
		buf_addf(&words, "%s%s", i ? " " : "", c->arg[i]);
	struct search *ss = search_new(c->study, e);
	bool ok = ss && search_read(ss, c->study, SIZE_MAX, &left, e) &&
		  search_words(ss, c->study, buf_str(&words), c->limit ? (size_t)c->limit : MOST,
			  true, &hits, &c->arena, e) &&
		  warn_of_begin(c, buf_str(&words), e);
	if (ok)
		put_hits(c, buf_str(&words), &hits);
	search_free(ss);
	buf_release(&words);
	return ok ? EXIT_DONE : EXIT_FAILED;
}
