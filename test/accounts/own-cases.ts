/** A case: the clause that is asked, a register in the documents' words, and what is found: a piece of the detail, or nothing. */
export interface OwnCase {
  name: string
  clause: string
  register: Record<string, unknown>
  found: string | false
  today?: string
}

const 微信 = (名称: string, more: object = {}) => ({ 平台: '微信公众号', 名称, 状态: '在用', ...more })
const of = (clause: string, name: string, register: Record<string, unknown>, found: string | false, today?: string): OwnCase => ({
  name,
  clause,
  register,
  found,
  ...(today !== undefined && { today }),
})

export const ownCases: readonly OwnCase[] = [
  // One account on a platform, however the platform is written.
  of(
    'qij-11-b',
    '订阅号 and 服务号 are one platform',
    {
      单位: '某局',
      账号: [
        { 平台: '订阅号', 名称: '甲' },
        { 平台: '微信服务号', 名称: '乙' },
      ],
    },
    '2 个账号',
  ),
  of('qij-11-b', '视频号 is a platform of its own', { 单位: '某局', 账号: [微信('甲'), { 平台: '微信视频号', 名称: '甲' }] }, false),
  of('qij-11-b', 'a paper allows the second', { 单位: '某局', 账号: [微信('甲'), 微信('乙', { 例外: '綦府函〔2024〕3号' })] }, false),
  of(
    'qij-11-b',
    'one paper does not allow a third',
    { 单位: '某局', 账号: [微信('甲'), 微信('乙'), 微信('丙', { 例外: '批准' })] },
    '3 个账号',
  ),
  of('qij-11-b', '无 is no paper', { 单位: '某局', 账号: [微信('甲'), 微信('乙', { 例外: '无' })] }, '2 个账号'),
  of('qij-11-b', 'a closed account does not count', { 单位: '某局', 账号: [微信('甲'), 微信('乙', { 状态: '已关停' })] }, false),
  of('qij-11-b', 'one about to be closed still counts', { 单位: '某局', 账号: [微信('甲'), 微信('乙', { 状态: '拟关停' })] }, '2 个账号'),
  of('qij-11-b', 'one not yet opened does not', { 单位: '某局', 账号: [微信('甲'), 微信('乙', { 状态: '拟开设' })] }, false),
  of(
    'qij-11-b',
    'two hosts under one office',
    { 单位: '某局', 账号: [微信('甲', { 主办单位: '某局一科' }), 微信('乙', { 主办单位: '某局二科' })] },
    false,
  ),
  of(
    'cq64-3.1.3-c',
    '新浪微博 is 微博',
    {
      单位: '某局',
      账号: [
        { 平台: '新浪微博', 名称: '甲' },
        { 平台: '微博', 名称: '乙' },
      ],
    },
    '2 个账号',
  ),
  // The same name everywhere.
  of(
    'qij-12-c',
    'the name of the platform at the end does not count',
    { 单位: '某局', 账号: [微信('某区文旅'), { 平台: '微博', 名称: '某区文旅官方微博' }] },
    false,
  ),
  of(
    'qij-12-c',
    'full width and blanks do not count',
    { 单位: '某局', 账号: [微信('文旅 ＡＢ'), { 平台: '抖音', 名称: '文旅AB' }] },
    false,
  ),
  of(
    'qij-12-c',
    'a third that differs',
    { 单位: '某局', 账号: [微信('甲'), { 平台: '微博', 名称: '甲' }, { 平台: '抖音', 名称: '乙' }] },
    '乙',
  ),
  of('qij-12-c', 'two names on one platform are another question', { 单位: '某局', 账号: [微信('甲'), 微信('乙')] }, false),
  of('tc-9-c', 'in principle: a paper excuses', { 单位: '某局', 账号: [微信('甲'), { 平台: '微博', 名称: '乙', 例外: '已批准' }] }, false),
  // Verified as its office.
  of('qij-12-b', 'nothing written', { 账号: '甲', 主办单位: '某区水利局', 认证信息: null }, '没有登记认证信息'),
  of('qij-12-b', 'a short name is not the name', { 账号: '甲', 主办单位: '某区水利局', 认证信息: '区水利官方' }, '区水利官方'),
  of('qij-12-b', 'blanks inside', { 账号: '甲', 主办单位: '某区水利局', 认证信息: '某区 水利局' }, false),
  of('tc-9-b', 'verified by name: no', { 账号: '甲', 主办单位: '某局', 认证信息: '某局', 实名认证: '否' }, '实名认证'),
  // Filed.
  of('qij-13-a', 'a level and no number', { 账号: '甲', 备案: [{ 级别: '主管单位' }] }, '没有备案编号'),
  of('qij-13-a', 'only at the level above', { 账号: '甲', 备案: [{ 级别: '上级主管单位', 编号: 'B1' }] }, '没有主管单位的备案'),
  of('qij-13-a', 'as a table writes it', { 账号: '甲', 备案编号: 'BA-2024-9' }, false),
  of('qij-13-a', 'in one cell', { 账号: '甲', 备案: '主管单位 BA-2024-9 2024-03-01' }, false),
  of('qij-13-a', '未备案 is no number', { 账号: '甲', 备案编号: '未备案' }, '没有主管单位的备案'),
  of('qij-13-a', 'closed accounts are past filing', { 账号: '甲', 状态: '已注销', 备案: [] }, false),
  of('tc-7.3-e', 'a department does not file upwards', { 账号: '甲', 主办单位类别: '政府部门', 备案: [] }, false),
  of('tc-7.3-e', 'a date is enough', { 账号: '甲', 主办单位类别: '区县政府', 备案: [{ 级别: '上级主管单位', 日期: '2024-03-01' }] }, false),
  of('tc-7.3-f', 'told from the name of the host', { 账号: '甲', 主办单位: '市水利局', 备案: [] }, '本级主管单位'),
  // The owner changed.
  of('cq64-3.3.1-i', 'changed on the very day', { 账号: '甲', 主办单位变化: '2024-05-01', 变更或注销: '2024-05-01' }, false, '2024-06-01'),
  of(
    'cq64-3.3.1-i',
    'changed before it happened is not changed',
    { 账号: '甲', 主办单位变化: '2024-05-01', 变更或注销: '2024-04-30' },
    '变更或注销',
    '2024-06-01',
  ),
  of('cq64-3.3.1-i', 'in the future', { 账号: '甲', 主办单位变化: '2024-07-01', 变更或注销: null }, false, '2024-06-01'),
  of('cq64-3.3.1-i', 'closed is done', { 账号: '甲', 状态: '已注销', 主办单位变化: '2024-01-01' }, false, '2024-06-01'),
  of('cq64-3.3.1-j', 'nothing changed, nothing to announce', { 账号: '甲', 变更或注销: null, 公告网址: null }, false),
  // Nobody looks after it.
  of('cq64-3.3.2-b', 'six months to the day', { 账号: '甲', 运维人员: '吴某', 最后更新: '2023-12-01' }, false, '2024-06-01'),
  of('cq64-3.3.2-b', 'a day more', { 账号: '甲', 运维人员: '吴某', 最后更新: '2023-11-30' }, '超过 6 个月', '2024-06-01'),
  of(
    'cq64-3.3.2-b',
    '31 August and six months is the leap day',
    { 账号: '甲', 运维人员: '吴某', 最后更新: '2023-08-31' },
    false,
    '2024-02-29',
  ),
  of('cq64-3.3.2-b', 'and the day after it', { 账号: '甲', 运维人员: '吴某', 最后更新: '2023-08-31' }, '最后更新 2023-08-31', '2024-03-01'),
  of('cq64-3.3.2-b', 'one open security finding', { 账号: '甲', 运维人员: '吴某', 安全问题未整改: 1 }, '1 个安全问题'),
  of('cq64-3.3.2-b', 'no last update written', { 账号: '甲', 运维人员: '吴某' }, false),
  of(
    'hz65-2.3.1-f',
    'without operator alone is not enough there',
    { 账号: '甲', 运维人员: null, 最后更新: '2024-05-30' },
    false,
    '2024-06-01',
  ),
  of(
    'hz65-2.3.1-f',
    'without operator and update is',
    { 账号: '甲', 运维人员: null, 最后更新: '2023-05-30' },
    '没有运维人员',
    '2024-06-01',
  ),
  // Closing.
  of('qij-14-b', 'closed and merged nowhere', { 账号: '甲', 状态: '已关停', 整合到: null }, '整合到'),
  of('cq64-3.3.2-c', 'in use', { 账号: '甲', 状态: '在用', 整合到: null }, false),
  of('tc-8.3-a', 'the account of a government', { 账号: '某区发布', 主办单位类别: '区县政府', 处置: '关停' }, '例外'),
  of('tc-8.3-a', 'with the paper', { 站点: '某区门户网站', 类别: '政府门户网站', 动作: '关停', 例外批准: '陕政办函〔2024〕1号' }, false),
  of('tc-8.3-e', 'an account has only its own record to cancel', { 账号: '甲', 状态: '已关停', 注销回执: ['账号信息'] }, false),
  of('tc-8.3-b', 'not closing', { 站点: '市某局网站', 状态: '在用', 审批: [] }, false),
  // On duty.
  of(
    'qij-21-a',
    'a whole day in one shift',
    { 单位: '某局', 值班表: [{ 日期: '2024-06-01', 时段: '全天', 值班员: '甲' }] },
    false,
    '2024-06-01',
  ),
  of(
    'qij-21-a',
    'a minute missing',
    {
      单位: '某局',
      值班表: [
        { 日期: '2024-06-01', 时段: '00:00-12:00', 值班员: '甲' },
        { 日期: '2024-06-01', 时段: '12:01-24:00', 值班员: '乙' },
      ],
    },
    '2024-06-01 12:00至2024-06-01 12:01',
    '2024-06-01',
  ),
  of(
    'qij-21-a',
    'a shift without a person is none',
    { 单位: '某局', 值班表: [{ 日期: '2024-06-01', 时段: '全天', 值班员: null }] },
    '没有登记值班表',
    '2024-06-01',
  ),
  of(
    'qij-21-a',
    'a day left out',
    {
      单位: '某局',
      值班表: [
        { 日期: '2024-02-28', 时段: '全天', 值班员: '甲' },
        { 日期: '2024-03-01', 时段: '全天', 值班员: '乙' },
      ],
    },
    '2024-02-29 00:00至2024-03-01 00:00',
    '2024-03-01',
  ),
  of(
    'qij-21-a',
    'over the night and the end of the month',
    {
      单位: '某局',
      值班表: [
        { 日期: '2024-02-29', 时段: '08:00-20:00', 值班员: '甲' },
        { 日期: '2024-02-29', 时段: '20:00-08:00', 值班员: '乙' },
      ],
    },
    false,
    '2024-02-29',
  ),
  of(
    'qij-21-a',
    'a roster that has run out',
    { 单位: '某局', 值班表: [{ 日期: '2024-05-01', 时段: '全天', 值班员: '甲' }] },
    '只排到 2024-05-02',
    '2024-06-01',
  ),
  of(
    'qij-21-a',
    'every day, twice twelve hours',
    {
      单位: '某局',
      值班表: [
        { 日期: '每天', 时段: '08:00-20:00', 值班员: '甲' },
        { 日期: '每天', 时段: '20:00-次日08:00', 值班员: '乙' },
      ],
    },
    false,
    '2026-06-01',
  ),
  of('qij-21-a', 'every day, working hours only', { 单位: '某局', 值班表: [{ 日期: '每天', 时段: '09:00-17:00', 值班员: '甲' }] }, '空档'),
  of(
    'hz65-2.3.4-b',
    'no number of hours there',
    { 单位: '某局', 值班表: [{ 日期: '2024-06-01', 时段: '09:00-17:00', 值班员: '甲' }] },
    false,
  ),
  // Licences and agreements run out.
  of(
    'cq64-3.3.3-q',
    'valid on its last day',
    { 账号: '甲', 业务: ['传播网络视听节目'], 资质: [{ 名称: '信息网络传播视听节目许可证', 有效期至: '2024-06-01' }] },
    false,
    '2024-06-01',
  ),
  of(
    'cq64-3.3.3-q',
    'over on the next',
    { 账号: '甲', 业务: ['传播网络视听节目'], 资质: [{ 名称: '信息网络传播视听节目许可证', 有效期至: '2024-06-01' }] },
    '到期',
    '2024-06-02',
  ),
  of(
    'cq64-3.3.3-q',
    'the licence of the other service',
    { 账号: '甲', 业务: ['互联网新闻信息服务'], 资质: [{ 名称: '信息网络传播视听节目许可证' }] },
    '没有登记资质',
  ),
  of(
    'qij-20-b',
    'run out',
    { 账号: '甲', 外包运维: '某公司', 保密安全协议: { 签订日期: '2023-01-05', 到期日: '2024-01-05' } },
    '已过期',
    '2024-06-01',
  ),
  of('qij-20-b', 'not outsourced', { 账号: '甲', 外包运维: '否' }, false),
  of('tc-6-e', 'an inner office needs no agreement', { 站点: '某网', 承办单位: '某局办公室' }, false),
  of(
    'hz65-2.1-h',
    'the contract ran out',
    { 账号: '甲', 运维机构: '某公司', 采购方式: '磋商', 合同到期: '2024-05-31' },
    '已过期',
    '2024-06-01',
  ),
  of(
    'tc-24-a',
    'a certificate of last year',
    { 系统: '某网', 关键设备: [{ 名称: '防火墙', 认证: 'C1', 有效期至: '2024-05-31' }] },
    '已过期',
    '2024-06-01',
  ),
  // Accounts of the back end.
  of('qij-24-b', 'eight is enough', { 后台账户: 'a', 密码长度: 8 }, false),
  of('qij-24-b', 'seven is not', { 后台账户: 'a', 密码长度: '7位' }, '不到 8'),
  of('qij-24-c', 'ninety days', { 后台账户: 'a', 上次改密: '2024-03-03' }, false, '2024-06-01'),
  of('qij-24-c', 'ninety-one days', { 后台账户: 'a', 上次改密: '2024-03-02' }, '超过 90 天，产品设置', '2024-06-01'),
  of('qij-24-c', 'a period of the office', { 后台账户: 'a', 上次改密: '2024-05-01', 更改周期_天: 30 }, '本单位定的 30 天', '2024-06-01'),
  of('qij-6-c', 'nobody', { 后台账户: 'a', 使用人: [] }, '没有登记使用人'),
  of('qij-6-c', 'two in one cell', { 后台账户: 'a', 使用人: '王某、李某' }, '2 个'),
  of('qij-6-c', 'not by real name', { 后台账户: 'a', 使用人: ['王某'], 实名: false }, '实名'),
  of(
    'qij-23-b',
    'changed before leaving',
    { 人员: '甲', 调离日: '2024-04-02', 工作移交: true, 保密承诺: true, 口令更换: '2024-04-01' },
    '口令更换',
    '2024-05-01',
  ),
  of('qij-23-b', 'leaves next month', { 人员: '甲', 调离日: '2024-06-02' }, false, '2024-05-01'),
  of('qij-24-d', 'signed in 180 days ago', { 后台账户: 'a', 最近登录: '2024-01-01' }, false, '2024-06-29'),
  of('qij-24-d', 'and 181', { 后台账户: 'a', 最近登录: '2024-01-01' }, '181 天没有登录', '2024-06-30'),
  // Addresses, columns, links.
  of('qij-7-a', 'a town under bm', { 单位: '某镇', 类别: '街镇', 网址: 'http://www.cqqj.gov.cn/bm/xxz' }, '网址'),
  of('qij-7-a', 'a town under jz, https', { 单位: '某镇', 类别: '街镇', 网址: 'https://www.cqqj.gov.cn/jz/xxz/' }, false),
  of(
    'qij-7-a',
    'an address that only begins alike',
    { 单位: '区水利局', 类别: '区政府部门', 网址: 'http://www.cqqj.gov.cn.example.com/bm/slj' },
    '网址',
  ),
  of(
    'qij-7-a',
    'in principle: with a paper',
    { 单位: '区水利局', 类别: '区政府部门', 网址: 'http://slj.cqqj.gov.cn/', 例外: '已批准' },
    false,
  ),
  of(
    'cq64-3.2.2-c',
    'the name that leads to a stranger',
    { 账号: '甲', 菜单: [{ 名称: '渝快办', 链接: 'https://ykb.example.com/' }] },
    '菜单',
  ),
  of('cq64-3.2.2-c', 'another name, the right host', { 账号: '甲', 菜单: [{ 名称: '办事', 链接: 'https://zwykb.cq.gov.cn/x' }] }, false),
  of('tc-13.4-a', 'no service menu', { 账号: '甲' }, false),
  of(
    'tc-13.4-a',
    'a host that ends alike',
    { 账号: '甲', 办事菜单: ['https://evilzwfw.example.gov.cn/'], 已登记平台: ['zwfw.example.gov.cn'] },
    '不在已登记平台内',
  ),
  of('tc-10-b', 'a Chinese domain tells itself', { 站点: '某网', 域名: [{ 名: '甲.政务' }, { 名: '乙.政务' }] }, '中文域名有 2 个'),
  of(
    'tc-10-b',
    'one of them stopped',
    { 站点: '某网', 域名: [{ 名: 'a.gov.cn' }, { 名: 'b.gov.cn', 停止使用: '2024-01-01' }] },
    false,
    '2024-06-01',
  ),
  of('tc-24-c', 'Hong Kong is outside', { 站点: '某网', 服务器: [{ 地址: '203.0.113.1', 所在地: '中国香港' }] }, '所在地'),
  of('tc-14.1-d', 'a written reason', { 账号: '甲', 留言: '关闭', 关闭理由: '重大活动期间' }, false),
  of('tc-14.1-d', 'comments off', { 账号: '甲', 留言: '开启', 评论: '关闭', 私信: '开启' }, '评论'),
  // How often offline.
  of(
    'tc-8.1-a',
    'once in each of two years',
    {
      站点: 'S',
      临时下线: [
        { 起: '2023-12-31', 原因: '升级' },
        { 起: '2024-01-01', 原因: '升级' },
      ],
    },
    false,
  ),
  of(
    'tc-8.1-a',
    'twice in one',
    {
      站点: 'S',
      临时下线: [
        { 起: '2024-01-01', 原因: '升级' },
        { 起: '2024-12-31', 原因: '整改' },
      ],
    },
    '2 次',
  ),
  of(
    'tc-8.1-d',
    'two planned ones are another question',
    {
      站点: 'S',
      临时下线: [
        { 起: '2024-01-01', 原因: '升级' },
        { 起: '2024-03-01', 原因: '整改' },
      ],
    },
    false,
  ),
  of('tc-8.1-g', 'no notice at all', { 站点: 'S', 下线公告: null }, '本网站'),
  of('tc-24-a', 'no equipment registered', { 系统: '某网', 关键设备: [] }, false),
  // Who has to have what.
  of(
    'cq64-3.3.1-a',
    'a site and no account',
    { 单位: '某区人民政府', 类别: '区县政府', 网站: ['www.example.gov.cn'], 新媒体: [] },
    '政务新媒体',
  ),
  of('cq64-3.3.1-a', 'a town does not have to', { 单位: '某镇', 类别: '镇街', 网站: [], 新媒体: [] }, false),
  of(
    'cq64-3.3.1-a',
    'only a closed account',
    { 单位: '某区人民政府', 类别: '区县政府', 网站: ['a.gov.cn'], 账号: [微信('甲', { 状态: '已注销' })] },
    '政务新媒体',
  ),
  of('hz65-2.3.1-a', 'a reason that is none', { 单位: '某单位', 类别: '直属单位', 豁免: '人手不足', 新媒体: [] }, '政务新媒体'),
  of(
    'cq64-3.1.3-e',
    'on the right platform, not the main one',
    { 单位: '某区', 移动端: [], 账号: [{ 平台: '渝快办', 名称: '甲', 主账号: false }] },
    '主账号',
  ),
  of('cq64-3.1.3-e', 'an app in use', { 单位: '某区', 移动端: [{ 名称: '某区通', 状态: '在用' }], 账号: [] }, false),
  of(
    'cq64-3.1.3-b',
    'one of the two closed',
    {
      单位: '某区',
      移动端: [
        { 名称: '甲', 状态: '在用' },
        { 名称: '乙', 状态: '已关停' },
      ],
    },
    false,
  ),
  of('tc-18-b', 'two', { 单位: '某局', 主管领导: ['甲', '乙'] }, '2 个'),
  of('tc-18-a', 'supervised by nobody', { 站点: '某网', 监管人员: [], 运维人员: ['郑某'] }, '监管人员'),
  of('hz65-3.1-b', 'rules of security are not rules of management', { 单位: '某局', 制度: ['安全管理制度'] }, '管理制度'),
  of('qij-26-3', 'consent and no filing', { 账号: '甲', 事项: '关停', 主要负责人同意: '2024-01-30', 备案回执: null }, '备案回执'),
  of(
    'cq64-3.3.1-g',
    'approved before it was applied for',
    {
      移动端: '甲',
      审批: [
        { 步骤: '本单位主要负责人同意', 日期: '2024-04-01' },
        { 步骤: '主管单位', 日期: '2024-03-01' },
        { 步骤: '逐级审核', 日期: '2024-04-20' },
        { 步骤: '市政府办公厅批准', 日期: '2024-05-01' },
      ],
    },
    '先后不对',
  ),
  // Followers.
  of(
    'cq64-3.3.5-g',
    'a new account that grows',
    {
      账号: '甲',
      粉丝序列: [
        { 日期: '2024-05-01', 粉丝: 10 },
        { 日期: '2024-05-02', 粉丝: 500 },
      ],
    },
    false,
  ),
  of(
    'cq64-3.3.5-g',
    'much read, much followed',
    {
      账号: '甲',
      粉丝序列: [
        { 日期: '2024-05-01', 粉丝: 2000 },
        { 日期: '2024-05-02', 粉丝: 5000 },
      ],
      阅读量中位数: 90000,
    },
    false,
  ),
  of(
    'cq64-3.3.5-g',
    'written out of order',
    {
      账号: '甲',
      粉丝序列: [
        { 日期: '2024-05-02', 粉丝: 52000 },
        { 日期: '2024-05-01', 粉丝: 2000 },
      ],
    },
    '增加 50000',
  ),
  // What a site is.
  of('cq64-2.1-a', 'a person', { 类型: '政府网站', 开办主体: '王某某' }, '王某某'),
  of('tc-7.1-c', 'with a paper', { 站点: '甲', 开设主体: '某县林业局', 级别: '县级部门', 例外: '已批准' }, false),
  of('tc-33-a', 'another office', { 站点: '市某局网站', 类别: '部门网站' }, false),
  of('tc-2-b', 'a department of the city', { 站点: '甲', 类别: '部门网站', 开设主体级别: '市级部门' }, false),
  of('tc-2-b', 'a department of a county', { 站点: '甲', 类别: '部门网站', 开设主体级别: '县级部门' }, '县级部门'),
  of('tc-7.1-f', 'a centre for activities', { 账号: '某区老年活动中心', 用途: '日常发布' }, false),
]
