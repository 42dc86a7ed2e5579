/** How many misspelt names are found again, over the demonstration county, and how much is found that nobody meant. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../db/open.ts';
import type { Store } from '../../db/store.ts';
import { silent } from '../../electron/jobs/context.ts';
import { makeDemo } from '../../electron/jobs/make-demo.ts';
import { seededRandom } from '../../shared/kernel/random.ts';
import type { Client } from '../../shared/model/client.ts';
import { SLIPS, typedPlain } from '../helpers/misspell.ts';
import { madeFolder, ON } from './made-store.ts';

const folder = madeFolder();
let store: Store;
let clients: readonly Client[];
beforeAll(() => {
  const path = join(folder.path, 'county.kerbside');
  makeDemo(path, { clients: null, seed: 1 }, silent);
  const opened = openStore(path);
  if (!opened.ok) throw new Error(opened.error.cause);
  store = opened.value;
  clients = store.clients.all().filter(({ surname }) => surname !== '');
}, 60_000);
afterAll(() => {
  store.close();
  folder.cleanUp();
});

const TRIES = 100;
/** The first five of what the search box shows. */
const AT = 5;

const isNamed = (one: Client, other: Client): boolean =>
  one.forename === other.forename && one.surname === other.surname;

type Ask = (client: Client, wrong: (name: string) => string) => string;

/** Forename and surname, one slip in the surname; or the surname first, with a slip in both. */
const ASKED: Readonly<Record<'one' | 'both', Ask>> = {
  one: (client, wrong) => `${typedPlain(client.forename)} ${wrong(client.surname)}`,
  both: (client, wrong) => `${wrong(client.surname)} ${wrong(client.forename)}`,
};

/** Share of tries in which a child of that very name is among the first five, and of hits that are of another name. */
function recall(slip: string, ask: Ask): { readonly recall: number; readonly others: number } {
  const random = seededRandom(7);
  const byId = new Map(clients.map((client) => [client.id, client]));
  let found = 0;
  let shown = 0;
  let others = 0;
  for (let turn = 0; turn < TRIES; turn += 1) {
    const client = random.pick(clients);
    const typed = ask(client, (name) => (SLIPS[slip] ?? String)(typedPlain(name), random));
    const named = store.read
      .search(typed, 12, ON)
      .filter(({ kind }) => kind === 'client')
      .slice(0, AT)
      .map(({ id }) => isNamed(byId.get(Number(id)) ?? client, client));
    found += named.includes(true) ? 1 : 0;
    shown += named.length;
    others += named.filter((is) => !is).length;
  }
  return { recall: found / TRIES, others: shown === 0 ? 0 : others / shown };
}

describe('a misspelt name is among the first five', () => {
  // Floors a little under what was measured on 25 November 2026 (the room's README has the figures).
  it.each([
    ['plain', 1, 1],
    ['swapped', 0.97, 0.93],
    ['missing', 0.95, 0.87],
    ['doubled', 0.97, 0.95],
    ['wrong', 0.95, 0.93],
    ['by ear', 0.95, 0.92],
  ])('%s', (slip, one, both) => {
    const measured = { one: recall(slip, ASKED.one), both: recall(slip, ASKED.both) };
    expect(measured.one.recall).toBeGreaterThanOrEqual(one);
    expect(measured.both.recall).toBeGreaterThanOrEqual(both);
    // And of what is shown beside, not too much is somebody else.
    expect(measured.one.others).toBeLessThan(0.35);
    expect(measured.both.others).toBeLessThan(0.45);
  });
});

/** Words that no child of the county bears. */
const STRANGERS =
  'umbrella saxophone thunderstorm quicksilver bathroom zigzag elephant kitchen volcano pineapple chimney xylophone';

describe('what nobody is called', () => {
  it('finds next to nobody', () => {
    const found = STRANGERS.split(' ').map(
      (word) => store.read.search(word, 12, ON).filter(({ fit }) => fit === 'similar').length,
    );
    expect(found.filter((hits) => hits > 0).length).toBeLessThanOrEqual(1);
  });

  it('shows similar references only for a slip', () => {
    const known = clients[10]?.ref ?? '';
    expect(store.read.search(known, 12, ON).filter(({ fit }) => fit === 'similar')).toEqual([]);
    expect(store.read.search('QX99-77777', 12, ON)).toEqual([]);
  });
});
