"""Who did what to what, written once and never changed: audit.record(user, "company.verified", company)."""

from axrc.audit.recording import label, name_actions, record, record_all

__all__ = ["label", "name_actions", "record", "record_all"]
