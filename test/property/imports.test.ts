import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { readTables } from '../../electron/files/read-tables.ts';
import { previewImport } from '../../electron/jobs/import/preview-import.ts';
import { IMPORT_KINDS, type ImportKind } from '../../shared/model/import.ts';
import { isoDate, addDays } from '../../shared/calendar/dates.ts';
import { parseDate } from '../../shared/intake/parse-date.ts';
import { parseMoney } from '../../shared/intake/parse-number.ts';
import { parsePostcode } from '../../shared/intake/parse-postcode.ts';
import type { InputFile } from '../../electron/files/input-file.ts';
import { contentOf, csvFile, fixture, importInto, tryImport } from '../helpers/imports.ts';
import { madeFolder, madeStore } from '../db/made-store.ts';

const folder = madeFolder();
afterAll(folder.cleanUp);
let made = 0;
const freshStore = () => madeStore(join(folder.path, `${made++}`, 'kent.kerbside'));

describe('cells', () => {
  it('read a date back from every way it is written', () => {
    const on = isoDate('2026-08-10');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 54_786 }), (days) => {
        const date = addDays(isoDate('1950-01-01'), days);
        const [year = '', month = '', day = ''] = date.split('-');
        const ways = [
          date,
          `${day}/${month}/${year}`,
          `${Number(day)}.${Number(month)}.${year}`,
          `${year}${month}${day}`,
        ];
        for (const way of ways)
          expect(parseDate(way, on)).toEqual({ kind: 'date', date, serial: false });
      }),
    );
  });
  it('read an amount back to the penny', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999_999 }), (pence) => {
        const pounds = `${Math.floor(pence / 100)}.${String(pence % 100).padStart(2, '0')}`;
        expect(parseMoney(pounds)).toBe(pence);
        expect(
          parseMoney(
            `£${Math.floor(pence / 100).toLocaleString('en-GB')}.${String(pence % 100).padStart(2, '0')}`,
          ),
        ).toBe(pence);
      }),
    );
  });
  it('give a postcode one form, and the same again', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), (text) => {
        const read = parsePostcode(text);
        if (read.kind !== 'not_understood') expect(parsePostcode(read.postcode)).toEqual(read);
      }),
    );
  });
});

describe('any bytes at all', () => {
  const starts = [
    '',
    'Our Ref,Surname,DOB\n',
    'Contract;Price per day;Client ref\n',
    '\uFEFFurn\tname\n',
    'PK\u0003\u0004',
    '{"type":"FeatureCollection","features":[',
    '"',
  ];
  const anyFile = fc
    .record({
      start: fc.constantFrom(...starts),
      tail: fc.oneof(
        fc.uint8Array({ maxLength: 400 }),
        fc
          .string({ unit: 'grapheme', maxLength: 300 })
          .map((text) => new TextEncoder().encode(text)),
      ),
    })
    .map(({ start, tail }): InputFile => ({
      name: 'any.csv',
      source: {
        bytes: Buffer.concat([
          Buffer.from(start, start.startsWith('PK') ? 'latin1' : 'utf8'),
          tail,
        ]),
      },
    }));

  it('are read or refused in a sentence', async () => {
    await fc.assert(
      fc.asyncProperty(anyFile, async (file) => {
        const read = await readTables(file);
        if (!read.ok) expect(read.error.cause.length * read.error.action.length).toBeGreaterThan(0);
      }),
      { numRuns: 200 },
    );
  });
  it('are imported with counts that add up, or change nothing', async () => {
    const store = freshStore();
    await fc.assert(
      fc.asyncProperty(anyFile, fc.constantFrom(...IMPORT_KINDS), async (file, kind) => {
        const before = contentOf(store);
        const preview = await previewImport(store, { kind, files: [file], mapping: null });
        if (!preview.ok) expect(preview.error.cause).not.toBe('');
        const done = await tryImport(store, kind, [file]);
        if (!done.ok) {
          expect(contentOf(store)).toEqual(before);
          return;
        }
        const { read, added, changed, unchanged, held, refused } = done.value;
        expect(added + changed + unchanged + held + refused).toBe(read);
      }),
      { numRuns: 80 },
    );
    store.close();
  });
});

