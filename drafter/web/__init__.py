"""Web pages: the tree into one HTML page that needs nothing beside itself.

Everything that knows HTML and SVG is in this package, and nothing of it elsewhere.
"""

from __future__ import annotations

from drafter.web.page import write_html

__all__ = ["write_html"]
