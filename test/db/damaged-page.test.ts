import { closeSync, openSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { openStore } from '../../db/open.ts';
import { isoDate } from '../../shared/calendar/dates.ts';
import { checkStore } from '../../electron/jobs/check-store.ts';
import { fixture, importInto } from '../helpers/imports.ts';
import { madeFolder, madeStore, PASSPHRASE } from './made-store.ts';

const folder = madeFolder();
afterAll(folder.cleanUp);

const PAGE = 4096;
const on = isoDate('2026-08-31');

it('finds any damaged page of an encrypted store, and never throws at one', async () => {
  const path = join(folder.path, 'kent.kerbside');
  const store = madeStore(path, 'council');
  await importInto(store, 'applications', [fixture('summer-2026-sample.csv')]);
  store.close();
  const copied = (name: string): string => {
    const copy = join(folder.path, `${name}.kerbside`);
    const whole = openStore(path, { passphrase: PASSPHRASE });
    if (!whole.ok) throw new Error(whole.error.cause);
    whole.value.copyTo(copy);
    whole.value.close();
    return copy;
  };
  // A copy has no empty pages, so every page of it is one that is read.
  const pages = statSync(copied('sound')).size / PAGE;
  expect(pages).toBeGreaterThan(100);
  for (let page = 2; page < pages; page += 23) {
    const copy = copied(`damaged-${page}`);
    const file = openSync(copy, 'r+');
    writeSync(file, Buffer.alloc(PAGE, 0xab), 0, PAGE, page * PAGE);
    closeSync(file);
    const opened = openStore(copy, { passphrase: PASSPHRASE });
    if (!opened.ok) {
      expect(opened.error.code).toMatch(/store_damaged|wrong_passphrase/);
      continue;
    }
    expect(checkStore(opened.value, on).map((each) => each.code)).toContain('file_damaged');
    opened.value.close();
  }
});
