"""A great many articles at once, three of each second."""

from datetime import timedelta

from django.utils import timezone

from news.models import Article, Section


def fill(number):
    """Published ones, made in no order of time; every twentieth is a draft that nobody may meet."""
    section = Section.objects.get(slug="local")
    start = timezone.now().replace(microsecond=0) - timedelta(days=900)
    moments = -(-number // 3)
    Article.objects.bulk_create(
        (
            Article(
                title=f"第{place}篇",
                section=section,
                body="",
                published_at=start + timedelta(minutes=place * 7919 % moments),
                status=Article.Status.DRAFT if place % 20 == 7 else Article.Status.PUBLISHED,
            )
            for place in range(number)
        ),
        batch_size=2000,
    )
