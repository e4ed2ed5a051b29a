#!/usr/bin/env bash
# Counts the instructions of checking 10,000 seats, and those of serde_yaml merely parsing the same bytes, with
# valgrind's callgrind. Their ratio is compared with the one in counted.txt: no other program on the machine affects it.
# Compilers, and what instructions a processor has, change it by a few per cent: with others than those written down
# there the ratio is printed, and nothing fails.
#
#   benches/counted.sh           fails where the ratio is over 3 % above the one written down
#   benches/counted.sh --write   writes it down
set -euo pipefail
cd "$(dirname "$0")/.."

if ! command -v valgrind > /dev/null; then
    echo "counted.sh: valgrind is not installed, so nothing was counted" >&2
    exit 0
fi

bench=$(cargo build --quiet --release --bench check --message-format=json | sed -n 's/.*"executable":"\([^"]*\)".*/\1/p' | tail -n 1)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"$bench" generate "$folder" 10000 1

# One thread: idle ones look for work, and that counts.
counted() {
    RAYON_NUM_THREADS=1 valgrind --tool=callgrind --callgrind-out-file=/dev/null "$bench" "$1" "$folder" 2>&1 \
        | sed -n 's/.*Collected : //p'
}
check=$(counted check)
parse=$(counted serde_yaml)
ratio=$(awk -v check="$check" -v parse="$parse" 'BEGIN { printf "%.3f", check / parse }')
echo "check $check, serde_yaml $parse: $ratio"

with="$(rustc --version)$(grep --only-matching --word-regexp --max-count=1 avx2 /proc/cpuinfo | head -n 1 | sed 's/^/, /')"

if [ "${1:-}" = --write ]; then
    printf '%s\n%s\n' "$ratio" "$with" > benches/counted.txt
    exit 0
fi
{ read -r written && read -r written_with; } < benches/counted.txt
if [ "$with" != "$written_with" ]; then
    echo "SKIPPED comparing it with $written, which is of $written_with; here is $with" >&2
    exit 0
fi
awk -v ratio="$ratio" -v written="$written" 'BEGIN {
    if (ratio > written * 1.03) { print "over 3 % more than the " written " in benches/counted.txt"; exit 1 }
    if (ratio < written * 0.97) print "over 3 % less than the " written " in benches/counted.txt: write it down by --write"
}'
