import { expect, test } from 'vitest'
import { classify } from '../../../extractors/items/index.ts'
import { places, read } from './plain.ts'

test.each([
  ['CT scan of the left ankle', 'Diagnostic Testing > Imaging & Radiology', 'diagnostic'],
  ['EMG/NCV of both arms', 'Diagnostic Testing > EMG/NCV/NCS', 'diagnostic'],
  ['Urine drug screen', 'Diagnostic Testing > Lab & Pathology', 'diagnostic'],
  ['Labs to include: urinalysis', 'Diagnostic Testing > Lab & Pathology', 'diagnostic'],
  ['FCE', 'Diagnostic Testing > Other Diagnostic Tests', 'diagnostic'],
  ['Hot/cold unit, 14 day rental', 'DMEPOS > DME', 'device'],
  ['H-wave unit', 'DMEPOS > Electrical Stimulation', 'device'],
  ['Electrical stimulation, 6 sessions', 'Rehabilitation > Other Therapies', 'therapy'],
  ['Lumbar support', 'DMEPOS > Prosthetics/Orthotics', 'device'],
  ['Home health aide', 'Home Health > Home Health', 'other'],
  ['Left L4-5 transforaminal epidural steroid injection', 'Injection > Injection', 'injection'],
  ['Medial branch block C3-5', 'Injection > Facet Injection', 'injection'],
  ['Orthovisc injection, left knee', 'Pharmaceuticals > Viscosupplementation', 'injection'],
  ['Ketorolac 60mg intramuscular injection', 'Pharmaceuticals > Injection', 'injection'],
  ['Lidocaine injection', 'Injection > Injection', 'injection'],
  ['Celebrex 200mg #30', 'Pharmaceuticals > NSAID', 'medication'],
  ['Diclofenac 1% gel 100 grams', 'Pharmaceuticals > Topical Analgesics', 'medication'],
  ['Ketoprofen 10%, Lidocaine 5% cream', 'Pharmaceuticals > Topical Compounds', 'medication'],
  ['Ketoprofen/gabapentin/lidocaine cream 120gm', 'Pharmaceuticals > Topical Compounds', 'medication'],
  ['Wound care supplies', 'DMEPOS > Supplies', 'device'],
  ['Fentanyl patch 12mcg #10', 'Pharmaceuticals > Opioids', 'medication'],
  ['Cyclobenzaprin 10mg #30', 'Pharmaceuticals > Muscle Relaxant', 'medication'],
  ['Zyxomol 10mg #30', 'Pharmaceuticals > null', 'medication'],
  ['Work hardening program', 'Programs > Programs', 'program'],
  ['Psychological evaluation', 'Psych Services > Evaluation & Management', 'consultation'],
  ['Biofeedback x 6', 'Psych Services > Therapies', 'behavioral'],
  ['Chiropractic evaluation', 'Rehabilitation > Chiropractic', 'consultation'],
  ['Aqua therapy', 'Rehabilitation > Physical Therapy/Occupational Therapy', 'therapy'],
  ['Chiropractic evaluation and treatment', 'Rehabilitation > Chiropractic', 'therapy'],
  ['Radiofrequency ablation of the genicular nerves', 'Injection > Injection', 'injection'],
  ['Radiofrequency ablation L3-L5', 'Injection > Facet Injection', 'injection'],
  ['Visual evoked potentials', 'Diagnostic Testing > Other Diagnostic Tests', 'diagnostic'],
  ['Permanent spinal cord stimulator implant', 'Surgery > Spine', 'surgery'],
  ['Medication management sessions x 6', 'Evaluation & Management > Medical Specialties', 'consultation'],
  ['Consultation with a pain management specialist', 'Evaluation & Management > Medical Specialties', 'consultation'],
  ['Follow up with a hand surgeon', 'Surgery > Surgical Consult', 'consultation'],
  ['Pre-operative medical clearance', 'Surgery > Adjunct Surgical Services', 'consultation'],
  ['Assistant surgeon', 'Surgery > Adjunct Surgical Services', 'surgery'],
  ['Associated surgical service: walker', 'Surgery > Adjunct Surgical Services', 'device'],
  ['Post-operative acupuncture', 'Rehabilitation > Acupuncture', 'therapy'],
  ['Knee arthroscopy with meniscectomy', 'Surgery > Arthroscopic Surgery', 'surgery'],
  ['Open rotator cuff repair', 'Surgery > Non-arthroscopic Surgery', 'surgery'],
  ['Lumbar decompression', 'Surgery > Spine', 'surgery'],
  ['Cystolithotomy', 'Surgery > Non-arthroscopic Surgery', 'surgery'],
  ['Transportation to the pharmacy', 'Transportation > Transportation', 'other'],
  ['Physical therapy functional evaluation', 'Rehabilitation > Physical Therapy/Occupational Therapy', 'therapy'],
  ['Driving evaluation by an OT', 'Rehabilitation > Physical Therapy/Occupational Therapy', 'therapy'],
  ['Massage therapy re-evaluation', 'Rehabilitation > Other Therapies', 'therapy'],
  ['Evaluation by a speech pathologist', 'Rehabilitation > Other Therapies', 'therapy'],
  ['Consultation with a physical therapist', 'Rehabilitation > Physical Therapy/Occupational Therapy', 'therapy'],
  ['Visits with a physical therapist 2x6', 'Rehabilitation > Physical Therapy/Occupational Therapy', 'therapy'],
  ['Water therapy consult', 'Rehabilitation > Physical Therapy/Occupational Therapy', 'therapy'],
  ['Acupuncture evaluation and 4 sessions', 'Rehabilitation > Acupuncture', 'therapy'],
  ['Ultrasound 3x4, left shoulder', 'Rehabilitation > Other Therapies', 'therapy'],
  ['Continuous cold therapy x 10 days', 'DMEPOS > DME', 'device'],
  ['Treatment with a hand therapist, 5 visits', 'Rehabilitation > Physical Therapy/Occupational Therapy', 'therapy'],
  ['Functional capacity evaluation by a PT', 'Diagnostic Testing > Other Diagnostic Tests', 'diagnostic'],
  ['Arthrogram injection, left ankle', 'Diagnostic Testing > Imaging & Radiology', 'diagnostic'],
  ['Injection procedure for ankle arthrogram', 'Diagnostic Testing > Imaging & Radiology', 'diagnostic'],
  ['Cervical epidurogram', 'Diagnostic Testing > Imaging & Radiology', 'diagnostic'],
  ['Evaluation for acupuncture', 'Rehabilitation > Acupuncture', 'consultation'],
  ['Medication management consultation', 'Evaluation & Management > Medical Specialties', 'consultation'],
  ['Ultrasound guided injection, left ankle', 'Injection > Injection', 'injection'],
  ['Associated surgical service: interferential therapy', 'Surgery > Adjunct Surgical Services', 'device'],
  ['Associated surgical service: massage, 4 visits', 'Surgery > Adjunct Surgical Services', 'therapy'],
  ['Associated surgical service: neuromonitoring', 'Surgery > Adjunct Surgical Services', 'diagnostic'],
  ['Tizanidine 4mg #30 per RFA dated 3/14/2016', 'Pharmaceuticals > Muscle Relaxant', 'medication'],
  ['Interpreter services for office visits', 'Other > Other', 'other'],
  ['Something quite unheard of', 'Other > Other', 'other'],
])('%s', (text, path, kind) => {
  const draft = read(classify, text)
  expect(`${draft.category} > ${draft.subcategory}`).toBe(path)
  expect(draft.kind).toBe(kind)
})

test('judges by what is disputed, with the words as evidence', () => {
  const text =
    'A back brace was the original request. A cane was authorized by the Claims Administrator. The remaining IMR eligible portion of the original request, yoga'
  expect(read(classify, text).subcategory).toBe('Other Therapies')
  for (const { start, end } of places(classify.extract(text))) expect(text.slice(start, end)).toBe('yoga')
})
