#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 OneBoard contributors
# SPDX-License-Identifier: Apache-2.0
# check_shell.sh ROOT: the scripts parse; where shellcheck is installed it has no objection either.
set -euo pipefail
cd "$1"
scripts=()
while IFS= read -r -d '' file; do
    if [[ "$(head -c 64 "$file" | tr -d '\0')" == "#!"*"bash"* || "$file" == *.sh ]]; then scripts+=("$file"); fi
done < <(find .ci packaging tests -type f -print0)
for file in "${scripts[@]}"; do bash -n "$file"; done
# packaging/run reads it, too: its window would open where nobody sees it.
if grep -n QT_QPA_PLATFORM packaging/build_environment.sh; then
    echo "packaging/build_environment.sh chooses a platform for the window" >&2
    exit 1
fi
if command -v shellcheck >/dev/null; then
    shellcheck -x -- "${scripts[@]}"
else
    echo "shellcheck is not installed: syntax only"
fi
echo "${#scripts[@]} scripts"
