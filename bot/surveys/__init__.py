"""Surveys beside the chat: loaded from files, and their results made into files."""
