"""Adding photos to a company's page, and taking them away."""

from functools import partial

from django.core.exceptions import ValidationError
from django.db import transaction
from PIL import Image

from accounts.models import Company, CompanyPhoto
from axrc import audit
from axrc.web import stored_pictures, uploads

TOO_MANY = f"每家企业最多放 {CompanyPhoto.MOST} 张照片，请先删掉不用的。"


@transaction.atomic
def add(company, file, *, alternative_text, order=0, by=None):
    """A photo of the company, written anew from what was sent.

    Raises ValidationError for what is no picture, and where there are CompanyPhoto.MOST already.
    """
    Company.objects.select_for_update().get(pk=company.pk)
    if company.photos.count() >= CompanyPhoto.MOST:
        raise ValidationError(TOO_MANY, code="too_many")
    photo = CompanyPhoto(company=company, alternative_text=alternative_text, order=order)
    store(photo, file)
    photo.save()
    if by:
        audit.record(by, "company.photo_added", company, photo=photo.pk)
    return photo


@transaction.atomic
def remove(photo, *, by):
    audit.record(by, "company.photo_removed", photo.company, photo=photo.pk)
    photo.delete()


def store(photo, file):
    """Write the picture and its renditions, without saving the row; those of an earlier picture go."""
    before = stored_pictures.files(photo) if photo.file else []
    picture = file if isinstance(file, uploads.Picture) else uploads.reencoded(file)
    picture.seek(0)
    with Image.open(picture) as image:
        photo.width, photo.height = image.size
    photo.file.save(picture.name, picture, save=False)
    stored_pictures.render(photo, photo.file.name.rpartition(".")[0])
    transaction.on_commit(partial(stored_pictures.forget, before))
