"""Conversations, the same for every channel: messages come in as data, answers go out as data."""
