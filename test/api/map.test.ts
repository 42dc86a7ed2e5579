import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../db/open.ts';
import type { Store } from '../../db/store.ts';
import { mapData } from '../../electron/api/handlers/map.ts';
import { baseMap } from '../../electron/files/base-map.ts';
import { silent } from '../../electron/jobs/context.ts';
import { makeDemo } from '../../electron/jobs/make-demo.ts';
import { isoDate } from '../../shared/calendar/dates.ts';
import { defined } from '../../shared/kernel/assert.ts';

const ON = isoDate('2026-08-10');
const folder = mkdtempSync(join(tmpdir(), 'kerbside-map-'));
let store: Store;

beforeAll(() => {
  const path = join(folder, 'county.kerbside');
  makeDemo(path, { clients: 2000, seed: 5 }, silent);
  const opened = openStore(path);
  if (!opened.ok) throw new Error(opened.error.cause);
  store = opened.value;
});
afterAll(() => {
  store.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('the homes on the map', () => {
  it('are those of the children to be carried, and never a protected one', () => {
    const { homes, protected_hidden } = mapData(store, ON);
    const byId = new Map(store.clients.all().map((client) => [client.id, client]));
    expect(protected_hidden).toBeGreaterThan(5);
    for (const [at, id] of homes.client_id.entries()) {
      const client = defined(byId.get(id), `client ${id}`);
      expect(client.protected_address).toBe(false);
      expect([homes.lat[at], homes.lon[at]]).toEqual([client.lat, client.lon]);
    }
    const active = store.read.states(ON).filter(({ active }) => active);
    const shown = active.filter(({ client_id }) => {
      const client = defined(byId.get(client_id), `client ${client_id}`);
      return client.lat !== null && !client.protected_address;
    });
    expect([...homes.client_id].sort((a, b) => a - b)).toEqual(
      shown.map(({ client_id }) => client_id).sort((a, b) => a - b),
    );
    expect(JSON.stringify(homes)).not.toContain('Fictional');
  });

  it('are counted at their schools and in their districts', () => {
    const { schools, districts } = mapData(store, ON);
    const active = store.read.states(ON).filter(({ active }) => active).length;
    const atSchools = schools.reduce((sum, { clients }) => sum + clients, 0);
    const withSchool = store.read
      .states(ON)
      .filter(({ active, client_id }) => active && store.clients.get(client_id)?.school_urn);
    expect(atSchools).toBe(withSchool.length);
    const inDistricts = districts.reduce((sum, { clients }) => sum + clients, 0);
    expect(inDistricts).toBeLessThanOrEqual(active);
    expect(inDistricts).toBeGreaterThan(active * 0.97);
    expect(districts).toHaveLength(13);
    expect(districts.every(({ geometry }) => geometry === null)).toBe(true);
  });

  it('lie in a district that is drawn once its boundary is there', () => {
    const square = [
      [
        [0, 51],
        [1, 51],
        [1, 52],
        [0, 51],
      ],
    ];
    const district = defined(store.districts.all()[0], 'a district');
    store.write({ who: 'test', why: 'a test' }, () =>
      store.districts.upsertMany([
        { ...district, boundary: JSON.stringify({ type: 'Polygon', coordinates: square }) },
      ]),
    );
    const drawn = mapData(store, ON).districts.find(({ code }) => code === district.code);
    expect(drawn?.geometry).toEqual({ type: 'MultiPolygon', coordinates: [square] });
  });
});

describe('the built-in map', () => {
  const base = baseMap();
  const inside = (lat: number, lon: number): boolean =>
    defined(base.land, 'land').coordinates.some(([ring = []]) => {
      let is = false;
      let [px, py] = ring.at(-1) ?? [0, 0];
      for (const [x, y] of ring) {
        if (y > lat !== py > lat && lon < ((px - x) * (lat - y)) / (py - y) + x) is = !is;
        [px, py] = [x, y];
      }
      return is;
    });

  it('has land where there is land, and sea where there is sea', () => {
    expect(inside(51.27, 0.52)).toBe(true); // Maidstone
    expect(inside(51.42, 0.83)).toBe(true); // Sheppey
    expect(inside(50.95, 1.86)).toBe(true); // Calais
    expect(inside(51.0, 1.5)).toBe(false); // the Strait of Dover
    expect(inside(51.5, 1.2)).toBe(false); // the Thames estuary
    expect(inside(50.2, 0.2)).toBe(false); // the Channel
  });

  it('names the towns, without what is plainly wrong', () => {
    const names = new Map(base.places.map(({ name, population }) => [name, population]));
    for (const town of ['Maidstone', 'Canterbury', 'Ashford', 'Dover', 'Margate', 'Calais']) {
      expect(names.has(town), town).toBe(true);
    }
    expect(names.has('Saint Peters')).toBe(false);
    expect(names.get('Hartley')).toBeLessThan(10_000);
  });

  it('is small enough to send, is kept, and says where it comes from', () => {
    expect(JSON.stringify(base).length).toBeLessThan(200_000);
    expect(baseMap()).toBe(base);
    expect(base.sources).toContain('Natural Earth');
    expect(base.sources).toContain('GeoNames');
  });
});

it('names whose data it draws, once it was imported, and how distances were had', () => {
  const before = mapData(store, ON).sources;
  expect(before).toEqual(['Distances estimated: straight line × 1.4']);
  store.write({ who: 'import', why: 'import of districts.geojson' }, () =>
    store.imports.save({
      kind: 'boundaries',
      files: ['districts.geojson'],
      on: ON,
      read: 13,
      added: 13,
      changed: 0,
      unchanged: 0,
      held: 0,
      refused: 0,
      warnings: 0,
      rows: [],
    }),
  );
  expect(mapData(store, ON).sources.join(' ')).toMatch(/Crown copyright.*imported 10 Aug 2026/);
});
