"""Charts: pictures of figures as PNG, drawn by jobs."""
