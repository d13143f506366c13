import pytest

from casework import kind_words, letter_words
from casework.kinds import KindProposal, PetitionKind, propose_kind
from casework.phrases import split_phrases
from casework.placed_words import Table

TABLES = (
    kind_words.ANYWHERE_ZH,
    kind_words.OPENING_ZH,
    kind_words.CLOSING_ZH,
    kind_words.ANYWHERE_EN,
    letter_words.LETTER_ANYWHERE,
    letter_words.LETTER_OPENING,
    letter_words.LETTER_CLOSING,
)

QUESTIONS = (
    "请问办理老年证需要哪些材料？在哪里办？",
    "请问镇上的社保服务大厅周六上不上班",
    "想咨询一下，农村危房改造有什么补贴政策",
    "我今年62岁，高龄补贴从多少岁开始领",
    "外地户口的孩子能不能在县里上小学，需要什么手续",
    "领导您好，我想问问G320改线什么时候动工",
    "二孩出生以后多久要去上户口，迟了要罚款吗",
    "请问退役军人创业有没有贷款优惠",
    "残疾证到期了怎么换，可不可以邮寄",
    "我是下岗职工，灵活就业人员社保补贴怎么申请",
    "新农合异地住院报销比例是多少，请解答，谢谢",
    "请问人民医院搬迁后，原来的公交线路是否会调整？",
    "我家的老房子想翻建，要到哪个部门审批",
    "公租房申请的收入标准是多少",
    "养老认证在手机上咋弄",
    "想问一下今年的征兵体检什么时候开始，体重有没有限制",
    "村里说六十岁以后不用再交养老保险了，是这样吗？",
    "您好，请问失业金领取期间还能参加职工医保吗",
    "请问县一中今年的招生范围怎么划分",
    "老人去世后丧葬费到哪里申领，有时间限制吗",
    "学生资助需要提供哪些证明",
    "请问新规划的货运站占不占我们村的地？",
    "我在网上交了话费，发票找谁开",
    "How do I apply for a parking permit, and what documents do I need?",
    "When is the library open on Sundays?",
    "Are we allowed to burn leaves in the back yard?",
    "I would like to know whether my mother is eligible for the heating subsidy",
    "Who is responsible for the trees along the canal?",
    "Is there a deadline for registering a child at the primary school",
    "Can I apply for the allowance if I moved here last year?",
    "What is the fee for a new identity card?",
    "Do I need a permit to build a fence?",
    "Could you tell me which office handles land titles",
)

SUGGESTIONS = (
    "建议在县医院门口增设一个公交站，方便群众看病",
    "我觉得河边可以建一个小公园，让老人有个散步的地方",
    "建议把图书馆的开放时间延长到晚上九点",
    "希望政府在新区多规划几个停车场，缓解停车难",
    "关于进一步发展乡村旅游的几点建议：一是统一打造品牌，二是完善停车场等基础设施",
    "能不能在村口装个健身器材，大家都方便",
    "提个小建议：垃圾分类的宣传可以做成方言的",
    "建议政府网站增加老年人大字版",
    "作为一名市民，希望城市的路牌能加上英文，提升城市形象",
    "是否可以考虑开通县城到高铁站的夜班公交？",
    "建议学习外地的做法，把闲置校舍改造成养老院",
    "要是能在广场上多种几棵树就好了",
    "公交3路能不能延长到新职校，学生上学方便些",
    "建议城区的主干道实行单行，减少拥堵",
    "我建议全县中小学推迟早上到校的时间，保证孩子睡眠",
    "希望县里能引进一家大型超市，带动新区发展",
    "建议把防火宣传放到赶集的日子",
    "I suggest planting more trees along Main Street",
    "It would be great to have a bike lane to the station",
    "Please consider adding benches in the park, everyone would enjoy it",
    "Why not open the school library to residents on weekends?",
    "The city should add more lighting in the park so everyone feels safer",
    "My suggestion: publish the bus times on the web site",
)

