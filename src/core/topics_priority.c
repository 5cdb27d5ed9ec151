/* topics_priority.c - how much a topic matters, from the words beside it. */
#include "topics_priv.h"

static const struct {
	struct str word;
	enum priority priority;
} words[] = {
	{ STR_INIT("high"), PRIORITY_HIGH },
	{ STR_INIT("critical"), PRIORITY_HIGH },
	{ STR_INIT("medium"), PRIORITY_MEDIUM },
	{ STR_INIT("moderate"), PRIORITY_MEDIUM },
	{ STR_INIT("med"), PRIORITY_MEDIUM },
	{ STR_INIT("low"), PRIORITY_LOW },
	{ STR_INIT("none"), PRIORITY_NONE },
};

/* Of those in a note the first that stands in it counts. */
static const struct {
	struct str phrase;
	enum priority priority;
} phrases[] = {
	{ STR_INIT("priority: high"), PRIORITY_HIGH },
	{ STR_INIT("priority: medium"), PRIORITY_MEDIUM },
	{ STR_INIT("priority: low"), PRIORITY_LOW },
	{ STR_INIT("high priority"), PRIORITY_HIGH },
	{ STR_INIT("medium priority"), PRIORITY_MEDIUM },
	{ STR_INIT("low priority"), PRIORITY_LOW },
	{ STR_INIT("lower priority"), PRIORITY_LOW },
	{ STR_INIT("must-know"), PRIORITY_HIGH },
	{ STR_INIT("must know"), PRIORITY_HIGH },
	{ STR_INIT("nice-to-have"), PRIORITY_LOW },
	{ STR_INIT("nice to have"), PRIORITY_LOW },
};

const char *priority_name(enum priority p)
{
	static const char *const name[] = { "", "low", "medium", "high" };
	return name[p];
}

bool priority_parse(struct str word, enum priority *p)
{
	for (size_t i = 0; i < LENGTH(words); i++)
		if (str_caseeq(word, words[i].word)) {
			*p = words[i].priority;
			return true;
		}
	return false;
}

static bool is_letter(char c)
{
	return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

/* The first word that is one; where boxes stand, the first behind one that is ticked. */
static enum priority of_cell(struct str cell)
{
	bool boxes = str_find(cell, STR("["), 0) >= 0, ticked = !boxes;
	for (size_t i = 0; i < cell.n; i++) {
		size_t from = i;
		enum priority p;
		if (cell.p[i] == '[' && i + 2 < cell.n && cell.p[i + 2] == ']')
			ticked = cell.p[i + 1] != ' ';
		if (!is_letter(cell.p[i]))
			continue;
		while (i < cell.n && is_letter(cell.p[i]))
			i++;
		if (ticked && priority_parse(str_slice(cell, from, i), &p))
			return p;
	}
	return PRIORITY_NONE;
}

bool topics_priority_words(struct str notes, size_t *from, size_t *to)
{
	static const struct str lead = STR_INIT("priority: ");
	ptrdiff_t at = str_casefind(notes, lead, 0);
	enum priority p;
	if (at < 0)
		return false;
	size_t end = (size_t)at + lead.n;
	while (end < notes.n && is_letter(notes.p[end]))
		end++;
	*from = (size_t)at;
	*to = end;
	return priority_parse(str_slice(notes, (size_t)at + lead.n, end), &p);
}

enum priority topics_priority(struct str cell, struct str notes)
{
	enum priority p = of_cell(cell);
	for (size_t i = 0; i < LENGTH(phrases) && p == PRIORITY_NONE; i++)
		if (str_casefind(notes, phrases[i].phrase, 0) >= 0)
			p = phrases[i].priority;
	return p;
}
