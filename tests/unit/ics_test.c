/* ics_test.c - iCalendar, read back as RFC 5545 says. */
#include "hone/ics.h"

#include <string.h>

#include "hone/text.h"
#include "test.h"

enum { TODAY = 20404 }; /* 2025-11-12, a Wednesday */

static const char text[] =
	"# Rowing, *slowly*; or: how\n\n## Week 1: Land\n\n"
	"**Day 1: First** (2025-11-11)\n- [x] a\n\n"
	"**Day 2: Words, words; and a back\\\\slash (1-2 hours)**\n"
	"- [x] done\n- [ ] Draw a boat, label it\n"
	"- [ ] Überlänge: ein Satz, der so lang ist, dass er in der Mitte eines Zeichens gefaltet "
	"würde: "
	"ääääääääääääääääääääääääääääääääääääääääääääääääää 🚣🚣🚣🚣🚣🚣🚣🚣🚣🚣🚣🚣🚣🚣🚣🚣🚣🚣🚣🚣🚣🚣🚣🚣🚣🚣\n\n"
	"**Day 3-4: Trip**\n- [ ] Row\n\n"
	"**Day 5: Later** **DEFERRED**\n- [ ] Swim\n";

/* Every line ends in CRLF and is short enough; folds are taken out. */
static void unfold(struct str ics, struct buf *out)
{
	while (ics.n) {
		ptrdiff_t end = str_find(ics, STR("\r\n"), 0);
		assert_true(end >= 0 && end <= 75);
		struct str line = str_slice(ics, 0, (size_t)end);
		assert_int_equal(str_find(line, STR("\n"), 0), -1);
		assert_int_equal(text_bad_bytes(line), 0);
		ics = str_slice(ics, (size_t)end + 2, ics.n);
		bool more = ics.n && ics.p[0] == ' ';
		buf_add(out, line);
		if (more)
			ics = str_slice(ics, 1, ics.n);
		else
			buf_addc(out, '\n');
		/* What follows a fold has the space as its first byte. */
		assert_true(!more || str_find(ics, STR("\r\n"), 0) <= 74);
	}
}

static struct buf written(const struct move *move, int nmove, int target)
{
	struct arena a = { 0 };
	struct buf ics = { 0 }, flat = { 0 };
	struct plan p = plan_parse(str_of(text), STR("plan.md"), &a);
	struct calendar cal = calendar_make(
		&p, &(struct calendar_choice){ .move = move, .nmove = nmove }, TODAY, &a);
	ics_write(&(struct ics_of){ .plan = &p,
			  .cal = &cal,
			  .study = STR("rowing"),
			  .target = target,
			  .now_ms = INT64_C(1762938123456) },
		&ics);
	unfold(buf_str(&ics), &flat);
	buf_release(&ics);
	arena_release(&a);
	return flat;
}

static void assert_has(const struct buf *b, const char *part)
{
	if (str_find(buf_str(b), str_of(part), 0) < 0)
		fail_msg("no \"%s\" in\n%s", part, buf_cstr(b));
}

/* Begin and end agree, each event has what it must have, no id comes twice. */
static int assert_structure(struct str flat)
{
	static const char *const must[] = { "UID:", "DTSTAMP:", "DTSTART;VALUE=DATE:",
		"DTEND;VALUE=DATE:", "SUMMARY:", "STATUS:" };
	struct str line, uid[64];
	int depth = 0, events = 0, seen[LENGTH(must)] = { 0 };
	while (str_line(&flat, &line)) {
		if (str_starts(line, STR("BEGIN:")))
			depth++;
		if (str_eq(line, STR("BEGIN:VEVENT"))) {
			assert_int_equal(depth, 2);
			memset(seen, 0, sizeof seen);
		}
		for (size_t i = 0; i < LENGTH(must); i++)
			seen[i] += str_starts(line, str_of(must[i]));
		if (str_starts(line, STR("UID:")))
			uid[events] = line;
		if (str_eq(line, STR("END:VEVENT"))) {
			for (size_t i = 0; i < LENGTH(must); i++)
				assert_int_equal(seen[i], 1);
			for (int i = 0; i < events; i++)
				assert_false(str_eq(uid[i], uid[events]));
			events++;
		}
		if (str_starts(line, STR("END:")))
			depth--;
		assert_true(depth >= 0 && str_find(line, STR(":"), 0) > 0);
	}
	assert_int_equal(depth, 0);
	return events;
}

TEST(ics_has_an_event_for_each_day_with_a_place)
{
	struct buf b = written(NULL, 0, DAY_NONE);
	assert_int_equal(assert_structure(buf_str(&b)), 3);
	assert_true(str_starts(buf_str(&b), STR("BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:")));
	assert_has(&b, "X-WR-CALNAME:Rowing\\, slowly\\; or: how\n");
	assert_has(&b, "DTSTAMP:20251112T090203Z\n"
		       "DTSTART;VALUE=DATE:20251111\nDTEND;VALUE=DATE:20251112\n"
		       "SUMMARY:Week 1 Day 1: First (done)\n"
		       "DESCRIPTION:1 of 1 tasks done\nSTATUS:CONFIRMED\nTRANSP:TRANSPARENT\n");
	assert_has(&b, "DTSTART;VALUE=DATE:20251112\nDTEND;VALUE=DATE:20251113\n"
		       "SUMMARY:Week 1 Day 2: Words\\, words\\; and a back\\\\slash\n"
		       "DESCRIPTION:60-120 min\\n1 of 3 tasks done\\n- Draw a boat\\, label it\\n"
		       "- Überlänge: ein Satz\\, der so lang ist\\, dass");
	assert_has(&b, "🚣🚣\nSTATUS:TENTATIVE\n");
	assert_has(&b, "DTSTART;VALUE=DATE:20251113\nDTEND;VALUE=DATE:20251115\n");
	buf_release(&b);
}

TEST(ics_a_day_on_dates_apart_recurs_and_the_target_is_an_event)
{
	const struct move rhythm = {
		.kind = MOVE_RHYTHM, .rhythm = { { 0, 0, 60, 0, 60 } }, .fixed = true
	};
	struct buf b = written(&rhythm, 1, TODAY + 90);
	assert_int_equal(assert_structure(buf_str(&b)), 4);
	assert_has(&b, "DTSTART;VALUE=DATE:20251112\nDTEND;VALUE=DATE:20251113\n"
		       "RDATE;VALUE=DATE:20251114\n");
	assert_has(&b, "DTSTART;VALUE=DATE:20260210\nDTEND;VALUE=DATE:20260211\n"
		       "SUMMARY:The day all leads to\n");
	buf_release(&b);
}

TEST(ics_ids_stay_when_days_move)
{
	struct buf now = written(NULL, 0, DAY_NONE);
	const struct move off = {
		.kind = MOVE_OFF, .date = TODAY, .date_to = TODAY + 5, .fixed = true
	};
	struct buf later = written(&off, 1, DAY_NONE);
	struct str a = buf_str(&now), b = buf_str(&later), line;
	int n = 0;
	assert_false(str_eq(a, b));
	while (str_line(&a, &line))
		if (str_starts(line, STR("UID:"))) {
			assert_true(str_find(b, line, 0) >= 0);
			n++;
		}
	assert_int_equal(n, 3);
	buf_release(&now);
	buf_release(&later);
}
