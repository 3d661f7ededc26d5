import * as aurora from "@aurora-guardrails/aurora";

const network = new aurora.Network("network", {
    cidrBlock: "10.71.0.0/16",
    availabilityZoneCount: 3,
});

const orders = new aurora.AuroraCluster("orders", {
    engine: "aurora-postgresql",
    engineVersion: "16.8",
    vpcId: network.vpcId,
    subnetIds: network.databaseSubnetIds,
    databaseName: "orders",
    defaultInstanceClass: "db.r7g.large",
    instances: { one: { promotionTier: 0 }, two: {} },
});

const checkout = new aurora.AppAccess("checkout", {
    connection: orders.connection,
    dbUsers: ["orders_rw"],
});

export const environment = checkout.environment;
