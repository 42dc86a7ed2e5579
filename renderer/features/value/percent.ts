/** Per cent as people type it: `12`, `+12%`, `−3.5`; null for anything else, and outside −90 to 500. */
export function percentOf(text: string): number | null {
  const plain = text.trim().replace('−', '-').replace(/%$/u, '').trim();
  if (!/^[+-]?\d+(?:\.\d+)?$/u.test(plain)) return null;
  const value = Number(plain);
  return value >= -90 && value <= 500 ? value : null;
}
