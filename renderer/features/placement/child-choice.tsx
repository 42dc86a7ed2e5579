import { useState } from 'react';
import { useChannel } from '../../state/channel.ts';
import { Combo } from '../../ui/combo.tsx';

/** A child found by name or reference. */
export function ChildChoice(props: { readonly onChoose: (client_id: number) => void }) {
  const [text, setText] = useState('');
  const asked = text.trim().length < 2 ? null : { text, limit: 20 };
  const { data } = useChannel('search/all', asked);
  const children = (data ?? []).filter(({ kind }) => kind === 'client');
  return (
    <Combo
      label="Child"
      text={text}
      placeholder="Name or reference"
      options={children.map(({ id, title, detail }) => ({
        id: Number(id),
        label: title,
        detail,
      }))}
      onText={setText}
      onChoose={props.onChoose}
    />
  );
}
