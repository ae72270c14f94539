import { describe, expect, test } from 'vitest'
import { namesPerson, namesPersonBehind } from './person-name.ts'

describe('a person in a text', () => {
  test.each([
    '张某，男',
    '低保户李小芳',
    '王*明，现住某村',
    '欧阳修远说',
    '申请人陈光荣',
    '患者周某某',
    '（刘洋）',
    '李某因病住院',
    '殳珊珊，',
    '申屠静、厉小龙',
    '车主：干某龙，',
  ])('%s', (text) => {
    expect(namesPerson(text)).toBe(true)
  })

  test.each([
    '高度重视',
    '车牌号渝A12345',
    '全区120人',
    '安全生产，马上就办',
    '文明城市',
    '关于申报的通知',
    '方案，任务',
    '',
    '1，2，3',
    '（周五）夜班',
    '楼下，税务，权利',
    '高血压、糖尿病',
    '白菜、黄瓜，温泉',
  ])('nobody in %s', (text) => {
    expect(namesPerson(text)).toBe(false)
  })
})

describe('a person behind a role', () => {
  test.each(['申请人张伟，男', '申请人：张伟', '申请人姓名：张伟', '申请人张某某（女）', '申请人张*', '原申请人应当到场，申请人李四反映'])(
    '%s',
    (text) => {
      expect(namesPersonBehind(text, ['申请人'])).toBe(true)
    },
  )

  test.each(['申请人应当提供材料', '申请人可以拨打电话', '申请人需携带', '张伟是申请人', '申请人，张伟'])('nobody in %s', (text) => {
    expect(namesPersonBehind(text, ['申请人'])).toBe(false)
  })
})
