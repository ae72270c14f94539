import { render } from 'preact'
import '../../look/tokens.css'
import '../../look/page.css'
import './options.css'
import { openOptions } from './open-options.ts'
import { Options } from './options.tsx'

render(<Options page={await openOptions()} />, document.getElementById('app')!)
