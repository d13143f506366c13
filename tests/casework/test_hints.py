import pytest

from casework.hints import addressed_to, collective, for_other, names_court, wrote_before


@pytest.mark.parametrize(
    "text",
    [
        "我们多次向镇政府反映，路还是没修。",
        "去年就投诉过，没有人管。",
        "打了12345，三天没回音。",
        "本人曾写信给县长，石沉大海。",
        "上次的答复说正在研究，研究了半年。",
        "信访局回复我归水利局管。",
        "第二次请求装红绿灯。",
        "向环保局举报后，臭气停了两天又来了。",
        "集体上访了两次，没有结果。",
        "I complained about this twice last year.",
        "I have already reported the broken light.",
        "Your reply says that it was fixed. It was not.",
        "This is my third request.",
    ],
)
def test_who_wrote_before_says_so(text: str) -> None:
    assert wrote_before(text)


@pytest.mark.parametrize(
    "text",
    [
        "现向您反映村口的路灯坏了。",
        "举报人：王小明。工厂夜里排放废气。",
        "请尽快给我一个满意的答复，盼回复。",
        "再不修路，我们就要去上访。",
        "我要投诉超市缺斤少两，投诉电话是多少？",
        "孩子吃了药有不良反应。",
        "The street light is broken again.",
        "Please call me before noon.",
    ],
)
def test_who_writes_for_the_first_time_does_not(text: str) -> None:
    assert not wrote_before(text)


@pytest.mark.parametrize(
    "text",
    [
        "县法院判决我胜诉，对方一直不给钱。",
        "去年起诉到法院，到现在没有开庭。",
        "劳动仲裁委员会裁决公司支付工资。",
        "申请了强制执行，执行局说找不到人。",
        "我不服，上诉到市中级人民法院。",
        "The court ordered them to pay and they did not.",
        "We sued the landlord. The verdict came in May.",
    ],
)
def test_a_proceeding_is_seen(text: str) -> None:
    assert names_court(text)


@pytest.mark.parametrize(
    "text",
    [
        "再不解决，我要去法院起诉你们。",
        "法院对面的公厕锁了半年。",
        "物业说不服就去打官司。",
        "以上诉求请领导重视。",
        "我们保留起诉的权利。",
        "The courtyard is full of garbage.",
        "I will sue you if the court has to hear of this.",
    ],
)
def test_a_threat_or_a_place_is_no_proceeding(text: str) -> None:
    assert not names_court(text)


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("尊敬的省长：您好！路坏了。", "province"),
        ("省委书记您好，我是农民。", "province"),
        ("尊敬的李市长：路坏了。", "city"),
        ("尊敬的市委书记，您好！", "city"),
        ("王县长你好！路坏了。", "county"),
        ("区长：路坏了。", "county"),
        ("尊敬的镇长：路坏了。", "town"),
        ("尊敬的国务院领导：路坏了。", "state"),
        ("尊敬的市、县各级领导，市长、县长：路坏了。", "city"),
        ("尊敬的领导：您好！县长去年来过。", ""),
        ("村口的路坏了，县长去年来看过。", ""),
        ("Dear Governor, the bridge is closed.", "province"),
        ("Dear Mayor Lee,\nthe bridge is closed.", "city"),
        ("Dear President, the bridge is closed.", "state"),
        ("The mayor promised to fix the bridge.", ""),
        ("", ""),
    ],
)
def test_the_greeting_says_which_level_is_addressed(text: str, level: str) -> None:
    assert addressed_to(text) == level


@pytest.mark.parametrize(
    "text",
    [
        "我父亲今年八十岁，高龄补贴没有发。",
        "您好！我妈妈住院，医保报不了。",
        "我替邻居王大娘反映，她家漏雨没人管。",
        "帮我爸问一下养老金怎么领。",
        "受全体村民委托，反映修桥的事。",
        "I am writing on behalf of my neighbour.",
        "My mother is 84 and her pension has not come.",
    ],
)
def test_who_writes_for_another_is_seen(text: str) -> None:
    assert for_other(text)


@pytest.mark.parametrize(
    "text",
    [
        "我孩子的学校乱收费。",
        "我的工资三个月没发了。",
        "我们小区的邻居晚上吵闹。",
        "My child's school has no heating.",
        "I lost my job and want to know what help there is.",
    ],
)
def test_who_writes_for_themselves_does_not(text: str) -> None:
    assert not for_other(text)


@pytest.mark.parametrize(
    "text",
    [
        "我们是阳光小区的业主，电梯坏了没人修。",
        "我们全体村民请求修一条水泥路。",
        "三十户居民联名要求搬走垃圾站。",
        "我代表河东村村民反映自来水的问题。",
        "请给我们一条路走。河东村全体村民 2024年3月1日",
        "We, the residents of Elm Street, ask for a crossing.",
        "We are a group of tenants without heating.",
    ],
)
def test_several_who_write_together_are_seen(text: str) -> None:
    assert collective(text)


@pytest.mark.parametrize(
    "text",
    [
        "我是阳光小区的业主，电梯坏了。",
        "要经过全体业主表决才能动用维修资金。",
        "村民代表大会没有开过。",
        "我们家的水管漏水。",
        "All the lights in the park are off.",
    ],
)
def test_one_who_writes_alone_is_not_several(text: str) -> None:
    assert not collective(text)
