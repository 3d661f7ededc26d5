"""Controls of subnets."""
