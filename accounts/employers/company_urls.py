from django.urls import path

from accounts.employers import addresses, licence, photos, profile

urlpatterns = [
    path("", profile.company, name="company"),
    path("photos/", photos.photos, name="company-photos"),
    path("photos/<int:pk>/", photos.photo, name="company-photo"),
    path("addresses/", addresses.addresses, name="company-addresses"),
    path("addresses/<int:pk>/remove/", addresses.remove, name="company-address-remove"),
    path("verification/", licence.verification, name="verification"),
    path("verification/withdraw/", licence.withdraw, name="verification-withdraw"),
    path("verification/letter/", licence.letter, name="verification-letter"),
]
