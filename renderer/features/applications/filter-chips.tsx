import { X } from 'lucide-react';
import { Button } from 'react-aria-components';
import { formatDate } from '../../../shared/format/date.ts';
import type { IsoDate } from '../../../shared/calendar/dates.ts';
import {
  GAP_WORDS,
  NEED_WORDS,
  PHASE_WORDS,
  REASON_WORDS,
  STAGE_WORDS,
  STATUS_WORDS,
  TRANSPORT_WORDS,
  withinSentence,
  wordsFor,
} from '../../../shared/model/words.ts';
import { QUEUE } from '../../../shared/casework/work/queues.ts';
import { useChannel } from '../../state/channel.ts';
import type { ApplicationFacets } from '../../../shared/api/views/applications.ts';
import type { Filter } from './list-query.ts';

/** What the quick buttons and the search field show already. */
const SHOWN_ELSEWHERE = new Set(['text', 'without_transport', 'late', 'provisional', 'held']);

const TIF: Readonly<Record<string, string>> = {
  complete: 'TIF complete, claimed',
  checked_complete: 'TIF complete, checked',
  incomplete: 'TIF incomplete',
  none: 'No TIF received',
};

/** Not gaps, but what the completion of TIFs counts. */
const OPEN_TIFS: Readonly<Record<string, string>> = {
  tif_asked: 'Open requests',
  tif_complete: 'Open requests with a complete TIF, checked',
};

type Words = (filter: Filter, facets: ApplicationFacets | null) => string | null;

/** The words of each part of a filter. */
const CHIPS: Readonly<Record<string, Words>> = {
  transport: ({ transport = [] }) => transport.map((state) => TRANSPORT_WORDS[state]).join(' or '),
  reason: ({ reason = '' }) => `Unallocated: ${withinSentence(wordsFor(REASON_WORDS, reason))}`,
  status: ({ status = [] }) => status.map((code) => wordsFor(STATUS_WORDS, code)).join(' or '),
  stage: ({ stage = [] }) =>
    `Stage: ${stage.map((code) => withinSentence(STAGE_WORDS[code])).join(' or ')}`,
  type: ({ type = '' }) => type,
  tif: ({ tif = '' }) => TIF[tif] ?? tif,
  phase: ({ phase }) => (phase === undefined ? null : PHASE_WORDS[phase]),
  gap: ({ gap = '' }) => OPEN_TIFS[gap] ?? `Gap: ${withinSentence(wordsFor(GAP_WORDS, gap))}`,
  need: ({ need }) => (need === undefined ? null : `${need}: ${NEED_WORDS[need].toLowerCase()}`),
  district: ({ district = '' }, facets) =>
    facets?.districts.find(({ value }) => value === district)?.label ?? district,
  school_urn: ({ school_urn }, facets) =>
    facets?.schools.find(({ value }) => value === school_urn)?.label ?? `School ${school_urn}`,
  first_day: ({ first_day = '' }) => `Starts ${formatDate(first_day as IsoDate)}`,
  has_application: ({ has_application }) =>
    has_application === false ? 'Carried already, no request' : null,
  officer: ({ officer = '' }) => (officer === '' ? 'Assigned to nobody' : `Assigned to ${officer}`),
  queue: ({ queue }) => (queue === undefined ? null : `Queue: ${QUEUE[queue].label}`),
  part: ({ queue, part = '' }) =>
    queue === undefined ? null : (QUEUE[queue].partWords?.(part) ?? part),
  ids: ({ ids = [] }) => `${ids.length} chosen children`,
};

/** The filters that are on, each with a way to take it off. */
export function FilterChips(props: {
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
}) {
  const { data } = useChannel('applications/facets', {});
  const parts = Object.keys(props.filter)
    .filter((part) => !SHOWN_ELSEWHERE.has(part))
    .map((part) => ({ part, words: CHIPS[part]?.(props.filter, data) ?? null }))
    .filter(({ words }) => words !== null && words !== '');
  if (parts.length === 0) return null;
  return (
    <div className="apps-chips">
      {parts.map(({ part, words }) => (
        <Button
          key={part}
          className="apps-chip apps-chip-on"
          aria-label={`Take off: ${words}`}
          onPress={() => {
            props.onFilter({ ...props.filter, [part]: undefined });
          }}
        >
          <span>{words}</span>
          <X size={12} aria-hidden="true" />
        </Button>
      ))}
    </div>
  );
}
