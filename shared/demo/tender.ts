/** One tender of the invented county: who bids, at what price, what is wrong with some bids, what they write and how it was marked. */
import type { Random } from '../kernel/random.ts';
import { pence } from '../kernel/units.ts';
import type { BidGiven, BidProblem } from '../model/tender.ts';

/** When bids were open: they closed on the Friday before the county's own day. */
export const TENDER_OPENED = '2026-07-24T09:00';
export const TENDER_CLOSED = '2026-08-07T12:00';
/** Lots put out together, of a county of the usual size [A]. */
export const TENDER_LOTS = 12;
export const TENDER_BIDDERS = 5;

/** One lot as a bidder reckons with it. */
export interface DemoLot {
  readonly vehicle_name: string;
  readonly vehicle_class: string;
  readonly model_day_pence: number;
  readonly assistants: number;
}

/** One bid, by the place of its lot and of its bidder. */
export interface DemoBid {
  readonly lot: number;
  readonly bidder: number;
  readonly received_at: string;
  readonly given: BidGiven;
  readonly price_day_pence: number | null;
  readonly assistant_day_pence: number;
  readonly vehicle_class: string;
  readonly problems: readonly BidProblem[];
}

/** How a bidder's prices stand against the rate card, the day its file came, and its marks by question [A]. */
const BIDDERS = [
  { level: 1.02, received_at: '2026-08-05T16:10', marks: [4, 4, 3] },
  { level: 1.09, received_at: '2026-08-06T09:35', marks: [5, 4, 4] },
  { level: 0.96, received_at: '2026-08-07T08:50', marks: [2, 3, 3] },
  { level: 1.17, received_at: '2026-08-07T11:20', marks: [4, 3, null] },
  { level: 1.05, received_at: '2026-08-07T12:40', marks: [3, 3, 4] },
] as const;

const ANSWERS = [
  [
    'Each route has a named driver and one named cover who rides along in the first week. The same pair stays for the year.',
    'Moving and handling, rescue medication and tie-downs every year; a supervisor rides with each crew once a term.',
    'The office rings the family, then the school, within five minutes of knowing. A spare vehicle stands at the depot until 09:15.',
  ],
  [
    'Crews are paid for the whole route year, so they stay. Covers are drawn from a pool of six who know the children.',
    'Our trainer is a former school nurse. Training is repeated each August, and after any incident.',
    'Vehicles are tracked. At ten minutes late the office tells family and school; at twenty a second vehicle leaves.',
  ],
  [
    'We try to keep drivers on their routes.',
    'All staff have the council’s own training.',
    'The driver rings the family.',
  ],
  [
    'One driver and one assistant a route, with photographs for the family before the first day.',
    'Training record kept for each person; epilepsy and suction refreshed every six months.',
    'The family and the school get a message from the depot, and the council a log at the end of the week.',
  ],
  [
    'Drivers live near their routes and seldom change; a cover is named in the first week.',
    'Training before the first run, refreshed yearly; assistants shadow for two days.',
    'We ring the family and the school and send the nearest vehicle.',
  ],
] as const;

const REASONS: Readonly<Record<number, string>> = {
  2: 'General, names nobody and no time.',
  3: 'Meets what is asked, little detail.',
  4: 'Specific, with names and times.',
  5: 'Specific, and shows how it is checked.',
};

/** Lots that nobody, and that only one, bids for: as in any round. */
const NOBODY = 4;
const ONE = 7;

/** Every bid, file by file. The last bidder's file came after the closing time; one price is a formula. */
export function demoBids(random: Random, lots: readonly DemoLot[]): readonly DemoBid[] {
  return BIDDERS.flatMap(({ level, received_at }, bidder) =>
    lots.flatMap((lot, at): readonly DemoBid[] => {
      const draws = { wants: random.chance(0.72), noise: random.normal(), crew: random.next() };
      const isFormula = bidder === 3 && at === 1;
      const bids = at === NOBODY ? false : at === ONE ? bidder === 1 : draws.wants || isFormula;
      if (!bids) return [];
      const assistant = lot.assistants * pence(4300 + 900 * draws.crew);
      const vehicle = Math.max(3000, lot.model_day_pence - lot.assistants * 4500);
      const price = pence(Math.round((vehicle * level * Math.exp(0.07 * draws.noise)) / 25) * 25);
      const late = received_at > TENDER_CLOSED;
      return [
        {
          lot: at,
          bidder,
          received_at,
          given: {
            price: isFormula ? '=SUM(E9:E10)/2' : String(price / 100),
            assistant: lot.assistants === 0 ? '' : String(assistant / 100),
            vehicle: lot.vehicle_name,
            remarks: bidder === 1 && at === 0 ? 'The driver lives on the way.' : '',
          },
          price_day_pence: isFormula ? null : price,
          assistant_day_pence: isFormula ? 0 : assistant,
          vehicle_class: lot.vehicle_class,
          problems: [
            ...(late ? ['late' as const] : []),
            ...(isFormula ? ['formula' as const] : []),
          ],
        },
      ];
    }),
  );
}

/** What each bidder wrote, question by question, and its mark; null where nobody has marked it yet. */
export function demoAnswers(questions: readonly string[]): readonly {
  readonly bidder: number;
  readonly question_id: string;
  readonly answer: string;
  readonly mark: { readonly score: number; readonly reason: string } | null;
}[] {
  return BIDDERS.flatMap(({ marks }, bidder) =>
    questions.map((question_id, at) => {
      const score = marks[at] ?? null;
      return {
        bidder,
        question_id,
        answer: ANSWERS[bidder]?.[at] ?? '',
        mark: score === null ? null : { score, reason: REASONS[score] ?? 'Meets what is asked.' },
      };
    }),
  );
}
