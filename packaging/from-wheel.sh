#!/usr/bin/env bash
# Takes the binary out of a wheel, so that wheel, archive and image hold the same file.
#
#   from-wheel.sh WHEEL FOLDER
#
# The file's path is written to standard output.
set -euo pipefail
wheel=$1
folder=$2
inside=$(unzip -Z1 "$wheel" | grep -E '^[^/]+\.data/scripts/rightseat(\.exe)?$') || {
  echo "error: $wheel holds no rightseat" >&2
  exit 1
}
mkdir -p "$folder"
unzip -o -q -j "$wheel" "$inside" -d "$folder"
chmod 755 "$folder/$(basename "$inside")"
echo "$folder/$(basename "$inside")"
