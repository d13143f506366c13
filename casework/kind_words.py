"""The words that hint at the kind of a petition, and how strongly: 4 makes a kind nearly three times as likely.

Tables to read and to mend by hand: kind, weight, words. Chinese words are set apart by spaces, English phrases by
commas, in lower case. A word may stand in two kinds.
"""

from __future__ import annotations

from typing import Final

from casework.placed_words import Table

ANYWHERE_ZH: Final[Table] = {
    "question": {
        6: "请问 咋弄 咋办理 怎么换 怎么弄 啥时候",
        5: "是否有",
        4: (
            "想咨询 政策 咋申请 怎么领 怎么交 怎么缴 怎么办手续 收费标准 哪儿 几点 电话是多少 找谁 该找谁 找哪个"
            " 可不可以 哪个部门 要交多少 要多少钱 多久 罚款吗 迟了 是这样吗 是真的吗"
        ),
        3: (
            "想问 咨询一下 咨询下 请教 想了解 想知道 想请教 特咨询 现咨询 问下 打听 咨询 疑问 什么时候 该如何"
            " 相关政策 计算 我想 多少钱 怎么查 怎么算 怎么办理"
        ),
        2: (
            "问一下 询问一下 解惑 答疑 解答 请告知 请回复 不知道该 疑惑 是否可以 是否属于 是否会 能不能 需要什么"
            " 需要哪些 哪些 如何办理 如何申请 怎么申请 怎样申请 如何查询 去哪 哪里可以 何时 几时 几号 是多少 标准是"
            " 什么条件 什么手续 什么材料 什么政策 什么流程 手续 符合条件 相关规定 政策文件 新政策 适用 执行 开工"
            " 规划 计划 名单 补办 迁户口 社保 职称 落户 补贴 生育 怎样 哪 证明 回复"
        ),
        1: (
            "告知 不清楚 不懂 是否能 是否需要 去哪里 什么标准 流程 是不是 该怎么 如何处理 享受 能享受 可以享受 规定"
            " 建成 公布 户口 报销 医保 养老金 资格 报名 考试 二胎 准生证 退休 编制 怎么办 怎么回事 多少 需要 谢谢"
        ),
    },
    "suggestion": {
        7: "建议",
        6: "小建议 要是能 是否可以考虑 能否考虑",
        4: "公园 要是有 最好能 最好在 不如 装个 修个 弄个 多规划 点想法",
        3: "提议 倡议 提个建议 提点建议 几点建议 谏言 建言 献策 采纳 加大 发展 应该 首先 本人认为 交通",
        2: (
            "希望能 希望政府 希望在 可以考虑 请考虑 能否增加 能否在 增加 增设 增开 加开 增派 设置 设个 开设 新建"
            " 修建 建个 加装 完善 优化 改进 改善 提质 推广 打造 开发 景区 文化 宣传 公交 站点 路口 红绿灯 停车位"
            " 方便 便民 缓解 提高 提升 促进 带动 利于 更加 更美 比如 其他城市 借鉴 参考 如果能 越来越多 越来越 需求"
            " 资源 基础设施 全国 未来 规范 立法 改成 调整 其次 我觉得 喜欢 早日"
        ),
        1: (
            "延伸 延长 设立 建一 安装 改造 加强 旅游 品牌 形象 高铁 推动 更好 例如 外地 应当 长远 统一 取消 改为"
            " 二是 三是 我认为 美好"
        ),
    },
    "report": {
        5: "传销",
        4: (
            "洗脑 非法 无证 无牌 私自 欺诈 明目张胆 屠宰 卖假 偷倒 偷挖 乱挖 乱倒 乱排 偷砍 滥砍 滥伐 赌场 聚众赌博"
            " 黑作坊 过期 缺斤少两 短斤少两 掺假 哄抬 强买强卖 宰人 偷税 漏税 电鱼 毒鱼 盗伐 盗采 偷猎 走私"
        ),
        3: (
            "举报 无照 违章建筑 违法建筑 偷排 黑诊所 假冒 伪劣 造假 假货 诈骗 骗人 骗子 查封 严厉打击 打击 严惩"
            " 整顿 销售 司机 药品 代考 舞弊"
        ),
        2: (
            "违建 直排 黑车 取缔 查处 严查 公然 肆意 污染 废水 废气 排放 黑烟 粉尘 环评 环保部门 破坏 砍伐 采石场"
            " 砖厂 养殖场 厂子 加工厂 开采 营业执照 商家 收费 乱收费 涨价 补课 培训机构 培训班 赌博 卖淫 超载 宰客"
            " 不打表 快递 液化气 骗 拉人头 集资 窝点 小诊所 诊所 医托 私宰 不签合同 不交社保 生意 无人管 视而不见"
            " 位于 处理"
        ),
        1: (
            "违法 违规 违章 违法行为 擅自 偷偷 猖獗 肆无忌惮 污水 毒气 排污 臭气 浓烟 环保 环保局 养猪场 工厂 采砂"
            " 营业 商贩 老板 收取 乱涨价 网吧 拒载 摩的 占道 食品 保健品 假 加班 没人管 调查"
        ),
    },
    "request": {
        3: (
            "还我 请求解决 退还 返还 兑现 强烈要求 百姓 帮帮 修一下 修修 处理一下 没人修 坏了 堵了 不亮 不出水 欠我"
            " 欠着 不发工资 被占 占了我 要回 退钱 讨要 讨薪 没给 没发 没修 没改 没退 没办 没来 不修 不理 不退 不赔"
            " 跑了 摔了 录错 写错 弄错 坑坑洼洼 没人说 停了 没有水 没有电"
        ),
        2: (
            "解决 请求 恳求 救助 退款 退费 补发 补交 拖欠 欠薪 工资 支付 落实 讨回 维权 诉求 投诉 督促 协调 至今"
            " 没有解决 推诿 敷衍 踢皮球 置之不理 我们是 我家 我叫 业主 住户 居民 村民 小区 开发商 不动产证 购房"
            " 漏水 裂缝 停水 停电 没水 没电 断水 路灯 路面 坑洼 维修 修缮 修好 修复 噪音 垃圾 困难 退休金 贫困 征收"
            " 安置 仲裁 起诉 判决 手术 抢救 伤残 工伤 孩子 入学 打电话 不给 不能办 不堪 苦不堪言 不合理 不公平"
            " 凭什么 难道 可是 帮助 望领导"
        ),
        1: (
            "执行 还我们 恳请 求助 赔偿 补偿 赔 做主 公道 权益 申诉 信访 要求 多次 无果 推脱 我是 我们 物业 交房"
            " 装修 电梯 泥泞 破损 扰民 影响 严重影响 生活 低保 拆迁 安置房 土地 承诺 法院 医院 医疗事故 死亡 小孩"
            " 上学 电话 答复 拒绝 不办 无法 无奈 老百姓 公平 这样 关注 希望领导 感谢 万分感谢"
        ),
    },
    "accusation": {
        4: "渎职 私分 贿赂 收受 小舅子 索要 吃拿卡要 贪官 回扣 镇长 乡长 殴打",
        3: "勾结 保护伞 腐败 公款 乱作为 不作为 举报人 被举报人 党员 不公开 侵吞 关系户 追究 公开",
        2: (
            "贪污 受贿 滥用职权 官商勾结 包庇 徇私 知法犯法 纪委 官员 财务 从未公开 挪用 优亲厚友 打击报复 暗箱操作"
            " 弄虚作假 村委 局长 领导 公务员 执法 权力 职权 撑腰"
        ),
        1: (
            "违纪 村支书 书记 村主任 村长 村干部 校长 院长 干部 城管 查办 严肃处理 利益 亲戚 招投标 打人 徇私舞弊"
            " 玩忽职守 失职"
        ),
    },
}

