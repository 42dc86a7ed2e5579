/** Takes one block of nodes, ways and relations apart (wiki, `PBF Format`, PrimitiveBlock). */
import { PbfReader } from 'pbf';
import type { Member } from '../../../shared/roads/turn-rules.ts';
import type { Tags } from '../../../shared/roads/way-rules.ts';
import { corrupted } from './bad-extract.ts';

/** Who is told of what a block holds. What nobody asks for is passed over unread. */
export interface OsmVisitor {
  /** A node in ten-millionths of a degree; `tags` is null for a node without any. */
  readonly node?: (id: number, lat: number, lon: number, tags: Tags | null) => void;
  /** A way with any of `wayKeys` among its tags. */
  readonly way?: (id: number, tags: Tags, nodes: readonly number[]) => void;
  readonly wayKeys: readonly string[];
  /** Ways told of whatever their tags are: the parts of areas have none of their own. */
  readonly wayIds?: ReadonlySet<number>;
  /** A relation with any of `relationKeys` among its tags. */
  readonly relation?: (id: number, tags: Tags, members: readonly Member[]) => void;
  readonly relationKeys: readonly string[];
}

/** Kinds of things that a block was seen to hold. */
export interface Held {
  nodes: boolean;
  ways: boolean;
  relations: boolean;
}

const NO_IDS: ReadonlySet<number> = new Set();
const MEMBERS = ['node', 'way', 'relation'] as const;
const text = new TextDecoder();

class Block {
  readonly strings: Uint8Array[] = [];
  readonly groups: (readonly [number, number])[] = [];
  granularity = 100;
  latOffset = 0;
  lonOffset = 0;
  private readonly decoded: (string | undefined)[] = [];

  string(at: number): string {
    const known = this.decoded[at];
    if (known !== undefined) return known;
    const bytes = this.strings[at];
    if (bytes === undefined) throw corrupted('a text that is not there');
    const made = text.decode(bytes);
    this.decoded[at] = made;
    return made;
  }

  /** Nanodegrees as ten-millionths of a degree. */
  lat(value: number): number {
    return Math.round((this.latOffset + this.granularity * value) / 100);
  }

  lon(value: number): number {
    return Math.round((this.lonOffset + this.granularity * value) / 100);
  }

  tags(keys: readonly number[], values: readonly number[]): Tags {
    if (keys.length !== values.length) throw corrupted('tags without values');
    return new Map(keys.map((key, i) => [this.string(key), this.string(values[i] ?? -1)]));
  }

  /** The numbers of some texts, to look for them without reading the rest. */
  numbersOf(wanted: readonly string[]): ReadonlySet<number> {
    const encoder = new TextEncoder();
    const bytes = wanted.map((each) => encoder.encode(each));
    const found = new Set<number>();
    this.strings.forEach((string, at) => {
      if (
        bytes.some((each) => each.length === string.length && each.every((b, i) => b === string[i]))
      )
        found.add(at);
    });
    return found;
  }
}

/** The end of the message that begins here; it must lie within its parent. */
function endOf(pbf: PbfReader, parent: number): number {
  const length = pbf.readVarint();
  const end = pbf.pos + length;
  if (end > parent) throw corrupted('a part that is longer than the whole');
  return end;
}

/** Reads a block and tells the visitor. */
export function readBlock(bytes: Uint8Array, visitor: OsmVisitor, held: Held): void {
  const pbf = new PbfReader(bytes);
  const block = new Block();
  const whole = bytes.length;
  pbf.readFields((tag) => {
    if (tag === 1) {
      const end = endOf(pbf, whole);
      pbf.readFields(
        (field) => {
          if (field === 1) block.strings.push(pbf.readBytes());
        },
        null,
        end,
      );
    } else if (tag === 2) {
      const end = endOf(pbf, whole);
      block.groups.push([pbf.pos, end]);
      pbf.pos = end;
    } else if (tag === 17) block.granularity = pbf.readVarint(true);
    else if (tag === 19) block.latOffset = pbf.readVarint(true);
    else if (tag === 20) block.lonOffset = pbf.readVarint(true);
  }, null);
  if (pbf.pos > whole) throw corrupted('a block that ends too soon');
  const wayKeys = visitor.way === undefined ? null : block.numbersOf(visitor.wayKeys);
  const relationKeys =
    visitor.relation === undefined ? null : block.numbersOf(visitor.relationKeys);
  for (const [begin, end] of block.groups) {
    pbf.pos = begin;
    pbf.readFields(
      (tag) => {
        if (tag === 1 || tag === 2) {
          held.nodes = true;
          if (visitor.node === undefined) return;
          const last = endOf(pbf, end);
          if (tag === 1) readNode(pbf, block, last, visitor.node);
          else readDense(pbf, block, last, visitor.node);
        } else if (tag === 3) {
          held.ways = true;
          if (visitor.way !== undefined && wayKeys !== null)
            readWayMessage(pbf, block, endOf(pbf, end), {
              call: visitor.way,
              keys: wayKeys,
              ids: visitor.wayIds ?? NO_IDS,
            });
        } else if (tag === 4) {
          held.relations = true;
          if (visitor.relation !== undefined && relationKeys !== null)
            readRelation(pbf, block, endOf(pbf, end), {
              call: visitor.relation,
              keys: relationKeys,
            });
        }
      },
      null,
      end,
    );
    if (pbf.pos > end) throw corrupted('a group that ends too soon');
  }
}

