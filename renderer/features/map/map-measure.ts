/** Measuring between two points of the map, or from a child's home to school. */
import { useMemo } from 'react';
import { create } from 'zustand';
import type { Input, Output } from '../../../shared/api/contract.ts';
import type { Position } from '../../../shared/geo/position.ts';
import type { MeasuredLines } from '../../map/layers.ts';
import { useChannel, type Answer } from '../../state/channel.ts';
import { useMapState } from './map-state.ts';

interface Measuring {
  readonly on: boolean;
  readonly from: Position | null;
  readonly to: Position | null;
  /** The child whose way to school is measured, in place of two points. */
  readonly client_id: number | null;
}

const NOTHING = { from: null, to: null, client_id: null };

/** What is being measured. */
export const useMeasuring = create<Measuring>(() => ({ on: false, ...NOTHING }));

/** Begins anew, on the map. */
export function startMeasure(): void {
  useMapState.setState({ asTable: false });
  useMeasuring.setState({ on: true, ...NOTHING });
}

/** Puts the tool and its lines away. */
export function endMeasure(): void {
  useMeasuring.setState({ on: false, ...NOTHING });
}

/** Measures from a child's home to school. */
export function measureClient(client_id: number): void {
  useMapState.setState({ asTable: false });
  useMeasuring.setState({ on: true, from: null, to: null, client_id });
}

/** The next point: start, end, and then a new start; null ends. */
export function measurePoint(at: Position | null): void {
  const { from, to } = useMeasuring.getState();
  if (at === null) endMeasure();
  else if (from === null || to !== null)
    useMeasuring.setState({ from: at, to: null, client_id: null });
  else useMeasuring.setState({ to: at });
}

function inputOf({ on, from, to, client_id }: Measuring): Input<'map/measure'> | null {
  if (!on) return null;
  if (client_id !== null) return { kind: 'client', client_id };
  return from === null || to === null ? null : { kind: 'points', from, to };
}

/** The host's answer, asked again when roads are imported or a home is moved. */
export function useMeasured(): Answer<Output<'map/measure'>> {
  return useChannel('map/measure', inputOf(useMeasuring()));
}

/** The lines that the map draws: ends as soon as they are chosen. */
export function useMeasuredLines(): MeasuredLines | null {
  const { on, from, to } = useMeasuring();
  const { data } = useMeasured();
  return useMemo(() => {
    if (!on) return null;
    if (data === null)
      return {
        car: null,
        foot: null,
        estimated: null,
        ends: [from, to].filter((end) => end !== null),
      };
    const [car, foot] = [data.car, data.foot].map(({ basis, line }) =>
      basis === 'road' ? line : null,
    );
    const straight = [data.from, data.to].flatMap(({ lat, lon }) => [lat, lon]);
    return {
      car: car ?? null,
      foot: foot ?? null,
      estimated: car && foot ? null : straight,
      ends: [data.from, data.to],
    };
  }, [on, from, to, data]);
}
