/* progress_words.c - words that mean the same, and what progress says in a sentence. */
#include "progress_priv.h"

#include "hone/text.h"

/* Words that name nothing by themselves, or say only that it is done. */
static const struct str empty_words[] = {
	STR_INIT("a"),
	STR_INIT("an"),
	STR_INIT("and"),
	STR_INIT("are"),
	STR_INIT("at"),
	STR_INIT("for"),
	STR_INIT("from"),
	STR_INIT("if"),
	STR_INIT("in"),
	STR_INIT("is"),
	STR_INIT("of"),
	STR_INIT("on"),
	STR_INIT("or"),
	STR_INIT("the"),
	STR_INIT("to"),
	STR_INIT("with"),
	STR_INIT("your"),
	STR_INIT("all"),
	STR_INIT("any"),
	STR_INIT("by"),
	STR_INIT("done"),
	STR_INIT("completed"),
};

static bool is_empty_word(struct str w)
{
	bool letters = false;
	for (size_t i = 0; i < w.n; i++)
		letters = letters || (unsigned char)w.p[i] >= 'A';
	for (size_t i = 0; i < LENGTH(empty_words) && letters; i++)
		letters = !str_eq(w, empty_words[i]);
	return !letters;
}

/* Signs that join words stand for a space. */
static struct str apart(struct str text, struct arena *a)
{
	struct str s = arena_str(a, text);
	char *p = arena_alloc(a, s.n + 1, 1);
	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];
		bool word = c >= 0x80 || (c >= '0' && c <= '9') || (c | 0x20) >= 'a';
		p[i] = word && c != '_' && c != '`' && c != '{' && c != '}' && c != '|' ? s.p[i]
											: ' ';
	}
	return (struct str){ p, s.n };
}

struct word_list progress_word_list(struct str text, struct arena *a)
{
	struct word_list list = { 0 };
	struct buf plain = { 0 };
	size_t cap = 0;
	text_normalize(&plain, apart(text, a));
	struct str rest = arena_str(a, buf_str(&plain));
	buf_release(&plain);
	while (rest.n > 0) {
		ptrdiff_t end = str_find(rest, STR(" "), 0);
		struct str word = str_slice(rest, 0, end < 0 ? rest.n : (size_t)end);
		rest = str_slice(rest, word.n + 1, rest.n);
		if (word.n == 0 || is_empty_word(word))
			continue;
		list.word = arena_room(a, list.word, (size_t)list.n, &cap, sizeof word);
		list.word[list.n++] = word;
	}
	return list;
}

bool progress_same_word(struct str a, struct str b)
{
	enum { STEM = 6 };
	size_t shorter = a.n < b.n ? a.n : b.n, same = 0;
	while (same < shorter && a.p[same] == b.p[same])
		same++;
	return str_eq(a, b) || (same >= STEM && same * 4 >= shorter * 3);
}

bool progress_has_word(const struct word_list *list, struct str word)
{
	for (int i = 0; i < list->n; i++)
		if (progress_same_word(list->word[i], word))
			return true;
	return false;
}

bool progress_has_all(const struct word_list *list, const struct word_list *of)
{
	for (int i = 0; i < of->n; i++)
		if (!progress_has_word(list, of->word[i]))
			return false;
	return of->n > 0;
}

void progress_minutes(int minutes, struct buf *out)
{
	int tenths = (minutes + 3) / 6;
	if (minutes < 60)
		buf_addf(out, "%d min", minutes);
	else if (tenths % 10)
		buf_addf(out, "%d.%d h", tenths / 10, tenths % 10);
	else
		buf_addf(out, "%d h", tenths / 10);
}

static void add_date(int day, int today, struct buf *out)
{
	struct civil c = day_civil(day);
	buf_addf(out, "%d %.3s", c.day, day_month_name(c.month));
	if (c.year != day_civil(today).year)
		buf_addf(out, " %d", c.year);
}

static void add_position(const struct progress *p, struct buf *out)
{
	int behind = p->behind_min < 0 ? -p->behind_min : p->behind_min;
	int permille = p->behind_permille < 0 ? -p->behind_permille : p->behind_permille;
	if (p->all.from == DAY_NONE) {
		progress_minutes(p->all.minutes - p->all.minutes_done, out);
		buf_add(out, STR(" left"));
	} else if (permille < 5) {
		buf_add(out, STR("on schedule"));
	} else {
		buf_addf(out, "%d %% %s: ", (permille + 5) / 10,
			p->behind_min > 0 ? "behind" : "ahead");
		progress_minutes(behind, out);
	}
}

static void add_late(const struct progress *p, struct buf *out)
{
	if (p->planned_finish == DAY_NONE)
		return;
	int late = p->finish - p->planned_finish;
	if (late == 0)
		buf_add(out, STR(", as planned"));
	else
		buf_addf(out, ", %d day%s %s", late > 0 ? late : -late,
			late == 1 || late == -1 ? "" : "s", late > 0 ? "late" : "early");
}

void progress_sentence(const struct progress *p, int today, struct buf *out)
{
	if (p->all.minutes == 0 && p->all.tasks == 0)
		return;
	if (p->all.minutes_done >= p->all.minutes) {
		buf_add(out, STR("all done"));
		return;
	}
	add_position(p, out);
	if (p->pace == PACE_UNKNOWN) {
		buf_add(out, STR("; set the hours of your week to see when you finish"));
		return;
	}
	buf_add(out, STR("; at "));
	progress_minutes(p->pace_week, out);
	if (p->finish == DAY_NONE) {
		buf_add(out, STR(" a week you do not finish within ten years"));
		return;
	}
	buf_add(out, STR(" a week you finish "));
	add_date(p->finish, today, out);
	add_late(p, out);
}
