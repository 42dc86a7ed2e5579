import type { MapSchool } from '../../../shared/api/views/map.ts';
import type { ApplicationRow } from '../../../shared/api/views/applications.ts';
import type { PlanSummary } from '../../../shared/api/views/plan.ts';
import { formatCount } from '../../../shared/format/number.ts';
import { REASON_WORDS, wordsFor } from '../../../shared/model/words.ts';
import { useChannel } from '../../state/channel.ts';
import { hrefOfList } from '../../state/place.ts';
import { select, useSelectedId } from '../../state/selection.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { FailureNotice } from '../../ui/states.tsx';
import { findPlace } from '../offers/place-state.ts';
import { RowList } from './row-list.tsx';

/** At most so many rows are drawn; the full list is the applications screen's. */
const SHOWN = 200;

/** Nothing on the map mends these: the case does. */
const CANNOT_BE_PLACED: ReadonlySet<string> = new Set([
  'held',
  'no_school',
  'no_position',
  'school_no_position',
]);

/** Who has no route, and why, with who came since the plan was made; of one school while one is shown. */
export function UnallocatedList(props: {
  readonly school: MapSchool | null;
  readonly plan: PlanSummary | null;
}) {
  const { school, plan } = props;
  const filter = {
    transport: ['unallocated' as const, 'not_planned' as const],
    ...(school === null ? {} : { school_urn: school.urn }),
  };
  const page = useChannel('applications/query', {
    filter,
    sort: 'school',
    descending: false,
    offset: 0,
    limit: SHOWN,
  });
  const selected = useSelectedId('client');
  if (page.error !== null && page.data === null)
    return <FailureNotice failure={page.error} onRetry={page.refetch} />;
  if (plan === null)
    return (
      <p className="map-side-note">
        No plan has been made yet. Plan the county: whoever cannot be placed is listed here with the
        reason.
      </p>
    );
  const rows = page.data?.rows ?? [];
  const total = page.data?.total ?? 0;
  return (
    <>
      {page.data === null ? null : (
        <p className="map-side-note">
          {total === 0
            ? `Everyone ${school === null ? '' : `at ${school.name} `}who is to be planned has a route.`
            : `${formatCount(total)} without a route${school === null ? '' : ` to ${school.name}`}${rows.some((row) => row.partly) ? ', or not on every day' : ''}.`}{' '}
          {total === 0 ? null : <a href={hrefOfList(filter)}>Open the list</a>}
        </p>
      )}
      <RowList label="Clients without a route">
        {rows.map((row) => (
          <li key={row.client_id}>
            <button
              type="button"
              className="map-row"
              aria-pressed={selected === row.client_id}
              onClick={() => {
                select({ kind: 'client', id: row.client_id });
              }}
            >
              <span className="map-row-title">{row.name === '' ? 'Name not known' : row.name}</span>
              <span className="map-row-number">{row.ref}</span>
              <span className="map-row-detail">
                {wordsFor(REASON_WORDS, row.reason)}
                {row.partly ? ', on some days' : ''}
              </span>
              {school === null && row.school !== '' ? (
                <span className="map-row-detail">{row.school}</span>
              ) : null}
            </button>
            {CANNOT_BE_PLACED.has(row.reason) ? null : <FindPlaceFor row={row} />}
          </li>
        ))}
      </RowList>
    </>
  );
}

function FindPlaceFor({ row }: { readonly row: ApplicationRow }) {
  return (
    <div className="map-row-does">
      <LinkButton
        onPress={() => {
          select({ kind: 'client', id: row.client_id });
          findPlace(row.client_id);
        }}
      >
        Find a place
        <span className="visually-hidden"> for {row.name === '' ? row.ref : row.name}</span>
      </LinkButton>
    </div>
  );
}
