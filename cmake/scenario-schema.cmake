# Copyright (c) 2026 The mgm authors
#
# SPDX-License-Identifier: GPL-2.0-only

# Makes source files of the JSON Schemas of scenarios and experiments and adds them to mgm_sources.

foreach(schema IN ITEMS scenario experiment)
  set(schema_file ${PROJECT_SOURCE_DIR}/doc/${schema}.schema.json)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${schema_file})
  file(READ ${schema_file} mgm_${schema}_schema)
  configure_file(${PROJECT_SOURCE_DIR}/helper/${schema}/mgm-${schema}-schema.cc.in
                 ${CMAKE_BINARY_DIR}/generated/mgm-${schema}-schema.cc @ONLY)
  list(APPEND mgm_sources ${CMAKE_BINARY_DIR}/generated/mgm-${schema}-schema.cc)
endforeach()
