"""Judges the deployed state of many stacks."""
