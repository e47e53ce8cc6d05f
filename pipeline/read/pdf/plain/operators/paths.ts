import { OPS } from '../../drawing/ops.ts'
import { emit, type NamedOperator, type Operator } from './operator.ts'
import type { Path } from './path.ts'

const build = (operands: string, perform: (path: Path, own: never) => void): Operator => ({
  operands,
  inPath: true,
  perform: ({ path }, own) => perform(path, own),
})

/** Paints a path, or ends it (8.5.3). */
const paint = (operation: number, closes = false): Operator => ({
  operands: '',
  inPath: true,
  perform: reading => {
    if (closes) reading.path.close()
    emit(reading, OPS.constructPath, reading.path.done(operation))
  },
})

const clip = (operation: number): Operator => ({
  operands: '',
  inPath: true,
  perform: reading => emit(reading, operation, []),
})

/** Paths: building, painting and clipping (ISO 32000-1, 8.5). */
export const PATH_OPERATORS: readonly NamedOperator[] = [
  ['m', build('nn', (path, [x, y]: [number, number]) => path.move(x, y))],
  ['l', build('nn', (path, [x, y]: [number, number]) => path.line(x, y))],
  ['h', build('', path => path.close())],
  [
    're',
    build('nnnn', (path, [x, y, width, height]: [number, number, number, number]) =>
      path.rectangle(x, y, width, height),
    ),
  ],
  ['S', paint(OPS.stroke)],
  ['s', paint(OPS.closeStroke, true)],
  ['f', paint(OPS.fill)],
  ['F', paint(OPS.fill)],
  ['f*', paint(OPS.eoFill)],
  ['B', paint(OPS.fillStroke)],
  ['B*', paint(OPS.eoFillStroke)],
  ['b', paint(OPS.closeFillStroke, true)],
  ['b*', paint(OPS.closeEOFillStroke, true)],
  ['n', paint(OPS.endPath)],
  ['W', clip(OPS.clip)],
  ['W*', clip(OPS.eoClip)],
]
