#!/bin/sh
# search.sh - cards found by words, from the shell.
. "$(dirname "$0")/lib.inc"
make_study

gives 0 a_word_is_found -s "$study" search cascade
check its_question_is_shown has "$work/out" "What is a cascade?"
check a_line_of_the_answer_too grep -q "^    The pattern for an" "$work/out"
gives 0 a_begun_word_is_found -s "$study" search casc
check begun_word_shows_it has "$work/out" "What is a cascade?"
gives 0 a_field_is_looked_at_alone -s "$study" search back:cascade
check the_answer_has_no_such_word sh -c "! grep -q 'What is a cascade' '$work/out'"
gives 0 json_of_a_search -s "$study" search --json cascade
check json_names_the_card grep -q '^\[{"id":.*"front":"What is a cascade?"' "$work/out"
gives 0 json_of_nothing -s "$study" search --json nosuchword
check json_of_nothing_is_a_list has "$work/out" "[]"
gives 2 words_are_needed -s "$study" search
