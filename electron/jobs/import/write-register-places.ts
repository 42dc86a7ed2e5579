/** Writes providers, fleets and vehicles of the register. */
import { doubt, together } from '../../../shared/intake/register-rows.ts';
import type {
  FleetFacts,
  ProviderFacts,
  VehicleFacts,
} from '../../../shared/intake/register-rows.ts';
import type { Problem } from '../../../shared/intake/problem.ts';
import { placeOf, problemAt, reportRow, type FiledRow, type RegisterRun } from './register-run.ts';

/** Rows of one record put together, the first row first. */
interface Joined<Facts> {
  facts: Facts;
  readonly rows: FiledRow<Facts>[];
  /** Problems of a row by its place among the rows. */
  readonly found: Map<FiledRow<Facts>, Problem[]>;
}

const WORDS: Readonly<Record<string, string>> = {
  mot_expires_on: 'MOT',
  insurance_expires_on: 'insurance',
  plate_expires_on: 'plate',
  lift_examined_on: 'lift examination',
  left_on: 'last day',
};

/** Rows by their key; where two disagree, both say so. */
function join<Facts extends object>(
  rows: readonly FiledRow<Facts>[],
  keyOf: (facts: Facts) => string,
  what: string,
): readonly Joined<Facts>[] {
  const byKey = new Map<string, Joined<Facts>>();
  for (const row of rows) {
    const key = keyOf(row.facts);
    const known = byKey.get(key);
    if (known === undefined) {
      byKey.set(key, { facts: row.facts, rows: [row], found: new Map() });
      continue;
    }
    const first = known.rows[0] ?? row;
    const { facts, differ } = together(known.facts, row.facts);
    known.facts = facts;
    known.rows.push(row);
    const note = (at: FiledRow<Facts>, field: string, problem: Omit<Problem, 'column' | 'value'>) =>
      known.found.set(at, [...(known.found.get(at) ?? []), problemAt(at, field, problem)]);
    if (differ.length === 0)
      note(
        row,
        'mark',
        doubt(
          `${what}_twice`,
          `The ${what} stands on ${placeOf(first, row)} already, with the same facts.`,
          'Take one of the rows out.',
        ),
      );
    for (const field of differ) {
      const name = WORDS[field] ?? field.replaceAll('_', ' ');
      const taken = field.endsWith('_on')
        ? 'The earlier day counts until it is settled.'
        : 'What that line says was taken.';
      note(
        row,
        field,
        doubt(
          `${field.replace(/_expires_on$|_on$/, '')}_twice`,
          `Another ${name} of this ${what} stands on ${placeOf(first, row)}. ${taken}`,
        ),
      );
      if (field.endsWith('_on'))
        note(
          first,
          field,
          doubt(
            `${field.replace(/_expires_on$|_on$/, '')}_twice`,
            `Another ${name} of this ${what} stands on ${placeOf(row, first)}. ${taken}`,
          ),
        );
    }
  }
  return [...byKey.values()];
}

/** Providers by their key. */
export function writeProviders(run: RegisterRun, rows: readonly FiledRow<ProviderFacts>[]): void {
  const { store, keep } = run;
  for (const { facts, rows: own, found } of join(rows, ({ key }) => key, 'provider')) {
    const before = store.register.provider(facts.key);
    // The name as it is known stays; `settleProviders` brings it to the contracts' spelling.
    const named = { ...facts, name: before?.name ?? facts.name };
    const patch = keep({ entity: 'provider', ref: facts.key }, before, named);
    const { outcomes } = store.register.upsertProviders([
      { ...patch, key: facts.key, name: named.name },
    ]);
    own.forEach((row, at) => {
      reportRow(run, row, at === 0 ? (outcomes[0] ?? 'unchanged') : 'unchanged', found.get(row));
    });
  }
}

/** Fleets: what the lists say of a provider's class is put in place of what was known of it. */
export function writeFleets(run: RegisterRun, rows: readonly FiledRow<FleetFacts>[]): void {
  const { store } = run;
  const keyOf = ({ provider, vehicle_class }: FleetFacts): string =>
    `${provider}\n${vehicle_class}`;
  const byArea = join(rows, (facts) => `${keyOf(facts)}\n${facts.districts.join()}`, 'fleet');
  for (const areas of Map.groupBy(byArea, ({ facts }) => keyOf(facts)).values()) {
    const [first] = areas;
    if (first === undefined) continue;
    const { provider, vehicle_class } = first.facts;
    const outcome = store.register.setFleet(
      provider,
      vehicle_class,
      areas.map(({ facts }) => facts),
    );
    for (const { rows: own, found } of areas)
      own.forEach((row, at) => {
        reportRow(run, row, at === 0 ? outcome : 'unchanged', found.get(row));
      });
  }
}

/** Vehicles by registration mark. */
export function writeVehicles(run: RegisterRun, rows: readonly FiledRow<VehicleFacts>[]): void {
  const { store, keep } = run;
  const known = new Map(store.register.vehicles().map((each) => [each.mark, each]));
  for (const { facts, rows: own, found } of join(rows, ({ mark }) => mark, 'vehicle')) {
    const before = known.get(facts.mark) ?? null;
    const patch = keep({ entity: 'vehicle', ref: facts.mark }, before, facts);
    const { outcomes } = store.register.upsertVehicles([{ ...patch, mark: facts.mark }]);
    own.forEach((row, at) => {
      reportRow(run, row, at === 0 ? (outcomes[0] ?? 'unchanged') : 'unchanged', found.get(row));
    });
  }
}
