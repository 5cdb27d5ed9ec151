/*
 * watch.h - thinking time; it stands still while the user is away and, of a task, once the answer is shown.
 */
#ifndef HONE_WATCH_H
#define HONE_WATCH_H

#include <stdbool.h>
#include <stdint.h>

struct watch {
	int64_t since;  /* clock_ticks_ms() when it last began to run */
	int64_t before; /* ms that it ran until then */
	bool away, stopped;
};

void watch_start(struct watch *w);
void watch_away(struct watch *w, bool away);
void watch_stop(struct watch *w);
int64_t watch_ms(const struct watch *w);
bool watch_runs(const struct watch *w);

/* "4:05", "1:02:03" */
const char *watch_text(int64_t ms, char out[static 16]);

#endif
