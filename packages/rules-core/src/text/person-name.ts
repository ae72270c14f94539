// The surnames that cover nearly all names in official lists, single and double.
const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝殳嵇阚裘楼税滑仵弥犹郁厉郗宓蔺訾芮储汲邴糜弓隗韶郜邰鄂赖屠胥闻莘郦雍璩濮扈郏茹宦戈庾暨匡阙蔚厍晁乜鞠蒯荆竺权逯桓斯干仝亓逄谌漆揭娥冀燕'
const DOUBLE =
  '欧阳|上官|司马|诸葛|司徒|东方|独孤|南宫|夏侯|皇甫|尉迟|公孙|慕容|长孙|宇文|令狐|端木|申屠|淳于|濮阳|公冶|钟离|鲜于|赫连|呼延|东郭|拓跋|万俟|闻人|澹台|轩辕'
/** The first signs of all of them: most places of a text end here. */
const FIRST_SIGNS = new Set([...SURNAMES, ...DOUBLE.split('|')].map((name) => name.charCodeAt(0)))
/** Words that begin with a surname and are none. */
const NO_NAMES =
  /^(?:高度|高效|高标|高质|高新|高中|高校|高温|高速|方案|方式|方面|方便|方法|施工|施行|马上|马路|于是|白天|成立|成都|成员|成果|成功|任何|任务|任职|时间|时代|时期|常见|常务|安全|安排|安置|安装|金额|金融|黄金|周边|周期|周末|年龄|文件|文化|文明|文中|文体|温馨|明确|明显|明年|和谐|全面|全区|全市|全县|全镇|全国|全体|全部|应当|应急|应该|商业|商务|项目|关于|关注|关系|管理|管委|路面|路段|路口|游客|游戏|单位|单元|季度|师生|师资|农业|农村|农民|古镇|景区|景观|党员|党委|党组|党建|卫生|华东|阳光|解决|解读|解释|解答|房屋|房地|房产|路线|连续|连接|简称|简介|车辆|车牌|车型|车票|车站|经济|江苏|江西|江津|石桥|石油|龙头|夏季|秋季|冬季|毛利|严格|严禁|严重|严肃|武汉|武装|向社|向上|施救|易地|万元|万州|万盛|符合|章程|申请|申报|申诉|纪委|纪律|纪要|童装|毕业|曲线|盛大|谷物|计划|左右|左侧|尚未|宁夏|包括|包装|祝贺|童年|莫名|康复|康养|齐全|葛根|牛奶|文字|温度|汤品|史料|史志|顾问|顾客|贺电|郝家|戴上|钱款|雷电|雷雨|段落|金属|陆续|陆路|程序|程度|叶片|余额|余人|杜绝|蔡家|于每|董事|田间|田园|肖像|曾经|曾任|曾是|许可|许多|韩国|唐代|宋代|谢谢|梁平|郑重|罗列|林业|林地|林区|何时|何种|郭家|胡同|朱砂|孙女|孙子|徐州|周围|周年|吴江|赵庄|杨梅|陈列|陈述|陈旧|刘家|张贴|张家|李家|王家|王牌|米饭|席位|冷链|费用|宫颈|党政|窦性|麦田|项下|车主|车位|吉林|古代|卓越|司法|司机|农户|尤其|艾草|牟取|饶平|屈服|滕州|蒲江|祁连|喻为|鲍鱼|蒙古|柴油|管道|管网|管控|管护|辛苦|蓝天|骆驼|翁婿|成本|成长|苗木|涂料|霍乱|裴某某|楼下|楼上|楼栋|楼道|楼宇|楼盘|楼房|楼梯|楼层|楼院|税务|税收|税费|税款|税率|税前|税后|税法|税种|权利|权益|权限|权力|权威|池塘|麻烦|麻将|麻醉|麻辣|闻名|闻讯|储备|储存|储蓄|储户|原因|原则|原告|原料|原件|原文|原有|原来|原本|原定|原始|应由|应按|应为|应对|应用|应聘|应届|应收|应付|应在|应向|应及|应与|官方|官网|官员|官兵|乐园|乐于|乐器|乐队|干部|干线|干净|干旱|干群|干警|花卉|花园|花椒|花生|花费|幸福|幸运|冀望|斯里|索赔|麻柳|茹素|蔚然|原创|原地|原址|原油|原产|应注|花木|花海|官渡|燕窝|束河|周[一二三四五六日]|高血|白血|白内|白菜|白酒|白糖|白色|白蚁|黄瓜|黄豆|黄芪|黄牛|黄河|黄桃|黄桷|金银|金色|金奖|金牌|金秋|石头|石膏|石材|石灰|石雕|石板|石料|龙虾|龙眼|龙舟|龙灯|龙年|牛肉|牛羊|马铃|马匹|毛巾|毛毯|毛坯|江河|江水|江面|江边|林下|林草|林果|林木|林权|林场|田地|田野|田埂|雷达|雷击|高粱|高山|高龄|高三|高一|高二|高铁|高架|高层|高压|高价|高低|高危|高发|高热|高考|温泉|温室|温差|温控|汤圆|米面|米线|米粉|麦子|麦片|路灯|路沿|路基|路政|车次|车船|车库|车道|车间|车流|车险|车灯|时令|时段|时事|时限|时政|时速|关怀|关爱|关心|关停|关闭|关口|关键|关节|和美|和平|和睦|安保|安心|安居|安稳|安检|方圆|方向|方位|房源|房租|房型|房贷|钟点|钱币|钱包|钱物|钱财|包裹|包车|包保|包村|包扎|常住|常态|常年|常规|常用|常委|范例|范本|连夜|连片|连日|单价|单据|单项|单车|单个|单一|单独|计量|计算|计生|计时|纪念|纪实|简化|简单|简易|简报|简历|简章|解放|解除|解散|解约|解说|解冻|解压|解聘|解封|康健|成年|成效|成品|成交|成绩|成套|成片|成因|成熟|沙发|沙滩|沙石|曲艺|曲目|党课|党旗|党史|党章|党龄|党支|党校|党规|党风|党内|党中|古城|古树|古迹|古建|古诗|左手|左转|盛会|盛况|盛产|盛夏|冷水|冷库|冷饮|景点|游园|游船|游览|游泳|游玩|管家|管制|管辖|管线|管件|管材|柴火|甘蔗|甘草|苗圃|苗族|苗情|叶菜|苏打|童话|童趣|童心|祝福|祝愿|包容|符号|舒适|舒心|季节|季末|季报|凌晨|毕竟|涂鸦|涂改|谷雨|谷子|农历|农田|农资|农机|农产|农药|农忙|农闲|农贸|农具|农耕|农时|农膜|司仪|司乘|易腐|易燃|易爆|易错|易发|易于|易懂|温情|温水|施肥|施药|施策|文艺|文旅|文书|文物|文创|文稿|文档|文科|文职|文娱|文具|文号|文凭|向导|向前|向西|向东|向南|向北|武术|武警|武器|严查|严打|严防|严控|严管|严冬|严寒|严谨|万户|万亩|万吨|万人|万众|万物|贺卡|贺词|陶艺|陶器|陶瓷|陶土|史实|秦腔|熊猫|付款|付费|付出|夏粮|夏收|夏天|夏日|夏种|陆地|陆上|陆运|任期|任免|任课|任教|任选|任意|任命|余量|余热|余地|余粮|余款|韩语|唐诗|宋体|谢绝|谢幕|郑州|沈阳|苏州|汤类|温州|芦苇|芦笋|柳树|梅花|梅雨|杜鹃|江岸|雷暴|龙卷|席草|鲁班|尚存|章节|阳性|阳台|阳历|欧洲|欧盟|辛辣|连锁|吉祥|车速|车祸|车身|车厢|卫健|卫浴|卫材|司务|牟利|艾滋|解毒|阎王|屠宰|巫山|巫溪|干果|干货|干燥|干流|干渠|干预|漆器|权属|权证|权重|麻疹|麻布|池水|斯文|鄂西|汲取|厉行|厉害|郁金|池州|楼长|楼板|滑坡|滑雪|滑轮|滑石)/
