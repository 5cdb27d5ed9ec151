/* search_priv.h - the texts that a search has read. Private to search*.c. */
#ifndef HONE_SEARCH_PRIV_H
#define HONE_SEARCH_PRIV_H

#include "hone/search.h"

struct sheet_text {
	struct file_row row;
	bool read;
	size_t folder; /* bytes of its path */
	struct find_text text;
	struct find_name path, name, *heading; /* of the file, the sheet, each of its headings */
};

struct search {
	struct arena arena;
	struct sheet_text *sheet;
	size_t n, read; /* the first `read` were read */
};

#endif
