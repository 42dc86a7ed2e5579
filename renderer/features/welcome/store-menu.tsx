import {
  DatabaseBackup,
  FlaskConical,
  FolderOpen,
  LockKeyhole,
  LockKeyholeOpen,
  Plus,
} from 'lucide-react';
import { useMemo, useState } from 'react';
import type { AppInfo, StoreInfo } from '../../../shared/api/views/app.ts';
import { formatDateOrDash } from '../../../shared/format/date.ts';
import { useCommands, type Command } from '../../state/commands.ts';
import { MenuButton } from '../../ui/menu.tsx';
import { CreateDialog } from './create-dialog.tsx';
import { OpenDialog } from './open-dialog.tsx';
import { backUpNow, openDemo } from './store-actions.ts';
import './welcome.css';

type Asked = { readonly kind: 'create' } | { readonly kind: 'open'; readonly path: string };

/** The store's name, and what can be done with stores. */
export function StoreMenu(props: { readonly info: AppInfo; readonly store: StoreInfo }) {
  const { store, info } = props;
  const [asked, setAsked] = useState<Asked | null>(null);
  const close = (): void => {
    setAsked(null);
  };
  useCommands(
    'store',
    useMemo(
      (): readonly Command[] => [
        {
          id: 'store-open',
          label: 'Open another store',
          keywords: 'file county switch change',
          isEnabled: () => true,
          run: () => {
            setAsked({ kind: 'open', path: '' });
          },
        },
        {
          id: 'store-create',
          label: 'Make a store for your county',
          keywords: 'new create file',
          isEnabled: () => true,
          run: () => {
            setAsked({ kind: 'create' });
          },
        },
        {
          id: 'store-demo',
          label: 'Open the demonstration county',
          keywords: 'demo example invented sample',
          isEnabled: () => !store.demo || 'It is open.',
          run: () => void openDemo(() => undefined),
        },
      ],
      [store.demo],
    ),
  );
  return (
    <>
      <MenuButton
        variant="quiet"
        label={store.county}
        icon={store.encrypted ? LockKeyhole : LockKeyholeOpen}
        aria-label={`Store: ${store.county}, ${store.encrypted ? 'encrypted' : 'not encrypted'}`}
        lines={[
          {
            id: 'backup',
            label: 'Back up now',
            detail: `Last back-up: ${formatDateOrDash(store.last_backup)}`,
            icon: DatabaseBackup,
            run: () => void backUpNow(),
          },
          ...info.recent
            .filter((recent) => recent.path !== store.path)
            .slice(0, 5)
            .map((recent) => ({
              id: `open ${recent.path}`,
              label: `Open ${recent.name}`,
              detail: recent.path,
              icon: recent.encrypted ? LockKeyhole : LockKeyholeOpen,
              run: () => {
                setAsked({ kind: 'open', path: recent.path });
              },
            })),
          {
            id: 'open',
            label: 'Open another store',
            icon: FolderOpen,
            run: () => {
              setAsked({ kind: 'open', path: '' });
            },
          },
          {
            id: 'create',
            label: 'Make a store for your county',
            icon: Plus,
            run: () => {
              setAsked({ kind: 'create' });
            },
          },
          ...(store.demo
            ? []
            : [
                {
                  id: 'demo',
                  label: 'Open the demonstration county',
                  icon: FlaskConical,
                  run: () => void openDemo(() => undefined),
                },
              ]),
        ]}
      />
      {asked?.kind === 'open' ? (
        <OpenDialog isOpen recent={info.recent} path={asked.path} onClose={close} />
      ) : null}
      {asked?.kind === 'create' ? <CreateDialog isOpen onClose={close} /> : null}
    </>
  );
}
