"""Parameters that only a restart changes, whatever the version: AWS refuses to apply them at once."""

import re

# PostgreSQL reads these when the server starts; the rest is what RDS documents as static.
POSTGRES = frozenset(
    {
        "autovacuum_freeze_max_age",
        "autovacuum_multixact_freeze_max_age",
        "huge_pages",
        "max_connections",
        "max_files_per_process",
        "max_locks_per_transaction",
        "max_logical_replication_workers",
        "max_pred_locks_per_transaction",
        "max_prepared_transactions",
        "max_replication_slots",
        "max_wal_senders",
        "max_worker_processes",
        "pg_stat_statements.max",
        "rds.babelfish_status",
        "rds.logical_replication",
        "rds.restrict_password_commands",
        "shared_buffers",
        "shared_preload_libraries",
        "superuser_reserved_connections",
        "track_activity_query_size",
        "track_commit_timestamp",
        "wal_buffers",
    }
)

# MySQL has no way to set these in a running server.
MYSQL = frozenset(
    {
        "back_log",
        "ft_max_word_len",
        "ft_min_word_len",
        "innodb_autoinc_lock_mode",
        "innodb_buffer_pool_instances",
        "innodb_ft_max_token_size",
        "innodb_ft_min_token_size",
        "innodb_purge_threads",
        "innodb_read_io_threads",
        "innodb_write_io_threads",
        "lower_case_table_names",
        "max_digest_length",
        "performance_schema",
        "table_open_cache_instances",
        "thread_stack",
    }
)

# What Aurora MySQL documents as static besides, though community MySQL does not.
AURORA_MYSQL = MYSQL | {"binlog_format", "ssl_cipher", "tls_ciphersuites", "tls_version"}


def static_parameters(family: str) -> frozenset[str]:
    """The static parameters of a parameter group's family; none for engines that are not judged."""
    if re.match(r"(aurora-)?postgres", family):
        return POSTGRES
    if family.startswith("aurora"):
        return AURORA_MYSQL
    return MYSQL if family.startswith("mysql") else frozenset()
