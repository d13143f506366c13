"""The words in which people speak of danger and despair.

Tables to read and to mend by hand. A row is a `Sign`. Chinese words are set apart by spaces, English phrases by
commas; they are lower case, and * stands for any ending (not in `words`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Sign:
    """Words that count where one of `near` stands close by in the same sentence, and none of `unless`.

    `certain`: they count even where the sentence says "if", or tells of past years.
    """

    words: str
    near: str = ""
    unless: str = ""
    certain: bool = False


_PEOPLE: Final = (
    "人 孩 娃 儿 女 爸 妈 爹 娘 爷 奶 父 母 老公 老婆 丈夫 妻 爱人 兄 弟 姐 妹 哥 叔 伯 姑 姨 舅 婶 嫂 婆 姥 孙 亲"
    " 他 她 我 学生 同学 朋友 工友 邻居 村民 居民 业主 乘客 群众 老乡 婴 孕妇 老师 同事"
)
_LATELY: Final = (
    "刚 现在 正在 此刻 今天 今早 今晚 今夜 今晨 今日 昨 前天 前晚 前日 前几日 这几天 这两天 近日 近几日 连日 连夜"
    " 凌晨 眼下 马上 立刻 立即 赶紧 赶快 快来 快派 快救 速来 速派 火速 求救 救命 救人 十万火急 了！ 了! 啦 还在"
    " 仍在 又"
)

DANGER_ZH: Final[Mapping[str, tuple[Sign, ...]]] = {
    "flood": (
        Sign(
            "进水 被淹 淹了 水淹 淹水 淹没 淹掉 淹到 淹进 淹过 浸水 泡在水 泡着水 泡水 泡起了 倒灌 水漫 漫上来"
            " 漫到床 水冲进 水涌进 水灌进 水灌入 水涌入 灌水 水没过 进了水 进洪水 水进屋 水进家 水进了 水进来"
            " 家里全是水 屋里全是水 家里都是水 屋里都是水 满屋水 满屋子水 水上来 水涨上来",
            near="家 屋 房 楼 院 客厅 卧室 厨房 灶 床 店 铺 车库 地下室 户 膝 腰 胸 脖 人 村 校 宿舍 街 电视 冰箱",
            unless=(
                "脑 农田 稻田 水田 田地 庄稼 鱼塘 绒 夜色 文明 岁月 管道 水管 水表 电梯 停车场 水泥 水池 汤 排水"
                " 臭水 很少被淹 用水 喝 水费 车辆 洗衣 浇 提着水 投资商 年年被淹 每年水淹 常年水淹 泡水河"
            ),
        ),
        Sign(
            "洪水 山洪 洪灾 水灾 涨大水 发大水 涨水 涨洪水 涨洪 河水暴涨 水位暴涨 水还在涨",
            near=_LATELY + " 来了 进村 进屋 家 冲走 卷走 转移 撤离 围困 娃 对岸",
            unless=(
                "修复 重建 灾后 补助 退去 过后 之后 以后 水管 不再 自来水 水灾户 受灾户 季节 捐款 几千年 冲毁 公路 清理"
                " 逢雨必 每逢下雨"
            ),
        ),
        Sign(
            "决堤 溃堤 溃坝 管涌 漫堤 漫坝 堤坝决口 大坝决口",
            near=_LATELY + " 村 家 水库",
        ),
        Sign("堤要垮 堤要破 堤快垮 坝要垮 坝要破 坝快垮 坝在漏 坝裂 大坝漏水 大坝渗水 坝漏水"),
        Sign(
            "被水冲走 被冲走 被洪水冲走 被大水冲走 被水卷走 被洪水卷走",
            near=_PEOPLE,
        ),
        Sign(
            "齐腰 齐膝 齐胸 到膝盖 到腰 到脖子 没膝 半人高 一人高",
            near="水",
        ),
    ),
    "collapse": (
        Sign(
            "塌了 塌下 塌掉 倒了 垮了 垮下 垮塌 倒塌 坍塌 塌方 崩塌 塌陷 倒下来 压塌 压垮 山体滑坡 滑坡 泥石流"
            " 山体开裂 滑下来 石头滚下 落石",
            near=(
                _LATELY
                + " 近期 近段时间 最近 连续下雨 随时 快要 就要 要倒 要塌 要垮 即将 眼看 越来越 不敢住 不敢睡"
                + " 往外跑 压住 压伤 埋"
            ),
            unless="政策 扶持 教育 资源 经济 银行 市场 公司 摔倒了 卧倒 打倒 大半年 年前 三年 四年 五年 六年 多年",
        ),
        Sign(
            "墙体开裂 房屋开裂 住房开裂 民房开裂 房屋拆裂 房屋裂缝 楼房倾斜 楼体倾斜 房屋倾斜 地基下沉 基础下沉"
            " 房屋下沉 滑坡开裂 路面塌陷 地面塌陷 塌陷区",
            near="生命 提心吊胆 难眠 不敢住 不敢睡 命在 危及 危机到 恐慌 人心惶惶 随时 越来越",
            certain=True,
        ),
        Sign(
            "摇摇欲坠 岌岌可危 随时倒 随时会倒 随时要倒 随时可能倒 随时都会倒 随时都可能倒 随时都有可能倒"
            " 随时有可能倒 随时有倒 随时都有倒 随时垮 随时会垮 随时要垮 随时可能垮 随时都会垮 随时都可能垮"
            " 随时都有可能垮 随时有可能垮 随时有垮 随时都有垮 随时塌 随时会塌 随时要塌 随时可能塌 随时都会塌"
            " 随时都可能塌 随时都有可能塌 随时有可能塌 随时有塌 随时都有塌 随时坍 随时会坍 随时都会坍"
            " 随时都有坍 随时有坍 房子要塌 房子要倒 房子快塌 房子快倒 屋要塌 屋要倒 墙要倒 墙要塌 楼要塌 楼歪"
            " 房子歪 房屋倾斜 楼房倾斜 房子倾斜 楼体倾斜",
            near="房 屋 楼 墙 住 家 教室 校舍 桥 山 坡 阳台",
            unless="形象 法律 空调支架 社会 管理工作",
            certain=True,
        ),
        Sign(
            "山在滑 山在往下 往下滑 滚石头 石头掉 桥裂了 桥要断 桥断了 桥被冲断 梁断了 房梁断 地裂了",
            near="山 坡 房 屋 家 人 车 村 困",
            unless="成绩 收入",
        ),
        Sign(
            "掉下来 掉下去 塌下来 砸到 砸中 砸伤",
            near="屋顶 天花板 阳台 楼板 房梁 吊顶 下面有人",
            unless="瓷砖 衣架 高空 摘 经常",
        ),
    ),
    "fire": (
        Sign(
            "着火了 起火了 失火了 往村里烧 往山下烧 烧到家 烧到屋 烧过来 冒火花 烧起来 燃起来 房子烧了 火还在烧"
            " 正在烧 快救火 救火啊 冒着火 起大火 火光冲天",
            unless="垃圾 炉 电焊",
        ),
        Sign(
            "着火 起火 失火 火灾 大火 山火 火势 冒烟 爆炸 爆燃",
            near=_LATELY + " 烧伤 烧死 蔓延",
            unless=(
                "焚烧 烧垃圾 烟囱 工厂 排放 烟花 爆竹 鞭炮 秸秆 隐患 消防通道 消防车 消防栓 灭火 自动报警 防火 高发"
                " 保险 炮 粉尘 黑烟 救援 惨案 信息 一样 全国"
            ),
        ),
    ),
    "gas": (
        Sign(
            "煤气泄漏 煤气泄露 燃气泄漏 燃气泄露 天然气泄漏 天然气泄露 液化气泄漏 液化气泄露 瓦斯泄漏 毒气泄漏"
            " 毒气泄露 氨气泄漏 氯气泄漏 化学品泄漏 漏煤气 漏燃气 漏天然气 漏液化气 煤气漏 燃气漏 天然气漏"
            " 液化气漏 煤气罐漏 管道漏气 煤气味 燃气味 天然气味 瓦斯味 中了煤气 煤气中毒 一氧化碳中毒",
        ),
        Sign(
            "泄漏 泄露",
            near="化工 化学 有毒 苯 氨 氯 硫酸 盐酸 油罐 槽罐 原料",
            unless="信息 秘密 隐私 天机 生产系统",
        ),
    ),
    "poison": (
        Sign(
            "中毒 误食 误喝 上吐下泻 口吐白沫 毒鼠强 全家吐 都在吐",
            near=_LATELY + " 送医 送到医院 集体 食物 几十 昏 吃了 蘑菇 菌子",
            unless="酸中毒 慢性 洗脑 会中毒 铅中毒 血铅 防止 怕中毒 卖 网瘾",
        ),
    ),
    "electricity": (
        Sign(
            "触电 被电到 被电击 电死人 电倒",
            near=_PEOPLE,
            unless="疑似",
        ),
        Sign(
            "电线 高压线 电缆",
            near="掉下来 掉在地 掉到地 垂到地 落在地 冒火 火花 打火 断了掉 断落",
            unless="接 拉客",
        ),
        Sign(
            "漏电",
            near="有人 被电 电到 电了人 不敢碰",
        ),
    ),
    "trapped": (
        Sign(
            "被困 困在 困住 被埋 埋住 埋了 埋在下面 活埋 压在下面 压住了 关在电梯 关电梯 卡在电梯 卡在栏杆"
            " 还有人在下面 出不来 下不来 出不去 爬不出 逃不出来 被水围 被洪水围",
            near=_PEOPLE + " 电梯 水 山 井 矿 火",
            unless=(
                "填埋 垃圾 贫困 疫情 政策 出不来证 钱出 发票 成绩 完全像 冷漠 车被堵 经常被困"
                " 经常有被困 时间过于 都经历过 前几日 陆陆续续 滑梯 无法出行 胆大心细"
            ),
        ),
        Sign(
            "掉粪坑 掉江里 掉河里 掉水里 掉塘里 掉井里 掉进井 掉进河 掉进水 掉进塘 掉到井 掉到河 掉到水 掉到塘"
            " 掉化粪池 掉进化粪池",
            near=_PEOPLE,
            unless="手机 钥匙",
        ),
        Sign(
            "落水 溺水 掉进 掉到 掉下 坠楼 坠落 坠下 下坠 急坠 坠梯 掉层 跌落 摔下 滚下 滑落",
            near="刚 现在 正在 今天 今早 今晚 昨 前天 快来 快救 昏迷",
            unless="瓷砖 衣架 经常 频繁 年审 外墙 石头",
        ),
    ),
    "missing": (
        Sign(
            "失踪 走失 走丢 失联 下落不明 联系不上 找不到人 找不着 不见了 没回家 没有回家 没回来 不见踪影"
            " 音讯全无 杳无音讯 不知去向 不知所踪 跑丢 走散 没找到人 还没找到 都没找到 天没找到 夜没找到"
            " 找不到他 找不到她 不知道他在哪 不知道她在哪 离家出走",
            near=(
                "孩 娃 儿子 女儿 老人 爸 妈 父 母 爷 奶奶 外公 外婆 老公 老婆 丈夫 妻子 爱人 弟弟 妹妹 哥哥 姐姐"
                " 学生 同学 朋友 亲人 家人 病人 侄 孙 表哥 表弟 男友 女友 传销 去解救他"
            ),
            unless=(
                "老板 公司 快递 包裹 企业 法人 教练 房东 资金 款 党员 基金 开发商 物业 客服 驾校 老总 卷款 跑路"
                " 补偿金 公章 档案 证 钱 网络游戏 宣传 幼年 岁时 小时候 年龄 门店 主管 工资"
            ),
        ),
        Sign(
            "拐卖 拐走 被拐 人贩子 绑架 绑走 抓走 掳走 拘禁 软禁 囚禁 关起来 限制人身自由 限制自由"
            " 限制了人身自由 失去自由 丧失自由 人身控制 控制人身 不让出来 不准离开 逃不出 逃出来 解救 救出来",
            near=_PEOPLE,
            unless="政府 学生的自由 消费 道德 水火 水深火热 责任 打传 帮助我们 赔偿 年被 谋杀 物业公司 井下 车 引诱",
        ),
        Sign(
            "锁在家里不 锁在屋里不 锁在家里打 一直锁在 不让我走 不让我们走 不准我们走 不放我走 不放他走"
            " 不放她走 关着不放",
            unless="钱",
        ),
    ),
    "violence": (
        Sign(
            "打人 被打 挨打 挨了打 殴打 毒打 暴打 爆打 群殴 围殴 打伤 打断腿 打得头破 打得遍体 动手打 打架"
            " 打起来 打砸 行凶 家暴 虐待 持械 拿着棍 男的打女 打老婆 打孩子 打老人",
            near=(
                "刚 正在 此刻 现在一 今天 今早 今晚 昨天 昨晚 昨日 昨夜 前天 天天打 每天打 经常打 又打 又来 还要打"
                " 还打 再打 救命 救她 救他 扬言 住院 不敢回 不敢出 躲 黑社会 弄死 搞死 男的打女 打死我 快来 无人管"
                " 害怕 一个人在家 高呼"
            ),
            unless="被打回 被打入 被打扰 被打着 被打招呼 被打传 教师打 体罚 打人工 拨打",
        ),
        Sign(
            "又打我 又打了我 儿子打我 老公打我 丈夫打我 男人打我 打住院 打进医院 还在打我 天天打我 每天打我"
            " 往死里打 打我妈 打我爸 打我妹 打我姐",
            unless="教师 电话",
        ),
        Sign(
            "砸门 撬门 撬锁 踹门",
            near="现在 正在 刚 今晚 今天 昨 半夜 外面 有人 一帮人 一群人 害怕",
            unless="检查 执法 演习",
            certain=True,
        ),
        Sign(
            "持刀 拿刀 拿着刀 提刀 提着刀 菜刀 砍刀 举刀 动刀子 持枪 开枪 拿枪 炸药包 汽油瓶 泼汽油 浇汽油"
            " 买汽油烧 要放火 放火烧 来烧我 烧我家 烧我们家 烧房子 纵火 投毒 砍人 捅人 捅了 砍了 砍伤 捅伤"
            " 给他一刀 给她一刀 给你一刀 给他干了 他干掉",
            unless="砍了树 砍了两 砍了一 砍了我 树 编制 名额 岗位 月饼 当年 惊动了 捅了马蜂",
        ),
        Sign(
            "弄死 搞死 整死 打死你 打死我 打死他 打死她 砍死 捅死 杀了我 杀了你 杀了他 杀了她 杀我全家 杀你"
            " 杀他全家 杀全家 灭口 灭门 死全家 弄残 同归于尽 杀人的心 鱼死网破 取你狗命 取你命 要你的命"
            " 要他的命 要她的命 要我的命 跟他拼命 跟你拼命 和他拼命 和你们拼命 跟他们拼命 拼个你死我活 恨不得杀"
            " 想杀人 要杀人 见一次打一次 打断你 灭生",
            unless="不相信 不会相信 网上有一句 病毒 细胞 水生物 饿死 真正的",
            certain=True,
        ),
        Sign(
            "强奸 性侵 猥亵 摸我 摸了我 摸女 脱我",
            near="我 女儿 孩 她 妹 继父 老师 叔 老板 爸 他",
            unless="校园 频繁 新闻 抚摸 赌资 摸我国",
        ),
        Sign(
            "死亡威胁 人身威胁 生命威胁 人身安全威胁 人身受到威胁 恐吓 威胁恐吓 恐吓威胁 跟踪 尾随 堵门 堵在家"
            " 上门威胁 上门闹 生命受到威胁 安全受到威胁",
            near="家人 家属 全家 老婆 女儿 上门 找上 家里 家中 人身 殴打 短信 不敢 夜里 报警 刀 打人 生命 弄死 杀",
            unless="病情 行政 断水 停水 学生 小朋友 电磁 辐射 污染 废气 采访 报道 患者 基站 信号塔",
        ),
        Sign(
            "不敢回家 不敢在家 东躲西藏 有家不敢回 逃出家门 躲在亲戚",
            near=_PEOPLE,
            unless="开发商 计生 讨债 还债 房产证",
        ),
    ),
    "medical": (
        Sign(
            "病危 垂危 危在旦夕 命悬一线 奄奄一息 昏迷 昏倒 晕倒 晕过去 昏过去 休克 抽搐 抽筋 不省人事 没呼吸"
            " 没有呼吸 呼吸困难 大出血 心梗 心肌梗 心脏病犯 心脏病发 脑溢血 脑出血 快要不行 生命危险 急需手术"
            " 急需输血 急需治疗 急需救治 叫不醒 喊不醒 喊不应 吐血 蛇咬 要生了 羊水破 起不来",
            near=(
                "现仍 现在 目前 至今仍 至今还 还在 仍在 仍然 仍处 正在 此刻 今天 今早 今晚 昨天 昨晚 昨夜 刚 快要"
                " 没钱 无钱 没有钱 交不起 拿不出 拒收 不收 不给治 拒绝 没人管 无人管 赶出 救命 120 随时 快来 救护车"
                " 没车 没医生 没有医生 家里没人 打不通 路断 煤炉 煤气 我快不行 人快不行"
            ),
            unless=(
                "抢救无效 死亡 去世 身亡 过世 病故 逝世 挽回 捡回 脱离 脱险 出院 冒着 冒生命 梯田 气味 年前 才留有"
                " 醒来 树木 保住 电梯 毒气 废气 粉尘 知道 拒绝在 谏言 第三胎 准生证 截肢 系统 规定 起不来床上课"
                " 路灯"
            ),
        ),
        Sign(
            "等着救命 等钱救命 救我一命 救他一命 救她一命 救救我一家 生命垂危 命在旦夕 重症监护 危及生命 等米下锅",
            near=_LATELY + " 医 病 钱 费 治 救 孩 命",
            unless="年前 去世 身亡 死亡 病故 见义勇为 出院 感谢信 如果不 一旦",
            certain=True,
        ),
        Sign("我快不行了 我要不行了 人快不行 娘不行了 妈不行了 爸不行了 爹不行了 爷不行了 奶不行了 伴不行了 公不行了"),
        Sign(
            "正在抢救 还在抢救 仍在抢救 没钱抢救 不抢救 没钱救 无钱救 没钱治 无钱治 没有钱治 没钱看病 无钱看病"
            " 治不起 没钱透析 没钱化疗 没钱手术 没钱做手术 医院不收 医院赶 被赶出医院 不给抢救 等钱救命"
            " 等着救命 等死 坐以待毙 没药吃 断药 断了药 停药",
            near="孩 娃 儿子 女儿 爸 妈 父 母 老公 老婆 丈夫 妻 病 医 我",
            unless="火灾 可以停药 停药后 监测下 理论 组织起来 建议 老百姓看病 偷",
        ),
        Sign(
            "无钱 没钱 没有钱 无力 拿不出 付不起 交不起 无法支付 支付不起 无法承担 难以承担 承担不起",
            near="医治 治疗 治病 继续治 医药费 医疗费 手术费 住院费 透析 化疗 做手术",
            unless="年前 去世 身亡 死亡 病故 过世 见义勇为 农合 职工医保 参保 缴费",
        ),
        Sign(
            "几天没吃 天没吃东西 天没吃饭 没吃没喝 断粮 没米下锅 没米了 快饿死 要饿死 快冻死 要冻死 冻得不行"
            " 没被子 饿晕 饿倒",
            unless="保险 猪 鱼 鸡 麻雀 树 苗",
        ),
        Sign(
            "没人应 没动静 没有动静 敲门不应 不开门 没出门",
            near="老人 独居 孤寡 奶奶 爷爷 老太 老爹",
            unless="电话 办公 学校",
        ),
        Sign(
            "车祸 翻车 撞车 撞人 撞到人 撞了人 被撞 被车撞 碾压",
            near="刚 快来 快救 躺在地 躺在路 流血 压在车 司机跑 还有人",
            unless="刚刚买",
        ),
        Sign(
            "野猪 野象 黑熊 疯狗 恶狗 毒蛇 马蜂",
            near="咬人 伤人 咬了 咬伤 蛰 蜇 进屋",
        ),
    ),
    "help": (
        Sign(
            "救命啊 救命呀 喊救命 快救人 快救命 快来救 赶紧救人 赶快救人 救人啊 求救命 来人啊 出人命了 命都快没"
            " 命快没 救救她 救救他 救我命",
            unless="是不是 非要 等到 难道 们的将来 才会 救救他们",
        ),
        Sign(
            "救命",
            near="！ ! 快来 啊 呀",
            unless="建议 政策 医保 农合 报销",
        ),
        Sign(
            "救救我 快救我",
            near="快 困 命 要死 会死 打死 出不",
            unless="救救我们",
        ),
    ),
}

DESPAIR_ZH: Final[tuple[Sign, ...]] = (
    Sign(
        "想死 想去死 不想活 活不下去 活不下 没法活 没办法活 无法活下 活不成 活不了了 活够了 活腻 不活了"
        " 死了算了 死了干净 死掉算了 一死了之 了此残生 了结自己 了结生命 结束生命 结束自己 结束这一切 生不如死"
        " 不如死 不如去死 死的心 求死 寻死 觅死 寻短见 寻短 走绝路 上绝路 死路一条 只有死 只能死 只好死 死给"
        " 死在你们 死在政府 死了一了百了 死了你们 人死了你们 这条命不要 不想在世上 不想在这世上 不想在这个世上"
        " 活着没意思 活着没意义 活着没有意 活着还有什么意 活着有什么意 活着有啥意 活着很没意 活着真没意"
        " 活着真难 活得没意思 早死早 不想拖累 生无可恋 不想再活 死也要死 离开这个世界 想离开人世 告别人世 死法"
        " 撑不下去 喝老鼠药 吃老鼠药 喝农药 喝了农药 喝敌敌畏 喝百草枯 买了百草枯 买了农药 买了安眠药 吃安眠药"
        " 割腕 服毒 跳河 跳江 跳水库 跳塘 跳井 跳桥 跳崖 投河 投江 投井 卧轨 自焚 从楼上跳 从桥上跳 往河里跳"
        " 站在天台 站在楼顶 爬上楼顶 遗书 绝命书 最后一封信 一起去死 全家去死 梁上挂绳",
        unless="身亡 死亡时 参评 觅活 房地产 绩效 企业活 楼盘 煤矿 除草 农作物",
        certain=True,
    ),
    Sign(
        "自杀 自残 自尽 自缢 轻生 上吊 吊死 跳楼 喝药 想不开 逼死",
        near="我 想 要 念头 倾向 准备 扬言 现在 今 昨 刚 救 欲 试图 孩子 女儿 儿子 他 她 老",
        unless="身亡 死亡 慢性自杀 等于自杀 事件 吊卸 当年 惨案 年前 早恋 中医 中药 试用期 没必要",
        certain=True,
    ),
    Sign(
        "抑郁 解脱 拖累 崩溃 绝望 没意思",
        near="想死 去死 自杀 轻生 跳楼 不想活 遗书",
        unless="身亡",
        certain=True,
    ),
)

HARMLESS_ZH: Final = (
    "菜刀把 垄断药 救命药 救命钱 救命稻草 救命恩人 救命通道 救命车 救命水 救命的药 救命的钱 救命粮 救命之恩 跳楼机"
    " 跳楼价 水漫金山 落井下石 不畏强暴 要命的是 要命 想死你 想死我了 想死他 想死她 慢性自杀 自杀式 定时炸弹 重磅炸弹"
    " 一塌糊涂 垮台 搞垮 脑子进水 脑袋进水 脑壳进水 脑孑进水 进水管 进水口 进水阀 进水器 进水总管 排进水里 年轻生命"
    " 减轻生产 减轻生活 打死不 打死也不 打死我也 打死我都 一棍子打死 笑死 气死 急死 累死 热死 烦死 吵死 臭死"
    " 杀鸡取卵 活不活了 养活不了 养不活 火灾隐患 火灾报警 火灾自动 防火 爆炸性 爆炸新闻 信息爆炸 道德绑架 绑架消费"
    " 水深火热 下水进 泥水进 用水进 还不想死 不想死 怕死 该死 被打断了 摔倒了 病倒了 倒了霉 打倒了"
)
"""Longer words that hold one of the others and mean no danger."""

IF_ZH: Final = (
    "万一 如果 如出现 如遇 如发生 一旦 倘若 倘 要是 假如 假设 假若 若 会不会 担心 生怕 唯恐 恐怕 害怕 怕 以免 免得"
    " 避免 防止 防范 预防 杜绝 容易 易 引发 引起 隐患 难免 难保 将会 会造成 会导致 可能造成 可能导致 是否会 等到"
    " 难道要 难道非 非要 是不是要 才会 才引起"
)
"""Before a word of danger in its sentence: it has not happened."""

PAST_ZH: Final = (
    "去年 前年 大前年 年前 年以前 当年 那年 曾经 曾 以前 早年 从前 当时 上世纪 年代 历年 往年 小时候 后来 年因 年被"
    " 年在 年发生 年底 年初 事件 案件"
)
"""In the sentence of a word of danger: it was long ago, unless the sentence also says that it is now."""

NOW_ZH: Final = (
    "现在正 现在还 现在已 现在就 现在全 现在水 现在被 现在困 现在人 正在 此刻 今天 今早 今晚 今夜 今晨 今日 昨天"
    " 昨晚 昨夜 刚刚 刚才 近日 这几天 还在 仍在 快来"
)

DANGER_EN: Final[Mapping[str, tuple[Sign, ...]]] = {
    "flood": (
        Sign(
            "flood, floods, flooded, flooding, underwater, under water, water is coming, water coming"
            ", water is pouring, water pouring, water is rushing, water rushing in, water is rising"
            ", water keeps rising, water is up to, water everywhere",
            near=(
                "house, home, basement, apartment, flat, bedroom, kitchen, living room, door, neck, chest, waist"
                ", knee, knees, family, trapped, roof, rising, fast, inside, stairs, floor, room, rooms, village"
            ),
            unless=(
                "every time, whenever, when it rains, each time, last year, years ago, insurance, flood light"
                ", flood zone, flooding the market, street floods"
            ),
        ),
        Sign("dam broke, dam burst, dam is breaking, dam is going to break, levee broke, flash flood, tsunami"),
        Sign(
            "swept away, washed away",
            near="child, children, kid, kids, man, woman, people, person, car, house, he, she, someone",
        ),
    ),
    "collapse": (
        Sign(
            "collapse, collapses, collapsed, collapsing, caved in, caving in, came down, falling down, fell on"
            ", landslide, mudslide, rockslide, sinkhole",
            near=(
                "house, home, roof, ceiling, wall, building, apartment, bridge, people, someone, school, swallow*"
                ", mother, father, child, kid, kids, baby"
            ),
            unless=(
                "last year, years ago, economy, market, prices, before it, would, could, tree, fell on hard times"
                ", fell on deaf ears, price"
            ),
        ),
        Sign("about to collapse, about to fall down, going to collapse, could collapse any, may collapse any"),
    ),
    "fire": (
        Sign(
            "on fire, caught fire, catching fire, house fire, wildfire, house is burning, building is burning"
            ", fire broke out, fire is spreading, a fire in, fire in the building, fire in the house"
            ", fire next door, burning down, smoke is coming, smoke coming from, smoke is pouring"
            ", smoke pouring, smoke is filling, exploded, explosion, there is a fire, there's a fire",
            unless=(
                "fire hydrant, fire department, fire lane, years ago, last year, chiminea, fire pit, fireworks"
                ", population explosion"
            ),
        ),
    ),
    "gas": (
        Sign(
            "gas leak, gas leaks, gas is leaking, leaking gas, smell gas, smelling gas, smelled gas"
            ", smells like gas, smell of gas, smells of gas, gas smell, carbon monoxide, chemical spill"
            ", chemical leak, toxic gas",
            unless="years ago, last year",
        ),
    ),
    "poison": (
        Sign(
            "poisoned, poisoning, overdose, overdosed, overdosing, swallowed bleach, swallowed pills"
            ", swallowed poison, drank bleach",
            unless="last year, years ago, lead poisoning, ivy",
        ),
    ),
    "electricity": (
        Sign(
            "live wire, live wires, downed wire, downed wires, downed power line, downed power lines"
            ", downed line, downed lines, power line is down, power lines are down, wire is down"
            ", wires are down, wires down, wire on the ground, sparking, electrocuted, electric shock",
            unless="years ago, last year",
        ),
    ),
    "trapped": (
        Sign(
            "trapped, stuck in the elevator, stuck in an elevator, stuck in the lift, stuck in a lift"
            ", stuck on the roof, can't get out, cannot get out, cant get out, buried alive, buried under"
            ", drowning, drowned, fell into, fell in the well, fell in the river, fell in the water"
            ", fell down the well",
            unless=(
                "last year, years ago, water gets trapped, dirt trapped, trapped in traffic, driveway, parking"
                ", fell into disrepair, fell into a pothole, fell into the pothole"
            ),
        ),
    ),
    "missing": (
        Sign(
            "missing, disappeared, vanished, lost, wandered off, wandered away",
            near=(
                "child, son, daughter, mother, mom, mum, father, dad, wife, husband, brother, sister, grandmother"
                ", grandfather, grandma, grandpa, little girl, little boy, old man, elderly man, elderly woman"
                ", person, friend, baby, toddler, teenager, people are"
            ),
            unless=(
                "sign, light, cover, curb, swing, bolt, mail, package, money, papers, card, job, benefits, pension"
                ", wallet, phone, lost his, lost her, lost my, lost their, appeal, case, lost to, lost in"
            ),
        ),
        Sign(
            "kidnapped, kidnap, abducted, held against, locked me in, locked us in, locked her in"
            ", locked him in, never came home, not come home, didn't come home, hasn't come home"
            ", hasn't been home, can't find my son, can't find my daughter, can't find my mother"
            ", can't find my father, can't find my child, can't find my husband, can't find my wife"
            ", won't let me leave, won't let us leave, human trafficking",
        ),
    ),
    "violence": (
        Sign(
            "beating, beats, beat, beaten, hits me, hit me again, hitting, punched, punching, choked, choking"
            ", strangled, attacked, attacking, attacks, assaulted, assaulting, stabbed, stabbing, shooting"
            ", shot, raped, raping, molested, touches me, abusing, abuses",
            near=(
                "wife, husband, mother, father, stepfather, child, son, daughter, kid, kids, neighbor, neighbour"
                ", woman, girl, boy, old man, me, us, him, her, someone, somebody, people, right now, tonight"
                ", again, every night, every day, knife, gun, i was"
            ),
            unless=(
                "photo, photos, screenshot, shot of, by a car, beaten path, beaten up road, last year, years ago"
                ", hitting curb, hitting a, hitting the, basketball, beats me, snow, parking, alignment, budget"
            ),
        ),
        Sign(
            "kill me, kill us, kill him, kill her, kill you, kill my, kill them all, stab me, shoot me"
            ", beat me up, burn my house, burn our house, burn the house, death threat, death threats"
            ", with a knife, with a gun, with a machete, with an axe, has a knife, has a gun, gunshot, gunshots"
            ", shots fired, afraid for my life, fear for my life, fear for our lives, scared for my life"
            ", domestic violence, threatened to hurt, threatening to hurt, threatens to hurt"
            ", threatened my life, break into my house, breaking into my house, trying to break in",
            unless=(
                "years ago, last year, kill my grass, kill my lawn, kill my plants, kill my trees, kill my business"
                ", kill my suspension, kill my tires, it will kill me, this will kill me, heat will kill me"
                ", stairs will kill me, one day, shoot me an, water gun, if it doesn't kill me"
            ),
        ),
    ),
    "medical": (
        Sign(
            "dying, unconscious, not breathing, stopped breathing, can't breathe, cant breathe, cannot breathe"
            ", heart attack, seizure, bleeding badly, bleeding heavily, bleeding to death, bleeding a lot"
            ", won't wake up, does not wake up, need an ambulance, needs an ambulance, no ambulance"
            ", having a stroke, had a stroke, out of insulin, no insulin, in labor, in labour, passed out"
            ", not moving, took a lot of pills, took all my pills, no food for",
            unless=(
                "years ago, last year, died, passed away, tree, trees, plants, grass, flowers, dust, smell, stench"
                ", dying to know, dying for, businesses, dying out, town is dying, traffic, line is not moving"
                ", cars, queue"
            ),
        ),
        Sign(
            "car crash, car accident, ran over, run over, hit by a car",
            near="just, right now, injured, bleeding, trapped, on the road",
        ),
    ),
    "help": (
        Sign(
            "help me now, help us now, save my life, save our lives, call 911, send help, sos"
            ", in danger right now, life is in danger",
        ),
    ),
}

DESPAIR_EN: Final[tuple[Sign, ...]] = (
    Sign(
        "kill myself, killing myself, end my life, ending my life, end it all, ending it all, end my own life"
        ", take my life, take my own life, taking my own life, suicide, suicidal, want to die, wants to die"
        ", wanted to die, wanna die, kill herself, kill himself, don't want to live, dont want to live"
        ", do not want to live, doesn't want to live, don't want to be alive, don't want to wake up"
        ", don't want to be here anymore, can't go on, cannot go on, cant go on, no reason to live"
        ", nothing to live for, better off dead, better off without me, hang myself, hanging myself"
        ", jump off the, jump off a, jump from the, i'm going to jump, i am going to jump, gonna jump"
        ", no point in living, no point living, tired of living, tired of life, cut my wrists, slit my wrists"
        ", harm myself, harming myself, self harm, wish i was dead, wish i were dead, wish i were gone"
        ", drink pesticide, drink poison, rather be dead, rather die, goodbye forever"
        ", can't live like this anymore, can't live like this any more, can't take it anymore"
        ", life is not worth, want it to be over, want it all to be over",
        unless=(
            "suicide squad, suicide lane, political suicide, years ago, want to live here, want to live next"
            ", want to live near, want to live in, want to live with, live in a, live next to, live near, live on"
            ", tripped, jump off the curb, jump off the sidewalk, jump off the bus, jump off the page"
            ", jump off the dock, kids jump, to die for, can't go on the, can't go on vacation, cannot go on the"
            ", election, construction"
        ),
        certain=True,
    ),
)

IF_EN: Final = (
    "if, before, until, in case, could, might, would, someone will, someone is going to, somebody will"
    ", going to get, waiting for, afraid that, worried that, risk of, danger of, to prevent, prevent, avoid"
    ", potential, potentially, unless"
)
PAST_EN: Final = "years ago, year ago, last year, decades ago, used to, in the past, back in"
NOW_EN: Final = (
    "right now, now, just, today, tonight, this morning, this evening, last night, yesterday, still, again, help"
    ", please come"
)
