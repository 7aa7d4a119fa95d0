import type { z } from 'zod'
import type * as c from '#shared/ipc/comfort-schemas.ts'
import type * as m from '#shared/ipc/mapping-schemas.ts'
import type * as f from '#shared/ipc/mend-schemas.ts'
import type * as s from '#shared/ipc/schemas.ts'
import type * as r from '#shared/ipc/source-schemas.ts'

/** The wire's shapes by name, for the parts of the window. */
export type SourceView = z.output<typeof r.SourceView>
export type SourceProgressed = z.output<typeof r.SourceProgressed>
export type ReadingView = z.output<typeof r.ReadingView>
export type ReadingDecisions = z.output<typeof r.ReadingDecisions>
export type QuestionView = z.output<typeof r.QuestionView>
export type Finding = z.output<typeof r.Finding>
export type TableView = z.output<typeof r.TableView>
export type FileToOpen = z.output<typeof r.FileToOpen>
export type SourceId = z.output<typeof s.SourceId>
export type RunId = z.output<typeof s.RunId>
export type FileToken = z.output<typeof s.FileToken>
export interface ChosenFile { readonly token: FileToken; readonly name: string }
export type RecentFile = z.output<typeof c.RecentFile>
export type Settings = z.output<typeof c.Settings>
export type RowView = z.output<typeof r.RowView>
export type ColumnView = z.output<typeof m.ColumnView>
export type ValueLine = z.output<typeof m.ValueLine>
export type AppliedMapping = z.output<typeof m.AppliedMapping>
export type SavedMapping = z.output<typeof m.SavedMapping>
export type MappingView = z.output<typeof m.MappingView>
export type ReviewView = z.output<typeof s.ReviewView>
export type CountsView = z.output<typeof s.Counts>
export type IssueView = z.output<typeof s.IssueView>
export type CellRange = z.output<typeof r.CellRange>
export type RangeChange = z.output<typeof r.RangeChange>
export type RowFilter = z.output<typeof r.RowFilter>
export type CauseView = z.output<typeof f.CauseView>
export type FixValue = z.output<typeof f.FixValue>
export type CauseFixes = z.output<typeof f.CauseFixes>
export type FixPreview = z.output<typeof f.FixPreview>
export type HistoryView = z.output<typeof f.HistoryView>
export type CustomerRow = z.output<typeof s.CustomerRow>
export type CustomerTree = z.output<typeof s.CustomerTree>
export type TargetView = z.output<typeof s.TargetView>
export type DryRunView = z.output<typeof s.DryRunView>
export type RunProgress = z.output<typeof s.RunProgress>
export type RunEnd = z.output<typeof s.RunEnd>
export type RunSummary = z.output<typeof s.RunSummary>
export type DamagedRun = z.output<typeof s.DamagedRun>
export type RunState = z.output<typeof s.RunState>
export type ReportView = z.output<typeof s.ReportView>
export type ReportLine = z.output<typeof s.ReportLine>
export type ReportBucket = z.output<typeof s.ReportBucket>
export type Bucket = z.output<typeof s.Bucket>
export type Severity = z.output<typeof s.Severity>
