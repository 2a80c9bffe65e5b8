# Copyright (c) 2026 The mgm authors
#
# SPDX-License-Identifier: GPL-2.0-only

# Makes tests of what documents say: that their commands print what they show, that the manual has all
# attributes and trace sources, that the conformance tests are listed, that pictures are what is drawn
# today, that a release says everywhere which one it is, and that each file names its licence.

foreach(document IN ITEMS README.md doc/tutorial.md)
  get_filename_component(name ${document} NAME_WE)
  add_test(NAME Document.${name}
           COMMAND ${mgm_root}/test/command/check-document $<TARGET_FILE:mgm-command>
                   ${mgm_root}/${document})
endforeach()
add_test(NAME Document.lists
         COMMAND ${mgm_root}/test/house/check-lists $<TARGET_FILE:mgm-command>)
add_test(NAME Document.conformance COMMAND ${mgm_root}/test/house/check-conformance)
add_test(NAME Document.release
         COMMAND ${mgm_root}/test/command/check-release ${mgm_root})

add_test(NAME Document.pictures
         COMMAND ${mgm_root}/test/house/check-pictures $<TARGET_FILE:mgm-command> ladders packets)

find_program(REUSE reuse)
if(REUSE)
  add_test(NAME House.licences COMMAND ${mgm_root}/test/house/check-licences)
endif()
