#!/usr/bin/env bash
# Tests an archive on the machine that it is for: the program runs, says the right version, reviews a chart exactly as
# in the golden file, and draws; and it needs no more of the system than was promised.
#
#   test-archive.sh ARCHIVE
#
# Bash 3.2 runs it, which is what macOS has.
set -euo pipefail
project=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
archive=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
version=$("$project/packaging/version.sh")

fail() {
  echo "error: $1" >&2
  exit 1
}

stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT
case "$archive" in
  *.zip) name=$(basename "$archive" .zip) && unzip -q "$archive" -d "$stage" ;;
  *) name=$(basename "$archive" .tar.gz) && tar -xzf "$archive" -C "$stage" ;;
esac
program="$stage/$name/rightseat"
if [[ -f $program.exe ]]; then program=$program.exe; fi

said=$("$program" --version | tr -d '\r')
[[ $said == "rightseat $version" ]] || fail "the program says $said, and Cargo.toml $version"

cd "$project"
"$program" review charts/northwind --today 2026-10-20 >"$stage/review.txt"
diff tests/golden/review.txt "$stage/review.txt" || fail "the review is not the golden one"

"$program" render charts/northwind -o "$stage/chart.png"
[[ $(head -c 4 "$stage/chart.png" | tr -d '\211') == PNG ]] || fail "chart.png is no PNG"
"$program" render charts/northwind -o "$stage/chart.pdf"
[[ $(head -c 5 "$stage/chart.pdf") == %PDF- ]] || fail "chart.pdf is no PDF"

cat LICENSE-MIT assets/fonts/OFL.txt THIRD-PARTY.txt >"$stage/licences"
cat "$stage/$name/LICENSE-MIT" "$stage/$name/LICENSE-OFL-Inter.txt" "$stage/$name/THIRD-PARTY.txt" |
  cmp - "$stage/licences" || fail "the licences beside the program are not those of the project"
"$program" licenses | tail -n "$(wc -l <THIRD-PARTY.txt)" | cmp - THIRD-PARTY.txt ||
  fail "the program prints other licences than THIRD-PARTY.txt holds"

case "$name" in
  *-linux-gnu)
    newest=$(readelf --version-info "$program" | grep -o 'GLIBC_[0-9.]*' | sort -u -V | tail -n 1)
    echo "newest symbol: $newest"
    [[ $(printf '%s\nGLIBC_2.28\n' "$newest" | sort -V | tail -n 1) == GLIBC_2.28 ]] ||
      fail "the program asks for $newest, and 2.28 was promised"
    ;;
  *-linux-musl)
    ! readelf --dynamic "$program" | grep NEEDED || fail "the program is not static"
    ;;
esac

# No path of the build machine may be in it.
! grep -a -o -m 1 -E '(/root/|/home/[a-z]+/|/Users/[a-z]+/|/github/home/|/usr/local/)\.?cargo/registry' "$program" ||
  fail "the program names the folders it was built in"
echo "$name runs"
