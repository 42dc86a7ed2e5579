/** A word on the map with a halo, so that it can be read over anything. */
import type { Box } from '../label-placer.ts';
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
