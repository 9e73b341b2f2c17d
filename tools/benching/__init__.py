"""What ``tools.bench`` measures: each figure beside its floor, in the same run on the same machine."""
