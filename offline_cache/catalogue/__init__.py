"""The service catalogue on disk: rows, words, search index, freshness. All of it can be fetched again."""
