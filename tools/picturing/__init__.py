"""What ``make pictures`` is made of: a desk where time stands still, its screens one after another, its papers."""
