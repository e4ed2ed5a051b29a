#!/usr/bin/env bash
# Measures what docs/performance.md reports, compared with others that do a part of the same, and writes the figures
# into it, between its two marks. It takes about a quarter of an hour, most of it building; let nothing else run meanwhile.
#
#   benches/performance.sh
set -euo pipefail
cd "$(dirname "$0")/.."

page=docs/performance.md
# As the program is published.
RUSTFLAGS=$(packaging/rustflags.sh "$(rustc -vV | sed -n 's/^host: //p')")
export RUSTFLAGS
figures=$(mktemp)
packages=$(mktemp -d)
trap 'rm -rf "$figures" "$packages"' EXIT

version() { "$@" 2>&1 | head -n 1 || true; }
# What d3-flextree takes for the same boxes, where node and its packages can be had.
flextree() {
  if npm install --silent --prefix "$packages" d3-flextree@2.1.2 > /dev/null 2>&1; then
    node benches/flextree.mjs "$packages"
  else
    echo 'd3-flextree: node or its packages could not be had'
  fi
}
locked() { awk -v name="name = \"$1\"" -v of="$2" '$0 == name { getline; if ($3 ~ "^\"" of) { gsub("\"", "", $3); print $3; exit } }' Cargo.lock; }

{
  echo "| measured on | |"
  echo "|---|---|"
  echo "| processor | $(sed -n 's/^model name\s*: //p' /proc/cpuinfo | head -n 1), $(nproc) cores |"
  echo "| memory | $(awk '/MemTotal/ { printf "%.0f GB", $2 / 1e6 }' /proc/meminfo) |"
  echo "| system | $(version uname -sr) |"
  echo "| compiler | $(version rustc --version) |"
  echo "| serde_yaml, yaml_serde | $(locked serde_yaml 0.9), $(locked yaml_serde 0.10) |"
  echo "| PyYAML | $(python3 -c 'import sys, yaml; print(yaml.__version__, "with its C library" if yaml.__with_libyaml__ else "without its C library", "on Python", sys.version.split()[0])' 2> /dev/null || echo 'not installed') |"
  echo "| dot | $(version dot -V | sed 's/^.*version //' | grep . || echo 'not installed') |"
  echo "| node | $(version node --version | grep . || echo 'not installed') |"
  printf '\n## Check\n\n'
  cargo bench --quiet --bench check
  for bench in picture diff; do
    printf '\n## %s\n\n```text\n' "${bench^}"
    cargo bench --quiet --bench "$bench"
    if [ "$bench" = picture ]; then flextree; fi
    echo '```'
  done
} > "$figures"

awk -v figures="$figures" '
  /^<!-- figures/ { print; print ""; while ((getline line < figures) > 0) print line; print ""; skipping = 1; next }
  /^<!-- end of figures/ { skipping = 0 }
  !skipping { print }
' "$page" > "$figures.page"
mv "$figures.page" "$page"
