"""The words by which a message hints at more than its matter, in Chinese and English; read by casework/hints.py.

Every branch of a pattern that is looked for in whole texts begins with plain characters: a search then passes over
all others fast. What must stand before them is a look behind.
"""

from __future__ import annotations

import re
from typing import Final

_ENGLISH = re.IGNORECASE | re.VERBOSE

# ----- Written before -----

CONTACT: Final = re.compile(
    r"""反映|反应|投诉|举报|信访|上访|申诉|写信|写过信|去信(?!息)|来信|留言|发帖|发贴|求助|检举|控告|请求|提问
      | 回复|答复|回函|原帖|12345(?<!\d12345)(?!\d)|市长热线|市民热线""",
    re.VERBOSE,
)
"""Words of which each needs a look at what stands around it."""

REPLIES: Final = frozenset(["回复", "答复"])
ONLY_AGAIN: Final = frozenset(["请求", "提问", "来信"])
ALONE: Final = frozenset(["写过信", "去信", "原帖", "回函", "12345", "市长热线", "市民热线"])

# Before a complaint.
AGAIN: Final = re.compile("(?:再次|又一次|第[二三四五六七八九几N]次)[^，,]{0,16}$")
EARLIER: Final = re.compile(
    """(?:[多数]次|几十次|十几次|屡次|屡屡|反复|曾|已向|已经|之前|以前|此前|早前|前几天|前些天|昨天|去年|前年|上次|上月
      | 上个月|一直)[^。]{0,18}$""",
    re.VERBOSE,
)
NOT_MADE: Final = re.compile("(?:被|将|要|会|别人|有人|欢迎|不要|不得|打击|侧面|避免|禁止|特|现|公布)[^，]{0,3}$")
# After a complaint: that it is over, how often it was made, what came of it.
OVER: Final = re.compile(
    """过|了|至|到|给|多次|无数次|无果|未果|无门|无人|几次|数次|好几|几年|多年|很久|后|依然|仍|没人
      | 件|事项|编号|局[回答说转]
      | [^，]{0,5}[也都却][没无未不] | [^，]{0,6}，?(?:答复|回复|得到|至今|但)
      | [^，]{0,4}，[^，]{0,8}[说称回答让叫推不没未无]""",
    re.VERBOSE,
)

# Before a reply that was given; after it; and before one that is only asked for.
GIVEN: Final = re.compile(
    """(?:得到|给出|给到|收到|没有?(?:任何|人)?|未[见给予]?|无|上次|前次|第[一二]次|[两每]次的?|当时
      | [局委办队厅院]|部门|政府|中心|单位|街道|社区|[镇乡村]里?|官方|领导|您|贵[局委办])[^，]{0,6}$""",
    re.VERBOSE,
)
SAYS: Final = re.compile("[说称道是：:]|[都均]是|如下|中[的说，“]|内容|却|也|仍|依然|避重|不实|表示|网友")
WISHED: Final = re.compile(
    """(?:盼|候|望|请|等待|期待|给[我予]|满意的|明确的|合理的|尽快|要求|帮忙|希望|一个|做出|作出|能)[^，]{0,6}$""",
    re.VERBOSE,
)
BEFORE_IN_ENGLISH: Final = re.compile(
    r"""\b(?:
        (?:have|had|has|already|previously|repeatedly|again)\ (?:\w+\ ){0,2}
        (?:reported|complained|called|written|wrote|emailed|contacted|filed)
      | (?:reported|complained|called|wrote|emailed|contacted|asked|submitted)\b[^.!?]{0,40}
        \b(?:before|already|again|times|twice|last\ (?:week|month|year))
      | (?:second|third|fourth|fifth)\ (?:time|request|report|complaint)
      | (?:your|no)\ (?:reply|response|answer)
    )\b""",
    _ENGLISH,
)

# ----- A court -----

