import { shareOut } from '../../../shared/casework/work/share-out.ts';
import { workStageOf } from '../../../shared/casework/work/work-stage.ts';
import { assignTo } from '../assign.ts';
import { eachApplication, type BulkBasis, type BulkPlan } from './bulk-plan.ts';

const SHOWN = (officer: string): string => (officer === '' ? 'Nobody' : officer);

/** All to one officer, or to nobody. */
export function planAssign(basis: BulkBasis, officer: string): BulkPlan {
  const { store, on } = basis;
  return eachApplication(basis, [], ({ assigned_to }, client) =>
    assigned_to === officer
      ? `It is assigned to ${officer === '' ? 'nobody' : officer} already.`
      : {
          from: SHOWN(assigned_to),
          to: SHOWN(officer),
          why: '',
          write: () => assignTo(store, [client.id], { officer, on }),
        },
  );
}

/** Evenly among officers, by what each has open besides; children of one home stay together. */
export function planShare(basis: BulkBasis, officers: readonly string[]): BulkPlan {
  const { store, on, chosen } = basis;
  const among = new Set(chosen.map(({ client }) => client.id));
  const open = new Map<string, number>();
  for (const each of store.read.work.cases(on)) {
    if (among.has(each.client_id) || workStageOf(each) === 'done') continue;
    open.set(each.assigned_to, (open.get(each.assigned_to) ?? 0) + 1);
  }
  const shared = shareOut(
    chosen.flatMap(({ client, application }) =>
      application === null
        ? []
        : [
            {
              client_id: client.id,
              family: client.home_address === '' ? '' : `${client.home_address} ${client.postcode}`,
              assigned_to: application.assigned_to,
            },
          ],
    ),
    officers,
    open,
  );
  const problems = officers.length === 0 ? ['Choose at least one officer.'] : [];
  return eachApplication(basis, problems, ({ assigned_to }, client) => {
    const officer = shared.get(client.id) ?? assigned_to;
    if (officer === assigned_to) return 'It falls to the officer who has it already.';
    return {
      from: SHOWN(assigned_to),
      to: officer,
      why: '',
      write: () => assignTo(store, [client.id], { officer, on }),
    };
  });
}
