#!/bin/sh
# verbs.sh - verbs that are killed or refused at each of their writes: nothing is lost, nothing half done.
# A script of the system call tracer: where that is missing or not allowed, the tests are skipped.
. "$(dirname "$0")/../cli/lib.inc"
make_study

writes='pwrite64 write fdatasync fsync ftruncate rename renameat unlink'
most=60 # a verb with more calls of a kind than this would be a surprise

# A program that looks for leaks cannot be traced.
case $HONE in */san/*)
	echo "skip verbs_under_faults"
	exit 0
	;;
esac
if ! command -v strace >/dev/null 2>&1 || ! strace -qq -o "$work/log" "$HONE" -s "$study" sync >/dev/null 2>&1; then
	echo "skip verbs_under_faults"
	exit 0
fi
cards=$("$HONE" -s "$study" cards --json | tr '{,' '\n\n' | sed -n 's/^ *"id":"\([^"]*\)".*/\1/p')
card=${cards%%"
"*}
item=$("$HONE" -s "$study" plan --json | tr '{' '\n' | sed -n 's/^"id":"\([0-9a-f]*\)","text":"Catch.*/\1/p')
topic=$("$HONE" -s "$study" topics --json | tr '{' '\n' | sed -n 's/^"id":"\([0-9a-f]*\)".*/\1/p' | head -n 1)
"$HONE" -s "$study" grade "${cards##*"
"}" 5 >/dev/null # to be undone
cp -a "$study" "$work/base"

# state - all that the user sees of the study: cards, plan, topics, and the bytes of the files
state() {
	"$HONE" -s "$study" cards --json
	"$HONE" -s "$study" plan --json
	"$HONE" -s "$study" topics --json
	cat "$study"/*.md
}

# as_before_or_after - in $work/now stands one of the two states that may be
as_before_or_after() {
	state >"$work/now"
	cmp -s "$work/now" "$work/state.before" || cmp -s "$work/now" "$work/state.after" || {
		echo "neither the state before nor the one after:"
		diff "$work/state.before" "$work/now"
		return 1
	}
}

restore() {
	rm -rf "$study"
	cp -a "$work/base" "$study"
}

# try CALL N HOW ARGS... - the verb with the Nth call of that name injected; $code is how it ended
try() {
	call=$1 n=$2 how=$3
	shift 3
	restore
	strace -qq -o "$work/log" -e "trace=$call" -e "inject=$call:$how:when=$n" \
		"$HONE" -s "$study" "$@" >"$work/out" 2>"$work/err"
	code=$?
}

# survives NAME HOW ARGS... - the verb under that fault at each write it makes
survives() {
	name=$1 how=$2
	shift 2
	restore
	state >"$work/state.before"
	"$HONE" -s "$study" "$@" >/dev/null || echo "not ok ${name}_works"
	state >"$work/state.after"
	cmp -s "$work/state.before" "$work/state.after" && echo "not ok ${name}_does_something"
	tried=0
	for call in $writes; do
		n=0
		while [ $((n += 1)) -le "$most" ]; do
			try "$call" "$n" "$how" "$@"
			grep -qE 'INJECTED|SIGKILL' "$work/log" || break
			tried=$((tried + 1))
			"$HONE" -s "$study" verify >"$work/said" 2>&1 && as_before_or_after >>"$work/said" 2>&1 &&
				ended_well && continue
			echo "not ok ${name}_${call}_$n: exit code $code"
			sed 's/^/  /' "$work/said" "$work/err"
			return
		done
	done
	[ "$tried" -gt 3 ] && echo "ok $name" || echo "not ok $name: only $tried faults"
}

# ended_well - killed, or done, or refused with one sentence; done means done
ended_well() {
	case $code in
	0) cmp -s "$work/now" "$work/state.after" || { echo "said it was done" >>"$work/said"; return 1; } ;;
	137) ;;
	1 | 3) one_sentence >>"$work/said" ;;
	*) return 1 ;;
	esac
}

for how in signal=KILL error=ENOSPC error=EIO; do
	kind=$(echo "${how#*=}" | tr 'A-Z' 'a-z')
	survives "grade_$kind" "$how" grade "$card" 4
	survives "tick_$kind" "$how" plan tick "$item"
	survives "rate_$kind" "$how" rate "$topic" unsure
	survives "undo_$kind" "$how" undo
done
