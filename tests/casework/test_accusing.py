import pytest

from casework.accusing import Accusation, accusation
from casework.accusing_words import (
    ALONE_EN,
    ALONE_ZH,
    BESIDE_OFFICE_EN,
    BESIDE_OFFICE_ZH,
    HARMLESS_ZH,
)
from casework.areas import Area
from casework.organisation import Organisation, Unit
from casework.phrases import split_phrases

COUNTY = Area(1, "99", "槐溪县", "county", None, "/1/", name_en="Huaixi County")
LUTING = Area(2, "9901", "芦汀镇", "town", 1, "/1/2/", name_en="Luting Town")
LIYA = Area(3, "9902", "梨垭镇", "town", 1, "/1/3/", name_en="Liya Town")
SHUANGLU = Area(4, "990101", "双橹村", "village", 2, "/1/2/4/", name_en="Shuanglu Village")
CHADIAO = Area(5, "990201", "茶铫村", "village", 3, "/1/3/5/", name_en="Chadiao Village")

GOVERNMENT = Unit(10, "county", "槐溪县人民政府", "Huaixi County Government", "县政府", 1, None)
PETITIONS = Unit(11, "petitions", "槐溪县信访局", "Huaixi Petition Office", "信访局", 1, 10)
TRANSPORT = Unit(12, "transport", "槐溪县交通运输局", "Huaixi Transport Bureau", "交通局", 1, 10)
EDUCATION = Unit(13, "education", "槐溪县教育局", "Huaixi Education Bureau", "教育局", 1, 10)
LUTING_TOWN = Unit(20, "luting", "芦汀镇人民政府", "Luting Town Government", "芦汀镇", 2, 10)
LUTING_POLICE = Unit(21, "luting-police", "芦汀派出所", "Luting Police Station", "", 2, 10)
LIYA_TOWN = Unit(22, "liya", "梨垭镇人民政府", "Liya Town Government", "梨垭镇", 3, 10)
SHUANGLU_VILLAGE = Unit(30, "shuanglu", "双橹村民委员会", "Shuanglu Village Committee", "双橹村委", 4, 20)
OLD = Unit(31, "old", "槐溪县计划生育局", "", "计生局", 1, 10, active=False)

AREAS = (COUNTY, LUTING, LIYA, SHUANGLU, CHADIAO)
UNITS = (
    GOVERNMENT,
    PETITIONS,
    TRANSPORT,
    EDUCATION,
    LUTING_TOWN,
    LUTING_POLICE,
    LIYA_TOWN,
    SHUANGLU_VILLAGE,
    OLD,
)
ORGANISATION = Organisation({area.id: area for area in AREAS}, {unit.id: unit for unit in UNITS}, {}, version=1)
NOBODY = Organisation({}, {}, {}, version=1)

ACCUSING = (
    "村支书贪污了我们村的征地款",
    "镇长收受老板的红包，工程都给他小舅子做",
    "局长滥用职权，把亲戚安排进单位",
    "派出所民警收了钱就放人",
    "村主任把低保给了自己家里人，优亲厚友",
    "城管打人，把我父亲的手打断了",
    "村委会从未公布过账目，集体的钱不知道去哪了",
    "镇政府强拆了我的房子，没有任何手续",
    "这就是官商勾结，谁也不敢说",
    "有人给他当保护伞，局里的人通风报信",
    "交警吃拿卡要，不给钱就扣车",
    "校长克扣学生的伙食费",
    "学校老师有偿补课，教育局不管",
    "法官徇私枉法，判我败诉",
    "环保局和厂里串通，检查前就打电话通知",
    "村干部冒领我爷爷的补贴三年",
    "工作人员索要好处费才给办证",
    "书记打击报复写信的人",
    "社区书记虚报冒领扶贫资金",
    "居委会主任包庇违建的亲戚",
    "县里的干部公款吃喝",
    "派出所不作为，乱作为，请纪委查处",
    "村长扬言谁告他就收拾谁，还霸占了我家的地",
    "街道办的工作人员弄虚作假，签名是伪造的",
    "The mayor took bribes from the builder",
    "Police officers beat my brother for no reason",
    "The village head embezzled our relief money",
    "Our inspector is corrupt and asks for money",
    "City hall is covering up the spill",
    "The land office colluded with the developer",
    "An official demanded money for the permit",
    "The principal stole from the lunch fund",
    "This is a clear abuse of power",
    "The clerk threatened me when I asked for a receipt",
)

NOT_ACCUSING = (
    "路灯坏了三天没人修",
    "城管局请帮帮忙，楼下烧烤太吵了",
    "派出所在哪里，怎么办身份证",
    "物业公司乱收费，还打人",
    "老板拖欠工资，请劳动局帮我们要回来",
    "养猪场臭气熏天，多次投诉没有解决",
    "请问低保怎么申请，找村委会还是镇政府",
    "建议教育局增加校车",
    "感谢民警同志帮我找回孩子",
    "开发商虚假宣传，房子漏水",
    "快递公司骗人，服务差",
    "邻居占了我家的宅基地，希望村委会调解",
    "超市卖过期食品，请市场监管局检查",
    "打击传销，维护市场秩序",
    "医患关系紧张怎么办",
    "收费站排队太长",
    "尊敬的局长您好，我想咨询公积金怎么提取",
    "Nobody has repaired the street light",
    "Please ask the police to patrol our park",
    "The council should plant more trees",
    "My landlord stole my deposit",
    "A dog beat up my cat",
    "How do I contact the mayor?",
    "The department was very helpful, thank you",
    "",
)


