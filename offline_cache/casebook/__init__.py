"""The casebook: a journal of events that is only added to, and what screens read of it."""
