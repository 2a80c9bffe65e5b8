# Copyright (c) 2026 The mgm authors
#
# SPDX-License-Identifier: GPL-2.0-only

# Finds ns-3 and sets mgm_ns3_targets to the imported targets of the modules that mgm uses.

# No version here: ns-3's package accepts none but its own.
find_package(ns3 REQUIRED)

# Debian's targets all name the include directories of libxml2 and Python, which nothing here
# needs and which would have to be installed. Their own comes first.
get_property(imported_targets DIRECTORY PROPERTY IMPORTED_TARGETS)
list(FILTER imported_targets INCLUDE REGEX "^ns3::")
foreach(target IN LISTS imported_targets)
  get_target_property(directories ${target} INTERFACE_INCLUDE_DIRECTORIES)
  list(GET directories 0 directory)
  set_target_properties(${target} PROPERTIES INTERFACE_INCLUDE_DIRECTORIES ${directory})
endforeach()

# Newer versions of ns-3 call ns3::libcore ns3::core.
set(mgm_ns3_targets)
foreach(module IN ITEMS core network internet csma point-to-point applications)
  if(TARGET ns3::lib${module})
    list(APPEND mgm_ns3_targets ns3::lib${module})
  else()
    list(APPEND mgm_ns3_targets ns3::${module})
  endif()
endforeach()
