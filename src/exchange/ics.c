/* ics.c - the calendar of a plan as iCalendar. */
#include "hone/ics.h"

#include <inttypes.h>

#include "hone/md.h"
#include "hone/text.h"

/* A line has 75 bytes at most without its end; the space before a continued one is the first of them. */
enum { LINE_BYTES = 75, DAY_MS = 86400000, HOUR_MS = 3600000, MINUTE_MS = 60000, SECOND_MS = 1000 };

/* A content line while it is written. */
struct line {
	struct buf *out;
	int used; /* bytes */
};

static struct line begin(struct buf *out, const char *name)
{
	struct str s = str_of(name);
	buf_add(out, s);
	return (struct line){ out, (int)s.n };
}

static void end(struct line *l)
{
	buf_add(l->out, STR("\r\n"));
}

/* A character or an escape is not torn apart. */
static void put(struct line *l, struct str s)
{
	if (l->used + (int)s.n > LINE_BYTES) {
		buf_add(l->out, STR("\r\n "));
		l->used = 1;
	}
	buf_add(l->out, s);
	l->used += (int)s.n;
}

static struct str escape_of(uint32_t cp)
{
	switch (cp) {
	case '\\': return STR("\\\\");
	case ';': return STR("\\;");
	case ',': return STR("\\,");
	case '\n': return STR("\\n");
	case '\t': return STR(" ");
	default: return STR("");
	}
}

/* A value of type TEXT: no control character gets through, bad bytes become U+FFFD. */
static void put_text(struct line *l, struct str s)
{
	struct buf one = { 0 };
	while (s.n) {
		uint32_t cp = text_decode(&s);
		struct str escape = escape_of(cp);
		buf_clear(&one);
		if (escape.n)
			buf_add(&one, escape);
		else if (cp >= ' ' && !(cp >= 0x7f && cp < 0xa0))
			text_encode(&one, cp);
		put(l, buf_str(&one));
	}
	buf_release(&one);
}

static void plain_line(struct buf *out, const char *name, struct str md)
{
	struct arena a = { 0 };
	struct line l = begin(out, name);
	put_text(&l, str_trim(md_plain(md, &a)));
	end(&l);
	arena_release(&a);
}

static void text_line(struct buf *out, const char *name, struct str text)
{
	struct line l = begin(out, name);
	put_text(&l, text);
	end(&l);
}

static void put_date(struct line *l, int day)
{
	struct civil c = day_civil(day);
	struct buf digits = { 0 };
	buf_addf(&digits, "%04d%02d%02d", c.year, c.month, c.day);
	put(l, buf_str(&digits));
	buf_release(&digits);
}

static void date_line(struct buf *out, const char *name, int day)
{
	struct line l = begin(out, name);
	put_date(&l, day);
	end(&l);
}

static void stamp_line(struct buf *out, int64_t ms)
{
	struct civil c = day_civil((int)(ms / DAY_MS));
	int64_t rest = ms % DAY_MS;
	buf_addf(out, "DTSTAMP:%04d%02d%02dT%02d%02d%02dZ\r\n", c.year, c.month, c.day,
		(int)(rest / HOUR_MS), (int)(rest % HOUR_MS / MINUTE_MS),
		(int)(rest % MINUTE_MS / SECOND_MS));
}

/* From its first date to the day after its last, or the first alone and the others after it. */
static void put_dates(struct buf *out, const struct calendar_day *d)
{
	bool together = d->to - d->from + 1 == d->n;
	date_line(out, "DTSTART;VALUE=DATE:", d->from);
	date_line(out, "DTEND;VALUE=DATE:", (together ? d->to : d->from) + 1);
	if (together)
		return;
	struct line l = begin(out, "RDATE;VALUE=DATE:");
	for (int i = 1; i < d->n; i++) {
		if (i > 1)
			put(&l, STR(","));
		put_date(&l, d->date[i]);
	}
	end(&l);
}

static void put_summary(struct buf *out, const struct plan *p, const struct plan_day *d)
{
	struct buf head = { 0 };
	struct arena a = { 0 };
	struct str title = str_trim(md_plain(d->title, &a));
	if (p->week[d->week].number)
		buf_addf(&head, "Week %d ", p->week[d->week].number);
	buf_addf(&head, "Day %d", d->from);
	if (d->to > d->from)
		buf_addf(&head, "-%d", d->to);
	if (title.n)
		buf_addf(&head, ": %.*s", STR_ARG(title));
	if (calendar_progress(d) == CALENDAR_DONE)
		buf_add(&head, STR(" (done)"));
	text_line(out, "SUMMARY:", buf_str(&head));
	arena_release(&a);
	buf_release(&head);
}

/* The estimate, how far it is, and what is still to be done. */
static void put_description(struct buf *out, const struct plan *p, const struct plan_day *d)
{
	struct buf text = { 0 };
	struct arena a = { 0 };
	if (d->minutes_to > d->minutes_from)
		buf_addf(&text, "%d-%d min\n", d->minutes_from, d->minutes_to);
	else if (d->minutes_to)
		buf_addf(&text, "%d min\n", d->minutes_to);
	if (d->nitem)
		buf_addf(&text, "%d of %d tasks done\n", d->ndone, d->nitem);
	for (int i = d->first; i < d->first + d->nitem; i++)
		if (!p->item[i].done)
			buf_addf(&text, "- %.*s\n",
				STR_ARG(str_trim(md_plain(p->item[i].text, &a))));
	if (text.n)
		text_line(out, "DESCRIPTION:", str_trim(buf_str(&text)));
	arena_release(&a);
	buf_release(&text);
}

static void begin_event(struct buf *out, const struct ics_of *of, uint64_t id)
{
	uint64_t study = hash64(0, of->study.p ? of->study.p : "", of->study.n);
	buf_addf(out, "BEGIN:VEVENT\r\nUID:%016" PRIx64 "-%08x@hone\r\n", id,
		(unsigned)(study >> 32));
	stamp_line(out, of->now_ms);
}

static void end_event(struct buf *out, bool sure)
{
	buf_addf(out, "STATUS:%s\r\nTRANSP:TRANSPARENT\r\nEND:VEVENT\r\n",
		sure ? "CONFIRMED" : "TENTATIVE");
}

static void put_day(struct buf *out, const struct ics_of *of, int day)
{
	const struct plan_day *d = &of->plan->day[day];
	const struct calendar_day *at = &of->cal->day[day];
	begin_event(out, of, d->id);
	put_dates(out, at);
	put_summary(out, of->plan, d);
	put_description(out, of->plan, d);
	end_event(out, !at->projected);
}

static void put_target(struct buf *out, const struct ics_of *of)
{
	const struct calendar_day one = { .n = 1, .from = of->target, .to = of->target };
	begin_event(out, of, 0);
	put_dates(out, &one);
	text_line(out, "SUMMARY:", STR("The day all leads to"));
	plain_line(out, "DESCRIPTION:", of->plan->title);
	end_event(out, true);
}

void ics_write(const struct ics_of *of, struct buf *out)
{
	buf_add(out, STR("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//hone//hone " HONE_VERSION
			 "//EN\r\nCALSCALE:GREGORIAN\r\nMETHOD:PUBLISH\r\n"));
	if (of->plan->title.n)
		plain_line(out, "X-WR-CALNAME:", of->plan->title);
	for (int i = 0; i < of->cal->nday; i++)
		if (of->cal->day[i].n)
			put_day(out, of, i);
	if (of->target != DAY_NONE)
		put_target(out, of);
	buf_add(out, STR("END:VCALENDAR\r\n"));
}
