"""Controls of securityhub."""
