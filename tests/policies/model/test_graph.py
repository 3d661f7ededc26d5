"""The index agrees with a resolver that is slow and obviously right, on random stacks."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from aurora_policies.model import UNKNOWN, Provider, Resource, Stack, View
from aurora_policies.model.iam import Role
from aurora_policies.model.kms import KmsKey
from aurora_policies.model.location import location_of
from aurora_policies.model.rds import ClusterInstance, DbCluster

KEY, ALIAS, CLUSTER, MEMBER, ROLE = (
    "aws:kms/key:Key",
    "aws:kms/alias:Alias",
    "aws:rds/cluster:Cluster",
    "aws:rds/clusterInstance:ClusterInstance",
    "aws:iam/role:Role",
)
CHAIN = 4
ROOT = "urn:pulumi:dev::p::pulumi:pulumi:Stack::p-dev"

# Which property of which resource names which kind.
USES: dict[str, tuple[str, type[View]]] = {
    "kmsKeyId": (CLUSTER, KmsKey),
    "clusterIdentifier": (MEMBER, DbCluster),
    "iamRoles": (CLUSTER, Role),
}


# --- the slow resolver ----------------------------------------------------------------------------------------


def named(resource: Resource, kind: type[View]) -> set[str]:
    return kind(resource).identities() if kind.covers(resource) else set()


def leads_to(resource: Resource, kind: type[View], stack: list[Resource], depth: int = CHAIN) -> set[str]:
    """What a dependency on `resource` means: itself, or what it stands for."""
    if kind.covers(resource):
        return {resource.urn}
    if resource.type != ALIAS or not depth:
        return set()
    return meant(resource, "targetKeyId", kind, stack, depth - 1)[0]


def inside(component: Resource, kind: type[View], stack: list[Resource]) -> set[str]:
    children = [item for item in stack if item.parent == component.urn]
    return {item.urn for item in children if kind.covers(item)}.union(
        *(inside(child, kind, stack) for child in children)
    )


def by_literal(name: str, user: Resource, kind: type[View], stack: list[Resource], depth: int) -> set[str]:
    """What a name means in the user's region and account: the same place first, then one that may be the same."""

    def reachable(items: list[Resource]) -> list[Resource]:
        here = location_of(user)
        near = [item for item in items if here.may_be(location_of(item), item.type)]
        return [item for item in near if location_of(item) == here] or near

    own = reachable([item for item in stack if name in named(item, kind)])
    if depth < CHAIN:
        return {item.urn for item in own}  # a stand-in gives the name of its target
    aliases = reachable(
        [
            item
            for item in stack
            if item.type == ALIAS and name in (item.properties["name"], item.properties["id"])
        ]
    )
    return {item.urn for item in own} or {
        urn for alias in aliases for urn in leads_to(alias, kind, stack, depth)
    }


def meant(
    user: Resource, path: str, kind: type[View], stack: list[Resource], depth: int = CHAIN
) -> tuple[set[str], bool]:
    """The URNs that the property may name, and whether it names something that the stack does not hold."""
    urns = user.property_dependencies.get(path, ())
    raw = user.properties.get(path, UNKNOWN if urns else None)
    values = raw if isinstance(raw, list) else [] if raw is None else [raw]
    sources = [item for item in stack if item.urn in urns and item.urn != user.urn]
    direct = {urn for source in sources for urn in leads_to(source, kind, stack, depth)}
    components = {urn for source in sources if source.is_component for urn in inside(source, kind, stack)}
    components -= {user.urn}
    found: set[str] = set()
    unmatched = unknown = 0
    for value in values:
        if value is UNKNOWN:
            unknown += 1
            continue
        carriers = {item.urn for item in stack if value in named(item, kind)}
        if direct and not isinstance(raw, list):
            return carriers & direct or direct, False
        one = carriers & direct or carriers & components or by_literal(value, user, kind, stack, depth)
        found |= one
        unmatched += not one
    if not unknown:
        return found, unmatched > 0
    rest = direct - found
    more: set[str] = set()
    if short := unknown + unmatched > len(rest):
        more = components or (set() if urns else siblings(user, kind, stack))
    all_told = bool(more) or (bool(rest) and not (short and len(urns) > len(direct)))
    return found | rest | more, unmatched > 0 or not all_told


