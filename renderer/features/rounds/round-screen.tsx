import { ArrowLeft, CalendarRange, PenLine } from 'lucide-react';
import { useState } from 'react';
import type { GateLineView, RoundPage } from '../../../shared/api/views/rounds.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { formatCount, formatCountOf, formatQuantity } from '../../../shared/format/number.ts';
import type { GateLineKey } from '../../../shared/service/notices/round-gate.ts';
import { call } from '../../bridge/bridge.ts';
import { forgetAnswers, useChannel } from '../../state/channel.ts';
import { takeJob } from '../../state/jobs.ts';
import { notify, notifyFailure } from '../../state/notices.ts';
import { go, hrefOf, hrefOfCase } from '../../state/place.ts';
import { Button } from '../../ui/button.tsx';
import { StateMark } from '../../ui/mark.tsx';
import { FailureNotice, NoticeBar, Spinner } from '../../ui/states.tsx';
import { hrefOfEvent } from '../notices/notices-address.ts';
import { RoundDialog } from './round-dialog.tsx';
import { SignRoundDialog } from './sign-round-dialog.tsx';

const LINE_WORDS: Readonly<Record<GateLineKey, string>> = {
  tifs: 'TIFs complete',
  lots: 'Lots awarded',
  confirmed: 'Children confirmed by their provider',
  week: 'Most children who change in one week',
  signatures: 'Signatures of two different officers',
};

/** One round: its gate line by line with who stands in the way, its schools and weeks, who signed. */
export function RoundScreen({ roundId }: { readonly roundId: number }) {
  const { data, error, refetch } = useChannel('rounds/get', { round_id: roundId });
  if (data === null)
    return error === null ? (
      <Spinner label="Looking at the gate" />
    ) : (
      <FailureNotice failure={error} onRetry={refetch} />
    );
  return <Page page={data} />;
}

