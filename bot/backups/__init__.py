"""Backups: a service's database and files at one moment, in a folder that can be checked and put back."""
