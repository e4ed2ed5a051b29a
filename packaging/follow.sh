#!/usr/bin/env bash
# Updates a repository that follows this one to a release: the Homebrew tap, or the one for pre-commit, which is tagged.
#
#   follow.sh homebrew|pre-commit VERSION REPOSITORY SHA256SUMS
#
# DEPLOY_KEY is the private half of a key that may write only to that repository; FOLLOWER overrides its address.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
which=$1 version=$2 repository=$3 sums=$(cd "$(dirname "$4")" && pwd)/$(basename "$4")

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
case "$which" in
  homebrew) address="git@github.com:${repository%/*}/homebrew-tap.git" ;;
  pre-commit) address="git@github.com:$repository-pre-commit.git" ;;
  *) echo "error: $which does not follow" >&2 && exit 2 ;;
esac
if [[ -n ${DEPLOY_KEY:-} ]]; then
  (umask 077 && printf '%s\n' "$DEPLOY_KEY" >"$folder/key")
  export GIT_SSH_COMMAND="ssh -i $folder/key -o IdentitiesOnly=yes -o StrictHostKeyChecking=accept-new"
fi
git clone --quiet --depth 1 "${FOLLOWER:-$address}" "$folder/follower"
cd "$folder/follower"
case "$which" in
  homebrew)
    mkdir -p Formula
    "$here/fill.sh" "$here/homebrew.rb.in" "$version" "$repository" "$sums" >Formula/rightseat.rb
    ;;
  pre-commit)
    cp "$here/pre-commit/.pre-commit-hooks.yaml" .
    "$here/fill.sh" "$here/pre-commit/pyproject.toml.in" "$version" "$repository" >pyproject.toml
    "$here/fill.sh" "$here/pre-commit/README.md.in" "$version" "$repository" >README.md
    ;;
esac
git add --all
git -c user.name=rightseat -c user.email=rightseat@users.noreply.github.com commit --quiet --message "rightseat $version"
if [[ $which == pre-commit ]]; then git tag "v$version"; fi
git push --quiet --tags origin HEAD
