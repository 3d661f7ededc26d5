"""Controls of security groups."""
