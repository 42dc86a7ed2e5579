import type { IsoDate } from '../../shared/calendar/dates.ts';
import type { Need, Phase } from '../../shared/model/client.ts';
import type { PlacementFee, PlacementFeeKey } from '../../shared/model/placement.ts';
import type { PlacementsStore } from '../placements-aggregate.ts';
import type { Session } from '../session.ts';

interface Row {
  readonly school_urn: number;
  readonly from_on: IsoDate;
  readonly need: Need | '';
  readonly phase: Phase | '';
  readonly fee_pence: number;
  readonly source: string;
}

const toFee = ({ need, phase, ...row }: Row): PlacementFee => ({
  ...row,
  need: need === '' ? null : need,
  phase: phase === '' ? null : phase,
});

const keyOf = ({ school_urn, from_on, need, phase }: PlacementFeeKey) =>
  [school_urn, from_on, need ?? '', phase ?? ''] as const;

/** Fees of single schools: of every child, or of one need, one phase. */
export function placementFees(
  session: Session,
): Pick<PlacementsStore, 'fees' | 'saveFee' | 'deleteFee' | 'feeEdits'> {
  const { sql } = session;
  const all = sql.prepare(
    `SELECT school_urn, from_on, need, phase, fee_pence, source FROM placement_fee
     ORDER BY school_urn, need, phase, from_on`,
  );
  const put = sql.prepare(
    `INSERT INTO placement_fee (school_urn, from_on, need, phase, fee_pence, source) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (school_urn, from_on, need, phase) DO UPDATE SET fee_pence = excluded.fee_pence, source = excluded.source`,
  );
  const drop = sql.prepare(
    'DELETE FROM placement_fee WHERE school_urn = ? AND from_on = ? AND need = ? AND phase = ?',
  );
  // The journal's own lines: the key as it is shown, the value before.
  const edits = sql.prepare(
    `SELECT history.ref AS at, change.who AS who, history.before AS before, max(history.id)
     FROM history JOIN change ON change.id = history.change_id
     WHERE history.entity = 'placement_fee' AND history.field = 'fee_pence' GROUP BY history.ref`,
  );
  return {
    fees: () => (all.all() as Row[]).map(toFee),
    saveFee: (fee) => {
      session.mustWrite();
      put.run(...keyOf(fee), fee.fee_pence, fee.source);
    },
    deleteFee: (key) => {
      session.mustWrite();
      return drop.run(...keyOf(key)).changes > 0;
    },
    feeEdits: () => {
      const lines = edits.all() as { at: string; who: string; before: string }[];
      const last = new Map(
        lines.map(({ at, who, before }) => [at, { who, before: Number(before) }]),
      );
      return (key) => last.get(keyOf(key).join(' ').trimEnd()) ?? null;
    },
  };
}
