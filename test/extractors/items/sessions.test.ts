import { expect, test } from 'vitest'
import { itemSites, sessions } from '../../../extractors/items/index.ts'
import { places, read } from './plain.ts'

test.each([
  ['Acupuncture, 8 visits', 8],
  ['Physical therapy twice a week for five weeks', 10],
  ['Physical therapy 3x4 left knee', 12],
  ['Home health aide 4 hours/day, 5 days/week x 6 weeks', 30],
  ['Physical therapy 2-3 times per week for 4-6 weeks', 18],
  ['Ten massage sessions, 2 times a week for 5 weeks', 10],
  ['Physical therapy 2 times a week for 4 weeks (8)', 8],
  ['Two visits for the neck and three visits for the back', 5],
  ['Chiropractic care, sessions: 6', 6],
  ['EMG of the left arm QTY: 2', 2],
  ['Nursing, 1-2 visits', 2],
  ['Orthovisc injections, series of 3', 3],
  ['TENS unit, 30 day rental', 30],
  ['Cold therapy unit for two weeks', 14],
  ['Physical therapy weekly for 8 weeks', 8],
  ['Acupuncture once weekly x 8 weeks', 8],
  ['Weekly group psychotherapy for 6-8 weeks', 8],
  ['Psychotherapy every week times six weeks', 6],
  ['Psychotherapy twice weekly for 8 weeks', 16],
  ['Physical therapy thrice weekly for 4 weeks', 12],
  ['Physical therapy, one visit weekly for 8 weeks', 8],
  ['Psychotherapy 12 sessions weekly for 12 weeks', 12],
  ['Psychotherapy biweekly for 8 weeks', null],
  ['Bi-weekly psychotherapy x 6 weeks', null],
  ['Acupuncture biweekly x 6', null],
  ['Acupuncture biweekly x 6 visits', 6],
  ['Acupuncture several times weekly for 8 weeks', null],
  ['Home health aide 4 hours weekly for 6 weeks', null],
  ['Wheelchair for a 3 month rental', null],
  ['1 CT scan of the head', 1],
  ['Two urine tests', 2],
  ['6 massage therapy', 6],
  ['Three level fusion C4-C7', null],
  ['1 week trial of yoga', null],
  ['12 panel urine drug screen', null],
  ['Level 3 office visit', null],
  ['Follow up in 45 days', null],
  ['Elbow arthroscopy x 1', null],
  ['Botulinum toxin injections x 29 sites', null],
  ['Gym membership x 2 years', null],
  ['Office visit, 99213', null],
  ['Nerve conduction study x 2 limbs', null],
  ['Trigger point injections, 2-3 muscles', null],
  ['Hand therapy sessions #7-12', null],
  ['Implants #18 and #19', null],
  ['X-ray of the hand, one time', 1],
  ['Massage therapy 5 times', 5],
  ['Chiropractic 4 for the neck', 4],
  ['Physical therapy for C5-6, 9 sessions', 9],
  ['Physical therapy 1-3 times a week for 4 weeks, total of 9', 9],
  ['Physical therapy 3w5', 15],
  ['Massage therapy for 5 weeks, twice a week', 10],
  ['Four weeks of hand therapy, 2-3 times per week', 12],
  ['Hand therapy 2x3, then 1x4', 10],
  ['Massage, 50 minute sessions x 4', 4],
  ['Hand therapy 8x', 8],
  ['One time visit with a hand surgeon', 1],
  ['Home nurse, 2 visits per day for 5 days', 10],

  ['Functional restoration program for 3 weeks, 5 days a week', 15],
  ['Home health nurse twice daily for 3 weeks', null],
  ['Supartz injections, 3, to the left knee', 3],
  ['Synvisc-One injection, left knee', null],
  ['L4-5 epidural steroid injection, date of service 1/2/2017', null],
  ['3 in 1 commode', null],
  ['X-ray of the neck, 4 views', null],
  ['Follow up in 6 weeks', null],
  ['Naproxen 500mg #60', null],
])('%s: %s', (text, count) => {
  expect(read(sessions, text).sessions).toBe(count)
})

test('sites are those of the disputed part, placed in the heading', () => {
  const text =
    'MRI of the knee and hip was the original request. MRI of the hip was authorized by the Claims Administrator. The remaining IMR eligible portion of the original request, MRI of the left knee'
  expect(read(itemSites, text).sites).toEqual([{ part: 'knee', side: 'left' }])
  expect(places(itemSites.extract(text)).map(({ start, end }) => text.slice(start, end))).toEqual(['knee', 'left'])
})
