"""The papers that the desk gives out, one a file: data and words in, a document out."""
