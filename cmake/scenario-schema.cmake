# Copyright (c) 2026 The mgm authors
#
# SPDX-License-Identifier: GPL-2.0-only

# Makes source files of the JSON Schemas of scenarios and experiments and adds them to
# mgm_tools_sources.

function(mgm_add_schema name folder)
  set(schema_file ${PROJECT_SOURCE_DIR}/doc/${name}.schema.json)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${schema_file})
  file(READ ${schema_file} mgm_${name}_schema)
  set(made ${CMAKE_BINARY_DIR}/generated/mgm-${name}-schema.cc)
  configure_file(${PROJECT_SOURCE_DIR}/tools/${folder}/mgm-${name}-schema.cc.in ${made} @ONLY)
  list(APPEND mgm_tools_sources ${made})
  set(mgm_tools_sources ${mgm_tools_sources} PARENT_SCOPE)
endfunction()

mgm_add_schema(scenario scenario)
mgm_add_schema(experiment sweep)
