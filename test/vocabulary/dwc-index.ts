/** The sub-categories of the Division of Workers' Compensation that letters fall into, typos corrected, doubles merged. */
export const PHARMACEUTICALS: readonly string[] =
  `Adrenal Cortical Steroids; Anti-coagulant; Anti-epilepsy drugs; Anti-infectives; AntiAnxiety; Antidepressant;
Antidiabetics; Antiemetic; Antihistamine; Antihypertensive; Antimigraine Agent; Asthma Medications; Atypical Antipsychotic;
Barbiturates; Benzodiazepines; Beta-blocker; Bisphosphonates; Calcium Channel Blocker; Cannabinoids; GI Agents; H2 Blocker;
Hormones; Impotence Agents; Injection; Misc Analgesics; Muscle Relaxant; NSAID; Nutritional Products; Opioid Antagonist;
Opioids; Proton Pump Inhibitors; Sedative-hypnotics; Statin; Stimulants; Topical Analgesics; Topical Compounds;
Viscosupplementation`.split(/;\s/)

const SERVICES: Readonly<Record<string, string>> = {
  'Diagnostic Testing': 'Imaging & Radiology; EMG/NCV/NCS; Lab & Pathology; Other Diagnostic Tests',
  DMEPOS: 'DME; Electrical Stimulation; Prosthetics/Orthotics; Supplies',
  'Evaluation & Management': 'Dental Services; Medical Specialties',
  'Home Health': 'Home Health',
  Injection: 'Facet Injection; Injection',
  Programs: 'Programs',
  'Psych Services': 'Evaluation & Management; Therapies',
  Rehabilitation: 'Acupuncture; Chiropractic; Other Therapies; Physical Therapy/Occupational Therapy',
  Surgery: 'Adjunct Surgical Services; Arthroscopic Surgery; Non-arthroscopic Surgery; Spine; Surgical Consult',
  Transportation: 'Transportation',
  Other: 'Other',
}

/** "Category > Sub-category" */
export const CLASSES: readonly string[] = [
  ...Object.entries(SERVICES).flatMap(([category, list]) => list.split('; ').map(name => `${category} > ${name}`)),
  ...PHARMACEUTICALS.map(name => `Pharmaceuticals > ${name}`),
]
