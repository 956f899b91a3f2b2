"""Under /talent/: resumes as verified companies see them."""

from django.urls import path

from accounts.resumes.views import talent

app_name = "talent"

urlpatterns = [
    path("", talent.search, name="search"),
    path("<int:pk>/", talent.resume, name="resume"),
    path("<int:pk>/print/", talent.print_resume, name="print"),
    path("<int:pk>/pdf/", talent.pdf, name="pdf"),
    path("<int:pk>/attachment/", talent.attachment, name="attachment"),
    path("<int:pk>/photo/", talent.photo, name="photo"),
]
