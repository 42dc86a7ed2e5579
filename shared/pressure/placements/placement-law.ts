/** The law on the page. What stands in quotation is the source's own words, character by character; the rest says that it is ours. */

/** One provision: what it is, its words, whether they are its own, and where they were read. */
export interface LawText {
  readonly cite: string;
  readonly says: string;
  /** Word for word; false: a paraphrase. */
  readonly quoted: boolean;
  /** Whose words these are and in which version. */
  readonly source: string;
  /** What the provision bears on: which school is named, or whether transport is due. */
  readonly on: 'placement' | 'transport';
}

/** Licence of the quotations, to be shown with them. */
export const LAW_LICENCE =
  'Quotations: Crown copyright, used under the Open Government Licence v3.0. Read in November 2026; look the provision up before a decision rests on it.';

/** In the order in which they are asked: which school, then transport. */
export const PLACEMENT_LAW: readonly LawText[] = [
  {
    cite: 'Children and Families Act 2014 s39(4)',
    says: 'The school that a parent asks for is named unless it is unsuitable for the age, ability, aptitude or special educational needs of the child, or the child’s attendance there would be incompatible with the provision of efficient education for others or with the efficient use of resources.',
    quoted: false,
    source: 'The Act’s own words are at legislation.gov.uk, ukpga/2014/6/section/39',
    on: 'placement',
  },
  {
    cite: 'Explanatory Notes to the Children and Families Act 2014, section 39, paragraph 227',
    says: 'The local authority must comply with the parent or young person’s request unless the child or young person’s attendance at the school would not meet their special educational needs, or would be incompatible with the efficient education of others or the efficient use of resources.',
    quoted: true,
    source:
      'legislation.gov.uk, Explanatory Notes of 13 March 2014 by the department, not part of the Act',
    on: 'placement',
  },
  {
    cite: 'Education Act 1996 s9',
    says: 'In exercising or performing all their respective powers and duties under the Education Acts, the Secretary of State and local authorities shall have regard to the general principle that pupils are to be educated in accordance with the wishes of their parents, so far as that is compatible with the provision of efficient instruction and training and the avoidance of unreasonable public expenditure.',
    quoted: true,
    source: 'As the Upper Tribunal quotes it in [2025] UKUT 226 (AAC), 2 July 2025',
    on: 'placement',
  },
  {
    cite: 'DfE, Travel to school for children of compulsory school age (January 2024), on “suitable school”',
    says: '‘Suitable school’ does not mean the most suitable school for a child. Schools are able to meet a wide range of needs.',
    quoted: true,
    source:
      'As Staffordshire County Council and Cheshire West and Chester Council give the department’s words; the guidance itself was not read',
    on: 'placement',
  },
  {
    cite: 'Education Act 1996 s508B(1), by the Explanatory Notes to the Education and Inspections Act 2006, paragraph 348',
    says: 'Under subsection (1), an authority must make, in the case of an eligible child to whom subsection (2) applies, such travel arrangements as they consider necessary in order to secure that suitable home to school travel arrangements, for the purpose of facilitating the child’s attendance at the relevant educational establishment in relation to him, are made and provided free of charge.',
    quoted: true,
    source: 'legislation.gov.uk, Explanatory Notes by the department, not part of the Act',
    on: 'transport',
  },
  {
    cite: 'Education Act 1996 Sch 35B para 2(c)',
    says: 'no suitable arrangements have been made by the local authority for enabling him to become a registered pupil at a qualifying school nearer to his home',
    quoted: true,
    source:
      'legislation.gov.uk, revised text, last amended 5 May 2010 (S.I. 2010/1158): one of the conditions on which a child with special educational needs is eligible',
    on: 'transport',
  },
  {
    cite: 'Education Act 1996 Sch 35B para 2(d)',
    says: 'having regard to whichever of the following are relevant— his special educational needs; his disability; his mobility problems, he cannot reasonably be expected to walk to the school mentioned in paragraph (b).',
    quoted: true,
    source: 'legislation.gov.uk, revised text; paragraph (b) is the qualifying school attended',
    on: 'transport',
  },
  {
    cite: 'Education Act 1996 s509AD',
    says: 'In its travel functions the council has regard, among other things, to a parent’s wish for a particular school that rests on the parent’s religion or belief, or the lack of it.',
    quoted: false,
    source: 'The Act’s own words are at legislation.gov.uk, ukpga/1996/56/section/509AD',
    on: 'transport',
  },
];

/** What follows from it here. */
export const PLACEMENT_RULES = [
  'The extra public cost, transport included, may be weighed only once both schools are suitable and have a place.',
  'Eligibility for transport is decided apart, and afterwards: nothing here is a decision on it.',
  'Two budgets: placement fees are paid from the Dedicated Schools Grant (high needs), transport from the council’s general fund. A sum of both is the whole public cost, two budgets.',
] as const;
