/** A scale of shares from 0: its end, and the distance of its ticks. */
export interface Scale {
  readonly end: number
  readonly step: number
}

/** The same for all charts of shares, so that they can be compared. */
export const WHOLE: Scale = { end: 1, step: 0.2 }

/** The label of a tick, in whole percent. */
export const tick = (share: number): string => `${Math.round(share * 100)}%`
