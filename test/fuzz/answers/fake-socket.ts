import { Duplex } from 'node:stream'
import type { MadeAnswer } from './make-answer.ts'

/** Stands in for a connection: takes the request, and gives the answer's pieces once the request is whole. */
export class FakeSocket extends Duplex {
  sent = ''
  private answered = false
  private readonly made: MadeAnswer

  constructor(made: MadeAnswer) {
    super({ allowHalfOpen: false })
    this.made = made
    // Like a real connection, whose error is known before anybody listens.
    this.on('error', () => undefined)
  }

  override _read(): void {
    // Pieces are pushed as they come.
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.sent += chunk.toString('latin1')
    done()
    const head = this.sent.indexOf('\r\n\r\n')
    const length = Number(/\r\ncontent-length: (\d+)/i.exec(this.sent)?.[1] ?? 0)
    if (this.answered || head === -1 || this.sent.length < head + 4 + length) return
    this.answered = true
    setImmediate(() => this.give(0))
  }

  private give(at: number): void {
    const piece = this.made.pieces[at]
    if (this.destroyed) return
    if (piece !== undefined) {
      this.push(piece)
      // Some arrive together, some each by itself.
      if (at % 3 === 0) setImmediate(() => this.give(at + 1))
      else this.give(at + 1)
    } else if (this.made.ending === 'close') this.push(null)
    else if (this.made.ending === 'reset') this.destroy(Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' }))
  }
}
