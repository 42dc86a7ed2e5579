import { useEffect } from 'react';
import { create } from 'zustand';

/** One thing a person can do, for button, palette and shortcut alike. */
export interface Command {
  readonly id: string;
  /** With its verb: `Plan the county`. */
  readonly label: string;
  /** Other words that people look for it by: `dark night colours`. */
  readonly keywords?: string;
  /** As shown: `Ctrl 1`. Who binds the key is the frame, for the place commands, or the screen. */
  readonly shortcut?: string;
  /** true, or why not, as a sentence. */
  readonly isEnabled: () => true | string;
  readonly run: () => void;
}

interface Commands {
  readonly groups: Readonly<Record<string, readonly Command[]>>;
}

/** The commands of the frame and of the screen shown, by who offers them. */
export const useCommandList = create<Commands>(() => ({ groups: {} }));

/** Offers commands in the palette for as long as the calling component is shown. Keep the list stable (useMemo). */
export function useCommands(group: string, commands: readonly Command[]): void {
  useEffect(() => {
    useCommandList.setState((state) => ({ groups: { ...state.groups, [group]: commands } }));
    return () => {
      useCommandList.setState((state) => ({
        groups: Object.fromEntries(Object.entries(state.groups).filter(([name]) => name !== group)),
      }));
    };
  }, [group, commands]);
}
