# Copyright (c) 2026 The mgm authors
#
# SPDX-License-Identifier: GPL-2.0-only

# The build with sanitizers, for clang: the tests and libFuzzer share it, because most of its time
# goes into the library.

option(MGM_SANITIZE "Build with sanitizers, and build the fuzz targets" OFF)

# Headers of other projects that most files need. Without MGM_SANITIZE they stay where they are
# included, so that each file shows whether it includes what it needs.
set(mgm_common_headers
    <algorithm> <array> <deque> <functional> <map> <memory> <optional> <ostream> <set> <sstream>
    <string> <string_view> <unordered_map> <variant> <vector>
    <boost/multi_index/member.hpp> <boost/multi_index/sequenced_index.hpp>
    <boost/multi_index_container.hpp> <ns3/application.h> <ns3/ipv4-header.h> <ns3/ipv4-route.h>
    <ns3/ipv4.h> <ns3/node.h> <ns3/nstime.h> <ns3/object.h> <ns3/packet.h>
    <ns3/random-variable-stream.h> <ns3/simulator.h> <ns3/traced-callback.h>)

if(MGM_SANITIZE)
  set(CMAKE_CXX_FLAGS_RELEASE "-O1 -gline-tables-only")
  # ccache cannot keep what a precompiled header was used for.
  set(CMAKE_CXX_COMPILER_LAUNCHER "")
  add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=all
                      -fno-omit-frame-pointer)
  add_link_options(-fsanitize=address,undefined)
endif()

# Lets libFuzzer see what a target covers, and shortens its build.
function(mgm_prepare_fuzzing target)
  if(MGM_SANITIZE)
    target_compile_options(${target} PRIVATE -fsanitize=fuzzer-no-link)
    target_precompile_headers(${target} PRIVATE ${mgm_common_headers})
  endif()
endfunction()

# Shortens the build of the tests: it takes longer to optimize them than to run them.
function(mgm_prepare_tests target)
  if(MGM_SANITIZE)
    target_compile_options(${target} PRIVATE -O0)
    target_precompile_headers(${target} PRIVATE ${mgm_common_headers} <gtest/gtest.h>
                              <rapidcheck.h>)
  endif()
endfunction()

# Adds the program that libFuzzer is linked to.
function(mgm_add_fuzzer)
  if(MGM_SANITIZE)
    add_executable(mgm-fuzz ${mgm_fuzz_sources})
    mgm_prepare_fuzzing(mgm-fuzz)
    mgm_unite(mgm-fuzz)
    target_include_directories(mgm-fuzz PRIVATE test)
    target_link_libraries(mgm-fuzz PRIVATE mgm-tools)
    target_link_options(mgm-fuzz PRIVATE -fsanitize=fuzzer)
  endif()
endfunction()

# The tests in thirds that take about as long as each other to build and to run with sanitizers: the
# folders of each. A third needs no other one but for what all share.
set(mgm_third_1 test/model/client test/model/core test/model/machine test/model/manager
                test/model/mfe test/model/script)
set(mgm_third_2 test/fuzz test/helper test/model/delivery test/model/forward test/model/igmp
                test/model/igmp-oracle test/model/link test/model/proxy test/model/trace
                test/model/traffic)
set(mgm_third_3 test/model/pim test/model/pim-oracle test/model/pim-topology test/tools/base
                test/tools/check test/tools/diff test/tools/explore test/tools/json
                test/tools/ladder test/tools/scenario test/tools/stats test/tools/sweep
                test/tools/trace)
set(mgm_shared_test_sources test/mgm-test-fixture.cc test/model/mfe/mgm-fake-plane.cc)
set(mgm_shared_test_folders test/model/wire)

set(MGM_THIRD 0 CACHE STRING "Which third of the tests to build (1, 2 or 3), 0 for all")

# Leaves the tests of one third in mgm_test_sources.
function(mgm_choose_third)
  set(chosen)
  foreach(source IN LISTS mgm_test_sources)
    get_filename_component(folder ${source} DIRECTORY)
    if(source IN_LIST mgm_shared_test_sources OR folder IN_LIST mgm_shared_test_folders)
      list(APPEND chosen ${source})
    elseif(folder IN_LIST mgm_third_1 OR folder IN_LIST mgm_third_2 OR folder IN_LIST mgm_third_3)
      if(NOT MGM_THIRD OR folder IN_LIST mgm_third_${MGM_THIRD})
        list(APPEND chosen ${source})
      endif()
    else()
      message(FATAL_ERROR "cmake/sanitize.cmake: found no third that has the folder ${folder}")
    endif()
  endforeach()
  set(mgm_test_sources ${chosen} PARENT_SCOPE)
endfunction()

# Labels the tests that are no suites of GoogleTest by thirds, each having some of every kind.
function(mgm_label_thirds)
  get_property(tests DIRECTORY PROPERTY TESTS)
  set(number 0)
  foreach(test IN LISTS tests)
    math(EXPR third "${number} % 3 + 1")
    math(EXPR number "${number} + 1")
    set_tests_properties(${test} PROPERTIES LABELS third-${third})
  endforeach()
endfunction()
