import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../shared/costing/default-settings.ts';
import { checkSetting, speedTableAt } from '../../shared/costing/read-settings.ts';
import { barrierBits, STOPS_CAR, STOPS_FOOT } from '../../shared/roads/node-rules.ts';
import { speedOn } from '../../shared/roads/speed-table.ts';
import { readTurn, type Member } from '../../shared/roads/turn-rules.ts';
import { limitOf, readWay } from '../../shared/roads/way-rules.ts';
import { ON } from '../helpers/cost-facts.ts';

const tags = (text: string) =>
  new Map(
    text
      .split(' ')
      .filter((each) => each !== '')
      .map((each): [string, string] => {
        const [key = '', value = ''] = each.split('=');
        return [key, value.replaceAll('_', key === 'name' ? ' ' : '_')];
      }),
  );

function use(text: string) {
  const read = readWay(tags(text));
  return read.kind === 'use' ? read.use : read.kind;
}

describe('who may use a way (wiki: Key:access, OSM tags for routing)', () => {
  it.each([
    // tags, car, forward, backward, foot
    ['highway=residential', 'open', true, true, true],
    ['highway=residential oneway=yes', 'open', true, false, true],
    ['highway=residential oneway=-1', 'open', false, true, true],
    ['highway=residential oneway=reversible', 'no', false, false, true],
    ['highway=tertiary junction=roundabout', 'open', true, false, true],
    ['highway=tertiary junction=roundabout oneway=no', 'open', true, true, true],
    ['highway=motorway', 'open', true, false, false],
    ['highway=motorway foot=yes', 'open', true, false, false],
    ['highway=motorway_link', 'open', true, true, false],
    ['highway=trunk', 'open', true, true, false],
    ['highway=trunk sidewalk=left', 'open', true, true, true],
    ['highway=primary foot=no', 'open', true, true, false],
    ['highway=service access=private', 'private', true, true, false],
    ['highway=service access=private foot=yes', 'private', true, true, true],
    ['highway=service access=destination', 'destination', true, true, true],
    ['highway=unclassified access=no motor_vehicle=yes', 'open', true, true, false],
    ['highway=unclassified motor_vehicle=no', 'no', false, false, true],
    ['highway=unclassified vehicle=no motorcar=yes', 'open', true, true, true],
    ['highway=track', 'no', false, false, true],
    ['highway=track motor_vehicle=yes', 'open', true, true, true],
    ['highway=footway', 'no', false, false, true],
    ['highway=bridleway', 'no', false, false, true],
    ['highway=cycleway foot=no motor_vehicle=yes', 'open', true, true, false],
    ['highway=steps', 'no', false, false, true],
    ['highway=service service=emergency_access', 'no', false, false, true],
  ])('%s', (text, car, forward, backward, foot) => {
    expect(use(text)).toMatchObject({ car, forward, backward, foot });
  });

  it.each([
    ['route=ferry name=Reedham_Ferry', { kind: 'left_out', why: 'ferry', name: 'Reedham Ferry' }],
    ['route=shuttle_train name=Le_Shuttle', { kind: 'left_out', why: 'train', name: 'Le Shuttle' }],
    ['highway=construction name=New_Road', { kind: 'left_out', why: 'closed', name: 'New Road' }],
    ['highway=unclassified access=no', { kind: 'left_out', why: 'closed', name: '' }],
    [
      'highway=busway name=Fastrack',
      { kind: 'left_out', why: 'buses_and_taxis', name: 'Fastrack' },
    ],
    [
      'highway=service access=no psv=yes name=Bus_Gate',
      { kind: 'left_out', why: 'buses_and_taxis', name: 'Bus Gate' },
    ],
    ['highway=footway foot=private', { kind: 'other' }],
    ['highway=raceway', { kind: 'other' }],
    ['building=yes', { kind: 'other' }],
  ])('%s is not in the network', (text, expected) => {
    expect(readWay(tags(text))).toEqual(expected);
  });

  it('names roads where buses or taxis may do more than a car', () => {
    const exception = (text: string) => {
      const read = readWay(tags(text));
      return read.kind === 'use' && read.exception;
    };
    expect(exception('highway=primary motor_vehicle=no psv=yes')).toBe(true);
    expect(exception('highway=primary oneway=yes oneway:psv=no')).toBe(true);
    expect(exception('highway=primary psv=yes')).toBe(false);
    expect(exception('highway=primary oneway=yes')).toBe(false);
  });
});

