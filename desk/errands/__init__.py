"""The errand language: from facts to a path, with reasons. It is given bytes and never opens a file."""
