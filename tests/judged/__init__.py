"""What people say, and what should then be found: a catalogue and queries of our own, to measure the search with."""
