# Copyright (c) 2026 The mgm authors
#
# SPDX-License-Identifier: GPL-2.0-only

# Asks PROGRAM for its tests, and writes FILE, by which ctest knows them.

execute_process(COMMAND ${PROGRAM} --gtest_list_tests OUTPUT_VARIABLE listed
                COMMAND_ERROR_IS_FATAL ANY)
string(REGEX REPLACE "[ \t]*#[^\n]*" "" listed "${listed}") # values of parameters
string(REPLACE "\n" ";" listed "${listed}")

set(each)
set(suites)
foreach(line IN LISTS listed)
  if(line MATCHES "^  (.*)")
    set(name ${suite}${CMAKE_MATCH_1})
    string(APPEND each "add(${name} ${name})\n")
    if(suite MATCHES "^Shard/")
      string(APPEND suites "add(${name} ${name})\n")
    endif()
  elseif(line MATCHES "^[^ ]+\\.$")
    set(suite ${line})
    if(NOT suite MATCHES "^Shard/")
      string(REGEX REPLACE "\\.$" "" name ${suite})
      string(APPEND suites "add(${name} ${suite}*)\n")
    endif()
  endif()
endforeach()

# Properties are checked with the same random values in each run.
file(WRITE ${FILE} "macro(add name filter)
  add_test(\${name} ${PROGRAM} --gtest_filter=\${filter})
  set_tests_properties(\${name} PROPERTIES ENVIRONMENT RC_PARAMS=seed=1)
endmacro()
if(DEFINED ENV{MGM_EACH_TEST})
${each}else()
${suites}endif()
")
