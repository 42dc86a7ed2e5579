import { describe, expect, it } from 'vitest';
import { isoDate } from '../../shared/calendar/dates.ts';
import { phaseOf } from '../../shared/casework/phase.ts';
import { assistantNeeded, blockingQuestions } from '../../shared/casework/questions.ts';
import { rideLimit } from '../../shared/casework/ride-limit.ts';
import {
  firstDayNeeded,
  isActive,
  isConfirmedOn,
  daysLate,
  isProvisional,
  transportState,
} from '../../shared/casework/status.ts';
import { tifComplete, tifSections } from '../../shared/casework/tif.ts';
import { DEFAULT_SETTINGS } from '../../shared/costing/default-settings.ts';
import { APPLICATION_STATUSES, type Client, type Phase } from '../../shared/model/client.ts';
import { ON, someClient, someContract, someSchool, YEAR } from '../helpers/cost-facts.ts';
import { someApplication } from '../helpers/random-county.ts';

const basis = { settings: DEFAULT_SETTINGS, year: YEAR, on: ON };

/** Education Act 1996 ss2 and 4 for primary and secondary, s509AA for sixth-form age, s508F for adults. */
const PHASES: readonly (readonly [number | null, string | null, Phase | null])[] = [
  [-1, null, 'early_years'],
  [0, null, 'primary'],
  [6, null, 'primary'],
  [7, null, 'secondary'],
  [11, null, 'secondary'],
  [12, null, 'sixth_form'],
  [14, null, 'sixth_form'],
  [15, null, 'adult'],
  [null, '2022-08-31', 'primary'],
  [null, '2022-09-01', 'early_years'],
  [null, '2015-08-31', 'secondary'],
  [null, '2015-09-01', 'primary'],
  [null, '2007-08-31', 'adult'],
  [null, null, null],
];

describe('phase', () => {
  it.each(PHASES)('year group %s, born %s: %s', (year_group, born, phase) => {
    const date_of_birth = born === null ? null : isoDate(born);
    expect(phaseOf({ year_group, date_of_birth }, YEAR)).toBe(phase);
  });
});

/** The guide of 45 and 75 minutes: DfE, Travel to school for children of compulsory school age, June 2023. */
describe('ride limit', () => {
  const of = (given: Partial<Client>, school = someSchool(1)) =>
    rideLimit(someClient(1, given), school, basis);

  it('is the guide of the phase', () => {
    expect(of({ year_group: 6 })).toEqual({ limit_s: 2700, kind: 'advisory' });
    expect(of({ year_group: 7 })).toEqual({ limit_s: 4500, kind: 'advisory' });
    expect(of({ year_group: 13 })).toEqual({ limit_s: 4500, kind: 'advisory' });
  });

  it('is the clinical limit where there is one', () => {
    expect(of({ year_group: 7, clinical_limit_s: 1200 })).toEqual({
      limit_s: 1200,
      kind: 'clinical',
    });
  });

  it('asks the school where nobody knows the age, and is the shorter where it cannot tell', () => {
    const unknown = { year_group: null, date_of_birth: null };
    expect(of(unknown).limit_s).toBe(2700);
    expect(of(unknown, someSchool(1, { age_from: 11 })).limit_s).toBe(4500);
    const college = someSchool(1, { age_from: null, type_group: 'fe_college' });
    expect(of(unknown, college).limit_s).toBe(4500);
    expect(rideLimit(someClient(1, unknown), null, basis).limit_s).toBe(2700);
  });
});

