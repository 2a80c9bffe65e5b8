# Copyright (c) 2026 The mgm authors
#
# SPDX-License-Identifier: GPL-2.0-only

# Compiles the source files of a folder as one, which takes a fifth of the time. Names of file scope
# must therefore differ within a folder. Without it, each file shows whether it includes what it
# needs.

option(MGM_UNITY "Compile many source files as one" ON)

# At most so many files are one, so that all processors have something to do.
set(mgm_unity_size 20)

# Has a target compile the files of each folder as one.
function(mgm_unite target)
  if(NOT MGM_UNITY)
    return()
  endif()
  set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_MODE GROUP)
  get_target_property(sources ${target} SOURCES)
  foreach(source IN LISTS sources)
    get_filename_component(path ${source} ABSOLUTE BASE_DIR ${mgm_root})
    set(component)
    if(EXISTS ${path})
      file(STRINGS ${path} component REGEX "^NS_LOG_COMPONENT_DEFINE")
    endif()
    get_filename_component(folder ${path} DIRECTORY)
    file(RELATIVE_PATH folder ${mgm_root} ${folder})
    string(MAKE_C_IDENTIFIER ${folder} group)
    list(APPEND groups ${group})
    if(component)
      list(APPEND ${group}_components ${source})
    else()
      list(APPEND ${group}_others ${source})
    endif()
  endforeach()
  list(REMOVE_DUPLICATES groups)
  foreach(group IN LISTS groups)
    set(number 0)
    foreach(source IN LISTS ${group}_others)
      math(EXPR part "${number} / ${mgm_unity_size}")
      math(EXPR number "${number} + 1")
      set_source_files_properties(${source} PROPERTIES UNITY_GROUP ${group}_${part})
    endforeach()
    # The log components of ns-3 all have the same name of file scope: one in each part.
    set(part 0)
    foreach(source IN LISTS ${group}_components)
      set_source_files_properties(${source} PROPERTIES UNITY_GROUP ${group}_${part})
      math(EXPR part "${part} + 1")
    endforeach()
  endforeach()
endfunction()
