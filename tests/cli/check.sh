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

cp -R "$study" "$work/bare"
sed -i 's/\[x\]/[ ]/' "$work/bare/plan.md"
check nothing_is_asked_without_reason sh -c "'$HONE' -s '$work/bare' check --plain </dev/null | grep -q 'Nothing is due either. Begin some cards'"
cp "$study/plan.md" "$work/bare/plan.md"
check a_task_that_is_done_is_asked sh -c "'$HONE' -s '$work/bare' check --plain </dev/null | grep -q 'Explain: Throw to eye height'"
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

# A schedule kept by hand.
mkdir -p "$study/data"
cat >"$study/data/plan.md" <<'END'
# Schedule

| ID | Topic | Category | EF | I | n | Last Review | Next Review | Score History |
|----|-------|----------|----|---|---|-------------|-------------|---------------|
| j_1 | Siteswap | Theory | 2.5 | 15 | 3 | 2025-11-10 | 2025-11-25 | 75,85 |
| j_2 | Shower | Theory | 2.36 | 6 | 2 | 2025-11-04 | 2025-11-11 | 90 |
| j_3 | Clubs | Props | 2.5 | 0 | 0 | 2025-11-10 | 2025-11-10 | |
END
cp "$study/data/plan.md" "$work/table.md"
gives 0 adopt_can_be_looked_at -s "$study" adopt --dry-run data/plan.md
check broken_row_is_named has "$work/out" "data/plan.md:6: Shower: the next review is 7 days after the last one, not I = 6"
check cards_are_shown has "$work/out" "Q: Siteswap #explain"
check nothing_was_written [ ! -e "$study/data/plan-cards.md" ]
gives 0 adopt_takes_over -s "$study" adopt data/plan.md
check adopt_counts has "$work/out" "3 rows: 3 new cards in data/plan-cards.md, 2 schedules and 3 scores taken over"
check table_is_as_it_was cmp "$work/table.md" "$study/data/plan.md"
gives 0 adopted_cards -s "$study" cards --json
check state_is_there has "$work/out" '"front":"Siteswap","back":"","topic":"Theory","tags":"","state":"learning","due":"2025-11-25","interval":15,"ease":2.50,"reps":3'
check due_one_is_due has "$work/out" '"front":"Shower","back":"","topic":"Theory","tags":"","state":"due","due":"2025-11-11"'
gives 0 adopt_again -s "$study" adopt data/plan.md
check nothing_is_taken_twice has "$work/out" "3 rows: 0 new cards in data/plan-cards.md, 0 schedules and 0 scores taken over"
echo '| j_4 | Diabolo | Props | 2.5 | 1 | 1 | 2025-11-11 | 2025-11-12 | 80 |' >>"$study/data/plan.md"
gives 0 adopt_new_rows -s "$study" adopt data/plan.md
check only_new_rows_are_taken has "$work/out" "4 rows: 1 new cards in data/plan-cards.md, 1 schedules and 1 scores taken over"
gives 1 adopt_needs_a_table -s "$study" adopt deck.md
check adopt_says_what_is_missing has "$work/err" "holds no table with topic, EF, interval and next review"
gives 0 folds_agree -s "$study" verify
gives 0 undo_after_adopt -s "$study" undo
check undo_takes_out_the_lines_and_no_score_of_the_table has "$work/out" "wrote lines into data/plan-cards.md"

# After an interview.
printf 'What is a cascade?\nu: Why a fountain?\n' >"$work/asked"
"$HONE" -s "$study" interview --dry-run <"$work/asked" >"$work/out"
check interview_can_be_looked_at has "$work/out" "Not done, only shown: 2 cards due tomorrow in interview-questions.md"
check interview_only_looked [ ! -e "$study/interview-questions.md" ]
"$HONE" -s "$study" interview <"$work/asked" >"$work/out"
check interview_says_levels has "$work/out" "unsure  Why a fountain?  (Fountain)"
check interview_writes has "$study/interview-questions.md" "Q: Why a fountain? #explain"
check cards_are_due_tomorrow sh -c "HONE_NOW=2025-11-13T09:00:00 '$HONE' -s '$study' due | grep -q 'What is a cascade?'"
gives 0 interview_is_undone -s "$study" undo
check undo_says_what has "$work/out" "wrote lines into interview-questions.md and"
check interview_is_taken_out sh -c "! grep -q fountain '$study/interview-questions.md'"
check without_questions_nothing sh -c "! printf '# x\n' | '$HONE' -s '$study' interview 2>'$work/err'"
check without_questions_is_said has "$work/err" "There is no question in it"
gives 0 folds_agree_after_all -s "$study" verify
