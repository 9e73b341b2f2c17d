"""What ``tools.torture`` does to a data folder: the real command line in processes of its own, killed and starved."""
