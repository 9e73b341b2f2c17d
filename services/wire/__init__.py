"""Typed JSON of the outside world, one module a format and version."""
