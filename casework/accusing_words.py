"""The words in which people accuse officials and public units.

Tables to read and to mend by hand. Chinese words are set apart by spaces, English phrases by commas, in lower case.
Weights are for words beside an office, which is one of OFFICES close by in the same sentence; 3 is an accusation.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

ALONE_ZH: Final = (
    "贪污 贪官 贪赃 贪腐 贪财 贪得无厌 受贿 索贿 行贿 贿赂 收受 滥用职权 滥用权力 滥用公权 以权谋私 以权压 权谋私"
    " 谋取私利 谋私 徇私 枉法 渎职 玩忽职守 官商勾结 官商 官官 权钱 保护伞 中饱私囊 私囊 侵吞 私吞 私分 公款"
    " 公车私用 吃拿卡要 吃拿 卡要 暴力执法 野蛮执法 粗暴执法 违法行政 知法犯法 执法犯法 欺上瞒下 瞒上欺下 打击报复"
    " 打击举报 公报私仇 优亲厚友 套取 冒领 骗补 吃空饷 截留 土皇帝 只手遮天 一手遮天 村霸 鱼肉 欺压 狼狈为奸"
    " 同流合污 沆瀣一气 腰包 敛财 乱作为 袒护 腐化 买官 卖官 吃回扣 拿回扣 黑幕 暗箱操作 内定 萝卜招聘 关系户"
    " 人情执法 收黑钱 黑钱 关系网 裙带 公权 假公济私 官黑 警匪 官匪 钓鱼执法 选择性执法 行政不作为 严重不作为"
    " 乱执法 执法不公 司法不公 虚报 骗取 收红包 送红包 作威作福 草菅人命 腐败分子 官僚主义 横行乡里 地方保护主义"
    " 局长的亲戚 领导的亲戚 领导亲戚 领导的家属 领导家属 领导的亲属 他们的人 有他们的人 摆平 买通 打点关系 收了好处"
    " 收了钱 收好处 拿好处 保护费 集体腐败 枪手 内外勾结 警察打人 城管打人 干部打人 官员打人"
)
"""Only officials do such things."""

BESIDE_OFFICE_ZH: Final[Mapping[int, str]] = {
    3: (
        "勾结 串通 打人 殴打 毒打 耳光 拳打脚踢 回扣 好处费 红包 后台 靠山 撑腰 猫腻 腐败 师德 违规操作 睁一只眼"
        " 睁只眼 视而不见 查办 蒙骗 忽悠百姓 忽悠老百姓 害群之马 克扣 挪用 造假 伪造 弄虚作假 包庇 纵容 默许 强拆"
        " 强行拆 强征 强占 霸占 走后门 开后门 托关系 拉关系 找关系 举报信 检举 控告 有偿补课 有偿家教 强制收 强行收"
        " 强制缴 强制交 强制要 强行要 私设 小金库 不公开 从不公开 从未公开 从未公布 没有公开 不公示 财务混乱 账目"
        " 财务帐 财务账 独断专行 独断专横 胡作非为 为所欲为 霸道 横行 欺骗 假案 冤案 错案 诬陷 陷害 栽赃 利益输送"
        " 潜规则 走过场 以权 特权 官威 收黑 乱罚款 乱收费 乱摊派 摊派 搭车收费 无动于衷 心知肚明 反腐 扫黑 黑恶"
        " 以假乱真 做假 虚假 优待亲戚 小舅子 姐夫 内兄 妻弟 亲家 连襟 上交利润"
    ),
    2: (
        "不作为 失职 不履行 不依法 违纪 违法 违规 犯罪 恐吓 扬言 威胁 辱骂 谩骂 骂人 态度恶劣 严查 彻查 追究 巡视"
        " 问责 实名举报 权力 职权 苍蝇 暗访 中标 串标 招投标 招标 无法无天 变相 侵占 私自 收钱 诬告 冤 荒唐 忽悠"
        " 野蛮 推诿 包庇袒护 偏袒 强行 强制 承包给 纪委 党员 官员"
    ),
    1: (
        "敷衍 踢皮球 推卸责任 不了了之 不公平 不公正 不公 举报 查处 关系 利益 违反 压制 罚款 收费 补课 没收 扣押"
        " 拘留 亲戚 家属 儿子 老婆 公示 隐瞒 欺负 刁难 私人 不顾 无视 公开 不处理 不管 不理 不受理 职责 责任 何在"
        " 搪塞 资金 补助款 征收款 补偿款 好处 严惩 处分 撤职 开除"
    ),
}

HARMLESS_ZH: Final = (
    "打击传销 腐败品 防腐 公开招 虚假宣传 虚假广告 虚假回复 没有关系 关系到 没关系 劳动关系 关系着 人事关系"
    " 党组织关系 组织关系 关系转 供求关系 邻里关系 母子关系 父子关系 医患关系 血缘关系 法律关系 保险关系 工资关系"
    " 责任心 责任田 责任公司 有限责任 责任书 收费站 收费标准 依法追究 权力清单 不违法 不违规 合法权力 强制保险"
    " 强制执行 强制性 举报电话 公示牌 生命财产 电力执法"
)
"""Longer words that hold one of the others and accuse nobody."""

LEANS_ZH: Final[Mapping[int, str]] = {
    24: "医院",
    11: "学生",
    10: "强制",
    9: "为什么",
    8: "教育局 学校",
    7: "职工",
    6: "任何",
    5: "其他",
    4: "项目 这样 还是 小孩",
    3: "卫生局",
    2: "难道 他们",
    1: "领导 文件 当时 医生 什么",
    -1: "给予 服务 工作 一下",
    -2: "问题 进行 谢谢 请问 环境",
    -3: "已经 安全",
    -4: "解决 发展 不能",
    -5: "生活 很多 城市 员工",
    -8: "还有 建议",
    -10: "相关",
    -12: "影响",
}
"""Words that are more common, or less, in letters that accuse: fitted to a thousand letters that were read for it.

