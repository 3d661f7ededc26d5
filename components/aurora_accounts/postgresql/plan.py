"""The difference between the accounts that should be and what one PostgreSQL database holds, as statements.

The administrator of Aurora is no superuser. What another role owns can only be granted as that role, so the plan
makes the administrator a member of it, acts as it, and ends the membership in the same transaction: a lasting
membership in a role that signs in with IAM would lock the administrator out of its password login.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from fnmatch import fnmatchcase
from itertools import chain

from pg8000.native import identifier, literal

from .. import privileges
from ..accounts import Access, Account, Authentication, Desired, Grant
from ..change import Plan
from .catalog import PUBLIC, Catalog, Object, Role

IAM_ROLE = "rds_iam"
"""Its members sign in with an IAM token instead of a password."""

AUDIT_ROLE = "rds_pgaudit"
"""What is granted to it on an object is logged when anybody does it."""

AUDIT_CLASSES = frozenset({"ddl", "role"})
"""What an account's own audit setting never leaves out, because the cluster logs it for everybody."""

_MANAGED_SETTINGS = ("statement_timeout", "role", "pgaudit.log")

_NO_ROLE = Role("")

Key = tuple[str, str]
"""Schema and name of an object; the name of a schema or database, and nothing."""

Wanted = Callable[[Key, str], frozenset[str] | None]
"""What a grantee should have on an object; None where that is not ours to say."""


def mark(desired: Desired) -> str:
    """The comment that says who manages a role."""
    return f"aurora-guardrails: {desired.mark}"


def plan(desired: Desired, catalog: Catalog, *, roles: bool = True) -> Plan:
    """What changes one database into what is desired, and with `roles` the server's roles too.

    A second plan after the first was applied is empty.
    """
    return _Planner(desired, catalog).plan(roles)


