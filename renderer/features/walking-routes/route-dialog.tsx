import { useState } from 'react';
import type { IsoDate } from '../../../shared/calendar/dates.ts';
import { walkingRouteProblems } from '../../../shared/casework/check-evidence.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { formatMiles } from '../../../shared/format/distance.ts';
import type {
  RoutePlace,
  WalkingRoute,
  WalkingRouteGiven,
} from '../../../shared/model/walking-route.ts';
import { call } from '../../bridge/bridge.ts';
import { officerName } from '../../state/officer.ts';
import { TextField } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { SchoolChoice } from '../applications/school-choice.tsx';
import { SigningDialog } from '../applications/signing-dialog.tsx';
import { DayInput, NumberInput, OpenDayInput, YesNo } from '../evidence/input-fields.tsx';

/** Homes within this of the position are covered unless told, metres [A]. */
const RADIUS_M = 150;

/** What the form starts from. */
export interface RouteStart {
  readonly place: RoutePlace | null;
  readonly school: { readonly urn: number; readonly name: string } | null;
  /** The assessment that the new one takes the place of. */
  readonly before: WalkingRoute | null;
}

function firstRoute({ place, school, before }: RouteStart, on: IsoDate): WalkingRouteGiven {
  if (before !== null)
    return { ...given(before), assessed_on: on, assessor: officerName(), times: '', finding: '', review_on: null }; // prettier-ignore
  return {
    name: school === null ? '' : `To ${school.name}`,
    place: place ?? { kind: 'postcode', postcode: '' },
    school_urn: school?.urn ?? 0,
    assessed_on: on,
    assessor: officerName(),
    times: '',
    season: '',
    lighting: '',
    traffic: '',
    safe: false,
    finding: '',
    way_round: '',
    safe_way_m: null,
    review_on: null,
  };
}

/** A kept assessment as it would be given. */
function given(route: WalkingRoute): WalkingRouteGiven {
  const { name, place, school_urn, assessed_on, assessor, times, season, lighting, traffic, safe, finding, way_round, safe_way_m, review_on } = route; // prettier-ignore
  return { name, place, school_urn, assessed_on, assessor, times, season, lighting, traffic, safe, finding, way_round, safe_way_m, review_on }; // prettier-ignore
}

