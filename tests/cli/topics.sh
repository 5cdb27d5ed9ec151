#!/bin/sh
# topics.sh - topics added, reworded, split and weighed in the user's table, and taken out again.
. "$(dirname "$0")/lib.inc"
make_study
cp "$study/topics.md" "$work/before.md"

gives 0 a_dry_run_shows -s "$study" topics add Patterns "Shower; Mills mess" --dry-run
check the_lines has "$work/out" "topics.md:9: | Shower | [ ] | [ ] | [ ] |  |"
check each_of_them has "$work/out" "topics.md:10: | Mills mess | [ ] | [ ] | [ ] |  |"
check and_writes_nothing cmp "$work/before.md" "$study/topics.md"
gives 0 add -s "$study" topics add 1 "Shower; Mills mess"
check it_is_in_the_table has "$study/topics.md" "| Mills mess | [ ] | [ ] | [ ] |  |"
gives 0 it_is_listed -s "$study" topics
check as_unrated has "$work/out" "1 know, 0 unsure, 1 dunno, 2 unrated of 4 topics"

gives 0 an_area_of_its_own -s "$study" topics add Clubs "Single spin"
check has_a_heading_like_the_others has "$study/topics.md" "## Area 2: Clubs"
check and_their_columns has "$study/topics.md" "| Single spin | [ ] | [ ] | [ ] |  |"

gives 0 rate -s "$study" rate Fountain unsure
gives 0 rename -s "$study" topics rename Fountain "Fountain, four balls"
check the_line_is_said has "$work/out" "topics.md:8: | Fountain, four balls | [ ] | [x] | [ ] | ask Ann |"
gives 0 its_rating_goes_on -s "$study" topics --json
check with_its_day has "$work/out" '"name":"Fountain, four balls","level":"unsure","notes":"ask Ann","since":"2025-11-12"'

gives 0 split -s "$study" topics split Cascade "Cascade, low; Cascade, high"
check each_keeps_the_mark has "$study/topics.md" "| Cascade, high | [x] | [ ] | [ ] | |"
gives 0 priority -s "$study" topics priority Fountain high
check it_is_in_the_notes has "$study/topics.md" "| ask Ann; priority: high |"
gives 0 it_is_known -s "$study" topics --json
check as_json has "$work/out" '"notes":"ask Ann; priority: high","since":"2025-11-12","line":9,"priority":"high"'

gives 1 no_such_topic -s "$study" topics rename Nothing Else
check it_says_so one_sentence
gives 1 no_such_priority -s "$study" topics priority Fountain urgent
gives 1 one_part_is_none -s "$study" topics split Fountain "Only one"
gives 2 half_a_command -s "$study" topics rename Fountain
gives 2 no_such_command -s "$study" topics burn Fountain now

for i in 1 2 3 4 5 6; do "$HONE" -s "$study" undo >/dev/null 2>&1; done
check undo_takes_all_of_it_back cmp "$work/before.md" "$study/topics.md"
gives 0 verify -s "$study" verify

mkdir "$work/empty"
gives 0 the_first_topics -s "$work/empty" topics add Sails "Jib; Fock"
check make_a_file has "$work/empty/topics.md" "| Fock | [ ] | |"
check with_a_heading has "$work/empty/topics.md" "## Sails"

mkdir "$work/list"
printf '# Topics\n\n- [x] Heaps\n- [ ] Tries\n' >"$work/list/list.md"
gives 0 a_list_is_an_inventory -s "$work/list" rate Tries dunno
check its_mark_is_one_sign has "$work/list/list.md" "- [-] Tries"

cat >>"$study/topics.md" <<'END'

**Area 1 Score**: 2/2 Know, ___/2 Unsure, 1/2 Dunno
END
gives 0 sync_says_sums_that_do_not_agree -s "$study" sync
check with_file_and_line has "$work/out" "topics.md:10: says 2/2 know of 1 Patterns; the marks say 1/2"
check and_no_other sh -c "! grep -q dunno '$work/out'"
gives 0 sync_as_json -s "$study" sync --json
check sums_as_json has "$work/out" '"tallies":[{"file":"topics.md","line":10,"text":"says 2/2 know'

# Several in one step.
gives 0 rate_several -s "$study" rate Cascade Fountain unsure
check each_is_said has "$work/out" "unsure  Fountain"
gives 0 undo_of_several -s "$study" undo
check undo_is_one_step has "$work/out" "unsure and 1 more"
gives 0 rate_several_json -s "$study" --json rate Cascade Fountain know
check several_are_a_list grep -q '^\[{' "$work/out"
gives 2 rate_needs_a_level -s "$study" rate Cascade Fountain
