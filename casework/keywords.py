"""The words that hint at a category, and how strongly, from 1 (a little) to 6 (hardly anything else).

A table to read and to mend by hand: category, weight, words. Words are of two characters or more in Chinese, and
lower case and singular in English. A word may stand in two categories. `other` needs no words: it is what is left.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

KEYWORDS_ZH: Final[Mapping[str, Mapping[int, str]]] = {
    "housing": {
        6: (
            "房款 公租房 廉租房 保障性住房 危房改造 棚改 棚户区 拆迁户 违建 违章建筑 违法建筑 漏水 渗水"
            " 裂缝 采光 采光权 容积率 规划局 承建 绿化 摆摊 城管 市容 工程质量 间距 别墅 商铺 棚改项目"
            " 国土证"
        ),
        5: "业主委员会 住户 经济适用房 房贷 棚户 红线 竣工验收 施工 房改 车库 工程款 建房 改建",
        4: (
            "房产证 产权 不动产 不动产权证 买房 业委会 物业管理 楼盘 安置房 危房 改造 墙体 外墙 建设局"
            " 住建局 房管局 公园 投标 招投标 烂尾 门面 租房 租户 置业 自建房 老房子 出让 一户一表 屋顶"
        ),
        3: (
            "开发商 房产 房子 购房 首付 交房 楼栋 商品房 规划 竣工 房产局 车位 地下室 维修资金 广场 招标"
            " 套房 面积 租金 城建 公共设施 房地产 质量问题 扩建 新城 停车场 平米 城市 项目部"
        ),
        2: (
            "产证 房屋 业主 物业 物业费 物业公司 小区 经适房 保障房 住房 住房保障 公积金 贷款 旧城改造"
            " 拆迁 拆除 建筑 建筑商 住建 维修基金 市政 延期交房 样板房 楼房 房东 入住 设计 集资房 宅基证"
            " 楼道 楼上 楼下 城区 县城 住宅 房改房 平方 建设 城市建设 水表"
        ),
        1: "工程 中介 地产 学区 住宅区",
    },
    "roads": {
        6: (
            "坑坑洼洼 货车 的士 打车 打表 网约车 滴滴 非法营运 驾驶证 运管 运管所 货运 快递员 包裹 邮政"
            " 邮寄 取件 派送 投递 车牌 牌照 三轮车 专车 单号 签收 运费"
        ),
        5: (
            "水泥路 县道 路基 桥梁 红绿灯 斑马线 车道 大货车 出租车 黑车 营运 驾驶员 快递 邮件 年审"
            " 收费站 报废 经营权 拉客"
        ),
        4: "村道 泥泞 拥堵 堵车 行驶 拒载 物流 私家车 修通 主干道 停靠 客车 载客 隧道",
        3: (
            "高速公路 交通局 超载 通行 客运 公交线路 司机 乘客 旅客 运输 上牌 小车 渡口 机场 大巴 硬化"
            " 公交 公交车 修路 修桥 坑洼 路面 道路 烂路 大坑 断桥 桥断 塌桥 路烂 没路 全是坑 都是坑 路坏 村路"
            " 路不通 车都过 过不了车 车过不 条路 路一直 路没修 压坏 桥要垮 桥要塌 桥垮"
        ),
        2: (
            "公路 马路 省道 国道 高速 破损 路段 大桥 危桥 天桥 人行道 交通 交警 塞车 单行道 车辆 超限"
            " 渣土车 停车 停车难 违停 乱停 出行 通车 行人 的哥 班车 车站 汽车站 火车站 高铁 铁路 驾校"
            " 车票 票价 车费 起步价 快件 邮局 车管所 电动车 码头 航道 绕行 堵路 护栏 减速带 交叉路口 路口"
            " 过路费 承运 中巴 宰客 养路"
        ),
        1: "破烂 摩托车 站台",
    },
    "utilities": {
        6: "停水 自来水 水压 电压 路灯 照明 燃气管道 供暖",
        5: "自来水厂 水管 停电 天然气 管网 管道",
        4: "自来水公司 供水 水厂 断电 电表 下水道 没水 没电 断水 没有水 没有电 灯不亮 灯坏",
        3: "电费 供电 电网 电线 用电 燃气 来水 停气 水沟 水不能喝 水浑",
        2: (
            "水质 水费 供水管 饮水 饮用水 安全饮水 缺水 电价 供电局 供电公司 农网 农网改造 电线杆 电杆"
            " 变压器 电力 跳闸 液化气 管道煤气 供热 暖气 排水管 窨井 井盖 水龙头 网络信号 信号塔 手机信号"
            " 断网"
        ),
        1: "煤气 排水沟",
    },
    "environment": {
        6: (
            "环保部门 环保厅 环评 偷排 废水 废渣 毒气 刺鼻 臭气 恶臭 难闻 浓烟 黑烟 烟囱 烟尘 粉尘 扬尘"
            " 大气 噪音扰民 辐射 电磁辐射 基站 重金属 水源 河流 河道 鱼塘 绿水青山 青山绿水 养猪场 养殖场"
            " 猪场 猪粪 纸厂 造纸厂 采石场 石场 采矿 炼油 冶炼 加工厂 癌症 开窗 水土流失 植被 鱼虾 下游"
            " 上游 水井 发射塔"
        ),
        5: "排放 排污 废气 有害 气味 噪音 水库 地下水 河水 生态环境 砖厂 化工厂 厂子 焚烧 填埋 关停",
        4: (
            "环保局 污水 有毒 臭气熏天 油烟 空气 噪声 扰民 超标 生态 工厂 垃圾站 身体健康 山体 居民区"
            " 发臭 太臭 很臭 又臭 黑臭 臭味"
        ),
        3: "环保 异味 灰尘 化工 水泥厂 矿山 苍蝇 危害 农田 垃圾 污染 臭水 臭水沟 倒垃圾 烧垃圾 广场舞",
        2: (
            "环境 粪便 采砂 尾矿 电镀 搅拌站 垃圾场 垃圾桶 垃圾填埋场 垃圾焚烧 环卫 清运 保洁 卫生死角"
            " 蚊子 健康 熏天 烟花 爆竹 白色污染 雾霾 治污 生产 养猪 河里 小河 死鱼"
        ),
        1: "吵闹 砍伐 吵得 睡不着",
    },
    "land": {
        6: "土地证 土地使用证",
        5: (
            "宅基地 承包地 土地承包 林权 林权证 征地补偿 土地补偿 土地确权 责任田 自留地 基本农田"
            " 占用耕地 失地农民 粮食直补 农机补贴 退耕还林 山林 青苗"
        ),
        4: (
            "国土局 用地 拆迁补偿 征地 耕地 林地 土地 地界 界址 集体土地 确权 种粮 田土 水田 灌溉 水渠"
            " 农药 化肥 种子 农机 农业局 果园 茶园 山塘 庄稼 良田 荒山 粮补"
        ),
        3: (
            "国土 农田灌溉 征收 征用 稻田 水稻 种田 粮食 林业 农业 国土资源 失地 占地 承包 流转 补偿款"
            " 蔬菜 大棚 果树 兽医 滞销 村集体 山地 田被 地被占"
        ),
        2: "农户 牲畜 养殖 养鸡 合作社 农产品 生猪 畜牧 动物防疫 村民小组 农田 水利 库区 移民 渠道",
        1: "农民",
    },
    "education": {
        6: (
            "教育 教育局 教师 代课 代课教师 民办教师 特岗 班主任 班级 教室 幼师 学籍 转学 中考 学杂费"
            " 补课 补课费 补习 辅导班 义务教育 校车 晚自习 教材 课本 教辅 语文 数学 教师资格 教师资格证"
            " 寒假 军训 教书 文化 文物 古建筑 体育馆 体罚 择校 学位 生源"
        ),
        5: (
            "教育部门 教育厅 年级 初中 高中 二中 学前 入学 招生 录取 高考 学费 培训班 培训机构 家教 上课"
            " 教学 办学 公办 私立 校园 住宿 师资 学期 暑假 读书 就读 文物局 古迹 网吧 博物馆 书店"
        ),
        4: "老师 校长 中学 一中 职业学校 毕业证 民办 食堂 英语 开学 放假 体育",
        3: "学校 学生 家长 小学 入园 成绩 校服 孩子们 图书馆 幼儿园 上学",
        2: (
            "大学 学院 职校 考试 毕业 文凭 作业 支教 评职称 助学金 奖学金 助学贷款 学习 文化馆 非遗 广播"
            " 出版 划片 自考 成教 学区房"
        ),
        1: "技校 学历 职称 电影 球场 健身 游泳 电视 新闻",
    },
    "health": {
        6: (
            "医务 医护 医德 医疗事故 医疗纠纷 医患 护士 病房 病历 病因 就诊 就医 急诊 挂号 诊治 救治 药物"
            " 开药 卫生局 卫生室 卫生厅 卫生部门 乡村医生 执业医师 行医 非法行医 无证行医 妇幼 妇幼保健院"
            " 剖腹产 准生证 二孩 计划生育 计生 计生办 计生局 计生委 卫计 卫计局 超生 独生子女 独生 结扎"
            " 上环 社会抚养费 再婚 初婚 再生育 疫苗 接种 疾控 出生证 结婚证 上户口 科室 救护车 医学 误诊"
            " 男孩"
        ),
        5: "患者 看病 诊所 药品 药房 用药 村医 中医 妇产 怀孕 分娩 生育 二胎 一胎 卫计委 预防 狂犬 女孩",
        4: "医师 病人 病情 手术 诊断 保健 中心医院 精神病 院长 死亡",
        3: "医院 医生 门诊 抢救 卫生院 孕妇 人民医院 康复 子女 疼痛 感染",
        2: (
            "住院 手术费 治疗 药价 卫生所 保健院 产科 节育 抚养费 传染病 防疫 体检 血站 献血 出生医学证明"
            " 婚检 奖励扶助 卫生许可 尿检 打针 吃药 药店"
        ),
        1: "红包 回扣",
    },
    "childcare": {
        5: "托儿所 留守儿童 困境儿童",
        4: "托育 托班 婴幼儿 育儿补贴 孤儿 弃婴 儿童福利 虐童 虐待儿童 儿童保护 托幼",
        3: "育儿 带娃 收养 未成年人 没人带",
        2: "托管 婴儿 奶粉 未成年 福利院 母婴 儿童乐园 妇联 早教",
    },
    "eldercare": {
        5: ("养老院 敬老院 高龄补贴 高龄津贴 五保户 孤寡老人 养老服务 日间照料 居家养老 老年食堂 老年公寓 老龄办"),
        4: "老年证 老年卡 五保 空巢 孤寡 独居 赡养 老年大学 失能 老年活动 老年协会 助餐 老年优待证",
        3: "福利中心 护工 老年人 高龄 八旬 送餐 长者 没人照顾 老人家 养老机构",
        2: "老人",
    },
    "employment": {
        6: (
            "欠薪 拖欠工资 劳动局 劳动合同 劳动合同法 劳动关系 劳动者 劳动仲裁 劳动争议 劳动监察 劳动保障"
            " 仲裁 仲裁委 加班费 工伤 工伤认定 工伤鉴定 工伤保险 劳务派遣 入职 再就业 招工 工龄 最低工资"
            " 双倍工资 涨工资 人事局 人社厅 人力资源 参公 试用期 劳动能力鉴定 企业改制"
        ),
        5: (
            "农民工 劳动 劳动法 加班 派遣 临时工 合同工 员工 用人单位 用工 离职 辞职 辞退 裁员 下岗 失业"
            " 就业 找工作 经济补偿 补偿金 年休假 津贴 事业编 人社局 职业资格 改制 血汗 劳动能力"
        ),
        4: ("讨薪 劳务 辞工 开除 下岗职工 求职 工资标准 休假 产假 公务员 人事 人社 买断 退伍 破产 欠工资 血汗钱 工资"),
        3: "民工 工人 应聘 绩效 事业单位 技能 工钱 工头",
        2: (
            "仲裁院 职工 工友 公司 单位 招聘 上班 工作 婚假 带薪 高温补贴 加薪 绩效工资 编制 培训补贴"
            " 创业 创业贷款 转正 包头 三支一扶 选调 军转 退伍军人 复员 安置工作 双休 包工头 老板"
        ),
        1: "企业 面试 病假 补贴 押金",
    },
    "social_security": {
        6: (
            "社保 社保局 社会保险 社会保障 社保中心 养老金 退休工资 退休手续 内退 病退 提前退休 参保 医保"
            " 医疗保险 医保局 新农合 合作医疗 失业保险 失业金 失业保险金 生育保险 生育津贴 灵活就业"
            " 大病保险 医疗费"
        ),
        5: "社保卡 养老保险 补缴 医保卡 农合 报销 报销比例 基数 五险一金 城镇居民",
        4: "保险 养老 退休职工 企退 缴费 特困 救济 抚恤金 丧葬费 待遇 视同缴费 低保",
        3: "退休金 转移 救助 民政局 低保户 残疾证 贫困户",
        2: (
            "退休 续保 断缴 缴纳 新农保 居保 异地就医 大病 大病救助 残疾 残疾人 残联 民政 优抚 抚恤"
            " 军人优待 遗属 城居保 认证 享受 医疗救助 临时救助 工亡 供养"
        ),
        1: "贫困 扶贫 精准扶贫 困难 烈士 补助",
    },
    "market": {
        6: (
            "传销 下线 拉人头 被骗 骗钱 骗人 受骗 上当受骗 消费者 商家 退款 会员 质监 质监局 工商部门"
            " 垄断 经销商 电商 导游 景区 门票 屠宰 屠宰场 病猪 检疫 电梯 维保 特种设备 年检 故障 被困"
            " 汽油 气站 气价 零售 进货"
        ),
        5: (
            "直销 骗子 欺诈 商场 价格 物价部门 三无产品 食药 虚假宣传 促销 售后 客服 旅游局 旅行社 游玩"
            " 风景区 猪肉 轿车 配件 合格证 批发 用户"
        ),
        4: (
            "洗脑 骗局 上当 消费 物价局 涨价 乱收费 高价 定价 收费标准 食品安全 食药监 经营 营业执照 广告"
            " 销售 景点 非法集资 客户 误导"
        ),
        3: (
            "商户 店铺 发票 退费 质量 产品 三无 工商 工商局 虚假广告 推销 厂家 网购 投诉 旅游 餐馆 加油站"
            " 联通 配送 宽带"
        ),
        2: (
            "消协 消费者协会 超市 店家 物价 明码标价 退货 会员卡 预付 假货 假冒 假冒伪劣 伪劣 食品 过期"
            " 市场 市场监管 菜市场 农贸市场 集市 虚假 淘宝 游客 农家乐 酒店 宾馆 民宿 餐饮 饭店 饭馆 注水"
            " 油价 液化气站 电信 移动 话费 流量 信用卡 理财 商务局 加盟 彩票 香烟 保健品 化妆品 美容"
            " 健身房 家电 汽车 粮油 商标 专卖 代理 商贸 欺骗 典当 娱乐 手机"
        ),
        1: "执照 银行 保险公司 集资 招商 投资 家具 空调 烟草 拍卖",
    },
    "public_order": {
        4: "治安 赌博 赌场 吸毒 贩毒 卖淫 嫖娼 盗窃 小偷 偷盗 被盗 抢劫 电信诈骗 家暴 拐卖 偷窃 邪教",
        3: (
            "派出所 打架 斗殴 持刀 砍人 寻衅滋事 黑恶 恶霸 涉黑 麻将馆 毒品 被偷 抢夺 敲诈 勒索 恐吓 跟踪"
            " 失踪 流浪狗 恶犬 狗咬 打砸 枪支 爆炸物 聚众 巡逻 飙车 酒驾 涂鸦 吵架 打人 闹事"
        ),
        2: (
            "公安 公安局 警察 民警 报警 报案 殴打 黑社会 麻将 诈骗 威胁 骚扰 户籍 落户 迁户 迁户口 养狗"
            " 遛狗 消防通道 火灾隐患"
        ),
        1: "身份证 户口 消防 安全隐患 占道 纠纷 监控",
    },
    "disaster": {
        6: "灾后重建 山体滑坡 地质灾害 救灾物资 救灾款 台风 地震 洪水 洪灾 冰雹 泥石流 滑坡",
        5: "受灾 灾民 救灾 灾后 洪涝 山洪 地灾 雪灾 旱灾 山火 森林火灾 决堤 溃坝 防汛",
        4: "灾害 内涝 淹水 被淹 水淹 塌方 干旱 抗旱 汛期 应急局 避险 冲毁 冲垮 发大水",
        3: "重建 塌陷 暴雨 火灾 失火 起火 倒塌 垮塌 堤坝 转移安置 救援 冰冻 塌了 垮了 淹了",
        2: "大坝 应急",
    },
}
"""Chinese words by category and weight."""

KEYWORDS_EN: Final[Mapping[str, Mapping[int, str]]] = {
    "housing": {
        5: "landlord tenant apartment flat mortgage eviction demolition homeowner",
        4: "housing rent renovation roof ceiling leak leaking property developer mold mould",
        3: "house building lift elevator wall construction stairs playground swing slide",
        2: "home room park garden bench fence door square plaza field pool restroom toilet bathroom",
    },
    "roads": {
        5: (
            "pothole potholed sidewalk crosswalk roadway pavement asphalt highway bridge traffic bus taxi"
            " curb curbing parking parked intersection pedestrian"
        ),
        4: (
            "lane driveway vehicle car truck cyclist bicycle bike sign signage paving paved pave speeding"
            " speed shovel shoveled plow plowed plowing commute railway train station"
        ),
        3: (
            "road drive driver driving drivable undrivable crossing walkway walk pathway path corner"
            " blocked blocking block uneven cracked crumbling snow ice icy hydrant bump detour transport"
            " courier parcel delivery paver sinkhole"
        ),
        2: (
            "street hole broken repaired repair trip tripping wheelchair sticker stop yellow marking"
            " paint painted line repainted guardrail cone barrier"
        ),
    },
    "utilities": {
        6: "streetlight streetlamp lamppost electricity",
        5: (
            "lamp sewer sewage manhole drain drainage gutter gas faucet tap pipe plumbing outage blackout"
            " transformer electric voltage hydro"
        ),
        4: (
            "light lights lighting bulb water power cable wire wires pole broadband internet meter heating catch basin"
        ),
        3: "utility utilities supply signal",
    },
    "environment": {
        6: (
            "tree stump vegetation garbage trash rubbish litter littering pollution sewage dumping"
            " recycle recycling landfill compost"
        ),
        5: (
            "dumpster waste smoke smell stink stench odor odour dump dumped noise noisy dust chemical"
            " factory toxic sludge"
        ),
        4: (
            "branch branches limb limbs weed weeds grass hedge bush bushes overgrown mow mowed mowing"
            " leaves brush rat rats rodent rodents poop dog feces mosquito mosquitoes bin bins couch"
            " mattress bulky bulk refuse furniture river pond creek"
        ),
        3: (
            "filthy dirty debris rotten rotting stinking plant planted trim trimmed pruned pruning cut"
            " bag bags barrel beach loud carcass cleanup clean needles pickup collected collection"
            " unsightly wild flowers"
        ),
    },
    "land": {
        5: (
            "farmland farm farmer crop crops harvest field fields irrigation fertilizer fertiliser"
            " pesticide livestock forest"
        ),
        4: "land acre orchard paddy seed seeds tractor cattle pig pigs expropriation",
        2: "boundary plot soil compensation",
    },
    "education": {
        5: (
            "school teacher student pupil classroom kindergarten tuition university college exam homework"
            " textbook headmaster"
        ),
        4: "education enrollment enrolment curriculum lesson campus library museum scholarship",
        2: "class study learn culture heritage sport sports gym basketball",
    },
    "health": {
        6: "hospital doctor nurse clinic surgery vaccine vaccination medicine",
        5: "patient pharmacy ambulance disease medical infection pregnant pregnancy prescription dentist",
        4: "health treatment illness sick epidemic virus diagnosis",
    },
    "childcare": {
        6: "daycare nursery childcare orphan babysitter",
        5: "toddler infant baby preschool",
        2: "child kid",
    },
    "eldercare": {
        6: "elderly eldercare caregiver seniors",
        5: "elder senior grandmother grandfather grandma grandpa",
        3: "aged lonely",
    },
    "employment": {
        6: "wage wages salary unpaid overtime employer employee layoff unemployed unemployment",
        5: "boss job worker workers labor labour employment dismissed fired contract recruitment",
        3: "company",
        2: "pay",
    },
    "social_security": {
        6: "pension insurance allowance welfare disability disabled reimbursement reimbursed subsistence",
        5: "poverty benefit benefits subsidy retirement retired retire premium",
        3: "poor assistance relief social",
    },
    "market": {
        6: (
            "price prices overcharged refund shop shopkeeper supermarket merchant counterfeit scam"
            " tourist tourism hotel restaurant"
        ),
        5: (
            "store vendor vendors market seller sold bought buy receipt consumer goods fake expired food"
            " advert advertising guide ticket"
        ),
        3: "fee fees charge charged cost business quality purchase customer billboard billboards",
    },
    "public_order": {
        6: (
            "graffiti graffitti graffit theft thief stolen robbery burglary gambling drugs assault"
            " vandalism vandalized vandals police violence"
        ),
        5: (
            "fight fighting crime criminal harassment stalking threat threaten threatened obscene"
            " obscenity obscenities stray fraud gang homeless drunk drinking fireworks illegal illegally"
        ),
        3: ("safety unsafe steal tagged tag spray abandoned dogs leash trespassing loitering alcohol passport"),
    },
    "disaster": {
        6: (
            "flood flooded flooding landslide mudslide earthquake typhoon hurricane drought wildfire hailstorm tornado"
        ),
        5: "storm disaster collapsed collapse evacuated evacuation rescue rebuild rebuilding",
        3: "rain erosion washed emergency fire damaged",
    },
}
"""English words by category and weight."""
