/**
 * DCMI Type Vocabulary (https://www.dublincore.org/specifications/dublin-core/dcmi-terms/#section-7, 2020-01-20,
 * CC BY 4.0): the twelve classes, what sources write for them, and what MODS 3.8 calls them.
 */
import type { DcmiType } from './coar-types.ts';

export const DCMI_TYPE_NAMESPACE = 'http://purl.org/dc/dcmitype/';

/** Folded before comparison. English variants, MODS and MARC type names, and labels in other languages. */
export const DCMI_TYPE_SYNONYMS: Readonly<Record<DcmiType, string>> = {
  Collection:
    'collections|Sammlung|colección|coleção|collezione|zbirka|збирка|kolekcja|kolekce|коллекция|gyűjtemény',
  Dataset: '',
  Event: 'Veranstaltung|événement|evento|događaj|догађај|wydarzenie|событие|esemény',
  Image:
    'images|pictures|Bild|imagen|imagem|immagine|imatge|afbeelding|bilde|kuva|slika|слика|obraz|изображение|kép|resim|图像|画像',
  InteractiveResource:
    'interactive resource|recurso interactivo|recurso interativo|risorsa interattiva|ressource interactive|interaktive Ressource|интерактивный ресурс',
  MovingImage:
    'moving images|bewegte Bilder|Bewegtbild|image animée|imagen dinámica|imagen en movimiento|imagem em movimento|imagem animada|immagine in movimento|pokretna slika|движущееся изображение|运动图像',
  PhysicalObject:
    'physical objects|three dimensional object|object|artefact|artifact|objeto físico|physisches Objekt|objet physique',
  Service: 'Dienst|servicio|serviço|servizio',
  Software: 'software, multimedia',
  Sound:
    'sounds|audio|sound recording|sound recording-musical|sound recording-nonmusical|Ton|Tonaufnahme|son|sonido|som|suono|zvuk|звук|dźwięk|hang|ses|声音|音声',
  StillImage:
    'still images|Einzelbild|Standbild|image fixe|imagen fija|imagem fixa|imagem estática|immagine fissa|imatge fixa|nepokretna slika|статическое изображение|静态图像',
  Text: 'texts|texte|texto|testo|tekst|teksti|текст|szöveg|metin|文本|テキスト|κείμενο|TEXTO',
};

/**
 * MODS 3.8 typeOfResource values (https://www.loc.gov/standards/mods/userguide/typeofresource.html). Image, Event
 * and Service have no counterpart: MODS knows only still and moving images.
 */
export const MODS_TYPE_OF_RESOURCE: Readonly<Partial<Record<DcmiType, string>>> = {
  Collection: 'mixed material',
  Dataset: 'software, multimedia',
  InteractiveResource: 'software, multimedia',
  MovingImage: 'moving image',
  PhysicalObject: 'three dimensional object',
  Software: 'software, multimedia',
  Sound: 'sound recording',
  StillImage: 'still image',
  Text: 'text',
};
