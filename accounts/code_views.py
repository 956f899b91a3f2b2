"""Having a code sent again: within the limits, and alike for known and unknown accounts, where allauth tells them apart."""

from allauth.account import views
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect

from accounts.adapters import claim_sms


def refused(request, number):
    """The way back to the form, with the reason, if no further message may be sent to a number."""
    try:
        claim_sms(number)
    except ValidationError as error:
        messages.error(request, error.messages[0])
        return redirect(request.get_full_path())
    return None


class ConfirmLoginCodeView(views.ConfirmLoginCodeView):
    def _resend_form_valid(self, form):
        process, number = self._process, self._process.state.get("phone")
        if number and (answer := refused(self.request, number)):
            return answer
        elif process.user:
            return super()._resend_form_valid(form)
        else:
            process.send(skip_enumeration_mails=True)
            process.record_resend()
            process.persist()
            return redirect(self.passthrough_next_url(self.request.path))


class ResendWithinLimitsMixin:
    def _resend_form_valid(self, form):
        return refused(self.request, self.process.phone) or super()._resend_form_valid(form)


class VerifyPhoneAtLoginView(ResendWithinLimitsMixin, views._VerifyPhoneSignupView):
    pass


class VerifyNewPhoneView(ResendWithinLimitsMixin, views._VerifyPhoneChangeView):
    pass


def verify_phone(request):
    view = VerifyNewPhoneView if request.user.is_authenticated else VerifyPhoneAtLoginView
    return view.as_view()(request)
