import { describe, expect, it, test } from 'vitest';
import { isoDate } from '../../shared/calendar/dates.ts';
import { FIELDS_OF } from '../../shared/intake/fields/all-fields.ts';
import { guessKind } from '../../shared/intake/guess-kind.ts';
import { headingSignature, matchHeadings } from '../../shared/intake/headings.ts';
import { parseApplications } from '../../shared/intake/applications.ts';
import { parseBoundaries } from '../../shared/intake/boundaries.ts';
import { parseSchools } from '../../shared/intake/schools.ts';
import { parseTermDates } from '../../shared/intake/term-dates.ts';
import { parsePostcodeRow, CODE_POINT_COLUMNS } from '../../shared/intake/postcodes.ts';
import { schoolIndex } from '../../shared/intake/school-match.ts';
import { splitRows } from '../../shared/intake/split-rows.ts';
import type { RawTable } from '../../shared/intake/table.ts';
import type { ImportKind } from '../../shared/model/import.ts';

const ON = isoDate('2026-08-10');

function table(...lines: readonly (readonly string[])[]): RawTable {
  return {
    file: 'test.csv',
    format: 'CSV',
    sheet: '',
    rows: lines.map((cells, i) => ({ line: i + 1, cells })),
  };
}

/** The rows and columns of a table, as an import would read them. */
function read(kind: ImportKind, ...lines: readonly (readonly string[])[]) {
  const split = splitRows(table(...lines), FIELDS_OF[kind], () => null);
  if (split === null) throw new Error('No headings');
  return {
    rows: split.rows,
    context: { columns: split.columns, fields: FIELDS_OF[kind], on: ON },
    split,
  };
}

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

describe('schools', () => {
  it('reads the published long form', () => {
    const { rows, context } = read(
      'schools',
      [
        'URN',
        'EstablishmentName',
        'TypeOfEstablishment (name)',
        'EstablishmentStatus (name)',
        'PhaseOfEducation (name)',
        'StatutoryLowAge',
        'StatutoryHighAge',
        'Postcode',
        'Easting',
        'Northing',
        'SEN1 (name)',
        'SEN2 (name)',
        'SchoolCapacity',
      ],
      [
        '101095',
        'Bradstow School',
        'Community special school',
        'Open',
        'Not applicable',
        '5',
        '19',
        'CT10 1BY',
        '639431',
        '167136',
        'ASD - Autistic Spectrum Disorder',
        'SLD - Severe Learning Difficulty',
        '70',
      ],
      [
        '118271',
        'Capel Primary School',
        'Community school',
        'Open',
        'Primary',
        '4',
        '11',
        'TN12 6RP',
        '',
        '',
        'Not Applicable',
        '',
        '',
      ],
      [
        '100',
        'Old School',
        'Other independent special school',
        'Closed',
        'Not applicable',
        '',
        '',
        '',
        '',
        '',
        '',
        '',
        '',
      ],
    );
    const [special, primary, old] = parseSchools(rows, context).map((row) => row.school);
    expect(special).toMatchObject({
      type_group: 'special_state',
      independent: false,
      needs: ['ASD', 'SLD'],
      age_from: 5,
      age_to: 19,
      places: 70,
      status: 'open',
    });
    expect(special?.lat).toBeCloseTo(51.3528, 3);
    expect(primary).toMatchObject({ type_group: 'primary', needs: [] });
    expect(old).toMatchObject({
      type_group: 'special_independent',
      independent: true,
      status: 'closed',
    });
  });
  it('says nothing of what the short list leaves out', () => {
    const { rows, context } = read(
      'schools',
      ['urn', 'name', 'open_date', 'town', 'postcode'],
      ['100000', 'The Aldgate School', '', 'London', 'EC3A 5DE'],
    );
    expect(parseSchools(rows, context)[0]?.school).toEqual({
      urn: 100_000,
      name: 'The Aldgate School',
      town: 'London',
      postcode: 'EC3A 5DE',
      status: 'open',
    });
  });
  it('knows the designations of special schools', () => {
    const { rows, context } = read(
      'schools',
      ['urn', 'name', 'kcc_need_designation'],
      ['1', 'A', 'PSCN'],
      ['2', 'B', 'C&I with LD'],
      ['3', 'C', 'ASD/SLCN'],
      ['4', 'D', ''],
    );
    expect(parseSchools(rows, context).map((row) => row.school.needs)).toEqual([
      ['PMLD', 'SLD'],
      ['ASD', 'MLD', 'SLCN'],
      ['ASD', 'SLCN'],
      [],
    ]);
  });
});

