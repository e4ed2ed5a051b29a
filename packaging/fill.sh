#!/usr/bin/env bash
# Fills in a template of a release: @VERSION@, @REPOSITORY@, and @SHA256:TARGET@ by the line of SHA256SUMS.
#
#   fill.sh TEMPLATE VERSION REPOSITORY [SHA256SUMS]
set -euo pipefail
text=$(sed -e "s|@VERSION@|$2|g" -e "s|@REPOSITORY@|$3|g" "$1")
while IFS= read -r target; do
  if [[ $text != *"@SHA256:$target@"* ]]; then continue; fi
  sum=$(awk -v archive="rightseat-$2-$target.tar.gz" '$2 == archive {print $1}' "${4:?the file with the checksums is missing}")
  [[ $sum =~ ^[0-9a-f]{64}$ ]] || {
    echo "error: $4 has no sum for $target" >&2
    exit 1
  }
  text=${text//"@SHA256:$target@"/$sum}
done <"$(dirname "${BASH_SOURCE[0]}")/targets.txt"
if [[ $text =~ @[A-Z0-9]+[:@] ]]; then
  echo "error: ${BASH_REMATCH[0]} was left in $1" >&2
  exit 1
fi
printf '%s\n' "$text"
