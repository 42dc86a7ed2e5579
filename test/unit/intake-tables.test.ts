import { describe, expect, it, test } from 'vitest';
import { FIELDS_OF } from '../../shared/intake/fields/all-fields.ts';
import { guessKind } from '../../shared/intake/guess-kind.ts';
import { headingSignature, matchHeadings } from '../../shared/intake/headings.ts';
import { parseApplications } from '../../shared/intake/applications.ts';
import type { ImportKind } from '../../shared/model/import.ts';
import { read, table } from '../helpers/tables.ts';

describe('headings', () => {
  const field = (heading: string) => {
    const { at } = matchHeadings([heading], FIELDS_OF.applications, null);
    return [...at.keys()][0] ?? null;
  };
  test.each([
    ['Our Ref', 'ref'],
    ['Application Reference', 'ref'],
    ['Pupil Surname', 'surname'],
    ['D.O.B.', 'date_of_birth'],
    ['NC Year Sept 26', 'year_group'],
    ['NCY', 'year_group'],
    ['Post Code', 'postcode'],
    ['Child’s postcode', 'postcode'],
    ['Escort required?', 'assistant'],
    ['SEN Need (primary)', 'need'],
    ['Max journey time (mins)', 'clinical_limit_min'],
    ['Placement', 'school_given'],
    ['Shoe size', null],
    ['', null],
  ])('%s', (heading, expected) => expect(field(heading)).toBe(expected));

  it('gives each field to one column, the surest first', () => {
    const { at } = matchHeadings(
      ['Ref', 'Our Ref', 'Home postcode', 'Second postcode'],
      FIELDS_OF.applications,
      null,
    );
    expect(at.get('ref')).toBe(0);
    expect(at.get('postcode')).toBe(2);
    expect(at.get('second_postcode')).toBe(3);
  });
  it('lets a person map, and leave columns out', () => {
    const mapping = { Colour: 'need', DOB: '' };
    const { at, missing } = matchHeadings(['Colour', 'DOB'], FIELDS_OF.applications, mapping);
    expect(at.get('need')).toBe(0);
    expect(at.has('date_of_birth')).toBe(false);
    expect(missing.map((each) => each.field)).toContain('ref');
  });
  it('knows the same headings again in any order', () => {
    expect(headingSignature(['Our Ref', 'DOB', ''])).toBe(headingSignature(['dob', 'OUR REF']));
    expect(headingSignature(['Our Ref'])).not.toBe(headingSignature(['DOB']));
  });
});

describe('lines that are no records', () => {
  it('sets titles, empty, total and repeated heading lines aside', () => {
    const { split } = read(
      'applications',
      ['Summer requests', '', ''],
      [''],
      ['Our Ref', 'Surname', 'DOB', 'School'],
      ['A1', 'Kay', '01/02/2015', 'Oakley School'],
      [],
      [],
      ['Our Ref', 'Surname', 'DOB', 'School'],
      ['Grand total', '1'],
      ['Printed on 3 May by someone', '', '', ''],
    );
    expect(split.heading_line).toBe(3);
    expect(split.rows.map((row) => row.line)).toEqual([4]);
    expect(split.not_records.map((row) => [row.line, row.code])).toEqual([
      [1, 'title_line'],
      [2, 'empty_line'],
      [5, 'empty_line'],
      [7, 'heading_again'],
      [8, 'total_line'],
      [9, 'remark_line'],
    ]);
    expect(split.not_records[2]?.reason).toContain('lines 5 to 6');
  });
  it('keeps a lone reference as a row', () => {
    const { split } = read(
      'applications',
      ['Our Ref', 'Surname', 'DOB', 'School'],
      ['A1', '', '', ''],
    );
    expect(split.rows).toHaveLength(1);
  });
});

describe('guessing the kind', () => {
  test.each<[ImportKind, readonly string[]]>([
    ['applications', ['Our Ref', 'Surname', 'Forename', 'DOB', 'School', 'TIF complete']],
    ['contracts', ['Contract', 'Route', 'Price per day (GBP)', 'Client ref', 'School URN']],
    ['cohort', ['UPN', 'Surname', 'Forename', 'DOB', 'Application ref']],
    ['schools', ['URN', 'EstablishmentName', 'PhaseOfEducation (name)', 'Easting', 'Northing']],
    [
      'fuel',
      [
        'Date',
        'ULSP (Ultra low sulphur unleaded petrol) Pump price in pence/litre',
        'ULSD (Ultra low sulphur diesel) Pump price in pence/litre',
      ],
    ],
    ['wages', ['start_date', 'min_age_inclusive', 'max_age_exclusive', 'rate_gbp_per_hour']],
    ['term-dates', ['School', 'Term', 'Start date', 'End date']],
    ['postcodes', ['pcds', 'oseast1m', 'osnrth1m', 'lat', 'long', 'oslaua']],
  ])('%s', (kind, headings) => {
    expect(
      guessKind(
        table(
          headings,
          headings.map((_, i) => (i === 0 ? 'x' : String(i))),
        ),
      ),
    ).toBe(kind);
  });
  it('says when it does not know', () =>
    expect(guessKind(table(['Colour', 'Taste'], ['red', 'sour']))).toBeNull());
});

describe('applications', () => {
  const heads = [
    'Our Ref',
    'Name',
    'DOB',
    'Year',
    'Mobility',
    'Wheelchair',
    'Not with',
    'Max journey time',
    'Phone',
  ];
  it('reads facts out of what councils write', () => {
    const { rows, context } = read(
      'applications',
      heads,
      [
        ' kt26-1 ',
        'Rhodes, Alfie',
        '1/9/2015',
        'Y6',
        'Wheelchair, travels in it',
        'Powered, occupied 190 kg',
        'KT26-9; KT26-8',
        '40',
        '1632960445',
      ],
      ['A2', 'Siân de Souza', '', '', '', '', '', '', '01632 960446'],
    );
    const [first, second] = parseApplications(rows, context);
    expect(first?.problems).toEqual([]);
    expect(first?.client).toMatchObject({
      ref: 'KT26-1',
      surname: 'Rhodes',
      forename: 'Alfie',
      year_group: 6,
      mobility: 'wheelchair_travels',
      occupied_weight_kg: 190,
      not_with: ['KT26-9', 'KT26-8'],
      clinical_limit_s: 2400,
      phone: '01632960445',
    });
    expect(second?.client).toMatchObject({
      forename: 'Siân de',
      surname: 'Souza',
      date_of_birth: null,
      mobility: null,
    });
    expect(second?.client).not.toHaveProperty('postcode');
  });
  it('reports every problem of a row at once', () => {
    const { rows, context } = read('applications', heads, [
      '',
      '',
      '31/02/2015',
      '99',
      'Runs',
      '',
      '',
      '500',
      '',
    ]);
    const [row] = parseApplications(rows, context);
    expect(row?.problems.map((problem) => [problem.severity, problem.code]).sort()).toEqual([
      ['refuse', 'date_not_real'],
      ['refuse', 'no_name'],
      ['refuse', 'no_reference'],
      ['warn', 'not_understood'],
      ['warn', 'not_understood'],
      ['warn', 'number'],
    ]);
    expect(row?.problems.find((problem) => problem.code === 'date_not_real')).toMatchObject({
      column: 'DOB',
      value: '31/02/2015',
    });
  });
});
