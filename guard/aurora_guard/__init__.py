"""Previews Pulumi programs under policy packs, with no cloud account, no Pulumi CLI and no network."""
