"""DatabasePersonas: IAM policies of the people who work with a database."""

from .args import DatabasePersonasArgs, PersonaSettings
from .component import DatabasePersonas

__all__ = [
    "DatabasePersonas",
    "DatabasePersonasArgs",
    "PersonaSettings",
]
