"""What else somebody means who types a word."""

import pytest
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from axrc.taxonomy import naming
from axrc.vocabulary.learning import learn
from axrc.vocabulary.meanings import Meanings
from axrc.vocabulary.models import SynonymGroup, Term
from tests.factories import JobFactory, UserFactory

pytestmark = pytest.mark.django_db


def means(word):
    return Meanings(word)(word)


@pytest.fixture
def named(taxonomy):
    naming.renew()


@pytest.mark.parametrize(
    ("word", "other"), [("司机", "驾驶员"), ("驾驶员", "司机"), ("門衛", "保安"), ("qc", "质检"), ("QC!", "质检")]
)
def test_what_staff_call_the_same_is_meant_both_ways(word, other):
    assert other in means(word)


def test_a_change_of_a_group_holds_at_once():
    group = SynonymGroup.objects.create(words="炒茶 杀青")
    assert means("炒茶") == ["杀青"]
    group.words = "炒茶、锅炒"
    group.full_clean()
    group.save()
    assert means("炒茶") == ["锅炒"]
    assert means("杀青") == []
    group.delete()
    assert means("炒茶") == []


def test_names_with_signs_have_synonyms_too():
    SynonymGroup.objects.create(words="C++ C/C++开发 3D打印 增材制造")
    assert "C++" in means("增材制造")
    assert "增材制造" in means("c++")
    assert "增材制造" in Meanings("3D打印")("3d 打印")


def test_the_pages_that_visitors_see_are_made_anew_after_a_change(settings, monkeypatch):
    emptied = []
    monkeypatch.setattr("axrc.vocabulary.models.page_cache.empty", lambda: emptied.append(True))
    SynonymGroup.objects.create(words="炒茶 杀青").delete()
    assert len(emptied) == 2


@pytest.mark.parametrize("words", ["炒茶", "炒茶 炒茶", "、", "會計 会计"])
def test_a_group_has_two_words_at_least(words):
    with pytest.raises(ValidationError):
        SynonymGroup(words=words).full_clean()


@pytest.mark.parametrize("typed", ["kuaiji", "kj", "KJ", "ＫＪ"])
def test_letters_mean_what_is_read_so(named, typed):
    assert "会计" in means(typed)


def test_letters_also_mean_the_synonyms_of_what_is_read_so(named):
    assert {"司机", "驾驶员"} <= set(means("siji"))


def test_a_title_is_understood_in_letters_from_the_moment_of_its_entry(taxonomy):
    assert means("xcgxy") == []
    JobFactory(title="星辰观象员(包吃住)")
    assert means("xcgxy") == ["星辰观象员"]


@pytest.mark.parametrize("word", ["cad", "cnc"])
def test_a_word_of_postings_is_not_read_as_initials(named, word):
    learn(
        [
            Term(kind=Term.Kind.TITLE, text="采安冻"),
            Term(kind=Term.Kind.TITLE, text="茶农村"),
            Term(kind=Term.Kind.TITLE, text="CAD制图"),
        ]
    )
    assert not {"采安冻", "茶农村"} & set(means(word))


def test_letters_mean_no_more_than_a_few_words(taxonomy):
    learn([Term(kind=Term.Kind.TITLE, text=f"{first}{second}") for first in "茶采查插" for second in "工公供"])
    assert len(means("cg")) == 5


def test_many_words_cost_no_more_statements_than_few(named):
    Meanings("司机")  # The synonyms are read once for all.
    with CaptureQueriesContext(connection) as few:
        Meanings("kj siji")
    with CaptureQueriesContext(connection) as many:
        Meanings(" ".join(["kj", "siji", "司机", "cys", "fwy", "保安", "xp", "cnc", "qq", "zz"]))
    assert len(many) == len(few) <= 3


def test_marking_knows_all_writings(named):
    assert {"kj", "会计"} <= set(Meanings("kj").writings())


def test_the_whole_vocabulary_can_be_made_anew(taxonomy, capsys):
    JobFactory(title="制茶师")
    JobFactory(title="制茶师/烘焙师")
    call_command("rebuild_terms")
    assert Term.objects.get(kind="title", text="制茶师").weight == 2
    before = set(Term.objects.values_list("kind", "text", "target", "weight"))
    call_command("rebuild_terms")
    assert set(Term.objects.values_list("kind", "text", "target", "weight")) == before
    assert "职位 2" in capsys.readouterr().out


def test_staff_write_synonyms_in_the_admin(admin_client):
    answer = admin_client.post("/admin/vocabulary/synonymgroup/add/", {"words": "炒茶、杀青"})
    assert answer.status_code == 302
    assert means("杀青") == ["炒茶"]
    assert set(means("shaqing")) == {"杀青", "炒茶"}
    assert "至少要有两个词" in admin_client.post("/admin/vocabulary/synonymgroup/add/", {"words": "炒茶"}).content.decode()


@pytest.mark.parametrize(("name", "answer"), [("审核", 200), ("编辑", 403)])
def test_reviewers_write_synonyms_and_editors_do_not(client, name, answer):
    user = UserFactory(is_staff=True, role=User.Role.STAFF)
    user.groups.add(Group.objects.get(name=name))
    client.force_login(user)
    assert client.get("/admin/vocabulary/synonymgroup/add/").status_code == answer


def test_the_board_finds_by_synonym_pinyin_and_traditional_characters(client, named):
    JobFactory(title="货车驾驶员", description="送货。", requirements="有证。")

    def finds(typed):
        html = client.get("/jobs/", {"q": typed}).content.decode()
        return "货车驾驶员" in html.replace("<mark>", "").replace("</mark>", "")

    for typed in ("驾驶员", "司机", "siji", "sj", "貨車駕駛員", "huochejiashiyuan"):
        assert finds(typed), typed
    for typed in ("保安", "baoan", "kj"):
        assert not finds(typed), typed
