/** Invented identifiers: each value in each frame is an example; `<` and `>` enclose what must be masked. */
interface Examples {
  readonly values: readonly string[]
  readonly frames: readonly string[]
}

const MALE = ['The injured worker is % who fell from a ladder.', 'In his report % complains of neck pain.']

export const EXAMPLES: Readonly<Record<string, readonly Examples[]>> = {
  'birth-date': [
    {
      values: [
        '04/17/1961',
        '4-17-61',
        '4.17.1961',
        '1961-04-17',
        'April 17, 1961',
        'April 17th, 1961',
        'April 17th 1961',
        'Apr. 17 1961',
        '17 April 1961',
        '17 Apr 61',
        '17th of April 1961',
        "17 Apr '61",
      ],
      frames: [
        'DOB: <%>, male',
        'a date of birth of <%> and a left knee sprain',
        'Date of birth - <%>',
        'born on <%>, is right handed',
        'who was born in Fresno on <%>',
        'birthdate is <%>.',
      ],
    },
  ],
  'social-security': [
    {
      values: ['123-45-6789', '123 45 6789', 'xxx-xx-6789', '***-**-6789', '6789', '123456789'],
      frames: [
        'SSN: <%>.',
        'Social Security number <%>',
        'the social security # is <%>',
        'the last four of the social security are <%>',
        'SSN ending in <%>',
        'Social Security No. <%>',
        'SS# <%>',
        'social security number of <%>',
        'Social Security: #<%>',
        'whose social security was <%>',
      ],
    },
  ],
  phone: [
    {
      values: [
        '(415) 555-0134',
        '415-555-0134',
        '415.555.0134',
        '415 555 0134',
        '4155550134',
        '+1 415.555.0134',
        '(415)555-0134',
        '1-415-555-0134',
        '+1 415 555 0134',
        '1 415 555 0134',
      ],
      frames: [
        'may be reached at <%> in the morning',
        'called <%>, and again',
        'phone: <%>',
        'the fax number is <%>.',
        'cell <%>',
        'at <%>',
      ],
    },
  ],
  'record-number': [
    {
      values: ['05-123456-001', 'ABC12345', '20131234567', '4471-88-A', '0012-334'],
      frames: [
        'Claim Number: <%> of the carrier',
        'under claim #<%>',
        'claim no. <%>',
        'MRN <%>',
        'MRN: <%>',
        'medical record number <%>',
        'File No. <%>',
        'chart number <%>',
        'account # <%>',
        'patient ID: <%>',
        'policy number <%>',
        'employer file number is <%>',
      ],
    },
  ],
  address: [
    {
      values: [
        '1200 Elm Street',
        '1200 W. Elm Tree Road',
        '77 North Canal Boulevard',
        '5 10th Avenue',
        '12345 Old Mill Lane, Apt 4',
        '9 Orchard Way, Fresno, CA 93650',
        '9 Orchard Way, Unit 2B, San Luis Obispo, California 93401',
        'P.O. Box 1234',
        'PO Box 99, Fresno, CA 93650',
        'Post Office Box 7',
      ],
      frames: [
        'who lives at <%>',
        'mailed to <%>, and',
        'Address: <%>.',
        'resides at <%> with his wife',
        'was seen at home, <%>',
        'from <%> to work',
      ],
    },
  ],
  email: [
    {
      values: [
        'jane.doe@example.com',
        'j_doe+imr@mail.example.org',
        'jane.doe [at] example.com',
        'jane.doe(at)example.com',
        'jane dot doe at example dot com',
        'jane.doe at example dot org',
        'JANE@EXAMPLE.COM',
        'jane-doe@example.co.uk',
        'jdoe [at] example [dot] com',
        'jdoe(at)example(dot)com',
      ],
      frames: [
        'wrote to <%>.',
        'e-mail: <%>',
        'Contact <%> for records',
        '(<%>)',
        'his mail is <%>, he says',
        'sent from <%> on Monday',
      ],
    },
  ],
  name: [
    {
      values: [
        'Underhollow',
        'Brisk-Underhollow',
        'K. Underhollow',
        'K. L. Underhollow',
        "O'Underhollow",
        'Núñez',
        'de la Underhollow',
        'van der Underhollow',
        'UNDERHOLLOW',
        'Jane Underhollow',
        'Jane Q. Underhollow',
        'Underhollow Jr.',
        'Underhollow, Jr.',
        'Jane Underhollow III',
      ],
      frames: [
        ...MALE.map(frame => frame.replace('%', 'Mr. <%>')),
        'MRS. <%> was seen',
        'Mr <%> reports pain',
        'Ms. <%> states that',
        'As Mrs <%> was told',
      ],
    },
    {
      values: ['Underhollow, Jane', 'Jane Underhollow', 'Jane Q. Underhollow', 'Underhollow, Jane Q.'],
      frames: ['Patient Name: <%>', "Employee's name is <%>", 'Claimant name: <%> and more', 'PATIENT NAME: <%>'],
    },
    {
      values: ['Jane Underhollow', 'Jane Q. Underhollow', 'Jane de la Underhollow'],
      frames: ['The patient, <%>, is a clerk.', 'a patient named <%> was seen', 'The applicant <%> sustained a fall.'],
    },
  ],
  physician: [
    {
      values: [
        'Underhollow',
        'K. Underhollow',
        'Jane Underhollow',
        'Brisk-Underhollow',
        'UNDERHOLLOW',
        "O'Underhollow",
        'Núñez',
        'van der Underhollow',
        'Jane Q. Underhollow',
        'Underhollow Jr.',
      ],
      frames: [
        'Dr. <%> recommended an MRI.',
        'was seen by Dr <%> on Monday',
        'Doctor <%> found no deficit',
        'the report of Dr. <%>, the surgeon',
        'according to Dr. <%>.',
        'and Dr. <%> agreed',
      ],
    },
  ],
}

