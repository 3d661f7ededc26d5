"""Differences between what is wanted and what is there."""

from dataclasses import dataclass, field


class AccountsError(Exception):
    """Something a person has to change: what is wrong, where, and the fix. It never holds a secret."""


@dataclass(frozen=True)
class Statement:
    """One SQL statement of a plan."""

    sql: str
    """The statement, identifiers and literals quoted. It holds no secret."""
    account: str | None = None
    """The account that is changed, where it is one."""


@dataclass
class Plan:
    """What would be done to one database, in order."""

    database: str
    statements: list[Statement] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    """What only a person can resolve. A plan with problems is not applied."""
    notes: list[str] = field(default_factory=list)
    """What the reader should know, though nothing is done about it."""

    def add(self, sql: str, account: str | None = None) -> None:
        """Append a statement."""
        self.statements.append(Statement(sql, account))

    def prepend(self, sql: str) -> None:
        """Put a statement before all others."""
        self.statements.insert(0, Statement(sql))


@dataclass
class Report:
    """What was done. It holds no secret."""

    statements: dict[str, list[str]] = field(default_factory=dict)
    """Database -> statements that took effect."""
    notes: list[str] = field(default_factory=list)

    def did(self, database: str, statements: list[str]) -> None:
        """Record statements that took effect."""
        if statements:
            self.statements.setdefault(database, []).extend(statements)

    @property
    def count(self) -> int:
        """How many statements took effect."""
        return sum(map(len, self.statements.values()))
