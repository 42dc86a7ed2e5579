import { useMemo } from 'react';
import { useChannel } from '../../state/channel.ts';
import { Combo } from '../../ui/combo.tsx';

/** Providers shown of those that fit what is typed. */
const MOST = 12;

/** A provider by its name, found by typing; one that nobody knows yet may be typed too. */
export function ProviderField(props: {
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const { value, onChange } = props;
  const choices = useChannel('register/choices', {});
  const options = useMemo(() => {
    const sought = value.trim().toLowerCase();
    return (choices.data?.providers ?? [])
      .map((label, id) => ({ id, label }))
      .filter(({ label }) => label.toLowerCase().includes(sought))
      .slice(0, MOST);
  }, [choices.data, value]);
  return (
    <Combo
      label="Provider"
      text={value}
      onText={onChange}
      options={options}
      onChoose={(id) => {
        const chosen = choices.data?.providers[id];
        if (chosen !== undefined) onChange(chosen);
      }}
    />
  );
}
