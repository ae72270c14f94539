import { ruleFor } from '../../sites/outgoing.ts'
import type { Decide, Outgoing } from './decide.ts'
import { decodeAtOnce } from './decode-body.ts'
import type { Natives, PageWindow } from './natives.ts'

/** Puts a hold in front of forms that publish, whether a person, `requestSubmit` or `submit` sends them. */
export function guardForms(page: PageWindow, natives: Natives, decide: Decide): void {
  const allowed = new WeakSet<HTMLFormElement>()

  // Before any listener of the page: one that stopped the event would otherwise hide the form from us.
  natives.addEventListener.call(
    page,
    'submit',
    (event) => {
      const form = event.target
      if (!(form instanceof page.HTMLFormElement) || allowed.delete(form)) return
      const submitter = (event as SubmitEvent).submitter
      const outgoing = read(form, submitter)
      if (!outgoing) return
      event.preventDefault()
      event.stopImmediatePropagation()
      void decide.mayGo(outgoing).then((pass) => {
        // A form may not be sent again while its first event is still under way.
        if (pass) natives.setTimeout.call(page, () => sendAgain(form, submitter), 0)
      })
    },
    true,
  )

  page.HTMLFormElement.prototype.submit = new Proxy(natives.submit, {
    apply(submit, form: HTMLFormElement, args: []) {
      const outgoing = read(form, null)
      if (!outgoing) return Reflect.apply(submit, form, args)
      void decide.mayGo(outgoing).then((pass) => {
        if (pass) natives.submit.call(form)
      })
      return undefined
    },
  })

  function sendAgain(form: HTMLFormElement, submitter: HTMLElement | null): void {
    allowed.add(form)
    natives.requestSubmit.call(form, submitter)
  }

  function read(form: HTMLFormElement, submitter: HTMLElement | null): Outgoing | undefined {
    // By attribute: a field named "action" or "method" hides the property.
    const attribute = (name: string) => submitter?.getAttribute(`form${name}`) ?? form.getAttribute(name) ?? ''
    const found = ruleFor(attribute('method') || 'GET', attribute('action') || page.location.href, page.document.baseURI)
    if (found?.rule.act !== 'publish') return undefined
    const fields = decodeAtOnce(new natives.FormData(form, submitter), null) ?? {}
    return { ...found, fields, via: 'form' }
  }
}