const NAME = new RegExp(
  `(?:${DOUBLE}|[${SURNAMES}])(?:[某\\*×xX○Ｏ]{1,3}|[\\u4e00-\\u9fff][\\*×xX○某]|[\\u4e00-\\u9fff]{1,2}|[\\*×][\\u4e00-\\u9fff])`,
  'y',
)
const BEFORE = /[\s，。、；：:,;.（(）)\t“”"《》|/【】[\]\d—-]/
const AFTER = /[\s，。、；：:,;.（(）)\t“”"|/【】[\]\d—-]/
/** A name may also follow a word that announces a person. */
const ANNOUNCED =
  /(?:申请人|患者|病人|户主|姓名|家属|家长|学生|村民|居民|业主|同学|老人|老师|女士|先生|被害人|受害人|当事人|嫌疑人|被告人|原告|被告|举报人|投诉人|信访人|受助人|救助对象|帮扶对象|贫困户|低保户|困难户|特困人员|伤者|死者|职工|员工|孕妇|产妇|残疾人|退役军人|法定代表人|监护人|联系人|教师|民警|店主|失踪人员|走失老人|走失人员|受援人|低保户|残疾军人|见义勇为者|被执行人|本人|其子|其女|其妻|其夫|儿子|女儿|妻子|丈夫|父亲|母亲|女童|男童|感染者|受助者|死亡者)[:：]?\s?$/

/** Whether a person seems to be named in a piece of text: a surname with a given name, whole or masked, standing by itself. */
export function namesPerson(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    if (!FIRST_SIGNS.has(text.charCodeAt(at))) continue
    const startsWord = at === 0 || BEFORE.test(text[at - 1]!) || ANNOUNCED.test(text.slice(Math.max(0, at - 8), at))
    if (!startsWord) continue
    NAME.lastIndex = at
    const name = NAME.exec(text)?.[0]
    if (name === undefined || NO_NAMES.test(text.slice(at, at + 4))) continue
    if (endsName(text, at, name)) return true
  }
  return false
}

/** What may follow a name that a role announces: punctuation, or what only a person does or has. */
const BEHIND =
  /^(?:[\s，。、；：:,;.（(）)\t“”"|/【】[\]—-]|$|电话|手机|号码|因|患|确诊|住|家|系|现|身患|于|的|同志|同学|女士|先生|某|反映|来电|来信|来访|身份|一家|一户|等|称|说|之|在|为|与|及|和|申请|男|女|持|向|被|自|已|驾|在|乘|骑|经|至|到|前|所|年仅|今年|去年|左|右|双|颅|头|腰|胸|腿|脑|最后|查|不符|丧|[a-z]|，|\d)/

/** Whether a person is named right behind one of these words: 申请人张某, 户主：李四. */
export function namesPersonBehind(text: string, roles: readonly string[]): boolean {
  for (const role of roles) {
    for (let at = text.indexOf(role); at >= 0; at = text.indexOf(role, at + 1)) {
      const gap = /^(?:姓名)?\s?[:：]?\s?/.exec(text.slice(at + role.length, at + role.length + 6))![0].length
      if (isNameAt(text, at + role.length + gap)) return true
    }
  }
  return false
}

function isNameAt(text: string, at: number): boolean {
  NAME.lastIndex = at
  const name = NAME.exec(text)?.[0]
  if (name === undefined || NO_NAMES.test(text.slice(at, at + 4))) return false
  if (/[某*×○]/.test(name)) return true
  return BEHIND.test(text.slice(at + name.length, at + name.length + 2)) || (name.length > 2 && BEHIND.test(text.slice(at + 2, at + 4)))
}

function endsName(text: string, at: number, name: string): boolean {
  if (/[某*×○]/.test(name)) return true
  const announced = ANNOUNCED.test(text.slice(Math.max(0, at - 8), at))
  const three = text[at + name.length]
  const two = text[at + 2]
  if (three === undefined || AFTER.test(three)) return true
  if (two !== undefined && AFTER.test(two)) return true
  // 张立春因病住院: a name that is announced, or followed by what only a person does.
  return (
    announced ||
    /^(?:因|患|确诊|住|家住|系|现|身患|于|的|同志|同学|女士|先生|老师|某|说|称|反映|表示|今年|年仅|申请)/.test(
      text.slice(at + name.length, at + name.length + 2),
    )
  )
}
