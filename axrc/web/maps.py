"""Maps: a plain link that opens the map's app or page, no script of anybody else's."""

from urllib.parse import urlencode


def map_link(place):
    """The page of a map that looks for a place, given in words."""
    return f"https://uri.amap.com/search?{urlencode({'keyword': place, 'view': 'map', 'src': 'axrc'})}"
