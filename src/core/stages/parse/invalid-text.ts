/** What decoding leaves for bytes that mean nothing in the encoding. */
export const undecodable = '\ufffd'
