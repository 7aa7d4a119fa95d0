import { stepNames } from '../wizard/wizard-state.ts'

/** What the window says about itself: help, tour, appearance. Part of `words`. */
export const comfortWords = {
  help: {
    button: 'Help and appearance', manual: 'Manual', manualKey: 'F1', tour: 'Show me with an example', colours: 'Colours', contrast: 'Contrast', moreContrast: 'Higher contrast',
    colourChoices: { system: 'As the system', light: 'Light', dark: 'Dark' }, zoom: 'Zoom: Ctrl and +, – or 0',
  },
  recent: {
    title: 'Recent files', opened: (when: string) => `opened ${when}`, gone: 'not there any more', clear: 'Clear this list',
  },
  tour: {
    title: 'Tour', offer: 'New here?', offerText: 'See a whole import in a few minutes, with an example file and the practice server. Nothing leaves this computer.',
    decline: 'No, thank you', leave: 'Leave the tour', done: 'End the tour', step: (here: number) => `Step ${here} of ${stepNames.length}`,
    live: 'You are connected to a live system, so the tour ends here: the example does not belong in it.',
    hints: {
      choose: 'Here you choose a file, or drop one on the window.',
      check: 'The example was read: on the left is how and why, beside it are its rows. Go on with “Match columns”.',
      match: 'Each column fills a field of Elevate, and the question mark beside a field says what it may hold. Go on with “Review the data”.',
      review: 'Problems with the same cause stand together: choose one, see what a fix would change, apply it; Ctrl+Z takes it back. Customers with errors are held back, the others go on with “Dry run”.',
      plan: 'The dry run asks the server what is there already and sends nothing. Run it, read what would be sent, then import.',
      import: 'Every request is written down before it is sent, so an import can be stopped at any time and goes on later without sending twice.',
      report: 'Every row of the file is accounted for here. Save the report, or end the tour and begin with a file of your own.',
    },
  },
  fieldHelp: {
    button: (field: string) => `Help: ${field}`, holds: 'May hold', example: 'Example', needed: 'Needed', source: 'How sure this is', name: 'Name in Elevate',
    certainty: {
      known: 'Stated by Elevate’s documents: what does not fit is an error.', inferred: 'Concluded, not stated by Elevate: what does not fit is a warning.',
      unknown: 'Elevate’s documents say nothing about it: it is sent as it stands.',
    },
    limits: { known: 'Its limits are stated.', inferred: 'Its limits are concluded: beyond them is a warning.', unknown: 'Nothing is said about its limits.' },
    custom: 'A custom field that is defined in Elevate.', customHolds: 'What its definition in Elevate allows; any text is sent as it stands', customNeeded: 'As its definition in Elevate says',
  },
} as const
