import { categoryNames, kindOf } from '@qianshao/rules-core'
import { openFindings } from '../live/state.ts'
import { Head, type PartProps, short } from './dialog-parts.tsx'
import { shownValue } from './excerpt.ts'
import { Icon } from './icons.tsx'
import { placeName } from './place-name.ts'
import { text } from './text.zh-CN.ts'

/** What was about to be sent is not what the editor shows: its findings are listed as they are, to be mended at their source. */
export function Foreign({ view, attempt, close }: PartProps) {
  const { look } = attempt
  const findings = openFindings(look, view.desk.answers.value).filter((finding) => kindOf(finding) !== 'hint')
  const held = findings.some((finding) => kindOf(finding) === 'hold')
  return (
    <>
      <Head
        sign={held ? 'hold' : 'review'}
        title={held ? text.decision.hold : text.decision.review}
        sub={text.dialog.foreign}
        close={close}
      />
      <div class="items">
        <ol>
          {look.draft &&
            findings.map((finding, i) => (
              <li key={i}>
                <div class="item">
                  <span class={`kind ${kindOf(finding)}`}>
                    <Icon name={kindOf(finding)} size={20} />
                  </span>
                  <div class="main">
                    <b>{categoryNames[finding.category]}</b>
                    <small>{placeName(look.draft!, finding)}</small>
                    <p>
                      {finding.quote && `“${short(shownValue(finding))}”　`}
                      {finding.message}
                    </p>
                  </div>
                </div>
              </li>
            ))}
        </ol>
      </div>
      <footer>
        <span class="push" />
        <button type="button" class="btn primary" data-first onClick={close}>
          {text.dialog.back}
        </button>
      </footer>
    </>
  )
}
