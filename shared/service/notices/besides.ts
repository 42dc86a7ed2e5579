/** Notices of what no plan shows: another driver, assistant or vehicle, days on which a child is not collected. */
import type { Carriage } from '../../model/carriage.ts';
import type { EventKind, NoticeChange, NoticeRecipient } from '../../model/change-notice.ts';

/** One notice that is asked for. */
export interface BesidesNotice {
  readonly client_id: number;
  readonly who: NoticeRecipient;
  readonly name: string;
  readonly changes: readonly NoticeChange[];
  readonly route_ref: string;
}

/** Who concerns a child beside the plan. */
export interface BesidesBasis {
  readonly schoolName: (urn: number | null) => string;
  readonly hasSocialWorker: (client_id: number) => boolean;
}

/**
 * Who is told of a change that the plan does not show, for each child it touches. Of a new driver, assistant or vehicle the provider needs no
 * telling: it says so itself; the assistant is told of another driver or vehicle. Of days away everybody who would wait is told.
 */
export function noticesBesides(
  kind: EventKind,
  aboard: readonly Carriage[],
  changes: readonly NoticeChange[],
  { schoolName, hasSocialWorker }: BesidesBasis,
): readonly BesidesNotice[] {
  if ((kind !== 'crew' && kind !== 'suspension') || changes.length === 0) return [];
  const isAway = kind === 'suspension';
  const tellsAssistant = isAway || changes.some(({ field }) => field !== 'assistant_named');
  return aboard
    .filter(({ route_ref, confirmed }) => route_ref !== '' && confirmed)
    .flatMap(({ client_id, route_ref, provider, school_urn, assistant }) => {
      const told: readonly (readonly [NoticeRecipient, string])[] = [
        ['family', ''],
        ['school', schoolName(school_urn)],
        ...(isAway && provider !== '' ? ([['new_provider', provider]] as const) : []),
        ...(assistant && tellsAssistant ? ([['assistant', route_ref]] as const) : []),
        ...(hasSocialWorker(client_id) ? ([['social_worker', '']] as const) : []),
      ];
      return told.map(([who, name]) => ({ client_id, who, name, changes, route_ref }));
    });
}
