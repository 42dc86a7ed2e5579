import { getFile } from '../bridge/bridge.ts';
import { notify } from './notices.ts';

/** Hands bytes to the person as a file, by the browser's own download. */
export function saveBytes(
  name: string,
  bytes: Uint8Array,
  type = 'application/octet-stream',
): void {
  const url = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  window.setTimeout(() => {
    URL.revokeObjectURL(url);
  }, 10_000);
}

/** Fetches a file the host made and hands it to the person. */
export async function saveHostFile(id: string, name: string): Promise<void> {
  try {
    saveBytes(name, await getFile(id));
  } catch (error) {
    notify({
      tone: 'warning',
      text: `${name} could not be saved.`,
      detail: error instanceof Error ? error.message : 'Make it again.',
    });
  }
}
