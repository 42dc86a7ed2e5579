/** What is on the register of people and vehicles and stands in the way of a contract, for the status of those aboard. */
import type { IsoDate } from '../calendar/dates.ts';
import type { Assigned } from '../model/register.ts';
import type { Setting } from '../model/money.ts';
import { gapWords } from './register/gap-words.ts';
import { blockingGapsOf, type Gap } from './register/gaps.ts';
import { needOfAsks } from './register/need.ts';
import { registerRulesAt, type RegisterRules } from './register/rules.ts';
import type { ContractRecord, GapReader, RegisterGap } from './service-records.ts';

/** Gaps that keep a child from being carried: those that block, by their codes. */
const BLOCKING: ReadonlySet<string> = new Set<RegisterGap['code']>([
  'no_holder',
  'no_cover',
  'out_of_date',
  'left',
  'no_room',
  'too_heavy',
]);

const NO_GAPS: readonly RegisterGap[] = [];

function isBlocking(gap: Gap): gap is Gap & { readonly code: RegisterGap['code'] } {
  return gap.blocks && BLOCKING.has(gap.code);
}

/** Reads the gaps of contracts. Nothing is asked of a contract that nobody is assigned to, but the competences that its children need. */
export function gapReader(known: {
  readonly assigned: (contract_id: number) => Assigned;
  readonly contracts: readonly ContractRecord[];
  readonly settings: readonly Setting[];
}): GapReader {
  const withAssistant = new Set(known.contracts.filter((each) => each.assistant).map(({ id }) => id)); // prettier-ignore
  const rules = new Map<IsoDate, RegisterRules>();
  const rulesOn = (on: IsoDate): RegisterRules => {
    const found = rules.get(on) ?? registerRulesAt(known.settings, on);
    rules.set(on, found);
    return found;
  };
  return (contract_id, aboard, on) => {
    const assigned = known.assigned(contract_id);
    const riders = aboard();
    const isNobody = assigned.workers.length === 0 && assigned.vehicles.length === 0;
    if (isNobody && riders.every(({ asks }) => asks.competences.length === 0)) return [];
    const need = needOfAsks(
      riders.map(({ client_id, asks, stop_mornings, stop_afternoons }) => ({
        child: String(client_id),
        asks,
        mornings: stop_mornings,
        afternoons: stop_afternoons,
      })),
      { assistant: withAssistant.has(contract_id), rules: rulesOn(on) },
    );
    const found = blockingGapsOf(need, assigned, on);
    if (found.length === 0) return NO_GAPS;
    return found.filter(isBlocking).map((gap): RegisterGap => ({
      code: gap.code,
      text: gapWords({ ...gap, child: 'the child' }).replace(/\.$/, ''),
      since: gap.since,
      competence: gap.code === 'no_holder' || gap.code === 'no_cover' ? gap.item : '',
      client_id: gap.child === '' ? null : Number(gap.child),
    }));
  };
}
