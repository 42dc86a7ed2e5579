import { ArrowDownToDot, CalendarCheck, GitCompare, PenLine } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { TifPage } from '../../../shared/api/views/tif.ts';
import { isAsked, type FormCheck } from '../../../shared/casework/tif/check-form.ts';
import { TIF_FORM, questionOf } from '../../../shared/casework/tif/form.ts';
import { useCommands, type Command } from '../../state/commands.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice, Spinner } from '../../ui/states.tsx';
import { CompareDialog } from './compare-dialog.tsx';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { FormSide } from './form-side.tsx';
import { moveMissing } from './move-focus.ts';
import { QuestionRow } from './question-row.tsx';
import { SectionList } from './section-list.tsx';
import { SignDialog } from './sign-dialog.tsx';
import { useTifForm, type TifForm } from './use-tif-form.ts';
import './tif.css';

type Dialog = 'sign' | 'confirm' | 'compare' | null;

/** One client's Transport Information Form: typed through from the first answer to the signature. */
export function TifScreen(props: { readonly clientId: number }) {
  const form = useTifForm(props.clientId);
  const { page, check, failure } = form;
  return (
    <div className="tif">
      {failure === null ? null : (
        <FailureNotice
          failure={failure}
          onRetry={() => {
            form.reload();
            void form.settled();
          }}
        />
      )}
      {page === null || check === null ? (
        failure === null ? (
          <Spinner label="Reading the form" />
        ) : null
      ) : (
        <Form form={form} page={page} check={check} />
      )}
    </div>
  );
}

const STATE_WORDS = {
  kept: 'Every answer is kept',
  keeping: 'Keeping…',
  lost_touch: 'Not kept yet: Kerbside did not answer',
} as const;

function Form(props: {
  readonly form: TifForm;
  readonly page: TifPage;
  readonly check: FormCheck;
}) {
  const { form, page, check } = props;
  const [dialog, setDialog] = useState<Dialog>(null);
  const close = (): void => {
    setDialog(null);
  };
  const commands = useFormCommands(form, page, setDialog);
  useCommands('tif', commands);
  useFormKeys(commands);
  const begun = useRef(false);
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    moveMissing(1);
  });
  return (
    <>
      <header className="tif-head">
        <h2>Transport Information Form</h2>
        <output className="soft tif-kept">{STATE_WORDS[form.state]}</output>
        <span className="tif-space" />
        {commands.map((command) => {
          const enabled = command.isEnabled();
          return (
            <Button
              key={command.id}
              icon={ICONS[command.id] ?? PenLine}
              variant={command.id === 'tif-sign' ? 'primary' : 'secondary'}
              {...(command.shortcut === undefined ? {} : { shortcut: command.shortcut })}
              disabledReason={enabled === true ? null : enabled}
              onPress={command.run}
            >
              {command.label}
            </Button>
          );
        })}
      </header>
      <div className="tif-columns">
        <SectionList check={check} />
        <Questions form={form} page={page} check={check} />
        <FormSide page={page} check={check} />
      </div>
      <HintLine page={page} />
      {dialog === 'sign' ? (
        <SignDialog page={page} check={check} onSigned={form.take} onClose={close} />
      ) : null}
      {dialog === 'confirm' ? (
        <ConfirmDialog page={page} onConfirmed={form.take} onClose={close} />
      ) : null}
      {dialog === 'compare' ? <CompareDialog page={page} onClose={close} /> : null}
    </>
  );
}

const ICONS: Readonly<Record<string, typeof PenLine>> = {
  'tif-next': ArrowDownToDot,
  'tif-compare': GitCompare,
  'tif-confirm': CalendarCheck,
  'tif-sign': PenLine,
};

function Questions(props: {
  readonly form: TifForm;
  readonly page: TifPage;
  readonly check: FormCheck;
}) {
  const { form, page, check } = props;
  const gaps = useMemo(
    () => new Map(check.sections.flatMap((section) => section.gaps).map((gap) => [gap.key, gap])),
    [check],
  );
  return (
    <div className="tif-form">
      {TIF_FORM.map((section) => {
        const asked = section.questions.filter((question) => isAsked(question, form.answers));
        return (
          <section key={section.key} id={`tif-section-${section.key}`} aria-label={section.label}>
            <h2>{section.label}</h2>
            {asked.length === 0 ? (
              <p className="soft tif-nothing">Nothing is asked, by the answers given elsewhere.</p>
            ) : null}
            {asked.map((question) =>
              page.hidden[question.key] === undefined ? (
                <QuestionRow
                  key={question.key}
                  question={question}
                  value={form.answers[question.key] ?? ''}
                  typed={form.typing[question.key] ?? null}
                  gap={gaps.get(question.key) ?? null}
                  record={page.record[question.key] ?? ''}
                  clash={form.clashes[question.key] ?? null}
                  onType={form.type}
                  onKeep={form.keep}
                  onClash={form.settleClash}
                />
              ) : (
                <HiddenRow
                  key={question.key}
                  label={question.label}
                  isThere={page.hidden[question.key] === true}
                />
              ),
            )}
          </section>
        );
      })}
    </div>
  );
}

