#!/bin/sh
# calendar.sh - moving the days of the plan, what it prints, and the calendar for other programs.
. "$(dirname "$0")/lib.inc"
mkdir -p "$study"
cat >"$study/plan.md" <<'END'
# Learn to juggle

## Week 1: Two balls

**Day 1: One hand** (2025-11-11)
- [x] Throw to eye height

**Day 2: Both hands (1 hour)**
- [ ] Throw left, then right
- [ ] Catch, without looking

**Day 3-4: Exchange**
- [ ] Cross the throws

## Week 2: Three balls

**Day 1: Cascade**
- [ ] Ten in a row
END
cp "$study/plan.md" "$work/before.md"

gives 0 plan_json -s "$study" plan --json
check json_has_dates has "$work/out" '"placed":["2025-11-13","2025-11-14"],"planned":2,"was":["2025-11-13","2025-11-14"]'
check json_has_the_dates_of_weeks has "$work/out" '"placed_from":"2025-11-11","placed_to":"2025-11-14"'
gives 0 plan_text -s "$study" plan
check text_shows_where_days_stand has "$work/out" "> Day 2 ~2025-11-12    0/2    Both hands"

gives 0 dry_run -s "$study" plan shift 1.2 2 --dry-run
check dry_run_says_so has "$work/out" 'not done, only shown: moved Week 1 Day 2 "Both hands" 2 study days later'
check dry_run_shows_dates has "$work/out" "Week 1 Day 3-4  2025-11-13..11-14 -> 2025-11-15..11-16  Exchange"
check dry_run_shows_the_end has "$work/out" "the plan ends 2025-11-15 -> 2025-11-17"
gives 1 dry_run_changes_nothing -s "$study" undo
gives 0 shift -s "$study" plan shift W1D2 2
gives 0 shift_back -s "$study" plan shift 1.2 -1
check shift_back_says_so has "$work/out" '1 study day earlier'
gives 0 extend -s "$study" plan extend 1.3 1
gives 0 split -s "$study" plan split 2.1 2025-12-01
gives 0 swap -s "$study" plan swap 1.3 2.1
gives 0 defer -s "$study" plan defer 2.1
check defer_has_no_date has "$work/out" "-> no date  Cascade"
gives 0 resume -s "$study" plan resume 2.1 --json
check resume_json has "$work/out" '{"move":"brought back Week 2 Day 1 \"Cascade\"","made":true,"days":[{"id":'
gives 0 off -s "$study" plan off tomorrow 2025-11-16
gives 0 on -s "$study" plan on 2025-11-15
gives 0 start -s "$study" plan start 2025-11-20
gives 0 rhythm -s "$study" plan rhythm mon 60, tue 1h30, sat 2h
check rhythm_is_said has "$work/out" "set the rhythm of the week to mon 60, tue 90, sat 120"
check no_move_writes_the_file cmp "$work/before.md" "$study/plan.md"
for words in 'set the rhythm of the week to mon 60, tue 90, sat 120' 'set the start to 2025-11-20' \
	'made a study day of 2025-11-15' 'took off 2025-11-13 to 2025-11-16' 'brought back Week 2 Day 1' \
	'deferred Week 2 Day 1' 'swapped Week 1 Day 3-4' 'split Week 2 Day 1 "Cascade", the rest on 2025-12-01' \
	'gave 1 study day more to Week 1 Day 3-4' '1 study day earlier' '2 study days later'; do
	gives 0 "undo_$words" -s "$study" undo
	check "undo_says_$words" has "$work/out" "$words"
done
gives 0 as_before -s "$study" plan --json
check undone_is_as_before has "$work/out" '"placed":["2025-11-13","2025-11-14"]'
gives 0 verify -s "$study" verify --json
check verify_is_clean has "$work/out" '{"ok":true,'

refused() {
	name=$1 code=$2 words=$3
	shift 3
	gives "$code" "$name" -s "$study" plan "$@"
	check "${name}_says_why" has "$work/err" "$words"
	check "${name}_is_one_sentence" one_sentence
}
refused a_done_day 1 'Week 1 Day 1 "One hand" is done' shift 1.1 1
refused before_today 1 'cannot stand before today' shift 1.2 -1
refused a_past_date 1 '2025-11-01 is past' off 2025-11-01
refused no_such_day 1 'the plan has no day 9.9' defer 9.9
refused no_date 2 'is no date' split 1.2 soon
refused no_number 2 'is no number' shift 1.2 some
refused no_number_at_all 2 'is no number' shift 1.2
refused no_weekday 2 'is no weekday' rhythm someday 60
refused too_many_words 2 'usage: hone plan' defer 1.2 1.3
refused no_counter 2 'is no counter' count apples 1
gives 0 count -s "$study" plan count 00000000000000aa 3
gives 0 count_less -s "$study" plan count 00000000000000aa -1
check count_is_said has "$work/out" "2 in all, 2 this week"
gives 0 count_dry -s "$study" plan count 00000000000000aa 5 --dry-run
check count_dry_counts_nothing has "$work/out" "2 in all"
gives 1 count_below_none -s "$study" plan count 00000000000000aa -3

gives 0 export_to_stdout -s "$study" export --format ics
check export_begins sh -c "head -1 '$work/out' | grep -q '^BEGIN:VCALENDAR.\$'"
check export_has_each_day sh -c "[ \$(grep -c BEGIN:VEVENT '$work/out') -eq 4 ]"
check export_says_what_is_open has "$work/out" 'DESCRIPTION:60 min\n0 of 2 tasks done\n- Throw left\, then right'
cp "$work/out" "$work/was.ics"
gives 0 export_to_a_file -s "$study" export --format ics -o "$work/plan.ics"
check export_is_the_same cmp "$work/plan.ics" "$work/was.ics"
gives 1 export_spares_notes -s "$study" export --format ics -o "$study/plan.md"
check export_left_the_plan cmp "$work/before.md" "$study/plan.md"
gives 1 export_into_a_folder -s "$study" export --format ics -o "$work"
gives 2 export_knows_its_formats -s "$study" export --format doc
gives 2 export_needs_a_format -s "$study" export
rm "$study/plan.md"
gives 1 export_without_a_plan -s "$study" export --format ics
check export_says_there_is_no_plan has "$work/err" "this study has no plan"
