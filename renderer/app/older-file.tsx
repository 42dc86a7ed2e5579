import { useState } from 'react';
import type { StoreInfo } from '../../shared/api/views/app.ts';
import { formatMoment } from '../features/data/words.ts';
import { go, hrefOf } from '../state/place.ts';
import { Button } from '../ui/button.tsx';
import { NoticeBar } from '../ui/states.tsx';

/** Says that the file at this path lacks work that was seen in it before: an older copy was put over it. */
export function OlderFile(props: { readonly store: StoreInfo }) {
  const { missing_since, path } = props.store;
  const [read, setRead] = useState('');
  if (missing_since === null || read === path) return null;
  return (
    <div className="app-older">
      <NoticeBar
        tone="warning"
        title="This file is older than the one last used here"
        action={
          <>
            <Button
              size="small"
              onPress={() => {
                go(hrefOf('data', ['backups']));
              }}
            >
              Back-ups
            </Button>
            <Button
              size="small"
              onPress={() => {
                setRead(path);
              }}
            >
              Go on with this file
            </Button>
          </>
        }
      >
        The change made {formatMoment(missing_since)} is not in it, nor may be others. Close
        Kerbside and look for the newer copy, or restore a back-up, before working on.
      </NoticeBar>
    </div>
  );
}
