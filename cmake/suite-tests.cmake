# Copyright (c) 2026 The mgm authors
#
# SPDX-License-Identifier: GPL-2.0-only

# Makes a test of each suite of GoogleTest: a process for each, because starting one takes longer
# than most tests. Suites whose name begins with Shard/ are long, and cut to run side by side.
# With the variable MGM_EACH_TEST in the environment of ctest, each test has a process of its own.

function(mgm_add_suites target)
  set(file ${CMAKE_BINARY_DIR}/${target}-suites.cmake)
  add_custom_command(
    TARGET ${target} POST_BUILD BYPRODUCTS ${file}
    COMMAND ${CMAKE_COMMAND} -D PROGRAM=$<TARGET_FILE:${target}> -D FILE=${file} -P
            ${mgm_root}/cmake/list-suites.cmake
    VERBATIM)
  set_property(DIRECTORY APPEND PROPERTY TEST_INCLUDE_FILES ${file})
endfunction()
