#!/bin/sh
# readiness.sh - readiness, stats and charts from the shell. Today is 2025-11-12, a Wednesday.
. "$(dirname "$0")/lib.inc"
make_study

# Cascade know, Fountain dunno, both of the file: (90 + 10) / 2.
gives 0 readiness_json -s "$study" readiness --json
for part in '"today":"2025-11-12","readiness":50.0,"topics":2,"recalled":0,"without_cards":0' '"target":null' \
	'"number":"1","area":"Patterns","readiness":50.0,"recall":null,"n":0' \
	'"name":"Cascade","level":"know","readiness":90.0,"recall":null,"n":0,"claim":null,"cards":1,"open":1' \
	'{"day":"2025-11-12","readiness":50.0}' '"gain":22.50,"seconds":30,"open":1'; do
	check "readiness_json_has_$part" has "$work/out" "$part"
done

cascade=$("$HONE" -s "$study" cards cascade --json | sed -n 's/.*"id":"\([0-9a-f]*\)".*/\1/p')
gives 0 grade_wrong -s "$study" grade "$cascade" 1
# Cascade: (1 * 90 + 0) / 2 = 45.
gives 0 after_an_answer -s "$study" readiness --json
check an_answer_counts has "$work/out" '"name":"Cascade","level":"know","readiness":45.0,"recall":0.0,"n":1'
check status_has_readiness sh -c "'$HONE' -s '$study' status --json | grep -q '\"readiness\":28'"
gives 0 undo_the_answer -s "$study" undo
check an_undone_answer_does_not sh -c "'$HONE' -s '$study' status --json | grep -q '\"readiness\":50'"
"$HONE" -s "$study" redo >/dev/null

printf '[readiness]\ntarget = 75\n' >"$study/hone.ini"
gives 0 readiness_text -s "$study" readiness --width 60 --ascii
check target_of_hone_ini has "$work/out" "Readiness: 28 % of 2 topics; target 75 %"
check bars_are_drawn has "$work/out" "1 Patterns  #####"
check checks_are_counted has "$work/out" "1 knowledge check  "
check what_raises_it has "$work/out" "1 card   Fountain"
check no_row_is_too_wide awk 'length($0) > 60 && /[#|]/ { print; bad = 1 } END { exit bad }' "$work/out"
printf '[readiness]\ntarget = 175\n' >"$study/hone.ini"
gives 1 bad_target -s "$study" readiness
check bad_target_in_a_sentence has "$work/err" "hone.ini:2: target must be a number from 1 to 100"
rm "$study/hone.ini"

# A third card is about no topic; its words come near one that has cards.
cat >>"$study/deck.md" <<'END'

### Q3: How high is a throw?

