import { create } from 'zustand';

export type ThemeChoice = 'system' | 'light' | 'dark';

const KEY = 'kerbside-theme';
const DENSE_KEY = 'kerbside-dense';
const darkWanted = window.matchMedia('(prefers-color-scheme: dark)');

function stored(): ThemeChoice {
  const value = window.localStorage.getItem(KEY);
  return value === 'light' || value === 'dark' ? value : 'system';
}

interface Theme {
  readonly choice: ThemeChoice;
  /** What is shown: the choice, or what the machine prefers. */
  readonly shown: 'light' | 'dark';
  /** Rows of 28 px in place of 32. */
  readonly dense: boolean;
}

function shownFor(choice: ThemeChoice): 'light' | 'dark' {
  if (choice !== 'system') return choice;
  return darkWanted.matches ? 'dark' : 'light';
}

/** Light or dark, and how dense: a matter of this machine, so it is kept here and not in the store. */
export const useTheme = create<Theme>(() => ({
  choice: stored(),
  shown: shownFor(stored()),
  dense: window.localStorage.getItem(DENSE_KEY) === 'true',
}));

function show(): void {
  const { shown, dense } = useTheme.getState();
  document.documentElement.dataset['theme'] = shown;
  document.documentElement.dataset['dense'] = String(dense);
}

/** Chooses light, dark, or what the machine prefers. */
export function setTheme(choice: ThemeChoice): void {
  window.localStorage.setItem(KEY, choice);
  useTheme.setState({ choice, shown: shownFor(choice) });
}

/** Chooses rows of 28 px (dense) or 32 px. */
export function setDense(dense: boolean): void {
  window.localStorage.setItem(DENSE_KEY, String(dense));
  useTheme.setState({ dense });
}

/** Keeps the document's theme in step with the choice and the machine. Called once. */
export function followTheme(): void {
  useTheme.subscribe(show);
  darkWanted.addEventListener('change', () => {
    useTheme.setState({ shown: shownFor(useTheme.getState().choice) });
  });
  show();
}
