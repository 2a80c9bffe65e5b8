# Copyright (c) 2026 The mgm authors
#
# SPDX-License-Identifier: GPL-2.0-only

# Makes a test of how the work of a run grows, where valgrind can count instructions.

find_program(VALGRIND valgrind)
if(VALGRIND AND NOT MGM_SANITIZE) # it does not run programs with sanitizers
  add_executable(mgm-scale-scenario ${mgm_scale_sources})
  target_link_libraries(mgm-scale-scenario PRIVATE mgm-tools)
  add_dependencies(mgm-tests mgm-scale-scenario)
  add_test(NAME Scale.instructions
           COMMAND ${mgm_root}/test/bench/check-scale $<TARGET_FILE:mgm-command>
                   $<TARGET_FILE:mgm-scale-scenario>)
endif()