function Page({ page }: { readonly page: RoundPage }) {
  const { round, gate, changed_since } = page;
  const [asking, setAsking] = useState<'change' | 'sign' | null>(null);
  const close = (): void => {
    setAsking(null);
  };
  return (
    <div className="sheets round-page">
      <header className="sheets-head">
        <a className="event-back" href={hrefOf('routes', ['rounds'])}>
          <ArrowLeft size={14} aria-hidden="true" /> Retender rounds
        </a>
        <h1>{round.name}</h1>
        {gate.passed ? (
          <StateMark tone="good">Gate passed</StateMark>
        ) : (
          <StateMark tone="info">
            {formatCountOf(gate.lines.filter(({ met }) => met).length, gate.lines.length)} lines met
          </StateMark>
        )}
        <span className="sheets-space" />
        <Button
          size="small"
          onPress={() => {
            setAsking('change');
          }}
        >
          Change
        </Button>
        <Button
          size="small"
          variant="primary"
          icon={PenLine}
          disabledReason={round.signatures.length >= 2 ? 'Two officers have signed.' : null}
          onPress={() => {
            setAsking('sign');
          }}
        >
          Sign
        </Button>
        <p className="round-lead">
          New contracts from {formatDate(round.starts_on)}; set up on {formatDate(round.made_on)} by{' '}
          {round.made_by}. {round.note}
        </p>
        {changed_since.length === 0 ? null : (
          <NoticeBar tone="warning" title="It reads otherwise than when it was signed">
            {changed_since.join('. ')}.
          </NoticeBar>
        )}
        {gate.override_reason === '' ? null : (
          <NoticeBar tone="info" title="Passed though not every line was met">
            {gate.override_reason}
          </NoticeBar>
        )}
      </header>
      {/* Scrolls, so the keyboard must be able to reach it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section className="round-body" tabIndex={0} aria-label="The round in full">
        <div>
          <h2>The gate</h2>
          <ul className="gate-lines">
            {gate.lines.map((line) => (
              <li key={line.key}>
                <Line line={line} page={page} />
              </li>
            ))}
          </ul>
          <Signatures page={page} />
        </div>
        <div>
          <Schools page={page} />
          <TrialPart page={page} />
        </div>
      </section>
      {asking === 'change' ? <RoundDialog page={page} onClose={close} /> : null}
      {asking === 'sign' ? <SignRoundDialog page={page} onClose={close} /> : null}
    </div>
  );
}

/** How many rows of a line's list are drawn; the others are counted. */
const LISTED = 200;

function Line({ line, page }: { readonly line: GateLineView; readonly page: RoundPage }) {
  const { key, count, of, met, children } = line;
  const said =
    key === 'week'
      ? `${formatCount(count)} of at most ${formatCount(page.most_a_week)}`
      : key === 'tifs'
        ? `${formatCountOf(count, of)}, ${formatCount(page.tif_percent)}% wanted`
        : formatCountOf(count, of);
  const head = (
    <>
      <StateMark tone={met ? 'good' : 'warning'}>{LINE_WORDS[key]}</StateMark>
      <span className="number">{said}</span>
    </>
  );
  if (children.length === 0) return <div className="gate-line">{head}</div>;
  return (
    <details>
      <summary className="gate-line">{head}</summary>
      <ul className="gate-line-list">
        {children.slice(0, LISTED).map((child) => (
          <li key={`${child.client_id} ${child.route_ref}`}>
            {child.client_id === 0 ? (
              <a href={hrefOf('routes', ['sheets'], { route: child.route_ref })}>
                Route {child.route_ref}
              </a>
            ) : (
              <a href={hrefOfCase(child.client_id)}>{child.name === '' ? child.ref : child.name}</a>
            )}
            <span className="soft">
              {child.client_id === 0 ? '' : `${child.ref}, ${child.school}, ${child.route_ref}`}
            </span>
            <span>{child.why}</span>
          </li>
        ))}
        {children.length > LISTED ? (
          <li className="soft">and {formatCount(children.length - LISTED)} more</li>
        ) : null}
      </ul>
    </details>
  );
}

function Signatures({ page }: { readonly page: RoundPage }) {
  const { signatures, id } = page.round;
  if (signatures.length === 0) return <p className="soft">Nobody has signed yet.</p>;
  const takeBack = async (): Promise<void> => {
    const answer = await call('rounds/unsign', { round_id: id });
    if (!answer.ok) notifyFailure(answer.error);
    else notify({ tone: 'good', text: 'The signatures are taken back.' });
    forgetAnswers();
  };
  return (
    <div className="round-signatures">
      <ul>
        {signatures.map(({ seat, officer, signed_on }) => (
          <li key={seat}>
            {officer}, {formatDate(signed_on)}
          </li>
        ))}
      </ul>
      <Button size="small" variant="quiet" onPress={() => void takeBack()}>
        Take the signatures back
      </Button>
    </div>
  );
}

function Schools({ page }: { readonly page: RoundPage }) {
  const { round, schools, contracts } = page;
  const run = async (what: 'rounds/spread' | 'rounds/gather'): Promise<void> => {
    const answer = await call(what, { round_id: round.id });
    if (!answer.ok) notifyFailure(answer.error);
    forgetAnswers();
  };
  const isSpread = round.schools.some(({ moves_on }) => moves_on !== null);
  return (
    <>
      <header className="round-schools-head">
        <h2>Schools and weeks</h2>
        <Button
          size="small"
          icon={CalendarRange}
          disabledReason={schools.length === 0 ? 'The round has no school.' : null}
          onPress={() => void run('rounds/spread')}
        >
          Spread over weeks
        </Button>
        {isSpread ? (
          <Button size="small" variant="quiet" onPress={() => void run('rounds/gather')}>
            All on one day
          </Button>
        ) : null}
      </header>
      <table className="notice-changes">
        <caption className="visually-hidden">Schools of the round with the day they change</caption>
        <thead>
          <tr>
            <th scope="col">School</th>
            <th scope="col" className="number">
              Children
            </th>
            <th scope="col" className="number">
              Routes
            </th>
            <th scope="col">Changes on</th>
            <th scope="col">
              <span className="visually-hidden">Let anew</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {schools.map((school) => (
            <tr key={school.urn}>
              <th scope="row">{school.name}</th>
              <td className="number">{formatCount(school.children)}</td>
              <td className="number">{formatCount(school.routes)}</td>
              <td>{formatDate(school.moves_on)}</td>
              <td>
                <Button
                  size="small"
                  variant="quiet"
                  onPress={() => void letAnew(school.urn, `${round.name}: ${school.name}`)}
                >
                  Let anew as a trial
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {contracts.length === 0 ? null : (
        <p className="soft">
          And {formatQuantity(contracts.length, 'contract')} besides:{' '}
          {contracts.map(({ label }) => label).join('; ')}.
        </p>
      )}
    </>
  );
}

/** Tries the school with every contract loose, and keeps what comes of it as a trial of the round's name. */
async function letAnew(school_urn: number, name: string): Promise<void> {
  const keep_as = name.slice(0, 80);
  const answer = await call('what-if/start', { asked: { what: 'retender', school_urn }, keep_as });
  if (!answer.ok) {
    notifyFailure(answer.error);
    return;
  }
  takeJob(answer.value);
  notify({ tone: 'info', text: `“${keep_as}” is being worked out. Then choose it as the round’s trial, under Change.` }); // prettier-ignore
}

function TrialPart({ page }: { readonly page: RoundPage }) {
  const { round, trial } = page;
  const prepare = async (): Promise<void> => {
    if (round.plan_id === null) return;
    const answer = await call('notices/prepare', {
      plan_id: round.plan_id,
      effective_on: round.starts_on,
    });
    if (answer.ok) go(hrefOfEvent(answer.value.event.id));
    else notifyFailure(answer.error);
  };
  return (
    <>
      <h2>New routes</h2>
      {trial === '' ? (
        <p>
          The gate looks at the routes of the plan in use. Let a school anew as a trial, and choose
          it under Change: the gate then looks at its routes, and it cannot be put in use before the
          gate is passed.
        </p>
      ) : (
        <p>
          The gate looks at the routes of the trial “{trial}”, which cannot be put in use before it
          is passed.{' '}
        </p>
      )}
      {trial === '' ? null : (
        <Button size="small" onPress={() => void prepare()}>
          Prepare its change notices
        </Button>
      )}
    </>
  );
}
