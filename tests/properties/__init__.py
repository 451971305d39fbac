"""Properties of whole drafts, judged by the independent reader of tests/reader."""
