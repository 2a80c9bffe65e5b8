# Copyright (c) 2026 The mgm authors
#
# SPDX-License-Identifier: GPL-2.0-only

# Makes tests of the plan of the folders, of names, of the one place of words, of the rules that are
# cited, and of what ./mgm test --tree, --releases and --third refuse.

foreach(check IN ITEMS includes names words rules faults)
  add_test(NAME House.${check} COMMAND ${mgm_root}/test/house/check-${check})
endforeach()
add_test(NAME House.releases COMMAND ${mgm_root}/test/releases/check-options ${mgm_root})
