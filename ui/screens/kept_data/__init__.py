"""What is kept of one person: shown, given out, erased."""
