import dwcIndex from '../../vocabulary/terms/dwc-index.json' with { type: 'json' }

/** "Category > Sub-category" */
export const CLASSES: readonly string[] = dwcIndex.categories.flatMap(({ category, subcategories }) =>
  subcategories.map(subcategory => `${category} > ${subcategory}`),
)

export const PHARMACEUTICALS: readonly string[] =
  dwcIndex.categories.find(({ category }) => category === 'Pharmaceuticals')?.subcategories ?? []
