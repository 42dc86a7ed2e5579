import { PLAN_SEED, startPlan } from '../features/map/plan-actions.ts';
import { backUpNow } from '../features/welcome/store-actions.ts';
import type { Command } from '../state/commands.ts';
import { go, hrefOf } from '../state/place.ts';
import { setDense, setTheme, useTheme } from '../state/theme.ts';
import { openAbout } from './about-dialog.tsx';
import { PLACE_LIST } from './places.ts';

const always = (): true => true;

/** What can be done from anywhere. */
export function frameCommands(): readonly Command[] {
  return [
    ...PLACE_LIST.map(({ name, label }, index) => ({
      id: `go-${name}`,
      label: `Go to ${label}`,
      shortcut: `Ctrl ${index + 1}`,
      isEnabled: always,
      run: () => {
        go(hrefOf(name));
      },
    })),
    {
      id: 'plan-county',
      label: 'Plan the county',
      isEnabled: always,
      run: () => void startPlan(null, PLAN_SEED),
    },
    {
      id: 'import',
      label: 'Import files',
      isEnabled: always,
      run: () => {
        go(hrefOf('data', ['import']));
      },
    },
    { id: 'back-up', label: 'Back up now', isEnabled: always, run: () => void backUpNow() },
    {
      id: 'theme-light',
      label: 'Use light colours',
      isEnabled: () => useTheme.getState().choice !== 'light' || 'Light colours are in use.',
      run: () => {
        setTheme('light');
      },
    },
    {
      id: 'theme-dark',
      label: 'Use dark colours',
      isEnabled: () => useTheme.getState().choice !== 'dark' || 'Dark colours are in use.',
      run: () => {
        setTheme('dark');
      },
    },
    {
      id: 'dense',
      label: 'Make rows lower or higher',
      isEnabled: always,
      run: () => {
        setDense(!useTheme.getState().dense);
      },
    },
    { id: 'about', label: 'About Kerbside', isEnabled: always, run: openAbout },
  ];
}
