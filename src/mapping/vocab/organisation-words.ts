/**
 * Words (folded: no case, no diacritics) that only names of organisations have, in the languages of the sources.
 * A word ending in `*` stands for all words that begin so, one that begins with `*` for all that end so (compounds).
 * What is a family name too (Câmara, Chiesa, Kirche) is left out where it is one more often.
 */
const ORGANISATION_WORDS = `
universit* universid* yliopisto organisation* organization* organizacij* collaborations laitos univerz* university univ hochschule fachhochschule* akadem* academ* accadem* instit* istitut* inst zavod faculty facult* facolt* fakul* tiedekunta
department dept departm* departement* dipartiment* abteilung odeljenje odsjek odsek katedra lehrstuhl seminar college colegio kolegij school schule skola skolan scuola escola escuela ecole
facultad* faculdad* faculteit departam* sveuciliste visoka wydzial* instytut* politecnic* polytechn* politechn* politehn* hochschul* hogeschool hogskol* hojskole skole szkola lycee liceo gymnasium gimnazija
*institut *institutet *instituut *universitat *universitet *fakultat *fakultet *akademie *zentrum *museum *museet *archiv *archief *bibliothek *bibliotheek *biblioteket *ministerium *departementet *gesellschaft *verein *verband *verlag *anstalt *hochschule *forening *foreningen *forbundet *myndigheten *styrelsen
laborator* labor lab labs museum museo musee muzej museu muzeum library bibliothek bibliotheque biblioteca biblioteka knjiznica bibliotek kirjasto konyvtar archive archives archiv arhiv arquivo archivo
society societe sociedad sociedade societa gesellschaft drustvo udruzenje association associacao asociacion verein verband vereinigung union savez foundation stiftung fondation fundacion fundacao fondazione fond fondacija zaklada saatio
council conseil consejo conselho consiglio rat savet vijece committee komitee comite comitato comissao kommission commission komisija board bureau office amt agency agence agencia agenzia agencija authority
ayuntamiento diputacion consejeria direccion direcao direccao secretaria gobierno governo asamblea assembleia junta oficina ufficio azienda prefeitura municipal* estadual federal gabinete nucleo sindicato sindacato syndicat confedera* federaz* federac* observato* osservatorio orquesta orquestra orchestre choeur partido tribunal mairie prefecture delegation direction
stichting vereniging maatschappij genootschap ministerie gemeente rijksdienst archief bibliotheek uitgeverij ziekenhuis commissie afdeling stiftelse stiftelsen forening selskab selskap sallskapet kommune kommun forlag forlaget sykehus sjukhus sygehus senter avdelning avdelningen direktorat*
uniwersytet* towarzystwo stowarzyszenie fundacja zaklad ministerstwo urzad szpital osrodek komitet komisja zwiazek archiwum ustav knihovna kniznica spolecnost spolek sdruzeni nadace nemocnice urad svaz nakladatelstvi vydavatelstvo vydavatelstvi divadlo
udruga matica opstina opcina poduzece preduzece zadruga naklada nakladnik eparhija biskupija odjel skupstina uprava sluzba
ministry ministere ministero ministerium ministerio ministerstvo ministarstvo government gouvernement regierung vlada parliament parlament senate congress army navy
company comp co corp corporation inc ltd limited gmbh ag llc llp plc doo kg verlag press publishing publisher publishers editions editorial izdavac* edizioni editions wydawnictwo
hospital klinik* clinic clinica bolnica krankenhaus hopital center centre zentrum centro centar centrum keskus kozpont group groupe gruppe grupo gruppo grupa team staff collaboration consortium konsortium network project projekt service services survey program programme division section unit
bank church crkva kirche diocese parish orchestra orkester orchester choir ensemble theatre theater teatro pozoriste kazaliste gallery galerie galerija observatory opservatorij* federation federacija league party partija trust initiative international national nacional* state states united
универзитет* университет* университ* універс* академи* институт* інститут* факултет* факультет* катедра кафедра друштво общество матица завод музеј музей библиотека народна архив министарство министерство центар центр савез удружење издавач издательство фонд фондација комисија комитет одељење одсек лабораторија болница позориште школа агенција управа служба општина скупштина завода удружења школе епархија
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
  /** Of words that are not listed by themselves; absent when the list has none. */
  readonly parts: RegExp | undefined;
}

/** Whether any of the folded words is of the list. */
export function hasListedWord(folded: readonly string[], list: WordList): boolean {
  return folded.some((word) => list.words.has(word) || list.parts?.test(word) === true);
}

function wordList(text: string): WordList {
  const all = text.trim().split(/\s+/);
  const beginnings = all.filter((word) => word.endsWith('*')).map((word) => word.slice(0, -1));
  const endings = all.filter((word) => word.startsWith('*')).map((word) => word.slice(1));
  const forms = [
    ...(beginnings.length > 0 ? [`^(?:${beginnings.join('|')})`] : []),
    ...(endings.length > 0 ? [`(?:${endings.join('|')})$`] : []),
  ];
  return {
    words: new Set(all.filter((word) => !word.includes('*'))),
    parts: forms.length === 0 ? undefined : new RegExp(forms.join('|'), 'u'),
  };
}
