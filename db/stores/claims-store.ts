import { formatPercentChange } from '../../shared/format/number.ts';
import { defined } from '../../shared/kernel/assert.ts';
import {
  CLAIM_OUTCOME_WORDS,
  type ClaimAnswer,
  type ClaimGivenIn,
  type ClaimRecord,
  type ClaimWeighed,
} from '../../shared/model/claim.ts';
import type { ClaimsStore } from '../claims-aggregate.ts';
import type { Session } from '../session.ts';

const COLUMNS =
  'id, provider, contract_ref, asked, received_on, priced_on, said, weighed, recorded_on, recorded_by';

/** Rises that providers ask for, and their answers. */
export function claimsStore(session: Session): ClaimsStore {
  const { sql } = session;
  const list = sql.prepare(`SELECT ${COLUMNS} FROM claim ORDER BY received_on DESC, id DESC`);
  const one = sql.prepare(`SELECT ${COLUMNS} FROM claim WHERE id = ?`);
  const answers = sql.prepare(
    'SELECT id, claim_id, outcome, agreed, "on", by, why FROM claim_answer ORDER BY id',
  );
  const answersOf = sql.prepare(
    'SELECT id, claim_id, outcome, agreed, "on", by, why FROM claim_answer WHERE claim_id = ? ORDER BY id',
  );
  const add = sql.prepare(
    `INSERT INTO claim (provider, contract_ref, asked, received_on, priced_on, said, weighed, recorded_on, recorded_by)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const addAnswer = sql.prepare(
    'INSERT INTO claim_answer (claim_id, outcome, agreed, "on", by, why) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const toClaim = (raw: unknown, given: readonly ClaimAnswer[]): ClaimRecord => {
    const row = raw as Omit<ClaimRecord, 'weighed' | 'answers'> & { readonly weighed: string };
    return { ...row, weighed: JSON.parse(row.weighed) as ClaimWeighed, answers: given };
  };
  const get = (id: number): ClaimRecord | null => {
    const row = one.get(id);
    return row === undefined ? null : toClaim(row, answersOf.all(id) as ClaimAnswer[]);
  };
  const log = (claim: ClaimGivenIn, after: string): void => {
    const ref = claim.contract_ref === '' ? claim.provider : claim.contract_ref;
    session.log({ entity: 'claim', ref, client_id: null, field: 'claim', before: '', after });
  };
  return {
    all: () => {
      const byClaim = Map.groupBy(answers.all() as ClaimAnswer[], ({ claim_id }) => claim_id);
      return list.all().map((row) => toClaim(row, byClaim.get((row as { id: number }).id) ?? []));
    },
    get,
    keep: (given) => {
      session.mustWrite();
      const { provider, contract_ref, asked, received_on, priced_on, said } = given;
      const { lastInsertRowid } = add.run(
        provider,
        contract_ref,
        asked,
        received_on,
        priced_on,
        said,
        JSON.stringify(given.weighed),
        given.recorded_on,
        given.recorded_by,
      );
      log(given, `${provider} asks for ${formatPercentChange(asked)}, received ${received_on}`);
      return defined(get(Number(lastInsertRowid)), 'the claim recorded');
    },
    answer: (given) => {
      session.mustWrite();
      const claim = defined(get(given.claim_id), `claim ${given.claim_id}`);
      const { claim_id, outcome, agreed, on, by, why } = given;
      addAnswer.run(claim_id, outcome, agreed, on, by, why);
      const of = outcome === 'part' ? ` at ${formatPercentChange(agreed)}` : '';
      log(claim, `${formatPercentChange(claim.asked)}: ${CLAIM_OUTCOME_WORDS[outcome].toLowerCase()}${of} by ${by}: ${why}`); // prettier-ignore
    },
  };
}
