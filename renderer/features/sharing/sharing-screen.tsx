import './sharing.css';
import { Ban, Plus, Split } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { SharingPage } from '../../../shared/api/views/sharing.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { formatMiles } from '../../../shared/format/distance.ts';
import { formatQuantity } from '../../../shared/format/number.ts';
import type { Result } from '../../../shared/kernel/result.ts';
import { call } from '../../bridge/bridge.ts';
import { useChannel } from '../../state/channel.ts';
import { useCommands } from '../../state/commands.ts';
import { notifyFailure } from '../../state/notices.ts';
import { select } from '../../state/selection.ts';
import { Button } from '../../ui/button.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { StateMark } from '../../ui/mark.tsx';
import { EmptyState, FailureNotice, Spinner } from '../../ui/states.tsx';
import { ApartDialog } from './apart-dialog.tsx';
import { AsOne } from './as-one.tsx';
import { GROUND_WORDS } from './ground-words.ts';
import { PairDialog } from './pair-dialog.tsx';

type Open = 'pair' | 'apart' | null;

/** Which schools may share a vehicle, and which children stay with their own school. */
export function SharingScreen() {
  const { data, error, refetch } = useChannel('sharing/list', {});
  const [open, setOpen] = useState<Open>(null);
  useCommands(
    'sharing',
    useMemo(
      () => [
        {
          id: 'sharing-pair',
          label: 'Say whether two schools may share a vehicle',
          isEnabled: () => true,
          run: () => {
            setOpen('pair');
          },
        },
      ],
      [],
    ),
  );
  if (data === null)
    return error === null ? (
      <Spinner label="Reading who may share" />
    ) : (
      <FailureNotice failure={error} onRetry={refetch} />
    );
  const take = async (answer: Promise<Result<unknown>>): Promise<void> => {
    const done = await answer;
    if (done.ok) refetch();
    else notifyFailure(done.error);
  };
  const close = (): void => {
    setOpen(null);
    refetch();
  };
  return (
    <div className="sharing">
      <header className="sharing-head">
        <h1>Sharing</h1>
        <span className="soft">{ruleWords(data)}</span>
        <span className="sharing-space" />
        <Button
          icon={Plus}
          variant="primary"
          onPress={() => {
            setOpen('pair');
          }}
        >
          Two schools…
        </Button>
      </header>
      <Pairs page={data} take={take} />
      <AsOne />
      <Apart
        page={data}
        take={take}
        onAdd={() => {
          setOpen('apart');
        }}
      />
      {open === 'pair' ? <PairDialog onClose={close} /> : null}
      {open === 'apart' ? <ApartDialog onClose={close} /> : null}
    </div>
  );
}

function ruleWords({ within_m, routes }: SharingPage): string {
  const near =
    within_m === 0
      ? 'Only schools that a planner allows share a vehicle.'
      : `Schools within ${formatMiles(within_m)} of each other (straight line) share a vehicle unless a planner says no.`;
  const now =
    routes === 0
      ? 'No route of the plan is shared.'
      : `${formatQuantity(routes, 'route')} of the plan ${routes === 1 ? 'is' : 'are'} shared.`;
  return `${near} ${now}`;
}

interface Part {
  readonly page: SharingPage;
  readonly take: (answer: Promise<Result<unknown>>) => Promise<void>;
}

function Pairs({ page, take }: Part) {
  return (
    <section aria-label="Schools">
      <h2>Schools</h2>
      {page.pairs.length === 0 ? (
        <EmptyState icon={Split} title="Nothing is said of any two schools">
          Allow two neighbouring schools to share, then plan again: new routes are made one where
          that saves money and keeps both bells. How near is near enough without a word is set under
          Data, Settings.
        </EmptyState>
      ) : (
        <table className="sharing-table">
          <thead>
            <tr>
              <th scope="col">Schools</th>
              <th scope="col">They</th>
              <th scope="col" className="number">
                Straight line
              </th>
              <th scope="col" className="number">
                Shared routes
              </th>
              <th scope="col">Why</th>
              <th scope="col">
                <span className="visually-hidden">Take back</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {page.pairs.map((pair) => (
              <tr key={`${pair.school_a} ${pair.school_b}`}>
                <th scope="row">
                  {pair.name_a} and {pair.name_b}
                </th>
                <td>
                  {pair.allowed ? (
                    <StateMark tone="good">may share</StateMark>
                  ) : (
                    <StateMark tone="neutral" icon={Ban}>
                      may not
                    </StateMark>
                  )}
                </td>
                <td className="number">
                  {pair.apart_m === null ? 'not known' : formatMiles(pair.apart_m)}
                </td>
                <td className="number">{pair.routes}</td>
                <td>
                  {pair.reason}{' '}
                  <small className="soft">
                    {pair.recorded_by}, {formatDate(pair.recorded_on)}
                  </small>
                </td>
                <td>
                  <Button
                    size="small"
                    variant="quiet"
                    onPress={() => {
                      const { school_a, school_b } = pair;
                      void take(call('sharing/forget-pair', { school_a, school_b }));
                    }}
                  >
                    Take back
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Apart({ page, take, onAdd }: Part & { readonly onAdd: () => void }) {
  return (
    <section aria-label="Children who stay apart">
      <div className="sharing-head">
        <h2>Children who stay with their own school</h2>
        <span className="sharing-space" />
        <Button size="small" onPress={onAdd}>
          Add a child…
        </Button>
      </div>
      <p className="soft">Whoever has sole occupancy stays apart without being on this list.</p>
      {page.apart.length === 0 ? null : (
        <table className="sharing-table">
          <thead>
            <tr>
              <th scope="col">Child</th>
              <th scope="col">Ground</th>
              <th scope="col">Why</th>
              <th scope="col">
                <span className="visually-hidden">Take back</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {page.apart.map((each) => (
              <tr key={each.client_id}>
                <th scope="row">
                  <LinkButton
                    onPress={() => {
                      select({ kind: 'client', id: each.client_id });
                    }}
                  >
                    {each.name === '' ? each.ref : each.name}
                  </LinkButton>
                </th>
                <td>{GROUND_WORDS[each.ground]}</td>
                <td>
                  {each.reason}{' '}
                  <small className="soft">
                    {each.recorded_by}, {formatDate(each.recorded_on)}
                  </small>
                </td>
                <td>
                  <Button
                    size="small"
                    variant="quiet"
                    onPress={() => {
                      void take(call('sharing/forget-apart', { client_id: each.client_id }));
                    }}
                  >
                    Take back
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
