"""Controls of kms."""