REQUESTS = (
    "我家门口的路灯坏了三个月，没人来修，请尽快处理",
    "老板拖欠我工资八千元，一直不给，求政府做主",
    "村里的水管爆了，已经停水三天，请求解决",
    "自来水停了两天，没人说什么时候来",
    "楼上天天半夜装修，吵得睡不着，打了几次电话也没人管",
    "开发商逾期一年不交房，业主们多次反映无果",
    "我的低保从去年十月停了，村里说不知道，请帮我查一查",
    "征地补偿款到现在没有发到我们手里，凭什么？",
    "为什么我交了二十年医保却不给报销？请落实",
    "小区的下水道堵了，粪水流得到处都是，物业不管",
    "我儿子的身份证信息录错了，派出所让我跑了四趟都没改好",
    "我们村到镇里的路坑坑洼洼，老人出门摔了好几个，什么时候才能修？",
    "邻居占了我家的宅基地，村里调解不成，请求处理",
    "学校要求我家孩子转学，理由不成立，请协调入学",
    "电动车被拖走了，押金也不退",
    "我妈摔断了腿，医院押着住院费发票不给，新农合报不了，请帮忙解决",
    "我们村通自来水五年了，水一直是黄的，向镇里反映好几回都没下文",
    "房子漏雨，危房改造报上去两年没消息",
    "我在工地干了四个月，包工头跑了，一分钱没拿到",
    "低保名额为什么没有我？我一个残疾人，没有劳力",
    "下大雨后门前的路塌了一半，车过不去，请派人修",
    "快递把我的东西弄丢了不肯赔",
    "养老金这个月没到账，去社保局问了三次，互相推",
    "我买的房子办不下来房产证，开发商说等，等了八年",
    "学校食堂饭菜有虫子，孩子吃了拉肚子，请管一管",
    "路边的化粪池满了，臭得没法开窗",
    "我家电表坏了，多收了我三百多块电费，要求退还",
    "隔壁养猪场的粪水流到我家井里，井水不能喝了，怎么办？",
    "身份证上的出生日期比实际小两岁，影响我领养老金，请更正",
    "The streetlight in front of my house has been out for two months, please fix it",
    "My boss owes me three months of wages and refuses to pay",
    "There is a big pothole on Elm Street that damaged my car",
    "We have had no water since Monday. When will it be repaired?",
    "The neighbor's dog barks all night, I have called several times and nobody comes",
    "Please remove the fallen tree blocking the sidewalk",
    "The bus stop bench is broken and has not been replaced since spring",
    "Garbage has not been collected on our street for two weeks",
    "My pension did not arrive this month",
    "The hospital lost my records, please help",
)

REPORTS = (
    "举报河东砖厂夜里偷排废水，河水都黑了",
    "有人在河滩上非法采砂，请查处",
    "我要举报一家无证诊所，给人乱打针",
    "万家超市卖过期食品，改了生产日期继续销售",
    "有个传销窝点在花园小区，天天拉人头洗脑",
    "某某培训机构无证办学，乱收费，请严查",
    "出租车不打表，宰客，乱涨价",
    "一家加工厂无环评手续，黑烟滚滚，污染环境",
    "加油站卖假油，坑害司机",
    "举报有人私自在农田里违建厂房",
    "举报一辆黑车，天天在汽车站拉客",
    "有家黑作坊用工业盐腌菜，卖到学校旁边",
    "网吧接纳未成年人通宵上网，请查封",
    "养殖场把死猪扔进河里",
    "有人电鱼，一晚上几十斤，河里快没鱼了",
    "夜里大货车超载超速，往工地偷倒渣土",
    "药店不凭处方乱卖药，还把假药卖给老人",
    "某小区一楼有人私设赌场，聚众赌博",
    "采石场无证开采，放炮炸山，粉尘满天",
    "I want to report illegal dumping behind the factory",
    "A restaurant on 5th Avenue is operating without a permit",
    "The company sells counterfeit medicine to old people, it is a scam",
    "The factory is polluting the river at night",
    "An unlicensed clinic is selling fake pills near the market",
    "Someone is dumping construction waste in the wetland",
    "A landlord runs an illegal hostel in the basement",
)

ACCUSATIONS = (
    "举报村支书贪污低保款，把名额给了自己的亲戚",
    "镇长收受老板贿赂，把工程包给他小舅子",
    "城管局执法人员打人，把卖菜的老人推倒在地",
    "村主任侵吞扶贫款，财务从未公开",
    "派出所民警包庇打人者，收了钱不立案",
    "县医院院长挪用公款，请纪委严查",
    "村会计把修路的钱贪污了，账目从来不公开",
    "举报某局局长公车私用，还收受礼金",
    "民政所干部索要红包才给办低保",
    "法官和对方律师勾结，枉法裁判",
    "校长克扣学生营养餐的钱",
    "The mayor took bribes from the contractor",
    "A police officer beat my brother and the station covers it up",
    "The inspector asked me for money to approve my shop, this is corruption",
    "The village head embezzled the relief money",
    "The officials at the land office demand bribes",
)

