/* coverage.c - what the user says of each topic, counted by area. */
#include "hone/coverage.h"

static void count(struct coverage_count *c, enum level level)
{
	c->total++;
	switch (level) {
	case LEVEL_NONE: c->unrated++; break;
	case LEVEL_KNOW: c->know++; break;
	case LEVEL_UNSURE: c->unsure++; break;
	case LEVEL_DUNNO: c->dunno++; break;
	}
}

static bool same_area(const struct coverage_area *area, const struct topic_row *t)
{
	return str_eq(area->path, t->path) && str_eq(area->number, t->area_number) &&
	       str_eq(area->name, t->area);
}

bool coverage_load(const struct study *s, struct coverage *out, struct arena *a, struct err *e)
{
	struct coverage c = { 0 };
	size_t n, cap = 0;
	if (!catalog_topics(s->store, &c.topic, &n, a, e))
		return false;
	c.ntopic = (int)n;
	for (int i = 0; i < c.ntopic; i++) {
		const struct topic_row *t = &c.topic[i];
		if (c.narea == 0 || !same_area(&c.area[c.narea - 1], t)) {
			c.area = arena_room(a, c.area, (size_t)c.narea, &cap, sizeof *c.area);
			c.area[c.narea++] = (struct coverage_area){
				.path = t->path,
				.number = t->area_number,
				.name = t->area,
				.first = i,
			};
		}
		struct coverage_area *area = &c.area[c.narea - 1];
		area->ntopic++;
		count(&area->count, t->level);
		count(&c.count, t->level);
	}
	*out = c;
	return true;
}

int coverage_percent(struct coverage_count c)
{
	return c.total > 0 ? (int)(((int64_t)c.know * 200 + c.total) / (2 * (int64_t)c.total)) : 0;
}
