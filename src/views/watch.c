/* watch.c - thinking time. */
#include "views/watch.h"

#include <stdio.h>

#include "hone/clock.h"

static int64_t running_ms(const struct watch *w)
{
	return watch_runs(w) ? clock_ticks_ms() - w->since : 0;
}

void watch_start(struct watch *w)
{
	*w = (struct watch){ .since = clock_ticks_ms(), .away = w->away };
}

void watch_away(struct watch *w, bool away)
{
	w->before = watch_ms(w);
	w->since = clock_ticks_ms();
	w->away = away;
}

void watch_stop(struct watch *w)
{
	w->before = watch_ms(w);
	w->stopped = true;
}

int64_t watch_ms(const struct watch *w)
{
	return w->before + running_ms(w);
}

bool watch_runs(const struct watch *w)
{
	return !w->away && !w->stopped;
}

const char *watch_text(int64_t ms, char out[static 16])
{
	int seconds = (int)(ms / 1000);
	if (seconds >= 3600)
		snprintf(out, 16, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
	else
		snprintf(out, 16, "%d:%02d", seconds / 60, seconds % 60);
	return out;
}