export const examplesOf = (kind: string): string[] =>
  EXAMPLES[kind]!.flatMap(({ values, frames }) =>
    frames.flatMap(frame => values.map(value => frame.replace('%', value))),
  )

/** What looks like an identifier but is not. */
export const ALIKE: readonly string[] = [
  'a 52 year old male who sustained an industrial injury on 4/17/2011',
  'date of injury 04/17/2011, decision 05/02/2016',
  'The pain was born by the injured worker since 4/17/2011.',
  'Norco 10/325mg #120 with 2 refills, 7.5/325-1000',
  'CPT 99213-25, 97110, 20610; HCPCS E0730; ICD M54.17, 724.4 and 338.29',
  'NDC 12345-6789-01',
  'blood pressure 120/80, flexion 120-130-140 degrees, pain 6-7/10',
  'Case Number: CM16-9000003',
  'the claim of 12 sessions; a claims administrator; claim 2016',
  'Chronic Pain Medical Treatment 2009, pages 104-105; 8 CCR 9792.24.2, 9792.20-9792.26',
  'L4-5 and L5-S1, 10-13-16, 2016-11-03',
  'MS Contin 30mg, Dr. Smith, Ms. and Mr.',
  'MR arthrogram of the shoulder, MR Arthrography, MR imaging and an MR Neurogram',
  'MS CONTIN and MS is multiple sclerosis',
  'physical therapy 2 times a week for 6 weeks; telephone follow up in 6 weeks',
  'the cell count was 4500 and the fax of 3/4/2016 was read',
  'policy of 2015 and the MTUS policy 9792',
  'the patient ID badge; a patient named in the file; the file of 2016; chart review of 3/4/2016',
  '20 mg at 8 a.m. @ 2 tablets',
  'Phalen, Tinel, Spurling and McMurray tests; Hawkins sign, Smith fracture, Jones fracture',
  'The patient Underwent surgery. The worker Has pain.',
  '10 Physical Therapy sessions; 3 Way splint',
  'at 20 degrees dot plot; seen at home dot',
  'https://www.ncbi.nlm.nih.gov/pubmed/12345678 and www.dir.ca.gov/t8/9792_20.html',
  'http://www.odg-twc.com/index.html?odgtwc/low_back.htm',
  'Re: low back pain. Name: lumbar support. Regarding: MRI',
  'a file on the computer; his account of the injury; referral number two; ref. 12',
  '1000 mg Tylenol St. Johns Wort; 12 Dr. Underhollow noted',
  'the applicant, Mr. and the worker, a clerk, is',
  'Box 12 of the form; San Francisco, California; CA 9792.20',
]
