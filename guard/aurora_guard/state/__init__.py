"""Deployed state: where it is stored, and what is in it."""
