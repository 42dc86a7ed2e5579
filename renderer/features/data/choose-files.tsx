import { FilePlus, FolderOpen } from 'lucide-react';
import { useRef } from 'react';
import type { ImportKind } from '../../../shared/model/import.ts';
import { go, hrefOf } from '../../state/place.ts';
import { Button } from '../../ui/button.tsx';
import { beginImport } from './import-state.ts';
import { fromChooser } from './read-files.ts';

const ACCEPT = '.csv,.txt,.tsv,.xlsx,.zip,.json,.geojson';

function take(input: HTMLInputElement, kind: ImportKind | null): void {
  if (input.files === null || input.files.length === 0) return;
  const files = fromChooser(input.files);
  input.value = '';
  void beginImport(files, kind);
  go(hrefOf('data', ['import']));
}

/** Buttons that choose files, or a whole folder, for an import. */
export function ChooseFiles(props: {
  /** null lets Kerbside tell the kind from the headings. */
  readonly kind?: ImportKind | null;
  readonly variant?: 'primary' | 'secondary';
  readonly withFolder?: boolean;
}) {
  const files = useRef<HTMLInputElement | null>(null);
  const folder = useRef<HTMLInputElement | null>(null);
  const kind = props.kind ?? null;
  return (
    <span className="data-choose">
      <input
        ref={files}
        type="file"
        multiple
        hidden
        accept={ACCEPT}
        aria-label="Files to import"
        onChange={(event) => {
          take(event.currentTarget, kind);
        }}
      />
      <Button
        variant={props.variant ?? 'secondary'}
        icon={FilePlus}
        onPress={() => files.current?.click()}
      >
        Choose files
      </Button>
      {props.withFolder === false ? null : (
        <>
          <input
            ref={(element) => {
              folder.current = element;
              element?.setAttribute('webkitdirectory', '');
            }}
            type="file"
            multiple
            hidden
            aria-label="Folder to import"
            onChange={(event) => {
              take(event.currentTarget, kind);
            }}
          />
          <Button icon={FolderOpen} onPress={() => folder.current?.click()}>
            Choose a folder
          </Button>
        </>
      )}
    </span>
  );
}
