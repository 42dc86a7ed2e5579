import { useMemo, useState } from 'react';
import type { DifferencesView, DifferentRouteView } from '../../../shared/api/views/edits.ts';
import { formatPence } from '../../../shared/format/money.ts';
import { formatCount, formatQuantity } from '../../../shared/format/number.ts';
import { CountyMap, type Focused } from '../../map/county-map.tsx';
import type { Hit } from '../../map/hits.ts';
import { NO_LAYERS } from '../../map/layers.ts';
import { NO_EMPHASIS, prepareScene, type RouteLine } from '../../map/scene.ts';
import { useChannel } from '../../state/channel.ts';
import { useSession } from '../../state/session.ts';
import { useTheme } from '../../state/theme.ts';
import { StateMark } from '../../ui/mark.tsx';
import { FailureNotice, Spinner } from '../../ui/states.tsx';
import { countyBounds, linesBounds } from '../map/bounds.ts';

/** Two plans as a map of what differs: routes gone, new and changed, and the homes of children whose stop moves. */
export function DifferenceMap(props: { readonly a_id: number; readonly b_id: number }) {
  const { data, error, refetch } = useChannel('edits/differences', props);
  if (error !== null) return <FailureNotice failure={error} onRetry={refetch} />;
  if (data === null) return <Spinner label="Drawing what differs" />;
  if (data.routes.length === 0)
    return <p className="soft">Both plans run the same routes with the same children.</p>;
  return <Drawn view={data} />;
}

const nothing = (): void => undefined;

function Drawn({ view }: { readonly view: DifferencesView }) {
  const base = useChannel('map/base', {});
  const { data } = useChannel('map/data', {});
  const theme = useTheme((state) => state.shown);
  const isDemo = useSession((state) => state.info?.store?.demo ?? false);
  const [pointed, setPointed] = useState<number | null>(null);
  const [chosen, setChosen] = useState<number | null>(null);
  const scene = useMemo(() => prepareScene(base.data, data), [base.data, data]);
  const lines = useMemo(() => linesOf(view), [view]);
  const layers = useMemo(
    () => ({
      ...NO_LAYERS,
      homes: false,
      differences: true,
      selected: new Set(view.moved.map((each) => each.client_id)),
    }),
    [view],
  );
  const emphasis = useMemo(
    () => ({ ...NO_EMPHASIS, routes: lines, route_id: chosen, pointed_route_id: pointed }),
    [lines, chosen, pointed],
  );
  const focus = useMemo((): Focused => {
    const own = lines.filter((line) => chosen === null || placeOf(line.id) === placeOf(chosen));
    return {
      key: `${chosen ?? 'all'}`,
      bounds: linesBounds(own) ?? countyBounds(data),
    };
  }, [lines, chosen, data]);
  const pick = (hit: Exclude<Hit, { kind: 'cluster' }> | null): void => {
    setChosen(hit?.kind === 'route' ? idAt(placeOf(hit.id)) : null);
  };
  const lost = view.moved.filter((each) => each.to_ref === null).length;
  const hidden = view.moved.filter((each) => !each.on_map).length;
  return (
    <div className="difference">
      <div className="difference-map">
        <CountyMap
          scene={scene}
          emphasis={emphasis}
          layers={layers}
          lasso={false}
          onLasso={nothing}
          measuring={false}
          onMeasure={nothing}
          stopDrag={null}
          home={countyBounds(data)}
          focus={focus}
          source={base.data?.sources ?? ''}
          invented={isDemo}
          theme={theme}
          label="What differs between the two plans"
          onPick={pick}
          onReady={nothing}
        />
      </div>
      <div className="difference-list">
        <p className="soft">
          {formatQuantity(view.moved.length, 'child’s stop', 'children’s stops')} on another route
          {hidden === 0 ? '' : `, ${formatCount(hidden)} of them with a home that is not shown`}.
        </p>
        {lost === 0 ? null : (
          <StateMark tone="danger">{formatCount(lost)} on none in the second</StateMark>
        )}
        {GROUPS.map(({ kind, words }) => (
          <Group
            key={kind}
            words={words}
            routes={view.routes.flatMap((route, at) =>
              route.kind === kind ? [{ route, at }] : [],
            )}
            chosen={chosen}
            onPoint={setPointed}
            onChoose={setChosen}
          />
        ))}
      </div>
    </div>
  );
}

const GROUPS: readonly { readonly kind: DifferentRouteView['kind']; readonly words: string }[] = [
  { kind: 'gone', words: 'Only in the first' },
  { kind: 'new', words: 'Only in the second' },
  { kind: 'changed', words: 'Run otherwise' },
];

/** Lines have ids of their own: a route of each plan has another, and one that changed has two lines. */
const idAt = (place: number): number => 2 * place + 1;
const placeOf = (id: number): number => Math.floor((id - 1) / 2);

function linesOf(view: DifferencesView): readonly RouteLine[] {
  return view.routes.flatMap(({ kind, ref, line, line_before }, at): readonly RouteLine[] => [
    ...(line_before.length === 0
      ? []
      : [{ id: idAt(at) + 1, ref, line: line_before, look: 'was' as const }]),
    { id: idAt(at), ref, line, look: kind },
  ]);
}

function Group(props: {
  readonly words: string;
  readonly routes: readonly { readonly route: DifferentRouteView; readonly at: number }[];
  readonly chosen: number | null;
  readonly onPoint: (id: number | null) => void;
  readonly onChoose: (id: number | null) => void;
}) {
  const { routes, onPoint, onChoose } = props;
  if (routes.length === 0) return null;
  return (
    <section aria-label={props.words}>
      <h3>
        {props.words} <span className="soft">{formatCount(routes.length)}</span>
      </h3>
      <ul>
        {routes.map(({ route, at }) => {
          const id = idAt(at);
          return (
            <li key={id}>
              <button
                type="button"
                className="map-row"
                aria-pressed={props.chosen === id}
                onClick={() => {
                  onChoose(props.chosen === id ? null : id);
                }}
                onPointerEnter={() => {
                  onPoint(id);
                }}
                onPointerLeave={() => {
                  onPoint(null);
                }}
                onFocus={() => {
                  onPoint(id);
                }}
                onBlur={() => {
                  onPoint(null);
                }}
              >
                <span className="map-row-title">{route.ref}</span>
                <span className="map-row-number">{moneyWords(route)}</span>
                <span className="map-row-detail">{route.school}</span>
                <span className="map-row-detail">{clientsWords(route)}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function clientsWords({ kind, clients_a, clients_b }: DifferentRouteView): string {
  if (kind !== 'changed') return formatQuantity(kind === 'gone' ? clients_a : clients_b, 'stop');
  return clients_a === clients_b
    ? `${formatQuantity(clients_b, 'stop')}, others or in another order`
    : `${formatCount(clients_a)}, then ${formatQuantity(clients_b, 'stop')}`;
}

function moneyWords({ cost_day_a_pence: a, cost_day_b_pence: b }: DifferentRouteView): string {
  if (a === b) return 'same price';
  return `${b > a ? '+' : '−'}${formatPence(Math.abs(b - a))} a day`;
}
