// A reporter of Vitest: what went wrong outside of any test, which its JSON leaves out, as a file of its own for vitest.mjs.
import { writeFileSync } from 'node:fs'

export default class LooseErrors {
  onTestRunEnd(testFiles, errors) {
    // What stands around a group of tests fails for all of them, and none of them tells.
    const ofGroups = testFiles.flatMap(({ children }) => [...children.allSuites()].flatMap((group) => group.errors()))
    const file = process.env.ONBOARDER_LOOSE_ERRORS
    if (file !== undefined) writeFileSync(file, JSON.stringify([...ofGroups, ...errors].map(({ message, stack }) => stack ?? message)))
  }
}
