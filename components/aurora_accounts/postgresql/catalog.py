"""What a PostgreSQL server holds: roles, and the objects and privileges of one database."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from pg8000.native import Connection

PUBLIC = ""
"""Grantee that stands for every role."""

Acl = Mapping[str, frozenset[str]]
"""Grantee -> privileges."""


@dataclass(frozen=True)
class Role:
    """One role of the server."""

    name: str
    login: bool = False
    inherit: bool = True
    connection_limit: int = -1
    superuser: bool = False
    powers: tuple[str, ...] = ()
    """Attributes beyond a plain account: CREATEROLE, CREATEDB, REPLICATION, BYPASSRLS."""
    comment: str | None = None
    member_of: frozenset[str] = frozenset()
    lasting: frozenset[str] = frozenset()
    """Those of `member_of` that somebody granted. The others came with creating the role, since version 16."""
    settings: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """(database or empty, parameter) -> value, lower-case parameter names."""
    inherited: bool = False
    """Whether the administrator has its privileges without doing anything."""
    assumable: bool = False
    """Whether the administrator can `SET ROLE` to it as it is."""
    grantable: bool = False
    """Whether the administrator can make itself a member."""


@dataclass(frozen=True)
class Object:
    """A schema, table, view or sequence, and who may do what with it."""

    owner: str
    acl: Acl


@dataclass(frozen=True)
class Catalog:
    """What one database says."""

    version: int
    """Major version."""
    administrator: str
    database: str
    owner: str
    acl: Acl
    roles: Mapping[str, Role]
    schemas: Mapping[str, Object]
    tables: Mapping[tuple[str, str], Object] = field(default_factory=dict)
    """(schema, name) of tables, partitions, views, materialized views and foreign tables."""
    sequences: Mapping[tuple[str, str], Object] = field(default_factory=dict)
    defaults: Mapping[tuple[str, str, str], Acl] = field(default_factory=dict)
    """(creator, schema, `TABLES` or `SEQUENCES`) -> privileges that new objects get."""
    extensions: frozenset[str] = frozenset()
    libraries: frozenset[str] = frozenset()
    """Preloaded libraries."""
    forces_tls: bool | None = None
    """Aurora's parameter rds.force_ssl; None where it does not exist."""
    owners: frozenset[str] = frozenset()
    """Roles that own something in this database."""


_ROLES = """
select r.rolname, r.rolcanlogin, r.rolinherit, r.rolconnlimit, r.rolsuper,
       r.rolcreaterole, r.rolcreatedb, r.rolreplication, r.rolbypassrls,
       shobj_description(r.oid, 'pg_authid'),
       pg_has_role(r.oid, 'USAGE'),
       pg_has_role(r.oid, {assumable}),
       pg_has_role(r.oid, 'MEMBER WITH ADMIN OPTION')
from pg_roles r
"""

# Role 10 is the one that initialized the server; what it grants by itself nobody else can revoke.
_MEMBERS = """
select member.rolname, role.rolname, m.grantor <> 10
from pg_auth_members m
join pg_roles member on member.oid = m.member
join pg_roles role on role.oid = m.roleid
"""

_SETTINGS = """
select r.rolname, coalesce(d.datname, ''), unnest(s.setconfig)
from pg_db_role_setting s
join pg_roles r on r.oid = s.setrole
left join pg_database d on d.oid = s.setdatabase
"""

_DATABASE = """
select pg_get_userbyid(d.datdba), case when a.grantee = 0 then '' else pg_get_userbyid(a.grantee) end, a.privilege_type
from pg_database d
left join lateral aclexplode(coalesce(d.datacl, acldefault('d', d.datdba))) a on true
where d.datname = current_database()
"""

_SCHEMAS = """
select n.nspname, pg_get_userbyid(n.nspowner),
       case when a.grantee = 0 then '' else pg_get_userbyid(a.grantee) end, a.privilege_type
from pg_namespace n
left join lateral aclexplode(coalesce(n.nspacl, acldefault('n', n.nspowner))) a on true
where n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
"""

# What belongs to an extension is the extension's business, and often the property of AWS's own roles.
_RELATIONS = """
select c.relkind = 'S', n.nspname, c.relname, pg_get_userbyid(c.relowner),
       case when a.grantee = 0 then '' else pg_get_userbyid(a.grantee) end, a.privilege_type
from pg_class c
join pg_namespace n on n.oid = c.relnamespace
left join lateral aclexplode(
  coalesce(c.relacl, acldefault(case when c.relkind = 'S' then 's' else 'r' end::"char", c.relowner))) a on true
where c.relkind in ('r', 'p', 'v', 'm', 'f', 'S')
  and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
  and not exists (
    select 1 from pg_depend e where e.classid = 'pg_class'::regclass and e.objid = c.oid and e.deptype = 'e')
"""

_DEFAULTS = """
select pg_get_userbyid(d.defaclrole), n.nspname, d.defaclobjtype,
       case when a.grantee = 0 then '' else pg_get_userbyid(a.grantee) end, a.privilege_type
from pg_default_acl d
join pg_namespace n on n.oid = d.defaclnamespace
left join lateral aclexplode(d.defaclacl) a on true
where d.defaclobjtype in ('r', 'S')
"""

_OWNERS = """
select distinct pg_get_userbyid(s.refobjid)
from pg_shdepend s join pg_database d on d.oid = s.dbid
where d.datname = current_database() and s.refclassid = 'pg_authid'::regclass and s.deptype = 'o'
"""

_SERVER = """
select current_setting('server_version_num')::int / 10000, current_user, current_database(),
       (select setting from pg_settings where name = 'shared_preload_libraries'),
       (select setting from pg_settings where name = 'rds.force_ssl')
"""

