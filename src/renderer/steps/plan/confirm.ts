/** The number of customers as typed: digits, with or without the separators people write. */
export function isConfirmed(typed: string, customers: number): boolean {
  const digits = typed.replace(/[\s,.'’]/g, '')
  return /^\d{1,9}$/.test(digits) && Number(digits) === customers
}
