#!/bin/sh
# review.sh - cards asked line by line: a dialogue through a pipe.
. "$(dirname "$0")/lib.inc"
make_study

# talk NAME LINES ARGS... - the verb with these lines of input
talk() {
	name=$1 lines=$2
	shift 2
	printf '%b' "$lines" | "$HONE" -s "$study" review "$@" >"$work/out" 2>"$work/err"
	code=$?
	[ "$code" -eq 0 ] && echo "ok $name" || echo "not ok $name: exit code $code"
}

gives 2 review_needs_plain -s "$study" review
check review_says_what_to_do has "$work/err" "--plain"
gives 2 cram_and_ahead_exclude_each_other -s "$study" review --plain --cram --ahead 2

talk cram_asks_all '\n3\n\n3\n' --plain --cram
check cram_has_the_question has "$work/out" "What is a cascade?"
check cram_has_the_answer has "$work/out" "The pattern for an odd number of balls."
check cram_sums_up has "$work/out" "good 2"
gives 0 cards_after_cram -s "$study" cards --json
check cram_changes_nothing sh -c "! grep -q '\"reps\":1' '$work/out'"

talk a_grade_is_taken_back '\n3\nu\nq\n' --plain
check undo_says_what has "$work/out" 'Taken back: graded "What is a cascade?" Good.'
gives 0 cards_after_undo -s "$study" cards --json
check undo_left_nothing sh -c "! grep -q '\"reps\":1' '$work/out'"

talk the_end_of_input_ends_it '\n3\n' --plain
gives 0 cards_after_end -s "$study" cards --json
check what_was_graded_is_kept has "$work/out" '"reps":1'

gives 2 an_unknown_field_is_refused -s "$study" review --plain colour:red
check refusal_is_one_sentence grep -q 'is:' "$work/err"

# Sixty cards, all due tomorrow, in two minutes: what they take is not known, so it is half a minute each.
many=$work/many
mkdir "$many"
printf '[review]\nnew_per_day = 100\n' >"$many/hone.ini"
printf '# Plan\n\n**Exam date**: 2025-11-18\n\n## Week 1\n\n**Day 1: A**\n\n- [ ] a\n' >"$many/plan.md"
for i in $(seq 60); do
	printf 'Q: card %d\nA: %d\n\n' "$i" "$i"
done >"$many/deck.md"
study=$many
gives 0 sixty_cards_are_read -s "$study" cards
cut -d' ' -f1 "$work/out" | while read -r card; do
	"$HONE" -s "$study" grade "$card" 4 >"$work/said" || echo "not ok grade_$card"
done
talk tomorrow_is_told '' --plain
check tomorrow_they_are_due has "$work/out" "tomorrow 60 due"
HONE_NOW=2025-11-13T09:00:00
talk minutes_choose_some '\n' --plain --minutes 2
check minutes_name_the_backlog grep -q '^4 cards.*; backlog 56, clears in 14 days\.' "$work/out"
check the_last_pass_comes_before_the_exam has "$work/out" "3 good 2 days (last pass)"
gives 0 status_before_an_exam -s "$study" status
check status_names_the_exam has "$work/out" "deadline 2025-11-18, 5 days left"
gives 0 json_of_a_deadline -s "$study" status --json
check json_names_the_exam has "$work/out" '"deadline":"2025-11-18"'
