import { writeSync } from 'node:fs'

/** A disk that fills up takes a part and says no to the next: what stands in the file must be whole, or it must throw. */
export function writeAll(fd: number, bytes: Buffer, from: number): void {
  for (let done = 0; done < bytes.length;) done += writeSync(fd, bytes, done, bytes.length - done, from + done)
}
