import { lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react';
import {
  academicYearFrom,
  firstDateOf,
  planningYearOf,
  startYearOf,
} from '../../../shared/calendar/years.ts';
import type { IsoDate } from '../../../shared/calendar/dates.ts';
import { call } from '../../bridge/bridge.ts';
import { forgetAnswers, useChannel } from '../../state/channel.ts';
import { notify, notifyFailure } from '../../state/notices.ts';
import { useSession } from '../../state/session.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/field.tsx';
import { FailureNotice, Progress, Skeleton } from '../../ui/states.tsx';
import { countyBounds } from '../map/bounds.ts';
import { KeptProvisions } from './kept-provisions.tsx';
import { ProvisionForm } from './provision-form.tsx';
import { ProvisionResult } from './provision-result.tsx';
import { blankProvision, givenOf, typedOf } from './provision-typed.ts';
import { ProvisionsCompared } from './provisions-compared.tsx';
import { useTrial } from './use-trial.ts';

const PointMap = lazy(async () => ({
  default: (await import('../../map/point-map.tsx')).PointMap,
}));

/** A school that might be opened: where, for whom, and what it would change. */
export function ProvisionScreen() {
  const today = useSession((session) => session.info?.store?.today ?? '2026-09-01') as IsoDate;
  const [typed, setTyped] = useState(() => blankProvision(nextSeptember(today)));
  const [withRoutes, setWithRoutes] = useState(false);
  const kept = useChannel('placements/kept', {});
  const trial = useTrial();
  const save = async (): Promise<void> => {
    const answer = await call('placements/save-provision', { provision: givenOf(typed) });
    if (!answer.ok) {
      notifyFailure(answer.error);
      return;
    }
    notify({ tone: 'good', text: `“${typed.name.trim()}” is kept under its name.` });
    forgetAnswers();
  };
  const [only, ...others] = trial.views;
  const found = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // What was found stands below the form and the map.
    if (trial.views.length > 0) found.current?.scrollIntoView({ block: 'start' });
  }, [trial.views]);
  return (
    <>
      <header className="placement-head">
        <h1>New provision</h1>
        <p className="placement-text">
          Open a school at a point on the map and see whom it would be nearer for. Children placed
          now are not moved by it: a placement changes at a phase transfer or an annual review. So
          both are told: everybody at once, as a measure of what the place could do, and only new
          starters a year.
        </p>
      </header>
      <div className="placement-new">
        <section className="placement-card" aria-label="What it would take">
          <ProvisionForm typed={typed} onChange={setTyped} />
          <Checkbox isSelected={withRoutes} onChange={setWithRoutes}>
            Plan its routes too (marginal cost and rides; takes some seconds)
          </Checkbox>
          <div className="placement-buttons">
            <Button
              variant="primary"
              isPending={trial.job !== null}
              onPress={() => {
                trial.run([givenOf(typed)], withRoutes);
              }}
            >
              Try it
            </Button>
            <Button onPress={() => void save()}>Keep under its name</Button>
          </div>
        </section>
        <div className="placement-map">
          <Suspense fallback={<Skeleton height={360} />}>
            <CountyPoint
              typed={typed}
              onPoint={(lat, lon) => {
                setTyped((before) => ({ ...before, lat: String(lat), lon: String(lon) }));
              }}
            />
          </Suspense>
          <p className="soft">
            Click the map, or give it the keyboard, move it with the arrow keys and press Enter to
            take its centre. The pin moves with the arrow keys too.
          </p>
        </div>
      </div>
      {trial.failure === null ? null : <FailureNotice failure={trial.failure} />}
      {trial.job === null ? null : (
        <div className="placement-running">
          <Progress label={trial.job.stage} value={trial.job.progress} />
          <span className="soft">{trial.job.stage}</span>
          <Button size="small" onPress={trial.cancel}>
            Cancel
          </Button>
        </div>
      )}
      <KeptProvisions
        kept={kept.data?.provisions ?? []}
        onOpen={(provision) => {
          setTyped(typedOf(provision));
        }}
        onCompare={(provisions) => {
          trial.run(
            provisions.map((each) => ({ ...each })),
            withRoutes,
          );
        }}
      />
      <div ref={found}>
        {only === undefined ? null : others.length > 0 ? (
          <ProvisionsCompared views={trial.views} />
        ) : (
          <ProvisionResult view={only} />
        )}
      </div>
    </>
  );
}

/** Placements of the year planned for are named already: the September after it is the first to be thought of. */
function nextSeptember(today: IsoDate): string {
  return firstDateOf(academicYearFrom(startYearOf(planningYearOf(today)) + 1));
}

function CountyPoint(props: {
  readonly typed: { readonly name: string; readonly lat: string; readonly lon: string };
  readonly onPoint: (lat: number, lon: number) => void;
}) {
  const { typed, onPoint } = props;
  const data = useChannel('map/data', {}).data;
  const home = useMemo(() => countyBounds(data), [data]);
  const [lat, lon] = [Number(typed.lat), Number(typed.lon)];
  const isPoint =
    typed.lat.trim() !== '' &&
    typed.lon.trim() !== '' &&
    Math.abs(lat) <= 85 &&
    Math.abs(lon) <= 180;
  if (data === null) return <Skeleton height={360} />;
  return (
    <PointMap
      point={isPoint ? { lat, lon } : null}
      label={typed.name.trim() === '' ? 'New school' : typed.name}
      home={home}
      data={data}
      onPoint={(at) => {
        onPoint(at.lat, at.lon);
      }}
    />
  );
}
