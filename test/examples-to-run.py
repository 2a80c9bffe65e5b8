#! /usr/bin/env python3

# Copyright (c) 2026 The mgm authors
#
# SPDX-License-Identifier: GPL-2.0-only

# What ns-3's test.py runs of the examples: (command, whether to run it, whether to run it under
# valgrind).

cpp_examples = [
    ("mgm-client-example", "True", "True"),
    ("mgm-pim-dense-example", "True", "True"),
    ("mgm-startup-example", "True", "True"),
]

python_examples = []
