/* guide_show.h - what a guide found, as text that tests compare. */
#ifndef HONE_GUIDE_SHOW_H
#define HONE_GUIDE_SHOW_H

#include "hone/guide.h"

void show_targets(struct buf *out, const struct guide *g);
void show_links(struct buf *out, const struct guide *g);
void show_weeks(struct buf *out, const struct guide *g);
void show_milestones(struct buf *out, const struct guide *g);
void show_counters(struct buf *out, const struct guide *g);
void show_decisions(struct buf *out, const struct guide *g);
void show_rhythms(struct buf *out, const struct guide *g);
void show_advice(struct buf *out, const struct guide *g);
void show_guide(struct buf *out, const struct guide *g); /* all of it */
void show_guide_day(struct buf *out, const struct guide_day *d);
void show_timings(struct buf *out, const struct guide_timing *t, int n);

#endif
