#!/usr/bin/env bash
# What the GitHub Action runs: annotations on the change, a summary of the step, SARIF for code
# scanning. Settings come from the environment, so that none of them is read as a command.
set -uo pipefail

words=(--format github --fail-level "${FAIL_LEVEL:-error}")
sarif=${SARIF:-numcheck.sarif}
counts=$(mktemp)
trap 'rm -f "$counts" "$counts.md"' EXIT
words+=(--output "sarif=$sarif" --output "json=$counts" --output "markdown=$counts.md")
[[ -n ${HTML:-} ]] && words+=(--output "html=$HTML")
[[ -n ${DIFF:-} ]] && words+=("--diff=$DIFF")
[[ -n ${BASELINE:-} ]] && words+=("--baseline=$BASELINE")
[[ -n ${CACHE:-} ]] && words+=("--cache=$CACHE")
paths=()
while IFS= read -r path; do
    [[ -n $path ]] && paths+=("$path")
done <<< "${PATHS:-.}"

numcheck check "${words[@]}" -- "${paths[@]}"
status=$?

findings=$(python3 -c 'import json, sys; print(len(json.load(open(sys.argv[1], encoding="utf-8"))["findings"]))' \
    "$counts" 2>/dev/null || echo "")
{
    echo "status=$status"
    echo "findings=$findings"
    echo "sarif=$sarif"
} >> "${GITHUB_OUTPUT:-/dev/null}"
[[ -s $counts.md ]] && cat "$counts.md" >> "${GITHUB_STEP_SUMMARY:-/dev/null}"
exit "$status"