/** An answer that says where a protected child lives: looked at and changed on the case alone. */
function HiddenRow(props: { readonly label: string; readonly isThere: boolean }) {
  return (
    <div className="tif-row">
      <div className="tif-label">{props.label}</div>
      <p className="tif-label soft">
        Protected address: {props.isThere ? 'kept, not shown here' : 'nothing is kept'}. It is
        changed on the case.
      </p>
    </div>
  );
}

function useFormCommands(
  form: TifForm,
  page: TifPage,
  open: (dialog: Dialog) => void,
): readonly Command[] {
  const { check, settled } = form;
  return useMemo(() => {
    const missing = check?.sections.some((section) => section.gaps.length > 0) ?? false;
    const versions = page.versions.length + (page.draft === null ? 0 : 1);
    const unsigned = page.draft !== null || page.signed === 'none';
    return [
      {
        id: 'tif-next',
        label: 'Next missing',
        shortcut: 'F8',
        isEnabled: () => missing || 'No answer is missing.',
        run: () => {
          moveMissing(1);
        },
      },
      {
        id: 'tif-compare',
        label: 'Compare versions',
        isEnabled: () => versions > 1 || 'There is only one version so far.',
        run: () => {
          open('compare');
        },
      },
      {
        id: 'tif-confirm',
        label: `Confirm for ${page.year}`,
        isEnabled: () => whyNotConfirm(page),
        run: () => {
          open('confirm');
        },
      },
      {
        id: 'tif-sign',
        label: 'Sign',
        shortcut: 'Ctrl Enter',
        isEnabled: () => unsigned || 'No answer differs from the signed version.',
        run: () => {
          // What stands in a field is kept first: a signature is put under what was kept.
          const ready = async (): Promise<void> => {
            await settled();
            open('sign');
          };
          void ready();
        },
      },
    ];
  }, [check, settled, page, open]);
}

function whyNotConfirm(page: TifPage): true | string {
  if (page.signed === 'none') return 'No version is signed yet.';
  if (page.signed === 'incomplete') return 'The signed version is not complete.';
  if (page.stands) return `The form stands for ${page.year} already.`;
  return page.draft === null || 'Changed answers wait for a signature.';
}

function useFormKeys(commands: readonly Command[]): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (document.querySelector('[role="dialog"]') !== null) return;
      if (event.key === 'F8') {
        event.preventDefault();
        moveMissing(event.shiftKey ? -1 : 1);
      } else if (event.key === 'Enter' && event.ctrlKey) {
        event.preventDefault();
        const sign = commands.find(({ id }) => id === 'tif-sign');
        if (sign?.isEnabled() === true) sign.run();
      }
    };
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('keydown', onKey);
    };
  }, [commands]);
}

const WHO = { family: 'the family', office: 'the office', clinician: 'a clinician' } as const;

/** About the question that has the focus: who answers it, what planning does with it, who answered it last. */
function HintLine(props: { readonly page: TifPage }) {
  const [key, setKey] = useState('');
  useEffect(() => {
    const onFocus = (event: FocusEvent): void => {
      const row = event.target instanceof Element ? event.target.closest('[data-question]') : null;
      setKey(row?.getAttribute('data-question') ?? '');
    };
    document.addEventListener('focusin', onFocus);
    return () => {
      document.removeEventListener('focusin', onFocus);
    };
  }, []);
  const question = questionOf(key);
  const given = props.page.draft?.given[key];
  return (
    <footer className="tif-hint">
      <span className="soft">
        {question === null
          ? 'A letter or the arrows pick an answer; dates and times are typed.'
          : [
              `Asked of ${WHO[question.who]}`,
              question.planner === '' ? '' : `planning: ${question.planner}`,
              question.hint,
              given === undefined ? '' : `answered by ${given.who}`,
            ]
              .filter((part) => part !== '')
              .join(' · ')}
      </span>
      <span className="tif-space" />
      <span className="soft">
        <kbd>Enter</kbd> next <kbd>F8</kbd> next missing <kbd>Ctrl Enter</kbd> sign
      </span>
    </footer>
  );
}
