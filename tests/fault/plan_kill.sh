#!/bin/sh
# plan_kill.sh - the verbs on the plan, killed at each of their writes.
. "$(dirname "$0")/plan.inc"
plan_verbs signal=KILL
