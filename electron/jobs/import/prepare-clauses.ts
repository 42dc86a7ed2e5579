import { clauseProblems, clauseWarnings } from '../../../shared/costing/clauses/check-clause.ts';
import { clauseRef } from '../../../shared/costing/clauses/clause-ref.ts';
import { FIELDS_OF } from '../../../shared/intake/fields/all-fields.ts';
import { parseClauses, type GivenClause } from '../../../shared/intake/clauses.ts';
import type { Problem } from '../../../shared/intake/problem.ts';
import { providerKey } from '../../../shared/intake/provider-name.ts';
import { ok, type Result } from '../../../shared/kernel/result.ts';
import type { Store } from '../../../db/store.ts';
import { loadTables, rememberMapping, sortOut } from './load-tables.ts';
import { inLots, type ImportRun, type Prepared } from './prepared.ts';

interface Row {
  readonly line: number;
  readonly file: string;
  readonly problems: readonly Problem[];
  readonly record: GivenClause | null;
}

/** Index clauses of providers and contracts. One of a reference that is there already is changed, with history. */
export async function prepareClauses(run: ImportRun): Promise<Result<Prepared>> {
  const loaded = await loadTables(run);
  if (!loaded.ok) return loaded;
  const known = knownNames(run.store);
  const rows = loaded.value.flatMap(({ label, split }): Row[] =>
    parseClauses(split.rows, {
      columns: split.columns,
      fields: FIELDS_OF.clauses,
      on: run.request.on,
    }).map((row) => checked({ ...row, file: label }, known)),
  );
  const { usable, report } = sortOut(loaded.value, rows);
  const clauses = usable.flatMap((row) => (row.record === null ? [] : [{ ...row, record: row.record }])); // prettier-ignore
  return ok({
    usable: clauses.length,
    report,
    apply: (report, check) => {
      inLots(clauses, check, (lot) => {
        for (const { record, line, problems, file } of lot) {
          const ref = record.ref === '' ? clauseRef(record) : record.ref;
          const outcome = run.store.clauses.save({ ...record, ref, withdrawn: false });
          report.row(line, outcome, problems, file);
        }
      });
      rememberMapping(run, loaded.value);
    },
  });
}

interface Known {
  readonly providers: ReadonlyMap<string, string>;
  readonly contracts: ReadonlySet<string>;
}

function knownNames(store: Store): Known {
  const contracts = store.contracts.all();
  return {
    providers: new Map(contracts.map(({ provider }) => [providerKey(provider), provider])),
    contracts: new Set(contracts.map(({ ref }) => ref)),
  };
}

/** Names a provider as the register does, and notes what stands against the clause. */
function checked(row: Row, known: Known): Row {
  const { record } = row;
  if (record === null) return row;
  const provider = known.providers.get(providerKey(record.provider)) ?? record.provider;
  const clause = { ...record, provider };
  const of = (column: string, value: string) => ({ column, value });
  const problems: Problem[] = [
    ...row.problems,
    ...clauseProblems(clause).map((reason): Problem => ({ ...of('', ''), severity: 'refuse', code: 'clause_wrong', reason, remedy: 'Correct it in the file and import it again.' })),
    ...clauseWarnings(clause).map((reason): Problem => ({ ...of('', ''), severity: 'warn', code: 'clause_odd', reason, remedy: 'Look at the contract’s own words.' })),
    ...(record.provider !== '' && !known.providers.has(providerKey(record.provider))
      ? [{ ...of('Provider', record.provider), severity: 'warn', code: 'provider_unknown', reason: `No contract of the register is ${record.provider}’s: the clause is kept and holds once one is.`, remedy: 'Check how the register writes the name.' } as const]
      : []),
    ...(record.contract_ref !== '' && !known.contracts.has(record.contract_ref)
      ? [{ ...of('Contract', record.contract_ref), severity: 'warn', code: 'contract_unknown', reason: `There is no contract ${record.contract_ref}: the clause is kept and holds once there is one.`, remedy: 'Check the contract’s number.' } as const]
      : []),
  ];
  return { ...row, record: clause, problems };
} // prettier-ignore
