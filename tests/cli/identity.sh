#!/bin/sh
# identity.sh - what happens to a deck between two runs of hone, and what becomes of the history.
. "$(dirname "$0")/lib.inc"
make_study
asked='"reps":1'

# history NAME WORDS - the card that holds the words has been asked once
history() {
	"$HONE" -s "$study" cards --json "$2" >"$work/out" 2>&1
	check "$1" has "$work/out" "$asked"
}

gives 0 a_card_is_graded -s "$study" grade Q1 4
sed -i 's/What is a cascade?/What is the cascade pattern, a cascade?/' "$study/deck.md"
history reworded_it_keeps_its_history "cascade pattern"
mv "$study/deck.md" "$study/patterns.md"
history renamed_too "cascade pattern"
cat >"$study/patterns.md" <<'END'
# Juggling

## Patterns

### Q2: What is a fountain?

Each hand keeps its own balls.

### Q1: What is the cascade pattern, a cascade?

The pattern for an **odd** number of balls.
END
history reordered_too "cascade pattern"
mkdir "$study/more"
mv "$study/patterns.md" "$study/more/"
history moved_too "cascade pattern"
mv "$study/more/patterns.md" "$work/"
gives 0 deleted_it_is_gone -s "$study" cards --json cascade
check nothing_is_left has "$work/out" "[]"
mv "$work/patterns.md" "$study/more/"
history restored_it_is_back "cascade pattern"

sed -i 's/What is the cascade pattern, a cascade?/Cascade: what pattern is it?/
	s/The pattern for an .*/An odd one./' "$study/more/patterns.md"
gives 0 doubts_are_listed -s "$study" doubts
check a_doubt_shows_the_new_card has "$work/out" "Cascade: what pattern is it?"
check and_the_old_one has "$work/out" "What is the cascade pattern, a cascade?"
gives 0 doubts_as_json -s "$study" doubts --json
check json_has_both grep -q '^\[{"card":{.*"gone":{.*"went":"' "$work/out"
gives 0 the_same -s "$study" same Q1
history joined_it_has_its_history "what pattern is"
gives 1 no_doubt_is_left -s "$study" differ Q1
check that_says_so one_sentence
gives 0 undo_parts_them -s "$study" undo
check undo_says_what has "$work/out" "joined"
gives 0 another -s "$study" differ Q1
gives 0 no_doubts -s "$study" doubts
check none_is_listed [ ! -s "$work/out" ]
gives 0 all_is_sound -s "$study" verify

# A topic that is reworded a little goes on; where that is not sure it is asked.
printf '# Check\n\n## Area 1: Throws\n\n| Topic | Status | Notes |\n|---|---|---|\n| Half showr | [] | |\n| Rubens and his revenge | [] | |\n' >"$study/throws.md"
gives 0 rate_half -s "$study" rate "Half showr" dunno
gives 0 rate_revenge -s "$study" rate "Rubens" unsure
sed -i 's/Half showr/Half shower/' "$study/throws.md"
gives 0 sync_a_reworded_topic -s "$study" sync
check sync_tells_of_it has "$work/out" "topics: 1 reworded with their history"
gives 0 its_rating -s "$study" topics --json
check its_rating_goes_on grep -q '"name":"Half shower"[^}]*"level":"dunno"' "$work/out"
sed -i 's/Rubens and his revenge/The revenge of Rubens/' "$study/throws.md"
gives 0 sync_a_topic_in_doubt -s "$study" sync
check sync_says_where has "$work/out" "1 may be old ones reworded: hone doubts"
gives 0 topic_doubts -s "$study" doubts
check the_new_topic_is_listed has "$work/out" "The revenge of Rubens"
check the_old_topic_too has "$work/out" "in throws.md:  Rubens and his revenge"
gives 0 topic_doubts_json -s "$study" doubts --json
check topic_doubts_have_the_level has "$work/out" '"level":"unsure"'
gives 0 the_same_topic -s "$study" same "The revenge of Rubens"
gives 0 its_rating_again -s "$study" topics --json
check the_old_rating_is_there grep -q '"name":"The revenge of Rubens"[^}]*"level":"unsure"' "$work/out"
gives 0 all_is_sound_still -s "$study" verify
# A name that is written whole is meant before those that hold it.
echo '| Half shower with a turn | [] | |' >>"$study/throws.md"
gives 0 rate_by_the_whole_name -s "$study" rate "Half shower" know
check the_whole_name_was_meant has "$work/out" "know  Half shower"
