"""Cases of rds-ca-cert-current."""

from tests.policies.cases import (
    UNKNOWN,
    absent_passes,
    changed,
    cluster,
    compliant,
    instance,
    member,
    mutation,
    native_cluster,
    native_instance,
    native_member,
    not_applicable,
    res,
    unknown,
    violating,
)

CASES = [
    compliant("RSA 2048", member(caCertIdentifier="rds-ca-rsa2048-g1")),
    compliant("RSA 4096", instance(caCertIdentifier="rds-ca-rsa4096-g1")),
    compliant("ECC", native_member(caCertificateIdentifier="rds-ca-ecc384-g1")),
    compliant("a Multi-AZ DB cluster", cluster(caCertificateIdentifier="rds-ca-rsa2048-g1")),
    violating("terrascan still wants rds-ca-2019", instance(caCertIdentifier="rds-ca-2019"), says="2019"),
    violating("rds-ca-2015", member(caCertIdentifier="rds-ca-2015")),
    violating("aws-native", native_instance(caCertificateIdentifier="rds-ca-2019")),
    violating("a cluster", cluster(caCertificateIdentifier="rds-ca-2019")),
    violating(
        "an authority that the team has left",
        member(caCertIdentifier="rds-ca-rsa2048-g1"),
        settings={"expiredAuthorities": ["rds-ca-rsa2048-g1"]},
    ),
    violating(
        "the account's default", res("aws:rds/certificate:Certificate", certificateIdentifier="rds-ca-2019")
    ),
    compliant(
        "a current default",
        res("aws:rds/certificate:Certificate", certificateIdentifier="rds-ca-rsa4096-g1"),
    ),
    absent_passes("the account's default", member()),
    absent_passes("of a cluster", cluster()),
    unknown("from configuration", member(caCertIdentifier=UNKNOWN)),
    not_applicable("aws-native states it on the members", native_cluster()),
    not_applicable("prowler#12339: Neptune", instance(engine="neptune", caCertIdentifier="rds-ca-2019")),
]

MUTATION = mutation(changed("aws:rds/clusterInstance:ClusterInstance", caCertIdentifier="rds-ca-2019"))
