#!/bin/sh
# plan_full.sh - the verbs on the plan, refused by a full disk at each of their writes.
. "$(dirname "$0")/plan.inc"
plan_verbs error=ENOSPC