describe('rows of any content', () => {
  const cell = fc.oneof(
    fc.constantFrom(
      '',
      'A1',
      'A2',
      'A3',
      'Y',
      'N',
      '31/02/2015',
      '01/02/2015',
      '45870',
      'ME14 1XQ',
      'EH1 1YZ',
      'ZZ99 3VZ',
      '7',
      'R',
      'Walks',
      '=1+1',
      'Oakley School',
      '999999',
      'Total',
    ),
    fc.string({ maxLength: 12 }),
  );
  const heads = [
    'Our Ref',
    'Surname',
    'DOB',
    'NC Year',
    'Home postcode',
    'School',
    'School URN',
    'Mobility',
    'Reminder 1',
    'Reminder 2',
    'Easting',
    'Northing',
    'Sole occupancy',
  ];
  const quote = (text: string) => `"${text.replaceAll('"', '""').replaceAll(/[\r\n]/g, ' ')}"`;

  it('are all accounted for, and the same file again changes nothing', async () => {
    const store = freshStore();
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(cell, { minLength: heads.length, maxLength: heads.length }), {
          minLength: 1,
          maxLength: 12,
        }),
        async (rows) => {
          const file = csvFile(
            'any.csv',
            heads.join(','),
            ...rows.map((row) => row.map(quote).join(',')),
          );
          const first = await tryImport(store, 'applications', [file]);
          if (!first.ok) return;
          const { read, added, changed, unchanged, held, refused } = first.value;
          expect(added + changed + unchanged + held + refused).toBe(read);
          const after = contentOf(store);
          const again = await importInto(store, 'applications', [file]);
          expect(contentOf(store)).toEqual(after);
          expect(again).toMatchObject({
            read,
            added: 0,
            changed: 0,
            held,
            refused,
            unchanged: added + changed + unchanged,
          });
        },
      ),
      { numRuns: 40 },
    );
    store.close();
  });
});

describe('imports in any order', () => {
  const boundary = {
    type: 'Polygon',
    coordinates: [
      [
        [0.4, 51.1],
        [1.5, 51.1],
        [1.5, 51.5],
        [0.4, 51.5],
        [0.4, 51.1],
      ],
    ],
  };
  const boundaries: InputFile = {
    name: 'b.geojson',
    source: {
      bytes: Buffer.from(
        JSON.stringify({
          type: 'FeatureCollection',
          features: [
            {
              type: 'Feature',
              properties: { LAD24CD: 'E07000110', LAD24NM: 'Maidstone' },
              geometry: boundary,
            },
          ],
        }),
      ),
    },
  };
  const cohort = csvFile(
    'cohort.csv',
    'UPN,Surname,Forename,DOB,School',
    'U1,Rhodes,Alfie,20/07/2011,Oakley School',
    'U2,Nobody,Else,01/01/2014,Nowhere',
  );
  const both = csvFile(
    'more.csv',
    'Contract,Price per day,Client ref,Client postcode,School',
    'C9,80,KT26-00001,CT10 1ES,Oakley School',
  );
  const terms = csvFile(
    'terms.csv',
    'School,Label,From,To',
    'Oakley School,Term 1,02/09/2026,16/10/2026',
    'Nowhere,INSET,01/09/2026,',
    ',Term 1,01/09/2026,16/10/2026',
  );
  const imports: readonly (readonly [ImportKind, InputFile])[] = [
    ['applications', fixture('summer-2026-flawed.csv')],
    ['schools', fixture('schools.csv')],
    ['postcodes', fixture('postcodes.csv')],
    ['contracts', fixture('contracts-2025-26-sample.csv')],
    ['contracts', both],
    ['boundaries', boundaries],
    ['cohort', cohort],
    ['term-dates', terms],
  ];

  it('leave the same store', async () => {
    const inOrder = async (order: readonly (readonly [ImportKind, InputFile])[]) => {
      const store = freshStore();
      for (const [kind, file] of order) await importInto(store, kind, [file]);
      const content = contentOf(store);
      store.close();
      return content;
    };
    const expected = await inOrder(imports);
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([...imports], { minLength: imports.length, maxLength: imports.length }),
        async (order) => {
          expect(await inOrder(order)).toEqual(expected);
        },
      ),
      { numRuns: 12 },
    );
  });
});
