from itertools import chain

import pytest

from casework.danger import Danger, suspect
from casework.danger_words import DANGER_EN, DANGER_ZH, DESPAIR_EN, DESPAIR_ZH

IN_DANGER = (
    # Water in the house, rivers, dams.
    "半夜下暴雨，家中惨遭进水，老人还在一楼",
    "我家进水了，水都到膝盖了，怎么办",
    "洪水来了，我们村被淹了，路也断了",
    "水漫到床边了，快来人",
    "河水已经涨水涨到家门口，现在还在涨",
    "屋里全是水，灶台都泡着水",
    "水库管涌了，下面就是村子，赶紧派人来",
    "隔壁大叔被洪水冲走了",
    "这两天山洪，我们一家困在二楼出不来",
    "昨晚发大水，一楼全淹了，冰箱都漂起来了",
    # What falls down.
    "后山塌方了，泥巴马上要冲到屋里来",
    "今天早上房子塌了一半，我妈还压在下面",
    "楼体倾斜，住在里面的人不敢睡觉",
    "老房子随时会倒，里面住着两个老人",
    "昨天夜里山体滑坡，路被埋了",
    "教学楼的墙要倒了，孩子们还在上课",
    "屋后的山开裂，石头滚下来，刚砸到一个人",
    # Fire, gas, poison, electricity.
    "楼下着火了，烟往上冒",
    "对门电瓶车起火，现在整个楼道都是烟，有人被困",
    "厨房里一股煤气味，我不敢开灯",
    "楼道里燃气泄漏，物业电话打不通",
    "化工厂有毒气体泄漏，附近的人都在吐",
    "学校几十个孩子食物中毒，送到医院了",
    "孙子误食了老鼠药，口吐白沫，快来救人",
    "高压线断了掉在地上，小孩在旁边玩",
    "有人触电了，躺在地上不动",
    # Trapped, missing, taken away.
    "电梯里困住三个人，已经半个小时了",
    "小孩掉进井里了，快来人救救他",
    "我们被困在山上，手机快没电了",
    "我爸早上出去就没回来，八十岁了，电话也打不通",
    "孩子走丢了，穿红衣服，六岁",
    "女儿失踪两天了，派出所说再等等",
    "我弟弟被骗去传销，人联系不上",
    "他们把我关起来不放我走，我是偷偷发的",
    "邻居家的女人好像是被拐来的，一直锁在屋里，求你们解救她",
    # Violence and threats.
    "我老公又打我了，孩子吓得直哭",
    "有人拿刀堵在家门口，说要杀我全家",
    "拆迁队现在正在打人，我妈被打得头破血流",
    "他扬言谁举报就弄死谁",
    "隔壁天天打老婆，今晚又打了，女的喊救命",
    "他说再去上访就打断你的腿",
    "他们上门恐吓我家人，我们不敢回家",
    "我真想跟他同归于尽",
    "现在一帮人在砸门，孩子一个人在家",
    # Somebody ill without help.
    "我妈昏迷不醒，医院说没钱就不收",
    "老婆大出血，现在还在等救护车，没人管",
    "孩子生命垂危，拿不出手术费",
    "我就是在家等死了，没钱治",
    "我老婆病情越来越重，家里实在拿不出手术费",
    "儿子还躺在医院，我们已经无法支付医药费了",
    "我们断粮三天了，老人饿得起不来",
    "独居的张奶奶两天没出门，敲门没人应",
    "刚才路口翻车，司机躺在地上流血",
    "救命！快来人",
    # English.
    "Water is coming into my house and it's up to my knees",
    "Our basement is flooded and my grandmother is down there",
    "The roof collapsed this morning, people are inside",
    "The building next door is on fire!",
    "I smell gas in the hallway",
    "There's a strong smell of gas in our building",
    "A live wire is on the ground by the school",
    "A downed power line is sparking on Elm Street",
    "We are trapped in the elevator",
    "My son is missing since yesterday",
    "My father never came home last night",
    "My husband is beating me again, please come",
    "He has a knife and he said he will kill me",
    "I am scared for my life, they are outside",
    "My neighbour is unconscious and not breathing",
    "An old man fell into the canal, he is drowning",
    "Somebody just got stabbed outside my house",
    "Shots fired on our block right now",
    "THE HOUSE IS ON FIRE",
    "The dam broke, the village is under water",
)

IN_DESPAIR = (
    "我想死的心都有了",
    "这日子没法过，真的活不下去了",
    "再不解决我就从楼上跳下去",
    "如果还没有人管，我就在政府门口喝农药",
    "老头子说活着没意思，买了一瓶百草枯",
    "不想活了，死了算了",
    "欠了一屁股债，我只有死路一条",
    "女儿说要自杀，我不知道怎么办",
    "她写了遗书，人在桥上",
    "你们是要逼死我吗",
    "孩子被老师骂了以后想跳楼，昨天差点出事",
    "一把老骨头，早死早好，不想拖累儿女",
    "我现在生不如死",
    "我妈要上吊，被我拦下来了",
    "我想离开这个世界",
    "I want to kill myself",
    "Honestly I just want to end my life",
    "I don't want to live anymore",
    "I don’t want to live any more, nobody listens",
    "My sister is suicidal and needs help",
    "I'd be better off dead",
    "He says he will hang himself, no, he said: hang myself tonight",
)

