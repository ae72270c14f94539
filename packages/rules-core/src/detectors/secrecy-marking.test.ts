import { describe, expect, test } from 'vitest'
import { parseHtml } from '../../cli/parse-html.ts'
import { readMarkup } from '../draft/read-markup.ts'
import { draftOf } from '../testing/drafts.ts'
import { foundIn } from './found-in.ts'
import { secrecyMarking } from './secrecy-marking.ts'

const page = (html: string) => readMarkup(parseHtml(html), {}, { surface: 'website' })

describe('state secrets', () => {
  test.each([
    ['机密★1年', ['机密★1年']],
    ['秘　密 ★ 10 年', ['秘　密 ★ 10 年']],
    ['绝密★长期', ['绝密★长期']],
    ['秘密★启用前', ['秘密★启用前']],
    ['机密☆', ['机密☆']],
    ['机 密', ['机 密']],
    ['秘密 10年', ['秘密 10年']],
    ['【机密】关于部署的方案', ['【机密】']],
    ['密级：秘密', ['密级：秘密']],
    ['机密　　　　　　特急', ['机密　　　　　　特急']],
    ['（秘密★5年）', ['秘密★5年']],
    ['密级：机密 保密期限：5年', ['密级：机密']],
    ['“机密★1年”', ['机密★1年?']],
    ['应标注“机密★1年”字样', []],
    ['“机密★1年”是标志的写法', []],
    ['密级：绝密、机密、秘密三级', []],
    ['机密级国家秘密不超过二十年', []],
    ['商业机密不得泄露', []],
    ['美味的秘密', []],
    ['A. 绝密', []],
  ])('%s', (text, expected) => {
    expect(foundIn(secrecyMarking, { marks: 'state' }, text)).toEqual(expected)
  })

  test('degrees listed one a line are an explanation', () => {
    expect(foundIn(secrecyMarking, { marks: 'state' }, '国家秘密分为：\n绝密\n机密\n秘密')).toEqual([])
  })

  test('a line of its own in the middle of a long text is doubtful', () => {
    const lines = Array.from({ length: 20 }, () => '正文')
    lines[10] = '秘密'
    expect(foundIn(secrecyMarking, { marks: 'state' }, lines.join('\n'))).toEqual(['秘密?'])
  })

  test('a form says the degree of its text; a catalogue has a column of degrees', () => {
    const form = '<table><tr><td>密级</td><td>秘密</td></tr><tr><td>保密期限</td><td>3年</td></tr></table>'
    const catalogue = '<table><tr><td>名称</td><td>密级</td></tr><tr><td>某档案</td><td>秘密</td></tr></table>'
    expect(foundIn(secrecyMarking, { marks: 'state' }, page(form))).toEqual(['秘密'])
    expect(foundIn(secrecyMarking, { marks: 'state' }, page(catalogue))).toEqual([])
  })

  test('a title in brackets is a mark, the headline 秘密 of a story is not', () => {
    expect(foundIn(secrecyMarking, { marks: 'state' }, draftOf('正文', { title: '【秘密】部署方案' }))).toEqual(['【秘密】'])
    expect(foundIn(secrecyMarking, { marks: 'state' }, draftOf('正文', { title: '秘密' }))).toEqual(['秘密?'])
    expect(foundIn(secrecyMarking, { marks: 'state' }, '秘密\n——一个村庄的致富路')).toEqual(['秘密?'])
  })

  test('the name of an attachment counts', () => {
    const draft = draftOf('正文', {
      attachments: [
        { name: '方案（机密★1年）.docx', href: '' },
        { name: '保密知识.docx', href: '' },
      ],
    })
    expect(foundIn(secrecyMarking, { marks: 'state' }, draft)).toEqual(['方案（机密★1年）.docx'])
  })
})

describe('internal use', () => {
  test.each([
    ['内部资料', ['内部资料']],
    ['内部资料，不得外传', ['内部资料，不得外传']],
    ['★内部文件 注意保管★', ['内部文件 注意保管']],
    ['（此件不公开）', ['此件不公开']],
    ['公开属性：依申请公开', ['依申请公开']],
    ['本通讯录仅限机关内部使用，请勿外传。', ['本通讯录仅限机关内部', '请勿外传?']],
    ['工作秘密', ['工作秘密']],
    ['（送审稿）', []],
    ['（此件公开发布）', []],
    ['公开属性：主动公开', []],
    ['严禁将内部资料上传互联网', []],
    ['加强内部资料管理', []],
    ['涉及国家秘密的，不予公开。', []],
    ['政府信息依申请公开指南', []],
    ['工作秘密管理办法', []],
  ])('%s', (text, expected) => {
    expect(foundIn(secrecyMarking, { marks: 'work' }, text)).toEqual(expected)
  })

  test('a title that calls the text internal', () => {
    expect(foundIn(secrecyMarking, { marks: 'work' }, draftOf('', { title: '区政府办内部通讯录' }))).toEqual(['内部通讯录'])
    expect(foundIn(secrecyMarking, { marks: 'work' }, draftOf('', { title: '内部资料管理培训' }))).toEqual([])
  })
})
