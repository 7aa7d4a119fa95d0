/** What the first sheet of the template says. */
export const readMe: readonly string[] = [
  'Fill in the sheet "Customers": one row for each contact. A site with two contacts takes two rows, a customer with two sites takes two rows or more.',
  'Write the account number and the site reference on every row: they tell which rows belong together, in any order. Other values of the customer and of the site may be repeated or left empty on later rows. Repeated values must agree.',
  'Columns with an orange-brown header are required. Those with a purple header are required when their group is used, such as the invoice template of a site that receives its own invoices. Columns with a blue header may stay empty, or be deleted.',
  'Every site either has invoice details of its own (invoice template, and payment terms or a payment day) or names in "Invoice site" the site that receives its invoices. Not both.',
  'All cells are formatted as text, so that zeros in front (telephone numbers, sort codes) stay. Write dates as 2026-04-01 or 01/04/2026.',
  'Point at a header to read what belongs there. The sheet "Fields" explains every field, also those without a column here: to use one, add a column with its label as the header.',
  'Then drop this file on the window, or run: onboarder validate FILE.xlsx. Nothing is sent before you have seen the plan and agreed to it.',
]
