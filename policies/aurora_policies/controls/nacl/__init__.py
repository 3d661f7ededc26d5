"""Controls of network ACLs."""
