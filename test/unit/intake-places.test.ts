import { describe, expect, it, test } from 'vitest';
import { parseBoundaries } from '../../shared/intake/boundaries.ts';
import { parseSchools } from '../../shared/intake/schools.ts';
import { parseTermDates } from '../../shared/intake/term-dates.ts';
import { parsePostcodeRow, CODE_POINT_COLUMNS } from '../../shared/intake/postcodes.ts';
import { schoolIndex } from '../../shared/intake/school-match.ts';
import { read } from '../helpers/tables.ts';

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
