"""Notices as documents to print."""
