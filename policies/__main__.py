"""Starts the pack's analyzer server; run by the engine as `python -m pulumi.policy ADDRESS policies`."""

from aurora_policies.crossguard import serve

serve()
