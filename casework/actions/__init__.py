"""The verbs: each takes objects from a unit of work, checks, and records changes, events and notices."""
