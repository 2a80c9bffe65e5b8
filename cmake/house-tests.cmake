# Copyright (c) 2026 The mgm authors
#
# SPDX-License-Identifier: GPL-2.0-only

# Makes tests of the plan of the folders, of the one place of words, of the rules that are cited, and
# of the licence that each file names.

foreach(check IN ITEMS includes words rules faults)
  add_test(NAME House.${check} COMMAND ${PROJECT_SOURCE_DIR}/test/house/check-${check})
endforeach()

find_program(REUSE reuse)
if(REUSE)
  add_test(NAME House.licences COMMAND ${PROJECT_SOURCE_DIR}/test/house/check-licences)
endif()
