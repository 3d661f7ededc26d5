"""Accounts of Aurora PostgreSQL."""
