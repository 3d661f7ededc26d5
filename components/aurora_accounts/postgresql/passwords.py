"""Passwords as PostgreSQL stores them, so that neither a statement nor a log ever holds one."""

import base64
import hashlib
import hmac
import secrets

from pg8000.native import identifier, literal

ITERATIONS = 4096
"""PostgreSQL's own number of rounds (scram_iterations)."""


def verifier(password: str) -> str:
    """The SCRAM-SHA-256 verifier of a password: with it the server can check the password and not tell it.

    The password must be ASCII, as ours are, because SASLprep then changes nothing.
    """
    salt = secrets.token_bytes(16)
    salted = hashlib.pbkdf2_hmac("sha256", password.encode("ascii"), salt, ITERATIONS)
    client = hashlib.sha256(hmac.digest(salted, b"Client Key", "sha256")).digest()
    server = hmac.digest(salted, b"Server Key", "sha256")
    parts = [base64.b64encode(each).decode() for each in (salt, client, server)]
    return f"SCRAM-SHA-256${ITERATIONS}:{parts[0]}${parts[1]}:{parts[2]}"


def set_password(login: str, password: str) -> str:
    """The statement that gives a login a password."""
    return f"ALTER ROLE {identifier(login)} PASSWORD {literal(verifier(password))}"
