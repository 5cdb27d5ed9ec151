/* plan_weekday.c - names of weekdays. */
#include "plan_line.h"

static const struct plan_words weekday_words = {
	.of[LETTER('d')] = (const struct plan_word[]){ { STR_INIT("dienstag"), 1 },
		{ STR_INIT("donnerstag"), 3 }, { STR_INIT("dimanche"), 6 },
		{ STR_INIT("domingo"), 6 }, { { 0 }, 0 } },
	.of[LETTER('f')] = (const struct plan_word[]){ { STR_INIT("friday"), 4 },
		{ STR_INIT("freitag"), 4 }, { { 0 }, 0 } },
	.of[LETTER('j')] = (const struct plan_word[]){ { STR_INIT("jeudi"), 3 },
		{ STR_INIT("jueves"), 3 }, { { 0 }, 0 } },
	.of[LETTER('l')] = (const struct plan_word[]){ { STR_INIT("lundi"), 0 },
		{ STR_INIT("lunes"), 0 }, { { 0 }, 0 } },
	.of[LETTER('m')] = (const struct plan_word[]){ { STR_INIT("monday"), 0 },
		{ STR_INIT("montag"), 0 }, { STR_INIT("mittwoch"), 2 }, { STR_INIT("mardi"), 1 },
		{ STR_INIT("mercredi"), 2 }, { STR_INIT("martes"), 1 },
		{ STR_INIT("miércoles"), 2 }, { { 0 }, 0 } },
	.of[LETTER('s')] = (const struct plan_word[]){ { STR_INIT("saturday"), 5 },
		{ STR_INIT("sunday"), 6 }, { STR_INIT("samstag"), 5 }, { STR_INIT("sonnabend"), 5 },
		{ STR_INIT("sonntag"), 6 }, { STR_INIT("samedi"), 5 }, { STR_INIT("sábado"), 5 },
		{ { 0 }, 0 } },
	.of[LETTER('t')] = (const struct plan_word[]){ { STR_INIT("tuesday"), 1 },
		{ STR_INIT("thursday"), 3 }, { { 0 }, 0 } },
	.of[LETTER('v')] = (const struct plan_word[]){ { STR_INIT("vendredi"), 4 },
		{ STR_INIT("viernes"), 4 }, { { 0 }, 0 } },
	.of[LETTER('w')] = (const struct plan_word[]){ { STR_INIT("wednesday"), 2 }, { { 0 }, 0 } },
	.wide = (const struct plan_word[]){ { STR_INIT("понедельник"), 0 },
		{ STR_INIT("вторник"), 1 }, { STR_INIT("среда"), 2 }, { STR_INIT("четверг"), 3 },
		{ STR_INIT("пятница"), 4 }, { STR_INIT("суббота"), 5 },
		{ STR_INIT("воскресенье"), 6 }, { STR_INIT("月曜日"), 0 },
		{ STR_INIT("火曜日"), 1 }, { STR_INIT("水曜日"), 2 }, { STR_INIT("木曜日"), 3 },
		{ STR_INIT("金曜日"), 4 }, { STR_INIT("土曜日"), 5 }, { STR_INIT("日曜日"), 6 },
		{ STR_INIT("周一"), 0 }, { STR_INIT("周二"), 1 }, { STR_INIT("周三"), 2 },
		{ STR_INIT("周四"), 3 }, { STR_INIT("周五"), 4 }, { STR_INIT("周六"), 5 },
		{ STR_INIT("周日"), 6 }, { STR_INIT("星期一"), 0 }, { STR_INIT("星期二"), 1 },
		{ STR_INIT("星期三"), 2 }, { STR_INIT("星期四"), 3 }, { STR_INIT("星期五"), 4 },
		{ STR_INIT("星期六"), 5 }, { STR_INIT("星期日"), 6 }, { STR_INIT("星期天"), 6 },
		{ { 0 }, 0 } },
};

/* Where a weekday is expected: beside a date, in a column of days. */
static const struct plan_words brief_weekdays = {
	.of[LETTER('d')] = (const struct plan_word[]){ { STR_INIT("di"), 1 }, { STR_INIT("do"), 3 },
		{ STR_INIT("dim"), 6 }, { STR_INIT("dom"), 6 }, { { 0 }, 0 } },
	.of[LETTER('f')] = (const struct plan_word[]){ { STR_INIT("fri"), 4 },
		{ STR_INIT("fr"), 4 }, { { 0 }, 0 } },
	.of[LETTER('j')] = (const struct plan_word[]){ { STR_INIT("jeu"), 3 },
		{ STR_INIT("jue"), 3 }, { { 0 }, 0 } },
	.of[LETTER('l')] = (const struct plan_word[]){ { STR_INIT("lun"), 0 }, { { 0 }, 0 } },
	.of[LETTER('m')] = (const struct plan_word[]){ { STR_INIT("mon"), 0 },
		{ STR_INIT("mo"), 0 }, { STR_INIT("mi"), 2 }, { STR_INIT("mar"), 1 },
		{ STR_INIT("mer"), 2 }, { STR_INIT("mié"), 2 }, { { 0 }, 0 } },
	.of[LETTER('s')] = (const struct plan_word[]){ { STR_INIT("sat"), 5 },
		{ STR_INIT("sun"), 6 }, { STR_INIT("sa"), 5 }, { STR_INIT("so"), 6 },
		{ STR_INIT("sam"), 5 }, { STR_INIT("sáb"), 5 }, { { 0 }, 0 } },
	.of[LETTER('t')] =
		(const struct plan_word[]){ { STR_INIT("tues"), 1 }, { STR_INIT("tue"), 1 },
			{ STR_INIT("thurs"), 3 }, { STR_INIT("thu"), 3 }, { { 0 }, 0 } },
	.of[LETTER('v')] = (const struct plan_word[]){ { STR_INIT("ven"), 4 },
		{ STR_INIT("vie"), 4 }, { { 0 }, 0 } },
	.of[LETTER('w')] = (const struct plan_word[]){ { STR_INIT("wed"), 2 }, { { 0 }, 0 } },
	.wide = (const struct plan_word[]){ { STR_INIT("пн"), 0 }, { STR_INIT("вт"), 1 },
		{ STR_INIT("ср"), 2 }, { STR_INIT("чт"), 3 }, { STR_INIT("пт"), 4 },
		{ STR_INIT("сб"), 5 }, { STR_INIT("вс"), 6 }, { STR_INIT("月"), 0 },
		{ STR_INIT("火"), 1 }, { STR_INIT("水"), 2 }, { STR_INIT("木"), 3 },
		{ STR_INIT("金"), 4 }, { STR_INIT("土"), 5 }, { STR_INIT("日"), 6 }, { { 0 }, 0 } },
};

int plan_weekday(struct str *s, bool brief)
{
	size_t n = 0;
	const struct plan_word *w = plan_find_word(*s, &weekday_words, true, &n);
	if (!w && brief)
		w = plan_find_word(*s, &brief_weekdays, true, &n);
	if (!w)
		return -1;
	*s = plan_after(*s, n);
	return w->value;
}
