/* store_schema.h - the tables, as the steps that lead from one user_version to the next. */
#ifndef HONE_STORE_SCHEMA_H
#define HONE_STORE_SCHEMA_H

#include "hone/store.h"

/* "hone" in ASCII: marks the file as ours, for file(1) too. */
enum { STORE_APPLICATION_ID = 0x686f6e65 };

/* steps[v] leads from user_version v to v + 1. Steps are never changed once they were released. */
extern const char *const store_steps[STORE_SCHEMA];

/* As the steps leave it: made anew when a first import is done. Its expression is that of CARD_IS. */
#define CARD_INDEX "CREATE INDEX card_id ON card(id >> 40)"

#endif
