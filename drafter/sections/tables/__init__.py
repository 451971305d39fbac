"""Statistical tables, as a section's template asks for them in one line."""
