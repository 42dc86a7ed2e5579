/** The figures' colours on the screen, from the tokens; orange for a rise and blue for a fall, told apart in every common sight. */
import { useMemo } from 'react';
import type { FigureColours } from '../../../shared/figures/colours.ts';
import { useTheme } from '../../state/theme.ts';

const CHANGES = {
  light: { rise: '#b35900', fall: '#0060a0', before: '#8aa9ab' },
  dark: { rise: '#f0a44b', fall: '#7db8f5', before: '#4c7471' },
} as const;

/** Reads the tokens as they are now, again whenever the theme changes. */
export function useFigureColours(): FigureColours {
  const shown = useTheme((theme) => theme.shown);
  return useMemo(() => {
    const style = getComputedStyle(document.documentElement);
    const token = (name: string): string => style.getPropertyValue(name).trim();
    return {
      ink: token('--ink'),
      ink_soft: token('--ink-soft'),
      line: token('--line'),
      surface: token('--raised'),
      accent: token('--accent'),
      danger: token('--danger'),
      band: token('--accent-soft'),
      font: token('--font'),
      ...CHANGES[shown],
    };
  }, [shown]);
}
