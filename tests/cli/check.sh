#!/bin/sh
# check.sh - knowledge checks on the command line: listed, and asked line by line.
. "$(dirname "$0")/lib.inc"
make_study

gives 0 check_lists -s "$study" check
check list_has_the_table has "$work/out" "2  2025-11-11   87.5 % B+  Fountain"
printf '[check]\nquestions = 2\n' >"$study/hone.ini"

# asks ANSWERS... - a check whose input are these lines
asks() {
	printf '%s\n' "$@" | "$HONE" -s "$study" check --plain >"$work/out" 2>"$work/err"
}

check nothing_is_asked_without_reason sh -c "'$HONE' -s '$study' check --plain </dev/null | grep -q 'nothing to ask'"
"$HONE" -s "$study" grade Q1 4 >/dev/null
"$HONE" -s "$study" grade Q2 4 >/dev/null
asks '' 90 q
check the_first_is_asked has "$work/out" "Question 1 of 2, of today, Patterns"
check the_answer_is_told has "$work/out" "The pattern for an odd number of balls."
check what_is_left_is_said has "$work/out" "1 of 2 answered; the rest goes on later today."
asks x '' 101 u s '' 50%
check it_goes_on has "$work/out" "2 questions, 1 answered."
check help_is_given has "$work/out" "Enter shows the answer, then type how much"
check undo_takes_back has "$work/out" 'Taken back: scored "What is a cascade?" 90%.'
asks '' 40 '' 100 ''
check result_is_said has "$work/out" "Weak: "
gives 0 check_json -s "$study" check --json
check log_is_a_source has "$work/out" '"questions":2,"letter":'
check log_is_named has "$work/out" '"source":"log"}'
