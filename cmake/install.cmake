# Copyright (c) 2026 The mgm authors
#
# SPDX-License-Identifier: GPL-2.0-only

# Installs the module as a package that find_package(mgm) finds, and the command with its scenarios.
# The package can be used from the build directory as well.

include(CMakePackageConfigHelpers)
set(mgm_package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/mgm)
set(mgm_share_dir ${CMAKE_INSTALL_DATADIR}/mgm)

# The command finds the libraries beside it, wherever all that is put.
set_target_properties(mgm-command PROPERTIES INSTALL_RPATH "$ORIGIN/../${CMAKE_INSTALL_LIBDIR}")
set_target_properties(mgm-tools PROPERTIES INSTALL_RPATH "$ORIGIN")

install(TARGETS mgm EXPORT mgm-targets)
install(TARGETS mgm-tools LIBRARY NAMELINK_SKIP)
install(TARGETS mgm-command)
foreach(header IN LISTS mgm_public_headers mgm_private_headers)
  install(FILES ${header} DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/ns3)
endforeach()
install(FILES ${CMAKE_BINARY_DIR}/include/ns3/mgm-module.h
        DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/ns3)
install(DIRECTORY examples/scenarios examples/studies examples/own-protocol
        DESTINATION ${mgm_share_dir}/examples)
install(FILES doc/scenario.schema.json doc/experiment.schema.json DESTINATION ${mgm_share_dir}/doc)

write_basic_package_version_file(${CMAKE_BINARY_DIR}/mgm-config-version.cmake
                                 VERSION ${mgm_version} COMPATIBILITY ExactVersion)
configure_file(cmake/mgm-config.cmake.in ${CMAKE_BINARY_DIR}/mgm-config.cmake @ONLY)
configure_file(cmake/ns3-targets.cmake ${CMAKE_BINARY_DIR}/ns3-targets.cmake COPYONLY)
install(FILES ${CMAKE_BINARY_DIR}/mgm-config.cmake ${CMAKE_BINARY_DIR}/mgm-config-version.cmake
              cmake/ns3-targets.cmake DESTINATION ${mgm_package_dir})
install(EXPORT mgm-targets NAMESPACE mgm:: DESTINATION ${mgm_package_dir})
export(EXPORT mgm-targets NAMESPACE mgm:: FILE ${CMAKE_BINARY_DIR}/mgm-targets.cmake)
