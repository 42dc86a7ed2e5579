/** Contracts that may be let anew in a round, as somebody looks for them. */
import type { Store } from '../../../db/store.ts';
import type { RoundContractRow } from '../../../shared/api/views/rounds.ts';
import type { IsoDate } from '../../../shared/calendar/dates.ts';
import { formatDate } from '../../../shared/format/date.ts';
import type { Contract } from '../../../shared/model/contract.ts';
import { wordsOf } from '../../../shared/search/fold.ts';

/** A contract without an end carries this day. */
const NO_END = '9999-12-31';

/** Number and provider, as a round names its contracts. */
export function contractLabel({ ref, provider }: Contract): string {
  return `${ref}, ${provider}`;
}

/** Those that have not ended on a day and fit every word typed by its beginning; in order of number, `limit` at most. */
export function contractsFor(
  store: Store,
  typed: string,
  limit: number,
  on: IsoDate,
): readonly RoundContractRow[] {
  const schools = new Map(store.schools.all().map(({ urn, name }) => [urn, name]));
  const sought = wordsOf(typed);
  const schoolOf = (contract: Contract): string =>
    (contract.school_urn === null ? undefined : schools.get(contract.school_urn)) ??
    contract.school_given;
  return store.contracts
    .all()
    .filter(({ ends_on }) => ends_on >= on)
    .map((contract) => ({ contract, school: schoolOf(contract) }))
    .filter(({ contract, school }) => {
      const own = wordsOf(`${contract.ref} ${contract.provider} ${contract.route_ref} ${school}`);
      return sought.every((word) => own.some((each) => each.startsWith(word)));
    })
    .toSorted((a, b) => a.contract.ref.localeCompare(b.contract.ref, 'en', { numeric: true }))
    .slice(0, limit)
    .map(({ contract, school }) => ({
      id: contract.id,
      label: contractLabel(contract),
      detail: [
        contract.route_ref,
        school,
        contract.ends_on === NO_END ? 'no end given' : `to ${formatDate(contract.ends_on)}`,
      ]
        .filter((word) => word !== '')
        .join(', '),
    }));
}
