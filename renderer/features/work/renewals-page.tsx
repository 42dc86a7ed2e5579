import { useState } from 'react';
import type { RenewalsView } from '../../../shared/api/views/work.ts';
import type { RenewalGroup } from '../../../shared/casework/renewals.ts';
import { formatCount, formatQuantity } from '../../../shared/format/number.ts';
import { useChannel } from '../../state/channel.ts';
import { hrefOfList } from '../../state/place.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice, NoticeBar, Spinner } from '../../ui/states.tsx';
import { RENEWAL_KINDS, type BulkKind } from './bulk-actions.ts';
import { BulkDialog } from './bulk-dialog.tsx';

type Group = RenewalsView['groups'][number];

const WORDS: Readonly<
  Record<
    RenewalGroup,
    { readonly title: string; readonly next: string; readonly kinds: readonly BulkKind[] }
  >
> = {
  renewal: {
    title: 'Renewals',
    next: 'Same school, same home: renew them and have their TIFs confirmed.',
    kinds: [RENEWAL_KINDS.renew, RENEWAL_KINDS.confirm_tif],
  },
  phase_transfer: {
    title: 'Phase transfers',
    next: 'A new application is needed: the families are reminded to apply.',
    kinds: [RENEWAL_KINDS.expect],
  },
  address_changed: {
    title: 'Home changed',
    next: 'Eligibility is looked at again: each needs a change of address decided.',
    kinds: [],
  },
  placement_ended: {
    title: 'Placement ended or changed',
    next: 'Find the new school, or end the seat on the route.',
    kinds: [],
  },
  leaver: {
    title: 'Leavers',
    next: 'Take them off their routes from the case.',
    kinds: [],
  },
  applied: {
    title: 'Application there already',
    next: 'Nothing to do here: they stand in the queues.',
    kinds: [],
  },
};

const ORDER: readonly RenewalGroup[] = [
  'renewal',
  'phase_transfer',
  'address_changed',
  'placement_ended',
  'leaver',
  'applied',
];

/** Children carried already: what each needs for the year planned, done for many at once. */
export function RenewalsPage() {
  const { data, error, refetch } = useChannel('work/renewals', {});
  if (error !== null && data === null) return <FailureNotice failure={error} onRetry={refetch} />;
  if (data === null) return <Spinner label="Looking at who is carried" />;
  return (
    <div className="work-page">
      <p>
        <strong>{formatQuantity(data.carried, 'child', 'children')}</strong> on running contracts.
        Each stands in one group for {data.year}; the first that fits.
      </p>
      <YearsBehind data={data} />
      <div className="renewals">
        {ORDER.flatMap((name) => data.groups.find(({ group }) => group === name) ?? []).map(
          (group) => (
            <GroupPart key={group.group} group={group} />
          ),
        )}
      </div>
    </div>
  );
}

/** At the turn of the year: the records are still those of the year before. */
function YearsBehind({ data }: { readonly data: RenewalsView }) {
  const [isOpen, setOpen] = useState(false);
  const { year, years_behind } = data;
  if (years_behind.length === 0) return null;
  return (
    <NoticeBar
      tone="warning"
      title={`Year groups are those of the year before ${year}`}
      action={
        <Button
          size="small"
          onPress={() => {
            setOpen(true);
          }}
        >
          Roll year groups on…
        </Button>
      }
    >
      By their dates of birth most of{' '}
      <a href={hrefOfList({ ids: years_behind })}>
        {formatQuantity(years_behind.length, 'child', 'children')}
      </a>{' '}
      stand a year too low. Phase transfers below are told by year group: roll them on first.
      {isOpen ? (
        <BulkDialog
          kind={RENEWAL_KINDS.roll_years}
          clientIds={years_behind}
          onClose={() => {
            setOpen(false);
          }}
        />
      ) : null}
    </NoticeBar>
  );
}

function GroupPart(props: { readonly group: Group }) {
  const { group } = props;
  const { title, next, kinds } = WORDS[group.group];
  const [open, setOpen] = useState<BulkKind | null>(null);
  const count = group.client_ids.length;
  return (
    <section className="renewals-group" aria-label={title}>
      <h2>
        <a href={hrefOfList({ ids: group.client_ids })}>
          <span className="renewals-count">{formatCount(count)}</span> {title}
        </a>
      </h2>
      <p className="soft">{next}</p>
      {count === 0 || kinds.length === 0 ? null : (
        <div className="renewals-actions">
          {kinds.map((kind) => (
            <Button
              key={kind.id}
              size="small"
              icon={kind.icon}
              onPress={() => {
                setOpen(kind);
              }}
            >
              {kind.label}
            </Button>
          ))}
        </div>
      )}
      <Lines
        lines={group.reasons.map(({ why, client_ids }) => ({ label: why, client_ids }))}
        label="Why"
      />
      {group.schools.length === 0 ? null : (
        <Lines
          lines={group.schools.map(({ school, client_ids }) => ({ label: school, client_ids }))}
          label="By receiving school"
        />
      )}
      {open === null ? null : (
        <BulkDialog
          kind={open}
          clientIds={group.client_ids}
          onClose={() => {
            setOpen(null);
          }}
        />
      )}
    </section>
  );
}

function Lines(props: {
  readonly label: string;
  readonly lines: readonly { readonly label: string; readonly client_ids: readonly number[] }[];
}) {
  if (props.lines.length === 0) return null;
  return (
    <div className="renewals-lines">
      <h3>{props.label}</h3>
      <ul>
        {props.lines.map(({ label, client_ids }) => (
          <li key={label}>
            <a href={hrefOfList({ ids: client_ids })}>
              <span className="bulk-count">{formatCount(client_ids.length)}</span> {label}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
