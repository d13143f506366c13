"""Names of third persons: blacked out where what they are, or how they are called, stands beside them."""

import pytest

from casework.third_names import third_names, without_third


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("经查，村民王建国已把围墙拆除，李师傅重新铺了路", ["王建国", "李"]),
        ("邻居张伟、刘芳表示同意，户主陈大山签了字", ["张伟", "刘芳", "陈大山"]),
        ("已与赵明同志和业主欧阳锋家协商", ["赵明", "欧阳锋"]),
        ("We spoke with neighbour John Reed and Mrs Miller; the driver Wang Wei has moved his lorry", None),
        ("施工方已修好路面，居民区道路恢复通行，业主高兴", []),
        ("The residents of Maple Village and the Roads Bureau filled the hole", []),
        ("高桥村到柳河镇的路通了，安全员在场", []),
    ],
)
def test_what_is_proposed(words: str, names: list[str] | None) -> None:
    wanted = ["John Reed", "Miller", "Wang Wei"] if names is None else names
    assert third_names(words) == wanted
    masked = without_third(words)
    assert third_names(masked) == []
    assert all(name not in masked for name in wanted if len(name) > 1)


def test_whoever_is_named_beside_others_is_covered_wherever_they_stand() -> None:
    assert without_third("村民王建国和李小明到场，李小明签了字") == "村民●●和●●到场，●●签了字"


def test_a_surname_alone_is_covered_only_where_somebody_is_called_by_it() -> None:
    assert without_third("李师傅在桃李路铺了石子") == "●●师傅在桃李路铺了石子"