COURT: Final = re.compile(
    """判决|裁定书|裁定(?=维持|撤销|驳回|发回)|裁决(?!权)|终审|一审|二审|再审(?![查计])|开庭|庭审|立案庭|执行局|执行庭
      | 败诉|胜诉
      | 法院[^，。；！？]{0,12}(?:起诉|诉讼|受理|立案|执行|查封|冻结|拍卖|驳回|调解|审理|认定|判)
      | 诉至(?<!投诉至) | 起诉(?=[了至到后过]) | 已起诉 | 曾起诉 | 提起(?:行政|民事|了)*诉讼
      | 告上了?法[庭院] | 打[了过赢输]?官司
      | 上诉(?<!以上诉)(?=[至到于]?[^，。]{0,10}(?:法院|中院|高院))
      | 仲裁(?:[书庭]|结果|后|过|申请(?=[，。被后])|委[^，。]{0,8}(?:裁|受理|开庭|认为))
      | 申请了?(?:劳动|争议)*仲裁(?=[，。后了]) | 经过?(?:劳动|争议)*仲裁(?=[，。后了])""",
    re.VERBOSE,
)
# Before what only may come, is advised or threatened, or stands in the title of a law.
MAYBE: Final = re.compile(
    """(?:可以?|将|要|会|否则|只能|只好|建议|让|叫|去|应当?|保留|有权|权利|如果|若|是否|准备|打算|不得不|必要时|等待|以
      | 最高人民|申请人民|不服就?|说)(?:[我你他]们?)?[向到去上找走由]?[^，。；！？]{0,8}$""",
    re.VERBOSE,
)
COURT_IN_ENGLISH: Final = re.compile(
    r"""\b(?:
        lawsuit\ (?:is|was|against) | court\ (?:ruled|ruling|order(?:ed)?|case|decision|hearing|judgment) | the\ court
      | verdict | judge\ ruled | (?:have|has|had|was|were|been|we|I)\ sued | small\ claims
      | arbitration\ (?:award|ruling|decision) | appealed\ to
    )\b""",
    _ENGLISH,
)
MAYBE_IN_ENGLISH: Final = re.compile(
    r"\b(?:will|would|may|might|could|going|threat\w*|if|or|otherwise|consider\w*)\b[^.!?]{0,30}$", re.IGNORECASE
)

# ----- To whom -----

# Whom a letter greets stands before the first words of its matter.
GREETING: Final = re.compile(
    r"""\s*(?:
        (?:尊敬|敬爱)的[^。！？!?\n]{0,24}
      | [^。！？!?\n，,：:]{0,26}?(?:[:：]|[您你们]好|(?:领导|书记|长|同志|主任)们?[，,！!。\s])
      | (?:dear|to|attention|attn)\ [^,:\n]{1,40}
    )""",
    _ENGLISH,
)
LEVELS: Final = tuple(
    (level, re.compile(words, re.IGNORECASE))
    for level, words in (
        ("state", "总理|国务院|总书记|国家主席|中央|国家信访局|president|prime minister"),
        ("province", "省长|省委|省政府|省人民政府|省领导|厅长|厅领导|governor|state senator"),
        ("city", "市长|市委|市政府|市人民政府|市领导|mayor|city council"),
        ("county", "县长|县委|县政府|县人民政府|县领导|区长|区委|区政府|区人民政府|区领导|county"),
        ("town", "镇长|镇委|镇政府|镇党委|镇领导|乡长|乡政府|乡党委|乡领导|街道|town|village"),
    )
)

# ----- For whom -----

