// The manual, for operators. The window shows it; docs/manual.md is made from it, and a test keeps the two alike.
import { bucketWords, reportBuckets } from '#core/model/report.ts'

export interface ManualSection {
  readonly title: string
  readonly text: readonly string[]
  /** What is looked up: a term or a situation, and what there is to say about it. */
  readonly terms: readonly { readonly term: string; readonly text: string }[]
  /** Said after the terms. */
  readonly end?: string
}

export const manual: readonly ManualSection[] = [
  {
    title: 'From a spreadsheet to Elevate',
    text: ['Nothing is sent before you have seen a dry run and approved exactly what it shows. Up to there you can go back to every step.'],
    terms: [
      { term: 'File', text: 'Drop one CSV or Excel file, or several that belong together, or choose them.' },
      { term: 'Check', text: 'How the file was read, and why. Where it can be read in two ways you are asked; nothing is guessed.' },
      { term: 'Match', text: 'Which column fills which field of Elevate. Values that are not understood are confirmed here. A matching can be saved for the next file.' },
      { term: 'Review', text: 'Every problem with its cell. Correct cells by hand, or mend all problems with the same cause at once. Customers with errors are held back, the others can go on.' },
      { term: 'Dry run', text: 'Asks the server which customers it has, and shows what would be sent, to the last character.' },
      { term: 'Import', text: 'Sends the customers. It can be paused, slowed down, cancelled and resumed.' },
      { term: 'Report', text: 'What became of every row. It can be saved; what is left to mend comes as a workbook that you correct and drop here again.' },
    ],
  },
  {
    title: 'What you can rely on',
    text: [
      'When an import has come to its end, with as many interruptions and resumes as it took, each customer that was to be sent is in Elevate exactly once, with all its sites and contacts, or the report says exactly what is not so. Every row of the file stands in one line of the report.',
      'Each request is noted on this computer before it is sent. When its answer is lost, nothing is sent again until the program has waited and looked on the server, and the customer is not there. In the end every customer is counted on the server once more.',
      'The first customer is sent alone, read back and compared. If it came out different, the import stops there, with that one.',
      'All this holds as long as:',
    ],
    terms: [
      { term: 'Late requests', text: 'A request that nobody waits for any more is carried out within the waiting time, or never. The program waits two minutes, and longer where the server is slow.' },
      { term: 'Late reads', text: 'What was created can be read on the server in less than that time.' },
      { term: 'One at a time', text: 'Nobody else creates the same account numbers meanwhile: not by hand in Elevate, not with another program, and not with this program on another computer.' },
    ],
    end: 'Where one of the three is broken, a customer may be in Elevate twice. The final look at the server finds it, and the report calls it double and names both numbers.',
  },
  {
    title: 'What the words of the report mean',
    text: ['Each row ends in exactly one of these.'],
    terms: reportBuckets.map((bucket) => ({ term: bucketWords[bucket].title, text: bucketWords[bucket].meaning })),
  },
  {
    title: 'When something happens',
    text: ['An import that has not ended is listed on the first page, with what can be done about it. Resuming is safe: what may have arrived is looked up before anything is sent again.'],
    terms: [
      { term: 'You pause it', text: 'Requests under way are finished, nothing else is sent until you go on.' },
      { term: 'You cancel it', text: 'No further customer is begun; those begun are completed. You can resume it later, or cancel it for good.' },
      { term: 'You close the window', text: 'You are asked first. Requests under way are finished and noted; resume the import when you are back.' },
      { term: 'The computer or the program stops', text: 'Start the program again and resume the import. Sign in first: the password is not kept.' },
      { term: 'The computer sleeps', text: 'The import goes on when it wakes. What had no answer yet is waited for anew, and looked up.' },
      { term: 'There is no network, or the server has trouble', text: 'The program tries again by itself: a minute without a connection, a quarter of an hour in other trouble. Then it stops, and can be resumed.' },
      { term: 'The server asks to slow down', text: 'The import slows down by itself, and becomes faster again step by step.' },
      { term: 'A customer is being checked', text: 'It was sent and no clear answer came. It is looked up on the server before anything is sent again; the others go on meanwhile.' },
      { term: 'The password is refused', text: 'It is not sent again by itself, so that the account is not locked. Sign in again.' },
      { term: 'You import the same file again', text: 'The dry run says so. Customers that are in Elevate already are recognised by their account number and not sent.' },
      { term: 'You change the file after the dry run', text: 'What you approved is what is sent. Open the file again for the rest.' },
      { term: 'Somebody else imports on this computer', text: 'One import at a time goes to the same server and brand, in whatever window or on the command line.' },
      { term: 'The disk is full or broken', text: 'What cannot be noted is not sent: the import stops. Make room, and resume it.' },
      { term: 'The journal is damaged', text: 'It is set aside unchanged, and nothing is sent from it. Import the file once more: customers that are there are found and not sent twice.' },
      { term: 'A customer is double', text: 'Look at both in Elevate and end-date the one that is too much. The program ends no customer by itself.' },
    ],
  },
  {
    title: 'Practice',
    text: [
      'The practice server is part of the program and runs on this computer. It behaves like Elevate, nothing leaves the computer, and it forgets everything when the program closes.',
      '“Make it difficult” lets it lose answers, be slow, refuse and forget, as a bad day would. The page of the import shows which customers are being checked, why, and when each is looked up. Every customer must still arrive exactly once.',
    ],
    terms: [],
  },
  {
    title: 'What is kept on this computer',
    text: ['All of it is readable by you alone, and nothing of it is sent anywhere but to the server that you chose.'],
    terms: [
      { term: 'The journal', text: 'The rows of each import, what became of them, and the ids in Elevate. You delete an import that has ended on the first page.' },
      { term: 'Requests', text: 'Their content is wiped when the import has ended.' },
      { term: 'The password', text: 'In memory only, while the program runs.' },
      { term: 'Settings', text: 'Colours, contrast and zoom, and the names of the last files; saved matchings.' },
    ],
  },
]
