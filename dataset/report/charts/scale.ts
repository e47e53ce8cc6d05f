/** A scale of shares from 0: its end, and the distance of its ticks. */
export interface Scale {
  readonly end: number
  readonly step: number
}

/** Four to six ticks, the last at or above the highest share. */
export function scaleTo(highest: number): Scale {
  const step = [0.02, 0.05, 0.1].find(step => highest <= 5 * step) ?? 0.2
  return { end: Math.min(1, Math.ceil(highest / step) * step), step }
}

/** The label of a tick, in whole percent. */
export const tick = (share: number): string => `${Math.round(share * 100)}%`