_OTHERS: Final = (
    "父亲|母亲|爸|妈|老爸|老妈|父母|爷爷|奶奶|外公|外婆|岳父|岳母|公公|婆婆|老公|丈夫|老婆|妻子|哥|姐|弟|妹|舅|叔|姑|姨"
    "|伯|亲戚|邻居|朋友|同学|同事|战友"
)
_ASKS: Final = "(?:反映|反应|投诉|举报|写|问|咨询|申请|求助|发)"
_SOMEBODY: Final = f"(?:我?的?(?:{_OTHERS})|[^，。！？]{{0,6}}(?:老人|老乡|村民|邻居|群众|他|她))"
ON_BEHALF: Final = re.compile(
    rf"""代(?!表)替?{_SOMEBODY}[^，。！？]{{0,8}}{_ASKS} | 替{_SOMEBODY}[^，。！？]{{0,8}}{_ASKS}
      | 帮(?:我?的?(?:{_OTHERS})|他|她)[^，。！？]{{0,6}}{_ASKS}
      | 受[^，。！？]{{0,10}}(?:家属|业主|村民|居民|老人|群众|职工|教师|{_OTHERS})的?(?:委托|之托)""",
    re.VERBOSE,
)
# A sentence that begins with one of the writer's people. "My child's school" is the writer's own.
OF_OTHER: Final = re.compile(rf"我(?<![^。！？!?：:，,\s]我)(?:的|家)?(?:{_OTHERS})(?!们|家|说|和我|跟我)")
OTHER: Final = re.compile(_OTHERS)
ON_BEHALF_IN_ENGLISH: Final = re.compile(
    r"""\b(?:
        on\ behalf\ of
      | for\ (?:my|our)\ (?:elderly\ |old\ )?(?:neighbou?r|mother|father|parents|mom|dad|grand\w+|friend)
      | my\ (?:elderly\ |old\ |\d\d[-\ ]year[-\ ]old\ )?(?:neighbou?r|mother|father|grand(?:mother|father)|parents)
        \ (?:is|are|has|have|was|lives?|can|cannot|asked|needs?)
    )\b""",
    _ENGLISH,
)

# ----- With whom -----

_PEOPLE: Final = (
    "业主|村民|居民|住户|员工|职工|家长|学生|教师|老师|农民|农户|工人|民工|用户|商户|司机|同学|户主|学员|职员|军人|的哥"
    "|老百姓|群众|乡亲|父老"
)
TOGETHER: Final = re.compile(
    rf"""联名|联署|共同请愿|集体(?:投诉|反映|请愿|诉求|举报)
      | 我们(?:都?是|系)(?:[^。！？；，,]{{0,40}}?(?:{_PEOPLE}|成员)们?(?!的?权益)|一[群批]|[几数]十|\d+)
      | 我们(?:全体|广大|众多|几百|上百|上千|一群|一批|几[十户]|[这些几]{{1,2}}[户名位])[^。！？；，]{{0,12}}
        (?:{_PEOPLE}|家庭|人)
      | 我们[^。！？；，]{{0,12}}代表[，,]
      | 代表(?<=[我人们谨特现仅是也]代表)(?![人大队团性着])[^。！？；，]{{0,16}}(?:{_PEOPLE})
      | 名(?<=[百千十多\d]名)(?:{_PEOPLE})的?代表 | 户(?<=[百千十多\d]户)(?:{_PEOPLE})的?代表""",
    re.VERBOSE,
)
# At the end, where one signs.
SIGNED_TOGETHER: Final = re.compile(
    rf"""(?:全体|广大|众|等\d*[名位户]?|部分|一[群批]|\d+[名位户])[^。！？；，]{{0,8}}?
        (?:{_PEOPLE}|成员)[^。！？；，]{{0,16}}$""",
    re.VERBOSE,
)
TOGETHER_IN_ENGLISH: Final = re.compile(
    r"""\b(?:
        we,?\ (?:the\ )?(?:residents|undersigned|neighbou?rs|tenants|parents|owners|workers)
      | we\ are\ (?:the\ )?(?:residents|neighbou?rs|tenants|parents|owners|a\ group)
      | all\ (?:of\ us|the\ neighbou?rs|the\ residents|the\ tenants) | (?:petition|letter)\ signed\ by
    )\b""",
    _ENGLISH,
)
