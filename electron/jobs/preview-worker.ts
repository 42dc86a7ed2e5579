/** The thread that a preview reads files in: a hostile workbook can only end its own thread. */
import { parentPort, workerData } from 'node:worker_threads';
import type { ImportPreview } from '../../shared/model/import.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { openStore } from '../../db/open.ts';
import { previewImport } from './import/preview-import.ts';
import type { PreviewWork } from './preview-in-thread.ts';

const { place, request } = workerData as PreviewWork;

async function preview(): Promise<Result<ImportPreview>> {
  const opened = openStore(place.path, { passphrase: place.passphrase });
  if (!opened.ok) return opened;
  try {
    return await previewImport(opened.value, request);
  } finally {
    opened.value.close();
  }
}

parentPort?.postMessage(await preview(), []);
