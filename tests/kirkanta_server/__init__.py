"""A library directory of our own: Kirkanta v4 over real HTTP on this machine."""
