from django.urls import path

app_name = "accounts"

urlpatterns = [path("<int:pk>/", lambda r, pk: None, name="company")]
