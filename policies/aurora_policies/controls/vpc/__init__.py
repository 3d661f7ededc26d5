"""Controls of VPCs, their endpoints, peerings and flow logs."""
