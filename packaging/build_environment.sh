# SPDX-FileCopyrightText: 2026 OneBoard contributors
# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
# Read by packaging/run and packaging/test: the same settings as in CMakePresets.json, for calls of ninja too.
# Without the base directory ccache finds nothing in a second clone.
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
cd "$root" || exit
export CCACHE_BASEDIR="$root"
export CCACHE_NOHASHDIR=1
export CCACHE_SLOPPINESS=pch_defines,time_macros,locale
export LC_ALL=C.UTF-8
export jobs="${OB_JOBS:-$(nproc)}"
