"""Controls of cloudtrail."""
