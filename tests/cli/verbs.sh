#!/bin/sh
# verbs.sh - what each verb says and does, and its JSON.
. "$(dirname "$0")/lib.inc"
make_study

gives 0 status -s "$study" status
check status_says_what_is_new has "$work/out" "0 due, 2 new, 0 to repeat today, of 2 cards"
gives 0 status_json -s "$study" status --json
for part in '"today":"2025-11-12"' '"due":0,"new":2,"drill":0' '"checks_pending":1' \
	'"topics":{"know":1,"unsure":0,"dunno":1,"unrated":0,"total":2}' \
	'"files":{"plan":1,"decks":1,"topics":1,"sheets":4,"checks":1}' '"cards":2,"readiness":50'; do
	check "status_json_has_$part" has "$work/out" "$part"
done

gives 0 plan_json -s "$study" plan --json
for part in '"file":"plan.md","title":"Learn to juggle","tasks":4,"done":1' \
	'"phases":[{"number":1,"title":"Balls","from_week":1,"to_week":2,"marks":[]' \
	'"number":1,"to":1,"phase":1,"title":"Two balls","tasks":2,"done":1' \
	'"from":1,"to":1,"title":"One hand","status":"in-progress","date":"2025-11-11"' \
	'"minutes_from":30,"minutes_to":30,"tasks":2,"done":1' \
	'"text":"Throw to eye height (10 min)","done":true,"line":9,"depth":0,"minutes_from":10' \
	'"sections":[{"title":"Show","tasks":1,"done":0'; do
	check "plan_json_has_$part" has "$work/out" "$part"
done

cp "$study/plan.md" "$work/before.md"
item=$("$HONE" -s "$study" plan --json | tr '{' '\n' | sed -n 's/^"id":"\([0-9a-f]*\)","text":"Catch.*/\1/p')
gives 0 tick -s "$study" plan tick "$item"
check tick_writes_the_box grep -qxF -- '- [x] Catch without looking' "$study/plan.md"
check tick_changes_one_byte sh -c "[ \$(cmp -l '$work/before.md' '$study/plan.md' | wc -l) -eq 1 ]"
gives 0 untick -s "$study" plan untick "$item"
check untick_restores_the_file cmp "$work/before.md" "$study/plan.md"
gives 0 tick_by_line -s "$study" plan tick 10
gives 0 undo_a_tick -s "$study" undo
check undo_says_what has "$work/out" 'undone: ticked "Catch without looking"'
check undo_restores_the_file cmp "$work/before.md" "$study/plan.md"
gives 1 no_such_task -s "$study" plan tick ffffffffffffffff
gives 2 plan_knows_its_words -s "$study" plan frobnicate

gives 0 cards_json -s "$study" cards --json
for part in '"label":"Q1","deck":"deck.md","line":5,"kind":"basic","front":"What is a cascade?"' \
	'"back":"The pattern for an **odd** number of balls.","topic":"Patterns"' \
	'"state":"new","due":null,"interval":0,"ease":2.50,"reps":0,"lapses":0'; do
	check "cards_json_has_$part" has "$work/out" "$part"
done
gives 0 cards_with_words -s "$study" cards fountain
check cards_found_by_words sh -c "[ \$(wc -l <'$work/out') -eq 1 ]"
gives 0 due_quiet_when_due -q -s "$study" due
gives 0 grade_by_label -s "$study" grade Q1 4
check grade_says_when has "$work/out" "due 2025-11-13, interval 1"
gives 0 grade_the_other -s "$study" grade Q2 5
gives 1 due_quiet_when_nothing_is -q -s "$study" due
gives 0 undo_a_grade -s "$study" undo
check undo_names_the_grade has "$work/out" 'undone: graded "What is a fountain?" Easy'
gives 0 redo_a_grade -s "$study" redo
gives 2 grade_out_of_range -s "$study" grade Q1 6
gives 1 grade_no_such_card -s "$study" grade Q9 4
gives 0 hide -s "$study" hide Q1
gives 0 hidden_shows -s "$study" cards cascade
check hidden_is_said has "$work/out" hidden
gives 0 unhide -s "$study" unhide Q1

