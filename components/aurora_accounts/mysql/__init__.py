"""Accounts of Aurora MySQL."""
