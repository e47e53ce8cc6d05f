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
    ['The patient is a 41 y.o. female who was hurt. Her 62 year old mother drove her.', 41, 'female'],
    ['The worker was hurt. His mother, age 62, drove him.', null, 'male'],
    ['He was hurt. His 15-year-old daughter drove a 20 year old car.', null, 'male'],
    ['She lives with a 7 year old son and is a 41-year-old truck driver.', 41, 'female'],
    ['The patient is a 36-year-old child care worker. He', 36, 'male'],
    ['The patient is a 36-year-old mother of two. She', 36, 'female'],
    ['The patient is a 41 y o male', 41, 'male'],
    ['This is a 41F who slipped. He', 41, 'female'],
    ['IW: 41/F, DOI', 41, 'female'],
    ['The applicant is a 41 M with pain', 41, 'male'],
    ['IW: F, 41, hurt', 41, 'female'],
    ['The worker is a male (41) with pain', 41, 'male'],
    ['The worker is a woman of 41 who', 41, 'female'],
    ['The worker is a forty-one-year-old man', 41, 'male'],
    ['A nineteen year old lady', 19, 'female'],
    ['a forty-one (41) year old male', 41, 'male'],
    ['a 41 yr. old female', 41, 'female'],
    ['a male worker (age: 41)', 41, 'male'],
    ['a 41-yo-male', 41, 'male'],
    ['a 41 y/o F, who', 41, 'female'],
    ['a 41yo M. She was seen by her', 41, 'male'],
    ['Temperature was 98 F. It was a 98 f day.', null, null],
    ['a male, 12 visits of therapy', null, 'male'],
  ])('%s', (text, age, sex) => {
    expect(valuesOf(demographics, text)).toMatchObject({ worker: { age, sex } })
  })
})
