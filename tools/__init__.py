"""Set-up and checks. ``setup.py`` runs before the virtual environment exists, so it knows only the standard library."""
