/** Claims: weighed, recorded as they were weighed, answered. */
import type { Store } from '../../../db/store.ts';
import type { ClaimsPage, ClaimView } from '../../../shared/api/views/value.ts';
import type { IsoDate } from '../../../shared/calendar/dates.ts';
import { providerKey } from '../../../shared/intake/provider-name.ts';
import { fail, ok, type Result } from '../../../shared/kernel/result.ts';
import type { ClaimOutcome } from '../../../shared/model/claim.ts';
import type { Contract } from '../../../shared/model/contract.ts';
import { weighClaim } from '../../../shared/pressure/claim.ts';
import { sumClaims } from '../../../shared/pressure/value/claim-sums.ts';
import { alikeNow, noPrice } from '../../jobs/claim.ts';
import { priceFacts } from '../../jobs/cost-facts.ts';

/** What a claim is about. `percent` as people say it: 12 is +12%. */
export interface ClaimAsked {
  readonly contract: string;
  readonly provider: string;
  readonly percent: number;
  readonly priced_on: IsoDate | null;
}

/** Claims so far, and every contract and provider that one can be made on. */
export function claimsPage(store: Store, on: IsoDate): ClaimsPage {
  const running = store.contracts.all().filter(({ ends_on }) => ends_on >= on);
  const schools = new Map(store.schools.all().map(({ urn, name }) => [urn, name]));
  const byProvider = Map.groupBy(running, ({ provider }) => providerKey(provider));
  return {
    claims: store.claims.all(),
    contracts: running
      .map(({ ref, provider, route_ref, school_urn, school_given }) => {
        const school = school_urn === null ? school_given : (schools.get(school_urn) ?? school_given); // prettier-ignore
        return { ref, provider, route_ref, school };
      })
      .toSorted((a, b) => (a.ref < b.ref ? -1 : 1)),
    providers: [...byProvider.values()]
      .map((of) => ({ name: of[0]?.provider ?? '', contracts: of.length }))
      .filter(({ name }) => name !== '')
      .toSorted((a, b) => (a.name < b.name ? -1 : 1)),
  };
}

/** Weighs a claim on one contract, or on every running contract of a provider. */
export function claimView(store: Store, on: IsoDate, asked: ClaimAsked): Result<ClaimView> {
  const found = contractsOf(store, on, asked);
  if (!found.ok) return found;
  const contracts = found.value;
  const facts = priceFacts(store, on);
  const given = { priced_on: asked.priced_on, clauses: store.clauses.list() };
  const claims = contracts.map((contract) => ({
    contract,
    claim: weighClaim(facts, contract, asked.percent / 100, given),
  }));
  const weighed = sumClaims(claims);
  const [first] = contracts;
  if (weighed === null || first === undefined) return noPrice(asked.contract);
  const key = providerKey(first.provider);
  const schools = new Map(store.schools.all().map(({ urn, name }) => [urn, name]));
  return ok({
    provider: first.provider,
    contract_ref: asked.contract,
    weighed,
    contracts: claims.map(({ contract, claim }) => ({
      ...claim,
      route_ref: contract.route_ref,
      school: contract.school_urn === null ? contract.school_given : (schools.get(contract.school_urn) ?? ''), // prettier-ignore
    })),
    alike: asked.contract === '' ? null : alikeNow(store, first),
    before: store.claims.all().filter(({ provider }) => providerKey(provider) === key),
  });
}

function contractsOf(
  store: Store,
  on: IsoDate,
  { contract, provider }: ClaimAsked,
): Result<readonly Contract[]> {
  const all = store.contracts.all();
  if (contract !== '') {
    const one = all.find(({ ref }) => ref === contract);
    return one === undefined
      ? fail('no_contract', `There is no contract ${contract}.`, 'Choose one of the list.')
      : ok([one]);
  }
  const key = providerKey(provider);
  const of = all.filter((each) => providerKey(each.provider) === key && each.ends_on >= on);
  return provider.trim() === '' || of.length === 0
    ? fail(
        'no_contracts',
        provider.trim() === '' ? 'Neither a contract nor a provider is named.' : `${provider} has no running contract.`, // prettier-ignore
        'Choose a contract or a provider of the list.',
      )
    : ok(of);
}

/** Keeps a claim as it is weighed today. */
export function recordClaim(
  store: Store,
  on: IsoDate,
  asked: ClaimAsked & { readonly received_on: IsoDate; readonly said: string; readonly by: string },
): Result<(record: Store['claims']) => { readonly id: number }> {
  const by = asked.by.trim();
  if (by === '') return unsigned();
  if (asked.received_on > on)
    return fail('day_ahead', 'The claim was received on a day ahead.', 'Give the day it came.');
  const view = claimView(store, on, asked);
  if (!view.ok) return view;
  const { provider, contract_ref, weighed } = view.value;
  const { received_on, priced_on, percent } = asked;
  return ok((claims) => {
    const { id } = claims.keep({ provider, contract_ref, asked: percent / 100, received_on, priced_on, said: asked.said.trim(), weighed, recorded_on: on, recorded_by: by }); // prettier-ignore
    return { id };
  });
}

/** Keeps an answer: dated, signed, with its reason. */
export function answerClaim(
  store: Store,
  on: IsoDate,
  given: {
    readonly claim_id: number;
    readonly outcome: ClaimOutcome;
    readonly percent: number | null;
    readonly on: IsoDate;
    readonly why: string;
    readonly by: string;
  },
): Result<(claims: Store['claims']) => { readonly id: number }> {
  const claim = store.claims.get(given.claim_id);
  if (claim === null)
    return fail('no_claim', 'There is no such claim any more.', 'Look at the list again.');
  const agreed = agreedOf(given.outcome, given.percent, claim.asked);
  const problems = [
    ...(agreed === null ? [`Say what was agreed: a per cent between nothing and the ${Math.round(claim.asked * 1000) / 10} asked for.`] : []), // prettier-ignore
    ...(given.on > on ? ['The day of the answer lies ahead.'] : []),
    ...(given.on < claim.received_on ? ['The answer is dated before the claim was received.'] : []),
    ...(given.why.trim() === '' ? ['Write why.'] : []),
    ...(given.by.trim() === '' ? ['Sign with your name.'] : []),
  ];
  if (agreed === null || problems.length > 0)
    return fail('bad_answer', problems.join(' '), 'Mend every line named.', { problems });
  const { claim_id, outcome } = given;
  return ok((claims) => {
    claims.answer({ claim_id, outcome, agreed, on: given.on, by: given.by.trim(), why: given.why.trim() }); // prettier-ignore
    return { id: claim_id };
  });
}

/** What was agreed, a fraction; null where a part is not between nothing and all. */
function agreedOf(outcome: ClaimOutcome, percent: number | null, asked: number): number | null {
  if (outcome === 'accepted') return asked;
  if (outcome === 'refused') return 0;
  if (percent === null) return null;
  const part = percent / 100;
  return part > Math.min(0, asked) && part < Math.max(0, asked) ? part : null;
}

function unsigned(): Result<never> {
  return fail('unsigned', 'Nobody signed it.', 'Sign with your name.');
}
