"""What else can be done, and until when: only where it is of use, with the law's figures."""

from datetime import date

import pytest

from casework.kinds import PetitionKind
from casework.petitions import Detail
from casework.profile import Remedies
from casework.remedies import Remedy, Way, decided_by_authority, remedies

TODAY = date(2026, 3, 2)
WAGES = "老板拖欠工资不给"
FINE = "交警给我开了处罚决定书，我不服"


def found(
    words: str, category: str = "employment", kind: PetitionKind = PetitionKind.REQUEST, since: str = ""
) -> tuple[Remedy, ...]:
    details = (Detail("since", since),) if since else ()
    return remedies(kind, category, words, details, Remedies(), TODAY)


def test_unpaid_wages_have_arbitration_within_a_year_of_when_they_began_to_lack() -> None:
    assert found(WAGES) == (Remedy(Way.ARBITRATION),)
    assert found(WAGES, since="2025年6月") == (Remedy(Way.ARBITRATION, until=date(2026, 6, 1)),)
    assert found(WAGES, since="三个月了") == (Remedy(Way.ARBITRATION, until=date(2026, 12, 2)),)


def test_a_year_that_seems_over_is_not_told_as_a_day_for_it_may_have_begun_later() -> None:
    assert found(WAGES, since="2025年3月") == (Remedy(Way.ARBITRATION),)  # It would end yesterday, on 1 March.
    assert found(WAGES, since="2024年") == (Remedy(Way.ARBITRATION),)
    assert found(WAGES, since="很久了") == (Remedy(Way.ARBITRATION),)


@pytest.mark.parametrize("words", [FINE, "我家的地被征收了，补偿不合理", "They fined me and I do not agree"])
def test_what_an_authority_has_decided_has_reconsideration_and_a_suit(words: str) -> None:
    assert found(words, "land") == (Remedy(Way.RECONSIDERATION, count=60), Remedy(Way.SUIT, count=6))


@pytest.mark.parametrize(
    "words", ["路灯不亮", "枫桥村的公路上有个大坑", "The street lamp is dark", "水费怎么交", "I am fine"]
)
def test_where_nothing_was_decided_nothing_is_told(words: str) -> None:
    assert not decided_by_authority(words)
    assert found(words, "roads") == ()


@pytest.mark.parametrize("kind", [PetitionKind.QUESTION, PetitionKind.SUGGESTION, PetitionKind.ACCUSATION])
def test_who_asks_or_proposes_is_told_of_no_suit(kind: PetitionKind) -> None:
    assert found(FINE, "land", kind) == ()
    assert found(WAGES, kind=kind) == ()


def test_the_figures_are_settings() -> None:
    limits = Remedies(reconsideration_days=30, suit_months=3, arbitration_days=100)
    told = remedies(PetitionKind.REQUEST, "employment", WAGES, (Detail("since", "2026年1月"),), limits, TODAY)
    assert told[0].until == date(2026, 4, 11)
    assert [each.count for each in remedies(PetitionKind.REQUEST, "land", FINE, (), limits, TODAY)] == [30, 3]
