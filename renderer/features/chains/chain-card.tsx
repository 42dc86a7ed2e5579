import { Map as MapIcon, X } from 'lucide-react';
import { Fragment } from 'react';
import type { ChainHop, ChainRunRow } from '../../../shared/api/views/chains.ts';
import { formatMargin } from '../../../shared/format/distance.ts';
import { formatPence, formatPounds } from '../../../shared/format/money.ts';
import { formatMinutes, formatTimeOfDay } from '../../../shared/format/time.ts';
import { go, hrefOf } from '../../state/place.ts';
import { select } from '../../state/selection.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Estimated } from '../../ui/tooltip.tsx';
import type { ShownChain } from './chain-rows.ts';

/** One chain whole: morning and afternoon by the clock, whose vehicle stays, what it saves and how that was reckoned. */
export function ChainCard(props: { readonly chain: ShownChain; readonly onClose: () => void }) {
  const { chain } = props;
  const { runs } = chain;
  const kept = runs[chain.keeps];
  return (
    <section className="chains-card" aria-label="The runs chosen">
      <header className="chains-card-head">
        <h2>
          {runs.map((run, at) => (
            <Fragment key={run.route_id}>
              {at === 0 ? null : ', then '}
              <RouteLink run={run} />
            </Fragment>
          ))}
        </h2>
        {runs.map((run) => (
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
        <IconButton icon={X} label="Close the runs" onPress={props.onClose} />
      </header>
      <div className="chains-card-body">
        <Leg title="Morning" steps={morningSteps(chain)} spare_s={chain.spare_s} />
        <Leg title="Afternoon" steps={afternoonSteps(chain)} spare_s={chain.home_spare_s} />
        <section aria-label="Saving">
          <h3>
            Saves a day <Estimated why="By the rate card. A provider’s quotation decides." />
          </h3>
          <table className="chains-saving">
            <tbody>
              {chain.working.map(({ text, pence }) => (
                <tr key={text}>
                  <th scope="row">{text}</th>
                  <td className="number">{formatPence(pence)}</td>
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row">A day</th>
                <td className="number">{formatPence(chain.saving_day_pence)}</td>
              </tr>
              <tr>
                <th scope="row">A year</th>
                <td className="number">{formatPounds(chain.saving_year_pence)}</td>
              </tr>
            </tfoot>
          </table>
          {kept === undefined ? null : (
            <p className="soft">
              The {kept.vehicle.toLowerCase()} of {kept.ref} stays
              {kept.provider === '' ? '' : ` (${kept.provider})`}. Each run keeps its assistants.
            </p>
          )}
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

function empty({ by_road }: ShownChain, { empty_s, empty_m }: ChainHop): string {
  return `${formatMargin(empty_m)}, ${formatMinutes(empty_s)} empty${by_road ? ' by road' : ', est.'}`;
}

function morningSteps(chain: ShownChain): readonly Step[] {
  return chain.runs.flatMap((run, at): readonly Step[] => {
    const by = chain.moves_s[at] ?? 0;
    const how = moved(Math.abs(by), by < 0 ? 'earlier' : 'later');
    const before = chain.hops[at - 1];
    const isAgain = chain.runs[at - 1]?.school === run.school;
    const home_s = run.first_pick_up_s + by;
    return [
      ...(before === undefined
        ? []
        : [{ at_s: before.leaves_s, what: `Leaves: ${empty(chain, before)}` }]),
      {
        at_s: Math.max(before?.reaches_s ?? home_s, home_s),
        what: `First home of ${run.ref}`,
        ...how,
      },
      { at_s: run.arrive_s + by, what: `${run.school}${isAgain ? ', again' : ''}`, ...how },
    ];
  });
}

function afternoonSteps(chain: ShownChain): readonly Step[] {
  const runs = chain.runs.map((run, at) => ({ run, wait_s: chain.waits_s[at] ?? 0 }));
  const inOrder = chain.same_order ? runs : runs.toReversed();
  return inOrder.flatMap(({ run, wait_s }, at): readonly Step[] => {
    const after = chain.home_hops[at];
    const home = `Last home of ${run.ref}`;
    return [
      {
        at_s: run.depart_s + wait_s,
        what: `${run.school}, with ${run.ref}`,
        ...(wait_s === 0 ? {} : { moved: `children wait ${formatMinutes(wait_s)}` }),
      },
      after === undefined
        ? { at_s: run.home_at_s + wait_s, what: home }
        : { at_s: after.leaves_s, what: `${home}: ${empty(chain, after)}` },
    ];
  });
}
