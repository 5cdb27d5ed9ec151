/* join_gather.h - what proposals are weighed from: names with their words, and what may have them. */
#ifndef HONE_JOIN_GATHER_H
#define HONE_JOIN_GATHER_H

#include "hone/about.h"
#include "idmap.h"

/* A word of names. */
struct near_word {
	int names, items; /* that have it; items: in what they are called or ask */
	int *name, nname; /* the names, ascending */
	size_t cap;
	bool small; /* "of", "when": says nothing */
	int weight; /* 0: too many items have it */
	int last;   /* number of the item that was seen to have it last, -1 */
};

/* A name of a topic or a day, or a part of one: of "Bootstrap and resampling" each is enough. */
struct near_name {
	int to; /* number of the topic or day */
	int *word, n;
	size_t cap;
	int weight; /* of its words */
	/* With the item at hand: */
	int asked, shared, words, rare, own, held, titled, free;
};

/* A topic or a day. */
struct near_to {
	int64_t id;
	struct str name;
	int joined; /* items that are */
};

/* A word that an item has. */
struct near_have {
	int word;
	bool text; /* only in its text, not in what it is called or asks */
	bool free; /* somewhere not in a compound with dashes */
};

/* A card, a section, a day. */
struct near_from {
	int64_t id;
	struct str section; /* "path#heading" */
	struct near_have *have;
	int n;
	bool lone; /* joined with nothing */
};

struct nearing {
	const struct study *s;
	enum join_kind kind;
	struct about about;
	struct idmap hashes;
	struct near_word *word;
	int nword;
	size_t cap_word;
	struct near_name *name;
	int nname;
	size_t cap_name;
	struct near_to *to;
	int nto;
	struct near_from *from;
	int nfrom;
	size_t cap_from;
	struct arena *a;
};

/* Fill it; `kind`, `s` and the arena are given. */
bool join_gather(struct nearing *g, struct err *e) MUST_CHECK;

#endif
