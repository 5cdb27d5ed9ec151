#!/bin/sh
# sheets.sh - sheets made, chosen and printed from the shell.
. "$(dirname "$0")/lib.inc"
make_study

gives 0 a_new_sheet_is_shown_first -s "$study" sheets new "Throws & catches" --dry-run
check its_path_and_text sh -c "[ \"\$(cat '$work/out')\" = 'references/throws-catches.md
# Throws & catches' ]"
check nothing_was_made [ ! -e "$study/references" ]
gives 0 a_new_sheet -s "$study" sheets new "Throws & catches"
check it_is_there grep -qxF '# Throws & catches' "$study/references/throws-catches.md"
gives 1 a_new_sheet_takes_no_file_s_place -s "$study" sheets new "Throws, catches"
check that_is_said one_sentence
gives 1 a_sheet_needs_a_title -s "$study" sheets new "?!"
gives 2 sheets_knows_its_verbs -s "$study" sheets old x
mkdir -p "$study/templates"
printf '# {title}\n\n{date}\n' >"$study/templates/sheet.md"
gives 0 a_new_sheet_from_the_template -s "$study" sheets new "Clubs"
check it_has_the_day grep -qxF '2025-11-12' "$study/references/clubs.md"

gives 1 none_is_chosen -s "$study" read
check how_to_choose_is_said has "$work/err" "none is chosen"
gives 0 choose_two -s "$study" sheets choose references/clubs.md deck.md
gives 0 the_chosen_are_in_the_list -s "$study" sheets --json
check with_their_places sh -c "grep -q '\"file\":\"deck.md\".*\"chosen\":2' '$work/out' && grep -q '\"file\":\"references/clubs.md\",\"title\":\"Clubs\",\"headings\":1,\"words\":[0-9]*,\"chosen\":1' '$work/out'"
gives 0 the_chosen_are_read -s "$study" read --width 40
check in_their_order sh -c "[ \"\$(grep -n '^── ' '$work/out' | head -2 | cut -d' ' -f2 | tr '\n' ' ')\" = 'references/clubs.md deck.md ' ]"
gives 1 only_sheets_can_be_chosen -s "$study" sheets choose nosuch.md
gives 0 the_choice_stays_then -s "$study" read
gives 0 none_is_chosen_any_more -s "$study" sheets choose
gives 1 nothing_to_read -s "$study" read

printf '# On $x^2$\n\nIt is ≤ λ² \342\234\205\n\n- one\n' >"$work/signs.md"
LC_ALL=C gives 0 read_in_ascii read "$work/signs.md"
check formulas_are_as_written has "$work/out" 'On $x^2$'
check signs_have_stand_ins has "$work/out" 'It is <= lambda^2 ?'
check nothing_else_is_there sh -c "! LC_ALL=C grep -q '[^ -~]' '$work/out'"
gives 0 read_as_ever read "$work/signs.md"
check it_has_all_signs has "$work/out" 'It is ≤ λ² ✅'

gives 0 print_as_text read "$study/deck.md" -o "$work/deck.txt"
check text_has_no_marks grep -qxF 'The pattern for an odd number of balls.' "$work/deck.txt"
gives 1 print_takes_no_file_s_place read "$study/topics.md" -o "$work/deck.txt"
check print_says_so one_sentence
check the_file_stayed grep -qxF 'The pattern for an odd number of balls.' "$work/deck.txt"
gives 0 print_as_html read "$study/deck.md" -o "$work/deck.html"
check html_has_the_marks has "$work/deck.html" 'an <b>odd</b> number'
gives 1 print_never_makes_notes read "$study/deck.md" -o "$study/copy.md"
check no_notes_were_made [ ! -e "$study/copy.md" ]

mkdir "$work/none"
PATH=$work/none gives 1 pdf_without_a_program read "$study/deck.md" -o "$work/deck.pdf"
check what_is_missing_is_named has "$work/err" "install weasyprint or wkhtmltopdf"
printf '#!/bin/sh\nprintf %%%%PDF-1.4; cat\n' >"$work/none/weasyprint"
chmod +x "$work/none/weasyprint"
PATH=$work/none:$PATH gives 0 pdf_by_a_program read "$study/deck.md" -o "$work/deck.pdf"
check the_program_got_the_page has "$work/deck.pdf" 'an <b>odd</b> number'
