"""Controls of internet gateways."""
