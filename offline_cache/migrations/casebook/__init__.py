"""The casebook's line. What is in it exists nowhere else: every step keeps all of it."""
