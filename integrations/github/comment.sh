#!/usr/bin/env bash
# Says on a pull request how its charts change, in one comment that later runs rewrite.
#
# For a workflow on `workflow_run`, which may write where a run for a fork may not. From the other run it takes a number
# and nothing else, and trusts it only if that pull request's head is the commit that was checked. The charts are read
# from git's objects: nothing of the pull request is checked out or run.
set -euo pipefail

marker='<!-- rightseat diff -->'
fail() {
  echo "error: $1" >&2
  exit 2
}

number=$(head -c 20 -- "${NUMBER_FILE:?}" | tr -d '[:space:]')
[[ $number =~ ^[1-9][0-9]{0,9}$ ]] || fail "$NUMBER_FILE holds no number of a pull request"
[[ ${HEAD_SHA:?} =~ ^[0-9a-f]{40,64}$ ]] || fail "head-sha is no commit"
repository=${GITHUB_REPOSITORY:?}

read -r head base < <(gh api "repos/$repository/pulls/$number" --jq '[.head.sha, .base.sha] | @tsv')
if [[ $head != "$HEAD_SHA" ]]; then
  echo "pull request $number has moved on: a later run comments on it"
  exit 0
fi
fork_point=$(gh api "repos/$repository/compare/$base...$head" --jq .merge_base_commit.sha)
[[ $fork_point =~ ^[0-9a-f]{40,64}$ ]] || fail "the branches have nothing in common"
git fetch --quiet --no-tags --depth=1 origin "$fork_point" "refs/pull/$number/head"

body=$(mktemp)
while IFS= read -r chart; do
  if [[ -z $chart ]]; then continue; fi
  rightseat diff --format markdown -- "${fork_point:0:12}:$chart" "${head:0:12}:$chart" >>"$body" ||
    echo "The charts could not be compared: the run that checked them says why." >>"$body"
done <<<"${CHARTS:-charts}"

# The marker comes first, even where a chart could not be compared, and a comment has a maximum size.
{
  printf '%s\n' "$marker"
  grep -vxF -- "$marker" "$body" | head -c 60000
} >"$body.whole"
own=".[] | select(.user.type == \"Bot\" and (.body | startswith(\"$marker\"))) | .id"
comment=$(gh api --paginate "repos/$repository/issues/$number/comments" --jq "$own" | head -n 1)
if [[ -n $comment ]]; then
  target=(--method PATCH "repos/$repository/issues/comments/$comment")
else
  target=(--method POST "repos/$repository/issues/$number/comments")
fi
jq --null-input --rawfile body "$body.whole" '{body: $body}' | gh api --silent "${target[@]}" --input -
rm -f "$body" "$body.whole"
