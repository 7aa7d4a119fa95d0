// Numbers that are names: text with leading zeros. Only what people put between the digits goes away.
import { converted } from './converted.ts'
import type { Converted } from './converted.ts'

/** Sort codes and bank account numbers: spaces and hyphens go. What is left is for the validation to judge. */
export function convertBankDigits(text: string): Converted {
  return converted(text.replace(/[\s\-–—]/g, ''))
}

/**
 * A telephone number: digits and a leading plus. The "(0)" behind a country code is not dialled. A text with anything else in
 * it (an extension, two numbers) stays as it is: taking characters away would make another number of it.
 */
export function convertPhone(text: string): Converted {
  const trimmed = text.trim()
  const plain = trimmed.startsWith('+') ? trimmed.replace(/\(0\)/, '') : trimmed
  return converted(/^\+?[\d\s\-–—().]+$/.test(plain) ? plain.replace(/[^\d+]/g, '') : trimmed)
}
