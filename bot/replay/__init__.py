"""Real messages played through a throw-away service: what would have become of them, in figures."""
