#!/usr/bin/env bash
# Checks 10,000 seats with the programs of two archives: the second may take up to 1.5 times as long as the first.
#
#   compare-speed.sh ARCHIVE ARCHIVE
set -euo pipefail
stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT
mkdir "$stage/chart"
{
  echo 'rightseat: 1'
  echo 'organization: Wide'
  echo 'people:'
  for ((seat = 0; seat < 10000; seat++)); do echo "  p$seat: Person Number $seat"; done
  echo 'seats:'
  echo '  s0: {title: Head, owner: p0}'
  for ((seat = 1; seat < 10000; seat++)); do
    echo "  s$seat: {title: Seat $seat, owner: p$seat, reports_to: s$(((seat - 1) / 7)), responsibilities: [Work $seat]}"
  done
} >"$stage/chart/chart.yaml"

# The least of five runs, in milliseconds of the clock.
least() {
  local best=0 took run
  for run in 1 2 3 4 5; do
    took=$(date +%s%N)
    "$1" check "$stage/chart" --format json >"$stage/$run.json" || true
    took=$((($(date +%s%N) - took) / 1000000))
    if ((best == 0 || took < best)); then best=$took; fi
  done
  echo "$best"
}

times=()
for archive in "$1" "$2"; do
  tar -xzf "$archive" -C "$stage"
  times+=("$(least "$stage/$(basename "$archive" .tar.gz)/rightseat")")
done
echo "$(basename "$1"): ${times[0]} ms, $(basename "$2"): ${times[1]} ms"
((times[1] * 2 <= times[0] * 3))
