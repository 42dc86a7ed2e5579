import { FileDown } from 'lucide-react';
import { useEffect, useState } from 'react';
import { go, hrefOf } from '../../state/place.ts';
import { beginImport } from './import-state.ts';
import { giveMapFile, mapFileAmong } from './map-taking.ts';
import { fromDrop } from './read-files.ts';
import './drop-import.css';

function hasFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') === true;
}

/** Files and folders dropped anywhere on the window go to the import; maps and extracts to the map's own part. */
export function DropImport() {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const onOver = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const onLeave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false);
    };
    const onDrop = (event: DragEvent): void => {
      setOver(false);
      if (!hasFiles(event) || event.dataTransfer === null) return;
      event.preventDefault();
      // Asked for at once: the items of a drop die with its event.
      const dropped = fromDrop(event.dataTransfer);
      const ofMap = mapFileAmong(event.dataTransfer.files);
      if (ofMap !== null) {
        giveMapFile(ofMap);
        go(hrefOf('data', ['map']));
        return;
      }
      void dropped.then((files) => beginImport(files));
      go(hrefOf('data', ['import']));
    };
    window.addEventListener('dragover', onOver);
    window.addEventListener('dragleave', onLeave);
    window.addEventListener('drop', onDrop);
    return () => {
      window.removeEventListener('dragover', onOver);
      window.removeEventListener('dragleave', onLeave);
      window.removeEventListener('drop', onDrop);
    };
  }, []);
  if (!over) return null;
  return (
    <div className="drop-over">
      <div>
        <FileDown size={32} strokeWidth={1.5} aria-hidden="true" />
        <strong>Drop to import</strong>
        <span>Kerbside shows what it understood before anything is taken in.</span>
      </div>
    </div>
  );
}
