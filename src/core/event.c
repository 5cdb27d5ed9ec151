/* event.c - ids of events, the names of their kinds and of the levels, the text of a join. */
#include "hone/event.h"

#include <string.h>

/* Where the parts of an id begin. */
enum { AT_MS = 0, AT_COUNT = 6, AT_MACHINE = 10, ID_SIZE = 16 };

#define MS_MAX      ((INT64_C(1) << 48) - 1)
#define MACHINE_MAX ((UINT64_C(1) << 48) - 1)
#define COUNT_MAX   UINT32_MAX
/*
 * A start has this bit clear, so that two thousand million events of one millisecond can follow it.
 */
#define COUNT_START UINT32_C(0x7fffffff)

static const char *const kind_names[] = {
	[EVENT_GRADE] = "grade",
	[EVENT_STATE] = "state",
	[EVENT_LEVEL] = "level",
	[EVENT_SCORE] = "score",
	[EVENT_TICK] = "tick",
	[EVENT_TIME] = "time",
	[EVENT_HIDE] = "hide",
	[EVENT_ALIAS] = "alias",
	[EVENT_VOID] = "void",
	[EVENT_NOTE] = "note",
	[EVENT_BURY] = "bury",
	[EVENT_FLAG] = "flag",
	[EVENT_MOVE] = "move",
	[EVENT_COUNT] = "count",
	[EVENT_DECIDE] = "decide",
	[EVENT_ROUND] = "round",
	[EVENT_JOIN] = "join",
	[EVENT_SPOKEN] = "spoken",
	[EVENT_WANT] = "want",
};

static const struct {
	const char *word;
	enum level level;
} level_words[] = {
	{ "know", LEVEL_KNOW },
	{ "unsure", LEVEL_UNSURE },
	{ "dunno", LEVEL_DUNNO },
	{ "don't know", LEVEL_DUNNO },
	{ "don\xe2\x80\x99t know", LEVEL_DUNNO },
};

static uint64_t read_big(const uint8_t *b, int n)
{
	uint64_t v = 0;
	for (int i = 0; i < n; i++)
		v = v << 8 | b[i];
	return v;
}

static void write_big(uint8_t *b, int n, uint64_t v)
{
	for (int i = n; i-- > 0; v >>= 8)
		b[i] = (uint8_t)v;
}

static struct event_id make(int64_t ms, uint32_t count, uint64_t machine)
{
	struct event_id id;
	write_big(id.b + AT_MS, AT_COUNT - AT_MS, (uint64_t)ms);
	write_big(id.b + AT_COUNT, AT_MACHINE - AT_COUNT, count);
	write_big(id.b + AT_MACHINE, ID_SIZE - AT_MACHINE, machine & MACHINE_MAX);
	return id;
}

static int64_t clip_ms(int64_t ms)
{
	return ms < 0 ? 0 : ms > MS_MAX ? MS_MAX : ms;
}

bool event_id_none(struct event_id id)
{
	return event_id_cmp(id, (struct event_id){ 0 }) == 0;
}

int event_id_cmp(struct event_id a, struct event_id b)
{
	return memcmp(a.b, b.b, ID_SIZE);
}

int64_t event_id_ms(struct event_id id)
{
	return (int64_t)read_big(id.b + AT_MS, AT_COUNT - AT_MS);
}

uint64_t event_id_machine(struct event_id id)
{
	return read_big(id.b + AT_MACHINE, ID_SIZE - AT_MACHINE);
}

struct event_id event_id_floor(int64_t ms)
{
	return make(clip_ms(ms), 0, 0);
}

struct event_id event_id_next(
	struct event_id last, int64_t now_ms, uint64_t machine, uint32_t noise)
{
	int64_t ms = clip_ms(now_ms), last_ms = event_id_ms(last);
	if (event_id_none(last) || ms > last_ms)
		return make(ms, noise & COUNT_START, machine);
	uint32_t count = (uint32_t)read_big(last.b + AT_COUNT, AT_MACHINE - AT_COUNT);
	if (count < COUNT_MAX)
		return make(last_ms, count + 1, machine);
	return make(clip_ms(last_ms + 1), noise & COUNT_START, machine);
}

const char *event_kind_name(enum event_kind kind)
{
	size_t i = (size_t)kind;
	return i < LENGTH(kind_names) && kind_names[i] ? kind_names[i] : "unknown";
}

const char *level_name(enum level level)
{
	for (size_t i = 0; i < LENGTH(level_words); i++)
		if (level_words[i].level == level)
			return level_words[i].word;
	return "";
}

bool level_parse(struct str s, enum level *level)
{
	for (size_t i = 0; i < LENGTH(level_words); i++)
		if (str_caseeq(s, str_of(level_words[i].word))) {
			*level = level_words[i].level;
			return true;
		}
	return false;
}

static char hex_digit(uint64_t id, int i)
{
	return "0123456789abcdef"[id >> (60 - 4 * i) & 15];
}

static void add_id(struct buf *out, int64_t id)
{
	for (int i = 0; i < 16; i++)
		buf_addc(out, hex_digit((uint64_t)id, i));
}

static const char *const join_names[JOIN_KINDS] = {
	[JOIN_CARD_TOPIC] = "card-topic",
	[JOIN_SECTION_TOPIC] = "section-topic",
	[JOIN_DAY_TOPIC] = "day-topic",
	[JOIN_SECTION_DAY] = "section-day",
};

const char *join_kind_name(enum join_kind kind)
{
	return join_names[kind];
}

bool join_kind_parse(struct str word, enum join_kind *kind)
{
	for (int i = 0; i < JOIN_KINDS; i++)
		if (str_eq(word, str_of(join_names[i]))) {
			*kind = (enum join_kind)i;
			return true;
		}
	return false;
}

static bool has_section(enum join_kind kind)
{
	return kind == JOIN_SECTION_TOPIC || kind == JOIN_SECTION_DAY;
}

/* Cards and topics were the only ones at first: theirs have no word before them. */
void join_format(const struct join *j, struct buf *out)
{
	if (j->kind != JOIN_CARD_TOPIC)
		buf_addf(out, "%s ", join_names[j->kind]);
	add_id(out, j->from);
	buf_addc(out, ' ');
	add_id(out, j->to);
	buf_add(out, j->yes ? STR(" yes") : STR(" no"));
	if (has_section(j->kind))
		buf_addf(out, " %.*s", STR_ARG(j->section));
}

/* Exactly as add_id() writes it. */
static bool read_id(struct str word, int64_t *id)
{
	uint64_t v = 0;
	if (word.n != 16)
		return false;
	for (size_t i = 0; i < word.n; i++) {
		ptrdiff_t digit = str_find(STR("0123456789abcdef"), str_slice(word, i, i + 1), 0);
		if (digit < 0)
			return false;
		v = v << 4 | (uint64_t)digit;
	}
	*id = (int64_t)v;
	return true;
}

bool join_parse(struct str text, struct join *j)
{
	struct join read = { 0 };
	struct str rest = text, word = str_word(&rest);
	if (join_kind_parse(word, &read.kind) && read.kind != JOIN_CARD_TOPIC)
		word = str_word(&rest);
	struct str to = str_word(&rest), said = str_word(&rest);
	read.section = str_trim(rest);
	read.yes = str_eq(said, STR("yes"));
	if (!read_id(word, &read.from) || !read_id(to, &read.to) ||
		(!read.yes && !str_eq(said, STR("no"))) ||
		(read.section.n > 0) != has_section(read.kind))
		return false;
	*j = read;
	return true;
}
