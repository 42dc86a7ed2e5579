/** Ids of the commands used last on this machine, the newest first. A matter of the machine, as the theme is. */
const KEY = 'kerbside-recent-commands';
const KEPT = 5;

/** The commands used last, the newest first. */
export function recentCommands(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(window.localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter((id) => typeof id === 'string') : [];
  } catch {
    return [];
  }
}

/** Remembers that a command was used now. */
export function rememberCommand(id: string): void {
  const next = [id, ...recentCommands().filter((other) => other !== id)].slice(0, KEPT);
  window.localStorage.setItem(KEY, JSON.stringify(next));
}
