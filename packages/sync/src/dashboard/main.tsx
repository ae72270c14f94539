import { render } from 'preact'
import { App } from './app.tsx'
import { applyLook } from './look.ts'
import { followRoute } from './state.ts'

applyLook()
followRoute()
render(<App />, document.getElementById('app')!)