MERE_THANKS = (
    "谢谢你们！",
    "感谢城管局的同志，路灯当天就修好了，辛苦了！",
    "路修好了，非常感谢",
    "谢谢镇政府，自来水通了，大家都很高兴",
    "给县医院的护士点赞，态度热情，服务周到",
    "谢谢李警官帮我找回了钱包",
    "感谢信访局工作人员的耐心解答，十分满意",
    "谢谢，水来了",
    "感谢交警同志，及时清走了事故车，点赞",
    "感谢村委会帮我家修好了屋顶，好人一生平安",
    "办证大厅的小姑娘态度真好，谢谢她",
    "Thank you!",
    "Thank you, the pothole was fixed the same day",
    "Many thanks to the crew who cleaned our street, great job",
    "The light is working, thanks for the quick repair",
    "Thanks a lot, the garbage was removed this morning",
    "We are grateful for the quick work of the rescue team",
)

# Thanks that also complain, ask or hope for something: lost, if they were taken for mere thanks.
MORE_THAN_THANKS = (
    "感谢领导，路灯修好了，但是又坏了",
    "感谢政府修好了路，可是下水道还堵着",
    "谢谢你们上次帮忙，这次我的低保又停了",
    "感谢你们修路，什么时候修到我们村？",
    "谢谢，事情还没有办成",
    "感谢镇政府，希望早日通水",
    "谢谢你们的好态度，工资至今一分钱没拿到",
    "感谢领导在百忙之中看我的信，我家的房子漏雨两年了",
    "先谢谢了，我家门口的路塌了",
    "请帮帮我，谢谢好人",
    "路修好了，感谢，只是比原来窄了一半",
    "恳请领导解决，万分感谢",
    "我要表扬一下热水器修理工，也请查一查收费",
    "感谢你们让我等了三个月",
    "真是感谢你们啊，修了三年的路还是这个样子",
    "谢谢 水管炸了",
    "感谢，老李踢我",
    "谢谢帮我查一下低保",
    "谢谢帮我修路灯",
    "及时修路灯，谢谢",
    "把路修好，谢谢！",
    "洪水来了，谢谢",
    "感谢领导，修路修了三年",
    "路灯修好了，谢谢。老李家的狗追人",
    "感谢民警，钱包找回了，里面的钱归谁",
    "感谢你们态度热情，工资还是没有发",
    "谢谢，张三卖假药",
    "谢谢，我家着火了",
    "感谢镇长，镇长收了红包",
    "Thank you for fixing the light, but it is broken again",
    "Thanks, when will the other hole be fixed?",
    "Thanks in advance for removing the tree in front of my house, please come soon",
    "Thank you for nothing",
    "Thanks. My boss keeps my money",
    "Thanks, the road to the school, north end",
    "thanks fix the light",
    "The pump was fixed, thanks. My neighbor burns plastic",
    "Thanks, great job, the officer took a bribe",
    "Great job, thank you. Garbage everywhere",
    "Thanks for the quick work, the pump still isn't working",
    "It wasn't fixed, thanks a lot, great job",
    "I would be grateful if the street could be cleaned",
)

