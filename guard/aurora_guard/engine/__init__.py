"""Runs an unmodified Pulumi program, and a policy pack, over their own gRPC protocols."""
