"""Full-text search over the database's own engine: one field, one lookup, the same hits on SQLite and PostgreSQL."""
