#!/bin/sh
# plan_eio.sh - the verbs on the plan, refused by a failing disk at each of their writes.
. "$(dirname "$0")/plan.inc"
plan_verbs error=EIO
