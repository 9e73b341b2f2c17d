"""A made-up catalogue as large as the nation's, in the JSON of PTV v11, for figures and trials."""