class _Planner:
    def __init__(self, desired: Desired, catalog: Catalog) -> None:
        self.desired = desired
        self.catalog = catalog
        self.result = Plan(catalog.database)
        self.accounts = {account.name: account for account in desired.accounts}
        self.logins = {login: account for account in desired.accounts for login in account.logins}
        self.removed = [
            role
            for role in catalog.roles.values()
            if role.comment == mark(desired) and role.name not in self.logins
        ]
        self.grantees = frozenset([*self.logins, *(role.name for role in self.removed)])
        """Whose privileges are ours to set, PUBLIC aside."""
        self.grants = {
            account.name: [grant for grant in account.grants if grant.database == catalog.database]
            for account in desired.accounts
            if account.acts_as is None
        }
        self.schemas: dict[str, Object] = dict(catalog.schemas)
        self.named_schemas = list(
            dict.fromkeys(
                schema for grants in self.grants.values() for grant in grants for schema in grant.schemas
            )
        )
        self.current: str | None = None
        """The role the statements so far end as; None for the administrator."""
        self.joined: list[str] = []
        self.untouchable: dict[str, list[str]] = defaultdict(list)

    def plan(self, roles: bool) -> Plan:
        self._refuse()
        if self.result.problems:
            return self.result
        if roles:
            for account in self.desired.accounts:
                for login in account.logins:
                    self._role(account, login)
            for role in self.removed:
                self._lock(role)
            self._free_administrator()
            self._audit_role()
        self._database()
        self._create_schemas()
        self._audit_extension()
        self._objects("SCHEMA", {(name, ""): each for name, each in self.schemas.items()})
        self._objects("TABLE", self.catalog.tables)
        self._objects("SEQUENCE", self.catalog.sequences)
        self._defaults()
        for role in self.removed:
            self._hand_over(role)
        self._become(None)
        self._leave()
        self._note_untouchable()
        if self.catalog.forces_tls is False:
            self.result.notes.append(
                "rds.force_ssl is off: PostgreSQL has no TLS requirement for one account, so set it to 1 in the "
                "cluster's parameter group"
            )
        return self.result

    # Problems that only a person can resolve.

    def _refuse(self) -> None:
        problems = self.result.problems
        for account in self.desired.accounts:
            if account.authentication is Authentication.IAM and IAM_ROLE not in self.catalog.roles:
                problems.append(
                    f"{account.name}: the server has no role {IAM_ROLE}, so nobody signs in with IAM there; turn on "
                    "IAM authentication, or use another authentication"
                )
            for name in account.roles:
                if name not in self.catalog.roles and name not in self.logins:
                    problems.append(
                        f"{account.name}: role '{name}' does not exist; create it, or leave it out"
                    )
            for login in account.logins:
                self._refuse_role(account, login)

    def _refuse_role(self, account: Account, login: str) -> None:
        problems = self.result.problems
        if login == self.catalog.administrator:
            problems.append(f"{login}: is the administrator, which no application uses; choose another name")
            return
        role = self.catalog.roles.get(login)
        if role is None:
            return
        if role.superuser:
            problems.append(f"{login}: is a superuser of this server; choose another name")
        elif role.comment != mark(self.desired) and not account.adopt:
            owner = f" ({role.comment})" if role.comment else ""
            problems.append(
                f"{login}: exists and was created elsewhere{owner}; set adopt to take it over, or choose another name"
            )
        for power in {"REPLICATION", "BYPASSRLS"} & set(role.powers):
            problems.append(
                f"{login}: has {power}, which only AWS's own administrator can take away; use another role"
            )

    # Roles of the server.

    def _role(self, account: Account, login: str) -> None:
        add = self.result.add
        role = self.catalog.roles.get(login)
        name = identifier(login)
        can_login = account.authentication is not Authentication.NONE
        limit = -1 if account.connection_limit is None else account.connection_limit
        if role is None:
            add(
                f"CREATE ROLE {name} {'LOGIN' if can_login else 'NOLOGIN'} CONNECTION LIMIT {limit}",
                account.name,
            )
            role = Role(login, login=can_login, connection_limit=limit)
        changes = [] if role.login is can_login else ["LOGIN" if can_login else "NOLOGIN"]
        if role.connection_limit != limit:
            changes.append(f"CONNECTION LIMIT {limit}")
        if not role.inherit:
            changes.append("INHERIT")
        changes += [f"NO{power}" for power in role.powers]
        if changes:
            add(f"ALTER ROLE {name} {' '.join(changes)}", account.name)
        if role.comment != mark(self.desired):
            add(f"COMMENT ON ROLE {name} IS {literal(mark(self.desired))}", account.name)
        self._memberships(account.name, role, self._roles_of(account, login))
        self._settings(account.name, role, self._settings_of(account, login))

    def _roles_of(self, account: Account, login: str) -> frozenset[str]:
        if login != account.name:
            return frozenset({account.name})
        wanted = {*account.roles, *([account.acts_as] if account.acts_as else [])}
        if account.authentication is Authentication.IAM:
            wanted.add(IAM_ROLE)
        return frozenset(wanted)

    def _settings_of(self, account: Account, login: str) -> dict[tuple[str, str], str]:
        wanted: dict[tuple[str, str], str] = {}
        if account.statement_timeout_seconds is not None:
            wanted["", "statement_timeout"] = str(1000 * account.statement_timeout_seconds)
        if account.audit_log:
            wanted["", "pgaudit.log"] = ",".join(sorted(AUDIT_CLASSES | set(account.audit_log)))
        # What a login creates belongs to the account, or to the owner that the account acts as.
        if account.acts_as:
            wanted |= {(grant.database, "role"): account.acts_as for grant in account.grants}
        elif login == account.clone:
            wanted["", "role"] = account.name
        return wanted

    def _memberships(self, account: str, role: Role, wanted: frozenset[str]) -> None:
        for each in sorted(wanted - role.member_of):
            self.result.add(f"GRANT {identifier(each)} TO {identifier(role.name)}", account)
        for each in sorted(role.member_of - wanted):
            self.result.add(f"REVOKE {identifier(each)} FROM {identifier(role.name)}", account)

    def _settings(self, account: str, role: Role, wanted: Mapping[tuple[str, str], str]) -> None:
        held = {key: value for key, value in role.settings.items() if key[1] in _MANAGED_SETTINGS}
        for key in sorted({*wanted, *held}):
            if wanted.get(key) == held.get(key):
                continue
            database, parameter = key
            where = f" IN DATABASE {identifier(database)}" if database else ""
            change = f"SET {parameter} = {literal(wanted[key])}" if key in wanted else f"RESET {parameter}"
            self.result.add(f"ALTER ROLE {identifier(role.name)}{where} {change}", account)

    def _lock(self, role: Role) -> None:
        """Shut out an account that is no longer declared. It is never dropped: it may own something anywhere."""
        if role.login:
            self.result.add(f"ALTER ROLE {identifier(role.name)} NOLOGIN PASSWORD NULL", role.name)
        self._memberships(role.name, role, frozenset())

    def _free_administrator(self) -> None:
        """End lasting memberships of the administrator in accounts that sign in with IAM, before they lock it out."""
        administrator = self.catalog.roles[self.catalog.administrator]
        for name in sorted(administrator.lasting & self.accounts.keys()):
            if self.accounts[name].authentication is Authentication.IAM:
                self.result.add(f"REVOKE {identifier(name)} FROM {identifier(administrator.name)}", name)

    def _audit_role(self) -> None:
        if (
            self.desired.audit
            and "pgaudit" in self.catalog.libraries
            and AUDIT_ROLE not in self.catalog.roles
        ):
            self.result.add(f"CREATE ROLE {identifier(AUDIT_ROLE)} NOLOGIN")

    # One database.

    def _audit_extension(self) -> None:
        if not self.desired.audit:
            return
        if "pgaudit" not in self.catalog.libraries:
            self.result.notes.append(
                "pgaudit is not preloaded, so it is not set up; the cluster's parameters load it"
            )
        elif "pgaudit" not in self.catalog.extensions:
            self._as(None, "CREATE EXTENSION IF NOT EXISTS pgaudit")

    def _database(self) -> None:
        catalog = self.catalog
        wanted: dict[str, frozenset[str]] = {}
        for account in self.desired.accounts:
            here = [grant for grant in account.grants if grant.database == catalog.database]
            wanted[account.name] = _union(privileges.postgresql_database(grant) for grant in here)
        bystanders: set[str] = set()
        if self.desired.revoke_public and "CONNECT" in catalog.acl.get(PUBLIC, ()):
            # Whoever signs in today by what PUBLIC has must not be shut out by the revocation.
            bystanders = {role.name for role in catalog.roles.values() if role.login and not role.superuser}
            bystanders -= {*self.grantees, catalog.administrator, catalog.owner}

        def wanted_of(_: Key, grantee: str) -> frozenset[str] | None:
            if grantee == PUBLIC:
                return frozenset() if self.desired.revoke_public else None
            if grantee in bystanders:
                return catalog.acl.get(grantee, frozenset()) | {"CONNECT"}
            return wanted.get(grantee, frozenset())

        database = {(catalog.database, ""): Object(catalog.owner, catalog.acl)}
        self._differences("DATABASE", database, wanted_of, bystanders)

    def _create_schemas(self) -> None:
        for schema in self.named_schemas:
            if schema in self.schemas:
                continue
            owner = next((name for name, grants in self.grants.items() if _owns(grants, schema)), None)
            self._as(owner, f"CREATE SCHEMA {identifier(schema)}")
            who = owner or self.catalog.administrator
            self.schemas[schema] = Object(who, {who: frozenset({"USAGE", "CREATE"})})

    def _objects(self, kind: str, objects: Mapping[Key, Object]) -> None:
        wanted_of = {"SCHEMA": self._on_schema, "TABLE": self._on_table, "SEQUENCE": self._on_sequence}[kind]

        def wanted(key: Key, grantee: str) -> frozenset[str] | None:
            if grantee == PUBLIC:
                return self._public(kind, key[0])
            return wanted_of(key, grantee)

        self._differences(kind, objects, wanted)

    def _public(self, kind: str, schema: str) -> frozenset[str] | None:
        """What PUBLIC keeps on something in a schema; None where that is none of our business."""
        if not self.desired.revoke_public or schema not in self.named_schemas:
            return None
        # Without USAGE the privileges of accounts made elsewhere would be void; by itself it gives nothing.
        return frozenset({"USAGE"}) if kind == "SCHEMA" else frozenset()

    def _on_schema(self, key: Key, account: str) -> frozenset[str]:
        grants = [grant for grant in self.grants.get(account, ()) if key[0] in grant.schemas]
        return _union(map(privileges.postgresql_schemas, grants))

    def _on_table(self, key: Key, account: str) -> frozenset[str]:
        return _union(map(privileges.postgresql_tables, self._matching(account, *key)))

    def _on_sequence(self, key: Key, account: str) -> frozenset[str]:
        """Sequences follow the tables whose names they begin with, as `serial` names them."""
        return _union(map(privileges.postgresql_sequences, self._matching(account, *key, prefix=True)))

    def _matching(self, account: str, schema: str, name: str, prefix: bool = False) -> Iterator[Grant]:
        for grant in self.grants.get(account, ()):
            if schema in grant.schemas and (
                not grant.tables
                or any(
                    fnmatchcase(name, f"{pattern}_*_seq" if prefix else pattern) for pattern in grant.tables
                )
            ):
                yield grant

    def _differences(
        self, kind: str, objects: Mapping[Key, Object], wanted_of: Wanted, bystanders: Iterable[str] = ()
    ) -> None:
        """Grant and revoke what differs, with one statement for all objects and accounts that differ alike."""
        grantees = sorted({*self.grantees, PUBLIC, *bystanders})
        changes: dict[tuple[str, str, frozenset[str], str], list[Key]] = defaultdict(list)
        for key in sorted(objects):
            each = objects[key]
            for grantee in grantees:
                wanted = wanted_of(key, grantee)
                if wanted is None or grantee == each.owner:
                    continue
                held = each.acl.get(grantee, frozenset())
                missing = frozenset() if grantee == PUBLIC else wanted - held
                for verb, difference in (("GRANT", missing), ("REVOKE", held - wanted)):
                    if difference:
                        changes[verb, each.owner, difference, grantee].append(key)
        merged: dict[tuple[str, str, frozenset[str], tuple[Key, ...]], list[str]] = defaultdict(list)
        for (verb, owner, difference, grantee), keys in changes.items():
            merged[verb, owner, difference, tuple(keys)].append(grantee)
        # Grants first: an account must hold by itself what PUBLIC loses.
        for (verb, owner, difference, objects_alike), names in sorted(
            merged.items(), key=lambda item: item[0][0]
        ):
            self._grant(verb, owner, difference, kind, objects_alike, names)

    def _grant(
        self,
        verb: str,
        owner: str,
        difference: frozenset[str],
        kind: str,
        keys: Sequence[Key],
        grantees: Sequence[str],
    ) -> None:
        objects = ", ".join(_qualified(key) for key in keys)
        preposition = "TO" if verb == "GRANT" else "FROM"
        sql = f"{verb} {_list(difference)} ON {kind} {objects} {preposition} {_names(grantees)}"
        if self._can_act_for(owner):
            self._as(owner, sql, grantees[0] if len(grantees) == 1 else None)
        else:
            self.untouchable[owner].append(sql)

    def _defaults(self) -> None:
        """Tables and sequences of tomorrow: what each role that creates them grants by default."""
        wanted = self._wanted_defaults()
        creators: dict[str, set[str]] = {schema: self._creators(schema) for schema in self.named_schemas}
        keys = {
            (creator, schema, kind)
            for schema, names in creators.items()
            for creator in names
            for kind in ("TABLES", "SEQUENCES")
        }
        for creator, schema, kind in sorted(keys | set(self.catalog.defaults)):
            held = self.catalog.defaults.get((creator, schema, kind), {})
            changes: dict[tuple[str, frozenset[str]], list[str]] = defaultdict(list)
            for grantee in sorted(self.grantees - {creator}):
                target = wanted.get((schema, kind, grantee), frozenset())
                if creator not in creators.get(schema, ()):
                    target &= held.get(grantee, frozenset())
                has = held.get(grantee, frozenset())
                for verb, difference in (("GRANT", target - has), ("REVOKE", has - target)):
                    if difference:
                        changes[verb, difference].append(grantee)
            for (verb, difference), grantees in changes.items():
                self._default(creator, schema, kind, verb, difference, grantees)

    def _wanted_defaults(self) -> dict[tuple[str, str, str], frozenset[str]]:
        wanted: dict[tuple[str, str, str], frozenset[str]] = defaultdict(frozenset)
        for account, grants in self.grants.items():
            for grant in grants:
                for schema in () if grant.tables else grant.schemas:
                    wanted[schema, "TABLES", account] |= privileges.postgresql_tables(grant)
                    wanted[schema, "SEQUENCES", account] |= privileges.postgresql_sequences(grant)
        return wanted

    def _creators(self, schema: str) -> set[str]:
        """Roles that make objects in a schema: the administrator, ours that may, and whoever already did."""
        found = {self.catalog.administrator}
        for account in self.accounts:
            if "CREATE" in self._on_schema((schema, ""), account):
                found.add(account)
        for (place, _), each in chain(self.catalog.tables.items(), self.catalog.sequences.items()):
            if place == schema and each.owner not in self.grantees and self._can_act_for(each.owner):
                found.add(each.owner)
        return found

    def _default(
        self,
        creator: str,
        schema: str,
        kind: str,
        verb: str,
        difference: frozenset[str],
        grantees: Sequence[str],
    ) -> None:
        preposition = "TO" if verb == "GRANT" else "FROM"
        sql = (
            f"ALTER DEFAULT PRIVILEGES FOR ROLE {identifier(creator)} IN SCHEMA {identifier(schema)} "
            f"{verb} {_list(difference)} ON {kind} {preposition} {_names(grantees)}"
        )
        if self._can_act_for(creator):
            self._as(creator, sql)
        else:
            self.untouchable[creator].append(sql)

    def _hand_over(self, role: Role) -> None:
        if role.name not in self.catalog.owners:
            return
        heir = self.desired.hand_over.get(role.name)
        if heir is None:
            self.result.notes.append(
                f"{role.name}: is locked and still owns objects in {self.catalog.database}; they are untouched. Name "
                "an owner account in hand_over to give them away"
            )
            return
        self._become(None)
        for each in (role.name, heir):
            self._join(each, inherit=True)
        self.result.add(f"REASSIGN OWNED BY {identifier(role.name)} TO {identifier(heir)}", role.name)

    # Acting for another role, within the transaction.

    def _can_act_for(self, owner: str) -> bool:
        role = self._known(owner)
        return owner == self.catalog.administrator or role.inherited or role.assumable or role.grantable

    def _known(self, name: str) -> Role:
        if name in self.logins and name not in self.catalog.roles:
            return Role(name, grantable=True)  # created by this plan
        return self.catalog.roles.get(name, _NO_ROLE)

    def _as(self, owner: str | None, sql: str, account: str | None = None) -> None:
        role = None if owner in (None, self.catalog.administrator) else self._known(str(owner))
        if role is None or role.inherited:
            self._become(None)
        else:
            if not role.assumable:
                self._join(role.name)
            self._become(role.name)
        self.result.add(sql, account)

    def _become(self, role: str | None) -> None:
        if role != self.current:
            if self.current is not None:
                self.result.add("RESET ROLE")
            if role is not None:
                self.result.add(f"SET LOCAL ROLE {identifier(role)}")
            self.current = role

    def _join(self, role: str, inherit: bool = False) -> None:
        if role in self.joined and not inherit:
            return
        if role == self.catalog.administrator or self._known(role).inherited:
            return
        self._become(None)
        options = ""
        if self.catalog.version >= 16:
            options = f" WITH INHERIT {'TRUE' if inherit else 'FALSE'}, SET TRUE"
        self.result.add(f"GRANT {identifier(role)} TO {identifier(self.catalog.administrator)}{options}")
        if role not in self.joined:
            self.joined.append(role)

    def _leave(self) -> None:
        for role in self.joined:
            self.result.add(f"REVOKE {identifier(role)} FROM {identifier(self.catalog.administrator)}")

    def _note_untouchable(self) -> None:
        for owner, statements in sorted(self.untouchable.items()):
            self.result.notes.append(
                f"the administrator cannot act for {owner}, which owns what these statements are about; run them as "
                f"{owner}: {'; '.join(statements)}"
            )


def _qualified(key: Key) -> str:
    schema, name = key
    return f"{identifier(schema)}.{identifier(name)}" if name else identifier(schema)


def _names(grantees: Sequence[str]) -> str:
    return ", ".join("PUBLIC" if name == PUBLIC else identifier(name) for name in grantees)


def _list(held: Iterable[str]) -> str:
    return ", ".join(sorted(held))


def _union(sets: Iterable[frozenset[str]]) -> frozenset[str]:
    return frozenset().union(*sets)


def _owns(grants: Iterable[Grant], schema: str) -> bool:
    return any(grant.access is Access.OWNER and schema in grant.schemas for grant in grants)
