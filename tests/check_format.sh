#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 OneBoard contributors
# SPDX-License-Identifier: Apache-2.0
# check_format.sh ROOT: every source as clang-format 19 writes it. Other versions write other code, so without
# this one the check is skipped (77).
set -euo pipefail
cd "$1"
if ! command -v clang-format-19 >/dev/null; then
    echo "skipped: there is no clang-format-19"
    exit 77
fi
if git rev-parse --is-inside-work-tree >/dev/null 2>&1; then
    list=(git ls-files -z -- '*.cpp' '*.h')
else
    list=(find app core net tests ui -name '*.cpp' -print0 -o -name '*.h' -print0)
fi
"${list[@]}" | xargs -0 -r clang-format-19 --dry-run -Werror
