/** What the page sees of the host: the contract's channels, files by their bytes, events, and nothing else. */
import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron';
import type { HostEvent } from '../shared/api/views/jobs.ts';
import { callName, EVENT, GET_FILE, GET_TILE, PUT_FILE } from './ipc-names.ts';

/** Written in by the build: the contract's channel names. */
declare const KERBSIDE_CHANNELS: readonly string[];

const channels: ReadonlySet<string> = new Set(KERBSIDE_CHANNELS);

contextBridge.exposeInMainWorld('kerbside', {
  call: (channel: string, input: unknown): Promise<unknown> => {
    if (!channels.has(channel)) return Promise.reject(new Error(`There is no channel ${channel}.`));
    return ipcRenderer.invoke(callName(channel), input);
  },
  putFile: (name: string, bytes: Uint8Array): Promise<unknown> =>
    ipcRenderer.invoke(PUT_FILE, name, bytes),
  getFile: (id: string): Promise<unknown> => ipcRenderer.invoke(GET_FILE, id),
  getTile: (z: number, x: number, y: number): Promise<unknown> =>
    ipcRenderer.invoke(GET_TILE, z, x, y),
  onEvent: (listener: (event: HostEvent) => void): (() => void) => {
    const hear = (_event: IpcRendererEvent, event: HostEvent): void => {
      listener(event);
    };
    ipcRenderer.on(EVENT, hear);
    return () => {
      ipcRenderer.off(EVENT, hear);
    };
  },
});
