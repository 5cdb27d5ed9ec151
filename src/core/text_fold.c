/* text_fold.c - characters without case and accents: what a search compares. */
#include "hone/text.h"

#include <utf8proc.h>

enum { ACCENTS = 0x300, ACCENTS_END = 0x36F, ROOM = 16 };

size_t text_fold(uint32_t cp, uint32_t out[static TEXT_FOLD])
{
	utf8proc_int32_t part[ROOM];
	int unused = 0;
	size_t n = 0;
	if (cp < 0x80) {
		out[0] = cp >= 'A' && cp <= 'Z' ? cp + ('a' - 'A') : cp;
		return 1;
	}
	utf8proc_ssize_t got = utf8proc_decompose_char(
		(utf8proc_int32_t)cp, part, ROOM, UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD, &unused);
	if (got < 0 || got > ROOM)
		bug("no case folding of U+%04X", (unsigned)cp);
	for (utf8proc_ssize_t i = 0; i < got && n < TEXT_FOLD; i++)
		if (part[i] < ACCENTS || part[i] > ACCENTS_END)
			out[n++] = (uint32_t)part[i];
	return n;
}

bool text_is_word(uint32_t cp)
{
	if (cp < 0x80)
		return (cp >= 'a' && cp <= 'z') || (cp >= 'A' && cp <= 'Z') ||
		       (cp >= '0' && cp <= '9');
	switch (utf8proc_category((utf8proc_int32_t)cp)) {
	case UTF8PROC_CATEGORY_LU:
	case UTF8PROC_CATEGORY_LL:
	case UTF8PROC_CATEGORY_LT:
	case UTF8PROC_CATEGORY_LM:
	case UTF8PROC_CATEGORY_LO:
	case UTF8PROC_CATEGORY_MN:
	case UTF8PROC_CATEGORY_MC:
	case UTF8PROC_CATEGORY_ME:
	case UTF8PROC_CATEGORY_ND:
	case UTF8PROC_CATEGORY_NL:
	case UTF8PROC_CATEGORY_NO: return true;
	default: return false;
	}
}

bool text_is_capital(uint32_t cp)
{
	if (cp < 0x80)
		return cp >= 'A' && cp <= 'Z';
	return utf8proc_category((utf8proc_int32_t)cp) == UTF8PROC_CATEGORY_LU;
}