# Messages of a chat that are long enough to be weighed as letters.
LONGER = (
    (
        PetitionKind.REQUEST,
        (
            "我们村口那盏路灯坏了快三个月了，晚上老人小孩出来都看不见路，前几天我妈还摔了一跤，打电话给村里也没人"
            "来修，麻烦你们派个人来看看，谢谢了。"
        ),
    ),
    (
        PetitionKind.REQUEST,
        (
            "你好，我在县城的工地上干了四个月的活，老板一直说过几天给钱，现在电话都不接了，一共欠我两万三千块，家"
            "里还等着这个钱交学费，请你们帮帮我。"
        ),
    ),
    (
        PetitionKind.QUESTION,
        (
            "你好，我想问一下，我妈今年六十二岁了，户口在青石镇，以前没有交过社保，现在还能不能补交养老保险？要带"
            "什么材料，到哪个窗口办理？麻烦告诉我一下，谢谢。"
        ),
    ),
    (
        PetitionKind.QUESTION,
        (
            "请问今年农村危房改造的补贴政策出来了没有？每户大概能补多少钱，什么时候开始申请，是到村里报名还是到镇"
            "里报名，需要准备哪些手续？"
        ),
    ),
    (
        PetitionKind.SUGGESTION,
        (
            "我有个建议，镇上的老菜市场门口可以划几个停车位，再装一个红绿灯，现在赶集的时候车子乱停，大家过马路都"
            "不方便，要是能改一改，对大家都好。"
        ),
    ),
    (
        PetitionKind.SUGGESTION,
        (
            "建议县里的图书馆周末晚上开放到九点，我看隔壁市的图书馆都是这样的，孩子们放学以后有个看书的地方，家长"
            "也放心，这样利用率也会更高一些。"
        ),
    ),
    (
        PetitionKind.REPORT,
        (
            "我要举报河西工业园里的一家塑料厂，每天晚上十一点以后偷偷把废水排到河里，河水都是黑的，鱼都死光了，周"
            "围的人都闻到刺鼻的味道，请环保部门来查处。"
        ),
    ),
    (
        PetitionKind.REPORT,
        (
            "县城步行街有一家保健品店，天天叫老人去听课，送鸡蛋送面条，然后骗他们买几千块钱一套的保健品，说能治百"
            "病，其实就是假的，请工商部门严查。"
        ),
    ),
    (
        PetitionKind.REQUEST,
        (
            "我家隔壁新开了一个养鸡场，离我家不到二十米，一到夏天臭得窗户都不敢开，苍蝇满屋都是，找过村里两次都没"
            "有解决，请你们出面协调一下，让他搬走。"
        ),
    ),
    (
        PetitionKind.REQUEST,
        (
            "去年修高速公路占了我家两亩三分地，说好的补偿款到现在一分钱都没有拿到，村里说是镇里没拨，镇里说已经给"
            "村里了，请查一查钱到底在哪里，发给我们。"
        ),
    ),
    (
        PetitionKind.REQUEST,
        (
            "小区的电梯三天两头坏，物业收了钱不维修，我们住在十八楼，家里有八十岁的老人，天天爬楼梯，打了好多电话"
            "都没有用，希望政府能管一管。"
        ),
    ),
    (
        PetitionKind.ACCUSATION,
        (
            "我要反映我们村的村支书，这几年把国家发下来的低保名额都给了自己的亲戚，真正困难的人一个都没有，修路的"
            "钱账目也从来不公开，请纪委来查一查他的问题。"
        ),
    ),
    (
        PetitionKind.ACCUSATION,
        (
            "镇上中心小学的校长每年开学都强制学生买校服和资料，一套校服要三百块，听说他从里面拿回扣，家长敢怒不敢"
            "言，请教育局和纪委严肃处理。"
        ),
    ),
)

# A plea that asks what to do reads like a question to the words of letters; the button beside it is the right one.
PLEA_THAT_ASKS = (
    "我女儿今年九月份要上小学，我们一家在县城租房子住了三年，有居住证也交了社保，可是学校说没有房产证不能"
    "报名，请问我们该怎么办，请帮帮我们。"
)

# Where nothing speaks clearly for another kind, and for what is not a petition at all.
UNSURE = (
    "",
    " ",
    "?",
    "？？？",
    "12345",
    "你好",
    "路灯",
    "我家在槐溪",
    "这样行吗",
    "hello",
    "the road",
    "👍",
)

# The same grievance with and without a question mark: the mark decides nothing.
GRIEVANCES = (
    "老板欠我工资不给",
    "我家的低保被停了，没有人管",
    "小区停水三天，没人来修",
    "开发商一直不交房",
    "门口的路塌了，没人修",
    "My boss still owes me my wages",
    "The streetlight is broken and nobody comes",
)


def _cases(texts: tuple[str, ...], kind: PetitionKind) -> list[tuple[str, PetitionKind]]:
    return [(text, kind) for text in texts]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        *_cases(QUESTIONS, PetitionKind.QUESTION),
        *_cases(SUGGESTIONS, PetitionKind.SUGGESTION),
        *_cases(REQUESTS, PetitionKind.REQUEST),
        *_cases(REPORTS, PetitionKind.REPORT),
        *_cases(MERE_THANKS, PetitionKind.THANKS),
    ],
)
def test_the_kind_is_told_from_the_words(text: str, kind: PetitionKind) -> None:
    proposal = propose_kind(text)

    assert proposal.kind is kind
    assert proposal.runner_up is not kind
    assert proposal.runner_up is not PetitionKind.THANKS


@pytest.mark.parametrize("text", ACCUSATIONS)
def test_what_accuses_is_an_accusation(text: str) -> None:
    assert propose_kind(text, accuses=True).kind is PetitionKind.ACCUSATION


@pytest.mark.parametrize(("kind", "text"), LONGER)
def test_a_longer_message_is_understood_as_well(kind: PetitionKind, text: str) -> None:
    assert propose_kind(text, accuses=kind is PetitionKind.ACCUSATION).kind is kind


def test_a_plea_that_asks_what_to_do_is_one_tap_from_a_request() -> None:
    assert PetitionKind.REQUEST in {propose_kind(PLEA_THAT_ASKS).kind, propose_kind(PLEA_THAT_ASKS).runner_up}


