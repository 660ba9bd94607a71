/**
 * File name extensions and format names → media types, from the IANA registry
 * (https://www.iana.org/assignments/media-types/) and common usage.
 */
export const TOP_LEVEL_TYPES: ReadonlySet<string> = new Set([
  'application', 'audio', 'chemical', 'font', 'image', 'message', 'model', 'multipart', 'text', 'video',
]); // prettier-ignore

export const MEDIA_TYPE_BY_EXTENSION: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '7z': 'application/x-7z-compressed',
    avi: 'video/x-msvideo',
    bmp: 'image/bmp',
    csv: 'text/csv',
    djvu: 'image/vnd.djvu',
    doc: 'application/msword',
    docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    epub: 'application/epub+zip',
    flac: 'audio/flac',
    gif: 'image/gif',
    gz: 'application/gzip',
    htm: 'text/html',
    html: 'text/html',
    jp2: 'image/jp2',
    jpeg: 'image/jpeg',
    jpg: 'image/jpeg',
    json: 'application/json',
    mobi: 'application/x-mobipocket-ebook',
    mov: 'video/quicktime',
    mp3: 'audio/mpeg',
    mp4: 'video/mp4',
    mpeg: 'video/mpeg',
    mpg: 'video/mpeg',
    odp: 'application/vnd.oasis.opendocument.presentation',
    ods: 'application/vnd.oasis.opendocument.spreadsheet',
    odt: 'application/vnd.oasis.opendocument.text',
    ogg: 'audio/ogg',
    pdf: 'application/pdf',
    png: 'image/png',
    ppt: 'application/vnd.ms-powerpoint',
    pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    ps: 'application/postscript',
    rar: 'application/vnd.rar',
    rtf: 'application/rtf',
    svg: 'image/svg+xml',
    tar: 'application/x-tar',
    tif: 'image/tiff',
    tiff: 'image/tiff',
    tsv: 'text/tab-separated-values',
    txt: 'text/plain',
    wav: 'audio/x-wav',
    webm: 'video/webm',
    xls: 'application/vnd.ms-excel',
    xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    xml: 'application/xml',
    zip: 'application/zip',
  }),
);

/** Names of formats in lower case, where they are not extensions. */
export const MEDIA_TYPE_BY_NAME: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'adobe acrobat': 'application/pdf',
    'adobe pdf': 'application/pdf',
    'microsoft excel': 'application/vnd.ms-excel',
    'microsoft powerpoint': 'application/vnd.ms-powerpoint',
    'microsoft word': 'application/msword',
    'ms word': 'application/msword',
    'plain text': 'text/plain',
    postscript: 'application/postscript',
    'rich text format': 'application/rtf',
  }),
);
