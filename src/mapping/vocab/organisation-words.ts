/**
 * Words (folded: no case, no diacritics) that only names of organisations have, in the languages of the sources.
 * A word ending in `*` stands for all words that begin so.
 */
const ORGANISATION_WORDS = `
universit* yliopisto organisation* organization* organizacij* collaborations laitos univerz* university univ hochschule fachhochschule* akadem* academ* accadem* instit* istitut* inst zavod faculty facult* facolt* fakul* tiedekunta
department dept departm* departement* dipartiment* abteilung odeljenje odsjek odsek katedra lehrstuhl seminar college colegio kolegij school schule skola skolan scuola escola escuela ecole
laborator* labor lab labs museum museo musee muzej museu muzeum library bibliothek bibliotheque biblioteca biblioteka knjiznica bibliotek kirjasto konyvtar archive archives archiv arhiv arquivo archivo
society societe sociedad sociedade societa gesellschaft drustvo udruzenje association associacao asociacion verein verband vereinigung union savez foundation stiftung fondation fundacion fundacao fondazione fond fondacija zaklada saatio
council conseil consejo conselho consiglio rat savet vijece committee komitee comite comitato comissao kommission commission komisija board bureau office amt agency agence agencia agenzia agencija authority
ministry ministere ministerium ministerio ministerstvo ministarstvo government gouvernement regierung vlada parliament parlament senate congress army navy
company comp co corp corporation inc ltd limited gmbh ag llc llp plc doo kg verlag press publishing publisher publishers editions editorial izdavac* edizioni editions wydawnictwo
hospital klinik* clinic clinica bolnica krankenhaus hopital center centre zentrum centro centar centrum keskus kozpont group groupe gruppe grupo gruppo grupa team staff collaboration consortium konsortium network project projekt service services survey program programme division section unit
bank church crkva kirche diocese parish orchestra orkester orchester choir ensemble theatre theater teatro pozoriste kazaliste gallery galerie galerija observatory opservatorij* federation federacija league party partija trust initiative international national nacional* state states united
универзитет* университет* университ* універс* академи* институт* інститут* факултет* факультет* катедра кафедра друштво общество матица завод музеј музей библиотека народна архив министарство министерство центар центр савез удружење издавач издательство фонд фондација комисија комитет одељење одсек лабораторија болница позориште
πανεπιστημιο ινστιτουτο σχολη ακαδημια
大学 大學 研究所 学院 學院 公司 学会 図書館 圖書館 박물관 대학교 연구소 جامعة معهد مركز דיר אוניברסיטת
`;

/** Words of names of meetings. */
const MEETING_WORDS = 'conference conferenz konferenz konferencija konferencia conferencia conferencia congresso congress kongress kongres kongresi symposium simposio simpozijum simpozij colloquium kolloquium colloque workshop tagung naucni* skup конференција конференция симпозијум симпозиум конгрес конгресс'; // prettier-ignore

/** Small words that stand inside names of organisations, and not in names of persons. */
const CONNECTING_WORDS = 'of for the and fur und pour para per et за и for'; // prettier-ignore

export const ORGANISATION: WordList = wordList(ORGANISATION_WORDS);
export const MEETING: WordList = wordList(MEETING_WORDS);
export const CONNECTING: WordList = wordList(CONNECTING_WORDS);

export interface WordList {
  readonly words: ReadonlySet<string>;
  readonly stems: readonly string[];
}

/** Whether any of the folded words is of the list. */
export function hasListedWord(folded: readonly string[], list: WordList): boolean {
  return folded.some((word) => list.words.has(word) || list.stems.some((stem) => word.startsWith(stem)));
}

function wordList(text: string): WordList {
  const all = text.trim().split(/\s+/);
  return {
    words: new Set(all.filter((word) => !word.endsWith('*'))),
    stems: all.filter((word) => word.endsWith('*')).map((word) => word.slice(0, -1)),
  };
}
