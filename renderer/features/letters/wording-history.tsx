import { useState } from 'react';
import { formatDate } from '../../../shared/format/date.ts';
import type { LetterTemplate } from '../../../shared/model/letter.ts';
import { Button } from '../../ui/button.tsx';
import { Badge } from '../../ui/mark.tsx';
import type { WordingVersion } from './wording-versions.ts';

/** Every wording that was or will be in force; each can be compared with the one above and taken up again. */
export function WordingHistory(props: {
  readonly versions: readonly WordingVersion[];
  readonly today: string;
  readonly template: LetterTemplate;
  readonly onUse: (wording: LetterTemplate, source: string) => void;
}) {
  const { versions, today, template } = props;
  const [open, setOpen] = useState<string | null>(null);
  const inForce = versions.findLast(({ from_on }) => from_on <= today);
  return (
    <section className="letters-versions" aria-labelledby="wording-versions">
      <h3 id="wording-versions">Wordings by date</h3>
      <ul>
        {versions.toReversed().map((version) => (
          <li key={version.from_on}>
            <div className="letters-version-head">
              <strong>From {formatDate(version.from_on)}</strong>
              {version === inForce ? <Badge tone="good">In force</Badge> : null}
              {version.from_on > today ? <Badge tone="info">To come</Badge> : null}
              <span className="soft">{version.source}</span>
              <Button
                size="small"
                variant="quiet"
                label={`${open === version.from_on ? 'Hide the comparison' : 'Compare'} with the wording from ${formatDate(version.from_on)}`}
                onPress={() => {
                  setOpen(open === version.from_on ? null : version.from_on);
                }}
              >
                {open === version.from_on ? 'Hide' : 'Compare'}
              </Button>
              <Button
                size="small"
                variant="quiet"
                label={`Take up the wording from ${formatDate(version.from_on)}`}
                onPress={() => {
                  props.onUse(version, '');
                }}
              >
                Take up
              </Button>
            </div>
            {open === version.from_on ? <Compared before={version} after={template} /> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Two wordings side by side: what stands in one only is marked with a word, not by colour alone. */
function Compared(props: { readonly before: LetterTemplate; readonly after: LetterTemplate }) {
  const before = linesOf(props.before);
  const after = linesOf(props.after);
  const side = (lines: readonly string[], others: readonly string[], mark: string) =>
    lines.map((line, at) => (
      // A paragraph may stand there twice.
      // oxlint-disable-next-line react/no-array-index-key
      <p key={at} className={others.includes(line) ? 'soft' : 'letters-changed'}>
        {others.includes(line) ? null : <em>{mark}: </em>}
        {line}
      </p>
    ));
  return (
    <div className="letters-compare">
      <div>
        <h4>As it was</h4>
        {side(before, after, 'Taken out')}
      </div>
      <div>
        <h4>As it is above</h4>
        {side(after, before, 'New')}
      </div>
    </div>
  );
}

function linesOf({ subject, paragraphs }: LetterTemplate): readonly string[] {
  return [subject, ...paragraphs];
}
