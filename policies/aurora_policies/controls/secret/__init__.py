"""Controls of secret."""
