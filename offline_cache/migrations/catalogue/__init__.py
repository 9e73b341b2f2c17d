"""The catalogue's line. A step may drop what can be fetched again, and then says so."""
