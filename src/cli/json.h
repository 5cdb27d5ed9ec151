/*
 * json.h - writing JSON into a buffer. Commas and quotes take care of themselves; bytes of a text that
 * are not valid UTF-8 become U+FFFD, everything else is exact.
 */
#ifndef HONE_JSON_H
#define HONE_JSON_H

#include "hone/day.h"
#include "hone/str.h"

struct json {
	struct buf *out;
	bool more; /* something stands before on this level */
};

void json_open(struct json *j, char bracket); /* '{' or '[' */
void json_close(struct json *j, char bracket);
void json_key(struct json *j, const char *name);
void json_str(struct json *j, struct str s);
void json_int(struct json *j, int64_t n);
void json_fixed(struct json *j, int64_t n, int scale); /* n / scale, scale a power of ten */
void json_bool(struct json *j, bool b);
void json_null(struct json *j);

/* A key and its value in one call. */
void json_key_str(struct json *j, const char *name, struct str s);
void json_key_int(struct json *j, const char *name, int64_t n);
void json_key_day(struct json *j, const char *name, int day); /* ISO, or null for DAY_NONE */
void json_key_id(struct json *j, const char *name, uint64_t id);

#endif
