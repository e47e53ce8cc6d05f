import { describe, expect, it } from 'vitest'
import { occupation } from '../../extractors/occupation.ts'
import { valuesOf } from './values.ts'

const read = (text: string): string | null => valuesOf(occupation, text).worker.occupation

describe('the occupation', () => {
  it.each([
    // next to the age
    ['The injured worker is a 41 year old warehouse worker who injured his back.', 'warehouse worker'],
    ['The patient is a 52-year-old male packer with a date of injury of 10/2/2012.', 'packer'],
    ['This is a 38 year old female, a bus driver, with neck pain.', 'bus driver'],
    [
      'The applicant is a represented 44-year-old right-hand dominant certified nursing assistant.',
      'certified nursing assistant',
    ],
    ['This case involves a now 29-year-old male deputy sheriff injured on 1/2/2015.', 'deputy sheriff'],
    ['A 61 y/o retired firefighter has had knee pain for years.', 'firefighter'],
    ['The claimant is a 35 year old Globex forklift operator who fell.', 'forklift operator'],
    ['The patient is a 47 year old woman who was a housekeeper when she fell.', 'housekeeper'],
    [
      'The patient is a 33-year-old, right-handed male, a journeyman electrician, hurt in a fall.',
      'journeyman electrician',
    ],
    ['He is a 50 year old cashier/stocker for a grocery store.', 'cashier/stocker'],
    // a sentence that names it
    ['The patient is a tile setter, aged 40, who knelt all day.', 'tile setter'],
    ['The worker was hurt on 3/4/2016. She is a school custodian.', 'school custodian'],
    ['The patient, a carpenter, fell from a roof.', 'carpenter'],
    // a label
    ['Occupation: Licensed Vocational Nurse. Date of injury: 3/4/2016.', 'Licensed Vocational Nurse'],
    ['Her occupation is listed as medical assistant.', 'medical assistant'],
    ['His job title was lead maintenance mechanic.', 'lead maintenance mechanic'],
    // what he or she works as
    ['The injured worker works as a truck driver and lifts crates.', 'truck driver'],
    ['She injured her wrist while working as a cashier when a drawer stuck.', 'cashier'],
    ['He has been employed by the district for ten years as a bus mechanic.', 'bus mechanic'],
    ['She has been employed full-time as an X-ray technician since 2009.', 'X-ray technician'],
    ['The pain began in the course of her job as a hotel maid.', 'hotel maid'],
    ['The patient performed the duties of a correctional officer.', 'correctional officer'],
  ])('%s', (text, title) => {
    expect(read(text)).toBe(title)
  })

  it.each([
    ['none is said', 'The injured worker is a 41 year old male who sustained an industrial injury on 3-4-16.'],
    ['a worker is none', 'The 35 year old male injured worker suffered an industrial injury. The worker rests.'],
    ['nor is an employer', 'The applicant is a 48-year-old Globex employee who has filed a claim for back pain.'],
    ['who drove is no driver', 'The patient is a 30 year old male driver who was struck from behind.'],
    ['who drove with a belt neither', 'The patient was a restrained driver in a collision.'],
    ['those who treat', 'The patient was seen by a physical therapist, and a nurse called her.'],
    ['of the family', 'His wife works as a nurse and helps him bathe. She is a nurse at the clinic.'],
    ['of a colleague', 'A co-worker who works as a driver found him.'],
    ['of the physician', 'The worker was seen by Dr. Smith. He is a surgeon.'],
    ['what is hoped for', 'She hopes to be working as a teacher next year.'],
    ['what was before', 'He previously worked as a cook.'],
    ['what a drug works as', 'The patch works as a pain reliever, and the brace serves as a guard.'],
    ['an age of a scar', 'The injury is a 10 year old fracture of the wrist.'],
    ['words that nobody knows behind a title', 'This is a 41 year old nurse gizmo with pain.'],
    ['a task', 'Occupation: lifting of heavy boxes.'],
  ])('is null: %s', (_name, text) => {
    expect(read(text)).toBeNull()
  })

  it('points to its words in the letter', () => {
    const text = 'The patient is a 52-year-old male fruit packer.'
    expect(occupation.extract(text).worker?.occupation).toMatchObject({
      spans: [{ start: text.indexOf('fruit'), end: text.length - 1 }],
      verbatim: true,
    })
  })
})
