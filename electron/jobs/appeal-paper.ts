/** The appeal pack as one self-contained HTML document for the printer: A4, numbered pages, an index, a section for each part. */
import { ageOn, isoDate } from '../../shared/calendar/dates.ts';
import { formatDate } from '../../shared/format/date.ts';
import { formatQuantity } from '../../shared/format/number.ts';
import type { Appeal } from '../../shared/model/decision.ts';
import {
  APPEAL_RESULT_WORDS,
  GROUND_WORDS,
  letterName,
  POWER_WORDS,
  withinSentence,
} from '../../shared/model/words.ts';
import { decisionWords, dueWords, stepWords } from '../../shared/casework/decision-words.ts';
import { withoutAddressWords } from '../../shared/casework/protected.ts';
import type { AppealPack } from './appeal-facts.ts';
import { decisionHtml, proposalHtml } from './appeal-rules.ts';
import { evidenceHtml } from './appeal-evidence.ts';
import { appealStyle } from './appeal-style.ts';
import { paperDocument } from './paper-document.ts';
import { escapeHtml } from './paper-table.ts';

interface Section {
  readonly id: string;
  readonly title: string;
  readonly html: string;
}

const text = (words: string): string => `<bdi>${escapeHtml(words)}</bdi>`;
const para = (words: string, kind = ''): string =>
  `<p dir="auto"${kind === '' ? '' : ` class="${kind}"`}>${escapeHtml(words)}</p>`;

/** The document. It asks for nothing. `pages` holds the page on which each section begins; empty on the first printing. */
export function appealPaper(pack: AppealPack, pages: ReadonlyMap<string, number>): Promise<string> {
  const { application, county, demo, on } = pack;
  const foot = {
    left: `Appeal pack, ${application.ref}, made ${formatDate(on)}`,
    middle: demo ? 'Invented data' : 'Confidential',
  };
  // A last net: grounds, notes and section I are somebody's own words, which may repeat a protected address.
  const hidden = pack.hidden.map(escapeHtml);
  const sections = sectionsOf(pack).map((section) => ({
    ...section,
    html: withoutAddressWords(section.html, hidden),
  }));
  const parts = sections.map((section, at) => `<section class="part" id="${section.id}"><h2>${at + 1}. ${escapeHtml(section.title)}</h2>${section.html}</section>`); // prettier-ignore
  return paperDocument({
    title: `Appeal pack ${application.ref}, ${county}`,
    style: appealStyle(foot),
    main: `${cover(pack, sections, pages)}\n${parts.join('\n')}`,
  });
}

function sectionsOf(pack: AppealPack): readonly Section[] {
  const { decision, superseded, appeals } = pack;
  return [
    { id: 'decision', title: 'The decision', html: decisionHtml(decision) },
    {
      id: 'appeal',
      title: appeals.length === 0 ? 'The appeal: none lodged' : 'The appeal and its grounds',
      html: appeals.length === 0 ? noAppeal(pack) : appeals.map(appealHtml).join(''),
    },
    {
      id: 'rules',
      title: 'Every rule, on the facts as they stood',
      html: proposalHtml(decision.facts),
    },
    {
      id: 'evidence',
      title: 'Evidence, as it lay before the decision',
      html: evidenceHtml(decision.facts.evidence),
    },
    { id: 'section-i', title: 'Section I of the EHCP, word for word', html: sectionI(pack) },
    { id: 'timeline', title: 'Timeline, in working days', html: timeline(pack) },
    { id: 'letters', title: 'Letters issued', html: letters(pack) },
    { id: 'asked', title: 'Information asked for', html: asked(pack) },
    { id: 'history', title: 'Contact and history', html: history(pack) },
    ...(superseded.length === 0
      ? []
      : [
          {
            id: 'superseded',
            title: 'Decisions that were superseded',
            html: superseded
              .map(
                (each) =>
                  `${decisionHtml(each)}${proposalHtml(each.facts)}<h3>Evidence</h3>${evidenceHtml(each.facts.evidence)}`,
              )
              .join(''),
          },
        ]),
  ];
}

function cover(
  pack: AppealPack,
  sections: readonly Section[],
  pages: ReadonlyMap<string, number>,
): string {
  const { client, application, decision, county, demo, on, life, school_name } = pack;
  const name = `${client.forename} ${client.surname}`.trim();
  const born = client.date_of_birth;
  const age = born === null ? null : ageOn(born, decision.decided_on);
  const facts: readonly (readonly [string, string])[] = [
    ['Child', text(name === '' ? 'Name not known' : name)],
    ['Born', born === null ? 'not known' : `${formatDate(born)} (${age} when decided)`],
    ['Reference', escapeHtml(application.ref)],
    ['Home', home(pack)],
    ['School', text(decision.facts.school.name || school_name || 'not known')],
    [
      'Application',
      escapeHtml(
        [
          application.type,
          application.received_on === null ? '' : `received ${formatDate(application.received_on)}`,
        ]
          .filter((each) => each !== '')
          .join(', '),
      ),
    ],
    ['Decision', escapeHtml(`${decisionWords(decision)}, ${formatDate(decision.decided_on)}`)],
    ['Power', escapeHtml(POWER_WORDS[decision.facts.power.name])],
    ['Parent or carer', text(client.carer_name || 'not known')],
  ];
  const index = sections.map(({ id, title }, at) => {
    const page = pages.get(id);
    return `<li><a href="#${id}"><span>${at + 1}. ${escapeHtml(title)}</span><span class="dots"></span><span class="page-no">${page === undefined ? '' : page}</span></a></li>`;
  });
  const due = life.due.map((each) => `<li>${escapeHtml(dueWords(each))}.</li>`);
  return `<section class="cover">
<header class="top"><div><p class="soft">${escapeHtml(county)}, home to school transport</p><h1>Appeal pack</h1></div>${demo ? '<p class="warning">Invented data</p>' : ''}</header>
<dl class="facts">${facts.map(([term, value]) => `<div><dt>${term}</dt><dd>${value}</dd></div>`).join('')}</dl>
${para(`Built on ${formatDate(on)} from the facts as they stood on ${formatDate(decision.decided_on)}, the day the decision was signed. What changed since then is in the history, not in the rules.`, 'soft')}
${due.length === 0 ? '' : `<h3>What is due</h3><ul class="plain">${due.join('')}</ul>`}
<nav aria-label="Index"><h3>Index</h3><ol class="index">${index.join('')}</ol></nav>
</section>`;
}

