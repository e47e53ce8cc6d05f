import { code, type HostileEntry, text } from '../entry.ts'

const noLetter = code('E_NOT_A_LETTER')

/** What is printed about letters, and in other languages. All invented except the names of laws. */
export const printedDocuments: readonly HostileEntry[] = [
  text('newspaper article that quotes a decision', noLetter, () => ARTICLE),
  text('newsletter that quotes an item with its labels', code('E_NOT_A_LETTER'), () => NEWSLETTER),
  text('text of the law', noLetter, () => LAW),
  text('text of the regulation', noLetter, () => REGULATION),
  text('annual report with statistics', noLetter, () => REPORT),
  text('table of contents of a book of decisions', noLetter, () => CONTENTS),
  text('appeals board decision about an IMR', noLetter, () => BOARD),
  text('article of a journal', noLetter, () => JOURNAL),
  text('guideline on a treatment', noLetter, () => GUIDELINE),
  text('a letter in Spanish', noLetter, () => SPANISH),
  text('a medical report in German', noLetter, () => GERMAN),
  text('a notice in Chinese', noLetter, () => '独立医疗审查\n决定:维持原判。该治疗在医学上没有必要。\n'.repeat(20)),
]

const ARTICLE = `Injured workers wait, and mostly lose
By a staff writer
"Aquatic therapy for the left knee: Upheld," reads the letter on her kitchen table. The reviewer, whom she never met,
found that the request is not medically necessary. Under the heading CLINICAL CASE SUMMARY stand four lines of her life.
"I did not even know that they had decided," the 41 year old said in an interview. Nine in ten denials are upheld.
A spokesman for MAXIMUS told reporters that decision rationale and guidelines are reviewed by physicians.
`

const NEWSLETTER = `Workers' Comp Newsletter, Winter
IMR corner. In CM16-9000090 the reviewer overturned a denial of surgery: "Right shoulder arthroscopy is: Overturned".
Claims Administrator guideline: ACOEM. MAXIMUS guideline: ODG. Practice tip: send the imaging.
In CM16-9000091 opioids were upheld once more. Subscribe to our training.
`

const LAW = `Labor Code section 4610.5. (a) This section applies to any dispute over a utilization review decision.
(c)(2) "Medically necessary" and "medical necessity" mean medical treatment that is reasonably required to cure or
relieve the injured employee of the effects of the injury and based on the standards of subdivision (d).
(f) As part of its notification to the employee, the employer shall provide an application for independent medical
review approved by the administrative director. (k) Upon notice of assignment the employer shall send all records.
`

const REGULATION = `Title 8, California Code of Regulations, section 9792.10.6.
(a) The independent medical review organization shall review the records and provide a final determination.
(d) The determination shall state whether the disputed medical treatment is medically necessary, and shall include the
reviewer's qualifications, the employee's medical condition, a list of the documents reviewed and the rationale.
(e) An application that is not eligible for independent medical review under subdivision (b) shall be returned.
`

const REPORT = `2016 Independent Medical Review (IMR) Report: Analysis of Data
Annual report of the Division of Workers' Compensation
Table 4. Outcomes by treatment category
Pharmaceuticals: Upheld 92.1 %, Overturned 7.9 %
Diagnostic testing: Upheld 90.3 %, Overturned 9.7 %
Applications received: 249,436. Not eligible: 27,000. Median days from assignment to decision: 27.
Statistics of utilization review denials are not collected.
`

const CONTENTS = `TABLE OF CONTENTS
Final determinations, selected
1. Aquatic therapy: Upheld ............................ 3
2. Functional restoration program: Overturned ......... 7
3. Work conditioning, ten visits: Upheld .............. 12
Appendix A. How the IMR Final Determination Was Made ... 40
Appendix B. Clinical case summaries .................... 44
`

const BOARD = `WORKERS' COMPENSATION APPEALS BOARD
Case No. ADJ0000002   OPINION AND DECISION AFTER RECONSIDERATION
Applicant seeks reconsideration of the finding that the IMR determination of 6/2/2016 is valid. The determination
upheld the denial of home health care as not medically necessary. Applicant contends that the utilization review
decision was untimely. Under Labor Code section 4610.6, subdivision (h), the determination is presumed correct. The
petition is DENIED.
`

const JOURNAL = `Outcomes of independent medical review in a state program: a retrospective study
Abstract. Background: since 2013 disputes over medical necessity are decided on paper. Methods: we read 500 decisions
(upheld, overturned) and abstracted diagnoses. Results: 89 % were upheld. Conclusion: evidence is cited in most.
Keywords: utilization review; workers' compensation; medically necessary. Journal of Imaginary Policy 4:1-9.
`

const GUIDELINE = `Chronic Pain Medical Treatment Guidelines
Aquatic therapy. Recommended as an optional form of exercise therapy, where available, as an alternative to therapy on
land. It is specifically recommended where reduced weight bearing is desirable. See Physical medicine for the number of
visits. Criteria for what is medically necessary: functional improvement.
`

const SPANISH = `Estimado trabajador:
Su solicitud de revisión médica independiente (IMR) fue recibida. La terapia acuática no es médicamente necesaria según
la revisión de utilización. La decisión fue confirmada (Upheld). Si tiene preguntas llame a la Oficina de Información.
`

const GERMAN = `Arztbericht
Die Patientin, 41 Jahre alt, stellte sich mit Schmerzen im linken Knie vor. Befund: Druckschmerz am medialen
Gelenkspalt. Beurteilung: Kniedistorsion links. Empfehlung: Krankengymnastik im Wasser, zwölf Einheiten, medizinisch
notwendig.
`