_POWERS = ("CREATEROLE", "CREATEDB", "REPLICATION", "BYPASSRLS")

_OBJECT_TYPES = {"r": "TABLES", "S": "SEQUENCES"}


def read(connection: Connection) -> Catalog:
    """Read the catalog of the connection's database. It needs no privilege beyond signing in."""
    [[version, administrator, database, libraries, tls]] = connection.run(_SERVER)
    owner, acl = _object(connection.run(_DATABASE))
    tables: dict[tuple[str, str], list[list[str]]] = defaultdict(list)
    sequences: dict[tuple[str, str], list[list[str]]] = defaultdict(list)
    for is_sequence, schema, name, *entry in connection.run(_RELATIONS):
        (sequences if is_sequence else tables)[schema, name].append(entry)
    schemas: dict[str, list[list[str]]] = defaultdict(list)
    for schema, *entry in connection.run(_SCHEMAS):
        schemas[schema].append(entry)
    defaults: dict[tuple[str, str, str], list[list[str]]] = defaultdict(list)
    for creator, schema, kind, grantee, privilege in connection.run(_DEFAULTS):
        defaults[creator, schema, _OBJECT_TYPES[kind]].append([creator, grantee, privilege])
    return Catalog(
        version=version,
        administrator=administrator,
        database=database,
        owner=owner,
        acl=acl,
        roles=_roles(connection, version, administrator),
        schemas={name: Object(*_object(entries)) for name, entries in schemas.items()},
        tables={key: Object(*_object(entries)) for key, entries in tables.items()},
        sequences={key: Object(*_object(entries)) for key, entries in sequences.items()},
        defaults={key: _object(entries)[1] for key, entries in defaults.items()},
        extensions=frozenset(name for [name] in connection.run("select extname from pg_extension")),
        libraries=frozenset(each.strip() for each in (libraries or "").split(",")),
        forces_tls=None if tls is None else tls in ("1", "on"),
        owners=frozenset(name for [name] in connection.run(_OWNERS)),
    )


def for_new_database(server: Catalog, name: str) -> Catalog:
    """What the catalog of a database says right after the administrator created it."""
    administrator = server.administrator
    public = frozenset({"USAGE"} if server.version >= 15 else {"USAGE", "CREATE"})
    owner = "pg_database_owner" if server.version >= 15 else administrator
    roles = dict(server.roles)
    if owner in roles:  # its member is the owner of the database at hand
        roles[owner] = Role(owner, inherited=True, assumable=True)
    return Catalog(
        version=server.version,
        administrator=administrator,
        database=name,
        owner=administrator,
        acl={PUBLIC: frozenset({"CONNECT", "TEMPORARY"})},
        roles=roles,
        schemas={"public": Object(owner, {PUBLIC: public})},
        libraries=server.libraries,
        forces_tls=server.forces_tls,
    )


def empty(database: str, administrator: str, version: int) -> Catalog:
    """What a new cluster's catalog says, as far as a plan needs it. For showing statements without a database."""
    names = {administrator, "rds_iam", "pg_database_owner"}
    server = Catalog(
        version=version,
        administrator=administrator,
        database=database,
        owner=administrator,
        acl={},
        roles={
            name: Role(name, inherited=name != "rds_iam", assumable=True, grantable=True) for name in names
        },
        schemas={},
        libraries=frozenset({"pgaudit"}),
        forces_tls=True,
    )
    return for_new_database(server, database)


def _roles(connection: Connection, version: int, administrator: str) -> dict[str, Role]:
    members: dict[str, set[str]] = defaultdict(set)
    lasting: dict[str, set[str]] = defaultdict(set)
    for member, role, granted in connection.run(_MEMBERS):
        members[member].add(role)
        if granted:
            lasting[member].add(role)
    settings: dict[str, dict[tuple[str, str], str]] = defaultdict(dict)
    for role, database, setting in connection.run(_SETTINGS):
        parameter, _, value = setting.partition("=")
        settings[role][database, parameter.lower()] = value
    rows = connection.run(_ROLES.format(assumable="'SET'" if version >= 16 else "'MEMBER'"))
    everything = {row[0]: row for row in rows}
    # Before version 16 CREATEROLE is enough to join any role. On Aurora, rds_superuser still is.
    joins_any = "rds_superuser" in _closure(administrator, members)
    if version < 16:
        joins_any = joins_any or everything[administrator][5]
    roles = {}
    for name, login, inherit, limit, superuser, *rest in rows:
        powers, (comment, inherited, assumable, with_admin) = rest[:4], rest[4:]
        roles[name] = Role(
            name=name,
            login=login,
            inherit=inherit,
            connection_limit=limit,
            superuser=superuser,
            powers=tuple(power for power, held in zip(_POWERS, powers, strict=True) if held),
            comment=comment,
            member_of=frozenset(members[name]),
            lasting=frozenset(lasting[name]),
            settings=settings[name],
            inherited=inherited,
            assumable=assumable,
            grantable=with_admin or (joins_any and not superuser),
        )
    return roles


def _closure(role: str, members: Mapping[str, set[str]]) -> set[str]:
    found: set[str] = set()
    waiting = [role]
    while waiting:
        for each in members.get(waiting.pop(), ()):
            if each not in found:
                found.add(each)
                waiting.append(each)
    return found


def _object(entries: list[list[str]]) -> tuple[str, Acl]:
    """Owner, and privileges by grantee, of rows (owner, grantee, privilege)."""
    acl: dict[str, set[str]] = defaultdict(set)
    for _, grantee, privilege in entries:
        if privilege is not None:
            acl[grantee].add(privilege)
    return entries[0][0], {grantee: frozenset(held) for grantee, held in acl.items()}
