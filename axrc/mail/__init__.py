"""Letters and text messages, sent when the transaction is through: mail.send("accounts/mail/welcome", to=user).

The function `sms` takes the name that the package axrc/mail/sms has here; its modules are imported by their full path.
"""

from axrc.mail.limits import TooManyMessages, claim_sms
from axrc.mail.sending import SMSUnavailable, can_sms, send, sms

__all__ = ["SMSUnavailable", "TooManyMessages", "can_sms", "claim_sms", "send", "sms"]
