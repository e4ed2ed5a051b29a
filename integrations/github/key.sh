#!/usr/bin/env bash
# Prints what a build of rightseat depends on, as a key for a cache: system, architecture, compiler, source.
# `hashFiles` can't do this: it sees only the workspace, and the action is outside.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

sha256() {
  if command -v sha256sum >/dev/null; then sha256sum; else shasum -a 256; fi | cut -d ' ' -f 1
}

compiler=$(rustc --version --verbose | sha256)
# Names and contents, in one order everywhere.
source=$(find Cargo.toml Cargo.lock src assets -type f | LC_ALL=C sort | while IFS= read -r file; do
  echo "$file $(sha256 <"$file")"
done | sha256)
echo "key=rightseat-$(uname -s)-$(uname -m)-${compiler:0:16}-${source:0:32}" >>"${GITHUB_OUTPUT:-/dev/stdout}"
