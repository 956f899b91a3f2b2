"""A company as schema.org describes it, for search engines."""

from accounts.models import Company

# (least, most) people of each size; nobody knows the most of the largest.
PEOPLE = {
    Company.Size.UNDER_10: {"minValue": 1, "maxValue": 9},
    Company.Size.UNDER_50: {"minValue": 10, "maxValue": 49},
    Company.Size.UNDER_200: {"minValue": 50, "maxValue": 199},
    Company.Size.UNDER_500: {"minValue": 200, "maxValue": 499},
    Company.Size.UNDER_1000: {"minValue": 500, "maxValue": 999},
    Company.Size.FROM_1000: {"minValue": 1000},
}


def organization(company, *, photos, absolute):
    """`absolute` makes an address of ours absolute."""
    address = absolute(company.get_absolute_url())
    return {
        "@type": "Organization",
        "@id": f"{address}#company",
        "name": company.name,
        "url": address,
        "description": company.about,
        "address": {
            "@type": "PostalAddress",
            "streetAddress": company.address,
            "addressLocality": company.region.full_name,
            "addressCountry": "CN",
        },
        "numberOfEmployees": {"@type": "QuantitativeValue", **PEOPLE[company.size]},
        **({"logo": absolute(company.logo.url)} if company.logo else {}),
        **({"image": [absolute(photo.file.url) for photo in photos]} if photos else {}),
        **({"sameAs": company.website_link} if company.website_link else {}),
    }
