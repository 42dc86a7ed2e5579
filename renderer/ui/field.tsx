import type { LucideIcon } from 'lucide-react';
import type { ReactNode, Ref } from 'react';
import {
  Checkbox as AriaCheckbox,
  Input,
  Label,
  Text,
  TextArea,
  TextField as AriaTextField,
} from 'react-aria-components';
import { Check, Minus } from 'lucide-react';
import { classNames } from './class-names.ts';
import './field.css';

/** One line of text, or several with `lines`. The label is always read out, and shown unless `hideLabel`. */
export function TextField(props: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hideLabel?: boolean;
  readonly description?: ReactNode;
  /** What is wrong, as a sentence. */
  readonly error?: string | null | undefined;
  readonly type?: 'text' | 'password' | 'date' | 'search' | 'email';
  readonly inputMode?: 'text' | 'numeric' | 'decimal';
  readonly placeholder?: string;
  readonly lines?: number;
  readonly icon?: LucideIcon;
  readonly isRequired?: boolean;
  readonly isReadOnly?: boolean;
  readonly takesFocus?: boolean;
  readonly autoComplete?: string;
  readonly inputRef?: Ref<HTMLInputElement>;
  readonly onKeyDown?: (event: React.KeyboardEvent) => void;
}) {
  const Icon = props.icon;
  const wrong = typeof props.error === 'string';
  return (
    <AriaTextField
      className={classNames('k-field', Icon !== undefined && 'k-field-with-icon')}
      value={props.value}
      onChange={props.onChange}
      isInvalid={wrong}
      isRequired={props.isRequired ?? false}
      isReadOnly={props.isReadOnly ?? false}
      {...(props.takesFocus === true ? { autoFocus: true } : {})}
      type={props.type ?? 'text'}
      autoComplete={props.autoComplete ?? 'off'}
      validationBehavior="aria"
      {...(props.hideLabel === true ? { 'aria-label': props.label } : {})}
      {...(props.inputMode === undefined ? {} : { inputMode: props.inputMode })}
      {...(props.onKeyDown === undefined ? {} : { onKeyDown: props.onKeyDown })}
    >
      {props.hideLabel === true ? null : <Label className="k-label">{props.label}</Label>}
      <span className="k-input-box">
        {Icon === undefined ? null : <Icon className="k-field-icon" size={16} aria-hidden="true" />}
        {props.lines === undefined ? (
          <Input
            className="k-input"
            placeholder={props.placeholder ?? ''}
            spellCheck={false}
            {...(props.inputRef === undefined ? {} : { ref: props.inputRef })}
          />
        ) : (
          <TextArea
            className="k-input k-textarea"
            rows={props.lines}
            placeholder={props.placeholder ?? ''}
          />
        )}
      </span>
      {props.description === undefined ? null : (
        <Text slot="description" className="k-description">
          {props.description}
        </Text>
      )}
      {wrong ? (
        <Text slot="errorMessage" className="k-error">
          {props.error}
        </Text>
      ) : null}
    </AriaTextField>
  );
}

/** A yes or no with its words beside it. */
export function Checkbox(props: {
  readonly isSelected: boolean;
  readonly onChange: (selected: boolean) => void;
  readonly isIndeterminate?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <AriaCheckbox
      className="k-checkbox"
      isSelected={props.isSelected}
      isIndeterminate={props.isIndeterminate ?? false}
      onChange={props.onChange}
    >
      {({ isSelected, isIndeterminate }) => (
        <>
          <span className="k-checkbox-box" aria-hidden="true">
            {isIndeterminate ? <Minus size={12} strokeWidth={3} /> : null}
            {isSelected && !isIndeterminate ? <Check size={12} strokeWidth={3} /> : null}
          </span>
          <span>{props.children}</span>
        </>
      )}
    </AriaCheckbox>
  );
}
