import { FlaskConical, Monitor, Moon, Search, Sun, WifiOff } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { Button } from 'react-aria-components';
import type { AppInfo, StoreInfo } from '../../shared/api/views/app.ts';
import { openPalette } from '../features/palette/palette-state.ts';
import { StoreMenu } from '../features/welcome/store-menu.tsx';
import { setTheme, useTheme, type ThemeChoice } from '../state/theme.ts';
import { IconButton } from '../ui/button.tsx';
import { Badge } from '../ui/mark.tsx';
import { OfficerButton } from './officer-button.tsx';

function watchNetwork(listener: () => void): () => void {
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
}

/** Search and commands, the year, the store, and what must be known of them. */
export function Bar(props: { readonly info: AppInfo; readonly store: StoreInfo }) {
  const online = useSyncExternalStore(watchNetwork, () => navigator.onLine);
  return (
    <header className="app-bar">
      <span className="app-name">Kerbside</span>
      <Button className="app-search" onPress={openPalette} aria-keyshortcuts="Control+K">
        <Search size={16} aria-hidden="true" />
        <span>Search or command</span>
        <kbd>Ctrl K</kbd>
      </Button>
      <span className="app-bar-space" />
      {props.store.demo ? (
        <Badge tone="info" icon={FlaskConical}>
          Invented data
        </Badge>
      ) : null}
      {online ? null : <Badge icon={WifiOff}>Offline</Badge>}
      <span className="app-year" title="The academic year that is planned">
        {props.store.year}
      </span>
      <OfficerButton />
      <StoreMenu info={props.info} store={props.store} />
      <ThemeButton />
    </header>
  );
}

const NEXT: Readonly<Record<ThemeChoice, ThemeChoice>> = {
  system: 'light',
  light: 'dark',
  dark: 'system',
};
const THEME_ICONS = { system: Monitor, light: Sun, dark: Moon } as const;
const THEME_LABELS: Readonly<Record<ThemeChoice, string>> = {
  system: 'Colours follow this machine. Change to light',
  light: 'Light colours. Change to dark',
  dark: 'Dark colours. Change to follow this machine',
};

function ThemeButton() {
  const choice = useTheme((theme) => theme.choice);
  return (
    <IconButton
      label={THEME_LABELS[choice]}
      icon={THEME_ICONS[choice]}
      onPress={() => {
        setTheme(NEXT[choice]);
      }}
    />
  );
}
