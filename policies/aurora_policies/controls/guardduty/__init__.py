"""Controls of guardduty."""
