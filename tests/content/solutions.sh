#!/bin/sh
# solutions.sh - the solutions of the coding problems hold what their checks say, and each belongs to a problem.
set -u
cd "$(dirname "$0")/../../decks/ml-interview/timed" || exit 1

python=
for p in python3 /usr/bin/python3; do
	if "$p" -c 'import numpy' >/dev/null 2>&1; then
		python=$p
		break
	fi
done

# The names that problems.md links to, one a line.
linked=$(grep -o '(solutions/[^)]*)' problems.md | sed 's/(solutions\///; s/)$//')

for f in solutions/*; do
	name=${f##*/}
	# What Python leaves behind is no solution.
	[ "$name" = __pycache__ ] && continue
	case $(echo "$linked" | grep -cxF "$name") in
	1) echo "ok problem_of_$name" ;;
	*) echo "not ok problem_of_$name: not linked once in problems.md" ;;
	esac
	if [ -z "$python" ]; then
		echo "skip $name: no python3 with numpy"
	elif said=$("$python" -B -W error "$f" 2>&1); then
		echo "ok $name"
	else
		echo "not ok $name"
		echo "$said" | sed 's/^/  /'
	fi
done

for name in $linked; do
	[ -f "solutions/$name" ] || echo "not ok solution_$name: linked but not there"
done

# Each problem, a heading with the tag, has one link before the next heading.
bad=$(awk '
	function close_one() { if (open && links != 1) print name ": " links " links" }
	/^#/ { close_one(); open = /#problem/; name = $0; links = 0 }
	/\(solutions\// { links++ }
	END { close_one() }' problems.md)
if [ -z "$bad" ] && [ "$(grep -c '^### Q: .*([0-9-]* min) #problem' problems.md)" -ge 25 ]; then
	echo "ok each_problem_has_a_solution"
else
	echo "not ok each_problem_has_a_solution"
	echo "$bad" | sed 's/^/  /'
fi
