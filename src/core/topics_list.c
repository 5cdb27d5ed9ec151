/* topics_list.c - topics as a list of boxes. */
#include "topics_priv.h"

static const struct {
	char sign;
	enum level level;
} signs[] = {
	/* The first of each level is the one that is written. */
	{ ' ', LEVEL_NONE },
	{ 'x', LEVEL_KNOW },
	{ '~', LEVEL_UNSURE },
	{ '-', LEVEL_DUNNO },
	{ 'X', LEVEL_KNOW },
	{ '/', LEVEL_UNSURE },
	{ '?', LEVEL_UNSURE },
	{ '!', LEVEL_DUNNO },
};

/* Behind "- ", "* ", "+ ", "1. " or "1) "; 0 when that is not how the line begins. */
static size_t after_bullet(struct str line)
{
	size_t i = 0, digits;
	while (i < line.n && (line.p[i] == ' ' || line.p[i] == '\t'))
		i++;
	for (digits = i; digits < line.n && line.p[digits] >= '0' && line.p[digits] <= '9';)
		digits++;
	bool number =
		digits > i && digits < line.n && (line.p[digits] == '.' || line.p[digits] == ')');
	bool bullet = i < line.n && (line.p[i] == '-' || line.p[i] == '*' || line.p[i] == '+');
	i = number ? digits + 1 : bullet ? i + 1 : 0;
	return i > 0 && i < line.n && line.p[i] == ' ' ? i + 1 : 0;
}

bool topics_box(size_t at, struct str line, struct topic_box *out)
{
	size_t i = after_bullet(line);
	if (i == 0 || i + 3 >= line.n || line.p[i] != '[' || line.p[i + 2] != ']' ||
		line.p[i + 3] != ' ')
		return false;
	for (size_t k = 0; k < LENGTH(signs); k++) {
		if (signs[k].sign != line.p[i + 1])
			continue;
		struct str name = str_trim(str_slice(line, i + 4, line.n));
		*out = (struct topic_box){
			.mark = at + i + 1, .length = 1, .level = signs[k].level
		};
		out->from = at + (size_t)(name.p - line.p);
		out->to = out->from + name.n;
		return name.n > 0;
	}
	return false;
}

int topics_patch_box(
	const struct topic *t, struct str text, enum level level, struct patch out[static 3])
{
	static const struct str mark[] = { STR_INIT(" "), STR_INIT("x"), STR_INIT("~"),
		STR_INIT("-") };
	enum level now = LEVEL_NONE;
	for (size_t k = 0; k < LENGTH(signs); k++)
		if (t->mark.status < text.n && signs[k].sign == text.p[t->mark.status])
			now = signs[k].level;
	if (now == level)
		return 0;
	out[0] = (struct patch){ t->mark.status, t->mark.length, mark[level] };
	return 1;
}

bool topics_heading(struct str heading)
{
	static const struct str words[] = {
		STR_INIT("topic"),
		STR_INIT("topics"),
		STR_INIT("subtopics"),
		STR_INIT("concept"),
		STR_INIT("concepts"),
		STR_INIT("skill"),
		STR_INIT("skills"),
		STR_INIT("syllabus"),
		STR_INIT("inventory"),
		STR_INIT("curriculum"),
	};
	for (size_t i = 0; i < heading.n; i++) {
		size_t from = i;
		while (i < heading.n && (heading.p[i] | 0x20) >= 'a' &&
			(heading.p[i] | 0x20) <= 'z')
			i++;
		for (size_t k = 0; k < LENGTH(words); k++)
			if (str_caseeq(str_slice(heading, from, i), words[k]))
				return true;
	}
	return false;
}
