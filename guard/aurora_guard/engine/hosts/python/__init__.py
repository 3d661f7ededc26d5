"""The host of programs in Python."""
