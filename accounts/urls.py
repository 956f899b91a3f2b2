from django.urls import path

from accounts import views

app_name = "accounts"

urlpatterns = [
    path("", views.companies, name="companies"),
    path("<int:pk>/", views.company, name="company"),
]
