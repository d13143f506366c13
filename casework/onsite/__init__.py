"""On-site days: where to go next, the agenda, and what is worked on the spot."""
