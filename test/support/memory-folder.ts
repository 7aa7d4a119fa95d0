import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'

/** Where files lie in memory, if this system has such a place: for proofs that write thousands of times, and say nothing about the disk. */
export const memoryFolder = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()
