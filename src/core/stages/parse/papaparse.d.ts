// The published types pull all of Node's into whoever imports them; the core may see none of them. This is the part we use.
declare module 'papaparse/papaparse.js' {
  interface ParserSettings {
    readonly delimiter: string
    readonly newline: string
    readonly quoteChar: string
  }
  export interface Parser {
    parse(input: string, baseIndex: number, ignoreLastRow: boolean): { readonly data: string[][] }
  }
  const papaparse: { readonly Parser: new (settings: ParserSettings) => Parser }
  export default papaparse
}
