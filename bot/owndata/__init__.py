"""A person's own data: a copy of it as a file, and what erasing it removes, both as jobs."""
