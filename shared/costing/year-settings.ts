/** What holds while contracts run: standing down, days of complaints, who reads safeguarding, how long a route beds in. */
import { isText } from './casework-checks.ts';

/** Keys of the settings for the year through. */
export const YEAR_KEYS = [
  'stand_down_days_before',
  'stand_down_by_s',
  'stand_down_share_percent',
  'complaint_acknowledge_days',
  'complaint_stage_1_days',
  'complaint_stage_2_days',
  'complaint_ombudsman_days',
  'safeguarding_officers',
  'bedding_in_days',
  'follow_up_days',
] as const;
type Key = (typeof YEAR_KEYS)[number];

function whole(least: number, most: number) {
  return (value: unknown): value is unknown =>
    typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;
}

/** What each may be. */
export const YEAR_CHECKS: Readonly<Record<Key, (value: unknown) => value is unknown>> = {
  stand_down_days_before: whole(0, 30),
  stand_down_by_s: whole(0, 86_399),
  stand_down_share_percent: whole(0, 100),
  complaint_acknowledge_days: whole(1, 60),
  complaint_stage_1_days: whole(1, 120),
  complaint_stage_2_days: whole(1, 120),
  complaint_ombudsman_days: whole(1, 120),
  safeguarding_officers: isText,
  bedding_in_days: whole(1, 366),
  follow_up_days: whole(1, 120),
};

/** One default: `[key, from, value, unit, label, source, estimated]`. */
type Row = readonly [Key, string, unknown, string, string, string, boolean];

const STANDING_DOWN =
  'Planning assumption [A], November 2026: contracts differ, so give each contract its own rule where it has one';
// The code itself could not be had: as councils that adopted it give its days (read November 2026).
const CODE =
  'Your council’s own complaints policy decides: enter its days. As the ombudsman’s Complaint Handling Code (February 2024) has it, by Walsall Council’s procedure and Slough’s self-assessment of 2025';

/** What a new store starts with. */
export const YEAR_ROWS: readonly Row[] = [
  [
    'stand_down_days_before',
    '2020-09-01',
    1,
    'working days before',
    'Standing down a run that nobody needs: how long before the provider must be told',
    STANDING_DOWN,
    true,
  ],
  [
    'stand_down_by_s',
    '2020-09-01',
    64_800,
    's after midnight',
    'Standing down a run that nobody needs: by what time of that day (64,800 is 18:00)',
    STANDING_DOWN,
    true,
  ],
  [
    'stand_down_share_percent',
    '2020-09-01',
    50,
    '% of the day’s price',
    'Standing down a run that nobody needs: what is still paid when told in time; told later it is paid whole',
    STANDING_DOWN,
    true,
  ],
  [
    'complaint_acknowledge_days',
    '2024-02-01',
    5,
    'working days',
    'Complaints: time to acknowledge, from the day it came',
    CODE,
    false,
  ],
  [
    'complaint_stage_1_days',
    '2024-02-01',
    10,
    'working days',
    'Complaints, stage 1: time to answer, from the day it was acknowledged',
    CODE,
    false,
  ],
  [
    'complaint_stage_2_days',
    '2024-02-01',
    20,
    'working days',
    'Complaints, stage 2: time to answer, from the day it was asked for',
    CODE,
    false,
  ],
  [
    'complaint_ombudsman_days',
    '2020-09-01',
    20,
    'working days',
    'Complaints: time to answer the ombudsman’s enquiries',
    'Planning assumption [A], November 2026: the ombudsman’s letter names the day; enter it as a follow-up where it differs',
    true,
  ],
  [
    'safeguarding_officers',
    '2020-09-01',
    '',
    'names, commas between',
    'Who may read safeguarding entries of the contact log; everyone may write one',
    'Your council decides; nobody is named until you do. Names are those that officers give at their machines',
    false,
  ],
  [
    'bedding_in_days',
    '2020-09-01',
    42,
    'days',
    'Bedding-in: how long after its first day a route is looked at apart',
    'Planning assumption [A], November 2026: six weeks, to the autumn half term',
    true,
  ],
  [
    'follow_up_days',
    '2020-09-01',
    7,
    'days ahead',
    'Contact log: a follow-up or a day of a complaint is on Today from so many days before',
    'Planning assumption [A], November 2026',
    true,
  ],
];
