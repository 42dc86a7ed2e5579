/** A time as typed, `7:30` or `18:00`, as seconds after midnight; null for anything else. */
export function secondsTyped(text: string): number | null {
  const match = /^(\d{1,2})[:.](\d{2})$/u.exec(text.trim());
  if (match === null) return null;
  const [hours, minutes] = [Number(match[1]), Number(match[2])];
  return hours > 23 || minutes > 59 ? null : hours * 3600 + minutes * 60;
}
