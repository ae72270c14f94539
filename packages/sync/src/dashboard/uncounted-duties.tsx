import { ClauseQuote } from './clause-quote.tsx'
import type { UncountedDuty } from './shapes.ts'

const OWERS: Record<UncountedDuty['owedBy'], string> = {
  office: '本单位',
  supervisor: '主管单位',
  'cyberspace-office': '网信部门',
  'platform-operator': '平台承办单位',
}

/** The other duties of the packs: named with their clauses, because a ledger of publications cannot tell where they stand. */
export function UncountedDuties({ duties }: { duties: readonly UncountedDuty[] }) {
  return (
    <details>
      <summary>还有 {duties.length} 项时限，台账和登记表里没有可算的记录</summary>
      <p class="note">这些要看来信、申请、备案、检查和公告的登记。选一个单位，在下面导入它的登记表，就能算。</p>
      <table>
        <thead>
          <tr>
            <th>时限</th>
            <th>要求</th>
            <th>由谁办</th>
            <th>依据</th>
          </tr>
        </thead>
        <tbody>
          {duties.map((duty) => (
            <tr key={`${duty.dutyId} ${duty.citations[0]?.clauseId}`}>
              <td class="name">{duty.title}</td>
              <td>{duty.demand}</td>
              <td class="whole">{OWERS[duty.owedBy]}</td>
              <td>
                <details>
                  <summary>{duty.citations.map(({ locator }) => locator).join('、')}</summary>
                  {duty.citations.map((citation) => (
                    <ClauseQuote key={citation.clauseId} citation={citation} />
                  ))}
                </details>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
