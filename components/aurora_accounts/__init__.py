"""Accounts inside an Aurora database: what is wanted, what is there, and the SQL that makes them equal.

Plain Python over plain data, without Pulumi: the deploy-time function runs it in AWS Lambda, and `guard accounts`
runs it on a laptop. The steps are the same for both engines:

    document -> accounts.Desired -> <engine>.catalog.read -> <engine>.plan.plan -> change.Plan -> apply
"""
