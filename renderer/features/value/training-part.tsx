import { Footprints } from 'lucide-react';
import { useState } from 'react';
import type { SeatsPage } from '../../../shared/api/views/value.ts';
import { formatMilesNumber } from '../../../shared/format/distance.ts';
import { formatPounds } from '../../../shared/format/money.ts';
import { formatCount, formatPercent, formatQuantity } from '../../../shared/format/number.ts';
import type { Payback } from '../../../shared/pressure/value/payback.ts';
import type {
  Training,
  TrainingBy,
  TrainingGroup,
} from '../../../shared/pressure/value/training.ts';
import { useChannel } from '../../state/channel.ts';
import { hrefOfCase } from '../../state/place.ts';
import { Headline } from '../../ui/headline.tsx';
import { NoPlanYet } from '../../ui/no-plan-yet.tsx';
import { EmptyState, FailureNotice, Spinner } from '../../ui/states.tsx';
import { Table, Td, Th } from '../../ui/table.tsx';
import { ExportButton } from './export-button.tsx';
import { ReckonBar } from './reckon-bar.tsx';
import { Pages, Said } from './seat-table.tsx';
import { Sources } from './seats-part.tsx';

const BY_WORDS: Readonly<Record<TrainingBy, string>> = {
  company: 'By company on the way',
  age: 'By age on 1 September',
  distance: 'By the way to school',
  need: 'By need: told, never decided by',
};

/** When independent travel training pays for itself, by groups of candidates whom a person would consider. */
export function TrainingPart() {
  const [offset, setOffset] = useState(0);
  const answer = useChannel('value/seats', { list: 'training', offset });
  if (answer.data === null) {
    if (answer.error === null) return <Spinner label="Reading" />;
    return answer.error.code === 'no_plan' ? (
      <NoPlanYet icon={Footprints} title="Nobody to consider yet">
        What a seat costs is reckoned from a plan.
      </NoPlanYet>
    ) : (
      <FailureNotice failure={answer.error} onRetry={answer.refetch} />
    );
  }
  const page = answer.data;
  const { training } = page;
  return (
    <div className="value-page">
      <header className="value-head">
        <h1>The payback of independent travel training</h1>
        <p className="value-lead">
          Whom a person might consider, by age, way and how they travel. Need alone decides nothing,
          and nobody is trained without a parent’s dated consent. The list is where to begin, not
          whom to send.
        </p>
      </header>
      <ReckonBar what="seats" verb="Work out what each seat would save" again={page.ready} />
      {training === null ? (
        <EmptyState icon={Footprints} title="Not worked out yet">
          What each seat would save is worked out first. It takes some seconds.
        </EmptyState>
      ) : (
        <Found training={training} page={page} onOffset={setOffset} />
      )}
      <Sources page={page} />
    </div>
  );
}

