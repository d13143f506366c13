"""The forms of a place's name: the official one, the one people say, and the bare one without its suffix."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

# The statistics list the committee that runs a place; nobody says it when naming the place itself.
# A longer ending comes first. The value is what people say in its stead.
_COMMITTEES: Final = (
    ("社区居民委员会", "社区"),
    ("社区居委会", "社区"),
    ("村村民委员会", "村"),
    ("村村委会", "村"),
    ("村民委员会", "村"),
    ("居民委员会", "社区"),
    ("村委会", "村"),
    ("居委会", "社区"),
)

# Longer before shorter: 社区 and 开发区 end in 区, too.
_SUFFIXES: Final = (
    "街道办事处",
    "工业集中区",
    "经济开发区",
    "自治县",
    "自治州",
    "开发区",
    "集中区",
    "生活区",
    "管理区",
    "行政村",
    "自然村",
    "街道",
    "社区",
    "林场",
    "农场",
    "村",
    "镇",
    "乡",
    "县",
    "市",
    "区",
    "省",
)

_ENGLISH_SUFFIXES: Final = (
    "residential community",
    "subdistrict",
    "community",
    "township",
    "district",
    "village",
    "county",
    "city",
    "town",
)

# The peoples that a township or county may be named for; people leave them out: 金涵畲族乡 is 金涵乡.
_PEOPLES: Final = (
    "蒙古族|回族|藏族|维吾尔族|苗族|彝族|壮族|布依族|朝鲜族|满族|侗族|瑶族|白族|土家族|哈尼族|哈萨克族|傣族|黎族|"
    "傈僳族|佤族|畲族|高山族|拉祜族|水族|东乡族|纳西族|景颇族|柯尔克孜族|土族|达斡尔族|仫佬族|羌族|布朗族|撒拉族|"
    "毛南族|仡佬族|锡伯族|阿昌族|普米族|塔吉克族|怒族|乌孜别克族|俄罗斯族|鄂温克族|德昂族|保安族|裕固族|京族|"
    "塔塔尔族|独龙族|鄂伦春族|赫哲族|门巴族|珞巴族|基诺族|各族"
)
_NAMED_FOR_A_PEOPLE: Final = re.compile(rf"^(.+?)(?:{_PEOPLES})+(自治县|自治州|乡|镇|村)$")


@lru_cache(maxsize=4096)
def spoken_name(name: str) -> str:
    """The place behind the name of its committee: 海滨社区居委会 is 海滨社区, 外宅村委会 is 外宅村."""
    for ending, spoken in _COMMITTEES:
        if name.endswith(ending) and len(name) > len(ending):
            return name.removesuffix(ending) + spoken
    return name


def is_english(name: str) -> bool:
    """Whether a name is written in Latin letters."""
    return name.isascii()


def full_names(name: str) -> tuple[str, ...]:
    """Every form of a name that keeps a suffix, the name itself first: 金涵畲族乡 gives also 金涵乡."""
    forms = [name, spoken_name(name)]
    people = _NAMED_FOR_A_PEOPLE.match(name)
    if people:
        forms.append(people[1] + people[2].removeprefix("自治"))
    return tuple(dict.fromkeys(forms))


def bare_name(name: str) -> str:
    """The name without its suffix: 外宅村 is 外宅, "Liuxi Village" is "Liuxi"; others stay as they are."""
    if is_english(name):
        for suffix in _ENGLISH_SUFFIXES:
            if name.lower().endswith(" " + suffix):
                return name[: -len(suffix)].rstrip()
        return name
    spoken = spoken_name(name)
    people = _NAMED_FOR_A_PEOPLE.match(spoken)
    if people:
        return people[1]
    for suffix in _SUFFIXES:
        if spoken.endswith(suffix) and len(spoken) > len(suffix):
            return spoken.removesuffix(suffix)
    return spoken


def has_suffix(name: str) -> bool:
    """Whether a name says what kind of place it is (村, 镇, "Village") and so can stand alone."""
    return bare_name(name) != name
