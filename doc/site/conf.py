# Copyright (c) 2026 The mgm authors
#
# SPDX-License-Identifier: GPL-2.0-only

"""How Sphinx makes the site of the folder that ./mgm docs lays out: README.md as index.md, and the rest
of the project's documents with the same paths as in the project."""

import pathlib
import posixpath
import re

from docutils import nodes
from sphinx import addnodes
from sphinx.util import logging

LOGGER = logging.getLogger(__name__)
HERE = pathlib.Path(__file__).resolve().parent
PROJECT = HERE.parent.parent

project = "mgm"
author = "The mgm authors"
copyright = "2026 The mgm authors"
version = re.search(r"set\(mgm_version (\S+)\)", (PROJECT / "CMakeLists.txt").read_text()).group(1)
release = version

extensions = ["myst_parser"]
exclude_patterns = ["doc/site"]
# Links lead to headings of the first four levels, under the names that forges give them.
myst_heading_anchors = 4
highlight_language = "none"

html_theme = "furo"
html_title = f"mgm {version}"
html_logo = str(HERE / "../icon.svg")
html_favicon = str(HERE / "../icon.svg")
html_static_path = [str(HERE / "_static")]
html_css_files = ["mgm.css"]
html_show_sphinx = False
html_copy_source = False

# What the sidebar shows below these pages. Forges need no such lists, so the pages have none.
CONTENTS = {
    "index": """
```{toctree}
:hidden:
:caption: Learn

doc/tutorial
doc/scenarios
doc/experiments
doc/studies/README
examples/own-protocol/README
```

```{toctree}
:hidden:
:caption: Look up

Manual <doc/mgm>
doc/rules
doc/traces
doc/performance
doc/releases
api
```

```{toctree}
:hidden:
:caption: Project

Release notes <CHANGES>
CONTRIBUTING
```
""",
    "doc/studies/README": """
```{toctree}
:hidden:
:glob:

*
```
""",
}


def add_contents(app, docname, source):
    """Adds the lists of the sidebar to pages that have some."""
    source[0] += CONTENTS.get(docname, "")


def link_documents(app, doctree):
    """Has links of reStructuredText that name a file, as forges want it, lead to its page."""
    for link in list(doctree.findall(nodes.reference)):
        match = re.fullmatch(r"([\w./-]+)\.(md|rst)(#.*)?", link.get("refuri", ""))
        if not match:
            continue
        if match.group(3):
            LOGGER.warning("found %s, expected no heading in a link", link["refuri"], location=link)
        page = posixpath.join(posixpath.dirname(app.env.docname), match.group(1))
        target = addnodes.pending_xref(
            refdoc=app.env.docname,
            refdomain="std",
            refexplicit=True,
            reftarget="/" + posixpath.normpath(page),
            reftype="doc",
            refwarn=True,
        )
        target += nodes.inline("", link.astext())
        link.replace_self(target)


def setup(app):
    app.connect("source-read", add_contents)
    app.connect("doctree-read", link_documents)
    return {"parallel_read_safe": True}
