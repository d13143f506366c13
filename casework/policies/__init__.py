"""Policies at the doorstep: what they are, who may write and approve them, and how they are found by a question."""