/** The address as the record has it; a protected one is in no pack, which goes to a panel and to the family's other parent. */
function home({ client }: AppealPack): string {
  if (client.protected_address) return 'Protected address: left out of this pack';
  const address = [client.home_address, client.postcode].filter((part) => part !== '').join(', ');
  return address === '' ? 'not known' : text(address);
}

function noAppeal({ life }: AppealPack): string {
  if (life.appeal === null) return para('No appeal has been lodged, and none is open now.');
  const { stage, lodge_by } = life.appeal;
  return para(
    `No appeal has been lodged. Stage ${stage} may be lodged until ${formatDate(lodge_by)}.`,
  );
}

function appealHtml(appeal: Appeal): string {
  const grounds = appeal.grounds.map((ground) => `<li>${GROUND_WORDS[ground]}</li>`).join('');
  const end =
    appeal.end === null
      ? para('It has no result yet.')
      : `<p><b>Result: ${withinSentence(APPEAL_RESULT_WORDS[appeal.end.result])}</b>, ${formatDate(appeal.end.on)}, signed by ${text(appeal.end.signed_by)}.</p>${appeal.end.note === '' ? '' : para(appeal.end.note, 'said')}`;
  return `<article class="keep"><h3>Stage ${appeal.stage}: ${appeal.stage === 1 ? 'an officer’s review' : 'an independent panel'}</h3>
<p>Lodged on ${formatDate(appeal.lodged_on)}, taken in by ${text(appeal.signed_by)}. Transport ${appeal.transport_goes_on ? 'goes on' : 'does not go on'} until the result.</p>
<p>Grounds:</p><ul>${grounds}</ul>
${appeal.note === '' ? para('What the family says is not written down here.', 'soft') : para(appeal.note, 'said')}
${end}</article>`;
}

function sectionI({ client, decision }: AppealPack): string {
  const { section_i } = decision.facts.school;
  const now = client.section_i;
  return `${section_i === '' ? para('Section I was not in the record when the decision was signed.') : para(section_i, 'said')}
${now === section_i ? '' : `<h3>In the record today</h3>${now === '' ? para('Nothing.') : para(now, 'said')}`}`;
}

function timeline({ timeline: steps }: AppealPack): string {
  const rows = steps.map(
    ({ step, working_days }) =>
      `<tr><td>${formatDate(step.on)}</td><td class="number">${working_days === null ? '' : working_days}</td><td dir="auto">${escapeHtml(stepWords(step))}</td><td>${text(step.by)}</td></tr>`,
  );
  return `${para('Working days are Monday to Friday without the bank holidays of England; each is counted from the step before.', 'soft')}
<table><thead><tr><th scope="col">Day</th><th scope="col" class="number">Working days</th><th scope="col">Step</th><th scope="col">By</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

function letters({ letters: list }: AppealPack): string {
  if (list.length === 0) return para('No letter about this application was issued from here.');
  const rows = list.map(
    (letter) =>
      `<tr><td>${formatDate(letter.issued_on)}</td><td>${escapeHtml(letterName(letter.kind, letter.number))}</td><td>${text(letter.addressee)}</td><td class="number">${letter.batch}</td></tr>`,
  );
  return `<table><thead><tr><th scope="col">Issued</th><th scope="col">Letter</th><th scope="col">To</th><th scope="col" class="number">Batch</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

function asked({ information }: AppealPack): string {
  if (information.length === 0) return para('Nothing was asked for before the decision.');
  const rows = information.map(
    (each) =>
      `<tr><td>${formatDate(each.asked_on)}</td><td dir="auto">${escapeHtml(each.asked_for)}</td><td>${text(each.asked_of)}</td><td dir="auto">${each.answer === null ? 'No answer yet' : escapeHtml(`${formatDate(each.answer.on)}${each.answer.note === '' ? '' : `: ${each.answer.note}`}`)}</td></tr>`,
  );
  return `<table><thead><tr><th scope="col">Asked</th><th scope="col">What</th><th scope="col">Of whom</th><th scope="col">Answer</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

function history({ history: lines, history_left_out, client }: AppealPack): string {
  const rows = lines.map(
    (line) =>
      `<tr><td>${formatDate(isoDate(line.at.slice(0, 10)))}</td><td dir="auto">${escapeHtml(line.sentence)}</td><td>${text(line.who)}</td></tr>`,
  );
  const notes = [
    client.protected_address ? 'Changes of the protected address are left out.' : '',
    history_left_out === 0
      ? ''
      : `${formatQuantity(history_left_out, 'later line')} left out; the case holds them all.`,
  ].filter((each) => each !== '');
  const table =
    rows.length === 0
      ? para('Nothing changed since the record was made.')
      : `<table><thead><tr><th scope="col">Day</th><th scope="col">What changed</th><th scope="col">By</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
  return `${notes.map((each) => para(each, 'soft')).join('')}${table}`;
}
