#!/bin/sh
# search.sh - what is found by words, from the shell.
. "$(dirname "$0")/lib.inc"
make_study
printf '# Throws\n\n## Heights\n\nA **cascade** peaks at eye height.\n' >"$study/throws.md"

gives 0 a_word_is_found -s "$study" search cascade
check a_sheet_has_it grep -q '^sheet  throws.md:5  Heights$' "$work/out"
check the_line_is_shown grep -q '^       A cascade peaks at eye height.$' "$work/out"
check a_card_has_it grep -q '^card   deck.md:5  What is a cascade?$' "$work/out"
check a_line_of_the_answer_too grep -q "^       The pattern for an" "$work/out"
check a_topic_has_it grep -q '^topic  topics.md:.*Cascade' "$work/out"
check a_task_has_it grep -q '^plan   plan.md:14  Cascade for a minute' "$work/out"
gives 0 a_begun_word_is_found -s "$study" search casc
check begun_word_shows_it has "$work/out" "What is a cascade?"
gives 0 all_words_are_needed -s "$study" search casc eye
check only_the_sheet_has_both sh -c "grep -q ^sheet '$work/out' && ! grep -q ^card '$work/out'"
gives 0 words_in_a_row -s "$study" search '"own balls"'
check words_in_a_row_are_found has "$work/out" "What is a fountain?"
gives 0 a_field_is_looked_at_alone -s "$study" search back:cascade
check the_answer_has_no_such_word [ ! -s "$work/out" ]
gives 0 few_of_each_kind -s "$study" search --limit 1 a
check one_card_of_two sh -c "[ \$(grep -c ^card '$work/out') -eq 1 ]"
gives 0 json_of_a_search -s "$study" search --json peaks
check json_is_as_promised has "$work/out" '[{"kind":"sheet","file":"throws.md","line":5,"title":"Heights","where":"Throws","excerpt":"A cascade peaks at eye height."}]'
gives 0 json_of_a_card -s "$study" search --json odd
check json_names_the_card grep -q '^\[{"kind":"card","id":"[0-9a-f]*","file":"deck.md","line":5,"title":"What is a cascade?"' "$work/out"
gives 0 json_of_nothing -s "$study" search --json nosuchword
check json_of_nothing_is_a_list has "$work/out" "[]"
gives 2 words_are_needed -s "$study" search
