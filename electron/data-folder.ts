/** Where Kerbside keeps what is its own on this machine. */
import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * The folder for stores, back-ups and the list of recent stores. `KERBSIDE_DATA` overrides; otherwise the place each
 * system keeps such things (XDG base directories 0.8 on Linux).
 */
export function dataFolder(
  environment: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): string {
  const chosen = environment['KERBSIDE_DATA'];
  if (chosen !== undefined && chosen !== '') return chosen;
  if (platform === 'win32' && environment['LOCALAPPDATA'] !== undefined) {
    return join(environment['LOCALAPPDATA'], 'Kerbside');
  }
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Kerbside');
  const xdg = environment['XDG_DATA_HOME'];
  return join(
    xdg !== undefined && xdg !== '' ? xdg : join(homedir(), '.local', 'share'),
    'kerbside',
  );
}
