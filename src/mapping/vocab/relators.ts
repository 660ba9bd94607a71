/** MARC relator codes and their English terms (id.loc.gov/vocabulary/relators, 2024), as `code term`. */
const RELATOR_TERMS = `
abr abridger|acp art copyist|act actor|adi art director|adp adapter|aft author of afterword|anc announcer|anl analyst|anm animator
ann annotator|ant bibliographic antecedent|ape appellee|apl appellant|app applicant|aqt author in quotations|arc architect
ard artistic director|arr arranger|art artist|asg assignee|asn associated name|ato autographer|att attributed name|auc auctioneer
aud author of dialog|aue audio engineer|aui author of introduction|aup audio producer|aus screenwriter|aut author
bdd binding designer|bjd bookjacket designer|bka book artist|bkd book designer|bkp book producer|blw blurb writer|bnd binder
bpd bookplate designer|brd broadcaster|brl braille embosser|bsl bookseller|cad casting director|cas caster|ccp conceptor
chr choreographer|cli client|cll calligrapher|clr colorist|clt collotyper|cmm commentator|cmp composer|cmt compositor|cnd conductor
cng cinematographer|cns censor|coe contestant-appellee|col collector|com compiler|con conservator|cop camera operator|cor collection registrar
cos contestant|cot contestant-appellant|cou court governed|cov cover designer|cpc copyright claimant|cpe complainant-appellee
cph copyright holder|cpl complainant|cpt complainant-appellant|cre creator|crp correspondent|crr corrector|crt court reporter
csl consultant|csp consultant to a project|cst costume designer|ctb contributor|cte contestee-appellee|ctg cartographer|ctr contractor
cts contestee|ctt contestee-appellant|cur curator|cwt commentator for written text|dbd dubbing director|dbp distribution place|dfd defendant
dfe defendant-appellee|dft defendant-appellant|dgc degree committee member|dgg degree granting institution|dgs degree supervisor
dis dissertant|djo dj|dln delineator|dnc dancer|dnr donor|dpc depicted|dpt depositor|drm draftsman|drt director|dsr designer
dst distributor|dtc data contributor|dte dedicatee|dtm data manager|dto dedicator|dub dubious author|edc editor of compilation
edd editorial director|edm editor of moving image work|edt editor|egr engraver|elg electrician|elt electrotyper|eng engineer|enj enacting jurisdiction
etr etcher|evp event place|exp expert|fac facsimilist|fds film distributor|fld field director|flm film editor|fmd film director|fmk filmmaker
fmo former owner|fmp film producer|fnd funder|fon founder|fpy first party|frg forger|gdv game developer|gis geographic information specialist
his host institution|hnr honoree|hst host|ill illustrator|ilu illuminator|ins inscriber|inv inventor|isb issuing body|itr instrumentalist
ive interviewee|ivr interviewer|jud judge|jug jurisdiction governed|lbr laboratory|lbt librettist|ldr laboratory director|led lead
lee libelee-appellee|lel libelee|len lender|let libelee-appellant|lgd lighting designer|lie libelant-appellee|lil libelant
lit libelant-appellant|lsa landscape architect|lse licensee|lso licensor|ltg lithographer|ltr letterer|lyr lyricist|mcp music copyist
mdc metadata contact|med medium|mfp manufacture place|mfr manufacturer|mka makeup artist|mod moderator|mon monitor|mrb marbler
mrk markup editor|msd musical director|mte metal-engraver|mtk minute taker|mup music programmer|mus musician|mxe mixing engineer|nan news anchor
nrt narrator|onp onscreen participant|opn opponent|org originator|orm organizer|osp onscreen presenter|oth other|own owner|pad place of address
pan panelist|pat patron|pbd publisher director|pbl publisher|pdr project director|pfr proofreader|pht photographer|plt platemaker
pma permitting agency|pmn production manager|pnc penciller|pop printer of plates|ppm papermaker|ppt puppeteer|pra praeses|prc process contact
prd production personnel|pre presenter|prf performer|prg programmer|prm printmaker|prn production company|pro producer|prp production place
prs production designer|prt printer|prv provider|pta patent applicant|pte plaintiff-appellee|ptf plaintiff|pth patent holder
ptt plaintiff-appellant|pup publication place|rap rapporteur|rbr rubricator|rcd recordist|rce recording engineer|rcp addressee|rdd radio director
red redaktor|ren renderer|res researcher|rev reviewer|rpc radio producer|rps repository|rpt reporter|rpy responsible party
rse respondent-appellee|rsg restager|rsp respondent|rsr restorationist|rst respondent-appellant|rth research team head
rtm research team member|rxa remix artist|sad scientific advisor|sce scenarist|scl sculptor|scr scribe|sde sound engineer|sds sound designer
sec secretary|sfx special effects provider|sgd stage director|sgn signer|sht supporting host|sll seller|sng singer|spk speaker|spn sponsor
spy second party|srv surveyor|std set designer|stg setting|stl storyteller|stm stage manager|stn standards body|str stereotyper
swd software developer|tad technical advisor|tau television writer|tcd technical director|tch teacher|ths thesis advisor|tld television director
tlg television guest|tlh television host|tlp television producer|trc transcriber|trl translator|tyd type designer|tyg typographer
uvp university place|vac voice actor|vdg videographer|vfx visual effects provider|voc vocalist|wac writer of added commentary
wal writer of added lyrics|wam writer of accompanying material|wat writer of added text|waw writer of afterword|wdc woodcutter
wde wood engraver|wfs writer of film story|wft writer of intertitles|wfw writer of foreword|win writer of introduction|wit witness
wpr writer of preface|wst writer of supplementary textual content|wts writer of television story
`;

