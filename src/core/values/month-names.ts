// Months as people write them in the languages a British operator is likely to be sent, without accents. No word means two months.
const names: readonly string[] = [
  'january jan januar janner janvier janv enero ene gennaio gen gennaro janeiro januari styczen stycznia',
  'february feb februar fevrier fevr fev febrero febbraio fevereiro februari luty lutego',
  'march mar marz maerz mrz mars marzo marco maart mrt marzec marca',
  'april apr avril avr abril abr aprile kwiecien kwietnia',
  'may mai mayo maggio mag maio mei maj maja',
  'june jun juni juin junio giugno giu junho czerwiec czerwca',
  'july jul juli juillet juil julio luglio lug julho lipiec lipca',
  'august aug aout agosto ago augustus augusti sierpien sierpnia',
  'september sep sept septembre septiembre setiembre settembre set setembro wrzesien wrzesnia',
  'october oct oktober okt octobre octubre ottobre ott outubro out pazdziernik pazdziernika',
  'november nov novembre noviembre novembro listopad listopada',
  'december dec dezember dez decembre diciembre dic dicembre dezembro desember des grudzien grudnia',
]

const months: ReadonlyMap<string, number> = new Map(names.flatMap((words, at) => words.split(' ').map((word) => [word, at + 1] as const)))

/** Month number of "Sep", "Sept", "septembre"; 0 when the word, in lower case and without accents, is no month. */
export function monthOf(word: string): number {
  return months.get(word) ?? 0
}
