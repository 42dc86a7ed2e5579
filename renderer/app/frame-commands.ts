import { call } from '../bridge/bridge.ts';
import { backUpNow } from '../features/welcome/store-actions.ts';
import type { Command } from '../state/commands.ts';
import { takeJob } from '../state/jobs.ts';
import { notifyFailure } from '../state/notices.ts';
import { go, hrefOf } from '../state/place.ts';
import { setDense, setTheme, useTheme } from '../state/theme.ts';
import { PLACE_LIST } from './places.ts';

async function planCounty(): Promise<void> {
  const answer = await call('plan/start', { school_urn: null, seed: 1 });
  if (answer.ok) takeJob(answer.value);
  else notifyFailure(answer.error);
}

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
      run: () => void planCounty(),
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
  ];
}
