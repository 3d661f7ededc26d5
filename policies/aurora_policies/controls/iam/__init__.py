"""Controls of iam."""
