import { z } from '../../../schema/index.ts';
import { MEDIA_TYPE_BY_EXTENSION, MEDIA_TYPE_BY_NAME, TOP_LEVEL_TYPES } from '../../vocab/media-types.ts';
import { NOT_MINE, valueTransform, type TransformContext } from '../../transform.ts';

/** RFC 6838 §4.2; parameters such as `charset` are dropped. EPrints 2 puts the file's URL after the type. */
const MIME =
  /^([a-z]{4,11})\/([a-z0-9][a-z0-9!#$&^_.+-]{0,126})(?:\s{0,3};.{0,200}|\s{1,3}(https?:\/\/.{0,1000}))?$/i;
const EXTENSION = /^\.?([a-z0-9]{2,5})(?:[-\s](?:file|document|format))?$/i;

export const mediaType = valueTransform({
  name: 'media_type',
  summary: 'Gives the media type for a MIME type, a file name extension or the name of a format.',
  arguments: z.undefined(),
  takes: 'text',
  gives: 'text',
  recogniser: true,
  bind: () => (text: string, context: TransformContext) => {
    const value = text.length > 1500 ? '' : text.trim();
    const mime = MIME.exec(value);
    if (mime !== null && TOP_LEVEL_TYPES.has(mime[1]!.toLowerCase())) {
      if (mime[3] !== undefined)
        context.report('media-type.url', `the address ${mime[3]} after the media type is left out`);
      return `${mime[1]!}/${mime[2]!}`.toLowerCase();
    }
    const extension = EXTENSION.exec(value)?.[1]?.toLowerCase();
    const found = extension === undefined ? undefined : MEDIA_TYPE_BY_EXTENSION.get(extension);
    return found ?? MEDIA_TYPE_BY_NAME.get(value.toLowerCase()) ?? NOT_MINE;
  },
});