OPENING_ZH: Final[Table] = {
    "question": {
        3: "请问 什么时候",
        2: "咨询 想问 想咨询 想了解 请教 想知道 是否 如何 怎么 何时",
        1: "问一下 能否",
    },
    "suggestion": {
        3: "建议",
        2: "希望 提议 倡议",
    },
    "report": {
        4: "非法",
        3: "位于 店 传销",
        2: "举报 违法 无证",
        1: "公司 厂 投诉",
    },
    "request": {
        3: "本人",
        2: "投诉",
        1: "我家 我们是 我叫 求助 请求 恳请",
    },
    "accusation": {
        4: "举报",
        3: "校长",
        2: "村支书 村主任",
        1: "书记",
    },
}
"""Words that count once more where a text begins with them."""

CLOSING_ZH: Final[Table] = {
    "question": {
        3: "什么时候 多少",
        2: "吗 解答 答复 回复 告知 如何 怎么办 何时 哪里 是否 谢谢",
        1: "呢",
    },
    "suggestion": {
        3: "建议 考虑",
        2: "采纳 方便 发展",
        1: "希望",
    },
    "report": {
        3: "整治 整顿",
        2: "查处 打击 查封 关停 制止 调查 严惩",
        1: "取缔 严查",
    },
    "request": {
        3: "帮",
        2: "解决 还我 做主 修 退 公道",
        1: "给予 处理 尽快 重视",
    },
    "accusation": {
        4: "严查",
        2: "调查 查办 追究",
        1: "查处 纪委",
    },
}
"""Words that count once more where a text ends with them."""

