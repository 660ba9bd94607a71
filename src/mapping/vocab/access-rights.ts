/**
 * COAR Access Rights 1.0 (https://vocabularies.coar-repositories.org/access_rights/, CC BY 4.0), with the
 * info:eu-repo access right that says the same (OpenAIRE guidelines 3.0) and what sources write.
 */
export interface AccessRight {
  readonly uri: string;
  readonly label: string;
  readonly eurepo: string;
  readonly synonyms: string;
}

const ACCESS_RIGHT_NAMESPACE = 'http://purl.org/coar/access_right/';

type Row = readonly [id: string, label: string, eurepo: string, synonyms: string];

const ROWS: readonly Row[] = [
  [
    'c_abf2', 'open access', 'openAccess',
    'openaccess|public|free access|freely available|unrestricted|unrestricted access|accès ouvert|libre accès|accès libre|acceso abierto|acceso libre|acesso aberto|acesso livre|accesso aperto|accés obert|offener Zugang|Open-Access|frei zugänglich|öppen tillgång|åpen tilgang|avoin pääsy|vapaa pääsy|otvoreni pristup|отворени приступ|otvoren pristup|prost dostop|otwarty dostęp|otevřený přístup|открытый доступ|відкритий доступ|szabad hozzáférés|nyílt hozzáférés|açık erişim|acces deschis|ανοικτή πρόσβαση|开放获取|オープンアクセス',
  ],
  [
    'c_f1cf', 'embargoed access', 'embargoedAccess',
    'embargoed|embargo|under embargo|accès sous embargo|sous embargo|acceso embargado|embargado|acesso embargado|accesso sottoposto a embargo|Embargo-Zugang|zugang mit embargo|odloženi pristup|одложени приступ|доступ с эмбарго|dostęp z embargiem',
  ],
  [
    'c_16ec', 'restricted access', 'restrictedAccess',
    'restricted|limited access|restricted to repository staff only|accès restreint|accès limité|acceso restringido|acesso restrito|accesso ristretto|accesso limitato|eingeschränkter Zugang|eingeschränkt|beschränkter Zugang|begränsad tillgång|ograničen pristup|ograničeni pristup|ограничен приступ|ограничени приступ|omejen dostop|ograniczony dostęp|omezený přístup|ограниченный доступ|korlátozott hozzáférés|kısıtlı erişim|http://purl.org/eprint/accessRights/RestrictedAccess',
  ],
  [
    'c_14cb', 'metadata only access', 'closedAccess',
    'closed access|closed|metadata only|metadata-only|no access|accès fermé|acceso cerrado|acesso fechado|accesso chiuso|geschlossener Zugang|kein Zugang|zatvoren pristup|zatvoreni pristup|затворен приступ|затворени приступ|zaprt dostop|zamknięty dostęp|uzavřený přístup|закрытый доступ|zárt hozzáférés|kapalı erişim|http://purl.org/eprint/accessRights/ClosedAccess',
  ],
]; // prettier-ignore

export const ACCESS_RIGHTS: readonly AccessRight[] = ROWS.map(([id, label, eurepo, synonyms]) => ({
  uri: ACCESS_RIGHT_NAMESPACE + id,
  label,
  eurepo,
  synonyms,
}));
