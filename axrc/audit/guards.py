"""Triggers that refuse to change an entry, or to delete one before its years are over (DOMAIN.md L8), whoever asks."""

TABLE = "audit_entry"
YEARS = 3

SQLITE = {
    "audit_entry_unchanged": f"""CREATE TRIGGER IF NOT EXISTS audit_entry_unchanged BEFORE UPDATE ON {TABLE}
        BEGIN SELECT RAISE(ABORT, 'audit entries are not changed'); END""",
    "audit_entry_kept": f"""CREATE TRIGGER IF NOT EXISTS audit_entry_kept BEFORE DELETE ON {TABLE}
        WHEN OLD.at > datetime('now', '-{YEARS} years')
        BEGIN SELECT RAISE(ABORT, 'audit entries are kept'); END""",
}

POSTGRESQL = [
    """CREATE OR REPLACE FUNCTION audit_entry_refused() RETURNS trigger LANGUAGE plpgsql AS $$
       BEGIN RAISE EXCEPTION 'audit entries are kept and not changed' USING ERRCODE = 'restrict_violation'; END $$""",
    f"""CREATE OR REPLACE TRIGGER audit_entry_unchanged BEFORE UPDATE ON {TABLE}
        FOR EACH ROW EXECUTE FUNCTION audit_entry_refused()""",
    f"""CREATE OR REPLACE TRIGGER audit_entry_kept BEFORE DELETE ON {TABLE}
        FOR EACH ROW WHEN (OLD.at > now() - interval '{YEARS} years') EXECUTE FUNCTION audit_entry_refused()""",
]


def build(connection):
    statements = SQLITE.values() if connection.vendor == "sqlite" else POSTGRESQL
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