/** Enters a walked assessment in the register, or one that takes another's place. */
export function RouteDialog(props: {
  readonly start: RouteStart;
  readonly on: IsoDate;
  readonly onClose: () => void;
}) {
  const { start, on } = props;
  const [route, setRoute] = useState(() => firstRoute(start, on));
  const [by, setBy] = useState(officerName);
  const set = (change: Partial<WalkingRouteGiven>): void => {
    setRoute({ ...route, ...change });
  };
  const { before } = start;
  return (
    <SigningDialog
      title={before === null ? 'Add a walked assessment' : `Walk again: ${before.name}`}
      verb={before === null ? 'Add to the register' : 'Supersede'}
      done={`${route.name}: entered in the register.`}
      problems={walkingRouteProblems(route, { on, by })}
      signedBy={by}
      sign={() => call('walking-routes/add', { given: route, supersedes: before?.id ?? null, by })}
      onClose={props.onClose}
    >
      {before === null ? null : (
        <p className="soft">
          Takes the place of the walk of {formatDate(before.assessed_on)}, which stays to be seen.
        </p>
      )}
      <div className="case-form-fields">
        <div className="case-form-wide">
          <TextField
            label="Name of the route"
            value={route.name}
            placeholder="Mill Lane to Oakley School"
            onChange={(name) => {
              set({ name });
            }}
          />
        </div>
        <div className="case-form-wide">
          <SchoolChoice
            label="To school"
            urn={route.school_urn === 0 ? null : route.school_urn}
            name={start.school?.name ?? ''}
            onChange={(urn) => {
              set({ school_urn: urn ?? 0 });
            }}
          />
        </div>
        <PlaceFields
          place={route.place}
          onChange={(place) => {
            set({ place });
          }}
        />
      </div>
      <h3 className="walk-heading">The walk</h3>
      <div className="case-form-fields">
        <DayInput
          label="Walked on"
          value={route.assessed_on}
          onChange={(assessed_on) => {
            set({ assessed_on });
          }}
        />
        <TextField
          label="Assessor"
          value={route.assessor}
          onChange={(assessor) => {
            set({ assessor });
          }}
        />
        <TextField
          label="Times"
          value={route.times}
          placeholder="08:05 to 08:40"
          onChange={(times) => {
            set({ times });
          }}
        />
        <TextField
          label="Season"
          value={route.season}
          placeholder="Winter, dark at 16:00"
          onChange={(season) => {
            set({ season });
          }}
        />
        <TextField
          label="Lighting"
          value={route.lighting}
          lines={2}
          onChange={(lighting) => {
            set({ lighting });
          }}
        />
        <TextField
          label="Traffic"
          value={route.traffic}
          lines={2}
          placeholder="Speed limit, flow, heavy vehicles"
          onChange={(traffic) => {
            set({ traffic });
          }}
        />
        <div className="case-form-wide">
          <TextField
            label="What was found"
            value={route.finding}
            lines={3}
            onChange={(finding) => {
              set({ finding });
            }}
          />
        </div>
        <YesNo
          label="Safe in reason, accompanied as necessary?"
          value={route.safe}
          yes="Safe"
          no="Not safe"
          onChange={(safe) => {
            set({ safe, ...(safe ? { way_round: '', safe_way_m: null } : {}) });
          }}
        />
        <OpenDayInput
          label="Review"
          value={route.review_on}
          description="After it the rule cannot tell until it is walked again."
          onChange={(review_on) => {
            set({ review_on });
          }}
        />
        {route.safe ? null : (
          <>
            <TextField
              label="Safe way round"
              value={route.way_round}
              description="Left empty: there is none."
              onChange={(way_round) => {
                set({ way_round, ...(way_round.trim() === '' ? { safe_way_m: null } : {}) });
              }}
            />
            <NumberInput
              label="Its length, metres"
              value={route.safe_way_m}
              description={
                route.safe_way_m !== null && route.safe_way_m > 0
                  ? `${formatMiles(route.safe_way_m)}.`
                  : '1,609 m to a mile.'
              }
              onChange={(metres) => {
                set({ safe_way_m: Number.isNaN(metres) ? null : metres });
              }}
            />
          </>
        )}
      </div>
      <TextField label="Entered by" value={by} onChange={setBy} isRequired />
    </SigningDialog>
  );
}

function PlaceFields(props: {
  readonly place: RoutePlace;
  readonly onChange: (place: RoutePlace) => void;
}) {
  const { place, onChange } = props;
  return (
    <>
      <Select
        label="Covers homes"
        value={place.kind}
        options={[
          { id: 'postcode', label: 'Of one postcode' },
          { id: 'around', label: 'Round a position' },
        ]}
        description="Found again by itself for every home covered."
        onChange={(kind) => {
          if (kind === place.kind) return;
          onChange(
            kind === 'postcode'
              ? { kind, postcode: '' }
              : { kind, lat: Number.NaN, lon: Number.NaN, radius_m: RADIUS_M },
          );
        }}
      />
      {place.kind === 'postcode' ? (
        <TextField
          label="Postcode"
          value={place.postcode}
          onChange={(postcode) => {
            onChange({ kind: 'postcode', postcode });
          }}
        />
      ) : (
        <>
          <NumberInput
            label="Within, metres"
            value={place.radius_m}
            onChange={(radius_m) => {
              onChange({ ...place, radius_m });
            }}
          />
          <NumberInput
            label="Latitude"
            value={place.lat}
            description="Such as 51.2712."
            onChange={(lat) => {
              onChange({ ...place, lat });
            }}
          />
          <NumberInput
            label="Longitude"
            value={place.lon}
            description="Such as 0.5187; west of Greenwich is negative."
            onChange={(lon) => {
              onChange({ ...place, lon });
            }}
          />
        </>
      )}
    </>
  );
}

/** The position of a home as the place a route starts from. */
export function placeAround(lat: number, lon: number): RoutePlace {
  return { kind: 'around', lat, lon, radius_m: RADIUS_M };
}
