// Stages rows in a file, and says how it went: started where no file may become large.
import { newStagingTable } from '#node/staging/staged-rows.ts'

try {
  const table = newStagingTable(process.argv[2] ?? '')
  for (let row = 1; row <= 300; row += 1) table.add({ row, cells: [`A${row}`, 'x'.repeat(100)] })
  table.finish()
  console.log('all of it was staged')
} catch (error) {
  console.log(error instanceof Error && 'code' in error ? error.code : error)
}
