# Copyright (c) 2026 The mgm authors
#
# SPDX-License-Identifier: GPL-2.0-only

# Makes a source file of the JSON Schema of scenarios and adds it to mgm_sources.

set(mgm_schema_file ${PROJECT_SOURCE_DIR}/doc/scenario.schema.json)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${mgm_schema_file})
file(READ ${mgm_schema_file} mgm_scenario_schema)
configure_file(${PROJECT_SOURCE_DIR}/helper/scenario/mgm-scenario-schema.cc.in
               ${CMAKE_BINARY_DIR}/generated/mgm-scenario-schema.cc @ONLY)
list(APPEND mgm_sources ${CMAKE_BINARY_DIR}/generated/mgm-scenario-schema.cc)
