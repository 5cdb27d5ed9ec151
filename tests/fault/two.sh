#!/bin/sh
# two.sh - several programs write to one study at the same time: every grade of each is in the log.
. "$(dirname "$0")/../cli/lib.inc"
make_study

each=25

# grades FILE - grade the first card so many times; the exit codes that were not 0 go to the file
grades() {
	i=0
	while [ $((i += 1)) -le "$each" ]; do
		"$HONE" -s "$study" grade "$card" 4 >/dev/null 2>>"$1" || echo "exit code $?" >>"$1"
	done
}

events() {
	"$HONE" -s "$study" verify --json | sed -n 's/.*"events":\([0-9]*\).*/\1/p'
}

gives 0 sync -s "$study" sync
card=$("$HONE" -s "$study" cards --json | tr '{,' '\n\n' | sed -n 's/^ *"id":"\([^"]*\)".*/\1/p' | head -n 1)
before=$(events)
grades "$work/first" &
grades "$work/second" &
grades "$work/third"
wait
check two_hones_are_never_refused sh -c "! cat '$work/first' '$work/second' '$work/third' 2>/dev/null | grep ."
check two_hones_lose_no_grade [ $(($(events) - before)) -eq $((3 * each)) ]
gives 0 two_hones_leave_a_sound_database -s "$study" verify
