#!/usr/bin/env bash
# Puts rightseat on the path of later steps: the one that is there already; else the archive that the release of the
# action's own version has for this machine, if its checksum is the published one; else one that is built from the
# action's own source.
#
#   install.sh         all of it
#   install.sh fetch   all but building: sets the step's output build=true where that is left to do
#   install.sh build   builds, unless what a cache brought back runs
#
# Bash 3.2 runs it, which is what macOS has.
set -euo pipefail

source_folder=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
version=$(sed -n 's/^version = "\(.*\)"$/\1/p' "$source_folder/Cargo.toml" | sed -n 1p)
root="${RUNNER_TEMP:?}/rightseat"

fail() {
  echo "::error title=rightseat::$1"
  exit 2
}

sha256() {
  if command -v sha256sum >/dev/null; then sha256sum "$1"; else shasum -a 256 "$1"; fi | cut -d ' ' -f 1
}

# The target of packaging/targets.txt for this machine; nothing where there is no archive.
target() {
  local machine libc
  machine=$(uname -m)
  if [[ $machine == arm64 ]]; then machine=aarch64; fi
  case "$(uname -s)/$machine" in
    Linux/x86_64 | Linux/aarch64)
      # `ldd --version` ends its first line with the version of glibc; musl's says something else, on standard error.
      libc=$(ldd --version 2>/dev/null | sed -n '1s/.* \([0-9]*\.[0-9]*\)$/\1/p') || libc=
      if [[ -n $libc ]] && ((${libc%.*} > 2 || (${libc%.*} == 2 && ${libc#*.} >= 28))); then
        echo "$machine-unknown-linux-gnu"
      else
        echo "$machine-unknown-linux-musl"
      fi
      ;;
    Darwin/x86_64 | Darwin/aarch64) echo "$machine-apple-darwin" ;;
    MINGW*/x86_64 | MSYS*/x86_64) echo x86_64-pc-windows-msvc ;;
  esac
}

# Where this version's files are; nothing where it has none.
release() {
  case "$version" in
    *-dev) ;;
    *)
      if [[ -n ${RELEASES:-} ]]; then
        echo "$RELEASES/v$version"
      elif [[ -n ${ACTION_REPOSITORY:-} ]]; then
        echo "${GITHUB_SERVER_URL:-https://github.com}/$ACTION_REPOSITORY/releases/download/v$version"
      fi
      ;;
  esac
}

download() {
  curl --fail --silent --show-error --location --retry 3 --output "$2" "$1"
}

# Downloads the archive for this machine and verifies it; where there is nothing to fetch, `why` says so.
fetch() {
  local target release expected
  target=$(target)
  release=$(release)
  if [[ -z $release ]]; then why="version $version has no release"; return 1; fi
  if [[ -z $target ]]; then why="there is no archive for $(uname -s) on $(uname -m)"; return 1; fi

  name="rightseat-$version-$target"
  case "$target" in *windows*) archive="$name.zip" ;; *) archive="$name.tar.gz" ;; esac
  if ! download "$release/SHA256SUMS" "$folder/SHA256SUMS"; then
    why="$release/SHA256SUMS can't be fetched"
    return 1
  fi
  expected=$(awk -v archive="$archive" '$2 == archive || $2 == "*" archive {print $1}' "$folder/SHA256SUMS")
  if [[ -z $expected ]]; then why="the release has no checksum for $archive"; return 1; fi
  if ! download "$release/$archive" "$folder/$archive"; then why="$release/$archive can't be fetched"; return 1; fi

  # From here on nothing is built instead: if an archive is not the published one, the run stops.
  if [[ $(sha256 "$folder/$archive") != "$expected" ]]; then
    fail "$archive is not the published one: its checksum is not that in SHA256SUMS"
  fi
  if [[ ${ATTESTED:-false} == true ]]; then
    gh attestation verify "$folder/$archive" --repo "${ACTION_REPOSITORY:-}" ||
      fail "$archive is not attested by ${ACTION_REPOSITORY:-its repository}"
  fi
}

unpack() {
  case "$archive" in
    *.zip) unzip -q "$folder/$archive" -d "$folder" ;;
    *) tar -xzf "$folder/$archive" -C "$folder" ;;
  esac
  mkdir -p "$root/bin"
  mv "$folder/$name/rightseat"* "$root/bin/"
}

# The program once it is there; Windows' has an ending.
program() {
  if [[ -f $root/bin/rightseat.exe ]]; then echo "$root/bin/rightseat.exe"; else echo "$root/bin/rightseat"; fi
}

build() {
  if "$(program)" --version >/dev/null 2>&1; then return; fi
  command -v cargo >/dev/null || fail "rightseat has to be built here, and there is no cargo: install Rust, or rightseat"
  cargo install --locked --path "$source_folder" --root "$root"
}

on_the_path() {
  "$(program)" --version
  echo "$root/bin" >>"${GITHUB_PATH:?}"
}

why=
folder=$(mktemp -d "$RUNNER_TEMP/fetched.XXXXXX")
trap 'rm -rf "$folder"' EXIT
case "${1:-all}" in
  all | fetch)
    if command -v rightseat >/dev/null; then
      rightseat --version
    elif fetch; then
      unpack
      on_the_path
    else
      echo "::notice title=rightseat::$why: it is built from source, which takes some minutes"
      if [[ ${1:-all} == fetch ]]; then
        echo "build=true" >>"${GITHUB_OUTPUT:?}"
      else
        build
        on_the_path
      fi
    fi
    ;;
  build)
    build
    on_the_path
    ;;
  *) fail "install.sh knows fetch and build, not $1" ;;
esac
