"""A national catalogue of our own: the open API, version 11, over real HTTP on this machine, traps included."""