/** What sources write in the languages of their catalogues, and contributor types of DataCite 4.6, by code. */
const RELATOR_SYNONYMS: Readonly<Record<string, string>> = {
  adp: 'bearbeiter|bearb|adaptateur|adaptador|prerađivač|прерадио|adapt',
  arr: 'arr|arrangeur|arreglista|aranžer|аранжер',
  aui: 'verfasser der einleitung|autor predgovora|аутор предговора|introduction by|préfacier|prologuista',
  aut: 'auth|autor|autora|autorin|auteur|auteure|autore|autrice|verfasser|verfasserin|vf|verf|författare|forfatter|kirjoittaja|tekijä|szerző|yazar|avtor|avtorica|автор|аутор|автори|συγγραφέας|scriitor|autorka|autorius|著者|著|作者|저자|المؤلف|author(s)|authors|written by|writer|von|napisao|написао',
  cmm: 'kommentator|kommentar|commentaire|komentator',
  cmp: 'komponist|kompon|compositeur|compositor|compositore|kompozitor|skladatelj|композитор|zeneszerző|säveltäjä|tonsättare',
  cnd: 'dirigent|dir|chef d’orchestre|direttore d’orchestra|dirigenta|диригент|дирижер',
  com: 'comp|zusammensteller|zsgest|compilateur|compilador|compilatore|sastavljač|sastavio|саставио|составитель|сост|priredio|priredila|приредио|приредила|prir|прир|priredili|приредили|priređivač|приређивач|összeáll',
  cph: 'rightsholder|rights holder|copyright owner',
  cre: 'creador|créateur|urheber|urheberin|stvaralac|tvorac|творац|creatore',
  ctb: 'contrib|collaborator|mitwirkender|mitwirkende|mitarb|mitarbeiter|collaborateur|colaborador|colaboradora|collaboratore|saradnik|suradnik|сарадник|участник|medverkande|bidragsyter',
  ctg: 'kartograf|kartogr|cartographe|cartógrafo|картограф',
  cur: 'datacurator|kurator|kurator:in|kustos|kustosinja|кустос|commissaire',
  dgg: 'degree grantor|grad-verleihende institution|degreegrantinginstitution|promoting institution',
  dsr: 'dizajner|дизајнер|gestalter|concepteur|diseñador',
  drt: 'regisseur|regie|réalisateur|realizador|regista|režiser|redatelj|режиссер|редитељ|rendező',
  dst: 'distributeur|distribuidor|vertrieb|дистрибутер',
  dtm: 'datamanager',
  edt: 'ed|eds|hrsg|hg|hrsgg|editor(s)|editors|edited by|herausgeber|herausgeberin|herausgegeben von|herausgegeben|éditeur scientifique|éd|éditeur|directeur de la publication|dir. de publ|editora|coord|coordinador|coordinateur|coordenador|organizador|a cura di|curatore|redakteur|redaktör|redaktor|redaktør|red|redaktorka|urednik|urednica|ur|glavni urednik|odgovorni urednik|uredio|uredila|уредник|уредница|уредио|уредила|ур|главни уредник|редактор|ред|под ред|under red|szerk|szerkesztő|toimittaja|toim|editör|επιμέλεια|επιμ|编者|主编|編者|編|편집자',
  egr: 'stecher|graveur|grabador|incisore|graver|гравер',
  fnd: 'förderer|geldgeber|financeur|financiador|finansijer',
  his: 'hostinginstitution|hosting institution|host institution',
  ill: 'illus|illustr|illustrateur|ilustrador|illustratore|illustratör|illustratør|ilustrator|ilustratorka|илустратор|иллюстратор|kuvittaja|ilustrovao|илустровао|il',
  ivr: 'intervieweur|interviewerin|entrevistador',
  opn: 'opponenten|oponent|оппонент|vastaväittäjä',
  orm: 'veranstalter|organisateur|organizátor|organizator|организатор',
  pbl: 'verlag|verleger|éditeur commercial|izdavač|издавач|издатель|kiadó|förlag|kustantaja|uitgever|wydawca|vydavatel|editorial|editora comercial',
  pdr: 'projectleader|project leader|projektleiter|rukovodilac projekta',
  pht: 'fotograf|fotogr|photographe|fotógrafo|fotografo|fotografkinja|фотограф|valokuvaaja|fot|phot',
  prf: 'interpret|interprète|intérprete|ausführender|izvođač|извођач|исполнитель',
  pro: 'produzent|producteur|productor|produttore|producent|продуцент|продюсер',
  prt: 'drucker|druck|imprimeur|impresor|tipografo|štampar|tiskar|штампар',
  res: 'forscher|chercheur|investigador|istraživač|истраживач',
  rev: 'rezensent|rezensentin|critique|recenzent|recenzenti|рецензент|рецензенти|reseñador|recensore|lektor recenzent',
  rth: 'principal investigator|pi|forschungsleiter',
  sgd: 'spielleiter|metteur en scène',
  sng: 'sänger|sängerin|chanteur|cantante|pevač|pjevač|певач|певец',
  spk: 'vortragender|redner|conférencier|conferencista|predavač|предавач|докладчик|előadó',
  spn: 'sponsoring body|sponzor|спонзор|auftraggeber',
  ths: 'advisor|adviser|supervisor|thesis supervisor|dissertation advisor|doctoral advisor|academic advisor|committee chair|betreuer|betreuerin|doktorvater|doktormutter|erstgutachter|gutachter|gutachterin|zweitgutachter|handledare|veileder|vejleder|ohjaaja|directeur de thèse|directrice de thèse|director de tesis|directora|director(a)|tutor|tutora|asesor|asesora|orientador|orientadora|relatore|promotor|mentor|mentorka|ментор|ментори|promotorka|vedoucí práce|školitel|školiteľ|témavezető|danışman|научный руководитель|науковий керівник|научен ръководител|επιβλέπων|επιβλέπουσα|导师|指導教授|지도교수|המנחה|المشرف',
  trc: 'transkribent|transcripteur',
  trl: 'trans|transl|translated by|tr|trad|übersetzer|übersetzerin|übers|übers. von|aus dem|traducteur|traductrice|traductor|traductora|tradutor|tradutora|traduttore|traduttrice|översättare|oversetter|oversætter|kääntäjä|fordító|ford|çevirmen|çev|vertaler|vert|tłumacz|tłum|překladatel|přel|prevodilac|preveo|prevela|prevodilac(a)|prevoditelj|prevod|prev|preveli|преводилац|превео|превела|прев|переводчик|пер|перекладач|преводач|μεταφραστής|μτφρ|译者|訳者|訳|옮긴이',
}; // prettier-ignore

export const RELATOR_CODES: ReadonlyMap<string, string> = new Map(
  RELATOR_TERMS.trim()
    .split(/[|\n]/)
    .map((entry) => [entry.slice(0, 3), entry.slice(4)]),
);

/** What sources write for a relator, with its code; English terms included. Neither is folded. */
export const RELATOR_TEXTS: readonly (readonly [string, string])[] = [
  ...[...RELATOR_CODES].map(([code, term]) => [term, code] as const),
  ...Object.entries(RELATOR_SYNONYMS).flatMap(([code, texts]) =>
    texts.split('|').map((text) => [text, code] as const),
  ),
];
