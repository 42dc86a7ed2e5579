/** The map, what lies under it, and the road network beside the store. */
import { z } from 'zod';
import type { DistrictFacts } from '../../figures/district-measures.ts';
import { channel } from '../channel.ts';
import { idInput } from './inputs.ts';
import type { Job } from '../views/jobs.ts';
import type { Measured } from '../views/measure.ts';
import type { BaseMap, MapData, RouteWay, SchoolReach, TileInfo } from '../views/map.ts';
import type { RoadsNow } from '../views/roads.ts';

const nothing = z.object({}).strict();
const fileId = z.string().max(64);
/** Metres around a boundary: as the terminal's `--margin`. */
const margin = z.number().min(0).max(100_000);
/** Degrees, wherever a map of the world can be clicked. */
const place = z
  .object({ lat: z.number().min(-90).max(90), lon: z.number().min(-180).max(180) })
  .strict();

export const mapChannels = {
  /** Of the plan in use, or of another one that is kept. */
  'map/data': channel<MapData>()(z.object({ plan_id: idInput.optional() }).strict()),
  'map/base': channel<BaseMap>()(nothing),
  /** The map archive beside the store; null where the built-in map is drawn. Its tiles come by the bridge, not by a channel. */
  'map/tiles': channel<TileInfo | null>()(nothing),
  /** Takes a file that was sent before (`putFile`) for the map beside the store. */
  'map/take': channel<Job>()(z.object({ file_id: fileId }).strict()),
  /** Goes back to the built-in map. */
  'map/drop': channel<{ readonly dropped: boolean }>()(nothing),
  /** The road network beside the store, and what of the county it leaves out. */
  'map/roads': channel<RoadsNow>()(nothing),
  /** Makes roads and base map from an OpenStreetMap extract that was sent before, cut to an area. */
  'map/take-roads': channel<Job>()(
    z
      .object({
        file_id: fileId,
        cut: z.discriminatedUnion('kind', [
          z.object({ kind: z.literal('all') }).strict(),
          z.object({ kind: z.literal('county'), margin_m: margin }).strict(),
          z.object({ kind: z.literal('boundary'), file_id: fileId, margin_m: margin }).strict(),
        ]),
      })
      .strict(),
  ),
  /** Does without the network again: distances are estimated. */
  'map/drop-roads': channel<{ readonly dropped: boolean }>()(nothing),
  /** What districts may be shaded by. */
  'map/districts': channel<readonly DistrictFacts[]>()(nothing),
  /** From where a school is reached within the guide's 45 and 75 minutes; null where it has no place on the map. */
  'map/reach': channel<SchoolReach | null>()(z.object({ school_urn: z.number().int() }).strict()),
  /** Two points, or a child's home and school: straight, by car and on foot. Protected homes are refused. */
  'map/measure': channel<Measured>()(
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('points'), from: place, to: place }).strict(),
      z.object({ kind: z.literal('client'), client_id: z.number().int() }).strict(),
    ]),
  ),
  /** A table of the map as a .csv file. */
  'map/export-table': channel<{ readonly file_id: string; readonly name: string }>()(
    z
      .object({
        name: z.string().min(1).max(120),
        headings: z.array(z.string().max(120)).min(1).max(30),
        rows: z
          .array(z.array(z.union([z.string().max(400), z.number(), z.null()])).max(30))
          .max(40_000),
      })
      .strict(),
  ),
  /** Prints a sheet that was drawn and sent before, as one landscape page; `words` say what it shows to who cannot see it. */
  'map/print': channel<Job>()(
    z
      .object({
        file_id: fileId,
        name: z.string().min(1).max(120),
        paper: z.enum(['a4', 'a3']),
        title: z.string().max(400),
        words: z.string().max(8000),
      })
      .strict(),
  ),
  /** The ways of a school's routes, by road where a network is loaded. */
  'routes/lines': channel<readonly RouteWay[]>()(
    z.object({ school_urn: z.number().int(), plan_id: idInput.optional() }).strict(),
  ),
};
