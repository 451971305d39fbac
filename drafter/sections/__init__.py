"""Runs the section templates: figures in, marked text out, and from it the document's blocks."""
