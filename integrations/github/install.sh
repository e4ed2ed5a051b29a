#!/usr/bin/env bash
# Builds rightseat from the action's own source, unless it is installed, and puts it on the path of later steps.
set -euo pipefail
if command -v rightseat >/dev/null; then
  rightseat --version
  exit 0
fi
source_folder=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
root="${RUNNER_TEMP:?}/rightseat"
cargo install --quiet --locked --path "$source_folder" --root "$root"
echo "$root/bin" >>"${GITHUB_PATH:?}"
"$root/bin/rightseat" --version