To the eyes.
END
cp "$study/topics.md" "$work/before.md"
echo '| High throws, turning | [ ] | [ ] | [ ] | |' >>"$study/topics.md"
cp "$study/deck.md" "$work/deck.md"
printf '# On throws\n\nHow.\n\n## Turning\n\nRound.\n' >"$study/notes.md"
cp "$study/topics.md" "$work/topics.md"
gives 0 joins_text -s "$study" joins
check a_pair_is_proposed has "$work/out" "How high is a throw?"
check its_topic_is_named has "$work/out" "High throws, turning  (high throws)"
check what_is_left_is_counted has "$work/out" "1 proposed; 1 cards are about no topic, 1 topics have no cards"
gives 0 joins_json -s "$study" joins --json
check joins_json_has_words has "$work/out" '"name":"High throws, turning"},"words":"high throws","percent":100'
check joins_json_has_said has "$work/out" '"said":[]'
gives 0 join_no -s "$study" join Q3 "High throws, turning" no
check join_says_it has "$work/out" "is not about"
gives 0 joins_after_no -s "$study" joins
check what_was_refused_is_not_proposed has "$work/out" "0 proposed; 1 cards are about no topic"
check what_was_said_is_listed has "$work/out" "1 said"
gives 0 join_yes -s "$study" join Q3 throws --json
check join_json has "$work/out" '"name":"High throws, turning"},"about":true}'
gives 0 joined -s "$study" readiness --json
check a_joined_card_counts has "$work/out" '"name":"High throws, turning","level":null,"readiness":null,"recall":null,"n":0,"claim":null,"cards":1'
gives 0 undo_join -s "$study" undo
check undo_names_the_join has "$work/out" 'undone: said that "How high is a throw?" is about "High throws, turning"'
check no_file_was_written cmp "$study/deck.md" "$work/deck.md"
check no_table_was_written cmp "$study/topics.md" "$work/topics.md"
gives 2 join_maybe -s "$study" join Q3 throws maybe
check join_maybe_in_a_sentence one_sentence
gives 0 join_section -s "$study" join "notes.md#Turning" "High throws" --json
check join_section_names_its_kind has "$work/out" '"kind":"section-topic","section":{"id":"'
check join_section_names_its_place has "$work/out" '"name":"Turning","place":"notes.md#Turning"},"topic":'
gives 0 join_sheet_day -s "$study" join notes.md day:1.1
check join_sheet_says_day has "$work/out" "notes.md#On throws"
check join_sheet_belongs has "$work/out" "belongs to  "
gives 0 join_day -s "$study" join day:1.1 "High throws" no
check join_day_says_no has "$work/out" "is not about  "
gives 0 joins_all -s "$study" joins
check joins_all_are_listed has "$work/out" "4 said"
gives 0 undo_day -s "$study" undo
check undo_names_the_day has "$work/out" 'is not about "High throws, turning"'
gives 0 undo_sheet -s "$study" undo
check undo_names_the_sheet has "$work/out" 'undone: said that "On throws" belongs to "Week 1'
gives 1 join_of_no_section -s "$study" join "notes.md#Nothing" "High throws"
check join_of_no_section_in_a_sentence one_sentence
gives 1 join_card_day -s "$study" join Q3 day:1.1
check join_card_day_in_a_sentence one_sentence
gives 1 join_no_day -s "$study" join notes.md day:9.9
check join_no_day_in_a_sentence one_sentence
gives 1 join_of_no_card -s "$study" join Q9 throws
check join_of_no_card_in_a_sentence one_sentence
cp "$work/before.md" "$study/topics.md"
rm "$study/notes.md"

gives 0 stats_json -s "$study" stats --json
for part in '"today":{"answers":1,"new":1,"seconds":0}' '"retention":{"n":0,"right":0,"percent":null}' \
	'"forecast":[1,0,' '"know":{"recall":0.0,"n":1}' '"dunno":{"recall":null,"n":0}' '"overclaimed":0'; do
	check "stats_json_has_$part" has "$work/out" "$part"
done
gives 0 stats_text -s "$study" stats
check stats_say_what_was_done has "$work/out" "1 answers,     1 of new cards"

for chart in coverage areas readiness checks calibration; do
	gives 0 "csv_of_$chart" -s "$study" export "$chart" --format csv
	check "csv_of_${chart}_has_a_row" test "$(wc -l <"$work/out")" -ge 2
	gives 0 "svg_of_$chart" -s "$study" export "$chart" --format svg -o "$work/$chart.svg"
	check "svg_of_${chart}_ends" sh -c "tail -n 1 '$work/$chart.svg' | grep -qx '</svg>'"
done
gives 0 csv_of_checks -s "$study" export checks --format csv
check a_hand_kept_check has "$work/out" "2025-11-11,87.5,"
gives 0 csv_of_calibration -s "$study" export calibration --format csv
check calibration_of_a_topic has "$work/out" "Patterns,Cascade,know,0.0,1,45.0,"
gives 2 no_such_chart -s "$study" export pies --format csv
check no_such_chart_in_a_sentence one_sentence
gives 2 no_such_format -s "$study" export checks --format pdf
check no_such_format_in_a_sentence one_sentence
gives 1 never_over_notes -s "$study" export checks --format csv -o "$study/log.md"
check never_over_notes_in_a_sentence one_sentence

rm "$study/topics.md"
gives 0 without_topics -s "$study" readiness
check without_topics_it_says_so has "$work/out" "Readiness: no topics"
gives 0 without_topics_json -s "$study" readiness --json
check without_topics_it_is_null has "$work/out" '"readiness":null,"topics":0'
