/** Makes something when it is first asked for, and never again: a thread that only checks need not build what only matching asks. */
export function once<Made>(make: () => Made): () => Made {
  let made: { readonly value: Made } | null = null
  return () => (made ??= { value: make() }).value
}