type OnNode = NonNullable<OsmVisitor['node']>;

function readNode(pbf: PbfReader, block: Block, end: number, call: OnNode): void {
  let [id, lat, lon] = [0, 0, 0];
  const keys: number[] = [];
  const values: number[] = [];
  pbf.readFields(
    (tag) => {
      if (tag === 1) id = pbf.readSVarint();
      else if (tag === 2) pbf.readPackedVarint(keys);
      else if (tag === 3) pbf.readPackedVarint(values);
      else if (tag === 8) lat = pbf.readSVarint();
      else if (tag === 9) lon = pbf.readSVarint();
    },
    null,
    end,
  );
  call(id, block.lat(lat), block.lon(lon), keys.length === 0 ? null : block.tags(keys, values));
}

function readDense(pbf: PbfReader, block: Block, end: number, call: OnNode): void {
  const ids: number[] = [];
  const lats: number[] = [];
  const lons: number[] = [];
  const tags: number[] = [];
  pbf.readFields(
    (tag) => {
      if (tag === 1) pbf.readPackedSVarint(ids);
      else if (tag === 8) pbf.readPackedSVarint(lats);
      else if (tag === 9) pbf.readPackedSVarint(lons);
      else if (tag === 10) pbf.readPackedVarint(tags);
    },
    null,
    end,
  );
  if (lats.length !== ids.length || lons.length !== ids.length)
    throw corrupted('nodes without positions');
  let [id, lat, lon, at] = [0, 0, 0, 0];
  for (let i = 0; i < ids.length; i++) {
    id += ids[i] as number;
    lat += lats[i] as number;
    lon += lons[i] as number;
    const first = at;
    while (at < tags.length && tags[at] !== 0) at += 2;
    call(
      id,
      block.lat(lat),
      block.lon(lon),
      at === first ? null : denseTags(block, tags, first, at),
    );
    at++;
  }
}

function denseTags(block: Block, list: readonly number[], first: number, end: number): Tags {
  const tags = new Map<string, string>();
  for (let i = first; i < end; i += 2)
    tags.set(block.string(list[i] ?? -1), block.string(list[i + 1] ?? -1));
  return tags;
}

function readWayMessage(
  pbf: PbfReader,
  block: Block,
  end: number,
  wanted: {
    readonly call: NonNullable<OsmVisitor['way']>;
    readonly keys: ReadonlySet<number>;
    readonly ids: ReadonlySet<number>;
  },
): void {
  let id = 0;
  const keys: number[] = [];
  const values: number[] = [];
  const nodes: number[] = [];
  const isWanted = (): boolean => wanted.ids.has(id) || keys.some((key) => wanted.keys.has(key));
  pbf.readFields(
    (tag) => {
      if (tag === 1) id = pbf.readVarint(true);
      else if (tag === 2) pbf.readPackedVarint(keys);
      else if (tag === 3) pbf.readPackedVarint(values);
      // Keys stand before nodes: a building's nodes need not be read. Where they do not, all are read.
      else if (tag === 8 && (keys.length === 0 || isWanted())) pbf.readPackedSVarint(nodes);
    },
    null,
    end,
  );
  if (pbf.pos > end) throw corrupted('a way that ends too soon');
  if (!isWanted()) return;
  for (let i = 1; i < nodes.length; i++) nodes[i] = (nodes[i] ?? 0) + (nodes[i - 1] ?? 0);
  wanted.call(id, block.tags(keys, values), nodes);
}

function readRelation(
  pbf: PbfReader,
  block: Block,
  end: number,
  wanted: {
    readonly call: NonNullable<OsmVisitor['relation']>;
    readonly keys: ReadonlySet<number>;
  },
): void {
  let id = 0;
  const keys: number[] = [];
  const values: number[] = [];
  const roles: number[] = [];
  const ids: number[] = [];
  const types: number[] = [];
  pbf.readFields(
    (tag) => {
      if (tag === 1) id = pbf.readVarint(true);
      else if (tag === 2) pbf.readPackedVarint(keys);
      else if (tag === 3) pbf.readPackedVarint(values);
      else if (tag === 8) pbf.readPackedVarint(roles);
      else if (tag === 9) pbf.readPackedSVarint(ids);
      else if (tag === 10) pbf.readPackedVarint(types);
    },
    null,
    end,
  );
  if (pbf.pos > end) throw corrupted('a relation that ends too soon');
  if (!keys.some((key) => wanted.keys.has(key))) return;
  if (roles.length !== ids.length || types.length !== ids.length)
    throw corrupted('members without roles');
  let member = 0;
  const members = ids.map((step, i): Member => {
    member += step;
    const type = MEMBERS[types[i] ?? -1];
    if (type === undefined) throw corrupted('a member of no kind');
    return { type, id: member, role: block.string(roles[i] ?? -1) };
  });
  wanted.call(id, block.tags(keys, values), members);
}
