import { formatDate } from '../../../shared/format/date.ts';
import { formatPounds } from '../../../shared/format/money.ts';
import { formatQuantity } from '../../../shared/format/number.ts';
import { parseFees } from '../../../shared/intake/fees.ts';
import { FIELDS_OF } from '../../../shared/intake/fields/all-fields.ts';
import { settleTwins, type FiledRow } from '../../../shared/intake/price-twins.ts';
import type { Problem } from '../../../shared/intake/problem.ts';
import type { RowOutcome } from '../../../shared/intake/report-builder.ts';
import { schoolIndex } from '../../../shared/intake/school-match.ts';
import { ok, type Result } from '../../../shared/kernel/result.ts';
import type { PlacementFee, PlacementFeeKey } from '../../../shared/model/placement.ts';
import { NEED_WORDS, PHASE_WORDS } from '../../../shared/model/words.ts';
import type { Store } from '../../../db/store.ts';
import { IMPORTER } from './keep-edits.ts';
import { loadTables, noteLines, rememberMapping } from './load-tables.ts';
import { inLots, type ImportRun, type Prepared } from './prepared.ts';

const keyOf = ({ school_urn, from_on, need, phase }: PlacementFeeKey): string =>
  [school_urn, from_on, need ?? '', phase ?? ''].join(' ');

/**
 * Placement fees by school, need and phase. Only what differs is written; a fee of a later day stands beside the earlier one and goes before it
 * from that day on. What a person changed by hand, from the very fee that the file still gives, stays.
 */
export async function prepareFees(run: ImportRun): Promise<Result<Prepared>> {
  const loaded = await loadTables(run);
  if (!loaded.ok) return loaded;
  const { store, request } = run;
  const all = store.schools.all();
  const schools = schoolIndex(all);
  const named = new Map(all.map(({ urn, name }) => [urn, name]));
  const read = loaded.value.flatMap(({ label, split }): FiledRow<PlacementFee>[] =>
    parseFees(split.rows, { columns: split.columns, fields: FIELDS_OF.fees, on: request.on, schools }) // prettier-ignore
      .map((row) => ({ ...row, file: label })),
  );
  const rows = settleTwins(read, {
    keyOf: (fee) => keyInWords(fee, named),
    column: 'Fee',
    what: 'The fee of',
    byHand: 'Costs, Placement, Placement fees',
  });
  const usable = rows.flatMap((row) => (row.record === null ? [] : [{ ...row, record: row.record }])); // prettier-ignore
  return ok({
    usable: usable.length,
    report: (builder) => {
      noteLines(builder, loaded.value);
      for (const row of rows)
        if (row.record === null) builder.row(row.line, 'refused', row.problems, row.file);
    },
    apply: (builder, check) => {
      const write = writer(store);
      let unsourced = 0;
      inLots(usable, check, (lot) => {
        for (const { record, line, problems, file } of lot) {
          const done = write(record, file);
          if (done.unsourced) unsourced++;
          builder.row(line, done.outcome, [...problems, ...done.problems], file);
        }
      });
      if (unsourced > 0)
        builder.notRecords([
          {
            line: 0,
            column: 'Source',
            value: '',
            outcome: 'warning',
            code: 'no_source',
            reason: `${formatQuantity(unsourced, 'fee')} ${unsourced === 1 ? 'names' : 'name'} no source: the file’s name stands for it.`,
            remedy: 'Add a column Source, with the contract or schedule of fees and its date, and import the file again.', // prettier-ignore
          },
        ]);
      rememberMapping(run, loaded.value);
    },
  });
}

function keyInWords(fee: PlacementFeeKey, named: ReadonlyMap<number, string>): string {
  const parts = [
    named.get(fee.school_urn) ?? `URN ${fee.school_urn}`,
    fee.need === null ? '' : NEED_WORDS[fee.need],
    fee.phase === null ? '' : PHASE_WORDS[fee.phase],
    `from ${formatDate(fee.from_on)}`,
  ];
  return parts.filter((part) => part !== '').join(', ');
}

interface Written {
  readonly outcome: RowOutcome;
  readonly problems: readonly Problem[];
  readonly unsourced: boolean;
}

function writer({ placements }: Store): (fee: PlacementFee, file: string) => Written {
  const kept = new Map(placements.fees().map((fee) => [keyOf(fee), fee]));
  const lastEdit = placements.feeEdits();
  return (given, file) => {
    const before = kept.get(keyOf(given)) ?? null;
    const source = given.source || (before?.source ?? file);
    const fee = { ...given, source };
    const nothing = { problems: [], unsourced: false };
    if (before?.fee_pence === fee.fee_pence && before.source === source)
      return { outcome: 'unchanged', ...nothing };
    const edit = before === null || before.fee_pence === fee.fee_pence ? null : lastEdit(fee);
    if (before !== null && edit !== null && edit.who !== IMPORTER && edit.before === fee.fee_pence)
      return { ...nothing, outcome: 'unchanged', problems: [byHand(before, edit.who, fee)] };
    placements.saveFee(fee);
    kept.set(keyOf(fee), fee);
    const outcome = before === null ? 'added' : 'changed';
    return { outcome, problems: [], unsourced: given.source === '' };
  };
}

function byHand(before: PlacementFee, who: string, { fee_pence }: PlacementFee): Problem {
  return {
    severity: 'warn',
    column: 'Fee',
    value: formatPounds(fee_pence),
    code: 'changed_by_hand',
    reason: `${who} changed this fee from ${formatPounds(fee_pence)} to ${formatPounds(before.fee_pence)} by hand; that stays.`,
    remedy: 'Where the file is right, take the fee out on Costs, Placement, Placement fees, and import the file again.', // prettier-ignore
  };
}
