/*
 * deck_peers.h - lines and texts as other programs write them: "front::back", marked lines, schedules
 * in comments, links that are tags. Pure, private to the deck parser.
 */
#ifndef HONE_DECK_PEERS_H
#define HONE_DECK_PEERS_H

#include "hone/arena.h"

/*
 * "front::back" or, *both then true, "front:::back" without spaces, the only such mark of the line;
 * names of code ("std::vector", "a::b()") and lines that end in "::" are none. ";;" counts as "::".
 */
bool peers_split(struct str line, struct str *front, struct str *back, bool *both);

/*
 * "prompt : response" and "prompt", *back then empty, with a mark at the end: a brain, a lightning or
 * the tag "#flashcard". *tags is what other tags stand there.
 */
bool peers_marked(
	struct str line, struct str *front, struct str *back, struct str *tags, struct arena *a);

/* Does the line hold the word "#flashcards" or "#flashcards/..." outside inline code? */
bool peers_tagged(struct str line);

/* A line of nothing but tags of which the first is such a word: those under "#flashcards/" and the
 * others, space separated, without '#'. */
bool peers_tag_line(struct str line, struct str *tags, struct arena *a);

/* Does a YAML head name "flashcards" among its tags? */
bool peers_head_tagged(struct str head);

/* A line that is nothing but a schedule, "<!--SR:...-->". */
bool peers_schedule(struct str line);

/* The text without schedules outside fenced code. */
struct str peers_cut_schedules(struct str text, struct arena *a);

/* A line of nothing but links whose text is a tag, "[#tag](...)"; adds them to *tags. */
bool peers_tag_links(struct str line, struct buf *tags);

/* A line "%". */
bool peers_percent(struct str line);

#endif
