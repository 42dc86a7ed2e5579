/** Who signed last in this window, offered again. Kerbside knows no accounts, so nothing is kept when it closes. */
let last = '';

/** The name to offer. */
export function lastSigner(): string {
  return last;
}

/** Remembers a name that was accepted. */
export function keepSigner(name: string): void {
  last = name.trim();
}