@pytest.mark.parametrize("text", ACCUSING)
def test_an_accusation_is_noticed(text: str) -> None:
    found = accusation(text, NOBODY)
    assert found is not None
    assert found.words
    assert found.units == ()


@pytest.mark.parametrize("text", NOT_ACCUSING)
def test_a_complaint_or_a_question_is_no_accusation(text: str) -> None:
    assert accusation(text, NOBODY) is None


@pytest.mark.parametrize(
    ("text", "units"),
    [
        # Names in full, in short, in English.
        ("槐溪县交通运输局的人收受红包", (TRANSPORT,)),
        ("交通局局长贪污受贿", (TRANSPORT,)),
        ("县交通局乱罚款，收了钱不开票，滥用职权", (TRANSPORT,)),
        ("教育局和交通局官官相护，贪污", (EDUCATION, TRANSPORT)),
        ("The Huaixi Transport Bureau takes bribes", (TRANSPORT,)),
        ("the HUAIXI TRANSPORT BUREAU takes bribes", (TRANSPORT,)),
        ("芦汀派出所的民警索贿", (LUTING_POLICE,)),
        ("槐溪信访局滥用职权", (PETITIONS,)),
        ("双橹村委会私分集体的钱，贪污", (SHUANGLU_VILLAGE,)),
        # Titles with a place.
        ("芦汀镇镇长贪污", (LUTING_TOWN,)),
        ("芦汀镇党委副书记受贿", (LUTING_TOWN,)),
        ("芦汀镇的干部吃拿卡要", (LUTING_TOWN,)),
        ("双橹村村支书贪污征地款", (SHUANGLU_VILLAGE,)),
        ("双橹村会计冒领补贴，贪污", (SHUANGLU_VILLAGE,)),
        ("槐溪县县长受贿", (GOVERNMENT,)),
        ("The mayor of Luting Town takes bribes", (LUTING_TOWN,)),
        ("Luting Town's mayor takes bribes", (LUTING_TOWN,)),
        ("The village head of Shuanglu Village embezzled our money", (SHUANGLU_VILLAGE,)),
        # A title alone means the one of the place that the message names.
        ("我是双橹村的村民，我们镇长贪污扶贫款", (LUTING_TOWN,)),
        ("我住在茶铫村，镇政府强征土地，打击报复", (LIYA_TOWN,)),
        # A unit that has no village office of its own stands for nobody.
        ("茶铫村村长贪污", ()),
        ("镇长贪污受贿", ()),
        ("镇政府的人贪污受贿", ()),
    ],
)
def test_the_units_that_are_meant(text: str, units: tuple[Unit, ...]) -> None:
    found = accusation(text, ORGANISATION)
    assert found is not None
    assert found.units == tuple(unit.id for unit in units)


@pytest.mark.parametrize(
    "text",
    [
        "槐溪县信访局：您好！芦汀镇镇长贪污",
        "尊敬的信访局领导，芦汀镇镇长贪污",
        "我已向信访局反映过，芦汀镇镇长贪污",
        "希望县信访局查处芦汀镇镇长贪污一事",
    ],
)
def test_whoever_is_addressed_or_asked_to_look_into_it_is_not_meant(text: str) -> None:
    found = accusation(text, ORGANISATION)
    assert found is not None
    assert found.units == (LUTING_TOWN.id,)


def test_another_levels_bureau_is_not_ours() -> None:
    found = accusation("省教育局滥用职权", ORGANISATION)
    assert found is not None
    assert found.units == ()


def test_units_out_of_service_are_not_looked_for() -> None:
    found = accusation("计生局贪污社会抚养费", ORGANISATION)
    assert found is not None
    assert found.units == ()


def test_the_telling_words_come_strongest_first() -> None:
    assert accusation("派出所态度恶劣，还收受贿赂", NOBODY) == Accusation("收受 贿赂 态度恶劣", ())


def test_a_word_counts_only_beside_an_office_in_the_same_sentence() -> None:
    assert accusation("隔壁打人。派出所在桥头。", NOBODY) is None
    assert accusation("派出所的人打人。", NOBODY) is not None


def test_hints_never_add_up_to_an_accusation() -> None:
    assert accusation("希望领导查处，部门不管，单位不理，资金没有公示", NOBODY) is None


def test_a_letter_may_lean_towards_an_accusation_without_words_of_misconduct() -> None:
    found = accusation("我母亲在县医院做完手术就说不出话来，医生一天换一个说法，我们去问，谁都说不归他管。" * 2, NOBODY)
    assert found is not None
    assert not found.sure


def test_a_long_english_letter_does_not_lean() -> None:
    assert accusation("The pothole in front of the bakery grows deeper with every rain. " * 10, NOBODY) is None


def test_the_names_are_built_once() -> None:
    assert ORGANISATION.unit_names is ORGANISATION.unit_names


def test_no_word_has_two_weights() -> None:
    chinese = [ALONE_ZH, HARMLESS_ZH, *BESIDE_OFFICE_ZH.values()]
    words = [word for row in chinese for word in row.split()]
    assert len(words) == len(set(words))
    phrases = [phrase for row in (ALONE_EN, *BESIDE_OFFICE_EN.values()) for phrase in split_phrases(row)]
    assert len(phrases) == len(set(phrases))
    assert all(phrase == phrase.lower() for phrase in phrases)
