/** How far the forms of the open requests are: by cohort, school and district, and day by day. */
import { addDays, daysBetween, type IsoDate } from '../../calendar/dates.ts';
import type { Phase } from '../../model/client.ts';

/** One open request whose form is asked for. */
export interface TifRequest {
  readonly client_id: number;
  readonly type: string;
  readonly phase: Phase | null;
  readonly school_urn: number | null;
  readonly school: string;
  readonly district_code: string;
  readonly district: string;
  readonly received_on: IsoDate | null;
  readonly tif_received_on: IsoDate | null;
  /** By Kerbside's own check, today. */
  readonly complete: boolean;
  /** By the council's record. */
  readonly claimed: boolean;
}

/** Requests of one cohort, school or district. */
export interface TifGroup {
  readonly key: string;
  readonly label: string;
  readonly requests: readonly TifRequest[];
}

/** Requests by a key; those without one are `rest`. By label. */
export function groupRequests(
  requests: readonly TifRequest[],
  of: (request: TifRequest) => { readonly key: string; readonly label: string },
): readonly TifGroup[] {
  const groups = new Map<string, { key: string; label: string; requests: TifRequest[] }>();
  for (const request of requests) {
    const { key, label } = of(request);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { key, label, requests: [request] });
    else group.requests.push(request);
  }
  return [...groups.values()].sort((a, b) => (a.label < b.label ? -1 : a.label > b.label ? 1 : 0));
}

/** Forms still needed until a share of the requests is complete: whole forms, so 9 of 10 reach 90%. */
export function shortOf(complete: number, asked: number, share: number): number {
  // A share such as 0.9 of 10 is not exact in binary: a billionth of a form does not make another one needed.
  return Math.max(0, Math.ceil(asked * share - complete - 1e-9));
}

/** A day of the curve. */
export interface TifCurveDay {
  readonly on: IsoDate;
  readonly asked: number;
  readonly complete: number;
  readonly share: number;
}

/** Days between two points of the curve: a week. */
const STEP = 7;

/**
 * Of the requests that had come by a day, those whose form had come by then too and is complete now. Weekly from the first request, and on the
 * last day. What was incomplete then and is complete now counts from the day on which the form came. Requests without a date
 * count from the beginning.
 */
export function completionCurve(
  requests: readonly TifRequest[],
  on: IsoDate,
): readonly TifCurveDay[] {
  const days = requests.flatMap(({ received_on }) => received_on ?? []).filter((day) => day <= on);
  const first = days.reduce((earliest, day) => (day < earliest ? day : earliest), on);
  const span = daysBetween(first, on);
  const points = Array.from({ length: Math.floor(span / STEP) + 1 }, (_, at) =>
    addDays(on, -STEP * (Math.floor(span / STEP) - at)),
  );
  if (points[0] !== first) points.unshift(first);
  return points.map((day) => {
    const came = requests.filter(({ received_on }) => received_on === null || received_on <= day);
    const complete = came.filter(
      (each) => each.complete && (each.tif_received_on === null || each.tif_received_on <= day),
    ).length;
    const asked = came.length;
    return { on: day, asked, complete, share: asked === 0 ? 0 : complete / asked };
  });
}
