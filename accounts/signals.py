"""The news that travels upwards. There are no other signals."""

from django.dispatch import Signal

# Verified, expired, renamed, frozen: what its jobs show of a company is not what it was. Carries `company`.
company_changed = Signal()

# Somebody has given up the account, and may still take that back. Carries `user`.
account_closed = Signal()
