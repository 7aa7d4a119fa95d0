// Names of nobody. Emails end in example.com, telephone numbers are Ofcom's for drama, the postcode districts are not in use.
import type { Random } from './random.ts'

const firstNames = [
  'Aisha', 'Alan', 'Beatrice', 'Callum', 'Carys', 'Chloé', 'Daniel', 'Deepa', 'Eilidh', 'Fergus', 'Gwen', 'Hamza', 'Imogen', 'Isla', 'Joanna', 'Kwame', 'Lorna', 'Marcus',
  'Megan', 'Nadia', 'Niamh', 'Owen', 'Patrick', 'Priya', 'Rhys', 'Rosalind', 'Siân', 'Stefan', 'Tamsin', 'Victor', 'Wendy', 'Zoë',
]
const lastNames = [
  'Abernethy', 'Barraclough', 'Chowdhury', 'Dunmore', 'Eastwood', 'Fairweather', 'Gallagher', 'Hathersage', 'Ibbotson', 'Jephcott', 'Kilbride', 'Llewellyn', 'MacAllister',
  'Nwosu', 'O\'Connell', 'Pemberton-Lee', 'Quayle', 'Rutherglen', 'Satterthwaite', 'Thistlewood', 'Ullathorne', 'Venkataraman', 'Wolstenholme', 'Yardley',
]
const firmNames = [
  'Ashgrove', 'Beacon Hill', 'Blackthorn', 'Bramley', 'Calderbrook', 'Copperfield', 'Dovecote', 'Eastgate', 'Fernhill', 'Foxglove', 'Greystone', 'Harbour Lane', 'Hollins',
  'Ivybridge', 'Kestrel', 'Larkfield', 'Lowmoor', 'Mallard', 'Millrace', 'Northfold', 'Oakenshaw', 'Pennine View', 'Quarry Bank', 'Ravensworth', 'Saltmarsh', 'Silverdale',
  'Tollgate', 'Upland', 'Wharfside', 'Whitebeam', 'Windrush', 'Yewtree',
]
const trades = [
  'Bakery', 'Bookshop & Café', 'Building Services', 'Care Homes', 'Cycles', 'Dental Practice', 'Engineering', 'Estate Agents', 'Farm Supplies', 'Fitness', 'Furniture', 'Garden Centre',
  'Joinery', 'Legal', 'Logistics', 'Motors', 'Opticians', 'Pharmacy', 'Printing', 'Property Management', 'Solar', 'Textiles', 'Veterinary Centre', 'Wholesale',
]
const endings = ['Ltd', 'Ltd', 'Ltd', 'LLP', 'plc', '(Holdings) Ltd']

/** Post town, county and a postcode district that no real address has. */
const towns = [
  ['Leeds', 'West Yorkshire', 'LS92'], ['York', 'North Yorkshire', 'YO93'], ['Exeter', 'Devon', 'EX94'], ['Norwich', 'Norfolk', 'NR95'], ['Stoke-on-Trent', 'Staffordshire', 'ST96'],
  ['Cardiff', '', 'CF92'], ['Aberdeen', '', 'AB96'], ['Belfast', '', 'BT97'], ['Truro', 'Cornwall', 'TR94'], ['Lincoln', 'Lincolnshire', 'LN93'], ['Preston', 'Lancashire', 'PR92'],
  ['Ipswich', 'Suffolk', 'IP93'], ['Swansea', '', 'SA93'], ['Durham', 'County Durham', 'DH96'], ['Carlisle', 'Cumbria', 'CA97'], ['Worcester', 'Worcestershire', 'WR94'],
] as const
const streets = ['Albion Street', 'Bridge Road', 'Chapel Lane', 'Dock Street', 'Elm Avenue', 'Foundry Way', 'George Street', 'High Street', 'King\'s Parade', 'Mill Lane', 'Park View', 'Station Road', 'The Crescent', 'Victoria Road']
const buildings = ['Unit 3', 'Suite 12', 'The Old Mill', 'First Floor', 'Enterprise House', 'Block B']

/** The letters of the second half of a postcode: C, I, K, M, O and V are not used there. */
const inwardLetters = 'ABDEFGHJLNPQRSTUWXYZ'.split('')

export interface Person { readonly name: string; readonly email: string; readonly telephone: string }
export interface Address { readonly line1: string; readonly line2: string; readonly town: string; readonly county: string; readonly postcode: string }

export function makeFirmName(random: Random): string {
  return `${random.pick(firmNames)} ${random.pick(trades)} ${random.pick(endings)}`
}

export function makePerson(random: Random, domain: string): Person {
  const first = random.pick(firstNames)
  const last = random.pick(lastNames)
  return { name: `${first} ${last}`, email: `${makeSlug(first)}.${makeSlug(last)}@${domain}`, telephone: makeTelephone(random) }
}

export function makeTelephone(random: Random): string {
  return random.chance(0.6) ? `01632 960${random.digits(3)}` : `07700 900${random.digits(3)}`
}

export function makeAddress(random: Random): Address {
  const [town, county, district] = random.pick(towns)
  return {
    line1: `${1 + random.below(180)} ${random.pick(streets)}`,
    line2: random.chance(0.3) ? random.pick(buildings) : '',
    town, county,
    postcode: `${district} ${random.below(10)}${random.pick(inwardLetters)}${random.pick(inwardLetters)}`,
  }
}

/** Plain lower-case letters, for an email: "Siân" is "sian". */
export function makeSlug(text: string): string {
  return text.normalize('NFD').replaceAll(/[^A-Za-z0-9]/g, '').toLowerCase()
}
