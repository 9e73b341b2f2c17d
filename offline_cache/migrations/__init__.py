"""How the two stores came to be what they are: two lines of numbered steps, one for each store."""
