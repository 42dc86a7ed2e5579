/** Completion of the open requests' forms against both lines, every number with the list behind it. */
import type { Store } from '../../../db/store.ts';
import type { ApplicationFilter } from '../../../shared/api/views/applications.ts';
import type { TifCompletion, TifCompletionRow, TifLine } from '../../../shared/api/views/tif.ts';
import type { IsoDate } from '../../../shared/calendar/dates.ts';
import { planningYearOf } from '../../../shared/calendar/years.ts';
import {
  completionCurve,
  groupRequests,
  shortOf,
  type TifGroup,
  type TifRequest,
} from '../../../shared/casework/tif/completion.ts';
import { numberAt, settingAt } from '../../../shared/costing/read-settings.ts';
import { defined } from '../../../shared/kernel/assert.ts';
import { PHASES } from '../../../shared/model/client.ts';
import { PHASE_WORDS } from '../../../shared/model/words.ts';

interface Lines {
  readonly target: TifLine;
  readonly commissioning: TifLine;
}

/** Reads the store and counts, for a day. */
export function tifCompletion(store: Store, on: IsoDate): TifCompletion {
  const requests = store.read.tifRequests(on);
  const lines: Lines = {
    target: lineAt(store, 'tif_target_percent', on),
    commissioning: lineAt(store, 'tif_commissioning_percent', on),
  };
  const rows = (groups: readonly TifGroup[], filterOf: (group: TifGroup) => ApplicationFilter) =>
    groups.map((group) => rowOf(group, filterOf(group), lines));
  const by_phase = groupRequests(requests, ({ phase }) => ({
    key: phase ?? '',
    label: phase === null ? 'Phase not known' : PHASE_WORDS[phase],
  })).map((group) => {
    const phase = PHASES.find((each) => each === group.key) ?? null;
    return { ...rowOf(group, phase === null ? chosen(group) : { phase }, lines), phase };
  });
  const order = [...PHASES, null];
  return {
    on,
    year: planningYearOf(on),
    ...lines,
    all: rowOf({ key: 'all', label: 'All open requests', requests }, {}, lines),
    claimed: {
      count: requests.filter(({ claimed }) => claimed).length,
      filter: { gap: 'tif_asked', tif: 'complete' },
    },
    by_type: rows(
      groupRequests(requests, ({ type }) => ({
        key: type,
        label: type === '' ? 'Not said' : type,
      })),
      (group) => (group.key === '' ? chosen(group) : { type: group.key }),
    ),
    by_phase: by_phase.toSorted((a, b) => order.indexOf(a.phase) - order.indexOf(b.phase)),
    by_school: rows(
      groupRequests(requests, ({ school_urn, school }) =>
        school_urn === null
          ? { key: '', label: 'No school matched' }
          : { key: String(school_urn), label: school },
      ),
      (group) => (group.key === '' ? chosen(group) : { school_urn: Number(group.key) }),
    ).toSorted((a, b) => b.short - a.short || a.share - b.share),
    by_district: rows(
      groupRequests(requests, ({ district_code, district }) =>
        district_code === ''
          ? { key: '', label: 'Not known or protected' }
          : { key: district_code, label: district },
      ),
      (group) => (group.key === '' ? chosen(group) : { district: group.key }),
    ),
    curve: completionCurve(requests, on),
  };
}

/** Requests that no filter describes, one by one. */
function chosen({ requests }: { readonly requests: readonly TifRequest[] }): ApplicationFilter {
  return { ids: requests.map(({ client_id }) => client_id) };
}

function rowOf(
  { key, label, requests }: TifGroup,
  filter: ApplicationFilter,
  lines: Lines,
): TifCompletionRow {
  const asked = requests.length;
  const complete = requests.filter((request) => request.complete).length;
  const short = shortOf(complete, asked, lines.commissioning.share);
  return {
    key,
    label,
    asked: { count: asked, filter: { ...filter, gap: 'tif_asked' } },
    complete: { count: complete, filter: { ...filter, gap: 'tif_complete' } },
    incomplete: { count: asked - complete, filter: { ...filter, gap: 'tif_incomplete' } },
    share: asked === 0 ? 0 : complete / asked,
    reaches_target: shortOf(complete, asked, lines.target.share) === 0,
    reaches_commissioning: short === 0,
    short,
  };
}

function lineAt(
  store: Store,
  key: 'tif_target_percent' | 'tif_commissioning_percent',
  on: IsoDate,
): TifLine {
  const settings = store.settings.all();
  const { label, source, from_on } = defined(settingAt(settings, key, on), key);
  return { share: numberAt(settings, key, on) / 100, label, source, from_on };
}
