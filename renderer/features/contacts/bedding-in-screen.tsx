import { Sprout } from 'lucide-react';
import { useState } from 'react';
import type { BeddingInView } from '../../../shared/api/views/contacts.ts';
import { parseIsoDate } from '../../../shared/calendar/dates.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { formatCount, formatQuantity } from '../../../shared/format/number.ts';
import type { BeddingInRow } from '../../../shared/service/year/bedding-in.ts';
import { CONTACT_WORDS } from '../../../shared/model/year-words.ts';
import { useChannel } from '../../state/channel.ts';
import { hrefOf } from '../../state/place.ts';
import { DateField } from '../../ui/date-field.tsx';
import { Headline } from '../../ui/headline.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { EmptyState, FailureNotice, Spinner } from '../../ui/states.tsx';
import '../sheets/sheets.css';
import './contacts.css';
import { aboutWords } from './contact-words.ts';
import { EntryDialog } from './entry-dialog.tsx';

const TREND_WORDS: Readonly<Record<BeddingInRow['trend'], string>> = {
  more: 'More than the week before',
  fewer: 'Fewer than the week before',
  level: 'As many as the week before',
  none: 'Too early to tell',
};

/** What was reported since routes began and is still open: by school and provider, week by week. */
export function BeddingInScreen() {
  const [typed, setTyped] = useState<string | null>(null);
  const since = typed === null ? null : parseIsoDate(typed);
  const { data, error, refetch } = useChannel('bedding-in/get', since === null ? {} : { since });
  return (
    <div className="sheets">
      <header className="sheets-head">
        <h1>Bedding-in</h1>
        <output className="soft">{data === null ? '' : daysWords(data)}</output>
        <div className="sheets-filters">
          <DateField label="Since" value={typed ?? data?.since ?? ''} onChange={setTyped} />
        </div>
        {error === null ? null : <FailureNotice failure={error} onRetry={refetch} />}
      </header>
      {data === null && error === null ? <Spinner label="Counting what was reported" /> : null}
      {data === null ? null : data.reported === 0 ? (
        <EmptyState icon={Sprout} title="Nothing was reported since that day">
          Entries of the contact log are counted here from the first day on.
        </EmptyState>
      ) : (
        <Lists view={data} />
      )}
    </div>
  );
}

function daysWords({ since, days_since, bedding_in_days }: BeddingInView): string {
  if (days_since < 0) return `Begins ${formatDate(since)}`;
  const over = days_since >= bedding_in_days ? ', over' : '';
  return `${formatQuantity(days_since, 'day', 'days')} since ${formatDate(since)}; routes bed in for ${bedding_in_days} days${over}`;
}

function Lists({ view }: { readonly view: BeddingInView }) {
  const [openId, setOpenId] = useState<number | null>(null);
  return (
    <div className="bedding-in">
      <div className="bedding-in-figures">
        <Headline
          value={formatCount(view.open)}
          label="still open"
          href={hrefOf('routes', ['contacts'], { show: 'open' })}
          tone={view.open === 0 ? 'good' : 'warning'}
        />
        <Headline
          value={formatCount(view.reported)}
          label="reported since the start"
          href={hrefOf('routes', ['contacts'], { show: 'all' })}
        />
        <div>
          <WeekBars weeks={view.weeks} />
          <p className="soft">By week, the first on the left</p>
        </div>
      </div>
      <div className="bedding-in-lists">
        <Groups title="By school" rows={view.schools} />
        <Groups title="By provider" rows={view.providers} />
      </div>
      {view.open_rows.length === 0 ? null : (
        <section aria-label="Still open">
          <h2>Still open, the oldest first</h2>
          <table>
            <thead>
              <tr>
                <th scope="col">Happened</th>
                <th scope="col">Kind</th>
                <th scope="col">About</th>
                <th scope="col">What</th>
              </tr>
            </thead>
            <tbody>
              {view.open_rows.slice(0, LISTED).map((row) => (
                <tr key={row.id}>
                  <td>{formatDate(row.happened_on)}</td>
                  <td>{CONTACT_WORDS[row.kind]}</td>
                  <td>{aboutWords(row)}</td>
                  <td>
                    <LinkButton
                      onPress={() => {
                        setOpenId(row.id);
                      }}
                    >
                      {row.what}
                    </LinkButton>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          {view.open_rows.length <= LISTED ? null : (
            <p>
              <a href={hrefOf('routes', ['contacts'], { show: 'open' })}>
                All {formatCount(view.open_rows.length)}
              </a>
            </p>
          )}
        </section>
      )}
      {openId === null ? null : (
        <EntryDialog
          id={openId}
          onClose={() => {
            setOpenId(null);
          }}
        />
      )}
    </div>
  );
}

/** Rows shown at once; the log has all of them. */
const LISTED = 30;

function Groups({
  title,
  rows,
}: {
  readonly title: string;
  readonly rows: readonly BeddingInRow[];
}) {
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{title === 'By school' ? 'School' : 'Provider'}</th>
            <th scope="col" className="number">
              Open
            </th>
            <th scope="col" className="number">
              Reported
            </th>
            <th scope="col" className="number">
              Days since
            </th>
            <th scope="col">By week</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, LISTED).map((row) => (
            <tr key={row.key}>
              <th scope="row">{row.name}</th>
              <td className="number">{formatCount(row.open)}</td>
              <td className="number">{formatCount(row.reported)}</td>
              <td className="number" title={`Since ${formatDate(row.first_day)}`}>
                {formatCount(row.days_since)}
              </td>
              <td title={TREND_WORDS[row.trend]}>
                <WeekBars weeks={row.weeks} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length <= LISTED ? null : (
        <p className="soft">And {formatCount(rows.length - LISTED)} more with fewer.</p>
      )}
    </section>
  );
}

/** A bar a week, the tallest 20 px. */
function WeekBars({ weeks }: { readonly weeks: readonly number[] }) {
  const most = Math.max(1, ...weeks);
  const words = weeks.map((count, at) => `week ${at + 1}: ${count}`).join(', ');
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
    <span className="week-bars" role="img" aria-label={words} title={words}>
      {weeks.map((count, at) => (
        // Weeks have no other name than their place.
        // oxlint-disable-next-line react/no-array-index-key
        <span key={at} style={{ height: `${(20 * count) / most}px` }} />
      ))}
    </span>
  );
}
