// Numbers that are names: text with leading zeros. Only what people put between the digits goes away.
import { converted } from './converted.ts'
import type { Converted } from './converted.ts'

/** Sort codes and bank account numbers: spaces and hyphens go. What is left is for the validation to judge. */
export function convertBankDigits(text: string): Converted {
  return converted(text.replace(/[\s\-–—]/g, ''))
}
