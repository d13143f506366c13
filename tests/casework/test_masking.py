import json
import random
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.masking import Trace, mask, traces
from tests.casework.synthetic_numbers import FORMATS, planted

NUMBER = "●●●●●●"
NAME = "●●"


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("身份证430102198001011239，电话13812345678。", f"身份证{NUMBER}，电话{NUMBER}。"),
        ("我的卡号是6222 0213 8123 4567 890", f"我的卡号是{NUMBER}"),
        ("微信号：wang_1234，QQ 12345678", f"微信号：{NUMBER}，QQ {NUMBER}"),
        ("打（0593）5551234或138-1234-5678", f"打{NUMBER}或{NUMBER}"),
        ("Call (401) 555-1234 or write to li@example.com.", f"Call {NUMBER} or write to {NUMBER}."),
        ("SSN 123-45-6789", f"SSN {NUMBER}"),
        ("13812345678、13912345678 2019-10-28", f"{NUMBER}、{NUMBER} 2019-10-28"),
    ],
)
def test_numbers_are_masked(text: str, masked: str) -> None:
    assert mask(text) == masked


@pytest.mark.parametrize(
    "text",
    [
        "号码251001-4830235，第二件是251001-4830235-2，2510014830235也一样",
        "2018年5月30日付了50000元，合同价1234567.89元，面积97.5平方米",
        "9:30-10:30，2010年-2019年，68号3单元1201室，107国道，K2路",
        "打过12345、110和95598，客服400-888-8888",
        "证号430***********1234，手机138****1234",
        "文件〔2018〕16号，编号2018091234，135 2019-10-28",
        "The permit 2019-0412 cost $1,250,000 and the house is no. 1450.",
    ],
)
def test_other_digits_stay(text: str) -> None:
    assert mask(text) == text
    assert traces(text) == []


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("我叫王小明，住在河东村。", f"我叫{NAME}，住在河东村。"),
        ("本人欧阳兰，女，今年六十岁。", f"本人{NAME}，女，今年六十岁。"),
        ("我是河东村村民李大山，反映修路的事。", f"我是河东村村民{NAME}，反映修路的事。"),
        ("反映人：赵铁柱、钱二妹", f"反映人：{NAME}"),
        ("联系人陈先生，有事打电话", f"联系人{NAME}，有事打电话"),
        ("请尽快修好。此致敬礼！\n孙玉梅 2024年3月1日", f"请尽快修好。此致敬礼！\n{NAME} 2024年3月1日"),
        ("路灯坏了。谢谢！周建国13812345678", f"路灯坏了。谢谢！{NAME}{NUMBER}"),
        ("我叫王小明。村里说王小明家不算。", f"我叫{NAME}。村里说{NAME}家不算。"),
        ("我爸爸叫吴天宝，七十岁了。", f"我爸爸叫{NAME}，七十岁了。"),
        ("My name is John Smith. The road is bad.", f"My name is {NAME}. The road is bad."),
        ("my name is john smith.", f"my name is {NAME}."),
        ("我是王伟13812345678", f"我是{NAME}{NUMBER}"),
        ("I am Mary O'Neil, of Elm Street.", f"I am {NAME}, of Elm Street."),
        ("Please fix it.\nSincerely,\nJohn Q. Public", f"Please fix it.\nSincerely,\n{NAME}"),
    ],
)
def test_names_of_writers_are_masked(text: str, masked: str) -> None:
    assert mask(text) == masked


@pytest.mark.parametrize(
    "text",
    [
        "本人同意这个方案，我叫了好几次都没人来。",
        "本人于去年买房，本人应聘时说好的，我是方便面厂的职工。",
        "尊敬的李局长：您好！王书记来过我们村。",
        "被举报人：高大全，负责人：马三立",
        "村主任刘大海占了我家的地。",
        "希望尽快解决。谢谢！",
        "请领导关注。业主代表",
        "I am very angry. This is Elm Street. Thank you!",
        "My name is on the list.",
        "The mayor, John Smith, promised it.",
    ],
)
def test_other_names_and_words_stay(text: str) -> None:
    assert mask(text) == text


def test_a_trace_says_where_and_what() -> None:
    assert traces("我叫王小明，电话13812345678，邮箱a@b.cn，证430102198001011239") == [
        Trace(2, 5, "name"),
        Trace(8, 19, "phone"),
        Trace(22, 28, "account"),
        Trace(30, 48, "identity"),
    ]


@given(st.text(), st.sampled_from(sorted(FORMATS)), st.integers(0), st.randoms(use_true_random=False))
def test_a_number_anywhere_in_any_text_is_masked(text: str, style: str, place: int, rng: random.Random) -> None:
    assert_masked(*planted(text, place % (len(text) + 1), *FORMATS[style](rng)))


FRAGMENTS = (
    "我叫|王小明|，|。|本人|李四|、|是|电话|138 1234 5678|0593-5551234| |\n|5|2019-10-28"
    "|430102198001011239|6222 0213 8123 4567"
    "|申请人：|敬礼|村民|My name is |John Smith|Thanks, |QQ|+|(|)|-|x|●|12345|一三八一二三四五六七八|a@b.cn"
)
PIECES = st.lists(st.sampled_from(FRAGMENTS.split("|"))).map("".join)


@given(st.one_of(PIECES, st.text()))
def test_masking_again_changes_nothing(text: str) -> None:
    assert mask(mask(text)) == mask(text)


@given(PIECES)
def test_traces_stand_in_order_apart_and_within_the_text(text: str) -> None:
    found = traces(text)
    assert all(0 <= each.start < each.end <= len(text) for each in found)
    assert all(one.end <= other.start for one, other in pairwise(found))


def test_numbers_put_into_real_messages_are_masked(shared_data: Path) -> None:
    rng = random.Random(20)
    styles = sorted(FORMATS)
    lines = (shared_data / "complaints-zh" / "messages.jsonl").read_text().splitlines()
    for place, line in enumerate(lines):
        text = json.loads(line)["text"]
        for style in styles[place % 4 :: 4]:
            assert_masked(*planted(text, rng.randrange(len(text) + 1), *FORMATS[style](rng)))


def assert_masked(text: str, start: int, end: int) -> None:
    assert any(trace.start <= start and end <= trace.end for trace in traces(text)), text[max(0, start - 20) : end + 20]
