import { after, before } from './byte-survey.ts'

// How likely a character is between its neighbours, in log-odds. What matters is that the right reading of a byte and a wrong one
// differ: an accent inside a word against a sign that stands in none, a curly quote at a word's edge against a capital after
// small letters.
const impossible = -12
const unlikely = -4

interface Place {
  readonly prev: number
  readonly next: number
}

export function scoreCharacter(character: string, place: Place): number {
  if (character === '\ufffd') return impossible
  if (/\p{Ll}/u.test(character) && character !== 'ƒ' && character !== 'µ' && character !== 'ı') return scoreSmall(character, place)
  if (/\p{Lu}/u.test(character) && character !== 'Ω') return scoreCapital(character, place)
  return (signs[character] ?? (() => unlikely))(place)
}

const afterLetter = ({ prev }: Place): boolean => prev === before.small || prev === before.initial || prev === before.capital || prev === before.high
const beforeLetter = ({ next }: Place): boolean => next === after.small || next === after.st || next === after.capital || next === after.high
const beforeSmall = ({ next }: Place): boolean => next === after.small || next === after.st || next === after.high
const nearDigit = ({ prev, next }: Place): boolean => prev === before.digit || next === after.digit

function scoreSmall(character: string, place: Place): number {
  const { prev, next } = place
  const frequency = 'éèüöäáíóñçàêåøæßëïîôâúû'.includes(character) ? 1 : -1.5
  if (nearDigit(place)) return frequency - 3
  if (prev === before.edge && next === after.edge) return character === 'à' ? 0.5 : -2.5
  if (prev === before.edge) return frequency + (next === after.capital ? -2.5 : -0.2)
  if (next === after.capital) return frequency + (prev === before.capital ? -2 : -2.5)
  if (next === after.edge) return frequency + (prev === before.capital ? -1 : 1.2)
  return frequency + (prev === before.capital ? -1 : 1.5)
}

function scoreCapital(character: string, place: Place): number {
  const { prev, next } = place
  const frequency = 'ÀÁÂÄÅÆÇÈÉÊÍÎÓÔÖØÚÜÑŠŽ'.includes(character) ? 1 : -1.5
  if (nearDigit(place)) return frequency - 3
  if (prev === before.small) return frequency - 3.5
  if (prev === before.edge && next === after.edge) return 'ÓÀÉ'.includes(character) ? 0.5 : frequency - 1.8
  if (prev !== before.edge && beforeSmall(place)) return frequency - 0.7
  return frequency + 1.2
}

const opening = (place: Place): number => {
  if (place.prev !== before.edge) return -3
  return place.next === after.edge ? 0 : 1.2
}
const closing = (place: Place): number => (place.next === after.edge ? (place.prev === before.edge ? -0.5 : 1.2) : -3)
const dash = (place: Place): number => {
  if ((place.prev === before.edge && place.next === after.edge) || (place.prev === before.digit && place.next === after.digit)) return 1
  return afterLetter(place) && beforeLetter(place) ? -1.5 : -1
}
const currency = (place: Place): number => {
  if (afterLetter(place) || beforeLetter(place)) return -2.5
  return place.prev === before.edge && place.next === after.digit ? 2 : 0.5
}
const apostrophe = (place: Place): number => {
  const { prev, next } = place
  if (prev === before.digit || next === after.digit) return -1
  if (prev === before.edge || next === after.edge) return prev === before.edge ? 0 : 0.8
  if (next === after.capital) return prev === before.capital ? -1 : prev === before.initial ? 3 : 1.5
  return next === after.st && prev === before.small ? 2 : -0.5
}
const mark = (place: Place): number => (afterLetter(place) && place.next === after.edge ? 1 : place.prev === before.edge && place.next === after.edge ? 0.5 : -2)
const fraction = (place: Place): number => (afterLetter(place) || beforeLetter(place) ? -2.5 : 0.5)
const bullet = (place: Place): number => (place.prev === before.edge && place.next === after.edge ? 0.8 : -2)
const raised = (place: Place): number => (place.prev !== before.edge && place.next === after.edge ? 0.5 : -2.5)

const signs: Readonly<Record<string, (place: Place) => number>> = {
  '’': apostrophe, '´': (place) => apostrophe(place) - 1, '‘': opening, '“': opening, '«': opening, '‹': opening, '„': opening, '‚': opening,
  '”': closing, '»': closing, '›': closing, '–': dash, '—': dash, '…': (place) => (place.prev !== before.edge && place.next === after.edge ? 0.5 : -1),
  '£': currency, '€': currency, '¥': currency, '\u00a0': () => 0.2,
  '°': (place) => (place.prev === before.digit ? 1 : place.next === after.edge ? 0.3 : -2), 'º': raised, 'ª': raised, '²': raised, '³': raised, '¹': raised,
  '®': mark, '™': mark, '©': mark, '½': fraction, '¼': fraction, '¾': fraction, '·': bullet, '•': bullet, '×': bullet, '§': bullet,
  '±': (place) => (place.next === after.digit ? 0.5 : -2), '¿': opening, '¡': opening, 'µ': (place) => (beforeLetter(place) ? -1 : -2),
}
