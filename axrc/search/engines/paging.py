"""Relevance: hits in the title first, each part newest first."""


def in_two_parts(engine, model, query, *, at, offset, limit):
    """A page of hits in the title followed by the others, as if they were one list."""
    if not query.title:
        return engine.find(model, query, at=at, order="newest", offset=offset, limit=limit)
    first, second = query.by_title()
    found = engine.find(model, first, at=at, order="newest", offset=offset, limit=limit)
    missing = limit - len(found)
    if not missing:
        return found
    # Only a page that reaches into the second part has to know how long the first one is.
    before = offset + len(found) if found or not offset else engine.tally(model, first, at=at, most=offset)
    return found + engine.find(model, second, at=at, order="newest", offset=max(0, offset - before), limit=missing)
