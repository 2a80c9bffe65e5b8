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