ANYWHERE_EN: Final[Table] = {
    "question": {
        6: (
            "how do i, how can i, how do we, how can we, where do i, where can i, who do i, whom do i, who should i"
            ", what do i need, am i allowed, are we allowed, do i need, can someone tell me, could you tell me"
            ", can you tell me, i would like to know, i'd like to know, i want to know, how to apply, can i apply"
            ", what documents, which office, is it true that, do you know when, do you know if, when is the"
            ", when are the, what time, who is responsible, how long does, how much does, how much is"
        ),
        4: (
            "when will, when does, when is, when are, what is the, what are the, how long, how much, how many"
            ", is it allowed, is it legal, is there a, is there any, are there any, wondering, wanted to ask"
            ", question about, opening hours, which days, whether, am i eligible, eligible for, inquiring, inquiry"
            ", why is, why are, why do, why does, the fee, fee for"
        ),
        2: "question, deadline, apply, permit, form, rule, rules, information, schedule",
    },
    "suggestion": {
        8: (
            "suggest, suggestion, suggestions, suggesting, i propose, proposal, recommend, why not open"
            ", why not build, why not plant"
        ),
        5: (
            "it would be nice, it would be great, it would be good, it would be helpful, would be better, why not"
            ", how about, should consider, please consider, consider adding, could be improved, would improve"
            ", would benefit, would love to see, would be wonderful, an idea, my idea, would be helpful"
            ", would be nice, would be great"
        ),
        3: (
            "should have, should be, should add, should plant, should build, should install, needs more, add a"
            ", add more, adding, install a, build a, plant more, more trees, more benches, bike lane, extend"
            ", improve, encourage, other cities, everyone would, residents would, beautify"
        ),
    },
    "report": {
        5: (
            "illegal, illegally, violation, violations, violating, violates, without a permit, without permits"
            ", no permit, unlicensed, unpermitted, dumping, scam, scams, fraud, fake, counterfeit, price gouging"
            ", cheats customers, cheating customers, pyramid scheme, poaching, smuggling, poachers, smugglers"
        ),
        3: (
            "business, restaurant, company, contractor, factory, store, shop, seller, sells, selling, dumped, dumps"
            ", polluting, pollution, pollutes, airbnb, short term rental, ordinance, code, i want to report"
            ", report a, reporting"
        ),
    },
    "request": {
        4: (
            "please fix, please repair, please remove, please help, please replace, please clean, please stop"
            ", please look into, needs repair, needs to be fixed, needs to be replaced, needs to be repaired"
            ", broken, pothole, potholes, leak, leaking, not working, has not been, have not been, still not"
            ", hasn't been, haven't been, unpaid, owe me, owes me, not paid, refund, compensation, complaint"
            ", complain, wages, many times, several times, nobody comes"
        ),
        2: (
            "my house, my home, my street, my road, my boss, our street, our house, we have no, have had no, fix"
            ", repair, replace, remove, trim, clean up, stop, help, light is out, lights are out, no water"
            ", no power, flooding, hole, dangerous, cracked, damaged, missing, overgrown, snow, graffiti"
        ),
    },
    "accusation": {
        4: "corrupt, bribe, bribes, bribery, corruption, embezzled, misconduct, abuse of power, cover up",
        2: "mayor, official, officials, police, officer, councilman, inspector",
    },
}

