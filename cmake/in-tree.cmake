# Copyright (c) 2026 The mgm authors
#
# SPDX-License-Identifier: GPL-2.0-only

# The build in an ns-3 tree, by ns-3's own functions: build_lib() and build_exec().

include(cmake/unity.cmake)

# What only the command and its tests need.
find_package(Boost QUIET CONFIG COMPONENTS iostreams program_options)
find_package(nlohmann_json QUIET)
find_package(valijson QUIET)
find_library(PCAP_LIBRARY pcap)
find_library(ZSTD_LIBRARY zstd)
find_package(GTest QUIET)
find_package(rapidcheck QUIET)

set(mgm_has_command OFF)
if(NS3_STATIC OR NS3_MONOLIB)
  message(STATUS "mgm: the command is built in trees with shared libraries only")
elseif(
  Boost_FOUND
  AND nlohmann_json_FOUND
  AND valijson_FOUND
  AND PCAP_LIBRARY
  AND ZSTD_LIBRARY)
  set(mgm_has_command ON)
else()
  message(STATUS "mgm: the command is left out, it needs Boost, nlohmann_json, valijson, libpcap, libzstd")
endif()

set(mgm_has_googletest OFF)
if(ENABLE_TESTS AND mgm_has_command)
  if(GTest_FOUND AND rapidcheck_FOUND)
    set(mgm_has_googletest ON)
  else()
    message(STATUS "mgm: the suites of GoogleTest are left out, they need GTest and RapidCheck")
  endif()
endif()

# The header of a trace names ns-3's version.
set_source_files_properties(model/trace/mgm-trace-header.cc
                            PROPERTIES COMPILE_DEFINITIONS MGM_NS3_VERSION="${NS3_VER}")
if(mgm_has_googletest)
  set_source_files_properties(test/mgm-test-suite.cc PROPERTIES COMPILE_DEFINITIONS
                              MGM_GOOGLETEST="$<TARGET_FILE:mgm-tests>")
endif()

build_lib(
  LIBNAME mgm
  SOURCE_FILES ${mgm_sources}
  HEADER_FILES ${mgm_public_headers}
  PRIVATE_HEADER_FILES ${mgm_private_headers}
  LIBRARIES_TO_LINK ${mgm_modules}
  TEST_SOURCES ${mgm_suite_sources})
# Older versions of ns-3 compile a module as objects first.
if(TARGET ${libmgm}-obj)
  mgm_unite(${libmgm}-obj)
else()
  mgm_unite(${libmgm})
endif()

if(mgm_has_command)
  include(cmake/made-sources.cmake)
  add_library(mgm-tools SHARED ${mgm_tools_sources})
  target_include_directories(mgm-tools PUBLIC tools)
  target_link_libraries(mgm-tools
                        PUBLIC ${libmgm} nlohmann_json::nlohmann_json
                        PRIVATE valijson Boost::iostreams ${PCAP_LIBRARY} ${ZSTD_LIBRARY}
                                ${CMAKE_DL_LIBS})
  mgm_unite(mgm-tools)
  build_exec(
    EXECNAME mgm-command
    SOURCE_FILES ${mgm_command_sources}
    LIBRARIES_TO_LINK mgm-tools ${libmgm} Boost::program_options
    EXECUTABLE_DIRECTORY_PATH ${CMAKE_RUNTIME_OUTPUT_DIRECTORY}/contrib/mgm/
    DEFINITIONS MGM_VERSION="${mgm_version}" MGM_SCENARIO_DIR="${mgm_root}/examples/scenarios")
  mgm_unite(mgm-command)
endif()

if(mgm_has_googletest)
  build_exec(
    EXECNAME mgm-tests
    SOURCE_FILES ${mgm_test_sources}
    LIBRARIES_TO_LINK mgm-tools ${libmgm} rapidcheck_gtest GTest::gtest_main
    EXECUTABLE_DIRECTORY_PATH ${CMAKE_RUNTIME_OUTPUT_DIRECTORY}/contrib/mgm/
    DEFINITIONS MGM_SOURCE_DIR="${mgm_root}")
  target_include_directories(mgm-tests PRIVATE test)
  mgm_unite(mgm-tests)
endif()
