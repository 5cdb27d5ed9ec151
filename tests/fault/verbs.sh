#!/bin/sh
# verbs.sh - verbs that are killed or refused at each of their writes: nothing is lost, nothing half done.
# A script of the system call tracer: where that is missing or not allowed, the tests are skipped.
# The faults are made, not found: a disk in memory has them sooner.
[ -w /dev/shm ] && TMPDIR=/dev/shm
. "$(dirname "$0")/../cli/lib.inc"
make_study

tests=verbs_under_faults
. "$(dirname "$0")/faults.inc"
cards=$("$HONE" -s "$study" cards --json | tr '{,' '\n\n' | sed -n 's/^ *"id":"\([^"]*\)".*/\1/p')
card=${cards%%"
"*}
item=$("$HONE" -s "$study" plan --json | tr '{' '\n' | sed -n 's/^"id":"\([0-9a-f]*\)","text":"Catch.*/\1/p')
topic=$("$HONE" -s "$study" topics --json | tr '{' '\n' | sed -n 's/^"id":"\([0-9a-f]*\)".*/\1/p' | head -n 1)
"$HONE" -s "$study" grade "${cards##*"
"}" 5 >/dev/null # to be undone
cp -a "$study" "$work/base"

# state - all that the user sees of the study: cards, plan, topics, and the bytes of the files
state() {
	"$HONE" -s "$study" cards --json
	"$HONE" -s "$study" plan --json
	"$HONE" -s "$study" topics --json
	cat "$study"/*.md
}

for how in signal=KILL error=ENOSPC error=EIO; do
	kind=$(echo "${how#*=}" | tr 'A-Z' 'a-z')
	survives "grade_$kind" "$how" grade "$card" 4
	survives "tick_$kind" "$how" plan tick "$item"
	survives "rate_$kind" "$how" rate "$topic" unsure
	survives "undo_$kind" "$how" undo
done
