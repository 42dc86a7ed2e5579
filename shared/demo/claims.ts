/** Rises that providers of the invented county asked for this year [A], weighed on the day they came as an officer would, and most of them answered. */
import { isoDate } from '../calendar/dates.ts';
import { DEFAULT_SETTINGS } from '../costing/default-settings.ts';
import { providerKey } from '../intake/provider-name.ts';
import type { ClaimAnswer, ClaimGivenIn } from '../model/claim.ts';
import type { Contract } from '../model/contract.ts';
import { weighClaim } from '../pressure/claim.ts';
import { sumClaims } from '../pressure/value/claim-sums.ts';
import { demoClauses } from './clauses.ts';
import type { DemoCounty } from './demo-county.ts';

/** A claim with its answers. */
export interface DemoClaim {
  readonly claim: ClaimGivenIn;
  readonly answers: readonly Omit<ClaimAnswer, 'id' | 'claim_id'>[];
}

interface Told {
  /** Which provider, by the number of contracts, the largest being 0. */
  readonly of: number;
  /** One contract of theirs, the dearest; else all. */
  readonly one: boolean;
  readonly percent: number;
  readonly received: string;
  readonly said: string;
  readonly by: string;
  readonly answer?: {
    readonly outcome: ClaimAnswer['outcome'];
    readonly percent: number;
    readonly on: string;
    readonly why: string;
  };
}

/** The loudest asks for 40%, as an operator once did; two lie open on the county's own day. */
const TOLD: readonly Told[] = [
  {
    of: 0,
    one: false,
    percent: 12,
    received: '2026-04-20',
    said: 'Diesel has gone up by a third since January; drivers leave for parcel work.',
    by: 'Grace Okafor',
    answer: { outcome: 'part', percent: 2.5, on: '2026-05-18', why: 'About what fuel explains since each price was set, while diesel stays where it is; looked at again in October.' }, // prettier-ignore
  },
  {
    of: 5,
    one: true,
    percent: 40,
    received: '2026-05-11',
    said: 'The run cannot be done for the price any more.',
    by: 'Helen Marsh',
    answer: { outcome: 'refused', percent: 0, on: '2026-06-03', why: 'No breakdown was given and prices explain a small part. Offered a retender instead.' }, // prettier-ignore
  },
  {
    of: 8,
    one: true,
    percent: 2.5,
    received: '2026-06-08',
    said: 'Diesel since the price was indexed in April.',
    by: 'Tom Ashdown',
    answer: { outcome: 'accepted', percent: 2.5, on: '2026-06-22', why: 'Within a tenth of a per cent of what the pump price explains.' }, // prettier-ignore
  },
  {
    of: 2,
    one: false,
    percent: 6.5,
    received: '2026-07-27',
    said: 'Insurance renewed at plus 22%, wages, fuel.',
    by: 'Helen Marsh',
  },
  {
    of: 11,
    one: true,
    percent: 9,
    received: '2026-08-05',
    said: 'The road past the school is closed; the way round is four miles longer.',
    by: 'Tom Ashdown',
  },
];

/** The first of them came then: on contracts that ran already. */
const FIRST = isoDate('2026-04-20');

/** The claims of a county; one of a few providers has fewer of them. */
export function demoClaims(county: DemoCounty): readonly DemoClaim[] {
  const running = county.contracts.filter(({ starts_on, ends_on }) => starts_on < FIRST && ends_on >= county.own_day); // prettier-ignore
  const providers = [...Map.groupBy(running, ({ provider }) => providerKey(provider)).values()]
    .toSorted((a, b) => b.length - a.length || ((a[0]?.provider ?? '') < (b[0]?.provider ?? '') ? -1 : 1)); // prettier-ignore
  const prices = { settings: DEFAULT_SETTINGS, fuel: county.fuel, cpi: county.cpi, wages: county.wages }; // prettier-ignore
  const clauses = demoClauses(county.contracts).map((clause, at) => ({ ...clause, id: at + 1 }));
  return TOLD.flatMap((told): readonly DemoClaim[] => {
    const own = providers[told.of] ?? [];
    const dearest = own.toSorted((a, b) => b.price_day_pence - a.price_day_pence)[0];
    const of: readonly Contract[] = told.one ? (dearest === undefined ? [] : [dearest]) : own;
    const received_on = isoDate(told.received);
    const claims = of.map((contract) => ({
      contract,
      claim: weighClaim({ ...prices, on: received_on }, contract, told.percent / 100, { clauses }),
    }));
    const weighed = sumClaims(claims);
    const [first] = of;
    if (weighed === null || first === undefined) return [];
    const { answer, by } = told;
    return [
      {
        claim: {
          provider: first.provider,
          contract_ref: told.one ? first.ref : '',
          asked: told.percent / 100,
          received_on,
          priced_on: null,
          said: told.said,
          weighed,
          recorded_on: received_on,
          recorded_by: by,
        },
        answers:
          answer === undefined
            ? []
            : [{ outcome: answer.outcome, agreed: answer.percent / 100, on: isoDate(answer.on), by, why: answer.why }], // prettier-ignore
      },
    ];
  });
}
