"""What stands around an article: its neighbours, and what to read next.

Related is what shares rare words of its title. How rare a word is, the search index says; a word of every other title,
like 安溪 or 招聘, weighs next to nothing.
"""

from collections import Counter

from django.db.models import Subquery
from django.utils import timezone

from axrc.search import words
from axrc.search.query import Query
from news.archive import Tally
from news.models import Article, ArticleEntry

RELATED = 6
# So many pairs of a title are looked up, the first ones.
MOST_PAIRS = 24
# A pair found in more titles says nothing of what an article is about. Counting ends there.
COMMON = 150
# By so many pairs, the rarest, candidates are looked for, and so many of them are weighed.
RAREST = 8
CANDIDATES = 60
# Two articles are related from this weight on: a pair that some thirty titles share, or rarer.
LIGHTEST = 1 / 30


def around(article, at=None):
    """{"previous", "next", "related"}; four queries, whatever there is."""
    at = at or timezone.now()
    published = Article.objects.published(at)
    pairs = sorted(title_pairs(article.title))[:MOST_PAIRS]
    row = looked_up(article, pairs, at)
    frequency = {pair: row[f"pair_{number}"] for number, pair in enumerate(pairs)}
    candidates = like(article, frequency, at)
    siblings = [row[f"sibling_{place}"] for place in range(RELATED)]
    wanted = [pk for pk in (row["previous"], row["next"], *siblings, *candidates) if pk]
    found = published.for_headlines().in_bulk(wanted)
    similar = heaviest([found[pk] for pk in candidates if pk in found], frequency)
    filled = dict.fromkeys([*similar, *(found[pk] for pk in siblings if pk in found)])
    return {
        "previous": found.get(row["previous"]),
        "next": found.get(row["next"]),
        "related": list(filled)[:RELATED],
    }


def title_pairs(title):
    """The words of a title that can be rare: pairs of characters, and whole words of other scripts."""
    return {token for token in words.tokens(title) if len(token) > 1 and not token.isdigit()}


def looked_up(article, pairs, at):
    """Ids of the neighbours and of the newest of the section, and in how many titles each pair stands: one statement."""
    published = Article.objects.published(at)
    siblings = published.in_section(article.section_id).exclude(pk=article.pk).newest_first().values("pk")
    columns = {
        "previous": Subquery(Article.objects.before(article).published(at).values("pk")[:1]),
        "next": Subquery(Article.objects.after(article).published(at).values("pk")[:1]),
    }
    columns |= {f"sibling_{place}": Subquery(siblings[place : place + 1]) for place in range(RELATED)}
    columns |= {f"pair_{number}": Tally(titles_with(pair)[: COMMON + 1]) for number, pair in enumerate(pairs)}
    return Article.objects.filter(pk=article.pk).order_by().values(**columns).get()


def titles_with(pair):
    return ArticleEntry.objects.order_by().filter(tokens__matches=title_query([pair])).values("pk")


def title_query(pairs):
    """Any of the pairs in the title."""
    return Query().narrowed([words.TITLE_MARK + pair for pair in pairs])


def like(article, frequency, at):
    """Ids of those whose titles share a rare pair, the newest first."""
    shared = [pair for pair, count in frequency.items() if 2 <= count <= COMMON]
    rarest = sorted(shared, key=lambda pair: (frequency[pair], pair))[:RAREST]
    if not rarest:
        return []
    found = ArticleEntry.objects.find(title_query(rarest), at=at, limit=CANDIDATES)
    return [pk for pk in found if pk != article.pk]


def heaviest(articles, frequency):
    """Those that weigh enough, the heaviest first; of two that weigh the same the newer one."""
    weights = Counter({article: weight(article, frequency) for article in articles})
    return [article for article, weight in weights.most_common() if weight >= LIGHTEST]


def weight(article, frequency):
    """A pair weighs the more the fewer titles it stands in."""
    return sum(1 / frequency[pair] for pair in title_pairs(article.title) if 2 <= frequency.get(pair, 0) <= COMMON)
