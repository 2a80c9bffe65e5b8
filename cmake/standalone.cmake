# Copyright (c) 2026 The mgm authors
#
# SPDX-License-Identifier: GPL-2.0-only

# The build of its own, against an installed ns-3 (Debian's libns3-dev).

set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)

# A release keeps assertions and leaves out debug information, most of a build's time and size.
set(CMAKE_CXX_FLAGS_RELEASE "-O2")
if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE Release)
endif()

set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin)
set(CMAKE_LIBRARY_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/lib)

include(GNUInstallDirs)
include(cmake/sanitize.cmake)
find_program(CCACHE ccache)
if(CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER AND NOT MGM_SANITIZE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE})
endif()

# Optimizes a target of a release less than what simulations run: parts of the tools compiled in a
# quarter less time, parts of the tests in a third less.
function(mgm_optimize_less target)
  target_compile_options(${target} PRIVATE $<$<CONFIG:Release>:-O1>)
endfunction()

include(cmake/unity.cmake)
include(cmake/ns3-targets.cmake)
# The standard of ns-3 itself: its headers are not valid in others.
if(ns3_VERSION VERSION_LESS 3.41)
  set(CMAKE_CXX_STANDARD 17)
elseif(ns3_VERSION VERSION_LESS 3.46)
  set(CMAKE_CXX_STANDARD 20)
else()
  set(CMAKE_CXX_STANDARD 23)
endif()
find_package(nlohmann_json REQUIRED)
find_package(valijson REQUIRED)
find_library(PCAP_LIBRARY pcap REQUIRED)
find_library(ZSTD_LIBRARY zstd REQUIRED)
# Not by the module of CMake, which newer ones have no more.
find_package(Boost REQUIRED CONFIG COMPONENTS iostreams program_options)

add_compile_options(-Wall -Wextra -Wpedantic -Wshadow)
if(NOT MGM_SANITIZE) # the build with g++ is the one that judges
  set(CMAKE_COMPILE_WARNING_AS_ERROR ON)
endif()
# Debian's compiler drops libraries of which no symbol is used, and their TypeIds with them.
add_link_options($<$<STREQUAL:$<TARGET_PROPERTY:TYPE>,EXECUTABLE>:-Wl,--no-as-needed>)

# <ns3/mgm-x.h> must be found as in an ns-3 tree.
foreach(header IN LISTS mgm_public_headers mgm_private_headers)
  get_filename_component(name ${header} NAME)
  file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/include/ns3/${name}
       CONTENT "#include \"${mgm_root}/${header}\"\n" @ONLY)
endforeach()
set(mgm_module_includes)
foreach(header IN LISTS mgm_public_headers)
  get_filename_component(name ${header} NAME)
  string(APPEND mgm_module_includes "#include \"${name}\"\n")
endforeach()
file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/include/ns3/mgm-module.h CONTENT "${mgm_module_includes}" @ONLY)

# The module: models and helpers, which need ns-3 and nothing else.
add_library(mgm SHARED ${mgm_sources})
target_include_directories(mgm PUBLIC $<BUILD_INTERFACE:${CMAKE_BINARY_DIR}/include>
                                      $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>)
# Headers of ns-3 need its standard, or a newer one.
target_compile_features(mgm INTERFACE cxx_std_${CMAKE_CXX_STANDARD})
# A library that was built with another version is no longer taken for this one.
set_target_properties(mgm PROPERTIES VERSION ${mgm_version} SOVERSION ${mgm_version})
target_link_libraries(mgm PUBLIC ${mgm_ns3_targets})
# NS3_LOG_ENABLE is more than logging: Debian's libraries were built with it, and the size of
# ns3::UdpClient depends on it.
target_compile_definitions(mgm PUBLIC NS3_LOG_ENABLE NS3_ASSERT_ENABLE)
mgm_prepare_fuzzing(mgm)
mgm_unite(mgm)
# The header of a trace names ns-3's version.
set_source_files_properties(model/trace/mgm-trace-header.cc PROPERTIES
                            COMPILE_DEFINITIONS MGM_NS3_VERSION="${ns3_VERSION}")

# The workshop: scenarios, experiments and all that reads traces. What reads and judges them computes
# much, and is optimized as simulations are.
include(cmake/made-sources.cmake)
set(mgm_trace_sources ${mgm_tools_sources})
list(FILTER mgm_trace_sources INCLUDE REGEX "^tools/(trace|check|stats|diff)/")
list(REMOVE_ITEM mgm_tools_sources ${mgm_trace_sources})
add_library(mgm-traces OBJECT ${mgm_trace_sources})
set_target_properties(mgm-traces PROPERTIES POSITION_INDEPENDENT_CODE ON)
target_include_directories(mgm-traces PRIVATE tools)
target_link_libraries(mgm-traces PRIVATE mgm nlohmann_json::nlohmann_json Boost::iostreams)
mgm_prepare_fuzzing(mgm-traces)
mgm_unite(mgm-traces)
add_library(mgm-tools SHARED ${mgm_tools_sources})
target_include_directories(mgm-tools PUBLIC tools)
target_link_libraries(mgm-tools
                      PUBLIC mgm nlohmann_json::nlohmann_json
                      PRIVATE mgm-traces valijson Boost::iostreams ${PCAP_LIBRARY}
                              ${ZSTD_LIBRARY} ${CMAKE_DL_LIBS})
mgm_optimize_less(mgm-tools)
mgm_prepare_fuzzing(mgm-tools)
mgm_unite(mgm-tools)

add_executable(mgm-command ${mgm_command_sources})
set_target_properties(mgm-command PROPERTIES OUTPUT_NAME mgm)
target_compile_definitions(mgm-command PRIVATE MGM_VERSION="${mgm_version}"
                           MGM_SCENARIO_DIR="${mgm_root}/examples/scenarios")
target_link_libraries(mgm-command PRIVATE mgm-tools Boost::program_options)
mgm_optimize_less(mgm-command)
mgm_unite(mgm-command)

include(cmake/install.cmake)

mgm_add_fuzzer()

option(BUILD_TESTING "Build the tests" ON)
if(BUILD_TESTING)
  enable_testing()
  find_package(GTest REQUIRED)
  find_package(rapidcheck REQUIRED)
  include(cmake/suite-tests.cmake)
  mgm_choose_third()
  add_executable(mgm-tests ${mgm_test_sources})
  target_include_directories(mgm-tests PRIVATE test)
  target_compile_definitions(mgm-tests PRIVATE MGM_SOURCE_DIR="${mgm_root}")
  target_link_libraries(mgm-tests PRIVATE mgm-tools rapidcheck_gtest GTest::gtest_main)
  mgm_optimize_less(mgm-tests)
  mgm_prepare_tests(mgm-tests)
  mgm_unite(mgm-tests)
  mgm_add_suites(mgm-tests)
  include(cmake/house-tests.cmake)
  include(cmake/scenario-tests.cmake)
  include(cmake/document-tests.cmake)
  include(cmake/scale-test.cmake)
  mgm_label_thirds()
endif()

option(MGM_BENCH "Build the benchmarks" OFF)
if(MGM_BENCH)
  find_package(benchmark REQUIRED)
  add_executable(mgm-bench ${mgm_bench_sources})
  target_link_libraries(mgm-bench PRIVATE mgm-tools benchmark::benchmark_main)
  mgm_unite(mgm-bench)
endif()
