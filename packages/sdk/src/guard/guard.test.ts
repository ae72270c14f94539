// @vitest-environment jsdom
import { beforeEach, expect, test } from 'vitest'
import { guardControls } from './guard.ts'

let heard: string[]
let asked: string[]
let may: boolean
let stop: AbortController

beforeEach(() => {
  document.body.innerHTML =
    '<form><input id="field"><button id="publish">发表</button></form><div id="role" role="button" tabindex="0">群发</div><button id="other" type="button">存草稿</button>'
  heard = []
  asked = []
  may = false
  stop = new AbortController()
  guardControls(
    () => document.querySelectorAll('#publish,#role'),
    (how) => {
      asked.push(how)
      return may
    },
    stop.signal,
  )
  for (const type of ['click', 'submit', 'keydown']) {
    document.addEventListener(
      type,
      (event) => {
        heard.push(type)
        event.preventDefault()
      },
      { signal: stop.signal },
    )
  }
  return () => stop.abort()
})

const press = (id: string, key: string, more: KeyboardEventInit = {}) =>
  document
    .getElementById(id)!
    .dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, composed: true, ...more }))

test('nobody on the page hears of a click that is held', () => {
  document.getElementById('publish')!.click()
  expect([asked, heard]).toEqual([['key'], []])
})

test('a click of the mouse is called a click', () => {
  document.getElementById('role')!.dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 1 }))
  expect(asked).toEqual(['click'])
})

test('what may go reaches the page', () => {
  may = true
  document.getElementById('role')!.click()
  expect(heard).toEqual(['click'])
})

test.each(['Enter', ' '])('the key “%s” on a control is an attempt', (key) => {
  expect(press('role', key)).toBe(false)
  expect([asked, heard]).toEqual([['key'], []])
})

test('a key that an input method is using is no attempt, and neither is any other key', () => {
  press('role', 'Enter', { isComposing: true })
  press('role', 'Tab')
  expect(asked).toEqual([])
})

test('a form that is sent without its button is held like the button', () => {
  document.querySelector('form')!.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }))
  expect([asked, heard]).toEqual([['key'], []])
})

test('other controls are none of its business', () => {
  document.getElementById('other')!.click()
  press('field', 'Enter')
  expect([asked, heard]).toEqual([[], ['click', 'keydown']])
})

test('after the signal it holds nothing', () => {
  stop.abort()
  document.getElementById('role')!.click()
  expect(asked).toEqual([])
})
