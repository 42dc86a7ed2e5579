/** Writes small .osm.pbf files (wiki, `PBF Format`), sound or with a fault of one's choosing. */
import { deflateSync } from 'node:zlib';
import { PbfWriter } from 'pbf';
import type { Member } from '../../shared/roads/turn-rules.ts';

/** Tags as an object. */
type Tags = Readonly<Record<string, string>>;

/** What goes into a file. */
export interface MadeMap {
  readonly nodes?: readonly {
    readonly id: number;
    readonly lat: number;
    readonly lon: number;
    readonly tags?: Tags;
  }[];
  readonly ways?: readonly {
    readonly id: number;
    readonly nodes: readonly number[];
    readonly tags: Tags;
  }[];
  readonly relations?: readonly {
    readonly id: number;
    readonly tags: Tags;
    readonly members: readonly Member[];
  }[];
}

/** How a file is made. */
export interface Making {
  /** Features the header asks of a reader. */
  readonly features?: readonly string[];
  /** Dense nodes, as every tool writes them, or one message a node. */
  readonly dense?: boolean;
  readonly packing?: 'zlib' | 'raw' | 'lzma';
}

class Strings {
  readonly list: string[] = [''];
  numberOf(text: string): number {
    const known = this.list.indexOf(text);
    return known > 0 ? known : this.list.push(text) - 1;
  }
}

/** One block with its length before it. */
export function frame(
  type: string,
  content: Uint8Array,
  packing: Making['packing'] = 'zlib',
): Uint8Array {
  const blob = new PbfWriter();
  if (packing === 'raw') blob.writeBytesField(1, content);
  else {
    blob.writeVarintField(2, content.length);
    blob.writeBytesField(packing === 'lzma' ? 4 : 3, deflateSync(content));
  }
  const body = blob.finish().slice();
  const header = new PbfWriter();
  header.writeStringField(1, type);
  header.writeVarintField(3, body.length);
  const head = header.finish().slice();
  const length = Buffer.alloc(4);
  length.writeUInt32BE(head.length);
  return Buffer.concat([length, head, body]);
}

function keysAndValues(strings: Strings, tags: Tags, out: PbfWriter): void {
  out.writePackedVarint(
    2,
    Object.keys(tags).map((key) => strings.numberOf(key)),
  );
  out.writePackedVarint(
    3,
    Object.values(tags).map((value) => strings.numberOf(value)),
  );
}

const steps = (values: readonly number[]): number[] =>
  values.map((value, i) => value - (values[i - 1] ?? 0));
const units = (degrees: number): number => Math.round(degrees * 1e7);

type Nodes = NonNullable<MadeMap['nodes']>;

function denseNodes(nodes: Nodes, strings: Strings): (_: null, out: PbfWriter) => void {
  const tags = nodes.flatMap((node) => [
    ...Object.entries(node.tags ?? {}).flatMap(([key, value]) => [
      strings.numberOf(key),
      strings.numberOf(value),
    ]),
    0,
  ]);
  return (_, out) => {
    out.writePackedSVarint(1, steps(nodes.map(({ id }) => id)));
    out.writePackedSVarint(8, steps(nodes.map(({ lat }) => units(lat))));
    out.writePackedSVarint(9, steps(nodes.map(({ lon }) => units(lon))));
    if (tags.some((each) => each !== 0)) out.writePackedVarint(10, tags);
  };
}

function blockOf(write: (strings: Strings, group: PbfWriter) => void): Uint8Array {
  const strings = new Strings();
  const group = new PbfWriter();
  write(strings, group);
  const content = group.finish().slice();
  const block = new PbfWriter();
  block.writeMessage(
    1,
    (list: readonly string[], out) => {
      for (const text of list) out.writeBytesField(1, Buffer.from(text));
    },
    strings.list,
  );
  block.writeBytesField(2, content);
  return block.finish().slice();
}

/** The bytes of a file. */
export function osmFile(map: MadeMap, making: Making = {}): Uint8Array {
  const { nodes = [], ways = [], relations = [] } = map;
  const header = new PbfWriter();
  for (const feature of making.features ?? ['OsmSchema-V0.6', 'DenseNodes'])
    header.writeStringField(4, feature);
  // 1 March 2026, midnight.
  header.writeVarintField(32, 1_772_323_200);
  const blocks: Uint8Array[] = [];
  if (nodes.length > 0)
    blocks.push(
      blockOf((strings, group) => {
        if (making.dense !== false) {
          group.writeMessage(2, denseNodes(nodes, strings), null);
          return;
        }
        for (const node of nodes)
          group.writeMessage(
            1,
            (_, out) => {
              out.writeSVarintField(1, node.id);
              keysAndValues(strings, node.tags ?? {}, out);
              out.writeSVarintField(8, units(node.lat));
              out.writeSVarintField(9, units(node.lon));
            },
            null,
          );
      }),
    );
  if (ways.length > 0)
    blocks.push(
      blockOf((strings, group) => {
        for (const way of ways)
          group.writeMessage(
            3,
            (_, out) => {
              out.writeVarintField(1, way.id);
              keysAndValues(strings, way.tags, out);
              out.writePackedSVarint(8, steps(way.nodes));
            },
            null,
          );
      }),
    );
  if (relations.length > 0)
    blocks.push(
      blockOf((strings, group) => {
        for (const relation of relations)
          group.writeMessage(
            4,
            (_, out) => {
              const { members } = relation;
              out.writeVarintField(1, relation.id);
              keysAndValues(strings, relation.tags, out);
              out.writePackedVarint(
                8,
                members.map(({ role }) => strings.numberOf(role)),
              );
              out.writePackedSVarint(9, steps(members.map(({ id }) => id)));
              out.writePackedVarint(
                10,
                members.map(({ type }) => ['node', 'way', 'relation'].indexOf(type)),
              );
            },
            null,
          );
      }),
    );
  return Buffer.concat([
    frame('OSMHeader', header.finish().slice(), making.packing),
    ...blocks.map((block) => frame('OSMData', block, making.packing)),
  ]);
}
