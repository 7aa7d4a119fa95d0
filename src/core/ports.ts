/** What the core asks of the world. Implementations live in `src/node`; tests use fakes of their own. */

/** Running sha256; hex at the end. Injected because the core may not touch a runtime's crypto. */
export interface Hash {
  update(text: string): void
  digestHex(): string
}
export type NewHash = () => Hash
