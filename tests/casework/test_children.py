"""Children who write, and words of harm to a child: asked about kindly, decided by nobody's words alone."""

import pytest

from casework.actions import assigning, children, drafting, filing
from casework.children import Said, says_child
from casework.danger import Danger, suspect
from casework.errors import Refused
from casework.people import Role
from casework.petitions import Agreed, Behalf, Petition, Relative
from casework.unit_of_work import UnitOfWork
from tests.casework.service import Service, at

CHILD = "我今年12岁，东镇河边村学校门口的路坏了。"


@pytest.mark.parametrize(
    "text",
    [
        "我今年12岁，学校门口的路坏了",
        "我十三岁",
        "我才九岁。没人管我们的操场",
        "我是小学三年级的学生，操场的灯坏了",
        "I am 11 years old and the swing is broken",
        "I'm 13.",
        "I'm in 4th grade and there is no light",
    ],
)
def test_who_says_that_they_are_a_child_is_taken_for_one(text: str) -> None:
    assert says_child(text, 14)


@pytest.mark.parametrize(
    "text",
    [
        "我14岁，路坏了",
        "我今年62岁了",
        "我二十三岁",
        "我13岁那年就来这里了",
        "我4岁3个月的女儿在幼儿园",
        "我家孩子10岁",
        "我是三年级的老师",
        "我是六年级学生家长",
        "I am 45 years old",
        "my son is 11 years old",
        "I am 14 years old",
        "村口的路灯坏了",
    ],
)
def test_who_speaks_of_somebody_else_or_is_older_is_not(text: str) -> None:
    assert not says_child(text, 14)


@pytest.mark.parametrize("age", [13, 14])
def test_the_age_is_a_setting(age: int) -> None:
    assert says_child(f"我今年{age}岁。", age + 1)
    assert not says_child(f"我今年{age}岁。", age)


@pytest.mark.parametrize(
    "text",
    [
        "爸爸天天打我，我身上都是伤",
        "幼儿园老师用针扎孩子",
        "隔壁的小孩被后妈锁在家，不给饭吃",
        "女儿被老师猥亵",
        "My neighbour beats her child every night",
        "my stepfather touches me",
    ],
)
def test_words_of_harm_to_a_child_are_asked_about(text: str) -> None:
    assert suspect(text) is Danger.CHILD


@pytest.mark.parametrize(
    "text",
    [
        "学校要加强预防性侵儿童的宣传",
        "有人虐待狗",
        "孩子上学没校车",
        "建议立法打击猥亵儿童",
        "the kids need a playground",
    ],
)
def test_what_harms_no_child_now_is_not(text: str) -> None:
    assert suspect(text) is None


def test_despair_goes_before_and_a_child_before_other_danger() -> None:
    assert suspect("爸爸天天打我，我不想活了") is Danger.DESPAIR
    assert suspect("着火了！孩子被毒打，快来救命啊") is Danger.CHILD
    assert suspect("着火了！快来救命啊") is Danger.DANGER


# ----- A child files -----


async def filed(text: str = CHILD) -> tuple[Service, int, int]:
    """Return a service, a child's case and a dispatcher; nothing heard yet."""
    service = Service()
    service.cadre()
    dispatcher = service.over(Role.DISPATCHER)
    case_id = await service.file(text)
    service.listen()
    return service, case_id, dispatcher


async def test_a_child_is_never_turned_away_and_its_guardian_is_known_to_intake_alone() -> None:
    service, case_id, dispatcher = await filed()
    case = service.case(case_id)
    assert case.child is not None
    assert case.cadre_id is not None, "it goes its way at once"
    await service.do(children.answer_child, case_id, service.resident, Said.GUARDIAN, "王奶奶")
    petition: Petition = service.memory.rows["Petition", case.petition_id]
    assert petition.guardian == "王奶奶"
    assert not any("王奶奶" in str(each.data) for each in service.events(case_id))
    await service.passes(days=1)
    assert "child_alone" not in service.told(dispatcher)
    with pytest.raises(Refused, match="wrong-state"):
        await service.do(children.answer_child, case_id, service.resident, Said.ALONE)


async def test_of_a_child_alone_the_office_is_told_at_once() -> None:
    service, case_id, dispatcher = await filed()
    await service.do(children.answer_child, case_id, service.resident, Said.ALONE)
    assert service.told(dispatcher) == ["child_alone"]
    await service.passes(days=1)
    assert service.told(dispatcher).count("child_alone") == 1


async def test_without_an_answer_the_office_is_told_after_an_hour_once() -> None:
    service, case_id, dispatcher = await filed()
    await service.until(at("3-3", "10:59"))
    assert service.told(dispatcher) == []
    await service.until(at("3-3", "11:00"))
    assert service.told(dispatcher) == ["child_alone"]
    await service.passes(hours=20)
    assert service.told(dispatcher).count("child_alone") == 1
    await service.do(assigning.hand_to, case_id, dispatcher, service.cadre(), None)
    await service.passes(days=2)
    assert service.told(dispatcher).count("child_alone") == 1, "other hands are no reason to tell it again"


async def test_whoever_is_grown_is_asked_no_more() -> None:
    service, case_id, dispatcher = await filed()
    await service.do(children.answer_child, case_id, service.resident, Said.GROWN)
    await service.passes(hours=20)
    assert "child_alone" not in service.told(dispatcher)


async def test_what_is_written_for_somebody_else_is_not_a_childs() -> None:
    service = Service()
    service.cadre()
    draft = await service.draft(CHILD)

    async def for_other(uow: UnitOfWork) -> None:
        behalf = Behalf("", Relative.CHILD, Agreed.BESIDE)
        await drafting.set_behalf(uow, draft.id, service.resident, behalf)

    await service.do(for_other)
    found = await service.do(filing.file, draft.id, service.resident)
    assert found.case.child is None
