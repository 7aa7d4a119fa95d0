// The command line of the separate process.
import { readFileSync } from 'node:fs'
import { Command, InvalidArgumentError, Option } from 'commander'
import { type Fault, parseFaults } from './fates/order.ts'
import { parseWireJson } from './json.ts'
import { PRACTICE_CREDENTIALS, type RetryAfterForm, type SandboxOptions } from './options.ts'

type Flags = {
  readonly port: number
  readonly host: string
  readonly seed: number
  readonly idBase: bigint
  readonly latency: number
  readonly rateLimit: number
  readonly retryAfter: RetryAfterForm
  readonly rateLimitFields: boolean
  readonly tokenLife: number
  readonly readsLag: number
  readonly dateSkew: number
  readonly username: string
  readonly contractOwner?: number
  readonly allowDuplicates: boolean
  readonly dropBodies: boolean
  readonly difficult?: number | true
  readonly faults: readonly Fault[]
}

const wholeNumber =
  (max: number) =>
  (text: string): number => {
    const value = /^\d{1,12}$/.test(text) ? Number(text) : Number.NaN
    if (!(value <= max)) throw new InvalidArgumentError(`It must be a whole number up to ${max}.`)
    return value
  }

function bigNumber(text: string): bigint {
  if (!/^\d{1,18}$/.test(text)) throw new InvalidArgumentError('It must be a whole number of at most 18 digits.')
  return BigInt(text)
}

function skew(text: string): number {
  if (!/^-?\d{1,8}$/.test(text)) throw new InvalidArgumentError('It must be a whole number of seconds, before or after.')
  return Number(text)
}

function readFaults(file: string): readonly Fault[] {
  let problem: string
  try {
    const parsed = parseFaults(parseWireJson(readFileSync(file, 'utf8')))
    if ('faults' in parsed) return parsed.faults
    problem = parsed.problem
  } catch (error) {
    problem = error instanceof Error ? error.message : String(error)
  }
  throw new InvalidArgumentError(`${file}: ${problem}`)
}

const DAY_MS = 86_400_000

const command = (): Command =>
  new Command('sandbox')
    .description('A practice server with the interface of the real one. It keeps everything in memory.')
    .option('--port <number>', 'port; 0 takes any free one', wholeNumber(65_535), 0)
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .option('--seed <number>', 'decides the ids that are given out', wholeNumber(2 ** 32 - 1), 1)
    .addOption(new Option('--id-base <number>', 'ids of customers and sites lie above it').argParser(bigNumber).default(0n, '0'))
    .option('--latency <ms>', 'wait before every answer', wholeNumber(DAY_MS), 0)
    .option('--rate-limit <number>', 'requests a second; 0 is no limit', wholeNumber(1_000_000), 0)
    .addOption(new Option('--retry-after <form>', 'how waiting is told').choices(['seconds', 'http-date']).default('seconds'))
    .option('--rate-limit-fields', 'tell the limit in RateLimit header fields', false)
    .option('--token-life <seconds>', 'life of a bearer token', wholeNumber(DAY_MS), 900)
    .option('--reads-lag <ms>', 'lists show new records so much later', wholeNumber(DAY_MS), 0)
    .option('--date-skew <seconds>', 'the server says a time that is so far off', skew, 0)
    .option('--username <name>', 'name that may log in', PRACTICE_CREDENTIALS.username)
    .option('--contract-owner <id>', 'tie the user to one contract owner', wholeNumber(2 ** 31 - 1))
    .option('--allow-duplicates', 'let account numbers and site references repeat', false)
    .option('--drop-bodies', 'keep hashes of bodies in the ledger, not the bodies', false)
    .addOption(new Option('--difficult [seed]', 'make trouble by itself, to see how a client copes').argParser(wholeNumber(2 ** 32 - 1)))
    .addOption(new Option('--faults <file>', 'JSON file with faults to arm').argParser(readFaults).default([], 'none'))
    .exitOverride()

/** Throws commander's error when the arguments are wrong, or help was asked for: it has been printed by then. */
export function parseArguments(args: readonly string[]): SandboxOptions {
  const flags = command().parse(args, { from: 'user' }).opts<Flags>()
  return {
    port: flags.port,
    host: flags.host,
    seed: flags.seed,
    idBase: flags.idBase,
    latencyMs: flags.latency,
    rateLimitPerSecond: flags.rateLimit,
    retryAfterForm: flags.retryAfter,
    rateLimitFields: flags.rateLimitFields,
    tokenLifeSeconds: flags.tokenLife,
    readsLagMs: flags.readsLag,
    dateSkewMs: flags.dateSkew * 1000,
    keepsBodies: !flags.dropBodies,
    difficultSeed: flags.difficult === true ? 1 : (flags.difficult ?? null),
    credentials: { ...PRACTICE_CREDENTIALS, username: flags.username, ...(flags.contractOwner === undefined ? {} : { contractOwnerId: flags.contractOwner }) },
    uniqueAccountNumbers: !flags.allowDuplicates,
    uniqueSiteReferences: !flags.allowDuplicates,
    faults: flags.faults,
  }
}