A public hospital or school that is complained of would itself have to answer, so its name weighs most.
"""

OFFICES_ZH: Final = (
    "书记 省长 市长 州长 县长 区长 镇长 乡长 村长 局长 厅长 处长 科长 股长 所长 站长 院长 校长 园长 主任 队长 支书"
    " 支委 村支 两委 干部 官员 公务员 领导 警察 民警 辅警 交警 公安 城管 法官 检察 执法 工作人员 办事员 协管 会计"
    " 组长 村官 网格 老师 教师 班主任 学校 校方 教育局 村委 居委 社区 街道 办事处 政府 派出所 法院 仲裁 部门 机关"
    " 信访 国土 规划局 环保 住建 建设局 房管局 房产局 水利局 林业局 民政 人社 社保局 劳动局 卫生局 卫计 计生 工商"
    " 质监 税务 运管 交通局 管委会 拆迁办 指挥部 征拆 公职 乡镇 镇里 县里 村里 村组 中学 小学 一中 二中 三中 四中"
    " 卫生院 监管 监察 局里 该局 贵局 当官 当权 上级"
)

ALONE_EN: Final = (
    "bribe, bribes, bribed, bribery, bribing, embezzle, embezzled, embezzling, embezzlement, kickback, kickbacks"
    ", abuse of power, abuse of office, abused his power, abused her power, abuses his power, abusing his power"
    ", abusing her power, abuse their power, corruption, corrupt official, corrupt officials, corrupt cop"
    ", corrupt cops, police brutality, excessive force, misuse of public funds, misused public money"
    ", public money into his, taxpayer money into, dereliction of duty, neglect of duty, nepotism, cronyism"
    ", conflict of interest, rigged tender, rigged bid, fabricated the charges, planted evidence, above the law"
    ", under the table, greased palms, money under the table"
)

BESIDE_OFFICE_EN: Final[Mapping[int, str]] = {
    3: (
        "corrupt, extort, extorted, extorting, extortion, misconduct, cover up, covered up, covering up, covers up"
        ", cover-up, favoritism, favouritism, pocket, pocketed, pockets, pocketing, stole, steal, steals, stealing"
        ", stolen, fraud, fraudulent, beat, beats, beaten, beat up, punched, slapped, kicked, shoved, hit me"
        ", threatened, threatens, threatening, harassed, harasses, harassing, harassment, racist, discriminates"
        ", discriminated, discrimination, retaliate, retaliated, retaliation, retaliating, falsified, forged, faked"
        ", took money, takes money, took our money, demanded money, demands money, asked for money, wanted money"
        ", paid off, on the take, turns a blind eye, turned a blind eye, turning a blind eye, looked the other way"
        ", looks the other way, lied, lies, lying, liar, misused, misusing, abused, abuses, abusing"
        ", illegally arrested, wrongfully, protects his, protecting his, his cousin, his brother, her brother"
        ", his own family, his friends, his nephew, his relatives, sold our land, sold the land, hush, colluded"
        ", colluding, collusion, in league with, cheated, cheats, cheating, dishonest, bully, bullied, bullies"
        ", intimidated, intimidating, swore at, cursed at, insulted, crook, crooks, thief, thieves"
    ),
    2: (
        "incompetent, negligent, negligence, illegally, illegal, unlawful, refuses to enforce, refused to enforce"
        ", refuses to do his job, refuses to do their job, does nothing, did nothing, do nothing, rude, ignored our"
        ", biased, unfair, unfairly, rigged, secretly, scandal, investigate the, fire him, fire her"
        ", should be fired, must resign, resign, arrogant"
    ),
    1: (
        "money, relatives, cousin, brother-in-law, complaint against, accuse, accusing, report him, report her"
        ", violated, violates, violation, broke the law, breaks the law"
    ),
}

OFFICES_EN: Final = (
    "mayor, mayors, councilman, councilwoman, councilor, councillor, council, city hall, town hall, official"
    ", officials, officer, officers, police, policeman, policemen, cop, cops, sheriff, deputy, inspector"
    ", inspectors, judge, magistrate, prosecutor, clerk, principal, headmaster, superintendent, commissioner"
    ", commission, chief, director, secretary, cadre, cadres, village head, village chief, township, government"
    ", authority, authorities, bureau, department, agency, municipality, governor, public works, city staff"
    ", city employee, city employees, civil servant, civil servants, committee, school board, traffic warden"
    ", warden, code enforcement, tax office, land office, party branch"
)
