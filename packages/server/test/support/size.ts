/** The usual size of a trial, as the suite runs it; or the full one, which takes minutes and which `pnpm trials` runs. */
export function atSize<Size>({ usual, full }: { readonly usual: Size; readonly full: Size }): Size {
  return process.env["PRAXIS_TRIALS"] === "full" ? full : usual;
}
