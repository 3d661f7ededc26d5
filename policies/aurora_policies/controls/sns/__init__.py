"""Controls of sns."""
