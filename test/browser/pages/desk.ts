import {
  advanceReview,
  createChecker,
  isRefusal,
  openReview,
  type PolicyPack,
  type ReviewPolicy,
  type ReviewRole,
} from '@qianshao/rules-core'
import {
  type Attachment,
  attach,
  contentEditableEditor,
  type Device,
  localReview,
  openDevice,
  openReviewDesk,
  signOffBy,
  textareaEditor,
} from '@qianshao/sdk'

const example = { flag: [], pass: [] }
const pack: PolicyPack = {
  format: 1,
  id: 'cn-test',
  title: '示例',
  version: '2026.1.0',
  documents: [{ id: 'doc', title: '示例办法', issuer: '示例机关', standing: 'in-force' }],
  clauses: [{ id: 'doc-1', documentId: 'doc', locator: '第一条', quote: '不得公开个人身份证号。' }],
  rules: [
    {
      id: 'privacy.resident-id',
      major: 1,
      category: 'id-card',
      detector: 'resident-id',
      severity: 'veto',
      clauseIds: ['doc-1'],
      message: '文中有完整的居民身份证号，发布前请遮去中间数字。',
      examples: example,
    },
    {
      id: 'wording.deadline',
      major: 1,
      category: 'typo',
      detector: 'phrase',
      options: { phrases: ['截止3月'] },
      severity: 'fault',
      clauseIds: ['doc-1'],
      message: '“截止”后面不接日期，请核对。',
      examples: example,
    },
    {
      id: 'reprint.source',
      major: 1,
      category: 'unsanctioned-reprint',
      detector: 'phrase',
      options: { phrases: ['清溪生活圈'] },
      severity: 'veto',
      release: 'main-leader',
      clauseIds: ['doc-1'],
      message: '转载来源不在稿源名单里。',
      examples: example,
    },
  ],
}

const policy: ReviewPolicy = {
  steps: (
    [
      ['handler', '经办人员'],
      ['deputy-head', '分管负责人'],
      ['head', '主要负责人'],
    ] as const
  ).map(([role, title]) => ({ role, title, attests: ['political'], proofreads: true, differsFrom: [] })),
  branches: [],
  carry: 'never',
  sameDeskAllowed: false,
  clauseIds: ['doc-1'],
}
let review = openReview(policy, { origin: 'own', sensitive: false, involvesOtherUnits: false, emergency: false }, '')

const form = document.querySelector('form')!
const title = document.querySelector<HTMLInputElement>('#title')!
const rich = document.querySelector<HTMLElement>('#rich')!
const plain = document.querySelector<HTMLTextAreaElement>('#plain')!
const state = { clicks: 0, windowSaw: 0 }
document.querySelector('#publish')!.addEventListener('click', () => {
  state.clicks += 1
})
form.addEventListener('submit', (event) => {
  event.preventDefault()
  void fetch('/publish', { method: 'POST', body: rich.textContent })
})

async function start(
  options: { plain?: boolean; whenUnchecked?: 'warn' | 'hold'; lost?: boolean; signed?: boolean; pinned?: boolean } = {},
): Promise<void> {
  const device: Device = await openDevice({ name: '测试机', host: `page:${location.origin}`, database: 'desk' })
  const editor = options.plain
    ? textareaEditor(plain, { fields: { title }, publish: '#publish' })
    : contentEditableEditor(() => (options.lost ? undefined : rich), { fields: { title }, publish: '#publish' })
  const attachment: Attachment = attach(editor, {
    checker: createChecker([pack]),
    account: 'web:www.example.gov.cn',
    accountName: '石桥镇发布',
    person: 'per_AAAAAAAAAAAAAAAAAAAAAA',
    people: [
      { id: 'per_AAAAAAAAAAAAAAAAAAAAAA', name: '谷雨', roles: ['handler'] },
      { id: 'per_BBBBBBBBBBBBBBBBBBBBBA', name: '立夏', roles: ['main-leader', 'deputy-head'] },
    ],
    outbox: device.outbox,
    redactor: device.redactor,
    answers: device.answers,
    ...(device.pins && { pins: device.pins }),
    ...(options.pinned && {
      review: openReviewDesk({
        basis: {
          policy: { ...policy, sameDeskAllowed: true, steps: policy.steps.slice(0, 2) },
          citations: [],
          confirmations: [],
          guidance: [],
        },
        home: localReview({ ...policy, sameDeskAllowed: true, steps: policy.steps.slice(0, 2) }, device.reviews, 'article-7'),
      }),
    }),
    ...(options.signed && { signOff: signOffBy({ policy, state: () => review }) }),
    ...(options.whenUnchecked && { whenUnchecked: options.whenUnchecked }),
    shadow: 'open',
  })
  Object.assign(window, {
    attachment,
    device,
    state,
    lines: async () => (await device.outbox.list()).waiting.map(({ line }) => JSON.parse(line)),
    banner: () => attachment.banner.value,
    // A host's own workflow: the text that stands in the editor is what the person has before them.
    sign(role: ReviewRole) {
      const digest = attachment.verdict.value?.draftDigest ?? ''
      for (const action of ['edit', 'approve'] as const) {
        const next = advanceReview(policy, review, { action, role, by: role, at: Date.now(), digest })
        if (!isRefusal(next)) review = next
      }
    },
    write(paragraphs: readonly string[]) {
      plain.value = paragraphs.join('\n')
      plain.dispatchEvent(new Event('input', { bubbles: true }))
      rich.replaceChildren(
        ...paragraphs.map((text) => {
          const element = document.createElement('p')
          element.textContent = text
          return element
        }),
      )
    },
  })
}

Object.assign(window, { start })
