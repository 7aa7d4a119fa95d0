import './app/no-eval.ts'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { firstSettings } from '#shared/ipc/comfort-schemas.ts'
import { App } from './app/app.tsx'
import { makeClient } from './app/client.ts'
import './styles/tokens.css'
import './styles/base.css'
import './styles/controls.css'
import './styles/frame.css'
import './styles/grid.css'
import './styles/steps.css'
import './styles/review.css'
import './styles/mend.css'
import './styles/contrast.css'
import './styles/small.css'

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no root element.')
const client = makeClient()
const [settings, recent] = await Promise.all([client.app.settings({}), client.files.recent({})])
const first = { settings: settings.ok ? settings.value : firstSettings, recent: recent.ok ? recent.value : [] }
createRoot(root).render(<StrictMode><App client={client} first={first} /></StrictMode>)