function Found(props: {
  readonly training: Training;
  readonly page: SeatsPage;
  readonly onOffset: (offset: number) => void;
}) {
  const { training, page } = props;
  const { all, groups, terms } = training;
  const alone = groups.find(({ label }) => label === 'Rides alone') ?? null;
  return (
    <>
      <div className="costs-numbers">
        <Headline
          value={formatCount(all.client_ids.length)}
          label="to consider"
          note={`of ${formatCount(page.clients)} with a seat`}
        />
        <Headline
          value={alone === null ? '–' : monthsWords(alone.payback.central)}
          label="for those who ride alone"
          note={
            alone === null
              ? 'None of the candidates rides alone'
              : `${rangeWords(alone)}; ${formatQuantity(alone.client_ids.length, 'client')}`
          }
        />
        <Headline
          value={monthsWords(all.payback.central)}
          label="for all together"
          note={`${rangeWords(all)}; by what routes would save at once`}
        />
      </div>
      <p className="value-lead">
        {formatPounds(terms.cost_pence)} for each who begins ({formatPounds(terms.cost_low_pence)}{' '}
        to {formatPounds(terms.cost_high_pence)}), {formatPercent(terms.success, 0)} go on alone (
        {formatPercent(terms.success_low, 0)} to {formatPercent(terms.success_high, 0)}), then{' '}
        {formatPounds(terms.onward_pence)} a year for a pass. The middle counts what routes would
        really save at once; the quick end the whole share, as when routes are let anew without
        them.
      </p>
      <div className="value-does">
        <ExportButton what="training" label="Export the payback, .csv" />
        <ExportButton
          what="candidates"
          label="Export those to consider, .csv"
          disabledReason={all.client_ids.length === 0 ? 'Nobody is to be considered.' : null}
        />
      </div>
      <Table
        caption="Payback by group"
        head={
          <>
            <Th>Group</Th>
            <Th align="end">Clients</Th>
            <Th align="end">Training, £</Th>
            <Th align="end">Shares, £ a year</Th>
            <Th align="end">Routes save, £ a year</Th>
            <Th align="end">Less after training, £ a year</Th>
            <Th align="end">Paid back after</Th>
            <Th align="end">Slow to quick, months</Th>
          </>
        }
      >
        {groups.map((group) => (
          <GroupRow key={`${group.by} ${group.label}`} group={group} />
        ))}
      </Table>
      <Candidates page={page} onOffset={props.onOffset} />
      <details className="value-details">
        <summary>Why others are not listed</summary>
        <ul className="value-gaps">
          {training.left_out.map(({ because, clients }) => (
            <li key={because}>
              {formatQuantity(clients, 'client')}: {because}
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}

function GroupRow({ group }: { readonly group: TrainingGroup }) {
  const { central } = group.payback;
  return (
    <tr>
      <Td>
        {group.label}
        {group.by === 'all' ? null : <small>{BY_WORDS[group.by]}</small>}
      </Td>
      <Td align="end">{formatCount(group.client_ids.length)}</Td>
      <Td align="end">{plain(central.cost_pence)}</Td>
      <Td align="end">{plain(group.share_pence)}</Td>
      <Td align="end">{plain(group.saves_pence)}</Td>
      <Td align="end">{plain(central.saved_year_pence)}</Td>
      <Td align="end">{monthsWords(central)}</Td>
      <Td align="end">{rangeWords(group)}</Td>
    </tr>
  );
}

function Candidates(props: {
  readonly page: SeatsPage;
  readonly onOffset: (offset: number) => void;
}) {
  const { page } = props;
  return (
    <details className="value-details">
      <summary>
        {formatQuantity(page.counts.training, 'client')} to consider, what frees most first
      </summary>
      <Table
        caption="Clients to consider for travel training"
        head={
          <>
            <Th>Client</Th>
            <Th>School</Th>
            <Th align="end">Miles by the way driven</Th>
            <Th align="end">Share, £ a year</Th>
            <Th align="end">Route would save, £ a year</Th>
            <Th>Consent of a parent</Th>
          </>
        }
      >
        {page.rows.map((row) => (
          <tr key={row.client_id}>
            <Td>
              <a href={hrefOfCase(row.client_id)}>{row.name === '' ? row.ref : row.name}</a>
            </Td>
            <Td>{row.school}</Td>
            <Td align="end">{row.way_m === null ? 'protected' : formatMilesNumber(row.way_m)}</Td>
            <Td align="end">{plain(row.share_pence)}</Td>
            <Td align="end">{plain(row.saves_pence)}</Td>
            <Td>
              <Said what="Training" said={row.consents.travel_training} />
            </Td>
          </tr>
        ))}
      </Table>
      <Pages page={page} count={page.counts.training} onOffset={props.onOffset} />
    </details>
  );
}

function plain(pence: number): string {
  return formatPounds(pence).replace('£', '');
}

/** Months beyond which nobody plans. */
const TEN_YEARS = 120;

function monthsWords({ months }: Payback): string {
  if (months === null) return 'never';
  return months > TEN_YEARS ? 'over 10 years' : `${months.toFixed(1)} months`;
}

function rangeWords({ payback }: TrainingGroup): string {
  const { slow, quick } = payback;
  if (quick.months === null) return 'never in money';
  return `${monthsWords(slow).replace(' months', '')} to ${monthsWords(quick).replace(' months', '')}`;
}