HARMLESS = (
    # Idioms and other words that only look like it.
    "这种救命药进不了医保，一盒三千多",
    "这是老百姓的救命钱，不能乱用",
    "游乐园的跳楼机太吵，影响休息",
    "商场打出跳楼价，其实先涨价再打折",
    "要命的是，路灯也不亮",
    "领导的脑子进水了吗，修这样的路",
    "小区管理一塌糊涂",
    "村集体经济垮了，没人管",
    "补贴政策应该向农村倾斜",
    "希望待遇向一线倾斜",
    "想死你了，老家的糍粑",
    "这几天累死了，办个证跑了五趟",
    "噪音吵死人，气死我了",
    "这简直是定时炸弹，希望整改",
    "长期吸这种废气等于慢性自杀",
    "年轻生命的成长需要好学校",
    "不要搞一刀切",
    "不能用道德绑架老师",
    "捞刀河边的路灯坏了",
    "我就是饿死鬼投胎也吃不下食堂的饭",
    "打死我都不信这条路花了五百万",
    "店家只许州官放火，不许百姓点灯",
    "消防通道被车堵了，没人管",
    "电梯三天两头坏，很多邻居都经历过被困在里面",
    "我父亲2009年去世，当时无力支付医药费",
    "我家自来水管漏水，客厅墙发霉",
    "自来水进水口堵了，没水用",
    "下水道堵了，路面积水",
    "村里老人走失的宣传做得很好",
    "养殖场老板玩失踪，电话不接，欠着工资",
    "快递不见了，快递员说送到了",
    "开发商卷款跑路，人联系不上",
    "领导干部要有责任心，不要等出了事才管",
    # It has not happened, or long ago.
    "万一起火，消防车根本进不来",
    "楼道堆满杂物，存在火灾隐患",
    "一旦发生火灾后果不堪设想",
    "电线乱拉，容易引发火灾",
    "担心房子倒塌，希望尽快鉴定",
    "这路存在安全隐患，请尽快修",
    "如果掉进去淹死人谁负责",
    "2016年洪水把桥冲毁了，至今没修",
    "去年我家房子倒塌，补助一直没到",
    "1998年我父亲在矿上身亡，抚恤金没有落实",
    "我父亲三年前因病去世，工资账户怎么注销",
    "他曾经被打伤，案子2012年就结了",
    "前年隔壁着火，赔偿到现在没给",
    "煤气价格又涨了，老百姓用不起",
    "工厂排放有毒废气，污染严重，危害生命安全",
    "超载货车严重威胁学生的生命安全",
    "孩子在学校被老师骂了，心里难过",
    "走投无路，只好来求助政府",
    "对这个部门我已经绝望了",
    # English.
    "The fire hydrant on Pope Street is leaking",
    "The fire lane is always blocked by parked cars",
    "Someone will get killed at this corner one day",
    "If there is a fire nobody can get out",
    "This stair is so steep it will kill me",
    "The street floods every time it rains",
    "A manhole cover is missing",
    "Stop sign missing at the corner",
    "My package is missing",
    "I am dying to know when the pool opens",
    "The trees on our street are dying",
    "The stench is so bad I can't open the window",
    "My basement flooded last year and insurance refused",
    "Poison ivy along the path",
    "The suicide lane in the middle of Main Street confuses drivers",
    "Shoot me an email when the date is set",
    "He lost his job and cannot pay the water bill",
    "I'd kill for a bus stop here",
    "The deadline is killing me",
    "I want to live here, but rents are too high",
    "",
    "你好",
)


@pytest.mark.parametrize("text", IN_DANGER)
def test_danger_is_noticed(text: str) -> None:
    assert suspect(text) is Danger.DANGER


@pytest.mark.parametrize("text", IN_DESPAIR)
def test_despair_is_noticed(text: str) -> None:
    assert suspect(text) is Danger.DESPAIR


@pytest.mark.parametrize("text", HARMLESS)
def test_what_only_sounds_like_danger_is_left_alone(text: str) -> None:
    assert suspect(text) is None


def test_one_sentence_is_enough_in_a_long_letter() -> None:
    before, after = "尊敬的领导，您好。" * 40, "希望得到答复。" * 40
    assert suspect(f"{before}昨晚我家进水了。{after}") is Danger.DANGER


def test_despair_goes_before_danger() -> None:
    assert suspect("我家进水了，真的活不下去了") is Danger.DESPAIR


def test_english_is_read_whatever_its_case_and_in_whole_words() -> None:
    assert suspect("HELP! I SMELL GAS") is Danger.DANGER
    assert suspect("the gas leakage report of 2019 was published") is None
    assert suspect("Firefighters' station needs paint") is None


def test_chinese_and_english_may_stand_in_one_message() -> None:
    assert suspect("我在外国语学院，my roommate wants to kill herself，她说不想活了") is Danger.DESPAIR


def test_no_word_stands_twice_in_a_row_of_the_tables() -> None:
    for sign in chain(*DANGER_ZH.values(), DESPAIR_ZH):
        words = sign.words.split()
        assert len(words) == len(set(words))
        assert all(len(word) > 1 for word in words)
    for sign in chain(*DANGER_EN.values(), DESPAIR_EN):
        phrases = [phrase.strip() for phrase in sign.words.split(",")]
        assert len(phrases) == len(set(phrases))
        assert all(phrase and phrase == phrase.lower() for phrase in phrases)
