#!/usr/bin/env bash
# Checks charts in a job on GitHub. What differs from repository to repository comes in through variables and is
# passed on as arguments; none of it becomes part of a command.
set -euo pipefail

summary=$(mktemp)
arguments=(check --format github --output "markdown=$summary" --fail-on "${FAIL_ON:-error}")
if [[ -n ${SARIF:-} ]]; then arguments+=(--output "sarif=$SARIF"); fi
if [[ -n ${SINCE:-} ]]; then arguments+=("--since=$SINCE"); fi
if [[ -n ${BASELINE:-} ]]; then arguments+=("--baseline=$BASELINE"); fi

charts=()
while IFS= read -r chart; do
  if [[ -n $chart ]]; then charts+=("$chart"); fi
done <<<"${CHARTS:-}"

code=0
# bash before 4.4, which macOS has, takes an empty list for a variable that is not set.
rightseat "${arguments[@]}" -- ${charts[@]+"${charts[@]}"} || code=$?

{
  cat "$summary"
  if [[ -n ${BASE:-} ]]; then
    if ((${#charts[@]} == 0)); then charts=(charts); fi
    for chart in ${charts[@]+"${charts[@]}"}; do
      echo
      rightseat diff --format markdown -- "$BASE:./$chart" "$chart" || echo "The charts could not be compared."
    done
  fi
} >>"${GITHUB_STEP_SUMMARY:-/dev/stdout}"
rm -f "$summary"

echo "exit-code=$code" >>"${GITHUB_OUTPUT:-/dev/null}"
exit "$code"
