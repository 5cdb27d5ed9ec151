#!/bin/sh
# bad_input.sh - what cannot be used gets one clear sentence and the right exit code, and is not changed.
. "$(dirname "$0")/lib.inc"
make_study
"$HONE" -s "$study" status >/dev/null 2>&1

gives 1 folder_missing -s "$work/none" status
check folder_missing_is_said one_sentence
gives 1 folder_missing_full_screen "$work/none"
check folder_missing_says_what_to_do one_sentence
gives 1 file_instead_of_folder -s "$study/deck.md" status
check file_instead_of_folder_is_said one_sentence
check nothing_was_made [ ! -e "$work/none" ]
gives 2 no_terminal "$study"
check no_terminal_is_said one_sentence
gives 2 unknown_verb frobnicate now
gives 2 unknown_option --frobnicate
gives 2 too_few_arguments -s "$study" grade Q1

mkdir "$work/empty"
gives 0 empty_folder -s "$work/empty" status
check empty_folder_counts has "$work/out" "of 0 cards"
gives 0 empty_folder_has_no_plan -s "$work/empty" plan

printf 'Q: Where is the answer?\n\nQ: What is here?\nA: This one.\n\nA: nobody asked\n' >"$study/broken.md"
gives 0 one_broken_card -s "$study" sync
check broken_card_is_named has "$work/out" "broken.md:1: "
check stray_answer_is_named has "$work/out" "broken.md:6: "
gives 0 the_rest_loads -s "$study" cards "What is here"
check the_rest_is_there has "$work/out" "What is here?"
printf 'caf\351 \377\376 caf\303\251\n' >"$study/bytes.md"
printf '\377\376A\0B\0' >"$study/wide.md"
gives 0 bad_bytes_are_read -s "$study" sync
check utf16_is_named has "$work/out" "wide.md: "
gives 0 bad_bytes_in_json -s "$study" sheets --json
printf '# \033]0;owned\007 title\n\n### Q1: \033[31mred\033[6n?\n\nA\n' >"$study/hostile.md"
for verb in status plan cards due topics sheets check sync; do
	"$HONE" -s "$study" "$verb" >"$work/out" 2>&1
	check "no_escape_gets_out_of_$verb" sh -c "! grep -q '$(printf '\033')' '$work/out'"
done

printf '[day]\nrollover = 4\n[review]\nnew_a_day = 3\n' >"$study/hone.ini"
gives 1 bad_setting -s "$study" status
check bad_setting_is_named has "$work/err" "hone.ini:4: "
rm "$study/hone.ini"
printf '[review]\nnew_per_day = 1\n[files]\nignore = log.md, hostile.md\n' >"$study/hone.ini"
gives 0 good_setting -s "$study" status
check setting_counts has "$work/out" " 1 new,"
rm "$study/hone.ini"

db=$study/.hone/hone.db
rm -f "$db-wal" "$db-shm"
cp "$db" "$work/good.db"
printf 'this is no database, it is a letter to a friend' >"$db"
cp "$db" "$work/damaged.db"
gives 4 damaged_database -s "$study" status
check damage_is_said one_sentence
check damage_is_left_alone cmp "$work/damaged.db" "$db"
gives 0 damage_moved_aside -s "$study" verify --move-aside
check damage_is_kept sh -c "cmp '$work/damaged.db' '$study'/.hone/hone.db.damaged-*"
gives 0 a_new_database_starts -s "$study" status
head -c 2000 "$work/good.db" >"$db"
rm -f "$db-wal" "$db-shm"
gives 4 truncated_database -s "$study" status

# user_version lies at offset 60 of the file, big-endian.
cp "$work/good.db" "$db"
rm -f "$db-wal" "$db-shm"
printf '\0\0\0\143' | dd of="$db" bs=1 seek=60 conv=notrunc 2>/dev/null
cp "$db" "$work/newer.db"
gives 5 newer_database -s "$study" status
check newer_is_said has "$work/err" "newer hone"
check newer_is_left_alone cmp "$work/newer.db" "$db"
cp "$work/good.db" "$db"
rm -f "$db-wal" "$db-shm"

check output_that_cannot_be_written sh -c \
	"! '$HONE' -s '$study' status >/dev/full 2>'$work/err' && grep -q '^hone: ' '$work/err'"

# As another user where the test runs as root: permissions do not bind root.
if [ "$(id -u)" -eq 0 ] && command -v setpriv >/dev/null 2>&1; then
	chmod 755 "$work" "$(dirname "$work")" 2>/dev/null
	mkdir "$work/bin" && cp "$HONE" "$work/bin/hone"
	as="setpriv --reuid 65534 --regid 65534 --clear-groups env HONE_HOME=$work/nobody $work/bin/hone"
	chmod -R a+rX "$study"
	check read_only_folder_opens sh -c "$as -s '$study' status >'$work/out' 2>&1"
	check read_only_is_said has "$work/out" "reading only"
	check read_only_refuses sh -c "! $as -s '$study' grade Q2 4 >'$work/out' 2>'$work/err'"
	check read_only_names_the_reason has "$work/err" "reading only"
	check read_only_says_why one_sentence
	chmod 000 "$study"
	check unreadable_folder_is_said sh -c "! $as -s '$study' status 2>'$work/err' && grep -q '^hone: ' '$work/err'"
	chmod 755 "$study"
else
	echo "skip read_only_folder"
fi
