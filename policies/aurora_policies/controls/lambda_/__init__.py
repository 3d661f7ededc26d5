"""Controls of lambda_."""
