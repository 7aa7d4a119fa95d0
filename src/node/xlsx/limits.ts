/** Bounds that no honest workbook of customers reaches and that keep a hostile one from filling the memory. */
export const zipLimits = {
  entries: 2000,
  nameBytes: 255,
  partBytes: 256 * 1024 ** 2,
  totalBytes: 512 * 1024 ** 2,
  /** Inflated to packed, looked at after `ratioFromBytes`: small parts may well be nothing but repetition. */
  ratio: 100,
  ratioFromBytes: 1024 ** 2,
}

/** A token is a tag, a text between tags, a comment. */
export const xmlLimits = { depth: 64, attributes: 64, tokenBytes: 1024 ** 2 }

/** The bounds of the format itself; of the shared texts and the merged cells, ours. */
export const sheetLimits = { rows: 1_048_576, columns: 16_384, cellChars: 32_767, sharedStrings: 2_000_000, merges: 200_000 }
