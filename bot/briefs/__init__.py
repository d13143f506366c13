"""The jobs that make briefs."""
