"""Which companies hire now. Nothing here knows a job, so who does says it: the board, when it starts (jobs/apps.py)."""

# Called with a moment; gives the ids of the companies that have a live job then.
companies = None


def at(moment):
    return companies(moment) if companies else ()