describe('where an application stands', () => {
  it('is late from the day after the deadline, 1 August of the year planned', () => {
    const late = (received: string | null) =>
      daysLate(
        { type: 'Renewal', received_on: received === null ? null : isoDate(received) },
        'primary',
        basis,
      );
    expect(['2026-08-01', '2026-08-02', '2026-08-10', '2025-08-01', null].map(late)).toEqual([
      0, 1, 9, 0, 0,
    ]);
  });

  it('has the deadline of its kind before that of its phase, and that of letters where neither is set', () => {
    const received_on = isoDate('2026-06-10');
    const dated = (value: unknown) => ({
      ...basis,
      settings: [
        ...basis.settings.filter(({ key }) => key !== 'application_deadlines'),
        ...basis.settings
          .filter(({ key }) => key === 'application_deadlines')
          .map((each) => ({ ...each, value })),
      ],
    });
    const days = dated({ 'Post-16': '05-31', secondary: '06-01' });
    expect(daysLate({ type: 'Post-16', received_on }, 'secondary', days)).toBe(10);
    expect(daysLate({ type: 'Renewal', received_on }, 'secondary', days)).toBe(9);
    expect(daysLate({ type: 'Renewal', received_on }, null, days)).toBe(0);
  });

  it('needs transport unless refused, withdrawn, not ours or ended, or while a contract carries the child', () => {
    const active = APPLICATION_STATUSES.filter((status) => isActive({ status }, false));
    expect(active).toEqual(['received', 'checking', 'more_information', 'awarded', 'part_awarded']);
    expect(isActive({ status: 'refused' }, true)).toBe(true);
    expect(isActive(null, false)).toBe(false);
    expect(isActive(null, true)).toBe(true);
  });

  it('is provisional without an award or a complete TIF', () => {
    const client = complete();
    expect(isProvisional(client, someApplication(1))).toBe(false);
    expect(isProvisional(client, someApplication(1, { status: 'part_awarded' }))).toBe(false);
    expect(isProvisional(client, someApplication(1, { status: 'checking' }))).toBe(true);
    expect(isProvisional({ ...client, handover: '' }, someApplication(1))).toBe(true);
    expect(isProvisional(someClient(1), null)).toBe(false);
  });

  it('does not believe the council that a TIF is complete', () => {
    const claimed = someApplication(1, { tif_claimed_complete: true, tif_received_on: null });
    expect(tifComplete(complete(), claimed)).toBe(false);
  });

  it('counts from the school or the own first day, whichever is later', () => {
    const school = isoDate('2026-09-03');
    expect(firstDayNeeded({ transport_start_on: null }, school)).toBe(school);
    expect(firstDayNeeded({ transport_start_on: isoDate('2026-09-01') }, school)).toBe(school);
    expect(firstDayNeeded({ transport_start_on: isoDate('2026-10-05') }, school)).toBe(
      '2026-10-05',
    );
  });

  it('is confirmed only while the contract runs and the provider has confirmed it', () => {
    const day = isoDate('2026-09-03');
    expect(isConfirmedOn(someContract(1), day)).toBe(true);
    expect(isConfirmedOn(someContract(1, { confirmed: false }), day)).toBe(false);
    expect(isConfirmedOn(someContract(1, { ends_on: isoDate('2026-07-31') }), day)).toBe(false);
    expect(isConfirmedOn(someContract(1, { starts_on: isoDate('2026-09-04') }), day)).toBe(false);
  });

  it('planned is not transport', () => {
    const facts = { active: true, confirmed: false, on_route: true, plan_made: true };
    expect(transportState(facts)).toBe('planned');
    expect(transportState({ ...facts, confirmed: true })).toBe('in_place');
    expect(transportState({ ...facts, on_route: false })).toBe('unallocated');
    expect(transportState({ ...facts, on_route: false, plan_made: false })).toBe('not_planned');
    expect(transportState({ ...facts, active: false })).toBe('closed');
  });
});

describe('rescue medication without an assistant', () => {
  it('is a question that blocks, planned with an assistant meanwhile', () => {
    const client = someClient(1, { rescue_medication: true, assistant: 'none' });
    expect(blockingQuestions(client)).toHaveLength(1);
    expect(assistantNeeded(client)).toBe('shared');
    expect(isProvisional(client, null)).toBe(true);
    expect(blockingQuestions({ ...client, assistant: 'medical' })).toEqual([]);
    expect(blockingQuestions({ ...client, rescue_medication: false })).toEqual([]);
  });
});

/** A client whose form has every answer it needs. */
function complete(given: Partial<Client> = {}): Client {
  return someClient(1, {
    postcode: 'ME14 1CV',
    school_urn: 1,
    carer_name: 'Ada Example',
    phone: '01632 960000',
    handover: 'Met by parent',
    ...given,
  });
}

/** Sections and answers: the union of councils' published forms, as domain.md lists them. */
const MISSING: readonly (readonly [string, Partial<Client>, string])[] = [
  ['home', { postcode: '', lat: null }, 'Home postcode or position'],
  ['home', { second_postcode: 'ME14 1CV' }, 'Days at the second address'],
  ['school', { school_urn: null }, 'School'],
  ['school', { days: [] }, 'Days of travel'],
  ['mobility', { mobility: null }, 'How the client moves and travels'],
  ['mobility', { mobility: 'wheelchair_transfers' }, 'Make and type of wheelchair'],
  [
    'mobility',
    { mobility: 'wheelchair_travels', wheelchair: 'Manual' },
    'Occupied weight of the wheelchair',
  ],
  ['assistant', { assistant: null }, 'Whether a passenger assistant is needed'],
  [
    'assistant',
    { sole_occupancy: true, risk_assessment_on: ON },
    'Until when sole occupancy is authorised',
  ],
  [
    'medical',
    { rescue_medication: true, assistant: 'medical', risk_assessment_on: ON },
    'What the rescue medication is for',
  ],
  ['risk', { equipment: 'Harness' }, 'Date of the risk assessment'],
  ['risk', { assistant: 'own' }, 'Date of the risk assessment'],
  ['handover', { handover: ' ' }, 'Who meets the client at home'],
  ['contacts', { carer_name: '' }, 'Name of parent or carer'],
  ['contacts', { phone: '' }, 'Telephone number'],
];

describe('the TIF', () => {
  it('is complete when every answer that is needed is there', () => {
    expect(tifSections(complete(), someApplication(1)).flatMap((each) => each.missing)).toEqual([]);
    expect(tifComplete(complete(), someApplication(1))).toBe(true);
  });

  it.each(MISSING)('section %s names what is missing: %j', (key, given, name) => {
    const sections = tifSections(complete(given), someApplication(1));
    const gaps = sections.filter((each) => !each.complete);
    expect(gaps.map((each) => [each.key, each.missing])).toEqual([[key, [name]]]);
  });

  it('asks who gives rescue medication', () => {
    const client = complete({
      rescue_medication: true,
      medical: 'Epilepsy',
      risk_assessment_on: ON,
    });
    const gaps = tifSections(client, someApplication(1)).flatMap((each) => each.missing);
    expect(gaps).toEqual(['Who gives the rescue medication']);
  });
});