gives 0 topics_json -s "$study" topics --json
for part in '{"know":1,"unsure":0,"dunno":1,"unrated":0,"total":2,"areas":[{"file":"topics.md"' \
	'"area":"Patterns","know":1,"unsure":0,"dunno":1,"unrated":0' \
	'"name":"Fountain","level":"dunno","notes":"ask Ann","since":null'; do
	check "topics_json_has_$part" has "$work/out" "$part"
done
cp "$study/topics.md" "$work/before.md"
gives 0 rate -s "$study" rate Fountain unsure
check rate_moves_the_mark grep -qxF -- '| Fountain | [ ] | [x] | [ ] | ask Ann |' "$study/topics.md"
gives 0 undo_a_rating -s "$study" undo
check undo_restores_the_mark cmp "$work/before.md" "$study/topics.md"
gives 2 rate_knows_its_levels -s "$study" rate Fountain perhaps

gives 0 check_json -s "$study" check --json
check check_without_score has "$work/out" '"number":1,"date":"2025-11-10","score":null'
check check_with_score has "$work/out" '"number":2,"date":"2025-11-11","score":87.5'
check check_says_where has "$work/out" '"source":"log.md:6"'
gives 0 sheets_json -s "$study" sheets --json
check sheets_have_titles has "$work/out" '{"file":"deck.md","title":"Juggling","headings":4,"words":'
gives 0 read_a_file read "$study/deck.md" --width 40
check read_sets_the_text has "$work/out" "The pattern for an odd number of balls."
gives 0 read_several -s "$study" read deck.md topics.md --width 40
check each_begins_with_its_name sh -c "grep -q '^── deck.md ─*\$' '$work/out' && grep -q '^── topics.md ─*\$' '$work/out'"
gives 1 read_several_of_which_one_is_not_there -s "$study" read deck.md nosuch.md
gives 0 read_in_the_study -s "$study" read deck.md
check read_without_color sh -c "! grep -q '$(printf '\033')' '$work/out'"
gives 0 read_in_color --color=always read "$study/deck.md"
check read_with_color has "$work/out" "$(printf '\033')[0;1modd"

gives 0 sync_again -s "$study" sync --json
check sync_found_nothing has "$work/out" '"changed":0,"removed":0'
printf '\n### Q3: What is a shower?\n\nA circle.\n' >>"$study/deck.md"
gives 0 sync_after_an_edit -s "$study" sync --json
check sync_found_the_card has "$work/out" '"changed":1,"removed":0,"cards_added":1'
gives 0 verify -s "$study" verify --json
check verify_is_clean has "$work/out" '{"ok":true,'
gives 0 verify_rebuild -s "$study" verify --rebuild

cp -R "$study" "$work/other"
gives 0 grade_on_the_other_machine -s "$work/other" grade Q3 4
gives 0 merge -s "$study" merge "$work/other/.hone/hone.db" --json
check merge_takes_in_what_is_new has "$work/out" '"events_added":1'
gives 0 merge_again -s "$study" merge "$work/other/.hone/hone.db" --json
check merge_again_adds_nothing has "$work/out" '"events_added":0'
gives 0 merged_card -s "$study" cards shower --json
check merged_card_is_graded has "$work/out" '"reps":1'
gives 1 merge_with_nothing -s "$study" merge "$work/none.db"

printf 'seq\tday\tgrade\n1\t100\t4\n1\t101\t4\n1\t107\t4\n1\t122\t1\n2\t0\t5\n' >"$work/reviews.tsv"
printf '1\t1\t1\t2.50\t1\n1\t2\t2\t2.50\t6\n1\t3\t3\t2.50\t15\n1\t4\t0\t2.50\t1\n2\t1\t1\t2.60\t1\n' \
	>"$work/want.tsv"
check sched_runs sh -c "'$HONE' sched sm2 <'$work/reviews.tsv' >'$work/got.tsv'"
check sched_is_exact cmp "$work/want.tsv" "$work/got.tsv"
check sched_names_the_line sh -c "printf '1\t2\n' | '$HONE' sched sm2 2>&1 | grep -q 'stdin:1:'"
gives 2 sched_knows_its_names sched sm17

gives 0 keys keys
check keys_of_views has "$work/out" "Grade Good: known"
gives 0 keys_json keys --json
gives 0 doctor -s "$study" doctor
check doctor_checks has "$work/out" "database     ok"
gives 0 help --help
check help_lists_verbs has "$work/out" "hone [-s DIR] VERB"
gives 0 version --version
