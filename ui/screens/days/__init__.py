"""What the whole service point has to look at, day by day."""
