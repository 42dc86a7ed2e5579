/** Search and commands. */
export function Palette() {
  return null;
}
