import { Map as MapIcon, X } from 'lucide-react';
import type { ChainRunRow } from '../../../shared/api/views/chains.ts';
import { formatMargin } from '../../../shared/format/distance.ts';
import { formatPence, formatPounds } from '../../../shared/format/money.ts';
import { formatMinutes, formatTimeOfDay } from '../../../shared/format/time.ts';
import { go, hrefOf } from '../../state/place.ts';
import { select } from '../../state/selection.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Estimated } from '../../ui/tooltip.tsx';
import type { ShownPair } from './chain-rows.ts';

/** One pair whole: morning and afternoon by the clock, whose vehicle stays, what it saves and how that was reckoned. */
export function ChainCard(props: { readonly pair: ShownPair; readonly onClose: () => void }) {
  const { pair } = props;
  const { first, second } = pair;
  const kept = pair.keeps === 'first' ? first : second;
  return (
    <section className="chains-card" aria-label="The pair chosen">
      <header className="chains-card-head">
        <h2>
          <RouteLink run={first} />, then <RouteLink run={second} />
        </h2>
        {[first, second].map((run) => (
          <Button
            key={run.route_id}
            size="small"
            icon={MapIcon}
            onPress={() => {
              go(hrefOf('map', [], { route: String(run.route_id) }));
            }}
          >
            {`${run.ref} on the map`}
          </Button>
        ))}
        <IconButton icon={X} label="Close the pair" onPress={props.onClose} />
      </header>
      <div className="chains-card-body">
        <Leg title="Morning" steps={morningSteps(pair)} spare_s={pair.spare_s} />
        <Leg title="Afternoon" steps={afternoonSteps(pair)} spare_s={pair.home_spare_s} />
        <section aria-label="Saving">
          <h3>
            Saves a day <Estimated why="By the rate card. A provider’s quotation decides." />
          </h3>
          <table className="chains-saving">
            <tbody>
              {pair.working.map(({ text, pence }) => (
                <tr key={text}>
                  <th scope="row">{text}</th>
                  <td className="number">{formatPence(pence)}</td>
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row">A day</th>
                <td className="number">{formatPence(pair.saving_day_pence)}</td>
              </tr>
              <tr>
                <th scope="row">A year</th>
                <td className="number">{formatPounds(pair.saving_year_pence)}</td>
              </tr>
            </tfoot>
          </table>
          <p className="soft">
            The {kept.vehicle.toLowerCase()} of {kept.ref} stays
            {kept.provider === '' ? '' : ` (${kept.provider})`}. Each run keeps its assistants.
          </p>
        </section>
      </div>
    </section>
  );
}

function RouteLink({ run }: { readonly run: ChainRunRow }) {
  return (
    <>
      <LinkButton
        onPress={() => {
          select({ kind: 'route', id: run.route_id });
        }}
      >
        {run.ref}
      </LinkButton>{' '}
      <span className="soft">to {run.school}</span>
    </>
  );
}

interface Step {
  readonly at_s: number;
  readonly what: string;
  /** How it differs from the plan. */
  readonly moved?: string;
}

function Leg(props: {
  readonly title: string;
  readonly steps: readonly Step[];
  readonly spare_s: number;
}) {
  return (
    <section aria-label={props.title}>
      <h3>
        {props.title}
        <span className="soft"> {Math.floor(props.spare_s / 60)} min to spare</span>
      </h3>
      <ol className="chains-steps">
        {props.steps.map(({ at_s, what, moved }) => (
          <li key={what}>
            <time>{formatTimeOfDay(at_s)}</time>
            <span>
              {what}
              {moved === undefined ? null : <em>{moved}</em>}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function moved(seconds: number, word: string): { readonly moved?: string } {
  return seconds === 0 ? {} : { moved: `${formatMinutes(seconds)} ${word}` };
}

function empty(pair: ShownPair, seconds: number, metres: number): string {
  return `${formatMargin(metres)}, ${formatMinutes(seconds)} empty${pair.by_road ? ' by road' : ', est.'}`;
}

function morningSteps(pair: ShownPair): readonly Step[] {
  const { first, second, earlier_s, later_s } = pair;
  return [
    {
      at_s: first.first_pick_up_s - earlier_s,
      what: `First home of ${first.ref}`,
      ...moved(earlier_s, 'earlier'),
    },
    {
      at_s: first.arrive_s - earlier_s,
      what: first.school,
      ...moved(earlier_s, 'earlier'),
    },
    { at_s: pair.leaves_s, what: `Leaves: ${empty(pair, pair.empty_s, pair.empty_m)}` },
    {
      at_s: Math.max(pair.reaches_s, second.first_pick_up_s + later_s),
      what: `First home of ${second.ref}`,
      ...moved(later_s, 'later'),
    },
    {
      at_s: second.arrive_s + later_s,
      what: `${second.school}${second.school === first.school ? ', again' : ''}`,
      ...moved(later_s, 'later'),
    },
  ];
}

function afternoonSteps(pair: ShownPair): readonly Step[] {
  const [one, other] = pair.same_order ? [pair.first, pair.second] : [pair.second, pair.first];
  return [
    { at_s: one.depart_s, what: `${one.school}, with ${one.ref}` },
    {
      at_s: pair.home_leaves_s,
      what: `Last home of ${one.ref}: ${empty(pair, pair.home_empty_s, pair.home_empty_m)}`,
    },
    {
      at_s: other.depart_s + pair.wait_s,
      what: `${other.school}, with ${other.ref}`,
      ...(pair.wait_s === 0 ? {} : { moved: `children wait ${formatMinutes(pair.wait_s)}` }),
    },
    { at_s: other.home_at_s + pair.wait_s, what: `Last home of ${other.ref}` },
  ];
}
