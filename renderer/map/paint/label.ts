/** A word on the map with a halo, so that it can be read over anything. */
import type { Box, LabelPlacer } from '../label-placer.ts';
import type { View } from '../view.ts';

export interface LabelWish {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** Pixels. */
  readonly size: number;
  readonly weight: 400 | 600;
  readonly anchor: 'middle' | 'left';
  /** Letter spacing, pixels. */
  readonly spacing: number;
  readonly colour: string;
  readonly halo: string;
}

export interface Label extends LabelWish {
  readonly box: Box;
}

function setFont(view: View, wish: LabelWish): void {
  view.ctx.font = `${wish.weight} ${wish.size}px ${view.theme.font}`;
  view.ctx.letterSpacing = `${wish.spacing}px`;
  view.ctx.textAlign = wish.anchor === 'middle' ? 'center' : 'left';
  view.ctx.textBaseline = 'middle';
}

/** The label with the box it needs, three pixels of air around it. */
export function measureLabel(view: View, wish: LabelWish): Label {
  setFont(view, wish);
  const width = view.ctx.measureText(wish.text).width;
  const x = wish.anchor === 'middle' ? wish.x - width / 2 : wish.x;
  view.ctx.letterSpacing = '0px';
  return {
    ...wish,
    box: {
      x: x - 3,
      y: wish.y - wish.size * 0.65 - 2,
      width: width + 6,
      height: wish.size * 1.3 + 4,
    },
  };
}

/** Draws halo and word. */
export function drawLabel(view: View, label: Label): void {
  const { ctx } = view;
  setFont(view, label);
  ctx.lineJoin = 'round';
  ctx.lineWidth = 3;
  ctx.strokeStyle = label.halo;
  ctx.strokeText(label.text, label.x, label.y);
  ctx.fillStyle = label.colour;
  ctx.fillText(label.text, label.x, label.y);
  ctx.letterSpacing = '0px';
}

/** Places the label at the first of several offsets where it lies within sight and on no other; null where none will do. */
export function placeLabel(
  view: View,
  placer: LabelPlacer,
  wish: LabelWish,
  offsets: readonly Offset[],
): Label | null {
  const width = measureLabel(view, wish).box.width - 6;
  for (const { dx, dy, end } of offsets) {
    const x = wish.x + dx - (end === true ? width : 0);
    const label = measureLabel(view, { ...wish, x, y: wish.y + dy });
    if (isInSight(view, label.box) && placer.place(label.box)) return label;
  }
  return null;
}

/** Pixels from the thing named; `end`: the word ends there. */
export interface Offset {
  readonly dx: number;
  readonly dy: number;
  readonly end?: boolean;
}

function isInSight(view: View, box: Box): boolean {
  return (
    box.x >= view.margin.x &&
    box.y >= view.margin.y &&
    box.x + box.width <= view.width - view.margin.x &&
    box.y + box.height <= view.height - view.margin.y
  );
}
