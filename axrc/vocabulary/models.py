"""Terms, each under all keys by which it may be looked up, and the groups of words that mean the same."""

import re

from django.core.exceptions import ValidationError
from django.db import models, transaction

from axrc.search import memory
from axrc.vocabulary import keys
from axrc.vocabulary.pinyin import initials, pinyin
from axrc.web import page_cache

# Between the words of a group, however staff part them.
BETWEEN = re.compile(r"[\s,，、;；=＝|]+")
WEIGHT_OF_WORDS = 200


class Term(models.Model):
    """A word or name of the site. The target says what it names: a slug, an id, or nothing but the word itself."""

    class Kind(models.TextChoices):
        TITLE = "title", "职位"
        CATEGORY = "category", "类别"
        COMPANY = "company", "企业"
        TOWN = "town", "乡镇"
        WORD = "word", "用词"

    kind = models.CharField("种类", max_length=10, choices=Kind)
    text = models.CharField("文字", max_length=80)
    target = models.CharField("指向", max_length=40, blank=True)
    weight = models.PositiveIntegerField("权重", default=0)
    pinyin = models.CharField("拼音", max_length=keys.LONGEST_READING, blank=True)
    initials = models.CharField("首字母", max_length=keys.LONGEST_READING, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "搜索用词"
        indexes = [
            models.Index(fields=["pinyin", "-weight"], name="term_by_pinyin"),
            models.Index(fields=["initials", "-weight"], name="term_by_initials"),
        ]
        constraints = [models.UniqueConstraint(fields=["kind", "target", "text"], name="term_is_there_once")]

    def __str__(self):
        return self.text

    def read(self):
        """Take in how the text is read."""
        self.pinyin = pinyin(self.text)[: keys.LONGEST_READING]
        self.initials = initials(self.text)[: keys.LONGEST_READING]
        return self


class TermKey(models.Model):
    """One key of a term. Looking up is an equality on an index, the weightiest terms first, so it costs the same always."""

    key = models.CharField(max_length=keys.LONGEST_KEY)
    weight = models.PositiveIntegerField()
    term = models.ForeignKey(Term, models.CASCADE, related_name="keys")

    class Meta:
        indexes = [models.Index(fields=["key", "-weight"], name="term_by_key")]

    def __str__(self):
        return self.key


class SynonymGroup(models.Model):
    """Words that mean the same: who looks for one finds all."""

    words = models.CharField(
        "同义词",
        max_length=200,
        unique=True,
        help_text="用空格或顿号分开，如：司机 驾驶员 驾驶。搜其中一个，也会找到写着其他几个的职位",
    )

    class Meta:
        verbose_name = verbose_name_plural = "同义词"
        ordering = ["words"]

    def __str__(self):
        return self.words

    def clean(self):
        self.words = " ".join(self.split())
        if len(self.split()) < 2:
            raise ValidationError({"words": "至少要有两个词"})
        if any(len(word) > Synonym.LONGEST for word in self.split()):
            raise ValidationError({"words": f"每个词最多 {Synonym.LONGEST} 个字"})

    @transaction.atomic
    def save(self, **kwargs):
        """Holds from the next search on, in every process."""
        super().save(**kwargs)
        self.synonyms.all().delete()
        Synonym.objects.bulk_create(Synonym(group=self, word=word, folded=keys.plain(word)) for word in self.split())
        self.announce()

    @transaction.atomic
    def delete(self, **kwargs):
        done = super().delete(**kwargs)
        self.announce()
        return done

    def announce(self):
        memory.log_change(Synonym._meta.db_table)
        page_cache.empty()

    def terms(self):
        """Its words as terms of the vocabulary, for whoever types their pinyin."""
        return [Term(kind=Term.Kind.WORD, text=word, weight=WEIGHT_OF_WORDS) for word in self.split()]

    def split(self):
        """The words, each once."""
        by_form = {}
        for word in BETWEEN.split(self.words):
            if form := keys.plain(word):
                by_form.setdefault(form, word)
        return list(by_form.values())


class Synonym(models.Model):
    LONGEST = 20

    group = models.ForeignKey(SynonymGroup, models.CASCADE, related_name="synonyms")
    word = models.CharField(max_length=LONGEST)
    # The form that is looked up; a sign spelled out makes it longer (C++ is cplusplus).
    folded = models.CharField(max_length=3 * LONGEST, db_index=True)

    def __str__(self):
        return self.word
