#!/bin/sh
# assess.sh - going through topics line by line, and rounds of ratings side by side.
. "$(dirname "$0")/lib.inc"
make_study
cat >>"$study/topics.md" <<'END'

## Area 2: Clubs

| Topic | Know | Unsure | Dunno | Notes |
|-------|------|--------|-------|-------|
| Single spin | [ ] | [ ] | [ ] | priority: high |
END
before=$(cat "$study/topics.md")

gives 0 no_round_yet -s "$study" assess
check now_is_said has "$work/out" "1 know     0 unsure     1 dunno     1 unrated  of    3  Now"

# What is not rated and matters is asked first; Enter passes over.
say() {
	name=$1
	shift
	printf '%s\n' "$@" | "$HONE" -s "$study" assess --plain $plain_name >"$work/out" 2>"$work/err"
	check "$name" test $? -eq 0
}
plain_name=Baseline
say a_round_is_begun d undo d '' x u
check the_one_that_matters_is_first has "$work/out" "1 of 3, 2 Clubs:"
check its_name_is_said has "$work/out" "Single spin"
check help_is_given has "$work/out" "k: can explain it."
check undo_is_said has "$work/out" 'Taken back: rated "Single spin" dunno.'
check sums_are_said has "$work/out" "2 of 3 rated: 1 know, 1 unsure, 1 dunno."
check the_mark_is_in_the_file grep -qxF -- '| Single spin | [ ] | [ ] | [x] | priority: high |' "$study/topics.md"
check the_other_too grep -qxF -- '| Fountain | [ ] | [x] | [ ] | ask Ann |' "$study/topics.md"
check what_was_passed_is_as_it_was grep -qxF -- '| Cascade | [x] | [ ] | [ ] | |' "$study/topics.md"

plain_name=
say it_goes_on k
check where_it_was has "$work/out" "Baseline: 3 topics, 2 rated."
plain_name=Again
export HONE_NOW=2025-11-27T09:00:00
say another_one k k k
gives 0 rounds_are_listed -s "$study" assess
check with_their_numbers has "$work/out" "  2  2025-11-27     3 know     0 unsure     0 dunno     0 unrated  of    3  Again"
gives 0 two_side_by_side -s "$study" assess baseline 2
check words_of_it has "$work/out" "Dunno 1 → 0 · Unsure 1 → 0 · Know 1 → 3 of 3"
check what_changed has "$work/out" "2 changed, 2 better, 0 worse"
gives 0 two_as_json -s "$study" assess 1 now --json
check json_counts has "$work/out" '{"before":{"know":1,"unsure":1,"dunno":1,"unrated":0,"total":3},"after":{"know":3'
check json_changes has "$work/out" '"name":"Single spin","before":"dunno","after":"know"'
gives 1 no_such_round -s "$study" assess Nowhere
check it_says_so one_sentence

for i in 1 2 3 4 5 6 7; do "$HONE" -s "$study" undo >/dev/null 2>&1; done
"$HONE" -s "$study" undo >/dev/null 2>&1
check all_is_undone test "$(cat "$study/topics.md")" = "$before"
