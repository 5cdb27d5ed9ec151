#!/bin/sh
# clock.sh - a clock that was set back, or far ahead by mistake: nothing is lost, all goes on.
. "$(dirname "$0")/../cli/lib.inc"
make_study

at() {
	HONE_NOW=$1
	export HONE_NOW
}

events() {
	"$HONE" -s "$study" verify --json | sed -n 's/.*"events":\([0-9]*\).*/\1/p'
}

at 2025-11-12T09:00:00
gives 0 a_grade_today -s "$study" grade Q1 4
before=$(events)
at 2025-11-02T09:00:00
gives 0 a_grade_on_a_clock_set_back -s "$study" grade Q2 4
gives 0 the_same_card_again -s "$study" grade Q1 1
gives 0 undo_takes_back_the_last -s "$study" undo
check undo_names_it has "$work/out" "Again"
check all_are_logged [ $(($(events) - before)) -eq 3 ]
gives 0 sound_on_a_clock_set_back -s "$study" verify
at 2035-01-01T09:00:00
gives 0 a_grade_far_ahead -s "$study" grade Q2 4
at 2025-11-13T09:00:00
gives 0 back_again -s "$study" grade Q1 4
gives 0 undo_goes_by_what_was_done -s "$study" undo
check it_is_the_last_one has "$work/out" "cascade"
gives 0 sound_after_all -s "$study" verify
at 2025-11-12T09:00:00
gives 0 rebuilt_from_the_log -s "$study" verify --rebuild
gives 0 sound_after_rebuild -s "$study" verify
