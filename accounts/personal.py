"""What the apps above hold on people. Nothing here knows them, so they say it themselves when they start (jobs/apps.py)."""

# title: a function of a user, which gives [{label: value}] for the export.
exporters = {}
# Functions of an accounts.erasing.Leaver, called within the transaction that erases an account.
erasers = []


def is_exported(title, rows):
    exporters[title] = rows


def is_erased(erase):
    if erase not in erasers:
        erasers.append(erase)
