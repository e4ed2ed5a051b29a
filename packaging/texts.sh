#!/usr/bin/env bash
# Copies the texts of the wheel to its pyproject.toml: a wheel can't include any from above that folder. The README's links
# lead into the repository, since on PyPI there is nothing beside it.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
repository=$(sed -n 's|^repository = "https://github.com/\(.*\)"$|\1|p' Cargo.toml)
sed -E \
  -e "s#!\[([^]]*)\]\(([^:)]+)\)#![\1](https://raw.githubusercontent.com/$repository/HEAD/\2)#g" \
  -e "s#\]\(([^:)]+)\)#](https://github.com/$repository/blob/HEAD/\1)#g" README.md >packaging/python/README.md
cp LICENSE-MIT THIRD-PARTY.txt packaging/python/
cp assets/fonts/OFL.txt packaging/python/LICENSE-OFL-Inter.txt
