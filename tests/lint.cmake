# SPDX-FileCopyrightText: 2026 OneBoard contributors
# SPDX-License-Identifier: Apache-2.0
# Checks of the text itself, label lint. Debian's own python3: another one on PATH may lack what tests use.
find_program(OB_PYTHON python3 PATHS /usr/bin NO_DEFAULT_PATH)
find_program(OB_PYTHON python3 REQUIRED)

add_test(NAME lint.layering COMMAND ${OB_PYTHON} ${CMAKE_CURRENT_LIST_DIR}/layering.py ${CMAKE_SOURCE_DIR})
add_test(NAME lint.layering_selftest COMMAND ${OB_PYTHON} ${CMAKE_CURRENT_LIST_DIR}/layering_test.py)
add_test(NAME lint.counts_selftest COMMAND ${OB_PYTHON} ${CMAKE_CURRENT_LIST_DIR}/count_results_test.py)
add_test(NAME lint.format COMMAND bash ${CMAKE_CURRENT_LIST_DIR}/check_format.sh ${CMAKE_SOURCE_DIR})
add_test(NAME lint.shell COMMAND bash ${CMAKE_CURRENT_LIST_DIR}/check_shell.sh ${CMAKE_SOURCE_DIR})
add_test(NAME lint.translations COMMAND ${OB_PYTHON} ${CMAKE_CURRENT_LIST_DIR}/translations.py ${CMAKE_SOURCE_DIR})
set_tests_properties(lint.layering lint.layering_selftest lint.counts_selftest lint.format lint.shell lint.translations
                     PROPERTIES LABELS lint TIMEOUT 120 SKIP_RETURN_CODE 77)
