"""A kept plan looked at again: how each step stands, and how the citizen is found."""
