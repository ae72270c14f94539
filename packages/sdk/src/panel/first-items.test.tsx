// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact'
import { afterEach, expect, test } from 'vitest'
import { useFirstItems } from './first-items.tsx'

afterEach(cleanup)

function List({ count, reach }: { count: number; reach?: number }) {
  const { shown, more } = useFirstItems(
    Array.from({ length: count }, (_, i) => i),
    reach,
  )
  return (
    <ol>
      {shown.map((i) => (
        <li key={i} data-testid="item" />
      ))}
      {more}
    </ol>
  )
}

const shown = () => screen.queryAllByTestId('item').length

test('a long list is shown in steps, and the button says what is left', () => {
  render(<List count={120} />)
  expect(shown()).toBe(50)
  fireEvent.click(screen.getByRole('button', { name: '还有 70 处，再列 50 处' }))
  expect(shown()).toBe(100)
  fireEvent.click(screen.getByRole('button', { name: '还有 20 处，再列 20 处' }))
  expect(shown()).toBe(120)
  expect(screen.queryByRole('button')).toBeNull()
})

test('the current item is always among those shown', () => {
  render(<List count={120} reach={99} />)
  expect(shown()).toBe(100)
})

test('a short list has no button', () => {
  render(<List count={50} />)
  expect(shown()).toBe(50)
  expect(screen.queryByRole('button')).toBeNull()
})
