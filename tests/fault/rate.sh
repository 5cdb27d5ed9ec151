#!/bin/sh
# rate.sh - topics of two files that are rated together, and that taken back, killed or refused at each of the writes:
# both files and the log have all of it or nothing.
[ -w /dev/shm ] && TMPDIR=/dev/shm
. "$(dirname "$0")/../cli/lib.inc"
make_study
tests=ratings_under_faults
. "$(dirname "$0")/faults.inc"

cat >"$study/more.md" <<'END'
# More

## Area 2: Props

| Topic | Status | Notes |
|-------|--------|-------|
| Clubs | [know] | |
| Rings | [unsure] | |
END
"$HONE" -s "$study" sync >/dev/null
"$HONE" -s "$study" rate Rings know >/dev/null
cp -a "$study" "$work/base"

# state - the topics with the day of their rating and the bytes of both files
state() {
	"$HONE" -s "$study" topics --json # takes notice of what a kill left
	cat "$study/topics.md" "$study/more.md"
}

for how in signal=KILL error=EIO; do
	kind=$(echo "${how#*=}" | tr 'A-Z' 'a-z')
	survives "rate_$kind" "$how" rate Cascade Clubs Rings Fountain unsure
done
restore
"$HONE" -s "$study" rate Cascade Clubs Rings Fountain unsure >/dev/null
"$HONE" -s "$study" undo >"$work/out"
check one_undo_for_all has "$work/out" "and 3 more"
rm -rf "$work/base"
"$HONE" -s "$study" rate Cascade Clubs Rings Fountain unsure >/dev/null
cp -a "$study" "$work/base"
for how in signal=KILL error=EIO; do
	kind=$(echo "${how#*=}" | tr 'A-Z' 'a-z')
	survives "undo_$kind" "$how" undo
done
