import type { Operators } from '../../drawing/state.ts'
import { refuse } from '../not-plain.ts'

/** The numbers that stand for the parts of a path in what `drawing/` reads: move, line and close. */
const [MOVE, LINE, CLOSE] = [0, 1, 4]

/** A path under construction (ISO 32000-1, 8.5.2); in single precision when it is done, as pdf.js has it. */
export class Path {
  private parts: number[] = []
  private bounds = emptyBounds()

  get isEmpty(): boolean {
    return this.parts.length === 0
  }

  move(x: number, y: number): void {
    this.parts.push(MOVE, x, y)
    this.include(x, y)
  }

  line(x: number, y: number): void {
    if (this.isEmpty) refuse('operator')
    this.parts.push(LINE, x, y)
    this.include(x, y)
  }

  close(): void {
    if (this.isEmpty) refuse('operator')
    this.parts.push(CLOSE)
  }

  rectangle(x: number, y: number, width: number, height: number): void {
    const [right, top] = [x + width, y + height]
    if (width === 0 || height === 0) this.parts.push(MOVE, x, y, LINE, right, top, CLOSE)
    else this.parts.push(MOVE, x, y, LINE, right, y, LINE, right, top, LINE, x, top, CLOSE)
    this.include(x, y)
    this.include(right, top)
  }

  /** The path for `paint`, after which there is none. */
  done(paint: number): Operators['argsArray'][number] {
    if (this.isEmpty) return [paint, [null], null]
    const done = [paint, [new Float32Array(this.parts)], this.bounds]
    this.parts = []
    this.bounds = emptyBounds()
    return done
  }

  private include(x: number, y: number): void {
    const { bounds } = this
    bounds[0] = Math.min(bounds[0]!, x)
    bounds[1] = Math.min(bounds[1]!, y)
    bounds[2] = Math.max(bounds[2]!, x)
    bounds[3] = Math.max(bounds[3]!, y)
  }
}

const emptyBounds = (): Float32Array =>
  Float32Array.of(
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  )
