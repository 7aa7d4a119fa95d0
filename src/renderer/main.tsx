import './app/no-eval.ts'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
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

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no root element.')
createRoot(root).render(<StrictMode><App client={makeClient()} /></StrictMode>)
