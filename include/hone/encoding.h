/*
 * encoding.h - files whose bytes are not plain UTF-8: BOM, CRLF, mojibake. Pure.
 *
 * Mojibake is UTF-8 that some program read as an 8-bit encoding and saved as UTF-8 again. It is
 * repaired in memory only when the repair is exact: every character maps back to one byte, the bytes
 * are valid UTF-8, and at least two non-ASCII sequences were found.
 */
#ifndef HONE_ENCODING_H
#define HONE_ENCODING_H

#include "hone/arena.h"

enum encoding {
	ENCODING_UTF8,
	ENCODING_MACROMAN, /* mojibake: UTF-8 read as Mac Roman */
	ENCODING_CP1252,   /* mojibake: UTF-8 read as Windows-1252 */
	ENCODING_UTF16,    /* has a UTF-16 byte order mark; the text is not usable */
};

struct decoded {
	struct str text; /* what parsers read: without BOM, repaired; borrowed or in the arena */
	enum encoding encoding; /* what was found */
	size_t bad_bytes;       /* not valid UTF-8; they stay in text */
	bool bom;
};

/* Line numbers in `text` are those of the file. The result borrows from `file` where it can. */
struct decoded encoding_decode(struct str file, struct arena *a);

/* Its text alone, for those who show it: the bad bytes in it are not counted, which takes most of the time. */
struct str encoding_text(struct str file, struct arena *a);

/*
 * A text of which only parts were misread, as when lines were added to a broken file since: those parts as
 * they were meant, all else byte for byte. The number of characters that come out right, 0 (and nothing
 * written) when there are less than two. It goes by what nobody writes by chance, so let the user look.
 */
size_t encoding_mend(struct str text, enum encoding *as, struct buf *out);

/* "Mac Roman" and so on, for messages. */
const char *encoding_name(enum encoding e);

#endif
