"""Rows: plain SQL in named queries, the same on SQLite and PostgreSQL."""