def test_a_chinese_name_makes_no_chinese_letter_of_an_english_message() -> None:
    text = "How do I apply for a parking permit in 石桥村, and what documents do I need to bring to the office?"
    assert propose_kind(text).kind is PetitionKind.QUESTION


def test_a_long_text_that_says_nothing_known_is_a_request() -> None:
    assert propose_kind("甲乙丙丁戊己庚辛壬癸" * 8).kind is PetitionKind.REQUEST


def test_a_letter_is_not_surer_for_saying_the_same_at_length() -> None:
    kind, text = LONGER[2]
    assert propose_kind(text * 5).kind is kind


@pytest.mark.parametrize("text", MORE_THAN_THANKS)
@pytest.mark.parametrize("accuses", [False, True])
def test_thanks_with_anything_else_are_never_mere_thanks(text: str, accuses: bool) -> None:
    assert propose_kind(text, accuses=accuses).kind is not PetitionKind.THANKS


@pytest.mark.parametrize("text", [*QUESTIONS, *SUGGESTIONS, *REQUESTS, *REPORTS, *ACCUSATIONS])
def test_nothing_else_is_taken_for_thanks(text: str) -> None:
    for thanks in ("", "谢谢！", " Thank you!"):
        assert propose_kind(text + thanks).kind is not PetitionKind.THANKS


@pytest.mark.parametrize("text", MERE_THANKS)
def test_what_accuses_is_no_mere_thanks(text: str) -> None:
    assert propose_kind(text, accuses=True).kind is not PetitionKind.THANKS


@pytest.mark.parametrize("text", UNSURE)
def test_a_request_where_nothing_speaks_clearly_for_another_kind(text: str) -> None:
    assert propose_kind(text).kind is PetitionKind.REQUEST


@pytest.mark.parametrize("text", GRIEVANCES)
@pytest.mark.parametrize("mark", ["", "。", "?", "？", "！？"])
def test_question_marks_decide_nothing(text: str, mark: str) -> None:
    assert propose_kind(text + mark) == propose_kind(text)
    assert propose_kind(text).kind is PetitionKind.REQUEST


@pytest.mark.parametrize("text", QUESTIONS)
def test_questions_need_no_question_mark(text: str) -> None:
    assert propose_kind(text.rstrip("?？")).kind is PetitionKind.QUESTION


def test_an_accusation_without_words_of_its_own_is_within_one_tap() -> None:
    proposal = propose_kind("举报他们", accuses=True)

    assert PetitionKind.ACCUSATION in (proposal.kind, proposal.runner_up)


def test_long_thanks_are_not_sure_enough() -> None:
    assert propose_kind("感谢镇政府把路修好了。" * 20).kind is not PetitionKind.THANKS


def test_capital_letters_and_curly_apostrophes_change_nothing() -> None:
    assert propose_kind("HOW DO I APPLY FOR A PERMIT").kind is PetitionKind.QUESTION
    assert propose_kind("I’d like to know the schedule").kind is PetitionKind.QUESTION
    assert propose_kind("It isn’t fixed, thanks, great job").kind is not PetitionKind.THANKS


def test_english_words_are_whole_words() -> None:
    # "code" in "codeine", "rule" in "ruler"
    assert propose_kind("my ruler and codeine, reformat") == propose_kind("my and")


def test_the_first_kind_and_the_next_differ() -> None:
    for text in (*QUESTIONS, *SUGGESTIONS, *REQUESTS, *REPORTS, *ACCUSATIONS, *MERE_THANKS, *MORE_THAN_THANKS, *UNSURE):
        for accuses in (False, True):
            proposal = propose_kind(text, accuses=accuses)
            assert proposal.kind is not proposal.runner_up


def test_a_proposal_is_a_value() -> None:
    assert propose_kind("") == KindProposal(PetitionKind.REQUEST, propose_kind("").runner_up)


@pytest.mark.parametrize("table", TABLES)
def test_no_word_stands_twice_under_a_kind(table: Table) -> None:
    split = split_phrases if table is kind_words.ANYWHERE_EN else str.split
    for rows in table.values():
        words = [word for row in rows.values() for word in split(row)]
        assert sorted(words) == sorted(set(words))


def test_english_phrases_are_written_as_they_are_sought() -> None:
    for rows in kind_words.ANYWHERE_EN.values():
        for row in rows.values():
            for phrase in split_phrases(row):
                assert phrase == phrase.lower()
                assert phrase.replace("'", "").replace(" ", "").isalpha()
