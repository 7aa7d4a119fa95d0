import { ask, askQuietly, type Desk } from './asking.ts'
import type { MappingView, SourceId } from './views.ts'

export interface ColumnChoice { readonly table: number; readonly column: number; readonly target: string | null; readonly dateOrder?: 'dmy' | 'mdy' | 'ymd'; readonly decimalSign?: 'point' | 'comma' }

/** Matching the columns of the file that is open. */
export function mappingActions(desk: Desk) {
  const { client, now, tell } = desk
  const source = (): SourceId | null => {
    const { step } = now()
    return 'work' in step ? step.work.source.sourceId : null
  }
  type Mapping = ReturnType<typeof client.mapping.read>
  const changeMapping = async (call: (sourceId: SourceId) => Mapping, isShown: boolean): Promise<MappingView | null> => {
    const sourceId = source()
    if (sourceId === null) return null
    const answer = isShown ? await ask(desk, 'mapping', () => call(sourceId)) : await askQuietly(desk, () => call(sourceId))
    if (answer === null) return null
    tell({ kind: 'mapping-read', sourceId, mapping: answer.value })
    return answer.value
  }
  return {
    readMapping: () => changeMapping((sourceId) => client.mapping.read({ sourceId }), true),
    resetMapping: () => changeMapping((sourceId) => client.mapping.reset({ sourceId }), true),
    setColumn: (choice: ColumnChoice) => changeMapping((sourceId) => client.mapping.setColumn({ sourceId, ...choice }), false),
    setValues: (choice: { readonly table: number; readonly column: number; readonly values: Readonly<Record<string, string>> }) => changeMapping((sourceId) => client.mapping.setValues({ sourceId, ...choice, values: { ...choice.values } }), false),
    setFillDown: (table: number, fillDown: boolean | null) => changeMapping((sourceId) => client.mapping.setFillDown({ sourceId, table, fillDown }), false),
    saveMappingAs: (name: string) => changeMapping((sourceId) => client.mapping.saveAs({ sourceId, name }), true),
    applyMapping: (id: string) => changeMapping((sourceId) => client.mapping.apply({ sourceId, id }), true),
    async loadMapping(): Promise<MappingView | null> {
      const chosen = await ask(desk, 'mapping', () => client.files.chooseMapping({}))
      if (chosen === null) return null
      const { value } = chosen
      if (value !== null) return changeMapping((sourceId) => client.mapping.load({ sourceId, token: value.token }), true)
      tell({ kind: 'answered' })
      return null
    },
    setFixed: (field: string, text: string | null) => changeMapping((sourceId) => client.mapping.setFixed({ sourceId, field, text }), false),
    async saveMapping(): Promise<void> {
      const sourceId = source()
      const place = await ask(desk, 'saving', () => client.files.chooseSave({ suggestedName: 'matching.mapping.json', kind: 'mapping' }))
      if (place === null || sourceId === null) return
      const { value } = place
      if (value === null || (await ask(desk, 'saving', () => client.mapping.save({ sourceId, token: value.token }))) !== null) tell({ kind: 'answered' })
    },
  }
}
