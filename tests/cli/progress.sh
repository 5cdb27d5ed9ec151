#!/bin/sh
# progress.sh - where a plan stands, and decisions, from the shell. Today is 2025-11-12, a Wednesday.
. "$(dirname "$0")/lib.inc"
mkdir -p "$study"
cat >"$study/plan.md" <<'END'
# Learn to sail

**Time Commitment**: 6-8 hours/week

## Phase 1: Harbour (Weeks 1-2)

### Week 1: Knots

**Day 1: Ropes (1 hour)** (2025-11-10)

- [x] Tie a bowline

**Day 2: More ropes (2 hours)** (2025-11-11)

- [ ] Tie a sheet bend

### Week 2: Water

**Day 1: Gaps (1 hour)**

- [ ] Test yourself

**Decision Point**: after the test
- **If gaps closed (80%+ across all areas)**: Proceed to Option A (race)
- **If gaps remain (< 80% in any area)**: Proceed to Option B (practise)

**Day 2-7: Option A - Race**

- [ ] Enter a race (2 hours)

**Day 2-7: Option B - Practise**

- [ ] Sail round the island (4 hours)

## Adjustment Guidelines

**If you're moving slower**:
- Leave out the races

## Progress Tracking

- [ ] 20+ trips made
END
cat >"$study/topics.md" <<'END'
# Sailing: topic check

## Area 1: Knots

| Topic | Know | Unsure | Dunno | Notes |
|-------|------|--------|-------|-------|
| Bowline | [x] | [ ] | [ ] | |
| Sheet bend | [ ] | [ ] | [x] | |
END

gives 0 progress_json -s "$study" plan progress --json
for part in '"today":"2025-11-12"' '"behind_minutes":120,"behind_percent":25.0' '"pace":"budget","pace_week":420' \
	'"minutes":480,"minutes_done":60,"minutes_worked":0,"expected":180' \
	'"phases":[{"number":1,"to":1,"title":"Harbour","tasks":4,"done":1' \
	'"number":1,"to":1,"title":"Knots","tasks":2,"done":1,"minutes":180,"minutes_done":60' \
	'{"week":"2025-11-10","minutes":0,"written":0,"budget_from":360,"budget_to":480}' \
	'"advice":{"when":"slower","lines":["Leave out the races"]' \
	'"name":"trips made","low":20,"high":20,"per_week":false,"count":0,"count_week":0,"reached":false' \
	'"reason":"Knots 50 %: below 80 %","percent":80' \
	'"option":2' '"areas":[{"area":"Knots","percent":50,"holds":false}]' '"chosen":null'; do
	check "progress_json_has_$part" has "$work/out" "$part"
done
gives 0 progress_text -s "$study" plan progress
check progress_says_it_in_a_sentence has "$work/out" "25 % behind: 2 h; at 7 h a week you finish 18 Nov"
check progress_says_what_to_do has "$work/out" "  - Leave out the races"

id=$("$HONE" -s "$study" plan progress --json | sed -n 's/.*"decisions":\[{"id":"\([0-9a-f]*\)".*/\1/p')
gives 0 decide_to_look -s "$study" plan decide "$id" a --dry-run
check dry_run_says_what_it_would_do has "$work/out" "would decide: option 1"
gives 0 dry_json -s "$study" plan progress --json
check dry_run_decides_nothing has "$work/out" '"chosen":null'
gives 0 decide_by_letter -s "$study" plan decide "$id" b
check decide_says_why has "$work/out" "(Knots 50 %: below 80 %)"
gives 0 decided_json -s "$study" plan progress --json
check a_decision_is_kept has "$work/out" '"chosen":2,"chosen_day":"2025-11-12","chosen_reason":"Knots 50 %: below 80 %"'
gives 0 undo_a_decision -s "$study" undo
gives 0 undone_json -s "$study" plan progress --json
check an_undone_decision_is_none has "$work/out" '"chosen":null,"chosen_day":null'
gives 0 decide_by_number -s "$study" plan decide "$id" 1
gives 0 option_a_json -s "$study" plan progress --json
check the_other_branch_does_not_count has "$work/out" '"minutes":360,"minutes_done":60'
gives 1 no_such_option -s "$study" plan decide "$id" 3
check no_such_option_in_a_sentence one_sentence
gives 1 no_such_decision -s "$study" plan decide ffffffffffffffff 1
check no_such_decision_in_a_sentence one_sentence
gives 2 decide_wants_both -s "$study" plan decide "$id"

counter=$("$HONE" -s "$study" plan progress --json | sed -n 's/.*"counters":\[{"id":"\([0-9a-f]*\)".*/\1/p')
gives 0 count -s "$study" plan count "$counter" 20
gives 0 counted_json -s "$study" plan progress --json
check a_counter_is_reached has "$work/out" '"count":20,"count_week":20,"reached":true'

rm "$study/plan.md"
gives 0 progress_without_a_plan -s "$study" plan progress
check says_that_there_is_no_plan has "$work/out" "This study has no plan."
gives 0 json_without_a_plan -s "$study" plan progress --json
check json_without_a_plan_is_whole has "$work/out" '"finish":null'
