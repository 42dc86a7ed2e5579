/** Writes the changes that the invented county is in the middle of telling people of. */
import type { Store } from '../../db/store.ts';
import { addWorkingDays } from '../../shared/calendar/working-days.ts';
import { isoDate, type IsoDate } from '../../shared/calendar/dates.ts';
import { demoChanges, type DemoChange } from '../../shared/demo/changes-in-flight.ts';
import type { Carriage } from '../../shared/model/carriage.ts';
import type { ChangeNotice } from '../../shared/model/change-notice.ts';
import { noticesBesides } from '../../shared/service/notices/besides.ts';
import { textAsTold } from '../../shared/service/notices/notice-text.ts';
import { noticeNames } from './notices/notices-list.ts';

const BY_KERBSIDE = { who: 'Kerbside', why: 'the making of the invented county' };

export function writeDemoNotices(store: Store, seed: number, on: IsoDate): void {
  const carried = carriedByContract(store, on);
  const schools = [...new Set(carried.flatMap(({ school_urn }) => school_urn ?? []))].toSorted((a, b) => a - b); // prettier-ignore
  const basis = {
    schoolName: (urn: number | null) =>
      urn === null ? 'no listed school' : (store.schools.get(urn)?.name ?? `URN ${urn}`),
    hasSocialWorker: (id: number) => store.clients.get(id)?.social_worker === true,
  };
  store.write(BY_KERBSIDE, () => {
    const round = store.notices.saveRound(null, {
      name: 'After half term',
      note: 'The contracts of these schools end in October and are let anew together.',
      starts_on: isoDate('2026-11-02'),
      schools: schools.slice(0, 3).map((urn) => ({ urn, moves_on: null })),
      contract_ids: [],
      plan_id: null,
      made_on: isoDate('2026-07-20'),
      made_by: 'Helen Marsh',
    });
    store.notices.signRound(round, {
      seat: 1,
      officer: 'Helen Marsh',
      signed_on: isoDate('2026-08-07'),
      stood: [],
      override_reason: '',
    });
    for (const change of demoChanges(carried, seed)) {
      const { kind, route_ref, client_id, school_urn, effective_on, what, by } = change;
      const event = store.notices.announce(
        { kind, route_ref, client_id, school_urn, effective_on, what, override_reason: '', contract_id: null, plan_id: null, round_id: null }, // prettier-ignore
        { on: change.recorded_on, by },
      );
      const aboard = carried.filter((each) => each.route_ref === route_ref || each.client_id === client_id); // prettier-ignore
      store.notices.tellBesides(event, noticesBesides(kind, aboard, change.changes, basis));
      tellSome(store, store.notices.noticesOfEvent(event.id), { change, on });
    }
  });
}

/** There is no plan yet: children are carried as the register has it. */
function carriedByContract(store: Store, on: IsoDate): readonly Carriage[] {
  const contracts = new Map(store.contracts.all().map((each) => [each.id, each]));
  return store.contracts
    .stops()
    .flatMap(({ contract_id, client_id, pick_up_s, left_on, released }) => {
      const contract = contracts.get(contract_id);
      if (contract === undefined || left_on !== null || released) return [];
      const { provider, vehicle_class, assistant, school_urn, confirmed } = contract;
      return [
        {
          client_id,
          from_on: on,
          plan_id: 0,
          route_ref: contract.route_ref === '' ? contract.ref : contract.route_ref,
          contract_id,
          provider,
          vehicle_class,
          assistant,
          school_urn,
          pick_up_s,
          arrive_s: contract.arrives_s,
          depart_s: contract.departs_s,
          drop_off_s: null,
          confirmed,
        },
      ];
    });
}

/** The first of them, each a working day after it was recorded; the very first was acknowledged. */
function tellSome(
  store: Store,
  notices: readonly ChangeNotice[],
  { change, on }: { readonly change: DemoChange; readonly on: IsoDate },
): void {
  const told = notices.slice(0, Math.floor((notices.length * change.told_in_ten) / 10));
  if (told.length === 0) return;
  const next = addWorkingDays(change.recorded_on, 1);
  const names = noticeNames(store, on);
  const texts = new Map(told.map((each) => [each.id, textAsTold(names.text(each))]));
  store.notices.markTold(told, { on: next, how: 'telephone', by: change.by, texts });
  store.notices.markAcknowledged(told.slice(0, 1), {
    on: next,
    by: 'the parent on the telephone',
    recorded_by: change.by,
  });
}
