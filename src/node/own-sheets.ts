// Headings of sheets that we write and never read: by them, and by nothing else, they are known when a workbook comes back.

/** Of the sheet that explains the fields in a template. */
export const helpHeadings: readonly string[] = ['Label (header of the column)', 'Field', 'Required', 'What to write', 'Explanation']

/** Of the two sheets about an import as a whole, in the workbook that is given back after it. */
export const summaryHeadings: readonly string[] = ['Elevate Onboarder', 'Result of an import', 'Written by the program', 'Not read when this workbook is imported again']
export const issueHeadings: readonly string[] = ['Severity', 'Sheet', 'Row', 'Customer', 'Site', 'Field', 'Value', 'What is wrong and what to do', 'Code']
