#!/usr/bin/env bash
# Prints what RUSTFLAGS holds where a published program is built.
#
#   rustflags.sh TARGET
set -euo pipefail

# The program doesn't name the folders that it was built in.
flags=(
  --remap-path-prefix=/root/.cargo=/cargo
  --remap-path-prefix=/usr/local/cargo=/cargo
  --remap-path-prefix=/Users/runner/.cargo=/cargo
  '--remap-path-prefix=C:\Users\runneradmin\.cargo=/cargo'
)
# Functions with the same machine code become one. rustc promises no function an address of its own, and links with
# lld, which can do this, only on this target: elsewhere it is the system's linker.
if [[ $1 == x86_64-unknown-linux-gnu ]]; then flags+=('-Clink-arg=-Wl,--icf=all'); fi
printf '%s\n' "${flags[*]}"
