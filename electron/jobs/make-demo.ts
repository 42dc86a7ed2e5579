/** Makes a store that holds the invented county. Nothing is planned yet. */
import { demoClauses } from '../../shared/demo/clauses.ts';
import { rmSync } from 'node:fs';
import { createStore } from '../../db/open.ts';
import type { Store } from '../../db/store.ts';
import {
  demoCounty,
  MOST_CLIENTS,
  LEAST_CLIENTS,
  type DemoCounty,
} from '../../shared/demo/demo-county.ts';
import { demoClaims } from '../../shared/demo/claims.ts';
import { demoFees } from '../../shared/demo/fees.ts';
import { demoMoney } from '../../shared/demo/money.ts';
import { demoRunningYear } from '../../shared/demo/running-year.ts';
import { demoCasework } from '../../shared/demo/casework.ts';
import { streamOf } from '../../shared/demo/streams.ts';
import { formatCount } from '../../shared/format/number.ts';
import { defined } from '../../shared/kernel/assert.ts';
import { writeDemoRegister } from './write-demo-register.ts';
import { writeDemoAppeals, writeDemoLife } from './write-demo-life.ts';
import { closeDemoJune, writeDemoMoney } from './write-demo-money.ts';
import { writeDemoYear, type DemoIds } from './write-demo-year.ts';
import { fail, ok, type Result } from '../../shared/kernel/result.ts';
import type { JobContext } from './context.ts';
import { writeDemoLetters } from './demo-letters.ts';
import { writeDemoNotices } from './demo-notices.ts';
import { writeCasework } from './write-casework.ts';
import { writeDemoTender } from './write-demo-tender.ts';

/** Size and seed of the county. `clients` null: the usual 6,539, of whom 1,739 asked this summer. */
export interface DemoOptions {
  readonly clients: number | null;
  readonly seed: number;
  /** Encrypts the store; the invented county may also lie in clear. */
  readonly passphrase?: string | undefined;
}

/** Writes the invented county into a new store at `path`; a file that is there already is left alone. */
export function makeDemo(
  path: string,
  { clients, seed, passphrase }: DemoOptions,
  ctx: JobContext,
): Result<{ readonly path: string }> {
  if (clients !== null && !isSize(clients)) {
    return fail(
      'bad_size',
      `The invented county cannot have ${clients} clients.`,
      `Give a whole number from ${formatCount(LEAST_CLIENTS)} to ${formatCount(MOST_CLIENTS)}.`,
      { clients },
    );
  }
  ctx.stage('Inventing the county', null);
  const county = demoCounty(clients === null ? { seed } : { clients, seed });
  if (ctx.cancelled()) return stopped();
  const created = createStore(path, {
    county: county.county,
    demo: true,
    own_day: county.own_day,
    passphrase,
  });
  if (!created.ok) return created;
  const store = created.value;
  try {
    ctx.stage('Writing the county to its store', 0.5);
    const year = demoRunningYear(county, seed);
    const books = demoMoney(county, year.invoices, seed);
    store.write({ who: 'Kerbside', why: 'the making of the invented county' }, () => {
      const ids = writeCounty(store, county);
      writeCasework(store, demoCasework(county, seed), ids.client);
      writeDemoYear(store, year, ids);
      writeDemoMoney(store, books, ids);
      for (const fee of demoFees(streamOf(seed, 'fees'), county.schools))
        store.placements.saveFee(fee);
      for (const { claim, answers } of demoClaims(county)) {
        const { id } = store.claims.keep(claim);
        for (const answer of answers) store.claims.answer({ ...answer, claim_id: id });
      }
    });
    writeDemoAppeals(store, county);
    ctx.stage('Writing its letters', 0.9);
    writeDemoLetters(store);
    writeDemoNotices(store, seed, county.own_day);
    ctx.stage('Writing its tender', 0.95);
    writeDemoTender(store, seed);
    closeDemoJune(store, books, county.clients.length);
  } catch (error) {
    store.close();
    for (const tail of ['', '-wal', '-shm']) rmSync(path + tail, { force: true });
    throw error;
  }
  store.close();
  ctx.stage('The county is there', 1);
  return ok({ path });
}

function isSize(clients: number): boolean {
  return Number.isInteger(clients) && clients >= LEAST_CLIENTS && clients <= MOST_CLIENTS;
}

function stopped() {
  return fail('cancelled', 'Stopped before the county was written.', 'Start again when you like.');
}

/** The generator counts ids from 1; the store gives its own. */
function writeCounty(store: Store, county: DemoCounty): DemoIds {
  store.districts.upsertMany(county.districts);
  store.schools.upsertMany(county.schools);
  store.postcodes.upsertMany(county.postcodes);
  store.terms.upsertMany(county.terms);
  store.inYear.setDayRules(county.day_rules);
  store.prices.upsertFuel(county.fuel);
  store.prices.upsertCpi(county.cpi);
  store.prices.upsertWages(county.wages);
  const clients = store.clients.upsertMany(county.clients.map(({ id: _id, ...rest }) => rest));
  const clientId = (id: number): number => defined(clients.ids[id - 1], `client ${id}`);
  store.applications.upsertMany(
    county.applications.map((each) => ({ ...each, client_id: clientId(each.client_id) })),
  );
  const ofClient = <T extends { readonly client_id: number }>(each: T): T => ({
    ...each,
    client_id: clientId(each.client_id),
  });
  store.tif.load(county.tifs.signed.map(ofClient), county.tifs.confirmed.map(ofClient));
  writeDemoLife(store, county, clientId);
  store.cohort.upsertMany(county.cohort);
  store.settings.upsertMany([county.sender]);
  const contracts = store.contracts.upsertMany(
    county.contracts.map(({ id: _id, ...rest }) => rest),
  );
  const contractId = (id: number): number => defined(contracts.ids[id - 1], `contract ${id}`);
  store.contracts.upsertStops(
    county.stops.map((stop) => ({
      ...stop,
      contract_id: contractId(stop.contract_id),
      client_id: clientId(stop.client_id),
    })),
  );
  for (const clause of demoClauses(county.contracts)) store.clauses.save(clause);
  writeDemoRegister(store, county.register, contracts.ids);
  return { client: clientId, contract: contractId };
}