describe('limits and speeds', () => {
  it.each([
    ['30 mph', 30],
    ['30mph', 30],
    ['50', 31.07],
    ['50 km/h', 31.07],
    ['GB:nsl_single', 60],
    ['GB:nsl_dual', 70],
    ['none', 0],
    ['signals', 0],
    ['0', 0],
    ['999 mph', 0],
    [undefined, 0],
  ])('%s is %d mph', (text, mph) => {
    expect(limitOf(text)).toBeCloseTo(mph, 2);
  });

  const table = speedTableAt(DEFAULT_SETTINGS, ON);
  const speed = (text: string, limit: number, builtUp: boolean) => {
    const made = use(text);
    if (typeof made === 'string') throw new Error(made);
    return speedOn(table, made, limit, builtUp);
  };

  it.each([
    ['highway=primary', 0, false, 42],
    ['highway=primary', 0, true, 30],
    // A limit of 30 is a built-up place, one of 40 is not, whatever the houses say; 0.9 of it is driven.
    ['highway=primary', 30, false, 27],
    ['highway=primary', 40, true, 36],
    // Half way between the class and the limit.
    ['highway=primary', 60, false, (42 + 54) / 2],
    ['highway=unclassified', 60, false, (16 + 54) / 2],
    ['highway=primary_link', 0, false, 42],
    ['highway=motorway_link', 0, false, 38],
    ['highway=residential access=destination', 0, true, 10],
    ['highway=service access=private', 0, true, 5],
  ])('%s, limit %d, built up %s', (text, limit, builtUp, mph) => {
    expect(speed(text, limit, builtUp)).toBeCloseTo(mph, 9);
  });

  it('refuses tables that make no sense', () => {
    expect(checkSetting('road_speeds', table).ok).toBe(true);
    const { classes } = table;
    for (const wrong of [
      null,
      {},
      { ...table, limit_share: 0 },
      { ...table, private_mph: 0 },
      { ...table, classes: {} },
      { ...table, classes: { ...classes, canal: { rural_mph: 4, urban_mph: 4 } } },
      { ...table, classes: { ...classes, primary: { rural_mph: 400, urban_mph: 4 } } },
    ])
      expect(checkSetting('road_speeds', wrong).ok).toBe(false);
  });
});

describe('what stands on a road', () => {
  it.each([
    ['', 0],
    ['barrier=gate', 0],
    ['barrier=gate access=private', STOPS_CAR | STOPS_FOOT],
    ['barrier=gate access=private foot=yes', STOPS_CAR],
    ['barrier=gate locked=yes', STOPS_CAR],
    ['barrier=bollard', STOPS_CAR],
    ['barrier=bollard motor_vehicle=yes', 0],
    ['barrier=stile', STOPS_CAR],
    ['barrier=cattle_grid', 0],
    ['barrier=wall', STOPS_CAR | STOPS_FOOT],
    ['barrier=lift_gate motor_vehicle=no', STOPS_CAR],
  ])('%s', (text, bits) => {
    expect(barrierBits(tags(text))).toBe(bits);
  });
});

describe('turn rules', () => {
  const way = (id: number, role: string): Member => ({ type: 'way', id, role });
  const via: Member = { type: 'node', id: 5, role: 'via' };
  const usual = [way(1, 'from'), via, way(2, 'to')];
  const read = (text: string, members: readonly Member[] = usual) => readTurn(tags(text), members);
  const rule = (kind: 'no' | 'only') => ({
    kind: 'rules',
    rules: [{ kind, from: 1, via: 5, to: 2 }],
  });

  it.each([
    ['type=restriction restriction=no_left_turn', rule('no')],
    ['type=restriction restriction=only_straight_on', rule('only')],
    ['type=restriction restriction:motorcar=no_right_turn', rule('no')],
    ['type=restriction restriction=no_left_turn except=bicycle;psv', rule('no')],
    ['type=restriction restriction=no_left_turn except=motorcar', { kind: 'other' }],
    ['type=restriction restriction:hgv=no_left_turn', { kind: 'other' }],
    ['type=restriction:hgv restriction=no_left_turn', { kind: 'other' }],
    ['type=multipolygon', { kind: 'other' }],
    [
      'type=restriction restriction:conditional=no_left_turn',
      { kind: 'left_out', why: 'conditional' },
    ],
    [
      'type=restriction restriction=no_left_turn hour_on=07:00',
      { kind: 'left_out', why: 'conditional' },
    ],
    ['type=restriction restriction=no_parking', { kind: 'left_out', why: 'unclear' }],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it('holds over a way between, and over several in their order', () => {
    const over = (...ids: readonly number[]) => [
      way(1, 'from'),
      ...ids.map((id) => way(id, 'via')),
      way(2, 'to'),
    ];
    expect(read('type=restriction restriction=no_u_turn', over(9))).toEqual({
      kind: 'rules',
      rules: [{ kind: 'no', from: 1, via_ways: [9], to: 2 }],
    });
    expect(read('type=restriction restriction=only_straight_on', over(9, 7))).toEqual({
      kind: 'rules',
      rules: [{ kind: 'only', from: 1, via_ways: [9, 7], to: 2 }],
    });
  });

  it('over a way and a node between says nothing usable', () => {
    const members = [way(1, 'from'), way(9, 'via'), via, way(2, 'to')];
    expect(read('type=restriction restriction=no_u_turn', members)).toEqual({
      kind: 'left_out',
      why: 'unclear',
    });
  });

  it('holds for each way where several may not go in or out', () => {
    const members = [way(1, 'from'), way(3, 'from'), via, way(2, 'to')];
    expect(read('type=restriction restriction=no_entry', members)).toEqual({
      kind: 'rules',
      rules: [
        { kind: 'no', from: 1, via: 5, to: 2 },
        { kind: 'no', from: 3, via: 5, to: 2 },
      ],
    });
  });

  it('without a node between says nothing usable', () => {
    const read1 = read('type=restriction restriction=no_left_turn', [way(1, 'from'), way(2, 'to')]);
    expect(read1).toEqual({ kind: 'left_out', why: 'unclear' });
  });
});
