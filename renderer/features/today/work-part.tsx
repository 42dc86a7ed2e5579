import type { ApplicationFilter } from '../../../shared/api/views/applications.ts';
import type { QueueCount, WorkOverview } from '../../../shared/api/views/work.ts';
import { formatCount } from '../../../shared/format/number.ts';
import { useChannel } from '../../state/channel.ts';
import { hrefOf } from '../../state/place.ts';
import { FailureNotice, Skeleton } from '../../ui/states.tsx';
import { Headline } from '../../ui/headline.tsx';
import { hrefOfNotices } from '../notices/notices-address.ts';
import { hrefOfLetters } from '../letters/letters-address.ts';
import { hrefOfQueue } from '../work/queue-address.ts';

const LACKS: Readonly<Record<string, string>> = {
  no_decision: 'without a decision',
  no_tif: 'without a complete TIF',
};

/** The team's work: who lacks a decision or a TIF and why, what is due today, and what is one's own. */
export function WorkPart() {
  const { data, error, refetch } = useChannel('work/overview', {});
  // Letters and days ahead are looked at after the numbers that come first are there.
  const due = useChannel('work/due', data === null ? null : {});
  return (
    <section className="today-part today-work" aria-label="The team’s work">
      <h2>The team’s work</h2>
      {data === null ? (
        error === null ? (
          <Skeleton height={120} />
        ) : (
          <FailureNotice failure={error} onRetry={refetch} />
        )
      ) : (
        <>
          <div className="today-lacks">
            {data.lacks
              .filter(({ name }) => LACKS[name] !== undefined)
              .map((lack) => (
                <Lack key={lack.name} lack={lack} of={data.applications} />
              ))}
          </div>
          <ul className="today-gap-list">
            {ownLine(data)}
            <Line
              count={data.unassigned.count}
              label="Nobody’s"
              href={hrefOfQueue(data.unassigned.filter)}
              title={data.unassigned.meaning}
            />
            {riskLines(data)}
            <Line
              count={due.data?.reminders ?? null}
              label="Reminders due"
              href={hrefOfLetters('due')}
              title="To apply, and to complete the TIF."
            />
            <Line
              count={due.data?.letters ?? null}
              label="Letters due"
              href={hrefOfLetters('due')}
              title="Called for by a decision, a question, an appeal or a review."
            />
            <Line
              count={due.data?.changes ?? null}
              label={`Changes within ${due.data?.changes_days ?? 7} days`}
              href={hrefOf('applications', ['coming-up'])}
              title="Birthdays, ends of school age and reviews on which a decision would come out otherwise."
            />
            <RunningOutLine />
            <NoticesLine />
          </ul>
          {due.error === null ? null : <FailureNotice failure={due.error} onRetry={due.refetch} />}
        </>
      )}
    </section>
  );
}

/** Papers of drivers, assistants and vehicles; nothing where no register is kept. */
function RunningOutLine() {
  const { data } = useChannel('register/due', {});
  if (data === null || data.register_empty) return null;
  return (
    <Line
      count={data.due}
      label={`Running out within ${data.ahead_days} days`}
      href={hrefOf('providers', ['running-out'])}
      title={`Badges, enhanced DBS checks, training, competences, plates, MOT, insurance and lifts; ${formatCount(data.out_of_date)} are out of date.`}
    />
  );
}

function ownLine({ officer, mine }: WorkOverview) {
  if (officer === '') return null;
  return (
    <Line count={mine.count} label="Mine" href={hrefOfQueue(mine.filter)} title={mine.meaning} />
  );
}

/** What of those at risk is due by a day, and what has waited longest. */
function riskLines({ queues }: WorkOverview) {
  const risk = queues.find(({ name }) => name === 'at_risk');
  const oldest = queues.find(({ name }) => name === 'oldest');
  const part = (name: string): { readonly count: number; readonly filter: ApplicationFilter } =>
    risk?.parts.find((each) => each.part === name) ?? {
      count: 0,
      filter: { queue: 'at_risk', part: name },
    };
  return (
    <>
      <Line {...part('decision')} label="Decisions due or past due" title={risk?.rule ?? ''} />
      {oldest === undefined ? null : (
        <Line
          count={oldest.count}
          filter={oldest.filter}
          label={oldest.rule.replace(/\.$/, '')}
          title={oldest.meaning}
        />
      )}
      <Line {...part('appeal')} label="Appeals due or past due" title={risk?.rule ?? ''} />
    </>
  );
}

/** Change notices that somebody is still to be told of. */
function NoticesLine() {
  const { data } = useChannel('notices/counts', {});
  const overdue = data?.overdue ?? 0;
  return (
    <Line
      count={data?.open ?? null}
      label={`Change notices to be told${overdue === 0 ? '' : `, ${formatCount(overdue)} overdue`}`}
      href={hrefOfNotices(overdue === 0 ? {} : { show: 'overdue' })}
      title="Families, schools, providers, assistants and social workers who do not know yet of a change of transport."
    />
  );
}

function Lack(props: { readonly lack: QueueCount; readonly of: number }) {
  const { lack } = props;
  return (
    <div>
      <Headline
        value={formatCount(lack.count)}
        label={`of ${formatCount(props.of)} ${LACKS[lack.name] ?? ''}`}
        href={hrefOfQueue(lack.filter)}
      />
      <ul className="today-lack-reasons">
        {lack.parts.map(({ part, label, count, filter }) => (
          <li key={part}>
            <a href={hrefOfQueue(filter)}>
              {label} <strong>{formatCount(count)}</strong>
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Line(props: {
  /** null while it is counted. */
  readonly count: number | null;
  readonly label: string;
  readonly title: string;
  readonly href?: string;
  readonly filter?: ApplicationFilter;
}) {
  const { count, filter = {} } = props;
  return (
    <li title={props.title}>
      <a href={props.href ?? hrefOfQueue(filter)}>
        <span className="number">
          {count === null ? <Skeleton width={28} height={12} /> : formatCount(count)}
        </span>
        <span className="today-gap-label">{props.label}</span>
      </a>
    </li>
  );
}
