/**
 * Compares a picture with the one kept, by the mean colour of its cells: another Chromium's letters pass, a missing layer or another colour
 * does not. The page reads the pictures, so that no library is needed for it.
 */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { ROOT } from './served-store.ts';

/** Pixels along a cell's side. */
const CELL = 6;
/** A cell is another where its mean differs in a channel by more than this, of 255: a line of a pixel moves it by some 3 to 6. */
const LEAST = 2;

/** How alike two pictures are. */
export interface Likeness {
  /** Share of cells that are another, 0 to 1. */
  readonly changed: number;
  /** Where the new picture was written for a person to look at; null where it passed. */
  readonly written: string | null;
}

/** Fails nothing by itself: says how much is another, and writes the new picture beside the one kept. Keeps it where there is none. */
export async function likeness(page: Page, name: string, picture: Buffer): Promise<Likeness> {
  const kept = join(ROOT, 'test/golden/files', `${name}.png`);
  const written = join(ROOT, 'test/golden/files', `${name}.new.png`);
  rmSync(written, { force: true });
  if (process.env['KERBSIDE_KEEP_PICTURES'] === '1') writeFileSync(kept, picture);
  if (!existsSync(kept)) throw new Error(`${kept} is missing: KERBSIDE_KEEP_PICTURES=1 keeps it.`);
  const changed = await compare(page, readFileSync(kept), picture);
  if (changed === 0) return { changed, written: null };
  writeFileSync(written, picture);
  return { changed, written };
}

/** Share of cells whose mean colour is another; 1 for pictures of different sizes. */
export async function compare(page: Page, a: Buffer, b: Buffer): Promise<number> {
  return page.evaluate(
    async ({ pictures, cell, least }) => {
      const read = async (base64: string): Promise<ImageData> => {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
        const ctx = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
        if (ctx === null) throw new Error('No canvas.');
        ctx.drawImage(bitmap, 0, 0);
        return ctx.getImageData(0, 0, bitmap.width, bitmap.height);
      };
      const [one, other] = await Promise.all(pictures.map(read));
      if (one === undefined || other === undefined) return 1;
      if (one.width !== other.width || one.height !== other.height) return 1;
      const [columns, rows] = [Math.floor(one.width / cell), Math.floor(one.height / cell)];
      let changed = 0;
      for (let at = 0; at < columns * rows; at++) {
        const [left, top] = [(at % columns) * cell, Math.floor(at / columns) * cell];
        const sums = [0, 0, 0];
        for (let y = top; y < top + cell; y++)
          for (let x = left; x < left + cell; x++)
            for (let channel = 0; channel < 3; channel++) {
              const byte = (y * one.width + x) * 4 + channel;
              sums[channel] =
                (sums[channel] ?? 0) + (one.data[byte] ?? 0) - (other.data[byte] ?? 0);
            }
        if (sums.some((sum) => Math.abs(sum) > least * cell * cell)) changed++;
      }
      return changed / (columns * rows);
    },
    { pictures: [a.toString('base64'), b.toString('base64')], cell: CELL, least: LEAST },
  );
}
