#!/usr/bin/env bash
# Writes THIRD-PARTY.txt, and the copy of it that the program carries, from Cargo.lock: every crate that is built into
# the program for a target of targets.txt, with the licence that it names and the texts that its package holds, each
# text once. Run it when Cargo.lock changes; a test says when.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
cargo fetch --quiet --locked
registry=${CARGO_HOME:-$HOME/.cargo}/registry/src

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
while IFS= read -r target; do
  cargo tree --frozen --target "$target" --edges normal --prefix none --format '{p}|{l}' | sed 's/ ([^|]*)|/|/; s/ (\*)$//'
done <packaging/targets.txt | grep -v '^rightseat ' | LC_ALL=C sort -u >"$work/crates"

while IFS='|' read -r crate licence; do
  name=${crate% v*} version=${crate##* v}
  folder=$(echo "$registry"/*/"$name-$version")
  found=
  while IFS= read -r file; do
    # Windows line ends and blank lines around a text don't make it another licence.
    tr -d '\r' <"$file" | sed -e 's/[[:space:]]*$//' -e '/./,$!d' >"$work/text"
    printf '%s\n' "$(cat "$work/text")" >"$work/text"
    sum=$(sha256sum <"$work/text" | cut -c -64)
    [[ -e $work/$sum.text ]] || cp "$work/text" "$work/$sum.text"
    echo "  $name $version ($licence)" >>"$work/$sum.crates"
    found=yes
  done < <(find "$folder" -maxdepth 2 -type f -iregex '.*/\(licen[cs]e\|copying\|unlicense\|notice\|copyright\)[^/]*' \
    ! -name '*.rs' ! -name '*.py' ! -name '*.toml' | LC_ALL=C sort)
  [[ -n $found ]] || echo "  $name $version ($licence)" >>"$work/without"
done <"$work/crates"

{
  echo "rightseat is built from the crates named here. Behind each stands the licence that it names; where that is a choice,"
  echo "any of them may be taken. Below stand the texts that its package holds, each text once."
  for crates in $(cd "$work" && grep -H -m 1 '' -- *.crates | LC_ALL=C sort -t : -k 2 | cut -d : -f 1); do
    printf '\n%s\n' "================================================================================"
    LC_ALL=C sort -u "$work/$crates"
    printf '%s\n\n' "--------------------------------------------------------------------------------"
    cat "$work/${crates%.crates}.text"
  done
  if [[ -s $work/without ]]; then
    printf '\n%s\n' "================================================================================"
    cat "$work/without"
    printf '%s\n\n' "--------------------------------------------------------------------------------"
    echo "The packages of these hold no text of their own; their licences are among those above."
  fi
} >THIRD-PARTY.txt
UPDATE_EXPECT=1 cargo test --quiet --test it packaging::licences::
