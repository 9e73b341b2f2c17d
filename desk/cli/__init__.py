"""The command line: the same use cases as the window, for designers, administrators and checks without a screen."""
