"""Cases of rds-tagged."""

import json
from dataclasses import replace

from tests.policies.cases import (
    UNKNOWN,
    Sample,
    absent_fails,
    changed,
    cluster,
    compliant,
    instance,
    member,
    mutation,
    native_cluster,
    native_member,
    not_applicable,
    res,
    secret,
    unknown,
    unknown_passes,
    violating,
)

SNAPSHOT = "aws:rds/clusterSnapshot:ClusterSnapshot"
TEAM = {"requiredKeys": ["team", "cost-center"]}


def provided(sample: Sample, default_tags: object) -> Sample:
    return replace(sample, provider={"defaultTags": default_tags})


CASES = [
    compliant("one tag", cluster(tags={"team": "orders"})),
    compliant("a list of pairs, aws-native", native_cluster(tags=[{"key": "team", "value": "orders"}])),
    compliant("an instance", instance(tags={"team": "orders"})),
    compliant("a member", member(tags={"team": "orders"})),
    compliant("a snapshot", res(SNAPSHOT, tags={"team": "orders"})),
    compliant("with the provider's", cluster(tagsAll={"team": "orders"})),
    compliant("the provider's alone", provided(cluster(), {"tags": {"team": "orders"}})),
    compliant("the provider's, as JSON", provided(cluster(), json.dumps({"tags": {"team": "orders"}}))),
    compliant("a secret", cluster(tags=secret({"team": "orders"}))),
    compliant("those asked for", cluster(tags={"team": "a", "cost-center": 7.0, "x": "y"}), settings=TEAM),
    compliant(
        "one of each", provided(cluster(tags={"team": "a"}), {"tags": {"cost-center": "7"}}), settings=TEAM
    ),
    violating("none", cluster(tags={}), says="`tags` holds no tag"),
    violating("none, aws-native", native_cluster(tags=[])),
    violating("none but AWS's", cluster(tags={"aws:createdBy": "cloudformation"})),
    violating("one is missing", cluster(tags={"team": "a"}), settings=TEAM, says="lacks cost-center"),
    violating(
        "in another case", cluster(tags={"Team": "a", "cost-center": "7"}), settings=TEAM, says="lacks team"
    ),
    violating(
        "one is missing, aws-native", native_member(tags=[{"key": "team", "value": "a"}]), settings=TEAM
    ),
    absent_fails("a cluster", cluster()),
    absent_fails("a cluster, aws-native", native_cluster()),
    absent_fails("an instance", instance()),
    absent_fails("a snapshot", res(SNAPSHOT)),
    absent_fails("a copy", res("aws:rds/snapshotCopy:SnapshotCopy")),
    absent_fails("a subnet group", res("aws:rds/subnetGroup:SubnetGroup", subnetIds=["a", "b"])),
    absent_fails("a parameter group", res("aws:rds/clusterParameterGroup:ClusterParameterGroup")),
    absent_fails("an option group", res("aws:rds/optionGroup:OptionGroup")),
    absent_fails("a subscription", res("aws-native:rds:EventSubscription")),
    absent_fails("a proxy", res("aws:rds/proxy:Proxy")),
    absent_fails("a custom endpoint", res("aws:rds/clusterEndpoint:ClusterEndpoint")),
    absent_fails("a global cluster", res("aws:rds/globalCluster:GlobalCluster")),
    absent_fails("the provider has none either", provided(cluster(), json.dumps({"tags": {}}))),
    unknown("from configuration", cluster(tags=UNKNOWN)),
    unknown("the provider's", provided(cluster(), UNKNOWN)),
    unknown("a key, aws-native", native_cluster(tags=[{"key": UNKNOWN, "value": "x"}])),
    unknown("the provider's are no JSON", provided(cluster(), "{")),
    unknown("not an object", cluster(tags="team")),
    unknown_passes("a tag's value", cluster(tags={"team": UNKNOWN})),
    unknown_passes("a tag's value, aws-native", native_cluster(tags=[{"key": "team", "value": UNKNOWN}])),
    not_applicable("Neptune", cluster(engine="neptune")),
    not_applicable("DocumentDB", instance(engine="docdb")),
]

MUTATION = mutation(changed("aws:rds/cluster:Cluster", drop=("tags", "tagsAll")))
