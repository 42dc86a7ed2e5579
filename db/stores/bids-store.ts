import { formatPence } from '../../shared/format/money.ts';
import { defined } from '../../shared/kernel/assert.ts';
import {
  wholeDayPence,
  type Bid,
  type BidAnswer,
  type BidGiven,
  type BidProblem,
  type BidScore,
} from '../../shared/model/tender.ts';
import type { BidsPart } from '../lots-aggregate.ts';
import type { Session } from '../session.ts';
import { tenderLog, toSigned } from '../tender-rows.ts';

type Row = Readonly<Record<string, unknown>>;

function toBid(raw: unknown): Bid {
  const row = raw as Row;
  const { accepted_on: _on, accepted_by: _by, accepted_reason: _reason, given, problems, ...rest } = row; // prettier-ignore
  return {
    ...(rest as unknown as Omit<Bid, 'given' | 'problems' | 'accepted'>),
    given: JSON.parse(String(given)) as BidGiven,
    problems: JSON.parse(String(problems)) as readonly BidProblem[],
    accepted: toSigned(row, 'accepted'),
  };
}

const BID = `id, lot_id, provider, received_at, file, given, price_day_pence, assistant_day_pence, vehicle_class, problems,
  accepted_on, accepted_by, accepted_reason, replaced_by`;
const OF_TENDER = 'lot_id IN (SELECT id FROM lot WHERE tender_id = ?)';

/** Bids, what was written on quality, and how it was marked. */
export function bidsPart(session: Session): BidsPart {
  const { sql } = session;
  const log = tenderLog(session);
  const ofTender = sql.prepare(`SELECT ${BID} FROM bid WHERE ${OF_TENDER} ORDER BY id`);
  const one = sql.prepare(`SELECT ${BID} FROM bid WHERE id = ?`);
  const add = sql.prepare(
    `INSERT INTO bid (lot_id, provider, received_at, file, given, price_day_pence, assistant_day_pence, vehicle_class, problems)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const replace = sql.prepare('UPDATE bid SET replaced_by = ? WHERE id = ?');
  const accept = sql.prepare(
    'UPDATE bid SET accepted_on = ?, accepted_by = ?, accepted_reason = ? WHERE id = ?',
  );
  const answers = sql.prepare(
    `SELECT tender_id, provider, question_id, answer FROM bid_answer WHERE tender_id = ? ORDER BY provider, question_id`,
  );
  const putAnswer = sql.prepare(
    `INSERT INTO bid_answer (tender_id, provider, question_id, answer) VALUES (?, ?, ?, ?)
     ON CONFLICT (tender_id, provider, question_id) DO UPDATE SET answer = excluded.answer`,
  );
  const scores = sql.prepare(
    `SELECT id, tender_id, provider, question_id, score, reason, by, "on" FROM bid_score WHERE tender_id = ? ORDER BY id`,
  );
  const addScore = sql.prepare(
    'INSERT INTO bid_score (tender_id, provider, question_id, score, reason, by, "on") VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  const tenderRef = sql.prepare('SELECT ref FROM tender WHERE id = ?').pluck();
  const names = sql.prepare(
    'SELECT t.ref AS tender, l.ref AS lot FROM lot l JOIN tender t ON t.id = l.tender_id WHERE l.id = ?',
  );
  const namesOf = (lot_id: number) => names.get(lot_id) as { readonly tender: string; readonly lot: string }; // prettier-ignore
  const bid = (id: number): Bid | null => {
    const row = one.get(id);
    return row === undefined ? null : toBid(row);
  };
  return {
    bidsOf: (tender_id) => ofTender.all(tender_id).map(toBid),
    bid,
    saveBid: (each, replaces) => {
      session.mustWrite();
      const { lot_id, provider, received_at, file, given } = each;
      const values = [lot_id, provider, received_at, file, JSON.stringify(given)] as const;
      const { lastInsertRowid } = add.run(
        ...values,
        each.price_day_pence,
        each.assistant_day_pence,
        each.vehicle_class,
        JSON.stringify(each.problems),
      );
      const id = Number(lastInsertRowid);
      for (const before of replaces) replace.run(id, before.id);
      const { tender, lot } = namesOf(lot_id);
      const price = each.price_day_pence === null ? 'no price' : formatPence(wholeDayPence(each));
      const held = each.problems.length === 0 ? '' : `, held: ${each.problems.join(', ')}`;
      log(tender, 'bid', `${lot} by ${provider}: ${price} a day${held}`, replaces.length === 0 ? '' : `bid ${replaces.map((old) => old.id).join(', ')}`); // prettier-ignore
      return defined(bid(id), 'the bid');
    },
    recordAccepted: (each, { on, by, reason }, replaces) => {
      session.mustWrite();
      accept.run(on, by, reason, each.id);
      for (const before of replaces) replace.run(each.id, before.id);
      const { tender, lot } = namesOf(each.lot_id);
      log(tender, 'bid_accepted', `${lot} by ${each.provider}: ${reason}`);
    },
    bidAnswers: (tender_id) => answers.all(tender_id) as BidAnswer[],
    saveAnswers: (given) => {
      session.mustWrite();
      for (const { tender_id, provider, question_id, answer } of given)
        putAnswer.run(tender_id, provider, question_id, answer);
      const [first] = given;
      if (first !== undefined) log(String(tenderRef.get(first.tender_id)), 'bid_answers', `of ${first.provider}`); // prettier-ignore
    },
    bidScores: (tender_id) => scores.all(tender_id) as BidScore[],
    recordScore: ({ tender_id, provider, question_id, score, reason, by, on }) => {
      session.mustWrite();
      addScore.run(tender_id, provider, question_id, score, reason, by, on);
      log(String(tenderRef.get(tender_id)), 'bid_score', `${provider}, ${question_id}: ${score} of 5, ${reason}`); // prettier-ignore
    },
  };
}
