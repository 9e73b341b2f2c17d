"""Practice: the window over a desk that is gone afterwards, and the errands of a folder as they are being written."""
