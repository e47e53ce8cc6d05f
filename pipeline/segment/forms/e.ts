import { credentialsBlock, decidedIn, markersD, skeletonD } from './d.ts'
import type { LetterForm } from './form.ts'

/** Form E, 2018 to today: the skeleton of form D, with the chapters of 12/2017 and later. No letter of it was read. */
export const formE: LetterForm = {
  name: 'E',
  ...skeletonD,
  markers: [
    ...markersD,
    ...credentialsBlock,
    // "Low Back Disorders 2019", "Chronic Pain 2017", "Opioids 2017"; "Elbow Disorders 2007" is older.
    {
      says: /Decision based on MTUS (?:ACOEM )?(?:[A-Z][A-Za-z, -]{3,60} )?(?:Disorders|Approaches to Treatment|Chronic Pain|Opioids|Hip and Groin|Asthma|Lung Disease) 20(?:1[1-9]|[2-9]\d)\b/,
      weight: 4,
    },
    { says: /recommendation\(s\) outside of the MTUS|did not cite any medical evidence/, weight: 1 },
    // Old chapters may still be cited; the day tells more.
    { says: decidedIn(String.raw`201[89]|20[2-9]\d`), weight: 8 },
  ],
}