THANKS_ZH: Final = "感谢 谢谢 多谢 致谢 道谢 谢意 点赞 点个赞 表扬 锦旗 好评 好样的"
THANKS_EN: Final = (
    "thank you, thanks, thank, grateful, appreciate, appreciated, kudos, well done, great job, good job, nice work"
)

PRAISE_ZH: Final = (
    "好了 通了 亮了 解决了 办成了 办妥了 清走了 清理了 找回了 救了 帮了 水来了 电来了 领到了 到位 热情 耐心 周到"
    " 态度好 态度真好 辛苦 贴心 高效 好人 好官 满意 高兴 开心 感动 暖心 方便多了 点赞 表扬 锦旗 好评"
)
PRAISE_EN: Final = (
    "fixed, repaired, replaced, removed, cleaned, cleared, solved, resolved, was quick, was fast, works now"
    ", working now, is working, wonderful, excellent, friendly, amazing, awesome, polite, great job, great work"
    ", good job, good work, nice work, quick work, quick repair, quick response, well done, kudos, happy"
    ", came quickly"
)
"""What was good or is done: thanks without it may be mere politeness before a complaint."""

POLITE_ZH: Final = (
    "你们 您们 我们 大家 各位 领导 政府 同志 老师 师傅 工作人员 非常 十分 万分 衷心 真心 真的 特别 再次 太 很 真 你"
    " 您 我 他 她 也 了 啊 呀 哈 的 们 都 好"
)
POLITE_EN: Final = (
    "you, so, very, much, a lot, many, everyone, everybody, all, to, the, team, sir, madam, dear, hello, hi, really"
    ", i, we, am, are, for, your, work, this, it"
)
"""What may stand beside words of thanks and add nothing to them."""

MORE_THAN_THANKS_ZH: Final = (
    "不 没 未 无 别 但 可是 不过 然而 只是 希望 请 望 盼 求 要 想 能否 可否 建议 投诉 举报 反映 咨询 为什么 为何 怎"
    " 如何 何时 什么 多少 哪 吗 呢 ？ ? 还是 仍 依然 又 再也 差 少 欠 等 至今 问题 拖 坏 漏 堵 停 骗 乱 臭 吵 尽快"
    " 早日 落实 处理 恳 贵 难 快点 赶紧 抓紧 告诉 叫 让 帮忙 麻烦 才 竟 居然 打 死 伤 丢 偷 抢 淹 塌 爆 裂 断 罚 拆"
    " 占 赔 退 咬 撞 害 急 洪 大水 着火 起火 救命"
)
MORE_THAN_THANKS_EN: Final = (
    "but, not, no, never, please, could, can, when, how, why, what, where, who is, who do, who can, who should"
    ", who will, still, however, although, need, needs, want, wants, hope, should, would, suggest, broken, again"
    ", yet, complaint, ask, asking, problem, issue, wish, if, except, unfortunately, nobody, nothing, in advance"
    ", fix, remove, clean, replace, send, come, tell, call, stop, help me, look into, to repair, owe, owes, unpaid"
    ", wages, pay, stole, stolen, fire, flood, leak, leaks, leaking, hole, dark, dirty, noise, smell, illegal"
    ", worse, wrong, only, until, next"
)
"""One of these, and a text may also ask or complain."""
