import { useSyncExternalStore } from 'react';
import { HANDED, type Handed } from '../../../shared/model/paper.ts';
import { Select } from '../../ui/select.tsx';

const OPTIONS: Readonly<Record<Handed, string>> = {
  email: 'By secure email',
  portal: 'By the portal',
  post: 'By post',
  by_hand: 'By hand',
};

let chosen: Handed = 'email';
const hearers = new Set<() => void>();

function choose(how: Handed): void {
  chosen = how;
  for (const hear of hearers) hear();
}

function listen(hear: () => void): () => void {
  hearers.add(hear);
  return () => hearers.delete(hear);
}

/** How papers are handed over now: the same on every screen until it is changed, since a team does it one way. */
export function useHow(): Handed {
  return useSyncExternalStore(listen, () => chosen);
}

/** The choice itself; among other fields it has its label. Kerbside sends nothing: it records how a person does. */
export function HowField({ isLabelled = false }: { readonly isLabelled?: boolean }) {
  const how = useHow();
  return (
    <Select
      label="Handed over"
      hideLabel={!isLabelled}
      value={how}
      options={HANDED.map((id) => ({ id, label: OPTIONS[id] }))}
      onChange={choose}
    />
  );
}
