import { field, required } from '../field.ts';

/** Children expected to apply. */
export const COHORT_FIELDS = [
  required(
    'ref',
    'Reference',
    'Our ref|Ref|Pupil ID|Student ID|Client ref|UPN|Unique pupil number|Pupil ref|Case ref|Child ID|Client ID',
  ),
  field('full_name', 'Full name', 'Name|Child|Pupil|Pupil name|Child name|Student name'),
  field('surname', 'Surname', 'Last name|Family name|Legal surname|Pupil surname'),
  field('forename', 'Forename', 'First name|Given name|Legal forename|Pupil forename'),
  field('date_of_birth', 'Date of birth', 'DOB|Birth date'),
  field('postcode', 'Home postcode', 'Postcode|Post code|Pupil postcode'),
  field('school_urn_given', 'School URN', 'URN|Placement URN|Setting URN'),
  field(
    'school_given',
    'School',
    'School name|Placement|Setting|Named school|Destination|School from September|Secondary school',
  ),
  field('carer_name', 'Parent or carer', 'Parent|Carer|Parent name|Contact name|Main contact'),
  field(
    'application_ref',
    'Application reference',
    'Application ref|Application|Application ID|Transport ref',
  ),
  field('home_address', 'Home address', 'Address|Pupil address|Home'),
  field(
    'told_on',
    'Told to apply on',
    'Told on|Date told|Date told to apply|Invited on|Date invited|Invitation sent|Invitation date|Letter sent',
  ),
] as const;

/** Term dates by school: a span a line. No school at all is the county's calendar. */
export const TERM_FIELDS = [
  field('school_urn_given', 'School URN', 'URN|Establishment URN|School code'),
  field('school_given', 'School', 'School name|Establishment|Setting|Academy'),
  field('label', 'Label', 'Term|Event|Description|Name|Period|Holiday|Title|Reason|Notes'),
  field('kind', 'Kind', 'Type|Open or closed|Day type|Status'),
  required(
    'from_on',
    'From',
    'Start|Start date|From date|Date|Starts|First day|Opens|Term start|Begin|Begins',
  ),
  field('to_on', 'To', 'End|End date|To date|Ends|Last day|Closes|Term end|Finish'),
  field('year_groups', 'Year groups', 'Years|Year group|NC years|NC year|For years|Which years'),
  field('ends_at', 'Finishes at', 'Finish time|Closes at|School day ends|Early finish|Time'),
  field('week', 'Open on', 'Days of the week|Weekdays|College days'),
] as const;

/** Weekly road fuel prices as the Department for Energy Security and Net Zero publishes them. */
export const FUEL_FIELDS = [
  required('week_on', 'Date', 'Week|Week beginning|Week commencing|Week starting'),
  required(
    'petrol',
    'Petrol, pence a litre',
    'ULSP|Petrol|Unleaded|ULSP pump price|ULSP: Pump price (p/litre)',
    /^ulsp.*pumpprice/,
  ),
  required(
    'diesel',
    'Diesel, pence a litre',
    'ULSD|Diesel|ULSD pump price|ULSD: Pump price (p/litre)',
    /^ulsd.*pumpprice/,
  ),
] as const;

/** A monthly index of consumer prices. The ONS download has no headings: the first two columns. */
export const CPI_FIELDS = [
  required('month', 'Month', 'Date|Period|Time period|Title'),
  required('index', 'Index', 'Value|CPI|CPI index|CPI INDEX 00: ALL ITEMS 2015=100|D7BT'),
] as const;

/** Minimum and living wage rates by date and age. */
export const WAGE_FIELDS = [
  required('from_on', 'From', 'start_date|Start date|Effective from|Valid from|Date|From date'),
  required('min_age', 'Youngest age', 'min_age_inclusive|Min age|Age from|Minimum age|Lower age'),
  field(
    'max_age',
    'Oldest age (not included)',
    'max_age_exclusive|Max age|Age to|Maximum age|Upper age',
  ),
  required(
    'rate',
    'Rate an hour',
    'rate_gbp_per_hour|Rate|Hourly rate|Rate per hour|Minimum wage|GBP per hour',
  ),
] as const;
