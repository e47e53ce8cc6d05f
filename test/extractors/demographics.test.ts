import { describe, expect, it } from 'vitest'
import { demographics } from '../../extractors/demographics.ts'
import { valuesOf } from './values.ts'

describe('demographics', () => {
  it.each([
    ['The injured worker is a 48 year old male who', 48, 'male'],
    ['This case involves a now 43-year-old female with', 43, 'female'],
    ['The patient is a 58-year old, right-hand dominant woman', 58, 'female'],
    ['The injured worker is a male, age 34, who', 34, 'male'],
    ['A 61 y/o woman was hurt', 61, 'female'],
    ['This case involves a now 8-year-old male with', null, 'male'],
    ['The worker was hurt. She reports pain.', null, 'female'],
    ['The worker has a 10 year old injury and is a 40 year old male.', 40, 'male'],
    ['The worker was seen by Dr. Smith. She recommended surgery.', null, null],
    ['The worker was hurt.', null, null],
  ])('%s', (text, age, sex) => {
    expect(valuesOf(demographics, text)).toMatchObject({ worker: { age, sex } })
  })
})
