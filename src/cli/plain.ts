/** Text that came from a file or a server, safe on a terminal: control characters cannot move its cursor or forge a line. */
export function plain(text: string): string {
  // oxlint-disable-next-line no-control-regex -- control characters are what is being looked for
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '·')
}
