#!/bin/sh
# topics.sh - a topic that is reworded, and that taken back, killed or refused at each of the writes: file, log and
# what the log says of the topic go together.
# The faults are made, not found: a disk in memory has them sooner.
[ -w /dev/shm ] && TMPDIR=/dev/shm
. "$(dirname "$0")/../cli/lib.inc"
make_study
tests=topics_under_faults
. "$(dirname "$0")/faults.inc"

"$HONE" -s "$study" rate Fountain unsure >/dev/null
"$HONE" -s "$study" topics rename Cascade "Cascade, to be undone" >/dev/null
cp -a "$study" "$work/base"

# state - the topics with the day of their rating, and the bytes of the file
state() {
	"$HONE" -s "$study" topics --json # takes notice of what a kill left
	cat "$study/topics.md"
}

for how in signal=KILL error=EIO; do
	kind=$(echo "${how#*=}" | tr 'A-Z' 'a-z')
	survives "rename_$kind" "$how" topics rename Fountain "Fountain, four balls"
	survives "undo_$kind" "$how" undo
done
