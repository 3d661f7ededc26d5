"""The Aurora security guide as controls, and the CrossGuard pack that enforces them.

`model` is what a control sees, `controls` are the controls, `evaluate` brings them together; none of them
knows Pulumi. `crossguard` is the only module that does.
"""
