/** Names on Electron's wire, shared by main and preload: one a channel of the contract, and four for files, tiles and events. */

/** The wire name of a contract channel. */
export function callName(channel: string): string {
  return `kerbside:call:${channel}`;
}

export const PUT_FILE = 'kerbside:put-file';
export const GET_FILE = 'kerbside:get-file';
/** A tile of the map beside the store. */
export const GET_TILE = 'kerbside:get-tile';
export const EVENT = 'kerbside:event';
