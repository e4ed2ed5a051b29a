#!/usr/bin/env bash
# Prints the version of Cargo.toml.
#
#   version.sh           of whatever commit this is
#   version.sh v1.2.3    of a release: fails unless the tag, Cargo.toml and the changelog agree
set -euo pipefail
project=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
version=$(sed -n 's/^version = "\(.*\)"$/\1/p' "$project/Cargo.toml" | sed -n 1p)

if (($# > 0)); then
  if [[ $1 != "v$version" ]]; then
    echo "error: the tag is $1, and Cargo.toml says $version" >&2
    exit 1
  fi
  if [[ ! $version =~ ^[0-9]+\.[0-9]+\.[0-9]+$ ]]; then
    echo "error: $version is no version of a release" >&2
    exit 1
  fi
  if ! grep -q "^## ${version//./\\.}\( \|$\)" "$project/CHANGELOG.md"; then
    echo "error: CHANGELOG.md has no section ## $version" >&2
    exit 1
  fi
  if grep -q '^repository = ".*/OWNER/' "$project/Cargo.toml"; then
    echo "error: Cargo.toml still has OWNER for the account that publishes" >&2
    exit 1
  fi
fi
echo "$version"
