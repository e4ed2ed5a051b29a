#!/usr/bin/env bash
# Packs an archive of a release, so that equal input gives equal bytes.
#
#   archive.sh TARGET PROGRAM FOLDER [PAGES]
#
# PROGRAM is the binary for TARGET; PAGES, a rightseat that runs here, prints completions and manual pages; by default
# it is PROGRAM itself. The archive's name is written to standard output. Needs GNU tar, or zip for Windows.
set -euo pipefail
project=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
target=$1
program=$2
mkdir -p "$3"
out=$(cd "$3" && pwd)
pages=$(cd "$(dirname "${4:-$program}")" && pwd)/$(basename "${4:-$program}")

grep -qxF -- "$target" "$project/packaging/targets.txt" || {
  echo "error: $target is not in packaging/targets.txt" >&2
  exit 1
}
name="rightseat-$("$project/packaging/version.sh")-$target"

# Every file is dated by the commit.
epoch=${SOURCE_DATE_EPOCH:-$(git -C "$project" log -1 --format=%ct)}
epoch=$((epoch - epoch % 86400))

stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT
folder="$stage/$name"
mkdir -p "$folder/completions" "$folder/man"

case "$target" in *windows*) ending=.exe ;; *) ending= ;; esac
cp "$program" "$folder/rightseat$ending"
cp "$project/README.md" "$project/CHANGELOG.md" "$project/LICENSE-MIT" "$project/THIRD-PARTY.txt" "$folder"
cp "$project/assets/fonts/OFL.txt" "$folder/LICENSE-OFL-Inter.txt"

"$pages" completions bash >"$folder/completions/rightseat.bash"
"$pages" completions elvish >"$folder/completions/rightseat.elv"
"$pages" completions fish >"$folder/completions/rightseat.fish"
"$pages" completions powershell >"$folder/completions/_rightseat.ps1"
"$pages" completions zsh >"$folder/completions/_rightseat"
"$pages" man --output "$folder/man" >/dev/null

find "$folder" -type d -exec chmod 755 {} +
find "$folder" -type f -exec chmod 644 {} +
chmod 755 "$folder/rightseat$ending"

cd "$stage"
case "$target" in
  *windows*)
    archive="$name.zip"
    rm -f "$out/$archive"
    find "$name" -exec touch --no-dereference --date="@$epoch" {} +
    # A zip holds local times.
    find "$name" | LC_ALL=C sort | TZ=UTC zip -X -9 --quiet --names-stdin "$out/$archive"
    ;;
  *)
    archive="$name.tar.gz"
    tar --create --format=ustar --sort=name --owner=0 --group=0 --numeric-owner --mtime="@$epoch" "$name" |
      gzip -n -9 >"$out/$archive"
    ;;
esac
echo "$archive"
