"""The running program: receiving, sending, scheduling, and the web."""
