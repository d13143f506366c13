import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.matters import MOST, split

SEVERAL = [
    ("李书记您好，想反映两个问题：1、村口路灯坏了半个月没人修。2、镇卫生院看病总要排一上午，医生太少。", 2),
    ("一、河边的垃圾堆成山，又臭又招苍蝇。二、孩子上学要走五里路，希望开校车。三、自来水又停了三天。", 3),
    ("（1）东街的路面坑坑洼洼。（2）菜市场卖肉的缺斤少两，价格乱涨。", 2),
    ("①小区电梯天天坏，物业不修；②楼下工厂晚上排放废气，气味刺鼻；", 2),
    ("第一，村里的水渠堵了，稻田没水灌溉。第二，今年的低保名单没有公示。", 2),
    ("- 桥头的护栏断了，走路危险\n- 幼儿园的食堂吃坏了孩子的肚子", 2),
    ("我们街上的下水道堵了，污水到处流。还有一件事，我妈的养老金三个月没发了，去哪里问？", 2),
    ("东大街的公交车两个小时才来一趟，希望增加班次。另外，村后的养猪场把废水直接排放到河里，臭气熏天。", 2),
    ("Two problems in our street: 1. The street light has been dark for a month. 2. Garbage is never collected.", 2),
    ("1、学校的应急灯都不亮，孩子们晚自习害怕。2、望江路堵车半个小时，红绿灯坏了。", 2),
    ("First, the road to the school is full of potholes. Second, the clinic has no doctor on Mondays.", 2),
    (
        "The bus to town comes only twice a day and is always late."
        " Another problem: the factory dumps waste in the river and it stinks.",
        2,
    ),
]

ONE = [
    "村口路灯坏了半个月没人修，晚上走路摔跤。",
    "开发商拖了两年不交房，诉求如下：1、马上交房。2、赔偿违约金。3、公开资金去向。",
    "工厂夜里排放废气。请求：1. 派人来查；2. 公布结果；3. 处罚厂家。",
    "坚决反对在小区门口建加油站，理由如下：一、离幼儿园太近。二、道路太窄会堵车。三、有爆炸的危险。",
    "该公司违规行为：1、没有施工许可证。2、占用了消防通道。",
    "想咨询转学：1、需要什么材料？2、什么时候报名？",
    "学校乱收费：1、校服费八百元。2、补课费一千元。3、学校说不交就不能上课。",
    "请问办证在哪里，1号窗口还是2号窗口？",
    "2019.5.1买的房，1.5万元定金没退。另外请问去哪里投诉？",
    "房子漏水。另外，墙也裂了，房子的质量太差。",
    "The bus is late for these reasons: 1. The driver is new. 2. The road is closed. 3. There is no plan.",
    "We ask you to: 1. Fix the light. 2. Tell us when. 3. Say who pays.",
]


@pytest.mark.parametrize(("text", "how_many"), SEVERAL)
def test_separate_matters_are_told_apart(text: str, how_many: int) -> None:
    pieces = split(text)
    assert len(pieces) == how_many
    assert_nothing_is_lost(text, pieces)


@pytest.mark.parametrize("text", ONE)
def test_arguments_questions_and_demands_of_one_matter_stay_together(text: str) -> None:
    assert split(text) == (text,)


def test_the_opening_goes_with_the_first_piece_and_the_closing_with_the_last() -> None:
    first, second = split(
        "王镇长您好！我是河东村村民，反映两件事：1、村口的桥断了，车过不去。2、卫生院没有医生，看病要去县里。谢谢！"
    )
    assert first == "王镇长您好！我是河东村村民，反映两件事：1、村口的桥断了，车过不去。"
    assert second == "卫生院没有医生，看病要去县里。谢谢！"


def test_numbers_within_an_item_belong_to_it() -> None:
    pieces = split("一、村里的路坏了：1、东头有大坑；2、西头积水。二、自来水是黄的，不能喝。")
    assert pieces == ("一、村里的路坏了：1、东头有大坑；2、西头积水。", "自来水是黄的，不能喝。")


@pytest.mark.parametrize("text", ["", "  \n "])
def test_a_blank_text_has_no_matter(text: str) -> None:
    assert split(text) == ()


FRAGMENTS = (
    "路灯坏了没人修。|河水发臭有死鱼。|医生收红包，太贵了！|1、|2、|3、|一、|二、|- |\n|另外，|还有一件事，"
    "|The road is broken. |Also, |希望解决！|①|②|第一，|第二，| "
)


@given(st.lists(st.sampled_from(FRAGMENTS.split("|")), max_size=30).map("".join))
def test_every_word_is_in_one_of_the_pieces_in_order(text: str) -> None:
    pieces = split(text)
    assert len(pieces) <= MOST
    assert all(piece and piece == piece.strip() for piece in pieces)
    assert_nothing_is_lost(text, pieces)


def test_the_message_with_seven_matters(shared_data: Path) -> None:
    lines = (shared_data / "complaints-zh" / "replies.jsonl").read_text().splitlines()
    message = next(each for each in map(json.loads, lines) if each["id"] == 10329)
    assert len(split(message["text"])) == 7


def test_few_real_messages_are_split(shared_data: Path) -> None:
    """A proposal costs the resident a tap; of the real messages one in a hundred gets one."""
    lines = (shared_data / "complaints-zh" / "replies.jsonl").read_text().splitlines()
    texts = [json.loads(line)["text"] for line in lines]
    assert sum(len(split(text)) > 1 for text in texts) <= len(texts) * 0.03


def assert_nothing_is_lost(text: str, pieces: tuple[str, ...]) -> None:
    """Only the numbers before items, dashes, spaces and marks at the ends of pieces may go."""
    gone = re.compile(r"[\W\d_]|[①②一二三四五六七八九第]|(?i:first|second)")
    assert gone.sub("", "".join(pieces)) == gone.sub("", text)
