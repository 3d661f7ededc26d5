"""Controls of cloudwatch."""
