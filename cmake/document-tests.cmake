# Copyright (c) 2026 The mgm authors
#
# SPDX-License-Identifier: GPL-2.0-only

# Makes tests of what documents say.

add_test(NAME Document.release
         COMMAND ${PROJECT_SOURCE_DIR}/test/command/check-release ${PROJECT_SOURCE_DIR})