def siblings(user: Resource, kind: type[View], stack: list[Resource]) -> set[str]:
    """The only other resource of the kind in the same component."""
    beside = {item.urn for item in stack if item.parent == user.parent and item != user and kind.covers(item)}
    return beside if user.parent != ROOT and len(beside) == 1 else set()


# --- random stacks --------------------------------------------------------------------------------------------

NAMES = st.sampled_from(["orders", "billing", "alias/orders", "alias/billing"])
LITERALS = st.one_of(NAMES, st.sampled_from([f"id-{number}" for number in range(12)]))
PROVIDERS = st.builds(
    lambda region, account: {
        **({"region": region} if region else {}),
        **({"allowedAccountIds": [account]} if account else {}),
    },
    st.sampled_from(["", "eu-west-1", "us-east-1"]),
    st.sampled_from(["", "111111111111", "222222222222"]),
)
TOKENS = (KEY, ALIAS, CLUSTER, MEMBER, ROLE, "shop:index:Shop")


@st.composite
def stacks(draw: Any) -> list[Resource]:
    """A stack of several regions and accounts, equal names, components in components, aliases and unknowns."""
    tokens = draw(st.lists(st.sampled_from(TOKENS), min_size=2, max_size=12))
    urns = [f"urn:pulumi:dev::p::{token}::{number:02}" for number, token in enumerate(tokens)]
    shops = [urn for urn, token in zip(urns, tokens, strict=True) if token.startswith("shop")]
    made = []
    for number, (urn, token) in enumerate(zip(urns, tokens, strict=True)):
        is_shop = token.startswith("shop")
        properties: dict[str, Any] = (
            {} if is_shop else {"id": draw(st.sampled_from([f"id-{number}", UNKNOWN]))}
        )
        if token in (ALIAS, ROLE):
            properties["name"] = draw(NAMES)
        if token == CLUSTER:
            properties["clusterIdentifier"] = draw(st.one_of(NAMES, st.just(UNKNOWN)))
        depends: dict[str, tuple[str, ...]] = {}
        for path in [path for path, (owner, _) in USES.items() if owner == token] + (
            ["targetKeyId"] if token == ALIAS else []
        ):
            value = st.one_of(LITERALS, st.just(UNKNOWN))
            if path == "iamRoles":
                value = st.one_of(st.just(UNKNOWN), st.lists(value, min_size=1, max_size=3))
            properties[path] = draw(value)
            if depended := draw(st.lists(st.sampled_from(urns), max_size=3, unique=True)):
                depends[path] = tuple(depended)
        made.append(
            Resource(
                urn,
                token,
                urn,
                properties,
                provider=Provider() if is_shop else Provider("pulumi:providers:aws", draw(PROVIDERS)),
                # Only a component that comes before it, so that nothing is inside itself.
                parent=draw(st.sampled_from([ROOT, *(shop for shop in shops if is_before(shop, number))])),
                property_dependencies=depends,
            )
        )
    return made


def is_before(urn: str, number: int) -> bool:
    return int(urn.rsplit("::", 1)[-1]) < number


@settings(max_examples=60, deadline=None)
@given(stacks())
def test_following_agrees_with_the_slow_resolver(resources: list[Resource]) -> None:
    stack = Stack(resources)
    for path, (token, kind) in USES.items():
        for user in (item for item in resources if item.type == token):
            reference = stack.follow(View(user).value(path), kind)
            followed = {view.urn for view in reference.found}, reference.outside
            assert followed == meant(user, path, kind, resources), (user.urn, path)


@settings(max_examples=60, deadline=None)
@given(stacks())
def test_referrers_are_who_would_be_found_by_following(resources: list[Resource]) -> None:
    stack = Stack(resources)
    for kind, user_kind, path in (
        (DbCluster, ClusterInstance, "clusterIdentifier"),
        (KmsKey, DbCluster, "kmsKeyId"),
        (Role, DbCluster, "iamRoles"),
    ):
        for target in stack.all(kind):
            expected = [
                user.urn
                for user in resources
                if user_kind.covers(user) and target.urn in meant(user, path, kind, resources)[0]
            ]
            assert [user.urn for user in stack.referrers(target, user_kind, path)] == sorted(expected)
