/** `kerbside import`: files of one kind into a store, with a report of every row that needs a person. */
import { rmSync } from 'node:fs';
import { z } from 'zod';
import { fail, ok, type Result } from '../../shared/kernel/result.ts';
import { IMPORT_KINDS, type ColumnMapping, type ImportReport } from '../../shared/model/import.ts';
import { isMoment } from '../../shared/service/lots/moment.ts';
import { createStore } from '../../db/open.ts';
import type { Store } from '../../db/store.ts';
import { inputFilesAt } from '../files/input-files-at.ts';
import { importFiles } from '../jobs/import-files.ts';
import type { Answer, Command, CommandInput } from './command.ts';
import {
  existing,
  existingFlag,
  ON_FLAG,
  PASSPHRASE_FLAG,
  pathFlag,
  readText,
  STORE_FLAG,
  textFlag,
  usage,
  withStore,
  type OpenStore,
} from './common-flags.ts';

export const importCommand: Command = {
  name: 'import',
  summary: 'read files into the store',
  flags: {
    store: {
      ...STORE_FLAG,
      help: 'the store; made when it is not there and a passphrase is given',
    },
    kind: { value: 'KIND', help: IMPORT_KINDS.join(', '), required: true },
    map: { value: 'FILE', help: 'JSON object: heading of the file -> field' },
    county: { value: 'NAME', help: "a new store's county (default Kent)" },
    received: {
      value: 'MOMENT',
      help: 'of bids: when they came, such as 2026-08-07T11:30 (default: now)',
    },
    on: ON_FLAG,
    'passphrase-file': PASSPHRASE_FLAG,
  },
  paths: { name: 'PATH...', min: 1, max: 300 },
  notes: 'Ends with 1 when rows were held or refused.',
  run: async (input) => {
    const kind = IMPORT_KINDS.find((known) => known === textFlag(input, 'kind'));
    if (kind === undefined) {
      return usage(
        `There is no kind ${textFlag(input, 'kind') ?? ''}.`,
        `Give one of ${IMPORT_KINDS.join(', ')}.`,
      );
    }
    for (const path of input.paths) {
      const there = existing(path);
      if (!there.ok) return there;
    }
    const mapping = mappingFlag(input);
    if (!mapping.ok) return mapping;
    const received = textFlag(input, 'received') ?? null;
    if (received !== null && !isMoment(received))
      return usage(
        `--received is ${received}, which is no day and time.`,
        'Write it like 2026-08-07T11:30.',
      );
    let isMade = false;
    let isImported = false;
    const make = (path: string, passphrase: string | undefined) => {
      const made = makeStore(path, passphrase, textFlag(input, 'county') ?? 'Kent');
      isMade = made.ok;
      return made;
    };
    const work = async ({ store, on }: OpenStore) => {
      const files = input.paths.flatMap(inputFilesAt);
      const asked = { kind, files, mapping: mapping.value, on, received_at: received };
      const done = await importFiles(store, asked, input.ctx);
      return done.ok ? ok(answer(done.value)) : done;
    };
    try {
      const imported = await withStore(input, work, make);
      isImported = imported.ok;
      return imported;
    } finally {
      // A refused file leaves nothing behind: not even the empty store that was made for it.
      if (!isImported && isMade) rmSync(pathFlag(input, 'store'), { force: true });
    }
  },
};

/** A council's own files never go into a store in clear, so a new store needs a passphrase. */
function makeStore(path: string, passphrase: string | undefined, county: string): Result<Store> {
  if (passphrase !== undefined)
    return createStore(path, { passphrase, county, demo: false, own_day: null });
  return fail(
    'file_missing',
    `There is no store at ${path}, and a council's own files need a store with a passphrase.`,
    'Name a store that is there, or give --passphrase-file FILE to make an encrypted one.',
    { path },
  );
}

const mappingSchema = z.record(z.string(), z.string());

function mappingFlag(input: CommandInput): Result<ColumnMapping | null> {
  if (textFlag(input, 'map') === undefined) return ok(null);
  const path = existingFlag(input, 'map');
  if (!path.ok) return path;
  const text = readText(path.value);
  if (!text.ok) return text;
  try {
    return ok(mappingSchema.parse(JSON.parse(text.value)));
  } catch {
    return fail(
      'map_unreadable',
      `${path.value} is not a JSON object of headings and fields.`,
      'Write it like {"Child ID": "ref", "School code": "school_urn"}.',
      { path: path.value },
    );
  }
}

function answer(report: ImportReport): Answer {
  const { read, added, changed, unchanged, held, refused, warnings, rows } = report;
  const shown = rows.filter(({ outcome }) => outcome !== 'not_record');
  return {
    exit: held > 0 || refused > 0 ? 1 : 0,
    json: { read, added, changed, unchanged, held, refused, warnings, rows },
    lines: [
      ...shown.map((row) =>
        `line ${row.line}, ${row.column}: ${row.outcome}, ${row.reason} ${row.remedy}`.trimEnd(),
      ),
      `${read} rows read: ${added} added, ${changed} changed, ${unchanged} unchanged, ${held} held, ${refused} refused; ${warnings} with a warning.`,
    ],
  };
}
