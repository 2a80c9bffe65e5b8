# Copyright (c) 2026 The mgm authors
#
# SPDX-License-Identifier: GPL-2.0-only

# Makes source files of texts in doc/ that the workshop needs, so that each text is in one place,
# and adds them to mgm_tools_sources.

# Makes FOLDER/mgm-NAME.cc of FOLDER/mgm-NAME.cc.in and a file in doc/.
function(mgm_make_source name folder document)
  set(file ${mgm_root}/doc/${document})
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
  file(READ ${file} mgm_made_text)
  set(made ${CMAKE_CURRENT_BINARY_DIR}/generated/mgm-${name}.cc)
  configure_file(${mgm_root}/tools/${folder}/mgm-${name}.cc.in ${made} @ONLY)
  list(APPEND mgm_tools_sources ${made})
  set(mgm_tools_sources ${mgm_tools_sources} PARENT_SCOPE)
endfunction()

mgm_make_source(scenario-schema scenario scenario.schema.json)
mgm_make_source(experiment-schema sweep experiment.schema.json)
mgm_make_source(rules-text base rules.md)