describe('schools by name', () => {
  const school = (urn: number, name: string, status: 'open' | 'closed' = 'open') =>
    ({
      urn,
      name,
      status,
      town: '',
      postcode: '',
      lat: null,
      lon: null,
      district_code: '',
      type_group: '',
      needs: [],
      designation: '',
      age_from: null,
      age_to: null,
      places: null,
      roll: null,
      day_starts_s: null,
      day_ends_s: null,
      independent: false,
    }) as const;
  const index = schoolIndex([
    school(1, "St Anthony's School"),
    school(2, 'The Oaks'),
    school(3, 'Oaks School', 'closed'),
    school(4, 'Twin'),
    school(5, 'Twin'),
  ]);
  test.each([
    ['Saint Anthonys', '', 'matched', 1],
    ['THE OAKS SCHOOL', '', 'matched', 2],
    ['anything', '3', 'matched', 3],
    ['Twin', '', 'ambiguous', null],
    ['Nowhere', '999999', 'not_found', null],
    ['', '', 'none_given', null],
  ])('%s / %s', (given, urn, kind, found) => {
    const match = index.match(given, urn);
    expect(match.kind).toBe(kind);
    expect(match.kind === 'matched' ? match.school.urn : null).toBe(found);
  });
});

describe('term dates', () => {
  it('tells terms from closed days, and a school’s own from the county’s', () => {
    const { rows, context } = read(
      'term-dates',
      ['School URN', 'Term', 'From', 'To'],
      ['', 'Term 1', '01/09/2026', '16/10/2026'],
      ['118271', 'INSET day', '01/09/2026', ''],
      ['118271', 'Term 1', '16/10/2026', '01/09/2026'],
    );
    const parsed = parseTermDates(rows, { ...context, schools: schoolIndex([]) });
    expect(parsed.map((row) => row.span?.kind)).toEqual(['term', 'closed', 'term']);
    expect(parsed[0]?.span?.urn).toBe(0);
    expect(parsed[1]?.span).toMatchObject({
      urn: 118_271,
      from_on: '2026-09-01',
      to_on: '2026-09-01',
    });
    expect(parsed[2]?.problems[0]?.code).toBe('ends_before_start');
  });
});

describe('postcodes', () => {
  it('reads Code-Point Open', () => {
    const row = {
      line: 1,
      cells: ['ME14 1XQ', '10', '576017', '156294', 'E92000001', '', '', '', 'E07000110', ''],
    };
    const read = parsePostcodeRow(row, CODE_POINT_COLUMNS, new Set());
    expect(read).toMatchObject({
      kind: 'postcode',
      record: { postcode: 'ME14 1XQ', district_code: 'E07000110' },
    });
    expect(parsePostcodeRow(row, CODE_POINT_COLUMNS, new Set(['CT'])).kind).toBe('outside');
    const nowhere = { line: 1, cells: ['ME14 1XQ', '90', '0', '0'] };
    expect(parsePostcodeRow(nowhere, CODE_POINT_COLUMNS, new Set()).kind).toBe('no_position');
  });
});

describe('boundaries', () => {
  const square = (size: number, x: number, y: number) => [
    [
      [x, y],
      [x + size, y],
      [x + size, y + size],
      [x, y + size],
      [x, y],
    ],
  ];
  const file = (properties: object, coordinates: unknown, type = 'Polygon') =>
    JSON.stringify({
      type: 'FeatureCollection',
      features: [{ type: 'Feature', properties, geometry: { type, coordinates } }],
    });
  const context = { mapping: null, own_districts: ['E07000110'] };
  it('reads properties of any release', () => {
    const parsed = parseBoundaries(
      file({ LAD24CD: 'E07000110', LAD24NM: 'Maidstone' }, square(0.1, 0.5, 51.2)),
      context,
    );
    expect(parsed.ok && parsed.value[0]?.district).toMatchObject({
      code: 'E07000110',
      name: 'Maidstone',
      own: true,
      lat: 51.25,
      lon: 0.55,
    });
  });
  it('converts the National Grid and refuses the rest', () => {
    const grid = parseBoundaries(
      file({ lad_code: 'X', lad_name: 'Y' }, square(1000, 576_000, 156_000)),
      context,
    );
    expect(grid.ok && grid.value[0]?.district?.lat).toBeCloseTo(51.28, 2);
    const odd = parseBoundaries(
      file({ lad_code: 'X', lad_name: 'Y' }, square(10, 5_000_000, 1)),
      context,
    );
    expect(odd.ok && odd.value[0]?.problems[0]?.code).toBe('no_polygon');
    const point = parseBoundaries(
      file({ lad_code: 'X', lad_name: 'Y' }, [0, 51], 'Point'),
      context,
    );
    expect(point.ok && point.value[0]?.problems[0]?.code).toBe('no_polygon');
    expect(parseBoundaries('{"type":"Topology"}', context).ok).toBe(false);
    expect(parseBoundaries('nothing', context).ok).toBe(false);
  });
});
