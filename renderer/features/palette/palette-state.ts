import { create } from 'zustand';

/** Whether the palette is open. */
export const usePalette = create<{ readonly open: boolean }>(() => ({ open: false }));

/** Opens search and commands. */
export function openPalette(): void {
  usePalette.setState({ open: true });
}

/** Closes it. */
export function closePalette(): void {
  usePalette.setState({ open: false });
}
