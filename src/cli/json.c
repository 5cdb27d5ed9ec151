/* json.c - writing JSON into a buffer. */
#include "cli/json.h"

#include <inttypes.h>

#include "hone/text.h"

static void separate(struct json *j)
{
	if (j->more)
		buf_addc(j->out, ',');
	j->more = true;
}

void json_open(struct json *j, char bracket)
{
	separate(j);
	buf_addc(j->out, bracket);
	j->more = false;
}

void json_close(struct json *j, char bracket)
{
	buf_addc(j->out, bracket);
	j->more = true;
}

void json_key(struct json *j, const char *name)
{
	json_str(j, str_of(name));
	buf_addc(j->out, ':');
	j->more = false;
}

void json_str(struct json *j, struct str s)
{
	separate(j);
	buf_addc(j->out, '"');
	while (s.n) {
		uint32_t c = text_decode(&s);
		if (c == '"' || c == '\\')
			buf_addf(j->out, "\\%c", (char)c);
		else if (c == '\n')
			buf_add(j->out, STR("\\n"));
		else if (c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0x2028 || c == 0x2029)
			buf_addf(j->out, "\\u%04" PRIx32, c);
		else
			text_encode(j->out, c);
	}
	buf_addc(j->out, '"');
}

void json_int(struct json *j, int64_t n)
{
	separate(j);
	buf_addf(j->out, "%" PRId64, n);
}

void json_fixed(struct json *j, int64_t n, int scale)
{
	separate(j);
	int64_t part = n % scale < 0 ? -(n % scale) : n % scale;
	int digits = scale >= 100 ? 2 : 1;
	buf_addf(j->out, "%s%" PRId64 ".%0*" PRId64, n < 0 && n / scale == 0 ? "-" : "", n / scale,
		digits, part);
}

void json_bool(struct json *j, bool b)
{
	separate(j);
	buf_add(j->out, b ? STR("true") : STR("false"));
}

void json_null(struct json *j)
{
	separate(j);
	buf_add(j->out, STR("null"));
}

void json_key_str(struct json *j, const char *name, struct str s)
{
	json_key(j, name);
	json_str(j, s);
}

void json_key_int(struct json *j, const char *name, int64_t n)
{
	json_key(j, name);
	json_int(j, n);
}

void json_key_day(struct json *j, const char *name, int day)
{
	char iso[16];
	json_key(j, name);
	if (day == DAY_NONE)
		json_null(j);
	else
		json_str(j, str_of(day_iso(day, iso)));
}

void json_key_id(struct json *j, const char *name, uint64_t id)
{
	json_key(j, name);
	separate(j);
	buf_addf(j->out, "\"%016" PRIx64 "\"", id);
}
