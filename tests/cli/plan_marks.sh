#!/bin/sh
# plan_marks.sh - verbs that write into the plan or time it, and the repair of a file.
. "$(dirname "$0")/lib.inc"
make_study
sed -i 's/^- \[ \] Catch without looking$/&\n  - [ ] With the left\n  - [X] With the right/' "$study/plan.md"
cp "$study/plan.md" "$work/before.md"

gives 0 tick_a_tree -s "$study" plan tick 10 --tree
check tree_says_so has "$work/out" '[x] Catch without looking, with all below it'
check tree_ticks_what_is_below grep -qxF -- '  - [x] With the left' "$study/plan.md"
check tree_leaves_what_is_ticked grep -qxF -- '  - [X] With the right' "$study/plan.md"
gives 0 undo_a_tree -s "$study" undo
check undo_names_the_tree has "$work/out" 'undone: ticked "Catch without looking" and 1 more'
check undo_restores_the_tree cmp "$work/before.md" "$study/plan.md"

gives 0 timer_without_one -s "$study" plan timer
check timer_says_none has "$work/out" 'No timer is running.'
gives 0 timer_json_without_one -s "$study" plan timer --json
check timer_json_is_null has "$work/out" 'null'
gives 0 timer_start -s "$study" plan timer start 10
HONE_NOW=2025-11-12T09:25:00
gives 0 timer_goes_on -s "$study" plan timer
check timer_counts has "$work/out" '25 min on "Catch without looking"'
gives 0 timer_pause -s "$study" plan timer pause
HONE_NOW=2025-11-12T10:00:00
gives 0 timer_json -s "$study" plan timer --json
check timer_json_has_it has "$work/out" '"ms":1500000,"running":false,"capped":false'
gives 0 timer_resume -s "$study" plan timer resume
HONE_NOW=2025-11-13T09:00:00
gives 0 timer_stop -s "$study" plan timer stop
check timer_says_the_limit has "$work/out" '12 of them count'
gives 0 undo_a_time -s "$study" undo
check undo_names_the_time has "$work/out" 'timed 745 min on "Catch without looking"'
HONE_NOW=2025-11-12T09:00:00
gives 1 timer_stop_without_one -s "$study" plan timer stop
check no_timer_is_a_sentence one_sentence
gives 2 timer_knows_its_words -s "$study" plan timer run

gives 0 minutes -s "$study" plan time 10 95
gives 0 minutes_off -s "$study" plan time 10 -15
check minutes_off_says_so has "$work/out" 'took off 15 min on "Catch without looking"'
gives 1 too_many_minutes_off -s "$study" plan time 10 -81
check too_many_minutes_say_how_many has "$work/err" 'only 80 min are logged'
gives 2 minutes_are_numbers -s "$study" plan time 10 soon
gives 2 others_take_no_minus -s "$study" due -5

gives 0 note_shown -s "$study" plan note 10 "Eyes up" --dry-run
check note_is_shown has "$work/out" 'plan.md:11:   - Eyes up'
check dry_run_writes_nothing cmp "$work/before.md" "$study/plan.md"
gives 0 note -s "$study" plan note 10 "Eyes up"
check note_is_written grep -qxF -- '  - Eyes up' "$study/plan.md"
gives 0 note_of_a_day -s "$study" plan note 1.1 "A calm day"
check note_of_a_day_is_written grep -qxF -- '- A calm day' "$study/plan.md"
gives 1 note_without_words -s "$study" plan note 12 " "
gives 1 note_of_nothing -s "$study" plan note 9.9 "?"

gives 0 status_shown -s "$study" plan status 1.1 done --dry-run
check status_is_shown has "$work/out" 'plan.md:7: **Day 1: One hand (30 min)** (2025-11-11) (done 2025-11-12)'
gives 0 status -s "$study" plan status today deferred
check status_is_written grep -qxF -- '**Day 1: One hand (30 min)** (2025-11-11) (deferred)' "$study/plan.md"
gives 2 status_knows_its_words -s "$study" plan status 1.1 perhaps

gives 0 summary_shown -s "$study" plan summary 1.1 --dry-run
check summary_is_shown has "$work/out" '**Day 1 Summary** (2025-11-12):'
gives 0 summary -s "$study" plan summary 1.1
check summary_has_the_time grep -qxF -- '- Total time: 1 h 20 min' "$study/plan.md"
check summary_has_the_notes grep -qxF -- '  - Eyes up' "$study/plan.md"
gives 1 summary_once -s "$study" plan summary 1.1
check second_summary_names_the_line has "$work/err" 'stands in line'
for i in 1 2 3 4 5 6; do gives 0 "undo_$i" -s "$study" undo; done
check all_undone cmp "$work/before.md" "$study/plan.md"
gives 0 verify_after_all -s "$study" verify
gives 2 plan_words_are_listed -s "$study" plan note 10
check usage_lists_them has "$work/err" 'note ITEM|DAY TEXT'

printf '# Caf\303\203\302\251\n\n\303\242\342\202\254\342\200\234 and \303\203\302\274\n' >"$study/broken.md"
cp "$study/broken.md" "$work/broken.md"
printf '# Caf\303\251\n\n\342\200\223 and \303\274\n' >"$work/whole.md"
gives 0 repair_shown -s "$study" repair broken.md --dry-run
check repair_is_shown has "$work/out" '1  then  # Café'
check repair_dry_run_writes_nothing cmp "$work/broken.md" "$study/broken.md"
gives 0 repair -s "$study" repair broken.md
check repair_writes_the_whole cmp "$work/whole.md" "$study/broken.md"
check repair_keeps_the_old cmp "$work/broken.md" "$study/.hone/backup/broken.md-2025-11-12-090000"
gives 1 repair_once -s "$study" repair broken.md
