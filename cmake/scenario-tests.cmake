# Copyright (c) 2026 The mgm authors
#
# SPDX-License-Identifier: GPL-2.0-only

# Makes a test of each scenario that comes with mgm, of each that shows a mended fault, of each bad one,
# of the commands, and of the C++ examples.

set(mgm_scenario_test_dir ${mgm_root}/test/scenarios)

file(GLOB mgm_good_scenarios CONFIGURE_DEPENDS ${mgm_root}/examples/scenarios/*.json
     ${mgm_root}/examples/studies/scenarios/*.json ${mgm_scenario_test_dir}/good/*.json)
foreach(scenario IN LISTS mgm_good_scenarios)
  get_filename_component(name ${scenario} NAME_WE)
  add_test(NAME Scenario.${name} COMMAND ${mgm_scenario_test_dir}/check-good
                                         $<TARGET_FILE:mgm-command> ${scenario})
endforeach()

# Cases of PIM dense mode, by their ids.
file(GLOB mgm_pim_dm_scenarios CONFIGURE_DEPENDS ${mgm_scenario_test_dir}/pim-dm/*.json)
foreach(scenario IN LISTS mgm_pim_dm_scenarios)
  get_filename_component(name ${scenario} NAME_WE)
  add_test(NAME PimDenseCase.${name} COMMAND ${mgm_scenario_test_dir}/check-good
                                             $<TARGET_FILE:mgm-command> ${scenario})
endforeach()
add_test(NAME PimDenseCase.d16-all-orders
         COMMAND ${mgm_scenario_test_dir}/check-start-orders $<TARGET_FILE:mgm-command>
                 ${mgm_scenario_test_dir}/pim-dm/d16-start-in-any-order.json)

file(GLOB mgm_bad_scenarios CONFIGURE_DEPENDS ${mgm_scenario_test_dir}/bad/*/expected)
foreach(expected IN LISTS mgm_bad_scenarios)
  get_filename_component(folder ${expected} DIRECTORY)
  get_filename_component(name ${folder} NAME)
  add_test(NAME BadScenario.${name} COMMAND ${mgm_scenario_test_dir}/check-bad
                                            $<TARGET_FILE:mgm-command> ${folder})
endforeach()

add_test(NAME Wireshark.startup
         COMMAND ${mgm_root}/test/wireshark/check-wireshark $<TARGET_FILE:mgm-command>
                 ${mgm_root}/examples/scenarios/startup.json)

set(mgm_command_test_dir ${mgm_root}/test/command)
add_test(NAME Command.outputs
         COMMAND ${mgm_command_test_dir}/check-outputs $<TARGET_FILE:mgm-command>
                 ${mgm_root}/examples/scenarios/startup.json
                 ${mgm_root}/examples/scenarios/explore-startup.json)
add_test(NAME Command.lock COMMAND ${mgm_command_test_dir}/check-lock ${mgm_root}/mgm)

# The script works in the directory build beside it.
if(CMAKE_BINARY_DIR STREQUAL "${mgm_root}/build")
  add_test(NAME Command.script COMMAND ${mgm_command_test_dir}/check-script ${mgm_root}/mgm)
endif()

foreach(example startup client pim-dense)
  add_executable(mgm-${example}-example examples/mgm-${example}-example.cc)
  target_link_libraries(mgm-${example}-example PRIVATE mgm)
  add_dependencies(mgm-tests mgm-${example}-example)
  add_test(NAME Example.${example} COMMAND mgm-${example}-example)
  set_tests_properties(Example.${example} PROPERTIES WORKING_DIRECTORY ${CMAKE_BINARY_DIR})
endforeach()

# A library for programs without sanitizers does not fit those with them.
if(NOT MGM_SANITIZE)
  add_test(NAME Example.own-protocol
           COMMAND ${mgm_command_test_dir}/check-own-protocol ${CMAKE_COMMAND} ${CMAKE_BINARY_DIR}
                   ${mgm_root}/examples/own-protocol)
endif()

# The suite of ns-3's test.py, which source trees of ns-3 run.
add_executable(mgm-suite ${mgm_suite_sources} test/suite/mgm-suite-runner.cc)
target_include_directories(mgm-suite PRIVATE test)
target_link_libraries(mgm-suite PRIVATE mgm)
mgm_optimize_less(mgm-suite)
add_dependencies(mgm-tests mgm-suite)
add_test(NAME Suite.mgm COMMAND mgm-suite --suite=mgm --verbose)
set_tests_properties(Suite.mgm PROPERTIES WORKING_DIRECTORY ${CMAKE_BINARY_DIR})
