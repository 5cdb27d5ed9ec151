/* readiness_priv.h - what the parts of readiness share. */
#ifndef HONE_READINESS_PRIV_H
#define HONE_READINESS_PRIV_H

#include "hone/readiness.h"

/* From claims, days seen and open cards of the topics all that follows. mean_seconds: 0 not known. */
void readiness_settle(struct readiness *r, int mean_seconds);

#endif
