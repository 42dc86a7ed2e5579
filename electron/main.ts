/** The composition root under Electron: one host, one window, the contract between them. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { app, BrowserWindow, ipcMain, type IpcMainInvokeEvent } from 'electron';
import { CHANNELS } from '../shared/api/contract.ts';
import { fail } from '../shared/kernel/result.ts';
import { createDispatch } from './api/dispatch.ts';
import type { ComposedHost } from './create-host.ts';
import { dataFolder } from './data-folder.ts';
import { callName, EVENT, GET_FILE, GET_TILE, PUT_FILE } from './ipc-names.ts';
import { composeHost } from './serve.ts';
import { openWindow, PAGE, prepareSession, printPage, registerScheme } from './window.ts';

const { values } = parseArgs({
  args: process.argv.slice(1),
  options: { store: { type: 'string' }, 'passphrase-file': { type: 'string' } },
  // Electron's own switches and the app's folder stand among them.
  strict: false,
});

app.setPath('userData', join(dataFolder(), 'electron'));
if (app.requestSingleInstanceLock()) {
  registerScheme();
  void app.whenReady().then(run);
} else {
  app.quit();
}

async function run(): Promise<void> {
  const composed = composeHost({
    shell: 'electron',
    version: app.getVersion(),
    dataFolder: dataFolder(),
    print: printPage,
  });
  openFirst(composed);
  prepareSession();
  answerPages(composed);
  composed.listen((event) => {
    for (const window of BrowserWindow.getAllWindows()) window.webContents.send(EVENT, event);
  });
  const window = await openWindow();
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore();
    window.focus();
  });
  app.on('window-all-closed', () => {
    app.quit();
  });
  app.on('before-quit', () => {
    void composed.close();
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      app.quit();
    });
  }
}

/** The store named on the command line, else the demonstration county where it was made before. */
function openFirst({ host }: ComposedHost): void {
  const file = values['passphrase-file'];
  const passphrase =
    typeof file === 'string' ? readFileSync(file, 'utf8').split(/\r?\n/)[0] : undefined;
  const path = typeof values.store === 'string' ? values.store : host.stores.demoPath();
  // A store that cannot be opened leaves none open: the page then offers others.
  if (existsSync(path)) host.stores.open(path, passphrase);
}

/** Binds the contract to Electron's ipc. Only the app's own page is answered. */
function answerPages(composed: ComposedHost): void {
  const { files, tiles } = composed.host;
  const dispatch = createDispatch(composed.host, (channel, bug) => {
    process.stderr.write(`${channel}: ${bug instanceof Error ? bug.stack : String(bug)}\n`);
  });
  for (const channel of CHANNELS) {
    ipcMain.handle(callName(channel), (event, input: unknown) =>
      isOwn(event)
        ? dispatch(channel, input)
        : fail('refused', 'This page is not Kerbside.', 'Close it.'),
    );
  }
  ipcMain.handle(PUT_FILE, (event, name: unknown, bytes: unknown) => {
    if (!isOwn(event) || !(bytes instanceof Uint8Array))
      throw new Error('This file was not taken.');
    return files.put(String(name), bytes);
  });
  ipcMain.handle(GET_TILE, (event, z: unknown, x: unknown, y: unknown) =>
    isOwn(event) ? tiles.tile(Number(z), Number(x), Number(y)) : null,
  );
  ipcMain.handle(GET_FILE, (event, id: unknown) => {
    const file = isOwn(event) ? files.get(String(id)) : null;
    if (file === null || !file.ok || !('bytes' in file.value.source)) {
      throw new Error('This file is no longer held. Make it again.');
    }
    return file.value.source.bytes;
  });
}

function isOwn(event: IpcMainInvokeEvent): boolean {
  return event.senderFrame?.url.startsWith(PAGE) === true;
}
