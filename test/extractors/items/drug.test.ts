import { expect, test } from 'vitest'
import { drug } from '../../../extractors/items/index.ts'
import { read } from './plain.ts'

test.each([
  ['Orphenadrine Citrate ER 100mg #60', ['orphenadrine citrate', '100mg', 60, null]],
  ['Vicodin 5/300mg QTY: 120.00 with 2 refills', ['vicodin', '5/300mg', 120, 2]],
  ['Vicodin 5/300 #20', ['vicodin', '5/300', 20, null]],
  ['Oxycodone-Acetaminophen 5-325 mg, ninety count', ['oxycodone/acetaminophen', '5-325 mg', 90, null]],
  ['Tylenol #3 #40', ['tylenol #3', null, 40, null]],
  ['Lidocaine ointment 5% 50gm', ['lidocaine', '5%', null, null]],
  ['Baclofen 2%/Menthol 4%/Zyxomol 5% cream, 240 grams', ['baclofen/menthol/zyxomol', null, null, null]],
  ['Flector patch 1.3%, 2 boxes', ['flector', '1.3%', 2, null]],
  ['Zyxomol 15mg one tablet twice daily #60', ['zyxomol', '15mg', 60, null]],
  ['60 tablets of Zyxomol 15mg, refills: 3', ['zyxomol', '15mg', 60, 3]],
  ['Three refills of Naproxen 500mg #60', ['naproxen', '500mg', 60, 3]],
  ['Naproxen 500mg #60 with no refills', ['naproxen', '500mg', 60, 0]],
  ['Naproxen 500mg QTY: 60 Refills: 2', ['naproxen', '500mg', 60, 2]],
  ['Naproxen 500mg Disp 60 Refills= 2', ['naproxen', '500mg', 60, 2]],
  ['Naproxen 500mg, 60 refill x 2', ['naproxen', '500mg', 60, 2]],
  ['Naproxen 500mg, 60, with 2 refills', ['naproxen', '500mg', 60, 2]],
  ['Naproxen 500mg, 60 tablets with 2 refills 30 day supply', ['naproxen', '500mg', 60, 2]],
  ['Naproxen 500mg tablets x 60, DOS: 1/2/2017', ['naproxen', '500mg', 60, null]],
  ['Naproxen 500mg tablets 60 (unspecified)', ['naproxen', '500mg', 60, null]],
  ['Naproxen 500mg; 60 per 1/2/2017 order', ['naproxen', '500mg', null, null]],
  ['Voltaren 1% gel, two 100 gram tubes', ['voltaren', '1%', 2, null]],
  ['FCL (flurbiprofen 20%, baclofen 2%)', ['flurbiprofen/baclofen', null, null, null]],
  ['Request for associated surgical service: Zofran 4mg #10', ['zofran', '4mg', 10, null]],
  ['Post-op Keflex, date of service 1/2/2017', ['keflex', null, null, null]],
])('%s', (text, values) => {
  const { ingredients: _, ...rest } = read(drug, text).drug ?? { ingredients: [] }
  expect(Object.values(rest)).toEqual(values)
})

test.each([
  ['Vicodin 5/300 #20', ['hydrocodone', 'acetaminophen']],
  ['Orphenadrine Citrate ER 100mg #60', ['orphenadrine']],
  ['Baclofen 2%/Menthol 4%/Zyxomol 5% cream, 240 grams', ['baclofen', 'menthol']],
  ['Compound cream (ketoprofen, gabapentin, lidocaine)', ['ketoprofen', 'gabapentin', 'lidocaine']],
  ['Tylenol #3 #40', ['acetaminophen', 'codeine']],
  ['Flector patch 1.3%, 2 boxes', ['diclofenac']],
  ['Zyxomol 15mg #60', []],
  ['Muscle relaxants', []],
])('%s consists of %j', (text, ingredients) => {
  expect(read(drug, text).drug?.ingredients).toEqual(ingredients)
})

test.each(['Physical therapy, 6 visits', 'Knee brace', 'Medication management'])('%s is not a drug', text => {
  expect(drug.extract(text)).toEqual({})
})
