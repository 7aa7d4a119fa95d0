import { z } from 'zod'

// Must run before any schema is made: zod otherwise probes `new Function`, which the window's policy forbids and reports.
z.config({ jitless: true })
